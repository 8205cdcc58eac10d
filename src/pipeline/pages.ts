/** The public and the operator page: gathered in one look at the database, served on loopback. */

import { indexPage } from '../machines/pages/index-page.ts';
import { operatorPage } from '../machines/pages/operator-page.ts';
import { publicPage } from '../machines/pages/public-page.ts';
import { PAGE_POLICY } from '../machines/pages/style.ts';
import type { Report } from '../machines/report/report.ts';
import { dayOf } from '../machines/words/day.ts';
import type { CctldTable } from '../machines/words/region.ts';
import type { Db } from '../store/db.ts';
import { lookOnly } from '../store/look-only.ts';
import type { Answer, Routes } from './http.ts';
import { gatherOperatorFacts } from './operator-facts.ts';
import { within } from './patience.ts';
import { reportIn } from './statistics.ts';

export interface PagesDeps {
  readonly db: Db;
  /** Makes the report of an instant, inside the transaction that it gets. */
  readonly report: (trx: Db, at: Date) => Promise<Report>;
  readonly now: () => Date;
  /** A record of the registry that was read longer ago, in milliseconds, is stale. */
  readonly freshMs: number;
  /** Milliseconds that one query may take; five seconds unless told. */
  readonly patience?: number;
}

const PATIENCE = 5_000;

/** The report until now, in the report's own scheme of regions. */
export function reportUntilNow(table: CctldTable): PagesDeps['report'] {
  return (trx, at) => reportIn(trx, { table, day: dayOf(at), now: at });
}

export interface Pages {
  readonly public: string;
  readonly operator: string;
}

/** Both pages as of now, of one moment: their figures agree. Waits for no lock and for no slow query. */
export async function makePages({ db, report, now, freshMs, patience }: PagesDeps): Promise<Pages> {
  const at = now();
  return lookOnly(db, patience ?? PATIENCE, async (trx) => {
    const made = await report(trx, at);
    const facts = await gatherOperatorFacts(trx, at, freshMs);
    return { public: publicPage(made), operator: operatorPage(made, facts) };
  });
}

/** However often somebody presses "reload", the database is asked once in so many milliseconds. */
const FRESH = 10_000;
/** Nor is a database waited for that answers nothing at all: in milliseconds, for a page as a whole. */
const LONGEST = 30_000;

/** The pages, and an index of them and of the other routes of the server. */
export function pageRoutes(deps: PagesDeps, others: Routes): Routes {
  const pages = onceIn(FRESH, () => within(LONGEST, makePages(deps)));
  const routes = {
    '/operator': async () => pageAnswer((await pages()).operator),
    '/public': async () => pageAnswer((await pages()).public),
  };
  const index = indexPage(new Set([...Object.keys(routes), ...Object.keys(others)]));
  return { ...others, ...routes, '/': () => pageAnswer(index) };
}

function pageAnswer(body: string): Answer {
  return {
    status: 200,
    type: 'text/html; charset=utf-8',
    body,
    headers: { 'content-security-policy': `${PAGE_POLICY}; frame-ancestors 'none'` },
  };
}

/**
 * What was made last, or is being made; made anew when it is older. Failures are kept as well. `elapsed`
 * counts milliseconds and never goes back, as the clock may when it is put right.
 */
export function onceIn<T>(
  milliseconds: number,
  make: () => Promise<T>,
  elapsed: () => number = () => performance.now(),
): () => Promise<T> {
  let made: Promise<T> | undefined;
  let until = Infinity;
  return () => {
    if (made !== undefined && elapsed() < until) return made;
    until = Infinity;
    const done = (): void => {
      until = elapsed() + milliseconds;
    };
    made = make();
    made.then(done, done);
    return made;
  };
}
