/** A database that goes away in the middle of the work, as for a killed process, or that is slow to answer. */

import type { KyselyPlugin } from 'kysely';
import type { Db } from '../../src/store/db.ts';

/** What may befall one engine. */
export interface Fuse {
  /** How many questions may still be asked; undefined for ever. */
  left: number | undefined;
  stall: Stall | undefined;
}

/** After so many answers the next one is held back. */
interface Stall {
  left: number;
  /** Called when it is held back; waits for what it returns. */
  readonly held: () => Promise<void>;
}

/** The same database, until the fuse has burnt down; from then on nothing is written or read any more. */
export function withFuse(db: Db, fuse: Fuse): Db {
  const plugin: KyselyPlugin = {
    transformQuery: ({ node }) => {
      if (fuse.left === 0) throw new Error('Connection terminated: the process was killed');
      if (fuse.left !== undefined) fuse.left -= 1;
      return node;
    },
    transformResult: async ({ result }) => {
      const { stall } = fuse;
      if (stall === undefined) return result;
      stall.left -= 1;
      if (stall.left >= 0) return result;
      fuse.stall = undefined;
      await stall.held();
      return result;
    },
  };
  return db.withPlugin(plugin);
}
