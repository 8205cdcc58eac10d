/** A fourth set: people whom the rules for hidden notices could hit, and a few more notices. */

import type { NoticeRow } from './second-look-machines.ts';
import type { PersonRow } from './second-look-people.ts';

export const HIDDEN_NOTICES: readonly NoticeRow[] = [
  [
    'mdaemon-noreply@x.example',
    'Failed delivery',
    'The attached message could not be delivered. Failed address: admin@nic.xa',
  ],
  [
    'ana@nic.xa',
    'Re: Please confirm: contacts for .xa',
    'Thank you for your message. I am currently on parental leave until June 2027. Your message will not be forwarded. Please contact bob@nic.xa.',
  ],
  ['ana@nic.xa', 'Autosvar: Please confirm', 'Jeg har ferie. Kontakt bob@nic.xa.'],
  ['ana@nic.xa', '[Autoreply] Please confirm', 'On holiday.'],
  ['ana@nic.xa', 'Automatische Abwesenheitsnotiz', 'Ich bin im Urlaub und ab 5.12. wieder da.'],
  ['info@nic.xb', 'Auto Response: Thank you', 'Thank you for contacting us.'],
  [
    'info@nic.xb',
    'Danke für Ihre Anfrage',
    'Ihre Anfrage ist bei uns eingegangen. Diese E-Mail wurde automatisch erstellt.',
  ],
  [
    'ana@nic.xa',
    'Please confirm: contacts for .xa (Out of office)',
    'Out until Monday. This is an auto-reply.',
  ],
  ['mail-daemon@x.example', 'err', 'x'],
  ['ana@nic.xa', 'Re: Please confirm', 'Sizin mesajınızı aldım. Bu otomatik bir yanıttır.'],
  [
    'postmaster@nic.xa',
    'Benachrichtung zum Übermittlungsstatus (Fehlgeschlagen)',
    'Dies ist eine automatisch erstellte Benachrichtigung über den Zustellstatus.\n\nÜbermittlung an folgende Empfänger fehlgeschlagen.\n\nadmin@nic.xa',
  ],
  [
    'postmaster@nic.xa',
    'Rapport de non-remise : Please confirm',
    "Votre message n'a pas pu être remis à admin@nic.xa",
  ],
  [
    'bounce-handler@esp.example',
    'Delivery failure (admin@nic.xa)',
    'Your message has encountered delivery problems to admin@nic.xa. 550 5.1.1 unknown',
  ],
];

