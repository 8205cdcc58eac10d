/** The contact list for spreadsheet programs. */

import { cell, csvOf } from '../csv.ts';
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

/** One row for each person and ccTLD. */
export function contactsCsv(entries: readonly RosterEntry[]): Buffer {
  return Buffer.from(csvOf([COLUMNS, ...inOrder(entries).map(rowOf)]));
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
