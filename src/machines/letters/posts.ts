/** Letters about mails to the list: to their authors, to strangers, and to Validators (design 9). */

import { showCctld } from '../words/cctld.ts';
import { breakLinks, cleanLine, quoteText } from './foreign.ts';
import type { LetterInput } from './letter.ts';
import { mailRows } from './look.ts';
import { mailHead } from './mail-head.ts';
import {
  answerWords,
  before,
  type Block,
  bullets,
  compose,
  composeForValidator,
  showDate,
} from './parts.ts';
import { wrap } from './wrap.ts';

/** The same for everybody who is not on the list, so that it tells nothing about who is. */
export function postNotMemberLetter(input: LetterInput<'post-not-member'>): string {
  const { list } = input;
  return compose(
    input,
    wrap(
      'You wrote to the list. Only people who are on the list can write to it, from their address on the list. So your mail was not sent to anybody.',
    ),
    wrap(
      `Are you on the list with another address? Then please write from that address. Are you the Admin Contact of a ccTLD? Then please write to ${list.join}.`,
    ),
  );
}

/** The post is larger than the list takes. */
export function postTooBigLetter(input: LetterInput<'post-too-big'>): string {
  const { subject, size, most } = input.data;
  return compose(
    input,
    yourMail(subject),
    wrap('It is too big for the list. So it was not sent to anybody.'),
    bullets([`Your mail: ${megabytes(size)}`, `The largest that we send: ${megabytes(most)}`]),
    wrap(
      'Please send it again without the attachment. You can say in your mail how people can get it from you.',
    ),
  );
}

// Rounded up: what is too big never looks as large as what is allowed.
function megabytes(octets: number): string {
  return `${(Math.ceil(octets / 10_000) / 100).toFixed(2)} MB`;
}

/** Somebody sent commands to the list. */
export function postCommandsLetter(input: LetterInput<'post-commands'>): string {
  return compose(
    input,
    wrap('You wrote this to the list:'),
    quoteText(input.data.words, 500) || undefined,
    wrap(
      `It looks like a command for us. So we did not send it to the people on the list, and nothing else was done. If it is a command, please send it to this address:`,
    ),
    `  ${input.list.request}`,
    wrap(
      'If you want everybody to read it, please send it again, with a sentence that says what you mean.',
    ),
  );
}

/** A person looks at the post before it goes out. */
export function postWaitsLetter(input: LetterInput<'post-waits'>): string {
  return compose(
    input,
    yourMail(input.data.subject),
    wrap(
      'We have it. A Validator (a person of our team) will look at it before it goes to everybody, because something about your ccTLD must be checked first. The Validators know about it now.',
    ),
    wrap('You do not need to do anything. Is it urgent? Then please call people by phone.'),
  );
}

/** Did you write this? To the address that is on the list. */
export function postAskLetter(input: LetterInput<'post-ask'>): string {
  const { at, last } = input.data;
  return compose(
    input,
    wrap('You get this letter because you are on the list.'),
    wrap(
      `On ${showDate(at)} we got a mail to the list. It shows your address as the sender, but we cannot prove that it comes from you. So it waits, and nobody has got it.`,
    ),
    ...theirWords(input.data),
    wrap(
      'Did you write this mail? Press "Reply" and write one of these at the top of your answer:',
    ),
    answerWords(
      [
        ['If you wrote it', 'CONFIRM'],
        ['If you did not', 'REJECT'],
      ],
      input.token,
    ),
    input.token !== undefined &&
      wrap(
        `The word is enough. If you cannot press "Reply", write a new mail to ${input.list.request}, with the word and the code behind it.`,
      ),
    wrap(
      'After CONFIRM, your mail goes to everybody on the list. After REJECT, nobody gets it, and the Validators (people of our team) get an alarm.',
    ),
    wrap(`Please answer${before(input)}. If you do nothing, nobody gets the mail.`),
    last === true &&
      wrap(
        `You had many of these letters today, so this is the last one today. If more mails come that show your address, they wait too. The Validators know about them. If you wrote one of them, please write to ${input.list.owner}, or call a Validator.`,
      ),
    wrap('This letter has no link and no attachment. We never ask for a password.'),
  );
}

