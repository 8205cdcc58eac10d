/** What the registry may show of .xa: as it was, taken over, and with another name. */

import type { RegistryRecord } from '../../src/machines/words/registry.ts';
import { ADMIN, NEW_ADMIN, record } from './people.ts';

/** .xa at the beginning. */
export const OLD = record('xa', 'Xanadu Network Information Centre', ADMIN.address);
/** The ministry has taken it over: manager, Admin Contact and name servers. */
export const TAKEN: RegistryRecord = {
  ...record('xa', 'Ministry of Communications', NEW_ADMIN.address),
  nameServers: ['a.gov.example', 'b.gov.example'],
};
/** The manager has a new name only. */
export const RENAMED: RegistryRecord = { ...OLD, organisation: 'Pleasure Dome Domains' };
