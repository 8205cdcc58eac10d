/** The letters of the yearly check: are the data on the list still right? */

import { type Cctld, showCctld } from '../words/cctld.ts';
import type { RosterEntry } from '../words/case.ts';
import { contactList } from './contacts.ts';
import { ONE_PERSON } from './how-to.ts';
import type { CheckShown, LetterInput } from './letter.ts';
import {
  answerWords,
  type Block,
  bullets,
  compose,
  composeForValidator,
  showDate,
  showDay,
} from './parts.ts';
import { wrap } from './wrap.ts';

/** To a contact, about the own data. */
export function contactCheckLetter(input: LetterInput<'check-contact'>): string {
  const { places: own, turn } = input.data;
  return compose(
    input,
    wrap(`You get this letter because you are on the list as a contact for ${names(own)}.`),
    wrap(WHY[turn]),
    ownData(own),
    ...(turn === 'wrong' ? [...changeOwn(input), wrap(RIGHT_AFTER_ALL)] : []),
    ...answers(input),
    turn !== 'wrong' && wrap(THEN_HOW),
    wrap(ifNothing(input)),
  );
}

/** To an Admin Contact, about its ccTLDs; and about its own data where it is a contact too. */
export function anchorCheckLetter(input: LetterInput<'check-anchor'>): string {
  const { places: own, anchored, turn } = input.data;
  const cctlds = anchored.map(({ cctld }) => showCctld(cctld)).join(', ');
  return compose(
    input,
    wrap(
      `You get this letter because the IANA registry lists your address as the Admin Contact of ${cctlds}.${own.length === 0 ? '' : ` You are also on the list yourself, as a contact for ${names(own)}.`}`,
    ),
    wrap(WHY[turn]),
    ...anchored.map(
      ({ cctld, people }) => `On the list for ${showCctld(cctld)} now:\n\n${contactList(people)}`,
    ),
    own.length > 0 && ownData(own),
    ...(turn === 'wrong'
      ? [
          ...changePeople(input),
          ...(own.length === 0 ? [] : changeOwn(input)),
          wrap(RIGHT_AFTER_ALL),
          ...answers(input),
        ]
      : [
          wrap('Are all of them still the right people, with the right data?'),
          ...answers(input),
          wrap('Is one of them not the right person any more? Then do not write CONFIRM.'),
          ...changePeople(input),
        ]),
    wrap(ifNothing(input)),
    wrap('Do not forward this letter: the code in it answers for you.'),
  );
}

const WHY: Readonly<Record<CheckShown['turn'], string>> = {
  first:
    'Once a year we ask everybody whether the data on the list are still right. In an emergency people use them to call you.',
  reminder:
    'This is a reminder. Once a year we ask everybody whether the data on the list are still right. We have no answer from you yet.',
  wrong:
    'You have told us that something on the list is not right. Thank you. Here is how to change it.',
  changed:
    'Thank you for your answer. But the data on the list have changed since we sent you our letter. Please look at them as they are now.',
};

function names(own: readonly RosterEntry[]): string {
  return own.map(({ cctld }) => showCctld(cctld)).join(', ');
}

// Name, address and phones are the same for all ccTLDs of a person; whom to call first is not.
function ownData(own: readonly RosterEntry[]): Block {
  const [first] = own;
  if (first === undefined) return undefined;
  const primary = own.filter((one) => one.primary).map(({ cctld }) => showCctld(cctld));
  return [
    `Your data on the list:\n\n${contactList([{ ...first, primary: false }])}`,
    primary.length > 0 && `\n\n${wrap(`People call you first for: ${primary.join(', ')}.`)}`,
  ]
    .filter((part) => part !== false)
    .join('');
}

function answers(input: LetterInput<'check-contact' | 'check-anchor'>): Block[] {
  const { closes, turn } = input.data;
  const choices: [string, string][] = [['Everything is right', 'CONFIRM']];
  if (turn !== 'wrong') choices.push(['Something is wrong', 'REJECT']);
  return [
    wrap(
      turn === 'wrong'
        ? 'Then press "Reply" here, and write this word at the top of your answer:'
        : `Please press "Reply" before ${showDate(closes)}, and write one of these words at the top of your answer:`,
    ),
    answerWords(choices, input.token),
    wrap(
      `The word is enough. If you cannot press "Reply", write a new mail to ${input.name === 'check-anchor' ? input.list.join : input.list.request}, with the word and the code behind it.`,
    ),
  ];
}

const THEN_HOW = 'When something is wrong, we send you a letter that says how to change it.';
const RIGHT_AFTER_ALL = 'Is everything right after all?';

function ifNothing({ data, name }: LetterInput<'check-contact' | 'check-anchor'>): string {
  const what = name === 'check-anchor' ? 'the people stay on the list' : 'you stay on the list';
  if (data.turn === 'wrong') return `If you do nothing, ${what} as above.`;
  return `If you do nothing, ${what}, but others see that the data were not confirmed.${data.turn === 'first' ? ' We remind you once, after 14 days.' : ''}`;
}

