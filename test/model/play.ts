/** Plays a sequence from its beginning to its end, and stops at the first step that breaks something. */

import { verifyAudit } from '../../src/store/audit.ts';
import { perform } from './perform.ts';
import { returnMail } from './listing.ts';
import type { Coverage } from './coverage.ts';
import { faultsOf } from './invariants.ts';
import { reportFaults } from './invariants-asked.ts';
import { look, type Seen } from './seen.ts';
import type { Play, Step } from './step.ts';
import type { World } from './world.ts';

const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;

/** Throws with the whole story when an invariant does not hold. */
export async function play(
  world: World,
  { terms, steps }: Play,
  coverage: Coverage,
): Promise<void> {
  world.onQuiet = () => returnMail(world);
  await world.begin(terms);
  const story = [`Policy ${terms.policy}${terms.fourEyes ? ', four eyes' : ''}.`];
  let before = await look(world);
  for (const [index, step] of steps.entries()) {
    // A mail does not arrive in the moment of the one before; a lease of a minute is over.
    await world.pass(2 * MINUTE);
    const told = await perform(world, step);
    if (told === undefined) continue;
    story.push(`${index + 1}. ${told}`);
    before = await checked(world, step, story, before);
    coverage.add(before, step);
  }
  await ending(world, story, before);
  coverage.played(world);
}

async function checked(world: World, step: Step, story: string[], before: Seen): Promise<Seen> {
  try {
    await workOf(world, step);
  } catch (error) {
    throw new Error(`${story.join('\n')}\n${String(error)}`, { cause: error });
  }
  const now = await look(world, before);
  const faults = faultsOf(now, before);
  if (faults.length > 0) throw new Error([...story, ...faults].join('\n'));
  return now;
}

async function workOf(world: World, step: Step): Promise<void> {
  const { slowNext } = world;
  if (step.do === 'pass') return world.pass(step.length);
  if (slowNext === undefined || step.do === 'slow') return world.work(step.do === 'at-once');
  world.slowNext = undefined;
  return world.workSlowly(slowNext);
}

// The registry comes back, the last mails arrive, two days pass: nothing may be left undone.
async function ending(world: World, story: string[], before: Seen): Promise<void> {
  world.registryIs('up');
  for (const mail of world.onTheWay.splice(0)) await world.deliver(mail);
  story.push('The registry is up, all mails arrive, and two days pass.');
  const now = await checked(world, { do: 'pass', length: 2 * DAY }, story, before);
  const undone = now.inbox.filter(({ outcome }) => outcome === 'pending');
  // A row that is broken stays so: the chain is computed anew only once.
  const { broken } = await verifyAudit(world.db);
  const open = now.broadcasts.filter(({ done_at: at }) => at === null);
  const faults = [
    ...reportFaults(await world.report(), now),
    ...open.map(({ id }) => `Broadcast ${id} is not done.`),
    ...undone.map(({ id, reason }) => `The mail ${id} waits still (${reason ?? '-'}).`),
    ...(broken === undefined ? [] : [`Row ${broken} of the audit trail is broken.`]),
  ];
  if (faults.length > 0) throw new Error([...story, ...faults].join('\n'));
}
