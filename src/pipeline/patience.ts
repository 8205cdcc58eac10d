/** Waits for work, but not for ever. */

import { Temporary } from '../machines/words/trouble.ts';

/**
 * What the work gives, or a rejection with `Temporary` when it takes longer. The work itself is not
 * stopped: it must do no harm when it ends later.
 */
export async function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Temporary('too-slow', 'try again later'));
    }, milliseconds);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
