/** All that the store holds between two steps, as the invariants look at it. */

import { type Selectable, sql } from 'kysely';
import type { Case, RosterEntry } from '../../src/machines/words/case.ts';
import type { AuditRow } from '../../src/store/audit.ts';
import { listCases } from '../../src/store/cases.ts';
import type { Db } from '../../src/store/db.ts';
import type { InboxRow } from '../../src/store/inbox.ts';
import { type Job, listJobs } from '../../src/store/jobs.ts';
import type { LetterRow } from '../../src/store/letters.ts';
import { readRoster } from '../../src/store/roster.ts';
import type { Database } from '../../src/store/schema.ts';
import { FORGER } from './cast.ts';
import { type ListSeen, lookAtList } from './seen-list.ts';
import { lookAtWatch, type WatchSeen } from './seen-watch.ts';
import type { World } from './world.ts';

export interface Place {
  readonly cctld: string;
  readonly address: string;
  readonly primary: boolean;
  readonly caseId: number;
}

/** A letter without its text, and with the mail that it answers and the ccTLD that it names. */
export type LetterSeen = Pick<
  LetterRow,
  'id' | 'key' | 'case_id' | 'name' | 'addressee' | 'created_at' | 'sent_at'
> & { readonly answersTo: string | null; readonly about: string | null };

export interface Seen extends ListSeen, WatchSeen {
  readonly now: Date;
  readonly cases: readonly (Case & { readonly closed: boolean })[];
  readonly places: readonly Place[];
  readonly roster: readonly RosterEntry[];
  readonly audit: readonly AuditRow[];
  readonly tokens: readonly Selectable<Database['tokens']>[];
  readonly letters: readonly LetterSeen[];
  readonly jobs: readonly Job[];
  readonly inbox: readonly InboxRow[];
  /** Since when changes of a ccTLD are stopped. */
  readonly frozen: ReadonlyMap<string, string>;
  /** ccTLDs whose Admin Contact address is changing, and does not count yet. */
  readonly unsettled: ReadonlySet<string>;
  readonly registryAnswers: boolean;
  /** What was logged as a fault. */
  readonly faults: readonly string[];
  /** Whose mailboxes the writer of a mail truly reads, by Message-ID. */
  readonly readers: ReadonlyMap<string, readonly string[]>;
  /** Who got a token, by its digest. */
  readonly secretsSeen: ReadonlyMap<string, ReadonlySet<string>>;
  /** How often a letter came to the relay, by its Message-ID and reader. */
  readonly handedOver: ReadonlyMap<string, number>;
  readonly crashes: number;
}

/** Who reads the mailboxes of who wrote a mail. One that the forger has a copy of, and hands over, is the forger's. */
export function readersOf(
  { inbox, readers }: Pick<Seen, 'inbox' | 'readers'>,
  id: number | null,
): readonly string[] {
  const mail = inbox.find((one) => one.id === id);
  if (mail?.envelope_from === FORGER.address) return [FORGER.address];
  return readers.get(mail?.message_id ?? '') ?? [];
}

/** All of it; of the audit trail, which only grows, what has come since `before`. */
export async function look(world: World, before?: Seen): Promise<Seen> {
  const { db, clock, registryAnswers, secretsSeen, handedOver, crashes, log } = world;
  const [cases, places, roster, fresh, tokens, letters, jobs, inbox, watched] = await Promise.all([
    listCases(db),
    placesNow(db),
    readRoster(db),
    auditSince(db, before?.audit.at(-1)?.id ?? 0),
    db.selectFrom('tokens').selectAll().orderBy('id').execute(),
    lettersNow(db),
    listJobs(db),
    db.selectFrom('inbox').selectAll().orderBy('id').execute(),
    lookAtWatch(db),
  ]);
  const { cctlds } = watched;
  return {
    ...(await lookAtList(world)),
    ...watched,
    now: clock.now,
    cases,
    places,
    roster,
    audit: [...(before?.audit ?? []), ...fresh],
    tokens,
    letters,
    jobs,
    inbox,
    frozen: new Map(
      cctlds.flatMap(({ cctld, frozen_at: at }) =>
        at === null ? [] : [[cctld, at.toISOString()]],
      ),
    ),
    unsettled: new Set(cctlds.filter((one) => one.candidate_id !== null).map((one) => one.cctld)),
    registryAnswers,
    faults: log.lines.filter((line) => line.startsWith('error')),
    readers: new Map(world.posted.map((one) => [one.messageId, one.readers])),
    secretsSeen,
    handedOver,
    crashes,
  };
}

async function placesNow(db: Db): Promise<Place[]> {
  const rows = await db
    .selectFrom('appointments')
    .innerJoin('persons', 'persons.id', 'appointments.person_id')
    .select(['cctld', 'address', 'is_primary', 'case_id'])
    .where('ended_at', 'is', null)
    .orderBy('cctld')
    .orderBy('place')
    .execute();
  return rows.map((row) => ({
    cctld: row.cctld,
    address: row.address,
    primary: row.is_primary,
    caseId: row.case_id,
  }));
}

function auditSince(db: Db, id: number): Promise<AuditRow[]> {
  return db.selectFrom('audit').selectAll().where('id', '>', id).orderBy('id').execute();
}

function lettersNow(db: Db): Promise<LetterSeen[]> {
  return db
    .selectFrom('letters')
    .select(['id', 'key', 'case_id', 'name', 'addressee', 'created_at', 'sent_at'])
    .select(sql<string | null>`data ->> 'answersTo'`.as('answersTo'))
    .select(sql<string | null>`data #>> '{letter,cctld}'`.as('about'))
    .orderBy('id')
    .execute();
}
