/** What the name of a sender says about who wrote: a mail system, nobody, a helpdesk, or anybody. */

import { type Address, localOf, readAddress } from '../words/address.ts';
import type { Mail } from '../words/mail.ts';
import { valuesOf } from './header.ts';
import { fold } from './screen-text.ts';

export interface Sender {
  /** An address that only mail systems use: enough by itself. */
  readonly daemon: boolean;
  /** An address or role that mail systems use, and people too: "postmaster" is many an Admin Contact. */
  readonly system: boolean;
  /** A display name that mail systems give themselves. */
  readonly named: boolean;
  /** A virus scanner's or a spam filter's address. */
  readonly scanner: boolean;
  /** An address of Mailman and its like, or of the person who keeps a list. */
  readonly listEngine: boolean;
  /** A list engine's own address: nobody writes as "majordomo". */
  readonly listDaemon: boolean;
  readonly nobody: boolean;
  readonly helpdesk: boolean;
  /** A challenge's address, which asks senders to prove that they are people. */
  readonly verifier: boolean;
}

// Exchange's own mailbox is "MicrosoftExchange" and 32 digits.
const DAEMON =
  /^(?:mailer|mail|smtp|fetchmail)[-_.]?d(?:ae|ea|e)mon\b|^mdaemon$|^double-bounce$|^microsoftexchange[0-9a-f]{32}$/;
const SYSTEM =
  /^(?:post[-_.]?master|mail[-_.]?(?:adm|admin|administrator|master|system|gateway|delivery|router|sweeper|scanner|marshal|guard|notification)?|mailer|bounces?|administrator|system|daemon|smtp|mta|ndr|delivery|non-?delivery|returned-?mail|undeliverable|root)$/;
const SCANNER =
  /^(?:(?:anti)?-?virus(?:-?alert)?|(?:anti)?-?spam(?:-?filter)?|quarantine|interscan|scanmail|imss|amavisd?|(?:mail)?-?scanner|content-?filter)$/;
const LIST_ENGINE =
  /-(?:bounces|owner|request|admin)$|^(?:sympa|majordomo|listserv|mailman|ezmlm|lists?-?(?:owner|master))$/;
const LIST_DAEMON =
  /^(?:sympa|majordomo|listserv|ezmlm|listproc|listar|ecartis|lyris|mailman)(?:-bounces|-owner|-request)?$|-confirm\+[0-9a-f]{4,60}$/;
const NOBODY =
  /^(?:no|not|donot|do-not|dont)[._-]?reply|^ne[._-]?pas[._-]?repondre|^noresponder|^nobody$/;
const HELPDESK =
  /^(?:support|help|help-?desk|service-?desk|tickets?|requests?|rt|otrs|jira|customer-?(?:care|service)|soporte|suporte|kundenservice)(?:[-_.+]|$)/;

const VERIFIER = /^(?:verif\w{0,10}|challenge|spam-?block\w{0,3}|white-?list\w{0,3})$/;

// Display names that mail systems give themselves, by language.
const SYSTEM_NAMES: Readonly<Record<string, RegExp>> = {
  en: /^(?:(?:internet )?mail(?:er)?[- ](?:delivery|daemon|system|router|gateway|service)|delivery (?:sub)?system|microsoft (?:exchange|outlook)$|mailer-daemon|email quarantine|mailmarshal|mailscanner|interscan)/,
  de: /^(?:e?mail-?zustell|zustell)/,
  fr: /^service de (?:messagerie|distribution)/,
  es: /^sistema de correo/,
  pt: /^sistema de (?:correio|e-?mail)/,
  nl: /^e?-?mailbezorg/,
  ru: /^(?:почтовая система|служба доставки)/,
  ja: /^メール(?:配信|配送|サーバ|システム)/,
  zh: /^(?:邮件(?:系统|投递)|郵件系統)/,
  ko: /^메일 (?:배달|시스템)/,
};
// Names of a role that a program may have, or a person: "System Administrator" is Exchange's.
const ROLE_NAMES: Readonly<Record<string, RegExp>> = {
  en: /^(?:system administrator|post ?master|mail admin)/,
  de: /^(?:systemadministrator|e?-?mail-?administrator)/,
  fr: /^administrateur (?:du )?syst/,
  es: /^administrador del sistema/,
  pt: /^administrador do sistema/,
  it: /^amministratore (?:del |di )?sistema/,
  nl: /^systeembeheer/,
  sv: /^systemadministrat/,
  pl: /^administrator systemu/,
  cs: /^správce systému/,
  tr: /^sistem yöneticisi/,
  ru: /^системный администратор/,
  ja: /^システム管理者/,
  zh: /^(?:系统管理员|系統管理員|邮件管理|郵件管理)/,
  ko: /^시스템 관리자/,
};

/** What the names in From, Sender and the envelope say. */
export function readSender(mail: Mail): Sender {
  const locals = localsOf(mail);
  const any = (pattern: RegExp) => locals.some((local) => pattern.test(local));
  const name = fold(nameOf(mail).slice(0, 100)).replace(/^["'<]{1,2}/, '');
  const isNamed = (rows: typeof SYSTEM_NAMES) =>
    Object.values(rows).some((pattern) => pattern.test(name));
  // `From: <>`, as some daemons write the null sender.
  const nameless = !mail.from.ok && name === '>';
  return {
    daemon: any(DAEMON) || nameless,
    system: any(SYSTEM) || any(SCANNER) || isNamed(ROLE_NAMES),
    named: isNamed(SYSTEM_NAMES),
    scanner: any(SCANNER),
    listEngine: any(LIST_ENGINE),
    listDaemon: any(LIST_DAEMON),
    nobody: any(NOBODY),
    helpdesk: any(HELPDESK),
    verifier: any(VERIFIER),
  };
}

/** The sender's addresses that can be read: From and envelope. */
export function sendersOf({ from, envelope }: Mail): Address[] {
  const found = [from.ok ? from.mailbox.address : undefined, readAddress(envelope.from)];
  return found.filter((address) => address !== undefined);
}

// A daemon's From often holds no address that can be read: `MAILER-DAEMON`, `<postmaster@localhost>`,
// `MAILER-DAEMON (Mail Delivery Subsystem)`. Then its raw words count; a person's From never gets here.
function localsOf(mail: Mail): string[] {
  const locals = sendersOf(mail).map(localOf);
  if (mail.from.ok) return locals;
  for (const value of valuesOf(mail.headers, 'from').slice(0, 3)) {
    const [, before = '', inside = before] =
      /^([^<(@]{0,100})(?:<([^<>@\s]{1,100}))?/.exec(value) ?? [];
    locals.push(
      inside.replace(/["'\s]/g, '').toLowerCase(),
      (inside.split(' ', 1)[0] ?? '').toLowerCase(),
    );
  }
  return locals;
}

function nameOf(mail: Mail): string {
  if (mail.from.ok) return mail.from.mailbox.name;
  return valuesOf(mail.headers, 'from')[0] ?? '';
}
