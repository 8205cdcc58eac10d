import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { readRosterAsks } from '../../../src/machines/reading/roster-asks.ts';
import type { RosterEntry } from '../../../src/machines/words/case.ts';
import type { DraftContact } from '../../../src/machines/words/contact.ts';
import { cpuTime } from '../../support/cpu.ts';
import { CHANGES, COMMANDS, LANGUAGES, SENTENCES } from './roster-ask-mails.ts';
import { entry, inShort, XA } from './roster-ask-short.ts';
import { TRAPS } from './roster-ask-traps.ts';

const LIST = [
  entry('Alice Jones', 'alice@nic.xa', '+1 202 555 0101', true),
  entry('Carol Brown', 'carol@nic.xa', '+1 202 555 0102'),
];

describe('what an Admin Contact asks to change', () => {
  it.each(COMMANDS)('is read from a word of our letters: %j', (text, ...reading) => {
    expect(inShort(text, LIST)).toEqual(reading);
  });

  it.each(SENTENCES)('is read from a sentence: %j', (text, ...reading) => {
    expect(inShort(text, LIST)).toEqual(reading);
  });

  it.each(CHANGES)('is read from new data: %j', (text, ...reading) => {
    expect(inShort(text, LIST)).toEqual(reading);
  });

  it.each(TRAPS)('is not guessed: %j', (text, ...reading) => {
    expect(inShort(text, LIST)).toEqual(reading);
  });

  it.each(LANGUAGES)('is read in other languages: %j', (text, ...reading) => {
    expect(inShort(text, LIST)).toEqual(reading);
  });
});

describe('the people of the list', () => {
  const RUSSIAN = [
    entry('Иван Петров', 'ivan@nic.xa', '+1 202 555 0101', true),
    entry('Анна Смирнова', 'anna@nic.xa', '+1 202 555 0102'),
  ];
  const CHINESE = [
    entry('伟 张', 'zhang@nic.xa', '+1 202 555 0101', true),
    entry('秀英 王', 'wang@nic.xa', '+1 202 555 0102'),
  ];
  const ARABIC = [
    entry('علي حسن', 'ali@nic.xa', '+1 202 555 0101', true),
    entry('فاطمة خالد', 'fatima@nic.xa', '+1 202 555 0102'),
  ];
  const NAMESAKES = [
    entry('José Pérez García', 'jose@nic.xa', '+1 202 555 0101', true),
    entry('Alice Jones', 'alice@nic.xa', '+1 202 555 0102'),
    entry('Alice Brown', 'ab@nic.xa', '+1 202 555 0103'),
  ];
  const WORDS = [
    entry('Mark Will', 'mark@nic.xa', '+1 202 555 0101', true),
    entry('Alice Brown', 'ab@nic.xa', '+1 202 555 0103'),
  ];
  const OLEG = 'Имя: Олег\nФамилия: Орлов\nE-mail: oleg@nic.xa\nТелефон: +1 202 555 0112\n';
  const LI = '姓名：李娜\n邮箱：lina@nic.xa\n电话：+1 202 555 0112\n';
  const BOB_FORM = 'Name: Bob Smith\nE-mail: bob@nic.xa\nPhone: +1 202 555 0112\n';

  it.each<readonly [roster: readonly RosterEntry[], text: string, reading: string]>([
    [RUSSIAN, 'Удалите Ивана Петрова из списка.', 'remove ivan'],
    [RUSSIAN, 'Пожалуйста, удалите Анну Смирнову.', 'remove anna'],
    [
      RUSSIAN,
      'Иван Петров уволился. Новый контакт: Олег Орлов, oleg@nic.xa, +1 202 555 0112',
      'replace ivan oleg',
    ],
    [RUSSIAN, `Замените Ивана Петрова на Олега Орлова.\n\n${OLEG}`, 'replace ivan oleg'],
    [RUSSIAN, `Олег Орлов вместо Ивана Петрова.\n\n${OLEG}`, 'replace ivan oleg'],
    [RUSSIAN, 'Основной контакт теперь Анна Смирнова.', 'primary anna'],
    [RUSSIAN, 'Не удаляйте Ивана Петрова.', ''],
    [RUSSIAN, 'Если Иван Петров уволится, удалите его.', ''],
    [
      RUSSIAN,
      'Новый номер телефона Анны Смирновой: +1 202 555 0177',
      'change anna phone +12025550177',
    ],
    [CHINESE, '请删除张伟。', 'remove zhang'],
    [CHINESE, '张伟已离职。', 'remove zhang'],
    [CHINESE, `请用李娜代替张伟。\n\n${LI}`, 'replace zhang lina'],
    [CHINESE, `请添加以下联系人：\n\n${LI}`, 'add lina'],
    [CHINESE, '主要联系人是王秀英。', 'primary wang'],
    [CHINESE, '请不要删除张伟。', ''],
    [CHINESE, '如果张伟离职，请删除。', ''],
    [ARABIC, 'يرجى حذف علي حسن من القائمة', 'remove ali'],
    [ARABIC, 'علي حسن لم يعد يعمل معنا', 'remove ali'],
    [ARABIC, 'جهة الاتصال الأساسية هي فاطمة خالد', 'primary fatima'],
    [ARABIC, `الرجاء إضافة جهة الاتصال التالية:\n\n${BOB_FORM}`, 'add bob'],
    [NAMESAKES, 'Please remove Alice.', '?which-person'],
    [NAMESAKES, 'Please remove Alice Brown.', 'remove ab'],
    [NAMESAKES, 'Remove Alice <ab@nic.xa>', 'remove ab'],
    [NAMESAKES, 'Please remove Jose Perez Garcia.', 'remove jose'],
    [NAMESAKES, 'Please remove Mr Perez.', 'remove jose'],
    [NAMESAKES, `Please replace Alice with Bob.\n\n${BOB_FORM}`, '?which-person'],
    [NAMESAKES, 'The primary is now Alice.', '?which-person'],
    [WORDS, 'Mark has left.', 'remove mark'],
    [WORDS, 'Please remove Mark Will.', 'remove mark'],
    [WORDS, 'We will mark this as done and remove Alice.', '?which-person'],
    [WORDS, 'Will you remove the footer of your mails, please?', ''],
  ])('%#: are found as %j writes them', (roster, text, reading) => {
    expect(inShort(text, roster).join()).toBe(reading);
  });
});

