/** Codes as sentences that a person can act on: complaints, warnings, evidence, policy. */

import type { Complaint, ComplaintCode, Warning, WarningCode } from '../words/contact.ts';
import type { Evidence, Policy } from '../words/evidence.ts';
import { quoteLine } from './foreign.ts';
import { wrap } from './wrap.ts';

type Say = (found: string | undefined) => string;

const COMPLAINTS: Readonly<Record<ComplaintCode, Say>> = {
  'no-contacts': () => 'We found no contact in your mail. Please name two or three people.',
  'too-many-contacts': () =>
    'There are more than three contacts. Three is the most. Please tell us which ones to take.',
  'no-primary': () => 'No contact is marked as primary. Please tell us which person to call first.',
  'two-primaries': () =>
    'More than one contact is marked as primary. Please mark only the person to call first.',
  'missing-name': () => 'The name is missing.',
  'missing-last-name': (found) => `Please give the first name and the last name.${read(found)}`,
  'missing-address': () => 'The e-mail address is missing.',
  'unreadable-address': (found) =>
    `We cannot read the e-mail address.${read(found)} Please write it again.`,
  'role-address': (found) =>
    `This looks like a shared address${at(found)}. Please give the personal e-mail address of one person. People on the list must know who they write to.`,
  'missing-phone': () =>
    'The phone number is missing. Please write it with "+" and the country code.',
  'duplicate-address': (found) =>
    `Two contacts have the same e-mail address${at(found)}. Each person needs a personal address. People on the list must know who they write to.`,
  'unsafe-characters': (found) =>
    `There are characters that we cannot use.${read(found)} Please type this again.`,
  'too-long': (found) => `This text is too long.${read(found)} Please make it shorter.`,
  'quoted-only': () =>
    'The data stand only in a part that your mail program marked as quoted (an older mail). Please write them in your own text.',
  'only-files': () =>
    'We do not open attached files. Please type the names, e-mail addresses and phone numbers into the mail.',
  'add-or-replace': () =>
    'Do the new people come to the list beside the others, or in the place of somebody? Please tell us.',
  'replaced-by-whom': (found) => `Who is the new person?${read(found)}`,
  'replaces-whom': (found) => `In whose place does the new person come?${read(found)}`,
  'not-on-the-list': (found) =>
    `This person is not on the list for your ccTLD${at(found)}. Please use a name or an e-mail address from the list below.`,
  'which-person': (found) => `We do not know which person you mean.${read(found)}`,
  'changed-to-what': (found) => `What should be there from now on?${read(found)}`,
  'list-too-long': () =>
    'There would be more than three people on the list. Three is the most. Please tell us who should leave.',
  'nothing-changes': () => 'The list is already as you write. What should we change?',
  'address-of-another': (found) =>
    `This e-mail address belongs to another person${at(found)}. Please give a personal e-mail address of the person whom you mean.`,
  'only-the-person': (found) =>
    `This person is a contact for another ccTLD too${at(found)}. Only that person can change their own name and phone numbers. Please ask them to write to us.`,
};

/** What is wrong, one thing after another, each with the number of its contact. */
export function complaintList(complaints: readonly Complaint[]): string {
  return complaints
    .map(({ code, contact, found }) => `${who(contact)}${COMPLAINTS[code](found)}`)
    .map((sentence) => wrap(sentence, { first: '  - ', rest: '    ' }))
    .join('\n');
}

