/**
 * Reads tables of people: a row of labels with a person in each row below it, or labels in the first
 * column with a person in each other column. Cells are separated by "|" (so HTML tables arrive), tabs,
 * semicolons, or commas.
 */

import type { Cctld } from '../words/cctld.ts';
import { readLabel } from './form-line.ts';
import { readCctldValue } from './form-values.ts';
import { type NameOrder, readHeading, readYesNo } from './label-words.ts';
import type { LabelKind } from './labels.ts';
import { fullName } from './person-name.ts';
import type { Line } from './segments.ts';

/** One cell that says something about a person. */
export interface Cell {
  readonly field: Exclude<LabelKind, 'cctld' | 'other' | 'place' | 'postal' | 'role'> | 'primary';
  readonly value: string;
  readonly line: Line;
}

export interface TablePerson {
  readonly cells: readonly Cell[];
  readonly number?: number;
  readonly primary?: boolean;
  readonly order?: NameOrder;
  /** What its cell in a column of ccTLDs names; absent when there is no such cell, or nothing in it. */
  readonly cctlds?: readonly Cctld[];
}

export interface Tables {
  /** The people, at the number of the line where each is complete. */
  readonly people: ReadonlyMap<number, readonly TablePerson[]>;
  readonly cctlds: readonly Cctld[];
  /** In how many values they were named. */
  readonly cctldPlaces: number;
  /** Numbers of the lines that are part of a table: read, or left out on purpose. */
  readonly lines: ReadonlySet<number>;
  /** Rows that do not fit their table. */
  readonly unclear: readonly string[];
}

type Column = Cell['field'] | 'cctld' | 'role' | 'other' | 'unknown';

interface Table {
  readonly people: Map<number, TablePerson[]>;
  readonly cctlds: Cctld[];
  cctldPlaces: number;
  readonly lines: Set<number>;
  readonly unclear: string[];
}

const MOST_CELLS = 12;
const MOST_ROWS = 20;
// Lines that could begin a table; a longer mail is no request.
const MOST_TRIED = 5000;

/** Finds the tables in the sender's own lines. Linear; never throws. */
export function readTables(lines: readonly Line[]): Tables {
  const table: Table = {
    people: new Map(),
    cctlds: [],
    cctldPlaces: 0,
    lines: new Set(),
    unclear: [],
  };
  let tried = 0;
  for (let at = 0; at < lines.length && tried < MOST_TRIED; at += 1) {
    if (!isOwn(lines, at) || !/[|\t;,]/.test(textOf(lines[at] as Line))) continue;
    tried += 1;
    const end = readColumns(table, lines, at) || readRows(table, lines, at);
    at = Math.max(at, end - 1);
  }
  return table;
}

// A row whose first cell is empty begins with "|", which elsewhere is a quote mark.
function isOwn(lines: readonly Line[], at: number): boolean {
  const line = lines[at] as Line;
  if (line.part === 'own') return line.text.length <= 1000;
  if (line.part !== 'quoted' || !/^\s{0,3}\|[^|>]{0,200}\|/.test(line.raw.slice(0, 220)))
    return false;
  // Markdown: a frame on both sides and a cell more than one.
  if (
    line.raw.length <= 1000 &&
    /^\s{0,3}\|[^|]{1,200}\|[^|]{1,200}\|/.test(line.raw) &&
    line.raw.trimEnd().endsWith('|')
  )
    return true;
  return [lines[at - 1], lines[at + 1]].some(
    (near) => near?.part === 'own' && near.text.includes('|'),
  );
}

function textOf(line: Line): string {
  return line.part === 'own' ? line.text : line.raw;
}

/** The cells of a line at that sign, without the frame that Markdown draws at both ends. */
function cellsOf(line: Line, sign: string): string[] {
  const text = textOf(line).trim();
  const cells = (sign === '\t' ? textOf(line) : text).split(sign).slice(0, MOST_CELLS + 1);
  const framed = sign === '|' && text.startsWith('|') && text.endsWith('|') && cells.length > 3;
  return (framed ? cells.slice(1, -1) : cells).map((cell) =>
    // An asterisk alone is a tick.
    /^\s*\*\s*$/.test(cell) ? '*' : cell.replace(/^[\s*]+|[\s*]+$/gu, ''),
  );
}

const RULE = /^[\s|:+=_-]{1,200}$/;

