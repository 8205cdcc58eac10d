/** Mails to the list of somebody who wants them to say something else, or to be somebody else's. */

import { describe, expect, test } from 'vitest';
import type { Conversation } from '../support/conversation.ts';
import {
  forgedBy,
  MALLORY,
  type Person,
  ROSA,
  ROSA_SSC,
  TEO_SSC,
  VAL1,
} from '../support/people.ts';
import { signMail } from '../support/sign.ts';
import { ask, copiesOf, members, membersElsewhere, order, post } from '../support/subscribed.ts';

const LIST = 'tld-ops@lists.example';
const TEXT = 'Dear all,\n\nplease look at it.\n\nRosa';
const RED = '[TLP:RED] Phishing';
const play = { title: 'not shown', teaches: 'not shown' };
const BOTH = 'to rosa.lind@nic.xa, teo.amaral@nic.xa';

/** The newest mail that was stored, as it came. */
async function newestMail(talk: Conversation): Promise<string> {
  const { content } = await talk.db
    .selectFrom('raw_mails')
    .innerJoin('inbox', 'inbox.raw_sha256', 'raw_mails.sha256')
    .select('content')
    .orderBy('inbox.id', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  return content?.toString() ?? '';
}

async function handIn(talk: Conversation, raw: Buffer | string, by: Person): Promise<string> {
  await talk.deliver({
    raw: Buffer.from(raw),
    envelopeFrom: by.address,
    to: LIST,
    client: by.client,
  });
  return `${await talk.outcome()}; ${talk.sent().join(', ') || 'no letter'}; ${copiesOf(talk)}`;
}

const IGNORED = 'human ignored post-repeated; no letter; none';
const ASKED = 'human held post-unproven; post-ask to rosa.lind@nic.xa; none';

describe('a signed post that everybody has, handed in once more by Mallory', () => {
  test('goes to nobody, however blanks and lines are changed that a signature does not hold', async () => {
    const talk = await members(play);
    await talk.mail(post(ROSA_SSC, RED, TEXT));
    expect(copiesOf(talk)).toBe(`${RED} ${BOTH}`);
    const first = await newestMail(talk);
    const changes: ((raw: string) => string)[] = [
      (raw) => raw.replace(/^Date: /m, 'Date:   '),
      (raw) => raw.replace(/^(Date: .*) ([+-]\d{4})/m, `$1${' '.repeat(90)}$2`),
      (raw) => raw.replace('please look', 'please   look'),
      (raw) => `${raw}\r\n\r\n\r\n`,
      (raw) => `Content-Type: text/html; charset=utf-8\r\n${raw.replace('at it', 'at  it')}`,
      (raw) => `Subject: [TLP:CLEAR] Call +1 900 555 0100\r\n${raw}`,
    ];
    for (const change of changes) {
      const changed = change(first);
      expect(changed).not.toBe(first);
      expect(await handIn(talk, changed, MALLORY)).toBe(IGNORED);
    }
  });
});

describe('a signed post that Mallory caught on its way', () => {
  test.each([
    ['another subject', 'Subject: [TLP:CLEAR] Call +1 900 555 0100 now'],
    ['an address for answers', 'Reply-To: TLD-OPS <tld-ops@attacker.example>'],
    ['another type of text', 'Content-Type: text/html; charset=utf-8'],
  ])('with %s on top is not proven: its author is asked', async (_, field) => {
    const talk = await members(play);
    const raw = await signMail(
      Buffer.from(
        [
          'From: Rosa Lind <rosa.lind@nic.xa>',
          `To: ${LIST}`,
          `Subject: ${RED}`,
          'Date: Mon, 23 Nov 2026 09:00:00 +0000',
          'Message-ID: <caught@nic.xa>',
          'Content-Type: text/plain',
          '',
          'Please look at it.',
          '',
        ].join('\r\n'),
      ),
      { domain: 'nic.xa' },
    );
    expect(await handIn(talk, `${field}\r\n${raw.toString()}`, MALLORY)).toBe(ASKED);
    expect(await handIn(talk, raw, MALLORY)).toContain(`${RED} ${BOTH}`);
  });

  test('and that was written to the owner alone is not for the list', async () => {
    const talk = await members(play);
    await talk.mail({
      ...post(ROSA_SSC, 'I distrust .xb', TEXT),
      to: 'tld-ops-owner@lists.example',
    });
    const raw = await newestMail(talk);
    expect(await handIn(talk, raw, MALLORY)).toBe(ASKED);
    expect(await handIn(talk, `Cc: ${LIST}\r\n${raw}`, MALLORY)).toBe(ASKED);
  });
});

test('one mail that its author confirms twice goes out once', async () => {
  const talk = await membersElsewhere(play);
  await talk.mail(post(ROSA, '[TLP:GREEN] Phishing', TEXT));
  const first = talk.letter('post-ask');
  await talk.playBack(3, MALLORY);
  const second = talk.letter('post-ask');
  expect(second).not.toBe(first);
  await talk.reply(first, { from: ROSA, text: 'CONFIRM' });
  expect(talk.copies()).toHaveLength(2);
  await talk.reply(second, { from: ROSA, text: 'CONFIRM' });
  expect(copiesOf(talk)).toBe('none');
});

describe('a post that holds an open code', () => {
  const PASSED_ON =
    'human held passed-on; passed-on to val1@ccnso.example, passed-on to val2@ccnso.example; none';

  test.each(['message/rfc822', 'text/html'])(
    'in a part that is %s goes to people',
    async (type) => {
      const talk = await members(play);
      await talk.mail(ask(ROSA_SSC, 'leave'));
      const { mail } = talk.letter(talk.everyLetter().at(-1)?.split(' ')[0] ?? '');
      const letter = `Subject: ${mail.subject}\n\n${mail.text}`.replaceAll('\n', '\r\n');
      const part = type === 'text/html' ? `<blockquote>${letter}</blockquote>` : letter;
      const encoded = Buffer.from(part)
        .toString('base64')
        .replace(/(.{76})/g, '$1\r\n');
      const body = [
        '--b',
        'Content-Type: text/plain',
        '',
        'Is this genuine?',
        '--b',
        `Content-Type: ${type}; charset=utf-8`,
        ...(type === 'text/html' ? ['Content-Transfer-Encoding: base64', '', encoded] : ['', part]),
        '--b--',
        '',
      ];
      const header = [
        'From: Rosa Lind <rosa.lind@nic.xa>',
        `To: ${LIST}`,
        'Subject: [TLP:AMBER] Who else got this?',
        'Date: Mon, 23 Nov 2026 09:00:00 +0000',
        'Message-ID: <genuine@nic.xa>',
        'MIME-Version: 1.0',
        'Content-Type: multipart/mixed; boundary=b',
        '',
      ];
      const raw = await signMail(Buffer.from([...header, ...body].join('\r\n')), {
        domain: 'nic.xa',
      });
      expect(await handIn(talk, raw, ROSA_SSC)).toBe(PASSED_ON);
    },
  );
});

test('ten forged posts do not silence the eleventh, which is true', async () => {
  const talk = await membersElsewhere({
    title: 'Ten forged posts, and a true one',
    teaches:
      'Nothing proves Rosa’s mails, so she is asked about each, ten times a day. Mallory uses that up. The ' +
      'last question says that it is the last one, with a link of Mallory’s that cannot be opened. Of the ' +
      'next mail the Validators learn at once, with its subject; of those after it in the daily letter.',
  });
  const bait = 'Your account ends today. Log in: https://login.attacker.example/tld-ops';
  for (let count = 1; count <= 10; count += 1) {
    await talk.mail(post(forgedBy(MALLORY, ROSA), `Your account (${count})`, bait));
    expect(talk.sent()).toEqual(['post-ask to rosa.lind@mailbox.example']);
  }
  await talk.mail(post(ROSA, '[TLP:GREEN] Phishing', TEXT));
  expect(await talk.outcome()).toBe('human held post-unproven');
  expect(talk.sent()).toEqual([
    'post-stuck to val1@ccnso.example',
    'post-stuck to val2@ccnso.example',
  ]);
  await talk.mail(post(ROSA, '[TLP:GREEN] Phishing again', TEXT));
  expect(talk.sent()).toEqual([]);
  await talk.reply(talk.letter('post-stuck', VAL1), { from: VAL1, text: 'QUARANTINE release 13' });
  expect(talk.copies()).toHaveLength(2);
  await expect(await talk.story()).toMatchFileSnapshot('post-ten-forged.transcript');
});

test('a proven forgery shows its victim no text and no link', async () => {
  const talk = await members({
    title: 'What a victim is shown',
    teaches:
      'The domain of Téo says that such mail is forged: he learns that it came, without its text, and with ' +
      'no link that can be opened.',
  });
  const bait = 'Your account ends. Log in: www.attacker.example/login';
  await talk.mail(post(forgedBy(MALLORY, TEO_SSC), 'Log in at attacker.example', bait));
  expect(talk.sent()).toEqual(['post-ask to teo.amaral@nic.xa']);
  expect(talk.letter('post-ask').mail.text).not.toMatch(/attacker\.example|Your account/);
  await expect(await talk.story()).toMatchFileSnapshot('post-bait.transcript');
});

test('commands that nothing proves are asked about before anybody is told of them', async () => {
  const talk = await membersElsewhere(play);
  await talk.mail(post(forgedBy(MALLORY, ROSA), 'x', 'leave'));
  expect(talk.sent()).toEqual(['post-ask to rosa.lind@mailbox.example']);
  await talk.reply(talk.letter('post-ask'), { from: ROSA, text: 'CONFIRM' });
  expect(talk.sent()).toEqual(['post-commands to rosa.lind@mailbox.example']);
});

test('a held post of somebody who has left is not sent by a Validator’s word either', async () => {
  const talk = await members({
    title: 'Released too late',
    teaches:
      'A report of Téo’s program waits. Meanwhile he leaves the list. A Validator releases the report: it ' +
      'goes to nobody, and the Validators learn why.',
  });
  const auto = { 'Auto-Submitted': 'auto-generated' };
  await talk.mail({ ...post(TEO_SSC, 'Daily report', '12 hosts.'), headers: auto });
  expect(await talk.outcome()).toBe('auto-reply held post-automatic');
  await talk.mail(ask(TEO_SSC, 'leave'));
  await talk.reply(talk.letter('own-challenge'), { from: TEO_SSC, text: 'CONFIRM' });
  expect(await talk.roster()).toHaveLength(1);
  await talk.mail(order(VAL1, 'QUARANTINE release 3'));
  expect(copiesOf(talk)).toBe('none');
  expect(talk.sent()).toEqual([
    'post-stuck to val1@ccnso.example',
    'post-stuck to val2@ccnso.example',
    'transcript to val1@ccnso.example',
  ]);
  await expect(await talk.story()).toMatchFileSnapshot('post-author-left.transcript');
});
