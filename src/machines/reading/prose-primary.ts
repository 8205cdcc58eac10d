/** Who is said to be primary, in the words around the people of a paragraph. */

import { headingWord, isKoreanCompany, labelKind } from './label-words.ts';
import type { ProsePerson } from './prose-person.ts';
import type { ProseText } from './prose-text.ts';

interface Mark {
  readonly is: boolean;
  readonly start: number;
  readonly end: number;
}

const WORD = /[\p{L}\p{M}]+/gu;
const NOT =
  /(?:not|nicht|pas|no|não|не|non|niet|nie)\s+(?:the\s+|der\s+|le\s+|el\s+|o\s+|il\s+)?$/iu;
// Between "primary" and a name: "primary contact is Ana", "Primary: Ana".
const LEADS =
  /^[)\]]?((?:\s+[\p{L}\p{M}]{1,12}){0,4})\s{0,3}[:：=–—-]?[\s(]{0,3}(?:\p{L}{1,4}\.\s)?$/u;
const LINKS = new Set(
  'is are one ones will be shall should our contact person est sera notre es será nuestro é nosso ist wird sein unser является будет sarà è is wordt jest är'.split(
    ' ',
  ),
);

/** Marks the people. A mark that could be about two of them is about nobody. */
export function givePrimary(prose: ProseText, people: readonly ProsePerson[]): void {
  for (const mark of findMarks(prose, people)) {
    const person = ownerOf(prose, people, mark);
    if (person !== undefined) person.primary ??= { is: mark.is, line: prose.lineAt(mark.start) };
  }
}

function findMarks({ text, isExcluded }: ProseText, people: readonly ProsePerson[]): Mark[] {
  const inName = (at: number) => people.some(({ start, nameEnd }) => at >= start && at < nameEnd);
  return [...text.matchAll(WORD)].flatMap(({ 0: word, index }) => {
    const is = headingWord(word)?.primary;
    if (is === undefined || isExcluded(index) || inName(index)) return [];
    const end = index + word.length;
    if (isKoreanCompany(text, index - 1, end + 1)) return [];
    const next = /^[\s-]{1,2}([\p{L}-]{2,20})/u.exec(text.slice(end, end + 24))?.[1];
    const kind = next === undefined ? undefined : labelKind(next);
    if (kind === 'phone' || kind === 'address' || /^(?:office|number|line)$/i.test(next ?? ''))
      return [];
    if (NOT.test(text.slice(Math.max(0, index - 16), index))) return [];
    return [{ is, start: index, end }];
  });
}

function ownerOf(
  prose: ProseText,
  people: readonly ProsePerson[],
  mark: Mark,
): ProsePerson | undefined {
  const { text } = prose;
  const previous = people.findLast((person) => person.nameEnd <= mark.start);
  const next = people.find((person) => person.start >= mark.end);
  const begin = text.slice(text.lastIndexOf('\n', mark.start - 1) + 1, mark.start);
  const opens = !/[\p{L}\p{Nd}]/u.test(begin.replace(/^\s{0,9}\p{Nd}{1,2}[.)]/u, ''));
  const between = next === undefined ? '' : text.slice(mark.end, next.start);
  const sameLine = !between.includes('\n') || prose.wraps(mark.end + between.indexOf('\n'));
  const leads = next !== undefined && (opens || sameLine) && leadsTo(between);
  const named = namedBefore(text, people, mark);
  if (named.length > 0) return named.length === 1 ? named[0] : undefined;
  const follows = previous !== undefined && isSameRecord(prose, previous, mark);
  if (isInBrackets(text, mark)) return follows ? previous : leads ? next : undefined;
  if (leads && follows) {
    // A line of its own, or a colon, speaks of who comes after it.
    return opens || /[:：]/u.test(between) ? next : undefined;
  }
  return leads ? next : follows ? previous : undefined;
}