// Each behind a label: a mail program that quotes without marks must not make commands of them.
function changeOwn({ list }: LetterInput): Block[] {
  return [
    wrap(
      `You can change your own data by mail. Write a new mail to ${list.request}, with one of these lines, and your own data in it:`,
    ),
    [
      choice('Your phone numbers are these, and no others', 'change phone +1 202 555 0114'),
      choice('Your name is this', 'change name Rosa Lind'),
      choice('Your e-mail address is this', 'change email rosa@nic.example'),
      choice('You are no contact any more', 'leave'),
    ].join('\n'),
    wrap(
      'We then send a letter to your address on the list, and you answer it. The Admin Contact decides whom people call first.',
    ),
  ];
}

function changePeople({ data }: LetterInput<'check-anchor'>): Block[] {
  const { anchored } = data;
  const several = anchored.length > 1;
  const [first] = anchored;
  const example = first?.people.at(-1)?.address ?? 'rosa@nic.example';
  return [
    wrap('Press "Reply", and write what is to change, for example:'),
    [
      choice('Another person comes in this place', `REPLACE ${example}`),
      choice('Nobody comes in this place', `REMOVE ${example}`),
      choice(
        'The same person has a new address (write it behind the word "is")',
        `The new e-mail address of ${example} is`,
      ),
    ].join('\n'),
    wrap('For a new person, add these lines below, filled in:'),
    ONE_PERSON,
    several &&
      wrap(
        `Please write one mail for each ccTLD, and begin it with its name, for example: ccTLD: ${showCctld(first?.cctld ?? ('' as Cctld))}`,
      ),
    wrap('A Validator (a person of our team) checks your answer before the list is changed.'),
  ];
}

function choice(means: string, words: string): string {
  return `${wrap(`${means}:`, { first: '  - ', rest: '    ' })}\n      Write:  ${words}`;
}

/** To whoever was asked: the answer was not understood, or its letter does not count any more. */
export function againLetter(input: LetterInput<'check-again'>): string {
  const { kind, turn } = input.data;
  const words = kind === 'drill' ? 'the word HERE' : 'CONFIRM or REJECT';
  return compose(
    input,
    wrap(`You get this letter because of an answer to ${LETTERS[kind]}.`),
    wrap(WHAT_NOW[turn](words)),
    turn === 'more' && wrap(MORE),
    turn === 'unclear' &&
      wrap(
        kind === 'drill'
          ? 'The word must stand alone on its line, above our text. A Validator (a person of our team) reads what you wrote.'
          : 'CONFIRM means that everything is right. REJECT means that something is wrong; we then tell you how to change it. The word must be the first on its line, above our text. A Validator (a person of our team) reads what you wrote.',
      ),
    wrap('If you do nothing, nothing changes.'),
  );
}

const LETTERS = {
  yearly: 'our letter about the data on the list',
  drill: 'our exercise',
} as const;

const WHAT_NOW = {
  unclear: (words: string) =>
    `We do not understand the answer. Please press "Reply" in that letter once more, and write ${words} at the top.`,
  more: () =>
    'It says CONFIRM, and there are other words besides. CONFIRM means that everything is right. So we do not know if something is to change, and we have noted nothing yet.',
  used: () =>
    'Another answer to that letter came before, and its code counts only once. If you want to change what you said, please write to us in your own words.',
  expired: () =>
    'The answer came a long time after that letter, and its code does not count any more. We ask again next year.',
} as const;

const MORE =
  'A Validator (a person of our team) reads what you wrote. If everything is right, please press "Reply" in that letter once more, and write CONFIRM and nothing else. If something is wrong, write REJECT; we then tell you how to change it.';

/** To the Validators, when a yearly check has ended. */
export function checkReportLetter(input: LetterInput<'check-report'>): string {
  const { opened, asked, right, wrong, silent, unreachable, open } = input.data;
  return composeForValidator(
    input,
    wrap(
      `For your information: the yearly check that began on ${showDay(opened)} has ended. Each contact and each Admin Contact was asked whether the data are still right.`,
    ),
    bullets([
      `asked: ${asked} (one letter for each address)`,
      `everything is right: ${right}`,
      `something is wrong: ${wrong}`,
      `no answer: ${silent}`,
      `mail does not reach them, so not asked: ${unreachable}`,
    ]),
    open.length > 0 &&
      wrap(
        'Not confirmed are the data for the following. Where nobody answers, please try to reach somebody in another way, for example by phone:',
      ),
    open.length > 0 && bullets(open.map(openLine)),
    wrap('An answer that comes later still counts. You do not need to do anything now.'),
  );
}

function openLine({
  cctld,
  people,
  of,
  anchor,
}: LetterInput<'check-report'>['data']['open'][number]) {
  const parts = [
    ...(people > 0 ? [`${people} of ${of}`] : []),
    ...(anchor ? ['and the Admin Contact'] : []),
  ];
  return `${showCctld(cctld)}: ${parts.join(' ').replace(/^and /, '')}`;
}
