/** The words by which mail programs announce a quotation, by language. */

/** Words or patterns of several languages, parted by a comma and a blank, as one alternation. */
export function anyOf(...lists: readonly string[]): string {
  return lists
    .flatMap((list) => list.split(/,\s+/))
    .map((word) => word.trim().normalize('NFC'))
    .filter((word) => word !== '')
    .toSorted((a, b) => b.length - a.length)
    .join('|');
}

// "On … wrote:": the verb stands at the end, or before the name ("Am … schrieb Ana <a@b>:").
const VERBS = anyOf(
  'wrote, writes, schrieb, schreibt, geschrieben, a écrit, écrit, escribió, escribio, escribía',
  'escreveu, ha scritto, scritto, schreef, geschreven, skrev, skreiv, kirjoitti, napisał, napisała',
  'napisał\\(a\\), pisze, napisana przez, napsal, napsala, napsal\\(a\\), napísal, napísala, a scris',
  'yazdı, yazmış, írta, пишет, написал, написала, написав, написала, пише, писав, писал, написа',
  'έγραψε, έγραψαν, kirjutas, rašė, parašė, rakstīja, napisao, napisala, je napisal, skrifaði',
  'va escriure, ha escrit, missatge de, đã viết, menulis, menulis:, skribis, sendte, shkroi',
);
const UNSPACED = anyOf(
  '写道, 寫道, 写信, 写到, 写了, 書きました, のメッセージ, のメール, さんは書き, 님이 작성, 작성, 님이 쓴',
  '님의 말, كتب, كتابة, کتب, نوشت, כתב, נכתב, เขียน, ने लिखा, লিখেছেন, எழுதியது, დაწერა, գրել',
);
const WROTE = new RegExp(`(?<!\\p{L})(?:${VERBS})(?![\\p{L}\\p{M}])|(?:${UNSPACED})`, 'iu');
const COLON_END = /[:：]\s?[*_]{0,2}$/;
const ADDRESS_END = /<[^<>\s]{1,300}@[^<>\s]{1,300}>{1,2}\s?[:：]\s?[*_]{0,2}$/;
// Outlook writes the address twice: <a@b<mailto:a@b>>, or [mailto:a@b].
const ADDRESS_NEAR_END =
  /[<[][^<>[\]\s]{1,200}@[^<>[\]\s]{1,200}(?:<mailto:[^<>\s]{1,300}>)?[>\]][\s,]{0,3}[\p{L}\p{M}]{0,20}(?: [\p{L}\p{M}]{1,20})?\s?[:：]\s?[*_]{0,2}$/u;
const DATE = /\d{4}|\d[./-]\d|[٠-٩]{2}|[۰-۹]{2}/;

// A preposition, the name of a day with a number soon behind it, a date.
const FIRST_WORDS = anyOf(
  'on, am, le, el, em, il, op, den, dnia, w dniu, w dn, dne, dňa, в, kl, în, pe data, στις, την, на',
  'vào, pada, në, tarihinde, el dia, il giorno, del dia, at, в пн, à',
);
const DAYS = anyOf(
  'mon, tue, wed, thu, fri, sat, sun, mo, di, mi, do, fr, sa, so, lun, mar, mer, jeu, ven, sam, dim',
  'mié, jue, vie, sáb, dom, seg, ter, qua, qui, sex, gio, mån, tis, ons, tor, lör, sön, tir, lør, søn',
  'man, ma, ti, ke, pe, su, pon, wt, śr, czw, pt, sob, niedz, po, út, st, čt, pá, ne, ut, št, pi, ker',
  'luni, joi, pzt, sal, çar, per, cum, paz, пн, вт, ср, чт, пт, сб, вс, нд, пон, вто, сря, чет, пет',
  'пят, суб, вос, нед, сер, втор, δευ, τρί, τετ, πέμ, παρ, σάβ, κυρ, sel, rab, kam, jum, sab, min, sen',
);
const DATED = new RegExp(
  `^[-*_\\s]{0,6}(?:(?:${FIRST_WORDS})(?![\\p{L}\\p{M}])|(?:${DAYS})\\p{L}{0,10}(?:-feira)?[.,]{0,2}\\s(?:\\p{L}{2,12}\\.?,? )?\\p{Nd}|在|于|於|في|فی|در|يوم|بتاريخ|ב|ใน|เมื่อ|\\d{1,4}[./年년-] ?\\d|[٠-٩۰-۹])`,
  'iu',
);

const TIME = /\d{1,2}[:.h]\d{2}|[٠-٩]{1,2}:[٠-٩]{2}/;

// A whole date with a time of day: above a colon that is an attribution in any language.
const WHOLE_DATE =
  /\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[./] ?\d{1,2}[./] ?\d{2,4}|\d{1,2}\.? \p{L}{3,12}\.?,? (?:de )?\d{4}|\p{L}{3,12}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}|\d{4}[年년]/u;
const CLOCK = /\d{1,2}[:：.]\d{2}(?!\.?\d)/;
const TIME_END = /(?:\d{2}|[ap]\.? ?m\.?)\)?\s?[:：]$/i;
const WROTE_END = new RegExp(`(?<!\\p{L})(?:${VERBS}|${UNSPACED})[\\s.…]{0,3}$`, 'iu');

