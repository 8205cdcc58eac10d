/**
 * The sentences of notices that programs send in answer to a mail, by language: the next language is
 * one more row. People write some of them too ("I am out of the office until Monday"), so that each
 * is a hint only. All are matched against folded text; every gap is bounded.
 */

type Rows = Readonly<Record<string, RegExp>>;

const either = (rows: Rows): RegExp =>
  new RegExp(
    Object.values(rows)
      .map(({ source }) => source)
      .join('|'),
  );

/** "I am away until …" */
export const AWAY = either({
  en: /(?:i am|i'm|i will be|i'll be|am) (?:currently |now |presently |away |still )?(?:out (?:of (?:the )?(?:office|town|country)|until|from|this|for)|on (?:annual |maternity |parental |sick |paternity |medical )?(?:leave|vacation|holidays?|a business trip|travel)|away (?:from|until|on|at)|not in the office|travell?ing|unavailable|absent)|(?:limited|no|intermittent|without) access to (?:my )?e-?mail|(?:when|upon|after|until) (?:i|my) return|read your (?:e-?mail|mail|message) (?:when|once|after) i|will (?:reply|respond|answer|get back)[^.]{0,60}(?:return|back)|in (?:my|his|her) absence/,
  de: /ich bin (?:derzeit |zur ?zeit |momentan |aktuell |bis |vom |ab |leider |im )(?:[^.!\d]|\d\.?){0,80}(?:nicht|abwesend|urlaub|außer haus|erreichbar)|(?:nicht|außer) (?:im|dem) (?:büro|haus)|in meiner abwesenheit|e-?mails? (?:werden|wird) nicht (?:weitergeleitet|gelesen)|wieder (?:im büro|erreichbar)/,
  fr: /je suis (?:actuellement |en |absent)[^.!]{0,80}|absente? (?:du bureau|jusqu|du \d)|en mon absence|de retour le|pendant mon absence/,
  es: /(?:estoy|estaré|me encuentro)[^.!]{0,40}(?:fuera|ausente|de vacaciones|de viaje)|en mi ausencia|durante mi ausencia|a mi regreso/,
  pt: /(?:estou|estarei|encontro-me)[^.!]{0,40}(?:fora|ausente|de férias|em viagem)|na minha ausência|durante a minha ausência|ao meu regresso|quando (?:eu )?(?:retornar|regressar)/,
  it: /(?:sono|sarò)[^.!]{0,40}(?:fuori|assente|in ferie|in vacanza)|in mia assenza|al mio (?:rientro|ritorno)/,
  nl: /(?:ik ben|momenteel ben ik)[^.!]{0,60}(?:afwezig|niet (?:aanwezig|op kantoor|bereikbaar)|vakantie|verlof)|tijdens mijn afwezigheid|terug op/,
  sv: /jag är[^.!]{0,40}(?:inte på kontoret|ledig|semester|frånvarande|bortrest)|åter på kontoret|tillbaka den/,
  da: /jeg (?:er|holder)[^.!]{0,40}(?:ikke på kontoret|ferie|fraværende|ikke til stede)|tilbage (?:den|igen)/,
  no: /jeg (?:er|har)[^.!]{0,40}(?:ikke på kontoret|ferie|fraværende|ikke til stede)|tilbake (?:på|den)/,
  fi: /(?:olen|en ole)[^.!]{0,40}(?:poissa|lomalla|tavoitettavissa|toimistolla)|palaan (?:töihin|toimistolle)/,
  cs: /(?:jsem|budu)[^.!]{0,40}(?:mimo kancelář|na dovolené|nepřítom)|v mé nepřítomnosti|v kanceláři nejsem/,
  pl: /(?:jestem|będę)[^.!]{0,40}(?:poza biurem|na urlopie|nieobecn)|przebywam na urlopie|w (?:pilnych|razie pilnych) sprawach|podczas mojej nieobecności/,
  hu: /(?:szabadságon|házon kívül|nem vagyok az irodában|távol vagyok)/,
  ro: /(?:sunt|voi fi)[^.!]{0,40}(?:în concediu|plecat|în afara biroului)/,
  ru: /я (?:сейчас |временно )?(?:нахожусь|буду|в отпуске|отсутству)[^.!]{0,60}|(?:нахожусь|буду)[^.!]{0,40}(?:в отпуске|в командировке|отсутств)|меня (?:нет|не будет)[^.!]{0,20}(?:в офисе|на месте|на работе)|в (?:мо[её]м|период моего) отсутств/,
  uk: /я (?:зараз )?(?:перебуваю|буду|у відпустці|відсутн)[^.!]{0,60}/,
  el: /(?:απουσιάζω|θα απουσιάζω|εκτός γραφείου|σε άδεια)/,
  tr: /(?:ofis dışında|izinde|yıllık izin|tatilde|seyahatte)[^.!]{0,30}(?:yım|yim|olacağım|bulun)|(?:ofis dışındayım|izindeyim)/,
  ar: /(?:أنا|سأكون|إنني)[^.!]{0,40}(?:خارج المكتب|في إجازة|غير متواجد)|خارج المكتب|في إجازة/,
  he: /אני[^.!]{0,30}(?:מחוץ למשרד|בחופש|נעדר|לא נמצא)|אהיה (?:מחוץ|בחופש)/,
  zh: /我(?:现在|目前|正在|将)?[^。!]{0,20}(?:不在|休假|出差|外出|度假)|(?:休假|出差)(?:中|期间)|目前不在|正在休假/,
  ja: /(?:不在に(?:して|し|なり)|不在(?:です|の(?:ため|間))|休暇(?:を|中|の)|外出(?:中|して)|出張(?:中|して)|お休みを)/,
  ko: /(?:부재 ?중|휴가 ?중|출장 ?중|자리를 비)/,
});

