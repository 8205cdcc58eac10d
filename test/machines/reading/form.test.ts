import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { Cctld } from '../../../src/machines/words/cctld.ts';
import { FORM_TEXT } from '../../../src/machines/words/form-text.ts';
import { readForm } from '../../../src/machines/reading/form.ts';
import { readSegments } from '../../../src/machines/reading/segments.ts';

const XA = 'xa' as Cctld;

function read(text: string, inline = false, cctld?: Cctld) {
  return readForm(readSegments(text), { inline, ...(cctld !== undefined && { cctld }) });
}

/** The contacts in one line each: number, first | last, address, phones, primary. */
function short(text: string, inline = false): string[] {
  return read(text, inline).contacts.map(
    ({ number, firstName, lastName, address, rawAddress, phones, primary }) =>
      [
        number,
        `${firstName ?? ''}|${lastName ?? ''}`,
        address ?? (rawAddress === undefined ? '' : `?${rawAddress}`),
        phones.map(({ raw }) => raw).join('; '),
        primary ?? '',
      ].join(' ; '),
  );
}

const ANA = '1 ; Ana|Beta ; ana@nic.xa ; +44 20 7946 0001 ; true';
const LUIS = '2 ; Luis|Gama ; luis@nic.xa ; +44 20 7946 0002 ; ';
const quoted = (text: string) =>
  text
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n');

const FILLED = `ccTLD: .xa

Contact 1 (primary)
First name: Ana
Last name: Beta
E-mail: ana@nic.xa
Phone: +44 20 7946 0001

Contact 2
First name: Luis
Last name: Gama
E-mail: luis@nic.xa
Phone: +44 20 7946 0002

Contact 3 (if you have one)
First name:
Last name:
E-mail:
Phone:
`;

describe('the blank form', () => {
  it('fits a letter', () => {
    expect(FORM_TEXT.split('\n').every((line) => line.length <= 72)).toBe(true);
  });

  it('holds nobody, in own text and quoted', () => {
    const nobody = { cctlds: [], contacts: [], quotedOnly: false, leftover: '' };
    expect(read(FORM_TEXT)).toEqual(nobody);
    expect(read(quoted(FORM_TEXT), true)).toEqual(nobody);
  });
});

