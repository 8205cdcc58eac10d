/**
 * The likeliest charset of bytes that nobody labelled and that are not UTF-8: the one in which most of
 * them are letters that people use.
 */

/** What is looked at; a guess does not get better by more. */
const MAX_BYTES = 20_000;

const WESTERN = 'windows-1252';

/** A guess must explain this share of the letters, else Western European stays the answer. */
const ENOUGH = 0.8;
/** In writings of thousands of letters the usual ones are fewer. */
const ENOUGH_EAST = 0.2;
/** Two letters of Polish are one of Chinese. */
const ENOUGH_MIXED = 0.35;

interface Candidate {
  readonly charset: string;
  /** The letters of texts in this charset. */
  readonly usual: RegExp;
  /** The commonest of them; the same bytes read in a sister charset hit these more rarely. */
  readonly common?: RegExp;
}

// Letters that make at least a fifth of a text in these languages; the same bytes read in another
// charset hit them by rare chance.
const HAN =
  '的一是不了在人有我他这這中大来來上国國个個到说說们們为為和你地出时時年就要下以生会會自去之过過家对對可后後多天而能好都然您请請联聯系络絡姓名电電话話邮郵件职職安全管理同意确確认認，。：、';
const KANA = '\u3041-\u30f6\u30fc\u3001\u3002\uff1a氏名電話番号様山田中村本木川林';
const HANGUL =
  '이다는을의에가고하지로한기사도자어나를은서인리아대해시수정전과일그있게보주만라안관련담당락처름화';

const EAST: readonly Candidate[] = [
  { charset: 'euc-jp', usual: new RegExp(`[${KANA}]`, 'gu') },
  { charset: 'shift_jis', usual: new RegExp(`[${KANA}]`, 'gu') },
  { charset: 'gb18030', usual: new RegExp(`[${HAN}]`, 'gu') },
  { charset: 'big5', usual: new RegExp(`[${HAN}]`, 'gu') },
  { charset: 'euc-kr', usual: new RegExp(`[${HANGUL}]`, 'gu') },
];

// Scripts of their own: whole words stand above ASCII. Lower case tells the Cyrillic ones apart, for
// KOI8 has the small letters where windows-1251 has the capitals.
const OTHER: readonly Candidate[] = [
  { charset: 'windows-1251', usual: /[а-яёіїєґў]/gu, common: /[оеаинтсрвлкі]/gu },
  { charset: 'koi8-u', usual: /[а-яёіїєґ]/gu, common: /[оеаинтсрвлкі]/gu },
  { charset: 'iso-8859-5', usual: /[а-яёіїє]/gu, common: /[оеаинтсрвлкі]/gu },
  { charset: 'windows-1253', usual: /[α-ωάέήίόύώΑ-Ω]/gu, common: /[αοιετσνηυρςόά]/gu },
  { charset: 'windows-1256', usual: /[ء-ي،؟پچژگ]/gu, common: /[اليمونرتبةأد]/gu },
  { charset: 'windows-1255', usual: /[א-ת]/gu, common: /[יוהלאתמרשםדנ]/gu },
  { charset: 'windows-874', usual: /[ก-ฮะ-ฺเ-์]/gu, common: /[านรอกเงมยลวดทส]/gu },
];

// Latin letters among ASCII ones; the first of equals wins.
const LATIN: readonly Candidate[] = [
  { charset: WESTERN, usual: /[àâáãäåçèéêëîíïñóôõöøùúûüßæœÀÁÄÅÇÉÖØÜÑÓ’‘“”–—…]/gu },
  { charset: 'windows-1250', usual: /[áčďéěíňóřšťúůýžąćęłńśźżőűöüäĺľôâîÁČÉÍŁŠŚŘŽŻÖÜ’‚“”„–—…]/gu },
  { charset: 'windows-1254', usual: /[çğıİöşüâîûÇĞÖŞÜ’‘“”–—…]/gu },
];

/**
 * A name for TextDecoder. Linear; windows-1252 when nothing fits, which decodes all bytes. `said` is
 * true when the sender named a Western charset: then only whole words of another script say more.
 */
export function guessCharset(bytes: Buffer, said = false): string {
  const sample = bytes.subarray(0, MAX_BYTES);
  const mixed = isMixed(sample);
  const few = sample.filter((byte) => byte >= 0x80).length < (said ? 6 : 3);
  if (said && (mixed || few)) return WESTERN;
  const east = best(sample, EAST, mixed ? ENOUGH_MIXED : ENOUGH_EAST);
  if (east !== undefined) return east;
  return best(sample, mixed || few ? LATIN : OTHER, ENOUGH) ?? WESTERN;
}

function best(bytes: Buffer, among: readonly Candidate[], enough: number): string | undefined {
  let found: { readonly charset: string; readonly score: number } | undefined;
  for (const candidate of among) {
    const { usual, common } = sharesOf(bytes, candidate);
    const score = usual + common;
    if (usual >= enough && score > (found?.score ?? 0)) {
      found = { charset: candidate.charset, score };
    }
  }
  return found?.charset;
}

function sharesOf(bytes: Buffer, { charset, usual, common }: Candidate) {
  const text = new TextDecoder(charset).decode(bytes);
  // The end of the sample may cut a letter; anything more is another charset.
  const letters = text.slice(0, -1).includes('\ufffd')
    ? 0
    : (text.match(/[^\u0000-\u00a0]/gu)?.length ?? 0);
  const share = (some: RegExp) => (letters === 0 ? 0 : (text.match(some)?.length ?? 0) / letters);
  return { usual: share(usual), common: common === undefined ? 0 : share(common) };
}

// Words with a letter above ASCII are mostly of ASCII letters: then the script is Latin.
function isMixed(bytes: Buffer): boolean {
  const words = bytes.toString('latin1').match(/[a-z\u0080-\u00ff]{1,60}/gi) ?? [];
  const touched = words.filter((word) => /[\u0080-\u00ff]/.test(word)).join('');
  return touched.replace(/[a-z]/gi, '').length * 2 <= touched.length;
}
