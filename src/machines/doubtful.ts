/**
 * Which mails that were taken for a machine's are shown to people all the same. What a header field or
 * the null sender says is certain; sentences and lists are not: help desks and aliases put theirs around
 * what somebody typed, and who is taken for a program is not even told.
 */

import { findSign } from './reading/machine-headers.ts';
import { isNullSender } from './reading/screen-look.ts';
import type { Understanding } from './reading/understand.ts';
import type { Mail, ScreenReason } from './words/mail.ts';

const UNSURE: ReadonlySet<ScreenReason> = new Set<ScreenReason>([
  'bounce-text',
  'daemon-sender',
  'list-header',
  'person-left',
  'precedence',
  'ticket-receipt',
  'vacation-subject',
]);

/** True when it is not certain that a machine wrote it, and it answers a request or names people. */
export function mayBeTyped(
  mail: Mail,
  { screening, body, form }: Pick<Understanding, 'screening' | 'body' | 'form'>,
): boolean {
  if (!UNSURE.has(screening.reason) || isNullSender(mail)) return false;
  const sign = findSign(mail.headers)?.reason;
  if (sign === 'auto-submitted' || sign === 'auto-header') return false;
  return body.consent !== 'none' || form.contacts.some(({ address }) => address !== undefined);
}