// "…, Ana being the primary": named again between the last person and the word.
function namedBefore(text: string, people: readonly ProsePerson[], { start }: Mark): ProsePerson[] {
  const from = Math.max(0, start - 60, ...people.map(({ end }) => (end <= start ? end : 0)));
  const clause = ` ${wordsIn(text.slice(from, start)).join(' ').toLowerCase()} `;
  return people.filter(({ name, nameEnd }) => {
    const words = wordsIn(name).filter((word) => word.length >= 3);
    return nameEnd <= from && words.some((word) => clause.includes(` ${word.toLowerCase()} `));
  });
}

function leadsTo(between: string): boolean {
  const words = between.length > 60 ? null : LEADS.exec(between);
  if (words === null) return false;
  return wordsIn(words[1] ?? '').every(
    (word) => LINKS.has(word.toLowerCase()) || headingWord(word)?.contact === true,
  );
}

function isSameRecord(prose: ProseText, person: ProsePerson, mark: Mark): boolean {
  const last = Math.max(person.end, 0);
  const sentence = prose.sentenceAt(mark.start);
  if (sentence === prose.sentenceAt(last) || sentence === prose.sentenceAt(person.nameEnd))
    return true;
  // On a line of its own below the person: "Primary", "Primary contact".
  const start = prose.text.lastIndexOf('\n', mark.start - 1) + 1;
  const ends = prose.text.indexOf('\n', mark.end);
  const line = prose.text.slice(start, ends < 0 ? undefined : ends);
  return line.length <= 40 && line.split(/\s+/).length <= 4;
}

function isInBrackets(text: string, { start, end }: Mark): boolean {
  return (
    /[([（][^()[\]\n]{0,40}$/u.test(text.slice(Math.max(0, start - 41), start)) &&
    /^[^()[\]\n]{0,40}[)\]）]/u.test(text.slice(end, end + 41))
  );
}

const CLAUSES = /[,;.!\n]|\s(?:and|und|et|y|e|и|en|oraz|ve|och|og|ja|with|while)\s/iu;

/**
 * `Ana will be the primary contact, Luis the backup`; `the first one is primary`: for each clause that
 * names one of the people, and only one, whether they are primary.
 */
export function primarySaid(
  sentence: string,
  people: readonly (readonly string[])[],
): { readonly place: number; readonly is: boolean }[] {
  if (sentence.includes('@')) return [];
  const written = primaryInHan(sentence, people);
  if (written !== undefined) return [{ place: written, is: true }];
  const clauses = sentence.slice(0, 400).split(CLAUSES);
  return clauses.flatMap((clause, at) => {
    const is = saidIn(clause, people);
    if (is === undefined || NEGATED.test(clause) || /[?？؟]/u.test(sentence)) return [];
    const next = clauses[at + 1] ?? '';
    // "Primary is me, Ana": the name alone behind the comma.
    const place = personIn(clause, people) ?? (ME.test(clause) ? aloneIn(next, people) : undefined);
    return place === undefined ? [] : [{ place, is }];
  });
}

function saidIn(clause: string, people: readonly (readonly string[])[]): boolean | undefined {
  const words = wordsIn(clause);
  const said = new Set<boolean>();
  for (const [at, word] of words.entries()) {
    const is = headingWord(word)?.primary;
    if (is !== undefined && goesOn(words[at + 1], people)) said.add(is);
  }
  if (FIRST_CONTACT.test(clause)) said.add(true);
  return said.size === 1 ? [...said][0] : undefined;
}

// "The main contact", "primary is Ana", but not "the main building": only with words of this list behind it.
function goesOn(next: string | undefined, people: readonly (readonly string[])[]): boolean {
  if (next === undefined) return true;
  const word = next.toLowerCase();
  const meaning = headingWord(word);
  if (meaning?.contact === true || meaning?.primary !== undefined) return true;
  return BEHIND.has(word) || people.flat().some((name) => namesWord(name, word));
}

function namesWord(name: string, word: string): boolean {
  return wordsIn(name.toLowerCase()).includes(word);
}

