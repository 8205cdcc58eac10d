/** Whether the engine is ready is answered in time, also while the database answers nothing. */

import { expect, it, onTestFinished } from 'vitest';
import { healthRoutes } from '../../src/pipeline/health.ts';
import { connect } from '../../src/store/db.ts';
import { testDatabase } from '../support/database.ts';

it('says within its patience that the database does not answer, and is ready again when it does', async () => {
  const { url, close } = await testDatabase();
  const db = connect(url, 1);
  onTestFinished(async () => {
    await db.destroy();
    await close();
  });
  const routes = healthRoutes(db, 200);
  const lent = Promise.withResolvers<void>();
  const back = Promise.withResolvers<void>();
  // As long as somebody has the only connection, no query is answered.
  const busy = db.connection().execute(() => {
    lent.resolve();
    return back.promise;
  });
  await lent.promise;
  const begun = performance.now();
  expect((await routes['/readyz']?.())?.status).toBe(503);
  expect(performance.now() - begun).toBeLessThan(5_000);
  expect((await routes['/healthz']?.())?.status).toBe(200);
  back.resolve();
  await busy;
  expect((await routes['/readyz']?.())?.status).toBe(200);
});
