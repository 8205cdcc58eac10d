/** Close calls: sender, subject and text alone, of people who sound like programs and the other way round. */

import { describe, expect, it } from 'vitest';

import { screen } from '../../../src/machines/reading/screen.ts';
import { mail, OURS } from './screened-mail.ts';

type Row = readonly [from: string, subject: string, text: string];

const PEOPLE: readonly Row[] = [
  [
    'ana@nic.xa',
    'Re: Contacts',
    'Thank you for contacting us. We received your message and will reply next week. Ana',
  ],
  [
    'support@nic.xa',
    'Contacts for .xa',
    'Dear colleagues,\nthank you for your e-mail. We have received your request and forwarded it to our security team. They will contact you shortly.\nBest regards',
  ],
  [
    'support@nic.xa',
    '[NIC-1234] Contacts for .xa',
    'Hello,\nThank you for your e-mail, your request has been received. Our reference number is 1234. Ana Perez will answer, one of our staff.\nBest, Bob',
  ],
  ['no-reply@nic.xa', 'Contacts for .xa', 'Please add Ana. Thanks.'],
  [
    'ana@nic.xa',
    'Out of office',
    'Hi, I am out of office contact. Just kidding. Ana and Bob are the contacts until June',
  ],
  [
    'ana@nic.xa',
    'Out of office contact',
    'In my absence please use Ana. Urgent: call. Until Monday.',
  ],
  ['ana@nic.xa', 'Absence', 'Je suis en congé. Voici les contacts.'],
  [
    'ana@nic.xa',
    'Ana is out of the office',
    'Ana is out of the office until Monday, urgent matters to me. Bob',
  ],
  [
    'ana@nic.xa',
    'Undeliverable mail to your list',
    'Our mail to tld-ops@lists.example could not be delivered. 550 5.7.1 relay denied. What can we do?',
  ],
  [
    'ana@nic.xa',
    'Delivery failure',
    'My mail to you failed with "550 5.1.1 user unknown". Could you check?',
  ],
  [
    'ana@nic.xa',
    'Mail delivery failed',
    'I tried to send the form but the message could not be delivered.',
  ],
  [
    'postmaster@nic.xa',
    'Your message was rejected',
    'We rejected your message because SPF failed. Please fix it. Postmaster of nic.xa',
  ],
  [
    'postmaster@nic.xa',
    'Message rejected',
    'Dear admin, your message was blocked by our spam filter. I have released it and whitelisted you. Here are our contacts.',
  ],
  [
    'System Administrator <sysadmin@nic.xa>',
    'Contacts',
    'Our mailbox was full last week, so your message was returned. Please send it again.',
  ],
  [
    'System Administrator <sysadmin@nic.xa>',
    'Undeliverable messages',
    'Your message could not be delivered last week because of our mailbox quota. Please resend.',
  ],
  ['ana@nic.xa', 'Virus?', 'Is your mail a virus? Our filter has blocked it.'],
  ['virus@nic.xa', 'x', 'hello'],
  [
    'ana@nic.xa',
    'Read: important',
    'I have read your message. It was read on Monday by the board.',
  ],
  ['ana@nic.xa', 'Accepted: our contacts', 'We accept.'],
  ['ana@nic.xa', 'Complaint about message from you', 'Stop it.'],
  [
    'ana@nic.xa',
    'Verify your address',
    'Please click the link https://nic.example/ to verify your message to us.',
  ],
  [
    'ana@nic.xa',
    'Verification',
    'You can use our PGP key at https://nic.example/key to verify your message and confirm your identity.',
  ],
  [
    'ana@nic.xa',
    'Please confirm you are real',
    'How do I know? Please confirm that you are real: https://registry.example',
  ],
  [
    'ana@nic.xa',
    'Quarantine',
    'Your message was in quarantine, I released it. https://nic.example Please confirm.',
  ],
  [
    'admin@nic.xa',
    'Spam report',
    'Your messages are in quarantine here, https://nic.example please stop',
  ],
  [
    'mail@nic.xa',
    'Kontakte',
    'Ihre Nachricht konnte nicht gelesen werden. Bitte senden Sie sie als Text.',
  ],
  [
    'mail@nic.xa',
    'Kontakte',
    'Ihre Nachricht konnte gestern nicht zugestellt werden, unser Server war aus. 450 4.7.1',
  ],
  [
    'info@nic.xa',
    'Ihre Anfrage',
    'Wir haben Ihre Anfrage erhalten und werden uns melden. Ticketnummer 1234. Mit freundlichen Grüßen',
  ],
  [
    'soporte@nic.xa',
    'Su solicitud',
    'Hemos recibido su solicitud. La contestamos la semana que viene. Saludos, Ana',
  ],
  ['support@nic.xa', 'Ваша заявка', 'Мы получили ваш запрос. Номер обращения 123. Контакты: Иван'],
  ['ana@nic.xa', '退信', '您好,我的邮件被退回,请检查。'],
  ['ana@nic.xa', '邮件无法投递', '我们的邮件无法投递到您的邮箱,请检查。'],
  ['ana@nic.xa', 'メールが届きません', 'お世話になっております。メールが届きませんでした。'],
  [
    'ana@nic.xa',
    'Ошибка доставки',
    'Наше письмо не удалось доставить. Проверьте пожалуйста. 550 5.7.1',
  ],
  [
    'bounces@nic.xa',
    'Bounce handling',
    'I run the bounces mailbox: message from you was rejected. 550 5.1.1',
  ],
  [
    'ana@nic.xa',
    'Notification',
    'This is an automated world. We want persons. Please do not reply to the old address.',
  ],
  [
    'ana@nic.xa',
    'Re: Contacts',
    'Ana has left the company, she no longer works here. Her mailbox has been deactivated, mail to it is undeliverable. Please take Bob.',
  ],
  ['ana@nic.xa', 'Re: Contacts', 'Bonjour, je suis absent du bureau jusqu’au 9, mais oui.'],
  [
    'ana@nic.xa',
    'Automatic reply to your mails is off',
    'We have turned it off. Please use noc@ in urgent cases until Monday.',
  ],
  [
    'ana@nic.xa',
    'Auto-reply question',
    'Why do you send automatic replies? I am out of office until Monday.',
  ],
  [
    'ana@nic.xa',
    'Your message could not be read',
    'Your message could not be read here, it was in HTML. Send text please.',
  ],
];

