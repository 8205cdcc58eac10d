/** A made-up registry with the shares measured on the real one (facts/address-rules.md). */

import { type Address, readAddress } from '../../src/machines/words/address.ts';
import { type Cctld, readCctld } from '../../src/machines/words/cctld.ts';
import type { RegistryRecord } from '../../src/machines/words/registry.ts';
import { whoisAnswer } from '../../src/demo/whois-server.ts';

/** One record, and its admin address in the spelling of the registry (three have capitals). */
export interface Entry extends RegistryRecord {
  readonly written: string;
}

/** Who answers for one ccTLD, or for several: all of a group share one Admin Contact. */
interface Group {
  readonly ascii: readonly Cctld[];
  readonly idn: readonly Cctld[];
}

type Random = (below: number) => number;

// [groups, two-letter ccTLDs in each, IDN ccTLDs in each]: 246 addresses for 248 + 61 ccTLDs.
const GROUPS: readonly (readonly [number, number, number])[] = [
  [1, 1, 15],
  [27, 1, 1],
  [5, 1, 2],
  [1, 4, 0],
  [3, 3, 0],
  [2, 2, 0],
  [198, 1, 0],
  [9, 0, 1],
];

// Only combinations that no country has: first letter, then the second letters.
const CODES = [
  'aabhjkvy bckp cbejt dabcfhilnpqrstuvwx ebdijklnoqxy fabcdefghnpqstuvwyz gjkovxz',
  'habcdefghijlopqswxyz iafghijkpuvwxyz jbcdfghijklnqrsuvwxyz kabcdfjkloqstuvx ldeghjlmnopqwxz',
  'mbj nbdjkmnsvwxy obcdefghijklnopqrstuvwxyz pbdjopqvx qbcdefghijklmnpqrstuvwxyz',
  'rdfgijkqrtvxyz spqw tbeiqsuxy vbfhjklmopqrstvwxyz wabcdehijmnpqrtuwxyz',
  'xabcdefghijlmnopqrstuvwxyz yabcfghijklmnopqrswxyz zbcdefghijklnopqstuvxyz',
].join(' ');

const SCRIPTS = [
  'бвгджзлмнпрстф',
  'გდევზთკლმნ',
  'กขคงจชซดตถ',
  '天地水火木金土日月山',
  'ابتجحدرسصط',
];
const ROLES = ['admin', 'registry', 'tld-admin', 'info', 'dnsadmin', 'iana', 'ceo', 'hostmaster'];
const FIRST = ['Ada', 'Ben', 'Cleo', 'Dev', 'Esi', 'Finn', 'Gita', 'Hugo', 'Ines', 'Juma', 'Kiri'];
const LAST = ['Example', 'Sample', 'Specimen', 'Muster', 'Fictive', 'Placeholder', 'Testwell'];
const TITLES = ['Managing Director', 'Chief Technology Officer', 'Ada Example, Director'];
const NON_ASCII = ['Zoë', 'Łucja', 'Ñusta', 'Øyvind', 'Šárka', 'Ümit', 'Éloïse', 'Çelik', 'Ægir'];
// 198 ranks: with the seven at free-mail 69 of 246 addresses are personal, 28 %.
const FIRST_PERSONAL = 136;
const FREE_MAIL = 'freemail.example';
const SINGLE = ['Registrar', 'Hostmaster', 'Registry', 'Secretariat'];

/** 309 records; the same seed gives the same ones. */
export function population(seed: number): Entry[] {
  const random = randomOf(seed);
  const groups = groupsOf(shuffle(codes(), random), idnLabels(random));
  const ranks = shuffle([...groups.keys()].filter(isSingle(groups)), random);
  const rankOf = new Map(ranks.map((group, rank) => [group, rank]));
  return groups.flatMap((group, index) => entriesOf(group, index, rankOf.get(index), random));
}

/** ccTLDs that no country has and these entries do not use. */
export function spareCctlds(entries: readonly Entry[], count: number): Cctld[] {
  const used = new Set(entries.map((entry) => entry.cctld));
  return codes()
    .filter((one) => !used.has(one))
    .slice(0, count);
}

/** What the registry's whois server says about each, by A-label. */
export function populationAnswers(entries: readonly Entry[]): Map<string, string> {
  return new Map(entries.map((entry) => [entry.cctld, answerOf(entry)]));
}

function answerOf(entry: Entry): string {
  const admin = entry.admin.email ?? '';
  return whoisAnswer(entry).replace(`e-mail:       ${admin}\n`, `e-mail:       ${entry.written}\n`);
}

