/** The list's copy of a post: what is taken out, what is put in, and that nothing else moves. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makePostCopy, type Post } from '../../src/machines/post-copy.ts';
import { readHeader, valuesOf } from '../../src/machines/reading/header.ts';
import { readFrom, readRecipients } from '../../src/machines/reading/mailbox.ts';
import { readMessageId } from '../../src/machines/reading/message-id.ts';
import { decodeWords } from '../../src/machines/reading/encoded-word.ts';
import type { Address } from '../../src/machines/words/address.ts';
import type { Authentication } from '../../src/machines/words/mail.ts';

const SETTING = {
  names: { list: 'tld-ops', domain: 'lists.example' },
  hostname: 'lists.example',
};
const ROSA = { name: 'Rosa Lind', address: 'rosa@nic.xa' as Address };
const AT = new Date('2026-11-27T09:00:00Z');

/** DMARC with this policy; the signature of the author's domain holds unless told. */
function found(policy: string, dkim: 'pass' | 'fail' | 'none' = 'pass'): Authentication {
  const signature = { result: dkim, domain: 'nic.xa', selector: 's1', aligned: true };
  return {
    spf: { result: 'pass', domain: 'nic.xa' },
    dkim: dkim === 'none' ? [] : [{ ...signature, result: dkim }],
    dmarc: { result: 'pass', domain: 'nic.xa', policy },
    proven: true,
    facts: [],
  };
}

/** Stamped already, so that nothing but the header's additions differs. */
const STAMPED = '[TLP:AMBER] Phishing';

function post(header: readonly string[], over: Partial<Post> = {}): Post {
  const raw = Buffer.from(`${header.join('\r\n')}\r\n\r\nHello.\r\n`);
  const headers = readHeader(raw);
  const messageId = readMessageId(headers);
  const subject = decodeWords(valuesOf(headers, 'subject')[0] ?? '');
  return {
    raw,
    mail: { headers, subject, ...(messageId === undefined ? {} : { messageId }) },
    author: ROSA,
    authentication: found('none'),
    number: 12,
    tlp: 'AMBER',
    messageId: messageId ?? 'made-by-us@lists.example',
    at: AT,
    ...over,
  };
}

const USUAL = [
  'From: Rosa Lind <rosa@nic.xa>',
  'To: tld-ops@lists.example',
  `Subject: ${STAMPED}`,
  'Date: Fri, 27 Nov 2026 10:00:00 +0100',
  'Message-ID: <one@nic.xa>',
];

function headerOf(copy: Buffer): string[] {
  const text = copy.toString('latin1');
  return text.slice(0, text.indexOf('\r\n\r\n')).split(/\r\n(?![ \t])/);
}

function copyOf(header: readonly string[], over: Partial<Post> = {}): string[] {
  return headerOf(makePostCopy(post(header, over), SETTING));
}

const OURS = [
  'Authentication-Results: lists.example; spf=pass smtp.mailfrom=nic.xa;\r\n dkim=pass header.d=nic.xa header.s=s1; dmarc=pass header.from=nic.xa',
  'List-Id: TLD-OPS <tld-ops.lists.example>',
  'List-Post: <mailto:tld-ops@lists.example>',
  'List-Help: <mailto:tld-ops-request@lists.example?subject=help>',
  'List-Unsubscribe: <mailto:tld-ops-request@lists.example?subject=leave>',
  'List-Owner: <mailto:tld-ops-owner@lists.example>',
  'Precedence: list',
  'X-No-Archive: yes',
  'X-TLP: AMBER',
  'X-TLD-OPS-Post: 12',
];

