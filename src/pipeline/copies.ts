/** Hands copies over, a batch in one transaction, so that a crash leaves no second copy unnamed. */

import type { Settings } from '../machines/facts.ts';
import type { ListNames } from '../machines/words/list-address.ts';
import type { Db } from '../store/db.ts';
import type { Job } from '../store/jobs.ts';
import type { DoorLog } from './accept.ts';
import type { Relay } from './relay.ts';

export interface CopiesDeps {
  readonly db: Db;
  readonly names: ListNames;
  readonly settings: Settings;
  readonly now: () => Date;
  readonly random: (size: number) => Buffer;
  readonly log: DoorLog;
  readonly relay: Relay;
  readonly hostname: string;
  readonly listDoor?: Relay;
}

export async function handOverCopies(_deps: CopiesDeps, _job: Job): Promise<void> {
  throw new Error('not built yet');
}
