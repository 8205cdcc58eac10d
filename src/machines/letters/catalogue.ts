/** Every letter by name: the one list that sending, documentation and tests read. */

import { showCctld } from '../words/cctld.ts';
import {
  anchorLetter,
  applyLetter,
  forgedLetter,
  heldLetter,
  noIssueLetter,
  objectionLetter,
  passedOnLetter,
  quarantineLetter,
  registryLetter,
  transcriptLetter,
  undeliveredLetter,
} from './alarm.ts';
import {
  about,
  ANSWER,
  type Catalogue,
  type CatalogueEntry,
  NOTICE,
  SURE,
  TO_VALIDATOR,
} from './catalogue-entry.ts';
import { copiesLetter, nameOfBroadcast } from './copies.ts';
import {
  anchorChangedLetter,
  challengeLetter,
  objectedLetter,
  tooLateLetter,
  tracedLetter,
  unclearAnswerLetter,
} from './consent.ts';
import { clarifyLetter, questionLetter, reminderLetter, whichCctldLetter } from './details.ts';
import { deskLetter, digestLetter } from './desk.ts';
import { awayLetter, driftLetter } from './drift.ts';
import { howToLetter, howToSubject } from './how-to.ts';
import { refreshLetter, refreshSubject } from './refresh.ts';
import type { Letter, LetterInput, LetterName } from './letter.ts';
import {
  alreadyOpenLetter,
  alreadySubscribedLetter,
  appliedLetter,
  expiredLetter,
  frozenLetter,
  receivedLetter,
  rejectedLetter,
  supersededLetter,
  takenOffLetter,
} from './outcome.ts';
import { OWN_LETTERS } from './catalogue-own.ts';
import { INVITE_LETTERS } from './catalogue-invite.ts';
import { CHECK_LETTERS } from './catalogue-check.ts';
import { REACH_LETTERS } from './catalogue-reach.ts';
import { MOVED_LETTERS } from './catalogue-moved.ts';
import { POST_LETTERS } from './catalogue-posts.ts';
import { ccTldOf, subjectLine } from './parts.ts';
import { queueLetter } from './queue.ts';
import {
  backOnListLetter,
  dataChangedLetter,
  escalationLetter,
  headsUpLetter,
  onHoldLetter,
  removedLetter,
} from './roster-change.ts';
import { STATISTICS_LETTERS } from './statistics.ts';
import { welcomeLetter } from './welcome.ts';

