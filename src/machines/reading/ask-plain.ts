/** Whether a sentence that asks for a removal says nothing else: a word that we do not know may turn it around. */

import type { Reading } from './ask-found.ts';
import type { Mention } from './ask-mention.ts';
import type { Marker } from './ask-sentences.ts';
import { withoutPolite } from './ask-guards.ts';
import { PLAIN_PIECES, PLAIN_WORDS } from './ask-plain-words.ts';
import { findAtoms } from './atoms.ts';
import { headingWord, labelKind } from './label-words.ts';

// People, data and the words that ask are one sign each, so that patterns can name them.
const WHO = '•';
const DATUM = '◦';
const ASKS = '¤';
const LEFT = '§';

/**
 * True for a sentence of which every word is known. "Alice asked us to remove Rosa", "remove Téo from the
 * workshop list", "the wife of Téo has left" are not: a lost removal costs one letter, a wrong one a contact.
 */
export function isPlain(reading: Reading, markers: readonly Marker[]): boolean {
  const { masked } = reading;
  if (masked.length > 1000) return false;
  const signs = withSigns(reading, markers);
  if (isSomeoneElses(signs, markers) || isNoFarewell(reading, markers, signs)) return false;
  if (FOR_A_WHILE.test(signs) || isFleeting(signs, markers)) return false;
  const rest = HARMLESS.reduce((left, pattern) => left.replace(pattern, ' '), signs);
  return wordsOf(rest).every(isKnown);
}

function withSigns({ text, masked, mentions }: Reading, markers: readonly Marker[]): string {
  const people = mentions.map(({ start, end }) => ({ start, end, sign: WHO }));
  const named = newNames(text, mentions, markers).map((name) => ({ ...name, sign: WHO }));
  const data = findAtoms(text)
    .filter(({ start }) => !people.some((who) => start >= who.start && start < who.end))
    .map(({ start, end }) => ({ start, end, sign: DATUM }));
  const acts = markers.map(({ start, end, kind }) => ({
    start,
    end: kind === 'left' ? end + (employer(text.slice(end)) ?? 0) : end,
    sign: kind === 'left' ? LEFT : ASKS,
  }));
  let from = 0;
  let out = '';
  for (const { start, end, sign } of [...people, ...named, ...data, ...acts].toSorted(
    (a, b) => a.start - b.start,
  )) {
    if (start < from) continue;
    out += `${masked.slice(from, start)}${sign}`;
    from = end;
  }
  return withoutPolite(`${out}${masked.slice(from)}`)
    .replace(/ {2,}/g, ' ')
    .trim();
}

// Bob, whom no form describes: "replace Alice by Bob Smith, e-mail bob@…", "Bob Smith replaces Alice".
function newNames(
  text: string,
  mentions: readonly Mention[],
  markers: readonly Marker[],
): { start: number; end: number }[] {
  const acts = markers.filter(({ kind }) => kind === 'replace' || kind === 'swap');
  if (acts.length === 0) return [];
  const ends = [...mentions, ...markers].map(({ end }) => end);
  const places = [
    ...acts.map(({ start }) => start),
    ...mentions
      .filter(({ roster, address }) => roster.length === 0 && address !== undefined)
      .map(({ start }) => start),
  ];
  return places.flatMap((end) => {
    const from = Math.max(0, end - 120, ...ends.filter((each) => each <= end));
    const found = NAME.exec(text.slice(from, end));
    return found === null ? [] : [{ start: from + found.index, end }];
  });
}

