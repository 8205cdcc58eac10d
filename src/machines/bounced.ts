/**
 * Decides on mail that nobody typed (design 6). None of it moves a case, uses a token or is answered.
 * A delivery report is believed only when token, Message-ID and recipient agree with a letter of ours.
 */

import { createHash } from 'node:crypto';
import { toValidators } from './answers.ts';
import { type BounceNote, type Decision, leave } from './decision.ts';
import type { Settings } from './facts.ts';
import { CATALOGUE } from './letters/catalogue.ts';
import type { LetterName } from './letters/letter.ts';
import { type ReasonCode, REASONS } from './reasons.ts';
import type { Address } from './words/address.ts';
import type { BouncedRecipient, BounceKind, BounceReport } from './words/bounce.ts';
import type { Screening } from './words/mail.ts';
import { hideTokens } from './words/token.ts';

/** The letter whose token the mail was sent to. */
export interface AnsweredLetter {
  readonly id: number;
  readonly name: LetterName;
  readonly addressee: Address;
  readonly caseId?: number;
  /** Of its Message-ID, hex: after a letter is sent nothing else is left of it. */
  readonly messageIdSha256: string;
  /** Validators know already that it did not reach its reader. */
  readonly lost: boolean;
}

export interface MachineFacts {
  readonly settings: Settings;
  readonly screening: Screening;
  readonly from?: Address;
  readonly sha256: string;
  readonly report?: BounceReport;
  /** The envelope sender is empty, as that of every delivery report is (RFC 3464 2). */
  readonly nullSender: boolean;
  readonly letter?: AnsweredLetter;
}

/** The reason for each kind. */
export const REASON_OF: Record<BounceKind, ReasonCode> = {
  'mailbox-gone': 'bounce-mailbox-gone',
  'mailbox-full': 'bounce-mailbox-full',
  policy: 'bounce-policy',
  delayed: 'bounce-delayed',
  unknown: 'bounce-unknown',
};

export function decideMachineMail(facts: MachineFacts): Decision {
  const { screening, letter } = facts;
  if (letter === undefined) return leave('ignored', screening.reason);
  const recipient = failedRecipient(facts, letter);
  if (recipient !== undefined) return bounced(facts, letter, recipient);
  if (screening.reason === 'person-left' && facts.from === letter.addressee) {
    const why = REASONS['person-left'];
    return { ...noted(facts, letter, 'person-left', {}), letters: alarms(facts, letter, why) };
  }
  const isReport = screening.class === 'bounce' || screening.class === 'delay';
  return noted(facts, letter, isReport ? 'bounce-unproven' : screening.reason, {});
}

// The token in the address is known; anybody who saw one letter could write the rest.
function failedRecipient(
  { report, screening }: MachineFacts,
  { addressee, messageIdSha256 }: AnsweredLetter,
): BouncedRecipient | undefined {
  const isReport = screening.class === 'bounce' || screening.class === 'delay';
  if (!isReport || report?.originalMessageId === undefined) return undefined;
  const digest = createHash('sha256').update(report.originalMessageId).digest('hex');
  if (digest !== messageIdSha256) return undefined;
  return report.recipients.find(({ address }) => address === addressee);
}

function bounced(
  facts: MachineFacts,
  letter: AnsweredLetter,
  { address, kind, status, said: reported }: BouncedRecipient,
): Decision {
  const reason = REASON_OF[kind];
  // Some reports repeat the subject of our letter, which holds its token.
  const said = reported === undefined ? undefined : hideTokens(reported);
  const note: BounceNote = {
    letterId: letter.id,
    address,
    kind,
    ...(status === undefined ? {} : { status }),
    ...(said === undefined ? {} : { said }),
  };
  const why = said === undefined ? REASONS[reason] : `${REASONS[reason]} ${said}`;
  return {
    ...noted(facts, letter, reason, note),
    letters: kind === 'delayed' ? [] : alarms(facts, letter, why),
    bounces: [note],
  };
}

function noted(
  { sha256 }: MachineFacts,
  { id, caseId }: AnsweredLetter,
  reason: ReasonCode,
  more: object,
): Decision {
  const note = { actor: 'engine', reason, facts: { ...more, letterId: id, mail: sha256 } };
  return {
    ...leave('noted', reason, caseId),
    notes: caseId === undefined ? [] : [{ ...note, caseId }],
  };
}

// A Validator who cannot be reached is no news for that Validator, and an alarm that bounces no alarm.
function alarms(
  { settings }: MachineFacts,
  { addressee, name, lost, caseId }: AnsweredLetter,
  why: string,
): Decision['letters'] {
  if (lost || settings.validators.includes(addressee)) return [];
  // It was sent to find out whether mail arrives: what follows is decided when enough is known.
  if (name === 'probe') return [];
  const { summary } = CATALOGUE[name];
  const data = { addressee, summary, why: why.slice(0, 300) };
  const about = caseId === undefined ? {} : { caseId };
  return toValidators(settings, 'alarm-undelivered', data).map((one) => ({ ...one, ...about }));
}
