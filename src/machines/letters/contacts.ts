/** People as letters show them, in a form that is not our fill-in form and is never read back as one. */

import type { RosterEntry } from '../words/case.ts';
import type { Contact, DraftContact, Phone } from '../words/contact.ts';
import { cleanLine, quoteLine } from './foreign.ts';
import type { CaseFacts } from './letter.ts';
import { showDay } from './parts.ts';
import { wrap } from './wrap.ts';

/** Someone to show: offered now, on the list already, or read only in part. */
export type Person = Contact | RosterEntry | DraftContact;

/**
 * A numbered list: name, then address and phones behind dashes. `unconfirmed`: since when nobody has said
 * that somebody's data are right (ISO instants, by address).
 */
export function contactList(
  people: readonly Person[],
  unconfirmed: ReadonlyMap<string, string> = new Map(),
): string {
  if (people.length === 0) return '  (nobody)';
  return people
    .map((person, index) => numbered(person, index + 1, unconfirmed.get(person.address ?? '')))
    .join('\n');
}

function numbered(person: Person, place: number, unconfirmed?: string): string {
  const number = 'number' in person ? person.number : place;
  const mark = unconfirmed === undefined ? [] : [unconfirmedSince(unconfirmed)];
  const details = [...detailsOf(person), ...mark].map((detail) =>
    wrap(detail, { first: '     - ', rest: '       … ' }),
  );
  return [wrap(nameOf(person), { first: `  ${number}. `, rest: '     … ' }), ...details].join('\n');
}

/** The mark of data that nobody has confirmed. */
export function unconfirmedSince(iso: string): string {
  return `Data not confirmed since ${showDay(iso)}.`;
}

function nameOf({ firstName, lastName, primary }: Person): string {
  const name = cleanLine([firstName, lastName].filter(Boolean).join(' '), 120);
  return `${name === '' ? '(no name)' : name}${primary === true ? ' (primary)' : ''}`;
}

function detailsOf(person: Person): string[] {
  return [addressOf(person), ...phonesOf(person.phones)];
}

function addressOf(person: Person): string {
  if (person.address !== undefined) return person.address;
  return 'rawAddress' in person && person.rawAddress !== undefined
    ? `${quoteLine(person.rawAddress)} (not readable as an address)`
    : '(no e-mail address)';
}

function phonesOf(phones: readonly Phone[]): string[] {
  return phones.length === 0 ? ['(no phone number)'] : phones.slice(0, 9).map(showPhone);
}

/** `+31612345678`, with its extension; one that could not be read is shown in quotation marks. */
export function showPhone({ raw, e164 }: Phone): string {
  if (e164 !== undefined) return cleanLine(e164.replace(';ext=', ' ext. '), 60);
  return `${quoteLine(raw, 60)} (not readable as a number)`;
}

