import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { readForm } from '../../../src/machines/reading/form.ts';
import { readSegments } from '../../../src/machines/reading/segments.ts';
import type { Cctld } from '../../../src/machines/words/cctld.ts';
import { quoted, read } from './form-text.ts';
import { cpuTime } from '../../support/cpu.ts';

const XA = 'xa' as Cctld;

describe('values', () => {
  it.each([
    ['Ana Beta', 'Ana|Beta'],
    ['Ana Maria Beta', 'Ana Maria|Beta'],
    ['Beta, Ana Maria', 'Ana Maria|Beta'],
    ['BETA GAMA Ana', 'Ana|BETA GAMA'],
    ['Ana BETA', 'Ana|BETA'],
    ['ANA BETA', 'ANA|BETA'],
    ['A. B. Gama', 'A. B.|Gama'],
    ['Beta', '|Beta'],
    ['山田 太郎', '太郎|山田'],
    ['山田太郎', '|山田太郎'],
    ['김 하나', '하나|김'],
    ['Ludwig van der Berg', 'Ludwig|van der Berg'],
    ['Ana de la Cruz', 'Ana|de la Cruz'],
    ['Ana de la Cruz Pérez', 'Ana|de la Cruz Pérez'],
    ['Ana De Souza', 'Ana|De Souza'],
    ['Ana Maria da Silva Costa', 'Ana Maria|da Silva Costa'],
    ['Ahmad bin Salman', 'Ahmad|bin Salman'],
    ['Mohamed El Amrani', 'Mohamed|El Amrani'],
    ['Johann von Neumann', 'Johann|von Neumann'],
    ['Sean O’Neill', 'Sean|O’Neill'],
    ['José Ortega y Gasset', 'José|Ortega y Gasset'],
    ['María del Carmen Ruiz', 'María del Carmen|Ruiz'],
    ['Nguyen Van An', 'Van An|Nguyen'],
    ['Trần Thị Mai', 'Thị Mai|Trần'],
    ['Clemens Graf von Thal', 'Clemens|Graf von Thal'],
    ['欧阳静', '静|欧阳'],
    ['王晓明', '晓明|王'],
    ['제갈명주', '명주|제갈'],
    ['김민준', '민준|김'],
    ['김 민준', '민준|김'],
    ['佐々木健', '|佐々木健'],
    ['보안팀', '|보안팀'],
    ['Kim Min-jun', 'Min-jun|Kim'],
    ['Kim Smith-Jones', 'Kim|Smith-Jones'],
    ['Ana Beta ★', 'Ana|Beta'],
    ['Ana Beta*', 'Ana|Beta'],
    ['John Smith Jr.', 'John|Smith Jr.'],
    ['Dr. Ana Beta', 'Ana|Beta'],
    ['Dr. Ing. Ana Beta', 'Ana|Beta'],
    ['Frau Ana Beta', 'Ana|Beta'],
    ['Ing. Ana Beta, PhD', 'Ana|Beta'],
    ['BETA, Ana (Ms.)', 'Ana|BETA'],
    ['M. Beta', 'M.|Beta'],
    ['Don Beta', 'Don|Beta'],
    ['Pan Wei', 'Pan|Wei'],
    ['Петрова Анна Ивановна', 'Анна Ивановна|Петрова'],
    ['Анна Ивановна Петрова', 'Анна Ивановна|Петрова'],
    ['山田太郎様', '|山田太郎'],
    ['-', undefined],
    ['n/a', undefined],
    ['____', undefined],
  ])('the name %j is %j', (name, expected) => {
    const contact = read(`Name: ${name}\nE-mail: ana@nic.xa`).contacts[0];
    const got =
      contact?.lastName === undefined
        ? undefined
        : `${contact.firstName ?? ''}|${contact.lastName}`;
    expect(got).toBe(expected);
  });

  it.each([
    ['ana@nic.xa.', 'ana@nic.xa'],
    ['ANA@NIC.XA', 'ana@nic.xa'],
    ['Ana Beta [mailto:ana@nic.xa]', 'ana@nic.xa'],
    ['ana@nic.xa (primary)', 'ana@nic.xa'],
    ['ana@nic.xa, luis@nic.xa', '?ana@nic.xa, luis@nic.xa'],
    ['ana@nic.xa; ana@nic.xb', '?ana@nic.xa; ana@nic.xb'],
    ['ana (at) nic.xa', '?ana (at) nic.xa'],
    ['ana@localhost', '?ana@localhost'],
    ['ana@@nic.xa', '?ana@@nic.xa'],
    ['an\u200ba@nic.xa', '?an\u200ba@nic.xa'],
    ['"ana"@nic.xa', '?"ana"@nic.xa'],
    ['same as before', '?same as before'],
  ])('the address %j is %j', (value, expected) => {
    const contact = read(`Name: Ana Beta\nE-mail: ${value}`).contacts[0];
    expect(contact?.address ?? `?${contact?.rawAddress}`).toBe(expected);
  });

  it.each([
    ['.xa', ['xa']],
    ['xa', ['xa']],
    ['XA, xb and .xc', ['xc']],
    ['xa, xb', ['xa', 'xb']],
    ['.xa and .xb', ['xa', 'xb']],
    ['xa et xb', ['xa', 'xb']],
    ['.рф (xn--p1ai)', ['xn--p1ai']],
    ['рф', ['xn--p1ai']],
    ['xn--p1ai', ['xn--p1ai']],
    ['our ccTLD is xa', []],
    ['Utopia', []],
    ['.xa .XA', ['xa']],
  ])('the ccTLD %j is %j', (value, expected) => {
    expect(read(`ccTLD: ${value}`).cctlds).toEqual(expected);
  });

  it('takes the country of the ccTLD for phones, unless the form names another', () => {
    const text = 'Name: Ana Beta\nPhone: 020 7946 0001';
    expect(read(text, false, 'uk' as Cctld).contacts[0]?.phones[0]?.e164).toBe('+442079460001');
    expect(read(`ccTLD: uk\n${text}`).contacts[0]?.phones[0]?.e164).toBe('+442079460001');
    expect(read(text, false, XA).contacts[0]?.phones[0]).toEqual({ raw: '020 7946 0001' });
  });

  it('keeps what is too long or unsafe, to be complained of', () => {
    const contact = read(`Name: ${'A'.repeat(5000)}\nE-mail: ${'a'.repeat(400)}@nic.xa`)
      .contacts[0];
    expect(contact?.lastName?.length).toBe(300);
    expect(contact?.rawAddress?.length).toBe(300);
    expect(read('Name: Ana \u202eateB').contacts[0]?.lastName).toContain('\u202e');
  });
});

