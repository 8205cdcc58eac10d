/**
 * The commands of a Validator (design 8), one on a line, at the very start of a mail.
 *
 * They stand above everything else: below a quotation a line without a quote mark may be the wrapped
 * end of a quoted one, and the quoted queue letter shows the commands to copy.
 */

import type { Command, CommandFault, CommandReading } from '../words/command.ts';
import { isWithin } from '../words/distance.ts';
import { cleanLine } from './clean-line.ts';
import { contradictions } from './command-contradictions.ts';
import { LIMITS, plainBlanks } from './command-values.ts';
import { type Read, WORDS } from './command-words.ts';
import type { Line } from './segments.ts';
import { IN_ONE_PART, isShownIn } from './two-parts.ts';
import { hasUnsafe } from './unsafe-characters.ts';

export { COMMAND_HELP } from './command-words.ts';

const MAX_COMMANDS = 20;

/**
 * Reads the commands at the start of a mail. Blank lines and the banner of a gateway may stand before
 * the first; the list ends at a blank line, a signature or a quotation. A line that begins with a
 * blank goes on with the text above it. No command at all gives two empty lists.
 * `other`: what the sender typed according to the other part of the mail, which must show them too.
 */
export function readCommands(lines: readonly Line[], other?: string): CommandReading {
  const { block, below } = commandLines(lines);
  const commands: Command[] = [];
  const faults: CommandFault[] = [];
  const isShown = other === undefined ? undefined : isShownIn(other);
  for (const [at, line] of block.slice(0, MAX_COMMANDS).entries()) {
    const written = { line: shown(line.raw), number: line.number };
    const read = readLine(line.text, block[at - 1]);
    if ('why' in read) faults.push({ ...written, why: read.why });
    else {
      commands.push({ ...written, ...read });
      if (isShown?.(line.raw) === false) faults.push({ ...written, why: IN_ONE_PART });
    }
  }
  const extra = block[MAX_COMMANDS];
  if (extra !== undefined) faults.push(faultAt(extra, TOO_MANY));
  if (below !== undefined) faults.push(faultAt(below, BELOW_QUOTE));
  return { commands, faults: [...faults, ...contradictions(commands)] };
}

const TOO_MANY = `At most ${MAX_COMMANDS} commands in one mail. Write the others in another mail.`;
const BELOW_QUOTE =
  'Commands must stand above the quoted mail, at the very beginning; below it they are not read.';

function faultAt({ raw, number }: Line, why: string): CommandFault {
  return { line: shown(raw), number, why };
}

// The block of own lines at the start, each joined with the indented lines that go on with it.
function commandLines(lines: readonly Line[]): { readonly block: Line[]; readonly below?: Line } {
  const armour = armourLength(lines);
  const start = lines.findIndex(
    ({ text, depth, part }, at) =>
      at >= armour && part !== 'boilerplate' && (text.trim() !== '' || depth > 0),
  );
  const first = lines[start];
  if (first === undefined) return { block: [] };
  if (first.part !== 'own') {
    const below = lines.find(({ part, text }) => part === 'own' && seemsCommand(text));
    return below === undefined ? { block: [] } : { block: [], below };
  }
  const block: Line[] = [];
  for (const line of lines.slice(start, start + 10 * MAX_COMMANDS)) {
    if (line.part !== 'own' || line.text.trim() === '') break;
    const last = block.at(-1);
    if (last !== undefined && goesOn(last, line)) block[block.length - 1] = joined(last, line);
    else block.push(line);
  }
  return { block: block.slice(0, MAX_COMMANDS + 1) };
}

// RFC 9580 7: a clear-signed text begins with this line, header lines such as "Hash:", and a blank line.
function armourLength(lines: readonly Line[]): number {
  const first = lines.findIndex(({ text }) => text.trim() !== '');
  const line = lines[first];
  if (line?.depth !== 0 || line.text.trimEnd() !== '-----BEGIN PGP SIGNED MESSAGE-----') return 0;
  const end = lines.slice(first, first + 10).findIndex(({ text }) => text.trim() === '');
  return end < 0 ? 0 : first + end;
}

function joined(last: Line, { text, raw }: Line): Line {
  return { ...last, text: `${last.text} ${text.trim()}`, raw: `${last.raw}\n${raw}` };
}

function shown(raw: string): string {
  return cleanLine(raw, 300);
}

function goesOn(last: Line, { text }: Line): boolean {
  return takesText(last) && /^[ \t\u00a0]/.test(text) && !seemsCommand(text);
}

function takesText({ text }: Line): boolean {
  const word = knownWord(text);
  return word !== undefined && WORDS[word]?.takesText === true;
}

// "Show", "ask" and "why" begin sentences too: an indented or late line is taken for a command when it
// is written like one, or says what about.
function seemsCommand(text: string): boolean {
  const word = knownWord(text);
  if (word === undefined) return false;
  const plain = plainBlanks(text.slice(0, 10 * LIMITS.text));
  const isLoud = plain.startsWith(word);
  return (
    isLoud ||
    /^[A-Za-z]{1,20}[:,.]?\s{1,9}(?:(?:case\s{1,9})?#?\d|\.\p{L})/iu.test(plain) ||
    !('why' in readLine(text))
  );
}

function knownWord(text: string): string | undefined {
  const word = /^\s*([A-Za-z]{1,20})(?![^\s:,.])/.exec(text)?.[1]?.toUpperCase();
  return word !== undefined && Object.hasOwn(WORDS, word) ? word : undefined;
}

function readLine(text: string, above?: Line): Read {
  const plain = plainBlanks(text);
  if (hasUnsafe(plain))
    return { why: 'The line contains invisible or control characters. Type it anew.' };
  const [, first = '', rest = ''] = /^(\S+)\s*(.*)$/su.exec(plain) ?? [];
  const upper = first.toUpperCase();
  const word = Object.hasOwn(WORDS, upper) ? WORDS[upper] : undefined;
  if (word === undefined) return { why: unknown(first, above) };
  if (rest.length > LIMITS.text)
    return { why: `The text is longer than ${LIMITS.text} characters. Write a shorter one.` };
  const read = word.read(rest);
  if (!('why' in read)) return read;
  return { why: `${read.why} Write: ${read.usage ?? word.forms[0].usage}` };
}

function unknown(first: string, above: Line | undefined): string {
  const said = `"${cleanLine(first, 30)}" is not a command.`;
  const meant = nearest(first);
  if (meant !== undefined)
    return `${said} Did you mean ${meant}? Write: ${WORDS[meant]?.forms[0].usage ?? meant}`;
  const known = Object.keys(WORDS).join(', ');
  const after =
    above !== undefined && takesText(above)
      ? ' Begin a line with a blank if it goes on with the one above.'
      : '';
  return `${said} The mail must begin with commands, and a blank line must end them; known are ${known}.${after}`;
}

// Two letters off make another word of a short one: "and" is not ASK.
function nearest(first: string): string | undefined {
  const word = first
    .slice(0, 20)
    .normalize('NFKC')
    .toUpperCase()
    .replace(/^\P{L}+|\P{L}+$/gu, '');
  const near = (most: number) =>
    Object.keys(WORDS).find(
      (known) => isWithin(most, word, known) && Math.min(word.length, known.length) > 2 * most,
    );
  return near(0) ?? near(1) ?? near(2);
}
