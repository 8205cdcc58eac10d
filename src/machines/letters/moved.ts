/** Letters about a ccTLD that may have a new manager: to its contacts, the Admin Contacts, the Committee, the Validators. */

import { showCctld } from '../words/cctld.ts';
import { showToken } from '../words/token.ts';
import { quoteText } from './foreign.ts';
import { FILL_IN } from './how-to.ts';
import type { CaseFacts, LetterInput } from './letter.ts';
import { fieldList, movedBlocks } from './moved-blocks.ts';
import {
  answerWords,
  before,
  type Block,
  bullets,
  ccTldOf,
  compose,
  composeForValidator,
  ifNothing,
  showDate,
} from './parts.ts';
import { caseBlocks } from './queue.ts';
import { wrap } from './wrap.ts';

const A_VALIDATOR = 'A Validator (a person of our team)';

/** To the contacts of before, and to the Admin Contact of before: perhaps the old team, perhaps the same. */
export function movedToldLetter(input: LetterInput<'moved-told'>): string {
  const { about } = input.data;
  return compose(input, whyTold(input), ...SAYS[sayOf(about)](input, about));
}

function whyTold({ to, data: { about } }: LetterInput<'moved-told'>): string {
  const cctld = ccTldOf(about);
  if (about.before.some(({ address }) => address === to))
    return wrap(`You get this letter because you are on the list as a contact for ${cctld}.`);
  const verb = to === about.anchor ? 'lists' : 'listed';
  return wrap(
    `You get this letter because the IANA registry ${verb} your address as the Admin Contact of ${cctld}.`,
  );
}

type Say = 'suspected' | 'confirmed' | 'transition' | 'same';

function sayOf({ state, moved }: CaseFacts): Say {
  if (state === 'on-notice') return 'confirmed';
  if (state === 'in-transition') return 'transition';
  return moved?.outcome?.what === 'same' ? 'same' : 'suspected';
}

const SAYS: Readonly<
  Record<Say, (input: LetterInput<'moved-told'>, about: CaseFacts) => readonly Block[]>
> = {
  suspected: ({ list }, about) => [
    wrap(`The IANA registry now shows other data for ${ccTldOf(about)}:`),
    fieldList(about.moved?.fields ?? [], false),
    wrap(
      `Perhaps another organisation runs ${ccTldOf(about)} now; perhaps it only has a new name. We do not know yet. ${A_VALIDATOR} looks at it. Until then, nobody can change the contacts of ${ccTldOf(about)} on our list. All who are on the list stay on it.`,
    ),
    wrap('If you know of this change, you do not need to do anything.'),
    wrap(
      `If you do not know of it, or if it is wrong, please tell us at once: write to ${list.owner}. Please write from another address too if your own address ends in ".${about.cctld ?? ''}".`,
    ),
  ],
  confirmed: ({ list }, about) => [
    wrap(
      `${A_VALIDATOR} has checked it: another organisation runs ${ccTldOf(about)} now. We ask the new Admin Contact who the security contacts are from now on.`,
    ),
    wrap(
      'The contacts of before stay on the list for now. After some time they are taken off, and each of them gets a letter about it. Thank you for your work for this list.',
    ),
    wrap(
      `You do not need to do anything. If this is wrong, or if you work for the new organisation too, please write to ${list.owner}.`,
    ),
  ],
  transition: ({ list }, about) => [
    wrap(
      `${A_VALIDATOR} has checked it: another organisation takes over ${ccTldOf(about)}. For a time, old and new contacts are both on the list${untilOf(about)}. Until then you stay on the list.`,
    ),
    wrap(`You do not need to do anything. If this is wrong, please write to ${list.owner}.`),
  ],
  same: ({ list }, about) => [
    wrap(
      `We wrote to you that the data of ${ccTldOf(about)} in the IANA registry had changed. ${A_VALIDATOR} has checked it: the organisation that runs ${ccTldOf(about)} is the same as before. Changes of its contacts are possible again, and all who were on the list stay on it.`,
    ),
    wrap(`You do not need to do anything. If this is wrong, please write to ${list.owner}.`),
  ],
};

function untilOf({ moved }: CaseFacts): string {
  const day = moved?.outcome?.until;
  return day === undefined ? '' : `, until ${showDate(day)}`;
}

