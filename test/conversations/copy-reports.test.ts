/** Reports about copies: what everybody on the list knows of a copy is not enough to harm another member. */

import { expect, test } from 'vitest';
import type { Conversation, NewMail } from '../support/conversation.ts';
import { copyTo, post } from '../support/lost.ts';
import { ROSA_SSC, TEO_SSC } from '../support/people.ts';
import { report, type Returned } from '../support/reports.ts';
import { subscribed } from '../support/subscribed.ts';

const SHOWN = { title: 'Reports', teaches: 'Reports about copies.' };

/** `mailbox-gone teo.amaral@nic.xa`, for each report that was believed. */
async function believed(talk: Conversation): Promise<string[]> {
  const rows = await talk.db
    .selectFrom('bounces')
    .select(['kind', 'address'])
    .orderBy('id')
    .execute();
  return rows.map(({ kind, address }) => `${kind} ${address}`);
}

test('a report is believed when address, Message-ID and recipient agree, and nobody else is named', async () => {
  const talk = await subscribed(SHOWN);
  const letter = talk.letter('welcome', TEO_SSC);
  await post(talk, 'News');
  const copy = copyTo(talk, TEO_SSC);
  const right: Returned = {
    to: copy.to,
    messageId: copy.mail.messageId,
    envelopeFrom: copy.envelopeFrom,
  };
  const from = (change: (address: string) => string): Returned => ({
    ...right,
    envelopeFrom: change(right.envelopeFrom),
  });
  const UNPROVEN = 'bounce noted bounce-unproven';
  const IGNORED = 'bounce ignored delivery-report';
  const wrong: readonly (readonly [string, NewMail, string])[] = [
    [
      'another token',
      report(from((one) => one.replace(/\+\w{13}\+/, `+${'7'.repeat(13)}+`))),
      IGNORED,
    ],
    ['no token', report(from((one) => one.replace(/\+\w{13}\+/, '+'))), IGNORED],
    ['no name', report(from((one) => one.replace(/\+teo.*@/, '@'))), IGNORED],
    ['a name without a copy', report(from((one) => one.replace('teo.amaral', 'mallory'))), IGNORED],
    [
      'the name of another member',
      report(from((one) => one.replace('teo.amaral', 'rosa.lind'))),
      UNPROVEN,
    ],
    ['about another member', report({ ...right, to: ROSA_SSC.address }), UNPROVEN],
    [
      'the Message-ID of a letter',
      report({ ...right, messageId: letter.mail.messageId }),
      UNPROVEN,
    ],
    ['no Message-ID', report({ ...right, messageId: undefined }), UNPROVEN],
    ['a sender', { ...report(right), envelopeFrom: 'mailer-daemon@nic.xa' }, UNPROVEN],
    [
      'to the address of a letter',
      report({ ...right, envelopeFrom: letter.envelopeFrom }),
      UNPROVEN,
    ],
  ];
  const outcomes: (readonly [string, string])[] = [];
  for (const [name, mail] of wrong) {
    await talk.mail(mail);
    outcomes.push([name, await talk.outcome()]);
  }
  expect(outcomes).toEqual(wrong.map(([name, , outcome]) => [name, outcome]));
  expect(await believed(talk)).toEqual([]);
  await talk.mail(report(right, 'gone', [ROSA_SSC.address]));
  expect(await talk.outcome()).toBe('bounce noted bounce-mailbox-gone');
  await talk.mail(report(right));
  expect(await believed(talk)).toEqual([`mailbox-gone ${TEO_SSC.address}`]);
  expect(talk.everyLetter().filter((one) => /probe|alarm/.test(one))).toEqual([]);
});

test('rejections for DMARC are one line in the store, however many come, and make no mail', async () => {
  const talk = await subscribed({ ...SHOWN, shownOnFailure: false });
  await post(talk, 'News');
  const { to, mail, envelopeFrom } = copyTo(talk, TEO_SSC);
  const one = report({ to, messageId: mail.messageId, envelopeFrom }, 'policy');
  for (let count = 0; count < 12; count += 1) await talk.mail(one);
  expect(await believed(talk)).toEqual([`policy ${TEO_SSC.address}`]);
  await talk.advance('30 days');
  expect(talk.sent()).toEqual([]);
});

test('a member who forges reports about another makes one letter a week, and nothing else', async () => {
  const talk = await subscribed(SHOWN);
  for (let day = 0; day < 10; day += 1) {
    await post(talk, `News of day ${day}`);
    const { mail, envelopeFrom } = copyTo(talk, ROSA_SSC);
    const forged = envelopeFrom.replace('rosa.lind', 'teo.amaral');
    const about = { to: TEO_SSC.address, messageId: mail.messageId, envelopeFrom: forged };
    await talk.mail({ ...report(about), from: ROSA_SSC });
    await talk.advance('1 day');
  }
  expect(await believed(talk)).toHaveLength(10);
  const letters = talk.everyLetter().filter((one) => /probe|lost|successor/.test(one));
  expect(letters).toEqual(['probe to teo.amaral@nic.xa', 'probe to teo.amaral@nic.xa']);
  const { unreachable_since: since } = await talk.db
    .selectFrom('persons')
    .select('unreachable_since')
    .where('address', '=', TEO_SSC.address)
    .executeTakeFirstOrThrow();
  expect(since).toBeNull();
});

test('"this person has left" is told to the Validators once, and is no report', async () => {
  const talk = await subscribed(SHOWN);
  await post(talk, 'News');
  await talk.mail(left(copyTo(talk, TEO_SSC).envelopeFrom));
  expect(await talk.outcome()).toBe('auto-reply noted person-left');
  expect(talk.sent()).toEqual([
    'alarm-undelivered to val1@ccnso.example',
    'alarm-undelivered to val2@ccnso.example',
  ]);
  await talk.advance('1 day');
  await post(talk, 'More news');
  await talk.mail(left(copyTo(talk, TEO_SSC).envelopeFrom));
  expect(talk.sent()).toEqual([]);
});

function left(envelopeFrom: string): NewMail {
  return {
    from: TEO_SSC,
    to: envelopeFrom,
    subject: 'Automatic reply',
    text: 'Téo Amaral is no longer with our company. Please write to info@nic.xa.',
    headers: { 'Auto-Submitted': 'auto-replied' },
    envelopeFrom: '',
  };
}