describe('hostile text', () => {
  it.each([
    ['200,000 names', 'Name: a b\n'.repeat(100_000)],
    ['labels in one line', 'Name: a '.repeat(125_000)],
    ['a megabyte of colons', ':'.repeat(1_000_000)],
    ['lines of colons', `${':'.repeat(999)}\n`.repeat(1000)],
    ['lines of labels', `${'Tel: '.repeat(199)}\n`.repeat(1000)],
    ['lines of brackets', `${'('.repeat(60)}: ${'('.repeat(900)}\n`.repeat(1000)],
    ['lines of blanks', `a${' '.repeat(990)}:\n`.repeat(1000)],
    ['lines of stars', `Name: a${'*'.repeat(990)}b\n`.repeat(1000)],
    ['headings', 'Contact 1\n'.repeat(100_000)],
    ['Han', `${'联系人'.repeat(20)}:\n`.repeat(15_000)],
    ['phones', 'Phone: 1 or 2 or 3 / 4 , 5\n'.repeat(37_000)],
    ['a megabyte of digits', `Phone: ${'1'.repeat(1_000_000)}`],
    ['quoted labels', '> First name: a\n'.repeat(60_000)],
  ])('%s take less than five seconds', (_, text) => {
    const lines = readSegments(text);
    const started = cpuTime();
    const { contacts } = readForm(lines, { inline: true });
    expect(cpuTime() - started).toBeLessThan(5000);
    expect(contacts.length).toBeLessThanOrEqual(20);
  });
});

const piece = fc.constantFrom(
  'Name',
  'First name',
  'E-mail',
  'Phone',
  'Contact',
  '1',
  '2',
  ':',
  '：',
  ' ',
  'Ana',
  'Beta',
  'ana@nic.xa',
  '+44 20 7946 0001',
  '(primary)',
  'Primary',
  'yes',
  ',',
  '> ',
  '姓名',
  '联系人',
  '\u202e',
  'ccTLD',
  '.xa',
  'CONFIRM',
);
const texts = fc
  .array(
    fc.array(piece, { maxLength: 6 }).map((all) => all.join('')),
    { maxLength: 12 },
  )
  .map((lines) => lines.join('\n'));

describe('properties', () => {
  it('numbers are 1 to 9 and each is given once while there are few', () => {
    fc.assert(
      fc.property(texts, fc.boolean(), (text, inline) => {
        const numbers = read(text, inline).contacts.map(({ number }) => number);
        expect(numbers.every((number) => number >= 1 && number <= 9)).toBe(true);
        if (numbers.length <= 9) expect(new Set(numbers).size).toBe(numbers.length);
      }),
      { numRuns: 400 },
    );
  });

  it('every source is a line of the mail, and none is inline when nothing inline counts', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const lines = new Set(text.split('\n').map((line) => line.slice(0, 200)));
        for (const { sources } of read(text).contacts) {
          for (const { line, where } of sources) {
            expect(where).not.toBe('inline');
            expect(lines.has(line)).toBe(true);
          }
        }
      }),
      { numRuns: 400 },
    );
  });

  it('a quoted form gives nobody unless it is our own', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(read(quoted(text)).contacts).toEqual([]);
        expect(read(`x\n-----Original Message-----\n${text}`).contacts).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
