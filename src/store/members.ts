/** Who gets what is sent to everybody, and what is still to be done about it on the list server. */

import type { MemberChange } from '../machines/drift.ts';
import type { Address } from '../machines/words/address.ts';
import type { Db } from './db.ts';
import { putJob } from './jobs.ts';

/**
 * The roster, but for those whom mail does not reach: each person once, however many ccTLDs they have. Of
 * `among`, when that is given.
 */
export async function membersToMail(db: Db, among?: readonly Address[]): Promise<Address[]> {
  const rows = await db
    .selectFrom('persons')
    .innerJoin('appointments', 'appointments.person_id', 'persons.id')
    .select('persons.address')
    .distinct()
    .where('appointments.ended_at', 'is', null)
    .where('persons.unreachable_since', 'is', null)
    .$if(among !== undefined, (of) => of.where('persons.address', 'in', [...(among ?? [])]))
    .orderBy('persons.address')
    .execute();
  return rows.map(({ address }) => address as Address);
}

/** Has the list server follow the roster for one address; the same again takes the place of the first. */
export async function followAddress(trx: Db, address: Address, at: Date): Promise<void> {
  const key = `member:${address}`;
  await putJob(trx, { key, kind: 'member', payload: { address }, runAt: at, now: at });
}

/** What is still to be done on the list server, and what was given up. */
export async function memberChanges(db: Db): Promise<MemberChange[]> {
  const rows = await db
    .selectFrom('jobs')
    .select(['payload', 'dead_at', 'last_error'])
    .where('kind', '=', 'member')
    .execute();
  return rows.map(({ payload, dead_at, last_error }) => ({
    address: String(payload['address']) as Address,
    ...(dead_at === null ? {} : { failed: last_error ?? '' }),
  }));
}
