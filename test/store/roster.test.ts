/** The roster: three places, one primary, and nobody's data changed by somebody else's Admin Contact. */

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Case, OwnChange } from '../../src/machines/words/case.ts';
import type { Cctld } from '../../src/machines/words/cctld.ts';
import type { Contact } from '../../src/machines/words/contact.ts';
import {
  changePerson,
  doneByCase,
  knownPersons,
  readRoster,
  setRoster,
} from '../../src/store/roster.ts';
import { freeze, unfreeze } from '../../src/store/registry.ts';
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

/** Makes these people the whole list, as a case of that number would. */
function put(contacts: readonly Contact[], cctld: Cctld = XA, caseId = one.id): Promise<void> {
  return database.db
    .transaction()
    .execute((trx) => setRoster(trx, { caseId, cctld, contacts, reason: 'case', at: NOW }));
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
    await put([secondary(2), secondary(3), contact(1)]);
    await put([contact(1)], XB);
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
    await put([contact(1), secondary(2)]);
    await put([contact(1), contact(3, { primary: false }), secondary(4)]);
    await put([secondary(3), contact(1), secondary(5, { address: address('five@nic.xa') })]);
    expect(await shown()).toEqual([
      '.xa person1@nic.xa (primary)',
      '.xa person3@nic.xa',
      '.xa five@nic.xa',
    ]);
  });

  it('passes the mark of the primary on, and changes nothing else of those who stay', async () => {
    await put([contact(1), secondary(2)]);
    const before = await readRoster(database.db);
    await put([secondary(1), contact(2, { primary: true })], XA, await nextCase());
    expect(await shown()).toEqual(['.xa person2@nic.xa (primary)', '.xa person1@nic.xa']);
    const after = await readRoster(database.db);
    expect(after.map(({ since }) => since)).toEqual(before.map(({ since }) => since));
    const rows = await database.db.selectFrom('appointments').select('case_id').execute();
    expect(new Set(rows.map(({ case_id }) => case_id))).toEqual(new Set([one.id]));
  });

  it('may become empty, and keeps the past', async () => {
    await put([contact(1), secondary(2)]);
    await put([]);
    expect(await shown()).toEqual([]);
    const rows = await database.db.selectFrom('appointments').selectAll().execute();
    expect(rows).toMatchObject([
      { ended_reason: 'case', ended_by: one.id },
      { ended_reason: 'case', ended_by: one.id },
    ]);
  });
});

describe('the schema says no to', () => {
  it.each([
    ['a fourth person', () => [contact(1), secondary(2), secondary(3), secondary(4)]],
    ['a second primary', () => [contact(1), contact(2, { primary: true })]],
    ['the same person twice', () => [contact(1), secondary(1)]],
  ])('%s, and then nobody was added', async (_, people) => {
    await expect(put(people())).rejects.toThrow(/constraint/);
    expect(await shown()).toEqual([]);
  });

  it('one of two engines that give the last place away at the same time', async () => {
    await put([contact(1), secondary(2)]);
    const results = await Promise.allSettled([
      put([contact(1), secondary(2), secondary(3)]),
      put([contact(1), secondary(2), secondary(4)]),
    ]);
    expect(results.some(({ status }) => status === 'fulfilled')).toBe(true);
    expect((await shown()).length).toBeLessThanOrEqual(3);
  });
});

describe('a person', () => {
  const renamed = contact(1, { firstName: 'Other', phones: [{ raw: '+1 202 555 0199' }] });

  it('who is on the list keeps name and phones when another ccTLD adds them', async () => {
    await put([contact(1)]);
    await put([renamed], XB);
    const entries = await readRoster(database.db);
    expect(entries.map(({ firstName }) => firstName)).toEqual(['Rosa', 'Rosa']);
    expect(entries.map(({ phones }) => phones)).toEqual([contact(1).phones, contact(1).phones]);
  });

  it('who left and comes back has the data of the new request', async () => {
    await put([contact(1)]);
    await put([]);
    await put([renamed]);
    expect(await readRoster(database.db)).toMatchObject([{ firstName: 'Other' }]);
  });

  it('is known with all ccTLDs, while on the list', async () => {
    const who = [address('person1@nic.xa'), address('nobody@nic.xa')];
    await put([contact(1)]);
    await put([contact(1)], XB);
    expect(await knownPersons(database.db, who)).toMatchObject([
      { address: 'person1@nic.xa', firstName: 'Rosa', cctlds: [XA, XB] },
    ]);
    await put([]);
    await put([], XB);
    expect(await knownPersons(database.db, who)).toEqual([]);
    expect(await knownPersons(database.db, [])).toEqual([]);
  });
});

