/** Mail that nobody typed: reports on letters and copies of ours, and what people should see all the same. */

import { passOn } from '../machines/answers.ts';
import { type AnsweredLetter, decideMachineMail } from '../machines/bounced.ts';
import { decideCopy, type SentCopy } from '../machines/bounced-copy.ts';
import type { Decision } from '../machines/decision.ts';
import { letterCameBack } from '../machines/invite-case.ts';
import { mayBeTyped } from '../machines/doubtful.ts';
import type { Settings } from '../machines/facts.ts';
import type { LetterName } from '../machines/letters/letter.ts';
import type { Understanding } from '../machines/reading/understand.ts';
import type { Address } from '../machines/words/address.ts';
import type { BounceReport } from '../machines/words/bounce.ts';
import { type ListNames, readRecipient, type Recipient } from '../machines/words/list-address.ts';
import type { Authentication, Mail } from '../machines/words/mail.ts';
import { findCase } from '../store/cases.ts';
import { findByAnyToken, findCopyByToken, findOnMailman } from '../store/bounces.ts';
import type { InboxRow } from '../store/inbox.ts';
import type { LetterRow } from '../store/letters.ts';
import { lastAlarmAbout } from '../store/reach.ts';
import { findKnownTokens } from '../store/tokens.ts';
import type { GatherDeps } from './gather.ts';
import { withDeadAddress } from './gather-own.ts';
import { factsOf, tokenStrings } from './read-mail.ts';
import type { Relay } from './relay.ts';

export interface MachineDeps extends GatherDeps {
  /** Where Mailman takes posts; absent with the built-in list server. */
  readonly listDoor?: Relay;
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
  const recipient = readRecipient(row.recipient, names);
  const token = recipient?.token;
  const found = token === undefined ? undefined : await findByAnyToken(db, token);
  const letter = found && answeredLetter(found);
  const facts = {
    settings,
    screening,
    sha256: mail.sha256,
    nullSender: row.envelope_from === '',
    ...(mail.from.ok ? { from: mail.from.mailbox.address } : {}),
    ...(bounce === undefined ? {} : { report: bounce }),
    ...(letter === undefined ? {} : { letter }),
  };
  const isOfLetter = letter !== undefined || recipient?.service !== 'bounces';
  const copy = isOfLetter ? undefined : await findCopy(deps, recipient, bounce);
  if (copy !== undefined) return decideCopy(facts, copy);
  const decision = decideMachineMail(facts);
  const invited = await withDeadAnchor(deps, letter, mail.sha256, decision);
  return withDeadAddress(deps, letter, { inboxId: row.id, sha256: mail.sha256 }, invited);
}

// The mailbox of an invited Admin Contact does not exist: nobody is reminded there, and a Validator has
// the task at once (design 8.6). The alarm about the invitation says it; a second one is not needed.
async function withDeadAnchor(
  { db, settings, now }: MachineDeps,
  letter: AnsweredLetter | undefined,
  sha256: string,
  decision: Decision,
): Promise<Decision> {
  if (letter?.name !== 'invite' || letter.caseId === undefined) return decision;
  const [bounce] = decision.bounces ?? [];
  const found = await findCase(db, letter.caseId);
  if (bounce?.kind !== 'mailbox-gone' || found?.anchor !== letter.addressee) return decision;
  const { said } = bounce;
  const report = { source: { mail: sha256 }, ...(said === undefined ? {} : { said }) };
  const change = letterCameBack({ now: now(), settings }, found, report);
  if (change === undefined) return decision;
  return {
    ...decision,
    outcome: 'advanced',
    reason: 'invite-undeliverable',
    changes: [change],
    letters: [],
    notes: [],
  };
}

const MONTH = 30 * 86_400_000;

// Mailman's copies carry no token: there the Message-ID of a mail of the last weeks stands in its place.
async function findCopy(
  { db, listDoor, now }: MachineDeps,
  { token, member }: Recipient,
  report: BounceReport | undefined,
): Promise<SentCopy | undefined> {
  const since = new Date(now().getTime() - MONTH);
  const copy =
    token === undefined
      ? listDoor && member && (await findOnMailman(db, member, report?.originalMessageId, since))
      : await findCopyByToken(db, token, member);
  if (copy === undefined) return undefined;
  const alarm = await lastAlarmAbout(db, copy.member);
  return { ...copy, told: alarm !== undefined && alarm > since };
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
