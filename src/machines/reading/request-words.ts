/** The words of an SSC's commands, one row each: its forms, what it means, and who reads the rest. */

import type { Cctld } from '../words/cctld.ts';
import type { RequestCommand } from '../words/command.ts';
import { readShownCctld, readText, splitCctld, type Why } from './command-values.ts';
import { CHANGE_USAGES, readChange } from './request-change.ts';

type Bare<C> = C extends unknown ? Omit<C, 'line' | 'number'> : never;
/** A command without its line, why it is none, or undefined: the words are a sentence of a person. */
export type RequestRead = Bare<RequestCommand> | Why | undefined;

/** One form of a command, and one sentence that says what it does. */
interface Help {
  readonly usage: string;
  readonly means: string;
}

interface Word {
  /** The first is shown when nothing fits better. */
  readonly forms: readonly [Help, ...Help[]];
  /** Gets what follows, without a full stop or thanks at its end. */
  readonly read: (rest: string) => RequestRead;
}

const LEAVE: Word['forms'] = [
  form('leave', 'You want to leave the list.'),
  form('leave .xa', 'You want to be a contact of .xa no longer, but of your other ccTLDs.'),
  form('leave all', 'You want to be a contact of none of your ccTLDs any more.'),
];

/** Every command that is known, and other words for it; the next one is one more row. */
export const REQUEST_WORDS: Readonly<Record<string, Word>> = {
  show: {
    forms: [form('show', 'You get all that is stored about you.')],
    read: readShow,
  },
  who: {
    forms: [
      form('who', 'You get the contacts of all ccTLDs.'),
      form('who .xa', 'You get the contacts of .xa.'),
      form('who Lind', 'You get the contacts with this in their name or address.'),
    ],
    read: readWho,
  },
  change: {
    forms: [
      form(CHANGE_USAGES.phone, 'Your phone numbers are these, and no others.'),
      form(CHANGE_USAGES.name, 'Your name is this.'),
      form(CHANGE_USAGES.labelled, 'The same, when the two cannot be told apart.'),
      form(CHANGE_USAGES.address, 'Your e-mail address is this.'),
    ],
    read: readChange,
  },
  leave: { forms: LEAVE, read: readLeave },
  freeze: {
    forms: [
      form('freeze .xa reason', 'Nothing shall be changed for .xa: something is wrong there.'),
    ],
    read: readFreeze,
  },
  help: {
    forms: [form('help', 'You get this list.')],
    read: (rest) => (/^(?:me)?\??$/i.test(rest) ? { kind: 'help' } : undefined),
  },
};

/** Other words that people and mail programs use. */
export const SYNONYMS: Readonly<Record<string, Word>> = {
  unsubscribe: { forms: LEAVE, read: (rest) => readLeave(behindMe(rest) ?? rest) },
  remove: {
    forms: LEAVE,
    read: (rest) => {
      const behind = behindMe(rest);
      return behind === undefined ? undefined : readLeave(behind);
    },
  },
};

/** Every form of every command with its meaning, to be shown to an SSC. */
export const REQUEST_HELP: readonly Help[] = Object.values(REQUEST_WORDS).flatMap(
  ({ forms }) => forms,
);

function behindMe(rest: string): string | undefined {
  return /^me(?=\s|$)/i.test(rest) ? rest.slice(2).trim() : undefined;
}

function form(usage: string, means: string): Help {
  return { usage, means };
}

// With its dot: "leave it" and "who me" are English.
function dotted(text: string): Cctld | undefined {
  return text.startsWith('.') ? readShownCctld(text) : undefined;
}

const MINE =
  /^(?:me|my (?:own )?(?:data|details|entry|record|contact(?: data| details)?)|me my (?:data|details|entry|record))?\??$/i;

function readShow(rest: string): RequestRead {
  if (MINE.test(rest)) return { kind: 'show' };
  return dotted(rest) === undefined
    ? undefined
    : { why: '"show" shows what is stored about you; "who" shows a ccTLD.', usage: 'who .xa' };
}

const MAX_NAME = 100;
// "Who is responsible for .xb?" is for a person to answer; "Will Smith" and "May Tan" are names.
const ASKS =
  /^(?:is|are|was|were|will|can|could|should|shall|do|does|did|has|have|would|may|must|knows?|else|in|at|on|of|from|to)(?=\s|$)/i;

function readWho(written: string): RequestRead {
  const rest = written.replace(/\s{0,9}\?$/, '').replace(/^["'“”„«‘`]/u, '');
  if (rest === '') return { kind: 'who' };
  const cctld = dotted(rest);
  if (cctld !== undefined) return { kind: 'who', cctld };
  const words = rest.split(/\s+/).length;
  if (ASKS.test(rest) && (words > 2 || words === 1 || rest !== written)) return undefined;
  if (/(?:^|\s)\.\p{L}/u.test(rest))
    return { why: 'One ccTLD on a line, and nothing else.', usage: 'who .xa' };
  return rest.length > MAX_NAME
    ? {
        why: `The name is longer than ${MAX_NAME} characters: a part of it will do.`,
        usage: 'who Lind',
      }
    : { kind: 'who', name: rest };
}

const LIST = /^(?:from\s+)?(?:the\s+|this\s+)?(?:tld-?ops\s*)?(?:mailing\s*)?(?:list)?$/i;
const ALL = /^(?:for\s+|from\s+)?all(?:\s+(?:my\s+)?(?:cctlds|tlds))?$/i;

function readLeave(rest: string): RequestRead {
  if (LIST.test(rest)) return { kind: 'leave' };
  if (ALL.test(rest)) return { kind: 'leave', all: true };
  const about = rest.replace(/^(?:for|from)\s+/i, '');
  const cctld = dotted(about);
  if (cctld !== undefined) return { kind: 'leave', cctld };
  if (about.startsWith('.'))
    return { why: 'One ccTLD on a line, and nothing behind it.', usage: 'leave .xa' };
  return /^[a-z]{2}$/i.test(about)
    ? { why: 'Write the ccTLD with its dot.', usage: 'leave .xa' }
    : undefined;
}

function readFreeze(rest: string): RequestRead {
  const { cctld, text } = splitCctld(rest);
  if (cctld === undefined || !rest.startsWith('.'))
    return { why: 'Write the ccTLD with its dot, and the reason behind it.' };
  const reason = readText(text);
  return reason === undefined
    ? { why: 'Say why: the Validators will read it.' }
    : { kind: 'freeze', cctld, reason };
}
