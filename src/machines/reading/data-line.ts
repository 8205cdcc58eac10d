/** Lines that stay the sender's own wherever they stand: fields of a form, and commands. */

import { readFormLine } from './form-line.ts';

/** True for a heading of a contact, and for a label that no signature has: `First name:`, `Contact 2`. */
export function isFormLine(text: string): boolean {
  const first = text.length > 300 ? undefined : readFormLine(text)?.[0];
  if (first === undefined) return false;
  if (first.kind === 'heading') return true;
  const numbered = first.contact !== undefined || first.before !== undefined;
  return numbered || ['cctld', 'firstName', 'lastName', 'name'].includes(first.field);
}

const COMMAND = /^[^\p{L}]{0,4}(?:confirm|reject|approve|freeze|unfreeze)(?!\p{L})/iu;

/** True for a line that begins with the word of a command or of consent. */
export function isCommandLine(text: string): boolean {
  return COMMAND.test(text.slice(0, 40));
}
