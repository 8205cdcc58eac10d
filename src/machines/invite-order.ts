/** Plans an order of invitations (design 8.6): which ccTLDs in which wave, and which are left out, and why. */

import type { CaseChange } from './decision.ts';
import type { Settings } from './facts.ts';
import { openInvitation } from './invite-case.ts';
import type { Address } from './words/address.ts';
import type { Cctld } from './words/cctld.ts';
import type { Command } from './words/command.ts';
import type { InviteStanding } from './words/invite-standing.ts';
import { languagesOf, type LetterLanguage } from './words/letter-language.ts';
import { countsOn } from './words/region.ts';

export type Whom = Extract<Command, { readonly kind: 'invite' }>['whom'];

export interface OrderFacts {
  readonly now: Date;
  readonly settings: Pick<Settings, 'table' | 'waves'>;
  readonly standings: readonly InviteStanding[];
}

/** Why a ccTLD is not invited, each with words for people. */
export const LEFT_OUT = {
  'not-in-table': 'not in the table of ccTLDs, or no longer counted',
  'not-in-registry': 'not in our copy of the registry (tldops registry refresh)',
  'has-contacts': 'somebody is on the list',
  'invited-already': 'an invitation is open',
  declined: 'the Admin Contact said no less than 12 months ago',
  closed:
    'a Validator closed the invitation less than 12 months ago (INVITE .xx by name invites again)',
  frozen: 'changes are stopped',
  undeliverable: 'the address of the Admin Contact takes no mail',
} as const;
export type LeftOut = keyof typeof LEFT_OUT;

export interface PlannedInvitation {
  readonly standing: InviteStanding;
  readonly wave: number;
  readonly at: Date;
  readonly languages: readonly LetterLanguage[];
}

export interface Order {
  readonly planned: readonly PlannedInvitation[];
  readonly left: readonly { readonly cctld: Cctld; readonly why: LeftOut }[];
  readonly waves: number;
}

const MINUTE = 60_000;
/** Letters to one address come one after the other, and not as a heap. */
const APART = 10 * MINUTE;
const YEAR = 365 * 86_400_000;

/**
 * Plans an order. A second order goes on after the waves that are planned already. ccTLDs of one Admin
 * Contact address come in one wave, so that one answer can be for all of them; a ccTLD with one contact is
 * not invited, its Admin Contact knows the list.
 */
export function planOrder(facts: OrderFacts, whom: Whom): Order {
  const known = new Map(facts.standings.map((one) => [one.cctld, one]));
  const cctlds = [...new Set(meant(facts, whom))].toSorted();
  const named = 'cctlds' in whom;
  const looked = cctlds.map((cctld) => ({
    cctld,
    why: leftOut(facts, known.get(cctld), cctld, named),
  }));
  const able = looked.flatMap(({ cctld, why }) =>
    why === undefined ? (known.get(cctld) ?? []) : [],
  );
  const waves = wavesOf(able, facts.settings.waves.size);
  const start = startOf(facts);
  return {
    planned: waves.flatMap((wave, at) =>
      placed(facts, wave, at + 1, start + at * facts.settings.waves.pauseMs),
    ),
    left: looked.flatMap(({ cctld, why }) => (why === undefined ? [] : [{ cctld, why }])),
    waves: waves.length,
  };
}

function meant({ settings: { table } }: OrderFacts, whom: Whom): readonly Cctld[] {
  if ('cctlds' in whom) return whom.cctlds;
  const all = [...table.values()];
  const some = 'region' in whom ? all.filter(({ region }) => region === whom.region) : all;
  return some.map(({ cctld }) => cctld);
}

// Whoever names a ccTLD knows what became of it: a dead address is tried again then, and what a Validator
// closed. A no is a no, of the address that said it.
function leftOut(
  { now, settings }: OrderFacts,
  standing: InviteStanding | undefined,
  cctld: Cctld,
  isNamed: boolean,
): LeftOut | undefined {
  const entry = settings.table.get(cctld);
  const today = now.toISOString().slice(0, 10);
  if (entry === undefined || !countsOn(entry, today)) return 'not-in-table';
  if (standing === undefined) return 'not-in-registry';
  const { people, open, declinedAt, closedAt, frozen, undeliverable } = standing;
  const isLately = (at: Date | undefined) =>
    at !== undefined && now.getTime() - at.getTime() < YEAR;
  if (people > 0) return 'has-contacts';
  if (open !== undefined) return 'invited-already';
  if (isLately(declinedAt)) return 'declined';
  if (frozen) return 'frozen';
  if (isNamed) return undefined;
  if (isLately(closedAt)) return 'closed';
  return undeliverable ? 'undeliverable' : undefined;
}

function wavesOf(able: readonly InviteStanding[], size: number): InviteStanding[][] {
  const waves: InviteStanding[][] = [];
  for (const together of Map.groupBy(able, ({ anchor }) => anchor).values()) {
    const last = waves.at(-1);
    if (last !== undefined && last.length + together.length <= size) last.push(...together);
    else waves.push([...together]);
  }
  return waves.map((wave) => wave.toSorted((a, b) => (a.cctld < b.cctld ? -1 : 1)));
}

function startOf({ now, standings, settings: { waves } }: OrderFacts): number {
  const planned = standings.flatMap(({ open }) =>
    open?.state === 'planned' && open.due !== undefined ? [open.due.getTime()] : [],
  );
  const last = Math.max(...planned);
  return planned.length === 0 ? now.getTime() : Math.max(now.getTime(), last + waves.pauseMs);
}

function placed(
  { settings: { table } }: OrderFacts,
  standings: readonly InviteStanding[],
  wave: number,
  start: number,
): PlannedInvitation[] {
  const sent = new Map<Address, number>();
  return standings.map((standing) => {
    const before = sent.get(standing.anchor) ?? 0;
    sent.set(standing.anchor, before + 1);
    const languages = languagesOf(table.get(standing.cctld)?.languages ?? []);
    return { standing, wave, at: new Date(start + before * APART), languages };
  });
}

/** The cases of an order. `by`: a Validator's address, or `operator`. */
export function openOrder(
  at: { readonly now: Date; readonly settings: Settings },
  { planned, waves }: Order,
  by: string,
): CaseChange[] {
  return planned.map(({ standing, wave, at: when }) => {
    const delayMs = when.getTime() - at.now.getTime();
    return openInvitation(at, { view: standing, by, wave, waves, delayMs });
  });
}
