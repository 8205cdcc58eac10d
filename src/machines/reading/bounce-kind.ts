/** Why a mail was not delivered: from status codes (RFC 3463) and from what servers say. */

import type { BounceKind } from '../words/bounce.ts';
import {
  FULL,
  GONE,
  POLICY,
  SURELY_FULL,
  SURELY_GONE,
  SURELY_POLICY,
  TROUBLE,
} from './bounce-reasons.ts';
import { fold } from './screen-text.ts';

/** What is known about one recipient; `said` is the server's answer or the text around the address. */
export interface Failure {
  /** RFC 3464 2.3.3, in lower case. */
  readonly action?: string;
  readonly status?: string;
  readonly said?: string;
}

/** `5.1.1`, in a text with addresses of machines (127.0.0.1) and versions in it. */
const STATUS = /(?<![\d.])([245]\.\d{1,3}\.\d{1,3})(?![\d.]*\d)/;

/** The first enhanced status code of a text. */
export function findStatus(text: string): string | undefined {
  return STATUS.exec(text.slice(0, 4000))?.[1];
}

/**
 * The kind of a failure. A delay is a delay whatever for: 4.2.2 with `Action: delayed` may arrive yet;
 * 4.2.2 with `Action: failed` is a mailbox that stayed full.
 */
export function kindOf({ action, status = '', said = '' }: Failure): BounceKind {
  if (action === 'delayed') return 'delayed';
  const text = fold(said.slice(0, 2000));
  const inText = findStatus(text);
  const precise = isVague(status) && inText !== undefined ? inText : status;
  if (action === undefined && precise.startsWith('4.')) return 'delayed';
  return kindOfSureWords(text) ?? kindOfStatus(precise) ?? kindOfText(text);
}

// x.0.0 and the like say nothing; 5.3.0, 5.5.0 are what Sendmail writes for any refusal.
function isVague(status: string): boolean {
  return status === '' || /^\d\.(?:0\.\d|[3-5]\.0|1\.0)$/.test(status);
}

// The words of the server outrank its code; where they say two things, the code decides.
function kindOfSureWords(text: string): BounceKind | undefined {
  if (TROUBLE.test(text) && !SURELY_POLICY.test(text)) return 'unknown';
  const said: BounceKind[] = [
    ...(SURELY_POLICY.test(text) ? (['policy'] as const) : []),
    ...(SURELY_FULL.test(text) ? (['mailbox-full'] as const) : []),
    ...(SURELY_GONE.test(text) ? (['mailbox-gone'] as const) : []),
  ];
  return said.length === 1 ? said[0] : undefined;
}

function kindOfStatus(status: string): BounceKind | undefined {
  const [, , subject, detail] = /^(\d)\.(\d{1,3})\.(\d{1,3})$/.exec(status) ?? [];
  if (isVague(status) || subject === undefined) return undefined;
  const where = `${subject}.${detail}`;
  return STATUS_KINDS[where] ?? SUBJECT_KINDS[subject];
}

// RFC 3463 2: the mailbox; the mail's content; the way there; security and policy.
const SUBJECT_KINDS: Readonly<Record<string, BounceKind>> = {
  '1': 'mailbox-gone',
  '4': 'unknown',
  '6': 'policy',
  '7': 'policy',
};

const STATUS_KINDS: Readonly<Record<string, BounceKind>> = {
  // RFC 3463 3.2: a bad sender's address is no fault of the recipient.
  '1.7': 'policy',
  '1.8': 'policy',
  '2.1': 'mailbox-gone',
  '2.2': 'mailbox-full',
  '2.3': 'policy',
  '3.4': 'policy',
  // Exchange Online: the domain does not exist.
  '4.310': 'mailbox-gone',
};

function kindOfText(text: string): BounceKind {
  if (SURELY_POLICY.test(text)) return 'policy';
  if (FULL.test(text)) return 'mailbox-full';
  if (GONE.test(text)) return 'mailbox-gone';
  return POLICY.test(text) ? 'policy' : 'unknown';
}
