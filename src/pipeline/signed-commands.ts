/**
 * Commands that a Validator has signed with the OpenPGP key that is pinned for them (design 8): they are
 * read from the signed words alone, and the signature proves who wrote them.
 */

import { cleanLine } from '../machines/reading/clean-line.ts';
import { readCommands } from '../machines/reading/command.ts';
import type { CommandSignature } from '../machines/words/command.ts';
import { readSegments } from '../machines/reading/segments.ts';
import {
  findSignedPart,
  type SignedPart,
  type UnreadSignature,
} from '../machines/reading/signed-parts.ts';
import type { Understanding } from '../machines/reading/understand.ts';
import type { Settings } from '../machines/facts.ts';
import type { Address } from '../machines/words/address.ts';
import { type ListNames, readRecipient } from '../machines/words/list-address.ts';
import type { Authentication, Mail } from '../machines/words/mail.ts';
import { Temporary } from '../machines/words/trouble.ts';
import { type Verified, verifySigned, wordsOf } from './openpgp.ts';
import { findPinnedKey } from './pinned-keys.ts';

export interface SignedDeps {
  readonly names: ListNames;
  readonly settings: Pick<Settings, 'validators'>;
  /** The folder of the pinned keys; without it no signature counts. */
  readonly validatorKeys?: string;
}

interface Arrived {
  readonly row: { readonly recipient: string; readonly received_at: Date };
  readonly raw: Buffer;
  readonly mail: Mail;
  readonly read: Understanding;
}

/** The reading of a mail: of signed commands, what was signed; of any other mail, what it was. */
export async function readSigned(deps: SignedDeps, arrived: Arrived): Promise<Understanding> {
  const { raw, mail, read, row } = arrived;
  const { validatorKeys, settings, names } = deps;
  const author = mail.from.ok ? mail.from.mailbox.address : undefined;
  if (validatorKeys === undefined || author === undefined) return read;
  if (!settings.validators.includes(author) || read.screening.class !== 'human') return read;
  if (readRecipient(row.recipient, names)?.service !== 'validate') return read;
  const part = findSignedPart(raw, mail);
  const found = part && (await verify(part, { folder: validatorKeys, author, arrived }));
  if (found === undefined) return read;
  const signature = judge(found, author);
  const text = 'text' in found ? found.text : clearText(part);
  const commands = text === undefined ? read.commands : readCommands(readSegments(text));
  return { ...read, commands: { ...commands, signature } };
}

// Without a signature that counts, the block is a way to write like any other: its lines are commands that
// need another proof, and nobody overlooks them when they have none.
function clearText(part: SignedPart | UnreadSignature | undefined): string | undefined {
  return part !== undefined && 'kind' in part && part.kind === 'text' ? wordsOf(part) : undefined;
}

async function verify(
  part: SignedPart | UnreadSignature,
  from: { readonly folder: string; readonly author: Address; readonly arrived: Arrived },
): Promise<Verified | undefined> {
  const { folder, author, arrived } = from;
  try {
    const key = await findPinnedKey(folder, author);
    if (key === undefined) return undefined;
    if ('fault' in part) return part;
    return await verifySigned(part, key, { mail: arrived.mail, received: arrived.row.received_at });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { fault: `could not be checked against the pinned key: ${cleanLine(why, 200)}` };
  }
}

function judge(found: Verified, author: Address): CommandSignature {
  if ('fault' in found) return { fact: `The mail ${found.fault}.` };
  const at = found.at.toISOString().slice(0, 16).replace('T', ' ');
  const fact = `An OpenPGP signature of the pinned key of ${author}, made at ${at} UTC, covers the commands.`;
  return { fact, at: found.at };
}

/**
 * What is known about the author, with the signature of the commands. Who has signed does not wait for an
 * answer from DNS: a Validator must be able to stop changes while somebody keeps it silent.
 */
export async function withSignature(
  { commands: { signature } }: Understanding,
  authenticate: () => Promise<Authentication>,
): Promise<Authentication> {
  if (signature === undefined) return authenticate();
  if (signature.at === undefined) {
    const found = await authenticate();
    return { ...found, facts: [...found.facts, signature.fact] };
  }
  const found = await authenticate().catch(unlessSilent);
  return { ...found, proven: true, bySignature: true, facts: [...found.facts, signature.fact] };
}

function unlessSilent(error: unknown): Authentication {
  if (!(error instanceof Temporary)) throw error;
  const none = { result: 'none' } as const;
  const facts = ['No answer from DNS: SPF, DKIM and DMARC were not looked at.'];
  return { spf: none, dkim: [], dmarc: none, proven: false, facts };
}
