/** The roster: the SSCs that are on the list now, per ccTLD. */

import { sql } from 'kysely';
import type { OwnChange, RosterEntry } from '../machines/words/case.ts';
import type { Address } from '../machines/words/address.ts';
import type { Cctld } from '../machines/words/cctld.ts';
import type { Contact } from '../machines/words/contact.ts';
import type { KnownPerson } from '../machines/facts.ts';
import type { DoneByCase } from '../machines/undo.ts';
import { Conflict } from './cases.ts';
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
  return rows.map(entryOf);
}

interface Row {
  readonly cctld: string;
  readonly first_name: string;
  readonly last_name: string;
  readonly address: string;
  readonly phones: RosterEntry['phones'];
  readonly is_primary: boolean;
  readonly since: Date;
}

function entryOf(row: Row): RosterEntry {
  return {
    cctld: row.cctld as Cctld,
    firstName: row.first_name,
    lastName: row.last_name,
    address: row.address as Address,
    phones: row.phones,
    primary: row.is_primary,
    since: row.since.toISOString(),
  };
}

/** The people among these addresses who are on the list, with their ccTLDs. */
export async function knownPersons(db: Db, addresses: readonly Address[]): Promise<KnownPerson[]> {
  if (addresses.length === 0) return [];
  const entries = await readRoster(db);
  const lost = await unreachableAmong(db, addresses);
  return [...new Set(addresses)].flatMap((address) => {
    const found = entries.filter((entry) => entry.address === address);
    const [first] = found;
    if (first === undefined) return [];
    const { firstName, lastName, phones } = first;
    const cctlds = found.map(({ cctld }) => cctld);
    const mark = lost.has(address) ? { unreachable: true } : {};
    return [{ address, firstName, lastName, phones, cctlds, ...mark }];
  });
}

async function unreachableAmong(db: Db, addresses: readonly Address[]): Promise<Set<string>> {
  const rows = await db
    .selectFrom('persons')
    .select('address')
    .where('address', 'in', addresses)
    .where('unreachable_since', 'is not', null)
    .execute();
  return new Set(rows.map(({ address }) => address));
}

/** The list of one ccTLD as it is to be. */
export interface NewRoster {
  readonly caseId: number;
  readonly cctld: Cctld;
  readonly contacts: readonly Contact[];
  readonly reason: string;
  readonly at: Date;
}

/**
 * Makes these contacts the whole list of a ccTLD, whatever it was before. Name and phones of a person
 * who is on the list for another ccTLD stay as they are. Throws when a constraint of the schema says
 * no: a fourth place, a second primary, the same person twice.
 */
export async function setRoster(trx: Db, roster: NewRoster): Promise<void> {
  const { cctld, contacts } = roster;
  const wanted = new Set<string>(contacts.map(({ address }) => address));
  const active = await appointmentsOf(trx, cctld);
  const leaving = active.filter(({ address }) => !wanted.has(address));
  await end(trx, leaving, roster);
  // Nobody is primary for a moment, so that the mark can pass from one to another.
  await trx
    .updateTable('appointments')
    .set({ is_primary: false })
    .where('cctld', '=', cctld)
    .where('ended_at', 'is', null)
    .execute();
  const staying = active.filter(({ address }) => wanted.has(address));
  const free = [1, 2, 3].filter((place) => !staying.some((one) => one.place === place));
  for (const contact of contacts) {
    const personId = await personOf(trx, contact, roster);
    const known = staying.find(({ address }) => address === contact.address);
    if (known === undefined) {
      await appoint(trx, { personId, place: free.shift() ?? 4, primary: contact.primary }, roster);
    } else if (contact.primary) {
      await markPrimary(trx, known.id);
    }
  }
}

/** Before the address of a person who has given it up to another one. */
const FORMER = 'former ';

/** What a case has done to the list, as far as it still shows. */
export async function doneByCase(db: Db, caseId: number): Promise<DoneByCase> {
  const rows = await db
    .selectFrom('appointments')
    .innerJoin('persons', 'persons.id', 'appointments.person_id')
    .innerJoin('cases', 'cases.id', 'appointments.case_id')
    .selectAll('persons')
    .select(['appointments.id as appointment', 'appointments.cctld', 'appointments.ended_by'])
    .select(['appointments.since', 'appointments.is_primary', 'cases.state'])
    .where((or) =>
      or.or([
        or('appointments.ended_by', '=', caseId),
        or.and([or('appointments.case_id', '=', caseId), or('appointments.ended_at', 'is', null)]),
      ]),
    )
    .orderBy('appointments.id')
    .execute();
  const gone = rows.filter(({ ended_by }) => ended_by === caseId);
  const back = [];
  for (const row of gone) {
    // Their address is another person's now, or they came back since and left again by another way.
    if (row.address.startsWith(FORMER) || (await cameBackSince(db, row))) continue;
    back.push({ ...entryOf(row), refused: row.state === 'objected' });
  }
  return {
    came: rows.filter(({ ended_by }) => ended_by === null).map(({ address }) => address as Address),
    gone: back,
  };
}

