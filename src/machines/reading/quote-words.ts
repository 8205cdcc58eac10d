/** The words by which mail programs announce a quotation, in the commonest languages. */

/** What a header line in a quoted header block ("From: … Sent: … To: …") is about. */
export type HeaderKind = 'from' | 'sent' | 'to' | 'cc' | 'subject';

const HEADER_WORDS: Record<HeaderKind, readonly string[]> = {
  from: [
    'from',
    'von',
    'de',
    'da',
    'van',
    'från',
    'fra',
    'od',
    'gönderen',
    'kimden',
    'lähettäjä',
    'feladó',
    'от',
    'від',
    'от кого',
    'από',
    'من',
    'المرسل',
    '发件人',
    '寄件者',
    '差出人',
    '送信者',
    '보낸 사람',
  ],
  sent: [
    'sent',
    'date',
    'gesendet',
    'datum',
    'envoyé',
    'envoyé le',
    'enviado',
    'enviado el',
    'enviado em',
    'enviada',
    'enviada em',
    'fecha',
    'data',
    'inviato',
    'verzonden',
    'skickat',
    'sendt',
    'wysłano',
    'отправлено',
    'дата',
    'надіслано',
    'تاريخ الإرسال',
    'التاريخ',
    'تم الإرسال',
    '发送时间',
    '日期',
    '寄件日期',
    '送信日時',
    '日付',
    '보낸 날짜',
    'tarih',
    'gönderildi',
  ],
  to: [
    'to',
    'an',
    'à',
    'para',
    'a',
    'aan',
    'till',
    'til',
    'do',
    'кому',
    'إلى',
    '收件人',
    '收件者',
    '宛先',
    '받는 사람',
    'kime',
  ],
  cc: ['cc', 'copie', 'kopie', 'copia', 'cópia', 'копия', 'نسخة', '抄送', '副本', '참조'],
  subject: [
    'subject',
    'betreff',
    'objet',
    'asunto',
    'assunto',
    'oggetto',
    'onderwerp',
    'ämne',
    'emne',
    'temat',
    'тема',
    'الموضوع',
    '主题',
    '主旨',
    '件名',
    '제목',
    'konu',
  ],
};

const HEADER_KINDS = new Map(
  Object.entries(HEADER_WORDS).flatMap(([kind, words]) =>
    words.map((word) => [word, kind as HeaderKind] as const),
  ),
);

// At most 60 characters are looked at, so that no line is long enough to matter.
const HEADER_LINE = /^[*_\s]{0,4}(\p{L}[\p{L} ]{0,24})[*_]{0,2}\s?[:：]/u;

/** Which header the line shows (`From: …`, `*Von:* …`, `发件人：…`), or undefined. */
export function headerKind(line: string): HeaderKind | undefined {
  const word = HEADER_LINE.exec(line.slice(0, 60))?.[1];
  return word === undefined ? undefined : HEADER_KINDS.get(word.trim().toLowerCase());
}

// "On … wrote:": the verb stands at the end, or before the name ("Am … schrieb Ana <a@b>:").
const WROTE =
  /(?<!\p{L})(?:wrote|writes|schrieb|a écrit|écrit|escribi[óo]|escreveu|ha scritto|scritto|schreef|skrev|kirjoitti|napisał|napisał\(a\)|pisze|yazdı|írta|пишет|написала?|писав|писал|έγραψε|kirjutas)(?!\p{L})|写道|寫道|写信|書きました|のメッセージ|님이 작성|كتب|كتابة/iu;
const COLON_END = /[:：]\s?$/;
const ADDRESS_END = /<[^<>\s]{1,300}@[^<>\s]{1,300}>{1,2}\s?[:：]\s?$/;
// A preposition, the name of a day, a date.
const DATED =
  /^\s{0,3}(?:(?:on|am|le|el|em|il|op|den|dnia|w dniu|w dn|в|kl|(?:mon|tue|wed|thu|fri|sat|sun|mo|di|mi|do|fr|sa|so|lun|mar|mer|jeu|ven|sam|dim|mié|jue|vie|sáb|dom|seg|ter|qua|qui|sex|gio|пн|вт|ср|чт|пт|сб|вс)[a-zé]{0,8}[.,]?)(?!\p{L})|在|于|في|بتاريخ|\d{1,4}[./年-] ?\d)/iu;

/** True when the text, one line or several joined by blanks, introduces a quotation. */
export function isAttribution(text: string): boolean {
  const tail = text.slice(-600);
  return COLON_END.test(tail) && (ADDRESS_END.test(tail) || WROTE.test(tail));
}

/** True when an attribution of several lines may begin with this line; `surely` with its first words. */
export function beginsAttribution(line: string): 'surely' | 'perhaps' | 'no' {
  if (DATED.test(line.slice(0, 40))) return 'surely';
  return line.slice(0, 300).includes('@') ? 'perhaps' : 'no';
}

const ORIGINAL =
  /^(?:original (?:message|appointment|e-?mail)|ursprüngliche (?:nachricht|mail)|originalnachricht|message (?:d['’]origine|original)|mensaje original|mensagem original|messaggio originale|oorspronkelijk(?: e-?mail)? ?bericht|исходное сообщение|оригинальное сообщение|邮件原件|原始邮件|原邮件|原始郵件|元のメッセージ|الرسالة الأصلية)/iu;
const FORWARDED =
  /^(?:(?:begin |start of )?forwarded (?:message|by|e-?mail)|(?:anfang der )?weitergeleitete(?:n)? (?:nachricht|mail)|(?:début du )?message (?:transféré|réexpédié)|(?:inicio del )?mensaje reenviado|(?:início da )?mensagem (?:encaminhada|reencaminhada)|(?:inizio )?messaggio inoltrato|doorgestuurd bericht|(?:начало )?(?:пересылаемо|пересланно|переадресованно)|转发的?邮件|轉寄的?郵件|(?:以下は)?転送(?:された)?メッセージ|رسالة (?:محولة|معاد توجيهها)|开始转发)/iu;

/** What a title such as `Original Message`, found between two rules of dashes, announces. */
export function titleKind(title: string): 'original' | 'forwarded' | undefined {
  if (ORIGINAL.test(title)) return 'original';
  return FORWARDED.test(title) ? 'forwarded' : undefined;
}

const SENT_FROM =
  /^(?:sent (?:from|via|with) |get outlook for |envoyé (?:de|depuis|à partir) |gesendet (?:mit|von|aus) |von meinem .{2,20} gesendet|enviado (?:desde|do|de|a partir) |inviato da |verzonden (?:van|vanaf) |отправлено (?:из|с) |发自|從我的|从我的|iphoneから送信|تم الإرسال من|أُرسلت من)/iu;

/** True for the one-line signature of a mobile program: `Sent from my phone`. */
export function isSentFrom(line: string): boolean {
  return line.length <= 80 && SENT_FROM.test(line.trim());
}
