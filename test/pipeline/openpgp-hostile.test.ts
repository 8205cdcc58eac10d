/** What a forger may try with a signed mail of a Validator: none of it counts as signed. */

import { enums } from 'openpgp';
import { describe, expect, it } from 'vitest';
import { rawMail } from '../support/mail-text.ts';
import {
  clearSign,
  detach,
  makeKey,
  oddSignature,
  plainPart,
  publicKeyOf,
  revoke,
  revokeSubkey,
  type Signed,
  signMime,
  together,
  wrap,
} from '../support/openpgp.ts';
import {
  asText,
  changed,
  clear,
  FREEZE,
  keyed,
  mime,
  PART,
  resultOf,
  rsa,
  type Sent,
  SIGNED,
  signedPart,
  VALIDATE,
  VERA,
  vera,
  VICTOR,
  victor,
} from '../support/signed-mail.ts';

const TWO_WEEKS = 14 * 86_400;

describe('nothing is signed', () => {
  it.each<[string, RegExp, Sent | (() => Promise<Sent>)]>([
    ['a word was changed', /does not count/, changed(mime, '.xa', '.xb')],
    ['a word of the text was changed', /does not count/, asText(clear.replace('.xa', '.xb'))],
    [
      'a line stands before the signed ones',
      /does not count/,
      changed(mime, FREEZE, `UNFREEZE .xb\n${FREEZE}`),
    ],
    [
      'a line was put into the text',
      /does not count/,
      asText(clear.replace(FREEZE, `${FREEZE}\nUNFREEZE .xb`)),
    ],
    ['the charset of the part was changed', /does not count/, changed(mime, 'utf-8', 'utf-7')],
    [
      'the encoding of the part was changed',
      /does not count/,
      changed(mime, 'charset=utf-8', 'charset=utf-8\nContent-Transfer-Encoding: base64'),
    ],
    [
      'another Validator signed',
      /does not count: Could not find/,
      () => signMime(PART, victor, SIGNED),
    ],
    [
      'another Validator signed the text',
      /does not count: Could not find/,
      async () => asText(await clearSign(FREEZE, victor, SIGNED)),
    ],
    [
      'a key with the same name signed',
      /does not count: Could not find/,
      async () => signMime(PART, await makeKey(VERA), SIGNED),
    ],
    [
      'the signature is of another text',
      /does not count/,
      async () => wrap(PART, await detach('UNFREEZE .xa', vera, SIGNED)),
    ],
    [
      'the signature is of the words without their header',
      /does not count/,
      async () => wrap(PART, await detach(FREEZE, vera, SIGNED)),
    ],
    [
      'a standalone signature is put to a text',
      /not a signature of a text/,
      async () =>
        wrap(PART, await oddSignature('', vera, SIGNED, { type: enums.signature.standalone })),
    ],
    [
      'the hash is SHA-1',
      /too weak/,
      async () =>
        keyed(rsa, wrap(PART, await oddSignature(PART, rsa, SIGNED, { hash: enums.hash.sha1 }))),
    ],
    [
      'the hash is MD5',
      /too weak/,
      async () =>
        keyed(rsa, wrap(PART, await oddSignature(PART, rsa, SIGNED, { hash: enums.hash.md5 }))),
    ],
    [
      'the signature says when it ends, and has ended',
      /expired/,
      async () => wrap(PART, await oddSignature(PART, vera, SIGNED, { life: 60 })),
    ],
    [
      'it was made five days ago',
      /not made in the last days/,
      { ...mime, received: new Date('2026-11-26T09:10:00Z') },
    ],
    [
      'it was made by a clock of tomorrow',
      /not made in the last days/,
      { ...mime, received: new Date('2026-11-20T09:00:00Z') },
    ],
    ['the key has expired since', /expired/, () => withKeyThatEnds('2026-11-21T09:05:00Z')],
    ['the key had expired before', /expired/, () => withKeyThatEnds('2026-11-19T09:00:00Z')],
    [
      'the key was revoked after it signed',
      /revoked/,
      async () => ({
        ...mime,
        pinned: { [`${VERA}.asc`]: await revoke(vera, new Date('2026-11-21T09:05:00Z')) },
      }),
    ],
    [
      'the subkey was revoked after it signed',
      /does not count/,
      async () => {
        const key = await makeKey(VERA, { bySubkey: true });
        const pinned = await revokeSubkey(key, new Date('2026-11-21T09:05:00Z'));
        return { ...(await signMime(PART, key, SIGNED)), pinned: { [`${VERA}.asc`]: pinned } };
      },
    ],
    [
      'there are two signatures in one',
      /not one signature/,
      async () =>
        wrap(
          PART,
          await together(await detach(PART, vera, SIGNED), await detach(PART, victor, SIGNED)),
        ),
    ],
    [
      'the signature is garbage',
      /does not count/,
      wrap(PART, '-----BEGIN PGP SIGNATURE-----\n\nAAAA\n-----END PGP SIGNATURE-----'),
    ],
    ['the signature is a key', /not one OpenPGP signature/, wrap(PART, publicKeyOf(vera))],
    [
      'the signature is very long',
      /not one OpenPGP signature/,
      changed(
        mime,
        '\n\n-----BEGIN PGP SIGNATURE-----\n',
        `\n\n-----BEGIN PGP SIGNATURE-----\nComment: ${'x'.repeat(20_000)}\n`,
      ),
    ],
    [
      'the signature has a transfer encoding',
      /not one OpenPGP signature/,
      changed(
        mime,
        'Content-Description: OpenPGP digital signature',
        'Content-Transfer-Encoding: base64',
      ),
    ],
    [
      'the second part is something else',
      /not one OpenPGP signature/,
      changed(mime, 'application/pgp-signature', 'text/plain'),
    ],
    [
      'there is a third part',
      /two parts/,
      changed(
        mime,
        /--\n?$/,
        '\nContent-Type: text/plain\n\nUNFREEZE .xa\n--------------signed0--',
      ),
    ],
    [
      'there is text before the signed part',
      /two parts/,
      changed(
        mime,
        '--------------signed0\n',
        '--------------signed0\nContent-Type: text/plain\n\nUNFREEZE .xa\n--------------signed0\n',
      ),
    ],
    ['there is text behind the last part', /two parts/, changed(mime, /$/, '\nUNFREEZE .xa\n')],
    [
      'a line is half a delimiter',
      /two parts/,
      changed(mime, FREEZE, `${FREEZE}\n--------------signed0x`),
    ],
    ['the last part is not closed', /two parts/, changed(mime, /--\n?$/, '')],
    ['a list has put a part around it', /^no signature$/, listed(mime)],
    [
      'the signed part has two forms',
      /no plain text/,
      () => signedPart(ALTERNATIVE, 'Content-Type: multipart/alternative; boundary="a1"'),
    ],
    [
      'two forms are hidden one level deeper',
      /no plain text/,
      () =>
        signedPart(
          `--m1\nContent-Type: multipart/alternative; boundary="a1"\n\n${ALTERNATIVE}\n--m1--`,
          'Content-Type: multipart/mixed; boundary="m1"',
        ),
    ],
    [
      'the signed part is HTML',
      /no plain text/,
      () => signedPart(`<p>${FREEZE}</p>`, 'Content-Type: text/html'),
    ],
    [
      'the signed part has a mail attached',
      /no plain text/,
      () => signedPart(FORWARD, 'Content-Type: multipart/mixed; boundary="m1"'),
    ],
    [
      'the signed part does not say what it is',
      /no plain text/,
      async () => signMime(plainPart(FREEZE, 'X-Note: a'), vera, SIGNED),
    ],
    [
      'a signed text is put into PGP/MIME',
      /no plain text/,
      async () => wrap(FREEZE, await detach(FREEZE, vera, SIGNED)),
    ],
    [
      'the signed part is longer than 1 MiB',
      /more than 1 MiB/,
      () => signedPart(`${'x'.repeat(70)}\n`.repeat(16_000), 'Content-Type: text/plain'),
    ],
    [
      'the protocol is that of S/MIME',
      /no OpenPGP signature/,
      typed(mime, 'pgp-signature"', 'pkcs7-signature"'),
    ],
    ['the protocol is not named', /no OpenPGP signature/, typed(mime, 'protocol=', 'proto=')],
    ['the boundary is not named', /no boundary/, typed(mime, 'boundary=', 'border=')],
    [
      'the boundary is named twice',
      /^no signature$/,
      typed(mime, 'boundary=', 'boundary="x"; boundary='),
    ],
    ['the type of the mail is written twice', /^no signature$/, { ...mime, raw: doubled(mime) }],
    [
      'the mail is encrypted',
      /encrypted/,
      {
        ...mime,
        headers: {
          'Content-Type':
            'multipart/encrypted; protocol="application/pgp-encrypted"; boundary="e1"',
        },
      },
    ],
    ['a line stands above the signed text', /text around/, asText(`UNFREEZE .xa\n${clear}`)],
    ['a line stands below it', /text around/, asText(`${clear}\nUNFREEZE .xa\n`)],
    ['there are two signed texts', /text around/, asText(`${clear}\n${clear}`)],
    ['the signed text is quoted', /text around/, asText(clear.replaceAll(/^/gm, '> '))],
    [
      'the heading of the text holds a command',
      /unknown heading/,
      asText(clear.replace(/\n(Hash: .*\n)?\n/, '\nUNFREEZE .xa\n\n')),
    ],
    [
      'the heading holds a command as a field',
      /unknown heading/,
      asText(clear.replace(/\n(Hash: .*\n)?\n/, '\nComment: UNFREEZE .xa\n\n')),
    ],
    [
      'the text has no heading',
      /unknown heading/,
      asText(clear.replace(/\n(Hash: .*\n)?\n/, '\n')),
    ],
    [
      'a line of the text is not escaped',
      /cannot be signed/,
      asText(clear.replace(FREEZE, `${FREEZE}\n-----BEGIN PGP SIGNED MESSAGE-----`)),
    ],
    [
      'the signature of the text is cut',
      /text around/,
      asText(clear.replace(/-----END PGP SIGNATURE-----\s*$/, '')),
    ],
    ['the text has another form beside it', /more parts/, inMixed(clear, 'text/html')],
    ['the text has a file beside it', /more parts/, inMixed(clear, 'application/octet-stream')],
    [
      'the message is signed in one binary block',
      /^no signature$/,
      asText('-----BEGIN PGP MESSAGE-----\n\nAAAA\n-----END PGP MESSAGE-----'),
    ],
    ['no key is pinned', /^no signature$/, { ...mime, pinned: {} }],
    [
      'the key is pinned for another one',
      /^no signature$/,
      { ...mime, pinned: { [`${VICTOR}.asc`]: publicKeyOf(vera) } },
    ],
    [
      'the key in the file cannot be read',
      /could not be checked/,
      { ...mime, pinned: { [`${VERA}.asc`]: 'a key' } },
    ],
    [
      'the file holds two keys',
      /exactly one key/,
      { ...mime, pinned: { [`${VERA}.asc`]: `${publicKeyOf(vera)}\n${publicKeyOf(victor)}` } },
    ],
    [
      'the file holds a private key',
      /private key/,
      { ...mime, pinned: { [`${VERA}.asc`]: vera.armor() } },
    ],
    ['From is another Validator', /Could not find/, { ...mime, from: VICTOR }],
    [
      'From is no Validator',
      /^no signature$/,
      {
        ...mime,
        from: 'mallory@attacker.example',
        pinned: { 'mallory@attacker.example.asc': publicKeyOf(vera) },
      },
    ],
    [
      'the mail was sent to the join address',
      /^no signature$/,
      { ...mime, recipient: 'tld-ops-join@lists.example' },
    ],
  ])('%s', async (_what, fact, sent) => {
    const found = await resultOf(typeof sent === 'function' ? await sent() : sent);
    expect(found.at).toBeUndefined();
    expect(found.fact).toMatch(fact);
    expect(found.fact).toMatch(/^(no signature|The mail [^\n]{5,300}\.)$/);
  });

  it('and a signed part that is shown as a text says nothing', async () => {
    const armour = await detach(PART.trimEnd(), vera, SIGNED);
    const text = `-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA512\n\n${PART.trimEnd()}\n${armour}`;
    const found = await resultOf(asText(text));
    expect(found.at).toEqual(SIGNED);
    expect(found.faults).toBeGreaterThan(0);
  });
});

