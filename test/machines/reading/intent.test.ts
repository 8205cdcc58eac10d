import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { readIntent } from '../../../src/machines/reading/intent.ts';
import { cpuTime } from '../../support/cpu.ts';

const intentOf = (text: string) => readIntent(text.split('\n')).intent;
const codes = (text: string) => readIntent(text.split('\n')).warnings.map(({ code }) => code);

describe('what is asked', () => {
  it.each([
    ['subscribe', 'Please add Ana Pérez to the list.'],
    ['subscribe', 'Merci d’ajouter nos contacts.'],
    ['subscribe', 'Просим добавить двух человек.'],
    ['subscribe', '请添加以下联系人'],
    ['remove', 'Please remove Bob Stone from the list.'],
    ['remove', 'Bob Stone no longer works here.'],
    ['remove', 'Please unsubscribe us.'],
    ['remove', 'Veuillez supprimer Bob Stone de la liste.'],
    ['remove', 'Bob Stone ne travaille plus chez nous.'],
    ['remove', 'Favor dar de baja a Bob Stone.'],
    ['remove', 'Por favor, remover Bob Stone da lista.'],
    ['remove', 'Прошу удалить Боба из списка.'],
    ['remove', 'Bitte Bob Stone aus der Liste entfernen.'],
    ['remove', 'الرجاء حذف بوب من القائمة'],
    ['remove', '请删除王芳'],
    ['remove', 'リストから削除してください。'],
    ['replace', 'Please replace Bob Stone with Ana Pérez.'],
    ['replace', 'Ana Pérez is the successor of Bob Stone.'],
    ['replace', 'Ana Pérez remplace Bob Stone.'],
    ['replace', 'Ana Pérez en lugar de Bob Stone.'],
    ['replace', 'Favor substituir Bob por Ana.'],
    ['replace', 'Прошу заменить Боба на Анну.'],
    ['replace', 'Ana Pérez ist die Nachfolgerin, sie ersetzt Bob Stone.'],
    ['replace', 'يرجى استبدال بوب'],
    ['replace', '请用李娜替换王芳'],
    ['replace', '担当者を交代します'],
    ['change', 'CORRECTION - use this instead'],
    ['change', 'My mistake, her number is +1 202 555 0112'],
    ['change', 'Corrección: el teléfono es +1 202 555 0112'],
    ['change', '更正：电话是 +1 202 555 0112'],
    ['question', 'Who are you? Is this phishing?'],
    ['question', 'What will you do with the data (GDPR)?'],
    ['question', 'Qui êtes-vous ?'],
    ['question', '¿Quiénes son ustedes?'],
    ['question', 'Кто вы?'],
    ['question', 'Wer sind Sie?'],
    ['question', '这是什么？'],
    ['question', 'هل هذا تصيد؟'],
    ['question', 'どなたですか'],
    ['refusal', 'Not interested.'],
    ['refusal', 'We are not interested, thank you.'],
    ['refusal', 'Please contact our ministry.'],
    ['refusal', 'We need an official letter.'],
    ['refusal', 'Nous ne souhaitons pas participer.'],
    ['refusal', 'No estamos interesados.'],
    ['refusal', 'Não temos interesse.'],
    ['refusal', 'Нас это не интересует.'],
    ['refusal', 'Wir haben kein Interesse.'],
    ['refusal', '我们不感兴趣'],
    ['refusal', 'لا نرغب في المشاركة'],
    ['refusal', '参加を希望しません'],
    ['refusal', 'Non siamo interessati.'],
    ['refusal', 'Wij zijn niet geïnteresseerd.'],
    [undefined, 'Ana Pérez, ana@nic.xa, +1 202 555 0112'],
    [undefined, ''],
  ])('%s: %s', (intent, text) => {
    expect(intentOf(text)).toBe(intent);
  });

  it('warns of all but a plain subscription, with the sentence that says so', () => {
    expect(readIntent(['Hello.', 'Please remove Bob. Is that fine?']).warnings).toEqual([
      { code: 'asks-to-remove', found: 'Please remove Bob.' },
      { code: 'asks-a-question', found: 'Is that fine?' },
    ]);
    expect(codes('Please add Ana Pérez, ana@nic.xa, +1 202 555 0112')).toEqual([]);
  });

  it('reads a sentence that a mail program wrapped as one', () => {
    const text =
      'After the reorganisation of our department we would like you to take\noff the list Bob Stone';
    expect(codes(text)).toEqual(['asks-to-remove']);
    expect(codes('We would be glad if you could, at your convenience, please\nremove Bob')).toEqual(
      ['asks-to-remove'],
    );
  });

  it.each([
    'The people in CC are the contacts.',
    'Our contacts are in copy.',
    'Les personnes en copie sont nos contacts.',
    'Las personas en copia son los contactos.',
    'As pessoas em cópia são os contatos.',
    'Люди в копии — наши контакты.',
    'Die Personen in Kopie sind die Kontakte.',
    '抄送的两位是联系人',
    'CCの二人が担当者です',
  ])('hears that the contacts are in Cc: %s', (text) => {
    expect(codes(text)).toContain('contacts-in-cc');
  });

  it.each([
    'Ben Formosa, ben@nic.xa, +1 202 555 0112',
    'Soyinka Ade, soyinka@nic.xa',
    'Rodolfo Silva, rodolfo@nic.xa',
    'Thank you for your letter, here are our contacts.',
    'Ana is the primary contact and Luis the backup.',
    'We look forward to working with you.',
  ])('finds nothing special in: %s', (text) => {
    expect(codes(text)).toEqual([]);
  });
});

describe('properties', () => {
  it('every warning shows a part of the text, at most 100 characters of it', () => {
    const word = fc.constantFrom(
      'remove',
      'please',
      'Bob',
      '?',
      '.',
      'in cc',
      '\n',
      'replace',
      '不感兴趣',
      '\u202e',
      ' ',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 40 }), (words) => {
        for (const { found } of readIntent(words.join(' ').split('\n')).warnings) {
          expect([...(found ?? '')].length).toBeLessThanOrEqual(100);
          expect(found).not.toMatch(/[\n\u202e]/u);
        }
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['removals', 'please remove \n'.repeat(70_000)],
    ['one line', 'please remove '.repeat(70_000)],
    ['question marks', '?'.repeat(1_000_000)],
    ['long lines', `${'take over '.repeat(200)}\n`.repeat(500)],
    ['blanks', `take${' '.repeat(1000)}off\n`.repeat(1000)],
  ])('a megabyte of %s takes less than half a second', (_, text) => {
    const lines = text.split('\n');
    const started = cpuTime();
    readIntent(lines);
    expect(cpuTime() - started).toBeLessThan(500);
  });
});
