/**
 * TLP labels as people write them (FIRST TLP 2.0; SECIR report, Table 6): which one a mail bears, and the
 * subject that shows it.
 *
 * What is taken for a label decides how far a text may travel, so doubt goes to the strict side:
 *
 * 1. TLP and a colour with a sign between them ("TLP:AMBER", "[TLP-AMBER+STRICT]") is a label, in any case.
 * 2. With a blank alone ("TLP AMBER") it is one in capitals, or where nothing else stands beside it.
 * 3. One that frees a text (CLEAR, GREEN) counts in brackets, at the beginning of the subject or behind a
 *    dash at its end, and alone on a line of the text that goes on with no sentence; not in a sentence: "This
 *    is not TLP:CLEAR" frees nothing. A strict one counts anywhere.
 * 4. Of several, the strictest counts.
 */

import { strictest, type Tlp } from '../words/tlp.ts';

/** Lines of the sender's own text that may bear a label, those that are empty not counted. */
const FIRST_LINES = 5;
/** Nobody writes a label behind so many characters. */
const LONGEST_LINE = 500;

/** The label of a mail by its decoded subject and its author's own text; undefined for none. */
export function readTlp(subject: string, ownText: string): Tlp | undefined {
  const all = ownText.slice(0, 100_000).replace(LABEL_CUT, '$1 ').split('\n', 200);
  const lines = all.map((line) => line.trim().slice(0, LONGEST_LINE));
  const inText = lines
    .map((line, at) => ({ line, isOwn: isOwnLine(lines, at) }))
    .filter(({ line }) => line !== '')
    .slice(0, FIRST_LINES)
    .flatMap(({ line, isOwn }) => labelsIn(line).filter((found) => countsInText(found, isOwn)));
  const inSubject = labelsIn(subject.slice(0, LONGEST_LINE)).filter(countsInSubject);
  return strictest([...inSubject, ...inText].flatMap(({ labels }) => labels));
}

// The line does not go on with a sentence that began above; labels above it may.
function isOwnLine(lines: readonly string[], at: number): boolean {
  const above = lines.slice(0, at).findLast((line) => !isOnlyLabels(line)) ?? '';
  return above === '' || /[.!?。！？…]$/u.test(above);
}

function isOnlyLabels(line: string): boolean {
  return line !== '' && !/[\p{L}\p{N}]/u.test(line.replace(LABEL, ' '));
}

/** The subject with this label and no other one: as it is where it can stay, else `[TLP:AMBER] …`. */
export function stampSubject(subject: string, tlp: Tlp): string {
  if (isStamped(subject, tlp)) return subject;
  let rest = subject.trim();
  // Taking one out may leave another: "TLP:[TLP:RED]CLEAR".
  for (let before = ''; rest !== before;) {
    before = rest;
    rest = rest.replace(LABEL_TO_TAKE_OUT, ' ').replace(/^[\s:;,|–—-]+|[\s;,|–—-]+$/g, '');
  }
  const stamp = `[TLP:${tlp}]`;
  return rest === '' ? stamp : `${stamp} ${rest}`;
}

// Its only label says this, in a form that people know.
function isStamped(subject: string, tlp: Tlp): boolean {
  const [found, ...others] = labelsIn(subject);
  if (found === undefined || others.length > 0 || !countsInSubject(found)) return false;
  const [label, ...more] = found.labels;
  return label === tlp && more.length === 0 && KNOWN_FORM.test(found.text);
}

const KNOWN_FORM = /^TLP(?::|-| |: )(?:CLEAR|WHITE|GREEN|AMBER(?:[+-]STRICT)?|RED)$/i;

