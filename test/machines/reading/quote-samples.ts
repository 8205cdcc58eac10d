/** How mail programs quote a letter, in the words of many languages: for tests. */

/** Lines above the quoted letter, which has no marks of its own. */
const ANNOUNCEMENTS: Readonly<Record<string, string>> = {
  'Gmail en': 'On Tue, Nov 3, 2026 at 9:00\u202fAM TLD-OPS <join@lists.example> wrote:',
  'Gmail en, wrapped':
    'On Tue, Nov 3, 2026 at 9:00 AM TLD-OPS via the list of the ccTLDs\n<join@lists.example> wrote:',
  'Gmail de': 'Am Di., 3. Nov. 2026 um 09:00 Uhr schrieb TLD-OPS <join@lists.example>:',
  'Gmail fr': 'Le mar. 3 nov. 2026 à 09:00, TLD-OPS <join@lists.example> a écrit :',
  'Gmail fr, wrapped': 'Le mar. 3 nov. 2026 à 09:00, TLD-OPS <join@lists.example> a\nécrit :',
  'Gmail es': 'El mar, 3 nov 2026 a las 9:00, TLD-OPS (<join@lists.example>) escribió:',
  'Gmail pt-BR': 'Em ter., 3 de nov. de 2026 às 09:00, TLD-OPS <join@lists.example>\nescreveu:',
  'Gmail pt-PT': 'TLD-OPS <join@lists.example> escreveu (terça, 3/11/2026 à(s) 09:00):',
  'Gmail it': 'Il giorno mar 3 nov 2026 alle ore 09:00 TLD-OPS <\njoin@lists.example> ha scritto:',
  'Gmail nl': 'Op di 3 nov 2026 om 09:00 schreef TLD-OPS <join@lists.example>:',
  'Gmail sv': 'Den tis 3 nov. 2026 kl 09:00 skrev TLD-OPS <join@lists.example>:',
  'Gmail da': 'Den tir. 3. nov. 2026 kl. 09.00 skrev TLD-OPS <join@lists.example>:',
  'Gmail no': 'tir. 3. nov. 2026 kl. 09:00 skrev TLD-OPS <join@lists.example>:',
  'Gmail fi': 'ti 3. marrask. 2026 klo 9.00 TLD-OPS (join@lists.example) kirjoitti:',
  'Gmail pl': 'wt., 3 lis 2026 o 09:00 TLD-OPS <join@lists.example> napisał(a):',
  'Gmail cs': 'út 3. 11. 2026 v 9:00 odesílatel TLD-OPS <join@lists.example> napsal:',
  'Gmail sk': 'ut 3. 11. 2026 o 9:00 TLD-OPS <join@lists.example> napísal(a):',
  'Gmail hu': 'TLD-OPS <join@lists.example> ezt írta (időpont: 2026. nov. 3., K,\n9:00):',
  'Gmail ro': 'În mar., 3 nov. 2026 la 09:00, TLD-OPS <join@lists.example> a scris:',
  'Gmail tr': 'TLD-OPS <join@lists.example>, 3 Kas 2026 Sal, 09:00 tarihinde\nşunu yazdı:',
  'Gmail ru': 'вт, 3 нояб. 2026 г. в 09:00, TLD-OPS <join@lists.example>:',
  'Gmail uk': 'вт, 3 лист. 2026 р. о 09:00 TLD-OPS <join@lists.example> пише:',
  'Gmail el':
    'Στις Τρί 3 Νοε 2026 στις 9:00 π.μ., ο χρήστης TLD-OPS <\njoin@lists.example> έγραψε:',
  'Gmail he':
    '\u202bבתאריך יום ג׳, 3 בנוב׳ 2026 ב-9:00 מאת \u202aTLD-OPS\u202c\u200f <\u202ajoin@lists.example\u202c\u200f>:\u202c',
  'Gmail ar':
    'في الثلاثاء، ٣ نوفمبر ٢٠٢٦ في ٩:٠٠ ص تمت كتابة ما يلي بواسطة TLD-OPS\n<join@lists.example>:',
  'Gmail zh-CN': 'TLD-OPS <join@lists.example> 于2026年11月3日周二 09:00写道：',
  'Gmail zh-TW': 'TLD-OPS <join@lists.example> 於 2026年11月3日 週二 上午9:00寫道：',
  'Gmail ja': '2026年11月3日(火) 9:00 TLD-OPS <join@lists.example>:',
  'Gmail ko': '2026년 11월 3일 (화) 오전 9:00, TLD-OPS <join@lists.example>님이 작성:',
  'Gmail vi': 'Vào Th 3, 3 thg 11, 2026 vào lúc 9:00 TLD-OPS <\njoin@lists.example> đã viết:',
  'Gmail th': 'ในวันที่ อ. 3 พ.ย. 2026 เวลา 9:00 TLD-OPS <join@lists.example> เขียนว่า:',
  'Gmail id': 'Pada tanggal Sel, 3 Nov 2026 pukul 09.00 TLD-OPS <join@lists.example>\nmenulis:',
  'Gmail bg': 'На вт, 3.11.2026 г. в 9:00 TLD-OPS <join@lists.example> написа:',
  'Gmail hr': 'uto, 3. stu 2026. u 09:00 TLD-OPS <join@lists.example> napisao je:',
  'Gmail ca': 'Missatge de TLD-OPS <join@lists.example> del dia dt., 3 de nov. 2026 a les\n9:00:',
  'Apple Mail en': 'On 3 Nov 2026, at 09:00, TLD-OPS <join@lists.example> wrote:',
  'Apple Mail nl':
    'Op 3 nov. 2026 om 09:00 heeft TLD-OPS <join@lists.example> het volgende geschreven:',
  'Apple Mail pl':
    'Wiadomość napisana przez TLD-OPS <join@lists.example> w dniu 3 lis 2026, o godz. 09:00:',
  'Apple Mail ja': '2026/11/03 9:00、TLD-OPS <join@lists.example>のメール:',
  'Apple Mail cs': '3. 11. 2026 v 9:00, TLD-OPS <join@lists.example>:',
  'Apple Mail, mark before the attribution':
    '> Am 03.11.2026 um 09:00 schrieb TLD-OPS <join@lists.example>:',
  'Thunderbird en': 'On 11/3/26 9:00 AM, TLD-OPS wrote:',
  'Thunderbird de': 'Am 03.11.26 um 09:00 schrieb TLD-OPS:',
  'Lotus Notes': 'TLD-OPS wrote on 03/11/2026 09:00:00:',
  'Lotus Notes, tabular':
    'From:   TLD-OPS/Lists@Lists\nTo:     Ana Beta/NIC\nCc:\nDate:   03/11/2026 09:00\nSubject:        Your contacts',
  163: 'At 2026-11-03 09:00:00, "TLD-OPS" <join@lists.example> wrote:',
  '163 zh': '在 2026-11-03 09:00:00，"TLD-OPS" <join@lists.example> 写道：',
  QQ: '------------------&nbsp;原始邮件&nbsp;------------------\n发件人: "TLD-OPS" <join@lists.example>;\n发送时间: 2026年11月3日(星期二) 上午9:00\n收件人: "Ana"<ana@nic.xa>;\n主题: Your contacts',
  Foxmail: '发件人： TLD-OPS\n发送时间： 2026-11-03 09:00\n收件人： ana\n主题： Your contacts',
  Yandex: '03.11.2026, 09:00, "TLD-OPS" <join@lists.example>:',
  'mail.ru': 'Вторник, 3 ноября 2026, 9:00 +03:00 от TLD-OPS <join@lists.example>:',
  Yahoo: 'On Tuesday, November 3, 2026, 09:00:00 AM GMT+1, TLD-OPS <join@lists.example> wrote:',
  Zimbra:
    '----- Original Message -----\nFrom: "TLD-OPS" <join@lists.example>\nTo: "Ana" <ana@nic.xa>\nSent: Tuesday, November 3, 2026 9:00:00 AM\nSubject: Your contacts',
  'Zimbra fr':
    '----- Mail original -----\nDe: "TLD-OPS" <join@lists.example>\nÀ: "Ana" <ana@nic.xa>\nEnvoyé: Mardi 3 Novembre 2026 09:00:00\nObjet: Your contacts',
  Zoho: '---- On Tue, 03 Nov 2026 09:00:00 +0100 TLD-OPS <join@lists.example> wrote ----',
  Proton:
    '------- Original Message -------\nOn Tuesday, November 3rd, 2026 at 9:00 AM, TLD-OPS <join@lists.example> wrote:',
  GroupWise: '>>> TLD-OPS <join@lists.example> 03/11/2026 9:00 AM >>>',
  Gnus: 'TLD-OPS <join@lists.example> writes:',
  mutt: 'On Tue, Nov 03, 2026 at 09:00:00AM +0100, TLD-OPS wrote:',
  Evolution: 'On Tue, 2026-11-03 at 09:00 +0100, TLD-OPS wrote:',
  Hey: 'On November 3, 2026, TLD-OPS <join@lists.example> wrote:',
  Horde: 'Quoting TLD-OPS <join@lists.example>:',
  'a help desk': '##- Please type your reply above this line -##',
  'a help desk de': '--- Bitte antworten Sie oberhalb dieser Zeile ---',
  Samsung:
    '-------- Original message --------\nFrom: TLD-OPS <join@lists.example> \nDate: 03/11/2026 09:00 (GMT+01:00) \nTo: ana@nic.xa \nSubject: Your contacts ',
  BlackBerry:
    '  Original Message  \nFrom: TLD-OPS\nSent: Tuesday, November 3, 2026 09:00\nTo: ana@nic.xa\nSubject: Your contacts',
  'Windows Phone':
    '________________________________\nFrom: TLD-OPS\nSent: \u200e03/\u200e11/\u200e2026 09:00\nTo: ana@nic.xa\nSubject: Your contacts',
  Hotmail:
    '----------------------------------------\nDate: Tue, 3 Nov 2026 09:00:00 +0000\nSubject: Your contacts\nFrom: join@lists.example\nTo: ana@nic.xa',
  'eM Client':
    '------ Original Message ------\nFrom "TLD-OPS" <join@lists.example>\nTo "Ana" <ana@nic.xa>\nDate 03/11/2026 09:00:00\nSubject Your contacts',
  'a forward in Lotus Notes': '----- Forwarded by Ana Beta/NIC on 03/11/2026 09:00 -----',
  'a forward in Gmail':
    '---------- Forwarded message ---------\nFrom: TLD-OPS <join@lists.example>',
  'a forward in Apple Mail': 'Begin forwarded message:\n\nFrom: TLD-OPS <join@lists.example>',
  'a sender and a date, nothing else': 'TLD-OPS <join@lists.example>\nNovember 3, 2026 at 9:00 AM',
  'a language that we do not know': 'TLD-OPS-k hau idatzi du (2026/11/03 09:00):',
  'a header block in a language that we do not know':
    'ვისგან: TLD-OPS <join@lists.example>\nგაგზავნილია: 3 2026 9:00\nვის: Ana\nთემა: Your contacts',
  'a table of headers': 'Von\tTLD-OPS\nAn\tAna\nDatum\t3.11.2026\nBetreff\tYour contacts',
  'labels above their values':
    'From:\nTLD-OPS\nSent:\nTuesday, November 3, 2026 9:00 AM\nTo:\nAna\nSubject:\nYour contacts',
  'Gmail without the colon': 'On Tue, Nov 3, 2026 at 9:00 AM, TLD-OPS <join@lists.example> wrote',
  'Outlook, poured into one line':
    'From: TLD-OPS <join@lists.example> Sent: Tuesday, November 3, 2026 9:00 AM To: Ana Subject: Your contacts',
  'Outlook, blank lines between':
    'From: TLD-OPS\n\nSent: Tuesday, November 3, 2026 9:00 AM\n\nTo: Ana\n\nSubject: Your contacts',
  'Outlook, long lists':
    'From: TLD-OPS <join@lists.example>\nDate: Tuesday, 3 November 2026 at 09:00\nTo: Ana Beta <ana@nic.xa>, Luis Gama <luis@nic.xa>,\n Eva Delta <eva@nic.xa>,\n Bob Roe <bob@nic.xa>\nCc: x@nic.xa;\ny@nic.xa;\nz@nic.xa\nSubject: Your contacts\nImportance: High\nAttachments: form.txt',
};

