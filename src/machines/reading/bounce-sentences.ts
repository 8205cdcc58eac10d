/**
 * The sentences of delivery reports. OPENERS: with what each family of mail systems begins its text,
 * which no person writes. FAILURES: that something was not delivered, in many languages. All are
 * matched against folded text (lower case, single blanks), and every gap in them is bounded.
 */

const OPENERS: Readonly<Record<string, RegExp>> = {
  Postfix:
    /this is the (?:mail system|postfix program|mail delivery system|mail program) at host|i'm sorry to have to inform you that (?:your message|the message)|your message (?:could not be|was successfully|has been) (?:delivered to one or more|delivered to the destination)/,
  Exim: /this (?:e-?mail )?message was created automatically by (?:the )?(?:mail|e-?mail|a mail)|a message that you (?:have )?sent (?:could|has|to|was|contained|with)|a message sent by .{0,80} could not be delivered/,
  Sendmail:
    /the original message was received at|-{3,6} ?the following addresses had|-{3,6} ?transcript of (?:the )?session follows|this is a (?:mime-encapsulated message|warning message only)|\*\* ?this is a warning message only|-{3,6} ?recipients? of this delivery|-{3,6} ?reason for (?:the )?failure/,
  qmail:
    /hi\. this is the .{1,60}(?: at |program)|this is the qmail-send|i'm afraid i wasn't able to deliver|i tried to deliver a bounce message|this is a permanent error[;,] i've given up|(?:sorry|sorry[,.] we) (?:were|was)? ?unable to deliver your message|message from .{1,60}\. unable to deliver|i wasn't able to deliver your message/,
  Courier:
    /this is a delivery status notification from|undeliverable mail: ?your message|your message to the following recipients cannot be delivered/,
  Exchange:
    /delivery (?:has failed|to the following)|your message did not reach|your message to: .{0,300} (?:did not reach|was not)|did not reach the following recipient|this is an automatically generated delivery status|unable to deliver (?:your )?message to|the following recipients? could not be reached|your message (?:wasn't|can't be|hasn't been) delivered|(?:generating|reporting) server:|diagnostic information for administrators|(?:your )?message to .{1,100} (?:couldn't|could not|can't|has been|wasn't|was not) (?:be )?(?:delivered|blocked)|.{1,60} wasn't found at|the e-?mail (?:system|account|address).{0,60}(?:was unable|does not exist)|the e-mail address you entered couldn't be found|this message hasn't been delivered yet|this message was rejected|we(?:'re| are) sorry\.{0,3},? but .{0,40}(?:deliver|message)/,
  Domino:
    /your message subject: .{0,300} (?:was not delivered|could not|was delayed)|was not delivered to:|your (?:document|memo): .{0,300}was not delivered/,
  GroupWise:
    /the message that you sent was undeliverable|the attached message had .{0,20}(?:fatal|delivery)|message (?:was )?undeliverable/,
  Gmail:
    /delivery to the following recipients?|address not found|message (?:not delivered|blocked|rejected|too large)|delivery incomplete|recipient inbox full|your message wasn't delivered|there was a (?:temporary )?problem delivering your message|we're writing to let you know that the group|the group you tried to contact|hello .{1,100}, we're writing to let you know|\*\* ?(?:address not found|message (?:not delivered|blocked|rejected)|delivery incomplete)/,
  SES: /an error occurred while trying to deliver|technical (?:report|details) (?:of|:)|the following message to .{1,100} was undeliverable/,
  'SendGrid, PowerMTA':
    /this is an automatically generated message (?:from|by)|hello,? this is the mail (?:server|system)|this is the mail (?:server|delivery) /,
  'James, OpenSMTPD': /hi[.!] this is the|an error has occurred while attempting to deliver/,
  'hMailServer, MailEnable, IMail, MDaemon':
    /your message did not reach some|(?<!your )message could not be delivered|the following recipients? (?:could|did|were|failed|cannot)|the following (?:address|mailbox|user|account|destination)(?:es|s)? (?:failed|had|could|can|were|is|are|was|do|had)|undeliverable (?:to|mail)|unknown (?:user|host|mailbox|local part|recipient) ?:|user (?:unknown|mailbox) ?[:;]|delivery failed|could not deliver (?:message|mail|your|the)|account (?:.{1,60}) (?:is full|is not|does not)|the (?:message|mail) (?:below|you sent|following) (?:could|was|has)/,
  'Oracle, CommuniGate, Kerio':
    /this report relates to a message you sent|your message cannot be delivered|failed to deliver to|message delivery (?:has been|to .{1,80}) (?:delayed|failed)|has encountered delivery|this is a delivery (?:failure|status)|your message (?:has|is) (?:encountered|delayed|still|not yet)/,
  gateways:
    /this message was undeliverable|(?:i|we) (?:have been|was|were|am|are) unable to deliver|(?:the following is|this is) a system[- ]generated error report|%mail-e-nosuchusr|the (?:following )?(?:message|e-?mail|mail) (?:sent )?(?:to|from) .{0,100} (?:was|could|has been|is) (?:not|blocked|rejected|undeliver|refused)|each of the following recipients|your (?:message|mail|e-?mail) (?:has been|was|is) (?:rejected|returned|refused|blocked|bounced|undeliver|not delivered)|the mail you sent|returned mail|mail delivery (?:failed|failure)|undelivered (?:mail|message)|non-?delivery (?:report|notification)|this is a non-?delivery|we (?:were|are) unable to deliver|the mail (?:server|system) (?:could|was|at|has)|mail (?:system )?error|could not be delivered to:|the user\(s\) account|the (?:recipient|user|account|mailbox).{0,60}(?:does not exist|is full|is over|not found|over quota|has been disabled)|message rejected|your message: .{0,300}(?:was|could) not|some addresses were rejected|our virus (?:detector|checker|scanner) (?:has|found)|v i r u s a l e r t|recipient address(?:es)?:|message not deliver|we couldn't deliver|there was an error (?:sending|delivering)/,
};

