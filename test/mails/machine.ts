/** Mails that nobody typed, as they come back to the addresses of the list, and what each of them is. */

import type { MachineMail } from './expected.ts';
import { BARE_ANSWERS } from './machine/bare-answers.ts';
import { CLASSIC_BOUNCES } from './machine/classic-bounces.ts';
import { GATEWAY_BOUNCES } from './machine/gateway-bounces.ts';
import { HELD } from './machine/held.ts';
import { MORE_BOUNCES } from './machine/more-bounces.ts';
import { MORE_STRAYS } from './machine/more-strays.ts';
import { ODD_BOUNCES } from './machine/odd-bounces.ts';
import { OFFICE_BOUNCES } from './machine/office-bounces.ts';
import { OUT_OF_OFFICE } from './machine/out-of-office.ts';
import { REASONS } from './machine/reasons.ts';
import { RECEIPTS } from './machine/receipts.ts';
import { RESPONDERS } from './machine/responders.ts';
import { STRAYS } from './machine/strays.ts';

export const MACHINE: readonly MachineMail[] = [
  ...CLASSIC_BOUNCES,
  ...OFFICE_BOUNCES,
  ...GATEWAY_BOUNCES,
  ...ODD_BOUNCES,
  ...REASONS,
  ...MORE_BOUNCES,
  ...OUT_OF_OFFICE,
  ...RESPONDERS,
  ...BARE_ANSWERS,
  ...RECEIPTS,
  ...MORE_STRAYS,
  ...STRAYS,
  ...HELD,
];