/** From, Sent, To, Cc, Subject, as Outlook prints them. */
const OUTLOOK: Readonly<Record<string, readonly [string, string, string, string, string]>> = {
  en: ['From', 'Sent', 'To', 'Cc', 'Subject'],
  de: ['Von', 'Gesendet', 'An', 'Cc', 'Betreff'],
  fr: ['De', 'Envoyé', 'À', 'Cc', 'Objet'],
  es: ['De', 'Enviado el', 'Para', 'CC', 'Asunto'],
  'pt-PT': ['De', 'Enviado', 'Para', 'Cc', 'Assunto'],
  'pt-BR': ['De', 'Enviada em', 'Para', 'Cc', 'Assunto'],
  it: ['Da', 'Inviato', 'A', 'Cc', 'Oggetto'],
  nl: ['Van', 'Verzonden', 'Aan', 'CC', 'Onderwerp'],
  sv: ['Från', 'Skickat', 'Till', 'Kopia', 'Ämne'],
  da: ['Fra', 'Sendt', 'Til', 'Cc', 'Emne'],
  no: ['Fra', 'Sendt', 'Til', 'Kopi', 'Emne'],
  fi: ['Lähettäjä', 'Lähetetty', 'Vastaanottaja', 'Kopio', 'Aihe'],
  pl: ['Od', 'Wysłano', 'Do', 'DW', 'Temat'],
  cs: ['Od', 'Odesláno', 'Komu', 'Kopie', 'Předmět'],
  sk: ['Od', 'Odoslané', 'Komu', 'Kópia', 'Predmet'],
  hu: ['Feladó', 'Elküldve', 'Címzett', 'Másolat', 'Tárgy'],
  ro: ['De la', 'Trimis', 'Către', 'Cc', 'Subiect'],
  tr: ['Kimden', 'Gönderildi', 'Kime', 'Bilgi', 'Konu'],
  ru: ['От', 'Отправлено', 'Кому', 'Копия', 'Тема'],
  uk: ['Від', 'Надіслано', 'Кому', 'Копія', 'Тема'],
  el: ['Από', 'Στάλθηκε', 'Προς', 'Κοιν.', 'Θέμα'],
  he: ['מאת', 'נשלח', 'אל', 'עותק', 'נושא'],
  ar: ['من', 'تاريخ الإرسال', 'إلى', 'نسخة', 'الموضوع'],
  'zh-CN': ['发件人', '发送时间', '收件人', '抄送', '主题'],
  'zh-TW': ['寄件者', '寄件日期', '收件者', '副本', '主旨'],
  ja: ['差出人', '送信日時', '宛先', 'CC', '件名'],
  ko: ['보낸 사람', '보낸 날짜', '받는 사람', '참조', '제목'],
  vi: ['Từ', 'Đã gửi', 'Đến', 'Cc', 'Chủ đề'],
  th: ['จาก', 'ส่ง', 'ถึง', 'สำเนา', 'เรื่อง'],
  id: ['Dari', 'Dikirim', 'Kepada', 'Cc', 'Perihal'],
};

