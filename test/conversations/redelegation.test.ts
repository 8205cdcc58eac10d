/** A ccTLD that may have a new manager (design 12): from the registry's change to the Validator's word. */

import { expect, test } from 'vitest';
import { OLD, RENAMED, settled, suspected, TAKEN, listed, WORDS } from '../support/moved.ts';
import { ADMIN, CHAIR, form, NEW_ADMIN, ROSA_SSC, TEO_SSC, VAL1, VAL2 } from '../support/people.ts';
import { ask, BOTH, order } from '../support/subscribed.ts';

/** To whom the first letters go: the contacts, the old Admin Contact, the Committee, the Validators. */
const ALARM = [
  'alarm-moved to val1@ccnso.example',
  'alarm-moved to val2@ccnso.example',
  'moved-committee to chair@committee.example',
  'moved-told to admin@nic.xa',
  'moved-told to rosa.lind@nic.xa',
  'moved-told to teo.amaral@nic.xa',
];

const INES = [
  'REPLACE ALL',
  '',
  'Contact 1 (primary)',
  'First name: Ines',
  'Last name: Faro',
  'E-mail: ines.faro@gov.example',
  'Phone: +1 202 555 0114',
].join('\n');

test('a transfer is suspected, confirmed, and the new manager names new contacts', async () => {
  const talk = await suspected({
    title: 'A ccTLD changes hands',
    teaches:
      'The registry shows another manager, Admin Contact and name servers. Nothing can be changed until ' +
      'a Validator has looked. It is a transfer: the old contacts are told, and the new Admin Contact is ' +
      'asked for new ones. Nobody leaves the list but by a Validator’s word.',
  });
  expect(talk.sent()).toEqual(ALARM);
  expect(await talk.state(1002)).toBe('queued E0');
  expect(await talk.frozen('xa')).toBe(true);
  await talk.reply(talk.letter('moved-told', ROSA_SSC), { from: ROSA_SSC, text: 'It is right.' });
  expect(talk.sent()).toContain('passed-on to val1@ccnso.example');
  await talk.reply(talk.letter('moved-told', ADMIN), { from: ADMIN, text: 'It is right.' });
  expect(talk.sent()).toContain('passed-on to val1@ccnso.example');
  await talk.mail({
    from: NEW_ADMIN,
    subject: 'Contacts for .xa',
    text: form('xa', 'gov.example'),
  });
  expect(await talk.outcome()).toBe('human held frozen');
  await talk.reply(talk.letter('alarm-moved', VAL2), { from: VAL2, text: 'UNFREEZE .xa' });
  expect(talk.letter('transcript', VAL2).mail.text).toContain('First decide case 1002');
  await talk.reply(talk.letter('alarm-moved', VAL1), {
    from: VAL1,
    text: 'REDELEGATION 1002 confirmed The report of IANA is from 20 November.',
  });
  expect(talk.sent()).toEqual([
    'alarm-moved to val1@ccnso.example',
    'alarm-moved to val2@ccnso.example',
    'moved-told to admin@nic.xa',
    'moved-told to rosa.lind@nic.xa',
    'moved-told to teo.amaral@nic.xa',
    'new-manager to registry@gov.example',
    'transcript to val1@ccnso.example',
  ]);
  expect(await talk.state(1002)).toBe('on-notice E0');
  expect(await talk.frozen('xa')).toBe(false);
  expect(await talk.roster()).toEqual(BOTH);
  await talk.reply(talk.letter('new-manager'), { from: NEW_ADMIN, text: INES });
  expect(await talk.state(1003)).toBe('queued E4');
  await talk.reply(talk.letter('queue', VAL1), { from: VAL1, text: 'APPROVE 1003 .xa' });
  expect(await talk.roster()).toEqual(['.xa ines.faro@gov.example (primary)']);
  await talk.advance('31 days');
  expect(await talk.state(1002)).toBe('settled E0');
  await expect(await talk.story()).toMatchFileSnapshot('redelegation-confirmed.transcript');
});