const NAME =
  /(?<![\p{L}\p{M}])(?:\p{Lu}[\p{L}\p{M}.'-]{1,30} ){1,4}?\p{Lu}[\p{L}\p{M}'-]{1,30}(?:[,:(]{0,2} ?(?:e-?mail|mail|address|tel|phone)?:?)? ?$/u;

// "No longer works for NIC XA": a house with a capital, but nothing about Mondays.
function employer(behind: string): number | undefined {
  const found =
    /^ (?:for|für|chez|pour|para|em|en|with) (?:\p{Lu}[\p{L}\d&-]{1,30}(?=[ .,;:!]|$) ?){1,4}/u.exec(
      behind,
    );
  return found === null || DAYS.test(found[0]) ? undefined : found[0].trimEnd().length;
}

const DAYS = /(?:mon|tues|wednes|thurs|fri|satur|sun)day|weekend|week/iu;

const OWN_THINGS =
  /^(?:entry|record|details|data|subscription|membership|place|name|position|role|job|post)$/u;
const HEADS =
  /^(?:details|entry|record|data|subscription|name|place|eintrag|stelle|lieu|lugar|inscription|contact|contacts|person|persona|contacto|contato|list|from|out|removal|deletion)$/u;
const OF =
  /(\p{L}+) (?:of|from|von|des|d[eoai]|del|dos|das|d') ?(?:(?:our|the|my|mr|mrs|ms|dr|la|el|o|a|frau|herrn) ?)?•/gu;
const OWNED = /•'s? ?(¤|§|\p{L}+)/gu;

// "The wife of Téo", "Carol's boss", "the mail from Luis": not Téo, Carol and Luis.
function isSomeoneElses(signs: string, markers: readonly Marker[]): boolean {
  const acts = markers.some(({ kind }) => kind === 'remove' || kind === 'left');
  for (const [whole, head = ''] of signs.matchAll(OF)) {
    if (/ from /u.test(whole) ? acts : !HEADS.test(head)) return true;
  }
  for (const [, thing = ''] of signs.matchAll(OWNED)) {
    if (
      thing === ASKS || thing === LEFT
        ? !markers.some(({ text }) => HEIRS.test(text))
        : !OWN_THINGS.test(thing)
    )
      return true;
  }
  return /(?<!наш\p{L}{1,3} )(?:коллег[уией]|сотрудник[ауео]|сотрудниц[уы])\p{L}{0,2} •/u.test(
    signs,
  );
}

const FOR_A_WHILE =
  /(?<!\p{L})(?:for|für|pour|por|pendant|durante|на) (?:an?|one|two|three|the|this|next|some|eine?|eine[nr]|une?|uma?|una?|\d{1,3}) (?:days?|weeks?|months?|years?|time|while|woche|monat|jahr|semaine|mois|an|semana|mes|mês|неделю|месяц)(?!\p{L})|(?<!(?:§|from|of|starting|since|in) )(?<!\p{L})(?:this|next|diese|nächste|cette|esta|na próxima|этой) (?:week|month|year|woche|semaine|semana|неделе)(?!\p{L})|(?<!\p{L})(?:for now|for the moment|vorerst|zunächst|por ahora|por agora|por enquanto|pour l'instant|pour le moment|пока|временно)(?!\p{L})/u;
const FLEETING =
  /(?<!(?:as of|as from|starting|from|since|effective|partir de|partir d'|ab|seit|dès|desde|last|с) )(?<!\p{L})(?:today|tonight|yesterday|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|aujourd'hui|hier|hoy|ayer|hoje|ontem|heute|gestern|сегодня|вчера)(?!\p{L})|(?<!\p{L})to (?:mon|fri|sun)day|§ work(?!\p{L})|§ (?:la|the|our|notre|die|an?|o) list[ea]? (?:of|de|for)(?!\p{L})/u;

// "Has left already today", "replaces her on Mondays": who is gone for the day stays on the list.
function isFleeting(signs: string, markers: readonly Marker[]): boolean {
  return !markers.some(({ kind }) => kind === 'remove') && FLEETING.test(signs);
}

const HEIRS = /^(?:success|replacement|instead|in place)/u;

// "Left us his number", "left the list to Carol", "no longer at +1 …"
function isNoFarewell(
  { masked, mentions }: Reading,
  markers: readonly Marker[],
  signs: string,
): boolean {
  const farewells = markers.filter(({ kind }) => kind === 'left');
  if (farewells.length === 0) return false;
  if (/§(?: us| uns| nous)? (?:his|her|their|its|an?|some|this|to •|to our)(?!\p{L})/u.test(signs))
    return true;
  return farewells.some(({ end, text }) => {
    const behind = masked.slice(end, end + 60);
    const rest = /^[^,;:.]{0,60}/u.exec(behind)?.[0] ?? '';
    const named = mentions.some(
      ({ start, roster }) => roster.length > 0 && start >= end && start < end + rest.length,
    );
    if (named && !/contact|colleague|contat|kontakt|контакт/u.test(text) && !JOINS.test(rest))
      return true;
    return /^(?: at| on| under)? ?◦/u.test(afterSign(signs)) || HOURS.test(rest);
  });
}

const JOINS = /(?<!\p{L})(?:and|und|et|y|e|и|so|please)(?!\p{L})/u;
const HOURS = /^ (?:on|at) (?:\d|mon|tue|wed|thu|fri|sat|sun)/u;

function afterSign(signs: string): string {
  return signs.slice(signs.indexOf(LEFT) + 1);
}

const PRONOUN = String.raw`(?:•|he|she|they|we|it|il|elle|ils|elles|ella|él|ellos|ele|ela|er|sie|он|она|они)`;
const REASON = String.raw`(?:because|since|as|weil|da|denn|porque|ya que|pois|car|parce qu'?|parce que|puisqu'?|так как|потому что|поскольку)`;
const ROLE =
  'security|information|network|technical|operations|registry|dns|chief|senior|it|cyber|deputy|manager|officer|engineer|director|head|lead|leader|administrator|admin|analyst|specialist|expert|ciso|cto|ceo|responsable|sécurité|directeur|directrice|ingénieur|administrateur|director|directora|gerente|ingeniero|ingeniera|seguridad|segurança|engenheiro|engenheira|leiter|leiterin|sicherheitsbeauftragten?|ingenieur|sysadmin';
const HARMLESS: readonly RegExp[] = [
  // Why it is asked: "Remove Carol, as she works for another company now"; but not "…, he wrote".
  new RegExp(
    String.raw`(?<=¤[^.]{0,200})(?:(?<!\p{L})${REASON} ?|[,;] ?(?=${PRONOUN}(?! \p{L}{0,6} ?(?:say|said|wrote|ask|told|think|want|claim|mean|hope|dit|dice|diz|sagt|schr|пиш|гов)))) ?${PRONOUN}(?!\p{L})(?![^.;]{0,400}(?<!\p{L})(?:but|not|aber|mais|pero|mas|но|nicht|pas|no|não|не)(?!\p{L}))[^.;]{0,400}[.!]?$`,
    'u',
  ),
  /(?<!\p{L})as (?:agreed|discussed|requested|promised|announced|mentioned)(?: (?:by|with) •)?/gu,
  /(?<!\p{L})(?:not|nicht|pas|no|não|не) (?:a |o )?•/gu,
  /(?<!\p{L})(?:do not|don't|never|no|não|не|ne) ¤ (?:a |o |pas )?•(?:,? (?:but|sino|mas|mais|а|но)(?= ¤))?/gu,
  /•,? (?:has|is|have|are|does|did) not(?= ?[.,;!]?$)/gu,
  /(?<!\p{L})(?:his|her|their) (?:e-?mail )?address (?=(?:should|must|can|is|needs|has) )/gu,
  // "With our new head of security:"
  new RegExp(
    String.raw`(?<=(?:our|the|new|notre|nouveau|nouvelle|unser\p{L}{0,2}|neuen?|nuestr[oa]|nuev[oa]|noss[oa]|nov[oa]) )(?:(?:${ROLE}|of|for|de|für)[ -]?){1,5}(?=[:.]?$|:)`,
    'gu',
  ),
  // "Our new security manager Bob"
  new RegExp(String.raw`(?<!\p{L})(?:(?:${ROLE})[ -]){1,5}(?=•)`, 'gu'),
  /(?<!\p{L})\.[\p{L}\d-]{2,63}(?![\p{L}\d])/gu,
];

// "Phone: +1 …", "e-mail address is …"
const LABELLED = /(?<!\p{L})([\p{L}-]{1,20})(?: (?:number|address|is|no))?[:.]{0,2} ?[•◦]/gu;

function wordsOf(signs: string): readonly string[] {
  const bare = signs
    .replace(LABELLED, (whole, word: string) => (labelKind(word) === undefined ? whole : ' '))
    .replace(PLAIN_PIECES, ' ');
  return bare.match(/[\p{L}\p{M}]+(?:-[\p{L}\p{M}]+)*|\d+(?:st|nd|rd|th)/gu) ?? [];
}

function isKnown(word: string): boolean {
  return (
    PLAIN_WORDS.has(word) ||
    headingWord(word)?.primary !== undefined ||
    /^\d|^(?:st|nd|rd|th)$/u.test(word)
  );
}
