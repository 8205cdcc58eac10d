/** Work is leased row by row: each row once, dead workers' rows again, nothing by who lost the lease. */

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  buryJob,
  cancelJob,
  claimJob,
  finishJob,
  freeLeases,
  type Job,
  LeaseLost,
  listJobs,
  nextDue,
  postponeJob,
  putJob,
} from '../../src/store/jobs.ts';
import { emptyDatabase } from '../support/books.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';

const NOON = new Date('2026-05-01T12:00:00Z');
const at = (seconds: number) => new Date(NOON.getTime() + 1_000 * seconds);

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
beforeEach(() => emptyDatabase(database.db));

function put(key: string, runAt = NOON, kind: Job['kind'] = 'timer'): Promise<void> {
  return putJob(database.db, { key, kind, payload: { key }, runAt, now: NOON });
}

async function claim(worker = 'one', now = NOON): Promise<Job | undefined> {
  return claimJob(database.db, worker, now);
}

async function must(worker = 'one', now = NOON): Promise<Job> {
  const job = await claim(worker, now);
  if (job === undefined) throw new Error('nothing is due');
  return job;
}

const finish = (job: Job) => database.db.transaction().execute((trx) => finishJob(trx, job));
const keys = async () => (await listJobs(database.db)).map(({ key }) => key);

describe('claiming', () => {
  it('takes what has been due the longest, and nothing before its time', async () => {
    await put('later', at(60));
    await put('second', at(-1));
    await put('first', at(-5));
    expect([(await claim())?.key, (await claim())?.key, await claim()]).toEqual([
      'first',
      'second',
      undefined,
    ]);
    expect((await claim('one', at(59)))?.key).toBeUndefined();
  });

  it('leases exactly one row', async () => {
    for (let index = 0; index < 20; index += 1) await put(`job ${index}`);
    await claim();
    const leased = (await listJobs(database.db)).filter(({ leased_by }) => leased_by !== null);
    expect(leased).toHaveLength(1);
    expect(leased[0]?.leased_until).toEqual(at(60));
  });

  it('gives each of many rows to one of eight workers, and to one only', async () => {
    await Promise.all(Array.from({ length: 120 }, (_, index) => put(`job ${index}`)));
    const took: string[] = [];
    const worker = async (name: string): Promise<void> => {
      for (let job = await claim(name); job !== undefined; job = await claim(name)) {
        took.push(job.key);
        await finish(job);
      }
    };
    await Promise.all(Array.from({ length: 8 }, (_, index) => worker(`worker ${index}`)));
    expect(took.toSorted()).toEqual(Array.from({ length: 120 }, (_, i) => `job ${i}`).toSorted());
    expect(await keys()).toEqual([]);
  });

  it('takes up what a dead worker had, when its lease is over and not before', async () => {
    await put('job');
    await must('dead');
    expect(await claim('living', at(59))).toBeUndefined();
    expect(await claim('living', at(60))).toMatchObject({ key: 'job', attempts: 2 });
  });

  it('takes up at once what a killed engine had, where no other can be at work', async () => {
    await put('job');
    await must('killed');
    await freeLeases(database.db);
    expect((await claim('living'))?.key).toBe('job');
  });

  it('leaves what is buried', async () => {
    await put('job');
    await buryJob(database.db, await must(), NOON, 'refused');
    expect(await claim('one', at(3_600))).toBeUndefined();
    expect(await listJobs(database.db)).toMatchObject([{ dead_at: NOON, last_error: 'refused' }]);
  });
});

