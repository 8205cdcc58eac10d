/** Begins a drill: one at a time, and one a day at most. */

import type { NoDrill } from '../machines/check/no-drill.ts';
import { appendAudit } from './audit.ts';
import { Conflict } from './cases.ts';
import { addCheck, findPeriod, openChecks } from './checks.ts';
import type { Db } from './db.ts';

export interface NewDrill {
  /** An address, or `operator`. */
  readonly by: string;
  readonly text?: string;
  readonly windowMs: number;
}

export async function whyNoDrill(db: Db, at: Date): Promise<NoDrill | undefined> {
  const [open] = await openChecks(db, 'drill');
  if (open !== undefined) return { why: 'open', since: open.opened_at };
  return (await findPeriod(db, periodAt(at))) === undefined ? undefined : { why: 'today' };
}

function periodAt(at: Date): string {
  return `drill ${at.toISOString().slice(0, 10)}`;
}

/** Runs under the lock of the audit chain. Throws Conflict when another one began meanwhile. */
export async function addDrill(trx: Db, one: NewDrill, at: Date): Promise<number> {
  if ((await whyNoDrill(trx, at)) !== undefined)
    throw new Conflict('another drill began meanwhile');
  const { by, text, windowMs } = one;
  const id = await addCheck(trx, {
    kind: 'drill',
    period: periodAt(at),
    at,
    closesAt: new Date(at.getTime() + windowMs),
    by,
    ...(text === undefined ? {} : { words: text }),
  });
  const facts = { check: id, hours: windowMs / 3_600_000, ...(text === undefined ? {} : { text }) };
  await appendAudit(trx, {
    at,
    actor: by,
    reason: 'drill-opened',
    facts,
    before: {},
    after: {},
  });
  return id;
}
