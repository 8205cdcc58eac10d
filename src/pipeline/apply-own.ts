/** Carries out an SSC's own request that was confirmed, when nothing has come in between. */

import { decideOwnApply } from '../machines/own-apply.ts';
import { ownViewOf, stoppable } from '../machines/own-letters.ts';
import { aboutCase } from '../machines/about-case.ts';
import type { CaseChange, CaseDraft, LetterEffect } from '../machines/decision.ts';
import type { Settings } from '../machines/facts.ts';
import type { Case } from '../machines/words/case.ts';
import { Temporary } from '../machines/words/trouble.ts';
import { setWaiting } from '../store/cases.ts';
import type { Committing } from '../store/commit.ts';
import { addLetter } from '../store/letters.ts';
import { placesOf } from '../store/own.ts';
import { readRoster } from '../store/roster.ts';
import type { ListServer, Member } from './list-server.ts';

export interface ApplyOwnDeps extends Committing {
  readonly settings: Settings;
  readonly listServer: ListServer;
}

/** The change to commit; undefined when there is none. Throws Temporary while a ccTLD is frozen. */
export async function decideOwnNow(
  deps: ApplyOwnDeps,
  found: Case,
): Promise<CaseChange | undefined> {
  const { db, settings, now } = deps;
  const roster = await readRoster(db);
  const places = await placesOf(
    db,
    roster.map(({ cctld }) => cctld),
  );
  const decided = decideOwnApply({ now: now(), settings, case: found, roster, places });
  if (decided === undefined || 'next' in decided) return decided;
  await tellFrozen(deps, found);
  throw new Temporary('frozen', `changes for .${decided.frozen.join(', .')} are stopped`);
}

const WAITS =
  'A contact has confirmed this, while changes are stopped for a ccTLD of theirs. It is made by itself when changes are allowed again. Please check before that whether it was really the contact.';

// Said once: the person has done all that was asked, and Validators must not wake it unawares.
async function tellFrozen(
  { db, now, random, domain, settings }: ApplyOwnDeps,
  found: Case,
): Promise<void> {
  const { id, version, requester } = found;
  await db.transaction().execute(async (trx) => {
    if (!(await setWaiting(trx, id, 'frozen'))) return;
    const about = { ...aboutCase(found, now(), found), before: [], after: [] };
    const data = { about, own: ownViewOf(found), how: 'frozen' } as const;
    const letters: LetterEffect[] = [
      { type: 'letter', letter: 'own-ended', to: requester, data, once: 'step' },
      ...stoppable({ draft: found, was: found, now: now(), settings }, WAITS),
    ];
    const setting = { caseId: id, step: `waits-v${version}-frozen`, now: now(), random, domain };
    for (const letter of letters) await addLetter(trx, letter, setting);
  });
}

/** Who must be on the list server before such a change is committed. */
export function membersOf({ request, requester }: CaseDraft): Member[] {
  const { own, before } = request;
  const [person] = before.filter(({ address }) => address === requester);
  if (own?.what !== 'address' || person === undefined) return [];
  return [{ address: own.address, name: `${person.firstName} ${person.lastName}` }];
}
