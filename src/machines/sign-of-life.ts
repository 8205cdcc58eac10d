/** What a mail says about whether mail reaches its author, besides whatever else it asks for (design 9). */

import { passOn, toValidators } from './answers.ts';
import { type Decision, leave } from './decision.ts';
import type { FoundToken, MailFacts, Settings } from './facts.ts';
import type { LetterData } from './letters/letter.ts';
import { hasNegation, isFiller } from './reading/consent-words.ts';
import { saysHere } from './reading/here-word.ts';
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

type Words = Pick<MailFacts, 'words'>;

/** By an answer to the letter that asks for one, by the code of another letter, by a proven mail. */
export type HowFound = LetterData['alarm-found']['how'];

export interface Sign {
  readonly how: HowFound;
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
  // A token without an explicit word says nothing (design 5): also the reader of a dead person's mail
  // and a program that hides what it is write something.
  if (probe?.status === 'open' && hasLineOfOk(mail))
    return { address: probe.addressee, how: 'probe' };
  // As the letter that asks only for this: the code went to one mailbox, whoever writes now.
  const check = tokens.find(({ purpose, status }) => purpose === 'check' && status === 'open');
  if (check !== undefined && (saysHere(mail.words ?? '') || saysWord(mail, ANSWER)))
    return { address: check.addressee, how: 'code' };
  const isShown = tokens.some(
    ({ purpose, status, addressee }) =>
      (purpose === 'own' || purpose === 'post') && status === 'open' && addressee === address,
  );
  if (mail.proven) return { address, how: 'mail' };
  return isShown && saysWord(mail, ANSWER) ? { address, how: 'code' } : undefined;
}

// People type it in their own letters too; signs around it, such as quotation marks, do not matter.
const OK = /^[^\p{L}\p{N}]{0,9}(?:ok|okay|ок|окей)(?![\p{L}\p{N}'’-])/iu;
const ANSWER = /^[^\p{L}\p{N}]{0,9}(?:ok|okay|ок|окей|confirm|reject)(?![\p{L}\p{N}'’-])/iu;

// As the first word of a line that denies nothing: "OK, but this person is not here any more".
function saysWord({ words = '' }: Words, word: RegExp): boolean {
  return words
    .slice(0, 20_000)
    .normalize('NFKC')
    .split('\n')
    .some((line) => word.test(line) && !hasNegation(line));
}

// "OK: your ticket has been created" begins with the word as well: on its line stands nothing else.
function hasLineOfOk({ words: all = '' }: Words): boolean {
  return (
    all
      .slice(0, 20_000)
      .split('\n')
      // The letter's own words, where somebody answers by filling in its line.
      .map((line) => line.replace(/i get your mail\s{0,3}:?\s{0,9}/i, ''))
      .some((words) => saysWord({ words }, OK) && saysOnlyOk({ words }))
  );
}

/** Whether the mail says nothing but that our letter was received: `OK`, thanks, a greeting. */
export function saysOnlyOk(mail: Words): boolean {
  return plainWords(mail).every((word) => OK.test(word) || isFiller(word));
}

function plainWords({ words = '' }: Words): readonly string[] {
  return (
    hideTokens(words.normalize('NFKC'))
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
  // Thanks without the word that was asked for: people see it, and the next letter asks again.
  const isAnswer = plainWords(facts.mail).length === 0 || hasLineOfOk(facts.mail);
  if (isAnswer && saysOnlyOk(facts.mail)) return leave('noted', 'probe-answered');
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
