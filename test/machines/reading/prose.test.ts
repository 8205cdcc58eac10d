/** People named without labels: read where a name stands beside an address, left out and named where not. */

import { describe, expect, it } from 'vitest';

import { readSegments } from '../../../src/machines/reading/segments.ts';
import { readForm } from '../../../src/machines/reading/form.ts';
import { quoted, read } from './form-text.ts';

/** First | last ; address ; phones ; primary, without numbers. */
function people(text: string): string[] {
  return read(text).contacts.map(({ firstName, lastName, address, phones, primary }) =>
    [
      `${firstName ?? ''}|${lastName ?? ''}`,
      address ?? '?',
      phones.map(({ raw, e164 }) => e164 ?? `?${raw}`).join(' '),
      primary ?? '',
    ].join(' ; '),
  );
}

function warned(text: string, code: string): string[] {
  return read(text)
    .warnings.filter((warning) => warning.code === code)
    .map(({ found }) => found ?? '');
}

const ANA = 'Ana|Pérez ; ana@nic.xa ; +12025550112 ; true';
const LUIS = 'Luis|Gómez ; luis@nic.xa ; +12025550113 ; ';
const NO = `${LUIS}false`;

describe('two people in words', () => {
  it.each([
    [
      'one sentence',
      'Please add Ana Pérez ana@nic.xa +1 202 555 0112 (primary) and Luis Gómez <luis@nic.xa>, tel. +1 202 555 0113.',
      LUIS,
    ],
    [
      'one sentence, wrapped inside a name',
      'Please add Ana Pérez ana@nic.xa +1 202 555 0112 (primary) and Luis\nGómez <luis@nic.xa>, tel. +1 202 555 0113.',
      LUIS,
    ],
    [
      'one sentence, wrapped before an address',
      'Please add Ana Pérez ana@nic.xa +1 202 555 0112 (primary), and Luis Gómez\n<luis@nic.xa>, tel. +1 202 555 0113.',
      LUIS,
    ],
    [
      'a sentence each',
      'The primary contact is Ana Pérez (ana@nic.xa, +1 202 555 0112). The secondary one is Luis Gómez (luis@nic.xa, +1 202 555 0113).',
      NO,
    ],
    [
      'labels in sentences',
      'Our primary contact: Ana Pérez. E-mail: ana@nic.xa. Phone: +1 202 555 0112. Our secondary contact: Luis Gómez. E-mail: luis@nic.xa. Phone: +1 202 555 0113.',
      NO,
    ],
    [
      'numbered',
      '1. Ana Pérez, ana@nic.xa, +1 202 555 0112 (primary)\n2. Luis Gómez, luis@nic.xa, +1 202 555 0113',
      LUIS,
    ],
    [
      'bulleted, Outlook links',
      '* Ana Pérez <ana@nic.xa<mailto:ana@nic.xa>> - +1 202 555 0112 - primary\n* Luis Gómez <luis@nic.xa<mailto:luis@nic.xa>> - +1 202 555 0113',
      LUIS,
    ],
    [
      'semicolons',
      'Ana Pérez; ana@nic.xa; +1 202 555 0112; primary\nLuis Gómez; luis@nic.xa; +1 202 555 0113; secondary',
      NO,
    ],
    [
      'posts between',
      'Ana Pérez, Head of Operations, ana@nic.xa, +1 202 555 0112 (primary)\nLuis Gómez, Security Manager, luis@nic.xa, +1 202 555 0113',
      LUIS,
    ],
    [
      'colons',
      'Ana Pérez: ana@nic.xa, +1 202 555 0112 (primary)\nLuis Gómez: luis@nic.xa, +1 202 555 0113',
      LUIS,
    ],
    [
      'dashes',
      'Ana Pérez - ana@nic.xa - +1 202 555 0112 - primary\nLuis Gómez - luis@nic.xa - +1 202 555 0113',
      LUIS,
    ],
    [
      'slashes',
      'Contact 1: Ana Pérez / ana@nic.xa / +1 202 555 0112\nContact 2: Luis Gómez / luis@nic.xa / +1 202 555 0113\nPrimary: contact 1',
      LUIS,
    ],
    [
      'phone before the address',
      'Ana Pérez (primary), +1 202 555 0112, ana@nic.xa\nLuis Gómez, +1 202 555 0113, luis@nic.xa',
      LUIS,
    ],
    [
      'address first',
      'ana@nic.xa, Ana Pérez, +1 202 555 0112, primary\nluis@nic.xa, Luis Gómez, +1 202 555 0113',
      LUIS,
    ],
    [
      'comments',
      'ana@nic.xa (Ana Pérez) +1 202 555 0112 primary\nluis@nic.xa (Luis Gómez) +1 202 555 0113',
      LUIS,
    ],
    [
      'headings with the data',
      'Primary contact: Ana Pérez, ana@nic.xa, +1 202 555 0112\nSecondary contact: Luis Gómez, luis@nic.xa, +1 202 555 0113',
      NO,
    ],
    [
      'blocks',
      'Ana Pérez\nana@nic.xa\n+1 202 555 0112\n\nLuis Gómez\nluis@nic.xa\n+1 202 555 0113\n\nAna is the primary contact.',
      LUIS,
    ],
    [
      'blocks with posts',
      'Ana Pérez (primary)\nChief Technology Officer\nana@nic.xa\n+1 202 555 0112\n\nLuis Gómez\nHead of NOC\nluis@nic.xa\n+1 202 555 0113',
      LUIS,
    ],
    [
      'blocks, a blank line below each line',
      'Ana Pérez\n\nana@nic.xa\n\n+1 202 555 0112\n\nLuis Gómez\n\nluis@nic.xa\n\n+1 202 555 0113\n\nThe first is primary.',
      LUIS,
    ],
    [
      'blocks under headings',
      'Contact 1 (primary)\nAna Pérez\nana@nic.xa\n+1 202 555 0112\n\nContact 2\nLuis Gómez\nluis@nic.xa\n+1 202 555 0113',
      LUIS,
    ],
    [
      'names above labels',
      'Ana Pérez (primary)\nE-mail: ana@nic.xa\nPhone: +1 202 555 0112\n\nLuis Gómez\nE-mail: luis@nic.xa\nPhone: +1 202 555 0113',
      LUIS,
    ],
    [
      'names above a label and a bare address',
      'Ana Pérez (primary)\nTel: +1 202 555 0112\nana@nic.xa\n\nLuis Gómez\nTel: +1 202 555 0113\nluis@nic.xa',
      LUIS,
    ],
    [
      'a form and a bare block',
      'Name: Ana Pérez (primary)\nE-mail: ana@nic.xa\nTel: +1 202 555 0112\n\nLuis Gómez\nluis@nic.xa\n+1 202 555 0113',
      LUIS,
    ],
    [
      'titles',
      'Dr. Ana Pérez <ana@nic.xa>, +1 202 555 0112 (primary)\nMr. Luis Gómez, PhD <luis@nic.xa>, +1 202 555 0113',
      LUIS,
    ],
    [
      'family name first',
      'Pérez, Ana <ana@nic.xa> +1 202 555 0112 (primary)\nGÓMEZ, Luis <luis@nic.xa> +1 202 555 0113',
      LUIS.replace('Gómez', 'GÓMEZ'),
    ],
    [
      'address book',
      '"Pérez, Ana" <ana@nic.xa> +1 202 555 0112 (primary); "Gómez, Luis" <luis@nic.xa> +1 202 555 0113',
      LUIS,
    ],
    [
      'French',
      'Merci d’ajouter Ana Pérez (ana@nic.xa, +1 202 555 0112) comme contact principal et Luis Gómez (luis@nic.xa, +1 202 555 0113) comme suppléant.',
      NO,
    ],
    [
      'Spanish',
      'Por favor, agreguen a Ana Pérez <ana@nic.xa>, móvil +1 202 555 0112, como contacto principal y a Luis Gómez <luis@nic.xa>, móvil +1 202 555 0113.',
      LUIS,
    ],
    [
      'German',
      'Bitte nehmen Sie Frau Ana Pérez (ana@nic.xa, Tel. +1 202 555 0112, primär) und Herrn Luis Gómez (luis@nic.xa, Tel. +1 202 555 0113) auf.',
      LUIS,
    ],
    [
      'Portuguese',
      'Contato principal: Ana Pérez - ana@nic.xa - +1 202 555 0112\nContato secundário: Luis Gómez - luis@nic.xa - +1 202 555 0113',
      NO,
    ],
    [
      'Italian',
      'il contatto principale è Ana Pérez (ana@nic.xa, cell. +1 202 555 0112), l’altro è Luis Gómez (luis@nic.xa, cell. +1 202 555 0113).',
      LUIS,
    ],
    [
      'Russian',
      'Просим добавить Ana Pérez <ana@nic.xa>, тел. +1 202 555 0112 (основной), и Luis Gómez <luis@nic.xa>, тел. +1 202 555 0113.',
      LUIS,
    ],
  ])('%s', (_, text, second) => {
    expect(people(text)).toEqual([ANA, second]);
    expect(warned(text, 'read-from-prose')).not.toEqual([]);
    expect(warned(text, 'unread-data')).toEqual([]);
  });
});

