/** Other letters to Validators: what happened, what the engine did, what a person can do now. */

import { showCctld } from '../words/cctld.ts';
import { showToken } from '../words/token.ts';
import { difference } from './contacts.ts';
import { cleanLine, quoteText } from './foreign.ts';
import type { CaseFacts, LetterInput } from './letter.ts';
import { showText } from './look.ts';
import { mailHead } from './mail-head.ts';
import { answerWords, type Block, ccTldOf, composeForValidator } from './parts.ts';
import { wrap } from './wrap.ts';

/** The answer to a mail with commands: each line with what came of it. */
export function transcriptLetter(input: LetterInput<'transcript'>): string {
  const { lines, ran, misread } = input.data;
  return composeForValidator(
    input,
    wrap(ran ? 'We have read your commands.' : 'Nothing was done.'),
    lines.map(answered).join('\n\n'),
    misread &&
      wrap(
        'When one line is wrong, no line is carried out. Please correct it, and send all lines again as an answer to the letter that asked you to decide.',
      ),
  );
}

function answered({
  line,
  answer,
  shown,
}: LetterInput<'transcript'>['data']['lines'][number]): string {
  const said = answer.split('\n').map((part) => wrap(cleanLine(part, 1000), { first: '    ' }));
  const short = [quoteText(line, 500) || '|', ...said].join('\n');
  return shown === undefined ? short : `${short}\n\n${showText(shown)}`;
}

/** A mail that a person must answer. */
export function passedOnLetter(input: LetterInput<'passed-on'>): string {
  const { from, recipient, text, attach, proven, ...mail } = input.data;
  return composeForValidator(
    input,
    wrap('A mail came that needs a person. The engine has changed nothing because of it.'),
    mailHead({ from, ...mail }, recipient),
    proven !== undefined &&
      wrap(
        proven
          ? 'It is proven that the mail comes from this sender.'
          : 'It is not proven that the mail comes from this sender. Anyone can write such a mail.',
      ),
    quoteText(text) || 'The mail has no text of its own.',
    attach && 'The whole mail is attached.',
    wrap(
      'Please answer the sender yourself, with a new mail. If you press "Reply" here, your answer goes to the engine.',
    ),
  );
}

/** Commands that no Validator is proven to have written, or that came for an older letter. */
export function forgedLetter(input: LetterInput<'alarm-forged'>): string {
  if (input.data.stale) return staleLetter(input);
  return composeForValidator(
    input,
    wrap(
      'A mail with commands came without proof that a Validator wrote it. None of its commands was carried out, and nobody was answered.',
    ),
    mailHead(input.data),
    reason(input.data.why),
    signature(input.data.signature),
    wrap(
      'If you wrote it: please open the letter that asked you to decide, press "Reply" there, and send your command again.',
    ),
    wrap(
      'If you did not write it, you do not need to do anything. When the sender is your own address, someone is using your name: please tell the other Validators.',
    ),
  );
}

function signature(said = ''): Block {
  return said === '' ? undefined : `About its OpenPGP signature:\n\n${quoteText(said, 1000)}`;
}

function staleLetter(input: LetterInput<'alarm-forged'>): string {
  return composeForValidator(
    input,
    wrap(
      'A mail with commands came for something that has changed since, or with a code that was used or replaced. None of its commands was carried out. Its writer was told.',
    ),
    mailHead(input.data),
    wrap(
      'If you wrote it: please look at the newest letter about the case, and answer that one. If someone else wrote it in your name, please tell the other Validators.',
    ),
  );
}

/** A mail that names no sender whom the engine could believe. */
export function heldLetter(input: LetterInput<'alarm-held'>): string {
  return composeForValidator(
    input,
    wrap(
      'A mail came that does not say clearly who sent it. The engine has kept it, has done nothing, and has not answered it.',
    ),
    mailHead(input.data),
    reason(input.data.why),
    'On the server, "tldops inbox" shows it under its number.',
    wrap(
      'If you think that it is a real request, please write to the Admin Contact of that ccTLD and ask for a new mail.',
    ),
  );
}

/** The Admin Contact did not ask for it. */
export function objectionLetter(input: LetterInput<'alarm-objection'>): string {
  const { about, by, afterApplied } = input.data;
  const cctld = ccTldOf(about);
  return composeForValidator(
    input,
    wrap(
      `ALARM: the Admin Contact of ${cctld} says that they did not ask for this change. The answer came from:`,
    ),
    wrap(cleanLine(by, 254), { first: '  - ', rest: '    … ' }),
    wrap(
      `The engine has stopped the request${afterApplied ? ', and takes the new contacts off the list again' : ' before the list was changed'}. All changes for ${cctld} are stopped.`,
    ),
    `This was the change (+ comes, - goes, = stays):\n\n${difference(about)}`,
    people(about),
    wrap(
      `Please find out who asked for this. Call the Admin Contact by phone; do not trust the mailbox alone. When all is clear, press "Reply" and allow changes for ${cctld} again with this line:`,
    ),
    about.cctld !== undefined &&
      answerWords([['To allow changes again', `UNFREEZE .${about.cctld}`]]),
    codeLine(input),
  );
}

