/**
 * Subjects under which machines write, by language: the next language is one more row. Hints only:
 * people answer such mails, and write such words.
 */

type Rows = Readonly<Record<string, RegExp>>;

/** What a mail program puts before the subject of a mail that it answers while its owner is away. */
const MADE_ABSENCE: Rows = {
  en: /^(?:(?:automatic|automated) (?:reply|response|answer)|auto[- ]?(?:reply|response|responder|answer)|auto|out of (?:the )?office(?: auto ?-?reply| reply| notification)?|ooo|vacation (?:reply|response|notice|message)|away (?:from|notification)[a-z ]{0,20}|\[auto-?reply)\s?[:：\]]|^.{2,60} is (?:currently )?out of (?:the )?office(?: \(|\.?$)/,
  de: /^(?:automatische (?:antwort|rückantwort|nachricht)|abwesenheits(?:notiz|nachricht|meldung|benachrichtigung|assistent)|abwesend|autom\. antwort|auto(?:matische )?-?antwort|nicht im (?:büro|haus))\s?[:：]/,
  fr: /^(?:réponse automatique|message automatique|absence(?: du bureau)?|absent(?:e)? du bureau|avis d'absence|notification d'absence)\s?[:：]/,
  es: /^(?:respuesta automática|respuesta automatica|contestación automática|fuera de (?:la )?oficina|ausente|aviso de ausencia)\s?[:：]/,
  pt: /^(?:resposta automática|resposta automatica|fora do escritório|ausência temporária|ausente)\s?[:：]/,
  it: /^(?:risposta automatica|fuori (?:sede|ufficio)|assente|assenza)\s?[:：]/,
  nl: /^(?:automatisch antwoord|afwezig(?:heid|heidsbericht)?(?: assistent)?|niet aanwezig)\s?[:：]/,
  sv: /^(?:auto(?:matiskt )?svar|frånvaro(?:meddelande)?|ej på kontoret)\s?[:：]/,
  da: /^(?:auto(?:matisk )?svar|fravær(?:sbesked)?|ikke til stede|ikke på kontoret)\s?[:：]/,
  no: /^(?:automatisk svar|fravær(?:smelding)?|ikke til stede)\s?[:：]/,
  fi: /^(?:automaattinen vastaus|poissa(?:oloilmoitus)?)\s?[:：]/,
  cs: /^(?:automatická odpověď|mimo kancelář|nepřítomnost)\s?[:：]/,
  sk: /^(?:automatická odpoveď|mimo kancelárie)\s?[:：]/,
  pl: /^(?:automatyczna odpowiedź|odpowiedź automatyczna|autoodpowiedź|poza biurem|nieobecność)\s?[:：]/,
  hu: /^(?:automatikus válasz|házon kívül)\s?[:：]/,
  ro: /^(?:răspuns automat)\s?[:：]/,
  hr: /^(?:automatski (?:odgovor|odziv)|samodejni odgovor)\s?[:：]/,
  et: /^(?:automaatvastus|automaatne vastus)\s?[:：]/,
  lv: /^(?:automātiskā atbilde|automātiska atbilde)\s?[:：]/,
  lt: /^(?:automatinis atsakymas)\s?[:：]/,
  ru: /^(?:автоматический ответ|автоответ(?:чик)?|вне офиса|нет на (?:(?:рабочем )?месте|работе)|отсутствую)\s?[:：]/,
  uk: /^(?:автоматична відповідь|автовідповідь)\s?[:：]/,
  bg: /^(?:автоматичен отговор)\s?[:：]/,
  el: /^(?:αυτόματη απάντηση|εκτός γραφείου)\s?[:：]/,
  tr: /^(?:otomatik (?:yanıt|cevap)|ofis dışında)\s?[:：]/,
  ar: /^(?:رد تلقائي|الرد التلقائي|رد آلي|خارج المكتب)\s?[:：]/,
  he: /^(?:תשובה אוטומטית|מענה אוטומטי|מחוץ למשרד)\s?[:：]/,
  fa: /^(?:پاسخ خودکار)\s?[:：]/,
  zh: /^(?:自动答复|自动回复|自動回覆|自動答覆|自动应答|外出)\s?[:：]/,
  ja: /^(?:自動(?:応答|返信|回答)|不在(?:通知|連絡)?)\s?[:：]/,
  ko: /^(?:자동 ?(?:회신|응답|답장)|부재 ?중(?: 알림)?)\s?[:：]/,
  vi: /^(?:trả lời tự động|tự động trả lời)\s?[:：]/,
  th: /^(?:ตอบกลับอัตโนมัติ|การตอบกลับอัตโนมัติ)\s?[:：]/,
  id: /^(?:balasan otomatis|jawaban otomatis)\s?[:：]/,
};

/** The subject itself says that a program answers; nobody types that but to speak of one. */
const AUTO: Rows = {
  west: /^(?:\[auto-?(?:reply|response)\].{0,400}|auto(?:matic|mated)? ?-?(?:reply|response|answer|responder)|autoreply|autoresponse|automatische (?:antwort|abwesenheitsnotiz)|abwesenheits(?:notiz|nachricht|meldung|benachrichtigung)|réponse automatique|(?:message|avis|notification) d'absence|respuesta automática|aviso de ausencia|resposta automática|risposta automatica|automatisch antwoord|afwezigheidsbericht|autosvar|automatiskt svar|automatisk svar|frånvaromeddelande|fraværsmelding|automaattinen vastaus|poissaoloilmoitus)(?: (?:de|di|von|from|du|da) .{1,60}| ?[:：].{0,400})?[.! ]{0,3}$/,
  east: /^(?:automatická odpověď|automatická odpoveď|automatyczna odpowiedź|autoodpowiedź|automatikus válasz|răspuns automat|automatski odgovor|samodejni odgovor|автоматический ответ|автоответ(?:чик)?|автоматична відповідь|автоматичен отговор|αυτόματη απάντηση|otomatik (?:yanıt|cevap))(?: ?[:：].{0,400})?[.! ]{0,3}$/,
  asia: /^(?:自动(?:回复|答复)|自動(?:回覆|答覆|返信|応答)(?:メール)?|不在(?:通知|のお知らせ|連絡)|자동 ?(?:회신|응답|답장)|부재 ?중 ?알림|رد تلقائي|الرد التلقائي|תשובה אוטומטית|מענה אוטומטי|پاسخ خودکار|trả lời tự động|ตอบกลับอัตโนมัติ|balasan otomatis)(?: ?[:：].{0,400})?$/,
};

/** What people give their autoresponders as a subject, and what a person may type too. */
const ABSENCE: Rows = {
  en: /^(?:(?:automatic|automated) (?:reply|response)|auto[- ]?(?:reply|response|responder)|(?:i am |i'm |currently )?out of (?:the )?office(?: (?:auto ?-?reply|reply|message|notice|notification|response))?|ooo|(?:i am |i'm )?(?:on |away on )?(?:vacation|annual leave|maternity leave|leave|holidays?)(?: (?:reply|response|notice|message))?|away from (?:my|the) (?:mail|desk|office|e-?mail))[.! ]{0,3}$/,
  de: /^(?:abwesenheit(?:snotiz|snachricht|smeldung)?|automatische antwort|urlaub|(?:ich bin )?nicht im büro|außer haus)[.! ]{0,3}$/,
  fr: /^(?:absence(?: du bureau)?|réponse automatique|absente? du bureau|en (?:congés?|vacances)|message d'absence)[.! ]{0,3}$/,
  es: /^(?:respuesta automática|fuera de (?:la )?oficina|ausente|de vacaciones|vacaciones)[.! ]{0,3}$/,
  pt: /^(?:resposta automática|fora do escritório|ausente|(?:de )?férias)[.! ]{0,3}$/,
  it: /^(?:risposta automatica|fuori (?:sede|ufficio)|assente|in ferie|ferie)[.! ]{0,3}$/,
  nl: /^(?:automatisch antwoord|afwezig(?:heid)?|(?:met )?vakantie)[.! ]{0,3}$/,
  sv: /^(?:autosvar|frånvaro|semester)[.! ]{0,3}$/,
  da: /^(?:autosvar|fravær|ferie)[.! ]{0,3}$/,
  fi: /^(?:automaattinen vastaus|poissa|lomalla)[.! ]{0,3}$/,
  cs: /^(?:automatická odpověď|dovolená|nepřítomnost)[.! ]{0,3}$/,
  pl: /^(?:automatyczna odpowiedź|autoresponder|urlop)[.! ]{0,3}$/,
  ru: /^(?:автоматический ответ|автоответ(?:чик)?|(?:я )?в отпуске|отпуск)[.! ]{0,3}$/,
  ar: /^(?:رد تلقائي|خارج المكتب|في إجازة)$/,
  he: /^(?:תשובה אוטומטית|מחוץ למשרד|בחופשה)$/,
  tr: /^(?:otomatik yanıt|ofis dışında|izindeyim)$/,
  zh: /^(?:自动回复|自动答复|自動回覆|休假|外出)$/,
  ja: /^(?:自動(?:応答|返信)(?:メール)?|不在(?:のお知らせ|通知)?)$/,
  ko: /^(?:자동 ?(?:회신|응답)|부재 ?중)$/,
};

const BOUNCE: Rows = {
  en: /^(?:undeliver(?:ed|able)|(?:your )?(?:message|mail|e-?mail) (?:to|for) \S{3,80}@\S{3,80} (?:was|could|has) not (?:be |been )?delivered|(?:smtp )?(?:e-?mail )?filter notification|postmaster (?:notify|warning)|(?:complete |partial )?mail (?:delivery )?(?:failed|failure|system|subsystem|error|problem|status)|mail not delivered|(?:e-?mail |message )?delivery (?:status|failure|failed|has failed|report|delay(?:ed)?|unsuccessful|problem|error|notification|incomplete|warning)|permanent (?:delivery )?(?:failure|error)|returned (?:mail|message|e-?mail|to sender)|return(?:ed)? to sender|failure (?:notice|delivery|notification)|non[- ]?deliver(?:y|able)|(?:your )?(?:message|mail|e-?mail) (?:status|not delivered|(?:was |could |can|has |is )?(?:not|n't|be) |undeliverable|rejected|returned|blocked|bounced|delayed|delivery)|(?:warning: )?could not send|(?:\*\* )?warning[:,]? (?:could not|message|mail|e-?mail)|failed (?:mail|delivery|message|to deliver)|mail (?:could|can)(?: ?not|n't)|rejected (?:mail|message)|ndn:|ndr:|nondeliverable|delayed (?:mail|delivery)|bounced? (?:mail|message|e-?mail)|unable to deliver|unknown (?:user|recipient|address)|user unknown|address not found|(?:sorry, )?(?:your|this) (?:message|mail|e-?mail) (?:could|can|was not|wasn|has not|hasn|did|to )|problems? delivering|transient (?:delivery )?failure|report to sender|can(?:no|')t (?:deliver|send)|delivery to the following|could not deliver|message delayed|undelivered|status notification|error sending|smtp error|automatically rejected mail|banned file|mdaemon (?:warning|notification)|\*{0,3}undeliver)/,
  de: /^(?:unzustellbar|nicht zustellbar|nicht zugestellt|zustell(?:ungs)?(?:fehler|problem|bericht|status)|unzustellbarkeit|(?:e?-?mail-?)?zustellung (?:fehlgeschlagen|nicht möglich|gescheitert)|fehler bei der (?:zustellung|übermittlung)|(?:ihre )?(?:nachricht|e?-?mail) (?:konnte|wurde) nicht|fehlgeschlagene|rückläufer|benachrichtigung (?:zum|über den) (?:zustell|übermittlungs)status|übermittlungs(?:fehler|status)|warnung: (?:nachricht|mail|e-mail))/,
  fr: /^(?:non remis|non remise|non délivré|échec (?:de |d')(?:la )?(?:remise|envoi|livraison|distribution|l'envoi)|courrier (?:non remis|retourné|refusé)|message non (?:remis|délivré|distribué)|notification d'(?:état|échec)|(?:votre )?message (?:n'a pas|non)|mail non délivré|non distribuable|impossible de (?:remettre|délivrer)|retour à l'expéditeur|problème de (?:livraison|remise|distribution)|rapport de non[- ]remise|avis de non)/,
  es: /^(?:no se (?:puede|pudo|ha podido) entregar|no entregado|correo (?:no entregado|devuelto)|mensaje (?:no entregado|devuelto|rechazado)|error (?:de|en la) entrega|entrega fallida|fallo (?:en|de) (?:la )?entrega|devuelto al remitente|notificación de (?:estado|error)|no entregable|aviso de no entrega)/,
  pt: /^(?:não é possível entregar|não (?:foi )?entregue|não foi possível (?:entregar|enviar)|falha (?:na|de) entrega|mensagem (?:não entregue|devolvida|rejeitada)|e-?mail (?:não entregue|devolvido)|devolvid[ao]|erro (?:na|de) entrega|notificação de (?:status|falha))/,
  it: /^(?:non recapitabile|mancato recapito|mancata consegna|impossibile (?:recapitare|consegnare)|recapito non riuscito|avviso di mancata|posta non (?:recapitata|consegnata)|messaggio non (?:recapitato|consegnato)|notifica (?:sullo )?(?:stato|di mancata)|errore di consegna|consegna fallita)/,
  nl: /^(?:onbestelbaar|niet bezorgd|niet-bestelbaar|bezorging mislukt|(?:het )?bericht (?:niet|kan niet|kon niet)|bezorgings?fout|retour afzender)/,
  sv: /^(?:(?:ditt )?meddelande(?:t)? kunde inte|olevererbart|kan inte levereras|ej levererat|det gick inte att (?:leverera|skicka)|leverans(?:fel|misslyckades)|oleverbart)/,
  da: /^(?:kan ikke leveres|kunne ikke leveres|ikke leveret|ulevérbar|uleverbar|levering mislykkedes)/,
  no: /^(?:kan ikke leveres|kunne ikke leveres|ikke levert|leveringsfeil|mislykket levering)/,
  fi: /^(?:toimitus epäonnistui|toimittaminen ei onnistunut|ei voi(?:da|tu)? toimittaa|viestiä ei (?:voitu|voi))/,
  cs: /^(?:nedoručitelné|nedoručeno|nedoručená|zpráva nebyla doručena|doručení se nezdařilo|nelze doručit)/,
  pl: /^(?:niedostarczon|nie można dostarczyć|niedoręczon|nie dostarczono|zwrot (?:poczty|wiadomości|do nadawcy)|błąd dostarczenia)/,
  hu: /^(?:kézbesíthetetlen|nem kézbesíthető|sikertelen kézbesítés)/,
  ro: /^(?:nelivrabil|nu a putut fi livrat|livrare eșuată)/,
  ru: /^(?:недоставленн|не удается доставить|не удалось доставить|не доставлено|сообщение не (?:доставлено|может быть)|(?:ваше )?(?:письмо|сообщение) не (?:доставлено|было|может)|ошибка (?:доставки|при доставке)|отч[её]т о (?:доставке|недоставке)|уведомление о (?:недоставке|состоянии доставки|невозможности)|невозможно доставить|возврат)/,
  uk: /^(?:не вдалося доставити|недоставлен|помилка доставки)/,
  el: /^(?:δεν είναι δυνατή η παράδοση|αποτυχία παράδοσης|μη παραδοτέο)/,
  tr: /^(?:teslim edilemedi|teslim edilemeyen|iletilemedi|teslimat (?:başarısız|hatası))/,
  ar: /^(?:تعذر (?:تسليم|التسليم)|غير قابل للتسليم|لم يتم (?:تسليم|التسليم)|فشل (?:تسليم|التسليم))/,
  id: /^(?:pesan|e-?mail|surat) (?:tidak|gagal) (?:terkirim|dapat|dikirim)|^gagal (?:mengirim|terkirim)/,
  vi: /^(?:không thể (?:gửi|chuyển)|(?:thư|gửi thư) (?:không|thất bại|bị trả))/,
  he: /^(?:ההודעה לא נמסרה|הודעה (?:לא נמסרה|חזרה)|לא ניתן למסירה|לא נמסר|מסירה נכשלה|לא ניתן למסור)/,
  zh: /^(?:未送达|无法(?:送达|投递|传递|发送)|無法(?:傳遞|送達|投遞|傳送)|退信|系统退信|邮件退回|郵件退回|投递失败|传递失败|邮件(?:未能|无法|投递|发送失败)|未傳遞|未传递|来自.{0,20}的退信|送达失败)/,
  ja: /^(?:配信(?:不能|不可|失敗|エラー|できません|されません)|配送(?:不能|失敗|エラー)|送信(?:不能|失敗|エラー|できません)|未配達|未配信|不達|エラーメール|宛先不明|メール(?:が)?(?:エラー|送信|配信|配送|届)|返送|戻りメール|メッセージ(?:は|が)?(?:配信|送信))/,
  ko: /^(?:배달(?:할 수| 실패|되지)|전(?:송|달) ?(?:실패|할 수)|반송|수신 실패|발송 ?실패|메일 ?(?:반송|전송 ?실패))/,
};

/** As only programs write them, with a colon or to the end. */
const MADE_BOUNCE: Rows = {
  unix: /^(?:undelivered mail returned to sender|mail delivery failed: returning message|(?:returned mail|mail failure)(?::| -)|failure notice$|delivery (?:status )?notification(?: \(|:|$)|mail system error - returned|delivery failure:|undeliverable mail:?$|undelivered mail$|non-?delivery (?:report|notification)|ndn:|ndr:)/,
  exchange:
    /^(?:undeliverable|unzustellbar|non remise?|no se puede entregar|não é possível entregar|non recapitabile|onbestelbaar|olevererbart|kan ikke leveres|toimitus epäonnistui|nedoručitelné|niedostarczone|kézbesíthetetlen|недоставленное|не удается доставить|teslim edilemedi|无法送达|未送达|無法傳遞|未傳遞|配信不能|배달되지 않음|تعذر التسليم|לא ניתן למסירה) ?[:：]/,
  asia: /^(?:系统退信|退信通知|退信$|メール(?:配信|送信)?エラー|配信(?:不能|エラー|失敗)|送信エラー|エラーメール|메일 ?(?:반송|전송 ?실패))/,
};

const DELAY: Rows = {
  en: /\bdelay(?:ed)?\b|^(?:\*\* ?)?warning: (?:could not|message |mail )|\bnot yet been delivered\b|\bstill being retried\b|\bdelivery warning\b|transient|temporar/,
  de: /verzöger|warnung: (?:nachricht|mail)/,
  fr: /retard|différée?/,
  es: /retras|demora|aplazad/,
  pt: /atras|adiad/,
  it: /ritard/,
  nl: /vertrag/,
  sv: /försen/,
  pl: /opóźn/,
  cs: /zpožd/,
  tr: /gecik/,
  ru: /задерж|отложен/,
  zh: /延迟|延遲/,
  ja: /遅延|遅れ/,
};

/** Tickets: what helpdesk programs write when they have opened one. */
const RECEIPT: Rows = {
  en: /^(?:(?:support |service |your )?(?:ticket|request|case|enquiry|inquiry|incident)(?: (?:id|no\.?|number))?(?: ?#? ?[\w-]{1,20})? ?[:-]? ?(?:has been |was |is |successfully )?(?:received|created|opened|logged|registered|acknowledge)|(?:we(?:'ve| have)?|thanks?,? we) received your|thank(?:s| you) for (?:contacting|getting in touch|reaching out|your (?:request|enquiry|inquiry|e-?mail|mail|message))|how did we do|(?:please )?rate (?:our|your) |received: your|(?:new )?ticket (?:created|opened|received)|\[?autoreply\]?|acknowledge?ment|your (?:message|e-?mail) (?:has been|was) received|receipt of your)/,
  de: /^(?:ihre (?:anfrage|nachricht|e-?mail) (?:#?[\w-]{1,20} )?(?:ist|wurde)|vielen dank für ihre (?:nachricht|anfrage|e-?mail)|eingangsbestätigung|empfangsbestätigung|(?:ticket|anfrage) (?:erstellt|eröffnet|eingegangen)|wir haben ihre)/,
  fr: /^(?:votre (?:demande|message|ticket) (?:a (?:bien )?été|n°)|accusé de réception|ticket (?:créé|ouvert)|nous avons (?:bien )?reçu)/,
  es: /^(?:(?:su|tu) (?:solicitud|ticket|mensaje|consulta) ha sido|acuse de recibo|hemos recibido|ticket (?:creado|abierto)|recibimos (?:su|tu))/,
  pt: /^(?:(?:sua|seu) (?:solicitação|chamado|mensagem|pedido) foi|recebemos (?:a )?(?:sua|seu)|chamado (?:aberto|criado)|confirmação de recebimento)/,
  it: /^(?:la (?:sua|tua) richiesta|abbiamo ricevuto|conferma di ricezione|ticket (?:creato|aperto))/,
  pl: /^(?:potwierdzenie (?:otrzymania|przyjęcia)|(?:twoje|państwa) zgłoszenie|otrzymaliśmy)/,
  sv: /^(?:bekräftelse|mottagningsbekräftelse|tack för ditt (?:mejl|meddelande|ärende))/,
  nl: /^(?:bevestiging van ontvangst|ontvangstbevestiging|(?:wij|we) hebben uw|uw (?:aanvraag|verzoek|bericht) is)/,
  ru: /^(?:ваш(?:а|е)? (?:заявка|запрос|обращение|письмо) (?:принят|зарегистрирован|создан|получен)|заявка (?:принята|создана|зарегистрирована))/,
  zh: /^(?:我们已收到|您的(?:请求|工单)|工单(?:已)?创建)/,
  ja: /^(?:お問い?合わせ(?:を)?(?:受付|受け付け|ありがとう)|受付(?:完了|のお知らせ))/,
};

const READ: Rows = {
  en: /^(?:read(?: receipt)?|return receipt(?: \(displayed\))?|read-receipt|message (?:read|displayed)|not read|disposition notification)\s?[:(-]|^message status - (?:opened|read|deleted)/,
  de: /^(?:gelesen|nicht gelesen|ungelesen gelöscht|lesebestätigung)\s?:/,
  fr: /^(?:lu|non lu|accusé de lecture|confirmation de lecture)\s?:/,
  es: /^(?:leído|leido|no leído|confirmación de lectura|acuse de lectura)\s?:/,
  pt: /^(?:lida|lido|não lida|confirmação de leitura|recibo de leitura)\s?:/,
  it: /^(?:letto|non letto|conferma di lettura|ricevuta di (?:lettura|ritorno))\s?:/,
  nl: /^(?:gelezen|niet gelezen|leesbevestiging)\s?:/,
  sv: /^(?:läst|oläst|läskvitto)\s?:/,
  da: /^(?:læst|ikke læst|læsekvittering)\s?:/,
  no: /^(?:lest|ikke lest)\s?:/,
  fi: /^(?:luettu|lukukuittaus)\s?:/,
  cs: /^(?:přečteno|nepřečteno|potvrzení o přečtení)\s?:/,
  sk: /^(?:prečítané|neprečítané)\s?:/,
  pl: /^(?:przeczytano|nieprzeczytane|potwierdzenie przeczytania)\s?:/,
  tr: /^(?:okundu|okunmadı)\s?:/,
  ru: /^(?:прочтено|прочитано|не прочтено|уведомление о прочтении)\s?:/,
  ar: /^(?:مقروءة|تمت القراءة)\s?:/,
  he: /^(?:נקרא|קריאה)\s?:/,
  zh: /^(?:已读|未读|已讀|已读回执|讀取)\s?[:：]/,
  ja: /^(?:開封済み|未開封|既読|開封確認)\s?[:：]/,
  ko: /^(?:읽음|읽지 않음|수신 ?확인)\s?[:：]/,
};

/** What calendars put before the subject of an invitation that they answer. */
const CALENDAR: Rows = {
  en: /^(?:accepted|declined|tentative(?:ly accepted)?|meeting (?:accepted|declined)|new time proposed)\s?:/,
  de: /^(?:zugesagt|angenommen|abgesagt|abgelehnt|mit vorbehalt|vorläufig zugesagt)\s?:/,
  fr: /^(?:accepté|refusé|provisoire)\s?:/,
  es: /^(?:aceptado|aceptada|rechazado|rechazada|provisional)\s?:/,
  pt: /^(?:aceito|aceite|aceita|recusado|recusada|provisório)\s?:/,
  it: /^(?:accettato|rifiutato|provvisorio)\s?:/,
  nl: /^(?:geaccepteerd|geweigerd|voorlopig|afgewezen)\s?:/,
  ru: /^(?:принято|отклонено|под вопросом)\s?:/,
  zh: /^(?:已接受|接受|已拒绝|暂定)\s?[:：]/,
  ja: /^(?:承諾|辞退|仮承諾|仮の予定)\s?[:：]/,
};

/** Virus scanners, content filters and their quarantines. */
const SCANNER: Rows = {
  en: /^(?:\*{0,3} ?)?(?:virus|(?:anti-?)?(?:virus|spam)[ -](?:alert|warning|notification|found|detected|notice)|(?:a )?(?:virus|malware) (?:was |has been )?(?:found|detected)|scanmail|message (?:rejected|quarantined|blocked)|(?:content|policy|security) (?:violation|alert|filter)|banned|blocked (?:mail|message|e-?mail)|(?:your )?(?:e-?mail|message|mail) (?:was |has been )?(?:blocked|quarantined|rejected)|considered (?:unsolicited|spam)|bad (?:header|attachment)|warning: e-?mail virus|disallowed attachment)/,
  de: /^(?:viruswarnung|virus gefunden|virenwarnung|nachricht (?:blockiert|abgelehnt))/,
  fr: /^(?:alerte (?:virus|de virus)|virus (?:détecté|trouvé)|message (?:bloqué|rejeté))/,
  es: /^(?:alerta de virus|virus (?:detectado|encontrado)|mensaje (?:bloqueado|rechazado))/,
  pt: /^(?:alerta de vírus|vírus (?:detectado|encontrado)|mensagem bloqueada)/,
  ru: /^(?:обнаружен вирус|вирус)/,
  ja: /^(?:ウイルス|ウィルス)(?:検出|検知|感染|警告|発見)/,
};

const DIGEST: Rows = {
  en: /(?:quarantine|spam|junk|end user|held messages?|on hold)[a-z ]{0,20}(?:digest|summary|report|notification|notice|list)|held messages?|messages? (?:on hold|held|in (?:your )?quarantine)|quarantined messages?/,
  de: /(?:quarantäne|spam)[- ]?(?:bericht|übersicht|benachrichtigung|zusammenfassung|report)/,
  fr: /(?:rapport|résumé|notification) de (?:la )?(?:quarantaine|spam)|messages? en quarantaine/,
  es: /(?:informe|resumen|notificación) de (?:la )?(?:cuarentena|spam|correo no deseado)/,
  pt: /(?:relatório|resumo|notificação) de (?:quarentena|spam)/,
  ru: /(?:отч[её]т|уведомление) (?:о|об) (?:карантине|спаме)/,
  zh: /(?:隔离|垃圾)邮件(?:摘要|报告|通知)/,
  ja: /(?:隔離|迷惑メール)(?:通知|レポート|のお知らせ)/,
};

// Hotmail's reports are no RFC 5965.
const ABUSE: Rows = {
  en: /^(?:complaint about message from|abuse report|e?-?mail feedback report|spam complaint)/,
};

const CHALLENGE: Rows = {
  de: /^bitte bestätigen sie (?:ihre (?:e-?mail|nachricht)|dass sie)/,
  fr: /^(?:confirmez|veuillez confirmer) (?:votre (?:message|identité|adresse|courriel)|que vous)/,
  es: /^(?:por favor )?(?:confirme|verifique) (?:que (?:es|usted)|su (?:mensaje|identidad|correo|dirección))/,
  pt: /^(?:por favor )?(?:confirme|verifique) (?:que|sua|seu)/,
  it: /^(?:confermi|conferma) (?:di essere|che|il suo (?:messaggio|indirizzo))/,
  ru: /^подтвердите(?:,)? (?:что вы|ваш|отправку|доставку)/,
  en: /^(?:action required: verify your|(?:please )?(?:verify|confirm) (?:your|you|that you)|(?:sender|e-?mail|address|message) (?:verification|confirmation)|verification required|(?:your )?(?:message|e-?mail) (?:is )?(?:awaiting|waiting|pending|requires|on hold)|action required to deliver|challenge|spam ?(?:arrest|blocker)|.{0,100}\[boxbe|.{0,100}\(verification required\)|a message from (?:boxbe|spamarrest))/,
};

const MODERATION: Rows = {
  en: /awaits moderator approval|^your message to .{1,100} (?:is|was|has been) (?:held|rejected|waiting)|^moderation (?:pending|of)|message (?:pending|awaiting) (?:approval|moderation)/,
  de: /wartet auf (?:die )?(?:genehmigung|freigabe|bestätigung)/,
  fr: /en attente (?:d'approbation|de modération|de validation)/,
};

// RFC 7489 7.2.1.1 and RFC 8460 5.3 prescribe the subject.
const AGGREGATE: Rows = { en: /^report domain: ?\S{1,255} submitter: ?\S/ };

/** Says in the subject that nobody reads the mailbox. */
const UNREAD: Rows = {
  en: /(?:mailbox|address|account|inbox) (?:is )?(?:not|un|no longer) ?(?:monitored|read|in use|active|attended)$/,
  de: /(?:postfach|adresse) (?:wird )?nicht (?:mehr )?(?:gelesen|aktiv|gültig|betreut)$/,
};

// A word of absence before the subject that is answered; people write such subjects too.
const LATE: Rows = {
  all: /^(?:away|absent|out|out of (?:the )?office|ooo|on leave|on holiday|vacation|holiday|urlaub|abwesend|abwesenheit|absence|congés?|vacaciones|ausente|ausencia|férias|ferie|assente|afwezig|vakantie|semester|fravær|loma|poissa|urlop|poza biurem|dovolená|szabadság|concediu|odmor|отпуск|в отпуске|отсутствие|відпустка|άδεια|izin|izinde|休假|不在|휴가|부재)(?::| (?:re|aw|sv|odp):)/,
};

export const SUBJECTS = {
  'made-absence': MADE_ABSENCE,
  absence: ABSENCE,
  'made-bounce': MADE_BOUNCE,
  bounce: BOUNCE,
  delay: DELAY,
  receipt: RECEIPT,
  read: READ,
  calendar: CALENDAR,
  scanner: SCANNER,
  digest: DIGEST,
  challenge: CHALLENGE,
  abuse: ABUSE,
  moderation: MODERATION,
  aggregate: AGGREGATE,
  unread: UNREAD,
  late: LATE,
  auto: AUTO,
} as const;

/** A subject without what gateways put before it. */
export interface Subject {
  readonly bare: string;
  /** True under `Re:` or `Fwd:` in any language: who answers or passes on a notice is a person. */
  readonly prefixed: boolean;
}

// "[EXTERNAL]", "***SPAM***", a ticket's number.
const TAGS =
  /^(?:\s{0,5}\[(?!auto)[^\]]{0,40}\]|\s{0,5}\*{2,5}[^*]{0,40}\*{2,5}|\s{0,5}\{[^}]{0,40}\}|\s{0,5}(?:external|spam):)*\s{0,5}/;
const PREFIX =
  /^(?:re|fwd?|aw|wg|rv|rif|ref|tr|enc|res|sv|vs|vb|vl|antw|doorst|odp|pd|i|r|ynt|ilt|hv|tl|回复|回覆|答复|转发|轉寄|返信|転送|답장|전달|رد|إعادة توجيه|на|нa|ответ|пересл|השב|הועבר)(?:\[\d{1,3}\]|\(\d{1,3}\))? ?[:：]/u;

/** Reads the (folded) subject: at most 500 characters of it count. */
export function readSubject(folded: string): Subject {
  const bare = folded.slice(0, 500).replace(TAGS, '');
  return { bare, prefixed: PREFIX.test(bare) };
}

/** True when the bare subject is of that kind in some language. */
export function isSubject(kind: keyof typeof SUBJECTS, { bare }: Subject): boolean {
  return Object.values<RegExp>(SUBJECTS[kind]).some((pattern) => pattern.test(bare));
}