describe('the filled form', () => {
  it('gives the contacts, each field with its source', () => {
    const { cctlds, contacts, quotedOnly, leftover } = read(`Here they are.\n\n${FILLED}`);
    expect({ cctlds, quotedOnly, leftover }).toEqual({
      cctlds: ['xa'],
      quotedOnly: false,
      leftover: 'Here they are.',
    });
    expect(contacts[0]).toEqual({
      number: 1,
      numbered: true,
      firstName: 'Ana',
      lastName: 'Beta',
      address: 'ana@nic.xa',
      phones: [{ raw: '+44 20 7946 0001', e164: '+442079460001' }],
      primary: true,
      sources: [
        { field: 'firstName', line: 'First name: Ana', where: 'own' },
        { field: 'lastName', line: 'Last name: Beta', where: 'own' },
        { field: 'address', line: 'E-mail: ana@nic.xa', where: 'own' },
        { field: 'phone', line: 'Phone: +44 20 7946 0001', where: 'own' },
      ],
    });
    expect(short(FILLED)).toEqual([ANA, LUIS]);
  });

  it('counts inside our quoted form only for an answer to that form', () => {
    const reply = `Done, see below.\n\nOn Monday, TLD-OPS wrote:\n> Please fill in:\n>\n${quoted(FILLED)}`;
    expect(short(reply, true)).toEqual([ANA, LUIS]);
    expect(read(reply, true).contacts[0]?.sources[0]).toEqual({
      field: 'firstName',
      line: '> First name: Ana',
      where: 'inline',
    });
    expect(read(reply, true).leftover).toBe('Done, see below.');
    expect(read(reply)).toMatchObject({
      contacts: [],
      cctlds: [],
      quotedOnly: true,
      leftover: 'Done, see below.',
    });
  });

  it('counts below an Outlook separator, without quote marks, for an answer to that form', () => {
    const reply = `See below.\n\n-----Original Message-----\nFrom: TLD-OPS\nSent: Monday\nTo: Ana\nSubject: x\n\nPlease fill in:\n\n${FILLED}`;
    expect(short(reply, true)).toEqual([ANA, LUIS]);
    expect(read(reply)).toMatchObject({ contacts: [], quotedOnly: true });
  });

  it('counts with the answers on own lines under the quoted labels', () => {
    const reply = [
      '> ccTLD:',
      '.xa',
      '> Contact 1 (primary)',
      '> First name:',
      'Ana',
      '> Last name:',
      '',
      'Beta',
      '',
      '> E-mail:',
      'ana@nic.xa',
      '> Phone:',
      '+44 20 7946 0001',
      '>',
      '> Contact 2',
      '> First name:',
      '> Last name:',
      '> E-mail:',
      '> Phone:',
      '> Kind regards, TLD-OPS',
      '',
      'Best regards, Ana',
    ].join('\n');
    expect(short(reply, true)).toEqual([ANA]);
    expect(read(reply, true)).toMatchObject({ cctlds: ['xa'], leftover: 'Best regards, Ana' });
    expect(read(reply)).toMatchObject({ contacts: [], cctlds: [], quotedOnly: false });
  });

  it('does not take a closing line for the value of the last quoted label', () => {
    expect(
      short('> Contact 1\n> First name: Ana\n> Phone:\nBest regards,\nAna Beta', true),
    ).toEqual(['1 ; Ana| ;  ;  ; ']);
  });

  it('prefers own text to the quoted form, and joins the two when they agree', () => {
    const reply = `Contact 1\nName: Ana Beta\n\nOn x, TLD-OPS <a@lists.example> wrote:\n${quoted(FILLED)}`;
    expect(short(reply, true)[0]).toBe('1 ; Ana|Beta ; ana@nic.xa ; +44 20 7946 0001 ; true');
    const other = `Contact 1\nName: Eva Delta\nE-mail: eva@nic.xa\n\n${quoted(FILLED)}`;
    expect(short(other, true)).toEqual([
      '1 ; Eva|Delta ; eva@nic.xa ;  ; ',
      '3 ; Ana|Beta ; ana@nic.xa ; +44 20 7946 0001 ; true',
      LUIS,
    ]);
  });

  it('never counts in a forward, a signature, or an older mail of the thread', () => {
    for (const text of [
      `FYI\n\nBegin forwarded message:\n\n${FILLED}`,
      `Yes.\n-- \n${FILLED}`,
      `Yes.\n${quoted(quoted(FILLED))}`,
      `Yes.\n-----Original Message-----\nFrom: a\nSent: b\nTo: c\n\nok\n\n-----Original Message-----\nFrom: b\nSent: b\nTo: c\n\n${FILLED}`,
    ]) {
      expect(read(text, true)).toMatchObject({ contacts: [], cctlds: [] });
    }
  });

  it('does not take what a letter shows of a case for a field', () => {
    const letter =
      '  1. E-mail: evil@evil.example (primary)\n     - Phone: +44 20 7946 0666\n     … Name: Eve Evil';
    expect(short(quoted(letter), true)).toEqual([]);
    expect(short(`ok\n-----Original Message-----\n${letter}`, true)).toEqual([]);
  });
});

