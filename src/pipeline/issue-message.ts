/** An issue as the message that its readers get: text, table and contact cards. */

import { type Issue, ISSUE_TLP } from '../machines/issue/issue.ts';
import { listFields } from '../machines/list-fields.ts';
import { type ListNames, listAddresses } from '../machines/words/list-address.ts';
import { composeMessage } from './compose.ts';

export interface MessageParts {
  readonly names: ListNames;
  readonly messageId: string;
  readonly at: Date;
  /** How often the whole list was sent to the readers of this edition besides. */
  readonly timesSent: number;
}

/**
 * The whole message. It comes from the owner address, where people answer: a reply must not become a post,
 * also of a program that does not know Reply-To.
 */
export function issueMessage(issue: Issue, parts: MessageParts): Promise<Buffer> {
  const { names, messageId, at, timesSent } = parts;
  const { posts, owner } = listAddresses(names);
  return composeMessage({
    from: { name: names.list.toUpperCase(), address: owner },
    to: posts,
    replyTo: owner,
    messageId,
    date: at,
    subject: issue.subject,
    text: issue.textFor(timesSent),
    headers: {
      ...Object.fromEntries(
        listFields(names, ISSUE_TLP).map(([name, words]) => [name, words.join(' ')]),
      ),
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      'X-TLD-OPS-Letter': 'issue',
    },
    files: [
      // The digest in the text is that of the bytes.
      { ...issue.csv, type: 'text/csv; charset=utf-8; header=present', encoding: 'base64' },
      { ...issue.cards, type: 'text/vcard; charset=utf-8', encoding: 'quoted-printable' },
    ],
  });
}
