/** Bounces as mail systems write them, from Postfix to James: sender, subject and text, without a sign in the header. */

export type Row = readonly [system: string, from: string, subject: string, text: string];

// Texts as the programs write them, with names of ours; the sender's name is one that people have too,
// or the subject says nothing, wherever such bounces are known.
export const BOUNCES: readonly Row[] = [
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
];
