/** AMEND: one value of one person is set by a Validator, and the whole change is planned anew. */

import { dateOf, moveBy, notNow, proofOf, refuse, type Result, withNote } from './desk.ts';
import type { CommandFacts, FoundToken, KnownPerson } from './facts.ts';
import { numberedPeople, showPhone } from './letters/contacts.ts';
import { complaintList } from './letters/sentences.ts';
import { type Planned, planRequest } from './request-plan.ts';
import type { Address } from './words/address.ts';
import type { Ask } from './words/ask.ts';
import type { Case, Request, RosterEntry } from './words/case.ts';
import type { Amendment, Command } from './words/command.ts';
import type { Contact, DraftContact, FieldSource, Phone, UnclearCode } from './words/contact.ts';
import { weaker } from './words/evidence.ts';

type Amend = Extract<Command, { readonly kind: 'amend' }>;
type Asked = Pick<Request, 'drafts' | 'asks'>;
type Change = Extract<Ask, { readonly kind: 'change' }>;

export function amend(facts: CommandFacts, found: Case, token: FoundToken, command: Amend): Result {
  const people = numberedPeople(found.request);
  const target = people.find(({ number }) => number === command.contact);
  if (target === undefined) return refuse(noSuchContact(found, command.contact, people.length));
  const asked = change(found, target, command);
  const planned = asked && planAgain(facts, found, asked);
  if (asked === undefined || planned === undefined) {
    return refuse(
      'Not done: the registry or the list has changed meanwhile. Look at the case anew.',
    );
  }
  const wrong = newComplaints(found, planned);
  if (wrong.length > 0) return refuse(`Not done:\n${complaintList(wrong)}`);
  const old = valueOf(target.person, command.amendment);
  const now = newValue(command.amendment);
  if (planned.digest === found.context.digest && old === now) {
    return refuse('Not done: it says so already.');
  }
  const said = `no. ${command.contact} (${nameOf(target.person)}): the ${FIELDS[command.amendment.field]} "${old}" became "${now}"`;
  return carryOut(facts, found, { token, command, planned, asked, said });
}

const NO_ADDRESS =
  'Not done: a removal by a Validator changes no address. The Admin Contact can ask for that.';

interface Amended {
  readonly token: FoundToken;
  readonly command: Amend;
  readonly planned: Planned;
  readonly asked: Asked;
  readonly said: string;
}

function carryOut(facts: CommandFacts, found: Case, amended: Amended): Result {
  const { token, command, planned, asked, said } = amended;
  const isAddress = command.amendment.field === 'address';
  // Nothing of such a case is ever confirmed by the Admin Contact.
  if (isAddress && found.context.origin === 'validator') return refuse(NO_ADDRESS);
  const { evidence: level, complete } = found.context;
  // Nobody has proven the new address to be what the Admin Contact wants.
  const evidence = isAddress ? weaker(level, 'E1') : level;
  const by = facts.mail.from.address;
  const facts_ = isAddress
    ? [
        ...found.request.evidenceFacts,
        `${by} set an e-mail address on ${dateOf(facts.now.toISOString())}: what was proven before does not cover it.`,
      ]
    : found.request.evidenceFacts;
  const moved = moveBy(
    facts,
    found,
    {
      type: 'amended',
      digest: planned.digest,
      complete: complete || planned.complaints.length === 0,
      evidence,
    },
    { reason: 'amended', facts: { ...proofOf(facts, token), what: said } },
    {
      ...withNote(facts, found, 'amended', said),
      ...asked,
      contacts: planned.contacts,
      after: planned.after,
      complaints: planned.complaints,
      warnings: warningsNow(found, planned),
      evidenceFacts: facts_,
    },
  );
  if (moved === undefined) return notNow(found, 'amended');
  const next =
    moved.next.state === 'challenged'
      ? 'The Admin Contact must confirm it first; then you get a new letter.'
      : 'You get a new letter, and the Admin Contact gets a copy.';
  return {
    answer: `Case ${found.id}, ${said}. ${next}`,
    reason: 'amended',
    changes: [moved],
    uses: [token.id],
  };
}

function noSuchContact({ id, request }: Case, number: number, count: number): string {
  const names = numberedPeople(request).map((one) => `${one.number} is ${nameOf(one.person)}`);
  const there = count === 0 ? 'it names nobody' : names.join(', ');
  return `Not done: there is no contact ${number} in case ${id}: ${there}.`;
}

type Target = ReturnType<typeof numberedPeople>[number];

// The person is described by a mail, or stays on the list with other data.
function change({ request }: Case, { draft, person }: Target, command: Amend): Asked | undefined {
  const { drafts, asks } = request;
  const { amendment } = command;
  if (draft !== undefined) {
    const mended = drafts.map((one) =>
      one === draft ? mend(one, amendment, command.line) : unmark(one, amendment),
    );
    return { drafts: mended, asks: unmarkAsks(asks, amendment) };
  }
  const who = whoIs(request, person as Contact);
  if (who === undefined) return undefined;
  if (amendment.field !== 'primary') return { drafts, asks: withChange(asks, who, amendment) };
  const others = unmarkAsks(asks, amendment);
  return {
    drafts: drafts.map((one) => unmark(one, amendment)),
    asks: [...others, { kind: 'primary', who }],
  };
}

