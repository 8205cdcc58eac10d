/** Takes the people of a table over into those of the form. */

import { addPerson, type Blocks } from './form-blocks.ts';
import type { TablePerson } from './table.ts';

export function addRow(blocks: Blocks, { cells, cctlds: _, ...about }: TablePerson): void {
  const fields = cells.map(({ field, value, line }) => ({
    field,
    value,
    place: { line: line.raw, where: 'table' as const },
  }));
  addPerson(blocks, fields, about);
}
