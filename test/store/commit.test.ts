/** A decision becomes true all at once or not at all, and only while what it rests on still stands. */

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  type CaseChange,
  type CaseEffect,
  type Decision,
  leave,
} from '../../src/machines/decision.ts';
import { decideTimer } from '../../src/machines/upkeep.ts';
import { auditOfCase } from '../../src/store/audit.ts';
import { Conflict, findCase, listCases } from '../../src/store/cases.ts';
import { commitChange, commitDecision } from '../../src/store/commit.ts';
import { findMail } from '../../src/store/inbox.ts';
import { claimJob, LeaseLost, listJobs, putJob } from '../../src/store/jobs.ts';
import { lettersOfCase } from '../../src/store/letters.ts';
import { findRegistry, freeze, unfreeze } from '../../src/store/registry.ts';
import { readRoster } from '../../src/store/roster.ts';
import type { Address } from '../../src/machines/words/address.ts';
import {
  arrive,
  type Books,
  booksOn,
  countRows,
  decideMail,
  emptyDatabase,
  openRequest,
} from '../support/books.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { changeOf, contact, formOf, NOW, settings, XA, XB } from '../support/facts.ts';
import { TERMS } from '../support/request-graph.ts';

let database: TestDatabase;
let books: Books;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  await emptyDatabase(database.db);
  books = booksOn(database.db);
});

type Arrived = Awaited<ReturnType<typeof arrive>>;

const REMINDER = 'xstate.after.reminder.request.challenged';

/** A change of this case that only carries the effects given. */
async function changeWith(id: number, ...effects: CaseEffect[]): Promise<CaseChange> {
  const was = await findCase(database.db, id);
  if (was === undefined) throw new Error('no such case');
  return { was, next: was, effects, audit: { actor: 'engine', reason: 'applied', facts: {} } };
}

/** A post that is to go out; the worker has the job of its mail. */
async function sending(worker: string, date: string, content: string) {
  const { cause, job } = await arrive(books, worker);
  const { inboxId, fromAddress = '' } = cause;
  const author = fromAddress as Address;
  const post = { inboxId, author, tlp: 'RED', messageId: `${inboxId}@nic.xa` } as const;
  const posts = [{ ...post, unlike: { date } }];
  const decision: Decision = { ...leave('distributed', 'post-distributed'), posts };
  return () =>
    commitDecision(books, decision, { ...cause, detail: { post: { date, content } } }, job);
}

