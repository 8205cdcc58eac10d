/** The contact list for spreadsheet programs; the only file that knows csv-stringify. */

import { stringify } from 'csv-stringify/sync';
import { inOrder } from '../letters/contact-table.ts';
import { cleanLine } from '../letters/foreign.ts';
import type { RosterEntry } from '../words/case.ts';
import { uLabelOf } from '../words/cctld.ts';
import { phoneText } from './phone-text.ts';

const COLUMNS = [
  'ccTLD',
  'U-label',
  'first name',
  'last name',
  'phones',
  'e-mail',
  'primary',
  'since',
];

/**
 * RFC 4180 in UTF-8, one row for each person and ccTLD. With a byte order mark: without one, Excel shows
 * a file that is opened by a double click in an old charset, and names become unreadable. Where a program
 * would take a value for a formula (also "+31…"), an apostrophe stands before it. Nowhere is a semicolon or
 * a tab: programs of half of Europe take them for what separates columns, and what follows for a formula.
 */
export function contactsCsv(entries: readonly RosterEntry[]): Buffer {
  const rows = inOrder(entries).map(rowOf);
  const text = stringify([COLUMNS, ...rows], {
    bom: true,
    escape_formulas: true,
    record_delimiter: 'windows',
  });
  return Buffer.from(text);
}

function rowOf({ cctld, firstName, lastName, phones, address, primary, since }: RosterEntry) {
  return [
    cctld,
    uLabelOf(cctld),
    cell(cleanLine(firstName, 120)),
    cell(cleanLine(lastName, 120)),
    phones.map((one) => cell(phoneText(one))).join(' / '),
    cell(address),
    primary ? 'yes' : 'no',
    new Date(since).toISOString().slice(0, 10),
  ];
}

function cell(text: string): string {
  return text.replace(/[;\t]/g, ',');
}