test('the manager has a new name: changes are allowed again, and the contacts are told', async () => {
  const talk = await listed({
    title: 'A manager with a new name',
    teaches:
      'The registry shows .xa with another manager; a week later its name servers are new too. Together ' +
      'that may be a transfer, but the company only has another name: a Validator knows it, and says so.',
  });
  talk.registryShows(RENAMED, WORDS.renamed);
  await settled(talk);
  expect(talk.sent()).toEqual([
    'alarm-moved to val1@ccnso.example',
    'alarm-moved to val2@ccnso.example',
  ]);
  expect(await talk.frozen('xa')).toBe(false);
  const old = talk.letter('alarm-moved', VAL1);
  await talk.advance('6 days');
  talk.registryShows(
    { ...RENAMED, nameServers: ['a.dome.example', 'b.dome.example'] },
    'The IANA registry shows other name servers of .xa as well.',
  );
  await settled(talk);
  expect(talk.sent()).toEqual(ALARM.filter((one) => one !== 'moved-told to admin@nic.xa'));
  expect(await talk.frozen('xa')).toBe(true);
  await talk.reply(old, { from: VAL1, text: 'REDELEGATION 1002 rename I have read about it.' });
  expect(await talk.outcome()).toBe('human refused command-stale');
  expect(await talk.frozen('xa')).toBe(true);
  await talk.reply(talk.letter('alarm-moved', VAL1), {
    from: VAL1,
    text: 'REDELEGATION 1002 rename I have read about it.',
  });
  expect(talk.sent()).toEqual([
    'moved-told to admin@nic.xa',
    'moved-told to rosa.lind@nic.xa',
    'moved-told to teo.amaral@nic.xa',
    'transcript to val1@ccnso.example',
  ]);
  expect(await talk.frozen('xa')).toBe(false);
  expect(await talk.state(1002)).toBe('settled E0');
  expect(await talk.roster()).toEqual(BOTH);
  await talk.reply(talk.letter('alarm-moved', VAL2), {
    from: VAL2,
    text: 'REDELEGATION 1002 confirmed I think it is a transfer.',
  });
  expect(await talk.frozen('xa')).toBe(false);
  expect(await talk.state(1002)).toBe('settled E0');
  await expect(await talk.story()).toMatchFileSnapshot('redelegation-rename.transcript');
});

test('old and new contacts are both on the list until a day, and then the Validators are asked', async () => {
  const talk = await suspected({
    title: 'Two managers for a time',
    teaches:
      'The ministry takes .xa over, and the old team helps until the spring. Both may be on the list ' +
      'until then; on that day the Validators are asked what is to be done with the old ones.',
  });
  await talk.reply(talk.letter('alarm-moved', VAL1), {
    from: VAL1,
    text: 'REDELEGATION 1002 transition until 2027-03-01 The old team helps until then.',
  });
  expect(await talk.state(1002)).toBe('in-transition E0');
  expect(await talk.frozen('xa')).toBe(false);
  await talk.reply(talk.letter('new-manager'), {
    from: NEW_ADMIN,
    text: INES.replace('REPLACE ALL', 'ADD').replace('Contact 1 (primary)', 'Contact 1'),
  });
  await talk.reply(talk.letter('queue', VAL1), { from: VAL1, text: 'APPROVE 1003 .xa' });
  expect(await talk.roster()).toEqual([...BOTH, '.xa ines.faro@gov.example']);
  await talk.advance('110 days');
  expect(talk.sent().filter((one) => one.startsWith('alarm-moved'))).toHaveLength(4);
  await talk.reply(talk.letter('alarm-moved', VAL1), {
    from: VAL1,
    text: [
      'REDELEGATION 1002 confirmed The old team has gone.',
      'REMOVE .xa teo.amaral@nic.xa The old team has gone.',
    ].join('\n'),
  });
  expect(await talk.state(1002)).toBe('on-notice E0');
  await talk.reply(talk.letter('queue', VAL1), { from: VAL1, text: 'APPROVE 1004 .xa' });
  await talk.reply(talk.letter('alarm-moved', VAL2), {
    from: VAL2,
    text: 'REMOVE .xa rosa.lind@nic.xa The old team has gone.',
  });
  await talk.reply(talk.letter('queue', VAL2), { from: VAL2, text: 'APPROVE 1005 .xa' });
  expect(await talk.roster()).toEqual(['.xa ines.faro@gov.example (primary)']);
  await expect(await talk.story()).toMatchFileSnapshot('redelegation-transition.transcript');
});

