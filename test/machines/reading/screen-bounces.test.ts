/** Bounces without a sign in the header: as many mail systems as we know write them, and no null sender. */

import { describe, expect, it } from 'vitest';

import { screen } from '../../../src/machines/reading/screen.ts';
import { mail, OURS } from './screened-mail.ts';

type Row = readonly [system: string, from: string, subject: string, text: string];

// Texts as the programs write them, with names of ours; the sender's name is one that people have too,
// or the subject says nothing, wherever such bounces are known.
const BOUNCES: readonly Row[] = [
  [
    'Postfix with its sender rewritten',
    'Mail Delivery System <noc@mx.xa.test>',
    'Undelivered Mail Returned to Sender',
    `This is the mail system at host mx.xa.test.

I'm sorry to have to inform you that your message could not
be delivered to one or more recipients. It's attached below.

<ana@nic.xa>: host mail.nic.xa[192.0.2.1] said: 550 5.1.1 <ana@nic.xa>: Recipient address
    rejected: User unknown in local recipient table (in reply to RCPT TO command)`,
  ],
  [
    'Postfix through a person-like sender',
    'relay@mx.xa.test',
    'Your mail',
    `This is the mail system at host mx.xa.test.

I'm sorry to have to inform you that your message could not be delivered.

<ana@nic.xa>: Host or domain name not found. Name service error for name=nic.xa type=A`,
  ],
  [
    'Exim',
    'Mail Delivery System <exim@mx.xa.test>',
    'Mail delivery failed: returning message to sender',
    `This message was created automatically by mail delivery software.

A message that you sent could not be delivered to one or more of its
recipients. This is a permanent error. The following address(es) failed:

  ana@nic.xa
    all relevant MX records point to non-existent hosts

------ This is a copy of the message, including all the headers. ------`,
  ],
  [
    'Sendmail',
    'Mail Delivery Subsystem <daemon@mx.xa.test>',
    'Returned mail: see transcript for details',
    `The original message was received at Mon, 2 Nov 2026 10:00:00 GMT
from relay.xa.test [192.0.2.7]

   ----- The following addresses had permanent fatal errors -----
<ana@nic.xa>
    (reason: 550 5.1.1 <ana@nic.xa>... User unknown)

   ----- Transcript of session follows -----
... while talking to mail.nic.xa.:
>>> DATA
<<< 550 5.1.1 <ana@nic.xa>... User unknown`,
  ],
  [
    'qmail',
    'postmaster@mx.xa.test',
    'failure notice',
    `Hi. This is the qmail-send program at mx.xa.test.
I'm afraid I wasn't able to deliver your message to the following addresses.
This is a permanent error; I've given up. Sorry it didn't work out.

<ana@nic.xa>:
Sorry, no mailbox here by that name. (#5.1.1)

--- Below this line is a copy of the message.`,
  ],
  [
    'a descendant of qmail',
    'mail@mx.xa.test',
    'Failure Notice',
    `Sorry, we were unable to deliver your message to the following address.

<ana@nic.xa>:
554: delivery error: dd Sorry your message to ana@nic.xa cannot be delivered.`,
  ],
  [
    'Courier',
    'Courier mail server <courier@mx.xa.test>',
    'NOTICE: mail delivery status.',
    `This is a delivery status notification from mx.xa.test,
running the Courier mail server, version 0.65.

The original message was received on Mon, 02 Nov 2026 10:00:00 +0000

   UNDELIVERABLE MAIL

Your message to the following recipients cannot be delivered:

<ana@nic.xa>:
    <<< 550 5.1.1 Recipient unknown`,
  ],
  [
    'Exchange 5.5',
    'System Administrator <postmaster@xa.test>',
    'Undeliverable: Your contacts',
    `Your message

  To:      ana@nic.xa
  Subject: Your contacts
  Sent:    Mon, 2 Nov 2026 10:00:00 -0000

did not reach the following recipient(s):

ana@nic.xa on Mon, 2 Nov 2026 10:00:05 -0000
    The recipient name is not recognized`,
  ],
  [
    'Exchange 2003',
    'postmaster@xa.test',
    'Delivery Status Notification (Failure)',
    `This is an automatically generated Delivery Status Notification.

Delivery to the following recipients failed.

       ana@nic.xa`,
  ],
  [
    'Exchange 2010',
    'Microsoft Outlook <exchange@xa.test>',
    'Undeliverable: Your contacts',
    `Delivery has failed to these recipients or groups:

ana@nic.xa
The e-mail address you entered couldn't be found.

Diagnostic information for administrators:

Generating server: ex01.xa.test

ana@nic.xa
#550 5.1.1 RESOLVER.ADR.RecipNotFound; not found ##rfc822;ana@nic.xa`,
  ],
  [
    'Exchange Online',
    'Microsoft Outlook <office@xa.test>',
    'Undeliverable: Your contacts',
    `[https://images.example/logo.png]
Your message to ana@nic.xa couldn't be delivered.
ana wasn't found at nic.xa.
tld-ops  Office 365  ana
Action Required  Recipient
Unknown To address`,
  ],
  [
    'Domino',
    'Mail Router <router@xa.test>',
    'DELIVERY FAILURE: User ana (ana@nic.xa) not listed in Domino Directory',
    `Your message

  Subject: Your contacts

was not delivered to:

  ana@nic.xa

because:

  User ana (ana@nic.xa) not listed in Domino Directory`,
  ],
  [
    'GroupWise',
    'System Administrator <admin@xa.test>',
    'Message status - undeliverable',
    `The message that you sent was undeliverable to the following:

    ana (user not found)`,
  ],
  [
    'Gmail',
    'Mail Delivery Subsystem <mail-noreply@xa.test>',
    'Delivery Status Notification (Failure)',
    `** Address not found **

Your message wasn't delivered to ana@nic.xa because the address couldn't be found, or is unable to receive mail.

The response from the remote server was:
550 5.1.1 The email account that you tried to reach does not exist.`,
  ],
  [
    'Google Groups',
    'groups@xa.test',
    'Delivery Status Notification (Failure)',
    `Hello tld-ops@lists.example,

We're writing to let you know that the group you tried to contact (contacts) may not exist, or you may not have permission to post messages to the group.`,
  ],
  [
    'SES',
    'bounce@ses.xa.test',
    'Delivery Status Notification (Failure)',
    `An error occurred while trying to deliver the mail to the following recipients:
ana@nic.xa`,
  ],
  [
    'SendGrid',
    'delivery@send.xa.test',
    'Undelivered Mail',
    `This is an automatically generated message from the mail service.

I'm sorry to have to tell you that your message was not able to be delivered to one of its intended recipients.`,
  ],
  [
    'James',
    'postmaster@james.xa.test',
    'Your contacts',
    `Hi. This is the James mail server at james.xa.test.
I'm afraid I wasn't able to deliver your message to the following addresses.
This is a permanent error; I've given up. Sorry it didn't work out.  Below
I include the list of recipients and the reason why I was unable to deliver
your message.

Failed recipient(s):
ana@nic.xa`,
  ],
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

describe('a bounce without a sign in its header', () => {
  it.each(BOUNCES)('of %s is known', (_, from, subject, text) => {
    const { class: kind } = screen(mail({ from, subject, text, envelopeFrom: 'x@xa.test' }), OURS);
    expect(kind).toBe('bounce');
  });

  it.each<Row>([
    [
      'Postfix',
      'Mail Delivery System <noc@mx.xa.test>',
      'Delayed Mail (still being retried)',
      `This is the mail system at host mx.xa.test.

####################################################################
# THIS IS A WARNING ONLY.  YOU DO NOT NEED TO RESEND YOUR MESSAGE. #
####################################################################

Your message could not be delivered for more than 4 hour(s).
It will be retried until it is 5 day(s) old.

<ana@nic.xa>: connect to mail.nic.xa[192.0.2.1]:25: Connection timed out`,
    ],
    [
      'Exim',
      'Mail Delivery System <exim@mx.xa.test>',
      'Warning: message 1aBcDe-000001-AB delayed 24 hours',
      `This message was created automatically by mail delivery software.
A message that you sent has not yet been delivered to one or more of its
recipients after more than 24 hours on the queue on mx.xa.test.

No action is required on your part. Delivery attempts will continue for
some time.`,
    ],
    [
      'Sendmail',
      'Mail Delivery Subsystem <daemon@mx.xa.test>',
      'Warning: could not send message for past 4 hours',
      `    **********************************************
    **      THIS IS A WARNING MESSAGE ONLY      **
    **  YOU DO NOT NEED TO RESEND YOUR MESSAGE  **
    **********************************************

The original message was received at Mon, 2 Nov 2026 10:00:00 GMT`,
    ],
  ])('is a delay when %s says so', (_, from, subject, text) => {
    expect(screen(mail({ from, subject, text }), OURS)).toEqual({
      class: 'delay',
      reason: 'delay-report',
    });
  });

  it('may be written in HTML alone', () => {
    const html = `<html><head><style>p { color: red }</style></head><body><p>
      <b>Delivery has failed to these recipients or groups:</b></p><p>ana@nic.xa<br>
      The e&#45;mail address you entered couldn&#39;t be found.</p></body></html>`;
    const given = { from: 'Microsoft Outlook <office@xa.test>', subject: 'Undeliverable: x', html };
    expect(screen(mail(given), OURS).class).toBe('bounce');
  });
});
