/** What the Admin Contact of a ccTLD that is on the list changes: who comes, who goes, other data. */

import { expect, test } from 'vitest';
import type { Conversation } from '../support/conversation.ts';
import { ADMIN, form, MINISTRY, ROSA, TEO_ELSEWHERE, VAL1 } from '../support/people.ts';
import { openStage } from '../support/stage.ts';

const INES = [
  'First name: Ines',
  'Last name: Sol',
  'E-mail: ines.sol@nic.xa',
  'Phone: +1 202 555 0114',
].join('\n');

/** Rosa (primary) and Téo are on the list for .xa. */
async function subscribe(talk: Conversation, text = form('xa')): Promise<void> {
  await talk.mail({ from: ADMIN, subject: 'Our contacts', text });
  await talk.reply(talk.letter('queue', VAL1), { from: VAL1, text: 'APPROVE 1001 .xa' });
  expect(await talk.state()).toBe('applied E3');
}

async function approve(talk: Conversation, id: number, cctld = 'xa'): Promise<void> {
  const text = `APPROVE ${id} .${cctld}`;
  await talk.reply(talk.letter('queue', VAL1), { from: VAL1, text });
}

test('one person takes the place of another', async () => {
  const talk = await openStage({
    title: 'A replaces B',
    teaches:
      'Téo leaves the registry, Ines comes. The Admin Contact says so in a sentence, and fills in the ' +
      'lines for Ines. The Validators see the difference; when it is approved, both hear of it.',
  });
  await subscribe(talk);
  await talk.mail({
    from: ADMIN,
    subject: 'Change of contact .xa',
    text: `Dear team,\n\nInes Sol replaces Téo Amaral.\n\n${INES}\n\nNic XA`,
  });
  expect(await talk.state(1002)).toBe('queued E3');
  expect(talk.letter('queue', VAL1).mail.text).toMatch(/\+ \d\. Ines Sol/);
  expect(talk.letter('queue', VAL1).mail.text).toMatch(/- (?:\d\. )?Téo Amaral/);
  await approve(talk, 1002);
  expect(talk.sent()).toEqual([
    'applied to admin@nic.xa',
    'removed to teo.amaral@nic.xa',
    'transcript to val1@ccnso.example',
    'welcome to ines.sol@nic.xa',
  ]);
  expect(await talk.roster()).toEqual(['.xa rosa.lind@nic.xa (primary)', '.xa ines.sol@nic.xa']);
  await expect(await talk.story()).toMatchFileSnapshot('replaced.transcript');
});

test('whether somebody comes beside or instead is asked, never guessed', async () => {
  const talk = await openStage({
    title: 'Beside the others, or in whose place?',
    teaches:
      'The form names one new person and says nothing about the two on the list. The Admin Contact is ' +
      'asked, and answers with one word. The letter shows the list, because it goes to the Admin ' +
      'Contact alone.',
  });
  await subscribe(talk);
  await talk.mail({
    from: ADMIN,
    subject: 'New contact',
    text: `ccTLD: .xa\n\n${INES}`,
  });
  expect(await talk.state(1002)).toBe('needs-details E3');
  const asked = talk.letter('clarify', ADMIN);
  expect(asked.mail.text).toContain('2. Téo Amaral');
  await talk.reply(asked, { from: ADMIN, text: 'ADD' });
  expect(await talk.state(1002)).toBe('queued E3');
  await approve(talk, 1002);
  expect(await talk.roster()).toEqual([
    '.xa rosa.lind@nic.xa (primary)',
    '.xa teo.amaral@nic.xa',
    '.xa ines.sol@nic.xa',
  ]);
  await expect(await talk.story()).toMatchFileSnapshot('beside-or-instead.transcript');
});

test('a stranger with the Admin Contact in copy sees nothing of the list', async () => {
  const talk = await openStage({
    title: 'A removal by somebody in copy',
    teaches:
      'Somebody asks that Téo is taken off, with the Admin Contact in Cc. Only the Admin Contact is ' +
      'shown who is on the list, and that one person alone would stay. It is confirmed, approved and done.',
  });
  await subscribe(talk);
  await talk.mail({
    from: ROSA,
    cc: ADMIN.address,
    subject: 'Contacts of .xa',
    text: 'Hello,\n\nplease remove Téo Amaral, he has left.\n\nRosa',
  });
  expect(await talk.state(1002)).toBe('challenged E1');
  for (const text of talk.allTo(ROSA)) expect(text).not.toContain('nic.xa\n');
  const challenge = talk.letter('challenge', ADMIN);
  expect(challenge.mail.text).toContain('only one person is');
  await talk.reply(challenge, { from: ADMIN, text: 'CONFIRM' });
  expect(await talk.state(1002)).toBe('queued E4');
  await approve(talk, 1002);
  expect(await talk.state(1002)).toBe('applied E4');
  expect(talk.letter('applied', ADMIN).mail.text).toContain('Please send us the name');
  expect(await talk.roster()).toEqual(['.xa rosa.lind@nic.xa (primary)']);
  await expect(await talk.story()).toMatchFileSnapshot('removed-by-a-copy.transcript');
});

