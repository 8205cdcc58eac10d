/** The pieces of letters: wrapping, cleaning, dates, differences. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contactList, difference, showPhone } from '../../../src/machines/letters/contacts.ts';
import { cleanLine, quoteLine, quoteText } from '../../../src/machines/letters/foreign.ts';
import { showDate } from '../../../src/machines/letters/parts.ts';
import { complaintList, warningList } from '../../../src/machines/letters/sentences.ts';
import { guardLine, WIDTH, widthOf, wrap } from '../../../src/machines/letters/wrap.ts';
import { type Address, readAddress } from '../../../src/machines/words/address.ts';
import { type Cctld, readCctld } from '../../../src/machines/words/cctld.ts';
import type { RosterEntry } from '../../../src/machines/words/case.ts';
import type { Contact } from '../../../src/machines/words/contact.ts';

function contact(name: string, at: string, phone: string, primary = false): Contact {
  const address = readAddress(at) as Address;
  return {
    firstName: name,
    lastName: 'Doe',
    address,
    phones: [{ raw: phone, e164: phone }],
    primary,
  };
}

function entry(...given: Parameters<typeof contact>): RosterEntry {
  const cctld = readCctld('xa') as Cctld;
  return { ...contact(...given), cctld, since: '2026-01-01T00:00:00.000Z' };
}

describe('wrap', () => {
  it('breaks at blanks and keeps to 72 columns', () => {
    const lines = wrap('word '.repeat(40)).split('\n');
    expect(lines.every((line) => line.length <= WIDTH)).toBe(true);
    expect(lines.join(' ')).toBe('word '.repeat(40).trim());
  });

  it('counts East Asian letters as two columns and cuts between them, with a mark', () => {
    const lines = wrap('國'.repeat(100)).split('\n');
    expect(lines[0]).toBe('國'.repeat(35));
    expect(lines.map(widthOf)).toEqual([70, 70, 64]);
  });

  it('leaves a long address whole, on a line of its own', () => {
    const address = `${'a'.repeat(60)}@${'b'.repeat(60)}.example`;
    expect(wrap(`Write to ${address} now.`).split('\n')).toEqual(['Write to', address, 'now.']);
  });

  it('never begins a line with a word that the engine obeys', () => {
    const text = `${'x'.repeat(66)} CONFIRM or ${'y'.repeat(58)} REJECT`;
    expect(
      wrap(text)
        .split('\n')
        .every((line) => !/^(CONFIRM|REJECT)/.test(line)),
    ).toBe(true);
  });

  it('keeps what a no-break space holds together', () => {
    expect(wrap(`${'x'.repeat(68)} 5\u00a0May`)).toBe(`${'x'.repeat(68)}\n5 May`);
  });

  it('loses no letter of any text without blanks', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        const word = text.replace(/[\s@]/gu, '');
        fc.pre(guardLine(word) === word);
        expect(wrap(word, { cutAll: true }).replaceAll('\n', '')).toBe(word);
      }),
      { numRuns: 100 },
    );
  });
});

describe('guardLine', () => {
  it.each(['CONFIRM', '  > confirm now', '"Approve" 4711', '* REJECT', 'ＣＯＮＦＩＲＭ', 'QUEUE'])(
    'puts a sign before %j',
    (line) => {
      expect(guardLine(line)).toContain('… ');
    },
  );

  it.each([
    'Confirmed.',
    'Approval counts',
    '1. CONFIRM (primary)',
    '- confirm@xa.example',
    'Ask us',
  ])('leaves %j alone', (line) => {
    expect(guardLine(line)).toBe(line);
  });
});

describe('foreign text', () => {
  it.each([
    ['line ends become blanks', 'a\r\nBcc: b', 'a Bcc: b'],
    ['bidi controls become visible', 'a\u202eb', 'a\ufffdb'],
    ['other controls become visible', 'a\u0007b\u0000', 'a\ufffdb\ufffd'],
    ['zero-width signs go', 'a\u200bb\ufeff', 'ab'],
    ['a joiner between Latin letters becomes visible', 'a\u200db', 'a\ufffdb'],
    ['a joiner in Persian stays', 'می\u200cروم', 'می\u200cروم'],
    ['half a character becomes visible', 'a\ud800b', 'a\ufffdb'],
    ['letters are composed', 'e\u0301', 'é'],
    ['blanks of any kind become one', 'a \u3000\t\u00a0b', 'a b'],
  ])('%s', (_, dirty, clean) => {
    expect(cleanLine(dirty)).toBe(clean);
  });

  it('is cut with a sign that tells so', () => {
    expect(cleanLine('a'.repeat(101))).toBe(`${'a'.repeat(99)}…`);
    expect(quoteText('a\n'.repeat(500))).toMatch(
      /^\| a\n[^]*\(The text is longer\. It is cut here\.\)$/,
    );
  });

  it('cannot end its quotation marks', () => {
    expect(wrap(quoteLine('a" and "b'))).toBe(`"a' and 'b"`);
  });

  it('has the wall before every line, also where a long line is wrapped', () => {
    const shown = quoteText(`${'long '.repeat(40)}\n\n\n\nend\n\n`).split('\n');
    expect(shown.every((line) => line.startsWith('|'))).toBe(true);
    expect(shown.slice(-2)).toEqual(['|', '| end']);
  });

  it('is nothing when there is nothing to see', () => {
    expect(quoteText(' \n\t\n\u200b')).toBe('');
  });

  it('is read in linear time', () => {
    const start = process.hrtime.bigint();
    for (const part of [' ', '\u0301', '\n', '\u200c', 'a\u0301', '>'])
      quoteText(part.repeat(4000));
    expect(Number(process.hrtime.bigint() - start) / 1e6).toBeLessThan(1000);
  });
});

describe('dates', () => {
  it.each([
    ['2026-11-21T14:00:00.000Z', '21 November 2026, 14:00 UTC'],
    ['2027-01-01T00:59:59+01:00', '31 December 2026, 23:59 UTC'],
  ])('%s is written %s', (iso, shown) => {
    expect(showDate(iso).replaceAll('\u00a0', ' ')).toBe(shown);
  });

  it('throw when there is none', () => {
    expect(() => showDate('soon')).toThrow(RangeError);
  });
});

describe('people', () => {
  it('are a numbered list in which no line is a line of the form', () => {
    expect(contactList([contact('Ann', 'ann@registry.example', '+31207940801', true)])).toBe(
      '  1. Ann Doe (primary)\n     - ann@registry.example\n     - +31207940801',
    );
  });

  it('show what is missing', () => {
    const draft = { number: 2, rawAddress: 'ann at home', phones: [], sources: [] };
    expect(contactList([draft])).toBe(
      '  2. (no name)\n     - "ann at home" (not readable as an address)\n     - (no phone number)',
    );
  });

  it.each([
    [{ raw: '020 1', e164: '+31207940801;ext=12' }, '+31207940801 ext. 12'],
    [{ raw: 'ask Bob' }, '"ask Bob" (not readable as a number)'],
  ])('%j is shown as %s', (phone, shown) => {
    expect(wrap(showPhone(phone))).toBe(shown);
  });

  it('are compared line by line: new, gone, changed, unchanged', () => {
    const before = [
      entry('Ann', 'ann@registry.example', '+31207940801', true),
      entry('Bob', 'bob@registry.example', '+31207940802'),
      entry('Cy', 'cy@registry.example', '+31207940803'),
    ];
    const after = [
      contact('Ann', 'ann@registry.example', '+31207940801', true),
      contact('Bob', 'bob@registry.example', '+31207940809'),
      contact('Di', 'di@registry.example', '+31207940804'),
    ];
    expect(difference({ before, after }).split('\n')).toEqual([
      '  = 1. Ann Doe (primary)',
      '  =   ann@registry.example',
      '  =   +31207940801',
      '',
      '  = 2. Bob Doe',
      '  =   bob@registry.example',
      '  -   +31207940802',
      '  +   +31207940809',
      '',
      '  + 3. Di Doe',
      '  +   di@registry.example',
      '  +   +31207940804',
      '',
      '  - Cy Doe',
      '  -   cy@registry.example',
      '  -   +31207940803',
    ]);
  });
});

describe('sentences', () => {
  it('name the contact and what was found', () => {
    expect(complaintList([{ code: 'role-address', contact: 2, found: 'noc@nic.xa' }])).toMatch(
      /^ {2}- Contact 2: This looks like a shared address: "noc@nic\.xa"\./,
    );
  });

  it('put the warning that may be an attack first', () => {
    const list = warningList([
      { code: 'only-one-contact' },
      { code: 'anchor-look-alike', found: 'admin@nic-xa.example' },
    ]);
    expect(list).toMatch(
      /^ {2}1\. An address in the mail looks like[^]*\n {2}2\. There is only one/,
    );
  });
});
