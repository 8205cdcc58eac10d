/** Who is said to be the primary contact from now on, among the people of the list and the newcomers. */

import type { Mention } from './ask-mention.ts';
import type { Reading } from './ask-found.ts';
import { type AskState, unclear } from './ask-state.ts';
import { primarySaid } from './prose-primary.ts';

const MOST = 20;
// Numbers of `primarySaid` are places among the names that it gets: these stand for "the first", which we can't tell.
const NOBODY: readonly (readonly string[])[] = Array.from({ length: 9 }, () => ['Zxnobodyxz']);

/** Reads "Carol is now the primary contact", "primary: Carol", "PRIMARY 2". */
export function readPrimary(state: AskState, { text, mentions, plain }: Reading): void {
  const some = mentions.slice(0, MOST);
  if (some.length === 0 || text.length > 1000) return;
  const [only] = some;
  if (only !== undefined && some.length === 1 && IN_HAN.test(text) && !NOT_IN_HAN.test(text)) {
    note(state, only, text);
    return;
  }
  const names = some.map((_, at) => [nameOf(at)]);
  const said = primarySaid(withNames(text, some), [...NOBODY, ...names]);
  for (const { place, is } of said) {
    const mention = some[place - NOBODY.length];
    if (mention === undefined || !is) continue;
    if (plain) note(state, mention, text);
    else unclear(state, 'which-person', text);
  }
}

// Without blanks and with a Latin name: "Carol Brown 是主要联系人".
const IN_HAN = /(?:主要|首要|第一|主)联[系络]人/u;
const NOT_IN_HAN = /[不非吗？?]|替换|代替|接替/u;

function note(state: AskState, { roster, fresh, stranger }: Mention, text: string): void {
  const [who] = roster;
  const [at] = fresh;
  if (roster.length > 1 || (who !== undefined && stranger === true))
    unclear(state, 'which-person', text);
  else if (who !== undefined) state.primary.push({ who, text });
  else if (at !== undefined) state.freshPrimary.add(at);
  else unclear(state, 'not-on-the-list', text);
}

// A name of letters alone, which no language has.
function nameOf(at: number): string {
  return `Zx${String.fromCodePoint(97 + at)}${String.fromCodePoint(97 + at)}xz`;
}

function withNames(text: string, mentions: readonly Mention[]): string {
  const pieces: string[] = [];
  let from = 0;
  for (const [at, { start, end }] of mentions.entries()) {
    pieces.push(text.slice(from, start), ` ${nameOf(at)} `);
    from = end;
  }
  return [...pieces, text.slice(from)]
    .join('')
    .replace(/[<>()@]/g, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();
}
