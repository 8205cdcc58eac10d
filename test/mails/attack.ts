/** Mails that want to be taken for something that they are not, and what may come of each. */

import type { AttackMail } from './expected.ts';
import { FROM_FIELDS } from './attack/from-fields.ts';
import { LOOK_ALIKES } from './attack/look-alikes.ts';
import { MAILBOXES } from './attack/mailboxes.ts';

export const ATTACK: readonly AttackMail[] = [...FROM_FIELDS, ...MAILBOXES, ...LOOK_ALIKES];
