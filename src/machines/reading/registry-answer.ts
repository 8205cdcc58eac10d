/** Reads one answer of the IANA whois server; what it cannot read for certain it does not read. */

import { type Address, readAddress } from '../words/address.ts';
import { type Cctld, readCctld } from '../words/cctld.ts';
import type {
  RegistryAnswer,
  RegistryContact,
  RegistryRecord,
  UnreadableReason,
} from '../words/registry.ts';

/** No answer was ever seen above 2,093 bytes; more than this is not an answer. */
export const MAX_ANSWER_BYTES = 65_536;

interface Field {
  readonly key: string;
  readonly value: string;
}

/** The lines from one `contact:` line to the next blank one; `head` is all before the first. */
interface Block {
  readonly type: string;
  readonly fields: Field[];
}

// U+FFFD is what a byte that is no UTF-8 was decoded to; all answers ever measured are UTF-8.
const NOT_TEXT = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufffd]/;
// Servers say it in words of their own; none of these stands in "there is no such object".
const RATE_LIMIT =
  /\b(?:quota|limit|limits|limited|exceed|exceeded|exceeds|throttl\w*|too (?:many|fast|frequent)|try again|slow down|blocked|blacklisted|banned|denied|refused|unavailable|busy)\b/i;
const NO_OBJECT = /^%? ?This query returned 0 objects?\.?$/;
// Labels are in lower case: the format of before July 2010 wrote `Domain:`.
const FIELD = /^([a-z][a-z0-9-]{0,30}):(.*)$/;

/**
 * Reads the answer (decoded, CRLF or LF) to the question for `asked`. Never throws. Whatever is
 * cut short, about another domain, in the format of before July 2010, or without exactly one
 * administrative address is `unreadable`, which is never "there is no Admin Contact" (design 4). So is what
 * names no manager or no technical contact: every record has both, and an answer in parts is no other one.
 */
export function readRegistryAnswer(text: string, asked: Cctld): RegistryAnswer {
  if (Buffer.byteLength(text) > MAX_ANSWER_BYTES) return unreadable('too-long');
  const lines = linesOf(text);
  if (lines.some((line) => NOT_TEXT.test(line))) return unreadable('not-text');
  const content = lines.filter((line) => line !== '' && !isComment(line));
  const fields = content.flatMap(readField);
  const named = valuesOf(fields, 'domain').length;
  // "Quota exceeded" is no answer at all, whatever else is said beside it.
  if (named === 0 && lines.some((line) => RATE_LIMIT.test(line))) return unreadable('rate-limit');
  if (lines.some((line) => NO_OBJECT.test(line)) && content.every((line) => NO_OBJECT.test(line))) {
    return { kind: 'absent', why: 'no-object' };
  }
  if (named !== 1) return unreadable('no-domain-line');
  if (!isAbout(fields, asked)) return unreadable('other-domain');
  if (!isComplete(content)) return unreadable('truncated');
  return readBlocks(blocksOf(lines), asked);
}

/**
 * The answer without its `%` comment lines and with LF line ends: two answers that are equal in
 * this form say the same about the ccTLD.
 */
export function normaliseAnswer(text: string): string {
  const kept = linesOf(text).filter((line) => !isComment(line));
  return `${kept.join('\n').trim()}\n`;
}

function unreadable(why: UnreadableReason): RegistryAnswer {
  return { kind: 'unreadable', why };
}

function linesOf(text: string): string[] {
  return text
    .replace(/^\ufeff/, '')
    .replaceAll('\r\n', '\n')
    .split('\n')
    .map((line) => line.trimEnd());
}

function isComment(line: string): boolean {
  return line.startsWith('%');
}

// A line that begins with a blank continues the one before it: it never names a field.
function readField(line: string): Field[] {
  const [, key, value] = FIELD.exec(line) ?? [];
  return key === undefined || value === undefined ? [] : [{ key, value: value.trim() }];
}

function valuesOf(fields: readonly Field[], key: string): string[] {
  return fields.filter((field) => field.key === key && field.value !== '').map((f) => f.value);
}

// Of an IDN `domain:` is the U-label and `domain-ace:` the A-label: both must be what was asked.
function isAbout(fields: readonly Field[], asked: Cctld): boolean {
  const names = [...valuesOf(fields, 'domain'), ...valuesOf(fields, 'domain-ace')];
  return names.every((name) => readCctld(name) === asked);
}

// RFC 3912 2: the end of an answer is the end of the connection, so only its last line tells.
function isComplete(content: readonly string[]): boolean {
  return /^source:\s*IANA$/i.test(content.at(-1) ?? '');
}

function blocksOf(lines: readonly string[]): Block[] {
  let block: Block = { type: 'head', fields: [] };
  const blocks = [block];
  for (const line of lines) {
    const [field] = readField(line);
    if (field?.key === 'contact') block = { type: field.value.toLowerCase(), fields: [] };
    else if (line === '' && block.type !== 'head') block = { type: 'tail', fields: [] };
    else if (field !== undefined) block.fields.push(field);
    if (block !== blocks.at(-1)) blocks.push(block);
  }
  return blocks;
}

function readBlocks(blocks: readonly Block[], cctld: Cctld): RegistryAnswer {
  const fields = blocks.flatMap((block) => block.fields);
  const organisation = valuesOf(blocks[0]?.fields ?? [], 'organisation').join(' ');
  if (organisation.toLowerCase() === 'not assigned') return { kind: 'absent', why: 'not-assigned' };
  const [admin, ...more] = blocks.filter((block) => block.type === 'administrative');
  const tech = blocks.find((block) => block.type === 'technical');
  if (admin === undefined || more.length > 0 || oneAddress(admin) === undefined) {
    return unreadable('no-admin-address');
  }
  if (organisation === '' || tech === undefined) return unreadable('incomplete');
  const record: RegistryRecord = {
    cctld,
    organisation,
    admin: contactOf(admin),
    tech: contactOf(tech),
    nameServers: nameServersOf(fields),
    status: valuesOf(fields, 'status').join(' '),
    created: valuesOf(fields, 'created').join(' '),
    changed: valuesOf(fields, 'changed').join(' '),
  };
  return { kind: 'record', record };
}

function contactOf(block: Block): RegistryContact {
  const email = oneAddress(block);
  return {
    name: valuesOf(block.fields, 'name').join(' '),
    organisation: valuesOf(block.fields, 'organisation').join(' '),
    ...(email === undefined ? {} : { email }),
    phone: valuesOf(block.fields, 'phone').join(', '),
  };
}

// Two different addresses, or one that is none, leave open who the contact is: then it is nobody.
function oneAddress(block: Block): Address | undefined {
  const found = new Set(valuesOf(block.fields, 'e-mail').map(readAddress));
  return found.size === 1 ? [...found][0] : undefined;
}

// `A.DNS.KR 192.0.2.1 2001:db8::1`: the addresses stand in either order, or not at all.
function nameServersOf(fields: readonly Field[]): string[] {
  const hosts = valuesOf(fields, 'nserver').map((value) => value.split(/\s/, 1)[0] ?? '');
  return [...new Set(hosts.map((host) => host.toLowerCase().replace(/\.$/, '')))].toSorted();
}
