/** What delivers posts, as the engine needs it; the built-in one reads the roster itself. */

import type { Address } from '../machines/words/address.ts';

export interface Member {
  readonly address: Address;
  readonly name: string;
}

/** A list server. All calls may be repeated: they say what is to be, not what is to be done. */
export interface ListServer {
  readonly name: string;
  /** The member is on the list when this returns. Throws Temporary or Permanent. */
  readonly ensure: (member: Member) => Promise<void>;
  /** The address is not on the list when this returns. */
  readonly drop: (address: Address) => Promise<void>;
}

/** The built-in list server: its members are the roster, so there is nothing to bring up to date. */
export const builtinListServer: ListServer = {
  name: 'builtin',
  ensure: async () => undefined,
  drop: async () => undefined,
};