// In the order in which a Validator should read them: what may be an attack comes first.
const WARNINGS: Readonly<Record<WarningCode, Say>> = {
  'anchor-look-alike': (found) =>
    `An address in the mail looks like the Admin Contact's, but is another one${at(found)}. Compare letter by letter.`,
  'answered-from-elsewhere': (found) =>
    `The Admin Contact got a letter with a code, and the answer to it comes from another address${at(found)}. Perhaps the letter was passed on.`,
  'display-name-shows-other-address': (found) =>
    `The sender's name shows another address than the one that sent the mail${at(found)}.`,
  'anchor-changed': (found) =>
    `The Admin Contact address in the IANA registry has changed${at(found)}.`,
  'registry-changing': (found) =>
    `For a few hours, the IANA registry has shown another manager or other name servers${at(found)}. Perhaps somebody has taken the ccTLD over. Until this is clear, the list is not changed.`,
  'anchor-under-cctld': (found) =>
    `The Admin Contact address is under the ccTLD itself${at(found)}. Whoever controls the ccTLD controls this address too.`,
  declines: (found) =>
    `The sender does not seem to want this, or sends us to somebody else${at(found)}.`,
  'asks-to-remove': (found) =>
    `The sender seems to ask that somebody is taken off the list${at(found)}.`,
  'asks-to-replace': (found) =>
    `The sender seems to ask that one person takes the place of another${at(found)}.`,
  'corrects-earlier-mail': (found) =>
    `The sender corrects something. Check that the data below are the new ones${at(found)}.`,
  'unread-data': (found) =>
    `We found this in the mail and did not use it${at(found)}. Please check if it belongs to the request.`,
  'table-unclear': (found) => `We did not read this row of a table${at(found)}.`,
  'read-from-prose': (found) =>
    `The sender did not use our form. Please compare the data with the sender's words${at(found)}.`,
  'read-from-card': (found) =>
    `The data come from an attached vCard file${at(found)}. Nothing in the mail itself names this person.`,
  'asks-a-question': (found) => `The sender seems to ask a question${at(found)}.`,
  'contacts-in-cc': (found) =>
    `The sender says that the contacts are the people in Cc${at(found)}. Names and phone numbers must be in the mail itself.`,
  'organisation-differs': (found) =>
    `The Admin Contact's organisation is not the manager of the ccTLD${at(found)}.`,
  'contact-is-anchor': () =>
    'This contact has the address of the Admin Contact: one mailbox asks and is asked.',
  'person-known-elsewhere': (found) => `This person is on the list already${at(found)}.`,
  'person-unreachable': () =>
    'Mail from us to this person comes back. Until that ends, the person gets nothing that the list sends.',
  'nobody-left': () => 'Nobody stays on the list for this ccTLD. There should be two people.',
  'only-one-contact': () => 'There is only one contact. There should be two.',
  'primary-follows': (found) =>
    `The primary contact leaves; the mail does not say who is next${at(found)}.`,
  'clarify-rounds-used-up': () =>
    'We have asked as often as we may, and something is still missing.',
  'single-word-name': (found) => `The name is one word only${at(found)}.`,
  'unparsed-phone': (found) =>
    `The phone number cannot be read${at(found)}. It will be listed as written.`,
  'unreadable-text': (found) => `A part of the mail cannot be read${at(found)}.`,
  'attachments-not-read': (found) => `An attachment was not read${at(found)}.`,
};

/** All warnings as a numbered list, the most serious first. */
export function warningList(warnings: readonly Warning[]): string {
  const order = Object.keys(WARNINGS);
  return warnings
    .toSorted((a, b) => order.indexOf(a.code) - order.indexOf(b.code))
    .map(({ code, contact, found }) => `${who(contact)}${WARNINGS[code](found)}`)
    .map((sentence, index) => wrap(sentence, { first: `  ${index + 1}. ` }))
    .join('\n');
}

function who(contact: number | undefined): string {
  return contact === undefined ? '' : `Contact ${contact}: `;
}

function at(found: string | undefined): string {
  return found === undefined || found === '' ? '' : `: ${quoteLine(found)}`;
}

function read(found: string | undefined): string {
  return found === undefined || found === '' ? '' : ` We read: ${quoteLine(found)}.`;
}

/** What each level of evidence means (design 5). */
export const EVIDENCE_WORDS: Readonly<Record<Evidence, string>> = {
  E0: 'E0: nothing links the mail to the Admin Contact.',
  E1: 'E1: the Admin Contact address stands in To or Cc. Anyone can write that.',
  E2: 'E2: From is the Admin Contact address, but without proof.',
  E3: 'E3: From is the Admin Contact address, and its domain is proven.',
  E4: 'E4: somebody who reads the Admin Contact mailbox answered our code.',
  E5: 'E5: as E4, and a Validator checked it in another way.',
};

/** What each policy lets into the queue (design 5). */
export const POLICY_WORDS: Readonly<Record<Policy, string>> = {
  classic: 'classic: E1 and better come to you; the Admin Contact gets a copy.',
  balanced: 'balanced: E3 and better come to you; others must CONFIRM first.',
  strict: 'strict: E4 and better come to you; others must CONFIRM first.',
};
