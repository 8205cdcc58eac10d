/** What the day's letter tells: mails and letters since the last one, and mails that still lie aside. */

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Outcome } from '../../src/machines/decision.ts';
import type { ReasonCode } from '../../src/machines/reasons.ts';
import { Conflict } from '../../src/store/cases.ts';
import { asideSince, suspiciousSince } from '../../src/store/daily.ts';
import { findMail, markProcessed, ranBefore } from '../../src/store/inbox.ts';
import { finishJob } from '../../src/store/jobs.ts';
import { settleAside } from '../../src/store/quarantine.ts';
import { arrive, booksOn, emptyDatabase } from '../support/books.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { NOW, VAL1 } from '../support/facts.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
beforeEach(() => emptyDatabase(database.db));

const BEFORE = new Date(NOW.getTime() - 1);
const DIGEST = 'digest-of-commands';

/** A mail that was processed now to this end. */
async function processed(outcome: Outcome, reason: ReasonCode): Promise<number> {
  const { cause, job } = await arrive(booksOn(database.db));
  const detail = { commands: DIGEST };
  const about = { class: 'human', outcome, reason, at: NOW, fromAddress: VAL1, detail } as const;
  await database.db.transaction().execute(async (trx) => {
    await finishJob(trx, job);
    await markProcessed(trx, cause.inboxId, about);
  });
  return cause.inboxId;
}

describe('the day', () => {
  it.each([
    ['quarantined', 'process-failed', 'aside', 'aside'],
    ['held', 'passed-on', 'aside', 'nothing'],
    ['held', 'two-from-fields', 'suspicious', 'nothing'],
    ['refused', 'command-forged', 'suspicious', 'nothing'],
    ['refused', 'not-a-validator', 'suspicious', 'nothing'],
    ['advanced', 'objected-by-anchor', 'suspicious', 'nothing'],
    ['refused', 'command-refused', 'nothing', 'nothing'],
    ['answered', 'not-admin', 'nothing', 'nothing'],
  ] as const)('has a mail that is %s (%s) as %s, and the next day as %s', async (...row) => {
    const [outcome, reason, today, tomorrow] = row;
    const id = await processed(outcome, reason);
    for (const [since, expected] of [
      [BEFORE, today],
      [NOW, tomorrow],
    ] as const) {
      const found = {
        aside: (await asideSince(database.db, since)).map((each) => each.id),
        suspicious: (await suspiciousSince(database.db, since)).map((each) => each.id),
      };
      const nothing = { aside: [], suspicious: [] };
      expect(found).toEqual(expected === 'nothing' ? nothing : { ...nothing, [expected]: [id] });
    }
  });
});

it.each([
  ['advanced', 'frozen', [true, true]],
  ['refused', 'command-refused', [false, true]],
  ['refused', 'command-stale', [false, true]],
  ['refused', 'command-forged', [false, false]],
  ['refused', 'command-unknown', [false, false]],
  ['answered', 'command-done', [false, true]],
  ['answered', 'not-admin', [false, false]],
  ['held', 'passed-on', [false, false]],
] as const)('the same mail after one that is %s (%s) came before: %o', async (...row) => {
  const [outcome, reason, expected] = row;
  const id = await processed(outcome, reason);
  const mail = { inboxId: id + 1, fromAddress: VAL1, digest: DIGEST };
  const found = [
    await ranBefore(database.db, { ...mail, answeredToo: false }),
    await ranBefore(database.db, { ...mail, answeredToo: true }),
  ];
  expect(found).toEqual(expected);
  const other = { ...mail, digest: 'another', answeredToo: true };
  expect(await ranBefore(database.db, other)).toBe(false);
});

function settle(id: number, what: 'replay' | 'drop'): Promise<void> {
  const one = { do: what, mail: id };
  return database.db.transaction().execute((trx) => settleAside(trx, one, NOW));
}

describe("a Validator's word about a mail that was set aside", () => {
  it.each([
    ['replay', 'pending'],
    ['drop', 'ignored'],
  ] as const)('%s counts once', async (what, outcome) => {
    const id = await processed('quarantined', 'process-failed');
    await settle(id, what);
    expect(await findMail(database.db, id)).toMatchObject({ outcome });
    await expect(settle(id, what)).rejects.toThrow(Conflict);
  });
});
