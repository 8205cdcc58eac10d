/** Adds the people whom the sender names without labels to those of the form, and says what was left out. */

import { type Address, localOf, readAddress } from '../words/address.ts';
import type { Warning } from '../words/contact.ts';
import { cleanLine } from './clean-line.ts';
import {
  about,
  fieldsOf,
  isAddress,
  isPhone,
  noteUnlabelled,
  bareName,
  shown,
} from './form-bare.ts';
import { isFunctionName } from './function-words.ts';
import { addPerson, calledBy, dropPerson, mark } from './form-blocks.ts';
import type { Paragraph, Walk } from './form-state.ts';
import { findAtoms } from './atoms.ts';
import { primarySaid } from './prose-primary.ts';
import type { ProsePerson } from './prose-person.ts';
import { readProse } from './prose.ts';
import type { Line } from './segments.ts';

const MOST_PARAGRAPHS = 100;
const MOST_WARNINGS = 20;

/** Reads the paragraphs that are no form; returns the warnings about all that has no label. */
export function readPeople(
  state: Walk,
  aside: (address: Address) => boolean = () => false,
): Warning[] {
  dropNameless(state);
  const unread: string[] = [];
  const ours = isOurs(state) || state.answers;
  for (const paragraph of joinParagraphs(state.paragraphs).slice(0, MOST_PARAGRAPHS)) {
    if (paragraph.kind === 'plain' && !ours) readParagraph(state, paragraph.lines, aside, unread);
    else if (paragraph.kind !== 'closed' && !state.answers)
      unread.push(...addressesIn(paragraph.lines));
  }
  if (state.blocks.all.every(({ sources }) => sources.length === 0)) {
    for (const { kind, lines } of state.paragraphs)
      if (kind === 'closed') unread.push(...addressesIn(lines));
  }
  sayPrimary(state);
  const known = new Set(
    calledBy(state.blocks).map(({ block }) => block.addressText?.toLowerCase()),
  );
  const left = unread.filter((text) => !known.has(text.toLowerCase()) && !isAside(text, aside));
  return [...warnings('read-from-prose', state.unlabelled), ...warnings('unread-data', left)];
}

function warnings(code: Warning['code'], found: readonly string[]): Warning[] {
  const texts = found.map((text) => cleanLine(text, 100));
  return [...new Set(texts)].slice(0, MOST_WARNINGS).map((text) => ({ code, found: text }));
}

// Our own letter, unmarked: its people are ours, not the sender's.
const OURS =
  /the mailing list of the people who keep country-code|You get this letter because|\(a person of our team\)/;

function isOurs({ leftover }: Walk): boolean {
  return OURS.test(leftover.join(' ').slice(0, 200_000));
}

function isAside(text: string, aside: (address: Address) => boolean): boolean {
  const address = readAddress(text);
  if (address === undefined) return false;
  return (
    aside(address) || /-(?:join|request|validate|owner|bounces)(?:\+.*)?$/.test(localOf(address))
  );
}

function addressesIn(lines: readonly Line[]): string[] {
  return lines.slice(0, 50).flatMap(({ text }) =>
    findAtoms(text.slice(0, 2000))
      .filter(({ kind }) => kind === 'address')
      .map((atom) => atom.text),
  );
}

/** Text from HTML has a blank line below every line: name, address and phone belong together even so. */
function joinParagraphs(paragraphs: readonly Paragraph[]): Paragraph[] {
  const out: Paragraph[] = [];
  for (const paragraph of paragraphs) {
    if (paragraph.lines.length === 0) continue;
    const last = out.at(-1);
    if (
      last !== undefined &&
      paragraph.follows &&
      last.kind === paragraph.kind &&
      goesOn(last, paragraph)
    ) {
      last.lines.push(...paragraph.lines);
    } else out.push({ ...paragraph, lines: [...paragraph.lines] });
  }
  return out;
}

function goesOn(last: Paragraph, next: Paragraph): boolean {
  const [only] = next.lines;
  const above = last.lines.at(-1);
  if (next.lines.length !== 1 || only === undefined || above === undefined) return false;
  const isPart = isAddress(only.text) || isPhone(only.text);
  return (
    isPart && (isAddress(above.text) || isPhone(above.text) || bareName(above.text) !== undefined)
  );
}

function readParagraph(
  state: Walk,
  lines: readonly Line[],
  aside: (address: Address) => boolean,
  unread: string[],
): void {
  const reading = readProse(lines);
  unread.push(...reading.unread);
  for (const person of reading.people) {
    if (isAside(person.address, () => false) || isSignature(person, lines, aside)) {
      unread.push(person.address);
      continue;
    }
    addPerson(state.blocks, fieldsOf(person), about(person));
    noteUnlabelled(state, shown(person));
  }
}

// The sender's own name and address with a post or a website below: nobody closed the letter.
function isSignature(
  { address, addressLine, nameLine }: ProsePerson,
  lines: readonly Line[],
  aside: (address: Address) => boolean,
): boolean {
  const read = readAddress(address);
  if (read === undefined || !aside(read) || addressLine === nameLine) return false;
  return lines.some(
    ({ text }) =>
      !isAddress(text) && !isPhone(text) && (bareName(text) === undefined || isFunctionName(text)),
  );
}

// A name that was taken in for a phone below it, without an address: a signature as likely as not.
function dropNameless({ adopted, blocks, paragraphs }: Walk): void {
  for (const { block, lines } of adopted) {
    if (block.addressText !== undefined) continue;
    dropPerson(blocks, block);
    paragraphs.push({ lines, kind: 'plain', follows: false });
  }
}

function sayPrimary(state: Walk): void {
  const people = calledBy(state.blocks);
  if (people.length === 0) return;
  const names = people.map((person) => person.names);
  for (const { kind, lines } of state.paragraphs) {
    if (kind !== 'plain') continue;
    for (const line of lines) {
      const sentences = line.text.slice(0, 2000).split(/(?<=[.!?。])\s{0,3}(?=\S)/u);
      for (const { place, is } of sentences.flatMap((sentence) => primarySaid(sentence, names))) {
        const block = people[place]?.block;
        if (block === undefined || block.primary !== undefined) continue;
        mark(block, is, { line: line.raw, where: 'prose' });
        noteUnlabelled(state, line.text);
      }
    }
  }
}
