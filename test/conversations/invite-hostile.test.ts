import { expect, test } from 'vitest';
import type { Conversation } from '../support/conversation.ts';
import { back } from '../support/lost.ts';
import { ADMIN, forgedBy, form, MALLORY, MINISTRY, ROSA, VAL1 } from '../support/people.ts';
import { openStage } from '../support/stage.ts';
import { order } from '../support/subscribed.ts';

const NO = 'Not interested.';

/** .xa, and .xb and .xc of the ministry, are invited; cases 1001 to 1003. */
async function invited(title: string, teaches: string): Promise<Conversation> {
  const talk = await openStage({ title, teaches });
  await talk.mail(order(VAL1, 'INVITE .xa .xb .xc'));
  await talk.advance('1 hour');
  talk.begin('The Admin Contacts of .xa, .xb and .xc are invited.');
  return talk;
}

async function states(talk: Conversation): Promise<string[]> {
  return Promise.all([1001, 1002, 1003].map((id) => talk.state(id)));
}

const UNMOVED = ['invited E0', 'invited E0', 'invited E0'];

test('a no that anybody can write stops no invitation', async () => {
  const talk = await invited(
    'A forged no',
    'Somebody says no in the name of an Admin Contact: forged against a domain that forbids it, forged where ' +
      'nothing is published, as a copy, with a code that is somebody else’s. No invitation is stopped.',
  );
  const subject = 'Re: Invitation: security contacts for .xb';
  await talk.mail({ from: forgedBy(MALLORY, ADMIN), subject: 'Re: Invitation', text: NO });
  await talk.mail({ from: forgedBy(MALLORY, MINISTRY), subject, text: NO });
  await talk.mail({ from: MALLORY, cc: MINISTRY.address, subject, text: NO });
  await talk.mail({ from: MALLORY, cc: ADMIN.address, subject: 'No .xa', text: NO });
  expect(await states(talk)).toEqual(UNMOVED);
  // The code of .xb does not stand for .xa, whatever the text names.
  await talk.reply(talk.letterAbout('invite', 'xb'), {
    from: MINISTRY,
    text: 'For .xa: not interested.',
  });
  await talk.reply(talk.letterAbout('invite', 'xb'), {
    from: MALLORY,
    text: 'No thanks for .xa and .xb',
  });
  expect(await states(talk)).toEqual(UNMOVED);
  await talk.advance('15 days');
  expect(talk.sent().filter((one) => one.startsWith('invite'))).toHaveLength(3);
  await expect(await talk.story()).toMatchFileSnapshot('invite-forged-no.transcript');
});

test.each([
  ['a quoted no', { text: 'Hello,\n\n> Not interested.\n> Not interested.' }],
  ['the letter, sent back without a word', { text: '' }],
  ['a no below another thought', { text: 'We are not interested in spam. What is this?' }],
  ['a no for now', { text: 'Not interested at the moment, please ask again in May.' }],
  ['somebody else is asked', { text: 'Please contact our ministry. Not interested.' }],
  ['an absence notice', { text: NO, headers: { 'Auto-Submitted': 'auto-replied' } }],
  ['a receipt', { text: 'Ticket #12345 has been opened. Not interested.', envelopeFrom: '' }],
])('%s stops no invitation', async (_, answer) => {
  const talk = await openStage({ title: 'x', teaches: 'x', shownOnFailure: false });
  await talk.mail(order(VAL1, 'INVITE .xa'));
  await talk.reply(talk.letter('invite'), { from: ADMIN, ...answer });
  expect(await talk.state()).toBe('invited E0');
  expect(talk.sent().filter((one) => !one.startsWith('passed-on'))).toEqual([]);
});

test('who got one letter from the Admin Contact answers for its ccTLD alone', async () => {
  const talk = await invited(
    'The letter of one of two',
    'The ministry passes the letter about .xb on to Rosa, who works for .xb. She names .xc too. For .xb the code ' +
      'counts; for .xc her mail proves nothing.',
  );
  await talk.reply(talk.letterAbout('invite', 'xb'), {
    from: ROSA,
    text: form('xb').replace('ccTLD: .xb', 'ccTLD: .xb, .xc'),
  });
  expect(await talk.state(1002)).toBe('answered E0');
  expect(await talk.state(1003)).toBe('invited E0');
  expect(await talk.state(1004)).toBe('queued E4');
  expect(await talk.state(1005)).toBe('no such case');
  await expect(await talk.story()).toMatchFileSnapshot('invite-passed-on.transcript');
});

test('a forged From with the letter of one of two is asked back for the other', async () => {
  const talk = await invited(
    'The letter of one of two, and a forged name',
    'Somebody was passed the letter about .xb, and answers it in the name of the ministry, where nothing proves a ' +
      'sender: with a form for .xc, and with a no for .xc. The ministry is asked about the form; nothing comes of the no.',
  );
  const passedOn = talk.letterAbout('invite', 'xb');
  const from = forgedBy(MALLORY, MINISTRY);
  await talk.reply(passedOn, { from, text: 'For .xc: not interested.' });
  expect(await states(talk)).toEqual(UNMOVED);
  await talk.reply(passedOn, { from, text: form('xc', 'attacker.example') });
  expect(await talk.state(1004)).toBe('challenged E2');
  expect(await states(talk)).toEqual(UNMOVED);
  await expect(await talk.story()).toMatchFileSnapshot('invite-forged-other.transcript');
});