describe('two people, the primary said elsewhere', () => {
  it.each([
    [
      'a later sentence',
      'First contact is Ana Pérez, reachable at ana@nic.xa or by phone at +1 202 555 0112. Second contact is Luis Gómez, reachable at luis@nic.xa or by phone at +1 202 555 0113. Ana will be primary.',
    ],
    [
      'behind the last person, by name',
      'Our contacts: Ana Pérez (ana@nic.xa, +1 202 555 0112) and Luis Gómez (luis@nic.xa, +1 202 555 0113), Ana being the primary.',
    ],
    [
      'a field',
      'Ana Pérez (ana@nic.xa)\n+1 202 555 0112\n\nLuis Gómez (luis@nic.xa)\n+1 202 555 0113\n\nPrimary: Ana',
    ],
    [
      'addresses before the names',
      'Subscribe: ana@nic.xa (Ana Pérez, +1 202 555 0112), luis@nic.xa (Luis Gómez, +1 202 555 0113). Ana Pérez is primary.',
    ],
    [
      'a heading with the name, data below',
      'Main contact: Ana Pérez\nana@nic.xa, +1 202 555 0112\n\nSecond contact: Luis Gómez\nluis@nic.xa, +1 202 555 0113',
    ],
    [
      'phones by name',
      'Ana Pérez (ana@nic.xa) is the primary contact; the other is Luis Gómez (luis@nic.xa). Phone numbers: Luis +1 202 555 0113, Ana +1 202 555 0112.',
    ],
    [
      'with strangers named besides',
      'We discussed it with John Smith (john@gov.xa).\nAna Pérez, ana@nic.xa, +1 202 555 0112, primary\nLuis Gómez, luis@nic.xa, +1 202 555 0113',
    ],
  ])('%s', (_, text) => {
    expect(people(text)).toEqual([ANA, LUIS]);
  });
});