/** The whole change in words and lists, for people outside the team. */
export function changeInWords({ before, after }: CaseFacts, cctld: string): string {
  if (before.length === 0) return `New on the list for ${cctld}:\n\n${contactList(after)}`;
  const joins = after.filter((one) => !holds(before, one));
  const leaves = before.filter((one) => !holds(after, one));
  const stays = after.filter((one) => holds(before, one));
  const same = stays.filter((one) => isAsBefore(before, one));
  return [
    section(`New on the list for ${cctld}:`, joins),
    section(`No longer on the list for ${cctld}:`, leaves),
    section(
      `On the list for ${cctld} with these new data:`,
      stays.filter((one) => !same.includes(one)),
    ),
    section(`On the list for ${cctld} as before:`, same),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function isAsBefore(before: readonly RosterEntry[], now: Contact): boolean {
  const old = before.find(({ address }) => address === now.address);
  return (
    old !== undefined &&
    [nameOf(old), ...detailsOf(old)].join() === [nameOf(now), ...detailsOf(now)].join()
  );
}

function section(title: string, people: readonly Person[]): string {
  return people.length === 0 ? '' : `${title}\n\n${contactList(people)}`;
}

function holds(
  people: readonly (Contact | RosterEntry)[],
  { address }: Contact | RosterEntry,
): boolean {
  return people.some((one) => one.address === address);
}

/** Somebody whom AMEND can name. */
interface NumberedPerson {
  readonly number: number;
  readonly person: Contact | DraftContact;
  /** What the mails say about this person; absent for who was on the list before. */
  readonly draft?: DraftContact;
}

type OfCase = Pick<CaseFacts, 'after' | 'drafts' | 'complaints'>;

/**
 * The people of a case as letters to Validators number them: the list as it is to be, and behind it, while
 * something is missing, those who cannot be on it yet.
 */
export function numberedPeople({ after, drafts = [], complaints }: OfCase): NumberedPerson[] {
  const open = [...drafts];
  const listed = after.map((person, index) => {
    const at = open.findLastIndex(({ address }) => address === person.address);
    const [draft] = at < 0 ? [] : open.splice(at, 1);
    return { number: index + 1, person, ...(draft === undefined ? {} : { draft }) };
  });
  const rest = complaints.length === 0 ? [] : open;
  return [
    ...listed,
    ...rest.map((draft, index) => ({ number: after.length + index + 1, person: draft, draft })),
  ];
}

/** Those of a case who cannot be on the list yet, with their numbers; '' when there are none. */
export function incompletePeople(about: OfCase): string {
  return numberedPeople(about)
    .slice(about.after.length)
    .map(({ number, person }) => numbered({ ...person, number }, number))
    .join('\n');
}

/** Complaints and warnings with the numbers by which letters to Validators call the people. */
export function renumbered<T extends { readonly contact?: number }>(
  some: readonly T[],
  about: OfCase,
): T[] {
  const people = numberedPeople(about);
  return some.map((one) => {
    if (one.contact === undefined || about.drafts === undefined) return one;
    const found = people.find(({ draft }) => draft?.number === one.contact);
    const { contact: _, ...rest } = one;
    return (found === undefined ? rest : { ...rest, contact: found.number }) as T;
  });
}

/** The change line by line for a Validator: `+` comes, `-` goes, `=` stays; who is there then has a number. */
export function difference({ before, after }: Pick<CaseFacts, 'before' | 'after'>): string {
  const blocks = [
    ...after.map((now, index) =>
      compare(
        before.find((one) => one.address === now.address),
        now,
        `${index + 1}. `,
      ),
    ),
    ...before.filter((one) => !holds(after, one)).map((gone) => compare(gone, undefined)),
  ];
  return blocks.length === 0 ? '  (nothing)' : blocks.join('\n\n');
}

function compare(old: RosterEntry | undefined, now: Contact | undefined, number = ''): string {
  const oldName = old && nameOf(old);
  const name = now && nameOf(now);
  const names = [
    ...(oldName !== undefined && oldName !== name ? [sign('-', oldName)] : []),
    ...(name === undefined ? [] : [sign(name === oldName ? '=' : '+', number + name)]),
  ];
  const details = signed(old && detailsOf(old), now && detailsOf(now), '  ');
  return [...names, ...details].join('\n');
}

function signed(
  old: readonly string[] = [],
  now: readonly string[] = [],
  indent: string,
): string[] {
  const lines = (mark: string, some: readonly string[]) =>
    some.map((line) => sign(mark, line, indent));
  return [
    ...lines(
      '=',
      now.filter((line) => old.includes(line)),
    ),
    ...lines(
      '-',
      old.filter((line) => !now.includes(line)),
    ),
    ...lines(
      '+',
      now.filter((line) => !old.includes(line)),
    ),
  ];
}

function sign(mark: string, line: string, indent = ''): string {
  return wrap(line, { first: `  ${mark} ${indent}`, rest: `  ${mark} ${indent}… ` });
}
