/** What must hold about who waits for a case. */

import type { Case } from '../../src/machines/words/case.ts';
import type { Seen } from './seen.ts';

/** An open case is waited for by somebody; a closed one by nobody. */
export function everyOpenCaseIsAwaited({ cases, jobs, tokens, now, frozen }: Seen): string[] {
  return cases.flatMap((one) => {
    const { id, state, closed } = one;
    const own = jobs.filter(({ case_id: of, kind }) => of === id && kind !== 'letter');
    if (!closed)
      return own.length > 0 || isStopped(one, frozen)
        ? []
        : [`Nobody waits for case ${id} (${state}).`];
    // A list change that was taken back in time finds that there is nothing to do.
    const timers = own.filter(({ kind }) => kind === 'timer');
    const open = tokens.filter(
      (token) =>
        token.case_id === id &&
        ['challenge', 'details', 'question', 'committee', 'own'].includes(token.purpose) &&
        token.used_at === null &&
        token.revoked_at === null &&
        token.expires_at > now,
    );
    return [
      ...timers.map(({ key }) => `Case ${id} is closed (${state}), and ${key} waits.`),
      ...open.map((token) => `Case ${id} is closed (${state}), and a ${token.purpose} is open.`),
    ];
  });
}

// Who has stopped the ccTLD allows it again.
function isStopped({ kind, state, cctld }: Case, frozen: Seen['frozen']): boolean {
  return kind === 'invite' && state === 'awaiting-unfreeze' && frozen.has(cctld ?? '');
}
