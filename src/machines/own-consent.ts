/** Decides on CONFIRM and REJECT to the nonce of an own request: a word that somebody typed, and its token. */

import { aboutCase } from './about-case.ts';
import { passOn, toSender } from './answers.ts';
import { moveCase, withRequest } from './change.ts';
import { type Decision, leave } from './decision.ts';
import type { FoundToken } from './facts.ts';
import type { LetterData } from './letters/letter.ts';
import type { OwnFacts } from './own-facts.ts';
import type { ReasonCode } from './reasons.ts';
import { isFiller } from './reading/consent-words.ts';
import { CLOSED, type Case } from './words/case.ts';
import { hideTokens } from './words/token.ts';

interface Asked {
  readonly token: FoundToken;
  readonly found: Case;
}

/** The decision when the mail says CONFIRM or REJECT to a letter of ours; undefined when it does not. */
export function decideOwnWord(facts: OwnFacts): Decision | undefined {
  const asked = askedBy(facts);
  if (asked === undefined) return undefined;
  if (facts.consent === 'confirm') return agree(facts, asked);
  return facts.consent === 'reject' ? deny(facts, asked) : undefined;
}

/** The mail has such a token and no clear word: the sender is told how to answer, and people read it. */
export function decideOwnUnclear(facts: OwnFacts): Decision | undefined {
  const asked = askedBy(facts) ?? openOf(facts);
  if (asked === undefined) return undefined;
  const { token, found } = asked;
  const text = facts.mail.words ?? '';
  if (facts.consent === 'none' && text.trim() === '' && !facts.mail.onlyHtml) {
    return leave('noted', 'consent-unclear', found.id);
  }
  const isOpen = (token?.status ?? 'open') === 'open' && !CLOSED.includes(found.state);
  const how = isOpen && !facts.mail.forged ? [again(facts, found, 'unclear')] : [];
  const reason = token === undefined ? 'no-token' : 'consent-unclear';
  return passOn(facts, text, reason, how, found.id);
}

function askedBy({ tokens, cases }: OwnFacts): Asked | undefined {
  const own = tokens.filter(({ purpose }) => purpose === 'own');
  // The mail may quote an older letter too: the token that is open is the one that is meant.
  const token = own.find(({ status }) => status === 'open') ?? own[0];
  const found = token && cases.get(token.caseId);
  return token === undefined || found === undefined ? undefined : { token, found };
}

// CONFIRM without a code, from somebody who was asked: they know now where the code is.
function openOf({ open, consent }: OwnFacts): { token?: FoundToken; found: Case } | undefined {
  const found = open.find(({ state }) => state === 'challenged');
  return consent === 'none' || found === undefined ? undefined : { found };
}

function agree(facts: OwnFacts, { token, found }: Asked): Decision {
  if (token.status !== 'open' || token.digest !== found.context.digest) {
    return tooLate(facts, { token, found });
  }
  const { from, sha256 } = facts.mail;
  const proof = `A mail from ${from.address} answered the token that was sent only to ${token.addressee}, with the word CONFIRM.`;
  const change = moveCase(
    facts,
    found,
    { type: 'agreed', by: token.addressee },
    {
      actor: from.address,
      reason: 'own-confirmed',
      facts: { token: token.id, sentTo: token.addressee, mail: sha256 },
    },
    {
      request: withRequest(found, {
        evidenceFacts: [...found.request.evidenceFacts, proof],
      }),
    },
  );
  if (change === undefined) return tooLate(facts, { token, found });
  const decision = leave('advanced', 'own-confirmed', found.id);
  return {
    ...decision,
    changes: [change],
    usedTokens: [token.id],
    letters: besides(facts, found),
  };
}

// "CONFIRM", and two lines below "but Luis has left too": nobody else would read that.
function besides(facts: OwnFacts, found: Case): Decision['letters'] {
  const { mail } = facts;
  const text = hideTokens(mail.words ?? '').replaceAll('(token)', ' ');
  const people = found.request.before.map(({ firstName, lastName }) => `${firstName} ${lastName}`);
  const names = new Set(wordsOf(people.join(' ')));
  const more = wordsOf(text).filter(
    (word) => word !== 'confirm' && !isFiller(word) && !names.has(word),
  );
  return more.length < 3 ? [] : passOn(facts, text, 'passed-on', [], found.id).letters;
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}'’]+/gu) ?? [];
}

// Stopping is the safe direction: it counts with a used or replaced token too, while the case is open.
function deny(facts: OwnFacts, { token, found }: Asked): Decision {
  const change = moveCase(
    facts,
    found,
    { type: 'denied' },
    {
      actor: facts.mail.from.address,
      reason: 'own-denied',
      facts: { token: token.id, sentTo: token.addressee, mail: facts.mail.sha256 },
    },
  );
  if (change === undefined) {
    const letters = facts.mail.forged ? [] : [again(facts, found, whyVoid(found, token))];
    return passOn(facts, '', VOID[whyVoid(found, token)], letters, found.id);
  }
  const usedTokens = token.status === 'open' ? [token.id] : [];
  return { ...leave('advanced', 'own-denied', found.id), changes: [change], usedTokens };
}

function tooLate(facts: OwnFacts, { token, found }: Asked): Decision {
  const why = whyVoid(found, token);
  if (facts.mail.forged) return leave('ignored', VOID[why], found.id);
  const letters = [again(facts, found, why)];
  return { ...leave('answered', VOID[why], found.id), letters };
}

type Void = Exclude<LetterData['own-again']['why'], 'unclear'>;

const VOID: Readonly<Record<Void, ReasonCode>> = {
  used: 'token-used',
  expired: 'token-expired',
  replaced: 'token-replaced',
};

function whyVoid(found: Case, { status }: FoundToken): Void {
  if (status === 'used' || found.state === 'applied') return 'used';
  return status === 'expired' || found.state === 'expired' ? 'expired' : 'replaced';
}

function again(facts: OwnFacts, found: Case, why: LetterData['own-again']['why']) {
  const about = { ...aboutCase(found, facts.now, found), before: [], after: [] };
  return { ...toSender(facts, 'own-again', { about, why }), caseId: found.id };
}