describe('the copy of a post', () => {
  it('has the fields of the list in front, and all of the author behind them', () => {
    expect(copyOf(USUAL)).toEqual([...OURS, ...USUAL]);
  });

  it.each([
    'Return-Path: <rosa@nic.xa>',
    'Delivered-To: tld-ops@lists.example',
    'X-Original-To: tld-ops@lists.example',
    'List-Id: TLD-OPS <tld-ops.lists.example>',
    'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
    'list-archive : <https://evil.test/>',
    'List-Id\t: x',
    'Approved: letmein',
    'X-Approve: letmein',
    'Urgent: letmein',
    'Disposition-Notification-To: rosa@nic.xa',
    'Return-Receipt-To: rosa@nic.xa',
    'X-Confirm-Reading-To: rosa@nic.xa',
    'Errors-To: rosa@nic.xa',
    'Bcc: secret@nic.xa,\r\n more@nic.xa',
    'Precedence: bulk',
    'X-TLD-OPS-Post: 99',
    'X-TLD-OPS-Letter: queue',
    'X-TLP: CLEAR',
    'X-\u0000TLP: CLEAR',
    'X-Original-From: val1@ccnso.example',
    'Authentication-Results: lists.example; dmarc=pass header.from=nic.xa',
    'Authentication-Results: (me) LISTS.example 1; dmarc=pass',
    'Authentication-Results: "lists.example"; dmarc=pass',
    'Authentication-Results: lists.example" unreadable; dmarc=pass',
    'garbage\r\n X-TLP: CLEAR',
  ])('does not pass on %j', (field) => {
    expect(copyOf([...USUAL, field])).toEqual([...OURS, ...USUAL]);
  });

  it.each([
    'Received: from a by b; Fri, 27 Nov 2026 09:00:00 +0000',
    'X-Odd:',
    'X-Folded: one\r\n\ttwo',
    'no field at all',
    'X-Äöü: raw 8 bit',
    'Authentication-Results: mx.lists.example; spf=pass',
    'DKIM-Signature: v=1; d=other.example; h=from; b=x',
    'ARC-Seal: i=1; cv=none',
    'Sender: assistant@nic.xa',
    'Resent-From: rosa@nic.xa',
    'In-Reply-To: <before@nic.xb>',
    'Content-Type: multipart/signed; boundary="x"',
  ])('passes on %j as it is', (field) => {
    const bytes = Buffer.from(field).toString('latin1');
    expect(copyOf([field, ...USUAL])).toEqual([...OURS, bytes, ...USUAL]);
  });

  it('gets a Message-ID and a Date when it has none', () => {
    const copy = copyOf(USUAL.slice(0, 3));
    expect(copy).toContain('Message-ID: <made-by-us@lists.example>');
    expect(copy).toContain('Date: Fri, 27 Nov 2026 09:00:00 +0000');
  });

  it('gets ours in place of a Message-ID that is none', () => {
    const copy = copyOf([...USUAL.slice(0, 4), 'Message-ID: what?']);
    expect(copy.filter((field) => field.startsWith('Message-ID'))).toEqual([
      'Message-ID: <made-by-us@lists.example>',
    ]);
  });

  it.each([
    ['Phishing', '[TLP:AMBER] Phishing'],
    ['=?utf-8?B?w4RyZ2Vy?=', '[TLP:AMBER] Ärger'],
    [
      `Many words ${'and more words '.repeat(12)}`,
      `[TLP:AMBER] Many words ${'and more words '.repeat(12)}`,
    ],
    ['x'.repeat(400), `[TLP:AMBER] ${'x'.repeat(400)}`],
    ['网络钓鱼'.repeat(30), `[TLP:AMBER] ${'网络钓鱼'.repeat(30)}`],
  ])('has the label in its subject: %j', (subject, stamped) => {
    const copy = copyOf([
      ...USUAL.filter((field) => !field.startsWith('Subject')),
      `Subject: ${subject}`,
    ]);
    const fields = copy.filter((field) => field.startsWith('Subject:'));
    expect(fields).toHaveLength(1);
    expect(fields[0]?.split('\r\n').every((line) => line.length <= 78)).toBe(true);
    const [read] = valuesOf(readHeader(Buffer.from(fields[0] ?? '', 'latin1')), 'subject');
    expect(decodeWords(read ?? '').trim()).toBe(stamped.trim());
  });

  it('turns LF into CRLF, as the door of the pipe gives it', () => {
    const raw = Buffer.from(`${USUAL.join('\n')}\n\nHello.\n.\nBye\r\n`);
    expect(makePostCopy(post(USUAL, { raw }), SETTING).toString()).toBe(
      [...OURS, ...USUAL, '', 'Hello.', '.', 'Bye', ''].join('\r\n'),
    );
  });
});

