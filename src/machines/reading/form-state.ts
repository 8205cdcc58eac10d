/** What the walk through a form has found so far. */

import type { Cctld } from '../words/cctld.ts';
import type { CctldPlace } from './cctld-places.ts';
import type { Block, Blocks, Place } from './form-blocks.ts';
import type { LabelKind } from './labels.ts';
import type { Line } from './segments.ts';

/** Own lines without labels, one below the other. */
export interface Paragraph {
  readonly lines: Line[];
  /** `closed`: below "Best regards"; `removed`: people who are to go. */
  readonly kind: 'plain' | 'closed' | 'removed';
  /** Nothing but a blank line stands between it and the paragraph before. */
  readonly follows: boolean;
}

export interface Walk {
  readonly blocks: Blocks;
  readonly cctlds: Cctld[];
  /** The labels of ccTLDs, in order. */
  readonly places: CctldPlace[];
  readonly leftover: string[];
  readonly paragraphs: Paragraph[];
  /** Own lines that are words, not fields; without a signature. */
  readonly said: string[];
  /** People who were named above their fields, and the lines that named them. */
  readonly adopted: { readonly block: Block; readonly lines: Line[] }[];
  /** Lines that were read though no label says what they are. */
  readonly unlabelled: string[];
  /** A label whose value may stand on the next own line. */
  pending?: { readonly field: LabelKind; readonly where: Place['where'] };
  afterBlank: boolean;
  /** How many own lines from here on hold an address. */
  addressesLeft: number;
  /** A blank line or nothing stands below the line being read. */
  beforeBlank: boolean;
  /** The field of the line before, for a second phone on a line of its own. */
  last?: LabelKind;
  /** After "Best regards": what follows is a signature until a heading or a field that no signature has. */
  closed: boolean;
  /** Below "Please remove:". */
  removing: boolean;
  /** A person was begun just above: bare lines may be theirs. */
  open: boolean;
  /** The person whose bare lines were taken last. */
  bare?: Block;
  /** A line begins with CONFIRM or REJECT: names below it sign, and nobody is offered without a label. */
  answers: boolean;
  /** The last paragraph goes on. */
  running: boolean;
}