function mend(draft: DraftContact, amendment: Amendment, line: string): DraftContact {
  const source = { field: amendment.field, line: line.slice(0, 200), where: 'own' } as const;
  const sources: FieldSource[] = [...draft.sources, source];
  switch (amendment.field) {
    case 'firstName':
    case 'lastName':
      return { ...draft, [amendment.field]: amendment.value, sources };
    case 'name': {
      const { firstName, lastName } = amendment;
      return { ...draft, firstName, lastName, sources };
    }
    case 'phone':
      return { ...draft, phones: amendment.phones, sources };
    case 'address': {
      const { rawAddress: _, ...rest } = draft;
      return { ...rest, address: amendment.value, sources };
    }
    case 'primary':
      return { ...draft, primary: true, sources };
  }
}

function unmark(draft: DraftContact, { field }: Amendment): DraftContact {
  return field === 'primary' ? { ...draft, primary: false } : draft;
}

function unmarkAsks(asks: readonly Ask[], { field }: Amendment): readonly Ask[] {
  return field === 'primary' ? asks.filter(({ kind }) => kind !== 'primary') : asks;
}

// Somebody on the list whose address is to change has the new one in the list as it is to be.
function whoIs({ before, asks }: Request, { address }: Contact): Address | undefined {
  const changed = asks.find((ask) => ask.kind === 'change' && ask.address === address);
  if (changed?.kind === 'change') return changed.who;
  return before.find((one) => one.address === address)?.address;
}

function withChange(asks: readonly Ask[], who: Address, amendment: Amendment): readonly Ask[] {
  const earlier = asks.find((ask): ask is Change => ask.kind === 'change' && ask.who === who);
  const changed: Change = { ...earlier, kind: 'change', who, ...fieldsOf(amendment) };
  return earlier === undefined
    ? [...asks, changed]
    : asks.map((ask) => (ask === earlier ? changed : ask));
}

function fieldsOf(amendment: Amendment): Omit<Change, 'kind' | 'who'> {
  switch (amendment.field) {
    case 'name':
      return { firstName: amendment.firstName, lastName: amendment.lastName };
    case 'phone':
      return { phones: amendment.phones };
    case 'address':
      return { address: amendment.value };
    case 'primary':
      return {};
    default:
      return { [amendment.field]: amendment.value };
  }
}

function planAgain(facts: CommandFacts, found: Case, asked: Asked): Planned | undefined {
  const { cctld, anchor, kind } = found;
  const view = cctld && facts.desk.registry.get(cctld)?.view;
  if (cctld === undefined || view === undefined || view.anchor !== anchor) return undefined;
  const roster = facts.desk.roster.filter((one) => one.cctld === cctld);
  const standing = { cctld, anchor: view.anchor, roster, known: known(facts.desk.roster) };
  const planned = planRequest({ ...asked, kind }, standing);
  // What was not clear in the sender's words is not made clear by other data.
  const unclear = found.request.complaints.filter(({ code }) => UNCLEAR.has(code));
  if (unclear.length === 0) return planned;
  return { ...planned, complaints: [...unclear, ...planned.complaints], digest: '' };
}

const UNCLEAR: ReadonlySet<string> = new Set<UnclearCode>([
  'add-or-replace',
  'replaced-by-whom',
  'replaces-whom',
  'not-on-the-list',
  'which-person',
  'changed-to-what',
]);

/** Everybody on the list, each once with all ccTLDs. */
export function known(roster: readonly RosterEntry[]): KnownPerson[] {
  const people = Map.groupBy(roster, ({ address }) => address);
  return [...people].flatMap(([address, entries]) => {
    const [first] = entries;
    if (first === undefined) return [];
    const { firstName, lastName, phones } = first;
    return [{ address, firstName, lastName, phones, cctlds: entries.map(({ cctld }) => cctld) }];
  });
}

// What was wrong before may stay wrong, to be mended by the next line; a Validator adds nothing to it.
function newComplaints({ request }: Case, { complaints }: Planned) {
  const before = new Set(request.complaints.map(({ code, contact }) => `${code} ${contact ?? ''}`));
  return complaints.filter(({ code, contact }) => !before.has(`${code} ${contact ?? ''}`));
}

const PLANNED: ReadonlySet<string> = new Set([
  'only-one-contact',
  'nobody-left',
  'primary-follows',
  'unparsed-phone',
  'single-word-name',
  'unreadable-text',
  'contact-is-anchor',
  'clarify-rounds-used-up',
]);

// What the plan says is said anew; what was seen in the mails stays to be seen.
function warningsNow({ request }: Case, planned: Planned) {
  const kept = request.warnings.filter(
    ({ code }) =>
      !PLANNED.has(code) || (code === 'clarify-rounds-used-up' && planned.complaints.length > 0),
  );
  return [...planned.warnings, ...kept];
}

const FIELDS: Readonly<Record<Amendment['field'], string>> = {
  firstName: 'first name',
  lastName: 'last name',
  name: 'name',
  phone: 'phone',
  address: 'e-mail address',
  primary: 'mark as primary',
};

function nameOf({ firstName, lastName, address }: Contact | DraftContact): string {
  return [firstName, lastName].filter(Boolean).join(' ') || (address ?? 'no name');
}

function valueOf(person: Contact | DraftContact, { field }: Amendment): string {
  switch (field) {
    case 'name':
      return nameOf(person);
    case 'phone':
      return phonesOf(person.phones);
    case 'address':
      return person.address ?? 'none';
    case 'primary':
      return person.primary === true ? 'yes' : 'no';
    default:
      return person[field] ?? 'none';
  }
}

function newValue(amendment: Amendment): string {
  switch (amendment.field) {
    case 'name':
      return `${amendment.firstName} ${amendment.lastName}`;
    case 'phone':
      return phonesOf(amendment.phones);
    case 'primary':
      return 'yes';
    default:
      return amendment.value;
  }
}

function phonesOf(phones: readonly Phone[]): string {
  return phones.map(showPhone).join(', ') || 'none';
}