/** To the new Admin Contact alone: who are the contacts now? */
export function newManagerLetter(input: LetterInput<'new-manager'>): string {
  const { about } = input.data;
  const cctld = ccTldOf(about);
  const hasPeople = about.before.length > 0;
  const isShared = about.state === 'in-transition';
  return compose(
    input,
    wrap(
      `You get this letter because the IANA registry now lists your address as the Admin Contact of ${cctld}.`,
    ),
    wrap(
      `For each ccTLD, two or three people are on our list. When there is an attack, the others can call them and write to them. Please tell us${before(input)} who these people are for ${cctld}.`,
    ),
    hasPeople &&
      wrap(
        `On the list for ${cctld} there are still ${isShared ? 'the people' : 'people'} of before (${about.before.length}). Press "Reply", and write one of these as the first line of your answer:`,
      ),
    hasPeople &&
      answerWords([
        ['Only your new people', 'REPLACE ALL'],
        ['Beside the people of before', 'ADD'],
      ]),
    !hasPeople && wrap('Press "Reply" to answer.'),
    FILL_IN,
    wrap(
      `Do not forward this letter: the code in it answers for you. ${A_VALIDATOR} checks your answer before the list is changed. Three people are the most for one ccTLD.`,
    ),
    wrap(until(input)),
    input.token !== undefined && `  Code of this letter:  ${showToken(input.token)}`,
  );
}

function until(input: LetterInput): string {
  return `You can answer${before(input)}. If you do not, nothing changes.`;
}

/** To both addresses, where only the address of the Admin Contact changed. */
export function addressChangedLetter(input: LetterInput<'address-changed'>): string {
  const { oldAnchor, newAnchor } = input.data;
  const cctld = showCctld(input.data.cctld);
  return compose(
    input,
    wrap(
      `You get this letter because your address is one of these. The IANA registry now lists another Admin Contact address for ${cctld}:`,
    ),
    [`  Before:  ${oldAnchor}`, `  Now:     ${newAnchor}`].join('\n'),
    wrap(
      `From now on, only the new address can answer for ${cctld}. The codes in our letters to the old address are no longer valid for ${cctld}. Nothing else changes.`,
    ),
    wrap('If the new address is right, you do not need to do anything.'),
    wrap(
      `If it is not right, please tell us at once: write to ${input.list.owner}. Please tell IANA too.`,
    ),
  );
}

/** To the Standing Committee: for information. */
export function movedCommitteeLetter(input: LetterInput<'moved-committee'>): string {
  const { about } = input.data;
  return compose(
    input,
    member(input),
    wrap(
      `The IANA registry record of ${ccTldOf(about)} has changed so much that the ccTLD may have a new manager. Changes of its contacts are stopped until a Validator has found out what it is.`,
    ),
    ...(about.moved === undefined ? [] : movedBlocks(about, about.moved)),
    wrap(`You do not need to do anything. If you know more, please write to ${input.list.owner}.`),
  );
}

function member({ list }: LetterInput): string {
  return wrap(
    `You get this letter because you are a member of the Standing Committee of ${list.name}.`,
  );
}

/** To the Standing Committee: a Validator asks for advice. */
export function movedAdviceLetter(input: LetterInput<'moved-advice'>): string {
  const { about } = input.data;
  const asked = about.notes.findLast(({ kind }) => kind === 'escalated');
  return compose(
    input,
    member(input),
    wrap(
      `A Validator asks for your advice about ${ccTldOf(about)}. Its record in the IANA registry has changed, and the question is who runs the ccTLD now.`,
    ),
    asked !== undefined && `THE QUESTION\n\n${quoteText(asked.text)}`,
    ...(about.moved === undefined ? [] : movedBlocks(about, about.moved)),
    wrap(
      'Please press "Reply" and write your advice in your own words. The Validators read it, and one of them decides.',
    ),
    wrap(ifNothing(input, 'the Validators go on without your advice')),
  );
}

/** To the Validators: each time that the case needs them, or that they should know. */
export function movedAlarmLetter(input: LetterInput<'alarm-moved'>): string {
  const { about, can, news } = input.data;
  return composeForValidator(
    input,
    wrap(`${news === 'reminder' ? 'This is a reminder. ' : ''}${whatNow(about, news)}`),
    ...caseBlocks(about),
    ...whatToCheck(about),
    'WHAT YOU CAN DO',
    wrap('Press "Reply", keep the subject, and write one of these as the first line:'),
    can
      .map((line) => choice(meaningOf(line), line.replace(' # ', ` ${input.caseId ?? '#'} `)))
      .join('\n'),
    ...removals(about),
    wrap('Put your own words in the place of "your reason". It is kept with the case.'),
    wrap(
      'A decision counts only for what this letter shows. If the registry changes again, you get a new letter, and an answer to this one does nothing.',
    ),
    input.token !== undefined && `  Code of this letter:  ${showToken(input.token)}`,
  );
}