describe('a decision', () => {
  it('is case, letters, tokens, timers, audit and the end of the mail, together', async () => {
    const one = await openRequest(books);
    expect(one).toMatchObject({ state: 'challenged', version: 1, cctld: 'xa' });
    expect(one.dueAt).toBe(new Date(NOW.getTime() + TERMS.answer).toISOString());
    const letters = await lettersOfCase(database.db, one.id);
    expect(letters.map(({ name, addressee }) => `${name} to ${addressee}`)).toEqual([
      'challenge to admin@nic.xa',
      'received to rosa.lind@mailbox.example',
    ]);
    const jobs = await listJobs(database.db);
    expect(jobs.map(({ key }) => key).toSorted()).toEqual(
      [
        ...letters.map(({ id }) => `letter:${id}`),
        `timer:${one.id}:${REMINDER}`,
        `timer:${one.id}:xstate.after.answer.request.challenged`,
      ].toSorted(),
    );
    expect(await auditOfCase(database.db, one.id)).toMatchObject([
      {
        reason: 'request-opened',
        evidence: 'E1',
        cctld: 'xa',
        before: {},
        after: {
          state: 'challenged',
          letters: expect.arrayContaining(['challenge to admin@nic.xa']),
        },
      },
    ]);
    const mail = await findMail(database.db, (await inboxIds())[0] ?? 0);
    expect(mail).toMatchObject({ outcome: 'opened', reason: 'request-opened', case_id: one.id });
  });

  it('puts the number of a new case into its letters', async () => {
    const one = await openRequest(books, { settings: settings('classic') });
    const queue = (await lettersOfCase(database.db, one.id)).find(({ name }) => name === 'queue');
    expect(JSON.stringify(queue?.data)).toContain(`APPROVE ${one.id} .xa`);
  });

  const POISON: Record<string, (decision: Decision) => Decision> = {
    'its last effect': (decision) => {
      const change = changeOf(decision);
      // A fourth place: the schema says no.
      const contacts = [1, 2, 3, 4].map((number) => contact(number, { primary: false }));
      const effects = [
        ...change.effects,
        { type: 'set-roster' as const, contacts, reason: 'case 1', expected: [] },
      ];
      return { ...decision, changes: [{ ...change, effects }] };
    },
    'a token that was used up meanwhile': (decision) => ({ ...decision, usedTokens: [4_711] }),
    'a letter that cannot be stored': (decision) => {
      const letters = changeOf(decision).effects.filter((effect) => effect.type === 'letter');
      const bad = letters.map((letter) => ({ ...letter, to: 'nul\u0000@nic.xa' as never }));
      return { ...decision, letters: bad };
    },
    'a note in the audit trail': (decision) => ({
      ...decision,
      notes: [{ actor: 'nul\u0000', reason: 'frozen', facts: {} }],
    }),
  };

  it.each(Object.entries(POISON))('that fails at %s leaves nothing behind', async (_, poison) => {
    const { cause, job } = await arrive(books);
    const decision = poison(await decideMail(books, cause));
    const before = await countRows(database.db);
    await expect(commitDecision(books, decision, cause, job)).rejects.toThrow(/./);
    expect(await countRows(database.db)).toEqual(before);
    expect(await findMail(database.db, cause.inboxId)).toMatchObject({ outcome: 'pending' });
    expect(await listJobs(database.db)).toMatchObject([{ key: job.key, leased_by: job.leased_by }]);
  });

  it('of a worker that lost its lease leaves nothing behind', async () => {
    const { cause, job } = await arrive(books);
    const decision = await decideMail(books, cause);
    const later = new Date(NOW.getTime() + 61_000);
    await claimJob(database.db, 'another', later);
    await expect(commitDecision(books, decision, cause, job)).rejects.toThrow(LeaseLost);
    expect(await countRows(database.db)).toMatchObject({ cases: 0, letters: 0, audit: 0 });
  });

  it('of the same post twice at once sends it once: the other is a conflict', async () => {
    const first = '2026-11-21T09:00:00.000Z';
    const [one, two] = [await sending('a', first, 'one'), await sending('b', first, 'two')];
    const ends = await Promise.allSettled([one(), two()]);
    const [failed, ...more] = ends.flatMap((end) =>
      end.status === 'rejected' ? [end.reason] : [],
    );
    expect([failed, more]).toEqual([expect.any(Conflict), []]);
    expect(await countRows(database.db)).toMatchObject({ broadcasts: 1 });
    const third = await sending('c', '2026-11-21T09:00:01.000Z', 'one');
    await third();
    expect(await countRows(database.db)).toMatchObject({ broadcasts: 2 });
  });

  it('that opens a second case for the ccTLD is a conflict', async () => {
    const first = await arrive(books);
    const second = await arrive(books);
    const decisions = await Promise.all(
      [first, second].map(({ cause }) => decideMail(books, cause)),
    );
    const results = await Promise.allSettled(
      [first, second].map(({ cause, job }, index) =>
        commitDecision(books, decisions[index] as Decision, cause, job),
      ),
    );
    expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const lost = results.find((one) => one.status === 'rejected');
    expect(lost?.reason).toBeInstanceOf(Conflict);
    expect(await countRows(database.db)).toMatchObject({ cases: 1, audit: 1, jobs: 5 });
  });

  it('that answers nobody, because all answers of today are sent, says so', async () => {
    for (let index = 0; index < 11; index += 1) {
      const { cause, job } = await arrive(books);
      const form = { ...formOf([]), cctlds: [] };
      const decision = await decideMail(books, cause, { form });
      await commitDecision(books, decision, cause, job);
    }
    const rows = await database.db.selectFrom('inbox').selectAll().orderBy('id').execute();
    const outcomes = rows.map(({ outcome, reason }) => `${outcome} ${reason}`);
    expect(outcomes.slice(0, 10)).toEqual(Array(10).fill('answered no-cctld'));
    expect(outcomes[10]).toBe('noted answer-limit');
  });
});