test('a phone number changes, and the person hears of it', async () => {
  const talk = await openStage({
    title: 'Another phone number',
    teaches:
      'The Admin Contact gives a new number. It is a change like any other, and Rosa is told.',
  });
  await subscribe(talk);
  await talk.mail({
    from: ADMIN,
    subject: 'TLD-OPS .xa',
    text: 'Please change the phone number of Rosa Lind to +44 20 7946 0123.\n\nThank you',
  });
  expect(await talk.state(1002)).toBe('queued E3');
  await approve(talk, 1002);
  expect(talk.sent()).toEqual([
    'applied to admin@nic.xa',
    'data-changed to rosa.lind@nic.xa',
    'transcript to val1@ccnso.example',
  ]);
  await expect(await talk.story()).toMatchFileSnapshot('phone-changed.transcript');
});

test('the primary leaves, and the Admin Contact says who is next', async () => {
  const talk = await openStage({
    title: 'A new primary',
    teaches: 'Three are on the list, the primary leaves: which of the two is next is asked.',
  });
  await subscribe(talk, `${form('xa')}\n\nContact 3\n${INES}`);
  await talk.mail({ from: ADMIN, subject: '.xa', text: 'REMOVE rosa.lind@nic.xa' });
  expect(await talk.state(1002)).toBe('needs-details E3');
  await talk.reply(talk.letter('clarify', ADMIN), {
    from: ADMIN,
    text: 'REMOVE rosa.lind@nic.xa\nPRIMARY ines.sol@nic.xa',
  });
  expect(await talk.state(1002)).toBe('queued E4');
  await approve(talk, 1002);
  expect(await talk.roster()).toEqual(['.xa ines.sol@nic.xa (primary)', '.xa teo.amaral@nic.xa']);
  await expect(await talk.story()).toMatchFileSnapshot('new-primary.transcript');
});

test('a fourth person is one too many', async () => {
  const talk = await openStage({
    title: 'A fourth person',
    teaches:
      'Three are on the list already. Nobody is dropped in silence: who should leave is asked.',
  });
  await subscribe(talk, `${form('xa')}\n\nContact 3\n${INES}`);
  await talk.mail({
    from: ADMIN,
    subject: '.xa',
    text: 'ADD\n\nFirst name: Juma\nLast name: Obi\nE-mail: juma.obi@nic.xa\nPhone: +1 202 555 0115',
  });
  expect(await talk.state(1002)).toBe('needs-details E3');
  await talk.reply(talk.letter('clarify', ADMIN), { from: ADMIN, text: 'REPLACE 2' });
  expect(await talk.state(1002)).toBe('queued E3');
  await approve(talk, 1002);
  expect(await talk.roster()).toEqual([
    '.xa rosa.lind@nic.xa (primary)',
    '.xa juma.obi@nic.xa',
    '.xa ines.sol@nic.xa',
  ]);
  await expect(await talk.story()).toMatchFileSnapshot('fourth-person.transcript');
});

test('an objection after the change gives the list back', async () => {
  const talk = await openStage({
    title: 'An objection after a replacement',
    teaches:
      'Under the classic policy a copied line is enough. Somebody has Téo replaced; the Admin Contact ' +
      'objects when it is done already: the newcomer goes, Téo is back, and .xa is frozen.',
    policy: 'classic',
  });
  await talk.mail({ from: ADMIN, subject: 'Our contacts', text: form('xa') });
  await approve(talk, 1001);
  await talk.mail({
    from: ROSA,
    cc: ADMIN.address,
    subject: '.xa',
    text: `Ines Sol replaces Téo Amaral.\n\n${INES}`,
  });
  await approve(talk, 1002);
  expect(await talk.roster()).toContain('.xa ines.sol@nic.xa');
  await talk.reply(talk.letter('traced', ADMIN), { from: ADMIN, text: 'REJECT' });
  expect(await talk.state(1002)).toBe('objected E1');
  expect(await talk.roster()).toEqual(['.xa rosa.lind@nic.xa (primary)', '.xa teo.amaral@nic.xa']);
  expect(await talk.frozen('xa')).toBe(true);
  await expect(await talk.story()).toMatchFileSnapshot('replacement-undone.transcript');
});

