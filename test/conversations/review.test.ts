/** What a hostile reviewer once got out of the engine, and does not get any more. */

import { expect, test } from 'vitest';
import { ADMIN, form, MALLORY, MINISTRY, ROSA, VAL1, VAL2 } from '../support/people.ts';
import type { Conversation } from '../support/conversation.ts';
import { openStage } from '../support/stage.ts';

const INCOMPLETE = form('xa').replace(/Phone: .*0113/, 'Phone:');

async function subscribed(talk: Conversation): Promise<void> {
  await talk.mail({ from: ADMIN, subject: 'Our contacts', text: form('xa') });
  await talk.reply(talk.letter('queue', VAL1), { from: VAL1, text: 'APPROVE 1001 .xa' });
  expect(await talk.roster()).toHaveLength(2);
}

const stage = (title: string) => openStage({ title, teaches: 'see docs/SECURITY.md' });

test('data sent by a stranger do not go into the request of somebody else', async () => {
  const talk = await stage('a stranger completes a request');
  await talk.mail({ from: ROSA, cc: ADMIN.address, subject: 'TLD-OPS', text: INCOMPLETE });
  expect(await talk.state()).toBe('needs-details E1');
  const theirs = 'ccTLD: .xa\n\nContact 2\nE-mail: teo.amaral@nic-xa.test\nPhone: +1 202 555 0177';
  await talk.mail({ from: MALLORY, cc: ADMIN.address, subject: '.xa', text: theirs });
  // Mallory's words make a request of her own at most, which shows nothing of Rosa's.
  expect(await talk.outcome()).not.toMatch(/details-added/);
  expect(talk.allTo(MALLORY).join('\n')).not.toContain('rosa.lind@nic.xa');
  expect(talk.allTo(ROSA).join('\n')).not.toContain('nic-xa.test');
});

test('an approval of less than there is to see is void', async () => {
  const talk = await stage('an answer comes between letter and approval');
  await talk.mail({ from: ADMIN, subject: 'Our contacts', text: form('xa') });
  const first = talk.letter('queue', VAL1);
  await talk.reply(talk.letter('queue', VAL2), {
    from: VAL2,
    text: 'ASK 1001 Does Téo still work there?',
  });
  await talk.reply(talk.letter('question'), { from: ADMIN, text: 'No! He left us. Please stop.' });
  expect(await talk.state()).toMatch(/^queued/);
  await talk.reply(first, { from: VAL1, text: 'APPROVE 1001 .xa' });
  expect(await talk.outcome()).toMatch(/command-(stale|refused)/);
  expect(await talk.roster()).toEqual([]);
});

test('a signature with labels does not undo the CONFIRM above it', async () => {
  const talk = await stage('CONFIRM above a signature');
  await talk.mail({ from: ROSA, cc: ADMIN.address, subject: 'TLD-OPS', text: form('xa') });
  const text = 'CONFIRM\n\nJohn Smith\nTel: +1 202 555 0144\nE-mail: john.smith@nic.xa';
  await talk.reply(talk.letter('challenge'), { from: ADMIN, text });
  expect(await talk.state()).toBe('queued E4');
});

test('the Admin Contact corrects a request that was confirmed', async () => {
  const talk = await stage('a correction after CONFIRM');
  await talk.mail({ from: ROSA, cc: ADMIN.address, subject: 'TLD-OPS', text: form('xa') });
  await talk.reply(talk.letter('challenge'), { from: ADMIN, text: 'CONFIRM' });
  expect(await talk.state()).toBe('queued E4');
  await talk.mail({ from: ADMIN, subject: 'Better', text: form('xa').replace('0113', '0199') });
  expect(await talk.outcome()).toMatch(/^human opened/);
  const queue = talk.letter('queue', VAL1);
  expect(queue.mail.text).toContain('0199');
});

test('UNFREEZE as the alarm asks for it lifts the freeze', async () => {
  const talk = await stage('the alarm is answered');
  await talk.mail({ from: ROSA, cc: ADMIN.address, subject: 'TLD-OPS', text: form('xa') });
  await talk.reply(talk.letter('challenge'), { from: ADMIN, text: 'REJECT' });
  expect(await talk.frozen('xa')).toBe(true);
  await talk.reply(talk.letter('alarm-objection', VAL1), { from: VAL1, text: 'UNFREEZE .xa' });
  expect(await talk.frozen('xa')).toBe(false);
});

test('who is on the list is not shown to who names the ccTLD of others', async () => {
  const talk = await stage('a stranger asks for a subscribed ccTLD');
  await subscribed(talk);
  await talk.mail({ from: MALLORY, cc: ADMIN.address, subject: 'contacts', text: form('xa') });
  expect(talk.allTo(MALLORY)).toHaveLength(1);
  expect(talk.letter('already-subscribed').mail.text).not.toMatch(/Lind|Amaral|@nic\.xa/);
});

test('absence notices of Validators do not feed each other', async () => {
  const talk = await stage('two absence notices without any mark');
  await talk.mail({ from: ADMIN, subject: 'Our contacts', text: form('xa') });
  for (let round = 0; round < 12; round += 1) {
    await talk.reply(talk.letter('queue', VAL1), {
      from: VAL1,
      text: `I am away, round ${round}. Somebody else will help you.`,
    });
  }
  expect(talk.everyLetter().length).toBeLessThan(20);
});

test('a text that is cut within an emoji is read all the same', async () => {
  const talk = await stage('more emoji than fit');
  const many = '😀'.repeat(2600);
  for (const end of ['a', 'ab']) {
    const text = `${form('xa')}\n\nHello there,\n${many}${end}`;
    await talk.mail({ from: ROSA, cc: ADMIN.address, subject: `x${many}`, text });
    expect(await talk.outcome()).toMatch(/^human opened/);
  }
});

test.each([
  ['a help desk that marks all it sends', 'Precedence', 'bulk', 'CONFIRM', ''],
  [
    'a ticket system with its footer',
    'X-Mailer',
    'Desk',
    'Yes, this is right.',
    'This message was sent by the ticket system of NIC XA.',
  ],
])(
  'an answer through %s moves nothing, and people read it',
  async (_, name, value, word, footer) => {
    const talk = await stage('taken for a program');
    await talk.mail({ from: ROSA, cc: ADMIN.address, subject: 'TLD-OPS', text: form('xa') });
    await talk.reply(talk.letter('challenge'), {
      from: ADMIN,
      text: `${word}\n\nAna Beta\n\n${footer}`,
      headers: { [name]: value },
    });
    expect(await talk.state()).toBe('challenged E1');
    expect(talk.letter('passed-on', VAL1).mail.text).toContain(word);
    expect(talk.letter('passed-on', VAL1).mail.text).not.toMatch(/(?:[a-z0-9]{4}-){6}/);
  },
);

test('the second ccTLD in an answer about the first one is seen by people', async () => {
  const talk = await stage('two ccTLDs in one answer');
  await talk.mail({ from: MINISTRY, subject: 'Contacts of .xb', text: 'ccTLD: .xb\n\nHello.' });
  const text = form('xb').replace('ccTLD: .xb', 'ccTLDs: .xb, .xc');
  await talk.reply(talk.letter('clarify', MINISTRY), { from: MINISTRY, text });
  expect(await talk.state()).toBe('queued E4');
  expect(talk.letter('passed-on', VAL1).mail.text).toContain('.xb, .xc');
});
