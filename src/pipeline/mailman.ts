/** Mailman 3 as list server, over its REST service (design 9). */

import type { ListNames } from '../machines/words/list-address.ts';
import type { ListServer } from './list-server.ts';
import type { ListServerPlace } from './list-server-place.ts';

type Place = ListServerPlace & { readonly kind: 'mailman' };

export function mailmanListServer(_place: Place, _names: ListNames): ListServer {
  throw new Error('not built yet');
}
