/** Letters that say where a request stands or how it ended; none of them asks for an answer. */

import { type Cctld, showCctld } from '../words/cctld.ts';
import { changeInWords, contactList } from './contacts.ts';
import { quoteText } from './foreign.ts';
import type { LetterData, LetterInput } from './letter.ts';
import { because, before, ccTldOf, compose, isToAnchor, showDate } from './parts.ts';
import { howManyStay } from './roster-change.ts';
import { wrap } from './wrap.ts';

/** To the requester, who is not the Admin Contact: what happens next. Holds nothing secret. */
export function receivedLetter(input: LetterInput<'received'>): string {
  const { about, next } = input.data;
  const cctld = ccTldOf(about);
  return compose(
    input,
    ...(about.after.length === 0
      ? [
          wrap(
            `You asked us to change the contacts of ${cctld}. Thank you. We do not repeat here what you or the Admin Contact wrote.`,
          ),
        ]
      : [
          wrap(`You asked us to change the contacts of ${cctld}. Thank you. We have read this:`),
          changeInWords(about, cctld),
        ]),
    wrap(NEXT[next](input)),
    wrap(
      next === 'validator'
        ? 'You do not need to do anything now.'
        : 'Please tell the Admin Contact to look for our letter. You do not need to answer this letter.',
    ),
  );
}

const NEXT: Readonly<
  Record<LetterData['received']['next'], (input: LetterInput<'received'>) => string>
> = {
  challenge: (input) =>
    `What happens next: ${toAnchor(input)}. The Admin Contact must confirm the request${before(input)}. Then a Validator (a person of our team) checks it.`,
  details: (input) =>
    `What happens next: ${toAnchor(input)}. The Admin Contact must answer our letter${before(input)}. Then a Validator (a person of our team) checks the request.`,
  validator: () =>
    'What happens next: a Validator (a person of our team) checks the request. The Admin Contact gets a copy. We will write to you when it is decided.',
};

function toAnchor({ data: { about } }: LetterInput<'received'>): string {
  const anchor = about.anchor === undefined ? '' : `, ${about.anchor}`;
  return `we have written to the Admin Contact address of ${ccTldOf(about)} in the IANA registry${anchor}`;
}

/** Another request about the same ccTLD is open; says nothing about what it asks. */
export function alreadyOpenLetter(input: LetterInput<'already-open'>): string {
  const { about } = input.data;
  const cctld = ccTldOf(about);
  const isApproved = about.state === 'applying' || about.state === 'apply-failed';
  return compose(
    input,
    wrap(
      `You wrote to us about ${cctld}. There is an open request about ${cctld} already. Your mail has not changed it.`,
    ),
    isApproved
      ? wrap(
          'The open request is approved, and we are changing the list now. Please wait until this is done. If you then still want another change, please write to us again.',
        )
      : wrap(
          isToAnchor(input, about)
            ? 'Your mail shows the Admin Contact address, but we could not prove that it came from there. Do you want to change the open request? Then please open our last letter about it, press "Reply" there, and write to us again.'
            : `Do you want to change the open request? Then please send your mail again${about.anchor === undefined ? ' from the Admin Contact address' : ` from the Admin Contact address of ${cctld}: ${about.anchor}`}. Send it to ${input.list.join}.`,
        ),
    wrap('If you do nothing, the open request goes on as it is.'),
  );
}

/** Changes of the ccTLD are stopped; says neither why nor by whom. */
export function frozenLetter(input: LetterInput<'frozen'>): string {
  const cctld = showCctld(input.data.cctld);
  return compose(
    input,
    wrap(
      `You wrote to us about ${cctld}. At the moment we make no changes to the contacts of ${cctld}. Your mail has changed nothing.`,
    ),
    validatorReads(),
  );
}

/** The ccTLD has contacts on the list; says nothing about who they are. */
export function alreadySubscribedLetter(input: LetterInput<'already-subscribed'>): string {
  const cctld = showCctld(input.data.cctld);
  return compose(
    input,
    wrap(
      `You wrote to us about ${cctld}. There are contacts for ${cctld} on the list already. Your mail has not changed them.`,
    ),
    validatorReads(),
  );
}

