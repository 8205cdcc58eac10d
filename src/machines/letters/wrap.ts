/** Lines of at most 72 columns, none of which starts with a word that the engine would obey. */

/** Columns: fits every mail program even after two more rounds of quoting. */
export const WIDTH = 72;

const ZERO = /[\p{Mn}\p{Me}\u200c\u200d]/u;
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;

/** Display columns in a fixed-width font: East Asian wide letters take two, marks none. */
export function widthOf(text: string): number {
  let width = 0;
  for (const letter of text) width += ZERO.test(letter) ? 0 : WIDE.test(letter) ? 2 : 1;
  return width;
}

// Words that answer us, in any case; the other commands only as we print them, so that ordinary
// sentences may start with "Show" or "Note". Ends of words are ASCII: "CONFIRM國" counts too.
const ANSWER = /^[\s>"'“‘«(*_<`[]*(?:confirm|reject|approve)(?![a-z0-9_])/iu;
const COMMAND =
  /^[\s>"'“‘«(*_<`[]*(?:ASK|HOLD|AMEND|ESCALATE|VERIFIED|NOTE|QUEUE|SHOW|WHY|INVITE|REMOVE|FREEZE|UNFREEZE|ROSTER|REPORT|REDELEGATION|RECONCILE|QUARANTINE|HELP)(?![A-Za-z0-9_])/u;

/** True when a careless reader could take this line for an answer or a command (threats.md, "command in data"). */
function looksLikeCommand(line: string): boolean {
  const folded = line.normalize('NFKC');
  return ANSWER.test(folded) || COMMAND.test(folded);
}

/**
 * The last thing that happens to a letter: a line that looks like a command gets a sign before it.
 * Mail programs quote without marks, so no line of a letter may be one, whoever wrote its words.
 */
export function guardLine(line: string): string {
  return looksLikeCommand(line) ? line.replace(/^[\s>]*/u, (lead) => `${lead}… `) : line;
}

export interface Indent {
  readonly first?: string;
  readonly rest?: string;
  /** Cut every over-long word; otherwise a word with "@" stays whole, since an address must. */
  readonly cutAll?: boolean;
}

/**
 * One paragraph as lines of at most 72 columns; `text` has no line breaks. A no-break space holds two
 * words together and comes out as a blank.
 */
export function wrap(text: string, indent: Indent = {}): string {
  const first = indent.first ?? '';
  const rest = indent.rest ?? ' '.repeat(widthOf(first));
  const room = WIDTH - Math.max(widthOf(first), widthOf(rest));
  const lines: string[] = [];
  let line: string | undefined;
  for (const piece of pieces(text, room, indent.cutAll ?? false)) {
    const lead = lines.length === 0 ? first : rest;
    const longer = line === undefined ? piece : `${line} ${piece}`;
    if (widthOf(longer) <= room && !looksLikeCommand(lead + longer)) {
      line = longer;
    } else {
      if (line !== undefined) lines.push(line);
      line = looksLikeCommand((lines.length === 0 ? first : rest) + piece) ? MARK + piece : piece;
    }
  }
  return [...lines, line ?? '']
    .map((each, at) => (at === 0 ? first : rest) + each.replaceAll('\u00a0', ' '))
    .join('\n');
}

const MARK = '… ';

// A command word is tied to the word before it, so that no line break puts it in front.
function pieces(text: string, room: number, cutAll: boolean): string[] {
  const tied: string[] = [];
  for (const word of text.split(' ').filter((each) => each !== '')) {
    const before = tied.at(-1);
    const tie = before !== undefined && looksLikeCommand(word);
    if (tie && widthOf(before) + widthOf(word) < room - 2) {
      tied[tied.length - 1] = `${before} ${word}`;
    } else tied.push(word);
  }
  return tied.flatMap((word) => {
    const whole = !cutAll && word.includes('@') && word.length <= 330;
    return whole || widthOf(word) <= room - 2 ? [word] : cut(word, room - 2, cutAll ? '' : MARK);
  });
}

// What goes on in the next line is marked, so that no foreign word begins a line of ours.
function cut(word: string, room: number, mark: string): string[] {
  const parts: string[] = [];
  let part = '';
  let width = 0;
  for (const letter of word) {
    const columns = widthOf(letter);
    if (width + columns > room) {
      const blank = part.lastIndexOf('\u00a0');
      const end = blank > room / 2 ? blank : part.length;
      parts.push(part.slice(0, end));
      part = mark + part.slice(end + 1);
      width = widthOf(part);
    }
    part += letter;
    width += columns;
  }
  return [...parts, part];
}
