/**
 * What a program says of its own mail, by language: that it is automatic, that nobody reads the
 * mailbox. Other than the sentences of screen-sentences.ts, no person says these of what he types.
 * Matched against folded text; every gap is bounded.
 */

type Rows = Readonly<Record<string, RegExp>>;

const either = (rows: Rows): string =>
  Object.values(rows)
    .map(({ source }) => source)
    .join('|');

const STATEMENTS: Rows = {
  en: /(?:this|the following) (?:is|was) an? (?:(?:auto(?:mated|matic|matically)?|computer|system|machine)[- ]?(?:generated )?(?:e-?mail |mail |error |out[- ]of[- ]office |vacation |holiday )?(?:reply|response|message|e-?mail|mail|answer|acknowledge?ment|notification|notice|confirmation|receipt|report|responder)(?! (?:disclaimer|footer|banner|from the archive))|recording\b)|this (?:e-?mail|message|mail|reply|response|notification|notice|acknowledge?ment) (?:is|was|has been) (?:(?:being )?(?:sent|generated|created|produced) (?:(?:out )?(?:by an )?automat(?:ically|ed|ic)|by (?:the |our |a )?(?:[\w-]{1,20} ){0,3}(?:system|program|robot|software|responder|jira|help ?desk|service desk|crm))|(?:an )?auto(?:mated\b|-?generated|matically (?:sent|generated|created|produced)))|[([](?:this is an? )?(?:automat(?:ic|ed) (?:message|reply|response|e-?mail|notice|notification)|auto-?(?:reply|response)|(?:sent|generated) (?:automatically|by the vacation (?:program|message)))[.)\]]|i (?:will|am) not (?:be )?reading my (?:e-?)?mail for a while|your (?:e-?)?mail (?:regarding|concerning|about|with the subject) .{0,200} will be read when i|(?:apologi[sz]e|sorry) for this automat|you (?:are receiving|have received) this (?:automat\w{1,10} )?(?:e-?mail|message|reply|response) because (?:you (?:wrote|sent|e-?mailed|contacted|submitted)|your)/,
  de: /(?:dies(?:e[sr]?)? ist|das ist|hierbei handelt es sich um|es handelt sich um) (?:eine? )?(?:automatisch|autom\.|maschinell|systemgeneriert)[^.!]{0,40}(?:nachricht|antwort|e-?mail|mail|mitteilung|bestätigung|meldung|benachrichtigung|notiz)|diese (?:nachricht|e-?mail|mail|antwort|mitteilung|benachrichtigung) (?:wurde|ist|wird) (?:vom system )?(?:automatisch|maschinell) (?:generiert|erstellt|erzeugt|versendet|verschickt|versandt)|^automatische (?:antwort|eingangsbestätigung)/,
  fr: /(?:ceci est|il s'agit d'|(?:ce (?:message|courriel|mail)|cet? e-?mail|cette réponse) (?:est|a été)) ?(?:une? )?(?:(?:message|courriel|réponse|e-?mail|mail|accusé de réception|notification) (?:généré|envoyé|créé|émis)?e? ?(?:automatique)|(?:généré|envoyé|créé|émis)e? (?:de manière |de façon )?automatique|automatique(?!ment (?:vérifié|analysé|contrôlé|signé|chiffré|classé)))/,
  es: /(?:este es|esta es|se trata de) una? (?:mensaje|correo|respuesta|notificación|e-?mail|contestación) (?:(?:generad|enviad|cread)[oa] )?automátic|est[ea] (?:mensaje|correo|respuesta|notificación)[^.!?]{0,20} (?:es|ha sido|fue|se ha) (?:(?:generad|enviad|cread)[oa] )?(?:un[ao]? (?:respuesta |mensaje )?)?automátic/,
  pt: /(?:esta é|este é|trata-se de) uma? (?:mensagem|resposta|e-?mail|notificação) (?:(?:gerad|enviad|criad)[oa] )?automátic|est[ea] (?:mensagem|resposta|e-?mail|notificação) (?:é|foi) (?:(?:gerad|enviad|criad)[oa] )?(?:uma? )?automat/,
  it: /(?:questa è|questo è) una? ?'?(?:messaggio|risposta|e-?mail|notifica) (?:(?:generat|inviat|creat)[oa] )?automatic|quest[oa] (?:messaggio|e-?mail|risposta|notifica) (?:è|è stat[oa]) (?:(?:generat|inviat|creat)[oa] )?(?:in modo )?automatic/,
  nl: /dit is een (?:automatisch|systeem)|(?:deze (?:e-?mail|mail)|dit bericht) (?:is|wordt|werd) (?:een )?automatisch/,
  sv: /(?:detta|det här) (?:är ett|meddelande(?:t)? (?:är|har)|mejl (?:är|har)|mail (?:är|har)) ?(?:skickats |genererats )?(?:automat|autosvar)/,
  da: /dette er (?:en?t? )?(?:automat|autosvar)|denne (?:e-?mail|mail|besked) er (?:sendt |genereret )?automat/,
  no: /dette er (?:en?t? )?(?:automat|autosvar)|denne (?:e-?posten|meldingen) er (?:sendt |generert )?automat/,
  fi: /tämä on automaatti|tämä viesti on (?:lähetetty )?automaatti/,
  is: /þetta er sjálfvirk/,
  cs: /toto je automatick|tato zpráva (?:je|byla) (?:(?:vygenerov|odesl|vytvoř)[aá]?[eé]?n?a )?automatick/,
  sk: /toto je automatick|táto správa (?:je|bola) (?:(?:vygenerov|odosl|vytvor)\p{L}{0,4} )?automatick/u,
  pl: /to jest automatyczn|(?:ta|niniejsza) wiadomość (?:jest|została) (?:(?:wygenerowana|wysłana) )?automatyczn|(?:wiadomość|odpowiedź|e-?mail) (?:wygenerowan|wysłan)[ay] automatycznie/,
  hu: /ez (?:egy )?automatikus|(?:ezt az |ez az )?(?:üzenet|levél|e-?mail)(?:et)? automatikus(?:an)? (?:generál|küld|készül)/,
  ro: /acesta este un (?:răspuns|mesaj|e-?mail) (?:generat )?automat|acest (?:mesaj|e-?mail) (?:este|a fost) (?:generat|trimis|transmis|un)? ?automat/,
  hr: /ovo je automatsk|ov[ao] (?:poruka|je poruka) (?:je )?(?:automatski )?(?:generirana|poslana|poslata|generisana)/,
  sr: /ово је аутоматск/,
  sl: /to je (?:samodejn|avtomatsk)|to sporočilo je (?:bilo )?(?:poslano |ustvarjeno )?(?:samodejn|avtomatsk)/,
  et: /see on (?:automaat|automaatne)|see (?:kiri|teade) on (?:saadetud |loodud )?automaat/,
  lv: /šī ir automātisk|šis ir automātisk/,
  lt: /tai (?:yra )?automatin|šis (?:laiškas|pranešimas) (?:yra )?(?:sugeneruotas |išsiųstas )?automati/,
  sq: /ky (?:është një )?mesazh (?:është )?automatik|kjo është një përgjigje automatike/,
  ru: /(?:это|данное|настоящее|вы получили) (?:(?:письмо|сообщение|уведомление) (?:было )?(?:создано|отправлено|сформировано|сгенерировано)? ?)?(?:автоматическ|автоответ|автоматически)|(?:письмо|сообщение|уведомление) (?:было )?(?:создано|отправлено|сформировано|сгенерировано) (?:почтовой системой )?(?:автоматически|роботом)/,
  uk: /(?:це|цей) (?:лист |повідомлення )?(?:(?:створено|надіслано|сформовано) )?автоматичн|(?:лист|повідомлення) (?:створено|надіслано|сформовано) автоматично/,
  bg: /това е автоматич|(?:писмо|съобщение)(?:то)? е (?:генерирано|изпратено) автоматич/,
  mk: /ова е автоматск/,
  el: /αυτ[όή] (?:είναι|το μήνυμα)[^.!]{0,20} αυτ[όο]μ[αά]τ|(?:το (?:μήνυμα|email) (?:αυτό )?)(?:δημιουργήθηκε|στάλθηκε|αποστέλλεται) αυτ[όο]μ[αά]τ|αυτοματοποιημένο μήνυμα/,
  tr: /bu(?: bir)? otomatik (?:bir )?(?:yanıt|mesaj|cevap|ileti|e-?posta)|bu (?:mesaj|e-?posta|ileti|yanıt) (?:sistem tarafından )?otomatik/,
  ar: /(?:هذا|هذه) (?:رد|رسالة|الرسالة|الرد|بريد|البريد)[^.!]{0,15} ?(?:تلقائي|آلي|آليا|تلقائيا)/,
  fa: /(?:این|اين) (?:یک|پاسخ|پیام|ایمیل)[^.!]{0,20} ?(?:خودکار|اتوماتیک)/,
  he: /(?:זוהי|זו|זאת|זהו) (?:הודעה|תשובה|מענה|דואר)[^.!]{0,10} ?אוטומטי/,
  hi: /(?:यह|ये) (?:एक )?(?:स्वचालित|ऑटोमेटेड|स्वतः)/,
  vi: /đây là (?:thư|email|tin nhắn|một)[^.!]{0,25} ?tự động|(?:thư|email) này (?:được|là)[^.!]{0,15} ?tự động/,
  th: /(?:นี่|ข้อความนี้|อีเมล์?นี้|อีเมลนี้)[^.!]{0,12}(?:เป็น|คือ)?[^.!]{0,15}อัตโนมัติ/,
  id: /ini (?:adalah|merupakan) (?:balasan|pesan|jawaban|e-?mail|surel)[^.!]{0,10} ?otomatis|(?:e-?mail|pesan) ini (?:dikirim|dibuat|dihasilkan)[^.!]{0,12}otomatis/,
  ms: /ini adalah (?:balasan|mesej|e-?mel)[^.!]{0,10} ?(?:automatik|auto)/,
  zh: /(?:这是|這是|此为|此為|此系|本邮件|此邮件|本郵件|此郵件|本信件?|此信件?|这封邮件|該郵件|本消息)(?:一封|为|為|是|由)?(?:由)?(?:[一-鿿]{0,6})(?:系统|系統)?(?:自动|自動)(?:发|發|生成|产生|產生|回|答|应|應|寄)/,
  ja: /(?:この|本|当)(?:メール|メッセージ)は?[^。]{0,20}自動(?:で|的に|送信|返信|配信|応答|発信|生成)|(?:これは|こちらは)[^。]{0,10}自動(?:返信|応答|送信|配信)|自動(?:返信|応答|配信)(?:メール)?です/,
  ko: /(?:이|본) (?:메일|메시지)[은는]?[^.]{0,20}자동(?:으로)? ?(?:발송|생성|회신|전송|응답)|자동 ?(?:회신|응답|발송)(?: 메일| 메시지)?입니다/,
};

