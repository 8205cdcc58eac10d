import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { checkContacts } from '../../../src/machines/reading/check-contacts.ts';
import { readCards } from '../../../src/machines/reading/vcard.ts';
import type { DraftContact } from '../../../src/machines/words/contact.ts';
import { cpuTime } from '../../support/cpu.ts';

const crlf = (...lines: string[]): string => `${lines.join('\r\n')}\r\n`;

const OUTLOOK = crlf(
  'BEGIN:VCARD',
  'VERSION:2.1',
  'N;LANGUAGE=es;CHARSET=Windows-1252;ENCODING=QUOTED-PRINTABLE:P=E9rez Garc=EDa;Ana;;Sra.',
  'FN;CHARSET=Windows-1252;ENCODING=QUOTED-PRINTABLE:Sra. Ana P=E9rez =',
  'Garc=EDa',
  'ORG:NIC XA, S.A.;Operations',
  'TITLE:Head of Security',
  'TEL;WORK;VOICE:+1 (202) 555-0100',
  'TEL;CELL;VOICE:+1 (202) 555-0101',
  'TEL;WORK;FAX:+1 (202) 555-0102',
  'ADR;WORK;PREF:;;Calle 1;Ciudad;;;XA',
  'EMAIL;PREF;INTERNET:ana@nic.xa',
  'PHOTO;TYPE=JPEG;ENCODING=BASE64:',
  ` ${'A'.repeat(70)}`,
  '',
  'X-MS-OL-DEFAULT-POSTAL-ADDRESS:2',
  'REV:20260803T100000Z',
  'END:VCARD',
);

const APPLE = crlf(
  'BEGIN:VCARD',
  'VERSION:3.0',
  'PRODID:-//Apple Inc.//macOS 15.0//EN',
  'N:Lind;Rosa;;;',
  'FN:Rosa Lind',
  'item1.EMAIL;type=INTERNET:rosa.home@mailbox.example',
  'item2.EMAIL;type=INTERNET;type=WORK;type=pref:rosa.lind@ma',
  ' ilbox.example',
  'item2.X-ABLabel:_$!<Work>!$_',
  'TEL;type=CELL;type=VOICE;type=pref:+44 7700 900123',
  'TEL;type=MAIN:020 7946 0000',
  'END:VCARD',
);

const FOUR = crlf(
  'BEGIN:VCARD',
  'VERSION:4.0',
  'KIND:individual',
  'FN:Luis Beta',
  'N:Beta;Luis;;;',
  'EMAIL;PREF=2:second@nic.xa',
  'EMAIL;PREF=1;TYPE=work:luis@nic.xa',
  'TEL;VALUE=uri;PREF=1;TYPE="voice,cell":tel:+1-202-555-0110;ext=12',
  'TEL;VALUE=uri:tel:+1-202-555-0111',
  'END:VCARD',
);

const card = (...lines: string[]): string =>
  crlf('BEGIN:VCARD', 'VERSION:3.0', ...lines, 'END:VCARD');

const one = (...lines: string[]): DraftContact | undefined => readCards([card(...lines)])[0];

describe('vCards of address books', () => {
  it('Outlook’s 2.1, with quoted-printable', () => {
    expect(readCards([OUTLOOK])).toEqual([
      {
        number: 1,
        firstName: 'Ana',
        lastName: 'Pérez García',
        address: 'ana@nic.xa',
        phones: [
          { raw: '+1 (202) 555-0100', e164: '+12025550100' },
          { raw: '+1 (202) 555-0101', e164: '+12025550101' },
        ],
        sources: [
          { field: 'firstName', line: expect.stringMatching(/^N;LANGUAGE=es/), where: 'card' },
          { field: 'lastName', line: expect.stringMatching(/^N;LANGUAGE=es/), where: 'card' },
          { field: 'address', line: 'EMAIL;PREF;INTERNET:ana@nic.xa', where: 'card' },
          { field: 'phone', line: 'TEL;WORK;VOICE:+1 (202) 555-0100', where: 'card' },
          { field: 'phone', line: 'TEL;CELL;VOICE:+1 (202) 555-0101', where: 'card' },
        ],
      },
    ]);
  });

  it('Apple’s 3.0, folded and with groups; a national number needs a country', () => {
    const expected = {
      firstName: 'Rosa',
      lastName: 'Lind',
      address: 'rosa.lind@mailbox.example',
      phones: [{ e164: '+447700900123' }, { raw: '020 7946 0000', e164: '+442079460000' }],
    };
    expect(readCards([APPLE], 'uk')).toMatchObject([expected]);
    expect(readCards([APPLE])[0]?.phones[1]).toEqual({ raw: '020 7946 0000' });
  });

  it('4.0, with preferences and tel: addresses', () => {
    expect(readCards([FOUR])).toMatchObject([
      {
        firstName: 'Luis',
        lastName: 'Beta',
        address: 'luis@nic.xa',
        phones: [{ e164: '+12025550110;ext=12' }, { e164: '+12025550111' }],
      },
    ]);
  });

  it('several in one file, and several files', () => {
    const contacts = readCards([OUTLOOK + APPLE, FOUR]);
    expect(contacts.map(({ number, lastName }) => [number, lastName])).toEqual([
      [1, 'Pérez García'],
      [2, 'Lind'],
      [3, 'Beta'],
    ]);
  });

  it('none says who is primary: the sender is asked', () => {
    const contacts = readCards([OUTLOOK, FOUR]);
    for (const contact of contacts) expect(contact).not.toHaveProperty('primary');
    expect(checkContacts(contacts, {}).complaints).toEqual([{ code: 'no-primary' }]);
  });
});

