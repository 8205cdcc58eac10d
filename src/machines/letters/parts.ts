/** The pieces that letters share: heading, paragraphs, dates, the words to answer with, the end. */

import { type Cctld, showCctld } from '../words/cctld.ts';
import type { CaseState } from '../words/case.ts';
import { showToken } from '../words/token.ts';
import { cleanLine } from './foreign.ts';
import type { CaseFacts, LetterInput } from './letter.ts';
import { guardLine, widthOf, wrap } from './wrap.ts';

/** A paragraph, a list, or nothing. */
export type Block = string | undefined | false;

const LONGEST_SUBJECT = 120;

const MONTHS =
  'January February March April May June July August September October November December'.split(
    ' ',
  );

/**
 * `21 November 2026, 14:00 UTC`, which nobody reads as another day; held together by no-break spaces
 * for `wrap`. Throws RangeError on what is no instant.
 */
export function showDate(iso: string): string {
  const time = new Date(iso).toISOString().slice(11, 16);
  return [`${showDay(iso)},`, time, 'UTC'].join('\u00a0');
}

/** The day alone, in UTC: `21 November 2026`, held together in the same way. */
export function showDay(iso: string): string {
  const [year, month, day] = new Date(iso).toISOString().slice(0, 10).split('-').map(Number);
  return [day, MONTHS[Number(month) - 1], year].join('\u00a0');
}

/** ` before 21 November 2026, 14:00 UTC`, or nothing when no end is set. */
export function before(input: LetterInput): string {
  const end = endOf(input);
  return end === undefined ? '' : ` before ${showDate(end)}`;
}

/** `If you do nothing, the request ends on …`; `what` says what happens then. */
export function ifNothing(input: LetterInput, what: string): string {
  const end = endOf(input);
  return end === undefined
    ? `If you do nothing, ${what}.`
    : `If you do nothing, ${what} on ${showDate(end)}.`;
}

// The earlier of the two: a letter never promises more time than there is.
function endOf(input: LetterInput): string | undefined {
  const due = 'about' in input.data ? input.data.about.due : undefined;
  return [due, input.tokenExpires].filter((each) => each !== undefined).toSorted()[0];
}

/** A public letter: heading, who we are, the blocks, whom to ask. */
export function compose(input: LetterInput, ...blocks: readonly Block[]): string {
  const { name, owner } = input.list;
  return finish([
    heading(input),
    'Hello,',
    wrap(
      `We run ${name}, the mailing list of the people who keep country-code domains (ccTLDs) safe.`,
    ),
    ...blocks,
    wrap(`Questions? Write to ${owner}. A person answers.`),
    `The ${name} team`,
  ]);
}

/** A letter to a Validator, who knows who we are. */
export function composeForValidator(input: LetterInput, ...blocks: readonly Block[]): string {
  return finish([
    heading(input),
    ...blocks,
    wrap(`You get this letter because you are a Validator of ${input.list.name}.`),
  ]);
}

/** The blocks one under the other, no line of which is one that the engine obeys. */
export function finish(blocks: readonly Block[]): string {
  const text = blocks.filter((block) => typeof block === 'string' && block !== '').join('\n\n');
  const lines = text.split('\n').map((line) => guardLine(line).trimEnd());
  return `${lines.join('\n')}\n`;
}

/** `TLD-OPS, case 4711, .xa`: the same in every letter, so that people find them again. */
export function heading(input: LetterInput): string {
  const cctld = cctldOf(input);
  const parts = [
    input.list.name,
    ...(input.caseId === undefined ? [] : [`case ${input.caseId}`]),
    ...(cctld === undefined ? [] : [showCctld(cctld)]),
  ];
  return wrap(parts.join(', '));
}

function cctldOf({ data }: LetterInput): Cctld | undefined {
  if ('about' in data) return data.about.cctld;
  return 'cctld' in data ? data.cctld : undefined;
}

