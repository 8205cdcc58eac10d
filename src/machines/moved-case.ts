/** Decides about changes in the registry that counted: who is told, and the cases of the weighty ones (design 12). */

import { moveCase, openCase, withRequest } from './change.ts';
import type { CaseChange, CaseEffect, LetterEffect } from './decision.ts';
import { type RegistryView, type Settings, SUSPECTED } from './facts.ts';
import { freshContext } from './read-request.ts';
import type { ReasonCode } from './reasons.ts';
import type { Address } from './words/address.ts';
import {
  type Case,
  CLOSED,
  type RegistryMove,
  type Request,
  type RosterEntry,
} from './words/case.ts';
import type { Cctld } from './words/cctld.ts';
import { atLeast } from './words/evidence.ts';
import type { RegistryField, RegistryRecord, Verdict } from './words/registry.ts';

interface At {
  readonly now: Date;
  readonly settings: Settings;
}

/** One change that counted, as its history has it, and what was around it. */
export interface Moved {
  readonly changeId: number;
  readonly verdict: Verdict;
  readonly score: number;
  /** What this change did to the record that counted until then. */
  readonly step: readonly RegistryField[];
  /** In what the record differs now from that of `from`, where the score counts from. */
  readonly all: readonly RegistryField[];
  readonly from: number;
  readonly to: number;
  readonly before: RegistryRecord;
  readonly base: RegistryRecord;
  readonly registry: RegistryView;
  readonly roster: readonly RosterEntry[];
  /** The cases about the ccTLD that were open when it counted, or are. */
  readonly open: readonly Case[];
}

/** The case that a change opens, or the step of the one that is open; undefined when it needs none. */
export function decideMoved(at: At, moved: Moved): CaseChange | undefined {
  const found = moved.open.find(isOpenMove);
  if (found !== undefined) return goOn(at, found, moved);
  const { verdict, registry } = moved;
  if (verdict !== 'redelegation' && verdict !== 'review') return undefined;
  const how = verdict === 'redelegation' ? 'suspected' : 'review';
  return openCase(
    at,
    {
      kind: 'redelegation',
      cctld: registry.cctld,
      anchor: registry.anchor,
      snapshotId: registry.snapshotId,
      requester: registry.anchor,
      request: requestOf(moved, moveOf(moved, verdict)),
    },
    freshContext(at),
    { type: 'moved', how },
    { actor: SUSPECTED.by, reason: REASON[how], facts: factsOf(moved) },
  );
}

function isOpenMove({ kind, state }: Case): boolean {
  return kind === 'redelegation' && !CLOSED.includes(state);
}

const REASON = {
  suspected: 'redelegation-suspected',
  review: 'registry-review',
  more: 'registry-moved-on',
} as const satisfies Record<string, ReasonCode>;

// One case for each ccTLD: what comes later goes into it, also a return to the record of before.
function goOn(at: At, found: Case, moved: Moved): CaseChange | undefined {
  const had = found.request.moved;
  if (had === undefined || had.changeId >= moved.changeId) return undefined;
  const { verdict, registry } = moved;
  const { outcome } = had;
  const isWorse = !isSuspectedNow(had) && (verdict === 'redelegation' || isNewAnchor(found, moved));
  const how = isWorse ? 'suspected' : 'more';
  const begins = isWorse && outcome !== undefined;
  const kept = isWorse || outcome === undefined ? {} : { outcome };
  const decided = begins ? outcome.changeId : had.decided;
  const next = {
    ...moveOf(moved, isWorse ? 'redelegation' : had.verdict),
    // The people of before are those of the first change; a decided case counts anew.
    ...(begins ? {} : { oldAnchor: had.oldAnchor, from: had.from }),
    ...kept,
    ...(decided === undefined ? {} : { decided }),
    news: moved.step,
  };
  return moveCase(
    at,
    found,
    { type: 'moved', how },
    { actor: SUSPECTED.by, reason: REASON[how], facts: factsOf(moved) },
    {
      anchor: registry.anchor,
      snapshotId: registry.snapshotId,
      request: withRequest(found, {
        moved: next,
        before: begins ? moved.roster : stillThere(found, moved.roster),
      }),
    },
  );
}

// A Validator's word was about one Admin Contact: whoever comes next, however small the change, is told
// nothing, and all others are told of it, until there is a word about this one too.
function isNewAnchor({ anchor, request }: Case, { registry }: Moved): boolean {
  return request.moved?.outcome !== undefined && registry.anchor !== anchor;
}

/** True while nobody has decided about what looks like a redelegation. */
function isSuspectedNow({ verdict, outcome }: RegistryMove): boolean {
  return verdict === 'redelegation' && outcome === undefined;
}

/** True for a case that stops its ccTLD until a Validator has decided. */
export function isUndecided({ kind, state, request: { moved } }: Case): boolean {
  return (
    kind === 'redelegation' &&
    !CLOSED.includes(state) &&
    moved !== undefined &&
    isSuspectedNow(moved)
  );
}

