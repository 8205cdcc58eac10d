/** The TLP label in a subject. */

import type { Tlp } from '../words/tlp.ts';

/** The subject with its label in front; as it is when the label stands in it. */
export function stampSubject(decoded: string, tlp: Tlp): string {
  return decoded.includes(`[TLP:${tlp}]`) ? decoded : `[TLP:${tlp}] ${decoded}`.trim();
}