// "It says: this is an automatic reply" quotes another mail.
/** "This is an automatic reply": a program says it of this very mail. */
export const STATEMENT = new RegExp(
  `(?<!(?:["'«„“「]|\\bsays:?|\\bsaid:?|\\bthat|\\bif|\\breads:?|\\bwrote:?|\\bwhether) ?)(?:${either(STATEMENTS)})`,
  'u',
);

/** The name of an automatic answer: who uses it speaks of one, unless he says that this is one. */
export const ITS_NAME =
  /auto(?:matic|mated)?[- ]?(?:reply|response|answer|responder)|automatische (?:antwort|nachricht)|abwesenheitsnotiz|réponse automatique|respuesta automática|resposta automática|risposta automatica|automatisch antwoord|autosvar|automatiskt? svar|automaattinen vastaus|automatická odpověď|automatyczn[aą] odpowied|автоответ|автоматическ(?:ий|ого) ответ|автоматичн[ау] відповід|αυτόματη απάντηση|otomatik (?:yanıt|cevap)|自动(?:回复|答复)|自動(?:返信|応答|回覆)|자동 ?(?:회신|응답|답장)|رد تلقائي|תשובה אוטומטית/;

/** "Reason: …", as a report labels it. */
export const REASON_LABEL =
  /(?:reasons?|causes?|error|grund|ursache|motiv[oe]?|causa|cause|raison|reden|oorzaak|orsak|årsag|årsak|syy|powód|przyczyna|důvod|dôvod|ok|razlog|причина|причини|αιτία|αιτιολογία|neden|sebep|alasan|sebab|lý do|السبب|הסיבה|原因|理由|사유|원인) ?[:：]/;

