/** Bounces as smaller systems, gateways and carriers write them, and in other languages: sender, subject and text, without a sign in the header. */

import type { Row } from './bounces-of-systems.ts';

export const OTHER_BOUNCES: readonly Row[] = [
  [
    'OpenSMTPD',
    'Mailer Daemon <smtpd@xa.test>',
    'Delivery status notification: error',
    `    Hi!

    This is the MAILER-DAEMON, please DO NOT REPLY to this email.

    An error has occurred while attempting to deliver a message for
    the following list of recipients:

ana@nic.xa: 550 Invalid recipient: <ana@nic.xa>`,
  ],
  [
    'hMailServer',
    'mailer@xa.test',
    'Message undeliverable: Your contacts',
    `Your message did not reach some or all of the intended recipients.

   Sent: Mon, 2 Nov 2026 10:00:00 +0000
   Subject: Your contacts

The following recipient(s) could not be reached:

ana@nic.xa
   Error Type: SMTP
   Remote server replied: 550 5.1.1 unknown user`,
  ],
  [
    'MailEnable',
    'postmaster@xa.test',
    'Message Delivery Failure',
    `MailEnable: Message Delivery Failure.

Reason: Mailbox Unavailable or Access Denied

Message headers follow:`,
  ],
  [
    'IMail',
    'Postmaster <postmaster@xa.test>',
    'Undeliverable Mail',
    `Unknown user: ana@nic.xa

RCPT TO generated following response:
550 5.1.1 unknown

Original message follows.`,
  ],
  [
    'MDaemon',
    'MDaemon at xa.test <mdaemon@xa.test>',
    'Permanent Delivery Failure',
    `The attached message had PERMANENT fatal delivery errors!

After one or more unsuccessful delivery attempts the attached message has
been removed from the mail queue on this server.

--- Session Transcript ---`,
  ],
  [
    'MailMarshal',
    'MailMarshal <mailmarshal@xa.test>',
    'Undeliverable Mail: "Your contacts"',
    `Your message:
   From:    tld-ops@lists.example
   Subject: Your contacts

Could not be delivered because of

550 5.1.1 User unknown`,
  ],
  [
    'InterScan',
    'interscan@xa.test',
    'Mail could not be delivered',
    `****** Message from InterScan Messaging Security Suite ******

Sent <<< RCPT TO:<ana@nic.xa>
Received >>> 550 5.1.1 <ana@nic.xa>... User unknown

Unable to deliver message to <ana@nic.xa>.`,
  ],
  [
    'MailFoundry',
    'filter@xa.test',
    'Undeliverable mail',
    `Unable to deliver message to: <ana@nic.xa>
Delivery failed for the following reason:
Server mail.nic.xa[192.0.2.1] failed with: 550 No such user here`,
  ],
  [
    'PowerMTA',
    'postmaster@pmta.xa.test',
    'Delivery report',
    `Hello, this is the mail server on pmta.xa.test.

I am sending you this message to inform you on the delivery status of a
message you previously sent.  Immediately below you will find a list of
the affected recipients;

  <ana@nic.xa>... delivery failed`,
  ],
  [
    'Oracle Messaging Server',
    'postmaster@sun.xa.test',
    'Delivery Notification: Delivery has failed',
    `This report relates to a message you sent with the following header fields:

  Message-id: <c1001.challenge.x@lists.example>
  Subject: Your contacts

Your message cannot be delivered to the following recipients:

  Recipient address: ana@nic.xa
  Reason: unknown or illegal alias`,
  ],
  [
    'CommuniGate',
    'CommuniGate Mailer <mailer@xa.test>',
    'Undeliverable mail: Your contacts',
    `Failed to deliver to 'ana@nic.xa'
LOCAL module(account ana) reports:
 account is full (quota exceeded)`,
  ],
  [
    'Kerio',
    'mail@kerio.xa.test',
    'Delivery Failed: Your contacts',
    `Your message could not be delivered to the recipient.

<ana@nic.xa>: 550 5.1.1 Mailbox <ana@nic.xa> does not exist`,
  ],
  [
    'a Japanese carrier',
    'Postmaster@mobile.xa.test',
    'Mail System Error - Returned Mail',
    `The user(s) account is temporarily over quota.

<ana@mobile.xa.test>`,
  ],
  [
    'another Japanese carrier',
    'postmaster@docomo.xa.test',
    'Returned mail: User unknown',
    `Each of the following recipients was rejected by a remote mail server.

Recipient: <ana@mobile.xa.test>
>>> RCPT TO:<ana@mobile.xa.test>
<<< 550 Unknown user`,
  ],
  [
    'an American carrier',
    'Post_Master@text.xa.test',
    'Undeliverable Message',
    `Error: undeliverable: 12025550112@text.xa.test

Message could not be delivered to mobile.`,
  ],
  [
    'a home-grown one',
    'system@old.xa.test',
    'Mail error',
    `Error: could not deliver your mail.
User unknown: ana@nic.xa
Original message follows:`,
  ],
  [
    'fetchmail',
    'FETCHMAIL-DAEMON@xa.test',
    'Your contacts',
    'Some addresses were rejected by the MDA fetchmail forwards to.',
  ],
  [
    'German',
    'Postmaster <postmaster@xa.test>',
    'Unzustellbar: Ihre Kontakte',
    `Fehler bei der Nachrichtenzustellung an folgende Empfänger oder Verteilerlisten:

ana@nic.xa
Die eingegebene E-Mail-Adresse konnte nicht gefunden werden.`,
  ],
  [
    'French',
    'Administrateur système <messagerie@xa.test>',
    'Non remis : Vos contacts',
    `Échec de la remise pour ces destinataires ou groupes :

ana@nic.xa
L’adresse de messagerie que vous avez entrée est introuvable.`,
  ],
  [
    'Russian',
    'Почтовая система <mail@xa.test>',
    'Недоставленное сообщение',
    `Это письмо создано автоматически сервером, отвечать на него не нужно.

К сожалению, Ваше письмо не может быть доставлено одному или нескольким получателям:

**********************
ana@nic.xa
SMTP error from remote mail server after RCPT TO:<ana@nic.xa>: 550 Message was not accepted -- invalid mailbox.`,
  ],
  [
    'Japanese',
    'メール配信システム <mail@xa.test>',
    '配信不能通知',
    `お客様が送信されたメールは、以下の理由により配信できませんでした。

ana@nic.xa
宛先のユーザーが見つかりません。`,
  ],
  [
    'Chinese',
    '邮件系统 <mail@xa.test>',
    '系统退信',
    `很抱歉,您的邮件被退回。

收件人 ana@nic.xa 不存在。`,
  ],
  [
    'Spanish',
    'postmaster@xa.test',
    'No se puede entregar: Sus contactos',
    'No se pudo entregar el mensaje a los siguientes destinatarios: ana@nic.xa',
  ],
  [
    'Portuguese',
    'postmaster@xa.test',
    'Não é possível entregar: Contatos',
    'Falha na entrega para estes destinatários: ana@nic.xa',
  ],
];
