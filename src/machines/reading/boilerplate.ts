/** Finds what nobody typed for us: disclaimers below a mail, and the banners of gateways above it. */

import { isCommandLine, isFormLine } from './data-line.ts';
import { anyOf } from './quote-words.ts';

const TITLES = new RegExp(
  `^[*_=#<[(\\s-]{0,8}(?:${anyOf(
    'confidentiality (?:notice|note|statement|warning|disclaimer), confidential(?:ity)? notice',
    '(?:e-?mail |legal )?disclaimer, legal (?:notice|disclaimer), privacy notice, notice of confidentiality',
    'haftungsausschluss, vertraulichkeitshinweis, vertraulichkeit:, rechtlicher hinweis',
    'avis de confidentialité, avertissement de confidentialité, aviso de confidencialidade?, aviso legal',
    'nota de confidencialidade?, cláusula de confidencialidad, advertencia legal, avviso di riservatezza',
    'clausola di riservatezza, nota di riservatezza, avvertenze ai sensi, klauzula poufności',
    'уведомление о конфиденциальности, конфиденциальность:, gizlilik (?:bildirimi|uyarısı), yasal uyarı',
    '免责声明, 保密声明, 保密提示, 免責聲明, 機密保持, إخلاء (?:مسؤولية|المسؤولية), إشعار (?:السرية|سرية)',
    'vertrouwelijkheid, δήλωση εμπιστευτικότητας, tuyên bố (?:bảo mật|miễn trừ)',
  )})`,
  'iu',
);

const WHOLE_LINES = new RegExp(
  anyOf(
    '(?:consider|think (?:about|of)|respect) (?:the|our) environment, think before (?:you )?print',
    'do you really need to print, save (?:paper|a tree), an die umwelt, denken sie vor dem (?:aus)?druck',
    'umwelt.{0,30}druck, pens(?:ez|ons) à l.environnement, n.imprime[rz] (?:ce|que|cet), avant d.imprimer',
    'antes de imprimir, medio ambiente, meio ambiente, rispett(?:a|iamo|ate) l.ambiente, prima di stampare',
    'denk aan het milieu, tänk på miljön, tænk på miljøet, zanim wydrukujesz, подумайте (?:об|о) (?:окружающей|природе)',
    'çevre(?:yi|mizi) (?:koru|düşün), 请考虑环境, virus-?free\\. ?(?:www|<|http|$), libre de virus',
    'this (?:e-?mail|message) (?:has been|was) (?:checked|scanned), scanned (?:by|for viruses)',
    'auf viren (?:geprüft|überprüft), aucun virus, contrôlée? par avast, sans virus',
  ),
  'iu',
);

