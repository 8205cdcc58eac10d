/** Letters to an SSC about what it asked for itself, and answers to its commands (design 8.4b, 8.5, 9, 12). */

import type { OwnChange } from '../words/case.ts';

import { showToken } from '../words/token.ts';
import { contactTable } from './contact-table.ts';
import { contactList } from './contacts.ts';
import { cleanLine, quoteText } from './foreign.ts';
import type { LetterInput, OwnAnswer, OwnEnd } from './letter.ts';
import { changeOf, namesOf, whatIsAsked, whoItIs } from './own-told.ts';
import {
  answerWords,
  type Block,
  bullets,
  compose,
  composeForValidator,
  ifNothing,
  showDate,
  STATE_WORDS,
} from './parts.ts';
import { wrap } from './wrap.ts';

const WORDS = [
  ['If this is right', 'CONFIRM'],
  ['If it is not right', 'REJECT'],
] as const;

/** Goes to each address whose word is needed: did you ask for this? */
export function ownChallengeLetter(input: LetterInput<'own-challenge'>): string {
  const { own, reminder, about } = input.data;
  const isOther = input.to !== about.requester;
  const isFirst = own.change.what === 'address' && !isOther;
  return compose(
    input,
    reminder &&
      wrap('This is a reminder. We wrote to you about this before, and wait for your answer.'),
    wrap(
      isOther
        ? 'You get this letter because somebody on our list gave us your address as a new address.'
        : `You get this letter because you are on the list as a contact for ${namesOf(own.cctlds)}.`,
    ),
    wrap(
      `On ${showDate(about.opened)} we got a mail that asks us for this. It shows this sender: ${about.requester}`,
    ),
    changeOf(own),
    wrap('Anyone can write such a mail. So we ask you: did you ask for this?'),
    wrap('Press "Reply" and write one of these at the top of your answer:'),
    answerWords(WORDS, input.token),
    input.token !== undefined &&
      wrap(
        `The word is enough. If you cannot press "Reply", write a new mail to ${input.list.request}, with the word and the code behind it.`,
      ),
    wrap(
      `After CONFIRM, ${isFirst ? THEN_THE_OTHER : AFTER[own.change.what]}. After REJECT, nothing changes.`,
    ),
    wrap(ifNothing(input, 'nothing changes, and the request ends')),
    wrap('This letter has no link and no attachment. We never ask for a password.'),
  );
}

const THEN_THE_OTHER =
  'we ask at the new address too. We change it when both have answered. The other contacts and the Admin Contact of your ccTLD get a letter about it';

const AFTER: Readonly<Record<OwnChange['what'], string>> = {
  phones:
    'we change it. The other contacts and the Admin Contact of your ccTLD get a letter about it',
  name: 'we change it. The other contacts and the Admin Contact of your ccTLD get a letter about it',
  address:
    'we change it. The other contacts and the Admin Contact of your ccTLD get a letter about it',
  leave: 'you are off the list, and we ask the Admin Contact of your ccTLD for another person',
  freeze:
    'nobody can change the contacts, until a Validator (a person of our team) has looked at it. The Validators get an alarm at once',
};

/** The answer to a confirmation letter could not be used. */
export function ownAgainLetter(input: LetterInput<'own-again'>): string {
  const { about, why } = input.data;
  if (why === 'unclear') {
    return compose(
      input,
      wrap('Thank you for your answer. We could not use it. Nothing has changed.'),
      wrap(
        'Please open our earlier letter about this. Its subject starts with "Please confirm". Press "Reply" in that letter, and write one word at the top of your answer:',
      ),
      answerWords(WORDS),
      wrap(ifNothing(input, 'nothing changes, and the request ends')),
    );
  }
  return compose(
    input,
    wrap(`Thank you for your answer. ${TOO_LATE[why]}`),
    wrap(`The request now: ${stateWords(about.state)}.`),
    wrap(
      `Do you still want something changed? Then please send us a new mail to ${input.list.request}. If something is wrong, please tell us: write to ${input.list.owner}.`,
    ),
  );
}

