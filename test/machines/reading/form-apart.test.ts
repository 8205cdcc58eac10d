import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { readForm } from '../../../src/machines/reading/form.ts';
import { readSegments } from '../../../src/machines/reading/segments.ts';
import { FORM_TEXT } from '../../../src/machines/words/form-text.ts';
import { quoted, read } from './form-text.ts';

/** One person of our form. */
function person(heading: string, name: string, phone: string, domain = 'nic.xa'): string {
  const [first = '', last = ''] = name.split(' ');
  const address = `${first.toLowerCase()}@${domain}`;
  return `${heading}\nFirst name: ${first}\nLast name: ${last}\nE-mail: ${address}\nPhone: ${phone}\n`;
}

const ANA = person('Contact 1 (primary)', 'Ana Beta', '+44 20 7946 0001');
const LUIS = person('Contact 2', 'Luis Gama', '+44 20 7946 0002');
const EVA = person('Contact 1 (primary)', 'Eva Delta', '+44 20 7946 0003', 'nic.xb');
const IVO = person('Contact 2', 'Ivo Kappa', '+44 20 7946 0004', 'nic.xb');
const UMA = person('Contact 3', 'Uma Rho', '+44 20 7946 0005', 'nic.xb');
const OF_XA = `${ANA}\n${LUIS}`;
const OF_XB = `${EVA}\n${IVO}`;
const PLAIN = ['xa 1 Ana primary', 'xa 2 Luis', 'xb 1 Eva primary', 'xb 2 Ivo'];
/** One person of a ccTLD, with a phone number without its country. */
function national(cctld: string, name: string): string {
  return `ccTLD: .${cctld}\nName: ${name} Beta\nE-mail: ${name.toLowerCase()}@nic.xa\nPhone: 020 7946 0001\n\n`;
}

/** Without labels, a line each. */
const ANA_LINE = 'Ana Beta, ana@nic.xa, +44 20 7946 0001';
const LUIS_LINE = 'Luis Gama, luis@nic.xa, +44 20 7946 0002';
const EVA_LINE = 'Eva Delta, eva@nic.xb, +44 20 7946 0003';

/** Each contact that stands under a ccTLD: the ccTLD, number, first name, whether primary. */
function apart(text: string, inline = false): string[] {
  const reading = read(text, inline);
  const found = reading.contacts.map(({ cctld, number, firstName = '', primary }) =>
    [cctld ?? '-', number, firstName, primary === true ? 'primary' : ''].join(' ').trim(),
  );
  return reading.apart ? found : [];
}

/** The people of the two ccTLDs, each below what is given. */
function below(first: string, second: string): string {
  return `Dear all,\n\n${first}\n\n${OF_XA}\n${second}\n\n${OF_XB}\nKind regards,\nAna Beta\n`;
}

describe('a ccTLD at a place of its own, above its people', () => {
  it.each([
    ['ccTLD: .xa', 'ccTLD: .xb'],
    ['ccTLD: xa', 'ccTLD: xb'],
    ['ccTLD: .XA (Xanadu)', 'ccTLD: .XB (Xebia)'],
    ['ccTLD:\n.xa', 'ccTLD:\n.xb'],
    ['TLD = .xa', 'TLD = .xb'],
    ['.xa', '.xb'],
    ['.xa:', '.xb:'],
    ['*.xa*', '*.xb*'],
    ['1. .xa', '2. .xb'],
    ['=== .xa ===', '=== .xb ==='],
    ['.xa\n-----', '.xb\n-----'],
    ['For .xa', 'For .xb'],
    ['For .xa:', 'And for .xb:'],
    ['Contacts for .xa', 'Contacts for .xb'],
    ['Security contacts of the .xa registry:', 'Security contacts of the .xb registry:'],
    ['The contacts for .xa are:', 'The contacts for .xb are:'],
    ['.xa (Xanadu)', '.xb (Xebia)'],
    ['ccTLD .xa', 'ccTLD .xb'],
    ['ccTLD: .xa', 'For .xb:'],
    ['Pour le .xa :', 'Pour le .xb :'],
    ['Contactos para .xa:', 'Contactos para .xb:'],
    ['Für die Domain .xa:', 'Für die Domain .xb:'],
    ['Для домена .xa:', 'Для домена .xb:'],
    ['.xa 联系人：', '.xb 联系人：'],
    ['.xa 的联系人：', '.xb 的联系人：'],
    ['جهات الاتصال لنطاق .xa:', 'جهات الاتصال لنطاق .xb:'],
    ['国家顶级域: .xa', '国家顶级域: .xb'],
    ['ccTLDs: .xa, .xb\n\nFor .xa:', 'For .xb:'],
    ['ccTLD | .xa', 'ccTLD | .xb'],
    ['These are the people of .xa and .xb.\n\n.xa:', '.xb:'],
    ['Here are the contacts of both ccTLDs.\n\n.xa:', '.xb:'],
  ])('%j and %j', (first, second) => {
    expect(apart(below(first, second))).toEqual(PLAIN);
    expect(read(below(first, second))).toMatchObject({ cctlds: ['xa', 'xb'], together: false });
  });
});

