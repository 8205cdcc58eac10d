/** Addresses and telephone numbers in running text, with the places where they stand. */

import { readAddress, type Address } from '../words/address.ts';
import { labelKind } from './label-words.ts';

export interface Atom {
  readonly kind: 'address' | 'phone' | 'fax';
  /** As it was written. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Of an address, when it can be read. */
  readonly address?: Address;
}

const MOST = 60;

// Neither blanks nor the signs that people put around an address, in any width.
const ADDRESS =
  /[^\s<>()[\]{},;:|"“”„«»=，；：（）、。【】《》「」،؛/\\]{1,80}@[^\s<>()[\]{},;:|"“”„«»=，；：（）、。【】《》「」،؛/\\@]{1,255}/gu;
const EAST_ASIAN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** All addresses and numbers, in order. One address written twice (`a@x<mailto:a@x>`) is one. */
export function findAtoms(text: string): Atom[] {
  const addresses = joinTwins(text, findAddresses(text));
  const phones = findPhones(text).filter(({ start, end }) =>
    addresses.every((address) => end <= address.start || start >= address.end),
  );
  return [...addresses, ...phones].toSorted((a, b) => a.start - b.start);
}

function findAddresses(text: string): Atom[] {
  const out: Atom[] = [];
  for (const match of text.matchAll(ADDRESS)) {
    if (out.length >= MOST) break;
    const written = trimEnds(match[0]);
    if (!written.includes('@')) continue;
    const start = match.index + match[0].indexOf(written);
    const address = readAddress(written);
    out.push({
      kind: 'address',
      text: written,
      start,
      end: start + written.length,
      ...(address !== undefined && { address }),
    });
  }
  return out;
}

// Quotation marks, full stops; and the words that East Asian scripts write without a blank before it.
function trimEnds(written: string): string {
  const bare = written.replace(/^['’‘*_.\-–—•]{1,5}/u, '').replace(/['’‘*_.!?…\-–—]{1,5}$/u, '');
  const at = bare.lastIndexOf('@');
  const local = bare.slice(0, at);
  const domain = bare.slice(at + 1);
  const front = /[!-~]{1,64}$/.exec(local)?.[0];
  const back = /^[!-~]{1,255}/.exec(domain)?.[0];
  return `${front !== undefined && EAST_ASIAN.test(local) ? front : local}@${back !== undefined && EAST_ASIAN.test(domain) ? back : domain}`;
}

// "ana@nic.xa<mailto:ana@nic.xa>", "ana@nic.xa [ana@nic.xa]"; nothing but such signs between them.
function joinTwins(text: string, atoms: readonly Atom[]): Atom[] {
  const out: Atom[] = [];
  for (const atom of atoms) {
    const last = out.at(-1);
    const between = last === undefined ? '' : text.slice(last.end, atom.start);
    const twin = last?.address !== undefined && last.address === atom.address;
    if (last !== undefined && twin && /^[\s<([>)\]]{0,6}(?:mailto:)?$/i.test(between)) {
      out[out.length - 1] = { ...last, end: atom.end };
    } else out.push(atom);
  }
  return out;
}

const NUMBER =
  /(?<![\p{L}\p{N}@._/#-])[(（]?(?:[+＋][ \u00a0]?)?[(（]?\p{Nd}[\p{Nd} \u00a0\u202f\u3000().（）/‑–-]{4,40}\p{Nd}(?![\p{L}\p{N}@])/gu;
const EXTENSION =
  /[ \u00a0]{0,3}[,;]?[ \u00a0]{0,3}\(?(?:ext(?:ension|n)?|extn|x|#|доб|внутр|dw|durchwahl|nst|poste|ramal|anexo|interno|int|tst|wew|داخلي|内线|分机|内線|转|轉|pesawat|pes|klapka|linka|kl|linja|lok|εσωτ|εσωτερικό|שלוחה|máy lẻ|mellék|anknytning|ankn|toestel|dahili|เบอร์ต่อ|ต่อ|내선|вътр|вн|lokal|local)\.?[ \u00a0]{0,3}[:.]?[ \u00a0]{0,3}\p{Nd}{1,6}(?!\p{N})\)?/iuy;

function findPhones(text: string): Atom[] {
  const out: Atom[] = [];
  for (const { 0: found, index } of text.matchAll(NUMBER)) {
    if (out.length >= MOST) break;
    const before = text.slice(Math.max(0, index - 24), index);
    if (!isNumber(found, before)) continue;
    EXTENSION.lastIndex = index + found.length;
    const written = `${found}${EXTENSION.exec(text)?.[0] ?? ''}`;
    const kind = /(?:fax|télécopie|факс|فاكس|传真)[\s.:]{0,3}$/iu.test(before) ? 'fax' : 'phone';
    out.push({ kind, text: written, start: index, end: index + written.length });
  }
  return out;
}

function isNumber(found: string, before: string): boolean {
  const digits = found.match(/\p{Nd}/gu)?.length ?? 0;
  if (digits < 6 || digits > 34 || isDate(found)) return false;
  if (/^[(（]?[+＋]/u.test(found)) return digits >= 7;
  if (/^\(?[0٠۰０]{2}/u.test(found)) return digits >= 9;
  const word = /([\p{L}\p{M}.-]{2,20})[\s:：.]{0,3}$/u.exec(before)?.[1];
  if (word !== undefined && labelKind(word) === 'phone') return true;
  // National numbers only where they begin as such; others are codes, years, amounts.
  return digits >= 8 && /^[(（]?[(（]?[0٠۰０]/u.test(found);
}

function isDate(found: string): boolean {
  return (
    /^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}/.test(found) ||
    /^\d{1,2}[-/.]\d{1,2}[-/.]\d{4}/.test(found) ||
    /^\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(found)
  );
}