export const CATALOGUE: Catalogue = {
  ...OWN_LETTERS,
  ...REACH_LETTERS,
  ...INVITE_LETTERS,
  ...MOVED_LETTERS,
  ...CHECK_LETTERS,
  ...POST_LETTERS,
  ...STATISTICS_LETTERS,
  'how-to': {
    ...ANSWER,
    summary: 'Answers a mail that cannot become a request, and says how to send it right.',
    subject: howToSubject,
    text: howToLetter,
  },
  'which-cctld': {
    ...ANSWER,
    token: 'details',
    summary: 'Asks the sender which of several ccTLDs is meant.',
    subject: () => 'Which ccTLD is your request about?',
    text: whichCctldLetter,
  },
  clarify: {
    ...ANSWER,
    token: 'details',
    summary: 'Tells the sender and the Admin Contact exactly what is missing, three times at most.',
    subject: about<'clarify'>('Something is missing: contacts for'),
    text: clarifyLetter,
  },
  challenge: {
    ...NOTICE,
    token: 'challenge',
    summary: 'Shows the Admin Contact the whole change and asks for CONFIRM or REJECT.',
    subject: ({ data }) =>
      `Please confirm${data.reminder ? ' (reminder)' : ''}: contacts for ${ccTldOf(data.about)}`,
    text: challengeLetter,
  },
  received: {
    ...ANSWER,
    summary: 'Tells the requester what was read and what happens next; holds no token.',
    subject: about<'received'>('We have your request: contacts for'),
    text: receivedLetter,
  },
  traced: {
    ...SURE,
    token: 'objection',
    summary: 'Gives the Admin Contact a copy of what waits for a Validator, and a way to object.',
    subject: about<'traced'>('For your information: contacts for'),
    text: tracedLetter,
  },
  'unclear-answer': {
    ...ANSWER,
    summary: 'Explains how to answer, when an answer was neither CONFIRM nor REJECT.',
    subject: about<'unclear-answer'>('We could not use your answer: contacts for'),
    text: unclearAnswerLetter,
  },
  'too-late': {
    ...ANSWER,
    summary: 'Tells that an answer was used before, came too late, or was to an older letter.',
    subject: about<'too-late'>('About your answer: contacts for'),
    text: tooLateLetter,
  },
  'already-open': {
    ...ANSWER,
    summary: 'Tells that another request about the same ccTLD is open and was not changed.',
    subject: about<'already-open'>('There is an open request already: contacts for'),
    text: alreadyOpenLetter,
  },
  question: {
    ...SURE,
    token: 'question',
    summary: "Carries a Validator's question; the answer is free text.",
    subject: ({ data }) =>
      `A question for you${data.reminder ? ' (reminder)' : ''}: contacts for ${ccTldOf(data.about)}`,
    text: questionLetter,
  },
  reminder: {
    ...NOTICE,
    token: 'details',
    summary: 'Reminds of a request that waits for its ccTLD or its data, and announces its end.',
    subject: about<'reminder'>('Reminder: we wait for your answer, contacts for'),
    text: reminderLetter,
  },
  expired: {
    ...SURE,
    summary: 'Tells both sides that a request ended without an answer, and how to start again.',
    subject: about<'expired'>('The request has ended: contacts for'),
    text: expiredLetter,
  },
  rejected: {
    ...SURE,
    summary: 'Tells both sides that a Validator did not approve, with the reason.',
    subject: about<'rejected'>('The request was not approved: contacts for'),
    text: rejectedLetter,
  },
  superseded: {
    ...NOTICE,
    summary: 'Tells that a newer request took the place of this one.',
    subject: about<'superseded'>('A newer request took its place: contacts for'),
    text: supersededLetter,
  },
  objected: {
    ...SURE,
    automatic: 'auto-replied',
    summary: 'Tells both sides that the Admin Contact did not ask for it and everything stopped.',
    subject: about<'objected'>('The request was stopped: contacts for'),
    text: objectedLetter,
  },
  'anchor-changed': {
    ...SURE,
    summary: 'Tells the old and the new Admin Contact address that the registry has changed.',
    subject: about<'anchor-changed'>('Another Admin Contact address for'),
    text: anchorChangedLetter,
  },
  frozen: {
    ...ANSWER,
    summary: 'Tells that changes for the ccTLD are stopped and that a Validator reads the mail.',
    subject: ({ data }) => `We make no changes now: contacts for ${showCctld(data.cctld)}`,
    text: frozenLetter,
  },
  'already-subscribed': {
    ...ANSWER,
    summary: 'Tells that the ccTLD is on the list already and that a Validator reads the mail.',
    subject: ({ data }) => `On the list already: contacts for ${showCctld(data.cctld)}`,
    text: alreadySubscribedLetter,
  },
  applied: {
    ...SURE,
    summary: 'Tells both sides who is on the list now.',
    subject: about<'applied'>('Done: contacts for'),
    text: appliedLetter,
  },
  welcome: {
    ...SURE,
    service: 'request',
    summary: 'Welcomes a new contact, shows the stored data and gives the rules of the list.',
    subject: ({ data, list }) =>
      `Welcome to ${list.name}: you are a contact for ${ccTldOf(data.about)}`,
    text: welcomeLetter,
  },
  'taken-off': {
    ...SURE,
    service: 'request',
    summary:
      'Tells a contact that the Admin Contact objected and that they are off the list again.',
    subject: about<'taken-off'>('You are not on the list any more: contacts for'),
    text: takenOffLetter,
  },
  removed: {
    ...SURE,
    service: 'request',
    summary: 'Tells somebody that they are no longer a contact, and who decided it.',
    subject: about<'removed'>('You are not on the list any more: contacts for'),
    text: removedLetter,
  },
  'back-on-list': {
    ...SURE,
    service: 'request',
    summary: 'Tells a contact who was taken off that an objection has brought them back.',
    subject: about<'back-on-list'>('You are on the list again: contacts for'),
    text: backOnListLetter,
  },
  'data-changed': {
    ...SURE,
    service: 'request',
    summary: 'Tells a contact that the Admin Contact has changed their data.',
    subject: about<'data-changed'>('Your data were changed: contacts for'),
    text: dataChangedLetter,
  },
  'heads-up': {
    ...SURE,
    service: 'request',
    summary: 'Tells the SSCs at other domains what is asked about their ccTLD.',
    subject: about<'heads-up'>('Somebody asks for a change: contacts for'),
    text: headsUpLetter,
  },
  'on-hold': {
    ...NOTICE,
    summary: 'Tells both sides that a request rests until a day.',
    subject: about<'on-hold'>('The request waits: contacts for'),
    text: onHoldLetter,
  },
  escalation: {
    ...SURE,
    service: 'validate',
    token: 'committee',
    summary: 'Asks the Standing Committee for advice about a request.',
    subject: about<'escalation'>('The Validators ask for your advice: contacts for'),
    text: escalationLetter,
  },
  queue: {
    ...TO_VALIDATOR,
    token: 'validate',
    summary: 'Asks a Validator to decide: warnings, the change, the evidence, the commands.',
    subject: ({ data }) =>
      `Please decide${data.reminder ? ' (reminder)' : ''}: contacts for ${ccTldOf(data.about)}`,
    text: queueLetter,
  },
  desk: {
    ...TO_VALIDATOR,
    automatic: 'auto-replied',
    token: 'validate',
    summary:
      'Shows a Validator who asks for it every case that waits, to be decided by one answer.',
    subject: ({ data }) =>
      `Please decide: ${data.cases.map(({ caseId }) => `case ${caseId}`).join(', ')}`,
    text: deskLetter,
  },
  digest: {
    ...TO_VALIDATOR,
    token: 'validate',
    summary:
      'Tells each Validator once a day what waits and what went wrong, when there is anything.',
    subject: ({ data }) =>
      `The day: ${data.queue.length} to decide, ${data.resting.length} resting, ${data.ending.length} ending`,
    text: digestLetter,
  },
  transcript: {
    ...TO_VALIDATOR,
    automatic: 'auto-replied',
    summary: 'Answers each line of a mail with commands.',
    subject: ({ data }) => (data.ran ? 'Your commands' : 'Your commands: nothing was done'),
    text: transcriptLetter,
  },
  'passed-on': {
    ...TO_VALIDATOR,
    summary: 'Gives the Validators a mail that needs a person.',
    subject: ({ data }) => `A mail that needs a person (inbox ${data.inboxId})`,
    text: passedOnLetter,
  },
  'alarm-forged': {
    ...TO_VALIDATOR,
    summary: 'Tells all Validators of commands without proof; none was carried out.',
    subject: ({ data }) =>
      data.stale
        ? `Commands that came too late (inbox ${data.inboxId})`
        : `ALARM: commands without proof (inbox ${data.inboxId})`,
    text: forgedLetter,
  },
  'alarm-held': {
    ...TO_VALIDATOR,
    summary: 'Tells all Validators of a mail whose sender is not clear.',
    subject: ({ data }) => `A mail without a clear sender (inbox ${data.inboxId})`,
    text: heldLetter,
  },
  'alarm-objection': {
    ...TO_VALIDATOR,
    token: 'validate',
    summary: 'Tells all Validators that an Admin Contact objected.',
    subject: about<'alarm-objection'>('ALARM: objection of the Admin Contact of'),
    text: objectionLetter,
  },
  'alarm-anchor': {
    ...TO_VALIDATOR,
    summary: 'Tells all Validators that a request which they have seen has another Admin Contact.',
    subject: about<'alarm-anchor'>('Another Admin Contact address for'),
    text: anchorLetter,
  },
  'alarm-undelivered': {
    ...TO_VALIDATOR,
    summary: 'Tells all Validators that a letter could not be handed over.',
    subject: ({ data }) => `A letter was not delivered: ${data.addressee}`,
    text: undeliveredLetter,
  },
  'alarm-copies': {
    ...TO_VALIDATOR,
    summary: 'Tells all Validators whom a post did not reach, and who may have it twice.',
    subject: ({ data }) => `${nameOfBroadcast(data)}: not everything went well`,
    text: copiesLetter,
  },
  'alarm-quarantine': {
    ...TO_VALIDATOR,
    summary: 'Tells all Validators of a mail that could not be processed.',
    subject: ({ data }) => `A mail was set aside (inbox ${data.inboxId})`,
    text: quarantineLetter,
  },
  'alarm-apply': {
    ...TO_VALIDATOR,
    token: 'validate',
    summary: 'Tells all Validators that an approved change could not be made yet.',
    subject: about<'alarm-apply'>('The list could not be changed:'),
    text: applyLetter,
  },
  'alarm-registry': {
    ...TO_VALIDATOR,
    summary: 'Tells all Validators that decisions wait for the registry.',
    subject: ({ data }) => `The registry gives no clear answer about ${showCctld(data.cctld)}`,
    text: registryLetter,
  },
  'alarm-refresh': {
    ...TO_VALIDATOR,
    summary:
      'Tells all Validators what was unusual when the registry was asked about all ccTLDs: many changes, answers that cannot be used, ccTLDs that are gone, or another source.',
    subject: ({ data }) => refreshSubject(data),
    text: refreshLetter,
  },
  'alarm-no-issue': {
    ...TO_VALIDATOR,
    summary:
      'Tells all Validators that the contact list was due, and there was nobody to send it to.',
    subject: () => 'The contact list was sent to nobody',
    text: noIssueLetter,
  },
  'list-drift': {
    ...TO_VALIDATOR,
    summary:
      'Tells all Validators that the list server does not hold exactly the people on the list.',
    subject: ({ data }) =>
      data.strangers.length > 0
        ? 'ALARM: somebody gets posts who is not on the list'
        : 'The list server is not as it must be',
    text: driftLetter,
  },
  'list-away': {
    ...TO_VALIDATOR,
    summary:
      'Tells all Validators that posts and list changes wait for a list server that is away.',
    subject: () => 'The list server does not answer',
    text: awayLetter,
  },
};

/**
 * Writes a letter. The name of the list is shown in capitals, however it is written in addresses.
 * Throws RangeError only when a date in the input is none.
 */
export function render<N extends LetterName>(input: LetterInput<N>): Letter {
  const entry: CatalogueEntry<N> = CATALOGUE[input.name];
  const shown = { ...input, list: { ...input.list, name: input.list.name.toUpperCase() } };
  return { subject: subjectLine(entry.subject(shown), shown), text: entry.text(shown) };
}