test('reports that are not believed, or are not about a dead mailbox, stop no invitation', async () => {
  const talk = await invited(
    'Reports about an invitation',
    'A full mailbox and a rule are no dead mailbox; a report about another letter, or to another address, is none.',
  );
  const letter = talk.letter('invite', ADMIN);
  const other = talk.letterAbout('invite', 'xb');
  for (const report of [
    back(letter, 'full'),
    back(letter, 'policy'),
    back({ ...letter, mail: other.mail }),
    back({ ...letter, to: MINISTRY.address }),
    back({ ...letter, envelopeFrom: 'tld-ops-bounces@lists.example' }),
  ])
    await talk.mail(report);
  expect(await states(talk)).toEqual(UNMOVED);
  await talk.mail(back(letter));
  expect(await talk.state(1001)).toBe('awaiting-validator E0');
  await talk.mail(back(letter));
  expect(talk.sent()).toEqual([]);
  await expect(await talk.story()).toMatchFileSnapshot('invite-reports.transcript');
});

test('INVITE needs a proven mail: neither a forged one nor the code of a letter is enough', async () => {
  const talk = await openStage({
    title: 'Who may invite',
    teaches:
      'Invitations go to all the world: the code of a letter about one case is no word for them.',
  });
  await talk.mail({ from: ADMIN, subject: 'Our contacts', text: form('xa') });
  await talk.mail(order(forgedBy(MALLORY, VAL1), 'INVITE all'));
  await talk.mail(order(MALLORY, 'INVITE all'));
  await talk.reply(talk.letter('queue', VAL1), {
    from: { ...VAL1, signs: false, client: MALLORY.client },
    text: 'INVITE .xb',
  });
  expect(talk.everyLetter().filter((one) => one.startsWith('invite'))).toEqual([]);
  await talk.mail(order(VAL1, 'INVITE .xb\nINVITE .xb\nINVITE nobody'));
  expect(talk.everyLetter().filter((one) => one.startsWith('invite'))).toEqual([]);
  await talk.mail(order(VAL1, 'INVITE .xb'));
  await talk.playBack(6, MALLORY);
  await talk.mail(order(VAL1, 'INVITE .xb .nl'));
  expect(talk.everyLetter().filter((one) => one.startsWith('invite'))).toHaveLength(1);
  await expect(await talk.story()).toMatchFileSnapshot('invite-who-may.transcript');
});

test('who joins in another way is not reminded', async () => {
  const talk = await openStage({
    title: 'Joined without the letter',
    teaches:
      'The Admin Contact writes from another program, without the code, and is proven; somebody else’s request, ' +
      'which only copies the Admin Contact, ends no invitation, but nobody is reminded while it is open.',
  });
  await talk.mail(order(VAL1, 'INVITE .xa .xb'));
  await talk.mail({ from: ADMIN, subject: 'Our contacts', text: form('xa') });
  expect(await talk.state(1001)).toBe('answered E0');
  await talk.advance('5 days');
  await talk.mail({ from: ROSA, cc: MINISTRY.address, subject: '.xb', text: form('xb') });
  expect(await talk.state(1002)).toBe('invited E0');
  await talk.advance('10 days');
  expect(talk.everyLetter().filter((one) => one.startsWith('invite'))).toHaveLength(2);
  await talk.reply(talk.letter('challenge', MINISTRY), { from: MINISTRY, text: 'CONFIRM' });
  expect(await talk.state(1002)).toBe('answered E0');
  await expect(await talk.story()).toMatchFileSnapshot('invite-otherwise.transcript');
});

test('a code counts once, and not after the Admin Contact has changed', async () => {
  const talk = await invited(
    'A code that is used',
    'The letter is answered twice: the second answer rests on its own sender only. The registry lists another ' +
      'address for .xb: what the old one got proves nothing any more.',
  );
  await talk.reply(talk.letter('invite', ADMIN), { from: ADMIN, text: form('xa') });
  await talk.reply(talk.letter('invite', ADMIN), {
    from: { ...ADMIN, signs: false, client: MALLORY.client },
    text: form('xa', 'attacker.example'),
  });
  expect(await talk.state(1004)).toBe('queued E4');
  const old = talk.letterAbout('invite', 'xb');
  talk.registryChanges('xb', ROSA);
  await talk.lookAtRegistry('xb');
  await talk.advance('7 hours');
  await talk.lookAtRegistry('xb');
  expect(talk.everyLetter()).toContain(`invite to ${ROSA.address}`);
  await talk.reply(old, { from: MINISTRY, text: form('xb', 'attacker.example') });
  expect(await talk.state(1002)).toBe('invited E0');
  expect((await talk.outcome()).startsWith('human answered')).toBe(true);
  await expect(await talk.story()).toMatchFileSnapshot('invite-old-code.transcript');
});
