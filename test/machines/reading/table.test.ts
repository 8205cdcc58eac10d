/** Tables of people, as HTML, spreadsheets and Markdown bring them. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { readForm } from '../../../src/machines/reading/form.ts';
import { readSegments } from '../../../src/machines/reading/segments.ts';
import { cpuTime } from '../../support/cpu.ts';
import { read, short } from './form-text.ts';

const ANA = '1 ; Ana|Pérez ; ana@nic.xa ; +1 202 555 0112 ; ';
const LUIS = '2 ; Luis|Gómez ; luis@nic.xa ; +1 202 555 0113 ; ';

const rows = (sign: string, ...lines: string[][]) =>
  lines.map((cells) => cells.join(sign)).join('\n');
const HEAD = ['Name', 'E-mail', 'Phone'];
const A = ['Ana Pérez', 'ana@nic.xa', '+1 202 555 0112'];
const L = ['Luis Gómez', 'luis@nic.xa', '+1 202 555 0113'];
const unclear = (text: string) =>
  read(text)
    .warnings.filter(({ code }) => code === 'table-unclear')
    .map(({ found }) => found);

describe('a row for each person', () => {
  it.each([
    ['bars', rows(' | ', HEAD, A, L)],
    ['tabs', rows('\t', HEAD, A, L)],
    ['semicolons', rows(';', HEAD, A, L)],
    ['commas', rows(',', HEAD, A, L)],
    ['blank lines between', rows(' | ', HEAD, A, L).replaceAll('\n', '\n\n')],
    [
      'Markdown',
      `| ${HEAD.join(' | ')} |\n|---|---|---|\n| ${A.join(' | ')} |\n| ${L.join(' | ')} |`,
    ],
    [
      'bold labels',
      rows(
        ' | ',
        HEAD.map((cell) => `*${cell}*`),
        A,
        L,
      ),
    ],
    [
      'another order',
      rows(
        ' | ',
        ['Phone', 'Name', 'E-mail'],
        ['+1 202 555 0112', 'Ana Pérez', 'ana@nic.xa'],
        ['+1 202 555 0113', 'Luis Gómez', 'luis@nic.xa'],
      ),
    ],
    ['a number in front', rows(' | ', ['#', ...HEAD], ['1', ...A], ['2', ...L])],
    [
      'two parts of the name',
      rows(
        ' | ',
        ['First name', 'Last name', 'E-mail', 'Phone'],
        ['Ana', 'Pérez', 'ana@nic.xa', '+1 202 555 0112'],
        ['Luis', 'Gómez', 'luis@nic.xa', '+1 202 555 0113'],
      ),
    ],
    [
      'a column that we do not know',
      rows(
        ' | ',
        ['Name', 'Shoe size', 'E-mail', 'Phone'],
        ['Ana Pérez', '39', 'ana@nic.xa', '+1 202 555 0112'],
        ['Luis Gómez', '44', 'luis@nic.xa', '+1 202 555 0113'],
      ),
    ],
    ['French', rows(' | ', ['Nom complet', 'Courriel', 'Téléphone'], A, L)],
    ['Spanish', rows(' | ', ['Nombre', 'Correo electrónico', 'Móvil'], A, L)],
    ['Russian', rows(' | ', ['ФИО', 'Эл. почта', 'Телефон'], A, L)],
    ['Chinese', rows(' | ', ['姓名', '电子邮件', '手机'], A, L)],
    ['Arabic', rows(' | ', ['الاسم', 'البريد الإلكتروني', 'الهاتف'], A, L)],
    ['Japanese', rows(' | ', ['氏名', 'メールアドレス', '電話番号'], A, L)],
    ['German', rows(' | ', ['Name', 'E-Mail-Adresse', 'Handy'], A, L)],
  ])('%s', (_, table) => {
    const text = `Please find our contacts below.\n\n${table}\n\nRegards,\nEva Rey\nTel | +1 202 555 0199`;
    expect(short(text)).toEqual([ANA, LUIS]);
    expect(unclear(text)).toEqual([]);
    expect(read(text).contacts[0]?.sources[0]?.where).toBe('table');
    expect(read(text).leftover).toContain('Ana');
  });

  it('tells primary, ccTLD and two phones', () => {
    const text = rows(
      ' | ',
      ['ccTLD', 'Name', 'E-mail', 'Office phone', 'Mobile', 'Primary?'],
      ['.xa', 'Ana Pérez', 'ana@nic.xa', '+1 202 555 0112', '+1 202 555 0114', 'yes'],
      ['.xa', 'Luis Gómez', 'luis@nic.xa', '', '+1 202 555 0113', 'no'],
    );
    expect(read(text).cctlds).toEqual(['xa']);
    expect(short(text)).toEqual([
      '1 ; Ana|Pérez ; ana@nic.xa ; +1 202 555 0112; +1 202 555 0114 ; true',
      `${LUIS}false`,
    ]);
  });

  it('takes the role for primary or not', () => {
    const text = rows(
      ' | ',
      ['Role', ...HEAD],
      ['Primary contact', ...A],
      ['Secondary contact', ...L],
    );
    expect(short(text)).toEqual([`${ANA}true`, `${LUIS}false`]);
  });
});

describe('a column for each person', () => {
  const body = [
    ['Name', 'Ana Pérez', 'Luis Gómez'],
    ['E-mail', 'ana@nic.xa', 'luis@nic.xa'],
    ['Phone', '+1 202 555 0112', '+1 202 555 0113'],
  ];
  it.each([
    ['with headings', rows(' | ', ['Field', 'Contact 1', 'Contact 2'], ...body)],
    ['with an empty corner', rows(' | ', ['', 'Contact 1', 'Contact 2'], ...body)],
    ['without headings', rows(' | ', ...body)],
    ['with tabs', rows('\t', ['', 'Contact 1', 'Contact 2'], ...body)],
  ])('%s', (_, text) => {
    expect(short(text)).toEqual([ANA, LUIS]);
    expect(unclear(text)).toEqual([]);
  });

  it('takes primary from the heading', () => {
    const text = rows(' | ', ['', 'Primary contact', 'Secondary contact'], ...body);
    expect(short(text)).toEqual([`${ANA}true`, `${LUIS}false`]);
  });
});

describe('label beside value', () => {
  it.each([
    [
      'bars',
      'Contact 1 |\nName | Ana Pérez\nE-mail | ana@nic.xa\nPhone | +1 202 555 0112\nContact 2 |\nName | Luis Gómez\nE-mail | luis@nic.xa\nPhone | +1 202 555 0113',
    ],
    [
      'tabs and colons',
      'Name:\tAna Pérez\nE-mail:\tana@nic.xa\nPhone:\t+1 202 555 0112\nName:\tLuis Gómez\nE-mail:\tluis@nic.xa\nPhone:\t+1 202 555 0113',
    ],
    [
      'two pairs in a row',
      'Name | Ana Pérez | E-mail | ana@nic.xa\nPhone | +1 202 555 0112\nName | Luis Gómez | E-mail | luis@nic.xa\nPhone | +1 202 555 0113',
    ],
    [
      'heading in the first cell',
      'Contact 1 | Name | Ana Pérez\nE-mail | ana@nic.xa\nPhone | +1 202 555 0112\nContact 2 | Name | Luis Gómez\nE-mail | luis@nic.xa\nPhone | +1 202 555 0113',
    ],
  ])('%s', (_, text) => {
    expect(short(text)).toEqual([ANA, LUIS]);
  });
});

describe('a table that does not fit', () => {
  it.each([
    ['a cell too many', [...L, 'x'], [ANA]],
    ['an address in the column of names', ['luis@nic.xa', 'luis@nic.xa', '+1 202 555 0113'], [ANA]],
    ['a name in the column of addresses', ['Luis Gómez', 'Luis Gómez', '+1 202 555 0113'], [ANA]],
    ['a number in the column of names', ['+1 202 555 0113', 'luis@nic.xa', ''], [ANA]],
  ])('leaves out a row with %s', (_, row, expected) => {
    const text = rows(' | ', HEAD, A, row);
    expect(unclear(text)).toContain(row.join(' | ').trim());
    expect(short(text).filter((line) => !expected.includes(line))).toEqual([]);
  });

  it('leaves out both halves of a name that was split', () => {
    const text = rows(
      ' | ',
      HEAD,
      ['Ana María', 'ana@nic.xa', '+1 202 555 0112'],
      ['Pérez', '', ''],
      L,
    );
    expect(short(text).map((line) => line.slice(4))).toEqual([LUIS.slice(4)]);
    expect(unclear(text)).toEqual(['Pérez | |', 'Ana María | ana@nic.xa | +1 202 555 0112']);
  });

  it('keeps the person when only a second phone is on a row of its own', () => {
    const text = rows(' | ', HEAD, A, [' ', '', '+1 202 555 0119'], L);
    expect(short(text)).toContain(ANA);
    expect(unclear(text)).toHaveLength(1);
  });

  it('keeps somebody without address and phone, to be asked for', () => {
    expect(short(rows(' | ', HEAD, A, ['Luis Gómez', '', '']))).toEqual([
      ANA,
      '2 ; Luis|Gómez ;  ;  ; ',
    ]);
  });

  it('is none in a sentence', () => {
    for (const text of [
      'Please send name, e-mail, phone.\nWe will, we promise',
      'Name, e-mail and phone are below',
    ])
      expect(read(text)).toMatchObject({ contacts: [], leftover: text });
  });
});

describe('properties', () => {
  const cell = fc.constantFrom(
    'Name',
    'E-mail',
    'Phone',
    'Primary',
    'Ana Pérez',
    'ana@nic.xa',
    '+1 202 555 0112',
    'yes',
    '',
    'Contact 1',
    'x',
    '|',
  );
  const sign = fc.constantFrom(' | ', '\t', ';', ',');
  it('a person’s cells are cells of the text', () => {
    fc.assert(
      fc.property(
        sign,
        fc.array(fc.array(cell, { maxLength: 5 }), { maxLength: 6 }),
        (by, lines) => {
          const text = rows(by, ...lines);
          for (const { lastName, address } of read(text).contacts) {
            if (lastName !== undefined) expect(text).toContain(lastName);
            if (address !== undefined) expect(text).toContain(address);
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  it.each([
    ['headers', 'Name | E-mail\n'.repeat(70_000)],
    ['rows', `Name | E-mail\n${'Ana | a@nic.xa\n'.repeat(70_000)}`],
    ['cells', `${'Name | '.repeat(140)}\n`.repeat(1000)],
    ['bars', '|'.repeat(1_000_000)],
    ['lines of bars', '| | |\n'.repeat(150_000)],
    ['tabs', '\t'.repeat(1_000_000)],
    ['other rows', 'a | b | c\n'.repeat(100_000)],
    ['columns', 'Name | a | b\nE-mail | a@nic.xa | b@nic.xa\n'.repeat(20_000)],
  ])('a megabyte of %s takes less than five seconds', (_, text) => {
    const lines = readSegments(text);
    const started = cpuTime();
    readForm(lines, { inline: false });
    expect(cpuTime() - started).toBeLessThan(5000);
  });
});
