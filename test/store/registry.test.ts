import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { SUSPECTED } from '../../src/machines/facts.ts';
import { readRegistryAnswer } from '../../src/machines/reading/registry-answer.ts';
import { type Address, readAddress } from '../../src/machines/words/address.ts';
import { type Cctld, readCctld } from '../../src/machines/words/cctld.ts';
import type { RegistryRecord } from '../../src/machines/words/registry.ts';
import { type Recorded, recordAnswer } from '../../src/store/record-answer.ts';
import {
  anchorInDoubt,
  cctldsOfAnchor,
  findRegistry,
  freeze,
  listRegistry,
  unfreeze,
} from '../../src/store/registry.ts';
import { frozenOn } from '../../src/store/statistics.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { population } from '../support/population.ts';
import { NO_OBJECT, whoisAnswer } from '../support/whois-server.ts';

const HOUR = 3_600_000;
const XA = cctld('xa');
const XB = cctld('xb');

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.db.deleteFrom('cctlds').execute();
  await database.db.deleteFrom('registry_snapshots').execute();
});

const base = recordOf(XA, 'admin@nic.xa');
const moved: RegistryRecord = { ...base, admin: { ...base.admin, email: address('new@nic.xa') } };
const movedOn: RegistryRecord = {
  ...base,
  admin: { ...base.admin, email: address('other@nic.xa') },
};

/** Tells the store, `hour` hours after midnight, what the registry answered. */
function tell(text: string, hour: number, { cctld: of = XA, source = 'test', settle = 6 } = {}) {
  const answer = readRegistryAnswer(text, of);
  const given = { cctld: of, source, text, answer, at: hours(hour), settleMs: settle * HOUR };
  return recordAnswer(database.db, given);
}

function snapshots() {
  return database.db.selectFrom('registry_snapshots').selectAll().orderBy('id').execute();
}

describe('the first record', () => {
  test('counts at once', async () => {
    const { state, change } = await tell(whoisAnswer(base), 0);
    expect(change).toBe('first');
    expect(state).toMatchObject({ cctld: 'xa', anchor: 'admin@nic.xa', checkedAt: hours(0) });
    expect(state?.record).toEqual(base);
    expect(await findRegistry(database.db, XA)).toEqual(state);
  });

  test('the same answer again only moves the times, whatever the comments say', async () => {
    await tell(whoisAnswer(base), 0);
    const again = await tell(whoisAnswer(base).replace(/^%.*$/gm, '% moved house'), 5);
    expect(again.change).toBe('none');
    expect(again.state?.checkedAt).toEqual(hours(5));
    const [only, ...more] = await snapshots();
    expect(more).toEqual([]);
    expect(only).toMatchObject({ first_seen: hours(0), last_seen: hours(5) });
  });

  test('an answer that arrives late does not turn the clock back', async () => {
    await tell(whoisAnswer(base), 5);
    expect((await tell(whoisAnswer(base), 3)).state?.checkedAt).toEqual(hours(5));
  });

  test('another source is never mixed in silently', async () => {
    await tell(whoisAnswer(base), 0, { source: 'whois://one:43' });
    await tell(whoisAnswer(base), 1, { source: 'file:two' });
    expect((await snapshots()).map((row) => row.source)).toEqual(['whois://one:43', 'file:two']);
  });
});

