/** Finds out that an address or a name belongs to a function instead of a person (report 3.3: personal trust). */

import { domainToUnicode } from 'node:url';

import { domainOf, localOf, type Address } from '../words/address.ts';
import type { Cctld } from '../words/cctld.ts';

/** The mailbox names of RFC 2142, without those for single services that nobody would offer here. */
const RFC_2142 = words(
  'info marketing sales support abuse noc security postmaster hostmaster usenet news webmaster www uucp ftp',
);

// Words that a shared mailbox is named with. Each stands for a function; none is a common name.
const FUNCTIONS = words(`
  admin admins administrator administration administrativo adm sysadmin sysadmins sysop root operator operators
  operations operation ops devops netops noc nocs soc sirt csirt cert cirt psirt isirt irt pki infosec itsec
  security sicherheit seguridad seguranca securite cyber cybersecurity incident incidents response emergency
  oncall duty onduty standby pikett alert alerts alarm alarms monitor monitoring noreply donotreply
  registry registries registrar registrars registrant registration registro nic tld tlds cctld cctlds gtld iana
  icann whois rdap epp dns dnsadmin dnsmaster dnsops dnssec domain domains dominios domaines domreg hostmaster
  hostmasters webmaster postmaster master network networks net netadmin netmaster sys system systems server servers
  tech technical technic technik tecnico technique technology it ict edv informatica informatique
  support supporto soporte suporte help helpdesk helpline servicedesk desk service services servicio customer
  customercare customerservice client clients care hotline callcenter feedback inquiry inquiries enquiry enquiries
  info information informacion contact contacts contacto contato kontakt mail email mailbox office offices
  secretariat secretary sekretariat secretaria reception front general main hello team teams group staff crew all
  everyone management managers manager director directors direction ceo cto cio ciso cfo coo head board chair council
  legal law compliance policy privacy gdpr dpo finance accounting accounts billing invoice invoices payments
  sales marketing media press pr communications comms hr jobs recruitment personnel training
  ministry government gov department dept division authority agency association foundation
  abuse spam phishing postmaster usenet news www web ftp test testing
`);

// Words beside which an address is still one of a function, but that say nothing alone.
const NEUTRAL = words(
  'the of and for de la at my our 24x7 24h 247 list lists global local national int',
);

function words(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}

interface Offered {
  readonly address: Address;
  readonly firstName?: string;
  readonly lastName?: string;
}

/**
 * Why the contact looks like a function, as a clause to put behind "because"; undefined when nothing
 * says so. A hint for people: the sender is asked back, and the Validator may grant an exception.
 */
export function roleReason(
  contact: Offered,
  { cctld }: { readonly cctld?: Cctld | undefined },
): string | undefined {
  return mailboxReason(contact, cctld) ?? nameReason(contact, cctld);
}

function mailboxReason(contact: Offered, cctld: Cctld | undefined): string | undefined {
  const local = localOf(contact.address);
  const parts = partsOf(local);
  const own = cctldWords(cctld);
  if (parts.length === 1 && RFC_2142.has(parts[0] ?? '')) {
    return `"${local}" is a mailbox name for a function (RFC 2142), not for one person`;
  }
  if (isFunction(parts, own))
    return `"${local}" is the name of a function or a group, not of one person`;
  if (parts.length > 0 && parts.every((part) => own.has(part))) {
    return `"${local}" is the ccTLD itself, not the name of a person`;
  }
  return organisationReason(contact, local);
}

// nic@nic.xa, dnsexample@dns-example.test; but perez@perez.example when Pérez is the person's name.
function organisationReason(contact: Offered, local: string): string | undefined {
  const bare = squeeze(local);
  const labels = domainOf(contact.address).split('.').slice(0, -1).map(squeeze);
  const names = nameWords(contact);
  if (bare === '' || !labels.includes(bare) || names.includes(bare) || names.join('') === bare)
    return undefined;
  return `"${local}" is the name of the organisation (as in its domain), not of one person`;
}

// "NOC duty officer", "Security Team": every word is one of a function.
function nameReason(contact: Offered, cctld: Cctld | undefined): string | undefined {
  const names = nameWords(contact);
  const extended = new Set([
    ...cctldWords(cctld),
    'officer',
    'engineer',
    'shift',
    'center',
    'centre',
  ]);
  if (!isFunction(names, extended)) return undefined;
  return `the name "${[contact.firstName, contact.lastName].filter(Boolean).join(' ').slice(0, 60)}" is that of a function or a group, not of one person`;
}

function isFunction(parts: readonly string[], own: ReadonlySet<string>): boolean {
  const known = parts.every((part) => FUNCTIONS.has(part) || NEUTRAL.has(part) || own.has(part));
  return known && parts.some((part) => FUNCTIONS.has(part));
}

/** `noc-team2+xa` is noc, team: without the tag, without digits, cut at the signs between words. */
function partsOf(local: string): string[] {
  const parts = (local.split('+', 1)[0] ?? '').split(/[._=~-]+/);
  return parts
    .map((part) => (NEUTRAL.has(part) ? part : part.replace(/\d+$|^\d+/g, '')))
    .filter((part) => part !== '');
}

function nameWords({ firstName = '', lastName = '' }: Offered): string[] {
  const plain = `${firstName} ${lastName}`
    .slice(0, 300)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase();
  return plain.match(/[\p{L}\p{N}]+/gu) ?? [];
}

function cctldWords(cctld: Cctld | undefined): ReadonlySet<string> {
  if (cctld === undefined) return new Set();
  return new Set([cctld, domainToUnicode(cctld)]);
}

function squeeze(text: string): string {
  return text.replace(/[._=~-]/g, '');
}
