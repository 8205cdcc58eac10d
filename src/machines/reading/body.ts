/** The text of a mail as lines that tell who wrote them, from its plain part or from its HTML. */

import type { Mail } from '../words/mail.ts';
import { type Consent, readConsent } from './consent.ts';
import { type Line, readSegments } from './segments.ts';

export interface Body {
  readonly lines: readonly Line[];
  /** Which part was read; `none` when the mail has no text at all. */
  readonly source: 'plain' | 'html' | 'none';
  /** What the sender says to a request (design 5). */
  readonly consent: Consent;
}

/** Reads the body. Linear; never throws. */
export function readBody({ text }: Pick<Mail, 'text' | 'html'>): Body {
  const lines = readSegments(text);
  return { lines, source: text.trim() === '' ? 'none' : 'plain', consent: readConsent(lines) };
}
