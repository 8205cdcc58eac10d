/** Mail that nobody typed: reports on letters and copies of ours, and what people should see all the same. */

import { passOn } from '../machines/answers.ts';
import { type AnsweredLetter, decideMachineMail } from '../machines/bounced.ts';
import type { Decision } from '../machines/decision.ts';
import { mayBeTyped } from '../machines/doubtful.ts';
import type { Settings } from '../machines/facts.ts';
import type { LetterName } from '../machines/letters/letter.ts';
import type { Understanding } from '../machines/reading/understand.ts';
import type { Address } from '../machines/words/address.ts';
import { type ListNames, readRecipient } from '../machines/words/list-address.ts';
import type { Authentication, Mail } from '../machines/words/mail.ts';
import { findByAnyToken } from '../store/bounces.ts';
import type { InboxRow } from '../store/inbox.ts';
import type { LetterRow } from '../store/letters.ts';
import { findKnownTokens } from '../store/tokens.ts';
import type { GatherDeps } from './gather.ts';
import { withDeadAddress } from './gather-own.ts';
import { factsOf, tokenStrings } from './read-mail.ts';

export interface MachineDeps extends GatherDeps {
  readonly names: ListNames;
  readonly settings: Settings;
}

/** A mail from the inbox, taken apart and read. */
export interface Arrived {
  readonly row: InboxRow;
  readonly raw: Buffer;
  readonly mail: Mail;
  readonly read: Understanding;
}

// People see what may be typed after all; nothing else follows from it.
export async function decideMachine(deps: MachineDeps, arrived: Arrived): Promise<Decision> {
  const decision = await decideReport(deps, arrived);
  const { mail, row, read } = arrived;
  const recipient = readRecipient(row.recipient, deps.names);
  if (!mail.from.ok || recipient === undefined || !mayBeTyped(mail, read)) return decision;
  if (deps.settings.validators.includes(mail.from.mailbox.address)) return decision;
  const authored = { inboxId: row.id, mail, from: mail.from.mailbox, recipient, read };
  const tokens = await findKnownTokens(deps.db, tokenStrings(authored), deps.now());
  // Newsletters name people too.
  if (tokens.length === 0 && read.form.cctlds.length === 0 && read.named.length === 0)
    return decision;
  const facts = factsOf(authored, UNPROVEN, deps.names);
  const { letters } = passOn({ mail: facts, settings: deps.settings, tokens }, '', 'passed-on');
  return { ...decision, letters: [...decision.letters, ...letters] };
}

const UNPROVEN: Authentication = {
  spf: { result: 'none' },
  dkim: [],
  dmarc: { result: 'none' },
  proven: false,
  facts: [],
};

// Nothing that a machine sent moves a case, uses a token or is answered (design 6); but for the proof
// that the mailbox does not exist whose word is waited for (8.4).
async function decideReport(
  deps: MachineDeps,
  { row, mail, read: { screening, bounce } }: Arrived,
): Promise<Decision> {
  const { db, names, settings } = deps;
  const token = readRecipient(row.recipient, names)?.token;
  const found = token === undefined ? undefined : await findByAnyToken(db, token);
  const letter = found && answeredLetter(found);
  const decision = decideMachineMail({
    settings,
    screening,
    sha256: mail.sha256,
    ...(mail.from.ok ? { from: mail.from.mailbox.address } : {}),
    ...(bounce === undefined ? {} : { report: bounce }),
    ...(letter === undefined ? {} : { letter }),
  });
  return withDeadAddress(deps, letter, { inboxId: row.id, sha256: mail.sha256 }, decision);
}

function answeredLetter(row: LetterRow): AnsweredLetter {
  return {
    id: row.id,
    name: row.name as LetterName,
    addressee: row.addressee as Address,
    ...(row.case_id === null ? {} : { caseId: row.case_id }),
    messageIdSha256: row.message_id_sha256,
    lost: row.bounced_at !== null || row.failed_at !== null,
  };
}
