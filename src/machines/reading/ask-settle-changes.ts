/** The new data of people who stay: of the sentences, and of those whom the mail describes again. */

import type { Ask } from '../words/ask.ts';
import { keyOf } from './ask-changes.ts';
import { type Described, differences } from './ask-references.ts';
import { type AskState, type Fields, unclear } from './ask-state.ts';

/**
 * Without those who have only their name in common with somebody on the list, and another address: a
 * namesake, unless words say that the address is new. Whoever goes is meant all the same.
 */
export function withoutNamesakes(state: AskState, people: Described): Described {
  const gone = new Set(state.gone.map(({ who }) => who));
  const known = people.known.filter(({ who, draft: { address, firstName, lastName } }) => {
    const had = state.roster[who]?.address;
    if (address === had || gone.has(who)) return true;
    const isReplaced = state.replaced.some(({ old }) => old === who);
    const isSaid = state.changes.some(
      (each) => each.who === who && each.fields.address === address,
    );
    const isNew = isReplaced || isSaid || state.saysNewAddress || address === undefined;
    if (isNew && !state.adds) return true;
    unclear(state, 'which-person', `${firstName ?? ''} ${lastName ?? ''}`);
    return false;
  });
  return { ...people, known };
}

/** One change for each person with anything new; `held` are those who go, or of whom it is not clear. */
export function changesOf(state: AskState, people: Described, held: ReadonlySet<number>): Ask[] {
  return state.roster.flatMap((entry, who): Ask[] => {
    if (held.has(who)) return [];
    const said = state.changes.filter((change) => change.who === who);
    const described = people.known.flatMap((known) =>
      known.who === who ? [differences(known.draft, entry)] : [],
    );
    const merged = merge(said.map(({ fields }) => fields));
    const all =
      merged === undefined
        ? undefined
        : merge([...described.map((fields) => without(fields, merged)), merged]);
    if (all === undefined) {
      unclear(state, 'changed-to-what', said[0]?.text ?? `${entry.firstName} ${entry.lastName}`);
      return [];
    }
    if (state.roster.some(({ address }, at) => at !== who && address === all.address)) {
      unclear(state, 'which-person', said[0]?.text ?? `${entry.firstName} ${entry.lastName}`);
      return [];
    }
    const fields = onlyNew(all, entry);
    return Object.keys(fields).length === 0
      ? []
      : [{ kind: 'change', who: entry.address, ...fields }];
  });
}

// What a sentence says goes before what a form repeats.
function without(fields: Fields, said: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !(name in said)));
}

/** All fields together; undefined when two are not the same. */
function merge(all: readonly Fields[]): Fields | undefined {
  const out: Record<string, unknown> = {};
  for (const fields of all) {
    for (const [name, value] of Object.entries(fields)) {
      if (name in out && JSON.stringify(out[name]) !== JSON.stringify(value)) return undefined;
      out[name] = value;
    }
  }
  return out;
}

function onlyNew(fields: Fields, entry: Fields): Fields {
  const { firstName, lastName, address, phones } = fields;
  const had = new Set((entry.phones ?? []).map(keyOf));
  return {
    ...(firstName !== undefined && firstName !== entry.firstName && { firstName }),
    ...(lastName !== undefined && lastName !== entry.lastName && { lastName }),
    ...(address !== undefined && address !== entry.address && { address }),
    ...(phones !== undefined &&
      !(phones.length === had.size && phones.every((phone) => had.has(keyOf(phone)))) && {
        phones,
      }),
  };
}
