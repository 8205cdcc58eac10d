/** Letters to the Admin Contact that ask for a word, and the answers to that word. */

import type { CaseState } from '../words/case.ts';
import { changeInWords } from './contacts.ts';
import type { CaseFacts, LetterInput } from './letter.ts';
import {
  aboutTheCode,
  answerWords,
  because,
  before,
  type Block,
  bullets,
  ccTldOf,
  compose,
  ifNothing,
  isToAnchor,
  showDate,
  STATE_WORDS,
} from './parts.ts';
import { howManyStay } from './roster-change.ts';
import { wrap } from './wrap.ts';

const SAFETY = 'This letter has no link and no attachment. We never ask for a password.';

/** Goes only to the Admin Contact: shows the whole change and asks for CONFIRM or REJECT. */
export function challengeLetter(input: LetterInput<'challenge'>): string {
  const { about, reminder } = input.data;
  const cctld = ccTldOf(about);
  return compose(
    input,
    reminder &&
      wrap('This is a reminder. We wrote to you about this before, and wait for your answer.'),
    because(input, about),
    wrap(
      `Someone asked us to change the contacts of ${cctld}. The mail came on ${showDate(about.opened)}. It shows this sender:`,
    ),
    bullets([about.requester]),
    wrap('Anyone can write such a mail. So we ask you: is this change right?'),
    changeInWords(about, cctld),
    howManyStay(about, cctld),
    wrap('Press "Reply" and write one of these at the top of your answer:'),
    answerWords(
      [
        ['If everything is right', 'CONFIRM'],
        ['If it is not right', 'REJECT'],
      ],
      input.token,
    ),
    aboutTheCode(input),
    wrap(
      'After CONFIRM, a Validator (a person of our team) checks the request. After REJECT, the request stops.',
    ),
    wrap(ifNothing(input, 'nothing changes, and the request ends')),
    wrap(SAFETY),
  );
}

/** A copy for the Admin Contact of what waits for a Validator: only an objection is of interest. */
export function tracedLetter(input: LetterInput<'traced'>): string {
  const { about } = input.data;
  const cctld = ccTldOf(about);
  return compose(
    input,
    because(input, about),
    about.evidence >= 'E4' &&
      wrap(`We got an answer from your mailbox to our letter about ${cctld}. Thank you.`),
    wrap(
      `We got a request to change the contacts of ${cctld}. The mail came on ${showDate(about.opened)}. It shows this sender:`,
    ),
    bullets([about.requester]),
    wrap('A Validator (a person of our team) will check this change and decide:'),
    changeInWords(about, cctld),
    howManyStay(about, cctld),
    wrap('If this is right, you do not need to answer.'),
    wrap(
      `If you did not ask for this, please tell us${before(input)}. Press "Reply" and write this at the top of your answer:`,
    ),
    answerWords([['I did not ask for this', 'REJECT']], input.token),
    aboutTheCode(input),
    wrap(
      `After REJECT, the request stops, and nobody can change the contacts of ${cctld} until a Validator has looked at it.`,
    ),
    wrap(SAFETY),
  );
}

/** Somebody answered, but we saw neither word, or no code that belongs to it. */
export function unclearAnswerLetter(input: LetterInput<'unclear-answer'>): string {
  const { about } = input.data;
  return compose(
    input,
    wrap(
      `Thank you for your answer about ${ccTldOf(about)}. We could not use it. Nothing has changed.`,
    ),
    ...howToAnswer(input),
  );
}

const TRACED: readonly CaseState[] = [
  'queued',
  'on-hold',
  'asked',
  'escalated',
  'applying',
  'apply-failed',
  'applied',
];