describe('names', () => {
  it.each([
    [['N:Pérez;Ana;María;Dr.;'], 'Ana', 'Pérez'],
    [['N:Pérez;Ana,María;;;'], 'Ana María', 'Pérez'],
    [['N:Pérez\\, García;Ana'], 'Ana', 'Pérez, García'],
    [['N:Pérez;;;;', 'FN:Ana Pérez'], 'Ana', 'Pérez'],
    [['N:;Ana Pérez;;;'], 'Ana', 'Pérez'],
    [['N:Ana Pérez;;;;', 'FN:Ana Pérez'], 'Ana', 'Pérez'],
    [['N:;Ana;;;'], 'Ana', undefined],
    [['N:Pérez;;;;'], undefined, 'Pérez'],
    [['N:;;;;', 'FN:Ana Pérez'], 'Ana', 'Pérez'],
    [['FN:Ana Pérez'], 'Ana', 'Pérez'],
    [['FN:山田 太郎'], '太郎', '山田'],
    [['N:山田;太郎;;;'], '太郎', '山田'],
    [['FN:NIC XA', 'ORG:NIC XA', 'EMAIL:noc@nic.xa'], undefined, undefined],
  ])('%j', (lines, firstName, lastName) => {
    const contact = one(...lines);
    expect([contact?.firstName, contact?.lastName]).toEqual([firstName, lastName]);
  });

  it.each([
    [
      'N;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:=D0=98=D0=B2=D0=B0=D0=BD;=D0=9E=\r\n=D0=BB',
      'Ол',
      'Иван',
    ],
    ['N;QUOTED-PRINTABLE;CHARSET=KOI8-R:=E9=D7=C1=CE;=EF=CC', 'Ол', 'Иван'],
    ['N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:P=C3=A9rez;Ana', 'Ana', 'Pérez'],
    ['N;ENCODING=QUOTED-PRINTABLE:P=ZZrez;Ana', 'Ana', 'P=ZZrez'],
    ['N:Pérez, Jr.;Ana', 'Ana', 'Pérez, Jr.'],
    ['N:A\\;B;Ana', 'Ana', 'A;B'],
  ])('2.1: %j', (line, firstName, lastName) => {
    const text = crlf('BEGIN:VCARD', 'VERSION:2.1', line, 'END:VCARD');
    expect(readCards([text])).toMatchObject([{ firstName, lastName }]);
  });

  it('with a line break are kept as they are, and refused', () => {
    const [contact] = readCards([card('N:Pérez\\nCONFIRM;Ana;;;', 'EMAIL:ana@nic.xa')]);
    expect(contact?.lastName).toBe('Pérez\nCONFIRM');
    expect(checkContacts(contact === undefined ? [] : [contact], {}).complaints).toContainEqual(
      expect.objectContaining({ code: 'unsafe-characters' }),
    );
  });
});

describe('addresses and telephones', () => {
  it.each([
    [['EMAIL:a@nic.xa', 'EMAIL:b@nic.xa'], 'a@nic.xa'],
    [['EMAIL:a@nic.xa', 'EMAIL;TYPE=PREF:b@nic.xa'], 'b@nic.xa'],
    [['EMAIL;PREF=9:a@nic.xa', 'EMAIL;PREF=3:b@nic.xa'], 'b@nic.xa'],
    [['EMAIL:', 'EMAIL:b@nic.xa'], 'b@nic.xa'],
    [['EMAIL;TYPE=INTERNET:mailto:a@nic.xa'], 'a@nic.xa'],
  ])('%j: %s', (lines, address) => {
    expect(one('FN:Ana Pérez', ...lines)?.address).toBe(address);
  });

  it('an address that is none is kept as it is written', () => {
    expect(one('FN:Ana Pérez', 'EMAIL:ana at nic.xa')?.rawAddress).toBe('ana at nic.xa');
  });

  it('one number twice is one, and a fax or pager is none', () => {
    const contact = one(
      'FN:Ana Pérez',
      'TEL;TYPE=work:+1 202 555 0100',
      'TEL;TYPE=cell:+1-202-555-0100',
      'TEL;TYPE=pager:+1 202 555 0103',
      'TEL;TYPE=FAX,WORK:+1 202 555 0104',
      'TEL:nothing',
    );
    expect(contact?.phones).toEqual([
      { raw: '+1 202 555 0100', e164: '+12025550100' },
      { raw: 'nothing' },
    ]);
  });
});

