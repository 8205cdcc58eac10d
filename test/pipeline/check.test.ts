/** The yearly check: one letter for each, once, whatever crashes and whatever the clock does. */

import { describe, expect, it } from 'vitest';
import { startChecks } from '../../src/pipeline/check.ts';
import { verifyAudit } from '../../src/store/audit.ts';
import { noteAnswer } from '../../src/store/checks.ts';
import { LeaseLost, restartJob } from '../../src/store/jobs.ts';
import { withFuse } from '../model/fuse.ts';
import { address, record } from '../support/check-facts.ts';
import { fillRoster, manyPeople } from '../support/fill-roster.ts';
import {
  world,
  useChecks,
  at,
  later,
  begin,
  claim,
  work,
  run,
  runAll,
  letters,
  due,
  checks,
  YEARLY,
  ANA,
  TEO,
  MAX,
  MINUTE,
  FROZEN,
  LETTERS,
  clock,
  now,
} from '../support/checks.ts';

useChecks();

describe('the schedule', () => {
  it('is armed at the start, and again with each check', async () => {
    await begin([ANA, TEO]);
    expect(await due()).toEqual({ yearly: '2027-01-15T06:00:00.000Z' });
    await startChecks(world.db, clock.now, YEARLY);
    expect(await due()).toEqual({ yearly: '2027-01-15T06:00:00.000Z' });
    at('2027-01-15T06:00:00Z');
    await runAll();
    expect((await due())['yearly']).toBe('2028-01-15T06:00:00.000Z');
    expect(await letters()).toEqual(LETTERS);
  });

  it('that was changed counts from the next start, and what was missed is not lost by it', async () => {
    await begin([ANA]);
    await startChecks(world.db, clock.now, '0 6 1 3 *');
    expect(await due()).toEqual({ yearly: '2027-03-01T06:00:00.000Z' });
    at('2027-03-02T09:00:00Z');
    await startChecks(world.db, clock.now, '0 6 1 9 *');
    expect(await due()).toEqual({ yearly: '2027-03-01T06:00:00.000Z' });
  });

  it('sends once for three years in which no engine ran', async () => {
    await begin([ANA, TEO]);
    at('2029-06-01T09:00:00Z');
    await startChecks(world.db, clock.now, YEARLY);
    await runAll();
    expect(await checks()).toEqual(['year 2027']);
    expect(await letters()).toEqual(LETTERS);
    at('2030-01-15T06:00:00Z');
    await runAll();
    expect(await checks()).toEqual(['year 2027 over', 'year 2030']);
  });

  it('is that of today again after a clock that was ten years ahead', async () => {
    await begin([ANA]);
    at('2036-02-07T06:28:16Z');
    await run();
    at('2026-11-26T09:00:00Z');
    await startChecks(world.db, clock.now, YEARLY);
    expect((await due())['yearly']).toBe('2027-01-15T06:00:00.000Z');
  });

  it('asks nobody twice within half a year, though the next year begins soon', async () => {
    await begin([ANA, TEO]);
    // No engine ran for a year: the check of 2027 comes five days before that of 2028.
    at('2028-01-10T09:00:00Z');
    await startChecks(world.db, clock.now, YEARLY);
    await runAll();
    at('2028-01-15T06:00:00Z');
    await runAll();
    expect(await letters()).toEqual(LETTERS);
    expect(await checks()).toEqual(['year 2027']);
    at('2029-01-15T06:00:00Z');
    await runAll();
    expect(await checks()).toEqual(['year 2027 over', 'year 2029']);
  });

  it('asks nobody twice after a clock that was a week ahead', async () => {
    await begin([ANA, TEO]);
    at('2027-01-17T09:00:00Z');
    await run();
    at('2027-01-10T09:10:00Z');
    await startChecks(world.db, clock.now, YEARLY);
    at('2027-01-15T06:00:00Z');
    await runAll();
    expect(await letters()).toEqual(LETTERS);
    expect(await checks()).toEqual(['year 2027']);
  });

  it('is of the year in which it was due, though its first try failed at the turn of the year', async () => {
    const pattern = '30 23 31 12 *';
    await startChecks(world.db, clock.now, pattern);
    at('2026-12-31T23:30:00Z');
    const job = await claim();
    at('2027-01-01T00:30:00Z');
    if (job !== undefined) await restartJob(world.db, job, now(), 'a fault of ours');
    await startChecks(world.db, clock.now, pattern);
    await run();
    expect(await checks()).toEqual(['year 2026']);
  });

  it('asks once in a year, though it comes twice by a change of the pattern', async () => {
    await begin([ANA, TEO]);
    at('2027-01-15T06:00:00Z');
    await runAll();
    await startChecks(world.db, clock.now, '0 6 1 5 *');
    at('2027-05-01T06:00:00Z');
    await runAll();
    expect(await checks()).toEqual(['year 2027 over']);
    expect((await letters()).filter((one) => one === LETTERS[1])).toHaveLength(1);
  });
});

