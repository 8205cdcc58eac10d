/** Mails set aside: listed, processed once more as if they came now, or left for good. */

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Outcome } from '../../src/machines/decision.ts';
import { findMail, markProcessed, rawMail } from '../../src/store/inbox.ts';
import { finishJob, listJobs } from '../../src/store/jobs.ts';
import {
  dropMail,
  listQuarantine,
  releaseMail,
  replayMail,
  settleAside,
} from '../../src/store/quarantine.ts';
import { arrive, booksOn, emptyDatabase } from '../support/books.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { NOW } from '../support/facts.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
beforeEach(() => emptyDatabase(database.db));

/** A mail that was processed to this end. */
async function processed(outcome: Outcome, reason = 'process-failed'): Promise<number> {
  const { cause, job } = await arrive(booksOn(database.db));
  const result = { class: 'human', outcome, reason, at: NOW } as const;
  await database.db.transaction().execute(async (trx) => {
    await finishJob(trx, job);
    await markProcessed(trx, cause.inboxId, result);
  });
  return cause.inboxId;
}

it('holds what was set aside and what is held for people, oldest first', async () => {
  const held = await processed('held');
  await processed('opened');
  const aside = await processed('quarantined');
  expect((await listQuarantine(database.db)).map(({ id }) => id)).toEqual([held, aside]);
});

describe.each(['quarantined', 'held'] as const)('a mail that is %s', (outcome) => {
  it('is processed once more, as if it came now', async () => {
    const id = await processed(outcome);
    expect(await replayMail(database.db, id, NOW)).toBe(true);
    expect(await findMail(database.db, id)).toMatchObject({
      outcome: 'pending',
      reason: null,
      class: null,
      processed_at: null,
    });
    expect(await listJobs(database.db)).toMatchObject([
      { key: `mail:${id}`, kind: 'mail', run_at: NOW, attempts: 0, payload: { inboxId: id } },
    ]);
    expect(await replayMail(database.db, id, NOW)).toBe(false);
  });

  it('is left for good, and stays stored', async () => {
    const id = await processed(outcome);
    expect(await dropMail(database.db, id, NOW)).toBe(true);
    expect(await findMail(database.db, id)).toMatchObject({
      outcome: 'ignored',
      reason: 'dropped',
    });
    expect(await rawMail(database.db, id)).toBeInstanceOf(Buffer);
    expect(await replayMail(database.db, id, NOW)).toBe(false);
    expect(await listQuarantine(database.db)).toEqual([]);
  });

  it('is replayed or dropped, when both are asked for at once', async () => {
    const id = await processed(outcome);
    const both = await Promise.all([
      replayMail(database.db, id, NOW),
      dropMail(database.db, id, NOW),
    ]);
    expect(both.filter(Boolean)).toHaveLength(1);
  });
});

it.each(['opened', 'advanced', 'answered', 'ignored', 'refused'] as const)(
  'a mail that was %s is neither replayed nor dropped',
  async (outcome) => {
    const id = await processed(outcome);
    expect(await replayMail(database.db, id, NOW)).toBe(false);
    expect(await dropMail(database.db, id, NOW)).toBe(false);
    expect(await findMail(database.db, id)).toMatchObject({ outcome });
    expect(await listJobs(database.db)).toEqual([]);
  },
);

it('a mail that waits for its first processing is neither replayed nor dropped', async () => {
  const { cause } = await arrive(booksOn(database.db));
  expect(await replayMail(database.db, cause.inboxId, NOW)).toBe(false);
  expect(await dropMail(database.db, cause.inboxId, NOW)).toBe(false);
});

it('a mail that does not exist is neither', async () => {
  expect(await replayMail(database.db, 4_711, NOW)).toBe(false);
  expect(await dropMail(database.db, 4_711, NOW)).toBe(false);
});

describe('a held post', () => {
  it('is released by the operator, once, and the job knows by whom', async () => {
    const id = await processed('held', 'post-frozen');
    expect(await releaseMail(database.db, id, NOW)).toBe(true);
    const released = { by: 'operator', kind: 'validator' };
    expect(await listJobs(database.db)).toMatchObject([{ payload: { inboxId: id, released } }]);
    expect(await findMail(database.db, id)).toMatchObject({ outcome: 'pending' });
    expect(await releaseMail(database.db, id, NOW)).toBe(false);
    const [row] = await database.db.selectFrom('audit').selectAll().execute();
    expect(row).toMatchObject({ actor: 'operator', reason: 'post-released', inbox_id: id });
  });

  it.each([
    ['held', 'passed-on'],
    ['quarantined', 'process-failed'],
    ['refused', 'post-denied'],
    ['distributed', 'post-distributed'],
  ] as const)('is not what is %s for %s', async (outcome, reason) => {
    const id = await processed(outcome, reason);
    expect(await releaseMail(database.db, id, NOW)).toBe(false);
    expect(await findMail(database.db, id)).toMatchObject({ outcome, reason });
  });

  it('that its author did not write stays stored, and cannot be released', async () => {
    const id = await processed('held', 'post-unproven');
    await settleAside(database.db, { do: 'deny', reached: 0, mail: id }, NOW);
    expect(await findMail(database.db, id)).toMatchObject({
      outcome: 'refused',
      reason: 'post-denied',
    });
    expect(await releaseMail(database.db, id, NOW)).toBe(false);
  });
});
