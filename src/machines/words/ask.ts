/** What a mail asks to change in the contacts of a ccTLD that has some already (design 8.4, 8.5). */

import type { Address } from './address.ts';
import type { Phone, UnclearCode } from './contact.ts';

/**
 * One thing that is asked. `who` is the address of somebody on the roster of this ccTLD; `contact` is
 * the number of somebody whom the mail describes (`DraftContact.number`).
 */
export type Ask =
  | { readonly kind: 'add'; readonly contact: number }
  /** The newcomer takes the place of `who`, and is primary where `who` was, unless the mail says other. */
  | { readonly kind: 'replace'; readonly who: Address; readonly contact: number }
  /** The people whom the mail describes are the whole list from now on. */
  | { readonly kind: 'replace-all' }
  | { readonly kind: 'remove'; readonly who: Address }
  /** Other data of somebody who stays; what is left out stays as it is. */
  | {
      readonly kind: 'change';
      readonly who: Address;
      readonly firstName?: string;
      readonly lastName?: string;
      readonly address?: Address;
      readonly phones?: readonly Phone[];
    }
  /** Somebody who stays is the primary contact from now on. */
  | { readonly kind: 'primary'; readonly who: Address };

/** Something that must be asked back before anything can be planned. */
export interface Unclear {
  readonly code: UnclearCode;
  /** The words of the mail, cleaned for display, at most 100 characters. */
  readonly found?: string;
}
