/** Writes to each Validator once a day, at 06:00 UTC, when there is something to tell. */

import { decideDaily } from '../machines/daily.ts';
import type { Settings } from '../machines/facts.ts';
import { CATALOGUE } from '../machines/letters/catalogue.ts';
import type { LetterData, LetterName } from '../machines/letters/letter.ts';
import { allOpenCases } from '../store/cases.ts';
import { asideSince, suspiciousSince, undeliveredSince } from '../store/daily.ts';
import type { Db } from '../store/db.ts';
import { cancelJob, findJob, finishJob, type Job, putJob } from '../store/jobs.ts';
import { addLetter, type LetterRow } from '../store/letters.ts';
import { mailRow } from './gather-commands.ts';

export interface DigestDeps {
  readonly db: Db;
  readonly settings: Settings;
  readonly now: () => Date;
  readonly random: (size: number) => Buffer;
  readonly domain: string;
}

const KEY = 'digest:validators';
const DAY = 86_400_000;
const HOUR_OF_DAY = 6 * 3_600_000;

/**
 * Makes sure that the digest is among the jobs; safe to call at each start, by several engines. A row that
 * is there keeps its time: what became due while no engine ran is sent late, and not left out. Only the
 * time of a clock that was ahead, and is put right, does not count.
 */
export async function startDigest(db: Db, now: Date): Promise<void> {
  const found = await findJob(db, KEY);
  if (found === undefined || found.dead_at !== null) return arm(db, now);
  if (found.run_at <= nextMorning(now)) return;
  await cancelJob(db, KEY);
  await arm(db, now);
}

/** True for the digest's own job. */
export function isDigest(job: Job): boolean {
  return job.payload['digest'] === true;
}

/**
 * Sends the day's letters and arms itself again, all in one transaction. The job was made when the last
 * digest was sent: what happened since is told. The key of each letter is the day.
 */
export async function sendDigest(deps: DigestDeps, job: Job): Promise<void> {
  const { db, settings, now, random, domain } = deps;
  const at = now();
  const since = job.created_at;
  const letters = decideDaily({
    now: at,
    since,
    settings,
    open: await allOpenCases(db),
    aside: (await asideSince(db, since)).map(mailRow),
    suspicious: (await suspiciousSince(db, since)).map(mailRow),
    undelivered: (await undeliveredSince(db, since)).map(letterRow),
  });
  const step = `digest-${at.toISOString().slice(0, 10)}`;
  await db.transaction().execute(async (trx) => {
    await finishJob(trx, job);
    for (const letter of letters) await addLetter(trx, letter, { step, now: at, random, domain });
    await arm(trx, at);
  });
}

async function arm(db: Db, now: Date): Promise<void> {
  const runAt = nextMorning(now);
  await putJob(db, { key: KEY, kind: 'timer', payload: { digest: true }, runAt, now });
}

function nextMorning(now: Date): Date {
  const day = Math.floor((now.getTime() - HOUR_OF_DAY) / DAY) + 1;
  return new Date(day * DAY + HOUR_OF_DAY);
}

function letterRow(letter: LetterRow): LetterData['digest']['undelivered'][number] {
  const at = letter.failed_at ?? letter.bounced_at ?? letter.created_at;
  return {
    addressee: letter.addressee,
    summary: CATALOGUE[letter.name as LetterName].summary,
    at: at.toISOString(),
    why: letter.failed_at === null ? 'It came back.' : (letter.relay_reply ?? ''),
  };
}