// A stranger's words must not speak with our voice, nor be pressed.
function theirWords({ subject, text }: LetterInput<'post-ask'>['data']): Block[] {
  const words = text === undefined ? '' : `\n\n${firstLines(text)}`;
  return [
    wrap(
      'The lines with | are from that mail. They are not our words. We put [ ] into all links, so that nobody opens one by mistake:',
    ),
    quoteText(breakLinks(`Subject: ${subject.slice(0, 200)}${words}`), 900),
    text === undefined &&
      wrap('We do not show the rest of it here, because it looks like a forgery.'),
  ];
}

function firstLines(text: string): string {
  const lines = text.trim().split('\n');
  return lines.length > 10 ? [...lines.slice(0, 10), '…'].join('\n') : lines.join('\n');
}

/** An answer to that question that could not be used. */
export function postAgainLetter(input: LetterInput<'post-again'>): string {
  const { why } = input.data;
  if (why !== 'unclear') {
    return compose(
      input,
      wrap(`Thank you for your answer. ${TOO_LATE[why]}`),
      wrap(`If something is wrong, please tell us: write to ${input.list.owner}.`),
    );
  }
  return compose(
    input,
    wrap('Thank you for your answer. We could not use it. Your mail to the list still waits.'),
    wrap(
      'Please open our earlier letter about this. Its subject starts with "Did you write this". Press "Reply" in that letter, and write one word at the top of your answer:',
    ),
    answerWords([
      ['If you wrote the mail', 'CONFIRM'],
      ['If you did not', 'REJECT'],
    ]),
  );
}

const TOO_LATE = {
  used: 'We had your answer already, so this mail changes nothing. A Validator (a person of our team) looks at your mail to the list.',
  sent: 'Your mail to the list has gone to everybody already, so this answer changes nothing.',
  leaving:
    'Your mail to the list is on its way to everybody already, so this answer changes nothing.',
  expired:
    'The time for this answer is over, so it changes nothing. Your mail did not go to the list. Do you still want to send it? Then please send it to the list again.',
  over: 'That mail was stopped, so this answer changes nothing. It did not go to the list. Do you still want to send it? Then please send it to the list again.',
} as const;

/** A post that is RED: the list is not the place for details of an incident. */
export function postRedLetter(input: LetterInput<'post-red'>): string {
  const { subject, why, sentBack } = input.data;
  return compose(
    input,
    yourMail(subject),
    wrap(WHY_RED[why]),
    wrap(
      sentBack
        ? 'Mails that are RED are not sent to the list. So nobody has got it.'
        : 'It went to everybody on the list, with [TLP:RED] in its subject.',
    ),
    wrap(
      'RED means: only for those who get your mail, and for nobody else. The list is not encrypted, and many people read it. Please do not write details of an incident there. Use the list to find the right person. Then talk by phone or in another safe way.',
    ),
    wrap(
      `May your readers tell others what you write? Then please ${sentBack ? 'send it again, and start' : 'start'} the subject with one of these labels. They say whom your readers may tell:`,
    ),
    LABELS,
    !sentBack && wrap('You do not need to answer this letter.'),
  );
}

const WHY_RED = {
  'no-label': 'It has no label of the Traffic Light Protocol (TLP). So we must take it as RED.',
  written: 'Its label is RED.',
  answers: 'It has no label of its own, and it answers a mail that is RED. So it is RED too.',
} as const;

const LABELS = [
  '  [TLP:AMBER]  only people in their organisations who need it',
  '  [TLP:GREEN]  people they work with, but not in public',
  '  [TLP:CLEAR]  everyone',
].join('\n');

/** To all Validators: a post waits for their word. */
export function postHeldLetter(input: LetterInput<'post-held'>): string {
  const { frozen, text, proven, confirmed, inboxId, ...head } = input.data;
  return composeForValidator(
    input,
    wrap(
      'A contact wrote to the list. The mail waits, because changes are stopped for their ccTLD, or for the ccTLD of their mailbox:',
    ),
    bullets(frozen.map(showCctld)),
    mailHead({ ...head, inboxId }),
    wrap(howProven(proven, confirmed)),
    quoteText(text) || 'The mail has no text of its own.',
    wrap(
      'Whoever takes over a ccTLD may read the mailboxes there. If in doubt, call the contact by phone. When all is clear, press "Reply" and write this line:',
    ),
    toDecide(inboxId),
    wrap('If nobody decides, it waits, and nobody gets it.'),
  );
}

