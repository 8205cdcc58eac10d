/** Words that make a person or a line one about several ccTLDs at once: "both", "the same", "also". */

// Above all people they only announce them: "the contacts of both ccTLDs:".
const EACH =
  'both|either|each|every|respectively|all of them|all (?:the )?(?:two|three|cctlds|tlds|domains|zones|of)' +
  '|beiden?|beider|jeweils|allebei|ambos|ambas|les deux|tous|toutes|entramb[ie]' +
  '|оба|обоих|обеих|обе|обеим|обоим|обох|обидв[аі]х?|oba|obie|obu|obou|oběma|oby?dva' +
  '|båda|begge|molemmat|molempien|ikisi|her iki|kedua|keduanya|cả hai|mindkettő|mindkét|και τα δύο';

const ALIKE =
  'same|also|likewise|similarly|shared|sharing|joint|jointly|common|neither|as well|too|identical|ditto|idem|dito|together|besides|except|instead|the other' +
  '|dieselben?|gleichen?|derselbe|gemeinsame?[nrs]?|auch|ebenfalls|ebenso|dezelfde|hetzelfde|ook' +
  '|mism[oa]s?|también|tampoco|compartid[oa]s?|comun(?:es)?|também|mesm[oa]s?' +
  '|mêmes?|aussi|également|communs?|stess[ioae]|anche|comuni' +
  '|те же|тот же|та же|также|тоже|общи[ейх]|також|спільн[іи]х?|również|także|też|stejn[íéá]|také|rovněž' +
  '|samma|också|samme|også|samat|myös|aynı|sama|juga|cùng|cũng|ugyanaz|ίδι[οαι]';

// Scripts that write them together with other words.
const EACH_ANYWHERE = /كلا|كلتا|שני|両方|两个|兩個|둘 ?다|양쪽/u;
const ALIKE_ANYWHERE = /نفس|أيض|אות[הםן]|גם|共通|同じ|同様|共同|相同|同样|同上|也|공통|동일|모두/u;

const byWord = (words: string) => new RegExp(`(?<!\\p{L})(?:${words})(?!\\p{L})`, 'iu');
const EACH_WORD = byWord(EACH);
const ALIKE_WORD = byWord(ALIKE);

/** Whether the text holds such a word. In doubt it does: then the sender is asked. */
export function hasGroupWord(text: string): boolean {
  return saysAlike(text) || EACH_WORD.test(text) || EACH_ANYWHERE.test(text);
}

/** Whether it says that somebody is for more than one: "the same", "also"; "both" alone does not. */
export function saysAlike(text: string): boolean {
  return ALIKE_WORD.test(text) || ALIKE_ANYWHERE.test(text);
}