describe('who is asked', () => {
  it.each([
    [
      'one letter for who is contact and Admin Contact',
      { anchors: { xa: 'ana@isp.example' } },
      ['check-anchor to ana@isp.example', 'check-contact to teo@isp.example'],
    ],
    ['nothing about a ccTLD for which changes are stopped', { set: FROZEN }, []],
    [
      'no Admin Contact whose address takes no mail',
      { set: { undeliverable: 'admin@nic.xa' } },
      LETTERS.slice(1),
    ],
    [
      'no Admin Contact by the old address, while another took no mail',
      { set: { undeliverable: 'old@nic.xa' } },
      LETTERS,
    ],
  ])(
    '%s',
    async (_, { anchors, set }: { anchors?: Record<string, string>; set?: object }, expected) => {
      await begin([ANA, TEO], anchors);
      if (set !== undefined) await world.db.updateTable('cctlds').set(set).execute();
      at('2027-01-15T06:00:00Z');
      await runAll();
      expect((await letters()).toSorted()).toEqual(expected);
    },
  );

  it('no Admin Contact whose address is changing in the registry', async () => {
    await begin([ANA, TEO]);
    const { id } = await world.db
      .insertInto('registry_snapshots')
      .values(record('xa', 'new@gov.example'))
      .returning('id')
      .executeTakeFirstOrThrow();
    await world.db
      .updateTable('cctlds')
      .set({ candidate_id: id, candidate_since: clock.now })
      .execute();
    at('2027-01-15T06:00:00Z');
    await runAll();
    expect(await letters()).toEqual(LETTERS.slice(1));
  });

  it('nobody whom mail does not reach, and nobody who has just joined or confirmed', async () => {
    await begin([ANA, TEO, { ...MAX, since: '2027-01-02T09:00:00.000Z' }]);
    const lost = { unreachable_since: new Date('2026-12-01T09:00:00Z') };
    await world.db.updateTable('persons').set(lost).where('address', '=', ANA.address).execute();
    at('2027-01-15T06:00:00Z');
    await runAll();
    expect(await letters()).toEqual([
      'check-anchor to admin@nic.xa',
      'check-contact to teo@isp.example',
    ]);
  });

  it('fifty at once, the next ones ten minutes later', async () => {
    await begin(manyPeople(96));
    at('2027-01-15T06:00:00Z');
    await run();
    expect(await letters()).toHaveLength(50);
    later(9 * MINUTE);
    expect(await run()).toBe(0);
    later(MINUTE);
    await run();
    expect(await letters()).toHaveLength(100);
    await runAll();
    expect(await letters()).toHaveLength(96 + 32);
    expect(new Set(await letters()).size).toBe(96 + 32);
  });
});

