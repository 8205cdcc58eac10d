/** Reads a newcomer from the piece of a sentence that asks for them: "replace Alice with Bob Smith <bob@nic.xa>". */

import type { Address } from '../words/address.ts';
import type { DraftContact } from '../words/contact.ts';
import { peopleOf } from './ask-people.ts';
import type { AskState } from './ask-state.ts';
import { findAtoms } from './atoms.ts';
import { readForm } from './form.ts';
import type { Line } from './segments.ts';
import { readPhones } from './phone.ts';

const MOST = 12;

/**
 * The reader of prose leaves sentences with "replace" and "remove" alone, because it can't tell who comes
 * and who goes. Here that is known, and it reads the piece about the one who comes. Returns the place
 * among the newcomers.
 */
export function newcomer(
  state: AskState,
  piece: string,
  address: Address,
  sentence: string,
): number | undefined {
  const known = state.fresh.findIndex((draft) => draft.address === address);
  if (known >= 0) return known;
  if (state.fresh.length >= MOST) return undefined;
  const number = freeNumber(state.fresh);
  if (number === undefined) return undefined;
  const draft = { ...(inProse(state, piece, address) ?? bare(state, piece, address)), number };
  const line = sentence.slice(0, 200);
  state.fresh.push({ ...draft, sources: draft.sources.map((source) => ({ ...source, line })) });
  state.people = peopleOf(state.roster, state.fresh);
  return state.fresh.length - 1;
}

function freeNumber(fresh: readonly DraftContact[]): number | undefined {
  const taken = new Set(fresh.map(({ number }) => number));
  return [1, 2, 3, 4, 5, 6, 7, 8, 9].find((number) => !taken.has(number));
}

function inProse({ cctld }: AskState, piece: string, address: Address): DraftContact | undefined {
  const text = piece.slice(0, 1000);
  const line: Line = { number: 1, depth: 0, part: 'own', raw: text, text };
  const { contacts } = readForm([line], { inline: false, cctld });
  const { numbered: _, ...found } = contacts.find((draft) => draft.address === address) ?? {
    numbered: undefined,
  };
  return 'number' in found ? found : undefined;
}

// An address without a readable name: the sender is asked for the rest.
function bare({ cctld }: AskState, piece: string, address: Address): Omit<DraftContact, 'number'> {
  const atoms = findAtoms(piece.slice(0, 1000));
  const phones = atoms
    .filter(({ kind }) => kind === 'phone')
    .flatMap(({ text }) => readPhones(text, cctld));
  const source = { line: piece, where: 'prose' } as const;
  return {
    address,
    phones,
    sources: [
      { field: 'address', ...source },
      ...(phones.length > 0 ? [{ field: 'phone' as const, ...source }] : []),
    ],
  };
}