describe('the From field', () => {
  const SIGNED = 'DKIM-Signature: v=1; d=nic.xa; s=s1; h=From:To : Subject;\r\n b=abc';
  const OVERSIGNED = 'DKIM-Signature: v=1; d=nic.xa; h=from:list-id:list-id; b=abc';
  const plain = USUAL.map((field) => (field.startsWith('Subject') ? 'Subject: Phishing' : field));
  it.each([
    ['the domain publishes nothing', plain, found('none', 'none'), false],
    ['the policy is none', plain, found('none'), false],
    ['its signature holds', [SIGNED, ...USUAL], found('reject'), false],
    ['the subject was signed and gets its label', [SIGNED, ...plain], found('reject'), true],
    ['it was not signed', USUAL, found('reject', 'none'), true],
    [
      'its signature was broken when it came',
      [SIGNED, ...USUAL],
      found('quarantine', 'fail'),
      true,
    ],
    ['a field that we add was signed as absent', [OVERSIGNED, ...USUAL], found('reject'), true],
    [
      'a field that goes was signed',
      [SIGNED.replace('To ', 'Approved '), 'Approved: x', ...USUAL],
      found('reject'),
      true,
    ],
    ['nobody knows what the domain wants', [SIGNED, ...plain], undefined, true],
  ])('when %s', (_, header, authentication, rewritten) => {
    const copy = copyOf(header, { authentication });
    const from = copy.filter((field) => /^from:/i.test(field));
    expect(from).toEqual([
      rewritten
        ? 'From: "Rosa Lind via TLD-OPS" <tld-ops@lists.example>'
        : 'From: Rosa Lind <rosa@nic.xa>',
    ]);
    expect(copy.includes('Reply-To: "Rosa Lind" <rosa@nic.xa>')).toBe(rewritten);
    expect(copy.includes('X-Original-From: "Rosa Lind" <rosa@nic.xa>')).toBe(rewritten);
  });

  const rewritten = (header: readonly string[], author = ROSA) =>
    copyOf(header, { authentication: found('reject', 'none'), author });

  it('keeps where the author wants answers, and adds the author; Sender goes', () => {
    const replyTo =
      'Reply-To: "Desk, the" <desk@nic.xa>, Rosa <rosa@nic.xa>, tld-ops@lists.example';
    const copy = rewritten([...USUAL, replyTo, 'Sender: assistant@nic.xa']);
    expect(copy.filter((field) => /^(?:reply-to|sender)/i.test(field))).toEqual([
      'Reply-To: "Desk, the" <desk@nic.xa>, "Rosa Lind" <rosa@nic.xa>',
    ]);
  });

  it.each(['Reply-To: "open <desk@nic.xa>', 'Reply-To: group: a@nic.xa;', 'Reply-To: \u0001'])(
    'takes nothing from %j',
    (replyTo) => {
      const copy = rewritten([...USUAL, replyTo]);
      expect(copy.filter((field) => /^reply-to/i.test(field))).toEqual([
        'Reply-To: "Rosa Lind" <rosa@nic.xa>',
      ]);
    },
  );

  it.each([
    ['', 'rosa at nic.xa via TLD-OPS'],
    ['Rosa "the" \\ Lind', 'Rosa "the" \\ Lind via TLD-OPS'],
    ['Téo Amaral', 'Téo Amaral via TLD-OPS'],
    ['王小明', '王小明 via TLD-OPS'],
    ['val1@ccnso.example', 'val1 at ccnso.example via TLD-OPS'],
    ['=?utf-8?Q?x?=', '=?utf-8?Q?x?= via TLD-OPS'],
    ['n'.repeat(200), `${'n'.repeat(200)} via TLD-OPS`],
  ])('names the author %j', (name, shown) => {
    const raw = Buffer.from(rewritten(USUAL, { ...ROSA, name }).join('\r\n'), 'latin1');
    const read = readFrom(readHeader(raw));
    expect(read.ok && read.mailbox.address).toBe('tld-ops@lists.example');
    const [from] = valuesOf(readHeader(raw), 'from');
    const display = (from ?? '').replace(/ <[^>]*>$/, '');
    const words = display.startsWith('"')
      ? display.slice(1, -1).replace(/\\(.)/g, '$1')
      : decodeWords(display);
    expect(words).toBe(shown);
  });
});

