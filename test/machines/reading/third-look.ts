/** A third set of notices and of people, written after the second had been mended. */

import type { NoticeRow } from './second-look-machines.ts';
import type { PersonRow } from './second-look-people.ts';

export const MORE_NOTICES: readonly NoticeRow[] = [
  [
    'Mail Delivery <noreply-mail@isp-ar.example>',
    'Su mensaje no ha podido ser entregado',
    'Estimado usuario:\n\nEl mensaje que envió a la siguiente dirección no ha podido ser entregado:\n\nadmin@nic.xa\n\nMotivo: la cuenta no existe.',
  ],
  [
    'postmaster@nic.xb',
    'Delivery Status Notification (Failure)',
    'This is an automatically generated Delivery Status Notification.\n\nDelivery to the following recipients failed.\n\n       admin@nic.xb',
  ],
  [
    'postmaster@nic.xb',
    'Nondeliverable mail',
    '------Transcript of session follows -------\nadmin@nic.xb\nThe user does not exist',
  ],
  [
    'Postmaster <postmaster@nic.xc>',
    'Message status - undeliverable',
    'The message that you sent was undeliverable to the following:\n\tadmin (user not found)\n\nPossibly truncated original message follows:',
  ],
  [
    'server@nic.xd',
    'Mail-Zustellung nicht möglich',
    'Ihre E-Mail an admin@nic.xd konnte nicht zugestellt werden.\nGrund: Postfach nicht vorhanden.\n\nDer Mailserver',
  ],
  [
    'smtp-gw@nic.xe',
    'Avis de non-distribution',
    "Votre message destiné à admin@nic.xe n'a pas pu être distribué.\nCause : boîte aux lettres inconnue",
  ],
  [
    'mail@nic.xf',
    'Meddelande kunde inte levereras',
    'Ditt meddelande till admin@nic.xf kunde inte levereras. Orsak: okänd mottagare.',
  ],
  [
    'mail@nic.xg',
    'Viestiä ei voitu toimittaa',
    'Viestiäsi osoitteeseen admin@nic.xg ei voitu toimittaa. Syy: vastaanottajaa ei löydy.',
  ],
  [
    'mail@nic.xh',
    'Bericht niet bezorgd',
    'Uw bericht aan admin@nic.xh kon niet worden bezorgd. Reden: onbekende ontvanger.',
  ],
  [
    'mail@nic.xi',
    'Pesan tidak terkirim',
    'Pesan Anda kepada admin@nic.xi tidak dapat dikirim. Alasan: kotak surat penuh.',
  ],
  [
    'mail@nic.xj',
    'Không thể gửi thư',
    'Thư của bạn gửi tới admin@nic.xj không thể chuyển được. Lý do: hộp thư đã đầy.',
  ],
  [
    'mail@nic.xk',
    'تعذر تسليم الرسالة',
    'تعذر تسليم رسالتك إلى admin@nic.xk. السبب: المستخدم غير موجود.',
  ],
  [
    'mail@nic.xl',
    'ההודעה לא נמסרה',
    'לא ניתן למסור את הודעתך אל admin@nic.xl. הסיבה: תיבת הדואר מלאה.',
  ],
  [
    'mail@nic.xm',
    'Lähetys epäonnistui / Delivery failed',
    'Delivery failed for admin@nic.xm: 550 mailbox not found',
  ],
  [
    'no_reply@carrier.example',
    'Message not sent',
    'Your message to +12025550100 was not sent: the recipient does not accept messages from e-mail.',
  ],
  [
    'ana@nic.xa',
    'Re: Please confirm: contacts for .xa',
    "Hello,\n\nI'm currently out of office with limited access to email. I will return on December 5.\n\nFor urgent matters contact bob@nic.xa.\n\nThis is an automated response.",
  ],
  [
    'ana@nic.xa',
    'Out of Office Re: Please confirm: contacts for .xa',
    'I am out of the office until December 5 and will answer when I am back. For urgent matters: bob@nic.xa.',
  ],
  [
    'ana@nic.xa',
    'Ana Lind is out of the office',
    'I will be out of the office starting 20.11.2026 and will not return until 05.12.2026.\n\nNote: This is an automated response to your message "Please confirm" sent on 21.11.2026. This is the only notification you will receive while this person is away.',
  ],
  [
    'ana@nic.xa',
    'Absence du bureau : Please confirm',
    'Je suis absente du bureau jusqu’au 5 décembre. En cas d’urgence, contactez bob@nic.xa.',
  ],
  [
    'ana@nic.xa',
    'Abwesenheitsnotiz',
    'Sehr geehrte Damen und Herren,\nich bin bis einschließlich 05.12. nicht im Büro. Ihre E-Mail wird nicht weitergeleitet. In dringenden Fällen wenden Sie sich bitte an bob@nic.xa.',
  ],
  [
    'ana@nic.xa',
    'Resposta automática de férias',
    'Estou de férias até 5 de dezembro. Em caso de urgência contacte bob@nic.xa.',
  ],
  [
    'ana@nic.xa',
    'Risposta automatica',
    'Sono fuori ufficio fino al 5 dicembre. Per urgenze scrivere a bob@nic.xa.',
  ],
  [
    'ana@nic.xa',
    'Fravær',
    'Jeg er ikke på kontoret før 5. desember. Ved behov kontakt bob@nic.xa.',
  ],
  [
    'ana@nic.xa',
    'Nepřítomnost',
    'Do 5. prosince jsem na dovolené. V naléhavých případech pište na bob@nic.xa. Tato zpráva byla vygenerována automaticky.',
  ],
  ['ana@nic.xa', '自动回复', '您好，您的邮件已收到，我会尽快给您回复。'],
  ['ana@nic.xa', '自动回复: Please confirm: contacts for .xa', '您好！来信收到，谢谢！'],
  [
    'ana@nic.xa',
    '不在通知',
    '12月5日まで休暇をいただいております。お急ぎの方は bob@nic.xa までご連絡ください。',
  ],
  ['ana@nic.xa', '부재중', '12월 5일까지 휴가 중입니다. 급한 용무는 bob@nic.xa 로 연락 바랍니다.'],
  ['ana@nic.xa', 'Автоответ', 'Спасибо за письмо! Я в отпуске до 5 декабря.'],
  [
    'ana@nic.xa',
    'Re: Please confirm',
    'Thank you for your email. Please note that this email address is no longer in use. Please direct all mail to registry@nic.xa. This mailbox is not monitored.',
  ],
  [
    'ana@nic.xa',
    'Email address changed',
    'This is an automatic notification. My e-mail address has changed to ana@registry.xa. Your message has been forwarded.',
  ],
  [
    'hilde@nic.xa',
    'Re: Please confirm',
    'Hilde Brand no longer works at the registry. Your e-mail has not been forwarded. Please contact info@nic.xa. Do not reply to this message.',
  ],
  [
    'desk@nic.xb',
    'Re: Please confirm: contacts for .xb [#NIC-8812]',
    '## Please type your reply above this line ##\n\nYour request (8812) has been received and is being reviewed by our support staff.\n\nTo add additional comments, reply to this email.',
  ],
  [
    'jira@nic.xc',
    '[JIRA] (REG-77) Please confirm: contacts for .xc',
    'tld-ops created REG-77:\n\nPriority: Medium\nAssignee: Unassigned\n\nThis message was sent by Atlassian Jira (v9.4.0)',
  ],
  [
    'rt@nic.xd',
    '[nic.xd #771] AutoReply: Please confirm: contacts for .xd',
    'Greetings,\n\nThis message has been automatically generated in response to the creation of a trouble ticket regarding: "Please confirm".\n\nThere is no need to reply to this message right now. Your ticket has been assigned an ID of [nic.xd #771].',
  ],
  [
    'notifications@crm.example',
    'We received your message',
    'Hi there,\n\nJust a quick note to let you know that we have received your message and someone will get back to you within 24 hours.\n\nThe Registry Team',
  ],
  [
    'info@nic.xe',
    'Bevestiging van ontvangst',
    'Wij hebben uw bericht ontvangen en nemen zo snel mogelijk contact met u op. Dit is een automatisch gegenereerd bericht.',
  ],
  [
    'info@nic.xf',
    'Potwierdzenie otrzymania wiadomości',
    'Dziękujemy za wiadomość. Odpowiemy w ciągu 2 dni roboczych. Prosimy nie odpowiadać na tę wiadomość.',
  ],
  [
    'info@nic.xg',
    'Bekräftelse',
    'Tack för ditt mejl! Vi har tagit emot ditt ärende och återkommer inom två arbetsdagar. Detta är ett automatiskt svar.',
  ],
  [
    'spam-filter@nic.xh',
    'Your message has been quarantined',
    'Your message to admin@nic.xh has been placed in quarantine because it was classified as spam. The recipient may release it.',
  ],
];

