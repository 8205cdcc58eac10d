/** What an SSC asks for itself in words, and the letters to those who have to know of it. */

import type { OwnChange } from '../words/case.ts';
import { type Cctld, showCctld } from '../words/cctld.ts';
import { contactList, showPhone } from './contacts.ts';
import { cleanLine, quoteText } from './foreign.ts';
import { ONE_PERSON } from './how-to.ts';
import type { LetterInput, OwnView } from './letter.ts';
import { answerWords, type Block, ccTldOf, compose, isToAnchor } from './parts.ts';
import { wrap } from './wrap.ts';

/** `.xa`, `.xa and .xb`, or `your ccTLD`. */
export function namesOf(cctlds: readonly Cctld[]): string {
  const all = cctlds.map(showCctld);
  const last = all.pop();
  if (last === undefined) return 'your ccTLD';
  return all.length === 0 ? last : `${all.join(', ')} and ${last}`;
}

const SUBJECTS: Readonly<Record<OwnChange['what'], (view: OwnView) => string>> = {
  phones: () => 'new phone numbers of a contact',
  name: () => 'new name of a contact',
  address: () => 'new e-mail address of a contact',
  leave: ({ cctlds }) => `a contact leaves the list for ${namesOf(cctlds)}`,
  freeze: ({ cctlds }) => `no more changes for ${namesOf(cctlds)}`,
};

/** A few words for subjects. */
export function whatIsAsked(view: OwnView): string {
  return SUBJECTS[view.change.what](view);
}

/** Old and new, line by line, for people; a request without data to compare is told as a sentence. */
export function changeOf({ change, person, cctlds }: OwnView, isDone = false): string {
  const [was, is] = isDone ? ['before', 'now'] : ['now', 'after the change'];
  const pair = (label: string, old: readonly string[], now: readonly string[]) =>
    [...lines(`${label} ${was}`, old), ...lines(`${label} ${is}`, now)].join('\n');
  switch (change.what) {
    case 'phones':
      return pair('Phone', person?.phones.map(showPhone) ?? [], change.phones.map(showPhone));
    case 'name':
      return pair('Name', person === undefined ? [] : [nameOf(person)], [nameOf(change)]);
    case 'address':
      return pair('E-mail address', person === undefined ? [] : [person.address], [change.address]);
    case 'leave':
      return wrap(`Leave the list as a contact for ${namesOf(cctlds)}`, { first: '  - ' });
    case 'freeze':
      return [
        wrap(`Stop all changes of the contacts for ${namesOf(cctlds)}`, { first: '  - ' }),
        quoteText(change.reason, 500),
      ]
        .filter((part) => part !== '')
        .join('\n\n');
  }
}

function lines(label: string, values: readonly string[]): string[] {
  return values.map((value) => wrap(`${label}: ${value}`, { first: '  - ', rest: '    … ' }));
}

/** The name of a person in one line. */
function nameOf({ firstName, lastName }: { firstName: string; lastName: string }): string {
  return cleanLine(`${firstName} ${lastName}`, 120);
}

/** To the other contacts of the same ccTLDs, and to the Admin Contact. */
export function ownToldLetter(input: LetterInput<'own-told'>): string {
  const { own, staying } = input.data;
  const { change, person, cctlds } = own;
  return compose(
    input,
    whyTold(input),
    wrap(SAID[change.what](namesOf(cctlds))),
    person !== undefined && whoItIs(person),
    changeOf(own, true),
    change.what === 'leave' && `On the list for ${namesOf(cctlds)} now:\n\n${contactList(staying)}`,
    change.what === 'freeze' &&
      wrap(
        'A Validator (a person of our team) will look at it. Until then, nobody can change them.',
      ),
    wrap(
      `If this is right, you do not need to do anything. If it looks wrong to you, please tell us at once: write to ${input.list.owner}.`,
    ),
  );
}

const SAID: Readonly<Record<OwnChange['what'], (cctlds: string) => string>> = {
  phones: (names) =>
    `A contact for ${names} asked for this and answered a letter to the address on the list. It is done:`,
  name: (names) =>
    `A contact for ${names} asked for this and answered a letter to the address on the list. It is done:`,
  address: (names) =>
    `A contact for ${names} asked for this and answered letters to both addresses. It is done:`,
  leave: (names) =>
    `A contact for ${names} asked for this and answered a letter to the address on the list. It is done:`,
  freeze: (names) =>
    `A contact for ${names} says that something is wrong there, and answered a letter to the address on the list. It is done:`,
};

/** Name and address, each on a line of its own: no foreign word stands in a sentence of ours. */
export function whoItIs(person: NonNullable<OwnView['person']>): string {
  return [nameOf(person), person.address]
    .map((line) => wrap(line, { first: '  - ', rest: '    … ' }))
    .join('\n');
}

function whyTold(input: LetterInput<'own-told' | 'own-successor'>): Block {
  const { about, own } = input.data;
  const names = namesOf(own.cctlds);
  return wrap(
    isToAnchor(input, about)
      ? `You get this letter because the IANA registry lists your address as the Admin Contact of ${names}.`
      : `You get this letter because you are on the list as a contact for ${names}.`,
  );
}

/** To the Admin Contact: a contact has left; who comes in their place? */
export function ownSuccessorLetter(input: LetterInput<'own-successor'>): string {
  const { about, own, staying } = input.data;
  const cctld = ccTldOf(about);
  return compose(
    input,
    whyTold(input),
    wrap(
      `A contact for ${cctld} does not want to be on the list any more, and is off the list since now:`,
    ),
    own.person !== undefined && whoItIs(own.person),
    `On the list for ${cctld} now:\n\n${contactList(staying)}`,
    staying.length < 2 &&
      wrap(
        `There should be two people at least. Now ${staying.length === 0 ? 'nobody is' : 'only one person is'} on the list for ${cctld}.`,
      ),
    wrap(
      'Please name another person. Press "Reply", and write this word at the top of your answer:',
    ),
    answerWords([['A new person beside the others', 'ADD']]),
    wrap('Add these lines below, filled in:'),
    ONE_PERSON,
  );
}