describe('whatever comes', () => {
  const named =
    'List-Id X-TLP X-Any From Subject Precedence Received Reply-To X-TLD-OPS-Post Sender Date';
  const odd = ['Authentication-Results', 'x tlp', '\u0000X-TLP', ''];
  const name = fc.constantFrom(...named.split(' '), ...odd);
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.constantFrom('lists.example; dmarc=pass', ' \r\n X-TLP: RED', 'x'.repeat(3_000), '\n'),
    fc
      .array(fc.constantFrom('\r', '\n', ' ', '\t', ':', 'a', '\v', '\u0085', 'X-TLP: RED'))
      .map(String),
  );
  const field = fc.tuple(name, fc.constantFrom(':', ' :', ': ', ''), text);
  const mail = fc.record({
    fields: fc.array(field, { maxLength: 12 }),
    body: fc.uint8Array({ maxLength: 200 }),
    subject: text,
    author: text,
    authentication: fc.constantFrom(found('reject'), found('none'), undefined),
  });

  it('no field of ours is there twice, no line is too long, and the body is untouched', () => {
    fc.assert(
      fc.property(mail, ({ fields, body, subject, author, authentication }) => {
        const head = fields.map((parts) => `${parts.join('')}\r\n`).join('');
        // Line ends of the body are tested apart.
        const tail = Buffer.from(body).map((byte) => (byte === 10 || byte === 13 ? 32 : byte));
        const safe = head.replace(/(\r?\n)(?=\r?\n)/g, '$1 ').replace(/^\r?\n/, 'X');
        const raw = Buffer.concat([Buffer.from(safe), Buffer.from('\r\n'), tail]);
        const copy = makePostCopy(
          post([], {
            raw,
            mail: { headers: readHeader(raw), subject },
            author: { ...ROSA, name: author },
            authentication,
          }),
          SETTING,
        );
        const end = copy.indexOf('\r\n\r\n');
        expect(copy.subarray(end + 4).equals(Buffer.from(tail))).toBe(true);
        const lines = copy.toString('latin1', 0, end).split('\r\n');
        expect(lines.filter((line) => line.length > 998 || /[\r\n\0]/.test(line))).toEqual([]);
        const read = readHeader(copy);
        const names = read.map((one) => one.name.replace(/^:/, ''));
        for (const ours of ['list-id', 'x-tlp', 'x-tld-ops-post', 'precedence', 'message-id'])
          expect(names.filter((one) => one === ours)).toEqual([ours]);
        expect(valuesOf(read, 'x-tlp')).toEqual(['AMBER']);
        expect(valuesOf(read, 'list-id')).toEqual(['TLD-OPS <tld-ops.lists.example>']);
        const claims = valuesOf(read, 'authentication-results').filter((value) =>
          value.startsWith('lists.example'),
        );
        expect(claims).toHaveLength(authentication === undefined ? 0 : 1);
        if (authentication === undefined) {
          expect(names.filter((one) => one === 'from' || one === 'sender')).toEqual(['from']);
          expect(
            readRecipients(
              read.map((one) => (one.name === 'reply-to' ? { ...one, name: 'to' } : one)),
            ).map(({ address }) => address),
          ).toContain(ROSA.address);
        }
      }),
      { numRuns: 400 },
    );
  });
});

function fieldsNamed(copy: readonly string[], name: string): string[] {
  return copy.filter((field) => field.toLowerCase().startsWith(name));
}

describe('what stands twice in the header', () => {
  it.each([
    ['Subject', 'Subject: [TLP:CLEAR] Phishing', `Subject: ${STAMPED}`],
    ['Subject', 'Subject : [TLP:CLEAR] Phishing', `Subject: ${STAMPED}`],
    ['Date', 'Date: Thu, 26 Nov 2026 10:00:00 +0100', 'Date: Fri, 27 Nov 2026 10:00:00 +0100'],
  ])('leaves the copy: of two fields named %s the first stays', (name, second, first) => {
    expect(fieldsNamed(copyOf([...USUAL, second]), name.toLowerCase())).toEqual([first]);
  });

  it('is a change where a signature covers it: the list takes From over', () => {
    const signature = 'DKIM-Signature: v=1; h=from:subject:date; bh=x; b=y';
    const over = { authentication: found('reject') };
    expect(fieldsNamed(copyOf([signature, ...USUAL], over), 'from')).toEqual([USUAL[0]]);
    const twice = copyOf([signature, ...USUAL, 'Subject: [TLP:CLEAR] Phishing'], over);
    expect(fieldsNamed(twice, 'from')[0]).toContain('via TLD-OPS');
  });
});

it('takes a result out that claims to be ours with a dot at the end of its name', () => {
  const copy = copyOf([...USUAL, 'Authentication-Results: lists.example.; dmarc=pass']);
  expect(copy.filter((field) => field.includes('lists.example.;'))).toEqual([]);
});

it('keeps five addresses for answers at most, the author last', () => {
  const many = Array.from({ length: 40 }, (_, at) => `r${at}@nic.xa`).join(', ');
  const copy = copyOf([...USUAL, `Reply-To: ${many}`], {
    authentication: found('reject', 'none'),
  });
  const [field = ''] = copy.filter((one) => one.startsWith('Reply-To:'));
  expect(field.match(/@/g)).toHaveLength(5);
  expect(field).toContain('rosa@nic.xa');
});