function validatorReads(): string {
  return wrap(
    'A Validator (a person of our team) will read your mail. You do not need to do anything now.',
  );
}

/** The time for an answer is over. */
export function expiredLetter(input: LetterInput<'expired'>): string {
  const { about } = input.data;
  return compose(
    input,
    because(input, about),
    wrap(
      `There was a request about the contacts of ${ccTldOf(about)}, from ${showDate(about.opened)}. We waited for an answer, but none came in time. So the request has ended. The list was not changed.`,
    ),
    wrap('You do not need to do anything.'),
    wrap(
      `Do you still want the change? Then please send a new mail with the contacts to ${input.list.join}. ${fromWhere(about.cctld)}`,
    ),
  );
}

function fromWhere(cctld: Cctld | undefined): string {
  const whose = cctld === undefined ? 'your ccTLD' : showCctld(cctld);
  return `Write from the Admin Contact address of ${whose}, or put that address in Cc.`;
}

/** A Validator said no; the reason is in the Validator's words. */
export function rejectedLetter(input: LetterInput<'rejected'>): string {
  const { about, reason } = input.data;
  const said = quoteText(reason);
  return compose(
    input,
    because(input, about),
    wrap(
      `There was a request about the contacts of ${ccTldOf(about)}, from ${showDate(about.opened)}. A Validator (a person of our team) has looked at it and did not approve it. The list was not changed.`,
    ),
    said === '' ? undefined : `The Validator's reason:\n\n${said}`,
    wrap('You do not need to do anything.'),
    wrap(
      `If you can correct this, please send a new mail with the contacts to ${input.list.join}. ${fromWhere(about.cctld)}`,
    ),
  );
}

/** A newer request about the same ccTLD took the place of this one. */
export function supersededLetter(input: LetterInput<'superseded'>): string {
  const { about } = input.data;
  const cctld = ccTldOf(about);
  return compose(
    input,
    because(input, about),
    wrap(
      `There was a request about the contacts of ${cctld}, from ${showDate(about.opened)}. Now there is a newer request about ${cctld}. We work on the newer one, and this one has ended.`,
    ),
    wrap('Our earlier letters about this case are no longer valid. Please do not answer them.'),
    wrap(
      `You do not need to do anything. If you do not know about the newer request, please tell us: write to ${input.list.owner}.`,
    ),
  );
}

/** The list is changed: who is on it now. */
export function appliedLetter(input: LetterInput<'applied'>): string {
  const { about } = input.data;
  const cctld = ccTldOf(about);
  const seesList = isToAnchor(input, about) || about.before.length > 0;
  return compose(
    input,
    because(input, about),
    wrap('The request is approved, and the list is changed.'),
    about.kind !== 'subscribe' && seesList && changeInWords(about, cctld),
    about.kind === 'subscribe' &&
      about.after.length > 0 &&
      `${wrap(`These people are on the list for ${cctld} now:`)}\n\n${contactList(about.after)}`,
    seesList && howManyStay(about, cctld, true),
    wrap(
      about.after.length > 1 || about.before.length === 0
        ? 'Each person concerned gets a letter from us. You do not need to do anything.'
        : 'Each person concerned gets a letter from us.',
    ),
    wrap(`If something here is not right, please tell us at once: write to ${input.list.owner}.`),
  );
}

/** To somebody who got a welcome: the Admin Contact did not ask for it. */
export function takenOffLetter(input: LetterInput<'taken-off'>): string {
  const cctld = ccTldOf(input.data.about);
  return compose(
    input,
    wrap(
      `You were on the list as a contact for ${cctld}. The Admin Contact of ${cctld} told us that they did not ask for this. So you are not on the list for ${cctld} any more.`,
    ),
    wrap(
      'Are you a contact for another ccTLD too? Then you stay on the list for that one. What you got from the list is for its members only: please keep it to yourself.',
    ),
    wrap(
      'A Validator (a person of our team) will look at this. You do not need to do anything now.',
    ),
  );
}
