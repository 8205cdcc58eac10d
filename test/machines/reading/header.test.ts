import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { readHeader, TRUNCATED } from '../../../src/machines/reading/header.ts';
import { cpuTime } from '../../support/cpu.ts';

function read(text: string): [string, string][] {
  return readHeader(Buffer.from(text, 'utf8')).map(({ name, value }) => [name, value]);
}

describe('the header block', () => {
  it.each([
    ['CRLF', 'From: a@b.xa\r\nTo: c@d.xa\r\n\r\nFrom: body@b.xa\r\n'],
    ['LF', 'From: a@b.xa\nTo: c@d.xa\n\nFrom: body@b.xa\n'],
    ['both', 'From: a@b.xa\r\nTo: c@d.xa\n\r\nFrom: body@b.xa\r\n'],
    ['no body', 'From: a@b.xa\r\nTo: c@d.xa'],
    ['blanks before the colon', 'From : a@b.xa\r\nTo\t:c@d.xa\r\n\r\n'],
    ['capitals', 'FROM:a@b.xa\r\ntO: c@d.xa  \r\n\r\n'],
    ['folding', 'From:\r\n a@b.xa\r\nTo:\r\n\tc@d.xa\r\n\r\n'],
    ['folding with a line of blanks', 'From: a@b.xa\r\n   \r\nTo: c@d.xa\r\n\r\n'],
  ])('is read with %s', (_, text) => {
    expect(read(text)).toEqual([
      ['from', 'a@b.xa'],
      ['to', 'c@d.xa'],
    ]);
  });

  it('keeps fields of one name apart, in order', () => {
    expect(read('Cc: a\r\nX: b\r\nCc: c\r\n\r\n')).toEqual([
      ['cc', 'a'],
      ['x', 'b'],
      ['cc', 'c'],
    ]);
  });

  it('reads bytes as UTF-8, and as Latin-1 when they are not UTF-8', () => {
    const raw = Buffer.from('A: Jörg\r\nB: J\u00f6rg à\r\n\r\n', 'utf8');
    expect(readHeader(raw).map((field) => field.value)).toEqual(['Jörg', 'Jörg à']);
    const latin1 = Buffer.from('A: J\u00f6rg\r\n\r\n', 'latin1');
    expect(readHeader(latin1)).toEqual([{ name: 'a', value: 'Jörg' }]);
  });

  it('keeps a blank byte A0 at the end of a UTF-8 letter', () => {
    expect(read('Subject: \u0420\r\n\r\n')).toEqual([['subject', '\u0420']]);
  });

  it.each([
    ['an empty message', ''],
    ['an empty line first', '\r\nFrom: a@b.xa\r\n\r\n'],
    ['lines without a colon', 'garbage\r\nmore\r\n\r\n'],
  ])('has no fields in %s', (_, text) => {
    expect(read(text)).toEqual([]);
  });
});

