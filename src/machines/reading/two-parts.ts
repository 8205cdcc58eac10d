/** Whether the other part of a mail shows a line too: who sees one part alone has not said the rest. */

export const IN_ONE_PART =
  'Your mail has a plain part and an HTML part, and only one of them shows this line. Send plain text.';

/**
 * True when `other` holds the words of the line, whatever blanks, stars and line ends stand between.
 * Numbers stay apart: "HOLD 471 114d" is not "HOLD 4711 14d", nor "SHOW 471" a part of "SHOW 4711".
 */
export function isShownIn(other: string): (line: string) => boolean {
  const visible = bare(other);
  return (line) => holds(visible, bare(line));
}

function bare(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/(?<=\p{N})[^\p{L}\p{N}]+(?=\p{N})/gu, '|')
    .replace(/[^\p{L}\p{N}|]/gu, '')
    .toLowerCase();
}

function holds(visible: string, line: string): boolean {
  const endsInDigit = /\p{N}$/u.test(line);
  for (let at = visible.indexOf(line); at >= 0; at = visible.indexOf(line, at + 1)) {
    if (!endsInDigit || !/\p{N}/u.test(visible.charAt(at + line.length))) return true;
  }
  return false;
}
