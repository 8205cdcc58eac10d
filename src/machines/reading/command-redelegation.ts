/** REDELEGATION 4711 confirmed|rename|transition|done …: what a Validator found out (design 12). */

import type { Command } from '../words/command.ts';
import { splitUntil } from './command-until.ts';
import { dropColon, noCase, readText, splitCase, type Why } from './command-values.ts';

type Read = Omit<Extract<Command, { readonly kind: 'redelegation' }>, 'line' | 'number'> | Why;

/** What people write for each outcome, the word of the letter first. */
const OUTCOMES: Readonly<Record<string, 'confirmed' | 'rename' | 'transition' | 'done'>> = {
  confirmed: 'confirmed',
  confirm: 'confirmed',
  rename: 'rename',
  renamed: 'rename',
  transition: 'transition',
  done: 'done',
};

const NO_END =
  'Until when is missing, or cannot be read: write a day as 2027-03-01, or up to 90 days as 90d.';

const USAGE = 'REDELEGATION 4711 confirmed reason';

/** Reads what stands behind the word REDELEGATION. */
export function readRedelegation(rest: string): Read {
  const { caseId, text } = splitCase(rest);
  if (caseId === undefined) return noCase(rest);
  const [, word = '', behind = ''] = /^(\p{L}+)(?![\p{L}\p{N}_-])([\s\S]*)$/u.exec(text) ?? [];
  const outcome = Object.hasOwn(OUTCOMES, word.toLowerCase())
    ? OUTCOMES[word.toLowerCase()]
    : undefined;
  if (outcome === undefined)
    return {
      why: 'What is it? Behind the number stands one of: confirmed, rename, transition, done.',
      usage: USAGE,
    };
  const said = dropColon(behind.trim());
  if (outcome !== 'transition') return withReason(said, { caseId, outcome });
  const timed = splitUntil(said);
  if ('why' in timed) return { why: NO_END, usage: 'REDELEGATION 4711 transition 90d reason' };
  return withReason(timed.text, { caseId, outcome, until: timed.until });
}

function withReason(text: string, what: Omit<Exclude<Read, Why>, 'kind' | 'reason'>): Read {
  const reason = readText(text);
  if (reason === undefined) return { why: 'The reason is missing.' };
  return { kind: 'redelegation', ...what, reason };
}
