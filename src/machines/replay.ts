/** Rebuilds the roster from the audit trail, and says where the two do not agree. */

import type { RosterEntry } from './words/case.ts';
import type { Cctld } from './words/cctld.ts';

/** One row of the audit trail, as far as the list is concerned. */
export interface ReplayRow {
  readonly id: number;
  readonly cctld: string | null;
  readonly before: Readonly<Record<string, unknown>>;
  readonly after: Readonly<Record<string, unknown>>;
}

/** What does not fit, in one sentence for the operator. */
export interface Divergence {
  /** The row of the audit trail; absent where the trail agrees with itself. */
  readonly row?: number;
  readonly cctld: Cctld;
  readonly sentence: string;
}

export interface Replayed {
  readonly roster: readonly RosterEntry[];
  /** The first row that begins with another list than the rows before it made. */
  readonly divergence?: Divergence;
}

/** The rows in order, from the first on; those that moved nobody may be left out. */
export function replayRoster(rows: Iterable<ReplayRow>): Replayed {
  const lists = new Map<Cctld, readonly RosterEntry[]>();
  let divergence: Divergence | undefined;
  for (const row of rows) {
    for (const [cctld, before] of listsIn(row.before, row.cctld)) {
      divergence ??= gap(row.id, cctld, lists.get(cctld) ?? [], before);
    }
    for (const [cctld, after] of listsIn(row.after, row.cctld)) lists.set(cctld, after);
  }
  const roster = [...lists].toSorted(([a], [b]) => (a < b ? -1 : 1)).flatMap(([, list]) => list);
  return divergence === undefined ? { roster } : { roster, divergence };
}

/** The first difference between the list that the trail makes and the one that is stored. */
export function compareRosters(
  replayed: readonly RosterEntry[],
  stored: readonly RosterEntry[],
): Divergence | undefined {
  const cctlds = [...replayed, ...stored].map(({ cctld }) => cctld);
  for (const cctld of [...new Set(cctlds)].toSorted()) {
    const why = firstDifference(of(cctld, replayed), of(cctld, stored));
    if (why === undefined) continue;
    return { cctld, sentence: `The list of .${cctld} is not what the audit trail says: ${why}.` };
  }
  return undefined;
}

function of(cctld: Cctld, list: readonly RosterEntry[]): RosterEntry[] {
  return list.filter((one) => one.cctld === cctld);
}

function gap(
  row: number,
  cctld: Cctld,
  made: readonly RosterEntry[],
  begins: readonly RosterEntry[],
): Divergence | undefined {
  const why = firstDifference(made, begins);
  const sentence = `Row ${row} of the audit trail begins with another list of .${cctld} than the rows before it made: ${why}.`;
  return why === undefined ? undefined : { row, cctld, sentence };
}

// The first one is what the trail makes, the second what is found.
function firstDifference(
  made: readonly RosterEntry[],
  found: readonly RosterEntry[],
): string | undefined {
  for (const one of made) {
    const other = found.find(({ address }) => address === one.address);
    if (other === undefined) return `${one.address} is missing`;
    if (textOf(one) !== textOf(other)) return `${one.address} has other data`;
  }
  const more = found.find(({ address }) => made.every((one) => one.address !== address));
  return more && `${more.address} is on it, and nothing put them there`;
}

// jsonb keeps no order of keys, so the values are named one by one.
function textOf(one: RosterEntry): string {
  const { firstName, lastName, phones, primary, since } = one;
  const numbers = phones.map(({ raw, e164 }) => [raw, e164 ?? null]);
  return JSON.stringify([firstName, lastName, numbers, primary, since]);
}

// The first release wrote the list of the row's own ccTLD, as `roster`.
function listsIn(
  { rosters, roster }: ReplayRow['before'],
  own: string | null,
): [cctld: Cctld, list: readonly RosterEntry[]][] {
  if (Array.isArray(roster) && own !== null) return [[own as Cctld, entriesIn(roster)]];
  if (typeof rosters !== 'object' || rosters === null) return [];
  return Object.entries(rosters).map(([cctld, list]) => [cctld as Cctld, entriesIn(list)]);
}

// Somebody may have written into the trail: what is no entry is nobody, and shows as a difference.
function entriesIn(list: unknown): RosterEntry[] {
  return Array.isArray(list) ? list.filter(isEntry) : [];
}

function isEntry(one: unknown): one is RosterEntry {
  if (typeof one !== 'object' || one === null) return false;
  const entry = one as Readonly<Record<string, unknown>>;
  const texts = [entry['address'], entry['firstName'], entry['lastName'], entry['since']];
  const { phones } = entry;
  const isText = texts.every((text) => typeof text === 'string');
  return isText && Array.isArray(phones) && phones.every(isPhone);
}

function isPhone(one: unknown): boolean {
  return typeof one === 'object' && one !== null && 'raw' in one && typeof one.raw === 'string';
}
