/** Two months of a registry through the whole engine: exactly the right events, each of them once. */

import { expect, test } from 'vitest';
import type { Engine } from '../../src/engine.ts';
import type { RegistryRecord, Verdict } from '../../src/machines/words/registry.ts';
import { verifyAudit } from '../../src/store/audit.ts';
import { listCases } from '../../src/store/cases.ts';
import type { Db } from '../../src/store/db.ts';
import { listJobs } from '../../src/store/jobs.ts';
import { listChanges } from '../../src/store/registry-changes.ts';
import { findRegistry } from '../../src/store/registry.ts';
import { type Fuse, withFuse } from '../model/fuse.ts';
import { fillRoster } from '../support/fill-roster.ts';
import { entry } from '../support/issue-facts.ts';
import { type Episode, looks, registryHistory } from '../support/registry-history.ts';
import { openRig, type Rig } from '../support/rig.ts';
import { whoisAnswer } from '../support/whois-server.ts';

const BEGIN = new Date('2026-11-21T09:00:00Z').getTime();

/** The registry's server, which shows each ccTLD as it is at the moment. */
function showing(rig: Rig, records: readonly RegistryRecord[]): Map<string, RegistryRecord> {
  const now = new Map<string, RegistryRecord>(records.map((one) => [one.cctld, one]));
  rig.whois.answers = (query) => {
    const found = now.get(query);
    return found && whoisAnswer(found);
  };
  return now;
}

/** Plays the history; each look is made by the engine that is given. */
async function play(
  rig: Rig,
  { records, episodes }: ReturnType<typeof registryHistory>,
  look: (record: RegistryRecord) => Promise<void>,
): Promise<void> {
  const now = showing(rig, records);
  const all = episodes.flatMap((one) => looks(one)).toSorted((a, b) => a.at - b.at);
  for (const { at, record } of all) {
    rig.clock.now = new Date(BEGIN + at);
    now.set(record.cctld, record);
    await look(record);
  }
}

// One in two of the ccTLDs that something happens to has people on the list.
async function listSome(db: Db, episodes: readonly Episode[]): Promise<Set<string>> {
  const listed = episodes.filter((_, index) => index % 2 === 0).map(({ first }) => first.cctld);
  await fillRoster(
    db,
    listed.map((cctld) => entry(cctld, `esi@nic.${cctld}`, { primary: true })),
  );
  return new Set(listed);
}

async function verdictsOf(db: Db, { first }: Episode): Promise<Verdict[]> {
  const rows = await listChanges(db, { cctld: first.cctld, limit: 100 });
  return rows.toReversed().map(({ verdict }) => verdict);
}

async function expectRight(rig: Rig, episodes: readonly Episode[], listed: Set<string>) {
  for (const one of episodes)
    expect(await verdictsOf(rig.db, one), `${one.name}, .${one.first.cctld}`).toEqual(one.verdicts);
  const of = (verdict: Verdict) => episodes.filter(({ verdicts }) => verdicts.includes(verdict));
  const cases = await listCases(rig.db);
  const opened = cases.filter(({ kind }) => kind === 'redelegation');
  const suspects = [...of('redelegation'), ...of('review')].map(({ first }) => first.cctld);
  expect(opened.map(({ cctld }) => `${cctld}`).toSorted()).toEqual(suspects.toSorted());
  for (const { first, verdicts } of episodes) {
    const state = await findRegistry(rig.db, first.cctld);
    const is = `${first.cctld} ${state?.frozen !== undefined}`;
    expect(is).toBe(`${first.cctld} ${verdicts.includes('redelegation')}`);
  }
  expect(await lettersByName(rig.db)).toEqual(
    expectedLetters(of('anchor'), of('redelegation'), of('review'), listed),
  );
  expect(await verifyAudit(rig.db)).not.toHaveProperty('broken');
  expect((await listJobs(rig.db)).filter(({ dead_at }) => dead_at !== null)).toEqual([]);
}

function changedAddress({ first, shown }: Episode): boolean {
  return shown.at(-1)?.record.admin.email !== first.admin.email;
}

