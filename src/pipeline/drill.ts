/** Drills: begun by a Validator or the operator, one at a time; their reports (design 12). */

import { countDrill } from '../machines/check/drill-count.ts';
import type { DrillReport } from '../machines/words/check.ts';
import type { CctldTable } from '../machines/words/region.ts';
import { type AskedRow, type Check, askedIn } from '../store/checks.ts';
import type { Db } from '../store/db.ts';
import { cameBack, countNotAsked } from '../store/drills.ts';

/** What came of a drill until now. */
export async function drillReport(
  db: Db,
  check: Check,
  rows: readonly AskedRow[],
  table: CctldTable,
): Promise<DrillReport> {
  return countDrill({
    openedAt: check.opened_at,
    closesAt: check.closes_at,
    rows,
    notAsked: await countNotAsked(db, check.id),
    cameBack: await cameBack(db, check),
    table,
  });
}

/** The same, with its rows read from the store. */
export async function readDrill(db: Db, check: Check, table: CctldTable): Promise<DrillReport> {
  return drillReport(db, check, await askedIn(db, check.id), table);
}