const OPEN = '[(\\[{<（［｛＜【〔「『《〈«*_"“]';
const CLOSE = '[)\\]}>）］｝＞】〕」』》〉»*_"”]';
const BLANKS = '[\\s\\p{Cf}]{0,5}';
const SIGN = '[:：∶﹕꞉\\-‐‑–—－_=＝/／]';
const COLOUR = ['CLEAR', 'WHITE', 'GREEN', 'RED'].map(wide).join('|');
const STRICT = `(?:${BLANKS}[+＋\\-‐‑–－_]?${BLANKS}${wide('STRICT')})?`;
const COLOURS = `(?:${COLOUR}|${wide('AMBER')}${STRICT})`;
// "TLP:GREEN/AMBER" says two.
const ALL_COLOURS = `${COLOURS}(?:${BLANKS}[/／|,+＋]${BLANKS}${COLOURS}){0,9}`;
const OPENS = `(?:${OPEN}${BLANKS}){0,3}`;
const BETWEEN = `(?:${BLANKS}${SIGN}${BLANKS}${OPENS}|[\\s\\p{Cf}]{1,5}${OPENS})`;
// "TLPv2", "TLP 2.0", "TLP level".
const NAME = `${wide('TLP')}(?:\\s?(?:v(?:ersion)?\\s?)?[12](?:\\.0)?)?(?:\\s?level)?`;
const LABEL_CUT = new RegExp(
  `((?<![\\p{L}\\p{N}])${NAME}${BLANKS}${SIGN})[^\\S\\n]{0,5}\\n\\s{0,9}`,
  'giu',
);
const TOKEN = `(?<![\\p{L}\\p{N}])${NAME}${BETWEEN}${ALL_COLOURS}(?![\\p{L}\\p{N}])`;
const LABEL = new RegExp(TOKEN, 'giu');
const LABEL_TO_TAKE_OUT = new RegExp(
  `\\s{0,5}(?:${OPEN}${BLANKS}${TOKEN}${BLANKS}${CLOSE}|${TOKEN})(?:\\s{0,2}[:;,|–—-](?=\\s|$))?\\s{0,5}`,
  'giu',
);
const BEHIND_OPEN = new RegExp(`${OPEN}${BLANKS}$`, 'u');
const BEFORE_CLOSE = new RegExp(`^${BLANKS}${CLOSE}`, 'u');
const BEHIND_BRACKET = /[([{<（［｛＜【〔]\s{0,3}$/u;
const BEHIND_DASH = /(?:^|\s)[-–—|]\s{0,3}$/u;

// The letters in both widths; a mail program may put something invisible between them.
function wide(word: string): string {
  return [...word]
    .map((letter) => {
      const full = String.fromCharCode(letter.charCodeAt(0) + 0xfee0);
      return `[${letter}${full}${full.toLowerCase()}]`;
    })
    .join('\\p{Cf}{0,3}');
}

interface Place {
  /** Between TLP and the colour stands nothing but a blank. */
  readonly isBare: boolean;
  /** A blank and small letters: "TLP: clear" may begin a sentence. */
  readonly isSmall: boolean;
  readonly isInBrackets: boolean;
  /** Not by quotation marks or stars, which set off a word of a sentence too. */
  readonly isBracketed: boolean;
  /** At the beginning or at the end of its line, in brackets, or behind "Re:". */
  readonly isSetOff: boolean;
  /** Nothing else stands on its line, or punctuation stands behind it. */
  readonly isAlone: boolean;
  /** No word stands before it, none behind it. */
  readonly isFirst: boolean;
  readonly isLast: boolean;
  /** "TLP:CLEAR?" */
  readonly isAsked: boolean;
  /** "Phishing - TLP:GREEN" */
  readonly isBehindDash: boolean;
}

interface Found extends Place {
  readonly text: string;
  readonly labels: readonly Tlp[];
}

function countsInSubject(found: Found): boolean {
  const { isFirst, isLast, isBehindDash } = found;
  return counts(found, isFirst || (isLast && isBehindDash), true);
}

function countsInText(found: Found, isOwn: boolean): boolean {
  // "The report [TLP:GREEN] is attached" speaks of another text.
  return counts(found, isOwn && found.isFirst && found.isLast, isOwn && found.isFirst);
}

function counts(found: Found, isApart: boolean, mayBracket: boolean): boolean {
  if (!isLabel(found)) return false;
  if (!isFree(found) || (found.isBracketed && mayBracket)) return true;
  return isApart && !found.isAsked && (isPlainly(found) || !found.isSmall);
}

function isLabel(found: Found): boolean {
  return !found.isBare || isPlainly(found);
}

function isFree({ labels }: Found): boolean {
  return labels.every((label) => label === 'CLEAR' || label === 'GREEN');
}

function isPlainly({ text, isInBrackets, isSetOff, isAlone }: Found): boolean {
  return text === text.toUpperCase() || isInBrackets || (isSetOff && isAlone);
}

function labelsIn(line: string): Found[] {
  return [...line.matchAll(LABEL)].map((match) => {
    const [text] = match;
    const front = line.slice(0, match.index);
    const behind = line.slice(match.index + text.length);
    return { text, labels: coloursIn(plainText(text)), ...placeOf(text, front, behind) };
  });
}

function placeOf(text: string, front: string, behind: string): Place {
  const isInBrackets = BEHIND_OPEN.test(front) && BEFORE_CLOSE.test(behind);
  const ends = !/[\p{L}\p{N}]/u.test(behind);
  const isFirst = begins(front);
  return {
    isBare: !/[^\p{L}\p{N}\s.]/u.test(plainText(text)),
    isSmall: /\s\p{Ll}/u.test(text),
    isInBrackets,
    isBracketed: isInBrackets && BEHIND_BRACKET.test(front),
    isSetOff: isInBrackets || ends || isFirst,
    isAlone: ends || (isFirst && /^\s{0,3}[:;,.!|–—-]/u.test(behind)),
    isFirst,
    isLast: ends,
    isAsked: /^\s{0,3}[?？]/u.test(behind),
    isBehindDash: BEHIND_DASH.test(front),
  };
}

const TAG = /(?:\[[^[\]]{0,80}\]|\([^()]{0,80}\)|(?<!\p{L})\p{L}{1,12}(?:\[\d{1,3}\])?\s?[:：])/gu;

// What programs put in front: "Re:", "[EXTERNAL]", "WG:", other labels.
function begins(front: string): boolean {
  const bare = front.replace(LABEL, ' ').replace(TAG, ' ');
  return !/[\p{L}\p{N}]/u.test(bare);
}

function plainText(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .toUpperCase();
}

function coloursIn(plain: string): Tlp[] {
  const words = plain.matchAll(/CLEAR|WHITE|GREEN|AMBER(?<strict>[^A-Z]{0,12}STRICT)?|RED/g);
  return [...words].map(({ 0: word, groups }) => {
    if (groups?.['strict'] !== undefined) return 'AMBER+STRICT';
    return word === 'WHITE' ? 'CLEAR' : (word as Tlp);
  });
}
