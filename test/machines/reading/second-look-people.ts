/** People who sound like programs, or who speak of bounces, absences, tickets and filters. */

/** From, Subject, the text, and header fields where the person's mail system writes one of its own. */
export type PersonRow = readonly [
  from: string,
  subject: string,
  text: string,
  headers?: readonly (readonly [name: string, value: string])[],
];

export const PEOPLE: readonly PersonRow[] = [
  // Team addresses.
  [
    'support@nic.xa',
    'Contacts for .xa',
    'Ticket created by mistake on our side, please do not reply to the earlier mail. Our contacts for .xa are Ana and Bob, as below.',
  ],
  [
    'support@nic.xa',
    'Re: Please confirm: contacts for .xa',
    'Your request has been received and approved by our director. CONFIRM\n\nTicket 4711',
  ],
  [
    'support@nic.xa',
    '[NIC-442] Re: Please confirm: contacts for .xa',
    'Hi,\nyour request was assigned to me. I confirm the two people.\nAna, support team',
  ],
  [
    'info@nic.xb',
    'Re: Please confirm: contacts for .xb',
    'Thank you for your e-mail. We received your message. Yes, we agree to the two contacts.\nRegistry',
  ],
  [
    'info@nic.xb',
    'Security contacts',
    'We have received your request to name contacts. Here they are: Eva Lind, eva@nic.xb, +1 202 555 0101.',
  ],
  [
    'noreply@nic.xc',
    'Contacts for .xc',
    'We only have this address today because of a migration. Please write to Tom at tom@nic.xc, he is our security contact.',
  ],
  [
    'no-reply@registry.xd',
    'Re: Please confirm: contacts for .xd',
    'Sorry about the sender address. We confirm both contacts. Please do not reply to this address but to ida@nic.xd.',
  ],
  [
    'postmaster@nic.xe',
    'Re: Please confirm: contacts for .xe',
    'Your message was quarantined by our filter and I released it. CONFIRM',
  ],
  [
    'postmaster@nic.xe',
    'Undeliverable',
    'Our mails to you bounce with "550 5.7.1 SPF fail". What should we change? Paul, postmaster',
  ],
  [
    'hostmaster@nic.xf',
    'Mail problem',
    'Your message could not be delivered to our admin address yesterday because the mailbox was full. It works again, please send it once more.',
  ],
  [
    'admin@nic.xg',
    'Automatic reply',
    'Please ignore the automatic reply that you got from us, it was sent by our old system. We do confirm the contacts. Maria',
  ],
  [
    'admin@nic.xg',
    'Re: Automatic reply: Please confirm: contacts for .xg',
    'That was my vacation program. I am back. I confirm. Maria',
  ],
  [
    'helpdesk@nic.xh',
    'Re: [TLD-OPS] contacts',
    'Hello, one of our staff will answer next week; for the time being please add me, Jo Bell.\nBest',
  ],
  [
    'servicedesk@nic.xh',
    'Contacts for .xh',
    'Ticket number 1234 in our system. Please keep it in the subject. The contact is Jo Bell, jo@nic.xh.',
  ],
  [
    'security@nic.xi',
    'Quarantine report',
    'Attached is the quarantine report that we talked about: your last two letters were held. I have released them. Lee',
  ],
  [
    'abuse@nic.xi',
    'Abuse report',
    'We want to report abuse of our name on your list. Whom may I call? Lee Chan, abuse team',
  ],
  [
    'noc@nic.xj',
    'Delivery failure',
    'Since Monday everything that we send to tld-ops@lists.example fails:\n\n550 5.1.1 <tld-ops@lists.example>: Recipient address rejected: User unknown\n\nIs it us or you? Noor',
  ],
  [
    'root@nic.xk',
    'contacts',
    'typed on the console, sorry for the sender. Please add me as contact. Ivo',
  ],
  [
    'mailer@nic.xk',
    'Contacts',
    'I am the person who runs the mailer here. Please put me on the list. Ivo',
  ],
  [
    'system@nic.xl',
    'Systems team contacts',
    'Our systems team would like to join the list. Contacts: Rita, Sven.',
  ],
  // Absences in people's own words.
  [
    'ana@nic.xa',
    'Re: Please confirm: contacts for .xa',
    'I am out of the office until Monday, but yes, I confirm. Sent from my phone',
  ],
  [
    'ana@nic.xa',
    'Re: Please confirm: contacts for .xa',
    'I was on vacation and your mail went to the archive. Is the request still open?',
  ],
  [
    'ana@nic.xa',
    'Re: Please confirm: contacts for .xa',
    'I will be on leave from tomorrow. During my absence please write to Bob.',
  ],
  [
    'ana@nic.xa',
    'Out of office',
    'Both our contacts are out of office next week. Is that a problem for the drill?',
  ],
  [
    'ana@nic.xa',
    'Re: contacts',
    'Hilde has retired. Please remove her from the list and add me instead.',
  ],
  [
    'ana@nic.xa',
    'Change of contacts',
    'Peter Novak no longer works for the registry. His address is no longer in use. The new contact is Ana Lind.',
  ],
  [
    'ana@nic.xa',
    'Re: contacts',
    'This mailbox is not monitored at weekends, so please call me then. Ana',
  ],
  [
    'ana@nic.xa',
    'Re: contacts',
    'The mailbox that you wrote to is not monitored any more. I read it by chance. Please use ana@nic.xa. Regards, Ana',
  ],
  // About automatic systems.
  [
    'ana@nic.xa',
    'Re: Please confirm: contacts for .xa',
    'Is this an automatic message or is there a person behind it?',
  ],
  [
    'ana@nic.xa',
    'Question',
    'Your system sent an automatic reply that says "do not reply". How can I answer then?',
  ],
  [
    'ana@nic.xa',
    'Re: Please confirm: contacts for .xa',
    'This is not an automatic reply, I am real :) We agree.',
  ],
  [
    'ana@nic.xa',
    'Automatic processing of bounces',
    'We plan automatic processing of bounces. Could one of your engineers tell us how you classify "mailbox full"?',
  ],
  [
    'ana@nic.xa',
    'Re: Please confirm: contacts for .xa',
    'I clicked the link to verify my address but the page is empty. Please verify by phone.',
  ],
  [
    'ana@nic.xa',
    'DMARC report',
    'Our DMARC aggregate report shows that mail from lists.example fails alignment. Shall I send you the report? Ana',
  ],
  ['ana@nic.xa', 'Report Domain', 'Which domain should we report incidents for? Ana'],
  [
    'ana@nic.xa',
    'Accepted',
    'We accepted the invitation to join TLD-OPS. Contacts follow tomorrow. Ana',
  ],
  [
    'ana@nic.xa',
    'Your message was sent as SMS',
    'I got your message as an SMS, only half of it. Could you mail it again?',
  ],
  [
    'ana@nic.xa',
    'Thank you for your mail',
    'We will get back to you once the board has met. Ana Petrova, .xa',
  ],
  // Other languages.
  [
    'support@nic.xm',
    'Re: Please confirm: contacts for .xm',
    'Guten Tag,\nvielen Dank für Ihre Anfrage. Wir haben sie unter der Ticketnummer 4711 bearbeitet: beide Kontakte stimmen.\nMit freundlichen Grüßen\nInes Roth',
  ],
  [
    'info@nic.xm',
    'Abwesenheit',
    'Guten Tag, ich bin ab morgen im Urlaub. Bitte tragen Sie Herrn Kern als Kontakt ein. Ines Roth',
  ],
  [
    'info@nic.xm',
    'Zustellung fehlgeschlagen',
    'Guten Tag, Ihre Nachricht konnte letzte Woche nicht zugestellt werden, weil unser Postfach voll war. Bitte noch einmal senden. Ines Roth',
  ],
  [
    'ines@nic.xm',
    'AW: Kontakte',
    'Frau Brand ist ausgeschieden und arbeitet nicht mehr bei uns. Neue Ansprechpartnerin bin ich.',
  ],
  [
    'contact@nic.xn',
    'Accusé de réception',
    'Bonjour, nous avons bien reçu votre message. Nos contacts sont Luc Roy et Anne Petit. Cordialement, Luc',
  ],
  [
    'contact@nic.xn',
    'Re: Please confirm: contacts for .xn',
    "Bonjour, votre message était en quarantaine, merci de ne pas répondre à l'adresse d'avant. Nous confirmons. Luc",
  ],
  [
    'luc@nic.xn',
    'Absence',
    'Je serai absent du bureau la semaine prochaine. En mon absence, écrivez à Anne. Je confirme les contacts avant de partir.',
  ],
  [
    'soporte@nic.xo',
    'Contactos',
    'Hemos recibido su solicitud. Los contactos son Iris Vega y Juan Mora. Saludos, Iris',
  ],
  [
    'iris@nic.xo',
    'Correo devuelto',
    'El correo que les envié fue devuelto: "550 5.1.1 user unknown". ¿Cuál es la dirección correcta?',
  ],
  [
    'suporte@nic.xp',
    'Chamado',
    'Recebemos a sua mensagem e abrimos um chamado interno. O contato de segurança é Rui Paz. Obrigado, Rui',
  ],
  ['rui@nic.xp', 'Re: contatos', 'Estou de férias até segunda, mas confirmo os contatos.'],
  [
    'info@nic.xq',
    'Contatti',
    'Abbiamo ricevuto la vostra richiesta. I contatti sono Ada Neri e Leo Riva. La casella era piena, scusate il ritardo.',
  ],
  [
    'info@nic.xr',
    'Kontakty',
    'Otrzymaliśmy Państwa wiadomość. Skrzynka była pełna, przepraszamy. Kontakt: Jan Kot, jan@nic.xr.',
  ],
  [
    'info@nic.xs',
    'Контакты',
    'Здравствуйте! Ваше письмо попало в карантин, мы получили его только сегодня. Наши контакты: Ольга Лис и Пётр Дуб.',
  ],
  ['olga@nic.xs', 'Re: контакты', 'Я в отпуске до понедельника, но подтверждаю контакты. Ольга'],
  ['info@nic.xt', '联系人', '您好，我们已收到您的邮件。之前的邮件被系统自动隔离了。联系人是李明。'],
  [
    'support@nic.xu',
    '連絡先',
    'お世話になっております。メールを受信しました。自動返信が届いたと思いますが、無視してください。連絡先は山田です。',
  ],
  [
    'info@nic.xv',
    'Kontakt',
    'Hej, tack för ert mejl. Vi har tagit emot det, vårt ärende 4711. Kontakt är Siv Berg, siv@nic.xv.',
  ],
  [
    'info@nic.xw',
    'Contact',
    'Beste collega, uw bericht is ontvangen. Onze mailbox was vol. Contactpersoon is Jan Prins.',
  ],
  [
    'destek@nic.xx',
    'İletişim',
    'Merhaba, mesajınızı aldık, posta kutumuz doluydu. İletişim kişimiz Ece Taş. Saygılarımızla',
  ],
  [
    'info@nic.xy',
    'الرد على رسالتكم',
    'السلام عليكم، استلمنا رسالتكم متأخرة لأن صندوق البريد كان ممتلئا. جهة الاتصال هي سارة. مع التحية',
  ],
  [
    'support@nic.xz',
    '담당자',
    '안녕하세요. 메일함 용량이 초과되어 회신이 늦었습니다. 담당자는 김민수입니다.',
  ],
  // Clients of people that write what programs write.
  [
    'ana@nic.xa',
    'Re: Please confirm: contacts for .xa',
    'We confirm. Ana',
    [
      ['x-auto-response-suppress', 'DR, OOF, AutoReply'],
      ['x-ms-exchange-inbox-rules-loop', 'ana@nic.xa'],
    ],
  ],
  [
    'ana@nic.xa',
    'Automatic reply: and a question',
    'Hi, I got your automatic reply. My question is still the same: who reads this? Ana',
    [['x-auto-response-suppress', 'OOF']],
  ],
  [
    'ana@nic.xa',
    'Fwd: Undelivered Mail Returned to Sender',
    'Look what we get from you:\n\n---------- Forwarded message ----------\nFrom: MAILER-DAEMON@mx.lists.example\n\nThis is the mail system at host mx.lists.example.',
  ],
];
