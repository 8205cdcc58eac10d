/**
 * The commands of a Validator (design 8), one on a line, at the very start of a mail.
 *
 * They stand above everything else: below a quotation a line without a quote mark may be the wrapped
 * end of a quoted one, and the quoted queue letter shows the commands to copy.
 */

import { readCctld, type Cctld } from '../words/cctld.ts';
import { cleanLine } from './clean-line.ts';
import type { Line } from './segments.ts';
import { hasUnsafe } from './unsafe-characters.ts';

interface Written {
  /** The line as it was written, fit to be shown: no controls, at most 300 characters. */
  readonly line: string;
  /** The number of that line in the text of the mail, from 1. */
  readonly number: number;
}

export type Command = Written &
  (
    | { readonly kind: 'approve'; readonly caseId: number; readonly cctld: Cctld }
    | { readonly kind: 'reject'; readonly caseId: number; readonly reason: string }
    | { readonly kind: 'ask'; readonly caseId: number; readonly question: string }
    | { readonly kind: 'freeze'; readonly cctld: Cctld; readonly reason: string }
    | { readonly kind: 'unfreeze'; readonly cctld: Cctld }
    | { readonly kind: 'help' }
  );

/** A line that is no command, and a sentence that says why. */
export interface CommandFault extends Written {
  readonly why: string;
}

export interface CommandReading {
  /** What could be read. When there is a fault too, none of it may run. */
  readonly commands: Command[];
  readonly faults: CommandFault[];
  /** What came of an OpenPGP signature; none when the mail has none that could count. */
  readonly signature?: CommandSignature;
}

export interface CommandSignature {
  /** A sentence for people: whose signature it is, or why it does not count. */
  readonly fact: string;
  /** When these lines were signed; only with a valid signature of the author's pinned key. */
  readonly at?: Date;
}

type Bare<C> = C extends Written ? Omit<C, keyof Written> : never;
type Read = Bare<Command> | { readonly why: string };

interface Word {
  readonly usage: string;
  readonly read: (rest: string) => Read;
}

/** Every command that is known; the next one is one more row. */
const WORDS: Readonly<Record<string, Word>> = {
  APPROVE: { usage: 'APPROVE 4711 .xa', read: readApprove },
  REJECT: { usage: 'REJECT 4711 reason', read: readReject },
  ASK: { usage: 'ASK 4711 question', read: readAsk },
  FREEZE: { usage: 'FREEZE .xa reason', read: readFreeze },
  UNFREEZE: { usage: 'UNFREEZE .xa', read: readUnfreeze },
  HELP: { usage: 'HELP', read: readHelp },
};

/** The form of every command, to be shown to a Validator. */
export const COMMAND_USAGES: readonly string[] = Object.values(WORDS).map(({ usage }) => usage);

const MAX_COMMANDS = 20;
const MAX_TEXT = 1000;

/**
 * Reads the commands at the start of a mail. Blank lines and the banner of a gateway may stand before
 * the first; the list ends at a blank line, a signature or a quotation. A line that begins with a
 * blank goes on with the reason or question above it. No command at all gives two empty lists.
 * `other`: what the sender typed according to the other part of the mail, which must show them too.
 */
export function readCommands(lines: readonly Line[], other?: string): CommandReading {
  const { block, below } = commandLines(lines);
  const commands: Command[] = [];
  const faults: CommandFault[] = [];
  for (const line of block) {
    const written = { line: shown(line.raw), number: line.number };
    const read = readLine(line.text);
    if ('why' in read) faults.push({ ...written, why: read.why });
    else commands.push({ ...written, ...read });
  }
  if (below !== undefined)
    faults.push({ line: shown(below.raw), number: below.number, why: BELOW_QUOTE });
  const unseen = other === undefined ? [] : unseenIn(other, commands);
  return { commands, faults: [...faults, ...contradictions(commands), ...unseen] };
}

// Who sees the HTML part of their own mail has not said what stands in the plain part alone.
function unseenIn(other: string, commands: readonly Command[]): CommandFault[] {
  const visible = bare(other);
  return commands
    .filter(({ line }) => !visible.includes(bare(line)))
    .map(({ line, number }) => ({ line, number, why: IN_ONE_PART }));
}

const IN_ONE_PART =
  'Your mail has a plain part and an HTML part, and only one of them shows this line. Send plain text.';

// Letters and digits alone: the parts differ in blanks, stars and where lines break.
function bare(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();
}

const BELOW_QUOTE =
  'Commands must stand above the quoted mail, at the very beginning; below it they are not read.';

// The block of own lines at the start, each joined with the indented lines that go on with it.
function commandLines(lines: readonly Line[]): { readonly block: Line[]; readonly below?: Line } {
  const start = lines.findIndex(
    ({ text, depth, part }) => part !== 'boilerplate' && (text.trim() !== '' || depth > 0),
  );
  const first = lines[start];
  if (first === undefined) return { block: [] };
  if (first.part !== 'own') {
    const below = lines.find(({ part, text }) => part === 'own' && knownWord(text) !== undefined);
    return below === undefined ? { block: [] } : { block: [], below };
  }
  const block: Line[] = [];
  for (const line of lines.slice(start, start + 10 * MAX_COMMANDS)) {
    if (line.part !== 'own' || line.text.trim() === '') break;
    const last = block.at(-1);
    if (last !== undefined && goesOn(last, line)) {
      block[block.length - 1] = {
        ...last,
        text: `${last.text} ${line.text.trim()}`,
        raw: `${last.raw}\n${line.raw}`,
      };
    } else block.push(line);
  }
  return { block: block.slice(0, MAX_COMMANDS + 1) };
}

