/** Words that stand beside a name and are no part of it. */

import { ASK_PATTERNS } from './ask-words.ts';
import { foldName } from './function-words.ts';
import { headingWord, labelKind } from './label-words.ts';

const FREE: ReadonlySet<string> = new Set(
  `
  please kindly from as and or with by is are was were has have had because since to on at the in now again s contact who whom whose left will would shall should may can be being been
  off immediately today tomorrow asap also too only both all instead place for of out up list role post our us here there works working stays remains stay remain becomes become takes taking took over
  unfortunately however therefore thus although when while after before colleague colleagues ms mr mrs dr former previous old new current dear regards thanks hi hello hereby further furthermore additionally
  finally first second third then next so not no but yes still already soon recently effective it he she they we i you that which this these those does did do keep leave leaves leaving
  monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december
  primary secondary main backup retired resigned joins joined join replaces replaced replace remove removed delete add change changed update updated unsubscribe until phone mobile number mail email address name cc tld cctld ssc sscs tlp via re fwd fw aw
  par pour avec et ou est sont a ont ne plus la le les de du des en nous notre madame monsieur remplace quitte reste malheureusement
  por para con y o es son ha han ya el los las nuestro nuestra señor señora lamentablemente hoy reemplaza sustituye substitui e com sai saiu infelizmente hoje foi
  и или на с по не больше уже это является наш наша вместо заменяет заменит для из от к сожалению сегодня коллега уволился уволилась покинул покинула
  und oder mit ist sind hat haben durch für von vom bei nicht unser unsere herr frau herrn leider heute bitte statt anstelle ersetzt bleibt wird wurde kommt geht als neue neuer neuen
`
    .trim()
    .split(/\s+/)
    .flatMap((word) => foldName(word)),
);

/** True for a word (folded) of the language, a label, a heading, or one that asks: no name begins beside it. */
export function isFreeWord(key: string): boolean {
  if (FREE.has(key) || labelKind(key) !== undefined) return true;
  const heading = headingWord(key);
  if (heading !== undefined && Object.keys(heading).length > 0) return true;
  return ASK_PATTERNS.some(([, pattern]) => key.replace(pattern, '') === '');
}

const AMBIGUOUS = new Set(
  'mark bill grant rob sue an long best young king case page rich art frank june april may august will hope joy faith ray dean drew miles pat rose sandy gene'.split(
    ' ',
  ),
);

/** True for a name that is a word as well, and counts as a name only where it is written like one. */
export function isAlsoWord(key: string): boolean {
  return AMBIGUOUS.has(key) || isFreeWord(key);
}