describe('a later different record', () => {
  test('is a candidate, and counts when it has stood, with exactly one event', async () => {
    const steps = await play(
      [base, 0],
      [moved, 1],
      [moved, 2],
      [moved, 6.9],
      [moved, 7],
      [moved, 8],
    );
    expect(changes(steps)).toEqual(['first', 'candidate', 'none', 'none', 'settled', 'none']);
    expect(anchors(steps)).toEqual([
      ...Array<string>(4).fill('admin@nic.xa'),
      'new@nic.xa',
      'new@nic.xa',
    ]);
    expect(steps.flatMap((step) => step.anchorChanged ?? [])).toEqual([
      { from: 'admin@nic.xa', to: 'new@nic.xa' },
    ]);
    expect(steps[4]?.before).toMatchObject({ record: base });
    expect(steps[4]?.state?.candidate).toBeUndefined();
  });

  test('puts the anchor in doubt while it stands', async () => {
    const [, second] = await play([base, 0], [moved, 1]);
    expect(second?.state?.candidate).toMatchObject({ record: moved, since: hours(1) });
    expect(second?.state && anchorInDoubt(second.state)).toBe(true);
  });

  test('does not count while the page flaps, however long', async () => {
    const flaps: [RegistryRecord, number][] = [[base, 0]];
    for (let hour = 1; hour < 20; hour += 2) flaps.push([moved, hour], [base, hour + 1]);
    const steps = await play(...flaps);
    expect(new Set(changes(steps).slice(1))).toEqual(new Set(['candidate', 'flapped-back']));
    expect(steps.at(-1)?.state?.candidate).toBeUndefined();
    expect(anchors(steps).at(-1)).toBe('admin@nic.xa');
  });

  test('starts to stand anew after a flap', async () => {
    const steps = await play([base, 0], [moved, 1], [base, 4], [moved, 5], [moved, 8], [moved, 11]);
    expect(changes(steps).slice(2)).toEqual(['flapped-back', 'candidate', 'none', 'settled']);
  });

  test('gives way to a third one, which has to stand itself', async () => {
    const steps = await play([base, 0], [moved, 1], [movedOn, 6], [movedOn, 8], [movedOn, 12]);
    expect(changes(steps)).toEqual(['first', 'candidate', 'candidate', 'none', 'settled']);
    expect(steps.at(-1)?.anchorChanged).toEqual({ from: 'admin@nic.xa', to: 'other@nic.xa' });
  });

  test('keeps its time when only its name servers change', async () => {
    const edited = { ...moved, nameServers: ['c.nic.xa'] };
    const steps = await play([base, 0], [moved, 1], [edited, 3], [edited, 7], [edited, 12.9]);
    expect(changes(steps)).toEqual(['first', 'candidate', 'none', 'people-settled', 'none']);
    expect(steps[3]).toMatchObject({
      before: { record: base },
      anchorChanged: { from: 'admin@nic.xa', to: 'new@nic.xa' },
      state: { record: moved, candidate: { record: edited, since: hours(7) } },
    });
    const last = await tell(whoisAnswer(edited), 13);
    expect(last).toMatchObject({ change: 'settled', before: { record: moved } });
    expect(last.state?.record.nameServers).toEqual(['c.nic.xa']);
  });

  test('counts with the name servers that count, when others were seen only for a time', async () => {
    const edited = { ...moved, nameServers: ['c.nic.xa'] };
    const steps = await play([base, 0], [edited, 1], [moved, 3], [edited, 4], [moved, 7]);
    expect(changes(steps)).toEqual(['first', 'candidate', 'none', 'none', 'settled']);
    expect(steps.at(-1)?.state?.record.nameServers).toEqual(base.nameServers);
  });

  test('begins anew when it shows a second set of other name servers', async () => {
    const [one, other] = ['c.nic.xa', 'd.nic.xa'].map((host) => ({
      ...moved,
      nameServers: [host],
    }));
    if (one === undefined || other === undefined) throw new Error('no records');
    const steps = await play([base, 0], [one, 1], [other, 3], [other, 7], [other, 9]);
    expect(changes(steps)).toEqual(['first', 'candidate', 'candidate', 'none', 'settled']);
  });

  test('counts at once where the operator set no waiting', async () => {
    await tell(whoisAnswer(base), 0);
    const next = await tell(whoisAnswer(moved), 1, { settle: 0 });
    expect(next).toMatchObject({ change: 'settled', state: { anchor: 'new@nic.xa' } });
  });

  test.each([
    ['admin name', { ...base, admin: { ...base.admin, name: 'Ben Sample' } }],
    ['manager', { ...base, organisation: 'Another Registry' }],
    ['technical address', { ...base, tech: { ...base.tech, email: address('t@nic.xa') } }],
    ['name servers', { ...base, nameServers: ['c.nic.xa'] }],
  ])('has to stand when its %s differs, but leaves the anchor beyond doubt', async (_, record) => {
    const [, second] = await play([base, 0], [record, 1]);
    expect(second?.change).toBe('candidate');
    expect(second?.state && anchorInDoubt(second.state)).toBe(false);
  });

  test.each([
    ['date of change', { ...base, changed: '2026-11-21' }],
    ['phone', { ...base, admin: { ...base.admin, phone: '+1 202 555 0199' } }],
  ])('counts at once when only its %s differ', async (_, record) => {
    const [first, second] = await play([base, 0], [record, 1]);
    expect(second).toMatchObject({ change: 'details', state: { record } });
    expect(second?.before?.snapshotId).toBe(first?.state?.snapshotId);
    expect(second?.anchorChanged).toBeUndefined();
  });
});

/** The registry shows the same Admin Contact of all of these; what each of them came to. */
async function shows(some: readonly Cctld[], admin: string, hour: number, settle = 6) {
  const all = [];
  for (const of of some)
    all.push(await tell(whoisAnswer(recordOf(of, admin)), hour, { cctld: of, settle }));
  return new Set(changes(all));
}

