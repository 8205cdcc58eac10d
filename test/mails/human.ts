/** What must be read in each mail of `human/`, as a careful person reads it. */

import type { HumanMail } from './expected.ts';
import { CONSENT } from './human/consent.ts';
import { FILLED } from './human/filled.ts';
import { HABITS } from './human/habits.ts';
import { HELD } from './human/held.ts';
import { SHAPES } from './human/shapes.ts';
import { SPECIAL } from './human/special.ts';
import { WRITING } from './human/writing.ts';

export const HUMAN: readonly HumanMail[] = [
  ...FILLED, ...SHAPES, ...WRITING, ...SPECIAL,
  ...HABITS, ...CONSENT, ...HELD,
];
