/**
 * The commands of an SSC to the request address (design 3), at the start of a mail or in its subject.
 *
 * People who are not used to commands write them: politeness is left out, and what is a sentence
 * stays one, for Validators to read. Nothing that is read here is done before the person at the
 * roster address has said yes, or is answered to another address than that.
 */

import type { CommandFault, CommandReading, RequestCommand } from '../words/command.ts';
import { cleanLine } from './clean-line.ts';
import { LIMITS, plainBlanks } from './command-values.ts';
import { GREETING } from './consent.ts';
import { REQUEST_WORDS, type RequestRead, SYNONYMS } from './request-words.ts';
import type { Line } from './segments.ts';
import { IN_ONE_PART, isShownIn } from './two-parts.ts';
import { hasUnsafe } from './unsafe-characters.ts';

export { REQUEST_HELP } from './request-words.ts';

type Reading = CommandReading<RequestCommand>;

const MAX_COMMANDS = 5;
const MAX_LINES = 50;

/**
 * Reads the first own lines until a blank one, a greeting left out. When the mail has no text of its
 * sender, its subject is read instead (List-Unsubscribe, RFC 2369 3.2), as line 0. A mail that
 * does not begin with a command gives two empty lists. `other`: as for `readCommands`.
 */
export function readRequestCommands(
  lines: readonly Line[],
  subject: string,
  other?: string,
): Reading {
  const typed = [
    ...lines.filter(({ part }) => part === 'own').map(({ text }) => text),
    other ?? '',
  ];
  if (!typed.some((text) => /[\p{L}\p{N}]/u.test(text))) return readSubject(subject);
  const start = lines.findIndex(({ text, part }) => part !== 'boilerplate' && text.trim() !== '');
  const first = lines[start];
  if (first === undefined) return EMPTY;
  if (first.part !== 'own') return below(lines);
  return readBlock(takeBlock(lines, start), other);
}

const EMPTY: Reading = { commands: [], faults: [] };

function readSubject(subject: string): Reading {
  const text = bareSubject(subject.slice(0, 2 * LIMITS.text));
  return toReading([{ text, raw: text, number: 0 }], undefined);
}

const PREFIX =
  /^\s{0,9}(?:(?:re|fwd?|aw|wg|sv|vs|vl|antw|res|rv|enc|tr|odp|ynt|rif|ref)(?:\[\d{1,3}\])?\s?[:：]|\[[^[\]]{1,80}\]|\((?:ext|external)\)|external:)/i;

function bareSubject(subject: string): string {
  let text = subject;
  for (let count = 0; count < 20 && PREFIX.test(text); count += 1) text = text.replace(PREFIX, '');
  return text;
}

// Below a quotation a line without a mark may be the wrapped end of a quoted one (command.ts).
function below(lines: readonly Line[]): Reading {
  const own = lines.filter(({ part, text }) => part === 'own' && text.trim() !== '');
  const found = own.slice(0, MAX_LINES).find(({ text }) => {
    const read = readLine(text);
    return read !== undefined && !('why' in read);
  });
  return found === undefined ? EMPTY : { commands: [], faults: [faultAt(found, BELOW_QUOTE)] };
}

const BELOW_QUOTE =
  'Commands must stand above the quoted mail, at the very beginning; below it they are not read.';

type Short = Pick<Line, 'text' | 'raw' | 'number'>;

// Own lines up to a blank one; in front of them a greeting with or without a blank line behind it.
function takeBlock(lines: readonly Line[], start: number): readonly Short[] {
  let from = start;
  const text = plainBlanks(lines[start]?.text.slice(0, LIMITS.text) ?? '');
  if (text.length <= 80 && GREETING.test(text)) {
    from += 1;
    while (lines[from]?.text.trim() === '' && lines[from]?.part === 'own') from += 1;
  }
  const block = lines.slice(from, from + MAX_LINES);
  const end = block.findIndex((line) => line.part !== 'own' || plainBlanks(line.text) === '');
  return end < 0 ? block : block.slice(0, end);
}

/** How people end a mail. */
export const CLOSING =
  /^(?:(?:many|kind|best|warm|with)\s)?(?:thanks|thank you|thx|regards|best|cheers|sincerely|yours|merci|danke|gracias|obrigad[oa]|grazie|cordialement|saludos|mfg|vg|lg|спасибо|谢谢|ありがとう)(?!\p{L})/iu;

function readBlock(block: readonly Short[], other: string | undefined): Reading {
  const lines: Short[] = [];
  for (const line of block) {
    const last = lines.at(-1);
    const isCommand = readLine(line.text) !== undefined;
    if (last !== undefined && !isCommand && CLOSING.test(line.text.trim())) break;
    const joint = last === undefined || isCommand ? undefined : jointOf(last, line);
    if (last === undefined || joint === undefined) lines.push(line);
    else {
      lines[lines.length - 1] = {
        ...last,
        text: `${last.text}${joint}${line.text.trim()}`,
        raw: `${last.raw}\n${line.raw}`,
      };
    }
  }
  return toReading(lines, other);
}

