/** Whether a mail is nothing but commands for the request address, so that it must not go to everybody. */

import type { CommandReading, RequestCommand } from '../words/command.ts';
import { plainBlanks } from './command-values.ts';
import { GREETING } from './consent.ts';
import { CLOSING } from './request-command.ts';
import type { Line } from './segments.ts';

/** A name, a line of thanks. */
const MOST_LINES = 3;
const LONGEST = 40;

/**
 * True when the sender typed commands, and besides them no more than a greeting and thanks. "Help!" above a
 * text is the beginning of that text; a line that is a command by halves is a sentence for people.
 */
export function isOnlyCommands(
  lines: readonly Line[],
  { commands, faults }: CommandReading<RequestCommand>,
): boolean {
  const [first] = commands;
  if (first === undefined || faults.length > 0 || commands.some(isQuestion)) return false;
  const own = lines.filter(({ part }) => part === 'own');
  const front = own.filter(({ number }) => number < first.number);
  if (
    front.some(({ text }) => text.trim() !== '' && !GREETING.test(plainBlanks(text.slice(0, 80))))
  )
    return false;
  // In front of the first blank line stand commands alone, else there would be faults.
  const from = own.filter(({ number }) => number >= first.number);
  const end = from.findIndex(({ text }) => plainBlanks(text.slice(0, LONGEST)) === '');
  return isFarewell(end < 0 ? [] : from.slice(end).flatMap(textIn));
}

// "Who sees this today?" asks everybody; "who Lind" asks us.
function isQuestion(command: RequestCommand): boolean {
  if (command.kind !== 'who' || command.name === undefined) return false;
  return command.line.includes('?') || command.name.split(/\s+/).length > 2;
}

function textIn({ text }: Line): string[] {
  const plain = text.trim();
  return plain === '' ? [] : [plain];
}

function isFarewell(texts: readonly string[]): boolean {
  const [first] = texts;
  if (first === undefined) return true;
  if (texts.length > MOST_LINES || texts.some(({ length }) => length > LONGEST)) return false;
  return CLOSING.test(first) || (texts.length === 1 && first.split(/\s+/).length <= 2);
}