describe('one person in words', () => {
  it.each([
    ['张伟，zhangwei@nic.xa，+1 202 555 0112', '|张伟 ; zhangwei@nic.xa ; +12025550112 ; '],
    [
      '主担当：山田 太郎（taro@nic.xa、+1 202 555 0112）',
      '太郎|山田 ; taro@nic.xa ; +12025550112 ; true',
    ],
    ['أحمد علي، ahmed@nic.xa، +1 202 555 0112', 'أحمد|علي ; ahmed@nic.xa ; +12025550112 ; '],
    [
      'Петрова Анна Ивановна, anna@nic.xa, +1 202 555 0112',
      'Анна Ивановна|Петрова ; anna@nic.xa ; +12025550112 ; ',
    ],
    [
      'Ludwig van der Berg <lb@nic.xa>, +1 202 555 0112',
      'Ludwig|van der Berg ; lb@nic.xa ; +12025550112 ; ',
    ],
    ['Add J. A. O’Neill <jo@nic.xa> please', 'J. A.|O’Neill ; jo@nic.xa ;  ; '],
    [
      'NOC duty officer, noc@nic.xa, +1 202 555 0112',
      'duty officer|NOC ; noc@nic.xa ; +12025550112 ; ',
    ],
    [
      'Please add me: Ana Pérez, ana@nic.xa, +1 202 555 0112',
      'Ana|Pérez ; ana@nic.xa ; +12025550112 ; ',
    ],
    [
      'Ana Pérez ana@nic.xa mobile: +1 202 555 0112, office: +1 202 555 0113 ext. 7',
      'Ana|Pérez ; ana@nic.xa ; +12025550112 +12025550113;ext=7 ; ',
    ],
    ['Ana Pérez (not primary) ana@nic.xa', 'Ana|Pérez ; ana@nic.xa ;  ; '],
    [
      'Ana Pérez, ana@nic.xa, fax +1 202 555 0119, tel +1 202 555 0112',
      'Ana|Pérez ; ana@nic.xa ; +12025550112 ; ',
    ],
    [
      'Bob Stone (bob@nic.xa) has left. The new contact is Ana Pérez (ana@nic.xa).',
      'Ana|Pérez ; ana@nic.xa ;  ; ',
    ],
  ])('%s', (text, expected) => {
    expect(people(text)).toEqual([expected]);
  });
});