/** True when the text, one line or several joined by blanks, introduces a quotation. */
export function isAttribution(text: string): boolean {
  const tail = text.slice(-600).trimEnd();
  if (!COLON_END.test(tail)) return tail.length <= 300 && isBareAttribution(tail);
  if (ADDRESS_END.test(tail) || WROTE.test(tail)) return true;
  if (tail.length <= 200 && isTimed(tail) && (TIME_END.test(tail) || isDated(text))) return true;
  // Whatever the language: a date, a time of day, an address, and hardly a word behind it.
  if (tail.length <= 300 && isTimed(tail) && ADDRESS_NEAR_END.test(tail)) return true;
  return tail.includes('@') && DATE.test(tail) && TIME.test(tail) && isDated(text);
}

// "On Tue, Nov 3, 2026 at 9:00 AM, Ana <a@b> wrote", without the colon.
function isBareAttribution(text: string): boolean {
  return text.includes('@') && DATE.test(text) && isDated(text) && WROTE_END.test(text);
}

function isTimed(text: string): boolean {
  return WHOLE_DATE.test(text) && CLOCK.test(text);
}

/** True for "Ana Beta <a@b>" above "3 November 2026 at 09:00", without any word. */
export function isSenderAndDate(line: string, below: string): boolean {
  return (
    line.length <= 200 &&
    below.length <= 60 &&
    /^[^@]{2,100}<[^<>\s]{1,100}@[^<>\s]{1,100}>$/.test(line) &&
    isTimed(below)
  );
}

/** True when the line begins as the words above a quotation do: with a day, a date, "On", "Am". */
export function isDated(line: string): boolean {
  return DATED.test(line.trimStart().slice(0, 40));
}

/** True when an attribution of several lines may begin with this line; `surely` with a date. */
export function beginsAttribution(line: string): 'surely' | 'perhaps' | 'no' {
  if (isDated(line) && /\p{Nd}/u.test(line.slice(0, 60))) return 'surely';
  const start = line.slice(0, 300);
  return start.includes('@') && !/[.!?。！？]$/.test(start) ? 'perhaps' : 'no';
}

/** True when the quoted text follows on the same line: "On …, Ana <a@b> wrote: Dear …". */
export function holdsAttribution(line: string): boolean {
  if (beginsAttribution(line) !== 'surely') return false;
  for (const { index } of line.slice(0, 400).matchAll(/[:：](?=\s)/g)) {
    const start = line.slice(0, index + 1);
    if (start.includes('@') && DATE.test(start) && isAttribution(start)) return true;
  }
  return false;
}

const ORIGINALS = anyOf(
  'original message, original appointment, original e-?mail, original mail, message original',
  'ursprüngliche nachricht, ursprüngliche mail, ursprünglicher termin, originalnachricht',
  'originalmeddelande, ursprungligt meddelande, original meddelelse, oprindelig meddelelse',
  'opprinnelig melding, alkuperäinen viesti, message d.origine, message initial, mail original',
  'courriel original, mensaje original, correo original, mensagem original, messaggio originale',
  'messaggio original, oorspronkelijke? ?(?:e-?mail)? ?bericht, wiadomość oryginalna',
  'oryginalna wiadomość, původní zpráva, původní e-?mail, pôvodná správa, eredeti üzenet',
  'mesajul original, mesaj original, özgün ileti, orijinal mesaj, orijinal ileti',
  'исходное сообщение, оригинальное сообщение, исходное письмо, первоначальное сообщение',
  'оригінальне повідомлення, вихідне повідомлення, αρχικό μήνυμα, πρωτότυπο μήνυμα, הודעה מקורית',
  'ההודעה המקורית, الرسالة الأصلية, پیام اصلی, 邮件原件, 原始邮件, 原邮件, 原始郵件, 原始訊息',
  '元のメッセージ, original ?message, 원본 메시지, 원본 메일, 원본메일, thư gốc, tin nhắn gốc',
  'ข้อความต้นฉบับ, ข้อความเดิม, pesan asli, pesan awal, izvorna poruka, izvirno sporočilo',
);
const FORWARDS = anyOf(
  '(?:begin |start of )?forwarded (?:message|by|e-?mail|mail), (?:anfang der )?weitergeleitete[nr]? (?:nachricht|mail|e-?mail)',
  'weitergeleitet von, (?:début du )?message (?:transféré|réexpédié), (?:début du )?courriel transféré',
  '(?:inicio del )?mensaje reenviado, (?:início da )?mensagem (?:encaminhada|reencaminhada)',
  '(?:inizio )?messaggio inoltrato, inoltrato da, doorgestuurd bericht, begin doorgestuurd bericht',
  'vidarebefordrat meddelande, videresendt (?:meddelelse|melding), välitetty viesti, edelleenlähetetty',
  'wiadomość przekazana, przekazana wiadomość, přeposlaná zpráva, preposlaná správa',
  'továbbított üzenet, mesaj redirecționat, yönlendirilen ileti, iletilen mesaj',
  '(?:начало )?(?:пересылаемо|пересланно|переадресованно), переслане повідомлення',
  'προωθημένο μήνυμα, προωθούμενο μήνυμα, הודעה שהועברה, رسالة (?:محولة|معاد توجيهها), 转发的?邮件',
  '開始轉寄, 轉寄的?郵件, (?:以下は)?転送(?:された)?メッセージ, 开始转发, 전달된 메시지, 전달된 메일',
  'thư được chuyển tiếp, tin nhắn đã chuyển tiếp, ข้อความที่ส่งต่อ, pesan terusan, pesan yang diteruskan',
);
const ORIGINAL = new RegExp(`^(?:${ORIGINALS})`, 'iu');
const FORWARDED = new RegExp(`^(?:${FORWARDS})`, 'iu');

