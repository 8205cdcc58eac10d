/** Mails that are broken, and what should become of each. */

import type { MalformedMail } from './expected.ts';
import { CONTENTS } from './malformed/contents.ts';
import { FIELDS } from './malformed/fields.ts';
import { HEADERS } from './malformed/headers.ts';
import { STRUCTURE } from './malformed/structure.ts';

export const MALFORMED: readonly MalformedMail[] = [
  ...STRUCTURE,
  ...HEADERS,
  ...CONTENTS,
  ...FIELDS,
];