describe('people are kept apart', () => {
  it.each([
    [
      'in a table with a column of ccTLDs',
      'ccTLD | Name | E-mail\n.xa | Ana Beta | ana@nic.xa\n.xb | Eva Delta | eva@nic.xb\n.xa | Luis Gama | luis@nic.xa',
      ['xa 1 Ana', 'xa 2 Luis', 'xb 1 Eva'],
    ],
    [
      'in a table with a column for each person',
      'ccTLD | .xa | .xb\nName | Ana Beta | Eva Delta\nE-mail | ana@nic.xa | eva@nic.xb\nPhone | +44 20 7946 0001 | +44 20 7946 0003',
      ['xa 1 Ana', 'xb 1 Eva'],
    ],
    [
      'in a table for each',
      '.xa\n\nName | E-mail\nAna Beta | ana@nic.xa\nLuis Gama | luis@nic.xa\n\n.xb\n\nName | E-mail\nEva Delta | eva@nic.xb',
      ['xa 1 Ana', 'xa 2 Luis', 'xb 1 Eva'],
    ],
    [
      'without labels, a line each',
      `.xa:\n${ANA_LINE}\n${LUIS_LINE}\n\n.xb:\n${EVA_LINE}`,
      ['xa 1 Ana', 'xa 2 Luis', 'xb 1 Eva'],
    ],
    [
      'without labels, with their posts',
      '.xa\n\nAna Beta\nHead of Security\nana@nic.xa\n\nLuis Gama\nCTO\nluis@nic.xa\n\n.xb\n\nEva Delta\nCTO\neva@nic.xb',
      ['xa 1 Ana', 'xa 2 Luis', 'xb 1 Eva'],
    ],
    [
      'with the same people under each',
      below('ccTLD: .xa', 'ccTLD: .xb').replace(OF_XB, OF_XA),
      ['xa 1 Ana primary', 'xa 2 Luis', 'xb 1 Ana primary', 'xb 2 Luis'],
    ],
    [
      'when they are numbered through',
      `ccTLD: .xa\n\n${OF_XA}\nccTLD: .xb\n\n${UMA}`,
      ['xa 1 Ana primary', 'xa 2 Luis', 'xb 3 Uma'],
    ],
    [
      'with a field that we do not ask for',
      `ccTLD: .xa\n\n${ANA}Organisation: NIC .xa\n\n${LUIS}\nccTLD: .xb\n\n${OF_XB}`,
      PLAIN,
    ],
    [
      'with the rest of the form left blank',
      `${FORM_TEXT.replace('ccTLD:', 'ccTLD: .xa').replace('First name:\nLast name:\nE-mail:', 'First name: Ana\nLast name: Beta\nE-mail: ana@nic.xa')}\nccTLD: .xb\n\n${EVA}\n${FORM_TEXT}`,
      ['xa 1 Ana primary', 'xb 1 Eva primary'],
    ],
    [
      'above a signature with the web site of another',
      `${below('.xa:', '.xb:')}www.nic.xc\nhttps://nic.xb/\n`,
      PLAIN,
    ],
    [
      'above an older letter that names another',
      `${below('.xa:', '.xb:')}\nOn Monday, Ana wrote:\n${quoted(`ccTLD: .xc\n\n${ANA}`)}`,
      PLAIN,
    ],
    [
      'for three ccTLDs',
      `ccTLD: .xa\n\n${ANA}\nccTLD: .xb\n\n${EVA}\nccTLD: .xc\n\n${LUIS}`,
      ['xa 1 Ana primary', 'xb 1 Eva primary', 'xc 2 Luis'],
    ],
  ])('%s', (_, text, wanted) => {
    expect(apart(text)).toEqual(wanted);
  });

  it('in the quoted form, copied twice, only when it answers our own', () => {
    const reply = `Done.\n\nOn Monday, TLD-OPS wrote:\n${quoted(`ccTLD: .xa\n\n${OF_XA}\nccTLD: .xb\n\n${OF_XB}`)}`;
    expect(apart(reply, true)).toEqual(PLAIN);
    expect(read(reply)).toMatchObject({ apart: false, contacts: [], cctlds: [] });
  });

  it('above our own form, quoted and left blank', () => {
    const reply = `${below('ccTLD: .xa', 'ccTLD: .xb')}\nOn Monday, TLD-OPS wrote:\n${quoted(FORM_TEXT)}`;
    expect(apart(reply, true)).toEqual(PLAIN);
  });

  it('with their phones read by the country of each', () => {
    const { contacts } = read(`${national('xa', 'Ana')}${national('uk', 'Eva')}`);
    expect(contacts.map(({ phones }) => phones[0]?.e164)).toEqual([undefined, '+442079460001']);
  });
});

