/** HTML made of templates: whatever is put into one is text and gets escaped, unless a template made it. */

import { cleanLine } from '../letters/foreign.ts';

/** Longer text is cut: it is foreign, or belongs into a template. */
const LONGEST = 300;

/** A piece of HTML; only `html` and `trusted` make one. */
export class Html {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  toString(): string {
    return this.#text;
  }
}

export type Part = Html | string | number | false | undefined | readonly Part[];

/**
 * A piece of HTML. Text loses what cannot be seen or turns the direction of what follows (foreign.ts),
 * and `& < > " '` become references, so that it stays text between tags and in a quoted attribute; it
 * must stand nowhere else. Lists are put one under the other, `false` and `undefined` are nothing. The
 * indentation of the source is taken off and that of the place is put on: the result can be read.
 */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  const [first = '', ...rest] = dedent(strings);
  const text = rest.reduce((before, after, index) => {
    return before + indent(textOf(parts[index]), before) + after;
  }, first);
  return new Html(
    text
      .replace(/ +(?=\n)/g, '')
      .replace(/\n+/g, '\n')
      .trim(),
  );
}

/** Text of our own that is HTML already. */
export function trusted(text: string): Html {
  return new Html(text);
}

function textOf(part: Part): string {
  if (part === false || part === undefined) return '';
  if (part instanceof Html) return part.toString();
  if (typeof part === 'object') return part.map(textOf).join('\n');
  return escape(cleanLine(String(part), LONGEST));
}

const REFERENCES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => REFERENCES[sign] ?? '');
}

/** The strings of a template without the indentation that all its lines share. */
function dedent(strings: TemplateStringsArray): string[] {
  const lines = strings.join('$').split('\n').slice(1);
  const depths = lines.filter((line) => line.trim() !== '').map((line) => line.search(/\S/));
  const depth = Math.min(...depths);
  if (!Number.isFinite(depth) || depth === 0) return [...strings];
  return strings.map((text) => text.replaceAll(`\n${' '.repeat(depth)}`, '\n'));
}

/** Further lines begin where the first one does, when it is alone on its line. */
function indent(text: string, before: string): string {
  const line = before.slice(before.lastIndexOf('\n') + 1);
  return /^ +$/.test(line) ? text.replaceAll('\n', `\n${line}`) : text;
}
