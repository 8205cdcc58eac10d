/** What a conversation is played with, besides what all of them have. */

import type { RegistryRecord } from '../../src/machines/words/registry.ts';

export interface Play {
  readonly title: string;
  /** One paragraph. */
  readonly teaches: string;
  readonly policy?: 'classic' | 'balanced' | 'strict';
  /** What happens to posts without a label; `warn` when nothing is said. */
  readonly tlp?: 'warn' | 'strict';
  /** Validators besides the two, and the folder of the keys that are pinned. */
  readonly validators?: readonly string[];
  readonly validatorKeys?: string;
  /** More ccTLDs than those of everybody. */
  readonly registry?: readonly RegistryRecord[];
  /** Two Validators must approve; each is told once a day what waits. */
  readonly fourEyes?: true;
  readonly digest?: true;
  /** The contact list goes out: on the first of each month, and on Mondays after a change. */
  readonly issues?: true;
  /** The Committee and the Validators get the statistics on the first of each month. */
  readonly statistics?: true;
  /** Everybody is asked once a year, on 15 January, whether the data are still right. */
  readonly yearly?: true;
  /** A Mailman as list server: TLDOPS_LIST_SERVER and TLDOPS_MAILMAN_LMTP. */
  readonly mailman?: { readonly place: string; readonly door: string };
  /** False for a play that is only the ground for something else. */
  readonly shownOnFailure?: false;
}
