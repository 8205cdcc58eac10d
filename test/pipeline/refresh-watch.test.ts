/** Changes that have to stand, and the refresh by hand. */

import { describe, expect, test, vi } from 'vitest';
import { readAddress } from '../../src/machines/words/address.ts';
import type { Cctld } from '../../src/machines/words/cctld.ts';
import { refreshByHand } from '../../src/pipeline/refresh.ts';
import type { Asked } from '../../src/pipeline/registry.ts';
import { startWatch } from '../../src/pipeline/watch.ts';
import { claimJobNamed } from '../../src/store/jobs.ts';
import { findRegistry } from '../../src/store/registry.ts';
import { few, HOUR, MINUTE, names, passAll, passStage, REFRESH_KEY } from '../support/pass.ts';
import { type Entry, populationAnswers } from '../support/population.ts';
import { whoisAnswer } from '../support/whois-server.ts';

const stage = passStage();

function byHand(onEach: (one: Asked) => void = () => {}, signal = new AbortController().signal) {
  return refreshByHand(stage.engine(few, stage.db, { ...stage.here(), pauseMs: 1 }), {
    worker: 'hand',
    onEach,
    signal,
  });
}

describe('a change that has to stand', () => {
  const [one] = few as [Entry];
  const email = readAddress('new@nic.example')!;
  const moved = { ...one, admin: { ...one.admin, email }, written: email };

  async function standing() {
    const deps = stage.engine();
    await startWatch(stage.db, stage.clock.now);
    await stage.begin();
    await passAll(deps);
    stage.tomorrow();
    stage.whois.answers = populationAnswers([moved, ...few.slice(1)]);
    await passAll(deps);
    stage.asked();
    return deps;
  }

  test('is looked at every hour, of any ccTLD, and counts when it has stood', async () => {
    const deps = await standing();
    for (let hour = 1; hour <= 6; hour += 1) {
      stage.later(HOUR);
      await passAll(deps);
      expect(stage.asked()).toEqual([one.cctld]);
    }
    expect(await findRegistry(stage.db, one.cctld)).toMatchObject({ anchor: 'new@nic.example' });
    stage.later(HOUR);
    await passAll(deps);
    expect(stage.asked()).toEqual([]);
  });

  test('is not looked at any more when it has flapped back', async () => {
    const deps = await standing();
    stage.whois.answers = populationAnswers(few);
    for (let hour = 1; hour <= 6; hour += 1) {
      stage.later(HOUR);
      await passAll(deps);
    }
    expect(stage.asked()).toEqual([one.cctld]);
    expect((await findRegistry(stage.db, one.cctld))?.candidate).toBeUndefined();
  });

  test('is looked at although the registry is away now and then', async () => {
    const deps = await standing();
    stage.whois.faults.set('*', 'reset');
    stage.later(HOUR);
    await passAll(deps);
    expect(stage.asked()).toEqual([one.cctld]);
    stage.whois.faults.clear();
    stage.later(6 * HOUR);
    await passAll(deps);
    expect(await findRegistry(stage.db, one.cctld)).toMatchObject({ anchor: 'new@nic.example' });
  });

  test('under an older date is told in the log, and waits a day', async () => {
    const deps = stage.engine();
    const warn = vi.spyOn(deps.log, 'warn');
    await stage.begin();
    await passAll(deps);
    stage.tomorrow();
    const stale = { ...moved, changed: '2001-01-01' };
    stage.whois.answers = new Map([[one.cctld, whoisAnswer(stale)]]);
    await deps.registry.look(one.cctld, { maxAgeMs: 0 });
    expect(warn.mock.calls).toEqual([
      [
        expect.objectContaining({ cctld: one.cctld, dated: 'older' }),
        'the registry shows other people, and not under a newer date',
      ],
    ]);
    stage.later(23 * HOUR);
    await deps.registry.look(one.cctld, { maxAgeMs: 0 });
    expect(await findRegistry(stage.db, one.cctld)).toMatchObject({ anchor: one.admin.email });
    stage.later(HOUR);
    await deps.registry.look(one.cctld, { maxAgeMs: 0 });
    expect(await findRegistry(stage.db, one.cctld)).toMatchObject({ anchor: 'new@nic.example' });
  });
});

describe('by hand', () => {
  test('a new one asks about all, and an engine that comes later does not', async () => {
    const seen: Cctld[] = [];
    const facts = await byHand((one) => seen.push(one.cctld));
    expect(facts).toMatchObject({ all: 6, asked: 6, read: 6 });
    expect(seen.toSorted()).toEqual(names(few).toSorted());
    expect(stage.asked()).toHaveLength(6);
    stage.later(HOUR);
    await passAll(stage.engine());
    expect(stage.asked()).toEqual([]);
  });

  test('one that is stopped goes on, by hand or in an engine', async () => {
    const stop = new AbortController();
    const seen: Cctld[] = [];
    const halt = (one: Asked): void => {
      seen.push(one.cctld);
      if (seen.length === 2) stop.abort();
    };
    expect(await byHand(halt, stop.signal)).toBe('stopped');
    expect(stage.asked()).toHaveLength(2);
    stage.later(MINUTE);
    expect(await byHand((one) => seen.push(one.cctld))).toMatchObject({ asked: 6 });
    expect(stage.asked()).toHaveLength(4);
    expect(new Set(seen).size).toBe(6);
  });

  test('waits for nobody: while somebody else is at it nothing is asked', async () => {
    await stage.begin();
    await claimJobNamed(stage.db, REFRESH_KEY, 'engine', stage.clock.now);
    expect(await byHand()).toBe('busy');
    expect(stage.asked()).toEqual([]);
  });

  test('ends with the trouble when the source is away, and the place is kept', async () => {
    await stage.begin();
    stage.whois.faults.set('*', 'reset');
    await expect(byHand()).rejects.toMatchObject({ reason: 'registry-unreachable' });
    expect(stage.asked()).toHaveLength(3);
    stage.whois.faults.clear();
    expect(await byHand()).toMatchObject({ asked: 6 });
  });
});
