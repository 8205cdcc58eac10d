/** Letters about an invitation: to the Admin Contact in English and the language of the country, and to the Validators. */

import { showCctld } from '../words/cctld.ts';
import type { LetterLanguage } from '../words/letter-language.ts';
import { showToken } from '../words/token.ts';
import { quoteText } from './foreign.ts';
import type { InviteWords } from './invite-text.ts';
import { INVITE_WORDS } from './invite-words.ts';
import type { CaseFacts, LetterInput } from './letter.ts';
import {
  answerWords,
  type Block,
  bullets,
  ccTldOf,
  composeForValidator,
  finish,
  heading,
  showDate,
} from './parts.ts';
import { caseBlocks } from './queue.ts';
import { wrap } from './wrap.ts';
import { wrapAny } from './wrap-han.ts';

type Public = LetterInput<'invite'> | LetterInput<'invite-over'>;

/** The letter in each of its languages, one under the other: the same text, the same form. */
export function inviteLetter(input: LetterInput<'invite'>): string {
  return inEach(input, (words) => invitation(input, words));
}

/** What ends an invitation: the Admin Contact's own no, or a Validator's word. */
export function inviteOverLetter(input: LetterInput<'invite-over'>): string {
  const { about, how, reason } = input.data;
  const said = quoteText(reason ?? '');
  return inEach(input, (words) =>
    how === 'declined'
      ? [wrapAny(words.declined(ccTldOf(about))), wrapAny(words.changeYourMind(input.list.join))]
      : [
          wrapAny(words.closed(ccTldOf(about))),
          said !== '' && `${wrapAny(words.reason)}\n\n${said}`,
          wrapAny(words.changeYourMind(input.list.join)),
        ],
  );
}

function inEach(input: Public, blocks: (words: InviteWords) => readonly Block[]): string {
  const { languages } = input.data as { readonly languages: readonly LetterLanguage[] };
  const { name, owner } = input.list;
  const [, ...others] = languages.map((one) => INVITE_WORDS[one]);
  const parts = languages.flatMap((language, at): Block[] => {
    const words = INVITE_WORDS[language];
    return [
      at > 0 && RULE,
      words.hello,
      wrapAny(words.who(name)),
      ...blocks(words),
      wrapAny(words.questions(owner)),
      words.team(name),
    ];
  });
  const below = others.map((words) => wrapAny(words.below));
  return finish([heading(input), ...below, ...parts]);
}

// No mail program takes this for the start of a signature or of a quotation.
const RULE = `  ${'· '.repeat(20).trimEnd()}`;

function invitation(input: LetterInput<'invite'>, words: InviteWords): readonly Block[] {
  const { about, reminder, others } = input.data;
  const cctld = ccTldOf(about);
  return [
    reminder && wrapAny(words.again(about.opened.slice(0, 10))),
    wrapAny(words.why(cctld)),
    wrapAny(words.what),
    wrapAny(words.whom(cctld)),
    wrapAny(words.howToFill),
    words.form,
    ...(others.length === 0 ? [] : alsoFor(input, words)),
    wrapAny(words.secret),
    input.tokenExpires !== undefined && wrapAny(words.until(dayIn(input.tokenExpires, words))),
    `${wrapAny(words.no)}\n\n${answerWords([[words.noLabel, words.noWords]])}`,
    wrapAny(`${words.thenQuiet} ${words.nothing(reminder)}`),
    wrapAny(words.genuine(input.list.owner)),
  ];
}

// Only English has words for it here; everybody reads the ISO form.
function dayIn(iso: string, words: InviteWords): string {
  return words === INVITE_WORDS.en ? showDate(iso) : iso.slice(0, 10);
}

function alsoFor({ data }: LetterInput<'invite'>, words: InviteWords): readonly Block[] {
  const { about, others } = data;
  const [label = ''] = words.form.split('\n');
  const both = [about.cctld, others[0]].flatMap((one) => (one === undefined ? [] : [`.${one}`]));
  return [
    wrapAny(words.others),
    bullets(others.map(showCctld)),
    answerWords([[words.othersFirstLine, `${label} ${both.join(', ')}`]]),
  ];
}

/** To the Validators: the Admin Contact does not answer, cannot be reached, or says no. */
export function inviteAlarmLetter(input: LetterInput<'alarm-invite'>): string {
  const { about, can } = input.data;
  return composeForValidator(
    input,
    wrap(whatNow(about)),
    ...caseBlocks(about),
    can.length > 0 && 'WHAT YOU CAN DO',
    can.length > 0 &&
      wrap('Press "Reply", keep the subject, and write one of these as the first line:'),
    can.length > 0 && answerWords(can.map((line) => [labelOf(line), line])),
    can.length > 0 &&
      wrap(
        `Put your own words in the place of "your reason". If our letter reached the Admin Contact, that address gets them in a last letter. What you close is not invited by "INVITE all" for 12 months; "INVITE ${ccTldOf(about)}" invites again.`,
      ),
    input.token !== undefined && `  Code of this letter:  ${showToken(input.token)}`,
  );
}

function whatNow(about: CaseFacts): string {
  const cctld = ccTldOf(about);
  if (about.state === 'declined')
    return `For your information: the Admin Contact of ${cctld} does not want to join the list now. Nobody is reminded any more, and ${cctld} can be invited again after 12 months. You do not need to do anything.`;
  if (about.state === 'expired')
    return `For your information: our invitation to ${cctld} is over. Nobody has answered or closed it for a year. ${cctld} can be invited again.`;
  if (about.invitation?.undeliverable === true)
    return `Our invitation to ${cctld} came back: the address of the Admin Contact in the IANA registry takes no mail. No more letters go there. Please find out in another way who the Admin Contact is, for example by phone or through the regional organisation. Only the registry (IANA) can change the address; when it does, the new one is invited by itself.`;
  return `The Admin Contact of ${cctld} does not answer our invitation and two reminders. Please ask in another way, for example by phone, through the regional organisation, or at a meeting. An answer to one of our letters is still welcome.`;
}

function labelOf(line: string): string {
  return line.startsWith('REJECT') ? 'To close it' : 'To keep a note';
}

/** The front of the subject to the Validators. */
export function inviteAlarmSubject({ data: { about } }: LetterInput<'alarm-invite'>): string {
  const cctld = ccTldOf(about);
  if (about.state === 'declined') return `For your information: ${cctld} does not want to join`;
  if (about.state === 'expired') return `For your information: the invitation to ${cctld} is over`;
  return about.invitation?.undeliverable === true
    ? `The invitation came back: ${cctld}`
    : `No answer to the invitation: ${cctld}`;
}