/** "Your mail was not passed on." */
export const NOT_FORWARDED =
  /your (?:e-?mail|message|mail) (?:has not been|was not|will not be|is not(?: being)?) (?:automatically )?(?:forwarded|read|passed on|delivered to anyone)|(?:e-?mails?|nachricht(?:en)?) (?:wird|werden|wurde) nicht (?:automatisch )?(?:weitergeleitet|gelesen)|votre (?:message|courriel|e-?mail) (?:n'a pas été|ne sera pas) (?:transféré|transmis|lu)|(?:su|tu) (?:mensaje|correo) no (?:ha sido|será) (?:reenviado|leído)/;

/** Whom to ask when it is urgent, as absence notices end. */
export const URGENT =
  /(?:in|for|if) (?:case of )?(?:any )?(?:urgen|emergenc)|in dringenden|bei dringend|en cas d'urgence|pour toute urgence|en caso de urgencia|para (?:asuntos|temas) urgentes|em caso de urgência|assuntos urgentes|per (?:le )?urgenze|in caso di urgenza|voor dringende|vid brådskande|i brådskande|ved behov|i hastende|hastesaker|kiireellis|v naléhav|w pilnych|w razie pilnych|sürgős esetben|în caz de urgență|в срочных|по срочным|в случае срочн|у термінових|acil (?:durum|konular)|お急ぎ|緊急の|如有急|紧急|緊急|급한|긴급|בדחיפות|דחופ|للضرورة|عاجل/;

/** That nobody reads the mailbox. */
export const UNREAD = new RegExp(
  either({
    en: /(?:mailbox|address|account|inbox|e-?mail) (?:is|are) (?:not|un|no longer) ?(?:being )?(?:monitored|attended|read|checked)\b(?! (?:at|on|over|during|every|daily|outside|after|before|around|round|all|24|regularly|constantly|continuously|permanently|by (?:me|my)))|(?:messages?|e-?mails?|mail|replies) (?:sent )?to this (?:address|mailbox|account|inbox|e-?mail(?: address)?)(?: is| are| will)? (?:not|never|un)(?: be)? ?(?:read|answered|monitored|delivered|processed)|(?:your (?:message|e-?mail) (?:was|has) not (?:been )?read)|nobody reads (?:this|the) (?:mailbox|address)/,
    de: /(?:postfach|adresse|mailbox|konto) (?:wird|ist) nicht (?:mehr )?(?:gelesen|überwacht|abgerufen|betreut)|nachrichten an diese adresse werden nicht/,
    fr: /(?:boîte|adresse)[^.!]{0,30}(?:n'est (?:pas|plus) (?:consultée|lue|relevée|surveillée))/,
    es: /(?:buzón|dirección|cuenta)[^.!]{0,30} no (?:es|está|se) (?:\w{1,12} )?(?:atendid|monitoriz|supervis|lee|revis)/,
    pt: /(?:caixa|endereço|conta)[^.!]{0,30} não é (?:\w{1,12} )?(?:monitorad|lid|verificad)/,
    it: /(?:casella|indirizzo)[^.!]{0,30} non (?:è|viene) (?:\w{1,12} )?(?:monitorat|lett|presidiat)/,
    nl: /(?:mailbox|postvak|adres) wordt niet (?:meer )?(?:gelezen|bewaakt|gecontroleerd)/,
    pl: /(?:skrzynka|adres)[^.!]{0,20} nie jest (?:monitorowan|czytan|obsługiwan)/,
    ru: /(?:ящик|адрес)[^.!]{0,20} не (?:проверяется|читается|просматривается|обслуживается)/,
    zh: /(?:此|本)(?:邮箱|郵箱|信箱|地址)(?:无人|無人|不)/,
    ja: /(?:この|本)(?:メールアドレス|アドレス)は(?:送信専用|確認されて)/,
  }),
);

/** Words of somebody who speaks for himself or his house, and asks. */
export const PERSONAL =
  /[?؟？]|(?<![\p{L}'.@-])(?:i|i'm|i've|i'd|me|my|mine|we|we've|us|our|ours|ich|mir|mich|mein\p{L}{0,2}|wir|uns|unser\p{L}{0,2}|je (?:suis|vous|ne|n'|me|confirme|serai|souhaite|voudrais)|j'\p{L}{1,12}|moi|mon|nous|notre|nos|yo|nosotros|nuestr\p{L}{1,2}|eu|nós|nosso?s?|noi|nostr\p{L}|ik|wij|onze?|mijn|jag|vi|vår\p{L}{0,2}|jeg|vores|vår|já|my|náš|naše|mój|nasz\p{L}{0,2}|я|мне|мы|нам|наш\p{L}{0,3}|мой|моя|ми|ben|biz|bizim|εγώ|μας|μου|én)(?![\p{L}'@-]|\.\p{L})|我|私|弊社|当社|우리|저희|제가/u;

/** The automatic answer of somebody else, and not this mail. */
export const OF_OTHERS =
  /(?:your|the|got an|that) (?:system's )?(?:automat(?:ic|ed)|auto)[- ]?(?:reply|response|answer|message|e-?mail)(?! (?:is|was) (?:sent|generated))|(?:ihre?|die|eure) automatische|(?:votre|la) réponse automatique|(?:su|la) respuesta automática|(?:sua|a) resposta automática|ваш автоответ|自動返信が/;