describe('two steps of one case at the same time', () => {
  it('are one step and one conflict', async () => {
    const one = await openRequest(books);
    const at = { now: NOW, settings: settings() };
    const change = decideTimer(at, one, REMINDER) as CaseChange;
    const results = await Promise.allSettled([
      commitChange(books, change),
      commitChange(books, change),
    ]);
    expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(await findCase(database.db, one.id)).toMatchObject({ version: 2 });
    expect(await auditOfCase(database.db, one.id)).toHaveLength(2);
  });
});

describe('two decisions about the same two cases, in opposite order', () => {
  it('do not lock each other out: one is made, the other is a conflict', async () => {
    const one = await openRequest(books);
    const change = await changeWith(one.id);
    const opening = { next: { ...one, cctld: XB }, effects: [], audit: change.audit };
    await commitChange(books, opening);
    const other = (await listCases(database.db)).find(({ cctld }) => cctld === XB);
    const changes = [change, await changeWith(other?.id ?? 0)];
    const decide = async (both: CaseChange[], { cause, job }: Arrived): Promise<void> => {
      const decision = { ...leave('advanced', 'command-done'), changes: both };
      await commitDecision(books, decision, cause, job);
    };
    for (let round = 0; round < 3; round += 1) {
      const mails = [await arrive(books), await arrive(books)] as const;
      const results = await Promise.allSettled([
        decide(changes, mails[0]),
        decide(changes.toReversed(), mails[1]),
      ]);
      const lost = results.flatMap((result) =>
        result.status === 'rejected' ? [result.reason] : [],
      );
      for (const reason of lost) expect(reason).toBeInstanceOf(Conflict);
      expect(lost).toHaveLength(round === 0 ? 1 : 2);
    }
  });
});

