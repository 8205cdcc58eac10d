/** The letter that each new contact keeps: what the list is, and its rules (report, table 6). */

import { contactList } from './contacts.ts';
import type { LetterInput } from './letter.ts';
import { ccTldOf, compose } from './parts.ts';
import { wrap } from './wrap.ts';

const COLOURS = [
  ['[TLP:RED]', 'only the people who get your mail'],
  ['[TLP:AMBER]', 'only people in your organisation who need it'],
  ['[TLP:GREEN]', 'people you work with, but not in public'],
  ['[TLP:CLEAR]', 'everyone'],
] as const;

/** Goes to one new contact. */
export function welcomeLetter(input: LetterInput<'welcome'>): string {
  const { about, contact } = input.data;
  const cctld = ccTldOf(about);
  return compose(
    input,
    wrap(
      `Welcome. You are now on the list as a security and stability contact for ${cctld}. The Admin Contact of ${cctld} named you, and we checked it.`,
    ),
    wrap(
      'On the list are people like you from many ccTLDs. When something goes wrong, you can find the right person there quickly, by e-mail or by phone.',
    ),
    wrap('These are your data. Please check them:'),
    contactList([contact]),
    wrap(
      `If they are right, you do not need to do anything. You can change them yourself, or leave the list. To see how, send a mail to ${input.list.request} with the word "help".`,
    ),
    rules(input),
  );
}

function rules(input: LetterInput<'welcome'>): string {
  const table = COLOURS.map(([label, who]) => `       ${label.padEnd(13)}${who}`).join('\n');
  return [
    'The rules:\n',
    rule(
      1,
      `A mail to ${postsAddress(input)} goes to all contacts on the list. Write from your address above.`,
    ),
    rule(
      2,
      'The list is not encrypted. Do not write details of an incident to the list. Use it to find the right person. Then talk by phone or in another safe way.',
    ),
    rule(
      3,
      'Start the subject with a label of the Traffic Light Protocol (TLP). It says who may know what you write. A mail without a label is RED. An answer keeps the label of the mail that it answers.',
    ),
    `\n${table}\n`,
    rule(4, 'Only people may write to the list. Do not send automatic mail to it.'),
    rule(
      5,
      'Your name, e-mail address and phone numbers go to all contacts on the list every month. You get theirs. Keep that mail: you can read it also when the Internet is down.',
    ),
  ].join('\n');
}

// Design 3: the posting address is the one of the service without "-join".
function postsAddress({ list }: LetterInput): string {
  return list.join.replace(/-join@/, '@');
}

function rule(number: number, text: string): string {
  return wrap(text, { first: `  ${number}. ` });
}