test('who is a contact for another ccTLD too stays on the list for that one', async () => {
  const talk = await openStage({
    title: 'A person with two ccTLDs',
    teaches:
      'The ministry names the same two people for .xb and .xc in one mail: two cases. Later one of them ' +
      'leaves .xb, and stays for .xc. Her phone number cannot be changed by an Admin Contact.',
  });
  const both = form('xb', 'isp.example').replace('ccTLD: .xb', 'ccTLDs: .xb, .xc');
  await talk.mail({ from: MINISTRY, subject: 'Contacts', text: both });
  for (const id of [1001, 1002]) {
    expect(await talk.state(id)).toBe('challenged E2');
  }
  for (const cctld of ['xb', 'xc']) {
    const challenge = talk.letterAbout('challenge', cctld);
    await talk.reply(challenge, { from: MINISTRY, text: 'CONFIRM' });
    const id = cctld === 'xb' ? 1001 : 1002;
    await approve(talk, id, cctld);
  }
  expect(await talk.roster()).toHaveLength(4);
  await talk.mail({
    from: MINISTRY,
    subject: '.xb',
    text: 'Please change the phone number of Téo Amaral to +44 20 7946 0123.',
  });
  expect(talk.letter('clarify', MINISTRY).mail.text).toContain('Only that person can change');
  await talk.mail({
    from: MINISTRY,
    subject: '.xb',
    text: 'ccTLD: .xb\n\nREMOVE teo.amaral@isp.example',
  });
  const last = talk.letter('challenge', MINISTRY);
  await talk.reply(last, { from: MINISTRY, text: 'CONFIRM' });
  const queued = talk.letter('queue', VAL1);
  const id = Number(/APPROVE (\d+)/.exec(queued.mail.text)?.[1]);
  await approve(talk, id, 'xb');
  expect(await talk.roster()).toEqual([
    '.xb rosa.lind@isp.example (primary)',
    '.xc rosa.lind@isp.example (primary)',
    '.xc teo.amaral@isp.example',
  ]);
  await expect(await talk.story()).toMatchFileSnapshot('two-lists.transcript');
});

test('an SSC at another domain hears of what is asked', async () => {
  const talk = await openStage({
    title: 'SSCs elsewhere are told',
    teaches:
      'Whoever hijacks .xa reads all mail under it. Téo reads his mail at his provider: he hears of ' +
      'every change that is asked, before it is decided.',
  });
  await subscribe(talk, form('xa').replace('teo.amaral@nic.xa', TEO_ELSEWHERE.address));
  await talk.mail({
    from: ADMIN,
    subject: '.xa',
    text: `These are all our contacts from now on. REPLACE ALL\n\n${INES}`,
  });
  expect(await talk.state(1002)).toBe('queued E3');
  expect(talk.sent()).toContain(`heads-up to ${TEO_ELSEWHERE.address}`);
  await expect(await talk.story()).toMatchFileSnapshot('heads-up.transcript');
});

test('two ccTLDs, each with people of its own, are two cases', async () => {
  const talk = await openStage({
    title: 'Two ccTLDs in one mail, each with its own people',
    teaches:
      'The people below each name belong to it. Each case is confirmed and approved by itself.',
  });
  await talk.mail({
    from: MINISTRY,
    subject: 'Our contacts',
    text: `Dear all,\n\n${form('xb')}\n\n${form('xc')}\n\nDomain Desk`,
  });
  expect([await talk.state(1001), await talk.state(1002)]).toEqual([
    'challenged E2',
    'challenged E2',
  ]);
  for (const [cctld, id] of [
    ['xb', 1001],
    ['xc', 1002],
  ] as const) {
    await talk.reply(talk.letterAbout('challenge', cctld), { from: MINISTRY, text: 'CONFIRM' });
    await approve(talk, id, cctld);
  }
  expect(await talk.roster()).toEqual([
    '.xb rosa.lind@nic.xb (primary)',
    '.xb teo.amaral@nic.xb',
    '.xc rosa.lind@nic.xc (primary)',
    '.xc teo.amaral@nic.xc',
  ]);
  await expect(await talk.story()).toMatchFileSnapshot('two-cctlds-apart.transcript');
});