/** "This is an automatic reply": of the mail, not of its disclaimer or of a scan of it. */
export const AUTOMATIC = either({
  en: /this (?:is|was) an? auto[- ]?(?:reply|response|responder)|this (?:is|was) an? (?:automat(?:ic|ed)|auto(?:matically)?[- ]generated|auto[- ]?reply|auto[- ]?response|computer[- ]generated|system[- ]generated)[ -]?(?:ally)?[ -]?(?:generated )?(?:e-?mail |mail )?(?:reply|response|message|e-?mail|answer|acknowledge?ment|notification|confirmation|receipt|auto-?responder|mail)(?! (?:disclaimer|footer|banner))|this (?:e-?mail|message|mail|reply|response|notification|acknowledge?ment) (?:is|was|has been) (?:(?:being )?(?:sent|generated|created|produced) (?:out )?(?:by an )?automat(?:ically|ed|ic)|automatically (?:sent|generated|created|produced)|(?:an )?auto(?:mated|-?generated|matic (?:reply|response)))|(?<!(?:the|your|our|an|my|any|no|not|this|that|of) )automatic(?:ally generated)? (?:reply|response)(?! to your)|(?:apologi[sz]e|sorry) for this automatic/,
  de: /(?:dies ist|diese|das ist)(?![^.!]{0,20}kein)[^.!]{0,20} (?:eine )?(?:automatisch|autom\.)[^.!]{0,40}(?:nachricht|antwort|e-?mail|mail|mitteilung|bestätigung)|(?:nachricht|e-?mail|mail|antwort) (?:wurde|ist|wird) (?:automatisch|maschinell) (?:generiert|erstellt|erzeugt|versendet|verschickt|versandt)|automatische (?:antwort|eingangsbestätigung)/,
  fr: /(?:ceci est|il s'agit d'|ce (?:message|courriel|mail) est)[^.!]{0,40}(?:automatique|automatiquement)|(?:message|courriel|mail|réponse)[^.!]{0,20}(?:généré|envoyé|créé)e? automatiquement|réponse automatique/,
  es: /(?:este es|esta es|este (?:mensaje|correo)[^.!]{0,20})[^.!]{0,40}(?:automático|automática|automáticamente)|respuesta automática|(?:generado|enviado) automáticamente/,
  pt: /(?:esta é|este é|esta (?:mensagem|resposta)|este e-?mail)[^.!]{0,40}(?:automática|automático|automaticamente)|resposta automática|(?:gerada|gerado|enviada) automaticamente/,
  it: /(?:questa è|questo è|questo (?:messaggio|e-?mail))[^.!]{0,40}(?:automatica|automatico|automaticamente)|risposta automatica|generat[oa] automaticamente/,
  nl: /(?:dit is|deze (?:e-?mail|mail)|dit bericht)[^.!]{0,40}automatisch|automatisch (?:antwoord|gegenereerd|verzonden)/,
  sv: /(?:detta är|det här är)[^.!]{0,30}(?:automat|autosvar)|automatiskt (?:svar|meddelande|genererat)/,
  da: /dette er[^.!]{0,30}(?:automat|autosvar)|automatisk (?:svar|besked|genereret)/,
  fi: /tämä on[^.!]{0,30}automaatti|automaattinen (?:vastaus|viesti)/,
  cs: /(?:toto je|tato zpráva)[^.!]{0,40}automatick|automatická odpověď/,
  pl: /(?:to jest|ta wiadomość|niniejsza wiadomość)[^.!]{0,50}automatyczn|(?:wygenerowan|wysłan)[ayo][^.!]{0,10}automatycznie/,
  ru: /(?:это|данное|настоящее)(?! не )[^.!]{0,40}(?:автоматическ|автоответ|создано автоматически|сформировано автоматически|сгенерировано)|(?:письмо|сообщение)[^.!]{0,20}(?:создано|отправлено|сформировано) автоматически|автоматический ответ/,
  tr: /(?:bu|otomatik)[^.!]{0,30}otomatik (?:olarak|bir|yanıt|mesaj)/,
  ar: /(?:هذا|هذه)[^.!]{0,30}(?:تلقائي|آلي)/,
  zh: /(?:这是|這是|本邮件|此邮件|本郵件)[^。!]{0,20}(?:自动|自動)|自动(?:回复|发送|生成)|系统自动(?:发|生|回|产)/,
  ja: /(?:この|本|当)(?:メール|メッセージ)[^。]{0,20}自動|自動(?:返信|応答|送信|配信)(?:メール|で|して|され)/,
  ko: /(?:이|본) (?:메일|메시지)[^.]{0,20}자동|자동(?:으로)? (?:발송|생성|회신)/,
});