test('a change that only should be looked at stops nothing', async () => {
  const talk = await listed({
    title: 'A change that somebody should look at',
    teaches:
      'The registry shows another manager and nothing else. No contact is told and nothing is stopped; ' +
      'a Validator looks, lets it rest, and closes it.',
  });
  talk.registryShows(RENAMED, WORDS.renamed);
  await settled(talk);
  await talk.mail(order(VAL1, 'QUEUE\nSHOW .xa'));
  await talk.reply(talk.letter('alarm-moved', VAL1), {
    from: VAL1,
    text: 'APPROVE 1002 .xa',
  });
  expect(await talk.outcome()).toBe('human refused command-refused');
  await talk.reply(talk.letter('alarm-moved', VAL1), {
    from: VAL1,
    text: 'HOLD 1002 3d I ask them on the telephone.',
  });
  expect(await talk.state(1002)).toBe('on-hold E0');
  await talk.advance('3 days');
  expect(await talk.state(1002)).toBe('queued E0');
  await talk.reply(talk.letter('alarm-moved', VAL2), {
    from: VAL2,
    text: 'REJECT 1002 It is the same company.',
  });
  expect(talk.sent()).toEqual(['transcript to val2@ccnso.example']);
  expect(await talk.state(1002)).toBe('rejected E0');
  await expect(await talk.story()).toMatchFileSnapshot('registry-review.transcript');
});

test('the record comes back: the case hears of it, and stays until a Validator decides', async () => {
  const talk = await suspected({
    title: 'The registry takes it back',
    teaches:
      'The registry showed another manager for two days: a mistake that was put right. The case gets the ' +
      'news, and .xa stays stopped until a Validator has looked. The old code of the Admin Contact counts no more.',
  });
  await talk.advance('2 days');
  talk.registryShows(OLD, WORDS.old);
  await settled(talk);
  expect(talk.sent()).toEqual([
    'alarm-moved to val1@ccnso.example',
    'alarm-moved to val2@ccnso.example',
  ]);
  expect(await talk.frozen('xa')).toBe(true);
  await talk.reply(talk.letter('alarm-moved', VAL1), {
    from: VAL1,
    text: 'REJECT 1002 A mistake of IANA, they say.',
  });
  expect(talk.sent()).toEqual([
    'moved-told to admin@nic.xa',
    'moved-told to rosa.lind@nic.xa',
    'moved-told to teo.amaral@nic.xa',
    'transcript to val1@ccnso.example',
  ]);
  expect(await talk.frozen('xa')).toBe(false);
  expect(await talk.state(1002)).toBe('rejected E0');
  await expect(await talk.story()).toMatchFileSnapshot('redelegation-back.transcript');
});

test('what the Admin Contact stopped stays stopped when the suspicion is over', async () => {
  const talk = await listed({
    title: 'Stopped for two reasons',
    teaches:
      'Somebody asks for a change of the contacts in the name of the Admin Contact, and the registry shows ' +
      'another manager and other name servers: .xa is stopped. The Admin Contact objects to the change. ' +
      'A Validator finds that the manager is the same, and what the Admin Contact stopped stays stopped.',
  });
  await talk.mail({ from: ADMIN, subject: 'Contacts of .xa', text: 'REMOVE teo.amaral@nic.xa' });
  expect(await talk.state(1002)).toBe('queued E3');
  talk.registryShows(
    { ...RENAMED, nameServers: ['a.dome.example', 'b.dome.example'] },
    'The IANA registry shows .xa with another manager and other name servers from now on.',
  );
  await settled(talk);
  expect(await talk.state(1003)).toBe('queued E0');
  await talk.reply(talk.letter('queue', VAL1), { from: VAL1, text: 'APPROVE 1002 .xa' });
  expect(await talk.outcome()).toBe('human refused command-refused');
  await talk.reply(talk.letter('traced'), { from: ADMIN, text: 'REJECT' });
  expect(await talk.state(1002)).toBe('objected E3');
  await talk.mail(ask(ROSA_SSC, 'freeze .xa We know nothing of this.'));
  await talk.reply(talk.letter('alarm-moved', VAL1), {
    from: VAL1,
    text: 'REDELEGATION 1003 rename It is the same company.',
  });
  expect(talk.letter('transcript', VAL1).mail.text).toContain('stay stopped, for another reason');
  expect(await talk.frozen('xa')).toBe(true);
  await talk.mail(order(VAL1, 'UNFREEZE .xa'));
  expect(await talk.frozen('xa')).toBe(false);
  expect(await talk.roster()).toEqual(BOTH);
  await expect(await talk.story()).toMatchFileSnapshot('redelegation-two-reasons.transcript');
});