function howProven(proven: boolean, confirmed: boolean): string {
  if (proven) return 'It is proven that the mail comes from this sender.';
  return confirmed
    ? 'The mail itself proves nothing about its sender. Who reads the mailbox on the list has answered CONFIRM.'
    : 'It is not proven that the mail comes from this sender. Anyone can write such a mail.';
}

/** To all Validators: a held post that nobody is asked about, or that may not go out any more. */
export function postStuckLetter(input: LetterInput<'post-stuck'>): string {
  const { inboxId, why } = input.data;
  if (why === 'left') {
    return composeForValidator(
      input,
      wrap(
        'A Validator released this mail. But it did not go out: the person who wrote it is not on the list any more.',
      ),
      mailHead(input.data),
    );
  }
  return composeForValidator(
    input,
    wrap(
      'Many mails to the list came today that show the address of this contact. None of them proves its sender. We asked the contact about ten of them, and we do not ask again today. This mail waits, and nobody has got it:',
    ),
    mailHead(input.data),
    wrap(
      'Maybe somebody sends these mails so that the contact cannot reach the list. Please call the contact by phone, and ask whether they wrote to the list today.',
    ),
    wrap(
      'More such mails may come today. You get one letter a day about them. To see all mails that wait, press "Reply" and write the first line; to decide, write one of the others:',
    ),
    answerWords([
      ['To see all that wait', 'QUARANTINE'],
      ['To send it to everybody', `QUARANTINE release ${inboxId}`],
      ['To stop it', `QUARANTINE drop ${inboxId}`],
    ]),
  );
}

/** To a Validator who wants to see a held post before it goes out. */
export function mailShownLetter(input: LetterInput<'mail-shown'>): string {
  const { inboxId, from, at, why } = input.data;
  return composeForValidator(
    input,
    wrap(
      `You asked to see mail ${inboxId}. It is attached, as it came. Be careful with its files and links.`,
    ),
    mailRows([{ inboxId, from, at, outcome: 'held', why }]),
    wrap('To decide, press "Reply" and write one of these lines:'),
    toDecide(inboxId),
  );
}

function toDecide(inboxId: number): string {
  return answerWords([
    ['To send it to everybody', `QUARANTINE release ${inboxId}`],
    ['To stop it', `QUARANTINE drop ${inboxId}`],
  ]);
}

/** To all Validators: somebody posts in the name of an SSC. */
export function postAlarmLetter(input: LetterInput<'alarm-post'>): string {
  const { author, answeredFrom, subject, inboxId } = input.data;
  return composeForValidator(
    input,
    wrap(
      'ALARM: somebody wrote to the list in the name of a contact. We asked at the address on the list, and the answer was REJECT: they did not write it.',
    ),
    mailHead({ from: author, subject, inboxId }),
    wrap(`The answer came from:`),
    wrap(cleanLine(answeredFrom, 254), { first: '  - ', rest: '    … ' }),
    wrap(howFar(input.data)),
    ...onTheServer(inboxId),
  );
}

function howFar({ stopped, handed, of, unsure }: LetterInput<'alarm-post'>['data']): string {
  const none = handed + unsure === 0;
  if (none && stopped) return 'The mail was stopped. Nobody on the list has got it.';
  if (none) return 'The mail could not be sent. Nobody on the list has got it.';
  const how = stopped ? partWay({ handed, of, unsure }) : GONE;
  return `${how} Please tell the contacts that it is not genuine, and call this contact by phone.`;
}

const GONE = 'The mail had gone to everybody before this answer came.';

function partWay({ handed, of, unsure }: { handed: number; of: number; unsure: number }): string {
  const sent = handed > 0 ? ` Of ${of} people, ${handed} had got it before.` : '';
  const broke =
    unsure > 0 ? ' Something broke while it was sent, so we do not know who else got it.' : '';
  return `The mail was on its way when this answer came. We stopped it.${sent}${broke}`;
}

function onTheServer(inboxId: number): Block[] {
  return [wrap('To see the mail on the server:'), `  tldops quarantine show ${inboxId}`];
}

function yourMail(subject: string): Block {
  return `${wrap('You wrote a mail to the list:')}\n\n${quoteText(`Subject: ${subject}`, 300)}`;
}