const TOO_LATE = {
  used: 'We had your answer already, so this mail changes nothing.',
  expired: 'The time for this answer is over, so it changes nothing.',
  replaced:
    'You answered an older letter. It does not count any more, so this answer changes nothing.',
} as const;

function stateWords(state: keyof typeof STATE_WORDS): string {
  if (state === 'challenged') return 'it waits for the answer to another letter';
  if (state === 'objected') return 'it was stopped, because somebody answered REJECT';
  return state === 'applying' ? 'it waits until changes can be made' : STATE_WORDS[state];
}

/** Nothing was changed, or not yet. */
export function ownEndedLetter(input: LetterInput<'own-ended'>): string {
  const { own, how, reason = '' } = input.data;
  const why = quoteText(reason);
  return compose(
    input,
    wrap('We got a mail that asks us for this:'),
    changeOf(own),
    wrap(ENDS[how]),
    why !== '' && `The Validator's reason:\n\n${why}`,
    how === 'expired' &&
      wrap(`Do you still want it? Then please send us a new mail to ${input.list.request}.`),
    how === 'frozen' || how === 'newer' || how === 'to-admin-contact'
      ? wrap('You do not need to do anything now.')
      : wrap(`If something is wrong, please tell us: write to ${input.list.owner}.`),
  );
}

const ENDS: Readonly<Record<OwnEnd, string>> = {
  expired:
    'We asked for an answer, and did not get every answer in time. So nothing was changed, and the request has ended.',
  denied:
    'Somebody answered our letter with REJECT. So nothing was changed, and the request has ended. The Validators (people of our team) know about it.',
  refused: 'A Validator (a person of our team) has stopped this request. Nothing was changed.',
  newer: 'A newer request has taken its place. So nothing was changed because of this one.',
  impossible:
    'We had the answer that we need. But the list has changed since then, so that this cannot be done any more. Nothing was changed.',
  'to-admin-contact':
    'Our letter to the old address came back: there is no such mailbox. So nothing was changed. We have asked the Admin Contact instead, and will write again when there is an answer.',
  frozen:
    'Thank you for your answer. At the moment we make no changes there. A Validator (a person of our team) looks at it. As soon as changes can be made again, this one is made.',
};

/** It is done: to the person, and for a new address to the old one too. */
export function ownDoneLetter(input: LetterInput<'own-done'>): string {
  const { own } = input.data;
  const { change, person, cctlds } = own;
  const isOld = change.what === 'address' && input.to !== change.address;
  return compose(
    input,
    wrap(
      isOld
        ? 'You asked us for this, and it is done. This is our last letter to your old address:'
        : 'You asked us for this, and it is done:',
    ),
    changeOf(own, true),
    ...dataNow(change, person),
    change.what === 'leave' &&
      wrap(
        `You are not on the list for ${namesOf(cctlds)} any more. Are you a contact for another ccTLD too? Then you stay on the list for that one. What you got from the list is for its members only: please keep it to yourself. Thank you for your work.`,
      ),
    change.what === 'address' &&
      !isOld &&
      wrap('For 24 hours, you cannot get the contact list with the command who.'),
    change.what === 'freeze' &&
      wrap(
        `Nobody can change the contacts of ${namesOf(cctlds)} now. The Validators (people of our team) have an alarm, and will write to you. The other contacts and the Admin Contact know about it.`,
      ),
    wrap(
      `You do not need to do anything. If you did not ask for this, please tell us at once: write to ${input.list.owner}.`,
    ),
  );
}

function dataNow(change: OwnChange, person: LetterInput<'own-done'>['data']['own']['person']) {
  if (person === undefined || change.what === 'leave' || change.what === 'freeze') return [];
  const { firstName, lastName, address, phones } = person;
  const now = {
    firstName: change.what === 'name' ? change.firstName : firstName,
    lastName: change.what === 'name' ? change.lastName : lastName,
    address: change.what === 'address' ? change.address : address,
    phones: change.what === 'phones' ? change.phones : phones,
    primary: false,
  };
  return [wrap('These are your data now:'), contactList([now])];
}

