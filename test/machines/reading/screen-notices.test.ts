/** Automatic answers and notices, in many languages, without a sign in their header. */

import { describe, expect, it } from 'vitest';

import { screen } from '../../../src/machines/reading/screen.ts';
import { type Given, mail, OURS } from './screened-mail.ts';

const read = (given: Given): string => {
  const { class: kind, reason } = screen(mail(given), OURS);
  return `${kind}: ${reason}`;
};

// By language: the subject that the mail program makes, and what people have written into it.
const ABSENCES: readonly (readonly [language: string, subject: string, text: string])[] = [
  [
    'English',
    'Automatic reply: Contacts',
    'I am out of the office until 9 November. In urgent cases write to noc@nic.xa.',
  ],
  [
    'English',
    'Out of Office: Contacts',
    'I will be on annual leave with limited access to e-mail.',
  ],
  ['English', 'Out of office', 'This is an automated response. I am currently on vacation.'],
  ['English', 'Re: Contacts', 'This is an automatic reply. I am away until Monday.'],
  ['German', 'Automatische Antwort: Kontakte', 'Ich bin bis zum 9. November nicht im Büro.'],
  [
    'German',
    'Abwesenheitsnotiz: Kontakte',
    'Ihre Mail wird nicht weitergeleitet. Ich bin derzeit im Urlaub.',
  ],
  ['French', 'Réponse automatique : Contacts', 'Je suis absente du bureau jusqu’au 9 novembre.'],
  [
    'Spanish',
    'Respuesta automática: Contactos',
    'Estoy fuera de la oficina hasta el 9 de noviembre.',
  ],
  ['Portuguese', 'Resposta automática: Contatos', 'Estarei de férias até 9 de novembro.'],
  ['Italian', 'Risposta automatica: Contatti', 'Sono fuori ufficio fino al 9 novembre.'],
  ['Dutch', 'Automatisch antwoord: Contacten', 'Ik ben momenteel niet op kantoor.'],
  ['Swedish', 'Autosvar: Kontakter', 'Jag är inte på kontoret före den 9 november.'],
  ['Danish', 'Automatisk svar: Kontakter', 'Jeg er ikke på kontoret før den 9. november.'],
  ['Norwegian', 'Automatisk svar: Kontakter', 'Jeg er på ferie til 9. november.'],
  ['Finnish', 'Automaattinen vastaus: Yhteystiedot', 'Olen lomalla 9. marraskuuta asti.'],
  ['Czech', 'Automatická odpověď: Kontakty', 'Jsem mimo kancelář do 9. listopadu.'],
  ['Polish', 'Automatyczna odpowiedź: Kontakty', 'Przebywam na urlopie do 9 listopada.'],
  ['Hungarian', 'Automatikus válasz: Kapcsolat', 'Szabadságon vagyok november 9-ig.'],
  ['Russian', 'Автоматический ответ: Контакты', 'Я буду в отпуске до 9 ноября.'],
  ['Greek', 'Αυτόματη απάντηση: Επαφές', 'Θα απουσιάζω μέχρι τις 9 Νοεμβρίου.'],
  ['Turkish', 'Otomatik Yanıt: Kişiler', '9 Kasım tarihine kadar ofis dışındayım.'],
  ['Arabic', 'رد تلقائي: جهات الاتصال', 'أنا خارج المكتب حتى يوم الإثنين.'],
  ['Hebrew', 'תשובה אוטומטית: אנשי קשר', 'אני מחוץ למשרד עד יום שני.'],
  ['Chinese', '自动答复: 联系人', '我目前不在办公室,11月9日回来。'],
  ['Japanese', '自動応答: 連絡先', '11月9日まで不在にしております。'],
  ['Korean', '자동 회신: 연락처', '11월 9일까지 휴가 중입니다.'],
];

describe('an absence notice', () => {
  it.each(ABSENCES)('in %s under "%s" is known', (_, subject, text) => {
    expect(read({ subject, text })).toBe('auto-reply: vacation-subject');
  });

  it.each<readonly [string, string, string]>([
    ['English', 'Automatic reply: Contacts', 'Bob no longer works at NIC.XA.'],
    ['German', 'Automatische Antwort: Kontakte', 'Herr Bob ist nicht mehr für uns tätig.'],
    ['French', 'Réponse automatique : Contacts', 'Bob ne fait plus partie de notre registre.'],
    ['Spanish', 'Respuesta automática: Contactos', 'Bob ya no trabaja en NIC.XA.'],
    ['Portuguese', 'Resposta automática: Contatos', 'Bob já não trabalha aqui.'],
    ['Russian', 'Автоматический ответ: Контакты', 'Боб больше не работает у нас.'],
    ['Chinese', '自动答复: 联系人', '本人已离职。'],
    ['Japanese', '自動応答: 連絡先', '山田は退職いたしました。'],
  ])('in %s that somebody has left has a reason of its own', (_, subject, text) => {
    expect(read({ subject, text })).toBe('auto-reply: person-left');
  });

  it('that somebody has left is known by its header too', () => {
    const headers = [['auto-submitted', 'auto-replied']] as const;
    expect(read({ headers, text: 'Bob has left the company.' })).toBe('auto-reply: person-left');
  });

  it('is no bounce, also with the null sender of a postmaster', () => {
    const given = { from: 'postmaster@nic.xa', envelopeFrom: '', subject: 'Out of Office: x' };
    expect(read(given)).toBe('auto-reply: vacation-subject');
  });

  it('is one for the raw Return-Path when the envelope came from elsewhere', () => {
    expect(read({ headers: [['return-path', '<>']] })).toBe('auto-reply: null-sender');
  });
});

