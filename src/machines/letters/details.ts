/** Letters that ask for what is missing: the ccTLD, the data of the contacts, an answer to a question. */

import { showCctld } from '../words/cctld.ts';
import { complaintList } from './sentences.ts';
import { contactList } from './contacts.ts';
import { quoteText } from './foreign.ts';
import { FILL_IN, ONE_PERSON } from './how-to.ts';
import type { CaseFacts, LetterInput } from './letter.ts';
import {
  answerWords,
  because,
  type Block,
  bullets,
  ccTldOf,
  compose,
  ifNothing,
  isToAnchor,
  showDate,
} from './parts.ts';
import { wrap } from './wrap.ts';

/** Asks which of several ccTLDs is meant. */
export function whichCctldLetter(input: LetterInput<'which-cctld'>): string {
  const { about, again } = input.data;
  return compose(
    input,
    wrap(
      again
        ? 'Thank you for your answer. We still do not know which ccTLD you mean.'
        : 'You asked us to put people on the list. Thank you. We do not know yet which ccTLD you mean.',
    ),
    ...whichOne(about),
    wrap(ifNothing(input, 'the request ends')),
  );
}

function whichOne(about: CaseFacts): Block[] {
  const [first] = about.candidates;
  const example = first === undefined ? '' : `, for example: .${first}`;
  return [
    about.candidates.length > 0 && wrap('The Admin Contact address in your mail belongs to:'),
    bullets(about.candidates.map(showCctld)),
    wrap(
      `Please press "Reply" and write the name of one ccTLD at the top of your answer${example}`,
    ),
    wrap('For each other ccTLD, please send us a new mail.'),
  ];
}

/** Lists exactly what is missing, shows what was read, and brings the form. */
export function clarifyLetter(input: LetterInput<'clarify'>): string {
  const { about, round, rounds } = input.data;
  return compose(
    input,
    ...whoAsked(input),
    wrap('Something is missing or not clear:'),
    complaintList(about.complaints),
    ...whatWeRead(about),
    ...howToFillIn(about),
    round >= rounds &&
      wrap(
        'This is the last time that we ask. If something is still missing in your answer, a Validator (a person of our team) will look at it.',
      ),
    wrap(ifNothing(input, 'the request ends')),
  );
}

function whoAsked(input: LetterInput<'clarify'>): Block[] {
  const { about } = input.data;
  const cctld = ccTldOf(about);
  if (!isToAnchor(input, about)) {
    return [wrap(`You asked us to change the contacts of ${cctld}. Thank you.`)];
  }
  return [
    because(input, about),
    about.requester === input.to
      ? wrap(`You asked us to change the contacts of ${cctld}. Thank you.`)
      : about.kind !== 'subscribe'
        ? `${wrap(`We got a request to change the contacts of ${cctld}. It shows this sender:`)}\n\n${bullets([about.requester])}\n\n${wrap('Only you can answer this letter. If you do not want the change, write one word at the top of your answer:')}\n\n${answerWords([['I do not want this change', 'REJECT']])}`
        : wrap(
            `We got a request for ${cctld} from ${about.requester}. You and the sender both get this letter, and one of you can answer. If you do not know about the request, please write to ${input.list.owner}.`,
          ),
  ];
}

function whatWeRead({ drafts, contacts }: CaseFacts): Block[] {
  const people = drafts ?? contacts;
  return people.length === 0
    ? []
    : [wrap('This is what we have read so far:'), contactList(people)];
}

// All data are there, but for this.
function isWhoIsPrimary({ code }: CaseFacts['complaints'][number]): boolean {
  return code === 'no-primary' || code === 'two-primaries';
}

function howToFillIn(about: CaseFacts): Block[] {
  if (about.kind === 'subscribe' && about.complaints.every(isWhoIsPrimary)) {
    return [
      wrap('Please press "Reply" and write one of these at the top of your answer:'),
      answerWords(
        (about.drafts ?? []).map(({ number }) => [
          `If contact ${number} is the person to call first`,
          `PRIMARY ${number}`,
        ]),
      ),
    ];
  }
  if (about.kind === 'subscribe') {
    return [
      wrap('Please press "Reply" and send us all contacts once more, complete and correct.'),
      FILL_IN,
    ];
  }
  return [
    about.before.length > 0 &&
      `On the list for ${ccTldOf(about)} now:\n\n${contactList(about.before)}`,
    wrap('Please press "Reply" and write what you want at the top of your answer, for example:'),
    answerWords([
      ['Contact 2 leaves', 'REMOVE 2'],
      ['A new person beside the others', 'ADD'],
      ['A new person in the place of contact 2', 'REPLACE 2'],
      ['Only new people from now on', 'REPLACE ALL'],
      ['Contact 1 is the person to call first', 'PRIMARY 1'],
    ]),
    wrap('For each new person, add these lines below:'),
    ONE_PERSON,
  ];
}

/** Announces the end of a request that waits for its ccTLD or its data. */
export function reminderLetter(input: LetterInput<'reminder'>): string {
  const { about } = input.data;
  const waitsForCctld = about.state === 'needs-cctld';
  return compose(
    input,
    because(input, about),
    wrap(
      `This is a reminder. We got a request on ${showDate(about.opened)}. We wrote back, and we wait for an answer.`,
    ),
    ...(waitsForCctld
      ? whichOne(about)
      : [
          about.complaints.length > 0 && wrap('Something is missing or not clear:'),
          complaintList(about.complaints),
          ...whatWeRead(about),
          ...howToFillIn(about),
        ]),
    wrap(ifNothing(input, 'the request ends')),
  );
}

/** Carries a Validator's question; the answer is free text. */
export function questionLetter(input: LetterInput<'question'>): string {
  const { about, question, reminder } = input.data;
  return compose(
    input,
    because(input, about),
    wrap(
      `${reminder ? 'This is a reminder. ' : ''}There is a request to change the contacts of ${ccTldOf(about)}. A Validator (a person of our team) checks it and has a question for you:`,
    ),
    quoteText(question) || '| (no text)',
    wrap('Please press "Reply" and answer in your own words.'),
    wrap(ifNothing(input, 'the Validator will go on without your answer')),
  );
}
