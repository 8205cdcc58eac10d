/** The files of an issue, read by programs that know nothing of how they were written. */

import fc from 'fast-check';
import Papa from 'papaparse';
import VCard from 'vcf';
import { describe, expect, it } from 'vitest';
import { contactsCards } from '../../../src/machines/issue/contacts-cards.ts';
import { contactsCsv } from '../../../src/machines/issue/contacts-csv.ts';
import { inOrder } from '../../../src/machines/letters/contact-table.ts';
import { cleanLine } from '../../../src/machines/letters/foreign.ts';
import { readCards } from '../../../src/machines/reading/vcard.ts';
import type { RosterEntry } from '../../../src/machines/words/case.ts';
import type { Phone } from '../../../src/machines/words/contact.ts';
import { entry, EVIL_NAMES, rosters } from '../../support/issue-facts.ts';

const cards = (entries: readonly RosterEntry[]) =>
  contactsCards({ entries, unreachable: new Map(), list: 'TLD-OPS', label: 'TLP:AMBER+STRICT.' });

// Half of the spreadsheet programs in Europe take a semicolon for what separates.
const inCell = (text: string) => text.replace(/[;\t]/g, ',');
const clean = (text: string) => cleanLine(text, 120);
const shown = ({ raw, e164 }: Phone) => cleanLine(e164?.replace(';ext=', ' ext. ') ?? raw, 60);

