/** The roster: three places, one primary, and nobody's data changed by somebody else's Admin Contact. */

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Case } from '../../src/machines/words/case.ts';
import type { Cctld } from '../../src/machines/words/cctld.ts';
import type { Contact } from '../../src/machines/words/contact.ts';
import { addToRoster, endAppointments, knownPersons, readRoster } from '../../src/store/roster.ts';
import { booksOn, emptyDatabase, openRequest } from '../support/books.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { address, contact, NOW, XA, XB } from '../support/facts.ts';

let database: TestDatabase;
let one: Case;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  await emptyDatabase(database.db);
  one = await openRequest(booksOn(database.db));
});

function add(contacts: readonly Contact[], cctld: Cctld = XA, at = NOW): Promise<void> {
  return database.db
    .transaction()
    .execute((trx) => addToRoster(trx, { caseId: one.id, cctld, contacts, at }));
}

const secondary = (number: number, over: Partial<Contact> = {}) =>
  contact(number, { primary: false, ...over });

async function shown(): Promise<string[]> {
  return (await readRoster(database.db)).map(
    ({ cctld, address: of, primary }) => `.${cctld} ${of}${primary ? ' (primary)' : ''}`,
  );
}

describe('the roster', () => {
  it('shows people by ccTLD, the primary first, and then in the order of their request', async () => {
    await add([secondary(2), secondary(3), contact(1)]);
    await add([contact(1)], XB);
    expect(await shown()).toEqual([
      '.xa person1@nic.xa (primary)',
      '.xa person2@nic.xa',
      '.xa person3@nic.xa',
      '.xb person1@nic.xa (primary)',
    ]);
    expect(await readRoster(database.db, [XB])).toMatchObject([
      { cctld: XB, firstName: 'Rosa', lastName: 'Lind', since: NOW.toISOString() },
    ]);
    expect(await readRoster(database.db, [])).toEqual([]);
  });

  it('fills places that have become free', async () => {
    await add([contact(1), secondary(2)]);
    await database.db
      .transaction()
      .execute((trx) => endAppointments(trx, one.id, 'objection', NOW));
    await add([secondary(2), contact(3), secondary(4)]);
    expect(await shown()).toHaveLength(3);
  });
});

describe('the schema says no to', () => {
  it.each([
    ['a fourth person', () => [contact(1), secondary(2), secondary(3), secondary(4)]],
    ['a second primary', () => [contact(1), contact(2, { primary: true })]],
    ['the same person twice', () => [contact(1), secondary(1)]],
  ])('%s, and then nobody was added', async (_, people) => {
    await expect(add(people())).rejects.toThrow(/constraint/);
    expect(await shown()).toEqual([]);
  });

  it.each([
    ['a fourth person', () => [secondary(4)]],
    ['a second primary', () => [contact(1, { address: address('person5@nic.xa') })]],
  ])('%s who comes later, and those before stay', async (_, people) => {
    await add([contact(1), secondary(2), secondary(3)]);
    await expect(add(people())).rejects.toThrow(/constraint/);
    expect(await shown()).toHaveLength(3);
  });

  it('one of two that fill the last place at the same time', async () => {
    await add([contact(1), secondary(2)]);
    const results = await Promise.allSettled([add([secondary(3)]), add([secondary(4)])]);
    expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(await shown()).toHaveLength(3);
  });
});

describe('a person', () => {
  const renamed = contact(1, { firstName: 'Other', phones: [{ raw: '+1 202 555 0199' }] });

  it('who is on the list keeps name and phones when another ccTLD adds them', async () => {
    await add([contact(1)]);
    await add([renamed], XB);
    const entries = await readRoster(database.db);
    expect(entries.map(({ firstName }) => firstName)).toEqual(['Rosa', 'Rosa']);
    expect(entries.map(({ phones }) => phones)).toEqual([contact(1).phones, contact(1).phones]);
  });

  it('who left and comes back has the data of the new request', async () => {
    await add([contact(1)]);
    await database.db.transaction().execute((trx) => endAppointments(trx, one.id, 'leave', NOW));
    await add([renamed]);
    expect(await readRoster(database.db)).toMatchObject([{ firstName: 'Other' }]);
  });

  it('is known with all ccTLDs, while on the list', async () => {
    const who = [address('person1@nic.xa'), address('nobody@nic.xa')];
    await add([contact(1)]);
    await add([contact(1)], XB);
    expect(await knownPersons(database.db, who)).toMatchObject([
      { address: 'person1@nic.xa', firstName: 'Rosa', cctlds: [XA, XB] },
    ]);
    await database.db.transaction().execute((trx) => endAppointments(trx, one.id, 'leave', NOW));
    expect(await knownPersons(database.db, who)).toEqual([]);
    expect(await knownPersons(database.db, [])).toEqual([]);
  });
});

describe('taking people off', () => {
  it('ends what this case has put on, and nothing else; the past stays readable', async () => {
    await add([contact(1), secondary(2)]);
    await database.db.updateTable('appointments').set({ ended_at: null }).execute();
    await database.db.transaction().execute((trx) => endAppointments(trx, one.id + 1, 'x', NOW));
    expect(await shown()).toHaveLength(2);
    await database.db
      .transaction()
      .execute((trx) => endAppointments(trx, one.id, 'objection', NOW));
    expect(await shown()).toEqual([]);
    const rows = await database.db.selectFrom('appointments').selectAll().execute();
    expect(rows.map(({ ended_reason }) => ended_reason)).toEqual(['objection', 'objection']);
  });

  it('twice keeps the first end', async () => {
    await add([contact(1)]);
    const later = new Date(NOW.getTime() + 1_000);
    for (const at of [NOW, later]) {
      await database.db.transaction().execute((trx) => endAppointments(trx, one.id, 'x', at));
    }
    const rows = await database.db.selectFrom('appointments').selectAll().execute();
    expect(rows.map(({ ended_at }) => ended_at)).toEqual([NOW]);
  });
});
