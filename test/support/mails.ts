/** The mails of test/mails, as they come to a door, with the values of a running engine put in. */

import { readFileSync } from 'node:fs';
import type { Sent } from '../mails/expected.ts';

const JOIN = 'tld-ops-join@lists.example';

export type MailFolder = 'human' | 'machine' | 'attack' | 'malformed';

/** What the placeholders of a mail stand for: `{{challenge}}` is `values.challenge`. */
export type Values = Readonly<Record<string, string>>;

/** The bytes of a mail, its placeholders filled; throws for one that nobody knows. */
export function readMailFile(folder: MailFolder, file: string, values: Values = {}): Buffer {
  const raw = readFileSync(new URL(`../mails/${folder}/${file}.eml`, import.meta.url));
  return raw.includes('{{') ? Buffer.from(fill(raw.toString('latin1'), values), 'latin1') : raw;
}

/** Where the mail is sent to. */
export function recipientOf({ to = JOIN }: Sent, values: Values = {}): string {
  return fill(to, values);
}

function fill(text: string, values: Values): string {
  return text.replace(/\{\{([a-z-]{1,30})\}\}/g, (whole, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`nobody knows the placeholder ${whole}`);
    // Placeholders stand in text of any charset; letters of ours are UTF-8.
    return Buffer.from(value, 'utf8').toString('latin1').replaceAll(/\r?\n/g, '\r\n');
  });
}