async function cameBackSince(
  db: Db,
  row: { readonly appointment: number; readonly id: number; readonly cctld: string },
): Promise<boolean> {
  const later = await db
    .selectFrom('appointments')
    .select('id')
    .where('person_id', '=', row.id)
    .where('cctld', '=', row.cctld)
    .where('id', '>', row.appointment)
    .where('ended_at', 'is not', null)
    .executeTakeFirst();
  return later !== undefined;
}

function appointmentsOf(trx: Db, cctld: Cctld) {
  return trx
    .selectFrom('appointments')
    .innerJoin('persons', 'persons.id', 'appointments.person_id')
    .select([
      'appointments.id',
      'appointments.place',
      'appointments.case_id',
      'persons.address',
      'appointments.is_primary',
    ])
    .where('appointments.cctld', '=', cctld)
    .where('appointments.ended_at', 'is', null)
    .execute();
}

async function end(
  trx: Db,
  some: readonly { readonly id: number }[],
  { at, reason, caseId }: NewRoster,
): Promise<void> {
  if (some.length === 0) return;
  const ids = some.map(({ id }) => id);
  await trx
    .updateTable('appointments')
    .set({ ended_at: at, ended_reason: reason, ended_by: caseId })
    .where('id', 'in', ids)
    .execute();
}

// Who comes back, because a case is undone, comes back under the case that brought them.
async function appoint(
  trx: Db,
  { personId, place, primary }: { personId: number; place: number; primary: boolean },
  { cctld, caseId, at }: NewRoster,
): Promise<void> {
  await beginAnew(trx, personId, at);
  const former = await trx
    .selectFrom('appointments')
    .select(['case_id', 'since'])
    .where('person_id', '=', personId)
    .where('cctld', '=', cctld)
    .where('ended_by', '=', caseId)
    .orderBy('id', 'desc')
    .executeTakeFirst();
  await trx
    .insertInto('appointments')
    .values({
      person_id: personId,
      cctld,
      place,
      is_primary: primary,
      case_id: former?.case_id ?? caseId,
      since: former?.since ?? at,
      ended_at: null,
      ended_reason: null,
      ended_by: null,
    })
    .execute();
}

// Whoever comes to the list, or back to it, is written to, whatever came back before.
async function beginAnew(trx: Db, personId: number, at: Date): Promise<void> {
  const places = trx
    .selectFrom('appointments')
    .select('id')
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null);
  await trx
    .updateTable('persons')
    .set({ unreachable_since: null, reachable_at: at, confirmed_at: null })
    .where('id', '=', personId)
    .where((or) => or.not(or.exists(places)))
    .execute();
}

async function markPrimary(trx: Db, id: number): Promise<void> {
  await trx.updateTable('appointments').set({ is_primary: true }).where('id', '=', id).execute();
}

async function personOf(trx: Db, contact: Contact, { cctld, at }: NewRoster): Promise<number> {
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
  const elsewhere = trx
    .selectFrom('appointments')
    .select('id')
    .where('person_id', '=', id)
    .where('cctld', '<>', cctld)
    .where('ended_at', 'is', null);
  await trx
    .updateTable('persons')
    .set(columns)
    .where('id', '=', id)
    .where((or) => or.not(or.exists(elsewhere)))
    .execute();
  return id;
}

/**
 * Sets the data of a person by that person's own word, for all their ccTLDs. Where the new address is
 * that of somebody who was on the list before, that record is used. Throws when a constraint says no.
 */
export async function changePerson(
  trx: Db,
  address: Address,
  change: OwnChange,
  at: Date,
): Promise<void> {
  const row = await trx
    .selectFrom('persons')
    .select('id')
    .where('address', '=', address)
    .executeTakeFirstOrThrow();
  await mustNotBeFrozen(trx, row.id);
  // Whoever changes something has looked at it.
  const person = trx.updateTable('persons').set({ confirmed_at: at }).where('id', '=', row.id);
  switch (change.what) {
    case 'phones':
      await person.set({ phones: toJson(change.phones) }).execute();
      return;
    case 'name':
      await person.set({ first_name: change.firstName, last_name: change.lastName }).execute();
      return;
    case 'address':
      // A former member's record gives its address up: the history of both is in the audit trail.
      await trx
        .updateTable('persons')
        .set({ address: sql`${FORMER} || id || ' ' || address` })
        .where('address', '=', change.address)
        .where(
          'id',
          'not in',
          trx.selectFrom('appointments').select('person_id').where('ended_at', 'is', null),
        )
        .execute();
      await person
        .set({ address: change.address, address_changed_at: at })
        .set({ unreachable_since: null, reachable_at: at })
        .execute();
      return;
    default:
      throw new Error(`${change.what} changes no data of a person`);
  }
}

// Read under a lock: a freeze that came in between stops the change.
async function mustNotBeFrozen(trx: Db, personId: number): Promise<void> {
  const rows = await trx
    .selectFrom('cctlds')
    .innerJoin('appointments', 'appointments.cctld', 'cctlds.cctld')
    .select('cctlds.frozen_at')
    .where('appointments.person_id', '=', personId)
    .where('appointments.ended_at', 'is', null)
    .forUpdate('cctlds')
    .execute();
  if (rows.some(({ frozen_at }) => frozen_at !== null)) {
    throw new Conflict('a ccTLD of the person was frozen meanwhile');
  }
}
