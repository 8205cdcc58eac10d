/** The words that make an answer doubtful: negations, doubt, other forms of the two words. */

// What may follow CONFIRM on its line when no token does. Everything else could turn it round:
// "confirm receipt", "confirm who you are".
const FILLERS = new Set(
  [
    'please pls thanks thank you very much many for asking yes ok okay agreed the this request change update case subscription regards best kind with hello hi cheers',
    // Thanks and greetings of others; never a word that denies, asks, or needs another behind it.
    'danke dankeschön vielen besten herzlichen dank schön sehr bitte grüße gruß grüsse gruss mfg lg vg viele freundliche freundlichen',
    'merci beaucoup cordialement bonjour gracias muchas saludos hola obrigado obrigada muito cumprimentos abraço olá',
    'grazie mille tante saluti cordiali dank u je wel bedankt hartelijk groet groeten vriendelijke',
    'tack så mycket för att ni du frågar mvh hälsningar hej tak mange tusen takk hilsen hei kiitos paljon terveisin',
    'dziękuję dzięki bardzo pozdrawiam děkuji děkuju pozdravem ďakujem köszönöm mulțumesc teşekkürler teşekkür ederim',
    'спасибо большое благодарю дякую благодаря ευχαριστώ ευχαριστούμε תודה רבה شكرا شكراً جزيلا',
    '谢谢 謝謝 谢谢您 谢谢你 ありがとうございます 감사합니다 terima kasih',
  ]
    .join(' ')
    .split(' '),
);

/** True for a word after CONFIRM that changes nothing: politeness, a case number, a ccTLD. */
export function isFiller(word: string): boolean {
  return FILLERS.has(word.toLowerCase()) || /^#?\d{1,10}$/.test(word) || /^\.[a-z]{2}$/i.test(word);
}

/** True for a token, whole or the part of it that stands before a line break. */
export function looksLikeToken(word: string): boolean {
  const grouped = /^(?:[a-z0-9]{4}-){1,6}[a-z0-9]{0,4}$/i.test(word);
  return (grouped || /^[a-z0-9]{26}$/i.test(word)) && /\d/.test(word);
}

// Not `\b`: it knows ASCII letters only. Labels of domain names (.no, .ne, nic.xa) deny nothing.
const NEGATION =
  /(?<![\p{L}\p{N}.@_-])(?:no|no-one|not|nothing|none|nobody|never|neither|nor|cannot|without|unless|until|till|if|but|before|deny|denied|refuse|refused|stop|cancel|can['’]?t|don['’]?t|won['’]?t|didn['’]?t|isn['’]?t|wasn['’]?t|doesn['’]?t|haven['’]?t|nicht|nichts|niemand|kein|keine|keinen|keiner|nein|personne|nadie|ninguém|nessuno|nulla|niets|nikt|senki|semmi|никто|non|ne|pas|rien|jamais|não|nao|nunca|nada|sin|нет|не|ничего|никогда|niet|geen|nie|nem|nincs|ei|emme|ikke|inte|inget|ingen|değil|yok|není|nejsme|neznáme|nu|nije|nismo|tidak|bukan|không|chưa|δεν|μην|όχι|ні|ніхто|לא|אין|نه|نیست|لا|لم|ليس|لن)(?![\p{L}\p{N}@_-]|\.\p{L})|\p{L}m[ae]d[ıi](?:k|m|lar|ler)?(?!\p{L})|不|没有|沒有|未|ない|ません|않|아니|없|못|ไม่|नहीं/iu;

/** True when the text denies something, or ties it to a condition. */
export function hasNegation(text: string): boolean {
  return NEGATION.test(text);
}

