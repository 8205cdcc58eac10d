/**
 * TLP labels as people write them (FIRST TLP 2.0; SECIR report, Table 6): which one a mail bears, and the
 * subject that shows it.
 *
 * What is taken for a label decides how far a text may travel, so doubt goes to the strict side:
 *
 * 1. TLP and a colour with a sign between them ("TLP:AMBER", "[TLP-AMBER+STRICT]") is a label, in any case.
 * 2. With a blank alone ("TLP AMBER") it is one in capitals, or where nothing else stands beside it.
 * 3. One that frees a text (CLEAR, GREEN) counts at the beginning or end of its line or in brackets, not in
 *    a sentence: "the TLP:CLEAR report of last week" frees nothing. A strict one counts anywhere.
 * 4. Of several, the strictest counts.
 */

import { strictest, type Tlp } from '../words/tlp.ts';

/** Lines of the sender's own text that may bear a label, those that are empty not counted. */
const FIRST_LINES = 5;
/** Nobody writes a label behind so many characters. */
const LONGEST_LINE = 500;

/** The label of a mail by its decoded subject and its author's own text; undefined for none. */
export function readTlp(subject: string, ownText: string): Tlp | undefined {
  const lines = ownText
    .split('\n', 200)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .slice(0, FIRST_LINES);
  const found = [subject, ...lines].flatMap((line) => labelsIn(line.slice(0, LONGEST_LINE)));
  return strictest(found.filter(counts).flatMap(({ labels }) => labels));
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
  if (found === undefined || others.length > 0 || !counts(found)) return false;
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
const BETWEEN = `(?:${BLANKS}${SIGN}${BLANKS}${OPEN}?${BLANKS}|[\\s\\p{Cf}]{1,5})`;
const TOKEN = `(?<![\\p{L}\\p{N}])${wide('TLP')}${BETWEEN}${ALL_COLOURS}(?![\\p{L}\\p{N}])`;
const LABEL = new RegExp(TOKEN, 'giu');
const LABEL_TO_TAKE_OUT = new RegExp(
  `\\s{0,5}(?:${OPEN}${BLANKS}${TOKEN}${BLANKS}${CLOSE}|${TOKEN})(?:\\s{0,2}[:;,|–—-](?=\\s|$))?\\s{0,5}`,
  'giu',
);
const BEHIND_OPEN = new RegExp(`${OPEN}${BLANKS}$`, 'u');
const BEFORE_CLOSE = new RegExp(`^${BLANKS}${CLOSE}`, 'u');

// The letters in both widths; a mail program may put something invisible between them.
function wide(word: string): string {
  return [...word]
    .map((letter) => {
      const full = String.fromCharCode(letter.charCodeAt(0) + 0xfee0);
      return `[${letter}${full}${full.toLowerCase()}]`;
    })
    .join('\\p{Cf}{0,3}');
}

interface Found {
  readonly text: string;
  readonly labels: readonly Tlp[];
  /** Between TLP and the colour stands nothing but a blank. */
  readonly isBare: boolean;
  /** A blank and small letters: "TLP: clear" may begin a sentence. */
  readonly isSmall: boolean;
  readonly isInBrackets: boolean;
  /** At the beginning or at the end of its line, in brackets, or behind "Re:". */
  readonly isSetOff: boolean;
  /** Nothing else stands on its line, or punctuation stands behind it. */
  readonly isAlone: boolean;
}

function counts(found: Found): boolean {
  const { text, labels, isSetOff, isSmall } = found;
  const isPlain = text === text.toUpperCase() || found.isInBrackets || (isSetOff && found.isAlone);
  if (found.isBare && !isPlain) return false;
  const frees = labels.every((label) => label === 'CLEAR' || label === 'GREEN');
  return !frees || (isSetOff && (isPlain || !isSmall));
}

function labelsIn(line: string): Found[] {
  return [...line.matchAll(LABEL)].map((match) => {
    const [text] = match;
    const front = line.slice(0, match.index);
    const behind = line.slice(match.index + text.length);
    const isInBrackets = BEHIND_OPEN.test(front) && BEFORE_CLOSE.test(behind);
    const ends = !/[\p{L}\p{N}]/u.test(behind);
    const plain = plainText(text);
    return {
      text,
      labels: coloursIn(plain),
      isBare: /^TLP\s+[A-Z]/.test(plain),
      isSmall: /\s\p{Ll}/u.test(text),
      isInBrackets,
      isSetOff: isInBrackets || ends || begins(front),
      isAlone: ends || (begins(front) && /^\s{0,3}[:;,.!|–—-]/u.test(behind)),
    };
  });
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
