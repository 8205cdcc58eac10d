/** Health over HTTP: /healthz says that we run, /readyz that the database answers. */

import type { Db } from '../store/db.ts';
import { ping } from '../store/migrate.ts';
import type { Answer, Routes } from './http.ts';

export function healthRoutes(db: Db): Routes {
  return {
    '/healthz': () => ({ status: 200, body: 'running\n' }),
    '/readyz': () => isReady(db),
  };
}

async function isReady(db: Db): Promise<Answer> {
  try {
    await ping(db);
    return { status: 200, body: 'ready\n' };
  } catch {
    return { status: 503, body: 'the database does not answer\n' };
  }
}
