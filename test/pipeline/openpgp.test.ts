/** Signed commands: what counts as signed by the pinned key, and what follows from it. */

import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findSignedPart } from '../../src/machines/reading/signed-parts.ts';
import { Temporary } from '../../src/machines/words/trouble.ts';
import { checkPinnedKeys } from '../../src/pipeline/pinned-keys.ts';
import { commandsDigest, isForged } from '../../src/pipeline/read-mail.ts';
import { withSignature } from '../../src/pipeline/signed-commands.ts';
import { type MailParts, rawMail } from '../support/mail-text.ts';
import {
  clearSign,
  keyFolder,
  makeKey,
  plainPart,
  publicKeyOf,
  type Signed,
  signMime,
} from '../support/openpgp.ts';
import {
  asText,
  BOTH,
  changed,
  clear,
  FREEZE,
  keyed,
  mime,
  PART,
  readingOf,
  RECEIVED,
  resultOf,
  rsa,
  type Sent,
  SIGNED,
  signedPart,
  VALIDATE,
  VALIDATORS,
  VERA,
  vera,
  VICTOR,
  victor,
} from '../support/signed-mail.ts';

const bySubkey = await makeKey(VERA, { bySubkey: true });
const TWO_WEEKS = 14 * 86_400;

describe('a command counts as signed', () => {
  it.each<[string, Sent | (() => Promise<Sent>)]>([
    ['in a PGP/MIME mail', mime],
    ['in a clear-signed text', asText(clear)],
    ['with blank lines around the text', asText(`\n\n${clear}\n\n\n`)],
    ['with line ends of a pipe', { raw: withLf(mime) }],
    [
      'with a folded field',
      { raw: Buffer.from(withLf(mime).toString().replace('; protocol', ';\n\tprotocol')) },
    ],
    ['with blanks at the ends of its lines', asText(clear.replace(FREEZE, `${FREEZE}  \t`))],
    ['under another label for its charset', asText(clear, { 'Content-Type': 'text/plain' })],
    ['with a body in base64', inBase64(clear)],
    ['with a subkey', async () => keyed(bySubkey, await signMime(PART, bySubkey, SIGNED))],
    ['with an RSA key', async () => keyed(rsa, await signMime(PART, rsa, SIGNED))],
    ['nearly four days ago', { ...mime, received: new Date('2026-11-25T08:59:00Z') }],
    ['with a clock that is fast', { ...mime, received: new Date('2026-11-21T08:01:00Z') }],
    [
      'in a part that is quoted-printable',
      () => signedPart(`FREEZE .xa Redelegation=20is =\nunder way`, QUOTED),
    ],
    ['in a part that is base64', () => signedPart(Buffer.from(FREEZE).toString('base64'), BASE64)],
    ['in flowed text', () => signedPart('FREEZE .xa Redelegation \nis under way', FLOWED)],
    ['as Thunderbird writes it, key attached', () => signedPart(THUNDERBIRD, MIXED)],
    [
      'with a file name in another case',
      { ...mime, pinned: { [FILE_IN_CAPITALS]: publicKeyOf(vera) } },
    ],
    ['with text for old programs above', changed(mime, 'This is an', 'UNFREEZE .xa\n\nThis is an')],
  ])('%s', async (_how, sent) => {
    expect(await resultOf(typeof sent === 'function' ? await sent() : sent)).toMatchObject({
      lines: [FREEZE],
      faults: 0,
      at: SIGNED,
      fact: `An OpenPGP signature of the pinned key of ${VERA}, made at 2026-11-21 09:00 UTC, covers the commands.`,
    });
  });

  it.each(['clear-signed.eml', 'mime.eml'])('by GnuPG 2.2, in %s', async (name) => {
    const pinned = { [`${VERA}.asc`]: ofGnupg('key.asc').toString() };
    const found = await resultOf({ raw: ofGnupg(name), pinned });
    expect(found).toMatchObject({ lines: [FREEZE], faults: 0, at: SIGNED });
  });

  it('in letters of other scripts', async () => {
    const line = 'FREEZE .xa Переделегирование – 変更';
    const texts = [
      asText(await clearSign(line, vera, SIGNED)),
      await signMime(plainPart(line), vera, SIGNED),
    ];
    for (const text of texts)
      expect(await resultOf(text)).toMatchObject({ lines: [line], at: SIGNED });
  });

  it('with lines that begin with a dash', async () => {
    const text = await clearSign(`${FREEZE}\n\n-- \nVera\n- one\n-----BEGIN`, vera, SIGNED);
    expect(text).toContain('- -----BEGIN');
    expect(await resultOf(asText(text))).toMatchObject({ lines: [FREEZE], faults: 0, at: SIGNED });
  });
});