describe('other people in many records at once', () => {
  const names = [...'abcdefghijkl'].map((letter) => cctld(`x${letter}`));
  beforeEach(async () => {
    await shows(names, 'admin@nic.xa', 0);
    await shows(names, 'mirror@poison.example', 1);
  });

  test('do not count, however long they stand', async () => {
    expect(await shows(names, 'mirror@poison.example', 7)).toEqual(new Set(['none']));
    expect(await shows(names, 'mirror@poison.example', 80)).toEqual(new Set(['none']));
    expect(await cctldsOfAnchor(database.db, address('admin@nic.xa'))).toHaveLength(12);
  });

  test('count when they have become few again', async () => {
    const [healed, rest] = [names.slice(0, 3), names.slice(3)];
    expect(await shows(healed, 'admin@nic.xa', 8)).toEqual(new Set(['flapped-back']));
    expect(await shows(rest, 'mirror@poison.example', 9)).toEqual(new Set(['settled']));
  });

  test('count when the operator has looked, and asks without waiting', async () => {
    expect(await shows(names, 'mirror@poison.example', 9, 0)).toEqual(new Set(['settled']));
  });
});

describe('when the source is another one', () => {
  const WHOIS = { source: 'whois://one:43' };
  const RDAP = { source: 'rdap+https://two', settle: 6 };
  const respelled = { ...base, organisation: base.organisation.toUpperCase() };

  test('the same record counts under its name, and is no change', async () => {
    await tell(whoisAnswer(base), 0, WHOIS);
    const next = await tell(whoisAnswer(base), 1, RDAP);
    expect(next).toMatchObject({ change: 'none', state: { source: 'rdap+https://two' } });
  });

  test('names in other words have to stand, and make no event', async () => {
    await tell(whoisAnswer(base), 0, WHOIS);
    const steps = [];
    for (const hour of [1, 4, 7]) steps.push(await tell(whoisAnswer(respelled), hour, RDAP));
    expect(changes(steps)).toEqual(['candidate', 'none', 'respelled']);
    expect(steps.some((step) => 'before' in step || 'anchorChanged' in step)).toBe(false);
    expect(steps.at(-1)?.state).toMatchObject({ source: RDAP.source, record: respelled });
    const back = await tell(whoisAnswer(base), 8, RDAP);
    expect(back.change).toBe('candidate');
  });

  test('another address is the event that it always is', async () => {
    await tell(whoisAnswer(base), 0, WHOIS);
    await tell(whoisAnswer(moved), 1, RDAP);
    const settled = await tell(whoisAnswer(moved), 7, RDAP);
    expect(settled).toMatchObject({ change: 'settled', anchorChanged: { to: 'new@nic.xa' } });
  });
});

describe('an answer that is no record', () => {
  const good = whoisAnswer(base);
  test.each([
    ['is cut short', good.slice(0, -20), { kind: 'unreadable', why: 'truncated' }],
    ['is for another', good.replace('XA\n', 'XB\n'), { kind: 'unreadable', why: 'other-domain' }],
    ['says "none such"', NO_OBJECT, { kind: 'absent', why: 'no-object' }],
  ])('and %s changes nothing, not even the time of the check', async (_, text, problem) => {
    const [, before] = await play([base, 0], [moved, 1]);
    const recorded = await tell(text, 9);
    expect(recorded).toEqual({ state: before?.state, change: 'none', problem });
    expect(await snapshots()).toHaveLength(2);
  });

  test('about a ccTLD that we do not know leaves it unknown', async () => {
    expect(await tell(NO_OBJECT, 0)).toMatchObject({ state: undefined, change: 'none' });
    expect(await findRegistry(database.db, XA)).toBeUndefined();
    expect(await database.db.selectFrom('cctlds').selectAll().execute()).toEqual([]);
  });
});

describe('several processes at once', () => {
  test('make one snapshot and one first record', async () => {
    const steps = await Promise.all(Array.from({ length: 8 }, () => tell(whoisAnswer(base), 0)));
    expect(changes(steps).toSorted()).toEqual(['first', ...Array<string>(7).fill('none')]);
    expect(await snapshots()).toHaveLength(1);
  });

  test('make one event of a change that settles', async () => {
    await play([base, 0], [moved, 1]);
    const steps = await Promise.all(Array.from({ length: 8 }, () => tell(whoisAnswer(moved), 8)));
    expect(steps.filter((step) => step.anchorChanged !== undefined)).toHaveLength(1);
  });
});

