/** Decisions that move no case but owe somebody a letter. */

import type { Decision, LetterEffect } from './decision.ts';
import { leave } from './decision.ts';
import { aboutCase } from './about-case.ts';
import type { FoundToken, JoinFacts, MailFacts, Settings } from './facts.ts';
import type { LetterData, LetterName } from './letters/letter.ts';
import type { ReasonCode } from './reasons.ts';
import type { Address } from './words/address.ts';
import type { Case } from './words/case.ts';
import { hideTokens } from './words/token.ts';

/** One letter to the sender of the mail. */
export function toSender<N extends LetterName>(
  facts: { readonly mail: MailFacts },
  letter: N,
  data: LetterData[N],
  to: Address = facts.mail.from.address,
): LetterEffect<N> {
  const { messageId } = facts.mail;
  return {
    type: 'letter',
    letter,
    to,
    data,
    once: 'day',
    ...(messageId === undefined ? {} : { answersTo: messageId }),
  };
}

/** The same letter to every Validator. */
export function toValidators<N extends LetterName>(
  settings: Pick<Settings, 'validators'>,
  letter: N,
  data: LetterData[N],
): LetterEffect<N>[] {
  return settings.validators.map((to) => ({ type: 'letter', letter, to, data, once: 'step' }));
}

/** Answers the sender; nothing else happens. */
export function answer<N extends LetterName>(
  facts: JoinFacts,
  reason: ReasonCode,
  letter: N,
  data: LetterData[N],
  about?: Case,
): Decision {
  const caseId = about === undefined ? {} : { caseId: about.id };
  // What claims to come from a proven forgery is not answered: the victim never wrote (RFC 3834 2).
  if (facts.mail.forged) return leave('ignored', reason, about?.id);
  const letters = [{ ...toSender(facts, letter, data), ...caseId }];
  return { ...leave('answered', reason, about?.id), letters };
}

/** Answers the sender with a letter about a case. */
export function answerAbout(
  facts: JoinFacts,
  reason: ReasonCode,
  letter: 'unclear-answer' | 'already-open',
  one: Case,
): Decision {
  const data = { about: aboutCase(one, facts.now, one) };
  return answer(facts, reason, letter, data, one);
}

/**
 * Gives the mail to the Validators, who are people; the sender gets `also`, if anything. `text` stands
 * for the words of the mail where those are not known.
 */
export function passOn(
  facts: {
    readonly mail: MailFacts;
    readonly settings: Settings;
    readonly tokens: readonly FoundToken[];
  },
  text: string,
  reason: ReasonCode,
  also: Decision['letters'] = [],
  caseId?: number,
): Decision {
  const { mail } = facts;
  const letters = toValidators(facts.settings, 'passed-on', {
    from: mail.from.address,
    subject: hideTokens(mail.subject),
    recipient: mail.recipient,
    inboxId: mail.inboxId,
    proven: mail.proven,
    text: hideTokens((mail.words ?? text).slice(0, 4_000)),
    attach: facts.tokens.length === 0 && !mail.mayHoldToken,
  });
  const about = caseId === undefined ? {} : { caseId };
  const toPeople = letters.map((letter) => ({ ...letter, ...about }));
  return { ...leave('held', reason, caseId), letters: [...also, ...toPeople] };
}
