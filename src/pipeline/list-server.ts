/** What delivers posts, as the engine needs it; the built-in one reads the roster itself. */

import type { SettingChange } from '../machines/letters/letter.ts';
import type { Address } from '../machines/words/address.ts';
import type { Db } from '../store/db.ts';
import { membersToMail } from '../store/members.ts';

export interface Member {
  readonly address: Address;
  readonly name: string;
}

/** A list server. All calls may be repeated: they say what is to be, not what is to be done. */
export interface ListServer {
  readonly name: 'builtin' | 'mailman';
  /**
   * The list is there, with the settings that TLD-OPS needs. Returns what somebody had changed, and what
   * only the operator can put right. Throws Temporary or Permanent.
   */
  readonly prepare: () => Promise<readonly SettingChange[]>;
  /** The same, but nothing is changed; Permanent when the list is not there. */
  readonly check: () => Promise<readonly SettingChange[]>;
  /** The member is on the list when this returns. Throws Temporary or Permanent. */
  readonly ensure: (member: Member) => Promise<void>;
  /** The address is not on the list when this returns. */
  readonly drop: (address: Address) => Promise<void>;
  /** Everybody to whom a post would go now. */
  readonly members: () => Promise<Address[]>;
}

/** The built-in list server: its members are the roster, so there is nothing to bring up to date. */
export function builtinListServer(db: Db): ListServer {
  return {
    name: 'builtin',
    prepare: async () => [],
    check: async () => [],
    ensure: async () => undefined,
    drop: async () => undefined,
    members: () => membersToMail(db),
  };
}