/** A header with labels and the rows below it; returns the place behind them, or 0. */
function readRows(table: Table, lines: readonly Line[], at: number): number {
  const line = lines[at] as Line;
  const sign = ['|', '\t', ';', ','].find((each) => textOf(line).includes(each));
  if (sign === undefined) return 0;
  const head = cellsOf(line, sign);
  const columns = headerOf(head, sign);
  if (columns === undefined) return 0;
  const order = head.map(orderIn).find((each) => each !== undefined);
  const rows = rowsBelow(lines, at, sign);
  const first = rows[0];
  if (first === undefined) return 0;
  table.lines.add(line.number);
  let last: Line | undefined;
  for (const row of rows) {
    table.lines.add(row.number);
    if (RULE.test(textOf(row))) continue;
    const cells = cellsOf(row, sign);
    const person = fits(columns, cells) ? rowOf(table, columns, cells, row) : undefined;
    if (person !== undefined && !isRest(person)) {
      table.people.set(row.number, [order === undefined ? person : { ...person, order }]);
      last = row;
      continue;
    }
    if (cells.every((cell) => cell === '')) continue;
    table.unclear.push(textOf(row));
    // The rest of a row that was split: the row above is not whole then.
    if (last !== undefined && (person === undefined || holdsName(person))) {
      table.people.delete(last.number);
      table.unclear.push(textOf(last));
    }
  }
  return at + 1 + (rows.at(-1)?.number ?? line.number) - line.number;
}

function rowsBelow(lines: readonly Line[], at: number, sign: string): Line[] {
  const rows: Line[] = [];
  const size = cellsOf(lines[at] as Line, sign).length;
  for (let next = at + 1; next < lines.length && rows.length < MOST_ROWS; next += 1) {
    const line = lines[next] as Line;
    // HTML puts blank lines between rows as often as not.
    if (textOf(line).trim() === '' && lines[next - 1]?.text.trim() !== '') continue;
    if (!isOwn(lines, next)) break;
    if (!textOf(line).includes(sign)) break;
    // Below a blank line, or between commas, other text may go on: only a whole row is one.
    const loose = sign === ',' || sign === ';' || textOf(lines[next - 1] as Line).trim() === '';
    if (loose && cellsOf(line, sign).length !== size && !line.text.includes('@')) break;
    rows.push(line);
  }
  return rows;
}

/** What each column holds, when the cells are labels; commas need every one to be. */
function headerOf(cells: readonly string[], sign: string): Column[] | undefined {
  if (cells.length < 2 || cells.length > MOST_CELLS) return undefined;
  if (cells.some((cell) => cell.length > 60 || /@|\p{Nd}{3}/u.test(cell))) return undefined;
  const columns = cells.map(columnOf);
  const known = columns.filter(
    (column) => column !== undefined && column !== 'other' && column !== 'unknown',
  );
  const people = ['name', 'firstName', 'lastName', 'address'];
  const enough = known.length >= 2 && known.some((column) => people.includes(column ?? ''));
  const unknown = columns.filter((column) => column === undefined).length;
  if (!enough || unknown > (sign === ',' ? 0 : known.length)) return undefined;
  const single = ['name', 'firstName', 'lastName', 'address'] as const;
  const twice = single.some((kind) => columns.filter((column) => column === kind).length > 1);
  return twice ? undefined : columns.map((column) => column ?? 'unknown');
}

