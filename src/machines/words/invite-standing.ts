/** How a ccTLD stands to an invitation (design 8.6). */

import type { Address } from './address.ts';
import type { CaseState } from './case.ts';
import type { Cctld } from './cctld.ts';

/** What an order has to know of one ccTLD that the registry has told us of. */
export interface InviteStanding {
  readonly cctld: Cctld;
  readonly anchor: Address;
  readonly snapshotId: number;
  /** When the registry last gave a readable answer about it. */
  readonly checkedAt: Date;
  /** How many are on the list. */
  readonly people: number;
  readonly frozen: boolean;
  /** The Admin Contact address takes no mail. */
  readonly undeliverable: boolean;
  readonly open?: { readonly id: number; readonly state: CaseState; readonly due?: Date };
  /** When this Admin Contact last said that it does not want to join. */
  readonly declinedAt?: Date;
  /** When a Validator last closed an invitation that this Admin Contact had been sent. */
  readonly closedAt?: Date;
}