describe('in doubt nobody is kept apart', () => {
  it.each([
    ['one ccTLD alone', `ccTLD: .xa\n\n${OF_XA}`],
    ['all named in one value', `ccTLDs: .xa, .xb\n\n${OF_XA}`],
    ['a corrected form', `${below('ccTLD: .xa', 'ccTLD: .xb')}ccTLD: .xa\n\n${UMA}`],
    ['the same ccTLD twice', below('ccTLD: .xa', 'ccTLD: .xa')],
    ['below the people', `${OF_XA}\nccTLD: .xa\n\n${OF_XB}\nccTLD: .xb`],
    ['below the first people only', `${OF_XA}\nccTLD: .xa\n\nccTLD: .xb\n\n${OF_XB}`],
    ['a ccTLD without people', `${below('ccTLD: .xa', 'ccTLD: .xb')}\nccTLD: .xc`],
    ['each on a line at the top', `ccTLD: .xa\nccTLD: .xb\n\n${OF_XA}`],
    ['inside of a person', OF_XA.replaceAll('First', 'ccTLD: .xa\nFirst')],
    [
      'below the heading of a person',
      `${ANA.replace('First', 'ccTLD: .xa\nFirst')}\n${IVO.replace('First', 'ccTLD: .xb\nFirst')}`,
    ],
    [
      'as the last field of some',
      `ccTLD: .xa\nName: Ana Beta\nE-mail: ana@nic.xa\n\nName: Luis Gama\nE-mail: luis@nic.xa\nccTLD: .xb\n\nName: Eva Delta\nE-mail: eva@nic.xb`,
    ],
    ['people for both below a third heading', `${below('.xa:', '.xb:')}\nFor both:\n\n${UMA}`],
    ['such a heading without a colon', `.xa\n\n${OF_XA}\n.xb\n\n${OF_XB}\nFor both\n\n${UMA}`],
    [
      'such a heading in other words',
      `.xa\n\n${OF_XA}\n.xb\n\n${OF_XB}\nAnd our manager\n\n${UMA}`,
    ],
    ['a heading of two', `.xa\n\n${OF_XA}\n.xb\n\n${OF_XB}\n.xa and .xb\n\n${UMA}`],
    ['a heading without a dot', `.xa:\n\n${OF_XA}\n.xb:\n\n${OF_XB}\nXC:\n\n${UMA}`],
    ['a heading that denies', below('.xa:', 'Not for .xb:')],
    ['a person who is for both', below('.xa:', '.xb:').replace('Contact 2', 'Contact 2 (both)')],
    [
      'a person who is for the other',
      below('.xa:', '.xb:').replace('Contact 2', 'Contact 2 (.xb)'),
    ],
    [
      'words that name another',
      `.xa:\n\n${ANA}\nLuis is for .xb only.\n\n${LUIS}\n.xb:\n\n${OF_XB}`,
    ],
    [
      'words between',
      `.xa:\n\n${ANA}\nOnly at night we have one more.\n\n${LUIS}\n.xb:\n\n${OF_XB}`,
    ],
    [
      'words at the end',
      below('.xa:', '.xb:').replace('Kind', 'Luis serves .xb in the night.\n\nKind'),
    ],
    [
      '"the same" at the end',
      below('.xa:', '.xb:').replace('Kind', 'Luis does the same there.\n\nKind'),
    ],
    ['"also" at the top', `The people of .xa also serve .xb.\n\n${below('.xa:', '.xb:')}`],
    ['a third ccTLD at the top', `We run .xa, .xb and .xc.\n\n${below('.xa:', '.xb:')}`],
    ['people above all', `${UMA}\n${below('ccTLD: .xa', 'ccTLD: .xb')}`],
    [
      'people below a label without a value',
      `${below('ccTLD: .xa', 'ccTLD: .xb')}\nccTLD:\n\n${UMA}`,
    ],
    ['a label with other words', below('ccTLD: .xa', 'ccTLD: .xb and the old one')],
    ['a label that names none', `${below('ccTLD: .xa', 'ccTLD: .xb')}\nccTLD: all\n`],
    ['a domain instead of a ccTLD', `${below('ccTLD: .xa', 'ccTLD: .xb')}\nDomain: nic.xc\n`],
    ['a removal in the second', below('.xa:', '.xb:\n\nPlease remove Uma Rho from the list.')],
    ['the old and the new below one', `.xa:\n\nOld:\n${ANA}\nNew:\n${LUIS}\n.xb:\n\n${OF_XB}`],
    ['a signature without a greeting', `.xa:\n\n${OF_XA}\n.xb:\n\n${OF_XB}\nUma Rho\numa@nic.xa`],
    ['a form below the greeting', `${below('ccTLD: .xa', 'ccTLD: .xb')}\n${UMA}`],
    [
      'answers below questions',
      `ccTLD: .xa\n\n${OF_XA}\n> And for the other one?\n${UMA}\nccTLD: .xb\n\n${OF_XB}`,
    ],
    [
      'a table where a row names two',
      'ccTLD | Name | E-mail\n.xa | Ana Beta | ana@nic.xa\n.xa, .xb | Eva Delta | eva@nic.xb\n.xb | Luis Gama | luis@nic.xa',
    ],
    [
      'a table where a row names none',
      'ccTLD | Name | E-mail\n.xa | Ana Beta | ana@nic.xa\n | Luis Gama | luis@nic.xa\n.xb | Eva Delta | eva@nic.xb',
    ],
    [
      'a table with a remark',
      'ccTLD | Name | E-mail | Note\n.xa | Ana Beta | ana@nic.xa | also .xb\n.xb | Eva Delta | eva@nic.xb |',
    ],
    [
      'a table and a label',
      `ccTLD | Name | E-mail\n.xa | Ana Beta | ana@nic.xa\n.xb | Eva Delta | eva@nic.xb\n\nccTLD: .xc\n\n${UMA}`,
    ],
    [
      'a table and people below it',
      `ccTLD | Name | E-mail\n.xa | Ana Beta | ana@nic.xa\n.xb | Eva Delta | eva@nic.xb\n\n${UMA}`,
    ],
    ['more than nine', [...'abcdefghij'].map((sign) => `ccTLD: .x${sign}\n\n${ANA}`).join('\n')],
  ])('%s', (_, text) => {
    const { contacts, apart: isApart } = read(text);
    expect(isApart).toBe(false);
    expect(contacts.filter(({ cctld }) => cctld !== undefined)).toEqual([]);
  });

  it.each([
    [
      'a heading for both in it',
      `${quoted(`${OF_XA}\nccTLD: .xb\n\n${OF_XB}`)}\n> For both\n${quoted(UMA)}`,
    ],
    [
      'own words between it',
      `${quoted(ANA)}\nThis one for the other:\n${quoted(`${LUIS}\nccTLD: .xb\n\n${OF_XB}`)}`,
    ],
    ['people of the own text below it', `${quoted(`${OF_XA}\nccTLD: .xb\n\n${OF_XB}`)}\n${UMA}`],
  ])('the quoted form copied twice, with %s', (_, rest) => {
    expect(read(`On Monday, TLD-OPS wrote:\n> ccTLD: .xa\n${rest}`, true).apart).toBe(false);
  });

  it('the own text about one, the quoted form filled in for another', () => {
    const reply = `ccTLD: .xa\n\n${OF_XA}\nOn Monday, TLD-OPS wrote:\n${quoted(`ccTLD: .xb\n\n${OF_XB}`)}`;
    expect(read(reply, true).apart).toBe(false);
  });

  it('vCards come along', () => {
    const lines = readSegments(below('.xa:', '.xb:'));
    expect(readForm(lines, { inline: false, hasCards: true })).toMatchObject({ apart: false });
  });

  it('and people below a heading of one are not meant for all that a label names', () => {
    const text = `ccTLDs: .xa, .xb\n\nFor .xa:\n${ANA}\nFor both:\n${UMA}`;
    expect(read(text)).toMatchObject({ apart: false, together: false });
  });
});

