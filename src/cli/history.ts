/** `tldops registry history`: every change of the registry that counted, the newest first. */

import { type Cctld, readCctld } from '../machines/words/cctld.ts';
import type { Db } from '../store/db.ts';
import { type HistoryRow, listChanges } from '../store/registry-changes.ts';
import { plain, print, readNumber, Refused, showTime, table, withStore } from './command.ts';

interface Options {
  readonly json?: boolean;
  readonly limit: string;
}

export async function registryHistory(
  name: string | undefined,
  { json, limit }: Options,
): Promise<void> {
  const cctld = name === undefined ? undefined : mustRead(name);
  const most = readNumber(limit);
  const rows = await withStore((db) => historyOf(db, most, cctld));
  print(json, rows, () =>
    table(
      rows.flatMap((row) => linesOf(row)),
      ['change', 'counted (UTC)', 'ccTLD', 'what it is', 'what changed', 'before', 'now'],
      'No change of the registry has counted yet.',
    ),
  );
}

/** The history for programs; `tldops show .xa` has it too. */
export async function historyOf(db: Db, limit: number, cctld?: Cctld) {
  const rows = await listChanges(db, { limit, ...(cctld === undefined ? {} : { cctld }) });
  return rows.map(asListed);
}

function asListed({ id, cctld, at, verdict, score, fields, caseId, ...rest }: HistoryRow) {
  const { before, base, after } = rest;
  const snapshots = { before, base, after };
  return {
    change: id,
    cctld,
    at: at.toISOString(),
    verdict,
    score,
    fields,
    case: caseId ?? null,
    snapshots,
  };
}

const WORDS = {
  redelegation: 'suspected redelegation',
  review: 'to be looked at',
  anchor: 'Admin Contact address',
  details: 'details',
} as const;

// One line for each field; what the change is stands on the first.
function linesOf(row: ReturnType<typeof asListed>): string[][] {
  const { change, cctld, at, verdict, score, fields } = row;
  const inCase = row.case === null ? '' : `, case ${row.case}`;
  const what = `${WORDS[verdict]} (${score}${inCase})`;
  return fields.map(({ field, from, to }, index) => [
    ...(index === 0 ? [String(change), showTime(at), `.${cctld}`, what] : ['', '', '', '']),
    field,
    plain(from, 40),
    plain(to, 40),
  ]);
}

function mustRead(name: string): Cctld {
  const cctld = readCctld(name);
  if (cctld === undefined) throw new Refused(`"${name}" is not a ccTLD.`);
  return cctld;
}
