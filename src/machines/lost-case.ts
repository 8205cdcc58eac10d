/** Decides about contacts whom mail does not reach: a case for each of their ccTLDs, and its way (design 9). */

import { moveCase, openCase, withRequest } from './change.ts';
import type { CaseChange } from './decision.ts';
import type { RegistryView, Settings } from './facts.ts';
import type { LostEvent } from './lost.ts';
import { atLeast } from './words/evidence.ts';
import { freshContext } from './read-request.ts';
import type { CameBack } from './reachability.ts';
import type { ReasonCode } from './reasons.ts';
import type { Case, CaseState, LostPerson, Request, RosterEntry } from './words/case.ts';
import type { Cctld } from './words/cctld.ts';
import { CLOSED } from './words/case.ts';

interface At {
  readonly now: Date;
  readonly settings: Settings;
}

/** What the opening of the cases may look at. */
export interface LostFacts extends At {
  readonly person: LostPerson;
  readonly returned: readonly CameBack[];
  /** What the other server said last, fit to be shown. */
  readonly said?: string;
  /** The lists of the person's ccTLDs. */
  readonly roster: readonly RosterEntry[];
  /** As far as the registry lists them. */
  readonly registry: ReadonlyMap<Cctld, RegistryView>;
  /** The ccTLDs for which such a case of this person is open. */
  readonly open: ReadonlySet<Cctld>;
}

/** One case for each ccTLD of the person that has none. */
export function openLost(facts: LostFacts): CaseChange[] {
  const { roster, person, open } = facts;
  return roster
    .filter(({ address, cctld }) => address === person.address && !open.has(cctld))
    .map(({ cctld }) => openFor(facts, cctld));
}

function openFor(facts: LostFacts, cctld: Cctld): CaseChange {
  const { person, registry, settings } = facts;
  const view = registry.get(cctld);
  return openCase(
    facts,
    {
      kind: 'unreachable',
      cctld,
      ...placeOf(view),
      request: requestOf(facts, cctld),
      requester: person.address,
    },
    freshContext({ settings }),
    { type: 'lost', ask: whomToAsk(view, person) },
    { actor: 'engine', reason: 'unreachable', facts: { address: person.address } },
  );
}

// The Admin Contact may be the very person: that mailbox is not asked about itself.
function whomToAsk(view: RegistryView | undefined, { address }: LostPerson) {
  if (view === undefined) return 'nobody';
  if (view.frozen !== undefined) return 'after-freeze';
  return view.anchor === address ? 'nobody' : 'anchor';
}

function placeOf(view: RegistryView | undefined) {
  return view === undefined ? {} : { anchor: view.anchor, snapshotId: view.snapshotId };
}

function requestOf({ person, roster, returned, said }: LostFacts, cctld: Cctld): Request {
  const days = new Set(returned.map(({ at }) => at.toISOString().slice(0, 10)));
  const { firstName, lastName, address } = person;
  return {
    drafts: [],
    contacts: [],
    asks: [],
    before: roster.filter((one) => one.cctld === cctld),
    after: [],
    complaints: [],
    warnings: [],
    evidenceFacts: [
      `Our mail to ${address} came back on ${days.size} days.`,
      'A letter of their own, which asked only for an answer, came back too.',
      ...(said === undefined ? [] : [`The other server said last: ${said}`]),
    ],
    mails: [],
    text: '',
    candidates: [],
    notes: [],
    lost: { firstName, lastName, address },
  };
}

/** What an open case of this kind is held against. */
export interface Around {
  /** Whether the person counts as unreachable now. */
  readonly unreachable: boolean;
  /** The list of the ccTLD now. */
  readonly roster: readonly RosterEntry[];
  readonly registry?: RegistryView;
}

/** What has changed around the case, as its next step; undefined when nothing has. */
export function followLost(at: At, found: Case, around: Around): CaseChange | undefined {
  const { lost } = found.request;
  if (lost === undefined || CLOSED.includes(found.state)) return undefined;
  const { unreachable, roster, registry } = around;
  const before = roster.length === 0 ? found.request.before : roster;
  const move = (event: LostEvent, reason: ReasonCode, facts: Record<string, unknown> = {}) =>
    moveCase(
      at,
      found,
      event,
      { actor: 'engine', reason, facts },
      { ...placeOf(registry), request: withRequest(found, { before }) },
    );
  // First of all: what ends while changes are stopped is not told to the Admin Contact.
  const isStopped = registry?.frozen !== undefined;
  if (isStopped && found.state !== 'awaiting-unfreeze')
    return move({ type: 'stopped' }, 'lost-stopped');
  const isOn = roster.some(({ address }) => address === lost.address);
  if (!isOn || !unreachable) {
    const how = isOn ? 'reachable' : 'changed';
    return move({ type: 'settled', how }, 'lost-settled', { how });
  }
  // An address that is changing in the registry: it is asked when it counts.
  if (registry === undefined || registry.unsettledAnchor !== undefined) return undefined;
  if (isStopped) return undefined;
  const isSame = registry.anchor === lost.address;
  if (found.state === 'awaiting-unfreeze')
    return isSame
      ? move({ type: 'same-mailbox' }, 'lost-same-mailbox')
      : move({ type: 'allowed' }, 'lost-allowed');
  if (registry.anchor === found.anchor) return undefined;
  if (isSame)
    return move({ type: 'same-mailbox' }, 'lost-same-mailbox', { from: found.anchor ?? '' });
  const event = { type: 'anchor-changed', digest: '' } as const;
  return move(event, 'anchor-changed', { from: found.anchor ?? '', to: registry.anchor });
}

const MAY_BE_ANYBODY: ReadonlySet<CaseState> = new Set([
  'received',
  'needs-cctld',
  'needs-details',
  'challenged',
]);

/**
 * Whether one of the open requests of the ccTLD may be the answer that is waited for: then nobody is
 * reminded of it. What a stranger can open by a mail alone is none.
 */
export function isAnsweredBy(open: readonly Case[]): boolean {
  return open.some(
    ({ state, context }) => !MAY_BE_ANYBODY.has(state) || atLeast(context.evidence, 'E3'),
  );
}
