/** The story of a case in sentences, from its audit trail: what `why` prints. */

import { isReason, REASONS } from './reasons.ts';

/** One row of the audit trail, as far as the story needs it. */
export interface StoryRow {
  readonly at: Date;
  readonly actor: string;
  readonly reason: string;
  readonly evidence: string | null;
  readonly snapshot_id: number | null;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly before: Readonly<Record<string, unknown>>;
  readonly after: Readonly<Record<string, unknown>>;
}

export interface StoryStep {
  readonly at: string;
  readonly reason: string;
  readonly sentences: readonly string[];
}

const EVIDENCE: Readonly<Record<string, string>> = {
  E0: 'E0: nothing ties the request to the Admin Contact.',
  E1: 'E1: the Admin Contact was copied, which anyone can write.',
  E2: 'E2: the mail names the Admin Contact as its author, without proof.',
  E3: 'E3: the mail provably comes from the Admin Contact.',
  E4: 'E4: the Admin Contact answered a token that was sent only there.',
  E5: 'E5: as E4, and a Validator checked it on another way.',
};

/** What happened, why, and what followed; oldest first. */
export function explain(rows: readonly StoryRow[]): StoryStep[] {
  return rows.map((row) => ({
    at: row.at.toISOString(),
    reason: row.reason,
    sentences: sentencesOf(row),
  }));
}

function sentencesOf(row: StoryRow): string[] {
  const meaning = isReason(row.reason) ? REASONS[row.reason] : row.reason;
  const because = listOf(row.facts['because']);
  const letters = listOf(row.after['letters']);
  const from = textOf(row.before['state']);
  const to = textOf(row.after['state']);
  return [
    `${meaning} (${row.reason}, by ${row.actor})`,
    ...because,
    ...more(row.facts),
    ...(row.evidence === null ? [] : [`Evidence: ${EVIDENCE[row.evidence] ?? row.evidence}`]),
    ...(row.snapshot_id === null ? [] : [`It rests on registry snapshot ${row.snapshot_id}.`]),
    ...(from === undefined && to !== undefined ? [`The case began in the state "${to}".`] : []),
    ...(from !== undefined && from !== to ? [`The case went from "${from}" to "${to}".`] : []),
    ...letters.map((letter) => `Letter: ${letter}.`),
    ...rosterMove(row),
  ];
}

const SAID_ELSEWHERE = new Set(['because', 'evidence', 'authentication', 'mail', 'digest']);

function more(facts: Readonly<Record<string, unknown>>): string[] {
  return Object.entries(facts)
    .filter(([key, value]) => !SAID_ELSEWHERE.has(key) && typeof value !== 'object' && value !== '')
    .map(([key, value]) => `${key}: ${String(value)}`);
}

function rosterMove({ before, after }: StoryRow): string[] {
  const had = entriesOf(before);
  const has = entriesOf(after);
  const others = [...has].filter(([who, data]) => had.has(who) && had.get(who) !== data);
  return [
    ...[...has.keys()].filter((who) => !had.has(who)).map((who) => `${who} is on the list now.`),
    ...[...had.keys()]
      .filter((who) => !has.has(who))
      .map((who) => `${who} is no longer on the list.`),
    ...others.map(([who]) => `${who} is on the list with other data.`),
  ];
}

// Rows of the first release hold one list as `roster`.
function entriesOf({ rosters, roster }: StoryRow['before']): Map<string, string> {
  const lists = typeof rosters === 'object' && rosters !== null ? Object.values(rosters) : [roster];
  const all = lists.flatMap((list) => (Array.isArray(list) ? list : []));
  return new Map(
    all.map((entry: { readonly address?: unknown }) => [
      String(entry.address),
      JSON.stringify({ ...entry, since: '' }),
    ]),
  );
}

function listOf(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
