/** A real database in the hands of a test: emptied, with mails that came and requests that they opened. */

import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { decideJoin } from '../../src/machines/join.ts';
import type { Decision } from '../../src/machines/decision.ts';
import type { JoinFacts } from '../../src/machines/facts.ts';
import { readRegistryAnswer } from '../../src/machines/reading/registry-answer.ts';
import type { Case } from '../../src/machines/words/case.ts';
import { findCase } from '../../src/store/cases.ts';
import { type Cause, commitDecision, type Committing } from '../../src/store/commit.ts';
import type { Db } from '../../src/store/db.ts';
import { addMail } from '../../src/store/inbox.ts';
import { claimJob, type Job } from '../../src/store/jobs.ts';
import { recordAnswer } from '../../src/store/record-answer.ts';
import { ANCHOR, joinFacts, mailFacts, NOW, ROSA, viewOf, XA } from './facts.ts';
import { record } from './people.ts';
import { whoisAnswer } from './whois-server.ts';

const TABLES =
  'audit jobs copies editions bounces broadcasts issues answers tokens letters appointments inbox cases persons raw_mails cctlds registry_snapshots'.split(
    ' ',
  );

/** Takes every row away; the audit trail lets nobody do so but who owns the table. */
export async function emptyDatabase(db: Db): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await sql`alter table audit disable trigger audit_append_only`.execute(trx);
    for (const table of TABLES) await sql.raw(`delete from ${table}`).execute(trx);
    await sql`alter table audit enable trigger audit_append_only`.execute(trx);
  });
}

/** What commit takes from the world; the clock is moved by the test. */
export interface Books extends Committing {
  readonly clock: { now: Date };
}

export function booksOn(db: Db): Books {
  const clock = { now: NOW };
  return { db, clock, now: () => clock.now, random: randomBytes, domain: 'lists.example' };
}

let mails = 0;

/** A mail that came in, with its job leased by `worker`. */
export async function arrive(
  { db, now }: Books,
  worker = 'worker',
): Promise<{ cause: Cause; job: Job }> {
  mails += 1;
  const raw = Buffer.from(`From: ${ROSA}\r\n\r\nmail ${mails}\r\n`);
  const sha256 = createHash('sha256').update(raw).digest('hex');
  const recipients = ['tld-ops-join@lists.example'];
  // Long ago, so that it is due before everything else that a test has brought about.
  const receivedAt = new Date(mails);
  const arrival = { raw, envelopeFrom: ROSA, recipients, client: {}, receivedAt };
  const [added] = await addMail(db, arrival);
  const inboxId = added?.inboxId ?? 0;
  const job = await claimJob(db, worker, now());
  if (job?.key !== `mail:${inboxId}`) throw new Error('another job was due before this mail');
  return { cause: { inboxId, sha256, class: 'human', fromAddress: ROSA }, job };
}

/** Decides on a mail as it is described, and commits it; the decision is returned. */
async function decideAndCommit(books: Books, over: Partial<JoinFacts> = {}) {
  const { cause, job } = await arrive(books);
  const decision = await decideMail(books, cause, over);
  await commitDecision(books, decision, cause, job);
  return decision;
}

/** The decision on a mail with a complete request of Rosa's for .xa, the Admin Contact in copy. */
export async function decideMail(
  books: Books,
  { inboxId }: Pick<Cause, 'inboxId'>,
  over: Partial<JoinFacts> = {},
): Promise<Decision> {
  const snapshotId = await knowXa(books.db);
  const decision = decideJoin(
    joinFacts({
      now: books.now(),
      mail: mailFacts({ from: ROSA, copied: [ANCHOR], inboxId }),
      registry: new Map([[XA, viewOf({ snapshotId })]]),
      ...over,
    }),
  );
  if ('wait' in decision) throw new Error(decision.wait);
  return decision;
}

/** The registry's record of .xa; returns the number of the snapshot. */
async function knowXa(db: Db): Promise<number> {
  const text = whoisAnswer(record('xa', 'Xanadu Network Information Centre', ANCHOR));
  const answer = readRegistryAnswer(text, XA);
  const given = { cctld: XA, source: 'test', text, answer, at: NOW, settleMs: 0 };
  const { state } = await recordAnswer(db, given);
  return state?.snapshotId ?? 0;
}

/** Opens a request of Rosa's for .xa and returns it as stored. */
export async function openRequest(books: Books, over: Partial<JoinFacts> = {}): Promise<Case> {
  await decideAndCommit(books, over);
  const rows = await books.db.selectFrom('cases').select('id').orderBy('id').execute();
  const found = await findCase(books.db, rows.at(-1)?.id ?? 0);
  if (found === undefined) throw new Error('no case was opened');
  return found;
}

/** How many rows each table has, to see that nothing was left behind. */
export async function countRows(db: Db): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const table of TABLES) {
    const { rows } = await sql<{
      n: number;
    }>`select count(*) as n from ${sql.table(table)}`.execute(db);
    counts[table] = rows[0]?.n ?? 0;
  }
  return counts;
}