type Labels = readonly [string, string, string, string, string];

/** The same five headers in the ways in which the versions of Outlook print them. */
const FORMS: Readonly<Record<string, (labels: Labels) => string>> = {
  plain: ([from, sent, to, , subject]) =>
    `${from}: TLD-OPS <join@lists.example>\n${sent}: 03.11.2026 09:00\n${to}: Ana Beta\n${subject}: Your contacts`,
  bold: ([from, sent, to, cc, subject]) =>
    `*${from}:* TLD-OPS <join@lists.example>\n*${sent}:* 03.11.2026 09:00\n*${to}:* Ana Beta\n*${cc}:* Luis\n*${subject}:* Your contacts`,
  spaced: ([from, sent, to, , subject]) =>
    `${from}\u00a0: TLD-OPS\n\n${sent} : 03.11.2026 09:00\n\n${to}\u00a0: Ana Beta;\nLuis Gama;\nEva Delta\n\n${subject} : Your contacts`,
  ruled: ([from, sent, to, , subject]) =>
    `________________________________\n\u200e${from}: TLD-OPS\n\u200e${sent}: 03.11.2026\n\u200e${to}: Ana\n\u200e${subject}: x`,
  mobile: ([from, sent, to, cc, subject]) =>
    `${from}：TLD-OPS\n${to}：Ana\n${cc}：Luis\n${subject}：Your contacts\n${sent}：2026-11-03 09:00`,
};

/** Every announcement, and the header block of every language in every form. */
export const ALL_ANNOUNCEMENTS: readonly (readonly [string, string])[] = [
  ...Object.entries(ANNOUNCEMENTS),
  ...Object.entries(OUTLOOK).flatMap(([language, labels]) =>
    Object.entries(FORMS).map(
      ([form, print]) => [`Outlook ${language}, ${form}`, print(labels)] as const,
    ),
  ),
];