describe('what nobody may guess is left out and named', () => {
  it.each([
    ['an address alone', 'ana@nic.xa', ['ana@nic.xa']],
    [
      'two addresses alone',
      'Our contacts are ana@nic.xa and luis@nic.xa.',
      ['ana@nic.xa', 'luis@nic.xa'],
    ],
    ['two names, one address', 'Ana Pérez, Luis Gómez, ana@nic.xa', ['ana@nic.xa']],
    [
      'one name, two addresses',
      'Ana Pérez ana@nic.xa or ana.perez@xa.example',
      ['ana@nic.xa', 'ana.perez@xa.example'],
    ],
    ['a name in small letters', 'pls add ana pérez ana@nic.xa', ['ana@nic.xa']],
    ['where she works', 'Ask the head of Utopia, office@nic.xa', ['office@nic.xa']],
    ['the sender', 'I am Ana Pérez (ana@nic.xa), admin of .xa.', ['ana@nic.xa']],
    ['the sender, in French', 'Je suis Ana Pérez (ana@nic.xa).', ['ana@nic.xa']],
    ['somebody else to ask', 'Please contact Ana Pérez <ana@nic.xa>.', ['ana@nic.xa']],
    ['who is to go', 'Please remove Bob Stone <bob@nic.xa>.', ['bob@nic.xa']],
    ['who is to go, in a block', 'Please remove:\nBob Stone\nbob@nic.xa', ['bob@nic.xa']],
    [
      'who is to go, in a form',
      'Please delete:\nName: Bob Stone\nE-mail: bob@nic.xa',
      ['bob@nic.xa'],
    ],
    ['who was there before', 'Former contact: Bob Stone, bob@nic.xa', ['bob@nic.xa']],
    [
      'a replacement',
      'Please replace Bob Stone <bob@nic.xa> with Ana Pérez <ana@nic.xa>.',
      ['bob@nic.xa', 'ana@nic.xa'],
    ],
    ['a header line', 'From: Ana Pérez <ana@nic.xa>\nPlease subscribe me.', ['ana@nic.xa']],
    [
      'a second name for an address',
      'ana@nic.xa is our office, Ana Pérez luis@nic.xa',
      ['ana@nic.xa', 'luis@nic.xa'],
    ],
    ['a name in two lines', 'Ana\nPérez\nana@nic.xa', ['ana@nic.xa']],
    ['a phone of somebody', 'Phone of Ana is +1 202 555 0114', ['+1 202 555 0114']],
    ['an address that is none', 'Ana Pérez <ana@nic>', ['ana@nic']],
    [
      'a script without capitals in a sentence',
      'الرجاء إضافة أحمد علي ahmed@nic.xa',
      ['ahmed@nic.xa'],
    ],
  ])('%s', (_, text, left) => {
    expect(people(text)).toEqual([]);
    expect(warned(text, 'unread-data')).toEqual(left);
    expect(read(text).leftover).toContain(left[0]);
  });

  it('gives numbers to nobody when they could be those of two', () => {
    for (const text of [
      'Ana Pérez <ana@nic.xa>, Luis Gómez <luis@nic.xa>, phones +1 202 555 0112 and +1 202 555 0113.',
      'Ana Pérez <ana@nic.xa>, Luis Gómez <luis@nic.xa>, phone +1 202 555 0112 for both.',
      'Ana Pérez <ana@nic.xa>. You can call our office: +1 202 555 0112.',
    ]) {
      expect(read(text).contacts.every(({ phones }) => phones.length === 0)).toBe(true);
      expect(warned(text, 'unread-data')).toContain('+1 202 555 0112');
    }
  });

  it('says nothing of our own addresses', () => {
    expect(read('I wrote to tld-ops-join@lists.example before.').warnings).toEqual([]);
  });

  it('reads nobody from signatures, quotes and forwards', () => {
    const line = 'Ana Pérez <ana@nic.xa>, +1 202 555 0112';
    for (const text of [
      `Yes.\n-- \n${line}`,
      `Yes.\n\nKind regards,\n${line}`,
      `Hello,\nWho are you?\n\nThanks\n${line}`,
      `CONFIRM\n\n${line}`,
      'CONFIRM ABCD-EFGH\n\nAna Pérez\nana@nic.xa\n+1 202 555 0112',
      `Ok.\n\nСпасибо,\nС уважением\n${line}`,
      `Yes.\n\n${quoted(line)}`,
      `FYI\n\nBegin forwarded message:\n\n${line}`,
      `x\n-----Original Message-----\nFrom: a\nSent: b\nTo: c\nSubject: d\n\n${line}`,
    ]) {
      expect(readForm(readSegments(text), { inline: true }).contacts).toEqual([]);
    }
  });

  it('reads nobody from our own letter without quote marks', () => {
    const text =
      'We run TLD-OPS, the mailing list of the people who keep country-code\ndomains (ccTLDs) safe.\n\n  1. Ana Pérez\n     - ana@nic.xa';
    expect(read(text).contacts).toEqual([]);
  });

  it('keeps the sender’s own signature out when told who sent the mail', () => {
    const text = 'Ana Pérez <ana@nic.xa>, +1 202 555 0112\n\nEva Rey\nRegistry Manager\neva@nic.xa';
    const { contacts } = readForm(readSegments(text), {
      inline: false,
      aside: (address) => address === 'eva@nic.xa',
    });
    expect(contacts.map(({ address }) => address)).toEqual(['ana@nic.xa']);
  });
});
