/** Tables for spreadsheet programs; the only file that knows csv-stringify. */

import { stringify } from 'csv-stringify/sync';

/**
 * RFC 4180 in UTF-8. With a byte order mark: without one, Excel shows a file that is opened by a double
 * click in an old charset, and names become unreadable. Where a program would take a value for a formula
 * (also "+31…"), an apostrophe stands before it.
 */
export function csvOf(rows: readonly (readonly string[])[]): string {
  return stringify([...rows], { bom: true, escape_formulas: true, record_delimiter: 'windows' });
}

/**
 * Foreign text as one cell, without semicolon or tab: programs of half of Europe take them for what
 * separates columns, and what follows for a formula.
 */
export function cell(text: string): string {
  return text.replace(/[;\t]/g, ',');
}
