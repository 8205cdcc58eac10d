/**
 * The persons in vCards that came with a mail, as drafts. A card says nothing about being primary, so
 * that is left out; cards of groups, organisations and places are no persons.
 */

import type { DraftContact, FieldSource } from '../words/contact.ts';
import { readCardProperty } from './card-property.ts';
import { readAddressValue } from './form-values.ts';
import { type NameParts, splitName } from './split-name.ts';
import { readPhones } from './phone.ts';
import { type CardLine, type CardLines, readCardLines } from './vcard-lines.ts';

const MAX_CARDS = 20;
const MAX_PHONES = 10;
// Longer than any limit of check-contacts, so that a value that is too long is seen to be.
const MAX_VALUE = 300;

/**
 * The contacts in the vCard files of a mail, 20 at most, numbered by their place. `country` is the
 * hint for numbers in national form. Linear; never throws.
 */
export function readCards(cards: readonly string[], country?: string): DraftContact[] {
  const drafts: DraftContact[] = [];
  for (const card of cards.slice(0, MAX_CARDS).flatMap(readCardLines).slice(0, MAX_CARDS)) {
    const draft = readCard(card, drafts.length + 1, country);
    if (draft !== undefined) drafts.push(draft);
  }
  return drafts;
}

/** One property as the library reads it. */
interface Property {
  readonly name: string;
  readonly shown: string;
  readonly types: readonly string[];
  /** From 1, the most preferred, to 100 (RFC 6350 5.3). */
  readonly preference: number;
  /** The components of a structured value; one for all others. */
  readonly values: readonly string[];
}

function readCard(card: CardLines, number: number, country?: string): DraftContact | undefined {
  const all = card.lines.flatMap((line) => readProperty(line, card.version));
  const of = (name: string): Property[] =>
    all
      .filter((property) => property.name === name && property.values.some((value) => value !== ''))
      .toSorted((a, b) => a.preference - b.preference);
  const kind = of('KIND')[0]?.values[0]?.toLowerCase() ?? 'individual';
  if (kind !== 'individual') return undefined;
  const name = readName(of('N')[0], of('FN')[0], of('ORG')[0]);
  const emails = of('EMAIL');
  const telephones = of('TEL').filter(isTelephone).slice(0, MAX_PHONES);
  const phones = telephones.flatMap(({ values }) => readPhones(telephoneOf(values[0]), country));
  const sources = [
    ...name.sources,
    ...emails.map(sourceOf('address')),
    ...telephones.map(sourceOf('phone')),
  ];
  if (sources.length === 0) return undefined;
  return {
    number,
    ...name.parts,
    ...readAddressValue(emails[0]?.values[0] ?? ''),
    phones: phones.filter((phone, at) => phones.findIndex((one) => isSame(one, phone)) === at),
    sources,
  };
}

function readProperty({ name, line, shown }: CardLine, version: CardLines['version']): Property[] {
  try {
    const { parameters, values } = readCardProperty(line, version);
    const types = [parameters['type'] ?? []].flat().map((type) => type.toLowerCase());
    const preference = Number(parameters['pref'] ?? (types.includes('pref') ? 1 : 100));
    return [
      {
        name,
        shown,
        types,
        preference: preference >= 1 && preference <= 100 ? preference : 100,
        values: values.flatMap(textsOf),
      },
    ];
  } catch {
    // What the library refuses is as good as not there; the sender is asked for what is missing.
    return [];
  }
}

// A component may have several values: "N:Pérez;Ana,María" gives one name of two words.
function textsOf(value: unknown): string[] {
  const components = Array.isArray(value) ? value : [value];
  return components.map((component) =>
    [component]
      .flat()
      .filter((text) => typeof text === 'string')
      .join(' ')
      .trim()
      .slice(0, MAX_VALUE),
  );
}

interface Name {
  readonly parts: NameParts;
  readonly sources: readonly FieldSource[];
}

// N is family;given;additional;prefixes;suffixes (RFC 6350 6.2.2). Telephones put whole names into one
// component, and the name of the organisation into FN.
function readName(
  n: Property | undefined,
  fn: Property | undefined,
  org: Property | undefined,
): Name {
  const [lastName = '', firstName = ''] = n?.values ?? [];
  if (n !== undefined && lastName !== '' && firstName !== '')
    return {
      parts: { firstName, lastName },
      sources: [sourceOf('firstName')(n), sourceOf('lastName')(n)],
    };
  const alone = lastName === '' ? firstName : lastName;
  if (n !== undefined && alone !== '') {
    const whole = fn !== undefined && hasMore(fn.values[0] ?? '', alone) ? fn : undefined;
    if (whole !== undefined)
      return { parts: splitName(whole.values[0] ?? ''), sources: [sourceOf('name')(whole)] };
    const isWhole = /\s/.test(alone);
    const parts = isWhole ? splitName(alone) : lastName === '' ? { firstName } : { lastName };
    return { parts, sources: [sourceOf('name')(n)] };
  }
  const shown = fn?.values[0] ?? '';
  if (fn === undefined || shown === '' || shown === org?.values[0])
    return { parts: {}, sources: [] };
  return { parts: splitName(shown), sources: [sourceOf('name')(fn)] };
}

function hasMore(whole: string, part: string): boolean {
  return whole.includes(part) && whole.length > part.length && /\s/.test(whole);
}

function sourceOf(field: FieldSource['field']): (property: Property) => FieldSource {
  return ({ shown }) => ({ field, line: shown, where: 'card' });
}

const NO_TELEPHONE = ['fax', 'pager', 'bbs', 'modem', 'textphone'];

function isTelephone({ types }: Property): boolean {
  return !NO_TELEPHONE.some((type) => types.includes(type)) || types.includes('cell');
}

// RFC 3966: "tel:+1-202-555-0100;ext=5". Other parameters are for numbers that only work somewhere.
function telephoneOf(value = ''): string {
  const [number = '', ...parameters] = value.replace(/^tel:/i, '').split(';');
  const extension = parameters.find((parameter) => /^ext=\d{1,10}$/i.test(parameter))?.slice(4);
  return extension === undefined ? number : `${number} ext. ${extension}`;
}

type Read = ReturnType<typeof readPhones>[number];

function isSame(one: Read, other: Read): boolean {
  return one.e164 === undefined ? one.raw === other.raw : one.e164 === other.e164;
}
