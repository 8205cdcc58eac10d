/** What is asked of the store about an SSC's own requests. */

import { sql } from 'kysely';
import { SUSPECTED } from '../machines/facts.ts';
import type { Place } from '../machines/own-facts.ts';
import type { LetterName } from '../machines/letters/letter.ts';
import type { Address } from '../machines/words/address.ts';
import type { Case } from '../machines/words/case.ts';
import type { Cctld } from '../machines/words/cctld.ts';
import { findCases } from './cases.ts';
import type { Db } from './db.ts';

/** The open own requests of an address, oldest first. */
export async function ownCases(db: Db, requester: Address): Promise<Case[]> {
  const rows = await db
    .selectFrom('cases')
    .select('id')
    .where('requester', '=', requester)
    .where('kind', 'in', ['self-update', 'leave'])
    .where('closed_at', 'is', null)
    .orderBy('id')
    .execute();
  const found = await findCases(
    db,
    rows.map(({ id }) => id),
  );
  return rows.flatMap(({ id }) => found.get(id) ?? []);
}

/** When the person with this address last took another one. */
export async function addressChangedAt(db: Db, address: Address): Promise<Date | undefined> {
  const row = await db
    .selectFrom('persons')
    .select('address_changed_at')
    .where('address', '=', address)
    .executeTakeFirst();
  return row?.address_changed_at ?? undefined;
}

/** When this address last got this letter; of answers with the whole contact list only, where asked. */
export async function lastLetter(
  db: Db,
  to: Address,
  name: LetterName,
  { full = false }: { readonly full?: boolean } = {},
): Promise<Date | undefined> {
  const row = await db
    .selectFrom('letters')
    .select('created_at')
    .where('addressee', '=', to)
    .where('name', '=', name)
    .$if(full, (query) => query.where(sql<boolean>`data #>> '{letter,full}' = 'true'`))
    .orderBy('id', 'desc')
    .executeTakeFirst();
  return row?.created_at;
}

/** Anchor and freeze of these ccTLDs, as far as the registry was read. */
export async function placesOf(db: Db, cctlds: readonly Cctld[]): Promise<Map<Cctld, Place>> {
  if (cctlds.length === 0) return new Map();
  const rows = await db
    .selectFrom('cctlds')
    .select(['cctld', 'anchor', 'snapshot_id', 'frozen_at', 'frozen_by'])
    .where('cctld', 'in', [...new Set(cctlds)])
    .execute();
  const places = new Map<Cctld, Place>();
  for (const { cctld, anchor, snapshot_id: snapshotId, frozen_at, frozen_by } of rows) {
    if (anchor === null || snapshotId === null) continue;
    const suspected = frozen_by === SUSPECTED.by ? { suspected: true as const } : {};
    const place = { anchor: anchor as Address, snapshotId, frozen: frozen_at !== null };
    places.set(cctld as Cctld, { ...place, ...suspected });
  }
  return places;
}