describe('what is no person', () => {
  it.each([
    ['a group', card('KIND:group', 'FN:Ops', 'EMAIL:ops@nic.xa')],
    ['an organisation', card('KIND:org', 'FN:NIC XA', 'EMAIL:info@nic.xa')],
    ['an empty card', card('NOTE:nothing')],
    ['a calendar', crlf('BEGIN:VCALENDAR', 'FN:Ana Pérez', 'END:VCALENDAR')],
    ['no card', 'Hello'],
    ['nothing', ''],
  ])('%s', (_, text) => {
    expect(readCards([text])).toEqual([]);
  });

  it('a card within a card (AGENT) is somebody else', () => {
    const text = card(
      'N:Pérez;Ana',
      'AGENT:',
      'BEGIN:VCARD',
      'N:Other;One',
      'EMAIL:other@nic.xa',
      'END:VCARD',
      'EMAIL:ana@nic.xa',
    );
    expect(readCards([text])).toMatchObject([{ lastName: 'Pérez', address: 'ana@nic.xa' }]);
  });
});

describe('broken and hostile cards', () => {
  it('a bad line spoils no other', () => {
    const contact = one(
      'N:Pérez;Ana',
      'EMAIL',
      'TEL;VALUE=period:x',
      'EMAIL;"broken:x',
      'EMAIL:ana@nic.xa',
    );
    expect(contact).toMatchObject({ lastName: 'Pérez' });
  });

  it('a file that was cut off is read as far as it goes', () => {
    expect(readCards(['BEGIN:VCARD\nVERSION:3.0\nN:Pérez;Ana\nEMAIL:ana@nic.xa'])).toMatchObject([
      { lastName: 'Pérez', address: 'ana@nic.xa' },
    ]);
  });

  it('at most 20 cards are read, and values are cut', () => {
    const many = readCards([card(`N:${'x'.repeat(5000)};Ana`).repeat(50), APPLE]);
    expect(many).toHaveLength(20);
    expect(many[0]?.lastName).toHaveLength(300);
  });

  it.each([
    ['cards', 'BEGIN:VCARD\n'.repeat(150_000)],
    ['lines', `BEGIN:VCARD\n${'EMAIL:a@b.example\n'.repeat(100_000)}`],
    ['telephones', `BEGIN:VCARD\n${'TEL:+1 202 555 0100\n'.repeat(100_000)}`.repeat(3)],
    ['one line', `BEGIN:VCARD\nN:${';'.repeat(2_000_000)}`],
    ['folds', `BEGIN:VCARD\nN:x${'\n x'.repeat(600_000)}`],
    ['soft breaks', `BEGIN:VCARD\nN;QUOTED-PRINTABLE:x${'=\nx'.repeat(600_000)}`],
    ['parameters', `BEGIN:VCARD\nN${';TYPE=a'.repeat(300_000)}:x`],
    ['colons', `BEGIN:VCARD\nN;X="${':'.repeat(2_000_000)}`],
    ['blanks', `BEGIN:VCARD\n${' '.repeat(2_000_000)}`],
  ])('a file of %s costs less than a second', (_, text) => {
    const start = cpuTime();
    readCards([text]);
    expect(cpuTime() - start).toBeLessThan(1000);
  });

  const piece = fc.oneof(
    fc.constantFrom(
      'BEGIN:VCARD',
      'END:VCARD',
      'VERSION:2.1',
      'VERSION:4.0',
      '\r\n',
      '\n ',
      'N',
      'FN',
      'EMAIL',
      'TEL',
      'KIND',
      ';',
      ':',
      '=',
      '=E9',
      ',',
      '\\',
      '"',
      ';QUOTED-PRINTABLE:',
      ';VALUE=',
      'uri',
      'date',
      'boolean',
      'constructor',
      '__proto__',
      ';TYPE=',
      ';PREF=1',
    ),
    fc.string({ unit: 'binary' }),
  );

  it('whatever it is, it is read without a fault', () => {
    const text = fc.array(piece, { maxLength: 60 }).map((all) => `BEGIN:VCARD\n${all.join('')}`);
    fc.assert(
      fc.property(fc.array(text, { maxLength: 3 }), (texts) => {
        const contacts = readCards(texts, 'xa');
        expect(contacts.length).toBeLessThanOrEqual(20);
        for (const { sources } of contacts) {
          expect(sources.length).toBeGreaterThan(0);
          for (const { line, where } of sources)
            expect([where, /[\r\n]/.test(line)]).toEqual(['card', false]);
        }
      }),
      { numRuns: 500 },
    );
  });
});