// Who came by the new Admin Contact's word is not one of the old ones.
function stillThere({ request }: Case, roster: readonly RosterEntry[]): readonly RosterEntry[] {
  if (request.moved?.outcome === undefined) return roster;
  const old = new Set(request.before.map(({ address }) => address));
  return roster.filter(({ address }) => old.has(address));
}

function moveOf(moved: Moved, verdict: RegistryMove['verdict']): RegistryMove {
  const { changeId, score, all, from, to, base, registry } = moved;
  const oldAnchor = base.admin.email ?? registry.anchor;
  return { changeId, verdict, score, fields: all, oldAnchor, from, to };
}

function factsOf({ changeId, verdict, score, all, from, to }: Moved) {
  return {
    change: changeId,
    verdict,
    score,
    because: all.map((one) => `${one.field} (${one.score}): "${one.from}" became "${one.to}"`),
    from,
    to,
  };
}

function requestOf({ roster }: Moved, move: RegistryMove): Request {
  return {
    drafts: [],
    contacts: [],
    asks: [],
    before: roster,
    after: [],
    complaints: [],
    warnings: [],
    evidenceFacts: [],
    mails: [],
    text: '',
    candidates: [],
    notes: [],
    moved: move,
  };
}

/**
 * A timer of such a case ran out. Undefined when nothing follows. Where all the old contacts are gone
 * and others have come there is nothing to remind of, and the case ends; with it ends the code of the
 * new Admin Contact, so it stays open while nobody is on the list.
 */
export function decideMovedTimer(
  at: At,
  found: Case,
  timer: string,
  { roster, open }: Pick<Moved, 'roster' | 'open'>,
): CaseChange | undefined {
  const before = stillThere(found, roster);
  const patch = { request: withRequest(found, { before }) };
  if (found.state === 'on-notice' && before.length === 0 && roster.length > 0) {
    const audit = { actor: 'timer', reason: 'old-contacts-gone', facts: {} } as const;
    return moveCase(at, found, { type: 'done' }, audit, patch);
  }
  const reason = found.state === 'on-hold' ? 'timer-hold' : 'timer-redelegation';
  const audit = { actor: 'timer', reason, facts: { timer } } as const;
  const change = moveCase(at, found, { type: 'timer', id: timer }, audit, patch);
  const isAnswered = roster.length > before.length || open.some(isByAnchor);
  return isAnswered || !isNew(at, found) ? change && withoutQuestion(change) : change;
}

// Whoever has answered is not asked again, and nobody for ever: twice, a month apart.
function isNew({ now }: At, { request: { moved } }: Case): boolean {
  const since = moved?.outcome === undefined ? 0 : Date.parse(moved.outcome.at);
  return now.getTime() - since < 75 * 86_400_000;
}

function isByAnchor({ kind, context }: Case): boolean {
  return kind !== 'redelegation' && context.origin === 'mail' && atLeast(context.evidence, 'E3');
}

function withoutQuestion(change: CaseChange): CaseChange {
  return { ...change, effects: change.effects.filter((one) => !isQuestion(one)) };
}

function isQuestion(one: CaseEffect): boolean {
  return one.type === 'letter' && one.letter === 'new-manager';
}

// What is suspected is told to nobody new; after the decision the new one gets a letter with a question.
function hidesAnchor(one: Case): boolean {
  const { kind, state, request } = one;
  const isOver = kind !== 'redelegation' || CLOSED.includes(state);
  return !isOver && (isUndecided(one) || request.moved?.outcome !== undefined);
}

/** What the letters about another Admin Contact address are held against. */
export interface Around {
  /** When it counted. */
  readonly at: Date;
  /** The cases about the ccTLD that were open then, or are. */
  readonly open: readonly Case[];
  readonly roster: readonly RosterEntry[];
  readonly oldAnchor: Address;
  readonly newAnchor: Address;
}

const ASKED_ANYWAY: ReadonlySet<Case['kind']> = new Set(['unreachable', 'invite']);
const OWN: ReadonlySet<Case['kind']> = new Set(['self-update', 'leave', 'redelegation']);

/**
 * Tells both addresses of the Admin Contact, where we have to do with the ccTLD at all and no open case
 * tells them: a request tells both, and who is asked for new contacts gets a letter with the question.
 */
export function tellBoth({ at, open, roster, oldAnchor, newAnchor }: Around, cctld: Cctld) {
  if (open.some(hidesAnchor)) return [];
  const others = open.filter(({ kind }) => !OWN.has(kind));
  const isOurs = roster.length > 0 || others.length > 0;
  // A case that was opened since then knows no other address.
  const older = others.filter(({ openedAt }) => Date.parse(openedAt) <= at.getTime());
  const isTold = older.some(({ kind }) => !ASKED_ANYWAY.has(kind));
  if (!isOurs || isTold) return [];
  const isAsked = older.some(({ kind }) => ASKED_ANYWAY.has(kind));
  const people = isAsked ? [oldAnchor] : [oldAnchor, newAnchor];
  return people.map((to): LetterEffect<'address-changed'> => ({
    type: 'letter',
    letter: 'address-changed',
    to,
    data: { cctld, oldAnchor, newAnchor },
    once: 'step',
  }));
}