describe('a notice', () => {
  it.each<readonly [string, Given, string]>([
    [
      'a ticket receipt',
      {
        from: 'Support <support@nic.xa>',
        subject: '[#12345] We received your request',
        text: 'Your request (12345) has been received and is being reviewed by our support staff.',
      },
      'auto-reply: ticket-receipt',
    ],
    [
      'a ticket receipt of an address with any name',
      {
        subject: 'Ticket #2026-1234 created',
        text: 'Thank you for contacting us. A ticket has been created with number 20261234.',
      },
      'auto-reply: ticket-receipt',
    ],
    [
      'a ticket receipt of nobody',
      {
        from: 'NIC.XA <no-reply@nic.xa>',
        subject: 'Re: Contacts [NIC-123]',
        text: 'This is an automated message. Please do not reply to this e-mail. Your case number is 1234.',
      },
      'auto-reply: ticket-receipt',
    ],
    [
      'a ticket receipt in German',
      {
        from: 'ticket@nic.xa',
        subject: 'Eingangsbestätigung [Ticket#1234]',
        text: 'Wir haben Ihre Anfrage erhalten. Ihre Ticketnummer: 1234. Dies ist eine automatisch generierte Nachricht.',
      },
      'auto-reply: ticket-receipt',
    ],
    [
      'a ticket receipt in Spanish',
      {
        from: 'soporte@nic.xa',
        subject: 'Hemos recibido su solicitud',
        text: 'Hemos recibido su solicitud. Número de ticket: 1234',
      },
      'auto-reply: ticket-receipt',
    ],
    [
      'a ticket receipt in Russian',
      {
        from: 'support@nic.xa',
        subject: 'Ваша заявка принята',
        text: 'Ваше обращение зарегистрировано. Номер обращения: 1234',
      },
      'auto-reply: ticket-receipt',
    ],
    [
      'a challenge',
      {
        subject: 'Re: Contacts (verification required)',
        text: 'I apologize for this automatic reply to your email. To control spam, I now allow incoming messages only from senders I have approved beforehand. Click the link below: https://mail.example/1',
      },
      'auto-reply: challenge-response',
    ],
    [
      'another challenge',
      {
        from: 'no-reply@filter.example',
        subject: 'Your message is waiting',
        text: 'Please click the link below so that your message is delivered to ana@nic.xa: https://filter.example/1',
      },
      'auto-reply: challenge-response',
    ],
    [
      'a quarantine digest',
      {
        from: 'quarantine@filter.example',
        subject: 'Quarantine summary: 3 messages',
        text: 'These messages are in your quarantine. Release: https://filter.example/1',
      },
      'auto-reply: quarantine-digest',
    ],
    [
      'a virus notice',
      {
        from: 'antivirus@nic.xa',
        subject: 'Virus found in mail from you',
        text: 'Our scanner detected a virus. The message has been blocked.',
      },
      'bounce: scanner-notice',
    ],
    [
      'a read receipt without a report-type',
      {
        subject: 'Read: Contacts',
        reports: [{ type: 'message/disposition-notification', text: 'Disposition: x' }],
      },
      'report: read-receipt',
    ],
    [
      'a read receipt in words',
      {
        subject: 'Gelesen: Kontakte',
        text: 'Ihre Nachricht An: Ana wurde am 2. November 2026 um 10:00 gelesen.',
      },
      'report: read-receipt',
    ],
    [
      'an abuse report without a report-type',
      { reports: [{ type: 'message/feedback-report', text: 'Feedback-Type: abuse' }] },
      'report: abuse-report',
    ],
    [
      'a broken abuse report',
      { text: 'Feedback-Type: abuse\nUser-Agent: Loop/1.0\nVersion: 1\n' },
      'report: abuse-report',
    ],
    [
      'a calendar that accepts',
      {
        subject: 'Accepted: Call',
        attachments: [{ name: 'invite.ics', type: 'text/calendar', size: 9, sha256: '' }],
      },
      'report: calendar-reply',
    ],
    [
      'a calendar that accepts in words',
      { subject: 'Accepted: Call', text: 'Ana Pérez has accepted this invitation.' },
      'report: calendar-reply',
    ],
    [
      'a list engine that keeps our letter for its moderator',
      {
        from: 'admin-bounces@lists.nic.xa',
        subject: 'Your message to Admin awaits moderator approval',
        text: 'Is being held until the list moderator can review it for approval.',
        envelopeTo: 'tld-ops-join+0123456789abcdefghjkmnpqrs@lists.example',
        headers: [
          ['list-id', '<admin.lists.nic.xa>'],
          ['precedence', 'bulk'],
        ],
      },
      'list: list-header',
    ],
    [
      'what Mailman writes itself',
      {
        headers: [
          ['list-id', '<admin.lists.nic.xa>'],
          ['x-list-administrivia', 'yes'],
        ],
        answers: ['case-1@lists.example'],
      },
      'auto-reply: auto-header',
    ],
    [
      'a delivery report without a report-type',
      {
        headers: [['content-type', 'multipart/report; boundary=b']],
        reports: [{ type: 'message/delivery-status', text: 'Action: failed' }],
      },
      'bounce: delivery-report',
    ],
  ])('%s is known', (_, given, expected) => {
    expect(read(given)).toBe(expected);
  });
});
