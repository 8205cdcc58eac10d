/** Opens a store in a process of its own, says so, and closes it when its standard input ends. */

import { writeSync } from 'node:fs';
import { openStore } from '../../src/store/db.ts';

const [dataDir = '', role = ''] = process.argv.slice(2);

try {
  const store = await openStore({
    dataDir,
    role: role === 'engine' ? 'engine' : 'command',
    log: () => {},
  });
  writeSync(1, `open ${store.where}\n`);
  process.stdin.resume().once('end', () => void store.close());
} catch (error) {
  writeSync(1, `${String(error)}\n`);
  process.exitCode = 1;
}