describe('who lost the lease', () => {
  it('ends nothing: another one has it', async () => {
    await put('job');
    const slow = await must('slow');
    const quick = await must('quick', at(61));
    await expect(finish(slow)).rejects.toThrow(LeaseLost);
    expect(await keys()).toEqual(['job']);
    await finish(quick);
    expect(await keys()).toEqual([]);
  });

  it('ends nothing that was done meanwhile', async () => {
    await put('job');
    const slow = await must('slow');
    await finish(await must('quick', at(61)));
    await expect(finish(slow)).rejects.toThrow(LeaseLost);
  });

  it('ends nothing that was set anew meanwhile', async () => {
    await put('job');
    const slow = await must();
    await put('job', at(30));
    await expect(finish(slow)).rejects.toThrow(LeaseLost);
    expect(await keys()).toEqual(['job']);
  });

  it('ends nothing that another loop of the same engine has taken up', async () => {
    await put('job');
    const slow = await must('engine');
    await put('job');
    const quick = await must('engine');
    await expect(finish(slow)).rejects.toThrow(LeaseLost);
    await finish(quick);
    expect(await keys()).toEqual([]);
  });

  it('neither postpones nor buries what another one is working on', async () => {
    await put('job');
    const slow = await must('engine');
    const quick = await must('engine', at(61));
    await postponeJob(database.db, slow, at(90), 'too late', true);
    await expect(buryJob(database.db, slow, at(90), 'too late')).rejects.toThrow(LeaseLost);
    expect(await claim('other', at(91))).toBeUndefined();
    await finish(quick);
  });
});

describe('giving back', () => {
  it('puts a failure off and counts it', async () => {
    await put('job');
    await postponeJob(database.db, await must(), at(5), 'no luck', false);
    expect(await claim('one', at(4))).toBeUndefined();
    expect(await claim('one', at(5))).toMatchObject({ attempts: 2, last_error: 'no luck' });
  });

  it('does not count what was only waited for', async () => {
    await put('job');
    await postponeJob(database.db, await must(), at(5), 'registry-unreachable', true);
    expect(await claim('one', at(5))).toMatchObject({ attempts: 1 });
  });

  it('keeps a short story of a long error', async () => {
    await put('job');
    await postponeJob(database.db, await must(), at(5), 'x'.repeat(5_000), false);
    expect((await listJobs(database.db))[0]?.last_error).toHaveLength(1_000);
  });
});

describe('a key', () => {
  it('names one piece of work: set again, it is that of the second time', async () => {
    await put('timer', at(10));
    await put('timer', at(20));
    expect(await keys()).toEqual(['timer']);
    expect(await claim('one', at(15))).toBeUndefined();
    expect((await claim('one', at(20)))?.key).toBe('timer');
  });

  it('is free again for the one that sets it while it fires', async () => {
    await put('timer');
    const job = await must();
    await database.db.transaction().execute(async (trx) => {
      await finishJob(trx, job);
      await cancelJob(trx, 'timer');
      await putJob(trx, { key: 'timer', kind: 'timer', payload: {}, runAt: at(60), now: NOON });
    });
    expect(await listJobs(database.db)).toMatchObject([
      { key: 'timer', run_at: at(60), attempts: 0, leased_by: null },
    ]);
  });

  it('that is cancelled is gone, and cancelling what is gone is no fault', async () => {
    await put('timer');
    await cancelJob(database.db, 'timer');
    await cancelJob(database.db, 'timer');
    expect(await claim()).toBeUndefined();
  });

  it('brings a buried piece of work back when it is set anew', async () => {
    await put('job');
    await buryJob(database.db, await must(), NOON, 'refused');
    await put('job', at(1));
    expect(await claim('one', at(1))).toMatchObject({
      attempts: 1,
      dead_at: null,
      last_error: null,
    });
  });

  it('set within a transaction that fails was never set', async () => {
    const job = { key: 'job', kind: 'timer', payload: {}, runAt: NOON, now: NOON } as const;
    const failing = database.db.transaction().execute(async (trx) => {
      await putJob(trx, job);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await keys()).toEqual([]);
  });
});

describe('the next due time', () => {
  it('is none when nothing waits, or only what is buried', async () => {
    expect(await nextDue(database.db)).toBeUndefined();
    await put('job');
    await buryJob(database.db, await must(), NOON, 'refused');
    expect(await nextDue(database.db)).toBeUndefined();
  });

  it('counts a lease as the time when it ends', async () => {
    await put('job');
    await put('later', at(3_600));
    await must();
    expect(await nextDue(database.db)).toEqual(at(60));
  });
});
