/** What a mail says about whether mail reaches its author, besides whatever else it asks for (design 9). */

import { passOn, toValidators } from './answers.ts';
import { type Decision, leave } from './decision.ts';
import type { FoundToken, MailFacts, Settings } from './facts.ts';
import { isFiller } from './reading/consent-words.ts';
import type { Address } from './words/address.ts';
import type { Cctld } from './words/cctld.ts';
import { hideTokens } from './words/token.ts';

/** Somebody on the list about whose address reports are kept. */
export interface Troubled {
  readonly address: Address;
  readonly cctlds: readonly Cctld[];
  /** No copies were sent to them until now. */
  readonly unreachable: boolean;
}

export interface Sign {
  readonly how: 'probe' | 'mail';
  /** The token of the letter that was answered, while it is open. */
  readonly token?: number;
  readonly troubled?: Troubled;
}

/**
 * Whose mailbox the mail shows to be read: the reader of our letter, or the author where that is proven
 * or shown by another letter of ours. Nothing that a machine sent comes here.
 */
export function whoIsAlive(
  mail: MailFacts,
  probe: Pick<FoundToken, 'addressee' | 'status'> | undefined,
  tokens: readonly Pick<FoundToken, 'addressee' | 'status' | 'purpose'>[],
): { readonly address: Address; readonly how: Sign['how'] } | undefined {
  const { address } = mail.from;
  // A token alone is no word (design 5): something must have been typed.
  const isTyped = plainWords(mail).length > 0;
  if (probe?.status === 'open' && isTyped) return { address: probe.addressee, how: 'probe' };
  const isShown = tokens.some(
    ({ purpose, status, addressee }) =>
      (purpose === 'own' || purpose === 'post') && status === 'open' && addressee === address,
  );
  return mail.proven || (isShown && isTyped) ? { address, how: 'mail' } : undefined;
}

/** Whether the mail says nothing but that our letter was received: `OK`, thanks, a greeting. */
export function saysOnlyOk(mail: MailFacts): boolean {
  return plainWords(mail).every((word) => /^ok(?:ay)?$/i.test(word) || isFiller(word));
}

function plainWords({ words = '' }: MailFacts): readonly string[] {
  return (
    hideTokens(words)
      .replaceAll('(token)', ' ')
      .match(/[\p{L}\p{N}'’]+/gu) ?? []
  );
}

/** The decision about a mail that answers our letter and asks for nothing that the engine does. */
export function decideProbeAnswer(facts: {
  readonly mail: MailFacts;
  readonly settings: Settings;
  readonly tokens: readonly FoundToken[];
}): Decision {
  if (saysOnlyOk(facts.mail)) return leave('noted', 'probe-answered');
  return passOn(facts, '', 'probe-answered');
}

/** What was decided about the mail, and besides that its author gets mail again. */
export function withSign(settings: Settings, sign: Sign, decision: Decision): Decision {
  const { how, token, troubled } = sign;
  const usedTokens = [...decision.usedTokens, ...(token === undefined ? [] : [token])];
  if (troubled === undefined) return { ...decision, usedTokens };
  const { address, cctlds, unreachable } = troubled;
  const alive = [address];
  if (!unreachable) return { ...decision, usedTokens, alive };
  return {
    ...decision,
    usedTokens,
    alive,
    letters: [
      ...decision.letters,
      { type: 'letter', letter: 'mail-arrives', to: address, data: { cctlds }, once: 'step' },
      ...toValidators(settings, 'alarm-found', { address, cctlds, how }),
    ],
    notes: [
      ...(decision.notes ?? []),
      { actor: address, reason: 'mail-arrives', facts: { address, how } },
    ],
  };
}