export const CLOSE_PEOPLE: readonly PersonRow[] = [
  [
    'ana@nic.xa',
    'Message rejected',
    'Reason: the contact is not the person named in IANA. Please send us the right form. Ana',
  ],
  [
    'ana@nic.xa',
    'Undeliverable',
    'Message to tld-ops@lists.example. Error: 550 5.7.1. Reason: SPF. Please check.',
  ],
  [
    'ana@nic.xa',
    'Mail not delivered',
    'Mail from nic.xa to the list fails since Monday. Error: "550 user unknown".',
  ],
  [
    'ana@nic.xa',
    'Motivo: cambio de contactos',
    'Motivo: cambio de personal. Nuevo contacto: Iris Vega, iris@nic.xa. El anterior no ha podido ser contactado.',
  ],
  [
    'admin@nic.xb',
    'Re: Please confirm: contacts for .xb',
    'Not confirmed. Reason: Peter no longer works here. His mail was not forwarded to anybody. New contact: Ana.',
  ],
  [
    'admin@nic.xb',
    'Contacts',
    'Old: Hilde Brand (has left). New: Tom Ray. The address hilde@nic.xb is no longer in use. Do not reply to Hilde.',
  ],
  [
    'admin@nic.xb',
    'Mailbox not monitored',
    'The mailbox hilde@nic.xb is not monitored. Please use tom@nic.xb.',
  ],
  [
    'admin@nic.xb',
    'Address no longer in use',
    'hilde@nic.xb has been closed. The new address is tom@nic.xb.',
  ],
  [
    'noreply@nic.xc',
    'Contact update .xc',
    'Name: Tom Ray\nE-mail: tom@nic.xc\nPhone: +1 202 555 0103',
  ],
  [
    'noreply@nic.xc',
    'New contact',
    'New contact for .xc is Tom Ray. Please do not reply to this address, write to tom@nic.xc.',
  ],
  [
    'support@nic.xd',
    'Contacts',
    'Ticket number: 4711\n\nTom Ray, tom@nic.xd, +1 202 555 0103\n\nSupport team',
  ],
  [
    'support@nic.xd',
    'Re: Please confirm: contacts for .xd',
    'Confirmed by our team. Case number 20261121. Do not reply to this ticket, it is closed.',
  ],
  [
    'support@nic.xd',
    'Request received',
    'Request received and checked. Both contacts are correct. Rita',
  ],
  [
    'it@nic.xe',
    'Automatic answers',
    'Automatic answers from our server are switched off now. You can write to us again.',
  ],
  ['it@nic.xe', 'Automated mails', 'Why do we get automated mails from you? Please stop.'],
  [
    'it@nic.xe',
    'Auto-reply',
    'Our auto-reply is broken and answers everything. Please ignore it until Friday. Jo',
  ],
  [
    'it@nic.xe',
    'Out of office',
    'Please note that our admin contact is out of office until 5 December. In urgent cases call +1 202 555 0104. We confirm the contacts already now. Jo',
  ],
  [
    'ines@nic.xf',
    'Abwesenheitsnotiz',
    'Hallo, Sie haben vermutlich meine Abwesenheitsnotiz bekommen, die war veraltet. Ich bestätige die Kontakte. Ines',
  ],
  [
    'ines@nic.xf',
    'Automatische Antwort',
    'Die automatische Antwort von gestern bitte ignorieren. Ines Roth',
  ],
  [
    'luc@nic.xg',
    'Réponse automatique',
    'Désolé pour la réponse automatique. Nous confirmons les contacts. Luc',
  ],
  [
    'iris@nic.xh',
    'Respuesta automática',
    'Disculpe la respuesta automática de ayer. Confirmamos. Iris',
  ],
  ['li@nic.xi', '自动回复', '抱歉昨天的自动回复，我们确认联系人。李明'],
  ['sato@nic.xj', '自動返信', '昨日の自動返信は無視してください。連絡先を確認しました。佐藤'],
  ['ivan@nic.xk', 'Автоответ', 'Извините за автоответ. Подтверждаем контакты. Иван'],
  [
    'ana@nic.xl',
    'Delivery failed',
    'Delivery failed for all our contacts yesterday: our server was down. It is up again.',
  ],
  [
    'postmaster@nic.xl',
    'Server trouble',
    'The mail server of nic.xl was down until noon. Messages to admin@nic.xl were rejected with 450. Please resend. The postmaster',
  ],
  [
    'postmaster@nic.xl',
    'Contacts for .xl',
    'Tom Ray, tom@nic.xl, +1 202 555 0103. The former address could not be delivered any more.',
  ],
  [
    'System Administrator <sysadmin@nic.xm>',
    'Re: Please confirm',
    'Confirmed. Mail to the old contact is returned as undeliverable.',
  ],
  ['mail@nic.xn', 'Kontakt', 'Neuer Kontakt: Udo Kern. Grund: Frau Brand ist im Ruhestand.'],
  [
    'mail@nic.xn',
    'Zustellung',
    'Die Zustellung Ihrer Mails klappt wieder. Grund: Speicher war voll.',
  ],
  ['tom@nic.xo', 'Re: Please confirm: contacts for .xo', 'Accepted. See you at the meeting.'],
  [
    'tom@nic.xo',
    'Accepted: Please confirm: contacts for .xo',
    'Your request was accepted by the board. Tom',
  ],
  [
    'tom@nic.xo',
    'Thanks for reaching out',
    'Thanks for reaching out! Tom Ray will be our contact.',
  ],
  [
    'tom@nic.xo',
    'Re: TLD-OPS',
    'You have received this message because you asked for our contacts: Tom Ray and Eva Lind.',
  ],
  [
    'tom@nic.xo',
    'Confirm your identity',
    'Please confirm your identity by phone before we give you names. Tom',
  ],
];
