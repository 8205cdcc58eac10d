/** The fields of delivery reports (RFC 3464, RFC 6533): one group of them for each recipient. */

import { type Address, readAddress } from '../words/address.ts';
import type { Mail } from '../words/mail.ts';

/** What one group of fields says; a value is undefined when the field is missing. */
export interface RecipientFields {
  readonly address?: Address;
  /** The final recipient, where an alias or a forward led to another address. */
  readonly behind?: Address;
  readonly action?: string;
  readonly status?: string;
  readonly diagnostic?: string;
}

const MAX_TEXT = 100_000;
const MAX_LINES = 2000;
const MAX_VALUE = 2000;
const MAX_GROUPS = 50;

const FIELD =
  /^(final-recipient|original-recipient|x-actual-recipient|action|status|diagnostic-code)[ \t]{0,9}:(.*)$/i;

// The original recipient is the one that we wrote to; the final one may stand behind a forward.
const RECIPIENTS = ['original-recipient', 'final-recipient', 'x-actual-recipient'];

type Group = Map<string, string>;

/** The groups of the report parts, or of the text when a broken mail holds the fields there. */
export function readRecipientFields({
  reports,
  text,
}: Pick<Mail, 'reports' | 'text'>): RecipientFields[] {
  const parts = reports
    .filter(({ type }) => type.endsWith('delivery-status'))
    .map((part) => part.text);
  const groups = [...parts, ...(parts.length > 0 ? [] : [text])].flatMap(readGroups);
  return groups.slice(0, MAX_GROUPS).map(readGroup);
}

// A group ends at a blank line, or where a field comes a second time: some write no blank lines.
function readGroups(text: string): Group[] {
  const groups: Group[] = [];
  let group: Group = new Map();
  let last: string | undefined;
  for (const line of text.slice(0, MAX_TEXT).split('\n', MAX_LINES)) {
    const [, name, value = ''] = FIELD.exec(line.trimEnd().slice(0, MAX_VALUE)) ?? [];
    const key = name?.toLowerCase();
    if (line.trim() === '' || (key !== undefined && group.has(key))) {
      if (isRecipient(group)) groups.push(group);
      group = new Map();
    }
    if (key !== undefined) group.set(key, value.trim());
    else if (last !== undefined && /^[ \t]/.test(line)) {
      group.set(last, `${group.get(last) ?? ''} ${line.trim()}`.slice(0, MAX_VALUE));
      continue;
    }
    last = key;
  }
  return isRecipient(group) ? [...groups, group] : groups;
}

// The first group of a report is about the report; a broken one may have an Action and no recipient.
function isRecipient(group: Group): boolean {
  return [...RECIPIENTS, 'action'].some((name) => group.has(name));
}

function readGroup(group: Group): RecipientFields {
  const address = RECIPIENTS.map((name) => readTypedAddress(group.get(name) ?? '')).find(
    (found) => found !== undefined,
  );
  const final = readTypedAddress(group.get('final-recipient') ?? '');
  const action = /^[a-z]{1,20}/i.exec(group.get('action') ?? '')?.[0].toLowerCase();
  const status = /^\d\.\d{1,3}\.\d{1,3}/.exec(group.get('status') ?? '')?.[0];
  const diagnostic = group.get('diagnostic-code')?.replace(/^[\w-]{1,20}[ \t]{0,9};[ \t]{0,9}/, '');
  return {
    ...(address !== undefined && { address }),
    ...(final !== undefined && final !== address && { behind: final }),
    ...(action !== undefined && { action }),
    ...(status !== undefined && { status }),
    ...(diagnostic !== undefined && diagnostic !== '' && { diagnostic }),
  };
}

/** `rfc822; ana@nic.xa`, with brackets, as xtext (RFC 3461 4) or with `\x{…}` (RFC 6533 3). */
function readTypedAddress(value: string): Address | undefined {
  const bare = value.slice(value.indexOf(';') + 1).trim();
  const written = /<([^<>\s]{1,320})>/.exec(bare)?.[1] ?? bare.split(/\s/, 1)[0] ?? '';
  const plain = written
    .slice(0, 400)
    .replace(/\\x\{([0-9a-f]{1,5})\}/gi, (_, hex: string) =>
      String.fromCodePoint(parseInt(hex, 16)),
    );
  const decoded = plain.replace(/\+([0-9A-F]{2})/g, (_, hex: string) =>
    String.fromCharCode(parseInt(hex, 16)),
  );
  // `ana+40nic.xa` is xtext, but `ana+40@nic.xa` is a plain address.
  return readAddress(plain) ?? readAddress(decoded);
}
