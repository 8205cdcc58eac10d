import { describe, expect, it } from 'vitest';

import { ownText, readSegments } from '../../../src/machines/reading/segments.ts';
import { CLIENT_REPLIES } from './client-replies.ts';

// Blank lines say nothing here.
function squeezed(text: string): string {
  return text.replaceAll(/\n\s*\n\s*/g, '\n\n').trim();
}

describe('what the sender wrote is found in a reply of', () => {
  it.each(CLIENT_REPLIES)('$name', ({ text, own }) => {
    expect(squeezed(ownText(readSegments(text)))).toBe(own);
  });

  it.each(CLIENT_REPLIES)('$name, with CRLF', ({ text, own }) => {
    expect(squeezed(ownText(readSegments(text.replaceAll('\n', '\r\n'))))).toBe(own);
  });
});
