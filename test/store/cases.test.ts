/** Cases in the store: what is written is what is read, and nobody writes over somebody else's step. */

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { CaseChange } from '../../src/machines/decision.ts';
import { CLOSED, type Case } from '../../src/machines/words/case.ts';
import {
  casesWithOldAnchor,
  Conflict,
  findCase,
  findCases,
  listCases,
  openCases,
  openCctlds,
  setWaiting,
  writeCase,
} from '../../src/store/cases.ts';
import { type Books, booksOn, emptyDatabase, openRequest } from '../support/books.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { ANCHOR, NEW_ANCHOR, NOW, ROSA, settings, XA, XB } from '../support/facts.ts';

let database: TestDatabase;
let books: Books;
let one: Case;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  await emptyDatabase(database.db);
  books = booksOn(database.db);
  one = await openRequest(books);
});

const LATER = new Date(NOW.getTime() + 3_600_000);

function change(next: Partial<Case>, was?: Case): CaseChange {
  const audit = { actor: 'engine', reason: 'applied', facts: {} } as const;
  return { ...(was && { was }), next: { ...one, ...next }, effects: [], audit };
}

const write = (next: Partial<Case>, was?: Case) =>
  database.db.transaction().execute((trx) => writeCase(trx, change(next, was), LATER));

const reread = (id = one.id) => findCase(database.db, id);

describe('a case', () => {
  it('comes back from the store as it went in', async () => {
    expect(one).toMatchObject({
      kind: 'subscribe',
      cctld: XA,
      state: 'challenged',
      requester: ROSA,
      anchor: ANCHOR,
      openedAt: NOW.toISOString(),
      context: { policy: 'balanced', evidence: 'E1' },
      request: { contacts: [{ firstName: 'Rosa' }, { firstName: 'Téo' }] },
    });
    expect(await reread()).toEqual(one);
    expect(await findCases(database.db, [one.id, 4_711])).toEqual(new Map([[one.id, one]]));
    expect(await findCase(database.db, 4_711)).toBeUndefined();
  });

  it('begins at 1001', () => expect(one.id).toBeGreaterThan(1_000));

  it.each(CLOSED)('that is %s is over, and makes room for the next one', async (state) => {
    await write({ state }, one);
    expect((await listCases(database.db)).map(({ closed }) => closed)).toEqual([true]);
    const next = await write({});
    expect((await listCases(database.db)).map(({ id }) => id)).toEqual([one.id, next]);
  });

  it('keeps its end while its state stays, and loses it when it goes on', async () => {
    expect(one.dueAt).toBeDefined();
    await write({}, one);
    const stayed = await reread();
    expect(stayed?.dueAt).toBe(one.dueAt);
    await write({ state: 'queued' }, stayed);
    expect(await reread()).not.toHaveProperty('dueAt');
  });
});

describe('writing', () => {
  it('raises the version, and refuses a change of an older one', async () => {
    await write({}, one);
    expect(await reread()).toMatchObject({ version: 2 });
    await expect(write({ state: 'queued' }, one)).rejects.toThrow(Conflict);
    expect(await reread()).toMatchObject({ version: 2, state: 'challenged' });
  });

  it('opens one case for a ccTLD, however many try', async () => {
    await write({ state: 'expired' }, one);
    const tries = await Promise.allSettled(Array.from({ length: 6 }, () => write({})));
    const lost = tries.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));
    expect(lost).toHaveLength(5);
    for (const reason of lost) expect(reason).toBeInstanceOf(Conflict);
  });

  it('that gives a case the ccTLD of another open one is a conflict, not a fault', async () => {
    const { cctld: _, ...without } = change({ state: 'needs-cctld' }).next;
    const id = await database.db
      .transaction()
      .execute((trx) => writeCase(trx, { ...change({}), next: without }, NOW));
    await expect(write({ cctld: XA }, await reread(id))).rejects.toThrow(Conflict);
  });

  it('forgets why the case waited: it moves', async () => {
    await setWaiting(database.db, one.id, 'registry-unreachable');
    const waiting = await reread();
    expect(waiting?.waiting).toBe('registry-unreachable');
    await write({}, waiting);
    expect(await reread()).not.toHaveProperty('waiting');
  });
});

describe('open cases', () => {
  it('are found by their ccTLD, and by their requester while they have none', async () => {
    const { cctld: _, ...without } = change({ state: 'needs-cctld' }).next;
    const id = await database.db
      .transaction()
      .execute((trx) => writeCase(trx, { ...change({}), next: without }, NOW));
    const ids = async (
      ...args: Parameters<typeof openCases> extends [unknown, ...infer R] ? R : never
    ) => (await openCases(database.db, ...args)).map((found) => found.id);
    expect(await ids([XA], ANCHOR)).toEqual([one.id]);
    expect(await ids([XA], ROSA)).toEqual([one.id, id]);
    expect(await ids([], ROSA)).toEqual([id]);
    expect(await ids([XB], ANCHOR)).toEqual([]);
    expect(await openCctlds(database.db)).toEqual([XA]);
  });

  it('are not those that are over', async () => {
    await write({ state: 'rejected' }, one);
    expect(await openCases(database.db, [XA], ROSA)).toEqual([]);
    expect(await openCctlds(database.db)).toEqual([]);
  });

  it('whose Admin Contact is no longer the one that counts are found', async () => {
    expect(await casesWithOldAnchor(database.db)).toEqual([]);
    await database.db.updateTable('cctlds').set({ anchor: NEW_ANCHOR }).execute();
    expect((await casesWithOldAnchor(database.db)).map(({ id }) => id)).toEqual([one.id]);
    await write({ state: 'applied' }, one);
    expect(await casesWithOldAnchor(database.db)).toEqual([]);
  });
});

it('a policy of another day stays with its case', async () => {
  await write({ state: 'expired' }, one);
  const strict = await openRequest(books, { settings: settings('strict') });
  expect(strict.context.policy).toBe('strict');
});
