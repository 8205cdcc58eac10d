/** Gathers the statistics of a day (design 11). */

import { makeReport } from '../machines/report/make-report.ts';
import type { Report } from '../machines/report/report.ts';
import type { CctldTable } from '../machines/words/region.ts';
import type { Db } from '../store/db.ts';
import { invitationCounts } from '../store/invitations.ts';
import { allPlaces, casesThen, frozenOn } from '../store/statistics.ts';

/** What is counted: at the end of a day, or until now when it is today. */
export interface ReportWanted {
  readonly table: CctldTable;
  /** ISO; not after today. */
  readonly day: string;
  readonly now: Date;
  /** The scheme of regions: `report` unless told. */
  readonly scheme?: string;
}

/** One look at the database: all figures are of the same moment. */
export async function gatherReport(db: Db, wanted: ReportWanted): Promise<Report> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute((trx) => reportIn(trx, wanted));
}

/** The same inside a transaction that sees one moment. */
export async function reportIn(trx: Db, wanted: ReportWanted): Promise<Report> {
  const { table, day, now, scheme = 'report' } = wanted;
  const places = await allPlaces(trx);
  const cases = await casesThen(trx, day);
  const frozen = await frozenOn(trx, day);
  const invitations = await invitationCounts(trx, day);
  return makeReport({ table, day, now, scheme, places, cases, frozen, invitations });
}