const ALTERNATIVE = `--a1\nContent-Type: text/plain\n\n${FREEZE}\n--a1\nContent-Type: text/html\n\n<p>UNFREEZE .xa</p>\n--a1--`;
const FORWARD = `--m1\nContent-Type: text/plain\n\n${FREEZE}\n--m1\nContent-Type: message/rfc822\n\nSubject: a\n\nb\n--m1--`;

async function withKeyThatEnds(at: string): Promise<Sent> {
  const made = new Date(new Date(at).getTime() - TWO_WEEKS * 1_000);
  const key = await makeKey(VERA, { made, life: TWO_WEEKS });
  return keyed(key, wrap(PART, await oddSignature(PART, key, SIGNED, {})));
}

function typed({ headers, body }: Signed, from: string, to: string): Signed {
  const type = headers['Content-Type']?.replace(from, to) ?? '';
  return { headers: { 'Content-Type': type }, body };
}

function doubled(sent: Signed): Buffer {
  const raw = rawMail({ from: VERA, to: VALIDATE, ...sent }).toString();
  return Buffer.from(`Content-Type: text/plain\r\n${raw}`);
}

function listed({ headers, body }: Signed): Signed {
  const inner = `Content-Type: ${headers['Content-Type']}\n\n${body}`;
  const outer = `--l1\n${inner}\n--l1\nContent-Type: text/plain\n\nOur list\n--l1--`;
  return { headers: { 'Content-Type': 'multipart/mixed; boundary="l1"' }, body: outer };
}

function inMixed(text: string, type: string): Signed {
  const body = `--x1\nContent-Type: text/plain\n\n${text}\n--x1\nContent-Type: ${type}\n\nUNFREEZE\n--x1--`;
  return { headers: { 'Content-Type': 'multipart/mixed; boundary="x1"' }, body };
}
