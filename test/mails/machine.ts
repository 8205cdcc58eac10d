/** Mails that nobody typed, as they come back to the addresses of the list, and what each of them is. */

import type { MachineMail } from './expected.ts';
import { CLASSIC_BOUNCES } from './machine/classic-bounces.ts';
import { GATEWAY_BOUNCES } from './machine/gateway-bounces.ts';
import { ODD_BOUNCES } from './machine/odd-bounces.ts';
import { OFFICE_BOUNCES } from './machine/office-bounces.ts';
import { OUT_OF_OFFICE } from './machine/out-of-office.ts';
import { RECEIPTS } from './machine/receipts.ts';
import { RESPONDERS } from './machine/responders.ts';
import { STRAYS } from './machine/strays.ts';

export const MACHINE: readonly MachineMail[] = [
  ...CLASSIC_BOUNCES,
  ...OFFICE_BOUNCES,
  ...GATEWAY_BOUNCES,
  ...ODD_BOUNCES,
  ...OUT_OF_OFFICE,
  ...RESPONDERS,
  ...RECEIPTS,
  ...STRAYS,
];
