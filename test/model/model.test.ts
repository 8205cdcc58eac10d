/** Random sequences of mails, timers, registry changes and crashes over the real machines and the real store. */

import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Coverage } from './coverage.ts';
import { KNOWN } from './known.ts';
import { openWorld } from './open-world.ts';
import { play } from './play.ts';
import { type Play, playsOf } from './step.ts';
import type { World } from './world.ts';

/** Set by scripts/soak.ts: so long, and not for a number of sequences. */
const SOAK = Number(process.env['SOAK_SECONDS'] ?? 0);
const SECOND = 1_000;
/** How long a sequence that fails is made shorter. */
const SHRINK = 240 * SECOND;
const TIMEOUT = 2 * SHRINK + SOAK * SECOND;

/** Without these the rest would prove little. */
const MUST_BE_REACHED = [
  ...named(
    'state',
    'needs-cctld needs-details challenged queued asked applying applied rejected expired objected superseded on-hold escalated planned invited answered declined awaiting-unfreeze on-notice in-transition settled',
  ),
  ...named('kind', 'subscribe update remove self-update leave unreachable invite redelegation'),
  ...named('change', 'redelegation review anchor'),
  ...named('outcome', 'opened advanced answered noted ignored held refused distributed'),
  ...named('issue', 'month week'),
  ...named('ever', 'post-confirmed post-denied post-released unreachable mail-arrives'),
  ...named(
    'ever',
    'check-confirmed check-denied check-closed drill-answered drill-closed invite-heard registry-moved-on registry-anchor redelegation-confirmed redelegation-done',
  ),
  ...named('bounce', 'mailbox-gone delayed'),
  'doubtful copy',
  'copy waits',
  'frozen',
];

function named(what: string, names: string): string[] {
  return names.split(' ').map((name) => `${what} ${name}`);
}

const coverage = new Coverage();
let world: World;

beforeAll(async () => {
  world = await openWorld();
});

afterAll(() => world.end());

describe('what must never happen does not', { shuffle: false, timeout: TIMEOUT }, () => {
  it.each(SOAK > 0 ? [] : KNOWN)('when %s', async (_, one) => {
    await expect(play(world, one, coverage)).resolves.toBeUndefined();
  });

  it('in any order of things', async () => {
    const property = fc.asyncProperty(playsOf(SOAK > 0 ? 50 : 20, false), (one) =>
      play(world, one, coverage),
    );
    const result = SOAK > 0 ? await soak(property) : await fc.check(property, { numRuns: 4 });
    if (SOAK > 0) process.stdout.write(`${coverage.report()}\n`);
    expectNothing(result);
    const wanted = SOAK > 0 ? [] : MUST_BE_REACHED;
    expect(wanted.filter((what) => !coverage.has(what))).toEqual([]);
  });

  it.runIf(SOAK === 0)('when mails come through the door', async () => {
    const property = fc.asyncProperty(playsOf(10, true), (one) => play(world, one, coverage));
    expectNothing(await fc.check(property, { numRuns: 2 }));
  });
});

type Details = fc.RunDetails<[Play]>;

// A failure late in the given time is made shorter all the same.
async function soak(property: fc.IAsyncProperty<[Play]>): Promise<Details> {
  const first = await fc.check(property, {
    numRuns: Number.MAX_SAFE_INTEGER,
    interruptAfterTimeLimit: SOAK * SECOND,
    endOnFailure: true,
  });
  if (!first.failed || first.counterexamplePath === null) return first;
  process.stdout.write(`${String(first.errorInstance)}\n\nIs made shorter now.\n`);
  return fc.check(property, {
    seed: first.seed,
    path: first.counterexamplePath,
    interruptAfterTimeLimit: SHRINK,
  });
}

function expectNothing({ failed, counterexample, errorInstance, seed }: Details): void {
  if (!failed) return;
  const why = errorInstance instanceof Error ? errorInstance.message : String(errorInstance);
  const steps = JSON.stringify(counterexample?.[0]);
  throw new Error(`Seed ${seed}. The shortest sequence that was found:\n${why}\n\n${steps}`);
}
