/** The values of the form: an address, a list of ccTLDs. */

import { readAddress, type Address } from '../words/address.ts';
import { readCctld, type Cctld } from '../words/cctld.ts';

export interface AddressValue {
  readonly address?: Address;
  readonly rawAddress?: string;
}

/**
 * The one address in `ana@nic.xa`, `<ana@nic.xa>`, `mailto:…`, `Ana <ana@nic.xa>`, or Outlook's
 * `ana@nic.xa<mailto:ana@nic.xa>`. Anything else, and two different addresses, stays raw: which of
 * them is meant only the sender can say.
 */
export function readAddressValue(text: string): AddressValue {
  const value = text.trim();
  if (value === '') return {};
  const found = narrow(value)
    .split(/[\s<>,;()[\]"“”]+/)
    .filter((word) => word.includes('@'))
    .map((word) => readAddress(word.replace(/^mailto:/i, '').replace(/\.$/, '')));
  const [address] = found;
  const agree = address !== undefined && found.every((each) => each === address);
  return agree ? { address } : { rawAddress: value.slice(0, 300) };
}

/**
 * An East Asian keyboard types `＠` or the whole address in full width. Folded only where the sign is the
 * one such character, or nothing of the address is of normal width: a mixture may be meant to deceive.
 */
function narrow(value: string): string {
  if (!value.includes('＠') || value.includes('@')) return value;
  const rest = value.replaceAll('＠', '');
  const onlySign = !/[\uff01-\uff5e]/.test(rest);
  const allWide = !/[a-z0-9]/i.test(rest);
  return onlySign || allWide ? value.normalize('NFKC') : value;
}

/** Whether an address was written with signs of full width. */
export function isWide(value: string): boolean {
  return value.includes('＠');
}

const JOINING_WORDS = new Set([
  'and',
  'und',
  'et',
  'y',
  'e',
  'i',
  'и',
  'و',
  '和',
  'と',
  'или',
  'or',
]);

/**
 * The ccTLDs in the value of a `ccTLD:` field. Written with dots, only those count; without, every
 * word must be one ("our ccTLD is xa" names nothing, for `is` is a ccTLD too).
 */
export function readCctldValue(text: string): Cctld[] {
  const words = wordsIn(text.slice(0, 500));
  const dotted = words.filter((word) => word.startsWith('.'));
  const candidates =
    dotted.length > 0 ? dotted : words.filter((word, at) => !isJoining(words, word, at));
  const found = candidates.map(readCctld);
  if (dotted.length === 0 && found.includes(undefined)) return [];
  return [...new Set(found.filter((cctld) => cctld !== undefined))];
}

function wordsIn(text: string): string[] {
  return text
    .split(/[\s,;/&+()（）、，]+/)
    .map((word) => word.replace(/[.:]$/, ''))
    .filter((word) => word !== '');
}

// `et` is a ccTLD as well: between two others it is taken for the word.
function isJoining(words: readonly string[], word: string, at: number): boolean {
  return at > 0 && at < words.length - 1 && JOINING_WORDS.has(word.toLowerCase());
}

/** Whether a value holds ccTLDs and nothing else but a country's name or an A-label in brackets. */
export function isCctldAlone(text: string): boolean {
  const inside = (text.slice(0, 500).match(BRACKETS) ?? []).flatMap(wordsIn);
  if (text.length > 500 || inside.some((word) => JOINING_WORDS.has(word.toLowerCase())))
    return false;
  const words = wordsIn(text.slice(0, 500).replace(BRACKETS, ' '));
  const named = words.filter((word, at) => !isJoining(words, word, at));
  const hasDot = named.some((word) => word.startsWith('.'));
  return named.every((word) => readCctld(word) !== undefined && (!hasDot || word.startsWith('.')));
}

const BRACKETS = /[([（][^()[\]（）]{0,60}[)\]）]/gu;
