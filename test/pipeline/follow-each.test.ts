/** Cases that cannot be followed: they hold up no other case and no mail. */

import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { followEach } from '../../src/pipeline/follow-each.ts';
import { Conflict } from '../../src/store/cases.ts';
import { LeaseLost } from '../../src/store/jobs.ts';
import { TestLog } from '../support/door.ts';
import { openRig } from '../support/rig.ts';

async function follow(error: Error): Promise<{ readonly done: string[]; readonly log: TestLog }> {
  const [done, log] = [[] as string[], new TestLog()];
  await followEach(
    log,
    ['one', 'two', 'three'],
    (name) => name,
    async (name) => {
      if (name === 'two') throw error;
      done.push(name);
    },
  );
  return { done, log };
}

test('a fault in one of three is logged, and the others are followed', async () => {
  const { done, log } = await follow(new TypeError('no such thing'));
  expect(done).toEqual(['one', 'three']);
  expect(log.lines).toEqual([expect.stringContaining('error a case could not be followed')]);
});

test('what somebody else moved meanwhile is not even logged', async () => {
  const { done, log } = await follow(new Conflict('moved'));
  expect(done).toEqual(['one', 'three']);
  expect(log.lines).toEqual([]);
});

test.each([
  ['a database that is away', new Error('Connection terminated unexpectedly')],
  ['a lost lease', new LeaseLost('gone')],
])('%s ends the work', async (_, error) => {
  await expect(follow(error)).rejects.toBe(error);
});

test('a case that always throws sets no mail aside', async () => {
  const rig = await openRig();
  const engine = rig.engine();
  await engine.accept.accept(rig.request('xa'));
  await rig.settle(engine);
  const damaged = { anchor: 'old@registry-xa.example', request: sql<never>`'{}'::jsonb` };
  await rig.db.updateTable('cases').set(damaged).execute();
  await engine.accept.accept(rig.request('xb'));
  await rig.settle(engine);
  await engine.idle();
  expect(await rig.outcomes()).toEqual(['opened request-opened', 'opened request-opened']);
  expect(rig.log.lines.join('\n')).toContain('error a case could not be followed');
});
