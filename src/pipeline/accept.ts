/** The one door that listener and pipe share: when it returns, the mail is committed (design 2). */

import type { Client } from '../machines/words/mail.ts';
import { type ListNames, readRecipient } from '../machines/words/list-address.ts';
import { Temporary } from '../machines/words/trouble.ts';
import { type Db, isDatabaseAway } from '../store/db.ts';
import { type AddedMail, addMail } from '../store/inbox.ts';
import { within } from './patience.ts';

/** What the doors write to the log; pino fits. */
export interface DoorLog {
  info(facts: Record<string, unknown>, message: string): void;
  warn(facts: Record<string, unknown>, message: string): void;
  error(facts: Record<string, unknown>, message: string): void;
}

/** One mail at the door, as its sender gave it. */
export interface Delivered {
  readonly raw: Buffer;
  /** '' for the null reverse-path. */
  readonly envelopeFrom: string;
  readonly recipients: readonly string[];
  readonly client: Client;
}

/**
 * Accepted: one entry for each recipient in the order given, undefined for one that we do not serve.
 * Refused: for good, by the only two reasons there are.
 */
export type Acceptance =
  | { readonly ok: true; readonly mails: readonly (AddedMail | undefined)[] }
  | { readonly ok: false; readonly reason: 'too-big' | 'unknown-recipient' };

export interface Accept {
  /** Whether we serve the address. Looks at nothing but the text: RCPT works while the database is away. */
  recipient(rcpt: string): 'ok' | 'unknown';
  /** Throws `Temporary` when the database is away or too slow, and any fault as it is: try again later. */
  accept(mail: Delivered): Promise<Acceptance>;
}

export interface AcceptOptions {
  readonly db: Db;
  readonly names: ListNames;
  readonly now: () => Date;
  /** Octets of the message, with CRLF line ends. */
  readonly maxSize: number;
  readonly log: DoorLog;
  /** Milliseconds after which the sender is told to try later; what is still committed then is known as a duplicate. */
  readonly patience?: number;
}

/** Postfix waits ten minutes for the reply to the dot (lmtp_data_done_timeout), and for a pipe 1,000 s. */
const PATIENCE = 60_000;

/** Makes the door of one list. */
export function makeAccept(options: AcceptOptions): Accept {
  const { names, maxSize, patience = PATIENCE } = options;
  return {
    recipient: (rcpt) => (readRecipient(rcpt, names) === undefined ? 'unknown' : 'ok'),
    accept: async (mail) => {
      if (mail.raw.length > maxSize) return { ok: false, reason: 'too-big' };
      const recipients = mail.recipients.map((rcpt) => readRecipient(rcpt, names)?.address);
      const known = recipients.filter((address) => address !== undefined);
      if (known.length === 0) return { ok: false, reason: 'unknown-recipient' };
      const added = await within(patience, store(options, mail, known));
      logAdded(options.log, added, mail);
      const rows = new Map(added.map((row) => [row.recipient, row]));
      return { ok: true, mails: recipients.map((address) => rows.get(address ?? '')) };
    },
  };
}

async function store(
  { db, now }: AcceptOptions,
  { raw, envelopeFrom, client }: Delivered,
  recipients: string[],
): Promise<AddedMail[]> {
  try {
    return await addMail(db, {
      raw,
      envelopeFrom: cleanText(envelopeFrom),
      recipients,
      client: cleanClient(client),
      receivedAt: now(),
    });
  } catch (error) {
    if (isDatabaseAway(error)) throw new Temporary('database-away', 'try again later', error);
    throw error;
  }
}

/** Postgres takes no NUL in text, and a control character is nothing that a person should meet later. */
function cleanText(text: string): string {
  return text.toWellFormed().replace(/\p{Cc}/gu, '\u{fffd}');
}

function cleanClient(client: Client): Client {
  const facts: Record<string, string> = { ...client };
  return Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, cleanText(value)]));
}

/** Without the recipients: they may hold tokens (design 13). */
function logAdded(log: DoorLog, added: readonly AddedMail[], { raw, client }: Delivered): void {
  for (const { inboxId, duplicate } of added) {
    const facts = { inboxId, size: raw.length, queueId: client.queueId };
    log.info(facts, duplicate ? 'mail came once more' : 'mail accepted');
  }
}

/**
 * Why a mail must be tried again, for the log: a fault with its stack, trouble in a few words. Never
 * the whole error: what Postgres adds to it may quote values.
 */
export function describeTrouble(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { reason: 'fault', trouble: String(error) };
  if (!(error instanceof Temporary))
    return { reason: 'fault', trouble: error.stack ?? error.message };
  const cause = error.cause instanceof Error ? error.cause : error;
  // A refused connection to a name with two addresses has a code, and no message.
  const code = 'code' in cause ? String(cause.code) : '';
  return { reason: error.reason, trouble: [code, cause.message].filter(Boolean).join(' ') };
}