// A reason is wrapped by the program, and numbers are written one on a line.
function jointOf(last: Short, { text }: Short): string | undefined {
  const word = firstWord(polite(last.text));
  if (word === 'freeze') return ' ';
  return word === 'change' && /^\s{0,20}[+\d(]/.test(text) ? ', ' : undefined;
}

function toReading(lines: readonly Short[], other: string | undefined): Reading {
  const commands: RequestCommand[] = [];
  const faults: CommandFault[] = [];
  const isShown = other === undefined ? undefined : isShownIn(other);
  for (const [at, line] of lines.entries()) {
    const read = readLine(line.text);
    if (read === undefined && at === 0) return EMPTY;
    if (at >= MAX_COMMANDS) {
      faults.push(faultAt(line, TOO_MANY));
      break;
    }
    if (read === undefined) faults.push(faultAt(line, NO_COMMAND));
    else if ('why' in read) faults.push(faultAt(line, read.why));
    else {
      commands.push({ line: shown(line.raw), number: line.number, ...read });
      if (isShown?.(line.raw) === false && !LOOKS.has(read.kind))
        faults.push(faultAt(line, IN_ONE_PART));
    }
  }
  return { commands, faults: [...faults, ...contradictions(commands)] };
}

const TOO_MANY = `At most ${MAX_COMMANDS} commands in one mail. Write the others in another mail.`;
const NO_COMMAND =
  'This line is no command. Leave a blank line below the commands, and write other words there.';
const LOOKS: ReadonlySet<RequestCommand['kind']> = new Set(['show', 'who', 'help']);

function faultAt({ raw, number }: Short, why: string): CommandFault {
  return { line: shown(raw), number, why };
}

function shown(raw: string): string {
  return cleanLine(raw, 300);
}

const BEFORE =
  /^(?:(?:[-*•–]|\d[.)])\s{1,3})?["'“”„«‘’`]?\s?(?:(?:please|pls|kindly)\s{0,3},?\s{1,3})?/iu;
const BEHIND =
  /(?:[\s,;.!]{1,9}(?:please|pls|thanks|thank you|many thanks|thx))?[\s.!]{0,9}["'“”„»‘’`]?[\s.!]{0,9}$/iu;

function readLine(text: string): RequestRead {
  const plain = polite(text);
  const word = firstWord(plain);
  const row = word === undefined ? undefined : (REQUEST_WORDS[word] ?? SYNONYMS[word]);
  if (word === undefined || row === undefined) return undefined;
  if (hasUnsafe(plain))
    return { why: 'The line contains invisible or control characters. Type it anew.' };
  if (plain.length > LIMITS.text)
    return { why: `The line is longer than ${LIMITS.text} characters. Write a shorter one.` };
  const behind = plain.slice(word.length);
  // A reason keeps its full stop.
  const rest = word === 'freeze' ? behind : behind.replace(BEHIND, '');
  const read = row.read(rest.replace(/^[:,]/, '').trim());
  if (read === undefined || !('why' in read)) return read;
  return { why: `${read.why} Write: ${read.usage ?? row.forms[0].usage}` };
}

// Without what politeness puts before it. Nobody's command is longer, and BEHIND looks from every blank.
function polite(text: string): string {
  return plainBlanks(text.slice(0, 2 * LIMITS.text)).replace(BEFORE, '');
}

function firstWord(plain: string): string | undefined {
  // "Who’s" and "show-stopper" are other words.
  const [, word] = /^([A-Za-z]{1,20})(?=[\s:,.!?]|["'“”»‘’`]?\s{0,9}$)/u.exec(plain) ?? [];
  if (word === undefined) return undefined;
  const low = word.toLowerCase();
  return Object.hasOwn(REQUEST_WORDS, low) || Object.hasOwn(SYNONYMS, low) ? low : undefined;
}

/** The same thing said twice, or leaving beside a change: which of them is meant? */
function contradictions(commands: readonly RequestCommand[]): CommandFault[] {
  const faults: CommandFault[] = [];
  const seen = new Set<string>();
  for (const command of commands) {
    if (LOOKS.has(command.kind)) continue;
    const target = targetOf(command);
    const leavesAll = [...seen].some((each) => each === 'leave' || target === 'leave');
    if (seen.has(target) || leavesAll)
      faults.push({ line: command.line, number: command.number, why: CONTRADICTS });
    seen.add(target);
  }
  return faults;
}

const CONTRADICTS =
  'This goes against a line above it. Write only one of them; the other may come in a second mail.';

function targetOf(command: RequestCommand): string {
  return 'cctld' in command && command.cctld !== undefined
    ? `${command.kind} ${command.cctld}`
    : command.kind;
}