// The rank of a two-letter ccTLD with an address of its own decides what is unusual about it.
function entriesOf(group: Group, index: number, rank: number | undefined, random: Random): Entry[] {
  const home = group.ascii[0] ?? group.idn[0];
  if (home === undefined) return [];
  const domain = domainOf(home, rank);
  const role = domain !== FREE_MAIL && (rank ?? 0) < FIRST_PERSONAL;
  const name = nameOf(rank, role, random);
  const local = role ? pick(ROLES, random) : `${pick(FIRST, random)}.${pick(LAST, random)}${index}`;
  const email = address(`${local.toLowerCase()}@${domain}`);
  const written = rank !== undefined && rank >= 40 && rank < 43 ? capitals(email) : email;
  const admin = { name, organisation: `Registry of ${home}`, email, phone: phoneOf(index) };
  const techEmail = index % 8 === 0 ? email : address(`tech@nic.${home}`);
  const tech = { ...admin, name: 'Technical Desk', email: techEmail };
  return [...group.ascii, ...group.idn].map((label) => ({
    cctld: label,
    organisation: `Registry of ${home}`,
    admin,
    tech,
    nameServers: [`a.nic.${label}`, `b.nic.${label}`],
    status: 'ACTIVE',
    created: `${1985 + random(30)}-0${1 + random(9)}-1${random(10)}`,
    changed: `202${random(6)}-0${1 + random(9)}-2${random(9)}`,
    written,
  }));
}

function nameOf(rank: number | undefined, role: boolean, random: Random): string {
  if (rank !== undefined && rank < 9) return `${NON_ASCII[rank]} ${pick(LAST, random)}`;
  if (rank !== undefined && rank < 31) return pick(SINGLE, random);
  return role && random(3) === 0
    ? pick(TITLES, random)
    : `${pick(FIRST, random)} ${pick(LAST, random)}`;
}

// Seven free-mail addresses and twelve at a company: with the shared ones 88 % stay under their own.
function domainOf(home: Cctld, rank: number | undefined): string {
  if (rank !== undefined && rank >= 50 && rank < 57) return FREE_MAIL;
  if (rank !== undefined && rank >= 60 && rank < 72) return `${home}-company.example`;
  return `nic.${home}`;
}

// 555-0100 to 555-0199 are for fiction; one line in sixteen holds two numbers, as in the real one.
function phoneOf(index: number): string {
  const one = `+1 202 555 01${String(index % 100).padStart(2, '0')}`;
  return index % 16 === 15 ? `${one} or ${one.replace('202', '303')}` : one;
}

function groupsOf(ascii: readonly Cctld[], idn: readonly Cctld[]): Group[] {
  let [a, i] = [0, 0];
  const shapes = GROUPS.flatMap(([count, ...shape]) => Array.from({ length: count }, () => shape));
  return shapes.map(([letters, others]) => {
    const group = { ascii: ascii.slice(a, a + letters), idn: idn.slice(i, i + others) };
    [a, i] = [a + letters, i + others];
    return group;
  });
}

function isSingle(groups: readonly Group[]): (index: number) => boolean {
  return (index) => groups[index]?.ascii.length === 1 && groups[index].idn.length === 0;
}

function codes(): Cctld[] {
  const pairs = CODES.split(' ').flatMap((row) =>
    Array.from(row.slice(1), (letter) => `${row.charAt(0)}${letter}`),
  );
  return pairs.map(cctld);
}

function idnLabels(random: Random): Cctld[] {
  const labels = new Set<Cctld>();
  while (labels.size < 61) {
    const script = [...pick(SCRIPTS, random)];
    labels.add(cctld(Array.from({ length: 4 }, () => pick(script, random)).join('')));
  }
  return [...labels];
}

function cctld(text: string): Cctld {
  const label = readCctld(text);
  if (label === undefined) throw new Error(`no ccTLD: ${text}`);
  return label;
}

function address(text: string): Address {
  const read = readAddress(text);
  if (read === undefined) throw new Error(`no address: ${text}`);
  return read;
}

function capitals(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

function pick<Item>(items: readonly Item[], random: Random): Item {
  const item = items[random(items.length)];
  if (item === undefined) throw new Error('nothing to pick from');
  return item;
}

function shuffle<Item>(items: readonly Item[], random: Random): Item[] {
  return items
    .map((item) => ({ item, key: random(2 ** 30) }))
    .toSorted((one, other) => one.key - other.key)
    .map(({ item }) => item);
}

/** Mulberry32: small, and the same everywhere. */
function randomOf(seed: number): Random {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}
