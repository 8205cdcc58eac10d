/** Real DKIM signatures and ARC seals, made with keys of this process. */

import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import type { KeyObject } from 'node:crypto';

import { dkimSign, sealMessage } from 'mailauth';

export type KeyKind = 'rsa' | 'ed25519';

interface Pair {
  readonly publicKey: KeyObject;
  readonly privateKey: KeyObject;
}

// Making an RSA key takes a moment: one of each kind, for all domains.
const pairs = new Map<KeyKind, Pair>();

function pairOf(kind: KeyKind): Pair {
  const known = pairs.get(kind);
  if (known !== undefined) return known;
  const made =
    kind === 'rsa'
      ? generateKeyPairSync('rsa', { modulusLength: 2048 })
      : generateKeyPairSync('ed25519');
  pairs.set(kind, made);
  return made;
}

function privatePem(kind: KeyKind): string {
  return pairOf(kind).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}

/** The TXT record for `<selector>._domainkey.<domain>` (RFC 6376 3.6.1, RFC 8463 4). */
export function keyRecord(kind: KeyKind = 'rsa'): string {
  const der = pairOf(kind).publicKey.export({ type: 'spki', format: 'der' });
  // Ed25519 keys are published bare: the last 32 octets of their DER form.
  const key = kind === 'ed25519' ? der.subarray(-32) : der;
  return `v=DKIM1; k=${kind}; p=${key.toString('base64')}`;
}

export interface SignOptions {
  readonly domain: string;
  readonly selector?: string;
  readonly kind?: KeyKind;
  /** `l=`: so many octets of the body are covered (RFC 6376 3.5). */
  readonly bodyLength?: number;
}

/** The message with a DKIM-Signature on top. */
export async function signMail(raw: Buffer, options: SignOptions): Promise<Buffer> {
  const signature = {
    signingDomain: options.domain,
    selector: options.selector ?? 's1',
    privateKey: privatePem(options.kind ?? 'rsa'),
    canonicalization: 'relaxed/relaxed',
    ...(options.bodyLength === undefined ? {} : { maxBodyLength: options.bodyLength }),
  };
  // mailauth signs with the list only; its type wants one signature beside it.
  const { signatures, errors } = await dkimSign(raw, { ...signature, signatureData: [signature] });
  if (errors[0] !== undefined) throw errors[0].err;
  if (signatures === '') throw new Error('the message was not signed');
  return Buffer.concat([Buffer.from(signatures), raw]);
}

/**
 * A signature over Subject and Date alone (c=simple/simple). No signer makes one, since RFC 6376 5.4
 * wants From signed; a forger with a key of the domain's can.
 */
export function signWithoutFrom(raw: Buffer, options: SignOptions): Buffer {
  const text = raw.toString('latin1');
  const end = text.indexOf('\r\n\r\n');
  const body = text.slice(end + 4).replace(/(\r\n)*$/, '\r\n');
  const bodyHash = createHash('sha256').update(body, 'latin1').digest('base64');
  const lines = text.slice(0, end).split(/\r\n(?![ \t])/);
  const signed = ['subject', 'date'].map((name) =>
    lines.findLast((line) => line.toLowerCase().startsWith(`${name}:`)),
  );
  const tags = `d=${options.domain}; s=${options.selector ?? 's1'}; h=subject:date; bh=${bodyHash}; b=`;
  const field = `DKIM-Signature: v=1; a=rsa-sha256; c=simple/simple; ${tags}`;
  const data = Buffer.from([...signed, field].join('\r\n'), 'latin1');
  const signature = sign('sha256', data, pairOf('rsa').privateKey).toString('base64');
  return Buffer.concat([Buffer.from(`${field}${signature}\r\n`), raw]);
}

export interface SealOptions {
  readonly domain: string;
  readonly selector?: string;
  /** What the sealer found, such as `mx.fwd.example; dmarc=pass header.from=nic.xa`. */
  readonly authResults: string;
  /** Of the chain so far; `none` for the first seal. */
  readonly cv?: 'none' | 'pass';
}

/** The message with one more ARC set on top (RFC 8617 5.1). */
export async function sealMail(raw: Buffer, options: SealOptions): Promise<Buffer> {
  const seal = await sealMessage(raw, {
    signingDomain: options.domain,
    selector: options.selector ?? 'arc',
    privateKey: privatePem('rsa'),
    authResults: options.authResults,
    cv: options.cv ?? 'none',
  });
  if (seal.length === 0) throw new Error('the message was not sealed');
  return Buffer.concat([seal, raw]);
}
