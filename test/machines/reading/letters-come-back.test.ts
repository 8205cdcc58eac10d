/** Every letter of ours, quoted by every kind of mail program: it must never answer itself. */

import { describe, expect, it } from 'vitest';

import { SAMPLES } from '../../../scripts/letter-samples.ts';
import { render } from '../../../src/machines/letters/catalogue.ts';
import { readCommands } from '../../../src/machines/reading/command.ts';
import { readConsent } from '../../../src/machines/reading/consent.ts';
import { ownText, readSegments } from '../../../src/machines/reading/segments.ts';
import { quoted, read } from './form-text.ts';
import { ALL_ANNOUNCEMENTS } from './quote-samples.ts';

const LETTERS = SAMPLES.map((sample, at) => ({
  title: `${sample.name} ${at}`,
  text: render(sample).text,
}));

// Longer lines wrapped without a new quote mark, as old gateways do.
const wrapBadly = (text: string): string =>
  quoted(text)
    .split('\n')
    .map((line) => line.replace(/^(.{40,60}) (?=\S)/, '$1\n'))
    .join('\n');

const STYLES: Readonly<Record<string, (text: string) => string>> = {
  'quote marks': (text) => `On Monday, TLD-OPS <a@lists.example> wrote:\n${quoted(text)}`,
  'quote marks alone': quoted,
  'marks, wrapped badly': wrapBadly,
  Outlook: (text) => `-----Original Message-----\nFrom: a\nSent: b\nTo: c\nSubject: d\n\n${text}`,
  'a header block': (text) => `From: a\nSent: b\nTo: c\nSubject: d\n\n${text}`,
  'no marks': (text) => `On Monday, TLD-OPS <a@lists.example> wrote:\n\n${text}`,
  'no marks and no blanks': (text) => `On Monday, x wrote:\n${text.replaceAll(/^ +/gm, '')}`,
  'a forward': (text) => `Begin forwarded message:\n\n${text}`,
  'nothing at all': (text) => text,
};

describe.each(Object.entries(STYLES))('with %s', (style, cite) => {
  it.each(LETTERS)('$title says nothing by itself', ({ text }) => {
    const reply = `Thank you, we will look at it.\n\n${cite(text)}`;
    const lines = readSegments(reply);
    expect(['none', 'unclear']).toContain(readConsent(lines));
    expect(readCommands(lines).faults).not.toEqual([]);
    expect(read(reply, true).contacts).toEqual([]);
    if (style !== 'marks, wrapped badly' && style !== 'nothing at all') {
      expect(readConsent(lines)).toBe('none');
      expect(read(reply)).toMatchObject({ contacts: [], cctlds: [], quotedOnly: false });
    }
  });

  it.each(LETTERS)('$title runs no command by itself', ({ text }) => {
    const { commands, faults } = readCommands(readSegments(cite(text)));
    expect(faults.length > 0 || commands.length === 0).toBe(true);
  });

  it.each(LETTERS)('$title hides no answer above it', ({ text }) => {
    // Unmarked text of ours below the answer may make it unclear, never turn it round.
    const unmarked = style === 'nothing at all' || style === 'marks, wrapped badly';
    const rejected = readConsent(readSegments(`REJECT\n\n${cite(text)}`));
    expect(unmarked ? ['reject', 'unclear'] : ['reject']).toContain(rejected);
    if (unmarked) return;
    expect(readConsent(readSegments(`CONFIRM\n\n${cite(text)}`))).toBe('confirm');
    const { commands, faults } = readCommands(readSegments(`APPROVE 4711 .xa\n\n${cite(text)}`));
    expect([commands.length, faults]).toEqual([1, []]);
  });
});

describe.each(ALL_ANNOUNCEMENTS)('under the words of %s', (_, announcement) => {
  it('no line of any letter is own text', () => {
    for (const { text } of LETTERS) {
      for (const below of [text, `\n${text}`, quoted(text)]) {
        const lines = readSegments(`We will look at it.\n\n${announcement}\n${below}`);
        expect(ownText(lines).trim()).toBe('We will look at it.');
        expect(readConsent(lines)).toBe('none');
      }
    }
  });

  it('no letter turns the answer above it round', () => {
    for (const { text } of LETTERS) {
      const lines = readSegments(`CONFIRM\n\n${announcement}\n\n${text}`);
      expect(readConsent(lines)).toBe('confirm');
    }
  });
});
