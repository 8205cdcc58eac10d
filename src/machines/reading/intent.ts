/** What a mail asks for, as a hint for the Validator: it never decides anything by itself. */

import type { Warning, WarningCode } from '../words/contact.ts';
import { cleanLine } from './clean-line.ts';
import { ADDS, ASKS, CORRECTS, DECLINES, IN_CC, REMOVES, REPLACES, says } from './intent-words.ts';

export type Intent = 'subscribe' | 'replace' | 'remove' | 'change' | 'question' | 'refusal';

export interface IntentReading {
  /** What is asked; undefined when the words do not say. The first of these that is found: refusal, replace, remove, change, question, subscribe. */
  readonly intent?: Intent;
  /** One for each thing that is more than a plain subscription, with the line that says so. */
  readonly warnings: readonly Warning[];
}

const MAX_LINES = 400;

/** Reads the sender's own words, without the fields of a form. Linear; a hint, in about a dozen languages. */
export function readIntent(lines: readonly string[]): IntentReading {
  const read = sentences(lines.slice(0, MAX_LINES));
  const find = (holds: (text: string) => boolean) => read.find(holds);
  const replaces = find((text) => says(REPLACES, text));
  const found = {
    refusal: find((text) => says(DECLINES, text)),
    replace: replaces,
    remove: find((text) => says(REMOVES, text) && !says(REPLACES, text)),
    change: find((text) => says(CORRECTS, text)),
    question: find((text) => /[?？؟]\s*$/u.test(text) || says(ASKS, text)),
    subscribe: find((text) => says(ADDS, text)),
  } satisfies Record<Intent, string | undefined>;
  const intent = (Object.keys(found) as Intent[]).find((each) => found[each] !== undefined);
  const copied = find((text) => says(IN_CC, text));
  return {
    ...(intent !== undefined && { intent }),
    warnings: [
      ...warn('declines', found.refusal),
      ...warn('asks-to-replace', found.replace),
      ...warn('asks-to-remove', found.remove),
      ...warn('corrects-earlier-mail', found.change),
      ...warn('asks-a-question', found.question),
      ...warn('contacts-in-cc', copied),
    ],
  };
}

function warn(code: WarningCode, text: string | undefined): Warning[] {
  return text === undefined ? [] : [{ code, found: cleanLine(text, 100) }];
}

// Lines that a mail program wrapped belong together; a sentence ends where its sign stands.
function sentences(lines: readonly string[]): string[] {
  const out: string[] = [];
  let open = '';
  for (const line of lines) {
    const text = line.trim().slice(0, 2000);
    const joined = open === '' ? text : `${open} ${text}`;
    const parts = joined.split(/(?<=[.!?。！？؟])\s+|(?<=[。！？])/u);
    const wraps = line.length >= 55 && !/[.!?:。！？؟]$/u.test(text) && joined.length < 2000;
    open = wraps ? (parts.pop() ?? '') : '';
    out.push(...parts);
  }
  return [...out, open].filter((text) => text !== '');
}
