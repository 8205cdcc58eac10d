/** The addresses that we serve (design 3): who may write to what, and how they are written. */

import { type Address, readAddress, readDomain } from './address.ts';
import { findTokens, readMark } from './token.ts';

/** Name of the list and its domain, as configured: `tld-ops`, `lists.example`. */
export interface ListNames {
  readonly list: string;
  readonly domain: string;
}

export type Service =
  | 'posts'
  | 'join'
  | 'validate'
  | 'request'
  | 'bounces'
  | 'owner'
  | 'postmaster';

/** The services whose address may carry a token: `tld-ops-join+TOKEN@`. */
export type TokenService = 'join' | 'validate' | 'request' | 'bounces';

/** A recipient of ours. `address` is in normal form and still holds the extension. */
export interface Recipient {
  readonly service: Service;
  readonly token?: string;
  /** Whom the copy was for that comes back: Postfix's XVERP names them behind the token, Mailman alone. */
  readonly member?: Address;
  readonly address: string;
}

const SERVICES: readonly Service[] = [
  'posts',
  'join',
  'validate',
  'request',
  'bounces',
  'owner',
  'postmaster',
];

/** RFC 5321 4.5.3.1.1, in octets. */
const LONGEST_LOCAL_PART = 64;

/**
 * The plain address of each service. Throws RangeError when list and domain do not make addresses:
 * a fault of the configuration.
 */
export function listAddresses(names: ListNames): Record<Service, Address> {
  return {
    posts: writeAddress('posts', names),
    join: writeAddress('join', names),
    validate: writeAddress('validate', names),
    request: writeAddress('request', names),
    bounces: writeAddress('bounces', names),
    owner: writeAddress('owner', names),
    postmaster: writeAddress('postmaster', names),
  };
}

/**
 * The address of a service, with a token when one is given. Throws RangeError when the local part
 * exceeds 64 octets (RFC 5321 4.5.3.1.1), or the names do not make an address.
 */
export function writeAddress(service: Service, names: ListNames): Address;
export function writeAddress(service: TokenService, names: ListNames, token?: string): Address;
export function writeAddress(service: Service, names: ListNames, token?: string): Address {
  const local = `${localPart(service, names)}${token === undefined ? '' : `+${token}`}`;
  if (Buffer.byteLength(local) > LONGEST_LOCAL_PART) {
    throw new RangeError(`the ${service} address would be longer than 64 octets before the @`);
  }
  const address = readAddress(`${local}@${names.domain}`);
  if (address === undefined) {
    throw new RangeError(`"${names.list}" at "${names.domain}" does not make an e-mail address`);
  }
  return address;
}

/**
 * Which of our addresses a RCPT TO means, or undefined when it is none of them. Letter case does not
 * matter, nor the form of the domain (U-label, root dot), nor quotes around the local part; the bare
 * `postmaster` of RFC 5321 4.1.1.3 is ours. An extension that holds no token changes nothing: a mail
 * to us must not be lost because somebody's system added a tag.
 */
export function readRecipient(rcpt: string, names: ListNames): Recipient | undefined {
  const bare = rcpt.trim().replace(/^<(.*)>$/s, '$1');
  if (/\p{Cc}/u.test(bare)) return undefined;
  const domain = readDomain(names.domain);
  const at = bare.lastIndexOf('@');
  if (at < 0 && bare.toLowerCase() !== 'postmaster') return undefined;
  if (at >= 0 && (domain === undefined || readDomain(bare.slice(at + 1)) !== domain))
    return undefined;
  const local = unquote(at < 0 ? bare : bare.slice(0, at)).toLowerCase();
  const service = SERVICES.find((each) => servesLocal(local, localPart(each, names)));
  if (service === undefined) return undefined;
  const address = `${local}@${domain ?? names.domain}`;
  const extension = local.slice(localPart(service, names).length);
  const token = tokenOf(service, extension);
  const member = service === 'bounces' ? memberOf(extension) : undefined;
  return {
    service,
    address,
    ...(token === undefined ? {} : { token }),
    ...(member === undefined ? {} : { member }),
  };
}

// VERP_README: "+MARK+user=domain", Mailman: "+user=domain". A domain has no "=" and a mark no "+", a
// user may have both.
function memberOf(extension: string): Address | undefined {
  const at = extension.lastIndexOf('=');
  const start = markOf(extension) === undefined ? 1 : extension.indexOf('+', 1) + 1;
  return at < start
    ? undefined
    : readAddress(`${extension.slice(start, at)}@${extension.slice(at + 1)}`);
}

// What stands before the member's own address: a mark, or a token.
function markOf(extension: string): string | undefined {
  const second = extension.indexOf('+', 1);
  if (second < 0) return undefined;
  const first = extension.slice(1, second);
  return readMark(first) ?? findTokens(first)[0];
}

/** In lower case: the comparison of RCPT addresses is without case. */
function localPart(service: Service, names: ListNames): string {
  const list = names.list.toLowerCase();
  if (service === 'posts') return list;
  return service === 'postmaster' ? service : `${list}-${service}`;
}

function servesLocal(local: string, ours: string): boolean {
  return local === ours || local.startsWith(`${ours}+`);
}

// Postfix's XVERP appends "+user=domain" to the address that it is given: the token comes first.
function tokenOf(service: Service, extension: string): string | undefined {
  const carries = ['join', 'validate', 'request', 'bounces'].includes(service);
  if (!carries) return undefined;
  return (service === 'bounces' ? markOf(extension) : undefined) ?? findTokens(extension)[0];
}

/** RFC 5321 4.1.2: a quoted local part means the same as the plain one. */
function unquote(local: string): string {
  const quoted = /^"(.*)"$/s.exec(local);
  return quoted ? (quoted[1] ?? '').replace(/\\(.)/gs, '$1') : local;
}
