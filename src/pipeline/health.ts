/** Health over HTTP: /healthz says that we run, /readyz that the database answers. */

import type { Db } from '../store/db.ts';
import { ping } from '../store/migrate.ts';
import type { Answer, Routes } from './http.ts';
import { within } from './patience.ts';

/** Who asks whether we are ready seldom waits longer, in milliseconds. */
const PATIENCE = 3_000;

export function healthRoutes(db: Db, patience = PATIENCE): Routes {
  return {
    '/healthz': () => ({ status: 200, body: 'running\n' }),
    '/readyz': () => isReady(db, patience),
  };
}

async function isReady(db: Db, patience: number): Promise<Answer> {
  try {
    await within(patience, ping(db));
    return { status: 200, body: 'ready\n' };
  } catch {
    return { status: 503, body: 'the database does not answer\n' };
  }
}
