/** The command that rebuilds the list from the audit trail, and compares it with the stored one. */

import { compareRosters, replayRoster } from '../machines/replay.ts';
import { rosterRows } from '../store/audit.ts';
import type { Db } from '../store/db.ts';
import { readRoster } from '../store/roster.ts';
import { print, Refused, withStore } from './command.ts';
import { asListed, rosterTable } from './look.ts';

export async function replay({ json, check }: { json?: boolean; check?: boolean }): Promise<void> {
  const { rows, replayed, stored } = await withStore(readBoth);
  const { roster, divergence } = replayed;
  const difference = check === true ? compareRosters(roster, stored) : undefined;
  const first = divergence ?? difference;
  const value = { rows, roster: roster.map(asListed), difference: first ?? null };
  print(json, value, () => `${rosterTable(roster)}\n${summary(rows, roster.length)}`);
  if (first !== undefined) throw new Refused(first.sentence);
}

// Both as of one moment: an engine may be at work.
function readBoth(db: Db) {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (trx) => {
      const rows = await rosterRows(trx);
      return { rows: rows.length, replayed: replayRoster(rows), stored: await readRoster(trx) };
    });
}

function summary(rows: number, places: number): string {
  return `Rebuilt from ${rows} rows of the audit trail that changed the list: ${places} places.\n`;
}