/** Each line of an SSC's mail with what came of it. */
export function ownAnswerLetter(input: LetterInput<'own-answer'>): string {
  const { parts, full } = input.data;
  return compose(
    input,
    wrap('You wrote to us. We send this answer only to your address on the list.'),
    ...parts.flatMap(answered),
    full &&
      wrap(
        'The contact list is for the members of the list only. Keep it where you can read it when the Internet is down, and do not give it to others.',
      ),
    wrap(
      'You do not need to answer. If you did not write to us, somebody used your address. Then please tell us.',
    ),
  );
}

function answered(part: OwnAnswer): Block[] {
  const line = quoteText(part.line, 300) || '|';
  if ('say' in part) {
    return [
      `${line}\n${part.say
        .split('\n')
        .map((each) => wrap(each, { first: '    ' }))
        .join('\n')}`,
    ];
  }
  if ('table' in part)
    return [line, contactTable(part.table, part.frozen, new Map(), new Map(part.unconfirmed))];
  if ('mine' in part) return [line, ...mine(part)];
  return [
    line,
    wrap('You can write these lines to us, each at the beginning of a mail:'),
    part.commands
      .map(({ usage, means }) => `${wrap(means, { first: '  - ' })}\n      Write:  ${usage}`)
      .join('\n'),
  ];
}

function mine({ mine: entries, open }: Extract<OwnAnswer, { readonly mine: unknown }>): Block[] {
  const [first] = entries;
  const places = entries.map(
    ({ cctld, primary, since }) =>
      `${namesOf([cctld])}, ${primary ? 'primary contact' : 'contact'}, since ${showDate(since)}`,
  );
  return [
    first !== undefined && wrap('These are your data:'),
    first !== undefined && contactList([{ ...first, primary: false }]),
    wrap('You are on the list for:'),
    bullets(places),
    open.length === 0
      ? wrap('There is no open request of yours.')
      : `Open requests of yours:\n\n${bullets(open.map(openLine))}`,
  ];
}

function openLine({ caseId, change, due }: { caseId: number; change: OwnChange; due?: string }) {
  const end = due === undefined ? '' : `; we wait for your CONFIRM until ${showDate(due)}`;
  return `case ${caseId}: ${whatIsAsked({ change, cctlds: [] })}${end}`;
}

/** The same for everybody who is not on the list, so that it tells nothing about who is. */
export function notAMemberLetter(input: LetterInput<'not-a-member'>): string {
  return compose(
    input,
    wrap(
      `You wrote to ${input.list.request}. This address is only for people who are on the list. We answer them at their address on the list, and at no other address.`,
    ),
    wrap(
      `Are you on the list with another address? Then please write to us from that address. Are you the Admin Contact of a ccTLD? Then please write to ${input.list.join}.`,
    ),
  );
}

/** To all Validators: something about an own request that people have to know. */
export function ownAlarmLetter(input: LetterInput<'alarm-own'>): string {
  const { own, why, about } = input.data;
  return composeForValidator(
    input,
    wrap(cleanLine(why, 600)),
    own.person === undefined
      ? bullets([about.requester])
      : `${whoItIs(own.person)}\n  - on the list for ${namesOf(own.cctlds)}`,
    changeOf(own),
    about.warnings.length > 0 && wrap(`The new address is the address of an Admin Contact.`),
    input.caseId !== undefined && `To see more on the server:  tldops why ${input.caseId}`,
    ...howToStop(input),
    ...(own.change.what === 'freeze' && about.state === 'applied'
      ? own.cctlds.map((one) => answerWords([['To allow changes again', `UNFREEZE .${one}`]]))
      : []),
  );
}

// Only while it waits: what is done already can be undone by nobody but the people concerned.
function howToStop({ caseId, token }: LetterInput<'alarm-own'>): Block[] {
  if (caseId === undefined || token === undefined) return [];
  return [
    wrap('If the change is not to be made after all, press "Reply" and write this line:'),
    answerWords([['To stop the change', `REJECT ${caseId} your reason`]]),
    `  Code of this letter:  ${showToken(token)}`,
  ];
}