const QUOTED =
  'Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable';
const BASE64 = 'Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64';
const FLOWED = 'Content-Type: text/plain; charset=utf-8; format=flowed';
const MIXED = `Content-Type: multipart/mixed; boundary="outer7";\n protected-headers="v1"\nSubject: Stop\nFrom: <${VERA}>`;
const FILE_IN_CAPITALS = `${VERA.toUpperCase()}.asc`;
const THUNDERBIRD = [
  '--outer7',
  'Content-Type: multipart/mixed; boundary="inner8"',
  '',
  '--inner8',
  'Content-Type: text/plain; charset=UTF-8; format=flowed',
  'Content-Transfer-Encoding: base64',
  '',
  Buffer.from(FREEZE).toString('base64'),
  '--inner8',
  'Content-Type: application/pgp-keys; name="OpenPGP_0x1.asc"',
  'Content-Disposition: attachment; filename="OpenPGP_0x1.asc"',
  '',
  'a key',
  '--inner8--',
  '',
  '--outer7--',
].join('\n');

function ofGnupg(name: string): Buffer {
  return readFileSync(new URL(`gnupg/${name}`, import.meta.url));
}

function withLf(sent: MailParts): Buffer {
  const raw = rawMail({ from: VERA, to: VALIDATE, ...sent }).toString();
  return Buffer.from(raw.replaceAll('\r\n', '\n'));
}

function inBase64(text: string): Signed {
  const body = Buffer.from(text).toString('base64').replaceAll(/.{76}/g, '$&\n');
  return { headers: { 'Content-Type': 'text/plain', 'Content-Transfer-Encoding': 'base64' }, body };
}