const FAILURES: Readonly<Record<string, RegExp>> = {
  en: /(?:message|e-?mail|mail|letter|deliver(?:y|ed)?|recipients?)[^!?]{0,120}(?:(?:could|can|was|has|is|did|be|were|have|does)(?: ?not|n't)(?: \w{1,12}){0,2} (?:delivered|deliver|reach|sent|accepted|exist|processed)|undeliverable|failed|unable to (?:be )?deliver|not delivered|rejected|refused|returned|bounced)|unable to deliver|(?:could|can) ?not (?:be )?deliver|user unknown|unknown user|no such user|mailbox (?:is )?(?:full|unavailable|not found)|over quota|quota exceeded|undeliverable/,
  de: /(?:konnte|kann|wurde|konnten|können|werden)[^.!?]{0,120}nicht[^.!?]{0,60}(?:zugestellt|ausgeliefert|übermittelt|gesendet|zustellen|erreicht|weitergeleitet)|unzustellbar|nicht zustellbar|zustell\w{0,12} (?:fehlgeschlagen|nicht möglich)|fehler bei der (?:nachrichten)?(?:zustellung|übermittlung)|hat (?:einige|einen|den|die) [^.]{0,60}empfänger nicht erreicht/,
  fr: /n'a (?:pas )?(?:pu|été|pas)[^.!?]{0,60}(?:remis|délivré|distribué|livré|acheminé|transmis|envoyé|être)|n'(?:ont|a) pas (?:pu|été)|échec (?:de |d')(?:la )?(?:remise|distribution|livraison|envoi|l'envoi)|impossible de (?:remettre|délivrer|livrer|distribuer)|non remis|n'(?:est|a) pas (?:arrivé|atteint)/,
  es: /no (?:se )?(?:pudo|puede|ha podido|pudieron|ha sido|fue|han podido)[^.!?]{0,60}(?:entrega|enviad|enviar|distribu)|error (?:en la|de) entrega|no (?:entregado|entregable)|no (?:llegó|ha llegado) a/,
  pt: /não (?:pôde|pode|foi|puderam|foram|é|pôde|conseguiu)[^.!?]{0,60}(?:entreg|enviad|possível)|falha (?:na|de) entrega|não entregue/,
  it: /(?:non (?:è stato|ha potuto|può|è)|impossibile)[^.!?]{0,60}(?:recapit|consegn|inviat|inviare)|mancat[oa] (?:recapito|consegna)|errore (?:di|nella) consegna/,
  nl: /(?:kan|kon|konden|is|kunnen|werd) niet[^.!?]{0,60}(?:bezorgd|afgeleverd|verzonden|bestel)|onbestelbaar|bezorging [^.]{0,30}mislukt|heeft [^.]{0,60} niet bereikt/,
  sv: /(?:kunde|kan|gick) inte[^.!?]{0,60}(?:levereras?|skickas?|nå)|olevererbar/,
  da: /(?:kunne|kan|blev) ikke[^.!?]{0,60}(?:leveres|leveret|afleveres|sendes)/,
  no: /(?:kunne|kan|ble) ikke[^.!?]{0,60}(?:leveres|levert|sendes)/,
  fi: /ei (?:voitu|voida|voi|ole|pystytty)[^.!?]{0,60}(?:toimit|perille|lähett)/,
  cs: /(?:nelze|nebyla|nebylo|nemohla|nepodařilo)[^!?]{0,60}doruč/,
  pl: /(?:nie (?:można|mogła|udało|została|może|dostarczono))[^.!?]{0,60}(?:dostarcz|doręcz|wysła)|nie dostarczon/,
  hu: /(?:nem|sikertelen)[^.!?]{0,60}kézbesít/,
  ro: /nu a (?:putut|fost)[^.!?]{0,60}livrat/,
  ru: /не (?:удал|мож|был|могло|удается|могут|смог)[^.!?]{0,80}(?:доставл|доставить|отправл)|не доставлен|недоставленн|невозможно доставить|ошибка (?:доставки|при доставке)|(?:ящик|пользовател)[^.]{0,60}(?:переполнен|не (?:существует|найден))/,
  uk: /не (?:вдалося|може|було)[^.!?]{0,60}достав/,
  el: /δεν (?:ήταν|είναι|μπορ)[^.!?]{0,60}παράδο/,
  tr: /(?:teslim edilemedi|iletilemedi|ulaştırılamadı|teslim edilemiyor|gönderilemedi)/,
  ar: /(?:تعذر|لم يتم|فشل|يتعذر)[^.!?]{0,40}(?:تسليم|التسليم|إرسال)/,
  id: /tidak (?:dapat|bisa|terkirim|berhasil)[^.!?]{0,40}(?:kirim|sampaikan)|gagal (?:di)?kirim/,
  vi: /không (?:thể|gửi|chuyển)[^.!?]{0,40}(?:gửi|chuyển|được|nhận)/,
  he: /לא (?:ניתן|נמסר|הצל)[^.!?]{0,40}(?:למסור|להעביר|לשלוח|הודע)/,
  zh: /(?:无法|未能|不能|没有|無法|未|失败)[^。!?]{0,30}(?:投递|送达|发送|传递|送達|傳遞|傳送|投遞|寄达)|退信|被退回|投递失败|(?:收件人|用户|用戶|邮箱)[^。]{0,20}(?:不存在|已满)/,
  ja: /(?:配信|送信|配送|配達|送達|転送|お届け)[^。!?]{0,20}(?:できません|出来ません|されません|失敗|不能|エラー)|届け(?:ること)?[^。]{0,8}でき|届きませんでした|(?:宛先|ユーザー?|アドレス|受信者|メールボックス)[^。]{0,30}(?:見つかりません|存在しません|不明|いっぱい|ありません|一杯)/,
  ko: /(?:배달|전송|전달|발송)[^.!?]{0,20}(?:수 없|실패|못했|되지 (?:않|못))|반송/,
};

const either = (rows: Readonly<Record<string, RegExp>>): RegExp =>
  new RegExp(
    Object.values(rows)
      .map(({ source }) => source)
      .join('|'),
  );

/** How mail systems begin. */
export const OPENER = either(OPENERS);
/** That a mail was not delivered. */
export const FAILURE = either(FAILURES);

/** That delivery takes longer and goes on. */
export const DELAY_SENTENCE =
  /not yet been delivered|will (?:continue|keep|be) (?:trying|to try|retried|attempt)|will (?:re-?try|try again)|still being (?:retried|tried)|no action is required (?:on your part|by you)|delivery (?:has been|is|was) delayed|you do not need to (?:resend|re-send)|this is a warning message only|hasn't been delivered yet|(?:wird|werden) (?:weiterhin|weiter|erneut) versucht|verzögert|zatím ne|budeme[^.]{0,30}zkoušet|opóźni|nadal próbować|ponawia(?:ć|ne) pr|sera (?:de nouveau|retent)|continuerà a|blijven proberen|yeniden denenecek|再試行|继续(?:尝试|重试)|seguirá intentando|se seguirá|continuará tentando|будут продолжены|будет повторен|задерж|再送(?:を試み|します)|将继续(?:尝试|重试)/;
/** That the mail system gave up: the delay has become a bounce. */
export const GIVEN_UP =
  /giv(?:en|ing) up|gave up|retry time(?:out)? (?:exceeded|has expired)|retry timeout|permanent(?:ly)? (?:error|fail)|will not be retried|too long in queue|delivery time expired|message expired/;

/** What SMTP servers say: a reply code with an enhanced status, and words around it. */
export const SMTP_REPLY =
  /(?:^|[^\d.])(?:[45][0-7]\d[ -]{1,3}#?[245]\.\d{1,3}\.\d{1,3}|[45][0-5]\d[ -](?:requested|user|mailbox|no such|unknown|invalid|sorry|recipient|relay|message|denied|access|<)|\(?#[45]\.\d{1,3}\.\d{1,3}\)?)/;
export const SMTP_WORDS =
  /in reply to (?:rcpt|mail|end of|data|helo|ehlo|the )|said: ?\(?[45]\d\d|while talking to|(?:rcpt|mail) (?:to|from):? ?<|smtp error from|remote (?:host|server|smtp|system)[^.]{0,40}(?:said|replied|returned|answered)|host or domain name not found|smtp; ?[45]\d\d|(?:reporting|remote)-mta:|final-recipient:|diagnostic-code:|action: (?:failed|delayed)|error (?:code|returned)|recipnotfound|mapi_e|remote host (?:said|answered)|technical details of/;

/** Above the mail that is returned. */
export const RETURNED =
  /(?:below this line is|this is) a copy of (?:the|your)|-{2,10} ?(?:unsent|returned|undelivered|the) message (?:follows|below|is)|original message (?:headers?|follows|attached|:)|-{3,10} ?original message|(?:message|headers?) (?:text |headers? )?follows?|returned message|copy of (?:the|your|this) (?:original )?message|the (?:original|first \d{1,3} lines of the|returned) (?:message|mail)|original[- ](?:envelope|headers?)|заголовки (?:исходного|письма)|копия (?:вашего )?(?:письма|сообщения)|ursprüngliche (?:nachricht|kopfzeilen)|(?:元|オリジナル)の(?:メッセージ|メール)|en-têtes de message/;