describe('a line that only some programs take for a From field', () => {
  it.each([
    ['a blank first line start', ' From: x@y.xa\r\nSubject: s\r\n\r\n'],
    ['a tab at the first line start', '\tFrom: x@y.xa\r\n\r\n'],
    ['a folded line after garbage', 'garbage\r\n From: x@y.xa\r\n\r\n'],
    ['two folded lines after garbage', 'garbage\r\n more\r\n From: x@y.xa\r\n\r\n'],
    ['a folded line after a broken name', 'two words: v\r\n From: x@y.xa\r\n\r\n'],
    ['a name folded away from its colon', 'From\r\n : x@y.xa\r\n\r\n'],
    ['the same with an empty fold', 'From\r\n \r\n : x@y.xa\r\n\r\n'],
    ['a no-break space before', '\u00a0From: x@y.xa\r\n\r\n'],
    ['a zero-width space before', '\u200bFrom: x@y.xa\r\n\r\n'],
    ['a byte order mark before', '\ufeffFrom: x@y.xa\r\n\r\n'],
    ['NUL in the name', 'From\u0000: x@y.xa\r\n\r\n'],
    ['NUL before the name', '\u0000From: x@y.xa\r\n\r\n'],
    ['a vertical tab after the name', 'From\v: x@y.xa\r\n\r\n'],
    ['a blank in the name', 'Fr om: x@y.xa\r\n\r\n'],
    ['a bare CR before it', 'Subject: s\rFrom: x@y.xa\r\n\r\n'],
    ['a bare CR and a blank before it', 'Subject: s\r From: x@y.xa\r\n\r\n'],
    ['a bare CR in a folded line', 'Subject: s\r\n t\rFrom : x@y.xa\r\n\r\n'],
    ['a form feed before it', 'Subject: s\fFrom: x@y.xa\r\n\r\n'],
    ['two bare CR before it', 'Subject: s\r\rFrom: x@y.xa\r\n\r\n'],
  ])('with %s comes out as a doubtful field', (_, text) => {
    const found = read(text).filter(([name]) => name === ':from' || name === 'from');
    expect(found.map(([name]) => name)).toEqual([':from']);
  });

  it.each([
    [
      'the h= list of a signature',
      'DKIM-Signature: v=1; h=Date:\r\n\tFrom:To:Subject; b=x\r\n\r\n',
    ],
    ['a folded subject', 'Subject: Fwd\r\n From: somebody\r\n\r\n'],
    ['an mbox line', 'From x@y.xa Sat Nov 21 10:00:00 2026\r\nSubject: s\r\n\r\n'],
    [
      'a name that holds the word',
      'X-From: x@y.xa\r\nFrom-X: x@y.xa\r\nResent-From: x@y.xa\r\n\r\n',
    ],
    ['the body', 'Subject: s\r\n\r\nFrom: x@y.xa\r\n'],
  ])('is not seen in %s', (_, text) => {
    expect(read(text).filter(([name]) => name === ':from' || name === 'from')).toEqual([]);
  });

  it('does not end the header with an empty line that bare CR make', () => {
    expect(read('A: 1\r\r\r\nFrom: a@b.xa\r\n\r\n').map(([name]) => name)).toContain('from');
  });
});

describe('a header that is too long', () => {
  it('is marked when it has more than 10,000 fields', () => {
    const fields = read(`${'A: b\n'.repeat(20_000)}From: a@b.xa\n\n`);
    expect(fields).toHaveLength(10_001);
    expect(fields.at(-1)).toEqual([TRUNCATED, '']);
  });

  it('is marked when it is longer than 1 MiB', () => {
    expect(read(`A: ${'b'.repeat(2_000_000)}\n\n`).at(-1)).toEqual([TRUNCATED, '']);
  });

  it('is not marked for a long body', () => {
    expect(read(`A: b\n\n${'c'.repeat(2_000_000)}`)).toEqual([['a', 'b']]);
  });

  it.each([
    ['blanks', `A:${' '.repeat(1_000_000)}b`],
    ['folds', `A: b${'\r\n c'.repeat(200_000)}`],
    ['folds after garbage', `garbage${'\r\n c'.repeat(200_000)}`],
    ['doubtful folds', `garbage${'\r\n :'.repeat(200_000)}`],
    ['bare CR', `A: b${'\r'.repeat(1_000_000)}`],
    ['bare CR and colons', `A: b${'\rx:'.repeat(300_000)}`],
    ['names', 'a'.repeat(1_000_000)],
    ['names and blanks', `a${' '.repeat(1_000_000)}`],
    ['colons', ':'.repeat(1_000_000)],
    ['empty fields', ':\n'.repeat(500_000)],
  ])('costs no more than its length: %s', (_, text) => {
    const start = cpuTime();
    read(text);
    expect(cpuTime() - start).toBeLessThan(1500);
  });
});

it('never throws, and keeps names apart from values', () => {
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 200 }).map((array) => Buffer.from(array)),
    fc
      .array(
        fc.constantFrom('From', 'To', ':', ' ', '\t', '\r\n', '\n', '\r', 'a@b.xa', '\u0000', 'é'),
      )
      .map((parts) => Buffer.from(parts.join(''), 'utf8')),
  );
  fc.assert(
    fc.property(bytes, (raw) => {
      for (const { name, value } of readHeader(raw)) {
        expect(name).toMatch(/^:?[\u0021-\u007e]+$/);
        expect(value).not.toContain('\n');
      }
    }),
    { numRuns: 500 },
  );
});