describe('whatever comes', () => {
  const raw = rawMail({ from: VERA, to: VALIDATE, ...mime });
  const text = rawMail({ from: VERA, to: VALIDATE, ...asText(clear) });

  it('a change anywhere leaves either the words that were signed or no signature', async () => {
    const edit = fc.record({
      mail: fc.constantFrom(raw, text),
      at: fc.nat({ max: raw.length - 1 }),
      drop: fc.nat({ max: 40 }),
      put: fc.oneof(
        fc.string({ maxLength: 20 }),
        fc.constantFrom('\r\n', '\n\n', '--', 'UNFREEZE .xa\r\n', '=20', '- '),
      ),
    });
    await fc.assert(
      fc.asyncProperty(edit, async ({ mail, at, drop, put }) => {
        const start = at % mail.length;
        const bytes = Buffer.concat([
          mail.subarray(0, start),
          Buffer.from(put),
          mail.subarray(start + drop),
        ]);
        const found = await resultOf({ raw: bytes });
        if (found.at !== undefined) expect([found.lines, found.faults]).toEqual([[FREEZE], 0]);
      }),
      { numRuns: 150 },
    );
  });

  const PIECES = [
    '\r\n',
    '-----BEGIN PGP SIGNED MESSAGE-----',
    '-----BEGIN PGP SIGNATURE-----',
    'Hash: SHA512',
    '- ',
    '--b',
    '--b--',
    ' ',
    ';',
    'boundary="b"',
    'x',
  ];

  it('nothing is thrown', () => {
    const found = fc.array(fc.constantFrom(...PIECES), { maxLength: 60 });
    fc.assert(
      fc.property(found, fc.string(), (pieces, type) => {
        const body = pieces.join('');
        for (const given of [[], [`${SIGNED_TYPE}${type}`]]) find(given, body);
      }),
    );
  });

  it.each(PIECES)('a megabyte of "%s" takes no time', (piece) => {
    const body = piece.repeat(1_000_000 / piece.length);
    const started = performance.now();
    for (const given of [[], [SIGNED_TYPE], [`${SIGNED_TYPE}${body}`]]) find(given, body);
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});

const SIGNED_TYPE = 'multipart/signed; protocol="application/pgp-signature"; boundary="b"';

function find(types: readonly string[], body: string): void {
  const headers = types.map((value) => ({ name: 'content-type', value }));
  const text = `-----BEGIN PGP SIGNED MESSAGE-----\n${body}`;
  findSignedPart(Buffer.from(`A: b\r\n\r\n${body}`), { headers, text, attachments: [] });
}

describe('a signed command that comes again', () => {
  it('is known by its signed date, whatever stands around it', async () => {
    const first = await readingOf(mime);
    const again = await readingOf({
      ...mime,
      subject: 'New',
      headers: { ...mime.headers, Date: 'Sun, 22 Nov 2026 10:00:00 +0000' },
    });
    const meant = await readingOf(await signMime(PART, vera, new Date('2026-11-21T09:00:01Z')));
    const [one, two, three] = [first, again, meant].map(({ mail, read }) =>
      commandsDigest(mail, read),
    );
    expect(two).toBe(one);
    expect(three).not.toBe(one);
  });
});

describe('who has signed', () => {
  const NONE = { result: 'none' } as const;
  const unproven = { spf: NONE, dkim: [], dmarc: NONE, proven: false, facts: ['A fact.'] };

  it('is proven, whatever the domain publishes, and does not wait for DNS', async () => {
    const { read } = await readingOf(mime);
    expect(await withSignature(read, async () => unproven)).toMatchObject({
      proven: true,
      facts: ['A fact.', read.commands.signature?.fact],
    });
    const rejecting = { ...unproven, dmarc: { result: 'fail', policy: 'reject' } as const };
    expect(isForged(rejecting)).toBe(true);
    expect(isForged(await withSignature(read, async () => rejecting))).toBe(false);
    const silent = await withSignature(read, () =>
      Promise.reject(new Temporary('dns', 'no answer')),
    );
    expect(silent.proven).toBe(true);
    await expect(withSignature(read, () => Promise.reject(new Error('a fault')))).rejects.toThrow(
      'a fault',
    );
  });

  it('in vain is still heard: other proof may count, or all are told', async () => {
    for (const sent of [changed(mime, '.xa', '.xb'), asText(clear.replace('.xa', '.xb'))]) {
      const found = await resultOf(sent);
      expect(found).toMatchObject({
        lines: [FREEZE.replace('.xa', '.xb')],
        faults: 0,
        at: undefined,
      });
    }
  });

  it('is not proven by a signature that does not count, which is said', async () => {
    const { read } = await readingOf(changed(mime, '.xa', '.xb'));
    expect(await withSignature(read, async () => unproven)).toMatchObject({
      proven: false,
      facts: ['A fact.', expect.stringMatching(/does not count/)],
    });
    await expect(
      withSignature(read, () => Promise.reject(new Temporary('dns', 'no answer'))),
    ).rejects.toThrow('no answer');
  });
});

describe('the folder of keys', () => {
  it('is checked file by file', async () => {
    const ended = await makeKey(VERA, { life: TWO_WEEKS });
    const folder = keyFolder({
      '.gitkeep': '',
      README: 'Keys.',
      'stranger@else.example.asc': publicKeyOf(victor),
      [`${VERA}.asc`]: publicKeyOf(ended),
      [`${VICTOR}.asc`]: 'no key',
    });
    expect(await checkPinnedKeys(folder, VALIDATORS, RECEIVED)).toEqual([
      'README names no Validator.',
      'stranger@else.example.asc names no Validator.',
      expect.stringMatching(/^vera@board\.example\.asc cannot be used: .*expired\.$/),
      expect.stringMatching(/^victor@board\.example\.asc cannot be used: /),
    ]);
    rmSync(join(folder, 'README'));
    rmSync(join(folder, 'stranger@else.example.asc'));
    for (const [name, key] of Object.entries(BOTH)) writeFileSync(join(folder, name), key);
    expect(await checkPinnedKeys(folder, VALIDATORS, RECEIVED)).toEqual([]);
  });
});
