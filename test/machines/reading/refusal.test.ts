import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readRefusal } from '../../../src/machines/reading/refusal.ts';

test.each([
  'not interested',
  'Not interested.',
  'NOT INTERESTED!!',
  'No, thank you. We do not want to join.',
  'Dear colleagues,\n\nthank you for your invitation. Unfortunately we are not interested.\n\nKind regards',
  'Thanks, we decline.',
  'no thank you',
  'Unsubscribe',
  'Please stop writing to us.',
  'Please remove us from your mailing list',
  'Bonjour,\n\nmerci, nous ne sommes pas intéressés.\n\nCordialement',
  'Nous ne souhaitons pas participer.',
  'Hola, gracias, no nos interesa.',
  'No estamos interesados. Saludos cordiales',
  'Obrigado pelo convite. Não temos interesse.',
  'Спасибо, нас это не интересует. С уважением',
  'Здравствуйте! Мы не хотим участвовать.',
  '谢谢，我们不感兴趣。',
  '不感兴趣',
  'شكرا، لسنا مهتمين',
  'لا نرغب في الانضمام.',
  '\u200Fلسنا مهتمين',
  '\u202Bلسنا مهتمين\u202C',
  'not interested\n\nJohn',
  'not interested\n\nKind regards,\nJohn Smith\nNIC XA',
  'not interested\n\nSent from my iPhone',
  '[EXTERNAL]\nnot interested',
  '[EXTERNAL EMAIL]\n\nnot interested\n\nJohn',
  'CAUTION: This email originated from outside of the organization.\n\nnot interested',
])('a clear no: %s', (text) => {
  expect(readRefusal(text)).toBe(true);
});

test.each([
  '',
  'Hello',
  'Thank you.',
  'We are interested.',
  'We are very interested!',
  'It is not that we are not interested',
  'Not interested?',
  'Are we not interested? We are.',
  'not interested at the moment',
  'Not yet.',
  'No problem, we will send our contacts next week.',
  'We are not interested in advertising, who are you',
  'We are not interested if it costs money',
  'No thanks needed, here are our contacts: Rosa Lind',
  'Please contact our ministry. We are not interested.',
  'Not interested, but our back-end operator is.',
  'We are not interested in leaving the list',
  'No. 2 is Rosa',
  'Мы пока не хотим участвовать',
  'Nous ne sommes pas intéressés pour le moment',
  'No nos interesa por ahora',
  'Não temos interesse de momento',
  '我们目前不感兴趣',
  'لسنا مهتمين حاليا',
  'Stop. Rosa Lind is our contact, rosa@nic.xa',
  'No\n\nProblem',
  'No\n\nRosa Lind',
  'not interested\n\nin spam',
  'not interested\n\nRosa Lind, rosa@nic.xa',
  'not interested\n\nJohn\nRosa\nTeo\nMaria',
  'not interested\n\nAsk Rosa?',
  'not interested\n\nBut Rosa Is',
  '[EXTERNAL]',
])('no clear no: %s', (text) => {
  expect(readRefusal(text)).toBe(false);
});

test('any text is read, in little time, and a long one is never a no', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 3_000 }), (text) => {
      const said = readRefusal(text);
      expect(said && text.length > 2_000).toBe(false);
    }),
  );
  const began = performance.now();
  readRefusal('no thank you '.repeat(100_000));
  expect(performance.now() - began).toBeLessThan(500);
});