/** One line of at most 120 characters; the tag with case and token is never cut. */
export function subjectLine(front: string, input: LetterInput): string {
  const { list, caseId, token } = input;
  const tag = [list.name, caseId, token === undefined ? undefined : showToken(token)]
    .filter((part) => part !== undefined)
    .join(' ');
  const end = ` [${tag}]`;
  return `${cleanLine(front, Math.max(1, LONGEST_SUBJECT - end.length))}${end}`;
}

/** How the ccTLD of a case is called in a sentence. */
export function ccTldOf(about: CaseFacts): string {
  return about.cctld === undefined ? 'your ccTLD' : showCctld(about.cctld);
}

/** True for the copy of a letter that goes to the Admin Contact. */
export function isToAnchor(input: LetterInput, about: CaseFacts): boolean {
  return about.anchor !== undefined && input.to === about.anchor;
}

/** Why this person gets the letter. */
export function because(input: LetterInput, about: CaseFacts): string {
  return wrap(
    isToAnchor(input, about)
      ? `You get this letter because the IANA registry lists your address as the Admin Contact of ${ccTldOf(about)}.`
      : `You get this letter because you wrote to us about ${ccTldOf(about)}.`,
  );
}

/** Values one under the other, each behind a dash, so that none stands at the start of its line. */
export function bullets(values: readonly string[]): string {
  return values.map((value) => wrap(value, { first: '  - ', rest: '    ' })).join('\n');
}

/**
 * The words to answer with, each behind what it means. A label stands before each word, because mail
 * programs that quote without marks would else put our own CONFIRM at the start of a line.
 */
export function answerWords(
  choices: readonly (readonly [label: string, word: string])[],
  token?: string,
): string {
  const column = Math.max(...choices.map(([label]) => widthOf(label)));
  const code = token === undefined ? '' : ` ${showToken(token)}`;
  return choices
    .map(([label, word]) => `  ${label}:${' '.repeat(column - widthOf(label) + 2)}${word}${code}`)
    .join('\n');
}

/** What the code behind the words is for; nothing when the letter has none. */
export function aboutTheCode({ token, list }: LetterInput): Block {
  return (
    token !== undefined &&
    wrap(
      `The word is enough. If you cannot press "Reply", write a new mail to ${list.join}, with the word and the code behind it.`,
    )
  );
}

/** Where a case stands, to finish "The request now: …". */
export const STATE_WORDS: Readonly<Record<CaseState, string>> = {
  received: 'we have it and will look at it',
  'needs-cctld': 'it waits, because we do not know the ccTLD yet',
  'needs-details': 'it waits for the missing data',
  challenged: 'it waits for the answer of the Admin Contact',
  queued: 'a Validator (a person of our team) checks it',
  'on-hold': 'it rests; a Validator will look at it again later',
  asked: 'it waits for an answer to a question of the Validator',
  escalated: 'it waits for the advice of the Standing Committee',
  applying: 'it is approved, and the list is being changed',
  'apply-failed': 'it is approved; the list could not be changed yet, and we try again',
  applied: 'it is done, the list was changed',
  rejected: 'it was not approved',
  expired: 'it has ended, because no answer came in time',
  objected: 'it was stopped, because the Admin Contact did not ask for it',
  superseded: 'it has ended, because a newer request took its place',
  'awaiting-successor': 'the Admin Contact was asked who the contact is now',
  'awaiting-unfreeze': 'nobody is asked while changes are stopped',
  'awaiting-validator': 'the Admin Contact does not answer; a Validator must see to it',
  settled: 'it has ended by itself, because nothing has to be done any more',
  planned: 'the invitation will go out with a later wave',
  invited: 'the Admin Contact was invited, and has not answered yet',
  answered: 'the Admin Contact has answered the invitation',
  declined: 'the Admin Contact does not want to join now',
  'on-notice': 'the ccTLD has a new manager; the old contacts are still on the list',
  'in-transition': 'old and new contacts are both on the list for a time',
};
