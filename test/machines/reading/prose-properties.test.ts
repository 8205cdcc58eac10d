/** What holds for people read from any words whatever. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { readForm } from '../../../src/machines/reading/form.ts';
import { readSegments } from '../../../src/machines/reading/segments.ts';
import { cpuTime } from '../../support/cpu.ts';
import { FILLED, quoted, read } from './form-text.ts';

const flat = (text: string) => text.replace(/\s+/g, ' ').toLowerCase();

describe('properties', () => {
  const words = fc.constantFrom(
    'Ana',
    'Pérez',
    'Luis',
    'van',
    'der',
    'please',
    'add',
    'and',
    ',',
    ';',
    '(',
    ')',
    '<',
    '>',
    ':',
    '-',
    '\n',
    '\n\n',
    '+1 202 555 0112',
    'primary',
    'contact',
    '张伟',
    'Dr.',
    '.',
    '|',
    '\t',
    'remove',
    '"',
    'NOC',
    '1.',
  );
  const texts = (more: readonly string[]) =>
    fc
      .array(fc.oneof(words, fc.constantFrom(...more)), { maxLength: 40 })
      .map((all) => all.join(' '));

  it('without an address there is nobody', () => {
    fc.assert(
      fc.property(texts(['tel.']), (text) => {
        for (const { address, rawAddress, sources } of read(text).contacts) {
          expect(address ?? rawAddress).toBeUndefined();
          // A label or a heading made it, and the sender is asked for the rest.
          expect(sources.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('every field is a part of the text', () => {
    fc.assert(
      fc.property(texts(['ana@nic.xa', 'luis@nic.xa', 'Name:', 'E-mail:']), (text) => {
        for (const { firstName, lastName, address } of read(text).contacts) {
          for (const field of [firstName, lastName, address])
            if (field !== undefined) expect(flat(text)).toContain(flat(field));
        }
      }),
      { numRuns: 500 },
    );
  });

  it('nobody comes from prose without a warning', () => {
    fc.assert(
      fc.property(texts(['ana@nic.xa', 'luis@nic.xa']), (text) => {
        const { contacts, warnings } = read(text);
        const prose = contacts.some(({ sources }) =>
          sources.some(({ where }) => where === 'prose'),
        );
        if (prose) expect(warnings.map(({ code }) => code)).toContain('read-from-prose');
      }),
      { numRuns: 300 },
    );
  });

  it('quoted lines give nobody', () => {
    fc.assert(
      fc.property(texts(['ana@nic.xa']), (text) => {
        expect(read(quoted(text)).contacts).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    ['addresses', 'ana@nic.xa '.repeat(90_000)],
    ['people', 'Ana Pérez <ana@nic.xa>\n'.repeat(40_000)],
    ['paragraphs', 'Ana Pérez <ana@nic.xa>\n\n'.repeat(40_000)],
    ['capitals', 'Ana '.repeat(250_000)],
    ['names', 'Ana Pérez\n'.repeat(90_000)],
    ['at signs', 'a@'.repeat(500_000)],
    ['names above phones', 'Ana Pérez\nPhone: +1 202 555 0112\n'.repeat(20_000)],
    ['primaries', 'Ana primary\n'.repeat(80_000)],
    ['removals', 'remove:\n'.repeat(100_000)],
    ['digits', '1 2 3 4 5 6 7 8 9 0 '.repeat(50_000)],
    ['forms', FILLED.repeat(2_000)],
  ])('a megabyte of %s takes less than five seconds', (_, text) => {
    const lines = readSegments(text);
    const started = cpuTime();
    readForm(lines, { inline: true });
    expect(cpuTime() - started).toBeLessThan(5000);
  });
});