const DENIAL = [
  // "I did not ask for this", "we never requested", "this was not sent by us"
  /(?:n['’]?t|\bnot|\bnever|\bno ?(?:body|one)(?: here)?(?: has| had)?)(?: \w{1,12}){0,3} (?:ask|asked|request|requested|order|ordered|sign|signed|want|wanted|agree|agreed|authori[sz]e|authori[sz]ed|approve|approved|recogni[sz]e|initiate|initiated|send|sent|write|written|consent|confirm|expect|expecting|understand|apply|applied|submit|submitted)\b/iu,
  /\b(?:nicht (?:angefordert|beantragt|von uns)|pas (?:demandé|sollicité)|no (?:he|hemos) (?:pedido|solicitado)|não (?:pedi|pedimos|solicitei|solicitamos))/iu,
  /не (?:запрашивал|просил|отправлял)/iu,
];

const DOUBT = [
  ...DENIAL,
  /\b(?:phish|scam|fraud|spam|suspicious|hoax|hack|impersonat|forged|forgery|fake|spoof|malicious|unsolicited|estafa|fraude|betrug|arnaque|мошен|фишинг)/iu,
  /诈骗|欺诈|钓鱼|詐欺|フィッシング|迷惑メール|احتيال|تصيد/u,
  /\bwho (?:are|is) (?:you|this|behind)\b|\bwhat is this\b|\bis this (?:real|legit|genuine|a joke)/iu,
  /\bno (?:idea|knowledge) (?:of|about|what|who|why)|\bnot (?:aware|from us|by us|our request|true|correct|legitimate|authori[sz]ed)\b/iu,
  /\b(?:object|objection|withdraw|revoke|cancel|decline|disagree|by mistake|in error)\b/iu,
];

/** True when the sender doubts or denies the request, wherever in the text. */
export function hasDoubt(text: string): boolean {
  return DOUBT.some((pattern) => pattern.test(text));
}

// In German, Russian, Chinese, Japanese, Arabic and so on people translate the word; the Latin
// languages share its stem (confirmo, je confirme, refusé).
const CONFIRMING = /confirm|bestätig|подтвержд|确认|確認|أؤكد|نؤكد|تأكيد/iu;
const REJECTING =
  /reject|rejet|rejeit|rechaz|refus|recus|ablehn|abgelehnt|отклон|отказ|拒绝|拒絕|拒否|أرفض|نرفض|رفض/iu;

/** Which of the two words the text speaks of, in any form or language. */
export function mentions(text: string): { readonly confirm: boolean; readonly reject: boolean } {
  return { confirm: CONFIRMING.test(text), reject: REJECTING.test(text) };
}

/** True for a first word that is a slip of the finger away: `CONFRIM`, `comfirm`, `comfrim`, `rejct`. */
export function isMistyped(word: string): boolean {
  const written = word.toLowerCase();
  if (written === 'confirm' || written === 'reject') return false;
  // In the longer word people slip twice.
  const twice = written.startsWith('co') && hasSameLetters(written);
  return twice || ['confirm', 'reject'].some((meant) => isOneSlip(written, meant));
}

// All the letters of "confirm" in whatever order, an M for the N allowed.
function hasSameLetters(written: string): boolean {
  return [...written.replaceAll('m', 'n')].toSorted().join('') === 'cfinnor';
}

// The whole answer in many languages: meant, but not one of our two words.
const ANSWERS =
  /^[^\p{L}]{0,5}(?:yes|yeah|yep|ok|okay|sure|agreed|approved|accepted|correct|right|fine|done|no|nope|never|ja|jawohl|nein|oui|non|d['’]accord|sí|si|vale|sim|não|nao|certo|va bene|nee|akkoord|nej|nei|jo|joo|kyllä|ei|tak|nie|zgoda|ano|ne|áno|igen|nem|da|nu|evet|hayır|tamam|да|нет|хорошо|согласен|согласна|верно|так|ні|ναι|όχι|כן|לא|نعم|لا|موافق|是的?|好的?|可以|同意|不是|不同意|はい|いいえ|承知しました|了解です|네|예|아니요|vâng|không|đồng ý|ya|tidak|setuju|ใช่|ไม่)(?![\p{L}\p{M}\p{N}@-])/iu;

/** True for a short answer with another word than ours ("Sim", "Ok, thanks"), and for a denial in words. */
export function answersOtherwise(own: string): boolean {
  if (own.length > 2_000) return false;
  const said = own.split('\n').filter((line) => line.trim() !== '');
  const isShort = said.length <= 4 && own.length <= 300;
  const denies = DENIAL.some((pattern) => pattern.test(own));
  return denies || (isShort && said.some((line) => line.length <= 40 && ANSWERS.test(line)));
}

// One letter more, less, other, or two exchanged: what is left between the common ends tells.
function isOneSlip(written: string, meant: string): boolean {
  if (Math.abs(written.length - meant.length) > 1) return false;
  let start = 0;
  while (start < written.length && written[start] === meant[start]) start += 1;
  let end = 0;
  const room = Math.min(written.length, meant.length) - start;
  while (end < room && written.at(-1 - end) === meant.at(-1 - end)) end += 1;
  const a = written.slice(start, written.length - end);
  const b = meant.slice(start, meant.length - end);
  return (a.length <= 1 && b.length <= 1) || (a.length === 2 && a === `${b[1]}${b[0]}`);
}