describe('what a case has done', () => {
  it('is who came by it, and whom it took off, with the data of today', async () => {
    await put([contact(1), secondary(2)]);
    const second = await nextCase();
    await put([contact(1), secondary(3)], XA, second);
    await put([contact(2)], XB);
    await change('person2@nic.xa', { what: 'address', address: address('two@nic.xb') });
    expect(await doneByCase(database.db, second)).toMatchObject({
      came: ['person3@nic.xa'],
      gone: [{ address: 'two@nic.xb', cctld: XA, primary: false, refused: false }],
    });
  });

  it('does not bring those back whom an objection has ended', async () => {
    await put([contact(1), secondary(2)]);
    const second = await nextCase();
    await put([contact(1)], XA, second);
    await database.db.updateTable('cases').set({ state: 'objected' }).execute();
    expect((await doneByCase(database.db, second)).gone).toMatchObject([{ refused: true }]);
  });

  it('who comes back comes back under the case that brought them', async () => {
    await put([contact(1), secondary(2)]);
    const before = await readRoster(database.db);
    const second = await nextCase();
    await put([contact(1), secondary(3)], XA, second);
    await put([contact(1), secondary(2)], XA, second);
    expect(await readRoster(database.db)).toEqual(before);
    const active = await database.db
      .selectFrom('appointments')
      .select('case_id')
      .where('ended_at', 'is', null)
      .execute();
    expect(active.map(({ case_id }) => case_id)).toEqual([one.id, one.id]);
  });
});

describe("a person's own change", () => {
  it('is seen on every list of that person', async () => {
    await put([contact(1)]);
    await put([contact(1)], XB);
    await change('person1@nic.xa', { what: 'phones', phones: [{ raw: '+44 20 7946 0001' }] });
    await change('person1@nic.xa', { what: 'name', firstName: 'Rose', lastName: 'Linden' });
    await change('person1@nic.xa', { what: 'address', address: address('rose@nic.xb') });
    expect(await readRoster(database.db)).toMatchObject(
      [XA, XB].map((cctld) => ({
        cctld,
        firstName: 'Rose',
        address: 'rose@nic.xb',
        phones: [{ raw: '+44 20 7946 0001' }],
      })),
    );
    const [row] = await database.db.selectFrom('persons').selectAll().execute();
    expect(row?.address_changed_at).toEqual(NOW);
  });

  it('waits while a ccTLD of theirs is frozen', async () => {
    await put([contact(1)]);
    await freeze(database.db, XA, 'test', 'a test', NOW);
    const name = { what: 'name', firstName: 'Rose', lastName: 'Linden' } as const;
    await expect(change('person1@nic.xa', name)).rejects.toThrow('frozen meanwhile');
    await unfreeze(database.db, XA);
    await change('person1@nic.xa', name);
    expect(await readRoster(database.db)).toMatchObject([{ firstName: 'Rose' }]);
  });

  it('may take an address that a former member had, and none that a member has', async () => {
    await put([contact(1), secondary(2)]);
    await put([contact(1), secondary(3)]);
    await change('person1@nic.xa', { what: 'address', address: address('person2@nic.xa') });
    expect(await shown()).toEqual(['.xa person2@nic.xa (primary)', '.xa person3@nic.xa']);
    await expect(
      change('person2@nic.xa', { what: 'address', address: address('person3@nic.xa') }),
    ).rejects.toThrow(/constraint/);
  });
});

function change(who: string, what: OwnChange): Promise<void> {
  return database.db.transaction().execute((trx) => changePerson(trx, address(who), what, NOW));
}

/** The number of one more case, which has ended. */
async function nextCase(): Promise<number> {
  const { id } = await database.db
    .insertInto('cases')
    .columns(OTHER_COLUMNS)
    .expression((eb) =>
      eb
        .selectFrom('cases')
        .select((ref) => [
          ...COPIED.map((column) => ref.ref(column).as(column)),
          ref.val(NOW).as('closed_at'),
        ])
        .where('id', '=', one.id),
    )
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

const COPIED = [
  'kind',
  'cctld',
  'state',
  'context',
  'request',
  'evidence',
  'policy',
  'requester',
  'opened_at',
  'updated_at',
] as const;
const OTHER_COLUMNS = [...COPIED, 'closed_at'] as const;