export const MORE_PEOPLE: readonly PersonRow[] = [
  ['admin@nic.xa', 'Re: Please confirm: contacts for .xa', 'Yes.'],
  ['admin@nic.xa', 'Re: Please confirm: contacts for .xa', 'ok'],
  [
    'admin@nic.xa',
    'confirm',
    'Confirmed, thanks. The automatic reply that you may have got earlier can be ignored.',
  ],
  [
    'info@nic.xb',
    'Message not delivered',
    'Our message to your list was not delivered. The log says 550 5.7.1 not allowed. Please check.',
  ],
  [
    'info@nic.xb',
    'Undelivered: contacts of .xb',
    'The form that we sent last week was not delivered, so here it is again: Eva Lind, eva@nic.xb.',
  ],
  [
    'postmaster@nic.xc',
    'Delivery report',
    'As promised the delivery report of 21 November. Your letter was rejected by the greylisting and accepted five minutes later. Jo',
  ],
  [
    'postmaster@nic.xc',
    'Mail delivery problems',
    'Mail from lists.example was refused by our gateway until today since your IP was on a blocklist. It is fixed now.',
  ],
  [
    'support@nic.xd',
    'Ticket closed',
    'The ticket about your list was closed by mistake. I am Rita and I look after it now. Which contacts do you still need?',
  ],
  [
    'support@nic.xd',
    'Re: [#123] contacts',
    'Your request is with our legal team. They will answer within five working days. Rita, support',
  ],
  [
    'helpdesk@nic.xe',
    'Kontakte',
    'Ihre Anfrage ist bei uns eingegangen. Die Kontakte lauten: Ines Roth, ines@nic.xe, und Udo Kern, udo@nic.xe. Viele Grüße, Ines Roth',
  ],
  [
    'kontakt@nic.xf',
    'Vielen Dank für Ihre Nachricht',
    'Guten Tag, vielen Dank für Ihre Nachricht. Wir bestätigen beide Kontakte. Mit freundlichen Grüßen, Udo Kern',
  ],
  [
    'contact@nic.xg',
    'Votre demande',
    "Votre demande a bien été reçue. Le contact est Luc Roy, luc@nic.xg. Merci de ne pas répondre à l'ancienne adresse.",
  ],
  [
    'contacto@nic.xh',
    'Re: Please confirm',
    'Recibido. Estoy fuera de la oficina pero confirmo los contactos. Saludos, Iris',
  ],
  [
    'ana@nic.xi',
    'Quarantine',
    'Two messages from you are in quarantine here. Shall I release them or delete them?',
  ],
  ['ana@nic.xi', 'Away next week', 'I am away next week. Bob confirms for me.'],
  [
    'ana@nic.xi',
    'Holiday: deputy for .xi',
    'I am on holiday until 5 December. My deputy is Bob Hale, bob@nic.xi, +1 202 555 0102.',
  ],
  [
    'ana@nic.xi',
    'Urlaub: Vertretung',
    'Ich bin bis 5. Dezember im Urlaub. Meine Vertretung ist Bob Hale, bob@nic.xi.',
  ],
  [
    'ana@nic.xi',
    'Re: Please confirm: contacts for .xi',
    'This message was generated by a human :) We confirm.',
  ],
  [
    'ana@nic.xi',
    'Re: Please confirm: contacts for .xi',
    'We have an automated system that creates tickets, so you got an automated reply. The real answer is: yes.',
  ],
  [
    'ana@nic.xi',
    'Automated exchange of contacts',
    'We would like to send contact changes by an automated system. Is there an API?',
  ],
  [
    'ana@nic.xi',
    'Our mailbox admin@nic.xi',
    'The mailbox admin@nic.xi is no longer monitored. Please write to registry@nic.xi from now on, that is where we read.',
  ],
  [
    'hilde@nic.xj',
    'Goodbye',
    'I have left the registry as of today. My successor is Tom Ray, tom@nic.xj. It was a pleasure, Hilde',
  ],
  ['hilde@nic.xj', 'Re: Please confirm', 'I have retired, please ask Tom.'],
  [
    'tom@nic.xj',
    'New address',
    'Our e-mail address has changed: registry@nic.xj is the right one. The old account has been closed. Tom',
  ],
  ['li@nic.xk', 'Re: 联系人', '您好，邮件收到了，我们同意。我这周出差，下周再联系。'],
  ['sato@nic.xl', 'Re: 連絡先', '自動返信ではなく私が書いています。確認しました。佐藤'],
  ['kim@nic.xm', '부재중 연락처', '제가 휴가 중일 때는 이민수에게 연락해 주세요. 확인합니다.'],
  [
    'ivan@nic.xn',
    'Ошибка доставки',
    'Наше письмо на ваш список не доставлено, ошибка 550. Проверьте, пожалуйста. Иван',
  ],
  [
    'jan@nic.xo',
    'Odp: kontakty',
    'Potwierdzamy. Jestem na urlopie, ale odpowiadam z telefonu. Jan',
  ],
  ['petr@nic.xp', 'Re: kontakty', 'Potvrzujeme. Schránka byla plná, proto až dnes. Petr'],
  [
    'ayse@nic.xq',
    'Re: kişiler',
    'Onaylıyoruz. Posta kutusu dolu olduğu için geç yanıt verdik. Ayşe',
  ],
  [
    'siv@nic.xr',
    'Frånvaro',
    'Hej, jag är inte på kontoret nästa vecka. Kontakta Lars istället. Siv',
  ],
  [
    'leo@nic.xs',
    'Casella piena',
    'La casella di admin@nic.xs era piena e il vostro messaggio non è stato consegnato. Ora funziona. Leo',
  ],
  [
    'rui@nic.xt',
    'Mensagem devolvida',
    'A mensagem que enviámos foi devolvida: 550 user unknown. Qual é o endereço certo?',
  ],
  [
    'noc@nic.xu',
    'Alert: contacts',
    'Automated alerts should go to noc@nic.xu, people to Ana. Both are read day and night.',
  ],
  [
    'dnsadmin@nic.xv',
    'Failure notice',
    'We got a failure notice from your server today. Here is the first line: "This is the mail system at host mx.lists.example." Is that normal?',
  ],
];
