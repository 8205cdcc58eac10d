/** The header lines that mail programs print above a quoted mail ("From: … Sent: …"), by language. */

/** What a header line in a quoted header block is about; `other` is importance, attachments and so on. */
export type HeaderKind = 'from' | 'sent' | 'to' | 'cc' | 'subject' | 'other';

// Outlook, Outlook on the web, Apple Mail, Thunderbird, Lotus Notes, Zimbra, Foxmail. Where two
// languages have one word it stands in the first.
const HEADER_WORDS: Readonly<Record<HeaderKind, string>> = {
  from: `from, von, de, da, van, från, fra, lähettäjä, od, odesílatel, odosielateľ, feladó, de la,
    expeditor, expéditeur, remitente, remetente, mittente, afzender, avsändare, afsender, avsender,
    nadawca, kimden, gönderen, от, от кого, отправитель, від, від кого, відправник, от:, από,
    αποστολέας, מאת, שולח, من, المرسل, از, فرستنده, 发件人, 寄件者, 寄件人, 差出人, 送信者, 发自,
    보낸 사람, 보낸사람, 발신자, 발신, từ, người gửi, จาก, ผู้ส่ง, dari, pengirim, daripada, šalje,
    pošiljatelj, pošiljatelj/-ica, nuo, no, saatja, kellelt, frá, absender`,
  sent: `sent, date, sent at, date sent, received, gesendet, gesendet am, datum, envoyé, envoyé le,
    date d'envoi, enviado, enviado el, enviado em, enviado a, enviada, enviada em, enviado às, fecha,
    fecha de envío, data, data de envio, data di invio, inviato, inviato il, verzonden, verzonden op,
    verzonddatum, skickat, skickades, sendt, dato, lähetetty, päiväys, päivämäärä, pvm, wysłano,
    wysłane, data wysłania, odesláno, dne, odoslané, odoslaný, dátum, elküldve, küldve, küldés dátuma,
    küldés ideje, trimis, trimis la, trimisă, dată, data trimiterii, gönderildi, gönderilme tarihi,
    gönderme tarihi, gönderim tarihi, tarih, отправлено, дата, отправлен, дата отправки, надіслано,
    відправлено, изпратено, στάλθηκε, εστάλη, αποστολή, ημερομηνία, נשלח, נשלח ב, תאריך, בתאריך,
    תאריך שליחה, تاريخ الإرسال, التاريخ, تم الإرسال, تاريخ, أرسلت, أُرسلت, مرسل, 发送时间, 发送日期,
    日期, 时间, 寄件日期, 傳送時間, 傳送日期, 寄出日期, 送信日時, 送信日, 日付, 日時, 보낸 날짜, 보낸날짜,
    보낸 시간, 날짜, 발송일, đã gửi, ngày gửi, gửi lúc, đã gửi lúc, ngày, ส่ง, ส่งเมื่อ, วันที่, วันที่ส่ง,
    dikirim, terkirim, tanggal, tarikh, poslano, išsiųsta, nosūtīts, saadetud, kuupäev, sendt den`,
  to: `to, an, à, para, a, aan, till, til, vastaanottaja, do, komu, címzett, címzettek, către, catre,
    destinatar, destinataire, destinatario, destinatário, empfänger, kime, alıcı, кому, получатель, до,
    προς, παραλήπτης, אל, לכבוד, נמען, إلى, الى, المستلم, به, گیرنده, 收件人, 收件者, 宛先, 받는 사람,
    받는사람, 수신자, 수신, đến, tới, người nhận, ถึง, ผู้รับ, kepada, ke, untuk, prima, za, kam, saaja,
    kellele, naar, odbiorca`,
  cc: `cc, cc., bcc, copie, copie à, kopie, kopi, kopia, copia, cópia, kopio, dw, do wiadomości, kópia,
    másolat, másolatot kap, copie la, bilgi, копия, копія, копие, κοιν, κοιν., κοινοποίηση, עותק, העתק,
    نسخة, نسخة إلى, رونوشت, 抄送, 副本, 참조, đồng gửi, สำเนา, สำเนาถึง, tembusan, salinan, ämneskopia,
    c.c`,
  subject: `subject, re, betreff, objet, sujet, asunto, assunto, oggetto, onderwerp, ämne, emne, aihe,
    temat, předmět, predmet, tárgy, subiect, konu, тема, относно, θέμα, נושא, הנושא, הנדון, الموضوع,
    موضوع, 主题, 主题词, 標題, 主旨, 主題, 件名, 제목, chủ đề, tiêu đề, เรื่อง, หัวเรื่อง, perihal, subjek,
    judul, zadeva, tema, temats, teema, efni, naslov`,
  other: `importance, priority, sensitivity, attachments, attachment, reply-to, reply to, organization,
    flag, wichtigkeit, priorität, anlagen, anhänge, antwort an, pièces jointes, importancia, prioridad,
    datos adjuntos, adjuntos, importância, anexos, allegati, priorità, priorité, bijlagen, urgentie,
    prioriteit, bilagor, prioritet, vedlegg, vedhæftede filer, liitteet, tärkeys, załączniki, ważność,
    přílohy, důležitost, prílohy, mellékletek, fontosság, atașări, atașamente, ekler, önem, вложения,
    важность, вкладення, συνημμένα, σημασία, קבצים מצורפים, חשיבות, المرفقات, مرفقات, الأهمية, 附件, 重要性,
    优先级, 重要度, 添付ファイル, 첨부, 중요도, đính kèm, สิ่งที่แนบมา, lampiran, message-id, x-mailer`,
};

const HEADER_KINDS = new Map(
  Object.entries(HEADER_WORDS).flatMap(([kind, words]) =>
    words.split(',').map((word) => [word.trim().normalize('NFC'), kind as HeaderKind] as const),
  ),
);

// At most 60 characters are looked at, so that no line is long enough to matter.
const HEADER_LINE =
  /^[*_]{0,4}(\p{L}[\p{L}\p{M} .'/’-]{0,28}?)[*_]{0,4}(?:\s{0,3}[:：︰]|\t)[*_]{0,4}/u;

/** Which header the line shows (`From: …`, `*Von:* …`, `发件人：…`), or undefined. */
export function headerKind(line: string): HeaderKind | undefined {
  const word = HEADER_LINE.exec(line.trimStart().slice(0, 60))?.[1];
  return word === undefined ? undefined : kindOf(word);
}

const INNER_LABEL = /(?:^|\s)[*_]{0,2}(\p{L}[\p{L}\p{M}]{0,20})[*_]{0,2}\s?[:：]/gu;

/** The headers of a block that some gateway poured into one line: `From: … Sent: … To: …`. */
export function headerKindsIn(line: string): Set<HeaderKind> {
  const kinds = new Set<HeaderKind>();
  for (const [, word] of line.slice(0, 1000).matchAll(INNER_LABEL)) {
    const kind = kindOf(word ?? '');
    if (kind !== undefined && kind !== 'other') kinds.add(kind);
  }
  return kinds;
}

function kindOf(word: string): HeaderKind | undefined {
  return HEADER_KINDS.get(word.trim().toLowerCase().replaceAll('’', "'"));
}
