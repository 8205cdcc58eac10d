/** Writes down a conversation so that a person can read it: one entry after the other, secrets masked. */

import { hideTokens } from '../../src/machines/words/token.ts';

/** One letter as its addressee sees it. */
export interface ShownLetter {
  readonly name: string;
  readonly to: string;
  readonly replyTo: string;
  readonly subject: string;
  readonly text: string;
}

/** The copies of one text, as all of their readers see it. */
export interface ShownCopies {
  readonly heading: string;
  readonly fields: readonly (readonly [name: string, value: string])[];
  readonly text: string;
}

export class Transcript {
  readonly #lines: string[] = [];

  constructor(title: string, teaches: string) {
    this.#lines.push(title, '='.repeat(title.length), '', ...fold(teaches, 78));
  }

  /** The virtual time, before what happens then. */
  time(at: Date): void {
    this.#lines.push('', `${'-'.repeat(4)} ${showTime(at)} ${'-'.repeat(50)}`);
  }

  /** Something that happens outside of the mail. */
  event(text: string): void {
    this.#lines.push('', ...fold(text, 76).map((line) => `* ${line}`));
  }

  mail(heading: string, fields: Readonly<Record<string, string>>, text: string): void {
    const head = Object.entries(fields).map(([name, value]) => `${name}: ${value}`);
    this.#lines.push('', `> MAIL ${heading}`, ...indent([...head, '', ...text.split('\n')]));
  }

  /** One line about what became of it. */
  fact(text: string): void {
    this.#lines.push(`  ${text}`);
  }

  /** Letters that differ only in their secrets are shown once, with all addressees. */
  letters(letters: readonly ShownLetter[]): void {
    const groups = Map.groupBy(letters, ({ name, subject, text }) =>
      hideTokens(JSON.stringify([name, subject, text])),
    );
    for (const group of groups.values()) {
      const [first] = group;
      if (first === undefined) continue;
      const { name, subject, text } = first;
      const secret = group.length > 1 && hideTokens(text) !== text;
      const to = group.map((letter) => letter.to).join(' and, each apart, to ');
      const head = [
        `To: ${to}${secret ? ' (each with a token of their own)' : ''}`,
        `Reply-To: ${group.map(({ replyTo }) => replyTo).join(' | ')}`,
        `Subject: ${group.map((letter) => letter.subject).join(' | ')}`.replace(
          `${subject} | ${subject}`,
          subject,
        ),
      ];
      this.#lines.push(
        '',
        `< LETTER ${name}`,
        ...indent([...head, '', ...text.trimEnd().split('\n')]),
      );
    }
  }

  copies(copies: readonly ShownCopies[]): void {
    for (const { heading, fields, text } of copies) {
      const head = fields.map(([name, value]) => `${name}: ${value}`);
      this.#lines.push('', `< ${heading}`, ...indent([...head, '', ...text.split('\n')]));
    }
  }

  /** A part with a heading of its own, at the end. */
  section(title: string, lines: readonly string[]): void {
    this.#lines.push('', title, '-'.repeat(title.length), '', ...lines);
  }

  toString(): string {
    const text = this.#lines.map((line) => line.trimEnd()).join('\n');
    return `${maskTokens(text)}\n`;
  }
}

/** `Sat, 21 Nov 2026 09:00 UTC` */
export function showTime(at: Date): string {
  return `${at.toUTCString().slice(0, 22)} UTC`;
}

const TOKEN =
  /(?<=-bounces\+)[a-z0-9]{13}(?=\+)|(?<![a-z0-9])(?:(?:[a-z0-9]{4}-){6}[a-z0-9]{2}|[a-z0-9]{26})(?![a-z0-9])/g;

// In order of appearance, both written forms alike: a transcript does not change with the chance.
function maskTokens(text: string): string {
  const names = new Map<string, string>();
  return text.replaceAll(TOKEN, (found) => {
    const token = found.replaceAll('-', '');
    const name = names.get(token) ?? `TOKEN-${names.size + 1}`;
    names.set(token, name);
    return name;
  });
}

function indent(lines: readonly string[]): string[] {
  return lines.map((line) => `    ${line}`);
}

function fold(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}