describe('whatever a mail holds', () => {
  it('nobody is kept apart when a line of unknown meaning stands above somebody', () => {
    const line = fc.constantFrom(
      'For both:',
      'For both ccTLDs',
      'Both',
      'Shared',
      'Old ones',
      'And our manager',
      'XC:',
      'XC',
      'Not for .xa',
      'Only for .xb:',
      '.xc and .xd',
      'ccTLD: all',
      'ccTLD: .xa and all others',
      'Für beide Domains',
      'Pour les deux :',
      'Для обоих доменов',
      '两个域名',
    );
    const people = [ANA, LUIS, EVA, IVO];
    fc.assert(
      fc.property(line, fc.nat(3), fc.boolean(), fc.boolean(), (words, at, loose, headings) => {
        const [first, second] = headings ? ['.xa:', '.xb:'] : ['ccTLD: .xa', 'ccTLD: .xb'];
        const above = people.map((one, place) =>
          place === at ? `${words}\n${loose ? '\n' : ''}${one}` : one,
        );
        const text = `${first}\n\n${above[0]}\n${above[1]}\n${second}\n\n${above[2]}\n${above[3]}`;
        expect(read(text).apart).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  const part = fc.constantFrom(
    'ccTLD: .xa',
    'ccTLD: .xb',
    'ccTLD:',
    'ccTLDs: .xa, .xb',
    '.xa:',
    'For .xb',
    '.xc',
    'For both:',
    ANA,
    LUIS,
    EVA,
    IVO,
    ANA_LINE,
    EVA_LINE,
    'ccTLD | Name | E-mail\n.xa | Ana Beta | ana@nic.xa\n.xb | Eva Delta | eva@nic.xb',
    'Kind regards,',
    '> ccTLD: .xa',
    quoted(LUIS),
    '',
    'and some words',
  );

  it('all contacts have one of the named ccTLDs, and each has some, or none has any', () => {
    const mail = fc.array(fc.oneof(part, fc.string({ unit: 'grapheme' })), { maxLength: 14 });
    fc.assert(
      fc.property(mail, fc.boolean(), (parts, inline) => {
        const { contacts, cctlds, apart: isApart, together } = read(parts.join('\n'), inline);
        const of = contacts.flatMap(({ cctld }) => cctld ?? []);
        expect(of).toHaveLength(isApart ? contacts.length : 0);
        if (!isApart) return;
        expect(together).toBe(false);
        expect(new Set(of)).toEqual(new Set(cctlds));
        expect(cctlds.length).toBeGreaterThan(1);
        const numbers = contacts.map(({ cctld, number }) => `${cctld} ${number}`);
        expect(new Set(numbers).size).toBe(numbers.length);
      }),
      { numRuns: 2000 },
    );
  });
});