const BEHIND = new Set(
  (
    'is are one ones will shall should be being for person mr mrs ms dr me i est sera pour m mme moi es será para don doña ' +
    'sr sra yo é dr dra eu o a ist wird für herr frau bin ich soll будет является для это г я è sarà per signor signora il la ' +
    'le el l is wordt voor de dhr mevr jest to będzie dla pan pani je bude pro pán paní є буде для пан пані я är blir för er ' +
    'bliver blir on for este va fi pentru е ще за bude jest adalah ialah untuk bapak ibu είναι θα ο η κ κα υπεύθυνος υπεύθυνη ' +
    'הוא היא هو هي است là bay bayan olarak olacak'
  ).split(' '),
);

// "Our first point of contact is Ana": not the number of a list, but whom to call first.
const FIRST_CONTACT =
  /(?<!\p{L})(?:first (?:point of )?contact(?: person)?|erste[rn]? (?:ansprechpartner(?:in)?|ansprechperson|kontakt(?:person)?)|premier (?:contact|interlocuteur)|première interlocutrice|primer contacto|primeiro contat?o|primo (?:contatto|referente)|eerste (?:contactpersoon|aanspreekpunt)) (?:is|ist|est|es|é|è|will be|wird|sera|será|sarà)(?!\p{L})/iu;
const ME = /(?<!\p{L})(?:me|myself|i|ich|moi|yo|eu|io|ik|ja|я|jag|jeg|já|en|ben)\s*$/iu;

function aloneIn(text: string, people: readonly (readonly string[])[]): number | undefined {
  return wordsIn(text).length <= 3 ? personIn(text, people) : undefined;
}

// Without blanks between words: "主要联系人是张伟", "主担当は山田です".
function primaryInHan(
  sentence: string,
  people: readonly (readonly string[])[],
): number | undefined {
  const text = sentence.slice(0, 100).replace(/\s/g, '');
  if (!/主要|首要|主联系|主担当|正担当|第一联系/u.test(text) || /不|ない|[?？]/u.test(text))
    return undefined;
  const named = people.flatMap((names, place) => {
    const whole = names
      .map((name) => name.replace(/\s/g, ''))
      .filter((name) => /^\p{Script=Han}{2,}$/u.test(name));
    return whole.some((name) => text.includes(name)) ? [place] : [];
  });
  return named.length === 1 ? named[0] : undefined;
}

const NEGATED = /(?<!\p{L})(?:not|nicht|pas|não|не|non|niet|nie|no longer|ya no)(?!\p{L})/iu;

function wordsIn(text: string): string[] {
  return text.match(WORD) ?? [];
}

function personIn(clause: string, people: readonly (readonly string[])[]): number | undefined {
  const folded = ` ${wordsIn(clause).join(' ').toLowerCase()} `;
  const named = people.flatMap((names, place) =>
    names.some((name) => {
      const wanted = wordsIn(name).join(' ').toLowerCase();
      return wanted.length >= 2 && folded.includes(` ${wanted} `);
    })
      ? [place]
      : [],
  );
  if (named.length > 0) return named.length === 1 ? named[0] : undefined;
  // One word of a longer name ("Айгуль Маратовна"), where only one of them is called so.
  const near = people.flatMap((names, place) => {
    const parts = names.flatMap(wordsIn).filter((word) => word.length >= 3);
    return parts.some((word) => folded.includes(` ${word.toLowerCase()} `)) ? [place] : [];
  });
  if (near.length > 0) return near.length === 1 ? near[0] : undefined;
  const numbers = (clause.match(/[\p{L}\p{M}]+|\p{Nd}+/gu) ?? []).flatMap((word) =>
    /^\p{Nd}{2}/u.test(word) ? [0] : (headingWord(word)?.number ?? []),
  );
  const [number] = numbers;
  return numbers.length === 1 && number !== undefined && number >= 1 && number <= people.length
    ? number - 1
    : undefined;
}
