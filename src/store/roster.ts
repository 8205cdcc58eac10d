/** The roster: the SSCs that are on the list now, per ccTLD. */

import type { RosterEntry } from '../machines/words/case.ts';
import type { Address } from '../machines/words/address.ts';
import type { Cctld } from '../machines/words/cctld.ts';
import type { Contact } from '../machines/words/contact.ts';
import type { KnownPerson } from '../machines/facts.ts';
import type { Db } from './db.ts';
import { toJson } from './json.ts';

/** Everybody on the list, by ccTLD, the primary first; of these ccTLDs only, when any are named. */
export async function readRoster(db: Db, cctlds?: readonly Cctld[]): Promise<RosterEntry[]> {
  if (cctlds?.length === 0) return [];
  const rows = await db
    .selectFrom('appointments')
    .innerJoin('persons', 'persons.id', 'appointments.person_id')
    .select([
      'appointments.cctld',
      'persons.first_name',
      'persons.last_name',
      'persons.address',
      'persons.phones',
      'appointments.is_primary',
      'appointments.since',
    ])
    .where('appointments.ended_at', 'is', null)
    .$if(cctlds !== undefined, (query) => query.where('appointments.cctld', 'in', cctlds ?? []))
    .orderBy('appointments.cctld')
    .orderBy('appointments.is_primary', 'desc')
    .orderBy('appointments.place')
    .execute();
  return rows.map((row) => ({
    cctld: row.cctld as Cctld,
    firstName: row.first_name,
    lastName: row.last_name,
    address: row.address as Address,
    phones: row.phones,
    primary: row.is_primary,
    since: row.since.toISOString(),
  }));
}

/** The people among these addresses who are on the list, with their ccTLDs. */
export async function knownPersons(db: Db, addresses: readonly Address[]): Promise<KnownPerson[]> {
  if (addresses.length === 0) return [];
  const entries = await readRoster(db);
  return [...new Set(addresses)].flatMap((address) => {
    const found = entries.filter((entry) => entry.address === address);
    const [first] = found;
    if (first === undefined) return [];
    const { firstName, lastName, phones } = first;
    return [{ address, firstName, lastName, phones, cctlds: found.map(({ cctld }) => cctld) }];
  });
}

interface Addition {
  readonly caseId: number;
  readonly cctld: Cctld;
  readonly contacts: readonly Contact[];
  readonly at: Date;
}

/**
 * Puts people on the roster. A person who is on the list already keeps name and phones (another
 * ccTLD's Admin Contact must not change them). Throws when a constraint of the schema says no: a fourth place, a
 * second primary, the same person twice.
 */
export async function addToRoster(
  trx: Db,
  { caseId, cctld, contacts, at }: Addition,
): Promise<void> {
  const taken = await trx
    .selectFrom('appointments')
    .select('place')
    .where('cctld', '=', cctld)
    .where('ended_at', 'is', null)
    .execute();
  const free = [1, 2, 3].filter((place) => !taken.some((row) => row.place === place));
  for (const [index, contact] of contacts.entries()) {
    await trx
      .insertInto('appointments')
      .values({
        person_id: await personOf(trx, contact, at),
        cctld,
        place: free[index] ?? 4,
        is_primary: contact.primary,
        case_id: caseId,
        since: at,
        ended_at: null,
        ended_reason: null,
      })
      .execute();
  }
}

async function personOf(trx: Db, contact: Contact, at: Date): Promise<number> {
  const columns = {
    first_name: contact.firstName,
    last_name: contact.lastName,
    phones: toJson(contact.phones),
  };
  const { id } = await trx
    .insertInto('persons')
    .values({ ...columns, address: contact.address, created_at: at })
    .onConflict((conflict) => conflict.column('address').doUpdateSet({ address: contact.address }))
    .returning('id')
    .executeTakeFirstOrThrow();
  const active = trx
    .selectFrom('appointments')
    .select('id')
    .where('person_id', '=', id)
    .where('ended_at', 'is', null);
  await trx
    .updateTable('persons')
    .set(columns)
    .where('id', '=', id)
    .where((or) => or.not(or.exists(active)))
    .execute();
  return id;
}

/** Takes the people whom a case put on the roster off again; they stay as ended appointments. */
export async function endAppointments(
  trx: Db,
  caseId: number,
  reason: string,
  at: Date,
): Promise<void> {
  await trx
    .updateTable('appointments')
    .set({ ended_at: at, ended_reason: reason })
    .where('case_id', '=', caseId)
    .where('ended_at', 'is', null)
    .execute();
}
