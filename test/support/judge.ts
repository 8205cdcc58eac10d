/** Holds what the engine reads in a mail against what the tables of test/mails say. */

import { createHash } from 'node:crypto';
import type { Complaint, DraftContact, Warning } from '../../src/machines/words/contact.ts';
import { checkContacts } from '../../src/machines/reading/check-contacts.ts';
import { ownText } from '../../src/machines/reading/segments.ts';
import { understand, type Understanding } from '../../src/machines/reading/understand.ts';
import { readAddress } from '../../src/machines/words/address.ts';
import type { Mail } from '../../src/machines/words/mail.ts';
import { parseMail } from '../../src/pipeline/parse.ts';
import type {
  ExpectedContact,
  HumanMail,
  MachineMail,
  MalformedMail,
  Sent,
} from '../mails/expected.ts';
import { type MailFolder, readMailFile, recipientOf, type Values } from './mails.ts';

const NAMES = { list: 'tld-ops', domain: 'lists.example' };

/** Stand-ins for the values of an engine, for reading without one. */
export const SAMPLE_VALUES: Values = sampleValues();

export interface ReadMail {
  readonly mail: Mail;
  readonly read: Understanding;
}

/** Parses and reads one mail of the corpus; throws what the parser throws. */
export async function readFromCorpus(folder: MailFolder, sent: Sent): Promise<ReadMail> {
  const raw = readMailFile(folder, sent.file, SAMPLE_VALUES);
  const to = recipientOf(sent, SAMPLE_VALUES);
  const sha256 = createHash('sha256').update(raw).digest('hex');
  const envelope = { from: fillIn(sent.envelopeFrom), to, client: {} };
  const mail = await parseMail({ raw, sha256, envelope });
  return { mail, read: understand(mail, NAMES) };
}

/**
 * `right`: everything is read as it was meant. `flagged`: something is not, and the requester is asked
 * or the Validator warned. `wrong`: something is not, and nobody would notice.
 */
export interface Verdict {
  readonly verdict: 'right' | 'flagged' | 'wrong';
  readonly faults: readonly string[];
}

export function judgeHuman(expected: HumanMail, { mail, read }: ReadMail): Verdict {
  const own = plain(ownText(read.body.lines));
  const form = expected.inline === true ? read.inlineForm : read.form;
  const { complaints, warnings } = checkContacts([...form.contacts], {});
  const serious = [
    ...(read.screening.class === 'human' ? [] : [`screened as ${read.screening.class}`]),
    ...(consentAgrees(expected.consent, read.body.consent)
      ? []
      : [`consent ${read.body.consent} for ${expected.consent}`]),
    ...expected.quotes.filter((text) => own.includes(plain(text))).map((text) => `own: ${text}`),
  ];
  const softer = [
    ...expected.says.filter((text) => !own.includes(plain(text))).map((text) => `lost: ${text}`),
    ...compareLists(
      'ccTLDs',
      [...form.cctlds, ...namedByHand(expected, mail, read)],
      expected.cctlds,
    ),
    ...compareContacts(form.contacts, expected.contacts),
  ];
  // Neither moves anything, and people get the words of both.
  const blurred =
    serious.length === 0 && expected.consent !== read.body.consent
      ? [`consent ${read.body.consent} for ${expected.consent}`]
      : [];
  const faults = [...serious, ...softer, ...blurred];
  if (faults.length === 0) return { verdict: 'right', faults };
  if (faults.length === blurred.length) return { verdict: 'flagged', faults };
  const due = checkContacts(expected.contacts.map(asDraft), {});
  const asked = isFlagged(
    unlike(complaints, due.complaints),
    unlike([...warnings, ...form.warnings], due.warnings),
  );
  return { verdict: serious.length === 0 && asked ? 'flagged' : 'wrong', faults };
}

// The subject of an answer names a ccTLD in our words; the table holds only what the sender named.
function namedByHand({ cctlds }: HumanMail, { subject }: Mail, { named }: Understanding): string[] {
  return named.filter((cctld) => cctlds.includes(cctld) || !subject.includes(`.${cctld}`));
}

// Where lines break is the mail program's choice.
function plain(text: string): string {
  return text.replace(/\s+/g, ' ');
}

// "Unclear" asks the sender again and moves nothing: for a clear word it is a nuisance, not a mistake.
function consentAgrees(expected: string, found: string): boolean {
  return found === expected || found === 'unclear' || found === 'none';
}

// What would be asked or warned of a perfect reading as well draws nobody's eye to a wrong one.
function unlike<T extends Complaint | Warning>(found: readonly T[], due: readonly T[]): T[] {
  return found.filter(
    ({ code, contact }) => !due.some((one) => one.code === code && one.contact === contact),
  );
}

function asDraft(contact: ExpectedContact, at: number): DraftContact {
  const { firstName, lastName, phones, primary } = contact;
  const address = readAddress(contact.address);
  return {
    number: at + 1,
    firstName,
    lastName,
    ...(address === undefined ? { rawAddress: contact.address } : { address }),
    phones: phones.map((raw) => ({ raw, ...(raw.startsWith('+') ? { e164: raw } : {}) })),
    ...(primary === undefined ? {} : { primary }),
    sources: [],
  };
}