function shown(raw: string): string {
  return cleanLine(raw, 300);
}

function goesOn(last: Line, { text }: Line): boolean {
  const word = knownWord(last.text);
  const takesText = word === 'REJECT' || word === 'ASK' || word === 'FREEZE';
  return takesText && /^[ \t\u00a0]/.test(text) && knownWord(text) === undefined;
}

function knownWord(text: string): string | undefined {
  const word = /^\s*([A-Za-z]{1,20})(?![^\s:,.])/.exec(text)?.[1]?.toUpperCase();
  return word !== undefined && Object.hasOwn(WORDS, word) ? word : undefined;
}

function readLine(text: string): Read {
  const plain = text.replace(/[\t\u00a0]/g, ' ').trim();
  if (hasUnsafe(plain))
    return { why: 'The line contains invisible or control characters. Type it anew.' };
  const [, first = '', rest = ''] = /^(\S+)\s*(.*)$/su.exec(plain) ?? [];
  const word = Object.hasOwn(WORDS, first.toUpperCase()) ? WORDS[first.toUpperCase()] : undefined;
  if (word === undefined) return { why: unknown(first) };
  if (rest.length > MAX_TEXT) return { why: `The text is longer than ${MAX_TEXT} characters.` };
  const read = word.read(rest.trim());
  return 'why' in read ? { why: `${read.why} Write: ${word.usage}` } : read;
}

function unknown(word: string): string {
  const known = Object.keys(WORDS).join(', ');
  return `"${cleanLine(word, 30)}" is not a command. The mail must begin with commands; known are ${known}.`;
}

function readApprove(rest: string): Read {
  const { caseId, text } = splitCase(rest);
  if (caseId === undefined) return { why: NO_CASE };
  if (text === '') return { why: 'The ccTLD is missing: it shows that you mean this case.' };
  if (/^(?:[,;+&]|and\b|#?\d)/i.test(text)) return { why: 'One case on a line.' };
  const cctld = readShownCctld(text);
  return cctld === undefined
    ? { why: `${NO_CCTLD} Nothing may follow it.` }
    : { kind: 'approve', caseId, cctld };
}

function readReject(rest: string): Read {
  const { caseId, text } = splitCase(rest);
  if (caseId === undefined) return { why: NO_CASE };
  return saysSomething(text)
    ? { kind: 'reject', caseId, reason: text }
    : { why: 'The reason is missing: the requester will read it.' };
}

function readAsk(rest: string): Read {
  const { caseId, text } = splitCase(rest);
  if (caseId === undefined) return { why: NO_CASE };
  return saysSomething(text)
    ? { kind: 'ask', caseId, question: text }
    : { why: 'The question is missing.' };
}

function readFreeze(rest: string): Read {
  const [, name = '', text = ''] = /^(\S*)\s*(.*)$/su.exec(rest) ?? [];
  const cctld = readCctld(name);
  if (cctld === undefined) return { why: NO_CCTLD };
  return saysSomething(text)
    ? { kind: 'freeze', cctld, reason: text }
    : { why: 'The reason is missing.' };
}

function readUnfreeze(rest: string): Read {
  const cctld = readShownCctld(rest);
  return cctld === undefined
    ? { why: `${NO_CCTLD} Nothing may follow it.` }
    : { kind: 'unfreeze', cctld };
}

function readHelp(rest: string): Read {
  return rest === '' ? { kind: 'help' } : { why: 'HELP stands alone.' };
}

const NO_CASE = 'The number of the case is missing.';
const NO_CCTLD = 'This is not one ccTLD.';

// "4711", "#4711"; what follows is text. "0815" and "4711a" are no numbers of cases.
function splitCase(rest: string): { readonly caseId?: number; readonly text: string } {
  const match = /^#?([1-9]\d{0,8})(?![\p{L}\p{N}_.-])(.*)$/su.exec(rest);
  if (match === null) return { text: rest };
  return { caseId: Number(match[1]), text: (match[2] ?? '').replace(/^\s*[:–—]?\s*/u, '') };
}

// ".xa", "xa", and an IDN as letters show it: ".рф (xn--p1ai)", when both are the same.
function readShownCctld(text: string): Cctld | undefined {
  const both = /^(\S+) +\((xn--[a-z0-9-]+)\)$/i.exec(text);
  if (both === null) return /\s/.test(text) ? undefined : readCctld(text);
  const cctld = readCctld(both[1] ?? '');
  return cctld === both[2]?.toLowerCase() ? cctld : undefined;
}

function saysSomething(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

// Two words about one case (APPROVE and REJECT), or too many lines: nothing may run.
function contradictions(commands: readonly Command[]): CommandFault[] {
  const faults: CommandFault[] = [];
  const seen = new Set<string>();
  for (const command of commands) {
    const target =
      'caseId' in command
        ? `case ${command.caseId}`
        : 'cctld' in command
          ? `.${command.cctld}`
          : '';
    const { line, number } = command;
    if (target !== '' && seen.has(target)) {
      faults.push({
        line,
        number,
        why: `Two commands about ${target} in one mail.`,
      });
    }
    seen.add(target);
  }
  const extra = commands[MAX_COMMANDS];
  if (extra !== undefined) {
    faults.push({
      line: extra.line,
      number: extra.number,
      why: `At most ${MAX_COMMANDS} commands in one mail.`,
    });
  }
  return faults;
}
