import { describe, expect, it } from 'vitest';

import { readBody } from '../../../src/machines/reading/body.ts';
import { ownText, readSegments } from '../../../src/machines/reading/segments.ts';
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