test('a recorded answer is undone with the transaction that it was recorded in', async () => {
  const text = whoisAnswer(base);
  const answer = readRegistryAnswer(text, XA);
  const given = { cctld: XA, source: 'test', text, answer, at: hours(0), settleMs: 0 };
  const undone = database.db.transaction().execute(async (trx) => {
    await recordAnswer(trx, given);
    throw new Error('what followed failed');
  });
  await expect(undone).rejects.toThrow('what followed failed');
  expect(await findRegistry(database.db, XA)).toBeUndefined();
});

test('one address serves several ccTLDs, and a candidate does not count among them', async () => {
  await tell(whoisAnswer(base), 0);
  await tell(whoisAnswer(recordOf(XB, 'admin@nic.xa')), 0, { cctld: XB });
  expect(await cctldsOfAnchor(database.db, address('Admin@NIC.xa'))).toEqual(['xa', 'xb']);
  await tell(whoisAnswer(moved), 1);
  expect(await cctldsOfAnchor(database.db, address('new@nic.xa'))).toEqual([]);
  expect((await listRegistry(database.db)).map((state) => state.cctld)).toEqual(['xa', 'xb']);
});

describe('a freeze', () => {
  test('shows with its reason until it is ended, and the first reason stays', async () => {
    await tell(whoisAnswer(base), 0);
    expect(await freeze(database.db, XA, 'val1@ccnso.example', 'hijack', hours(1))).toBe(true);
    expect(await freeze(database.db, XA, 'val2@ccnso.example', 'me too', hours(2))).toBe(false);
    const { frozen } = (await findRegistry(database.db, XA)) ?? {};
    expect(frozen).toEqual({ at: hours(1), by: 'val1@ccnso.example', reason: 'hijack' });
    expect(await unfreeze(database.db, XA)).toBe(true);
    expect(await unfreeze(database.db, XA)).toBe(false);
    expect((await findRegistry(database.db, XA))?.frozen).toBeUndefined();
  });

  test('is ended only as it was found: one that came meanwhile stays', async () => {
    await freeze(database.db, XA, SUSPECTED.by, SUSPECTED.reason, hours(1));
    const was = { by: SUSPECTED.by, at: hours(1).toISOString() };
    await freeze(database.db, XA, 'val1@ccnso.example', 'a court case', hours(2));
    expect(await unfreeze(database.db, XA, was)).toBe(false);
    expect(await unfreeze(database.db, XA, { ...was, by: 'val1@ccnso.example' })).toBe(true);
  });

  test('that a person takes over from the engine goes on since the first, and reports know', async () => {
    const first = new Date('2026-11-01T09:00:00Z');
    const later = new Date('2026-11-10T09:00:00Z');
    await freeze(database.db, XA, SUSPECTED.by, SUSPECTED.reason, first);
    await freeze(database.db, XA, 'val1@ccnso.example', 'by phone', later);
    expect(await frozenOn(database.db, '2026-11-02')).toEqual([XA]);
  });

  test('outlives changes of the registry, and may come before its first answer', async () => {
    await freeze(database.db, XA, 'val1@ccnso.example', 'hijack', hours(0));
    expect(await findRegistry(database.db, XA)).toBeUndefined();
    const steps = await play([base, 1], [moved, 2], [moved, 9]);
    expect(changes(steps)).toEqual(['first', 'candidate', 'settled']);
    expect(steps.every((step) => step.state?.frozen?.reason === 'hijack')).toBe(true);
  });
});

/** Tells the store one record after the other: what it made of each. */
async function play(...told: readonly [RegistryRecord, number][]): Promise<Recorded[]> {
  const steps: Recorded[] = [];
  for (const [record, hour] of told) steps.push(await tell(whoisAnswer(record), hour));
  return steps;
}

function changes(steps: readonly Recorded[]): string[] {
  return steps.map((step) => step.change);
}

function anchors(steps: readonly Recorded[]): (string | undefined)[] {
  return steps.map((step) => step.state?.anchor);
}

function recordOf(of: Cctld, anchor: string): RegistryRecord {
  const [entry] = population(7);
  if (entry === undefined) throw new Error('an empty population');
  const { written: _, ...record } = entry;
  return { ...record, cctld: of, admin: { ...record.admin, email: address(anchor) } };
}

function hours(hour: number): Date {
  return new Date(Date.UTC(2026, 10, 21) + hour * HOUR);
}

function address(text: string): Address {
  const read = readAddress(text);
  if (read === undefined) throw new Error(`no address: ${text}`);
  return read;
}

function cctld(text: string): Cctld {
  const label = readCctld(text);
  if (label === undefined) throw new Error(`no ccTLD: ${text}`);
  return label;
}
