/** Telephone numbers as people write them, each with its E.164 form when it can be read. */

import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js';
import type { CountryCode } from 'libphonenumber-js';

import type { Phone } from '../words/contact.ts';

const MAX_TEXT = 400;
const MAX_PHONES = 6;

/**
 * The numbers in one value of the form. `country` is a ccTLD or country code, the hint for numbers in
 * national form; without one, and for a ccTLD that is no country, only the international form is read
 * (`+31…`, `0031…`). What cannot be read keeps its raw form: no phone is a reason to refuse anybody.
 */
export function readPhones(text: string, country?: string): Phone[] {
  const hint = countryOf(country);
  return pieces(text.slice(0, MAX_TEXT))
    .slice(0, MAX_PHONES)
    .map((raw) => readPhone(raw, hint));
}

function readPhone(raw: string, hint: CountryCode | undefined): Phone {
  const written = toParse(raw);
  const number = parsePhoneNumberFromString(written, hint);
  if (number === undefined || !number.isPossible()) return { raw };
  // With the country guessed from the ccTLD the number must fit it: "(06) 123" is no number at all.
  // With the country written, some begin with 0 rightly: +225 07…, +39 06….
  if (!written.startsWith('+') && number.nationalNumber.startsWith('0')) return { raw };
  const extension = number.ext?.replace(/[^0-9]/g, '');
  return { raw, e164: extension ? `${number.number};ext=${extension}` : number.number };
}

// ISO 3166 and the ccTLD differ in one case that matters here.
function countryOf(cctld: string | undefined): CountryCode | undefined {
  const code = cctld?.toUpperCase() === 'UK' ? 'GB' : cctld?.toUpperCase();
  return code !== undefined && isSupportedCountry(code) ? code : undefined;
}

/**
 * Cuts "+31 6 12345678 or +31 20 5550100; ext 12 (office)" into numbers. A piece without four digits
 * ("mobile", "ext. 12") stays with its neighbour; "/" cuts only where both sides could be a number,
 * for area codes are written so too (030/123456).
 */
function pieces(text: string): string[] {
  const out: string[] = [];
  for (const part of text.split(
    /\s+(?:or|and|oder|und|ou|et|o|y|e|или|и|أو|或)\s+|[,;、；，|\n]/u,
  )) {
    for (const piece of splitSlash(part.trim()).flatMap(splitPlus)) {
      if (piece === '') continue;
      const last = out.at(-1);
      const small = countDigits(piece) < 4 || EXTENSION.test(piece);
      if (last !== undefined && (small || countDigits(last) < 4))
        out[out.length - 1] = `${last}, ${piece}`;
      else out.push(piece);
    }
  }
  return out;
}

// How an extension begins in the languages that have a word of their own for it.
const EXTENSION_WORDS =
  'poste|ramal|anexo|interno|int|доб|внутр|вътр|вн|dw|durchwahl|nst|tst|wew|dahili|داخلي|内线|內線|分机|分機|内線|转|轉|' +
  'pesawat|pes|klapka|linka|kl|linja|lok|lokal|local|εσωτ|εσωτερικό|שלוחה|máy lẻ|mellék|anknytning|ankn|toestel|เบอร์ต่อ|ต่อ|내선';
const EXTENSION = new RegExp(
  String.raw`^\(?(?:ext|x\s?\d|#|(?:${EXTENSION_WORDS})(?!\p{L}))`,
  'iu',
);

// "mobile +1 … office +1 …", with nothing but blanks and words between the numbers.
function splitPlus(text: string): string[] {
  const out: string[] = [];
  let rest = text;
  for (let next = rest.indexOf('+', rest.indexOf('+') + 1); next > 0;) {
    const word = /[\p{L}().:]{0,20}\s{0,3}\(?$/u.exec(rest.slice(0, next))?.[0] ?? '';
    const cut = next - word.length;
    if (countDigits(rest.slice(0, cut)) < 7) break;
    out.push(rest.slice(0, cut).trim());
    rest = rest.slice(cut);
    next = rest.indexOf('+', rest.indexOf('+') + 1);
  }
  return [...out, rest.trim()];
}

function splitSlash(text: string): string[] {
  const parts = text.split('/').map((part) => part.trim());
  const whole = parts.every((part) => countDigits(part) >= 7 || /^(?:\+|00)/.test(part));
  return whole ? parts : [text];
}

function countDigits(text: string): number {
  return text.match(/\p{Nd}/gu)?.length ?? 0;
}

// What the library is given: one script of digits, a plus for the international prefix, no invisible
// signs (address books put bidi marks around numbers). The raw form is kept beside it.
function toParse(raw: string): string {
  const plain = foldDigits(raw.normalize('NFKC'))
    .replace(/\p{Cf}/gu, '')
    .replace(/\(?24\s?[x/*×h]\s?7?\)?(?!\d)/giu, ' ')
    .trim()
    .replace(/^\+{2,9}/, '+');
  const bare = withExtension(plain)
    .replace(/^[^+\d(]{0,30}?(?=[+(\d])/u, '')
    .replace(/^\(\+/, '+')
    .replace(/^\(?00(?=[\d\s()])/, '+');
  return bare.replace(/^\+\s*\((\d{1,4})\)/, '+$1').replace(/^\+\s+/, '+');
}

// The library knows the English words.
function withExtension(text: string): string {
  return text.replace(WITH_EXTENSION, ' ext. $1');
}

const WITH_EXTENSION = new RegExp(
  String.raw`[,;]?\s{0,3}\(?(?:${EXTENSION_WORDS})\.?\s{0,3}[:.]?\s{0,3}(\d{1,6})\)?$`,
  'iu',
);

const ZEROS = [
  0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50, 0xed0,
  0xf20, 0x1040, 0x17e0, 0x1810,
];

function foldDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, (sign) => {
    const code = sign.codePointAt(0) ?? 0;
    const zero = ZEROS.find((each) => code >= each && code <= each + 9);
    return zero === undefined ? sign : String(code - zero);
  });
}