const PROGRAMS: readonly Row[] = [
  [
    'postmaster@nic.xa',
    'Delivery Failure',
    'The following addresses had delivery problems:\n\n<ana@nic.xa>  (User unknown)',
  ],
  [
    'Mail Delivery Subsystem <mail@nic.xa>',
    'Returned mail: Host unknown',
    '   ----- Transcript of session follows -----\n550 Host unknown',
  ],
  [
    'administrator@nic.xa',
    'Mail could not be delivered',
    '****** Message from InterScan E-Mail VirusWall NT ******\n\n** The message could not be delivered to the following\n   recipients.\n\n ana@nic.xa',
  ],
  [
    'surfcontrol@nic.xa',
    'SMTP E-mail Filter Notification: Rejected Mail',
    'Your message could not be sent.\nThe following addresses were rejected:\n ana@nic.xa',
  ],
  [
    'Postmaster <postmaster@mta.nic.xa>',
    'Delivery Status Notification',
    'Your message to: ana@nic.xa\nwas blocked by our Spam Firewall. The email you sent with the following subject has NOT BEEN DELIVERED:\n\nSubject: x',
  ],
  [
    'Mail Administrator <Postmaster@nic.xa>',
    'Mail System Error - Returned Mail',
    'This Message was undeliverable due to the following reason:\n\nYour message was not delivered because the destination computer was\nnot found.  Carefully check that it was spelled correctly',
  ],
  [
    'Mail Administrator <postmaster@nic.xa>',
    'Mail Notification',
    'Could not be delivered to: <ana@nic.xa>\nAs their mailbox is full.\n',
  ],
  [
    'webmaster@nic.xa',
    'Message not delivered',
    'Hello,\n\nThis is the mail system. Your message to ana@nic.xa could not be delivered: 550 5.1.1 user unknown',
  ],
  [
    'MAILER@nic.xa',
    'Mail failure - no recipient addresses',
    'A message that you sent contained no recipient addresses, and therefore no delivery could be attempted.',
  ],
  [
    'x400@nic.xa',
    'Non-Delivery Report',
    'This report relates to your message: x\n\nYour message was not delivered to ana@nic.xa for the following reason:\nUnable to transfer',
  ],
  [
    'postmaster@nic.xa',
    'Message from nic.xa. Unable to deliver',
    'Message from nic.xa.\nUnable to deliver message to the following address(es).\n\n<ana@nic.xa>:\n192.0.2.1 does not like recipient.\nRemote host said: 550 5.1.1 unknown',
  ],
  [
    '=mail= <service@nic.xa>',
    'メールエラーのお知らせ',
    'ana@nic.xa 宛のメールは、宛先不明のため配信できませんでした。',
  ],
  [
    'postmaster@docomo.nic.xa',
    'メール配信エラー',
    '次のあて先へのメッセージはエラーのため送信できませんでした。\n<ana@nic.xa>',
  ],
  ['postmaster@nic.xa', '退信通知', '您发送的邮件无法投递到 ana@nic.xa,收件人不存在'],
  [
    'postmaster@nic.xa',
    'Mail-Zustellung fehlgeschlagen',
    'Ihre Nachricht konnte an einen oder mehrere Empfänger nicht zugestellt werden.\n\nana@nic.xa: 550 unknown',
  ],
  [
    'Mail Delivery System <x@nic.xa>',
    'Problème de livraison',
    'Ce message a été créé automatiquement par le serveur. Votre message n’a pas pu être remis à: ana@nic.xa',
  ],
  [
    'system@nic.xa',
    'Undeliverable message',
    'Undeliverable message\n---------------------\nana@nic.xa\n 550 No such user',
  ],
  [
    'antispam@nic.xa',
    '[SPAM] Message rejected',
    'Your email to ana@nic.xa was rejected because it was classified as spam.',
  ],
  [
    'scanner@nic.xa',
    'VIRUS IN YOUR MAIL',
    'V I R U S  A L E R T\n\nOur viruschecker found the\n    Test\nvirus(es) in your email to the following recipient(s): ana@nic.xa',
  ],
  [
    'root@nic.xa',
    'Warning: E-mail viruses detected',
    'Our virus detector has just been triggered by a message you sent:-\n  To: ana@nic.xa',
  ],
  [
    'MailScanner <postmaster@nic.xa>',
    '{Filename?} Warning: E-mail',
    'Our virus detector has just been triggered by a message you sent',
  ],
  [
    'notify@nic.xa',
    'Delivery Notification <x>',
    'Your message:\nTo: ana@nic.xa\nhas encountered delivery problems: user unknown',
  ],
  [
    'support@nic.xa',
    'Ticket Received - Contacts [#123]',
    'Dear Ana, we have received your request and a ticket has been created with the ticket ID 123. A member of our support team will follow up with you shortly.',
  ],
  [
    'helpdesk@nic.xa',
    '[Helpdesk] Request 123 has been logged',
    'Your request has been logged with ID 123. Please do not reply to this email.',
  ],
  [
    'otrs@nic.xa',
    '[Ticket#2026110210000012] RE: Contacts',
    'Thank you for your e-mail. Your message has been received and assigned the ticket number 2026110210000012. This is an automatic notification.',
  ],
  ['ana@nic.xa', 'Re: Contacts', 'This is an auto-reply. I am on vacation.'],
  ['ana@nic.xa', 'Auto: Contacts', 'I am out until Monday. For urgent matters call Bob.'],
  [
    'ana@nic.xa',
    'Ana is out of the office.',
    'I will be out of the office starting 01.11.2026 and will not return until 09.11.2026. I will respond to your message when I return.',
  ],
  [
    'ana@nic.xa',
    'AUTO: Ana is out of the office (returning 11/09/2026)',
    'I am out of the office until 11/09/2026. Note: This is an automated response to your message "Contacts" sent on 11/2/2026. This is the only notification you will receive while this person is away.',
  ],
  ['ana@nic.xa', 'Vacation Reply', 'Hello. This is an automated reply: I am away.'],
  ['<>', 'x', 'Sorry, mail could not be delivered'],
  ['Postmaster', 'Undeliverable mail', 'user unknown: ana'],
  ['MAILER-DAEMON', 'x', 'x'],
  ['staff@nic.xa', 'complaint about message from 192.0.2.1', ''],
  [
    'ana@nic.xa',
    'Not read: Contacts',
    'Your message\n\nTo: Ana\nSubject: Contacts\nSent: Monday\n\nwas deleted without being read on Tuesday.',
  ],
  [
    'ana@nic.xa',
    'Return Receipt (displayed) - Contacts',
    "This is a Return Receipt for the mail that you sent to ana@nic.xa.\n\nNote: This Return Receipt only acknowledges that the message was displayed on the recipient's computer.",
  ],
  [
    'Spam Quarantine <quarantine@nic.xa>',
    'Spam Quarantine Notification',
    'The message(s) below have been blocked by your administrator as suspected spam.\nThere are 3 new messages in your Email Quarantine. https://nic.example/',
  ],
  [
    'ana@nic.xa',
    'Re: Contacts',
    'Your message is being held until you verify: click https://nic.example/ to confirm you are human',
  ],
];

const classOf = (from: string, subject: string, text: string): string =>
  screen(mail({ from, subject, text, envelopeFrom: 'x@nic.xa' }), OURS).class;

describe('close calls', () => {
  it.each(PEOPLE)('%s, "%s" is a person: %s', (from, subject, text) => {
    expect(classOf(from, subject, text)).toBe('human');
  });

  it.each(PROGRAMS)('%s, "%s" is a program: %s', (from, subject, text) => {
    expect(classOf(from, subject, text)).not.toBe('human');
  });
});
