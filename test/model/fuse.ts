/** A database that goes away in the middle of the work: what a killed process leaves behind. */

import type { KyselyPlugin } from 'kysely';
import type { Db } from '../../src/store/db.ts';

/** How many questions may still be asked; undefined for ever. */
export interface Fuse {
  left: number | undefined;
}

/** The same database, until the fuse has burnt down; from then on nothing is written or read any more. */
export function withFuse(db: Db, fuse: Fuse): Db {
  const plugin: KyselyPlugin = {
    transformQuery: ({ node }) => {
      if (fuse.left === 0) throw new Error('Connection terminated: the process was killed');
      if (fuse.left !== undefined) fuse.left -= 1;
      return node;
    },
    transformResult: ({ result }) => Promise.resolve(result),
  };
  return db.withPlugin(plugin);
}
