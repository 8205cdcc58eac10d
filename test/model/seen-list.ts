/** What the store and the relay hold about posts, issues and who can be reached. */

import type { Selectable } from 'kysely';
import type { Broadcast } from '../../src/store/broadcasts.ts';
import type { Copy } from '../../src/store/copies.ts';
import type { Database } from '../../src/store/schema.ts';
import type { CopySeen } from './relay.ts';
import type { Posted, World } from './world.ts';

/** Somebody who is or was on the list of a ccTLD. */
export interface Membership {
  readonly cctld: string;
  readonly address: string;
  readonly since: Date;
  readonly ended: Date | null;
  readonly unreachable: Date | null;
}

/** The table of an issue as a reader of it has it. */
export interface TableSeen {
  readonly issue: number;
  /** Each as `xa somebody@nic.xa`. */
  readonly rows: readonly string[];
}

export interface ListSeen {
  readonly broadcasts: readonly Broadcast[];
  readonly copies: readonly Copy[];
  readonly editions: number;
  readonly issues: readonly Selectable<Database['issues']>[];
  readonly tables: readonly TableSeen[];
  readonly bounces: readonly Selectable<Database['bounces']>[];
  readonly memberships: readonly Membership[];
  /** As the relay saw them. */
  readonly sent: readonly CopySeen[];
  /** What delivery reports are about in truth, by Message-ID. */
  readonly reports: ReadonlyMap<string, NonNullable<Posted['report']>>;
}

export async function lookAtList(world: World): Promise<ListSeen> {
  const { db } = world;
  const [broadcasts, copies, editions, issues, bounces, memberships] = await Promise.all([
    db.selectFrom('broadcasts').selectAll().orderBy('id').execute(),
    db.selectFrom('copies').selectAll().execute(),
    db.selectFrom('editions').select('number').execute(),
    db.selectFrom('issues').selectAll().orderBy('id').execute(),
    db.selectFrom('bounces').selectAll().orderBy('id').execute(),
    db
      .selectFrom('appointments')
      .innerJoin('persons', 'persons.id', 'appointments.person_id')
      .select([
        'cctld',
        'address',
        'since',
        'ended_at as ended',
        'unreachable_since as unreachable',
      ])
      .execute(),
  ]);
  return {
    broadcasts,
    copies,
    editions: editions.length,
    issues,
    tables: world.copies.flatMap(({ raw }) => tableIn(raw) ?? []),
    bounces,
    memberships,
    sent: [...world.relay.copies],
    reports: new Map(
      world.posted.flatMap(({ messageId, report }) =>
        report === undefined ? [] : [[messageId, report]],
      ),
    ),
  };
}

function tableIn(raw: string): TableSeen | undefined {
  const found =
    /^content-type: text\/csv[^]*?contacts-(\d+)\.csv[^]*?\r\n\r\n([\w+/=\r\n]+)/im.exec(raw);
  if (found === null) return undefined;
  const [, issue, content = ''] = found;
  const [, ...lines] = Buffer.from(content, 'base64').toString().trim().split('\r\n');
  const rows = lines.map((line) => {
    const [cctld = ''] = line.split(',');
    return `${cctld} ${/[^,"\s]+@[^,"\s]+/.exec(line)?.[0] ?? ''}`;
  });
  return { issue: Number(issue), rows };
}
