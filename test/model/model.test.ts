/** Random sequences of mails, timers, registry changes and crashes over the real machines and the real store. */

import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Coverage } from './coverage.ts';
import { play } from './play.ts';
import { playsOf } from './step.ts';
import { openWorld, type World } from './world.ts';

let world: World;

beforeAll(async () => {
  world = await openWorld();
});

afterAll(() => world.end());

const RUNS = 12;

it(
  'nothing that must never happen does, in any order of things',
  { timeout: 120_000 },
  async () => {
    const coverage = new Coverage();
    try {
      await fc.assert(
        fc.asyncProperty(playsOf(30, false), (one) => play(world, one, coverage)),
        { numRuns: RUNS },
      );
    } finally {
      process.stderr.write(`${coverage.report()}\n`);
    }
    expect(coverage.has('state applied')).toBe(true);
  },
);
