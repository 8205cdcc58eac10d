/** Mails that nobody typed, as they come back to the addresses of the list, and what each of them is. */

import type { MachineMail } from './expected.ts';
import { ANSWERS } from './machine/answers.ts';
import { BOUNCES } from './machine/bounces.ts';

export const MACHINE: readonly MachineMail[] = [...BOUNCES, ...ANSWERS];
