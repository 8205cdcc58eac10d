/**
 * What refusing servers say, by reason: the mailbox is full, it is gone, a rule refused the mail, or
 * the way there was broken. Matched against folded text; every gap is bounded.
 */

type Rows = Readonly<Record<string, RegExp>>;

const either = (...tables: readonly Rows[]): RegExp =>
  new RegExp(
    tables
      .flatMap((rows) => Object.values<RegExp>(rows))
      .map(({ source }) => source)
      .join('|'),
  );

const FULL_WORDS: Rows = {
  en: /over ?quota|quota (?:exceeded|full|exhausted|reached|violation)|exceeded? (?:(?:its|the|his|her|their|your|storage|mail|disk|mailbox|account|e-?mail) ){0,3}(?:quota|storage|allocation|allotment)|(?:mail ?box|inbox|mailfolder|maildir|mail folder)(?:'s)? (?:[\w.@<>-]{1,60} )?(?:is |was |has become )?(?:currently |too |over)?full|(?:recipient|user|account)(?:'s)? (?:mailbox |inbox |account )?(?:is )?(?:over (?:its |their )?quota|full|out of (?:storage|space)|over (?:the )?(?:storage )?limit)|(?:mailbox|account) size limit exceeded|(?:mailbox|account|inbox) has reached (?:its|the) (?:\w{1,12} ){0,2}(?:limit|quota)|out of storage space|not enough (?:storage )?space in (?:the )?mailbox|disk quota/,
  de: /(?:postfach|mailbox|posteingang|konto)[^.]{0,60}(?:(?<!nicht )voll\b|überfüllt|speichergrenze|kontingent|speicherplatz|limit erreicht)|speicherplatz[^.]{0,40}(?:erschöpft|überschritten)|kontingent[^.]{0,30}(?:erschöpft|überschritten)/,
  fr: /(?:boîte|messagerie|bal)[^.]{0,50}(?:est |etait |était )?(?:pleine|saturée)|quota[^.]{0,30}(?:dépassé|atteint)|espace[^.]{0,30}(?:insuffisant|dépassé)/,
  es: /(?:buz[óo]n|bandeja|casilla|cuenta)[^.]{0,50}(?:llen[oa]|sin espacio)|(?:cuota|espacio)[^.]{0,30}(?:excedid|superad|agotad|lleno)|(?:excedido|superado)[^.]{0,30}cuota/,
  pt: /(?:caixa|conta|correio)[^.]{0,50}(?:chei[oa]|lotad[oa]|esgotad)|(?:cota|quota|espaço)[^.]{0,30}(?:excedid|ultrapassad|esgotad)/,
  it: /(?:casella|mailbox|posta)[^.]{0,50}\bpien[ao]|(?:quota|spazio)[^.]{0,30}(?:superat|esaurit)/,
  nl: /(?:mailbox|postvak|brievenbus)[^.]{0,40}\bvol\b|quotum[^.]{0,30}overschreden/,
  sv: /(?:brevlåda|postlåda|inkorg)[^.]{0,30}\bfull|kvot[^.]{0,30}överskrid/,
  da: /(?:postkasse|indbakke|postboks)[^.]{0,30}\b(?:fuld|full)/,
  pl: /skrzynk[^.]{0,40}(?:pełn|przepełnion)|(?:limit|pojemnoś)[^.]{0,40}(?:przekroczon|wyczerpan)|przekroczon[^.]{0,30}(?:limit|pojemno)/,
  cs: /schránk[^.]{0,40}(?:pln[áa]|přeplněn|zaplněn)|kvót[^.]{0,30}(?:překročen|vyčerpán)/,
  hu: /postafiók[^.]{0,40}(?:megtelt|tele)/,
  ro: /(?:căsuța|cutia)[^.]{0,40}plină/,
  el: /(?:γραμματοκιβώτιο|θυρίδα)[^.]{0,40}(?:γεμάτ|πλήρ)/,
  tr: /(?:posta kutusu|kota)[^.]{0,40}(?:dolu|aşıl|dolmuş)/,
  ru: /(?:ящик|почта)[^.]{0,40}(?:переполнен|полон|заполнен|превыш)|(?:квота|лимит)[^.]{0,40}(?:превыш|исчерпан)|превышен[^.]{0,30}(?:квот|лимит)/,
  uk: /скриньк[^.]{0,40}(?:переповнен|заповнен)/,
  ar: /(?:صندوق|علبة)[^.]{0,30}ممتلئ/,
  he: /תיב[הת][^.]{0,30}מלאה/,
  zh: /(?:邮箱|郵箱|信箱|空间|空間|容量)[^。]{0,12}(?:已?满|已?滿|不足|超出|超过|超過)/,
  ja: /(?:メールボックス|受信箱|容量)[^。]{0,20}(?:いっぱい|一杯|満杯|超え|超過|不足|オーバー)/,
  ko: /(?:메일함|사서함|편지함|용량)[^.]{0,20}(?:초과|가득|부족|꽉)/,
};

