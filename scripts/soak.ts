/** Plays random sequences for so many seconds (60 unless told): `npm run soak -- 600 [SEED]`. */

import { spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';

const [seconds = '60', seed = String(randomInt(2 ** 31))] = process.argv.slice(2);
if (!/^[1-9]\d{0,5}$/.test(seconds) || !/^\d{1,10}$/.test(seed)) {
  process.stderr.write('npm run soak -- SECONDS [SEED]\n');
  process.exit(64);
}
process.stdout.write(`Seed ${seed}, ${seconds} seconds.\n`);
const vitest = new URL('../node_modules/vitest/vitest.mjs', import.meta.url).pathname;
const child = spawn(process.execPath, [vitest, 'run', 'test/model/model.test.ts'], {
  stdio: 'inherit',
  env: { ...process.env, SOAK_SECONDS: seconds, FC_SEED: seed },
});
process.on('SIGTERM', () => child.kill());
const [code] = (await once(child, 'exit')) as [number | null];
process.exitCode = code === 0 ? 0 : 1;
