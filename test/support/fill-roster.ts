/** Puts people on the list at once, without the mails of their Admin Contacts. */

import type { RosterEntry } from '../../src/machines/words/case.ts';
import type { Db } from '../../src/store/db.ts';
import { population } from './population.ts';
import { entry } from './issue-facts.ts';

const AT = new Date('2026-11-21T09:00:00Z');

/**
 * So many people of made-up ccTLDs, three for each. The addresses of two thirds are short enough to be
 * written into the sender of their copy (VERP).
 */
export function manyPeople(count: number): RosterEntry[] {
  const labels = [...new Set([...population(1), ...population(2)].map(({ cctld }) => cctld))];
  return Array.from({ length: count }, (_, index) => {
    const label = labels[Math.floor(index / 3)] ?? '';
    const phone = `+1202555${String(index).padStart(4, '0')}`;
    return entry(label, `esi${index}@nic.${label}`, {
      firstName: ['Esi', 'Łucja', 'Hugo'][index % 3] ?? '',
      lastName: `Specimen-${index}`,
      phones: [{ raw: phone, e164: phone }],
      primary: index % 3 === 0,
    });
  });
}

/** Makes these entries the whole list. Who was on it and is not among them leaves. */
export async function fillRoster(db: Db, entries: readonly RosterEntry[]): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const caseId = await aCase(trx);
    await trx
      .updateTable('appointments')
      .set({ ended_at: AT, ended_reason: 'test', ended_by: caseId, is_primary: false })
      .where('ended_at', 'is', null)
      .execute();
    if (entries.length === 0) return;
    const people = [...new Map(entries.map((one) => [one.address, one])).values()];
    await trx
      .insertInto('persons')
      .values(
        people.map((one) => ({
          address: one.address,
          first_name: one.firstName,
          last_name: one.lastName,
          phones: JSON.stringify(one.phones),
          created_at: AT,
        })),
      )
      .onConflict((conflict) =>
        conflict.column('address').doUpdateSet((row) => ({
          first_name: row.ref('excluded.first_name'),
          last_name: row.ref('excluded.last_name'),
          phones: row.ref('excluded.phones'),
        })),
      )
      .execute();
    const rows = await trx.selectFrom('persons').select(['id', 'address']).execute();
    const ids = new Map(rows.map(({ id, address }) => [address, id]));
    const groups = Map.groupBy(entries, ({ cctld }) => cctld);
    const places = [...groups.values()].flatMap((some) =>
      some.map((one, index) => ({
        person_id: ids.get(one.address) ?? 0,
        cctld: one.cctld,
        place: index + 1,
        is_primary: one.primary,
        case_id: caseId,
        since: new Date(one.since),
        ended_at: null,
        ended_reason: null,
        ended_by: null,
      })),
    );
    await trx.insertInto('appointments').values(places).execute();
  });
}

async function aCase(db: Db): Promise<number> {
  const { id } = await db
    .insertInto('cases')
    .values({
      kind: 'subscribe',
      cctld: 'zz',
      state: 'applied',
      context: '{}',
      request: '{}',
      evidence: 'E3',
      policy: 'balanced',
      requester: 'admin@nic.zz',
      opened_at: AT,
      updated_at: AT,
      closed_at: AT,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}
