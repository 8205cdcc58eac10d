/** Why a mail was not delivered: from status codes (RFC 3463) and from what servers say. */

import type { BounceKind } from '../words/bounce.ts';
import { fold } from './screen-text.ts';

/** What is known about one recipient; `said` is the server's answer or the text around the address. */
export interface Failure {
  /** RFC 3464 2.3.3, in lower case. */
  readonly action?: string;
  readonly status?: string;
  readonly said?: string;
}

const FULL =
  /quota|mail ?box (?:is |was )?(?:currently )?(?:full|exceed)|(?:inbox|account|mailbox)[^.]{0,60}(?:is|are) (?:over|full|out of)|(?:exceed|over)[^.]{0,40}(?:storage|quota|allocated|disk|space|limit of (?:the )?mailbox)|insufficient (?:system |disk )?(?:storage|space)|not enough (?:storage|space|room)|out of (?:storage )?space|mailbox (?:size )?limit|postfach (?:ist )?(?:voll|überfüllt)|boîte (?:aux lettres )?(?:est )?pleine|buz[óo]n (?:está )?lleno|caixa (?:postal |de correio )?(?:está )?cheia|casella (?:è )?piena|переполнен|ящик[^.]{0,20}(?:полон|превыш)|邮箱(?:已)?满|容量(?:が|を)?[^。]{0,10}(?:超|いっぱい)|メールボックスが(?:いっぱい|一杯|満杯)/;
const GONE =
  /(?:user|mailbox|recipient|account|address|member|subscriber|local part|inbox|addressee|customer|alias)[^;!?]{0,80}(?:unknown|(?:not|n't) (?:\w{1,12} ){0,2}(?:found|exist|known|listed|valid|active|available|have)|no longer|disabled|deactivated|suspended|inactive|does ?n[o']t|unavailable|invalid|expired|undeliverable|rejected: (?:user|undeliverable|access denied))|(?:no|not an?|unknown|invalid|bad|not our|unrouteable|unroutable|non-?existent) (?:such )?(?:user|mailbox|recipient|account|address|person|local|destination|customer|domain|host|email|e-mail|one here)|recipnotfound|(?:host|domain)[^.;]{0,60}(?:not found|unknown|does not exist|unrouteable)|doesn't have an? [^.]{0,40}account|wasn't found|couldn't be found|could not be found|unable to validate recipient|no mailbox here|not (?:currently )?a (?:valid|known) |(?:existiert|bekannt)[^.]{0,12} nicht|nicht (?:bekannt|gefunden|vorhanden)|unbekannte?r? (?:benutzer|empfänger)|(?:n'existe pas|inconnue?)|no existe|desconocid|não existe|inexistente|desconhecid|non esiste|sconosciuto|не (?:существует|найден)|неизвестн|不存在|存在しません|見つかりません|宛先不明|ありません|no longer (?:works?|with|employed|in use)/;
const POLICY =
  /spam|spf|dkim|dmarc|dnsbl|rbl|black ?list|block(?:ed|ing|ist)|blocklist|policy|policies|polic[ií]|reputation|content|virus|malware|infected|greylist|sender (?:address )?(?:rejected|denied|verif|not)|relay(?:ing)? (?:access )?denied|(?:relay|access|permission|authori[sz]ation|authentication|unauthenticated)[^.;]{0,40}(?:denied|required|failed|not)|not (?:authori[sz]ed|permitted|allowed|accepted due|accept)|too (?:large|big|long|many hops)|size (?:limit|exceed)|exceeds[^.;]{0,40}(?:size|maximum|limit)|message size|attachment|unsolicited|bulk mail|rejected (?:due|for|because)|refused by|suspicious|prohibited|banned|abuse|reverse dns|ptr record|rdns|moderat|restrict/;
/** These say that it is not the mailbox, whatever the status is. */
const SURELY_POLICY =
  /spam|spf|dkim|dmarc|dnsbl|black ?list|blocklist|reputation|virus|malware|banned|sender address rejected/;
const SURELY_GONE =
  /user unknown|unknown user|no such (?:user|recipient|mailbox)|user (?:does(?: not|n't) exist|not found)|recipnotfound|mailbox (?:not found|does(?: not|n't) exist)|recipient (?:not found|address rejected: access denied)|address (?:not found|does not exist)/;

/** `5.1.1`, in a text with addresses of machines (127.0.0.1) and versions in it. */
const STATUS = /(?<![\d.])([245]\.\d{1,3}\.\d{1,3})(?![\d.]*\d)/;

/** The first enhanced status code of a text. */
export function findStatus(text: string): string | undefined {
  return STATUS.exec(text.slice(0, 4000))?.[1];
}

/**
 * The kind of a failure. A delay is a delay whatever for: 4.2.2 with `Action: delayed` may arrive yet;
 * 4.2.2 with `Action: failed` is a mailbox that stayed full.
 */
export function kindOf({ action, status = '', said = '' }: Failure): BounceKind {
  if (action === 'delayed') return 'delayed';
  const text = fold(said.slice(0, 2000));
  const inText = findStatus(text);
  const precise = isVague(status) && inText !== undefined ? inText : status;
  if (action === undefined && precise.startsWith('4.')) return 'delayed';
  return kindOfStatus(precise, text) ?? kindOfText(text);
}

// x.0.0 and the like say nothing; 5.3.0, 5.5.0 are what Sendmail writes for any refusal.
function isVague(status: string): boolean {
  return status === '' || /^\d\.(?:0\.\d|[3-5]\.0|1\.0)$/.test(status);
}

function kindOfStatus(status: string, text: string): BounceKind | undefined {
  const [, , subject, detail] = /^(\d)\.(\d{1,3})\.(\d{1,3})$/.exec(status) ?? [];
  if (isVague(status) || subject === undefined) return undefined;
  if (subject === '7')
    return SURELY_GONE.test(text) && !SURELY_POLICY.test(text) ? 'mailbox-gone' : 'policy';
  const where = `${subject}.${detail}`;
  if (where === '2.2') return 'mailbox-full';
  // Domino and some gateways say 5.1.1 of every recipient that they refuse.
  if (subject === '1' && FULL.test(text) && !SURELY_GONE.test(text)) return 'mailbox-full';
  if (subject === '1' && SURELY_POLICY.test(text) && !SURELY_GONE.test(text)) return 'policy';
  return (
    STATUS_KINDS[where] ??
    (subject === '1' ? 'mailbox-gone' : subject === '6' ? 'policy' : undefined)
  );
}

const STATUS_KINDS: Readonly<Record<string, BounceKind>> = {
  // RFC 3463 3.2: a bad sender's address is no fault of the recipient.
  '1.7': 'policy',
  '1.8': 'policy',
  '2.1': 'mailbox-gone',
  '2.3': 'policy',
  '3.4': 'policy',
  // Exchange Online: the domain does not exist.
  '4.310': 'mailbox-gone',
};

function kindOfText(text: string): BounceKind {
  if (SURELY_POLICY.test(text)) return 'policy';
  if (FULL.test(text)) return 'mailbox-full';
  if (GONE.test(text)) return 'mailbox-gone';
  return POLICY.test(text) ? 'policy' : 'unknown';
}
