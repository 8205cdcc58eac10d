/** What the catalogue says of each letter, and the ways in which letters go out. */

import type { TokenPurpose } from '../words/token.ts';
import type { CaseFacts, LetterData, LetterInput, LetterName } from './letter.ts';
import { ccTldOf } from './parts.ts';

/** What is known of a letter before it is written. */
export interface CatalogueEntry<N extends LetterName> {
  /** The address that a reply goes to (design 3). */
  readonly service: 'join' | 'validate' | 'request';
  /** RFC 3834 5: an answer to one mail, or written for another cause. */
  readonly automatic: 'auto-replied' | 'auto-generated';
  /** Counts against the ten answers for each address and day (design 6). */
  readonly limited: boolean;
  /** The purpose of the token that the letter carries. */
  readonly token?: TokenPurpose;
  /** One sentence for the documentation. */
  readonly summary: string;
  readonly subject: (input: LetterInput<N>) => string;
  readonly text: (input: LetterInput<N>) => string;
}

export type Catalogue = { readonly [N in LetterName]: CatalogueEntry<N> };

/** Names of letters that are about a case. */
type CaseLetter = {
  [N in LetterName]: LetterData[N] extends { about: CaseFacts } ? N : never;
}[LetterName];

/** The subject `front .xa`, where only the words change from letter to letter. */
export function about<N extends CaseLetter>(front: string) {
  return (input: LetterInput<N>): string => {
    const { about: facts } = input.data as { readonly about: CaseFacts };
    return `${front} ${ccTldOf(facts)}`;
  };
}

export const ANSWER = { service: 'join', automatic: 'auto-replied', limited: true } as const;
export const NOTICE = { service: 'join', automatic: 'auto-generated', limited: true } as const;
// Must reach their reader even when somebody forged ten mails in the reader's name before.
export const SURE = { service: 'join', automatic: 'auto-generated', limited: false } as const;
export const TO_VALIDATOR = {
  service: 'validate',
  automatic: 'auto-generated',
  limited: false,
} as const;
