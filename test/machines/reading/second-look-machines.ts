/** Notices of rarer systems, in many languages, without Auto-Submitted and without the null sender. */

/** From, Subject, the text, and header fields where the system writes one of its own. */
export type NoticeRow = readonly [
  from: string,
  subject: string,
  text: string,
  headers?: readonly (readonly [name: string, value: string])[],
];

export const NOTICES: readonly NoticeRow[] = [
  // List engines that want something confirmed, or refuse.
  [
    'tld-admin-confirm+5f1c@lists.nic.xa',
    'confirm 5f1c09a7e2',
    'Mailing list subscription confirmation notice for mailing list Tld-admin\n\nWe have received a request from 192.0.2.1 for subscription of your email address to the list. To confirm, simply reply to this message, keeping the Subject: header intact.',
  ],
  [
    'Majordomo@lists.nic.xb',
    'Majordomo results: Re: Please confirm',
    ">>>> CONFIRM\n**** Command 'confirm' not recognized.\n>>>> \n**** No valid commands found.\n**** Commands must be in message BODY, not in HEADER.",
  ],
  [
    'LISTSERV@listserv.uni-xc.example',
    'Output of your job "tld-ops-join"',
    '> CONFIRM\nUnknown command - "CONFIRM". Try HELP.\n\nSummary of resource utilization\n-------------------------------\n CPU time: 0.000 sec',
  ],
  [
    'registry-help@nic.xd',
    'ezmlm response',
    "Hi! This is the ezmlm program. I'm managing the registry@nic.xd mailing list.\n\nI'm working for my owner, who can be reached at registry-owner@nic.xd.",
  ],
  [
    'SYMPA <sympa@listes.nic.xe>',
    'Résultats de vos commandes',
    "> CONFIRM\nCommande non comprise. Pour l'aide envoyez HELP.\n\nCommandes exécutées : 0",
  ],
  [
    'SYMPA <sympa@listes.nic.xe>',
    'Distribution de votre message impossible',
    "Votre message à la liste admin n'a pas pu être distribué : seuls les abonnés sont autorisés à y écrire. Pour plus d'information, contactez admin-request@listes.nic.xe",
  ],
  [
    'admin-owner@nic.xf',
    'Your message to admin awaits moderator approval',
    "Your mail to 'admin' with the subject\n\n    Please confirm: contacts for .xf\n\nIs being held until the list moderator can review it for approval.",
  ],
  // Bounces in words, from an ordinary address of a provider.
  [
    'Mail Administrator <admin@portal-it.example>',
    'Impossibile consegnare il messaggio',
    'Il messaggio inviato a admin@nic.xg non è stato consegnato. Motivo: la casella del destinatario è piena. Il messaggio originale è allegato.',
  ],
  [
    'info@webmail-br.example',
    'Mensagem não entregue',
    'Sua mensagem não pôde ser entregue ao destinatário admin@nic.xh porque a caixa postal está cheia.\n\n552 5.2.2 Quota exceeded',
  ],
  [
    'Почта <info@pochta-ru.example>',
    'Ваше письмо не доставлено',
    'К сожалению, ваше письмо не может быть доставлено адресату admin@nic.xi: пользователь не найден. Это сообщение создано автоматически, отвечать на него не нужно.',
  ],
  [
    'System <notice@mail-cn.example>',
    '退信通知',
    '抱歉，您的邮件被退回来了。收件人：admin@nic.xj 退信原因：收件人邮箱不存在。',
  ],
  [
    'notice@mail-tw.example',
    '郵件無法投遞',
    '您寄給 admin@nic.xk 的郵件無法投遞，原因：收件者信箱已滿。此信為系統自動發送，請勿回覆。',
  ],
  [
    'info@keitai-jp.example',
    'メール送信エラー',
    '次のあて先へのメッセージはエラーのため送信できませんでした。\n送信先メールアドレスが見つからないか、何らかの理由により送信先メールサーバーに受け取りを拒否されました。\nadmin@nic.xl',
  ],
  [
    'notice@mobile-kr.example',
    '메일 전송 실패 안내',
    '보내신 메일이 admin@nic.xm 에게 전달되지 못했습니다. 사유: 받는 사람의 메일함 용량 초과',
  ],
  [
    'hostmaster@hosting-pl.example',
    'Nie można dostarczyć wiadomości',
    'Twoja wiadomość do admin@nic.xn nie została dostarczona. Powód: nieznany użytkownik. Wiadomość wygenerowana automatycznie.',
  ],
  [
    'pošta <info@posta-cz.example>',
    'Nedoručená zpráva',
    'Vaše zpráva pro admin@nic.xo nemohla být doručena: schránka příjemce je plná. 552 5.2.2 Mailbox full',
  ],
  [
    'info@eposta-tr.example',
    'İletilemeyen ileti',
    'İletiniz admin@nic.xp adresine teslim edilemedi. Alıcının posta kutusu dolu. Bu ileti otomatik olarak oluşturulmuştur.',
  ],
  [
    'info@email-gr.example',
    'Αποτυχία παράδοσης μηνύματος',
    'Το μήνυμά σας προς admin@nic.xq δεν παραδόθηκε: άγνωστος χρήστης. Το μήνυμα αυτό δημιουργήθηκε αυτόματα.',
  ],
  [
    'info@posta-hu.example',
    'Sikertelen kézbesítés',
    'Az Ön levele nem volt kézbesíthető a következő címzettnek: admin@nic.xr. Ok: a postafiók megtelt. Ez egy automatikus üzenet.',
  ],
  [
    'AntiSpam Gateway <gateway@filter.example>',
    'Message not delivered: content violation',
    'The message you sent to admin@nic.xs was not delivered because it violates the content policy of the recipient organisation.\nRule: Phishing words\nTransaction: 8812-AF',
  ],
  [
    'info@oldmta.example',
    'Problem delivering mail',
    '*** The following is a system generated error report ***\nRecipient: <admin@nic.xt>\nReason: 550 Unknown user\nYour mail follows:\nFrom: tld-ops@lists.example',
  ],
  [
    'hostmaster@vms.example',
    'Undeliverable mail',
    '%MAIL-E-NOSUCHUSR, no such user ADMIN at node NIC\nUnable to deliver the following message:',
  ],
  [
    'root@nic.xu',
    'Mail failure - no such recipient',
    'I have been unable to deliver your mail. No such recipient: admin. The text of your mail follows.',
  ],
  // Absences, from the person's own address, in an answer.
  [
    'ana@nic.xa',
    'Re: Please confirm: contacts for .xa',
    'Nu sunt la birou până pe 5 decembrie. Acesta este un răspuns automat.',
  ],
  [
    'ana@nic.xa',
    'Re: Please confirm: contacts for .xa',
    'Trenutno nisam u uredu. Vraćam se 5. prosinca. Ovo je automatska poruka.',
  ],
  [
    'ana@nic.xa',
    'Re: Please confirm: contacts for .xa',
    'Ez egy automatikus válasz. Szabadságon vagyok december 5-ig.',
  ],
  [
    'ana@nic.xa',
    'Re: Please confirm: contacts for .xa',
    'Αυτό είναι ένα αυτόματο μήνυμα. Απουσιάζω έως τις 5 Δεκεμβρίου.',
  ],
  [
    'ana@nic.xa',
    'Re: Please confirm: contacts for .xa',
    'Đây là thư trả lời tự động. Tôi đang nghỉ phép đến ngày 5 tháng 12.',
  ],
  ['ana@nic.xa', 'Re: Please confirm: contacts for .xa', 'นี่คือการตอบกลับอัตโนมัติ ขณะนี้ข้าพเจ้าลาพักร้อน'],
  [
    'ana@nic.xa',
    'Re: Please confirm: contacts for .xa',
    'Ini adalah balasan otomatis. Saya sedang cuti sampai 5 Desember.',
  ],
  [
    'ana@nic.xa',
    'Re: Please confirm: contacts for .xa',
    'این یک پاسخ خودکار است. تا ۱۵ آذر در مرخصی هستم.',
  ],
  [
    'ana@nic.xa',
    'Re: Please confirm: contacts for .xa',
    'זוהי תשובה אוטומטית. אני בחופשה עד 5 בדצמבר.',
  ],
  [
    'ana@nic.xa',
    'Re: Please confirm: contacts for .xa',
    'Това е автоматичен отговор. В отпуск съм до 5 декември.',
  ],
  [
    'ana@nic.xa',
    'Re: Please confirm: contacts for .xa',
    'Це автоматична відповідь. Я у відпустці до 5 грудня.',
  ],
  [
    'ana@nic.xa',
    'Re: Please confirm: contacts for .xa',
    'Toto je automatická odpoveď. Som na dovolenke do 5. decembra.',
  ],
  [
    'ana@nic.xa',
    'Re: Please confirm: contacts for .xa',
    'See on automaatvastus. Olen puhkusel kuni 5. detsembrini.',
  ],
  [
    'ana@nic.xa',
    'Re: Please confirm: contacts for .xa',
    'यह एक स्वचालित उत्तर है। मैं 5 दिसंबर तक छुट्टी पर हूँ।',
  ],
  [
    'ana@nic.xa',
    'Away: Please confirm: contacts for .xa',
    'I will read your mail when I am back on 5 December.',
  ],
  ['ana@nic.xa', 'Urlaub: Please confirm: contacts for .xa', 'Ich bin bis 5. Dezember im Urlaub.'],
  [
    'ana@nic.xa',
    'Poza biurem Re: Please confirm: contacts for .xa',
    'Jestem na urlopie do 5 grudnia.',
  ],
  [
    'ana@nic.xa',
    'Auto: Please confirm: contacts for .xa',
    'Gracias por su mensaje. Estoy de vacaciones hasta el 5 de diciembre.',
  ],
  [
    'ana@nic.xa',
    'away from my mail',
    'I will not be reading my mail for a while. Your mail regarding "Please confirm: contacts for .xa" will be read when I return.',
  ],
  [
    'ana@nic.xa',
    'Re: Please confirm: contacts for .xa',
    'This is a recording. Ana is on holiday. [Sent by the vacation program]',
  ],
  // Tickets and customer systems.
  [
    'support@nic.xa',
    '[#48213] Please confirm: contacts for .xa',
    'Hello,\n\nYour ticket has been created with the ID 48213. A member of our team will answer soon.\n\nTo view the status of the ticket visit https://desk.nic.xa/t/48213',
  ],
  [
    'info@nic.xb',
    '[Case: 00012345] Please confirm',
    'Thank you for contacting the registry. Case number 00012345 has been opened. This is an automated message, please do not reply.\n\nref:_00D5f.5005f:ref',
    [['x-sfdc-lk', '00D5f']],
  ],
  [
    'service@nic.xc',
    'Ihre Anfrage #4711 ist bei uns eingegangen',
    'Guten Tag,\nIhre Anfrage wurde unter der Ticketnummer 4711 erfasst. Bitte antworten Sie nicht auf diese E-Mail.',
  ],
  [
    'soporte@nic.xd',
    '[Ticket#4712] Please confirm: contacts for .xd',
    'Estimado cliente: hemos recibido su solicitud y se ha creado el ticket número 4712. Este es un mensaje automático.',
  ],
  [
    'suporte@nic.xe',
    'Chamado 4713 aberto',
    'Prezado(a), seu chamado foi aberto com o número de protocolo 4713. Não responda a este e-mail.',
  ],
  [
    'assistance@nic.xf',
    'Ticket 4714 créé',
    'Bonjour, votre demande a bien été enregistrée sous le numéro 4714. Ceci est un message automatique, merci de ne pas répondre.',
  ],
  [
    'helpdesk@nic.xg',
    'Ваша заявка №4715 зарегистрирована',
    'Здравствуйте! Ваше обращение зарегистрировано под номером 4715. Это письмо сформировано автоматически.',
  ],
  [
    'support@nic.xh',
    '【受付番号4716】お問い合わせありがとうございます',
    'お問い合わせを受け付けました。受付番号は4716です。本メールは自動送信されています。',
  ],
  [
    'service@nic.xi',
    '您的工单已创建 #4717',
    '您好，我们已收到您的请求，工单编号 4717。此邮件由系统自动发送，请勿回复。',
  ],
  [
    'info@nic.xj',
    'How did we do?',
    'Your ticket 4718 has been closed. Please rate our service:\n\nhttps://survey.nic.xj/4718\n\nThis email was sent by the helpdesk system.',
  ],
  [
    'hello@nic.xk',
    'Thank you for getting in touch',
    'Thanks for reaching out! We aim to answer all enquiries within two working days.\n\nYou are receiving this email because you wrote to hello@nic.xk.',
  ],
  [
    'kontakt@nic.xl',
    'Vielen Dank für Ihre Nachricht',
    'Wir haben Ihre Nachricht erhalten und melden uns so bald wie möglich. Dies ist eine automatische Eingangsbestätigung.',
  ],
  // Filters, quarantines and challenges.
  [
    'quarantine@filter.nic.xm',
    'Spam summary for tld-ops-join@lists.example',
    'The following 3 messages were quarantined since yesterday.\nFrom Subject Date\nClick release to receive a message.',
  ],
  [
    'verify@mailwall.example',
    'Bitte bestätigen Sie Ihre E-Mail an admin@nic.xn',
    'Ihre Nachricht an admin@nic.xn wird zurückgehalten. Klicken Sie auf den folgenden Link, damit sie zugestellt wird: https://mailwall.example/c/77',
  ],
  [
    'verification@mailwall.example',
    'Action required: verify your email to admin@nic.xo',
    'I use a spam filter. Please click the link below once to add yourself to my list of allowed senders:\nhttps://mailwall.example/c/78',
  ],
  [
    'dmarc@portal.example',
    'Report Domain: lists.example Submitter: portal.example Report-ID: <2026.11.27@portal.example>',
    'This is an aggregate report from portal.example.',
  ],
  [
    'fbl@portal.example',
    'FW: complaint',
    'This is an email abuse report for an email message received from IP 192.0.2.9 on Fri, 27 Nov 2026.\n\nFeedback-Type: abuse\nUser-Agent: FBL/1.0\nVersion: 1',
  ],
  [
    'antivirus@gate.nic.xp',
    'Virus removed from your message',
    'A virus was found in the mail that you sent to admin@nic.xp. The attachment was deleted.',
  ],
  [
    'ana@nic.xq',
    'Read: Please confirm: contacts for .xq',
    'Your message\n\n   To: Ana\n   Subject: Please confirm\n   Sent: 27/11/2026 09:00\n\nwas read on 27/11/2026 09:05.',
  ],
  [
    'ana@nic.xr',
    'Declined: Please confirm: contacts for .xr',
    'Ana Petrova has declined this invitation.',
  ],
];
