/** A person as the reader of prose finds one. */

import type { Line } from './segments.ts';

/** One person as found: texts as they were written, each with its line. */
export interface ProsePerson {
  readonly name: string;
  readonly nameLine: Line;
  readonly address: string;
  readonly addressLine: Line;
  /** Where name and address stand in the paragraph. */
  readonly start: number;
  readonly nameEnd: number;
  readonly end: number;
  readonly phones: { readonly text: string; readonly line: Line }[];
  primary?: { readonly is: boolean; readonly line: Line };
}
