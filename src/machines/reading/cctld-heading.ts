/** Headings of a ccTLD on a line of their own, above its people: `.xa:`, `For .xb`, `Contacts of .xa`. */

import { type Cctld, readCctld } from '../words/cctld.ts';
import { hasGroupWord } from './group-words.ts';
import { headingWord, labelKind, readNote, wordsOf } from './label-words.ts';
import { findNamedCctlds } from './named-cctlds.ts';
import { readFormLine } from './form-line.ts';

const LONGEST = 80;
const BRACKETS = /[([（][^()[\]（）]{0,60}[)\]）]/gu;

/**
 * The ccTLDs that the line names, when it holds nothing else but words that such headings are made of.
 * Any other word may say the opposite ("not for .xa", "as for .xa"): then it is none.
 */
export function readCctldHeading(text: string): Cctld[] | undefined {
  const line = text.trim();
  if (line.length > LONGEST || !line.includes('.') || /[@|\t?？!！]/u.test(line)) return undefined;
  const cctlds = findNamedCctlds('', line);
  if (cctlds.length === 0 || readNote(line) !== undefined || hasGroupWord(line)) return undefined;
  if (readFormLine(line) !== undefined) return undefined;
  const plain = line
    .replace(/^[\s*#]{0,4}[(（]?\p{Nd}{1,2}[.)）]\s+/u, '')
    .replace(BRACKETS, keepCctld);
  const words = plain.match(/\.?[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}'’-]*/gu) ?? [];
  return words.every((word) => word.startsWith('.') || isOfHeading(word)) &&
    words.filter((word) => word.startsWith('.')).every((word) => readCctld(word) !== undefined)
    ? cctlds
    : undefined;
}

// "(.xa)" names it; what else stands in brackets is the country's name.
function keepCctld(bracket: string): string {
  return bracket.includes('.') ? bracket : ' ';
}

function isOfHeading(written: string): boolean {
  // Chinese and Japanese write the word for "of" together with the next.
  const word = written.replace(/^[的之の]|[的之の]$/gu, '').toLowerCase();
  if (word === 'no') return false;
  if (word === '' || WORDS.has(word) || labelKind(word) === 'cctld') return true;
  return wordsOf(word).every((part) => {
    const meaning = headingWord(part);
    return meaning !== undefined && meaning.primary === undefined && meaning.number === undefined;
  });
}

// Prepositions, articles, "our", "are", "here", "follows", "and", and what a registry calls its ccTLD.
const WORDS: ReadonlySet<string> = new Set(
  [
    'for of the our we have are is here follows following below these please use find and now registry zone domain domains tld cctld people persons team officers representatives security technical list',
    'contactos contatos personas pessoas responsables responsáveis personnes interlocuteurs contatti referenti kontaktpersonen ansprechpersonen contactpersonen kontaktpersoner kontakty osoby kontakti yhteyshenkilöt kişileri kişiler yetkililer kapcsolattartók επαφές контакты контактные лица лиц контакти особи kontaktai',
    'pour le la les de du des nos notre voici sont suivants et zone',
    'para el la los las del de nuestros nuestras son estos siguientes y zona aquí dominio',
    'os do da dos das nossos são e zona domínio seguintes',
    'für die der das den unsere unseren sind und hier folgende zone domain',
    'для домена домену домене зоны зоне зона наши это вот и у',
    'per il i gli la le nostri sono ecco e zona dominio',
    'voor het de onze zijn van en hier zone domein',
    'için bizim ve',
    'dla domeny nasze są i oto',
    'pro doménu domény naše jsou a zde',
    'för vår våra är och här till domänen',
    'for vår våre vore er og her domenet domænet',
    'verkkotunnuksen ja',
    'untuk dan kami domain',
    'cho của và tên miền',
    'για το του τα και',
    'جهات جهتا جهتي عبر نطاق النطاق الخاصة لنطاق و',
    'עבור של',
    'ドメイン 도메인',
  ]
    .join(' ')
    .split(' '),
);
