/** The shape of an address to the eye: what two look-alikes have in common (after UTS 39). */

import { domainToUnicode } from 'node:url';

import { domainOf, localOf } from './address.ts';
import type { Address } from './address.ts';

// The commonest look-alikes of ASCII letters: Cyrillic, Greek, Armenian, Latin extensions, digits.
// UTS 39 lists thousands; this is a warning to a person and need not be complete.
const SHAPES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    a: 'аαɑ',
    b: 'ьЬв',
    c: 'сϲᴄ',
    d: 'ԁ',
    e: 'еεҽє',
    g: 'ɡց',
    h: 'һհ',
    i: 'іιıɩӏ',
    j: 'јϳ',
    k: 'кκ',
    l: '1|ⅼⅰı',
    m: 'м',
    n: 'ոпнη',
    o: '0оοօσס',
    p: 'рρ',
    q: 'ԛզ',
    r: 'гꮁ',
    s: 'ѕꜱ5',
    t: 'тτ',
    u: 'υսц',
    v: 'νѵ',
    w: 'ԝωш',
    x: 'хχ',
    y: 'уγү',
    z: 'ᴢ',
  }).flatMap(([letter, shapes]) => [...shapes].map((shape) => [shape, letter] as const)),
);

/**
 * The skeleton of an address: domain as U-labels, accents dropped, each look-alike replaced by its
 * letter, `rn` by `m`, `vv` by `w`, `i` by `l`. Two addresses with one skeleton look the same.
 */
export function skeletonOf(address: Address): string {
  const shown = `${localOf(address)}@${domainToUnicode(domainOf(address))}`;
  const plain = shown.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const letters = [...plain].map((letter) => SHAPES.get(letter) ?? letter).join('');
  return letters
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w')
    .replaceAll('cl', 'd')
    .replaceAll('i', 'l');
}
