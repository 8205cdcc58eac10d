/** Letters about mail that does not reach a contact: to the contact, to those who can help, to the Validators. */

import { type Cctld, showCctld } from '../words/cctld.ts';
import type { CaseState, LostPerson } from '../words/case.ts';
import { showToken } from '../words/token.ts';
import { contactList } from './contacts.ts';
import { cleanLine, quoteText } from './foreign.ts';
import { ONE_PERSON } from './how-to.ts';
import type { CaseFacts, LetterInput } from './letter.ts';
import { namesOf } from './own-told.ts';
import {
  answerWords,
  because,
  before,
  type Block,
  bullets,
  ccTldOf,
  compose,
  composeForValidator,
  isToAnchor,
} from './parts.ts';
import { caseBlocks } from './queue.ts';
import { wrap } from './wrap.ts';

/** To the contact alone: an answer shows that the mailbox lives. */
export function probeLetter(input: LetterInput<'probe'>): string {
  const { cctlds, how } = input.data;
  const names = namesOf(cctlds);
  return compose(
    input,
    onTheList(names),
    wrap(`${CAME_BACK[how]} We want to know whether our mail reaches you now.`),
    wrap(`Please press "Reply"${before(input)}, and write this word at the top of your answer:`),
    answerWords([['I get your mail', 'OK']], input.token),
    wrap(
      `The word is enough. If you cannot press "Reply", write a new mail to ${input.list.request}, with the word and the code behind it.`,
    ),
    wrap(
      how === 'stopped'
        ? 'If you do nothing, you stay on the list, but you get nothing that the list sends.'
        : `If you do nothing, you stay on the list. If more mail comes back, the list sends you nothing for some time, and we ask the Admin Contact of ${names} who the contact is now.`,
    ),
  );
}

const CAME_BACK: Readonly<Record<LetterInput<'probe'>['data']['how'], string>> = {
  first: 'A mail from us to this address came back.',
  again: 'Mail from us to this address has come back more than once.',
  stopped: 'Mail from us to this address came back, and so the list sends you nothing now.',
};

function onTheList(names: string): string {
  return wrap(`You get this letter because you are on the list as a contact for ${names}.`);
}

/** To the contact: it is well again. */
export function mailArrivesLetter(input: LetterInput<'mail-arrives'>): string {
  return compose(
    input,
    onTheList(namesOf(input.data.cctlds)),
    wrap(
      'For some time, mail from us to your address came back, and the list sent you nothing. Now a mail from you came to us. So we send to your address again: from now on you get what the list sends.',
    ),
    wrap(
      'What was sent to the list in between did not go to you, and we keep no copy of it. If you need it, please ask another contact.',
    ),
    wrap('You do not need to do anything.'),
  );
}

/** To the Admin Contact: who is the contact now? */
export function successorLetter(input: LetterInput<'successor'>): string {
  const { about, reminder } = input.data;
  const cctld = ccTldOf(about);
  const { address } = lostIn(about);
  return compose(
    input,
    because(input, about),
    wrap(
      `${reminder ? 'This is a reminder. ' : ''}Mail from us does not reach one of the security contacts for ${cctld} any more:`,
    ),
    whoIs(about),
    wrap(
      'Our mail to this address came back on several days. This person gets no warnings and no contact list now.',
    ),
    `On the list for ${cctld} now:\n\n${contactList(about.before)}`,
    wrap(
      `Please tell us${before(input)} who the contact is now. Press "Reply", and write one of these at the top of your answer:`,
    ),
    choice('A new person comes in this place', `REPLACE ${address}`),
    choice(
      'The same person has a new address (write it behind the word "is")',
      `The new e-mail address of ${address} is`,
    ),
    choice('Nobody comes in this place', `REMOVE ${address}`),
    wrap('For a new person, add these lines below, filled in:'),
    ONE_PERSON,
    wrap(
      'Do not forward this letter: the code in it answers for you. A Validator (a person of our team) checks your answer before the list is changed.',
    ),
    wrap(
      `Is the address right, and does the person read mail there? Then please ask the person to send us a mail from that address, to ${input.list.request}, with this one word: show`,
    ),
    wrap(
      `If you do nothing, the person stays on the list but gets nothing that the list sends.${reminder ? '' : ' We remind you after 14 and 28 days.'}`,
    ),
  );
}

// What it means, and below it the words: an address makes both too long for one line.
function choice(means: string, words: string): string {
  return `${wrap(`${means}:`, { first: '  - ', rest: '    ' })}\n      Write:  ${words}`;
}

/** To the other contacts of the ccTLD. */
export function colleagueLostLetter(input: LetterInput<'colleague-lost'>): string {
  const { about } = input.data;
  const cctld = ccTldOf(about);
  return compose(
    input,
    onTheList(cctld),
    wrap(`At the moment, mail from us does not reach another contact for ${cctld}:`),
    whoIs(about),
    wrap(
      `We have asked the Admin Contact of ${cctld} about it. You do not need to do anything, and nothing changes for you.`,
    ),
    wrap(
      `If you talk to this person: a mail to us from that address, to ${input.list.request}, with this one word shows that all is well again: show`,
    ),
  );
}