/** What a title such as `Original Message`, found between two rules of dashes, announces. */
export function titleKind(title: string): 'original' | 'forwarded' | undefined {
  if (ORIGINAL.test(title)) return 'original';
  return FORWARDED.test(title) ? 'forwarded' : undefined;
}

// Help desks cut off what stands below such a line; so do we, also when it is the first: what they
// send by themselves quotes our letter below it.
const ABOVE_LINE =
  /^[^\p{L}]{0,20}(?:(?:please )?(?:type|write|enter|add) (?:your )?(?:reply|response|answer) above|(?:please )?(?:reply|respond|answer|write) (?:only )?above (?:this|the) line|antwort(?:en sie)? (?:bitte )?(?:über|oberhalb)|bitte (?:antworten sie |schreiben sie )?(?:über|oberhalb)|veuillez (?:répondre|saisir|entrer) (?:au-dessus|votre réponse)|répondez au-dessus|(?:por favor,? )?(?:escriba|responda) (?:su respuesta )?(?:por encima|encima|acima)|digite sua resposta acima|scrivi(?: la tua risposta)? sopra|ответьте выше|пожалуйста,? (?:введите|пишите).{0,20}выше|请在(?:此|这)(?:行|条线)(?:上方|以上|之上))/iu;

/** True for "##- Please type your reply above this line -##". */
export function isAboveLine(line: string): boolean {
  return line.length <= 160 && ABOVE_LINE.test(line);
}

// `name` stands for the product: the languages that put the verb behind it.
const name = String.raw`.{2,40}`;
const SENT_FROM = new RegExp(
  `^(?:${anyOf(
    'sent (?:from|via|with|using) (?!(?:our|us)(?!\\p{L})), get (?:outlook|bluemail) for, get the .{2,20}app',
    'provenance ?: courrier, sent on the move, envoyé (?:de|depuis|à partir|avec|via) , télécharge[rz] outlook, obtenez outlook',
    `gesendet (?:mit|von|aus|über) , von (?:meinem|unterwegs|mobil) ?${name} (?:gesendet|gesendet\\.)`,
    'diese nachricht wurde von meinem, outlook für (?:ios|android)',
    'enviado (?:desde|do|de|a partir|mediante|com|con|pelo) , obtener outlook, obter o outlook',
    'inviato (?:da|dal|tramite|con) , ottieni outlook, scarica outlook',
    'verzonden (?:van|vanaf|met|vanuit) , verstuurd (?:van|vanaf|met) , outlook voor',
    'skickat från , skickat med , hämta outlook, sendt (?:fra|med|via) , få outlook, hent outlook',
    `lähetetty ${name}, hanki outlook, wysłan[eoay] (?:z|za pomocą|przy) , pobierz (?:aplikację )?outlook`,
    `odesláno (?:z|ze|pomocí) , odoslané (?:z|zo|pomocou) , elküldve ${name}, ${name} küldve`,
    `az ${name}[oó]mról küldve, trimis (?:de pe|din|cu|de la) , ${name} gönderildi, ${name} gönderilmiştir`,
    'отправлено (?:из|с|со|от|через) , надіслано (?:з|із|за) , изпратено (?:от|с) , στάλθηκε από',
    'εστάλη από, נשלח (?:מ|באמצעות), تم الإرسال (?:من|بواسطة), أُ?رسلت? من, مرسل من, ارسال شده از',
    '发自, 來自我的, 从我的, 發自, 從我的, 发送自, 傳送自, 寄自, 由我的.{2,30}(?:发送|傳送), 来自我的',
    `${name}から送信, 나의 ${name}에서 보냄, ${name}에서 보냄, (?:đã |được )?gửi từ , ส่งจาก`,
    'dikirim dari , dihantar dari , poslano (?:z|iz|s) , poslato sa , saadetud (?:minu|minu) , išsiųsta iš',
    'enviat des de , enviado dende',
  )})`,
  'iu',
);

/** True for the one-line signature of a mobile program: `Sent from my phone`. */
export function isSentFrom(line: string): boolean {
  if (line.length > 160) return false;
  // The address of the link stands behind it; an own sentence would be longer.
  const words = line.replace(/<[^<>]{0,150}>/g, '').replace(/^[-*_–—\s]{0,4}/, '');
  return words.length <= 80 && SENT_FROM.test(`${words.trim()} `);
}
