/** What the name of a sender says about who wrote: a mail system, nobody, a helpdesk, or anybody. */

import { type Address, localOf, readAddress } from '../words/address.ts';
import type { Mail } from '../words/mail.ts';
import { valuesOf } from './header.ts';
import { fold } from './screen-text.ts';

export interface Sender {
  /** An address that only mail systems use: enough by itself. */
  readonly daemon: boolean;
  /** An address that mail systems use, and people too: "postmaster" is many an Admin Contact. */
  readonly system: boolean;
  /** A display name that mail systems give themselves, or no name at all. */
  readonly named: boolean;
  readonly nobody: boolean;
  readonly helpdesk: boolean;
}

// Exchange's own mailbox is "MicrosoftExchange" and 32 digits.
const DAEMON =
  /^(?:mailer|mail|smtp|fetchmail)[-_.]?d(?:ae|ea|e)mon\b|^mdaemon$|^double-bounce$|^microsoftexchange[0-9a-f]{32}$/;
const SYSTEM =
  /^(?:post[-_.]?master|mail[-_.]?(?:adm|admin|administrator|master|system|gateway|delivery|router|sweeper|scanner|marshal|guard|notification)?|mailer|bounces?|administrator|system|daemon|smtp|mta|ndr|delivery|non-?delivery|returned-?mail|undeliverable|(?:anti)?-?virus(?:-?alert)?|(?:anti)?-?spam|quarantine|interscan|scanmail|imss|amavis(?:d)?|content-?filter|mailscanner)$/;
const NOBODY =
  /^(?:no|not|donot|do-not|dont)[._-]?reply|^ne[._-]?pas[._-]?repondre|^noresponder|^nobody$/;
const HELPDESK =
  /^(?:support|help|help-?desk|service-?desk|tickets?|requests?|rt|otrs|jira|customer-?(?:care|service)|soporte|suporte|kundenservice)(?:[-_.+]|$)/;

// Display names that mail systems give themselves, by language.
const SYSTEM_NAMES: Readonly<Record<string, RegExp>> = {
  en: /^"?(?:(?:internet )?mail(?:er)?[- ](?:delivery|daemon|administrator|admin|system|router|gateway|service)|delivery (?:sub)?system|system administrator|post ?master|microsoft (?:exchange|outlook)$|mailer-daemon|email quarantine|mailmarshal|interscan)/,
  de: /^(?:systemadministrator|e?mail-?(?:zustell|administrator)|zustell)/,
  fr: /^(?:administrateur (?:du )?syst|service de (?:messagerie|distribution))/,
  es: /^(?:administrador del sistema|sistema de correo)/,
  pt: /^(?:administrador do sistema|sistema de (?:correio|e-?mail))/,
  it: /^amministratore (?:del |di )?sistema/,
  nl: /^(?:systeembeheer|e?-?mailbezorg)/,
  sv: /^(?:systemadministrat)/,
  pl: /^administrator systemu/,
  cs: /^správce systému/,
  tr: /^sistem yöneticisi/,
  ru: /^(?:системный администратор|почтовая система|служба доставки)/,
  ja: /^(?:システム管理者|メール(?:配信|配送|サーバ|システム))/,
  zh: /^(?:系统管理员|系統管理員|邮件(?:系统|投递|管理)|郵件(?:系統|管理))/,
  ko: /^(?:시스템 관리자|메일 (?:배달|시스템))/,
};

/** What the names in From, Sender and the envelope say. */
export function readSender(mail: Mail): Sender {
  const locals = localsOf(mail);
  const any = (pattern: RegExp) => locals.some((local) => pattern.test(local));
  const name = fold(nameOf(mail).slice(0, 100)).replace(/^["'<]{1,2}/, '');
  const nameless = !mail.from.ok && (name === '' || name === '>');
  return {
    daemon: any(DAEMON),
    system: any(SYSTEM),
    named: nameless || Object.values(SYSTEM_NAMES).some((pattern) => pattern.test(name)),
    nobody: any(NOBODY),
    helpdesk: any(HELPDESK),
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
