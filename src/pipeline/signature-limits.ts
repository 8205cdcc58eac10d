/** Which headers the library that checks signatures is not given, because it would take too long over them. */

import { valuesOf } from '../machines/reading/header.ts';
import type { Mail } from '../machines/words/mail.ts';

// Each signature may ask for a hash of the whole body: a hundred of them are an attack.
const MAX_SIGNATURES = 25;

/** Why nothing of the mail was checked, as a sentence; undefined when it can be. */
export function whyUnchecked(raw: Buffer, { headers }: Mail): string | undefined {
  if (valuesOf(headers, 'dkim-signature').length > MAX_SIGNATURES)
    return `The mail has more than ${MAX_SIGNATURES} DKIM signatures; none was checked.`;
  if (countLengths(raw) > MAX_LENGTHS)
    return `More than ${MAX_LENGTHS} signatures name a length (l=); none was checked.`;
  if (isTooLong(raw))
    return 'The header is longer than any mail program writes; nothing was checked.';
  return undefined;
}

// mailauth 7.1.0 is quadratic in the lines of one field (20,000 take 7 s), and in the blanks of a
// signature (60 KB take 2.5 s).
const MAX_FIELD_LINES = 2_000;
const MAX_SIGNATURE = 8_192;
const SIGNED = /^(?:dkim-signature|arc-[a-z-]{1,40})[ \t]*:/i;

function isTooLong(raw: Buffer): boolean {
  const fields = headerOf(raw).split(/\n(?![ \t\r])/);
  return fields.some(
    (field) =>
      (SIGNED.test(field) && field.length > MAX_SIGNATURE) ||
      field.split('\n').length > MAX_FIELD_LINES,
  );
}

// mailauth hashes the body once for each length that a signature names: 25 of them took 46 s on 10 MB.
const MAX_LENGTHS = 2;

function countLengths(raw: Buffer): number {
  const fields = headerOf(raw).split(/\n(?![ \t\r])/);
  return fields.filter((field) => SIGNED.test(field) && /[;:]\s{0,99}l\s{0,99}=/i.test(field))
    .length;
}

function headerOf(raw: Buffer): string {
  const ends = [raw.indexOf('\r\n\r\n'), raw.indexOf('\n\n')].filter((at) => at >= 0);
  return raw.toString('latin1', 0, Math.min(raw.length, ...ends));
}