/** "Please do not reply." */
export const NO_REPLY = either({
  en: /(?:do not|don't|not to) (?:reply|respond|answer)|not (?:be )?monitored|unmonitored|replies to this (?:e-?mail|message|address)|no-?reply/,
  de: /(?:antworten sie|bitte)[^.!]{0,40}nicht[^.!]{0,30}(?:antwort|diese)|nicht auf diese/,
  fr: /ne pas (?:y )?répondre|merci de ne pas/,
  es: /no (?:responda|conteste|responder)/,
  pt: /não (?:responda|responder)/,
  it: /non rispondere/,
  nl: /niet (?:op )?(?:te )?(?:beantwoorden|reageren|antwoorden)/,
  ru: /не (?:нужно )?отвеча(?:йте|ть)|отвечать на не(?:го|е) не/,
  pl: /(?:prosimy|proszę) nie odpowiadać/,
  ja: /返信(?:しないで|はできません|いただいても|なさらない)|返信不可/,
  zh: /(?:请勿|請勿|不要)(?:直接)?(?:回复|回覆)/,
});

/** "We have received your request", as helpdesks say and people too. */
export const RECEIVED = either({
  en: /(?:we(?:'ve| have)?|has|have|and) (?:just )?received (?:and (?:is|will|are) )?(?:your|an e-?mail)|your (?:request|message|e-?mail|mail|ticket|enquiry|inquiry|query|case|question|submission)[^.!?]{0,60}(?:has been|was|is being|have been) (?:successfully )?(?:received|logged|created|registered|assigned|recorded|opened|submitted|forwarded)|thank(?:s| you) for (?:contacting|your (?:e-?mail|mail|message|request|enquiry|inquiry)|getting in touch|writing|reaching out)/,
  de: /(?:ihre|deine) (?:anfrage|nachricht|e-?mail)[^.!]{0,60}(?:erhalten|eingegangen|registriert|entgegengenommen|erfasst)|(?:wir haben|vielen dank für) ihre (?:anfrage|nachricht|e-?mail)/,
  fr: /(?:nous avons (?:bien )?reçu votre|votre (?:demande|message|courriel|ticket)[^.!]{0,40}(?:a (?:bien )?été|reçu|enregistré))/,
  es: /(?:hemos recibido (?:su|tu)|(?:su|tu) (?:solicitud|mensaje|ticket|consulta)[^.!]{0,40}(?:ha sido|fue|recibid|registrad))/,
  pt: /(?:recebemos (?:a |o )?(?:sua|seu)|(?:sua|seu) (?:solicitação|mensagem|chamado|pedido)[^.!]{0,40}(?:foi|recebid|registrad))/,
  it: /(?:abbiamo ricevuto|la (?:sua|tua|vostra) richiesta[^.!]{0,40}(?:è stata|ricevuta))/,
  nl: /(?:(?:wij|we) hebben uw|uw (?:bericht|verzoek|aanvraag|e-?mail)[^.!]{0,40}(?:ontvangen|geregistreerd))/,
  sv: /(?:tack för (?:ditt|er[at]?) (?:mejl|meddelande|ärende|mail)|vi har (?:tagit emot|mottagit) (?:ditt|ert))/,
  pl: /(?:dziękujemy za (?:wiadomość|kontakt|zgłoszenie)|otrzymaliśmy (?:twoje|twoją|państwa)|(?:twoje|państwa) zgłoszenie[^.!]{0,40}(?:zostało|przyjęte))/,
  ru: /(?:ваш(?:е|а)? (?:обращение|заявка|запрос|письмо|сообщение)[^.!]{0,60}(?:принят|получен|зарегистрирован|создан)|мы получили ваш)/,
  zh: /(?:已(?:经)?收到您|您的(?:请求|工单|邮件|问题)[^。]{0,20}(?:已|被))/,
  ja: /(?:お問い?合わせ[^。]{0,30}(?:受け?付け|承り|ありがとう)|受け?付け(?:いたし|まし)|メールを受信(?:し|いた))/,
});

/** "Your ticket number is …": what only a ticket program says. */
export const TICKET = either({
  en: /(?:(?:ticket|case|request|reference|tracking|incident) (?:id|no|number|#|\(?#|key|reference)[^.!?]{0,40}[\w-]{0,10}\d{2,})|a (?:new )?(?:support )?(?:ticket|case|request) (?:has been|was|is) (?:created|opened|generated|logged)|ticket (?:has been|was) (?:created|opened|assigned|received)|(?:please )?(?:type|write|enter) your (?:reply|response) above|reply above this line|(?:has been|was) assigned (?:the |a |to )?(?:ticket|case|id|number|request|an id)|to (?:view|add|check|track|see)[^.!?]{0,60}(?:ticket|status|request|comments?)|one of our (?:agents|representatives|staff|team)|a member of (?:our|the) (?:\w{1,12} )?team|within (?:\w{1,8} |\d{1,3} )(?:working |business )?(?:days|hours)|we aim to (?:answer|respond|reply)|(?:ticket|case|request|incident) [\w#-]{0,20} ?(?:has been|was|is|set to) "?(?:closed|resolved|solved)|(?:rate|feedback on|how (?:did|would) (?:we|you)) [^.!?]{0,40}(?:service|support|do\b|experience)|(?:support|service) (?:team|staff|representative)[^.!?]{0,40}(?:will|shall)/,
  de: /(?:ticket|vorgangs|fall|anfrage)-?(?:nummer|nr|id)|unter der (?:\w{1,10})?nummer #?\d{4,}|ticket[^.!]{0,40}(?:erstellt|eröffnet|angelegt)|oberhalb dieser (?:linie|zeile)/,
  fr: /(?:numéro|n°|référence) (?:de|du) (?:ticket|dossier|demande|suivi)|ticket[^.!]{0,40}(?:créé|ouvert)|au-dessus de cette ligne/,
  es: /(?:número|nº|no\.) de (?:ticket|caso|solicitud|seguimiento)|ticket[^.!]{0,40}(?:creado|abierto)|encima de esta línea/,
  pt: /(?:número|nº) d[oe] (?:ticket|chamado|protocolo|caso)|chamado[^.!]{0,40}(?:aberto|criado|registrado)|acima desta linha/,
  it: /(?:numero|n\.) (?:di |del )?(?:ticket|pratica|richiesta)|ticket[^.!]{0,40}(?:creato|aperto)/,
  nl: /(?:ticket|zaak|melding)s?-?nummer|ticket[^.!]{0,40}(?:aangemaakt|geopend)/,
  pl: /numer (?:zgłoszenia|sprawy)/,
  ru: /(?:номер|№) (?:ваше(?:го|й) )?(?:заявки|обращения|запроса|тикета)|(?:заявка|обращение|тикет|запрос)[^.!]{0,20}(?:№|#|номер|создан|зарегистрирован)/,
  zh: /(?:工单|案件)(?:编号|号)|工单[^。]{0,10}创建/,
  ja: /(?:受付|お問い合わせ|チケット|管理)(?:番号|id)/,
});

/** "Click here so that your mail is delivered", as people hardly say. */
export const CHALLENGE =
  /(?:click|follow|visit|use)[^.!?]{0,80}(?:to|so (?:that )?(?:your|the))[^.!?]{0,60}(?:deliver(?:ed)?|verify (?:yourself|that you|you are|your (?:e-?mail|address|message))|confirm (?:that you are|your (?:identity|humanity|message|e-?mail))|guest ?list|release)|(?:your|this) (?:message|e-?mail) (?:is|has been|was) (?:being )?(?:held|quarantined|waiting|on hold|stored|in a queue)[^.!?]{0,120}(?:until|verif|confirm|click|authori|approv)|(?:klicken sie|clicken sie)[^.!]{0,80}zu(?:ge)?stell|cliquez[^.!]{0,80}(?:délivré|remis|livr)|(?:haga clic|pulse|haz clic|pinche)[^.!]{0,80}(?:entreg|enlace|verific)|para (?:entregar|que)[^.!]{0,60}mensaje[^.!]{0,80}(?:pulse|haga clic|visite|confirme)|clique[^.!]{0,80}(?:entreg|confirm)|(?:clicchi|fare clic|cliccare)[^.!]{0,80}(?:consegn|recapit|conferm)|kliknij[^.!]{0,80}dostarcz|click (?:on )?(?:the )?(?:link|button|url)[^.!?]{0,60}(?:allowed|approved|trusted|white-?list|safe)[^.!?]{0,20}(?:senders?|list)|to release your (?:message|e-?mail|mail) for delivery|(?:clic|click)[^.!]{0,40}(?:entregad|délivré)|перейдите по ссылке[^.!]{0,80}(?:достав|подтверд)/;
/** What only the well-known programs of that kind say. */
export const CHALLENGER =
  /(?:prove|confirm|verify) (?:that )?you(?:'re| are) (?:a )?human|control spam, i now allow|only (?:allow|accept)[^.]{0,40}from senders? (?:i have|on my)|(?:e-?mail|mailbox|inbox|account) is protected by|spam ?arrest|boxbe|knowspam|choicemail|bluebottle|this message will be delivered[^.]{0,60}(?:click|verif|confirm)/;

/** A list engine says that a post waits for its moderator, or is refused. */
export const MODERATED =
  /is being held until the list moderator|held for moderation|(?:post|message)[^.]{0,80} (?:to a )?moderated (?:list|group)|awaits? (?:moderator )?approval|subscription confirmation notice|this is the ezmlm program|no valid commands found|\*\*\*\* command '|commands must be in message body|unknown command - "|commande non comprise|seuls les abonnés|(?:you are )?not allowed to post|automatically rejected by|non-?members? (?:are|is)?[^.]{0,20}not allowed|not allowed to post to this (?:mailing )?list|(?:only|restricted to) (?:subscribers|members)[^.]{0,40}(?:post|send)/;

/** A calendar says what its owner clicked. */
export const CLICKED =
  /has (?:accepted|declined|tentatively accepted|replied "?maybe"? to) (?:this|the|your) (?:invitation|event|meeting)|^your (?:meeting )?(?:request|invitation|booking) (?:was|has been|is) (?:tentatively )?(?:accepted|declined)\.?$|^ihre (?:anfrage|besprechungsanfrage|buchung) wurde (?:angenommen|akzeptiert|abgelehnt)\.?$|^votre (?:demande|invitation) a été (?:acceptée|refusée)\.?$|^su solicitud (?:fue|ha sido) (?:aceptada|rechazada)\.?$/;

/** A scanner speaks. */
export const SCANNED =
  /(?:virus|malware|trojan|worm|infect(?:ed|ion)|prohibited|banned|forbidden|disallowed|suspicious) ?(?:[\w ]{0,40})(?:found|detected|attachment|file|content|e-?mail|was|removed)|(?:has been|was|were|been) (?:blocked|quarantined|rejected|intercepted|stopped|cleaned|removed|deleted)|(?:contained|contains|infected (?:with|by)|detected) (?:a |the |one or more )?(?:virus|malware|prohibited|banned|forbidden|executable|suspicious)|scan(?:mail|ner|ned|ning)|content (?:filter|policy|violation)|virus[- ]?(?:checker|detector|scanner)|(?:wurde|has) [^.]{0,30}virus|classified as (?:spam|unsolicited|junk)|unsolicited bulk|(?:viren|virus)[^.!]{0,40}(?:gefunden|entdeckt|enthält)|(?:обнаружен|содержит) вирус|ウ[イィ]ルス[^。]{0,20}(?:検出|検知|感染|発見)/;

/** A list of what was kept back, for its owner. */
export const QUARANTINED =
  /(?:messages?|e-?mails?|items?)[^.!?]{0,80}(?:quarantine|on hold|held|blocked as spam|junk)|quarantine[^.!?]{0,60}(?:messages?|e-?mails?|summary|digest|report)|release (?:message|to inbox|the message|selected)|click (?:on )?(?:the )?(?:link|release|action)[^.!?]{0,60}(?:release|receive)|messages? (?:is|are) being held for you|review message|block sender|quarantän|en (?:quarantaine|cuarentena)|quarentena|карантин|隔離|隔离/;

/** "Your message was read on …", as read receipts say; also that it was deleted unread. */
export const READ_SENTENCE =
  /(?:your|the) (?:message|e-?mail)(?: that you sent)? (?:to the following recipients?|to:).{0,400} (?:was|has been) (?:read|displayed|opened|deleted without being read)|^your (?:message|e-?mail|mail) .{0,300} was (?:read|displayed|opened|deleted without being read) on \d|this (?:receipt|is a (?:return|read) receipt)|wurde (?:am .{0,60} )?(?:gelesen|ungelesen gelöscht|angezeigt)|a été lu|(?:ha sido|fue) leíd|foi lid|è stato letto|is gelezen|har lästs|прочитано|прочтено|已(?:被)?(?:阅读|读取)|開封(?:され|しました)|disposition: (?:manual|automatic)-action/;

/** "… no longer works here": an operator wants to know, whoever says it automatically. */
export const LEFT = either({
  en: /no longer (?:\w{1,12} )?(?:works?|working|with|employed|at|part of|available at|associated|affiliated|an employee)|does(?: not|n't) work (?:here|for|at|with) [^.]{0,40}(?:any ?more|any longer)|(?:has|have|'ve) (?:now )?(?:left|retired|resigned|departed|moved on)(?: from| the|\.|,| our| and)|(?:is|am) retired|(?:e-?mail |mail)?(?:address|account|mailbox) (?:is|has been) (?:no longer (?:in use|valid|active|used|monitored)|deactivated|closed|discontinued)/,
  de: /(?:nicht mehr|nicht länger) (?:bei|für|im|in|hier|in unserem)[^.!]{0,40}(?:tätig|beschäftigt|arbeit|unternehmen)|arbeite[nt]? nicht mehr|(?:hat|habe) (?:das|unser) (?:unternehmen|haus)[^.!]{0,30}verlassen|ausgeschieden|im ruhestand|(?:adresse|postfach)[^.!]{0,20}(?:nicht mehr (?:aktiv|gültig)|wird nicht mehr)/,
  fr: /(?:ne fai[ts] plus partie|n'est plus (?:en poste|employé|dans|chez)|ne travaill?e plus|a quitté (?:l'|la |notre|ses)|cette adresse (?:n'est plus|mail n'est plus))/,
  es: /(?:ya no (?:trabaj|labor|forma parte|pertenec|está (?:en|con))|ha dejado (?:la|de trabajar)|esta (?:dirección|cuenta)[^.!]{0,20}ya no)/,
  pt: /(?:(?:já )?não (?:trabalha|faz(?:em)? (?:mais )?parte|está) mais|não trabalha|já não (?:trabalha|faz parte|colabora)|deixou a (?:empresa|organização))/,
  it: /(?:non lavor[ao] più|non fa più parte|ha lasciato (?:l'|la ))/,
  nl: /(?:niet (?:meer|langer) werkzaam|werkt niet (?:meer|langer)|heeft (?:ons|het) (?:bedrijf|organisatie) verlaten|uit dienst)/,
  sv: /(?:arbetar inte längre|har slutat|inte längre anställd)/,
  da: /(?:arbejder ikke længere|er ikke længere ansat|er fratrådt|ikke længere ansat)/,
  fi: /(?:ei (?:enää )?(?:työskentele|ole)[^.!]{0,20}(?:enää|palveluksessa))/,
  cs: /(?:již|už) (?:zde |u nás )?nepracuje|nadále nepracuje/,
  pl: /(?:już nie pracuje|nie pracuje już|nie jest już pracownikiem|zakończył[a]? pracę)/,
  ru: /(?:больше|уже) не работа(?:ет|ю)|уволил(?:ся|ась)|не является сотрудником|сотрудник[^.!]{0,20}больше не/,
  tr: /artık (?:çalışm|görev yapm)|işten ayrıl|görevinden ayrıl/,
  ar: /لم يعد (?:يعمل|موظف)|لم أعد أعمل/,
  he: /(?:כבר )?(?:לא עובד|אינו עובד|אינה עובדת|סיים את עבודתו)/,
  zh: /(?:已(?:经)?离职|已離職|不再(?:任职|在本|担任|使用))/,
  ja: /(?:退職(?:し|いた|に)|異動(?:し|いた|に)|在籍しておりません|使用されておりません)/,
  ko: /(?:퇴사|퇴직|더 이상 근무)/,
});

/** What people add: until when, or whom to ask meanwhile. */
export const MEANWHILE =
  /until|returning|return on|back (?:on|in)|\bbis\b|jusqu|hasta|até|fino al|\btot\b|till den|asti|\bdo\b \d|ig\b|до \d|έως|μέχρι|kadar|حتى|עד|直到|まで|까지|urgen|emergenc|immediate|dringend|eilig|notf[aä]ll|brådskande|haster|kiireell|pilne|naléhav|sürgős|срочн|термінов|επείγ|acil|عاجل|דחוף|紧急|緊急|至急|긴급|급한/;

/** With what a person begins who comments on a notice and pastes it below. */
export const COMMENT = new RegExp(
  `^(?:${[
    'hello|hi\\b|as (?:promised|discussed|requested|agreed)|regarding|dear|good (?:morning|day|afternoon|evening)|greetings|fyi|please|pls|see|look|can (?:you|anyone|someone|we)|could (?:you|anyone|someone)|any idea|what|why|how|who|i (?!am sorry to)|we |my |our |you |one of|it seems|seems|thanks|thank you|there is|this (?:is what|happened|came|bounce|one)|below|attached',
    'hallo|guten (?:tag|morgen|abend)|sehr geehrte|liebe|kannst|könn|bitte|moin|grüezi',
    'bonjour|bonsoir|cher|chère|madame|monsieur|merci',
    'hola|estimad|buen[ao]s|olá|prezad|car[oa]s|bom dia|boa |ciao|buon|gentil|salve|spett',
    'beste|geachte|goede|hej|hei|kære|bästa|kjære|tere|lugupeetud|sveik|labdien|laba|gerb',
    'dobrý|vážen|zdrav|ahoj|dzień|szanown|witam|cześć|tisztelt|kedves|bună|stimat|pozdrav|poštovan|spoštovan',
    'здравствуйте|добрый|уважаем|коллеги|привет|шановн|вітаю|доброго|здравейте|αγαπητ|καλημέρα|γεια',
    'sayın|merhaba|مرحبا|السلام|السادة|تحية|שלום|您好|你好|尊敬|各位|敬启|拝啓|お世話|お疲れ|안녕',
  ].join('|')})`,
);