test('who has taken a ccTLD over by force gets no code, whatever they write', async () => {
  const talk = await listed({
    title: 'A ccTLD that is hijacked',
    teaches:
      'A request of the Admin Contact is open when somebody takes .xa over, registry record and all. The ' +
      'hijacker proves every mail, and gets no code; the old contacts stay. The Validators ask the ' +
      'Committee, and nothing moves meanwhile.',
  });
  await talk.mail({ from: ADMIN, subject: 'Contacts of .xa', text: 'REMOVE teo.amaral@nic.xa' });
  const copy = talk.letter('traced');
  talk.registryShows(TAKEN, WORDS.taken);
  await settled(talk);
  const from = NEW_ADMIN;
  await talk.mail({ from, subject: 'Contacts of .xa', text: form('xa', 'gov.example') });
  await talk.mail({ from, subject: 'Contacts of .xa', text: 'REMOVE rosa.lind@nic.xa' });
  await talk.reply(copy, { from, text: 'CONFIRM' });
  await talk.reply(talk.letter('frozen'), { from, text: 'CONFIRM' });
  await talk.mail({ ...order(from, 'REDELEGATION 1003 rename It is us.') });
  await talk.mail(order({ ...VAL1, signs: false, client: from.client }, 'UNFREEZE .xa'));
  expect(talk.allTo(from).length).toBeGreaterThan(0);
  for (const text of talk.allTo(from)) expect(text).not.toMatch(/(?:[0-9a-z]{4}-){6}[0-9a-z]{2}/);
  expect(await talk.frozen('xa')).toBe(true);
  expect(await talk.state(1002)).toBe('queued E3');
  await talk.reply(talk.letter('alarm-moved', VAL2), {
    from: VAL2,
    text: 'ESCALATE 1003 Who runs .xa now? Rosa Lind knows of no transfer.',
  });
  expect(await talk.state(1003)).toBe('escalated E0');
  await talk.reply(talk.letter('moved-advice'), {
    from: CHAIR,
    text: 'IANA says that it is no transfer. Keep it stopped.',
  });
  expect(await talk.state(1003)).toBe('queued E0');
  await talk.reply(talk.letter('alarm-moved', VAL2), {
    from: VAL2,
    text: ['FREEZE .xa hijacked', 'HOLD 1003 14d until IANA has put it right'].join('\n'),
  });
  expect(await talk.state(1003)).toBe('on-hold E0');
  talk.registryShows(OLD, WORDS.old);
  await settled(talk);
  await talk.reply(talk.letter('alarm-moved', VAL2), {
    from: VAL2,
    text: 'REDELEGATION 1003 rename IANA has put it right.',
  });
  expect(await talk.frozen('xa')).toBe(true);
  await talk.mail(order(VAL2, 'UNFREEZE .xa'));
  expect(await talk.frozen('xa')).toBe(false);
  expect(await talk.roster()).toEqual(BOTH);
  expect(await talk.state(1002)).toBe('queued E3');
  await expect(await talk.story()).toMatchFileSnapshot('redelegation-hijack.transcript');
});

test('a change of the address alone is told to both, where nothing else is open', async () => {
  const talk = await listed({
    title: 'Another address of the Admin Contact',
    teaches:
      'The Admin Contact of .xa has another address at the same domain. Both addresses are told, once. ' +
      'Codes that went to the old address are void: its objection comes too late.',
  });
  const copy = talk.letter('traced');
  const renamed = {
    ...OLD,
    admin: { ...OLD.admin, email: TEO_SSC.address as typeof OLD.admin.email & {} },
  };
  talk.registryShows(
    renamed,
    `The IANA registry lists ${TEO_SSC.address} as Admin Contact of .xa.`,
  );
  await settled(talk);
  expect(talk.sent()).toEqual([
    'address-changed to admin@nic.xa',
    'address-changed to teo.amaral@nic.xa',
  ]);
  await talk.reply(copy, { from: ADMIN, text: 'REJECT' });
  expect(await talk.outcome()).toBe('human held token-expired');
  expect(await talk.roster()).toEqual(BOTH);
  expect(await talk.frozen('xa')).toBe(false);
  await talk.advance('10 days');
  expect(talk.everyLetter().filter((one) => one.startsWith('address-changed'))).toHaveLength(2);
  await expect(await talk.story()).toMatchFileSnapshot('registry-address.transcript');
});
