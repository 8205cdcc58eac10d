/** What happened since a moment: mails that people should know of, letters that did not arrive. */

import type { Db } from './db.ts';
import type { InboxRow } from './inbox.ts';
import { isReplaced, type LetterRow } from './letters.ts';

const SUSPICIOUS = [
  'command-forged',
  'not-a-validator',
  'command-repeated',
  'objected-by-anchor',
  'no-from-field',
  'two-from-fields',
  'from-without-one-mailbox',
  'from-unreadable',
];

/** Mails that were set aside, whenever that was, and those that are held since then. */
export async function asideSince(db: Db, since: Date): Promise<InboxRow[]> {
  return db
    .selectFrom('inbox')
    .selectAll()
    .where((or) =>
      or.or([
        or('outcome', '=', 'quarantined'),
        or.and([or('outcome', '=', 'held'), or('processed_at', '>', since)]),
      ]),
    )
    .where((or) => or.or([or('reason', 'is', null), or('reason', 'not in', SUSPICIOUS)]))
    .orderBy('id')
    .execute();
}

/** Forged commands, mails without a clear sender, objections. */
export async function suspiciousSince(db: Db, since: Date): Promise<InboxRow[]> {
  return db
    .selectFrom('inbox')
    .selectAll()
    .where('processed_at', '>', since)
    .where('reason', 'in', SUSPICIOUS)
    .orderBy('id')
    .execute();
}

/** Letters that the relay refused or that came back. One that was replaced in time is not among them. */
export async function undeliveredSince(db: Db, since: Date): Promise<LetterRow[]> {
  return db
    .selectFrom('letters')
    .selectAll()
    .where((or) => or.or([or('failed_at', '>', since), or('bounced_at', '>', since)]))
    .where(isReplaced, '=', false)
    .orderBy('id')
    .execute();
}