describe('silence', () => {
  it('is reminded of once, but not of what was changed or answered meanwhile', async () => {
    await begin([ANA, TEO, MAX]);
    at('2027-01-15T06:00:00Z');
    await runAll();
    const sent = (await letters()).length;
    const confirmed = { confirmed_at: new Date('2027-01-20T06:00:00Z') };
    await world.db
      .updateTable('persons')
      .set(confirmed)
      .where('address', '=', ANA.address)
      .execute();
    const [{ id } = { id: 0 }] = await world.db.selectFrom('checks').select('id').execute();
    const answer = { checkId: id, address: address(TEO.address), word: 'wrong' } as const;
    await noteAnswer(world.db, { ...answer, at: clock.now });
    await fillRoster(world.db, [ANA, TEO]);
    at('2027-01-29T07:00:00Z');
    await runAll();
    expect((await letters()).slice(sent)).toEqual(['check-anchor to admin@nic.xa']);
    at('2027-02-25T06:00:00Z');
    expect(await run()).toBe(0);
    at('2027-02-26T06:00:00Z');
    await run();
    expect(await checks()).toEqual(['year 2027 over']);
    const report = await world.db
      .selectFrom('letters')
      .selectAll()
      .where('name', '=', 'check-report')
      .execute();
    expect(report).toHaveLength(2);
    expect(report[0]?.data['letter']).toMatchObject({ asked: 5, right: 0, wrong: 1, silent: 4 });
    expect(
      await world.db.selectFrom('jobs').select('key').where('kind', '=', 'timer').execute(),
    ).toEqual([{ key: 'yearly' }]);
  });

  it('of a check that was begun under a clock far ahead ends when the next one begins', async () => {
    await begin([ANA, TEO]);
    at('2036-02-07T06:28:16Z');
    await run();
    at('2026-11-26T09:00:00Z');
    await startChecks(world.db, clock.now, YEARLY);
    at('2027-01-15T06:00:00Z');
    await runAll();
    expect(await checks()).toEqual(['year 2027, dated 2036-02-07T06:28:16.000Z over', 'year 2027']);
    expect(await due()).toMatchObject({ yearly: '2028-01-15T06:00:00.000Z' });
  });
});

describe('an engine that is killed at any moment', () => {
  it('asks, reminds and ends once all the same', async () => {
    const moments = [
      ['2027-01-15T06:00:00Z', LETTERS],
      ['2027-01-29T07:00:00Z', LETTERS],
      [
        '2027-02-27T06:00:00Z',
        ['check-report to val1@ccnso.example', 'check-report to val2@ccnso.example'],
      ],
    ] as const;
    await begin([ANA, TEO]);
    let killed = 0;
    for (const [moment, expected] of moments) {
      at(moment);
      const before = (await letters()).length;
      for (let queries = 0; ; queries += 3) {
        const job = await claim();
        if (job === undefined) break;
        const fuse = { left: queries, stall: undefined };
        const isKilled = await work(job, withFuse(world.db, fuse)).then(
          () => false,
          () => true,
        );
        if (isKilled) killed += 1;
        // Its lease runs out, and another engine has the job.
        await world.db.updateTable('jobs').set({ leased_by: null, leased_until: null }).execute();
      }
      later(10 * MINUTE);
      await runAll();
      expect((await letters()).slice(before)).toEqual(expected);
    }
    expect(killed).toBeGreaterThan(15);
    expect((await verifyAudit(world.db)).broken).toBeUndefined();
  });

  it('goes on from an open check whose work is gone or was put off by a wrong clock', async () => {
    await begin([ANA, TEO]);
    at('2027-01-15T06:00:00Z');
    const job = await claim();
    if (job !== undefined) await work(job);
    await world.db.deleteFrom('jobs').where('key', '<>', 'yearly').execute();
    await startChecks(world.db, clock.now, YEARLY);
    await runAll();
    expect(await letters()).toEqual(LETTERS);
  });

  it('does nothing when another one has its job', async () => {
    await begin([ANA, TEO]);
    at('2027-01-15T06:00:00Z');
    const first = await claim('one');
    later(2 * MINUTE);
    const second = await claim('two');
    if (first === undefined || second === undefined) throw new Error('no check is due');
    const ends = await Promise.allSettled([work(first), work(second)]);
    expect(ends[0]).toMatchObject({ status: 'rejected', reason: expect.any(LeaseLost) });
    expect(ends[1]?.status).toBe('fulfilled');
    await runAll();
    expect(await letters()).toEqual(LETTERS);
  });
});