// A sentence about this very mail. It takes legal words too before it counts: "This mail is to …".
const OPENERS = new RegExp(
  `^[*_=#<[(\\s-]{0,8}(?:${anyOf(
    '(?:please note:? |important:? |note:? |notice:? |warning:? )?(?:this|the) (?:e-?mail|email|message|communication|transmission|electronic)',
    'the (?:information|contents?|attached|document)s? , information (?:contained )?in this, if you (?:are not|have received|received)',
    'any (?:unauthori[sz]ed|views|opinions|review|disclosure), privileged, confidential, unless you are',
    'diese (?:e-?mail|nachricht|mail), der inhalt dieser, die(?: in dieser|se informationen| information), wenn sie nicht, sollten sie nicht',
    'ce (?:message|courriel|courrier|mail|mél), cet? ?(?:e-?mail|envoi), l.information, les informations, le contenu de ce, si vous (?:n.êtes|avez reçu)',
    'este (?:mensaje|correo|e-?mail|documento), esta (?:comunicación|información|transmisión), la información, el contenido de este, si (?:usted )?(?:no es|ha recibido), le informamos, de conformidad con',
    'esta (?:mensagem|comunicação), este (?:correio|e-mail), a informação, as informações, o conteúdo d, se (?:você )?(?:não|recebeu)',
    'quest[oa] (?:messaggio|documento|e-?mail|comunicazione|posta), le informazioni, il (?:contenuto|presente), la presente, ai sensi',
    'dit (?:bericht|e-?mail), deze (?:e-?mail|mail), de (?:informatie|inhoud)',
    'det(?:ta|te) (?:meddelande|meddelelse|e-?post|e-?brev|mail), denne (?:e-?mail|mail|meddelelse|e-?post|melding), informationen i, tämä (?:viesti|sähköposti)',
    'niniejsz\\p{L}{1,4}, ta wiadomość, treść, tato (?:zpráva|e-?mail), tento (?:e-?mail|dokument), obsah, táto správa, informace',
    'ez az (?:e-?mail|üzenet|elektronikus), jelen (?:e-?mail|üzenet|levél), acest (?:mesaj|e-?mail), informațiile, bu (?:e-?posta|mesaj|ileti|elektronik)',
    'настоящее (?:сообщение|письмо|электронное), данное (?:сообщение|письмо|электронное), это (?:сообщение|письмо|электронное), информация, содержание, сообщение',
    'це (?:повідомлення|електронне), дане повідомлення, цей лист, інформація, αυτό το, το παρόν, το μήνυμα',
    'هذه الرسالة, هذا البريد, إن هذه, تحتوي هذه, المعلومات, إن المعلومات, הודעה זו, דואר אלקטרוני זה, המידע, מסר זה, דוא"ל זה',
    '[本此](?:邮件|郵件|电子邮件|電子郵件|信件|电邮), [この本]{1,2}(?:メール|電子メール|電子), [이본] ?(?:메일|이메일|전자우편|메시지)',
    'email này, thư (?:điện tử )?này, thông tin, อีเมล, ข้อความ, e-?mail ini, pesan ini, surel ini',
  )})`,
  'iu',
);
const LEGAL = new RegExp(
  anyOf(
    'confidential, privileg, intended, addressee, recipient, disclos, unauthori[sz]ed, liab, virus, delete, prohibited',
    'vertraulich, rechtlich, empfänger, adressat, bestimmt, unbefugt, confidentiel, destinataire, strictement, confidencial',
    'destinatari, destinatár, prohibid, proibid, riservat, vietat, geadresseerde, vertrouwelijk, bestemd, konfidentiel',
    'fortrolig, mottagare, mottaker, modtager, luottamuksell, vastaanottaj, poufn, adresat, důvěrn, adresát, dôvern',
    'bizalmas, címzett, confidențial, gizli, alıcı, конфиденциальн, адресат, предназначен, поверителн, получател',
    'конфіденційн, εμπιστευτικ, παραλήπτ, سرية, سري, المرسل إليه, المقصود, סודי, חסוי, נמען, 机密, 保密, 收件人, 機密',
    '宛先, 秘密, 受信者, 기밀, 수신인, bảo mật, người nhận, ความลับ, ผู้รับ, rahasia, penerima, dádos pessoais, gdpr, rgpd',
  ),
  'giu',
);

// What the law wants below a letter of a company: its seat, its register, who leads it.
const IMPRINT = new RegExp(
  `(?<!\\p{L})(?:${anyOf(
    'sitz(?: der gesellschaft)?:, amtsgericht, gnr \\d, handelsregister, hr[ab] \\d, geschäftsführer, vorstand:, aufsichtsrat, ust-?id',
    'registered (?:office|in|number), company (?:no|number|registration), vat (?:no|number|reg), siège social, capital social, rcs, siret',
    'sede legale, p\\. ?iva, kvk, registro mercantil, nif, krs, nip, огрн, инн',
  )})(?!\\p{L})`,
  'iu',
);

/** True for the line in which a company names its seat, its register or its directors. */
export function isImprint(line: string): boolean {
  return line.length <= 300 && IMPRINT.test(line);
}

// More lines than any paragraph of a disclaimer has.
const LONGEST = 25;

/**
 * Which lines of a block (trimmed; '' where nothing is to be looked at) are a disclaimer, each up to
 * the end of its paragraph. What a form or a command is stays.
 */
export function findDisclaimers(block: readonly string[]): boolean[] {
  const found = block.map(() => false);
  const lines = block.map((text) => (text === '' ? BLANK : { text }));
  let at = 0;
  while (at < block.length) {
    const size = disclaimerAt(lines, at, found[at - 2] === true && block[at - 1] === '');
    found.fill(true, at, at + size);
    at += Math.max(size, 1);
  }
  return found;
}

interface Read {
  readonly text: string;
  /** Read only where a disclaimer may begin above, and once. */
  legal?: readonly string[];
  ends?: boolean;
}

const BLANK: Read = { text: '' };

/** How many lines of a disclaimer begin here; `follows` one when the paragraph above is one. */
function disclaimerAt(lines: readonly Read[], at: number, follows: boolean): number {
  const { text } = lines[at] as Read;
  if (text === '' || isCommandLine(text)) return 0;
  const whole = text.length <= 300 && WHOLE_LINES.test(text);
  const titled = TITLES.test(text.slice(0, 80));
  const opens = OPENERS.test(text.slice(0, 80));
  if (!whole && !titled && !opens && !follows) return 0;
  const size = paragraphFrom(lines, at);
  const below = lines.slice(at + 1, at + size);
  if (titled || (whole && below.every((line) => /^(?:www\.|https?:|<)/.test(line.text))))
    return size;
  const words = new Set(lines.slice(at, at + size).flatMap(legalWords)).size;
  if (words >= 2 || (words === 1 && opens && size === 1 && text.length <= 120)) return size;
  return whole || (follows && isImprint(text)) ? 1 : 0;
}

