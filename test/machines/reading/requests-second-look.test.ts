/** Who is offered in replies of all sorts, in twenty-five languages; and replies in which nobody is. */

import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { read } from './form-text.ts';

interface Reply {
  readonly name: string;
  readonly text: string;
  /** `First|Last address phones`, with `*` at the end for the primary contact. */
  readonly people: readonly string[];
  readonly cctlds: readonly string[];
  /** Warnings that have to be there. */
  readonly warned: readonly string[];
}

/** `=== name`, the text, `---`, then a line for each person, `ccTLDs …`, and `warning …`. */
function repliesIn(file: string): Reply[] {
  const all = readFileSync(new URL(file, import.meta.url), 'utf8');
  return all
    .split(/^=== /mu)
    .slice(1)
    .map((block) => {
      const [head = '', below = ''] = block.split(/\n---(?:\n|$)/u);
      const [name = '', ...text] = head.split('\n');
      const expected = below.split('\n').filter((line) => line !== '');
      const marked = (mark: string) =>
        expected
          .filter((line) => line.startsWith(mark))
          .flatMap((line) => line.slice(mark.length).split(' '));
      return {
        name,
        text: text.join('\n'),
        people: expected.filter((line) => line.includes('|')),
        cctlds: marked('ccTLDs '),
        warned: marked('warning '),
      };
    });
}

function people(text: string): string[] {
  return read(text).contacts.map(
    ({ firstName = '', lastName = '', address, rawAddress, phones, primary }) =>
      [
        `${firstName}|${lastName}`,
        address ?? (rawAddress === undefined ? '' : `?${rawAddress}`),
        ...phones.map(({ raw, e164 }) => e164 ?? `?${raw}`),
        primary === true ? '*' : '',
      ]
        .filter((part) => part !== '')
        .join(' '),
  );
}

describe('people are read from replies', () => {
  it.each(repliesIn('second-look-people.txt'))(
    '$name',
    ({ text, people: wanted, cctlds, warned }) => {
      expect(people(text)).toEqual(wanted);
      const { cctlds: found, warnings } = read(text);
      expect(found).toEqual(cctlds);
      expect(warnings.map(({ code }) => code)).toEqual(expect.arrayContaining([...warned]));
    },
  );
});

describe('nobody is offered', () => {
  it.each(repliesIn('second-look-nobody.txt'))('$name', ({ text }) => {
    expect(people(text)).toEqual([]);
  });
});

describe('several ccTLDs', () => {
  it.each([
    ['one line', 'ccTLDs: .xa, .xb', true],
    ['one line with "and"', 'ccTLD: .xa and .xb', true],
    ['a line each', 'ccTLD: .xa\nccTLD: .xb', false],
    [
      'above people of their own',
      'ccTLD: .xa\nName: Ana Beta\n\nccTLD: .xb\nName: Luis Gama',
      false,
    ],
    [
      'a column',
      'ccTLD | Name | E-mail\n.xa | Ana Beta | ana@nic.xa\n.xb | Luis Gama | luis@nic.xb',
      false,
    ],
    ['one alone', 'ccTLD: .xa', true],
  ])('named in %s', (_, text, together) => {
    expect(read(text).together).toBe(together);
  });
});

describe('words about primary that are about nobody', () => {
  const TWO =
    'Name: Ana Beta\nE-mail: ana@nic.xa\nPhone: +1 202 555 0112\n\nName: Luis Gama\nE-mail: luis@nic.xa\nPhone: +1 202 555 0113';
  it.each([
    'Please note that Luis works in the main building.',
    'The main office number of Luis is +1 202 555 0114.',
    'Ana is not the primary contact.',
    'Both are primary.',
    'Is Ana the primary contact?',
  ])('%s', (sentence) => {
    const { contacts } = read(`${TWO}\n\n${sentence}`);
    expect(contacts.map(({ primary }) => primary)).toEqual([undefined, undefined]);
  });

  it.each([
    'Name: Ana Beta, E-mail: ana@nic.xa, Phone: +1 202 555 0112 (main)',
    '이름: 김민준\n이메일: ana@nic.xa\n전화: +1 202 555 0112\n소속: (주)넷',
  ])('the note in %s', (text) => {
    expect(read(text).contacts.map(({ primary }) => primary)).toEqual([undefined]);
  });
});

it('names the address of a form below thanks, which is not read', () => {
  const text =
    'Name: Ana Beta\nE-mail: ana@nic.xa\nPhone: +1 202 555 0112\n\nMany thanks,\n\nName: Luis Gama\nE-mail: luis@nic.xa';
  const { contacts, warnings } = read(text);
  expect(contacts).toHaveLength(1);
  expect(warnings).toContainEqual({ code: 'unread-data', found: 'luis@nic.xa' });
});