const GONE_WORDS: Rows = {
  en: /(?:user|recipient|mailbox|account|address|e-?mail|addressee) (?:[<\w.@>:-]{1,80} )?(?:is )?(?:unknown|does(?: not|n't) exist|not found|could ?n[o']t be found|was ?n[o']t found|has been (?:deleted|closed|removed|deactivated|disabled))|unknown (?:user|recipient|mailbox|local part|address)|no such (?:user|recipient|mailbox|address|account|person)|no mailbox (?:here )?by that name|null ?mx|domain [^.]{0,60}does not accept mail|recipnotfound|(?:invalid|non-?existent) (?:recipient|mailbox|user)\b|(?:deactivated|disabled|closed|inactive|expired|suspended|deleted) (?:mailbox|account|user|address)|(?:mailbox|account|user|address) (?:is |has been |was )?(?:\w{1,12} )?(?:deactivated|disabled|inactive|discontinued|suspended|deleted|closed)\b|recipient address rejected: access denied|no longer (?:works?|working|with|employed|valid|in use|active|available|exists?|on this|at this)|has (?:left|moved)\b|not (?:listed )?in (?:the )?(?:\w{1,20} )?(?:directory|address book)|not listed in (?:domino|public)/,
  de: /(?:benutzer|empfänger|postfach|konto|adresse|teilnehmer)[^.]{0,60}(?:unbekannt|existiert[^.]{0,12} nicht|nicht (?:bekannt|gefunden|vorhanden|existent|aufgelistet|eingetragen|mehr gültig)|gesperrt|gelöscht|deaktiviert)|unbekannte[rn]? (?:benutzer|empfänger|adresse)|nicht im [\w-]{0,20}(?:verzeichnis|adressbuch)/,
  fr: /(?:utilisateur|destinataire|adresse|compte|boîte)[^.]{0,50}(?:inconnue?|n'existe (?:pas|plus)|introuvable|inexistante?|désactivée?|fermée?|supprimée?)/,
  es: /(?:usuario|destinatario|dirección|cuenta|buzón)[^.]{0,50}(?:desconocid|no existe|inexistente|no (?:ha sido |fue )?encontrad|desactivad|cancelad|inactiv)/,
  pt: /(?:usuário|utilizador|destinatário|endereço|conta|caixa)[^.]{0,50}(?:desconhecid|não existe|inexistente|não (?:foi )?encontrad|desativad|cancelad|inativ)/,
  it: /(?:utente|destinatario|indirizzo|casella|account)[^.]{0,50}(?:sconosciut|non esiste|inesistente|non (?:è stato )?trovat|disattivat|sospes)/,
  nl: /(?:gebruiker|ontvanger|adres|mailbox)[^.]{0,50}(?:onbekend|bestaat niet|niet gevonden|opgeheven)|onbekende (?:gebruiker|ontvanger)/,
  sv: /(?:användare|mottagare|adress)[^.]{0,50}(?:okänd|finns inte|existerar inte|hittades inte)|okänd (?:användare|mottagare|adress)/,
  da: /(?:bruger|modtager|adresse)[^.]{0,40}(?:ukendt|findes ikke|eksisterer ikke)|ukendt (?:bruger|modtager)/,
  fi: /(?:käyttäjä|vastaanottaja|osoite)[^.]{0,40}(?:tuntematon|ei (?:ole olemassa|löydy))|tuntematon (?:käyttäjä|vastaanottaja)/,
  pl: /(?:użytkownik|odbiorc|adresat|adres|konto|skrzynk)[^.]{0,50}(?:nieznan|nie istnieje|nie znaleziono|zablokowan|usunięt|nieaktywn)|nieznany (?:użytkownik|adresat|odbiorca)/,
  cs: /(?:uživatel|příjemce|adresát|adresa|schránka)[^.]{0,40}(?:neznám|neexistuje|nenalezen|zrušen)|neznámý (?:uživatel|příjemce|adresát)/,
  hu: /(?:felhasználó|címzett|postafiók|cím)[^.]{0,40}(?:ismeretlen|nem (?:létezik|található))|ismeretlen (?:felhasználó|címzett)/,
  ro: /(?:utilizator|destinatar|adres)[^.]{0,40}(?:necunoscut|nu există|inexistent)/,
  el: /(?:χρήστης|παραλήπτης|διεύθυνση)[^.]{0,40}(?:άγνωστ|δεν (?:υπάρχει|βρέθηκε))|άγνωστος (?:χρήστης|παραλήπτης)/,
  tr: /(?:kullanıcı|alıcı|adres|hesap)[^.]{0,40}(?:bulunamadı|bilinmiyor|mevcut değil|yok\b|geçersiz)|bilinmeyen (?:kullanıcı|alıcı)/,
  ru: /(?:пользовател|получател|адресат|ящик|адрес|аккаунт|уч[её]тн)[^.]{0,50}(?:не (?:существует|найден|зарегистрирован)|неизвест|заблокирован|удал[её]н|отключ[её]н)|(?:неизвестный|несуществующий|нет такого) (?:пользователь|получатель|адрес)|нет такого пользователя/,
  uk: /(?:користувач|одержувач|адрес|скриньк)[^.]{0,40}(?:не (?:існує|знайден)|невідом)/,
  ar: /(?:المستخدم|المستلم|العنوان|الحساب)[^.]{0,30}(?:غير (?:موجود|معروف))/,
  zh: /(?:用户|用戶|收件人|收件者|邮箱|郵箱|帐号|账号|帳號|地址)[^。]{0,12}(?:不存在|未找到|找不到|无效|無效|未知|已停用|已注销|被冻结)|查无此(?:人|用户)/,
  ja: /(?:宛先|ユーザー?|アドレス|受信者|メールボックス|アカウント)[^。]{0,20}(?:見つかりません|存在しません|不明|ありません|見つからない)/,
  ko: /(?:사용자|수신자|받는 사람|계정|주소|메일함)[^.]{0,20}(?:없|존재하지|찾을 수|알 수)/,
};

/** The mailbox is full, in words that leave no doubt. */
export const SURELY_FULL = either(FULL_WORDS);
export const SURELY_GONE = either(GONE_WORDS);
/** These say that it is not the mailbox, whatever the status is. */
export const SURELY_POLICY =
  /spam|\bspf\b|dkim|dmarc|dnsbl|\brbl\b|black ?list|blocklist|reputation|virus|malware|phish|banned|sender address rejected|invalid dns|dns mx|resource record|reverse dns|content (?:rejected|checker|filter)|broke (?:the|a) rule|mailwatch|message size exceed|rate limit|too many (?:messages|connections|mails)|relay(?:ing)? (?:access )?denied/;
/** The way there is broken, or the whole domain has gone elsewhere: nothing is known about the mailbox. */
export const TROUBLE =
  /host(?: or domain name)? not found|name service error|(?:domain|host)(?: name)? (?:[\w.-]{1,80} )?(?:does(?: not|n't) exist|not found|could ?n[o']t be found)|unrout(?:e)?able (?:mail )?domain|no (?:route|mx|mail exchanger)|too many hops|mail(?: forwarding)? loop|loop(?:s|ing)? (?:back|detected)|hop count|no longer hosted|(?:domain|customer|contract)[^.]{0,40} (?:ended|expired|terminated|not hosted)|not our customer|unverified address|connect(?:ion)? (?:to [^:]{1,100}: )?(?:refused|timed? ?out|reset)|connection (?:refused|timed out|reset)|network (?:is )?unreachable/;

/** Hints, for when nothing surer is said. */
export const FULL =
  /quota|mail ?box (?:is |was )?(?:currently )?(?:full|exceed)|(?:inbox|account|mailbox)[^.]{0,60}(?:is|are) (?:over|full|out of)|(?:exceed|over)[^.]{0,40}(?:storage|quota|allocated|disk|space|limit of (?:the )?mailbox)|insufficient (?:system |disk )?(?:storage|space)|not enough (?:storage|space|room)|out of (?:storage )?space|mailbox (?:size )?limit/;
export const GONE =
  /(?:user|mailbox|recipient|account|address|member|subscriber|local part|inbox|addressee|customer|alias)[^;!?]{0,80}(?:unknown|(?:not|n't) (?:\w{1,12} ){0,2}(?:found|exist|known|listed|valid|active|available|have)|no longer|disabled|deactivated|suspended|inactive|does ?n[o']t|unavailable|invalid|expired|undeliverable|rejected: (?:user|undeliverable|access denied))|(?:no|not an?|unknown|invalid|bad|not our|unrouteable|unroutable|non-?existent) (?:such )?(?:user|mailbox|recipient|account|address|person|local|destination|customer|domain|host|email|e-mail|one here)|(?:host|domain)[^.;]{0,60}(?:unknown|unrouteable)|doesn't have an? [^.]{0,40}account|wasn't found|couldn't be found|could not be found|unable to validate recipient|no mailbox here|not (?:currently )?a (?:valid|known) |(?:existiert|bekannt)[^.]{0,12} nicht|nicht (?:bekannt|gefunden|vorhanden)|(?:n'existe pas|inconnue?)|no existe|desconocid|não existe|inexistente|desconhecid|non esiste|sconosciuto|не (?:существует|найден)|неизвестн|不存在|存在しません|見つかりません|宛先不明|ありません/;
export const POLICY =
  /spam|spf|dkim|dmarc|dnsbl|rbl|black ?list|block(?:s|ed|ing|ist)?\b|blocklist|policy|policies|polic[ií]|reputation|content|virus|malware|infected|greylist|sender (?:address )?(?:rejected|denied|verif|not)|relay(?:ing)? (?:access )?denied|(?:relay|access|permission|authori[sz]ation|authentication|unauthenticated)[^.;]{0,40}(?:denied|required|failed|not)|not (?:authori[sz]ed|permitted|allowed|accepted due|accept)|too (?:large|big|long)|size (?:limit|exceed)|exceeds[^.;]{0,40}(?:size|maximum|limit)|message size|attachment|unsolicited|bulk mail|(?:automatically|being) rejected|rejected (?:due|for|because)|refused by|suspicious|prohibited|banned|abuse|ptr record|rdns|moderat|restrict|\brules?\b/;
