import { describe, expect, it } from 'vitest';

import { readBody } from '../../../src/machines/reading/body.ts';
import { ownText, readSegments } from '../../../src/machines/reading/segments.ts';
import { CLIENT_REPLIES } from './client-replies.ts';
import { HTML_REPLIES, MORE_REPLIES } from './client-replies-second-look.ts';

// Blank lines say nothing here.
function squeezed(text: string): string {
  return text.replaceAll(/\n\s*\n\s*/g, '\n\n').trim();
}

describe('what the sender wrote, and nothing else, is found in', () => {
  it.each(MORE_REPLIES)('$name', ({ text, own }) => {
    expect(squeezed(ownText(readSegments(text)))).toBe(own);
  });

  it.each(HTML_REPLIES)('HTML of $name', ({ html, own }) => {
    expect(squeezed(ownText(readBody({ text: '', html }).lines))).toBe(own);
  });

  it.each(MORE_REPLIES)('$name, where our word is quoted', ({ text }) => {
    expect(['none', 'unclear']).toContain(readBody({ text }).consent);
    expect(ownText(readSegments(text))).not.toContain('abcd-efgh');
  });
});

/** What gateways do to the lines of a mail. */
const CHANGES: Readonly<Record<string, (text: string) => string>> = {
  'blanks that do not break': (text) => text.replaceAll(' ', '\u00a0'),
  'every line end twice': (text) => text.replaceAll('\n', '\n\n'),
  'no empty line': (text) => text.replaceAll(/\n{2,}/g, '\n'),
  'two blanks before each line': (text) => text.replaceAll(/^/gm, '  '),
  'a tab before each line': (text) => text.replaceAll(/^/gm, '\t'),
  'blanks behind each line': (text) => text.replaceAll(/$/gm, '  '),
  'a byte-order mark': (text) => `\ufeff${text}`,
  'bold labels': (text) => text.replaceAll(/^(\p{L}[^:\n]{1,20}:)/gmu, '*$1*'),
  'the address twice': (text) =>
    text.replaceAll('<join@lists.example>', '<join@lists.example<mailto:join@lists.example>>'),
  'another bracket': (text) =>
    text.replaceAll('<join@lists.example>', '[mailto:join@lists.example]'),
};

describe('no reply gives our words to its sender with', () => {
  it.each(Object.entries(CHANGES))('%s', (_, change) => {
    for (const { name, text } of [...CLIENT_REPLIES, ...MORE_REPLIES]) {
      const changed = change(text);
      expect([name, ownText(readSegments(changed)).includes('abcd-efgh')]).toEqual([name, false]);
      expect([name, readBody({ text: changed }).consent]).not.toEqual([name, 'confirm']);
    }
  });
});
