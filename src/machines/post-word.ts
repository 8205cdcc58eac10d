/** Decides on CONFIRM and REJECT of an SSC who was asked whether a post is theirs (design 5, 9). Pure. */

import { passOn, toSender, toValidators } from './answers.ts';
import { type Decision, leave } from './decision.ts';
import type { LetterData } from './letters/letter.ts';
import type { PostWordFacts } from './post-facts.ts';
import type { ReasonCode } from './reasons.ts';
import { hideTokens } from './words/token.ts';

/** A word that somebody typed, and the token: the mailbox that is on the list has answered. */
export function decidePostWord(facts: PostWordFacts): Decision {
  if (facts.consent === 'confirm') return confirm(facts);
  return facts.consent === 'reject' ? reject(facts) : unclear(facts);
}

function confirm(facts: PostWordFacts): Decision {
  const { token, post } = facts;
  const why = whyVoid(facts);
  if (why !== undefined) return answer(facts, why);
  return {
    ...leave('advanced', 'post-confirmed'),
    usedTokens: [token.id],
    quarantine: [{ do: 'release', mail: post.inboxId, by: token.addressee, kind: 'author' }],
    notes: [noteOf(facts, 'post-confirmed')],
  };
}

// Stopping is the safe direction: it counts with a used token too, until everybody has the post.
function reject(facts: PostWordFacts): Decision {
  const { token, post, mail, settings } = facts;
  const { state, ...reach } = post.way;
  if (state === 'over') return answer(facts, 'over');
  const reached = reach.handed + reach.unsure;
  const letters = toValidators(settings, 'alarm-post', {
    author: token.addressee,
    answeredFrom: mail.from.address,
    subject: hideTokens(post.subject),
    inboxId: post.inboxId,
    stopped: state !== 'sent',
    ...reach,
  });
  return {
    ...leave('advanced', 'post-denied'),
    usedTokens: token.status === 'open' ? [token.id] : [],
    quarantine: state === 'sent' ? [] : [{ do: 'deny', mail: post.inboxId, reached }],
    letters,
    notes: [noteOf(facts, 'post-denied')],
  };
}

function unclear(facts: PostWordFacts): Decision {
  const { mail, settings, consent } = facts;
  if (consent === 'none' && (mail.words ?? '').trim() === '' && !mail.onlyHtml)
    return leave('noted', 'consent-unclear');
  const isOpen = whyVoid(facts) === undefined;
  const how = isOpen && !mail.forged ? [again(facts, 'unclear')] : [];
  const held = { mail: { ...mail, mayHoldToken: true }, settings, tokens: [] };
  return passOn(held, '', 'consent-unclear', how);
}

type Void = Exclude<LetterData['post-again']['why'], 'unclear'>;

const VOID: Readonly<Record<Void, ReasonCode>> = {
  used: 'token-used',
  sent: 'token-used',
  leaving: 'token-used',
  expired: 'token-expired',
  over: 'token-replaced',
};

// What became of the post says more than what became of the code.
function whyVoid({ token, post }: PostWordFacts): Void | undefined {
  const { state } = post.way;
  if (state !== 'held') return state;
  if (token.status === 'open') return undefined;
  return token.status === 'used' ? 'used' : 'expired';
}

function answer(facts: PostWordFacts, why: Void): Decision {
  if (facts.mail.forged) return leave('ignored', VOID[why]);
  return { ...leave('answered', VOID[why]), letters: [again(facts, why)] };
}

function again(facts: PostWordFacts, why: LetterData['post-again']['why']) {
  return toSender(facts, 'post-again', { why });
}

function noteOf({ mail, token, post }: PostWordFacts, reason: ReasonCode) {
  const facts = {
    token: token.id,
    sentTo: token.addressee,
    inbox: post.inboxId,
    mail: mail.sha256,
  };
  return { actor: mail.from.address, reason, facts };
}