function paragraphFrom(lines: readonly Read[], at: number): number {
  let size = 1;
  while (size < LONGEST && !endsParagraph(lines[at + size])) size += 1;
  return size;
}

function endsParagraph(line: Read | undefined): boolean {
  if (line === undefined || line.text === '') return true;
  line.ends ??= isCommandLine(line.text) || isFormLine(line.text);
  return line.ends;
}

function legalWords(line: Read): readonly string[] {
  line.legal ??= [...line.text.slice(0, 2000).matchAll(LEGAL)].map(([word]) => word.toLowerCase());
  return line.legal;
}

const BANNER_OPENERS =
  /^[^\p{L}]{0,8}(?:ext(?:ern(?:al|e|a|o)?)?(?![\p{L}])|external|caution|warning|attention|be careful|notice|alert|this (?:e-?mail|message) originated from|achtung|vorsicht|warnung|hinweis|externe|extern|attenzione|attenti|atenci[óo]n|aten[çc][ãa]o|cuidado|precauci[óo]n|advertencia|let op|obs|varning|advarsel|huom|uwaga|upozorněn|pozor|figyelem|atenție|dikkat|внимание|осторожно|увага|προσοχή|זהירות|שים לב|تنبيه|تحذير|注意|警告|外部|【外部|주의|외부|cảnh báo|peringatan)/iu;
// What Outlook says above the first mail of a stranger.
const GREETING_TIP =
  /^(?:you don['’]t often get e-?mail|some people who received this|sie erhalten nicht (?:oft|häufig)|vous n['’](?:obtenez|recevez) pas souvent|no suele recibir|não costuma receber|this (?:e-?mail|message) originated (?:from )?outside)/iu;
const BANNER_WORDS = new RegExp(
  anyOf(
    'external, outside, originated, organi[sz]ation, click, links, attachments, sender, safe, recogni[sz]e, often get, extern',
    'außerhalb, absender, anhänge, klick, expéditeur, cliquez, pièces jointes, extérieur, souvent, externo, externa, remitente',
    'fuera de, enlaces, remetente, fora da, e-?mail, message, nachricht, messaggio, письм, 邮件, メール, esterno, esterna, mittente, afzender, buiten, avsändare, afsender, avsender',
    'zewnętrz, nadawc, odesílatel, odosielateľ, külső, feladó, expeditor, kuruluş dışı, gönderen, внешн, отправител, зовнішн',
    'εξωτερικ, αποστολέα, חיצוני, שולח, خارج, خارجي, المرسل, 外部, 发件人, 寄件者, 送信者, 외부, bên ngoài, luar, phishing, häufig',
  ),
  'giu',
);

/** How many lines at the top of a mail are the banner of a gateway; blank ones between them count. */
export function bannerLength(lines: readonly string[]): number {
  let length = 0;
  let inside = false;
  for (const [at, text] of lines.slice(0, 12).entries()) {
    if (text === '') inside = false;
    else if (isBannerLine(text, inside)) {
      inside = true;
      length = at + 1;
      // A rule below a banner parts it from the mail; a rule of its own is the sender's.
    } else if (!/^[-=*_#~\s]{3,}$/.test(text)) break;
    else if (length > 0) length = at + 1;
  }
  return length;
}

function isBannerLine(text: string, goesOn: boolean): boolean {
  if (text.length > 600 || isCommandLine(text) || isFormLine(text)) return false;
  if (isTag(text) || GREETING_TIP.test(text)) return true;
  const words = new Set([...text.matchAll(BANNER_WORDS)].map(([word]) => word.toLowerCase())).size;
  if (goesOn && words >= 1 && !/^(?:dear|hello|hi)(?!\p{L})/iu.test(text)) return true;
  return words >= 2 && BANNER_OPENERS.test(text);
}

const TAG =
  /^(?:ext|extern|external|externe|externer|externo|externa|esterno|esterna|внешний|外部)(?: ?(?:e-?mail|mail|sender|message|absender|expéditeur|письмо|邮件))?$/iu;

// `[EXTERNAL]`, `*** EXTERNAL EMAIL ***`, alone on its line.
function isTag(text: string): boolean {
  return (
    text.length <= 60 &&
    /^[[(<*【#!]/.test(text) &&
    TAG.test(text.replace(/[^\p{L}\s-]/gu, '').trim())
  );
}