type News = LetterInput<'alarm-moved'>['data']['news'];

function whatNow(about: CaseFacts, news: News): string {
  const cctld = ccTldOf(about);
  const { moved, state } = about;
  if (news === 'more')
    return `The registry has changed ${cctld} once more while this case is open.${stopped(about)}${returned(about)}`;
  if (state === 'on-notice')
    return `${cctld} has a new manager. ${ofBefore(about)} The new Admin Contact was asked for new contacts; the answer is a request of its own.`;
  if (state === 'in-transition')
    return news === 'decided'
      ? `Old and new contacts of ${cctld} may both be on the list${untilOf(about)}. The new Admin Contact was asked for new contacts; the answer is a request of its own.`
      : `The time in which old and new contacts of ${cctld} are both on the list is over${untilOf(about).replace(', until', ' since')}. What now?`;
  return moved?.verdict === 'redelegation'
    ? `The registry record of ${cctld} has changed so much that the ccTLD may have a new manager, or may be in the hands of somebody else.${stopped(about)}`
    : `The registry record of ${cctld} has changed in a way that you should look at. Nothing is stopped.`;
}

function ofBefore({ before: people }: CaseFacts): string {
  return people.length === 0
    ? 'None of the contacts of before is on the list.'
    : 'The contacts of before were told and are still on the list.';
}

function stopped(about: CaseFacts): string {
  const waits = about.moved?.verdict === 'redelegation' && about.moved.outcome === undefined;
  return waits
    ? ` Changes for ${ccTldOf(about)} are stopped, and no code goes to the new Admin Contact, until one of you has decided.`
    : '';
}

function returned({ moved }: CaseFacts): string {
  return moved?.fields.every(({ score }) => score === 0) === true
    ? ' The record is now again as it was before: perhaps it was a mistake that was put right.'
    : '';
}

function whatToCheck({ moved, cctld, before: people }: CaseFacts): Block[] {
  if (moved === undefined || moved.outcome !== undefined) return [];
  return [
    'WHAT TO CHECK',
    bullets([
      `Is there a report of IANA about a transfer of .${cctld ?? ''}? (iana.org, "Delegation and Transfer Reports")`,
      ...(people.length === 0
        ? []
        : ['What do the contacts of before say, best by phone? Their numbers are above.']),
      `Mail from addresses that end in ".${cctld ?? ''}" proves little: who holds the ccTLD holds them too.`,
    ]),
  ];
}

function removals(about: CaseFacts): Block[] {
  const { state, before: people, cctld } = about;
  const isOver = state === 'on-notice' || state === 'in-transition';
  if (!isOver || people.length === 0 || cctld === undefined) return [];
  return [
    wrap(
      'To take contacts of before off the list, one line for each (each opens a case that must be approved):',
    ),
    people
      .map(({ address }) =>
        wrap(`REMOVE .${cctld} ${address} your reason`, { first: '    Write:  ' }),
      )
      .join('\n'),
  ];
}

// What it means, and below it the words: some are too long for one line.
function choice(means: string, words: string): string {
  return `${wrap(`${means}:`, { first: '  - ', rest: '    ' })}\n      Write:  ${words}`;
}

const MEANINGS: Readonly<Record<string, string>> = {
  confirmed:
    'Another organisation runs the ccTLD now (the contacts of before are told, the new Admin Contact is asked for new ones)',
  rename: 'The same organisation as before: only its name, address or people changed',
  transition:
    'Another organisation takes over, and both are on the list for a time (up to 90d, or a day: until 2027-03-01)',
  done: 'All is done, and the case can end (who is on the list stays there)',
  HOLD: 'To look at it again later',
  ESCALATE: 'To ask the Standing Committee',
  NOTE: 'To keep a note',
};

function meaningOf(line: string): string {
  const [word = '', , outcome = ''] = line.split(' ');
  return MEANINGS[word === 'REDELEGATION' ? outcome : word] ?? 'Also';
}