function isFlagged(complaints: readonly Complaint[], warnings: readonly Warning[]): boolean {
  return complaints.length > 0 || warnings.length > 0;
}

function compareLists(what: string, found: readonly string[], wanted: readonly string[]): string[] {
  const [is, should] = [found, wanted].map(
    (list) => [...new Set(list)].toSorted().join(' ') || 'none',
  );
  return is === should ? [] : [`${what} ${is} for ${should}`];
}

function compareContacts(
  found: readonly DraftContact[],
  wanted: readonly ExpectedContact[],
): string[] {
  const is = showAll(found.map(showDraft));
  const should = showAll(wanted.map(showExpected));
  return is === should ? [] : [`contacts: ${is} | expected: ${should}`];
}

function showAll(list: readonly string[]): string {
  return list.toSorted().join('; ') || 'nobody';
}

function showDraft(draft: DraftContact) {
  const { firstName, lastName, address, rawAddress, phones, primary, cctld } = draft;
  const numbers = phones.map(({ raw, e164 }) => e164 ?? raw);
  return describe({ firstName, lastName, address: address ?? rawAddress, numbers, primary, cctld });
}

function showExpected(expected: ExpectedContact): string {
  const { firstName, lastName, address, phones, primary, cctld } = expected;
  return describe({ firstName, lastName, address, numbers: phones, primary, cctld });
}

interface Described {
  readonly firstName: string | undefined;
  readonly lastName: string | undefined;
  readonly address: string | undefined;
  readonly numbers: readonly string[];
  readonly primary: boolean | undefined;
  readonly cctld: string | undefined;
}

// Saying nothing and "not primary" come to the same where another contact is the primary one.
function describe(person: Described): string {
  const { firstName, lastName, address, numbers, primary, cctld } = person;
  const name = `${firstName ?? ''} / ${lastName ?? ''}`;
  const mark = primary === true ? ' primary' : '';
  const of = cctld === undefined ? '' : `.${cctld} `;
  return `${of}${name} <${(address ?? '').toLowerCase()}> ${numbers.toSorted().join(', ')}${mark}`;
}

export function judgeMachine(expected: MachineMail, { read }: ReadMail): Verdict {
  const classes: readonly string[] = [expected.class].flat();
  const found = read.screening.class;
  if (found === 'human') return { verdict: 'wrong', faults: ['taken for a person'] };
  const report = read.bounce?.recipients.find(
    ({ address }) => address === expected.bounce?.address.toLowerCase(),
  );
  const faults = [
    ...(classes.includes(found)
      ? []
      : [`${found} (${read.screening.reason}) for ${classes.join('/')}`]),
    ...(expected.bounce === undefined || report?.kind === expected.bounce.kind
      ? []
      : [`${report?.kind ?? 'no recipient'} for ${expected.bounce.kind}`]),
  ];
  return { verdict: faults.length === 0 ? 'right' : 'flagged', faults };
}

export function judgeMalformed(expected: MalformedMail, result: ReadMail | Error): Verdict {
  const { becomes, says = [] } = expected;
  if (result instanceof Error) {
    const right = becomes !== 'read';
    return { verdict: right ? 'right' : 'wrong', faults: right ? [] : [result.message] };
  }
  // Whether it can be read is the question here, not whether a signature is the sender's own text.
  const typed = result.read.body.lines.filter(({ part }) => part === 'own' || part === 'signature');
  const own = plain(typed.map(({ text }) => text).join('\n'));
  const faults = [
    ...(becomes === 'set-aside' ? ['read, but should be set aside'] : []),
    ...says.filter((text) => !own.includes(plain(text))).map((text) => `lost: ${text}`),
  ];
  return { verdict: faults.length === 0 ? 'right' : 'wrong', faults };
}

function fillIn(text: string): string {
  return text.replace(/\{\{([a-z-]+)\}\}/g, (_, name: string) => SAMPLE_VALUES[name] ?? '');
}

function token(digit: string): string {
  return `${digit}h2k-9m4x-q0ws-3dfg-8jzr-5tbn-vc`;
}

function sampleValues(): Values {
  const bare = (digit: string) => token(digit).replaceAll('-', '');
  const letter = (name: string, digit: string, service: string) => ({
    [name]: token(digit),
    [`${name}-to`]: `tld-ops-${service}+${bare(digit)}@lists.example`,
    [`${name}-id`]: `<c1001.${name}.${bare('9')}@lists.example>`,
    [`${name}-text`]: `TLD-OPS, case 1001, .xa\n\nPlease write CONFIRM or REJECT.\n\n  ${token(digit)}`,
    [`${name}-quoted`]: `> TLD-OPS, case 1001, .xa\n>\n> Please write CONFIRM or REJECT.\n>\n>   ${token(digit)}`,
  });
  return {
    ...letter('challenge', '7', 'join'),
    ...letter('validate', '6', 'validate'),
    ...letter('details', '5', 'join'),
    'bounce-to': `tld-ops-bounces+${bare('4')}@lists.example`,
    used: token('3'),
    expired: token('2'),
    case: '1003',
    'queued-case': '1004',
  };
}
