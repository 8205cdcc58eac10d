/** Waits for something that can be seen, with a deadline: for what another process does. */

import { setTimeout as pause } from 'node:timers/promises';

/** Looks every 10 ms until `look` gives a value; throws with what it waited for after 15 seconds, or as told. */
export async function until<T>(
  what: string,
  look: () => Promise<T | undefined>,
  patience = 15_000,
): Promise<T> {
  const begun = performance.now();
  for (;;) {
    const seen = await look();
    if (seen !== undefined) return seen;
    if (performance.now() - begun > patience) throw new Error(`Waited in vain until ${what}.`);
    await pause(10);
  }
}
