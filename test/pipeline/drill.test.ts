/** Drills: everybody is asked once, and the report stays as it was. */

import { describe, expect, it } from 'vitest';
import { startChecks } from '../../src/pipeline/check.ts';
import { noteAnswer } from '../../src/store/checks.ts';
import { changePerson } from '../../src/store/roster.ts';
import { withFuse } from '../model/fuse.ts';
import { address } from '../support/check-facts.ts';
import { fillRoster, manyPeople } from '../support/fill-roster.ts';
import {
  world,
  useChecks,
  later,
  begin,
  claim,
  work,
  run,
  letters,
  checks,
  YEARLY,
  ANA,
  TEO,
  MAX,
  MINUTE,
  DAY,
  FROZEN,
  clock,
  reportOf,
  drill,
} from '../support/checks.ts';

useChecks();

describe('a drill', () => {
  it('asks everybody at once, but for those whom mail does not reach, and ends once', async () => {
    await begin([...manyPeople(120), { ...ANA, cctld: MAX.cctld }]);
    const lost = { unreachable_since: clock.now };
    await world.db
      .updateTable('persons')
      .set(lost)
      .where('address', '=', 'ana@isp.example')
      .execute();
    await world.db.updateTable('cctlds').set(FROZEN).execute();
    await drill();
    await run();
    expect((await letters()).filter((one) => one.startsWith('drill to'))).toHaveLength(120);
    later(DAY);
    await run();
    const all = await letters();
    expect(all.filter((one) => one.startsWith('drill-over'))).toHaveLength(120);
    expect(all.filter((one) => one.startsWith('drill-report'))).toHaveLength(3);
    expect(await run()).toBe(0);
  });

  it('asks a person once, whose address changes in it, and nobody who joins meanwhile', async () => {
    await begin([ANA, TEO]);
    await drill();
    await run();
    later(60 * MINUTE);
    const to = address('ana@new.example');
    await world.db.transaction().execute(async (trx) => {
      await changePerson(trx, address(ANA.address), { what: 'address', address: to }, clock.now);
    });
    await fillRoster(world.db, [{ ...ANA, address: to }, TEO, MAX]);
    await startChecks(world.db, clock.now, YEARLY);
    await run();
    expect(await letters()).toEqual(['drill to ana@isp.example', 'drill to teo@isp.example']);
    later(DAY);
    await run();
    const over = (await letters()).filter((one) => one.startsWith('drill-over'));
    expect(over).toEqual(['drill-over to teo@isp.example']);
  });

  it('has a report that nothing changes afterwards', async () => {
    await begin([ANA, TEO, { ...ANA, cctld: MAX.cctld }, MAX]);
    const lost = { unreachable_since: clock.now };
    await world.db.updateTable('persons').set(lost).where('address', '=', MAX.address).execute();
    const id = await drill();
    await run();
    later(60 * MINUTE);
    const answer = { checkId: id, address: address(ANA.address), word: 'here' } as const;
    await noteAnswer(world.db, { ...answer, at: clock.now });
    // The letter of the drill comes back, and with it Téo counts as out of reach.
    await world.db.updateTable('persons').set(lost).where('address', '=', TEO.address).execute();
    const back = { bounced_at: clock.now };
    await world.db.updateTable('letters').set(back).where('addressee', '=', TEO.address).execute();
    later(DAY);
    await run();
    const report = await reportOf(id);
    expect(report).toMatchObject({
      people: { asked: 2, answered: 1 },
      cctlds: { asked: 2, answered: 2 },
      notAsked: 1,
      cameBack: 1,
    });
    await fillRoster(world.db, [MAX]);
    await world.db.updateTable('persons').set({ unreachable_since: null }).execute();
    later(30 * DAY);
    expect(await reportOf(id)).toEqual(report);
  });

  it('tells fifty at once that it is over, and each of them once, whatever crashes', async () => {
    await begin(manyPeople(120));
    await drill();
    await run();
    later(DAY);
    const first = await claim();
    if (first !== undefined) await work(first);
    expect((await letters()).filter((one) => one.startsWith('drill-over'))).toHaveLength(50);
    const second = await claim();
    const fuse = { left: 40, stall: undefined };
    if (second !== undefined)
      await expect(work(second, withFuse(world.db, fuse))).rejects.toThrow(
        'the process was killed',
      );
    await world.db.updateTable('jobs').set({ leased_by: null, leased_until: null }).execute();
    await run();
    const over = (await letters()).filter((one) => one.startsWith('drill-'));
    expect(over).toHaveLength(120 + 3);
    expect(new Set(over).size).toBe(120 + 3);
  });

  it('is one at a time, and one a day', async () => {
    await begin([ANA]);
    await drill();
    await expect(drill()).rejects.toThrow('another drill began meanwhile');
    await run();
    later(DAY);
    await run();
    await drill();
    expect(await checks()).toEqual(['drill 2026-11-25 over', 'drill 2026-11-26']);
    await expect(drill()).rejects.toThrow('another drill began meanwhile');
  });
});