/** As papaparse reads it, without the apostrophe before what looks like a formula. */
function readTable(entries: readonly RosterEntry[]): string[][] {
  const { data, errors } = Papa.parse<string[]>(contactsCsv(entries).toString('utf8'), {
    skipEmptyLines: true,
  });
  expect(errors.filter(({ type }) => type !== 'Delimiter')).toEqual([]);
  for (const cell of data.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r＝＋－＠]/);
  return data.slice(1).map((row) => row.map((cell) => cell.replace(/^'(?=[=+\-@＝＋－＠])/, '')));
}

function rows(entries: readonly RosterEntry[]): string[][] {
  return inOrder(entries).map((one) => [
    one.cctld,
    { 'xn--p1ai': 'рф', 'xn--wgbl6a': 'قطر' }[one.cctld as string] ?? one.cctld,
    inCell(clean(one.firstName)),
    inCell(clean(one.lastName)),
    one.phones.map((each) => inCell(shown(each))).join(' / '),
    inCell(one.address),
    one.primary ? 'yes' : 'no',
    '2026-11-21',
  ]);
}

describe('the table', () => {
  it('has a head, UTF-8 with a byte order mark, and CRLF', () => {
    const text = contactsCsv([entry('xa', 'ana@isp.example')]).toString('utf8');
    expect(text).toBe(
      '\ufeffccTLD,U-label,first name,last name,phones,e-mail,primary,since\r\n' +
        "xa,xa,Ana,Pérez,'+31207946080,ana@isp.example,no,2026-11-21\r\n",
    );
  });

  it('is one column, and no formula, where a program takes ";" or a tab for what separates', () => {
    const phones = [
      { raw: '+31 20 794 6080', e164: '+31207946080;ext=12' },
      { raw: '=1+1;=2+2' },
    ] as Phone[];
    const name = 'Ines;=1+1';
    const one = entry('xa', 'ana@isp.example', { firstName: name, lastName: `${name};`, phones });
    const text = contactsCsv([one]).toString('utf8');
    expect(text).toContain(
      `xa,xa,"Ines,=1+1","Ines,=1+1,","'+31207946080 ext. 12 / =1+1,=2+2",ana@isp.example,no,2026-11-21\r\n`,
    );
    expect(text).not.toMatch(/[;\t]/);
  });

  it.each(EVIL_NAMES)('%j comes out as it is, and is no formula', (name) => {
    const one = [entry('xa', 'ana@isp.example', { firstName: name, lastName: name })];
    expect(readTable(one)).toEqual(rows(one));
  });

  it('holds any people of any script, each in one row', () => {
    fc.assert(
      fc.property(rosters, (some) => {
        expect(readTable(some)).toEqual(rows(some));
      }),
    );
  });
});

// vcf leaves the escapes of RFC 2426 5 as they are.
const unescape = (text: string) => text.replace(/\\([\\;,n])/g, (_, sign: string) => sign);
const components = (text: string) => text.split(/(?<!\\)(?:\\\\)*;/).map(unescape);

function valuesOf(card: VCard, name: string): string[] {
  return [card.get(name) ?? []].flat().map((property) => property.valueOf() ?? '');
}

describe('the contact cards', () => {
  it('says all that a telephone can keep', () => {
    const person = {
      firstName: 'Ana; María',
      lastName: 'Pérez, Gil',
      phones: [
        { raw: '…', e164: '+31207946080;ext=12' },
        { raw: '020 7946 0801' },
        { raw: 'ask for Bob 12' },
      ],
    };
    const two = [
      entry('xb', 'ana@isp.example', person),
      entry('xa', 'ana@isp.example', { ...person, primary: true }),
    ];
    const unreachable = new Map([[two[0]?.address ?? ('' as never), '2026-11-03T00:00:00Z']]);
    const label = 'TLP:AMBER+STRICT, 1 December 2026.';
    const text = contactsCards({ entries: two, unreachable, list: 'TLD-OPS', label });
    expect(text.replaceAll('\r\n ', '').split('\r\n')).toEqual([
      'BEGIN:VCARD',
      'VERSION:3.0',
      String.raw`N:Pérez\, Gil;Ana\; María;;;`,
      String.raw`FN:Ana; María Pérez\, Gil`,
      'ORG:.xa .xb TLD-OPS',
      String.raw`TEL;TYPE=WORK:+31207946080\,12`,
      'TEL;TYPE=WORK:020 7946 0801',
      'EMAIL:ana@isp.example',
      String.raw`NOTE:TLP:AMBER+STRICT\, 1 December 2026. Primary: .xa. Telephone as written: ask for Bob 12 Mail has not arrived since 3 November 2026.`,
      'END:VCARD',
      '',
    ]);
  });

  it('is one card for each person, which vcf and our own reader read as it was meant', () => {
    const plain = rosters.filter((some) => !JSON.stringify(some).includes('VCARD'));
    fc.assert(
      fc.property(plain, (some) => {
        const people = [...new Map(inOrder(some).map((one) => [one.address, one])).values()];
        const read = some.length === 0 ? [] : VCard.parse(cards(some));
        expect(read.map((card) => valuesOf(card, 'email'))).toEqual(
          people.map(({ address }) => [address]),
        );
        read.forEach((card, at) => {
          const one = people[at] ?? entry('xa', 'nobody@isp.example');
          const [first, last] = [clean(one.firstName), clean(one.lastName)];
          const [name = ''] = valuesOf(card, 'n');
          expect(components(name).slice(0, 2)).toEqual([last, first]);
          expect(unescape(valuesOf(card, 'fn')[0] ?? '').trim()).toBe(`${first} ${last}`.trim());
        });
      }),
    );
  });

  it.each(EVIL_NAMES)('%j makes no second card and no other field', (name) => {
    const person = { firstName: name, lastName: 'Gil', phones: [{ raw: name }] };
    const text = cards([entry('xa', 'ana@isp.example', person)]);
    const lines = text.split('\r\n').filter((line) => !line.startsWith(' '));
    const heads = lines.map((line) => line.replace(/[:;].*$/s, ''));
    expect(heads.filter((head) => head !== 'TEL')).toEqual([
      'BEGIN',
      'VERSION',
      'N',
      'FN',
      'ORG',
      'EMAIL',
      'NOTE',
      'END',
      '',
    ]);
    expect(text).not.toMatch(/(?<!\r)\n|\r(?!\n)|[\u202a-\u202e\u2028\u2029]/);
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(76);
    const [draft] = readCards([text]);
    expect(draft?.address).toBe('ana@isp.example');
    expect(readCards([text])).toHaveLength(1);
  });
});
