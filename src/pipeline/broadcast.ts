/** Makes the copies of a post: what design 9 changes in it, its ARC seal, who gets it. */

import type { ListNames } from '../machines/words/list-address.ts';
import type { Db } from '../store/db.ts';
import type { Job } from '../store/jobs.ts';
import type { Authenticate } from './authenticate.ts';
import type { Relay } from './relay.ts';

export interface BroadcastDeps {
  readonly db: Db;
  readonly names: ListNames;
  readonly now: () => Date;
  readonly random: (size: number) => Buffer;
  readonly authenticate: Authenticate;
  readonly hostname: string;
  readonly arcKey?: { readonly selector: string; readonly file: string };
  /** Where Mailman takes posts; absent with the built-in list server. */
  readonly listDoor?: Relay;
}

export async function composePost(_deps: BroadcastDeps, _job: Job): Promise<void> {
  throw new Error('not built yet');
}