describe('labels and layouts that people use', () => {
  const one = (text: string) => short(text)[0];
  it.each([
    ['whole name', 'Name: Ana Beta\nEmail: ana@nic.xa\nTel: +44 20 7946 0001\nPrimary: yes'],
    [
      'capitals and blanks',
      'FIRST NAME :  Ana \nLAST NAME :Beta\nE-MAIL ADDRESS : ana@nic.xa\nMOBILE : +44 20 7946 0001\nPRIMARY : YES',
    ],
    [
      'given and family',
      'Given name: Ana\nFamily name: Beta\nMail: ana@nic.xa\nCell: +44 20 7946 0001\nRole: primary',
    ],
    [
      'surname first',
      'Surname: Beta\nForename: Ana\ne-mail address: ana@nic.xa\nTelephone: +44 20 7946 0001\nRole: Primary contact',
    ],
    [
      'last, first',
      'Name: Beta, Ana (primary)\nMail address: <ana@nic.xa>\nPhone: +44 20 7946 0001',
    ],
    [
      'heading with dash',
      'Contact 1 - primary\nName: Ana Beta\nEmail: mailto:ana@nic.xa\nPhone: +44 20 7946 0001',
    ],
    [
      'heading with colon',
      'Primary contact:\nName: Ana Beta\nEmail: Ana Beta <ana@nic.xa>\nPhone: +44 20 7946 0001',
    ],
    [
      'name in the heading',
      'Primary contact: Ana Beta\nEmail: ana@nic.xa<mailto:ana@nic.xa>\nPhone: +44 20 7946 0001',
    ],
    [
      'numbers before',
      '1. Name: Ana Beta\n1. Email: ana@nic.xa\n1. Phone: +44 20 7946 0001\nPrimary: 1',
    ],
    [
      'numbered lines',
      '1) First name: Ana\n2) Last name: Beta\n3) Email: ana@nic.xa\n4) Phone: +44 20 7946 0001\n5) Primary: yes',
    ],
    [
      'numbers behind',
      'Name 1: Ana Beta\nEmail 1: ana@nic.xa\nPhone 1: +44 20 7946 0001\nPrimary: yes',
    ],
    [
      'contact in every label',
      'SSC 1 - Name: Ana Beta\nSSC 1 - E-mail: ana@nic.xa\nContact 1 phone: +44 20 7946 0001\nPrimary: Ana Beta',
    ],
    [
      'primary in every label',
      'Primary contact name: Ana Beta\nPrimary contact e-mail: ana@nic.xa\nPrimary contact phone: +44 20 7946 0001',
    ],
    [
      'bold and bullets',
      '**Contact 1 (primary)**\n* **First name:** Ana\n* **Last name:** Beta\n- E-mail: ana@nic.xa\n• Phone: +44 20 7946 0001',
    ],
    [
      'one line',
      'Name: Ana Beta, E-mail: ana@nic.xa, Phone: +44 20 7946 0001, Primary: yes'.replace(
        ', Primary: yes',
        '\nPrimary: yes',
      ),
    ],
    [
      'one line without commas',
      'First name: Ana Last name: Beta E-mail: ana@nic.xa Phone: +44 20 7946 0001\nPrimary: x',
    ],
    [
      'values below labels',
      'First name:\nAna\nLast name:\nBeta\nE-mail:\nana@nic.xa\nPhone:\n+44 20 7946 0001\nPrimary: yes',
    ],
    [
      'notes in brackets',
      'First name (given name): Ana\nLast name (family name): Beta\nE-mail (personal): ana@nic.xa\nPhone (with country code): +44 20 7946 0001\nPrimary (yes/no): yes',
    ],
    ['Primary alone', 'Primary\nName: Ana Beta\nE-mail: ana@nic.xa\nPhone: +44 20 7946 0001'],
    [
      'non-breaking blanks',
      'First\u00a0name:\u00a0Ana\nLast name:\u00a0Beta\u00a0\nE-mail: ana@nic.xa\u00a0\nPhone:\u00a0+44 20 7946 0001\nPrimary: yes',
    ],
    [
      'Address with an address',
      'Name: Ana Beta\nAddress: ana@nic.xa\nPhone: +44 20 7946 0001\nPrimary: yes',
    ],
    [
      'French',
      'Contact 1 (principal)\nPrénom : Ana\nNom : Beta\nCourriel : ana@nic.xa\nTéléphone : +44 20 7946 0001',
    ],
    [
      'French, other order',
      'Nom : Beta\nPrénom : Ana\nAdresse électronique : ana@nic.xa\nPortable : +44 20 7946 0001\nPrincipal : oui',
    ],
    [
      'Spanish',
      'Contacto principal\nNombre: Ana\nApellidos: Beta\nCorreo electrónico: ana@nic.xa\nMóvil: +44 20 7946 0001',
    ],
    [
      'Portuguese',
      'Contato 1 (principal)\nNome: Ana\nSobrenome: Beta\nEndereço de e-mail: ana@nic.xa\nTelemóvel: +44 20 7946 0001',
    ],
    [
      'Russian',
      'Основной контакт\nИмя: Ana\nФамилия: Beta\nЭл. почта: ana@nic.xa\nТелефон: +44 20 7946 0001',
    ],
    [
      'Russian, whole name',
      'ФИО: Ana Beta\nАдрес электронной почты: ana@nic.xa\nМоб.: +44 20 7946 0001\nОсновной: да',
    ],
    [
      'Arabic',
      'جهة الاتصال الأولى (أساسي)\nالاسم الأول: Ana\nاسم العائلة: Beta\nالبريد الإلكتروني: ana@nic.xa\nالهاتف: +44 20 7946 0001',
    ],
    ['Chinese', '主要联系人\n姓名：Ana Beta\n电子邮件：ana@nic.xa\n手机：+44 20 7946 0001'],
    [
      'Chinese, numbered',
      '联系人1（主要）\n名：Ana\n姓：Beta\n邮箱：ana@nic.xa\n电话：+44 20 7946 0001',
    ],
    [
      'German',
      'Ansprechpartner 1 (primär)\nVorname: Ana\nNachname: Beta\nE-Mail-Adresse: ana@nic.xa\nTelefonnummer: +44 20 7946 0001',
    ],
    [
      'Japanese',
      '連絡先1（主）\n姓：Beta\n名：Ana\nメールアドレス：ana@nic.xa\n携帯電話：+44 20 7946 0001',
    ],
    [
      'two languages',
      'Prénom / First name: Ana\nNom de famille / Last name: Beta\nE-mail/Courriel: ana@nic.xa\nTéléphone/Phone: +44 20 7946 0001\nPrimary: yes',
    ],
  ])('%s', (_, text) => {
    expect(one(text)).toBe(ANA);
    expect(short(text)).toHaveLength(1);
    expect(read(text).leftover).toBe('');
  });

  it.each([
    [
      'blank lines between',
      'Name: Ana Beta\nE-mail: ana@nic.xa\nPhone: +44 20 7946 0001\nPrimary: yes\n\nName: Luis Gama\nE-mail: luis@nic.xa\nPhone: +44 20 7946 0002',
    ],
    [
      'nothing between',
      'Name: Ana Beta (primary)\nE-mail: ana@nic.xa\nPhone: +44 20 7946 0001\nName: Luis Gama\nE-mail: luis@nic.xa\nPhone: +44 20 7946 0002',
    ],
    [
      'phone first',
      'Phone: +44 20 7946 0001\nName: Ana Beta (primary)\nE-mail: ana@nic.xa\n\nPhone: +44 20 7946 0002\nName: Luis Gama\nE-mail: luis@nic.xa',
    ],
    [
      'e-mail first',
      'E-mail: ana@nic.xa\nName: Ana Beta (primary)\nPhone: +44 20 7946 0001\n\nE-mail: luis@nic.xa\nName: Luis Gama\nPhone: +44 20 7946 0002',
    ],
    [
      'numbers behind',
      'Name 1: Ana Beta (primary)\nName 2: Luis Gama\nEmail 1: ana@nic.xa\nEmail 2: luis@nic.xa\nPhone 1: +44 20 7946 0001\nPhone 2: +44 20 7946 0002',
    ],
    [
      'rules between',
      '---- Contact 1 (primary) ----\nName: Ana Beta\nE-mail: ana@nic.xa\nPhone: +44 20 7946 0001\n---- Contact 2 ----\nName: Luis Gama\nE-mail: luis@nic.xa\nPhone: +44 20 7946 0002',
    ],
    [
      'numbers alone',
      '1.\nName: Ana Beta (primary)\nE-mail: ana@nic.xa\nPhone: +44 20 7946 0001\n2.\nName: Luis Gama\nE-mail: luis@nic.xa\nPhone: +44 20 7946 0002',
    ],
    [
      'ordinals',
      'First contact (primary)\nName: Ana Beta\nE-mail: ana@nic.xa\nPhone: +44 20 7946 0001\nSecond contact\nName: Luis Gama\nE-mail: luis@nic.xa\nPhone: +44 20 7946 0002',
    ],
    [
      'mixed in one line',
      'Contact 1 name: Ana Beta (primary)\nContact 2 name: Luis Gama\nContact 1 e-mail: ana@nic.xa\nContact 2 e-mail: luis@nic.xa\nContact 1 phone: +44 20 7946 0001\nContact 2 phone: +44 20 7946 0002',
    ],
  ])('two contacts with %s', (_, text) => {
    expect(short(text)).toEqual([ANA, LUIS]);
  });

  it('tells primary and secondary', () => {
    const text =
      'Primary:\nName: Ana Beta\nE-mail: ana@nic.xa\n\nSecondary:\nName: Luis Gama\nE-mail: luis@nic.xa';
    expect(read(text).contacts.map(({ primary }) => primary)).toEqual([true, false]);
    const both = 'Name: Ana Beta\nPrimary: no\n\nName: Luis Gama\nPrimary: yes';
    expect(read(both).contacts.map(({ primary }) => primary)).toEqual([false, true]);
    const said =
      'Contact 1\nName: Ana Beta\n\nContact 2\nName: Luis Gama\n\nPrimary contact: Luis Gama';
    expect(read(said).contacts.map(({ primary }) => primary)).toEqual([undefined, true]);
    const blank = 'Name: Ana Beta\nPrimary:\n\nName: Luis Gama\nPrimary:';
    expect(read(blank).contacts.map(({ primary }) => primary)).toEqual([undefined, undefined]);
  });

  it('collects several phones of one person', () => {
    const text =
      'Contact 1\nName: Ana Beta\nPhone: +44 20 7946 0001\nMobile: +44 7700 900001\n   +44 7700 900002\nPhone 2: +44 7700 900003\nFax: +44 20 7946 0009';
    expect(short(text)).toEqual([
      '1 ; Ana|Beta ;  ; +44 20 7946 0001; +44 7700 900001; +44 7700 900002; +44 7700 900003 ; ',
    ]);
    expect(read(text).leftover).toBe('Fax: +44 20 7946 0009');
  });

  it('ignores a signature that only a closing line announces, but not a form below it', () => {
    const signed =
      'Name: Ana Beta\nE-mail: ana@nic.xa\n\nBest regards,\nLuis Gama\nPhone: +44 20 7946 0009\nE-mail: office@nic.xa';
    expect(short(signed)).toEqual(['1 ; Ana|Beta ; ana@nic.xa ;  ; ']);
    expect(
      short(`Please see below.\nKind regards,\nEva\nTel: +44 20 7946 0009\n\n${FILLED}`),
    ).toEqual([ANA, LUIS]);
  });

  it('leaves free text alone', () => {
    const text =
      'Please add Ana Beta ana@nic.xa +44 20 7946 0001.\nNote: she is on call: always.\nhttps://nic.xa/contact';
    expect(read(text)).toMatchObject({ contacts: [], leftover: text });
  });

  it('does not make a name, an address or a command out of a value', () => {
    const text = 'Contact 1\nFirst name: APPROVE 4711 .xa\nLast name: CONFIRM\nE-mail: ana@nic.xa';
    expect(short(text)).toEqual(['1 ; APPROVE 4711 .xa|CONFIRM ; ana@nic.xa ;  ; ']);
  });
});

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
  ])('%s take less than a second and a half', (_, text) => {
    const lines = readSegments(text);
    const started = performance.now();
    const { contacts } = readForm(lines, { inline: true });
    expect(performance.now() - started).toBeLessThan(1500);
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

  it('every source is a line of the mail, and own when nothing inline counts', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const lines = new Set(text.split('\n').map((line) => line.slice(0, 200)));
        for (const { sources } of read(text).contacts) {
          for (const { line, where } of sources) {
            expect(where).toBe('own');
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