function columnOf(cell: string): Column | undefined {
  if (/^[-–—]?$/u.test(cell)) return 'unknown';
  if (/^(?:#|№|n[or°º]?\.?|nr\.?)$/iu.test(cell)) return 'other';
  const heading = readHeading(cell.replace(/[/?]/g, ' '));
  if (heading?.primary !== undefined && heading.number === undefined) return 'primary';
  const label = readLabel(cell.replace(/[:：]$/u, ''));
  if (label === undefined)
    return heading?.contact === true && heading.number === undefined ? 'name' : undefined;
  if (label.field === 'place') return 'phone';
  return label.field === 'postal' ? 'other' : label.field;
}

function orderIn(label: string): NameOrder | undefined {
  return readLabel(label.replace(/[:：]$/u, ''))?.order;
}

function fits(columns: readonly Column[], cells: readonly string[]): boolean {
  if (cells.slice(columns.length).some((cell) => cell !== '')) return false;
  return columns.every((column, at) => fitsColumn(column, cells[at] ?? ''));
}

function fitsColumn(column: Column, cell: string): boolean {
  if (cell === '') return true;
  const at = cell.split('@').length - 1;
  if (column === 'address') return at >= 1;
  if (column === 'phone')
    return at === 0 && !(/\p{L}{3,}\s\p{L}{3,}/u.test(cell) && fullName(cell, false) !== undefined);
  if (column === 'name' || column === 'firstName' || column === 'lastName')
    return at === 0 && /\p{L}/u.test(cell) && !/\p{Nd}{3}/u.test(cell);
  return column === 'other' || column === 'unknown' || at === 0;
}

function nameCctlds(table: Table, value: string): Cctld[] {
  const found = readCctldValue(value);
  if (found.length > 0) table.cctldPlaces += 1;
  table.cctlds.push(...found);
  return found;
}

function rowOf(
  table: Table,
  columns: readonly Column[],
  cells: readonly string[],
  line: Line,
): TablePerson {
  const out: Cell[] = [];
  let primary: boolean | undefined;
  let cctlds: readonly Cctld[] | undefined;
  columns.forEach((column, at) => {
    const value = cells[at] ?? '';
    if (value === '' || column === 'other') return;
    // "Primary" and "Secondary" in a column whose header is empty or a word that we do not know.
    if (column === 'unknown') primary ??= readHeading(value)?.primary;
    else if (column === 'cctld') cctlds = nameCctlds(table, value);
    else if (column === 'primary' || column === 'role')
      primary ??= readYesNo(value) ?? readHeading(value)?.primary;
    else out.push({ field: column, value, line });
  });
  if (primary !== undefined) out.push({ field: 'primary', value: '', line });
  return {
    cells: out,
    ...(primary !== undefined && { primary }),
    ...(cctlds !== undefined && { cctlds }),
  };
}

// A row with a phone alone, or one word of a name, goes on from the row above.
function isRest({ cells }: TablePerson): boolean {
  if (cells.some(({ field }) => field === 'address')) return false;
  const names = cells.filter(({ field }) => field !== 'phone' && field !== 'primary');
  const whole = names.length > 1 || names.some(({ value }) => fullName(value, false) !== undefined);
  return !whole;
}

function holdsName({ cells }: TablePerson): boolean {
  return cells.some(({ field }) => field !== 'phone' && field !== 'primary');
}

/** Labels in the first column, a person in each of two or more others; returns the place behind, or 0. */
function readColumns(table: Table, lines: readonly Line[], at: number): number {
  const line = lines[at] as Line;
  const sign = ['|', '\t', ';'].find((each) => textOf(line).includes(each));
  if (sign === undefined) return 0;
  const head = cellsOf(line, sign);
  const headings = head.slice(1).map((cell) => (cell === '' ? undefined : readHeading(cell)));
  const headed = headings.length >= 2 && !headings.includes(undefined);
  const size = head.length;
  if (size < 3 || size > 6 || (!headed && !isLabelled(head))) return 0;
  const below = rowsBelow(lines, at, sign).filter((row) => !RULE.test(textOf(row)));
  const rows = (headed ? below : [line, ...below]).filter((row) => isLabelled(cellsOf(row, sign)));
  if (rows.length < 2 || !rows.some((row) => /@/.test(textOf(row)))) return 0;
  const even = rows.every((row) => cellsOf(row, sign).length === size);
  table.lines.add(line.number);
  for (const row of rows) table.lines.add(row.number);
  const end = rows.at(-1)?.number ?? line.number;
  if (even) table.people.set(end, columnsOf(table, rows, sign, size, headings));
  else table.unclear.push(...rows.slice(0, 3).map(textOf));
  return at + 1 + end - line.number;
}

function isLabelled(cells: readonly string[]): boolean {
  const [first = '', ...rest] = cells;
  const column = columnOf(first);
  return (
    first !== '' &&
    column !== undefined &&
    rest.every((cell) => columnOf(cell) === undefined || cell === '')
  );
}

const NO_FIELDS: ReadonlySet<Column> = new Set(['other', 'unknown', 'cctld']);

function isField(column: Column): column is Exclude<Cell['field'], 'primary'> {
  return column !== 'primary' && column !== 'role' && !NO_FIELDS.has(column);
}

function columnsOf(
  table: Table,
  rows: readonly Line[],
  sign: string,
  size: number,
  headings: readonly ReturnType<typeof readHeading>[],
): TablePerson[] {
  return Array.from({ length: size - 1 }, (_, place) => {
    const heading = headings[place];
    let primary = heading?.primary;
    let order: NameOrder | undefined;
    let cctlds: readonly Cctld[] | undefined;
    const cells = rows.flatMap((line): Cell[] => {
      const [label = '', ...values] = cellsOf(line, sign);
      const value = values[place] ?? '';
      const field = columnOf(label);
      order ??= orderIn(label);
      if (field === 'cctld' && value !== '') cctlds = nameCctlds(table, value);
      if (value === '' || field === undefined || NO_FIELDS.has(field)) return [];
      if (isField(field)) return fitsColumn(field, value) ? [{ field, value, line }] : [];
      primary = readYesNo(value) ?? readHeading(value)?.primary ?? primary;
      return [];
    });
    return {
      cells,
      ...(heading?.number !== undefined && { number: heading.number }),
      ...(primary !== undefined && { primary }),
      ...(order !== undefined && { order }),
      ...(cctlds !== undefined && { cctlds }),
    };
  }).filter(({ cells }) => cells.length > 0);
}
