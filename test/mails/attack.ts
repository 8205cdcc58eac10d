/** Mails that want to be taken for something that they are not, and what may come of each. */

import type { AttackMail } from './expected.ts';
import { BOMBS } from './attack/bombs.ts';
import { CITED } from './attack/cited.ts';
import { CONFUSED } from './attack/confused.ts';
import { CONSENT } from './attack/consent.ts';
import { COPIES } from './attack/copies.ts';
import { FORGED_COMMANDS } from './attack/forged-commands.ts';
import { FROM_FIELDS } from './attack/from-fields.ts';
import { INJECTION } from './attack/injection.ts';
import { LOOK_ALIKES } from './attack/look-alikes.ts';
import { MAILBOXES } from './attack/mailboxes.ts';
import { MISREAD_COMMANDS } from './attack/misread-commands.ts';
import { PROOF } from './attack/proof.ts';
import { TOKENS } from './attack/tokens.ts';

export const ATTACK: readonly AttackMail[] = [
  ...FROM_FIELDS,
  ...MAILBOXES,
  ...LOOK_ALIKES,
  ...COPIES,
  ...PROOF,
  ...CONSENT,
  ...CITED,
  ...TOKENS,
  ...FORGED_COMMANDS,
  ...MISREAD_COMMANDS,
  ...CONFUSED,
  ...INJECTION,
  ...BOMBS,
];
