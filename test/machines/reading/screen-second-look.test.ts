/** A second look: notices that hide, and people who sound like programs. */

import { describe, expect, it } from 'vitest';

import { screen } from '../../../src/machines/reading/screen.ts';
import { CLOSE_PEOPLE, HIDDEN_NOTICES } from './fourth-look.ts';
import { mail, OURS } from './screened-mail.ts';
import { NOTICES } from './second-look-machines.ts';
import { PEOPLE } from './second-look-people.ts';
import { MORE_NOTICES, MORE_PEOPLE } from './third-look.ts';

/** The sender's address is also the envelope's: the null sender would tell at once. */
function classOf([from, subject, text, headers = []]: (typeof PEOPLE)[number]): string {
  const envelopeFrom = /[^\s<>]+@[^\s<>]+/.exec(from)?.[0] ?? '';
  return screen(mail({ from, envelopeFrom, subject, text, headers }), OURS).class;
}

function named(rows: typeof PEOPLE) {
  return rows.map((row) => [row[0], row[1], row] as const);
}

describe('notices without Auto-Submitted and with a sender', () => {
  it.each(named([...NOTICES, ...MORE_NOTICES, ...HIDDEN_NOTICES]))(
    'are not taken for a person: %s "%s"',
    (_from, _subject, row) => {
      expect(classOf(row)).not.toBe('human');
    },
  );
});

describe('people who sound like programs', () => {
  it.each(named([...PEOPLE, ...MORE_PEOPLE, ...CLOSE_PEOPLE]))(
    'stay people: %s "%s"',
    (_from, _subject, row) => {
      expect(classOf(row)).toBe('human');
    },
  );
});
