/** The list's copy of a post: what design 9 changes in the author's mail, and nothing else. */

import { authenticationField } from './authentication-field.ts';
import { listFields } from './list-fields.ts';
import { joinHeader, type RawField, splitMessage, valueOf } from './raw-fields.ts';
import { readAuthenticationResults } from './reading/authentication-results.ts';
import { readRecipients } from './reading/mailbox.ts';
import { stampSubject } from './reading/tlp.ts';
import type { Mailbox } from './words/address.ts';
import { type ListNames, listAddresses } from './words/list-address.ts';
import type { Authentication, Mail } from './words/mail.ts';
import type { Tlp } from './words/tlp.ts';
import { addressField, fold, textField } from './written-field.ts';

export interface Post {
  readonly raw: Buffer;
  /** The same mail as it was read. */
  readonly mail: Pick<Mail, 'subject' | 'messageId' | 'headers'>;
  readonly author: Mailbox;
  /** What was found out about it; undefined when DNS did not say. */
  readonly authentication: Authentication | undefined;
  readonly number: number;
  readonly tlp: Tlp;
  /** Without angle brackets. */
  readonly messageId: string;
  readonly at: Date;
}

export interface CopySetting {
  readonly names: ListNames;
  /** Our own authserv-id (RFC 8601 2.5). */
  readonly hostname: string;
}

/**
 * What is not the list's to pass on. Approved and its like hold the passwords of Mailman's moderators;
 * the receipts would tell the author who reads; List-* and X-TLP are ours to say.
 */
const REMOVED = new Set(
  [
    'return-path delivered-to x-original-to errors-to precedence x-no-archive bcc resent-bcc x-tlp',
    'approved approve x-approved x-approve urgent x-original-from',
    'disposition-notification-to return-receipt-to x-confirm-reading-to',
  ].flatMap((names) => names.split(' ')),
);

/** Of these a mail has one (RFC 5322 3.6, RFC 2045 3): of two, readers would not all show the same. */
const ONCE = new Set(
  [
    'subject date sender reply-to message-id in-reply-to references mail-followup-to mail-reply-to',
    'mime-version content-type content-transfer-encoding',
  ].flatMap((names) => names.split(' ')),
);
/** Answers of all members go there. */
const MOST_REPLY_TO = 5;

/** The whole message as members get it, CRLF line ends; unsealed. */
export function makePostCopy(post: Post, setting: CopySetting): Buffer {
  const { fields, body } = splitMessage(post.raw);
  const kept = fields.filter((field) => !isRemoved(field, setting) && isFirst(field, fields));
  const subject = stampSubject(post.mail.subject, post.tlp);
  const isStamped = subject !== post.mail.subject;
  const ours = [
    ...ownFields(post, setting),
    ...identify(post, kept),
    ...(isStamped ? [textField('Subject', subject)] : []),
  ];
  const removed = fields.filter((field) => !kept.includes(field)).map(({ name }) => name);
  const touched = [...removed, ...ours.map(nameOf)];
  const isTheirs = !mustRewrite(post.authentication, signedNames(fields), touched);
  const written = [...ours, ...(isTheirs ? [] : rewriteFrom(post, setting.names))];
  const replaced = new Set([...written.map(nameOf), ...(isTheirs ? [] : ['sender'])]);
  // Theirs may be of another host, and stay; ours is written already.
  replaced.delete('authentication-results');
  const rest = kept.filter(({ name }) => !replaced.has(name.replace(/^:/, '')));
  // At the top, as trace fields: a line that is no field ends the header for some readers.
  return Buffer.concat([joinHeader([...written, ...rest.map(({ text }) => text)]), body]);
}

function isRemoved(field: RawField, { hostname }: CopySetting): boolean {
  const name = field.name.replace(/^:/, '');
  if (REMOVED.has(name) || /^(?:list-|x-tld-ops-)/.test(name)) return true;
  return name === 'authentication-results' && claimsUs(valueOf(field), hostname);
}

// The first is the one that was read.
function isFirst(field: RawField, fields: readonly RawField[]): boolean {
  const name = field.name.replace(/^:/, '');
  return !ONCE.has(name) || fields.find((one) => one.name === name) === field;
}

// RFC 8601 5. What cannot be read strictly may be read by somebody.
function claimsUs(value: string, hostname: string): boolean {
  const ours = hostname.toLowerCase();
  const found = readAuthenticationResults(value)
    ?.authservId.toLowerCase()
    .replace(/["\\]|\.+$/g, '');
  return found === undefined ? value.toLowerCase().includes(ours) : found === ours;
}

function ownFields(post: Post, { names, hostname }: CopySetting): string[] {
  const { authentication: found, tlp, number } = post;
  return [
    ...(found === undefined ? [] : [authenticationField(hostname, found)]),
    ...listFields(names, tlp).map(([name, parts]) => fold(name, parts)),
    `X-TLD-OPS-Post: ${number}`,
  ];
}

// What RFC 5322 3.6 wants, and answers need.
function identify({ mail, messageId, at }: Post, kept: readonly RawField[]): string[] {
  const has = (name: string) => kept.some((field) => field.name === name);
  return [
    ...(mail.messageId === messageId ? [] : [`Message-ID: <${messageId}>`]),
    ...(has('date') ? [] : [`Date: ${at.toUTCString().replace('GMT', '+0000')}`]),
  ];
}

/**
 * With the author in From the copy must pass DMARC by the author's own signature, since its envelope is
 * ours. Where their domain wants mail that fails refused, and the signature is none or will not hold, the
 * list takes From over. A policy that nobody could tell counts as one.
 */
function mustRewrite(
  found: Authentication | undefined,
  signed: ReadonlySet<string>,
  touched: readonly string[],
): boolean {
  if (found === undefined) return true;
  const { result, policy } = found.dmarc;
  if (result === 'none' || policy === 'none') return false;
  const holds = found.dkim.some(
    (one) => one.result === 'pass' && one.aligned && one.discounted === undefined,
  );
  return !holds || touched.some((name) => signed.has(name));
}

// What any of the signatures covers (RFC 6376 3.5, h=). Fields that we add may be signed as absent.
function signedNames(fields: readonly RawField[]): Set<string> {
  const lists = fields
    .filter(({ name }) => name === 'dkim-signature')
    .map((field) => /(?:^|;)\s*h\s*=([^;]*)/i.exec(valueOf(field))?.[1] ?? '');
  return new Set(lists.flatMap((list) => list.toLowerCase().split(':')).map((one) => one.trim()));
}

function rewriteFrom({ author, mail }: Post, names: ListNames): string[] {
  const title = names.list.toUpperCase();
  const { posts } = listAddresses(names);
  // A display name that holds an address is a mark of phishing to filters, and says it twice.
  const name = (author.name || author.address).replaceAll('@', ' at ');
  const wanted = mail.headers.filter((field) => field.name === 'reply-to');
  // The reader of recipients knows the same grammar (RFC 5322 3.6.2).
  const replyTo = readRecipients(wanted.map(({ value }) => ({ name: 'to', value })));
  const others = replyTo.filter(({ address }) => address !== author.address && address !== posts);
  return [
    addressField('From', [{ name: `${name} via ${title}`, address: posts }]),
    addressField('Reply-To', [...others.slice(0, MOST_REPLY_TO - 1), author]),
    addressField('X-Original-From', [author]),
  ];
}

function nameOf(field: string): string {
  return field.slice(0, field.indexOf(':')).toLowerCase();
}
