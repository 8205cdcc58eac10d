/** An issue for a thousand people, from the moment when it is due until a real Postfix has taken every copy. */

import { execFile } from 'node:child_process';
import { loadavg } from 'node:os';
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

describe.skipIf(!here)('an issue for a thousand people', () => {
  let database: TestDatabase;
  let world: World;
  beforeAll(async () => {
    database = await testDatabase();
    await fillRoster(database.db, manyPeople(1_000));
    world = await openWorld({
      env: { DATABASE_URL: database.url },
      databaseUrl: database.url,
    });
    // What Postfix does with 400 MB of mail is not what we look at.
    const { configDir } = world.mta;
    await run('postconf', ['-c', configDir, '-e', 'default_transport = discard:']);
    await run('postfix', ['-c', configDir, 'reload']);
  });
  afterAll(async () => {
    await world?.close();
    await database.close();
  });

  it('is made and handed over in under 10 s, with under 300 MB of memory', async () => {
    const now = new Date();
    const [begun, idle] = [world.engine.processorTime(), world.engine.peakMemory() / 1_000_000];
    const payload = { issue: 'monthly', pattern: '0 6 1 * *' };
    await putJob(world.db, { key: 'issue:monthly', kind: 'timer', payload, runAt: now, now });
    const done = await until(
      'all copies are handed over',
      async () => {
        const row = await world.db.selectFrom('broadcasts').select('done_at').executeTakeFirst();
        return row?.done_at ?? undefined;
      },
      100_000,
    );
    const seconds = (done.getTime() - now.getTime()) / 1_000;
    const megabytes = world.engine.peakMemory() / 1_000_000;
    const processor = world.engine.processorTime() - begun;
    const made = await world.db
      .selectFrom('issues')
      .innerJoin('broadcasts', 'issue_id', 'issues.id')
      .select('issues.made_at')
      .executeTakeFirst();
    const jobs = await world.db
      .selectFrom('copies')
      .select(({ fn }) => [fn.min('handed_at').as('first')])
      .executeTakeFirst();
    process.stderr.write(
      `\nissue for 1,000: ${seconds} s (load ${loadavg()[0]}), engine CPU ${processor} s, ${Math.round(idle)} to ${Math.round(megabytes)} MB ${made?.made_at.getTime()! - now.getTime()} ${new Date(jobs?.first as Date).getTime() - now.getTime()}\n`,
    );
    const copies = await world.db
      .selectFrom('copies')
      .select(['handed_at', 'failed_at', 'doubtful'])
      .execute();
    expect(copies.filter((one) => one.handed_at !== null && !one.doubtful)).toHaveLength(1_000);
    expect((await listJobs(world.db)).map(({ kind }) => kind)).not.toContain('copies');
    expect(seconds).toBeLessThan(10);
    expect(megabytes).toBeLessThan(300);
  }, 120_000);
});