function howToAnswer(input: LetterInput<'unclear-answer'>): Block[] {
  const { about } = input.data;
  if (about.state === 'challenged') {
    return [
      inThatLetter('Please confirm', about),
      answerWords([
        ['If everything is right', 'CONFIRM'],
        ['If it is not right', 'REJECT'],
      ]),
      whoHasIt(about),
      wrap(ifNothing(input, 'nothing changes, and the request ends')),
    ];
  }
  if (TRACED.includes(about.state)) {
    return [
      wrap('If the request is right, you do not need to answer.'),
      inThatLetter('For your information', about),
      answerWords([['I did not ask for this', 'REJECT']]),
      whoHasIt(about),
    ];
  }
  return [
    wrap(`The request now: ${STATE_WORDS[about.state]}.`),
    wrap('Please look for our last letter about this case. It says what you can do.'),
  ];
}

function inThatLetter(front: string, about: CaseFacts): Block {
  const when = TRACED.includes(about.state) ? 'If it is not right, please' : 'Please';
  return wrap(
    `${when} open our earlier letter about this case. Its subject starts with "${front}". Press "Reply" in that letter, and write one word at the top of your answer:`,
  );
}

function whoHasIt(about: CaseFacts): Block {
  return (
    about.anchor !== undefined &&
    wrap(
      `You do not have that letter? We sent it only to the Admin Contact address of ${ccTldOf(about)}: ${about.anchor}. Please ask the person who reads that mailbox.`,
    )
  );
}

/** The code of the answer is not open any more. */
export function tooLateLetter(input: LetterInput<'too-late'>): string {
  const { about, why } = input.data;
  const text = {
    used: 'We had your answer already, so this mail changes nothing.',
    expired: 'The time for this answer is over, so it changes nothing.',
    replaced:
      'You answered an older letter. The request has changed since then, so this answer changes nothing. If you have a newer letter from us about this case, please answer that one.',
  }[why];
  return compose(
    input,
    wrap(`Thank you for your answer about ${ccTldOf(about)}. ${text}`),
    wrap(`The request now: ${STATE_WORDS[about.state]}.`),
    about.state === 'expired' &&
      wrap(
        `Do you still want the change? Then please send a new mail with the contacts to ${input.list.join}.`,
      ),
    wrap(
      why === 'replaced'
        ? `If you have no newer letter, please ask us: write to ${input.list.owner}.`
        : `If something is wrong, please tell us: write to ${input.list.owner}.`,
    ),
  );
}

/** Thanks the Admin Contact for the objection, and tells the requester. */
export function objectedLetter(input: LetterInput<'objected'>): string {
  const { about, afterApplied } = input.data;
  const cctld = ccTldOf(about);
  const undone = afterApplied
    ? 'The list was changed already. We take this change back, as far as the list has not changed again since.'
    : 'The list was not changed.';
  return compose(
    input,
    because(input, about),
    wrap(
      isToAnchor(input, about)
        ? `Thank you for your answer. You did not ask for this change of the contacts of ${cctld}. We have stopped the request.`
        : `The Admin Contact of ${cctld} told us that they did not ask for this. So we have stopped the request.`,
    ),
    wrap(undone),
    wrap(
      `A Validator (a person of our team) will look at this. Until then, nobody can change the contacts of ${cctld}.`,
    ),
    wrap('You do not need to do anything now.'),
  );
}

/** To the old and the new address, when the registry lists another Admin Contact. */
export function anchorChangedLetter(input: LetterInput<'anchor-changed'>): string {
  const { about, oldAnchor, newAnchor } = input.data;
  const cctld = ccTldOf(about);
  return compose(
    input,
    wrap(
      `You get this letter because your address is one of these. The IANA registry now lists another Admin Contact address for ${cctld}:`,
    ),
    [`  Before:  ${oldAnchor}`, `  Now:     ${newAnchor}`].join('\n'),
    wrap(
      `There is an open request about the contacts of ${cctld}. From now on, only the new address can answer for ${cctld}. Our letters to the old address about this request are no longer valid.`,
    ),
    wrap('If the new address is right, you do not need to do anything.'),
    wrap(
      `If it is not right, please tell us at once: write to ${input.list.owner}. Please tell IANA too.`,
    ),
  );
}
