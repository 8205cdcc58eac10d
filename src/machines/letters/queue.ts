/** The letter that asks a Validator to decide: warnings first, then the change, then why we believe it. */

import { showCctld } from '../words/cctld.ts';
import { showToken } from '../words/token.ts';
import { contactList, difference, incompletePeople, renumbered } from './contacts.ts';
import { cleanLine, quoteText } from './foreign.ts';
import type { CaseNote, Invitation, LostPerson } from '../words/case.ts';
import type { CaseFacts, LetterInput } from './letter.ts';
import { answerWords, type Block, bullets, composeForValidator, showDate } from './parts.ts';
import { movedBlocks } from './moved-blocks.ts';
import { complaintList, EVIDENCE_WORDS, POLICY_WORDS, warningList } from './sentences.ts';
import { wrap } from './wrap.ts';

/** One case for one Validator. */
export function queueLetter(input: LetterInput<'queue'>): string {
  const { about, reminder } = input.data;
  return composeForValidator(
    input,
    wrap(
      `${reminder ? 'This is a reminder. ' : ''}A request waits for your decision since ${showDate(about.opened)}.`,
    ),
    ...caseBlocks(about),
    ...howToDecide(input),
  );
}

/** All of a case that an approval is for. */
export function caseBlocks(about: CaseFacts): Block[] {
  const { warnings, complaints, cctld } = about;
  if (about.lost !== undefined) return lostBlocks(about, about.lost);
  if (about.invitation !== undefined) return inviteBlocks(about, about.invitation);
  if (about.moved !== undefined) return [...movedBlocks(about, about.moved), notes(about)];
  const incomplete = incompletePeople(about);
  return [
    warnings.length > 0
      ? `WARNINGS (${warnings.length})\n\n${warningList(renumbered(warnings, about))}`
      : 'WARNINGS: none',
    complaints.length > 0 && `STILL MISSING\n\n${complaintList(renumbered(complaints, about))}`,
    `THE CHANGE for ${cctld === undefined ? 'a ccTLD that is not known yet' : showCctld(cctld)}  (+ comes, - goes, = stays)\n\n${difference(about)}`,
    incomplete !== '' && `NOT COMPLETE YET\n\n${incomplete}`,
    evidence(about),
    people(about),
    senderText(about),
    reason(about),
    notes(about),
    approvals(about),
  ];
}

// Nobody asks for a change: what is known, who is on the list, who can be asked.
function lostBlocks(about: CaseFacts, { firstName, lastName, address }: LostPerson): Block[] {
  const cctld = about.cctld === undefined ? 'a ccTLD' : showCctld(about.cctld);
  const known = bullets(about.evidenceFacts.map((fact) => cleanLine(fact, 500)));
  const name = wrap(cleanLine(`${firstName} ${lastName}`, 120), { first: '  - ', rest: '    … ' });
  return [
    `MAIL DOES NOT REACH\n\n${name}\n${bullets([address])}`,
    `WHAT WE KNOW\n\n${known}`,
    `ON THE LIST for ${cctld} NOW\n\n${contactList(about.before)}`,
    `  Admin Contact address:  ${about.anchor ?? '(none)'}`,
    notes(about),
  ];
}

// An invitation asks for no change: what there is to know is where it went, and what came back.
function inviteBlocks(about: CaseFacts, { by }: Invitation): Block[] {
  const known = bullets(about.evidenceFacts.map((fact) => cleanLine(fact, 500)));
  return [
    known !== '' && `WHAT WE KNOW\n\n${known}`,
    `  Admin Contact address:  ${about.anchor ?? '(none)'}`,
    wrap(`Ordered:  ${showDate(about.opened)}, by ${cleanLine(by, 100)}`, {
      first: '  ',
      rest: '    … ',
    }),
    notes(about),
  ];
}

function evidence({ evidence: level, evidenceFacts, policy }: CaseFacts): Block {
  const facts = bullets(evidenceFacts.map((fact) => cleanLine(fact, 500)));
  return [
    'EVIDENCE',
    '',
    wrap(EVIDENCE_WORDS[level], { first: '  ' }),
    ...(facts === '' ? [] : [facts]),
    '',
    wrap(`Policy ${POLICY_WORDS[policy]}`, { first: '  ' }),
  ].join('\n');
}