function people({ requester, anchor }: CaseFacts): Block {
  return [
    `  Sender of the request:  ${requester}`,
    `  Admin Contact address:  ${anchor ?? '(none)'}`,
  ].join('\n');
}

/** A letter that the relay does not take. */
export function undeliveredLetter(input: LetterInput<'alarm-undelivered'>): string {
  const { addressee, summary, why } = input.data;
  return composeForValidator(
    input,
    wrap('One of our letters did not reach its reader.'),
    `  Addressee:  ${cleanLine(addressee, 254)}`,
    wrap(summary, { first: '  Letter:     ', rest: '              ' }),
    reason(why),
    wrap('Please find another way to reach this person, for example by phone.'),
  );
}

/** A mail that could not be processed. */
export function quarantineLetter(input: LetterInput<'alarm-quarantine'>): string {
  const { inboxId, why } = input.data;
  return composeForValidator(
    input,
    wrap(
      'A mail could not be processed, although the engine tried several times. It was set aside. Nothing is lost, and the mails after it do not wait.',
    ),
    `  Inbox number:  ${inboxId}`,
    reason(why),
    wrap('On the server, the operator can look at it, try it again, or drop it:'),
    ['show', 'replay', 'drop'].map((word) => `  tldops quarantine ${word} ${inboxId}`).join('\n'),
  );
}

/** The Admin Contact of a request that Validators have seen is another one now. */
export function anchorLetter(input: LetterInput<'alarm-anchor'>): string {
  const { about, oldAnchor, newAnchor } = input.data;
  return composeForValidator(
    input,
    wrap(`The IANA registry now lists another Admin Contact address for ${ccTldOf(about)}:`),
    [`  Before:  ${oldAnchor}`, `  Now:     ${newAnchor}`].join('\n'),
    wrap(
      'What the old address proved does not count any more. Our earlier letters about this case are void, and so is an approval that was not carried out yet.',
    ),
    wrap(
      'We have told both addresses, and we ask the new one. When it has answered, you get a new letter. You do not need to do anything now.',
    ),
  );
}

/** An approved change that did not go through. */
export function applyLetter(input: LetterInput<'alarm-apply'>): string {
  const { about, why } = input.data;
  return composeForValidator(
    input,
    wrap(
      `The change for ${ccTldOf(about)} is approved, but the list could not be changed. The engine will try again by itself.`,
    ),
    reason(why),
    wrap('If you get this letter again, please ask the operator of the server. To see more there:'),
    input.caseId !== undefined && `  tldops why ${input.caseId}`,
    input.caseId !== undefined &&
      wrap('If the change is not to be made after all, press "Reply" and write this line:'),
    input.caseId !== undefined &&
      answerWords([['To stop the change', `REJECT ${input.caseId} your reason`]]),
    codeLine(input),
  );
}

// A mail program that drops the reply address still sends the code back in the quote.
function codeLine({ token }: LetterInput): Block {
  return token !== undefined && `  Code of this letter:  ${showToken(token)}`;
}

/** The registry gives no answer that can be used. */
export function registryLetter(input: LetterInput<'alarm-registry'>): string {
  const { cctld, why } = input.data;
  return composeForValidator(
    input,
    wrap(
      `The IANA registry gives no clear answer about ${showCctld(cctld)}. Decisions about it wait. Nothing is refused and nothing is approved meanwhile. The engine asks the registry again by itself.`,
    ),
    reason(why),
    wrap('If this goes on, the operator of the server can ask the registry by hand:'),
    `  tldops registry refresh ${cctld}`,
  );
}

function reason(why: string): Block {
  const quoted = quoteText(why, 1000);
  return quoted === '' ? undefined : `The reason:\n\n${quoted}`;
}

/** The contact list was due, and nobody is there to get it. */
export function noIssueLetter(input: LetterInput<'alarm-no-issue'>): string {
  const { places } = input.data;
  return composeForValidator(
    input,
    wrap('The contact list was to go to everybody on it today. It went to nobody.'),
    wrap(
      places === 0
        ? 'The reason: nobody is on the list.'
        : 'The reason: mail reaches none of the people who are on the list.',
    ),
    wrap(
      places === 0
        ? 'If no contacts have joined yet, you do not need to do anything. If there were contacts, please tell the operator: something is wrong.'
        : 'Please tell the operator: something is wrong, perhaps with our own mail server.',
    ),
  );
}