describe('effects', () => {
  it('a timer that fires and sets itself anew is there once, for its next time', async () => {
    const one = await openRequest(books, { settings: settings('classic') });
    const timer = 'xstate.after.queueReminder.request.queued';
    books.clock.now = new Date(NOW.getTime() + TERMS.queueReminder);
    const jobs = await listJobs(database.db);
    const due = jobs.find(({ key }) => key === `timer:${one.id}:${timer}`);
    if (due === undefined) throw new Error('no such timer');
    await database.db.deleteFrom('jobs').where('kind', '=', 'letter').execute();
    const job = await claimJob(database.db, 'worker', books.now());
    expect(job?.key).toBe(due.key);
    const at = { now: books.now(), settings: settings('classic') };
    const found = await findCase(database.db, one.id);
    if (found === undefined || job === undefined) throw new Error('nothing to do');
    await commitChange(books, decideTimer(at, found, timer) as CaseChange, job);
    const after = (await listJobs(database.db)).filter(({ key }) => key === due.key);
    expect(after).toMatchObject([
      { attempts: 0, run_at: new Date(books.now().getTime() + TERMS.queueReminder) },
    ]);
  });

  it('a timer that is cancelled while another worker fires it: one of the two wins', async () => {
    const one = await openRequest(books);
    const at = { now: NOW, settings: settings() };
    const fired = decideTimer(at, one, 'xstate.after.answer.request.challenged') as CaseChange;
    books.clock.now = new Date(NOW.getTime() + TERMS.answer);
    await database.db.deleteFrom('jobs').where('kind', '=', 'letter').execute();
    await database.db.deleteFrom('jobs').where('key', 'like', '%reminder%').execute();
    const job = await claimJob(database.db, 'worker', books.now());
    const confirmed = await changeWith(one.id, {
      type: 'cancel-timer',
      id: 'xstate.after.answer.request.challenged',
    });
    await commitChange(books, confirmed);
    await expect(commitChange(books, fired, job)).rejects.toThrow(LeaseLost);
    expect(await findCase(database.db, one.id)).toMatchObject({ state: 'challenged' });
  });

  it('a freeze, the roster and its undoing belong to the step', async () => {
    const one = await openRequest(books);
    const contacts = [contact(1), contact(2)];
    await commitChange(
      books,
      await changeWith(one.id, { type: 'set-roster', contacts, reason: 'case 1', expected: [] }),
    );
    expect(await readRoster(database.db, [XA])).toHaveLength(2);
    const expected = await readRoster(database.db, [XA]);
    const undo = await changeWith(
      one.id,
      { type: 'set-roster', contacts: [], reason: 'objection', expected, undo: true },
      { type: 'freeze', by: 'admin@nic.xa', reason: 'objection' },
    );
    await commitChange(books, undo);
    expect(await readRoster(database.db, [XA])).toEqual([]);
    expect((await findRegistry(database.db, XA))?.frozen).toMatchObject({ by: 'admin@nic.xa' });
    const [, added, undone] = await auditOfCase(database.db, one.id);
    expect(added).toMatchObject({ before: { rosters: { xa: [] } } });
    expect(added?.after).toMatchObject({ rosters: { xa: [{}, {}] } });
    expect(undone).toMatchObject({ after: { rosters: { xa: [] } } });
  });

  it("a person's own change is a conflict where a ccTLD of theirs was frozen meanwhile", async () => {
    const one = await openRequest(books);
    const contacts = [contact(1), contact(2)];
    const joined = { type: 'set-roster', contacts, reason: 'case 1', expected: [] } as const;
    await commitChange(books, await changeWith(one.id, joined));
    const { address = expect.fail() } = contacts[0] ?? {};
    const own = { what: 'name', firstName: 'Rosalind', lastName: 'Lind' } as const;
    const change = await changeWith(one.id, { type: 'change-person', address, change: own });
    await freeze(database.db, XA, 'val1@ccnso.example', 'hijack', NOW);
    await expect(commitChange(books, change)).rejects.toThrow(Conflict);
    expect((await readRoster(database.db, [XA]))[0]).not.toMatchObject({ firstName: 'Rosalind' });
    await unfreeze(database.db, XA);
    await commitChange(books, change);
    expect((await readRoster(database.db, [XA]))[0]).toMatchObject({ firstName: 'Rosalind' });
  });

  it('UNFREEZE is a conflict where somebody else has stopped the ccTLD meanwhile', async () => {
    await openRequest(books);
    await freeze(database.db, XA, 'registry', 'suspected redelegation', NOW);
    const was = { by: 'registry', at: NOW.toISOString() };
    await freeze(database.db, XA, 'val2@ccnso.example', 'a court case', NOW);
    const { cause, job } = await arrive(books, 'one');
    const by = 'val1@ccnso.example' as Address;
    const decision = { ...leave('advanced', 'unfrozen'), freezes: [{ cctld: XA, by, was }] };
    await expect(commitDecision(books, decision, cause, job)).rejects.toThrow(Conflict);
    expect((await findRegistry(database.db, XA))?.frozen?.reason).toBe('a court case');
  });

  it('a list change is one job, however often it is asked for', async () => {
    const one = await openRequest(books);
    await commitChange(books, await changeWith(one.id, { type: 'apply' }));
    await commitChange(books, await changeWith(one.id, { type: 'apply' }));
    const applies = (await listJobs(database.db)).filter(({ kind }) => kind === 'apply');
    expect(applies.map(({ key }) => key)).toEqual([`apply:${one.id}`]);
  });
});

it("many cases can be changed at once without standing in each other's way", async () => {
  const one = await openRequest(books);
  await database.db.deleteFrom('jobs').execute();
  const count = 23;
  const insert = async (index: number): Promise<void> => {
    const key = `timer:${index}`;
    await putJob(database.db, { key, kind: 'timer', payload: {}, runAt: NOW, now: NOW });
    const job = await claimJob(database.db, 'worker', NOW);
    const next = { ...one, cctld: `x${String.fromCodePoint(98 + index)}` as never };
    const change = { next, effects: [], audit: { actor: 'engine', reason: 'applied', facts: {} } };
    await commitChange(books, change as unknown as CaseChange, job);
  };
  await Promise.all(Array.from({ length: count }, (_, index) => insert(index)));
  expect(await countRows(database.db)).toMatchObject({
    cases: count + 1,
    audit: count + 1,
    jobs: 0,
  });
});

async function inboxIds(): Promise<number[]> {
  const rows = await database.db.selectFrom('inbox').select('id').orderBy('id').execute();
  return rows.map(({ id }) => id);
}
