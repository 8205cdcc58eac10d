/** Real OpenPGP keys of fictional Validators, and mails that are signed with them. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as openpgp from 'openpgp';
import { onTestFinished } from 'vitest';

export type SecretKey = openpgp.PrivateKey;

const MADE = new Date('2026-01-05T09:00:00Z');

export interface KeyOptions {
  readonly type?: 'curve25519' | 'rsa';
  /** In seconds. */
  readonly life?: number;
  readonly made?: Date;
  /** A subkey signs, as with many keys that people have. */
  readonly bySubkey?: boolean;
}

/** A key that was made before every conversation begins. */
export async function makeKey(email: string, how: KeyOptions = {}): Promise<SecretKey> {
  const { type = 'curve25519', life, made = MADE, bySubkey = false } = how;
  const { privateKey } = await openpgp.generateKey({
    type,
    ...(type === 'rsa' ? { rsaBits: 2048 } : {}),
    userIDs: [{ email }],
    date: made,
    format: 'object',
    ...(life === undefined ? {} : { keyExpirationTime: life }),
    ...(bySubkey ? { subkeys: [{ sign: true }] } : {}),
  });
  return privateKey;
}

/** What is pinned. */
export function publicKeyOf(key: SecretKey): string {
  return key.toPublic().armor();
}

/** A folder with these files, which goes when the test ends. */
export function keyFolder(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'tldops-keys-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

/** The text as one clear-signed block (RFC 9580 7). */
export async function clearSign(text: string, key: SecretKey, at: Date): Promise<string> {
  const message = await openpgp.createCleartextMessage({ text });
  return openpgp.sign({ message, signingKeys: key, date: at });
}

/** A signature of these octets, armoured. */
export async function detach(octets: string, key: SecretKey, at: Date): Promise<string> {
  const message = await openpgp.createMessage({ binary: Buffer.from(octets, 'utf8') });
  return openpgp.sign({ message, signingKeys: key, date: at, detached: true });
}

/** Fields and body of a message. */
export interface Signed {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const BOUNDARY = '------------signed0';

/** A part of plain text as mail programs write it, with CRLF. */
export function plainPart(text: string, head = 'Content-Type: text/plain; charset=utf-8'): string {
  return `${head}\n\n${text}\n`.replaceAll(/\r?\n/g, '\r\n');
}

/** PGP/MIME (RFC 3156 5) around a part and its signature. */
export function wrap(part: string, signature: string): Signed {
  const body = [
    'This is an OpenPGP/MIME signed message (RFC 4880 and 3156)',
    `--${BOUNDARY}`,
    part,
    `--${BOUNDARY}`,
    'Content-Type: application/pgp-signature; name="signature.asc"',
    'Content-Description: OpenPGP digital signature',
    '',
    signature.trim(),
    '',
    `--${BOUNDARY}--`,
  ];
  const type = 'multipart/signed; micalg=pgp-sha512; protocol="application/pgp-signature"';
  return {
    headers: { 'Content-Type': `${type}; boundary="${BOUNDARY}"` },
    body: body.join('\n'),
  };
}

/** The text as a PGP/MIME message. */
export async function signMime(part: string, key: SecretKey, at: Date): Promise<Signed> {
  return wrap(part, await detach(part, key, at));
}

/** A detached signature of a kind that no mail program makes, armoured. */
export async function oddSignature(
  octets: string,
  key: SecretKey,
  at: Date,
  odd: {
    readonly hash?: openpgp.enums.hash;
    readonly type?: openpgp.enums.signature;
    readonly life?: number;
  },
): Promise<string> {
  const packet = new openpgp.SignaturePacket();
  const { keyPacket } = key;
  packet.signatureType = odd.type ?? openpgp.enums.signature.binary;
  packet.publicKeyAlgorithm = keyPacket.algorithm;
  packet.hashAlgorithm = odd.hash ?? openpgp.enums.hash.sha256;
  if (odd.life !== undefined) {
    packet.signatureNeverExpires = false;
    packet.signatureExpirationTime = odd.life;
  }
  const { packets } = await openpgp.createMessage({ binary: Buffer.from(octets, 'utf8') });
  // Its types leave the configuration out, which it needs.
  const sign = packet.sign.bind(packet) as (...given: unknown[]) => Promise<void>;
  // The salt that it adds by itself is not made for such hashes.
  const config = { ...openpgp.config, nonDeterministicSignaturesViaNotation: false };
  await sign(keyPacket, packets[0], at, true, config);
  const list = new openpgp.PacketList<openpgp.SignaturePacket>();
  list.push(packet);
  return new openpgp.Signature(list).armor();
}

/** Several signatures in one armour. */
export async function together(...signatures: readonly string[]): Promise<string> {
  const list = new openpgp.PacketList<openpgp.SignaturePacket>();
  for (const one of signatures) {
    const { packets } = await openpgp.readSignature({ armoredSignature: one });
    list.push(...packets);
  }
  return new openpgp.Signature(list).armor();
}

/** The key with word of its owner that it counts no more. */
export async function revoke(key: SecretKey, at: Date): Promise<string> {
  const { publicKey } = await openpgp.revokeKey({ key, date: at, format: 'armored' });
  return publicKey;
}

/** The key of which only the signing subkey counts no more. */
export async function revokeSubkey(key: SecretKey, at: Date): Promise<string> {
  const [subkey] = key.subkeys;
  if (subkey === undefined) throw new Error('the key has no subkey');
  const revoked = await subkey.revoke(key.keyPacket as openpgp.SecretKeyPacket, {}, at);
  const changed = await openpgp.readPrivateKey({ armoredKey: key.armor() });
  changed.subkeys = [revoked];
  return changed.toPublic().armor();
}
