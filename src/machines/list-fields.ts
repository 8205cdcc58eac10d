/** The header fields by which mail programs know what comes from the list: posts and issues alike. */

import { type ListNames, listAddresses } from './words/list-address.ts';
import type { Tlp } from './words/tlp.ts';

/** A field and the words of its value, where it may be folded. */
type Field = readonly [name: string, parts: readonly string[]];

/** RFC 2919 and 2369. No one-click (RFC 8058): to leave is a decision. */
export function listFields(names: ListNames, tlp: Tlp): Field[] {
  const { posts, request, owner } = listAddresses(names);
  const [list, domain] = posts.split('@');
  return [
    ['List-Id', [names.list.toUpperCase(), `<${list}.${domain}>`]],
    ['List-Post', [`<mailto:${posts}>`]],
    ['List-Help', [`<mailto:${request}?subject=help>`]],
    ['List-Unsubscribe', [`<mailto:${request}?subject=leave>`]],
    ['List-Owner', [`<mailto:${owner}>`]],
    ['Precedence', ['list']],
    ['X-No-Archive', ['yes']],
    ['X-TLP', [tlp]],
  ];
}