/** To those who were asked or told: it is over. */
export function lostOverLetter(input: LetterInput<'lost-over'>): string {
  const { about, reason } = input.data;
  const cctld = ccTldOf(about);
  const words = quoteText(reason ?? '');
  return compose(
    input,
    isToAnchor(input, about) ? because(input, about) : onTheList(cctld),
    wrap(`We wrote to you that our mail does not reach a contact for ${cctld}:`),
    whoIs(about),
    wrap(
      about.state === 'rejected'
        ? 'A Validator (a person of our team) has looked at it and closed this question.'
        : 'Now a mail from this person came to us, and we send to this address again.',
    ),
    words === '' ? undefined : `The Validator's words:\n\n${words}`,
    wrap('You do not need to do anything.'),
  );
}

/** To the Validators: each time that the case needs them, or that they should know. */
export function lostAlarmLetter(input: LetterInput<'alarm-lost'>): string {
  const { about, can } = input.data;
  const cctld = ccTldOf(about);
  return composeForValidator(
    input,
    wrap(WHAT_NOW[about.state]?.(cctld, about) ?? `About a contact for ${cctld}:`),
    wrap(
      'The person stays on the list, with the phone numbers. Only posts and issues are not sent to this address.',
    ),
    ...caseBlocks(about),
    'WHAT YOU CAN DO',
    can.length > 0 &&
      wrap('Press "Reply", keep the subject, and write one of these as the first line:'),
    can.length > 0 && answerWords(can.map((line) => [labelOf(line), line])),
    choice(
      'To take the person off the list (this opens a case that must be approved)',
      `REMOVE .${about.cctld} ${lostIn(about).address} your reason`,
    ),
    wrap('Put your own words in the place of "your reason". The people concerned will read them.'),
    input.token !== undefined && `  Code of this letter:  ${showToken(input.token)}`,
  );
}

function labelOf(line: string): string {
  return line.startsWith('REJECT') ? 'To close this case' : 'To keep a note';
}

const WHAT_NOW: {
  readonly [S in CaseState]?: (cctld: string, about: CaseFacts) => string;
} = {
  'awaiting-successor': (cctld) =>
    `Mail does not reach a contact for ${cctld} any more. The Admin Contact was asked who it is now, and the other contacts were told. You do not need to do anything now; if no answer comes, you get a letter again.`,
  'awaiting-unfreeze': (cctld) =>
    `Mail does not reach a contact for ${cctld} any more. Changes for ${cctld} are stopped, so that neither the Admin Contact nor the other contacts were told: nobody knows who reads that mail now. When changes are allowed again, the Admin Contact is asked. Please see whether you can reach the person in another way.`,
  'awaiting-validator': (cctld, { anchor, lost }) =>
    anchor !== undefined && anchor === lost?.address
      ? `Mail does not reach a contact for ${cctld} any more, and this is the address of the Admin Contact too: nobody was asked. Please find out in another way who the contact is now, for example by phone. Only the registry (IANA) can change the address of the Admin Contact.`
      : anchor === undefined
        ? `Mail does not reach a contact for ${cctld} any more, and the registry lists no Admin Contact to ask. Please find out in another way who the contact is now, for example by phone.`
        : `Mail does not reach a contact for ${cctld}, and the Admin Contact does not answer our letters. Please find out in another way who the contact is now, for example by phone.`,
  expired: (cctld) =>
    `Nobody has said who the contact for ${cctld} is now, and the case has ended. The engine does nothing more about it by itself.`,
};

/** To the Validators: mail reaches a contact again. */
export function foundAlarmLetter(input: LetterInput<'alarm-found'>): string {
  const { address, cctlds, how } = input.data;
  return composeForValidator(
    input,
    wrap(`For your information: we send mail to a contact for ${namesOf(cctlds)} again.`),
    bullets([address]),
    wrap(HOW_FOUND[how]),
    wrap(
      'The person gets posts and issues again. What came back before does not count any more, and open cases about it end by themselves. You do not need to do anything.',
    ),
  );
}

const HOW_FOUND: Readonly<Record<LetterInput<'alarm-found'>['data']['how'], string>> = {
  probe: 'The person answered the letter in which we asked for an answer.',
  code: 'A mail came with the code of another letter, which we sent only to this address.',
  mail: 'A mail came from this address, and it is proven that it comes from there. So the person can send; if our mail to this address comes back again, you hear of it.',
};

function lostIn({ lost }: CaseFacts): LostPerson {
  if (lost === undefined) throw new Error('the case is about nobody whom mail does not reach');
  return lost;
}

// Each on a line of its own: no foreign word stands in a sentence of ours.
function whoIs(about: CaseFacts): Block {
  const { firstName, lastName, address } = lostIn(about);
  return [cleanLine(`${firstName} ${lastName}`, 120), address]
    .map((line) => wrap(line, { first: '  - ', rest: '    … ' }))
    .join('\n');
}

/** `a contact for .xa` in a subject. */
export function contactFor(cctlds: readonly Cctld[]): string {
  return `a contact for ${cctlds.map(showCctld).join(', ')}`;
}
