/** Reads forms in tests, and writes what was read in short. */

import { readForm, type FormReading } from '../../../src/machines/reading/form.ts';
import { readSegments } from '../../../src/machines/reading/segments.ts';
import type { Cctld } from '../../../src/machines/words/cctld.ts';

/** Reads the text as a mail; `inline`: it answers our own blank form. */
export function read(text: string, inline = false, cctld?: Cctld): FormReading {
  return readForm(readSegments(text), { inline, ...(cctld !== undefined && { cctld }) });
}

/** The contacts in one line each: number, first | last, address, phones, primary. */
export function short(text: string, inline = false): string[] {
  return read(text, inline).contacts.map(
    ({ number, firstName, lastName, address, rawAddress, phones, primary }) =>
      [
        number,
        `${firstName ?? ''}|${lastName ?? ''}`,
        address ?? (rawAddress === undefined ? '' : `?${rawAddress}`),
        phones.map(({ raw }) => raw).join('; '),
        primary ?? '',
      ].join(' ; '),
  );
}

/** Two contacts in short. */
export const ANA = '1 ; Ana|Beta ; ana@nic.xa ; +44 20 7946 0001 ; true';
export const LUIS = '2 ; Luis|Gama ; luis@nic.xa ; +44 20 7946 0002 ; ';
/** The text behind one quote mark. */
export const quoted = (text: string): string =>
  text
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n');

/** Our form, filled in with those two. */
export const FILLED = `ccTLD: .xa

Contact 1 (primary)
First name: Ana
Last name: Beta
E-mail: ana@nic.xa
Phone: +44 20 7946 0001

Contact 2
First name: Luis
Last name: Gama
E-mail: luis@nic.xa
Phone: +44 20 7946 0002

Contact 3 (if you have one)
First name:
Last name:
E-mail:
Phone:
`;
