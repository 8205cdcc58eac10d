/** The refresh of all ccTLDs: each once in a pass, whatever stops the engine and however many there are. */

import { describe, expect, test } from 'vitest';
import type { Cctld } from '../../src/machines/words/cctld.ts';
import { startRefresh } from '../../src/pipeline/refresh.ts';
import { registryAge } from '../../src/store/asked.ts';
import { findJob } from '../../src/store/jobs.ts';
import { listRegistry } from '../../src/store/registry.ts';
import { withFuse } from '../model/fuse.ts';
import { cpuTime } from '../support/cpu.ts';
import {
  everybody,
  few,
  HOUR,
  many,
  MINUTE,
  names,
  passAll,
  passOnce,
  passStage,
  REFRESH_KEY,
} from '../support/pass.ts';
import { populationAnswers } from '../support/population.ts';

const stage = passStage();

describe('a refresh', () => {
  test('asks about every ccTLD of the table and of the database once a day, in a few seconds', async () => {
    const engineOne = stage.engine(everybody.slice(2));
    await engineOne.registry.refresh(names(everybody.slice(0, 3)));
    stage.asked();
    stage.later(MINUTE);
    const start = cpuTime();
    await stage.begin();
    await passAll(engineOne);
    expect(cpuTime() - start).toBeLessThan(8_000);
    expect(stage.asked().toSorted()).toEqual(names(everybody).toSorted());
    expect(await listRegistry(stage.db)).toHaveLength(309);
    expect(await registryAge(stage.db, stage.clock.now, HOUR)).toEqual({
      known: 309,
      stale: 0,
      oldest: stage.clock.now,
    });

    stage.later(HOUR);
    await passAll(engineOne);
    expect(stage.asked()).toEqual([]);
    stage.tomorrow();
    expect(await registryAge(stage.db, stage.clock.now, HOUR)).toMatchObject({
      known: 309,
      stale: 309,
    });
    await passAll(engineOne);
    expect(stage.asked()).toHaveLength(309);
    expect(await stage.letters()).toEqual([]);
  });

  test('owes a pause between two questions, and works on other things meanwhile', async () => {
    const deps = stage.engine(few, stage.db, { ...stage.here(), pauseMs: 1_000 });
    await stage.begin();
    await passAll(deps);
    expect(stage.asked()).toHaveLength(1);
    stage.later(999);
    await passAll(deps);
    expect(stage.asked()).toHaveLength(0);
    stage.later(1);
    await passAll(deps);
    expect(stage.asked()).toHaveLength(1);
  });

  test('counts those as asked that gave no record', async () => {
    const [one, two, three] = names(few) as [Cctld, Cctld, Cctld];
    stage.whois.faults.set(one, 'truncated');
    stage.whois.faults.set(two, 'huge');
    stage.whois.answers = populationAnswers(few.filter(({ cctld }) => cctld !== three));
    await stage.begin();
    await passAll(stage.engine());
    expect(stage.asked()).toHaveLength(6);
    const rows = await stage.db.selectFrom('cctlds').select(['cctld', 'trouble']).execute();
    const troubles = new Map(rows.map(({ cctld, trouble }) => [cctld, trouble]));
    expect(troubles.get(one)).toMatch(/^unreadable: .* could not be read: truncated/);
    expect(troubles.get(two)).toBe('unreadable: The registry sent far more than an answer.');
    expect(troubles.get(three)).toBe('absent');
    expect(rows.filter(({ trouble }) => trouble === null)).toHaveLength(3);
    expect(await stage.letters()).toEqual([]);
  });

  test('does not ask again about those that were asked for another reason meanwhile', async () => {
    const deps = stage.engine();
    await stage.begin();
    await passOnce(deps);
    stage.later(MINUTE);
    await deps.registry.look(names(few)[2] as Cctld);
    await passAll(deps);
    expect(stage.asked().toSorted()).toEqual(names(few).toSorted());
  });

  test('begins at once where there never was one, keeps its time else, and follows a new pattern', async () => {
    const at = async (): Promise<string | undefined> =>
      (await findJob(stage.db, REFRESH_KEY))?.run_at.toISOString();
    await stage.begin();
    expect(await at()).toBe('2026-11-21T12:00:00.000Z');
    await passAll(stage.engine());
    expect(await at()).toBe('2026-11-22T03:30:00.000Z');
    stage.later(HOUR);
    await stage.begin();
    expect(await at()).toBe('2026-11-22T03:30:00.000Z');
    await startRefresh(stage.db, stage.clock.now, '0 18 * * *');
    expect(await at()).toBe('2026-11-21T18:00:00.000Z');
    stage.later(72 * HOUR);
    await stage.begin();
    expect(await at()).toBe('2026-11-21T18:00:00.000Z');
  });
});

describe('a refresh that is stopped', () => {
  test('goes on with those that were not asked, wherever the engine was killed', async () => {
    const three = few.slice(0, 3);
    let killed = 0;
    for (let isDone = false; !isDone; killed += 1) {
      for (const table of ['jobs', 'cctlds', 'registry_snapshots'] as const)
        await stage.db.deleteFrom(table).execute();
      await stage.begin();
      const fuse = { left: killed, stall: undefined };
      isDone = await passAll(stage.engine(three, withFuse(stage.db, fuse))).then(
        () => true,
        () => false,
      );
      // The lease of the dead one ends, and another takes it up.
      stage.later(2 * MINUTE);
      await passAll(stage.engine(three));
      const all = stage.asked();
      expect(new Set(all)).toEqual(new Set(names(three)));
      // At most the one whose answer was not yet written down.
      expect(all.length).toBeLessThanOrEqual(three.length + 1);
      expect(await listRegistry(stage.db)).toHaveLength(three.length);
    }
    expect(killed).toBeGreaterThan(30);
  });

  test('is not asked twice by engines side by side', async () => {
    const sides = ['one', 'two', 'three'].map((worker) => ({ worker, deps: stage.engine(many) }));
    await stage.begin();
    await Promise.all(sides.map(({ worker, deps }) => passAll(deps, worker)));
    // Whoever found nothing to do has stopped; the rest is done by one.
    await passAll(stage.engine(many));
    expect(stage.asked().toSorted()).toEqual(names(many).toSorted());
  });
});
