/** Letters about a list that has people already: what is changing, what has changed, who leaves. */

import { changeInWords, contactList } from './contacts.ts';
import { cleanLine, quoteText } from './foreign.ts';
import type { CaseFacts, LetterInput } from './letter.ts';
import { type Block, because, bullets, ccTldOf, compose, ifNothing, showDate } from './parts.ts';
import { wrap } from './wrap.ts';

/** Where one person or nobody stays: said plainly, and a successor is asked for (design 8.5). */
export function howManyStay({ before, after }: CaseFacts, cctld: string, isDone = false): Block {
  if (before.length === 0 || after.length > 1) return undefined;
  const who = after.length === 0 ? 'nobody is' : 'only one person is';
  const more = after.length === 0 ? 'two new people' : 'one more person';
  return wrap(
    isDone
      ? `Now ${who} on the list for ${cctld}. There should be two people. Please send us the name, e-mail address and phone number of ${more}: press "Reply".`
      : `Then ${who} on the list for ${cctld}. There should be two people. You can name ${more} later.`,
  );
}

/** To an SSC of the ccTLD at another domain: somebody wants to change the list. */
export function headsUpLetter(input: LetterInput<'heads-up'>): string {
  const { about } = input.data;
  const cctld = ccTldOf(about);
  return compose(
    input,
    wrap(`You get this letter because you are on the list as a contact for ${cctld}.`),
    wrap(
      `We got a request to change the contacts of ${cctld}. Nothing has changed yet. It shows this sender:`,
    ),
    bullets([about.requester]),
    wrap('A Validator (a person of our team) will check this change and decide:'),
    changeInWords(about, cctld),
    wrap('If this is right, you do not need to do anything.'),
    wrap(
      `If this looks wrong to you, please tell us at once: write to ${input.list.owner}. You can also stop all changes for ${cctld}. Send a mail to ${input.list.request} with this line, and your own words in the place of "your reason":`,
    ),
    about.cctld !== undefined && `  To stop all changes:  freeze .${about.cctld} your reason`,
  );
}

/** To a contact who stays: these are your data now. */
export function dataChangedLetter(input: LetterInput<'data-changed'>): string {
  const { about, contact } = input.data;
  const cctld = ccTldOf(about);
  return compose(
    input,
    wrap(
      `You are on the list as a contact for ${cctld}. The Admin Contact of ${cctld} has changed your data, and we checked it. These are your data now:`,
    ),
    contactList([contact]),
    wrap(
      `If they are right, you do not need to do anything. If they are wrong, write to ${input.list.owner}.`,
    ),
  );
}

/** To somebody whom a change took off that the Admin Contact did not ask for. */
export function backOnListLetter(input: LetterInput<'back-on-list'>): string {
  const { about, contact } = input.data;
  const cctld = ccTldOf(about);
  return compose(
    input,
    wrap(
      `You are on the list as a contact for ${cctld} again. Somebody had asked us to take you off. The Admin Contact of ${cctld} told us that this was not right.`,
    ),
    wrap('These are your data:'),
    contactList([contact]),
    wrap(
      `If they are right, you do not need to do anything. If they are wrong, write to ${input.list.owner}.`,
    ),
  );
}

/** To somebody who is no longer a contact. */
export function removedLetter(input: LetterInput<'removed'>): string {
  const { about } = input.data;
  const cctld = ccTldOf(about);
  const reason = quoteText(about.reason ?? '');
  const who =
    about.reason === undefined
      ? `The Admin Contact of ${cctld} asked us for this, and we checked it.`
      : 'A Validator (a person of our team) decided this.';
  return compose(
    input,
    wrap(`You are not on the list as a contact for ${cctld} any more. ${who}`),
    reason === '' ? undefined : `The Validator's reason:\n\n${reason}`,
    wrap(
      'Are you a contact for another ccTLD too? Then you stay on the list for that one. What you got from the list is for its members only: please keep it to yourself.',
    ),
    wrap('Thank you for your work.'),
    wrap(`If you think that this is wrong, please tell us: write to ${input.list.owner}.`),
  );
}

/** The request rests until a day. */
export function onHoldLetter(input: LetterInput<'on-hold'>): string {
  const { about } = input.data;
  const until = about.due === undefined ? '' : ` on ${showDate(about.due)} or before`;
  return compose(
    input,
    because(input, about),
    wrap(
      `There is a request about the contacts of ${ccTldOf(about)}, from ${showDate(about.opened)}. A Validator (a person of our team) has looked at it and will go on with it later${until}. Until then nothing changes.`,
    ),
    wrap('You do not need to do anything now.'),
  );
}

/** To the Standing Committee: the Validators ask for advice. */
export function escalationLetter(input: LetterInput<'escalation'>): string {
  const { about } = input.data;
  const cctld = ccTldOf(about);
  const asked = about.notes.findLast(({ kind }) => kind === 'escalated');
  return compose(
    input,
    wrap(
      `You get this letter because you are a member of the Standing Committee of ${input.list.name}. A Validator asks for your advice about the contacts of ${cctld}.`,
    ),
    asked !== undefined &&
      `${wrap(`This is the question of ${cleanLine(asked.by, 254)}:`)}\n\n${quoteText(asked.text)}`,
    wrap(`The request came on ${showDate(about.opened)}. It shows this sender:`),
    bullets([about.requester]),
    changeInWords(about, cctld),
    wrap(
      'Please press "Reply" and write your advice in your own words. The Validators read it, and one of them decides.',
    ),
    wrap(ifNothing(input, 'the Validators go on without your advice')),
  );
}
