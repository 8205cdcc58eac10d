/** Who gets what is sent to everybody: the roster, but for those whom mail does not reach. */

import type { Address } from '../machines/words/address.ts';
import type { Db } from './db.ts';

/** Each person once, by address, however many ccTLDs they are contacts for. */
export async function membersToMail(db: Db): Promise<Address[]> {
  const rows = await db
    .selectFrom('persons')
    .innerJoin('appointments', 'appointments.person_id', 'persons.id')
    .select('persons.address')
    .distinct()
    .where('appointments.ended_at', 'is', null)
    .where('persons.unreachable_since', 'is', null)
    .orderBy('persons.address')
    .execute();
  return rows.map(({ address }) => address as Address);
}
