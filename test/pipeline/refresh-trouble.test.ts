/** The refresh of all ccTLDs when the source is away, or says what is unusual. */

import { describe, expect, onTestFinished, test } from 'vitest';
import type { Cctld } from '../../src/machines/words/cctld.ts';
import { rdapSource } from '../../src/pipeline/registry-source.ts';
import { startWatch } from '../../src/pipeline/watch.ts';
import { findRegistry, listRegistry } from '../../src/store/registry.ts';
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
} from '../support/pass.ts';
import { type Entry, populationAnswers } from '../support/population.ts';
import { fromTable, rdapAnswer, startRdap } from '../support/rdap-server.ts';

const stage = passStage();

async function refreshed(entries: readonly Entry[]): Promise<void> {
  await stage.begin();
  await passAll(stage.engine(entries));
  stage.tomorrow();
  expect(await stage.letters()).toEqual([]);
}

function rename(count: number): void {
  const renamed = everybody.map((entry, index) =>
    index < count ? { ...entry, nameServers: ['new.nic.example'] } : entry,
  );
  stage.whois.answers = populationAnswers(renamed);
}

describe('a source that is away', () => {
  test('three times in a row is left alone for a quarter of an hour, and the place is kept', async () => {
    const deps = stage.engine();
    await stage.begin();
    await passOnce(deps);
    const hurt = names(few).slice(2);
    for (const cctld of hurt) stage.whois.faults.set(cctld, 'reset');
    await passAll(deps);
    const first = stage.asked();
    expect(first).toHaveLength(5);
    stage.later(15 * MINUTE - 1);
    await passAll(deps);
    expect(stage.asked()).toEqual([]);
    stage.whois.faults.clear();
    stage.later(1);
    await passAll(deps);
    const second = stage.asked();
    expect(second.toSorted()).toEqual(hurt.toSorted());
    // Who was not reached comes after those that were not tried.
    expect(second[0]).toBe(hurt.find((cctld) => !first.includes(cctld)));
  });

  test('because it is asked too often is left alone too', async () => {
    stage.whois.faults.set('*', 'rate-limit');
    await stage.begin();
    await passAll(stage.engine());
    expect(stage.asked()).toHaveLength(3);
    stage.whois.faults.clear();
    stage.later(15 * MINUTE);
    await passAll(stage.engine());
    expect(stage.asked()).toHaveLength(6);
  });

  test('is left alone for as long as it says', async () => {
    const answers = new Map(few.map((entry) => [entry.cctld as string, rdapAnswer(entry)]));
    const rdap = await startRdap((response) => {
      response.writeHead(429, { 'retry-after': '3600' }).end();
    });
    onTestFinished(rdap.close);
    const deps = stage.engine(few, stage.db, rdapSource(new URL(`http://127.0.0.1:${rdap.port}/`)));
    await stage.begin();
    await passAll(deps);
    expect(rdap.paths.splice(0)).toHaveLength(1);
    rdap.reply = fromTable(answers);
    stage.later(HOUR - 1);
    await passAll(deps);
    expect(rdap.paths).toEqual([]);
    stage.later(1);
    await passAll(deps);
    expect(rdap.paths).toHaveLength(6);
  });

  test('for one ccTLD keeps nothing else from its end, and is told when it is most of them', async () => {
    const [one] = names(few) as [Cctld];
    stage.whois.faults.set(one, 'reset');
    await stage.begin();
    await passAll(stage.engine());
    expect(new Set(stage.asked())).toEqual(new Set(names(few)));
    stage.tomorrow();
    stage.whois.faults.set('*', 'reset');
    await passAll(stage.engine());
    expect(await stage.letters()).toEqual([]);
    stage.tomorrow();
    await passAll(stage.engine());
    expect(await stage.letters()).toMatchObject([
      { all: 6, asked: 0, read: 0, alarms: ['unread'] },
    ]);
  });
});

describe('the Validators are told, once', () => {
  test('when more than 5 % of the records change', async () => {
    await refreshed(many);
    rename(2);
    await passAll(stage.engine(many));
    expect(await stage.letters()).toEqual([]);
    stage.tomorrow();
    rename(5);
    await passAll(stage.engine(many));
    // Three of 45: those of the day before are as they were.
    expect(await stage.letters()).toMatchObject([
      { all: 45, asked: 45, read: 45, alarms: ['changed'], changed: { length: 3 } },
    ]);
    stage.tomorrow();
    await passAll(stage.engine(many));
    expect(await stage.letters()).toEqual([]);
  });

  test('when most answers cannot be read', async () => {
    await refreshed(few);
    for (const cctld of names(few).slice(0, 3)) stage.whois.faults.set(cctld, 'truncated');
    await passAll(stage.engine());
    expect(await stage.letters()).toEqual([]);
    stage.tomorrow();
    stage.whois.faults.set(names(few)[4] as Cctld, 'old-format');
    await passAll(stage.engine());
    expect(await stage.letters()).toMatchObject([
      { asked: 6, read: 2, unreadable: 4, alarms: ['unread'] },
    ]);
    expect(await listRegistry(stage.db)).toHaveLength(6);
  });

  test('when a ccTLD is gone from the registry, and once more when it came back between', async () => {
    await refreshed(few);
    const [gone] = names(few) as [Cctld];
    stage.whois.answers = populationAnswers(few.slice(1));
    await passAll(stage.engine());
    expect(await stage.letters()).toMatchObject([{ vanished: [gone], alarms: [] }]);
    stage.tomorrow();
    await passAll(stage.engine());
    expect(await stage.letters()).toEqual([]);
    expect(await findRegistry(stage.db, gone)).toMatchObject({ anchor: few[0]?.admin.email });
    stage.whois.answers = populationAnswers(few);
    stage.tomorrow();
    await passAll(stage.engine());
    stage.whois.answers = populationAnswers(few.slice(1));
    stage.tomorrow();
    await passAll(stage.engine());
    expect(await stage.letters()).toMatchObject([{ vanished: [gone] }]);
  });

  test('when the source is another one, and not of names that it writes otherwise', async () => {
    await refreshed(few);
    const loud = few.map((entry) => ({ ...entry, organisation: entry.organisation.toUpperCase() }));
    const rdap = await startRdap(
      fromTable(new Map(loud.map((entry) => [entry.cctld as string, rdapAnswer(entry)]))),
    );
    onTestFinished(rdap.close);
    const source = rdapSource(new URL(`http://127.0.0.1:${rdap.port}/`));
    const deps = stage.engine(few, stage.db, source);
    await startWatch(stage.db, stage.clock.now);
    await passAll(deps);
    expect(await stage.letters()).toMatchObject([
      { source: source.name, sourceBefore: stage.here().name, alarms: [] },
    ]);
    for (let hour = 0; hour < 7; hour += 1) {
      stage.later(HOUR);
      await passAll(deps);
    }
    expect(await listRegistry(stage.db)).toMatchObject(
      loud.map(({ organisation }) => ({ source: source.name, record: { organisation } })),
    );
    stage.tomorrow();
    await passAll(deps);
    expect(await stage.letters()).toEqual([]);
  });
});