function people({ requester, anchor }: CaseFacts): Block {
  return [
    'PEOPLE',
    '',
    `  Sender of the request:  ${requester}`,
    `  Admin Contact address:  ${anchor ?? '(none)'}`,
  ].join('\n');
}

function senderText({ text }: CaseFacts): Block {
  const quoted = quoteText(text);
  return quoted === '' ? undefined : `WHAT ELSE THE SENDER WROTE\n\n${quoted}`;
}

function reason({ reason: words = '' }: CaseFacts): Block {
  const quoted = quoteText(words);
  return quoted === '' ? undefined : `REASON\n\n${quoted}`;
}

const NOTE_WORDS: Readonly<Record<CaseNote['kind'], string>> = {
  note: 'noted',
  verified: 'checked it in another way',
  hold: 'let it rest',
  escalated: 'asked the Standing Committee',
  advice: 'advises',
  amended: 'corrected data',
};

function notes({ notes: all }: CaseFacts): Block {
  const said = all.map(
    ({ by, at, kind, text }) =>
      `${wrap(`${cleanLine(by, 254)} ${NOTE_WORDS[kind]}, ${showDate(at)}:`, { first: '  ', rest: '  … ' })}\n\n${quoteText(text)}`,
  );
  return said.length === 0 ? undefined : ['WHAT WAS SAID ABOUT IT', ...said].join('\n\n');
}

function approvals({ approvals: given, approvalsNeeded }: CaseFacts): Block {
  if (given.length === 0 || approvalsNeeded < 2) return undefined;
  return `APPROVED BY\n\n${bullets(given)}\n${wrap('Another Validator must approve it too.', { first: '  ' })}`;
}

function howToDecide(input: LetterInput<'queue'>): Block[] {
  const lines = input.data.can.map((line) => complete(line, input.caseId));
  if (lines.length === 0) {
    return ['YOUR DECISION', wrap('No command can change this case now.')];
  }
  return [
    'YOUR DECISION',
    wrap('Press "Reply", keep the subject, and write one of these as the first line:'),
    choices(lines),
    wrap(OWN_WORDS),
    lines.some((line) => line.startsWith('AMEND')) && wrap(WHICH_CONTACT),
    wrap(
      'An approval counts only for what this letter shows. If the case changes, you get a new letter, and an answer to this one does nothing.',
    ),
    wrap('If nobody decides, nothing changes, and we remind you.'),
    input.token !== undefined && `  Code of this letter:  ${showToken(input.token)}`,
  ];
}

export const OWN_WORDS =
  'Put your own words in the place of "your reason" and "your question". The people concerned will read them.';
export const WHICH_CONTACT =
  'To correct data: the number of the contact is the one that stands before the name above, and in the place of "phone" you can write name, first, last, e-mail or primary.';

/** Commands to copy, each behind what it does. */
export function choices(lines: readonly string[]): string {
  return answerWords(lines.map((line) => [labelOf(line), cleanLine(line, 200)]));
}

// A case gets its number when it is stored, after its commands were written: "#" stands for it.
function complete(line: string, caseId: number | undefined): string {
  return cleanLine(caseId === undefined ? line : line.replace(/^(\w+) #/, `$1 ${caseId}`), 200);
}

const LABELS: Readonly<Record<string, string>> = {
  APPROVE: 'To approve',
  REJECT: 'To refuse',
  ASK: 'To ask the sender',
  HOLD: 'To wait',
  AMEND: 'To correct data',
  ESCALATE: 'To ask the Committee',
  VERIFIED: 'You checked otherwise',
  NOTE: 'To keep a note',
};

const OUTCOMES: Readonly<Record<string, string>> = {
  confirmed: 'A new manager',
  rename: 'The same manager',
  transition: 'Both for a time',
  done: 'To end the case',
};

function labelOf(line: string): string {
  const [word = '', , outcome = ''] = line.split(' ');
  return (word === 'REDELEGATION' ? OUTCOMES[outcome] : LABELS[word]) ?? 'Also';
}
