/**
 * Checks an OpenPGP signature of a mail against the one key that is pinned for its author (RFC 9580,
 * RFC 3156). The package `openpgp` is known to this file only. It is asked about detached signatures
 * alone: which octets are signed is found by our own reader, and they are what is read afterwards.
 */

import { createHash } from 'node:crypto';
import type { PublicKey, Signature } from 'openpgp';
import { cleanLine } from '../machines/reading/clean-line.ts';
import type { SignedPart } from '../machines/reading/signed-parts.ts';
import type { Mail } from '../machines/words/mail.ts';
import { parseMail } from './parse.ts';

export type PinnedKey = PublicKey;

/** Signed words, or half a sentence that follows "The mail " and says why they do not count. */
export type Verified =
  | {
      /** When the signer says that it was signed; covered by the signature. */
      readonly at: Date;
      /** What was signed, decoded; nothing else of the mail was. */
      readonly text: string;
    }
  | { readonly fault: string };

const DAY = 86_400_000;
/** A mail waits in queues for days, and clocks are wrong. */
const OLDEST = 4 * DAY;
const NEWEST = DAY / 24;

// It takes 80 ms and 24 MB to load, which Postfix's pipe and most commands have no need of.
const load = () => import('openpgp');

/** Reads one armoured public key. Throws an Error that says what is wrong with it. */
export async function readPinnedKey(armoured: string): Promise<PinnedKey> {
  const { readKeys } = await load();
  const keys = await readKeys({ armoredKeys: armoured });
  const [key] = keys;
  // The package reads the first armour and passes over what follows.
  if (key === undefined || keys.length !== 1 || armoured.split('-----BEGIN').length !== 2)
    throw new Error('it does not hold exactly one key');
  if (key.isPrivate()) throw new Error('it holds a private key, which must stay with its owner');
  return key;
}

/** What keeps this key from signing at that time; undefined when nothing does. */
export async function faultOfKey(key: PinnedKey, at: Date): Promise<string | undefined> {
  try {
    await key.getSigningKey(undefined, at);
    return undefined;
  } catch (error) {
    return words(error);
  }
}

/**
 * Whether this part of the mail was signed with this key, in the days before it was received. Never throws.
 */
export async function verifySigned(
  part: SignedPart,
  key: PinnedKey,
  { mail, received }: { readonly mail: Mail; readonly received: Date },
): Promise<Verified> {
  try {
    const at = await timeOf(part, key, received);
    const text = await textOf(part, mail);
    return text === undefined ? { fault: 'has a signed part that is no plain text' } : { at, text };
  } catch (error) {
    return { fault: `has a signature that does not count: ${words(error)}` };
  }
}

/** When the part was signed. Throws an Error that says why the signature does not count. */
async function timeOf(part: SignedPart, key: PinnedKey, received: Date): Promise<Date> {
  const { createMessage, readSignature, verify } = await load();
  const signature = await readSignature({ armoredSignature: part.signature });
  const at = await saidTime(signature, received);
  const { signatures } = await verify({
    message: await createMessage({ binary: part.signed }),
    signature,
    verificationKeys: [key],
    date: new Date(received.getTime() + NEWEST),
    format: 'binary',
  });
  const [found] = signatures;
  if (found === undefined || signatures.length !== 1) throw new Error('it is not one signature');
  await found.verified;
  // The package asks whether the key was good when it signed; a key that is lost is revoked later.
  await key.getSigningKey(found.keyID, at > received ? at : received);
  return at;
}

/** When it says that it was made. Throws when it is not what a signer makes in these days (RFC 9580 9.5). */
async function saidTime({ packets }: Signature, received: Date): Promise<Date> {
  const { enums } = await load();
  const [packet] = packets;
  // Beside a valid signature another packet may be anybody's.
  if (packet === undefined || packets.length !== 1) throw new Error('it is not one signature');
  const { sha256, sha384, sha512, sha3_256, sha3_512 } = enums.hash;
  if (![sha256, sha384, sha512, sha3_256, sha3_512].some((one) => one === packet.hashAlgorithm))
    throw new Error('its hash is too weak');
  const { binary, text } = enums.signature;
  // A standalone signature (type 2) covers no text, and so would be good for any.
  if (packet.signatureType !== binary && packet.signatureType !== text)
    throw new Error('it is not a signature of a text');
  const age = received.getTime() - (packet.created?.getTime() ?? Number.NaN);
  if (!(age <= OLDEST && age >= -NEWEST)) throw new Error('it was not made in the last days');
  return new Date(received.getTime() - age);
}

/** The signed words. Undefined when there is anything else in the signed part that somebody might read. */
async function textOf(part: SignedPart, mail: Mail): Promise<string | undefined> {
  if (part.kind === 'text') return wordsOf(part);
  const { signed } = part;
  const sha256 = createHash('sha256').update(signed).digest('hex');
  const read = await parseMail({ raw: signed, sha256, envelope: mail.envelope });
  const isAlone = read.attachments.every(({ type }) => type === 'application/pgp-keys');
  return read.html === undefined && isAlone ? read.text : undefined;
}

/** The words of a clear-signed text. */
export function wordsOf({ signed }: SignedPart): string {
  return signed.toString('utf8').replaceAll('\r\n', '\n');
}

function words(error: unknown): string {
  // Some of these words are the mail's.
  return cleanLine(error instanceof Error ? error.message : String(error), 200);
}
