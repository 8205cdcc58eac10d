/** Decides on answers to a yearly check or a drill (design 5, 12). Pure. */

import { passOn } from '../answers.ts';
import { type Decision, leave, type LetterEffect } from '../decision.ts';
import type { FoundToken, MailFacts, Settings } from '../facts.ts';
import type { LetterData } from '../letters/letter.ts';
import type { CheckConsent } from '../reading/check-answer.ts';
import type { ReasonCode } from '../reasons.ts';
import type { Address } from '../words/address.ts';
import type { CheckKind, CheckWord } from '../words/check.ts';
import type { Ask } from './asks.ts';
import { type CheckLetter, checkLetter } from './letters.ts';

export interface CheckFacts {
  readonly now: Date;
  readonly settings: Settings;
  readonly mail: MailFacts;
  /** When the mail came. */
  readonly cameAt: Date;
  readonly consent: CheckConsent;
  /** The word that a drill asks for stands in the own text. */
  readonly here: boolean;
  /** The token that was mailed to this address only: who writes does not matter. */
  readonly token: Pick<FoundToken, 'id' | 'addressee' | 'status'>;
  readonly check: { readonly id: number; readonly kind: CheckKind; readonly closesAt: Date };
  /** What was answered before. */
  readonly before?: CheckWord;
  /** The digest of what the letter showed, and what the address would be asked now. */
  readonly shown: string;
  readonly ask?: Ask;
  /** The address is on the list now. */
  readonly isMember: boolean;
}

export function decideCheckAnswer(facts: CheckFacts): Decision {
  return facts.check.kind === 'drill' ? decideDrill(facts) : decideYearly(facts);
}

// A late answer is a sign of life too: it is noted, and the report does not count it.
function decideDrill(facts: CheckFacts): Decision {
  const { token, check, cameAt } = facts;
  if (!facts.here) return unclear(facts);
  if (!facts.isMember) return leave('noted', 'check-left');
  if (facts.before === 'here') return leave('noted', 'check-again');
  if (token.status !== 'open') return leave('noted', 'token-expired');
  return note(facts, 'here', cameAt < check.closesAt ? 'drill-answered' : 'drill-late', {});
}

function decideYearly(facts: CheckFacts): Decision {
  const { consent, token, ask, before } = facts;
  if (consent !== 'confirm' && consent !== 'reject') return unclear(facts);
  if (ask === undefined) return leave('noted', 'check-left');
  if (token.status !== 'open') {
    // The same word once more, from somebody who is not sure that it arrived.
    const isSame = before === (consent === 'confirm' ? 'right' : 'wrong');
    return isSame ? leave('noted', 'check-again') : tell(facts, VOID[token.status]);
  }
  if (consent === 'reject') return wrong(facts, ask);
  return ask.digest === facts.shown ? right(facts, ask) : changed(facts, ask);
}

const VOID: Readonly<Record<Exclude<FoundToken['status'], 'open'>, 'used' | 'expired'>> = {
  used: 'used',
  revoked: 'used',
  expired: 'expired',
};

function right(facts: CheckFacts, { places, anchored }: Ask): Decision {
  const cctlds = anchored.map(({ cctld }) => cctld);
  return note(facts, 'right', 'check-confirmed', { right: { person: places.length > 0, cctlds } });
}

function wrong(facts: CheckFacts, ask: Ask): Decision {
  const decision = note(facts, 'wrong', 'check-denied', {});
  return { ...decision, letters: [letter(facts, ask, 'wrong')] };
}

// What was shown is not what is on the list now: nobody has said that this is right.
function changed(facts: CheckFacts, ask: Ask): Decision {
  const letters = [letter(facts, ask, 'changed')];
  return { ...leave('answered', 'check-changed'), letters, usedTokens: [facts.token.id] };
}

function letter({ check, now }: CheckFacts, ask: Ask, turn: CheckLetter['turn']): LetterEffect {
  return checkLetter({ check, ask, turn, now });
}

function note(
  { token, check, cameAt, mail }: CheckFacts,
  word: CheckWord,
  reason: ReasonCode,
  said: {
    readonly right?: {
      readonly person: boolean;
      readonly cctlds: Ask['anchored'][number]['cctld'][];
    };
  },
): Decision {
  const { id, addressee: address } = token;
  const facts = { check: check.id, token: id, sentTo: address, word, mail: mail.sha256 };
  return {
    ...leave('advanced', reason),
    usedTokens: [id],
    checks: [{ checkId: check.id, address, word, at: cameAt, ...said }],
    notes: [{ actor: mail.from.address, reason, facts }],
  };
}

// People read it; and the reader of our letter learns how to answer, whoever wrote.
function unclear(facts: CheckFacts): Decision {
  const { mail, settings, consent, token, before } = facts;
  if (consent === 'none' && (mail.words ?? '').trim() === '' && !mail.onlyHtml)
    return leave('noted', 'consent-unclear');
  const isAsked = facts.isMember || facts.ask !== undefined;
  const how =
    token.status === 'open' && before === undefined && isAsked && !mail.forged
      ? [again(facts, consent === 'more' ? 'more' : 'unclear')]
      : [];
  const held = { mail: { ...mail, mayHoldToken: true }, settings, tokens: [] };
  return passOn(held, '', 'consent-unclear', how);
}

function tell(facts: CheckFacts, why: 'used' | 'expired'): Decision {
  const reason = why === 'used' ? 'token-used' : 'token-expired';
  if (facts.mail.forged) return leave('ignored', reason);
  return { ...leave('answered', reason), letters: [again(facts, why)] };
}

function again(
  { token, check, mail }: CheckFacts,
  turn: LetterData['check-again']['turn'],
): LetterEffect<'check-again'> {
  const { messageId } = mail;
  const to: Address = token.addressee;
  return {
    type: 'letter',
    letter: 'check-again',
    to,
    data: { kind: check.kind, turn },
    once: 'step',
    // Who got it may not be who wrote: then it answers no mail of theirs.
    ...(messageId === undefined || to !== mail.from.address ? {} : { answersTo: messageId }),
  };
}
