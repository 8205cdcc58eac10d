/** A telephone number as files carry it: nothing but the number. */

import { cleanLine } from '../letters/foreign.ts';
import type { Phone } from '../words/contact.ts';

/** `+31201234567 ext. 12`; as it was written when it could not be read. */
export function phoneText({ raw, e164 }: Phone): string {
  return cleanLine(e164?.replace(';ext=', ' ext. ') ?? raw, 60);
}