describe('properties', () => {
  const pieces = fc.constantFrom(
    ...(
      'Alice,Jones,Carol,Brown,Bob,Smith,alice@nic.xa,bob@nic.xa,dave@nic.xa,please,remove,REMOVE,replace,REPLACE,with,' +
      'instead of,add,ADD,ALL,PRIMARY,primary,is,has left,stays,not,and,1,2,3,the,phone,of,to,new,contact,Contact 1,her,?,.,:,;,删除,удалите'
    ).split(','),
    ',',
    '\n',
    '\n\n',
    '+1 202 555 0112',
    'E-mail:',
    '"',
    '(',
    '<',
    '> ',
  );
  const texts = fc.oneof(
    fc.array(pieces, { maxLength: 60 }).map((all) => all.join(' ')),
    fc.string({ unit: 'binary', maxLength: 300 }),
  );
  const names = fc.oneof(
    fc.constantFrom('', 'Alice', 'Jones', 'Bob', 'Smith', 'remove', '张', 'Петров', 'de', '1'),
    fc.string({ unit: 'grapheme', maxLength: 8 }),
  );
  const addresses = fc.constantFrom('alice@nic.xa', 'bob@nic.xa', 'dave@nic.xa', 'eve@nic.xa');
  const phones = fc.array(
    fc.record({ raw: fc.string({ maxLength: 20 }) }, { requiredKeys: ['raw'] }),
    { maxLength: 2 },
  );
  const people = { firstName: names, lastName: names, address: addresses, phones };
  const rosters = fc.uniqueArray(
    fc.record({
      ...people,
      cctld: fc.constant(XA),
      primary: fc.boolean(),
      since: fc.constant(''),
    }),
    { maxLength: 4, selector: ({ address }) => address },
  );
  const drafts = fc.uniqueArray(
    fc.record(
      {
        ...people,
        number: fc.integer({ min: 1, max: 9 }),
        numbered: fc.constant(true),
        primary: fc.boolean(),
        sources: fc.constant([{ field: 'address', line: 'x', where: 'own' }]),
      },
      { requiredKeys: ['number', 'phones', 'sources'] },
    ),
    { maxLength: 5, selector: ({ number }) => number },
  );

  it('only people on the list are asked about, and newcomers that are handed out', () => {
    fc.assert(
      fc.property(texts, drafts, rosters, (text, described, listed) => {
        const roster = listed as unknown as RosterEntry[];
        const { asks, contacts } = readRosterAsks({
          text,
          drafts: described as unknown as DraftContact[],
          roster,
          cctld: XA,
        });
        const known = new Set(roster.map(({ address }) => address));
        const numbers = contacts.map(({ number }) => number);
        expect(new Set(numbers).size).toBe(numbers.length);
        for (const ask of asks) {
          if ('who' in ask) expect(known).toContain(ask.who);
          if ('contact' in ask) expect(numbers).toContain(ask.contact);
        }
        const gone = asks.flatMap((ask) =>
          ask.kind === 'remove' || ask.kind === 'replace' ? [ask.who] : [],
        );
        const staying = asks.flatMap((ask) =>
          ask.kind === 'change' || ask.kind === 'primary' ? [ask.who] : [],
        );
        expect(new Set(gone).size).toBe(gone.length);
        expect(staying.filter((who) => gone.includes(who))).toEqual([]);
      }),
      { numRuns: 3000 },
    );
  });

  it('the same twice asks the same once', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('REMOVE 1', 'Please remove Carol.', 'PRIMARY 2', 'Alice has left.'),
        (text) => {
          expect(inShort(`${text}\n${text}`, LIST)).toEqual(inShort(text, LIST));
        },
      ),
    );
  });

  it.each([
    ['a long word', 'A'.repeat(50_000)],
    ['many words that ask', 'remove Alice and replace Carol with Bob '.repeat(2000)],
    ['many names', 'Alice Jones, Carol Brown, '.repeat(2000)],
    ['capitals', 'Aa '.repeat(20_000)],
    ['many lines', 'REMOVE 1, 2, 3\n'.repeat(3000)],
    ['many addresses', 'replace a@b.example with c@d.example, '.repeat(1000)],
    ['new numbers', 'new phone of Alice not with us '.repeat(1000)],
    ['blanks', `want ${' '.repeat(20_000)}removed`],
    ['quotation marks', '"'.repeat(20_000)],
  ])('costs little for %s', (_, text) => {
    const before = cpuTime();
    readRosterAsks({ text, drafts: [], roster: LIST, cctld: XA });
    expect(cpuTime() - before).toBeLessThan(1000);
  });
});
