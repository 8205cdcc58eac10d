/** Which mails to the list are nothing but commands, and which only begin like one. */

import { describe, expect, it } from 'vitest';
import { readRequestCommands } from '../../../src/machines/reading/request-command.ts';
import { isOnlyCommands } from '../../../src/machines/reading/request-only.ts';
import { readSegments } from '../../../src/machines/reading/segments.ts';

function isOnly(text: string, subject = 'TLD-OPS'): boolean {
  const lines = readSegments(text);
  return isOnlyCommands(lines, readRequestCommands(lines, subject));
}

describe('nothing but commands', () => {
  it.each([
    'who',
    'who .xb\nshow',
    'Hello,\n\nleave\n\nThank you all,\nRosa',
    'unsubscribe',
    'help\n\nRosa Lind',
    'who .xb\n\n-- \nRosa Lind\nHead of Security, Nic XA, Main Street 1, Port Xanadu',
    'change phone +44 20 7946 0811\n+44 20 7946 0812',
    'freeze .xa Our name servers\nwere changed.',
    'who\n\nOn Monday, Téo wrote:\n> Dear all,\n> who sees this?',
  ])('%s', (text) => {
    expect(isOnly(text)).toBe(true);
  });

  it('also in the subject alone', () => {
    expect(isOnly('', 'leave')).toBe(true);
    expect(isOnly('', 'Phishing')).toBe(false);
  });
});

describe('more than commands', () => {
  it.each([
    'Help!\n\nOur registry is under attack, and we cannot reach anybody.',
    'Help\n\nWe are under attack',
    'Help, our name servers do not answer',
    'who else sees phishing today?',
    'Dear all,\n\nwho sees the same as we do?',
    'show\n\nThanks to Téo for the report of this morning, here is more of it.',
    'leave\n\nThat was the word in the phishing mail.',
    'freeze everything now',
    'We saw this today.\n\nwho .xb',
    '> who .xb\n\nNo idea.',
    '',
  ])('%s', (text) => {
    expect(isOnly(text)).toBe(false);
  });
});
