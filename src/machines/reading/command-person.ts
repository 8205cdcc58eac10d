/** Whom REMOVE means: an address, a name in quotation marks, or the words before a colon. */

import { readAddress } from '../words/address.ts';
import { cleanLine } from './clean-line.ts';
import { dropColon, LIMITS, saysSomething, type Why } from './command-values.ts';

interface Person {
  readonly person: string;
  readonly text: string;
}

const NO_PERSON =
  'Say who shall be removed: an e-mail address, or a name in "quotes", then the reason.';
const DOUBLE = '"“”„‟«»＂';
const SINGLE = "'‘’‚‛‹›";

/** The person at the start of the text, and what follows. */
export function splitPerson(text: string): Person | Why {
  const quoted = splitQuoted(text);
  if (quoted !== undefined) return named(quoted.person, quoted.text);
  // "rosa@nic.example reason", "<rosa@nic.example>: reason", "Rosa Lind <rosa@nic.example> reason".
  const [, bare, boxed, behind = ''] =
    /^(?:([^\s<>@]{1,100}@[^\s<>]{1,260})|[^<>@:]{0,100}<(?:mailto:)?([^\s<>]{1,320})>[:,;]?)(?=\s|$)(.*)$/isu.exec(
      text,
    ) ?? [];
  const written = (boxed ?? bare ?? '').replace(/[:,;]$/, '');
  if (written !== '') {
    const address = readAddress(written);
    return address === undefined
      ? { why: `"${cleanLine(written, 60)}" is not an e-mail address.` }
      : { person: address, text: dropColon(behind) };
  }
  const [, before, after = ''] = /^([^:：]{1,200})[:：](.*)$/su.exec(text) ?? [];
  return before === undefined ? { why: NO_PERSON } : named(before, after);
}

function named(name: string, text: string): Person | Why {
  const person = cleanLine(name, 10 * LIMITS.name);
  const address = readAddress(person);
  if (address !== undefined) return { person: address, text: dropColon(text) };
  if (!saysSomething(person) || /[@<>]/.test(person)) return { why: NO_PERSON };
  return [...person].length > LIMITS.name
    ? { why: `The name is longer than ${LIMITS.name} characters.` }
    : { person, text: dropColon(text) };
}

// The mark at the end may be any of its kind, for programs turn them as they like; a letter behind it
// shows that it is an apostrophe.
function splitQuoted(text: string): Person | undefined {
  const kind = [DOUBLE, SINGLE].find((marks) => marks.includes(text.charAt(0)));
  if (kind === undefined || text === '') return undefined;
  for (let at = 1; at < text.length; at += 1) {
    if (kind.includes(text.charAt(at)) && !/[\p{L}\p{N}]/u.test(text.charAt(at + 1)))
      return { person: text.slice(1, at), text: text.slice(at + 1).replace(/^\s*,/, '') };
  }
  return undefined;
}
