/** Reads the people in a run of lines: the whole mail, or what stands below the heading of one ccTLD. */

import type { Address } from '../words/address.ts';
import type { DraftContact, Warning } from '../words/contact.ts';
import { finish } from './form-blocks.ts';
import { readPeople } from './form-prose.ts';
import type { Walk } from './form-state.ts';
import { walk, type Where } from './form-walk.ts';
import type { Line } from './segments.ts';
import { readTables, type Tables } from './table.ts';

export interface PartOptions {
  /** Which lines count, and as what. */
  readonly placeOf: (line: Line) => Where;
  /** Whether the mail is Japanese, where a family name comes first. */
  readonly japanese: boolean;
  readonly aside?: (address: Address) => boolean;
  /** Where phones in national form are; the first ccTLD that is named when left out. */
  readonly country?: string;
}

export interface FormPart {
  readonly own: Walk;
  readonly tables: Tables;
  readonly contacts: DraftContact[];
  /** What was read without labels, and what was not read. */
  readonly warnings: readonly Warning[];
}

export function readPart(lines: readonly Line[], options: PartOptions): FormPart {
  const tables = readTables(lines);
  const own = walk(lines, options.placeOf, tables);
  own.cctlds.push(...tables.cctlds);
  const warnings = readPeople(own, options.aside);
  const country = options.country ?? own.cctlds[0];
  const contacts = finish(own.blocks, {
    ...(country !== undefined && { country }),
    japanese: country === 'jp' || options.japanese,
  });
  return { own, tables, contacts, warnings };
}
