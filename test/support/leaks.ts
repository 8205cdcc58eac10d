/** Fails a test file that leaves a TCP or UDP socket, a listener or a child process behind. */

import { setTimeout as pause } from 'node:timers/promises';
import { afterAll } from 'vitest';

// Pipes are not watched: the test runner talks to this process through some of its own.
const WATCHED = /^(TCP|UDP|Process)/;

/** What has been closed may take a moment to be gone: 40 times 50 ms. */
const LOOKS = 40;
const PAUSE_MS = 50;

const openNow = (): string[] =>
  process
    .getActiveResourcesInfo()
    .filter((name) => WATCHED.test(name))
    .toSorted();

const before = openNow();

// Hooks of this file run first before and last after those of the test file.
afterAll(async () => {
  for (let look = 0; look < LOOKS && openNow().length > before.length; look += 1) {
    // oxlint-disable-next-line no-await-in-loop -- looking again is the point
    await pause(PAUSE_MS);
  }
  const left = openNow();
  if (left.length > before.length) {
    throw new Error(
      `this test file leaves open: ${left.join(', ')} (before: ${before.join(', ')})`,
    );
  }
});
