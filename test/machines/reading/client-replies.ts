/** Replies as mail programs send them, each with what its sender wrote: for tests. */

export interface ClientReply {
  readonly name: string;
  readonly text: string;
  readonly own: string;
}

const LETTER = [
  'Dear Admin Contact,',
  '',
  'Please tell us who the security contacts of .xa are.',
  '',
  'CONFIRM abcd-efgh',
];
const PLAIN = LETTER.join('\n');
const MARKED = LETTER.map((line) => (line === '' ? '>' : `> ${line}`)).join('\n');

const DISCLAIMER =
  'This e-mail and any attachments are confidential and intended solely for the\naddressee. If you have received it in error, please notify the sender and delete it.';

/** Replies written by hand for this test, after what the programs are known to do. */
export const CLIENT_REPLIES: readonly ClientReply[] = [
  {
    name: 'Gmail, English, top-posted',
    text: `Hello,\n\nwe will send the names next week.\n\nOn Tue, Nov 3, 2026 at 9:00\u202fAM TLD-OPS <join@lists.example> wrote:\n\n${MARKED}\n`,
    own: 'Hello,\n\nwe will send the names next week.',
  },
  {
    name: 'Gmail, signature above the quotation',
    text: `Two of us will join.\n\n-- \nAna Beta\nNIC .xa\n+44 20 7946 0001\n\nOn Tue, Nov 3, 2026 at 9:00 AM TLD-OPS <join@lists.example>\nwrote:\n\n${MARKED}`,
    own: 'Two of us will join.',
  },
  {
    name: 'Gmail, German, answers between the quoted lines',
    text: 'Hallo,\n\nAm Di., 3. Nov. 2026 um 09:00 Uhr schrieb TLD-OPS <\njoin@lists.example>:\n\n> Who is your first contact?\n\nAna Beta\n\n> And the second?\n\nLuis Gama\n\n> Regards\n',
    own: 'Hallo,\n\nAna Beta\n\nLuis Gama',
  },
  {
    name: 'Gmail, French, wrapped before the verb',
    text: `Bonjour,\n\nC'est noté, merci.\n\nCordialement,\nAna Beta\n\nLe mar. 3 nov. 2026 à 09:00, TLD-OPS <join@lists.example> a\nécrit :\n\n${MARKED}`,
    own: "Bonjour,\n\nC'est noté, merci.",
  },
  {
    name: 'Gmail, Japanese',
    text: `担当者は山田です。\n\nよろしくお願いいたします。\n\n2026年11月3日(火) 9:00 TLD-OPS <join@lists.example>:\n\n${MARKED}`,
    own: '担当者は山田です。\n\nよろしくお願いいたします。',
  },
  {
    name: 'Gmail, Korean',
    text: `다음 주에 답장하겠습니다.\n\n2026년 11월 3일 (화) 오전 9:00, TLD-OPS <join@lists.example>님이 작성:\n\n${MARKED}`,
    own: '다음 주에 답장하겠습니다.',
  },
  {
    name: 'Gmail, Hebrew, with direction marks',
    text: `נשלח את השמות מחר\n\nבברכה,\nענת\n\n\u202bבתאריך יום ג׳, 3 בנוב׳ 2026 ב-9:00 מאת \u202aTLD-OPS\u202c\u200f <\u202ajoin@lists.example\u202c\u200f>:\u202c\n\n${MARKED}`,
    own: 'נשלח את השמות מחר',
  },
  {
    name: 'Gmail, Turkish, wrapped',
    text: `Merhaba,\n\nyarın göndereceğiz.\n\nSaygılarımla,\nAyşe\n\nTLD-OPS <join@lists.example>, 3 Kas 2026 Sal, 09:00 tarihinde\nşunu yazdı:\n\n${MARKED}`,
    own: 'Merhaba,\n\nyarın göndereceğiz.',
  },
  {
    name: 'Gmail, Polish',
    text: `Dzień dobry,\npotwierdzam dane.\n\nPozdrawiam\nAnna\n\nwt., 3 lis 2026 o 09:00 TLD-OPS <join@lists.example> napisał(a):\n\n${MARKED}`,
    own: 'Dzień dobry,\npotwierdzam dane.',
  },
  {
    name: 'Gmail for Android, dark quotation without marks',
    text: `Yes, that is right.\n\nOn Tue, Nov 3, 2026, 9:00 AM TLD-OPS <join@lists.example> wrote:\n\n${PLAIN}`,
    own: 'Yes, that is right.',
  },
  {
    name: 'Gmail, below the quotation',
    text: `On Tue, Nov 3, 2026 at 9:00 AM TLD-OPS <join@lists.example> wrote:\n\n${MARKED}\n\nThe first contact is Ana Beta.\nThe second is Luis Gama.\n`,
    own: 'The first contact is Ana Beta.\nThe second is Luis Gama.',
  },
  {
    name: 'Outlook, English',
    text: `Please add Ana Beta.\n\nKind regards,\n\nLuis Gama\nHead of Operations\nNIC .xa | Main Street 1 | Xaville\nT: +44 20 7946 0001\n\nFrom: TLD-OPS <join@lists.example>\nSent: Tuesday, November 3, 2026 9:00 AM\nTo: Luis Gama <luis@nic.xa>\nSubject: Your contacts\n\n${PLAIN}`,
    own: 'Please add Ana Beta.',
  },
  {
    name: 'Outlook, original message, German',
    text: `Guten Tag,\nwir melden uns.\n\nMit freundlichen Grüßen\nAna Beta\n\n-----Ursprüngliche Nachricht-----\nVon: TLD-OPS <join@lists.example> \nGesendet: Dienstag, 3. November 2026 09:00\nAn: Ana Beta\nBetreff: Your contacts\n\n${PLAIN}`,
    own: 'Guten Tag,\nwir melden uns.',
  },
  {
    name: 'Outlook for iOS, with a rule',
    text: `OK for us.\n\nGet Outlook for iOS<https://aka.ms/o0ukef>\n________________________________\nFrom: TLD-OPS <join@lists.example>\nSent: Tuesday, November 3, 2026 9:00:00 AM\nTo: ana@nic.xa <ana@nic.xa>\nSubject: Your contacts\n\n${PLAIN}`,
    own: 'OK for us.',
  },
  {
    name: 'Outlook for Mac, a line with the date, no marks',
    text: `Fine.\n\nOn 03/11/2026, 09:00, "TLD-OPS" <join@lists.example> wrote:\n\n    Dear Admin Contact,\n    CONFIRM abcd-efgh\n`,
    own: 'Fine.',
  },
  {
    name: 'Outlook, Spanish, bold headers',
    text: `Buenos días,\n\nadjunto los datos.\n\nSaludos cordiales,\nAna Beta\n\n*De:* TLD-OPS <join@lists.example>\n*Enviado el:* martes, 3 de noviembre de 2026 9:00\n*Para:* Ana Beta <ana@nic.xa>\n*Asunto:* Your contacts\n\n${PLAIN}`,
    own: 'Buenos días,\n\nadjunto los datos.',
  },
  {
    name: 'Outlook, Portuguese of Brazil',
    text: `Prezados,\n\nsegue a lista amanhã.\n\nAtenciosamente,\nAna Beta\nAnalista\n\nDe: TLD-OPS <join@lists.example>\nEnviada em: terça-feira, 3 de novembro de 2026 09:00\nPara: Ana Beta <ana@nic.xa>\nCc: Luis Gama <luis@nic.xa>;\n Eva Delta <eva@nic.xa>\nAssunto: Your contacts\nPrioridade: Alta\n\n${PLAIN}`,
    own: 'Prezados,\n\nsegue a lista amanhã.',
  },
  {
    name: 'Outlook, Russian',
    text: `Здравствуйте,\n\nподтверждаем получение.\n\nС уважением,\nАнна Бета\n\nОт: TLD-OPS <join@lists.example>\nОтправлено: 3 ноября 2026 г. 9:00\nКому: Анна Бета\nТема: Your contacts\n\n${PLAIN}`,
    own: 'Здравствуйте,\n\nподтверждаем получение.',
  },
  {
    name: 'Outlook, Chinese',
    text: `您好，\n联系人是王芳。\n\n此致\n敬礼\n\n发件人: TLD-OPS <join@lists.example>\n发送时间: 2026年11月3日 9:00\n收件人: 王芳\n主题: Your contacts\n\n${PLAIN}`,
    own: '您好，\n联系人是王芳。',
  },
  {
    name: 'Outlook, Arabic',
    text: `مرحبا\nسنرسل الأسماء غدا\n\nمع أطيب التحيات،\nآنا\n\nمن: TLD-OPS <join@lists.example>\nتاريخ الإرسال: الثلاثاء، ٣ نوفمبر ٢٠٢٦\nإلى: Ana\nالموضوع: Your contacts\n\n${PLAIN}`,
    own: 'مرحبا\nسنرسل الأسماء غدا',
  },
  {
    name: 'Outlook, Thai',
    text: `เราจะส่งรายชื่อพรุ่งนี้\n\nขอแสดงความนับถือ\nอานา\n\nจาก: TLD-OPS <join@lists.example>\nส่ง: 3 พฤศจิกายน 2569 9:00\nถึง: Ana\nเรื่อง: Your contacts\n\n${PLAIN}`,
    own: 'เราจะส่งรายชื่อพรุ่งนี้',
  },
  {
    name: 'Outlook, disclaimer longer than the text',
    text: `Agreed.\n\nRegards,\nAna\n\n${DISCLAIMER}\n\nPlease consider the environment before printing this e-mail.\n\n________________________________\nFrom: TLD-OPS\nSent: Tuesday\nTo: Ana\nSubject: x\n\n${PLAIN}`,
    own: 'Agreed.',
  },
  {
    name: 'Outlook, quoting with marks and answers inside',
    text: `See below.\n\n> -----Original Message-----\n> From: TLD-OPS\n> Sent: Tuesday\n> To: Ana\n> Subject: x\n>\n> Who is the first contact?\n\nAna Beta.\n\n> Who is the second?\n\nLuis Gama.\n`,
    own: 'See below.\n\nAna Beta.\n\nLuis Gama.',
  },
  {
    name: 'Apple Mail, the attribution behind a mark',
    text: `Danke, passt.\n\nViele Grüße\nAna\n\n> Am 03.11.2026 um 09:00 schrieb TLD-OPS <join@lists.example>:\n> \n${MARKED}\n`,
    own: 'Danke, passt.',
  },
  {
    name: 'Apple Mail on the iPhone, English',
    text: `Will do\n\nSent from my iPhone\n\n> On 3 Nov 2026, at 09:00, TLD-OPS <join@lists.example> wrote:\n> \n> \ufeff${PLAIN.replaceAll('\n', '\n> ')}`,
    own: 'Will do',
  },
  {
    name: 'Apple Mail on the iPhone, Italian',
    text: `Va bene, grazie.\n\nInviato da iPhone\n\n> Il giorno 3 nov 2026, alle ore 09:00, TLD-OPS <join@lists.example> ha scritto:\n> \n${MARKED}`,
    own: 'Va bene, grazie.',
  },
  {
    name: 'Apple Mail, Dutch',
    text: `Akkoord.\n\nMet vriendelijke groet,\nAna Beta\n\n> Op 3 nov. 2026 om 09:00 heeft TLD-OPS <join@lists.example> het volgende geschreven:\n> \n${MARKED}`,
    own: 'Akkoord.',
  },
  {
    name: 'Thunderbird, below the quotation, with a signature',
    text: `On 11/3/26 9:00 AM, TLD-OPS wrote:\n${MARKED}\n\nWe have had new people since May.\n\nBest wishes\nAna\n-- \nAna Beta, NIC .xa\n`,
    own: 'We have had new people since May.',
  },
  {
    name: 'Thunderbird, German, inline',
    text: 'Am 03.11.26 um 09:00 schrieb TLD-OPS:\n> Dear Admin Contact,\nGuten Morgen!\n> \n> Please tell us who the contacts are.\nDas sind Ana Beta und Luis Gama.\n> CONFIRM abcd-efgh\n',
    own: 'Guten Morgen!\n\nDas sind Ana Beta und Luis Gama.',
  },
  {
    name: 'Thunderbird, Swedish',
    text: `Hej!\n\nVi återkommer.\n\nMed vänliga hälsningar\nAna Beta\n\nDen 2026-11-03 kl. 09:00, skrev TLD-OPS:\n${MARKED}`,
    own: 'Hej!\n\nVi återkommer.',
  },
  {
    name: 'Thunderbird, a quoted line wrapped on the way',
    text: '> Please tell us who the security contacts of your registry are and\nhow\n> we can reach them at night and on holidays, with names, numbers and\naddresses\n> of all.\n\nYou will get that tomorrow.',
    own: 'You will get that tomorrow.',
  },
  {
    name: 'Lotus Notes',
    text: `Ok with us.\n\nRegards\n\nAna Beta\nNIC .xa\n\n\n\nFrom:   TLD-OPS <join@lists.example>\nTo:     ana@nic.xa\nCc:     luis@nic.xa\nDate:   03/11/2026 09:00\nSubject:        Your contacts\n\n\n\n${PLAIN}`,
    own: 'Ok with us.',
  },
  {
    name: 'Lotus Notes, wrote on',
    text: `Noted.\n\nTLD-OPS <join@lists.example> wrote on 03/11/2026 09:00:00:\n\n${MARKED}`,
    own: 'Noted.',
  },
  {
    name: 'Lotus Notes, forwarded',
    text: `Can you answer this?\n\n----- Forwarded by Ana Beta/NIC on 03/11/2026 09:00 -----\n\nFrom:   TLD-OPS\nTo:     ana@nic.xa\n\n${PLAIN}`,
    own: 'Can you answer this?',
  },
  {
    name: 'QQ Mail',
    text: `收到，谢谢。\n\n\n\n------------------&nbsp;原始邮件&nbsp;------------------\n发件人: "TLD-OPS" <join@lists.example>;\n发送时间:&nbsp;2026年11月3日(星期二) 上午9:00\n收件人:&nbsp;"ana"<ana@nic.xa>;\n主题:&nbsp;Your contacts\n\n\n\n${PLAIN}`,
    own: '收到，谢谢。',
  },
  {
    name: '163',
    text: `我们下周回复。\n\n\n\n\n\n\n在 2026-11-03 09:00:00，"TLD-OPS" <join@lists.example> 写道：\n\n${PLAIN}`,
    own: '我们下周回复。',
  },
  {
    name: 'Foxmail',
    text: `请添加李明。\n\n发件人： TLD-OPS\n发送时间： 2026-11-03 09:00\n收件人： ana\n主题： Your contacts\n${PLAIN}`,
    own: '请添加李明。',
  },
  {
    name: 'Yandex',
    text: `Добрый день!\n\nСписок пришлём завтра.\n\n03.11.2026, 09:00, "TLD-OPS" <join@lists.example>:\n\n${PLAIN}\n\n-- \nАнна\n`,
    own: 'Добрый день!\n\nСписок пришлём завтра.',
  },
  {
    name: 'mail.ru',
    text: `Хорошо.\n\n-- \nАнна Бета\nОтправлено из Почты Mail\n\nВторник, 3 ноября 2026, 9:00 +03:00 от TLD-OPS <join@lists.example>:\n \n${MARKED}`,
    own: 'Хорошо.',
  },
  {
    name: 'Yahoo',
    text: `Hi,\nwe are three people.\n\n    On Tuesday, November 3, 2026, 09:00:00 AM GMT+1, TLD-OPS <join@lists.example> wrote:  \n \n ${PLAIN.replaceAll('\n', '\n ')}\n`,
    own: 'Hi,\nwe are three people.',
  },
  {
    name: 'Yahoo on Android',
    text: `Yes please\n\nSent from Yahoo Mail on Android \n \n  On Tue, Nov 3, 2026 at 9:00, TLD-OPS<join@lists.example> wrote:   ${PLAIN.replaceAll('\n', '\n   ')}`,
    own: 'Yes please',
  },
  {
    name: 'Zimbra, French',
    text: `Bonjour,\nvoici notre réponse.\n\nBien cordialement,\nAna Beta\n\n----- Mail original -----\nDe: "TLD-OPS" <join@lists.example>\nÀ: "ana" <ana@nic.xa>\nEnvoyé: Mardi 3 Novembre 2026 09:00:00\nObjet: Your contacts\n\n${PLAIN}`,
    own: 'Bonjour,\nvoici notre réponse.',
  },
  {
    name: 'Zoho',
    text: `Please wait until Monday.\n\nSent using Zoho Mail\n\n\n---- On Tue, 03 Nov 2026 09:00:00 +0100 TLD-OPS <join@lists.example> wrote ----\n\n${PLAIN}`,
    own: 'Please wait until Monday.',
  },
  {
    name: 'Proton',
    text: `I am the new contact.\n\nSent with Proton Mail secure email.\n\n------- Original Message -------\nOn Tuesday, November 3rd, 2026 at 9:00 AM, TLD-OPS <join@lists.example> wrote:\n\n\n${MARKED}`,
    own: 'I am the new contact.',
  },
  {
    name: 'GroupWise',
    text: `Thank you, this is correct.\n\n>>> TLD-OPS <join@lists.example> 03/11/2026 9:00 AM >>>\n${PLAIN}`,
    own: 'Thank you, this is correct.',
  },
  {
    name: 'Gnus with Supercite',
    text: 'TLD-OPS <join@lists.example> writes:\n\nTO> Who is the first contact?\n\nAna Beta, as before.\n\nTO> CONFIRM abcd-efgh\n',
    own: 'Ana Beta, as before.',
  },
  {
    name: 'mutt',
    text: `On Tue, Nov 03, 2026 at 09:00:00AM +0100, TLD-OPS wrote:\n${MARKED}\n\nBoth are still with us.\n\n-- \nAna\n`,
    own: 'Both are still with us.',
  },
  {
    name: 'Evolution',
    text: `On Tue, 2026-11-03 at 09:00 +0100, TLD-OPS wrote:\n${MARKED}\nNothing has changed.\n`,
    own: 'Nothing has changed.',
  },
  {
    name: 'a help desk',
    text: `We have asked our colleagues.\n\nAna, NIC .xa\n\n##- Please type your reply above this line -##\n\n${PLAIN}`,
    own: 'We have asked our colleagues.\n\nAna, NIC .xa',
  },
  {
    name: 'Samsung',
    text: `Ok thanks\n\n\nSent from my Galaxy\n\n\n-------- Original message --------\nFrom: TLD-OPS <join@lists.example> \nDate: 03/11/2026  09:00  (GMT+01:00) \nTo: ana@nic.xa \nSubject: Your contacts \n\n${PLAIN}`,
    own: 'Ok thanks',
  },
  {
    name: 'BlackBerry',
    text: `I agree.\n\nSent from my BlackBerry 10 smartphone.\n  Original Message  \nFrom: TLD-OPS\nSent: Tuesday, November 3, 2026 09:00\nTo: ana@nic.xa\nSubject: Your contacts\n\n${PLAIN}`,
    own: 'I agree.',
  },
  {
    name: 'Windows Mail',
    text: `Fine with me.\n\nSent from Mail for Windows\n\nFrom: TLD-OPS\nSent: \u200eTuesday, \u200eNovember \u200e3, \u200e2026 \u200e9:00 \u200eAM\nTo: Ana\nSubject: Your contacts\n\n${PLAIN}`,
    own: 'Fine with me.',
  },
  {
    name: 'Hotmail, with its rule',
    text: `Yes.\n\n----------------------------------------\n> Date: Tue, 3 Nov 2026 09:00:00 +0000\n> From: join@lists.example\n> To: ana@nic.xa\n> Subject: Your contacts\n>\n${MARKED}`,
    own: 'Yes.',
  },
  {
    name: 'the webmail of a hoster, Czech',
    text: `Dobrý den,\nvše souhlasí.\n\nS pozdravem\nAna Beta\n\n---------- Původní e-mail ----------\nOd: TLD-OPS <join@lists.example>\nKomu: ana@nic.xa\nDatum: 3. 11. 2026 9:00:00\nPředmět: Your contacts\n\n${PLAIN}`,
    own: 'Dobrý den,\nvše souhlasí.',
  },
  {
    name: 'a company whose gateway puts a banner on top',
    text: `CAUTION: This email originated from outside of the organization.\nDo not click links or open attachments unless you recognize the sender.\n\nDear team,\nwe need one more week.\n\nSincerely,\nAna Beta\n\nFrom: TLD-OPS\nSent: Tuesday\nTo: Ana\nSubject: x\n\n${PLAIN}`,
    own: 'Dear team,\nwe need one more week.',
  },
  {
    name: 'a tag of a gateway',
    text: '[EXTERNAL]\n\nWe decline.\n',
    own: 'We decline.',
  },
  {
    name: 'a German company',
    text: 'Sehr geehrte Damen und Herren,\n\nanbei die Angaben.\n\nMit freundlichen Grüßen\ni. A. Ana Beta\nLeiterin Technik\n\nNIC xa GmbH\nHauptstr. 1\n10115 Xastadt\nTel.: +49 30 23125 001\nwww.nic.xa\nGeschäftsführer: Luis Gama\n\nDiese E-Mail enthält vertrauliche und rechtlich geschützte Informationen. Wenn Sie\nnicht der richtige Empfänger sind, informieren Sie bitte den Absender.',
    own: 'Sehr geehrte Damen und Herren,\n\nanbei die Angaben.',
  },
  {
    name: 'a form below the closing',
    text: 'Hello,\n\nour contacts are below.\n\nBest regards,\nAna Beta\n\nContact 1\nFirst name: Ana\nLast name: Beta\nE-mail: ana@nic.xa\nPhone: +44 20 7946 0001',
    own: 'Hello,\n\nour contacts are below.\n\nContact 1\nFirst name: Ana\nLast name: Beta\nE-mail: ana@nic.xa\nPhone: +44 20 7946 0001',
  },
  {
    name: 'a postscript below the closing',
    text: `We agree.\n\nBest,\nAna\n\nPS: Please use my new address from now on.\n\nOn 11/3/26 9:00 AM, TLD-OPS wrote:\n${MARKED}`,
    own: 'We agree.\n\nPS: Please use my new address from now on.',
  },
  {
    name: 'thanks as the answer',
    text: 'Thanks for the reminder.\n\nThanks,\nAna Beta\nNIC .xa',
    own: 'Thanks for the reminder.',
  },
  {
    name: 'nothing but a closing and a name',
    text: 'Best regards,\nAna Beta',
    own: 'Best regards,\nAna Beta',
  },
  {
    name: 'an answer with a colon and a date',
    text: 'On 3 November our contacts were changed to these:\nAna Beta, ana@nic.xa\nLuis Gama, luis@nic.xa',
    own: 'On 3 November our contacts were changed to these:\nAna Beta, ana@nic.xa\nLuis Gama, luis@nic.xa',
  },
  {
    name: 'rules between contacts',
    text: 'Our contacts:\n\n----------\nAna Beta\nana@nic.xa\n----------\nLuis Gama\nluis@nic.xa\n----------\n',
    own: 'Our contacts:\n\n----------\nAna Beta\nana@nic.xa\n----------\nLuis Gama\nluis@nic.xa\n----------',
  },
  {
    name: 'full-width marks, Japanese',
    text: '田中です。\n\n＞ 担当者はどなたですか。\n山田です。\n＞ 電話番号は？\n+81 3 1234 5678\n',
    own: '田中です。\n\n山田です。\n\n+81 3 1234 5678',
  },
  {
    name: 'Vietnamese, with the mobile footer',
    text: `Chúng tôi sẽ trả lời vào tuần sau.\n\nĐã gửi từ iPhone của tôi\n\n> Vào 09:00, 3 thg 11, 2026, TLD-OPS <join@lists.example> đã viết:\n>\n${MARKED}`,
    own: 'Chúng tôi sẽ trả lời vào tuần sau.',
  },
  {
    name: 'Indonesian',
    text: `Terima kasih, sudah kami terima.\n\nHormat kami,\nAna\n\nPada tanggal Sel, 3 Nov 2026 pukul 09.00 TLD-OPS <join@lists.example>\nmenulis:\n\n${MARKED}`,
    own: 'Terima kasih, sudah kami terima.',
  },
  {
    name: 'Greek, Outlook',
    text: `Καλημέρα,\nσυμφωνούμε.\n\nΜε εκτίμηση,\nΆνα\n\nΑπό: TLD-OPS\nΣτάλθηκε: Τρίτη, 3 Νοεμβρίου 2026 9:00 πμ\nΠρος: Ana\nΘέμα: Your contacts\n\n${PLAIN}`,
    own: 'Καλημέρα,\nσυμφωνούμε.',
  },
];
