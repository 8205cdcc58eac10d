/** Asks the registry about a few ccTLDs in one piece of work, and notices when it is away. */

import type { Cctld } from '../machines/words/cctld.ts';
import type { Temporary } from '../machines/words/trouble.ts';
import type { DoorLog } from './accept.ts';
import type { Asked, Registry } from './registry.ts';

/** A registry that did not answer so often in a row is left alone for a while. */
const GIVE_UP_AFTER = 3;

export interface Some {
  /** How often in a row it was away, up to now. */
  readonly lost: number;
  /** The last time of too many: the registry is to be left alone. */
  readonly away?: Temporary;
}

/**
 * How many are asked in one piece of work. One where a pause is owed after it, which the engine does not
 * wait out but works on something else.
 */
export function howMany({ source }: Registry): number {
  return source.pauseMs > 0 ? 1 : 25;
}

/** Asks about each in turn, until it is clear that the source is away; `lost`: how often in a row it was before. */
export async function askSome(
  { registry, log }: { readonly registry: Registry; readonly log: DoorLog },
  cctlds: readonly Cctld[],
  lost: number,
  onEach: (asked: Asked) => void = () => {},
): Promise<Some> {
  let row = lost;
  for (const cctld of cctlds) {
    const asked = await registry.askOne(cctld);
    onEach(asked);
    if (!('trouble' in asked) || asked.trouble.reason !== 'registry-unreachable') {
      row = 0;
      continue;
    }
    row += 1;
    log.warn({ cctld, reason: asked.trouble.reason }, 'the registry could not be asked');
    // Who says how long to stay away has said enough.
    if (row >= GIVE_UP_AFTER || asked.trouble.waitMs !== undefined)
      return { lost: 0, away: asked.trouble };
  }
  return { lost: row };
}