// One Validator and no Committee; reminders of a case that nobody decides are not counted.
function expectedLetters(
  anchors: readonly Episode[],
  suspected: readonly Episode[],
  reviewed: readonly Episode[],
  listed: Set<string>,
): Record<string, number> {
  const isListed = ({ first }: Episode) => listed.has(first.cctld);
  const told = suspected.filter(isListed).length + suspected.filter(changedAddress).length;
  const both = [...anchors, ...reviewed.filter(changedAddress)].filter(isListed).length * 2;
  const alarms = suspected.length + reviewed.length;
  return { 'address-changed': both, 'alarm-moved': alarms, 'moved-told': told };
}

async function lettersByName(db: Db): Promise<Record<string, number>> {
  const rows = await db.selectFrom('letters').select(['name', 'data']).orderBy('name').execute();
  const fresh = rows.filter(
    ({ data }) => (data['letter'] as { readonly news?: string }).news !== 'reminder',
  );
  return Object.fromEntries(
    [...Map.groupBy(fresh, ({ name }) => name)].map(([name, some]) => [name, some.length]),
  );
}

test('four flaps, ten cosmetic changes, three transfers, twenty addresses and two reviews', async () => {
  const rig = await openRig();
  const history = registryHistory(6);
  const engine = rig.engine();
  showing(rig, history.records);
  await engine.registry.refresh(
    history.records.map(({ cctld }) => cctld),
    { pauseMs: 0 },
  );
  const listed = await listSome(rig.db, history.episodes);
  await play(rig, history, async ({ cctld }) => {
    await engine.registry.refresh([cctld], { pauseMs: 0 });
    if ((await rig.settle(engine)) > 0) await engine.idle();
  });
  const count = (word: string) =>
    history.episodes.flatMap(({ verdicts }) => verdicts).filter((one) => one === word).length;
  expect(['redelegation', 'review', 'anchor'].map(count)).toEqual([3, 2, 20]);
  expect(history.episodes.filter(({ verdicts }) => verdicts.length === 0)).toHaveLength(4);
  await expectRight(rig, history.episodes, listed);
}, 120_000);

test('the same through engines that die all the time, two at once', async () => {
  const rig = await openRig();
  const history = registryHistory(7);
  showing(rig, history.records);
  const first = rig.engine('first');
  await first.registry.refresh(
    history.episodes.map((one) => one.first.cctld),
    { pauseMs: 0 },
  );
  const listed = await listSome(rig.db, history.episodes);
  const crowd = new Crowd(rig);
  await play(rig, history, ({ cctld }) => crowd.look(cctld));
  const last = rig.engine('last');
  // Work at which several engines died in a row is tried again an hour later.
  rig.advance('2h');
  await rig.settle(last);
  expect(crowd.died).toBeGreaterThan(100);
  await expectRight(rig, history.episodes, listed);
}, 120_000);

/** Engines on one database, each with a fuse of its own; who dies is replaced by a new one. */
class Crowd {
  died = 0;
  readonly #rig: Rig;
  readonly #fuses: [Fuse, Fuse] = [fuse(), fuse()];
  readonly #engines: readonly [Engine, Engine];
  #turn = 0;

  constructor(rig: Rig) {
    this.#rig = rig;
    const [one, two] = this.#fuses;
    this.#engines = [
      rig.engine('one', withFuse(rig.db, one)),
      rig.engine('two', withFuse(rig.db, two)),
    ];
  }

  /** Both look at the ccTLD and work, until both have come to their end without dying. */
  async look(cctld: RegistryRecord['cctld']): Promise<void> {
    for (let isDone = false; !isDone;) {
      this.#fuses.forEach((each) => {
        this.#turn += 7;
        each.left = this.#turn % 53 === 0 ? undefined : this.#turn % 53;
      });
      const ends = await Promise.allSettled(this.#engines.map((each) => this.#work(each, cctld)));
      const dead = ends.filter(({ status }) => status === 'rejected').length;
      this.died += dead;
      isDone = dead < 2;
      // The leases of the dead run out.
      if (dead > 0) this.#rig.advance('61s');
    }
  }

  async #work(engine: Engine, cctld: RegistryRecord['cctld']): Promise<void> {
    await engine.registry.refresh([cctld], { pauseMs: 0 });
    await this.#rig.settle(engine);
  }
}

function fuse(): Fuse {
  return { left: undefined, stall: undefined };
}