test('an answer to a question asks nothing new', async () => {
  const talk = await openStage({
    title: 'A question about an update',
    teaches:
      'Ines shall come beside the others. A Validator asks about Téo; the answer says that he has left ' +
      'another company. It is shown to the Validators, and the request stays what it was.',
  });
  await subscribe(talk);
  await talk.mail({ from: ADMIN, subject: '.xa', text: `ADD\n\n${INES}` });
  await talk.reply(talk.letter('queue', VAL1), {
    from: VAL1,
    text: 'ASK 1002 Does Téo Amaral still work for you?',
  });
  await talk.reply(talk.letter('question', ADMIN), {
    from: ADMIN,
    text: 'Téo Amaral has left the university, not us.',
  });
  expect(await talk.state(1002)).toBe('queued E3');
  await approve(talk, 1002);
  expect(await talk.roster()).toHaveLength(3);
  await expect(await talk.story()).toMatchFileSnapshot('question-about-update.transcript');
});

test('a stranger cannot find out who is on the list', async () => {
  const talk = await openStage({
    title: 'Fishing for members',
    teaches:
      'Somebody in copy asks to remove people, to see from the answers who is on the list. The answers ' +
      'are the same; only the Admin Contact is told more.',
  });
  await subscribe(talk);
  const heard = [];
  for (const who of ['teo.amaral@nic.xa', 'nobody.here@nic.xa', 'rosa.lind@nic.xa']) {
    await talk.mail({
      from: ROSA,
      cc: ADMIN.address,
      subject: 'Contacts of .xa',
      text: `Please remove ${who} from the list.`,
    });
    const { text } = talk.letter('received', ROSA).mail;
    heard.push(text.replace(/case \d+|\d+ \w+ 202\d/g, ''));
    await talk.advance('40 days');
  }
  expect(new Set(heard).size).toBe(1);
  expect(await talk.roster()).toHaveLength(2);
});

test('objections to two changes, one after the other, bring nobody back whom they ended', async () => {
  const talk = await openStage({
    title: 'Two changes, two objections',
    teaches:
      'Ines takes the place of Téo, then Luis the place of Ines; the Admin Contact asked for neither. ' +
      'After both objections Téo is back, and neither Ines nor Luis is on the list.',
    policy: 'classic',
  });
  await talk.mail({ from: ADMIN, subject: 'Our contacts', text: form('xa') });
  await approve(talk, 1001);
  await talk.mail({
    from: ROSA,
    cc: ADMIN.address,
    subject: '.xa',
    text: `Ines Sol replaces Téo Amaral.\n\n${INES}`,
  });
  await approve(talk, 1002);
  const first = talk.letter('traced', ADMIN);
  const luis = INES.replace('Ines', 'Luis').replace('ines.sol', 'luis.sol');
  await talk.mail({
    from: ROSA,
    cc: ADMIN.address,
    subject: '.xa',
    text: `Luis Sol replaces Ines Sol.\n\n${luis}`,
  });
  await approve(talk, 1003);
  const second = talk.letter('traced', ADMIN);
  await talk.reply(first, { from: ADMIN, text: 'REJECT' });
  await talk.reply(second, { from: ADMIN, text: 'REJECT' });
  expect(await talk.roster()).toEqual(['.xa rosa.lind@nic.xa (primary)', '.xa teo.amaral@nic.xa']);
  await expect(await talk.story()).toMatchFileSnapshot('two-objections.transcript');
});

test('a new address that is somebody else’s is asked back', async () => {
  const talk = await openStage({
    title: 'The address of another member',
    teaches:
      'The Admin Contact of .xa gives Téo the address of a contact of .xb. What is shown must be what is ' +
      'stored, so it is asked back.',
  });
  await subscribe(talk);
  await talk.mail({ from: MINISTRY, subject: '.xb', text: form('xb') });
  await talk.reply(talk.letter('challenge', MINISTRY), { from: MINISTRY, text: 'CONFIRM' });
  await approve(talk, 1002, 'xb');
  await talk.mail({
    from: ADMIN,
    subject: '.xa',
    text: 'Please change the e-mail address of Téo Amaral to rosa.lind@nic.xb.',
  });
  expect(await talk.state(1003)).toBe('needs-details E3');
  expect(talk.letter('clarify', ADMIN).mail.text).toContain('belongs to another person');
});
