/** An issue for a thousand people, from the moment when it is due until a real Postfix has taken every copy. */

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listJobs, putJob } from '../../src/store/jobs.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { fillRoster, manyPeople } from '../support/fill-roster.ts';
import { postfixIsHere } from '../support/postfix.ts';
import { until } from '../support/until.ts';
import { openWorld, type World } from './world.ts';

const here = await postfixIsHere();
const run = promisify(execFile);

/** With a machine of two cores to itself it takes less than ten; other tests may run beside it. */
const PATIENCE = 60;

describe.skipIf(!here)('an issue for a thousand people', () => {
  let database: TestDatabase;
  let world: World;
  beforeAll(async () => {
    database = await testDatabase();
    await fillRoster(database.db, manyPeople(1_000));
    const { url } = database;
    world = await openWorld({ env: { DATABASE_URL: url }, databaseUrl: url });
    // What Postfix does with 400 MB of mail is not what we look at.
    const { configDir } = world.mta;
    await run('postconf', ['-c', configDir, '-e', 'default_transport = discard:']);
    await run('postfix', ['-c', configDir, 'reload']);
  });
  afterAll(async () => {
    await world?.close();
    await database.close();
  });

  /** When the last copy was handed over. */
  function handedOver(): Promise<Date> {
    return until(
      'all copies are handed over',
      async () => {
        const row = await world.db.selectFrom('broadcasts').select('done_at').executeTakeFirst();
        return row?.done_at ?? undefined;
      },
      PATIENCE * 1_000,
    );
  }

  it(
    'is made and handed over with less than 300 MB of memory, and with time to spare',
    async () => {
      const before = world.engine.processorTime();
      const now = new Date();
      const payload = { issue: 'monthly', pattern: '0 6 1 * *' };
      await putJob(world.db, { key: 'issue:monthly', kind: 'timer', payload, runAt: now, now });
      const wall = ((await handedOver()).getTime() - now.getTime()) / 1_000;
      const processor = world.engine.processorTime() - before;
      const copies = await world.db
        .selectFrom('copies')
        .select(['handed_at', 'failed_at', 'doubtful'])
        .execute();
      expect(copies.filter((one) => one.handed_at !== null && !one.doubtful)).toHaveLength(1_000);
      expect((await listJobs(world.db)).map(({ kind }) => kind)).not.toContain('copies');
      expect(wall).toBeLessThan(PATIENCE);
      expect(processor).toBeLessThan(8);
      expect(world.engine.peakMemory()).toBeLessThan(300_000_000);
    },
    (PATIENCE + 10) * 1_000,
  );
});
