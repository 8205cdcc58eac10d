/** What each command of an SSC comes to: an answer, a new case, or a plain "not now" (design 8.4b, 8.5, 9, 12). */

import type { AuditNote, CaseChange } from './decision.ts';
import type { OwnAnswer } from './letters/letter.ts';
import type { Member, OwnFacts } from './own-facts.ts';
import { openOwn } from './own-open.ts';
import { readPhones } from './reading/phone.ts';
import { REQUEST_HELP } from './reading/request-command.ts';
import { roleReason } from './reading/role-address.ts';
import type { Address } from './words/address.ts';
import type { OwnChange, RosterEntry } from './words/case.ts';
import { type Cctld, showCctld } from './words/cctld.ts';
import type { RequestCommand } from './words/command.ts';
import type { Phone } from './words/contact.ts';
import { readRecipient } from './words/list-address.ts';

export interface Ran {
  readonly answer?: OwnAnswer;
  readonly changes?: readonly CaseChange[];
  readonly note?: AuditNote;
  /** It was not done, and a Validator should know that somebody wants it. */
  readonly forPeople?: true;
}

type Of<K extends RequestCommand['kind']> = RequestCommand & { readonly kind: K };

export function runOwn(facts: OwnFacts, member: Member, command: RequestCommand): Ran {
  switch (command.kind) {
    case 'help':
      return { answer: { line: command.line, commands: REQUEST_HELP } };
    case 'show':
      return { answer: { line: command.line, mine: member.entries, open: openOnes(facts) } };
    case 'who':
      return who(facts, member, command);
    case 'change-phone':
      return changePhones(facts, member, command);
    case 'change-name':
      return changeName(facts, member, command);
    case 'change-address':
      return changeAddress(facts, member, command);
    case 'leave':
      return leaveList(facts, member, command);
    case 'freeze':
      return freezeCctld(facts, member, command);
  }
}

function say({ line }: RequestCommand, text: string): Ran {
  return { answer: { line, say: text } };
}

function openOnes({ open }: OwnFacts) {
  return open.flatMap(({ id, request, state, dueAt }) => {
    if (request.own === undefined) return [];
    const due = state === 'challenged' && dueAt !== undefined ? { due: dueAt } : {};
    return [{ caseId: id, change: request.own, ...due }];
  });
}

const DAY = 86_400_000;

function isLately(at: Date | undefined, now: Date): boolean {
  return at !== undefined && now.getTime() - at.getTime() < DAY;
}

/** More people than these are no answer to a question about a name: that is the whole list. */
const MOST_FOUND = 20;

function who(facts: OwnFacts, member: Member, command: Of<'who'>): Ran {
  const { now, roster } = facts;
  if (isLately(member.addressChangedAt, now)) {
    return say(
      command,
      'Your e-mail address was changed less than 24 hours ago. For your safety, "who" does not work before that time is over. Please write again then.',
    );
  }
  const isAll = command.cctld === undefined && command.name === undefined;
  if (isAll && isLately(member.listSentAt, now)) {
    return say(
      command,
      'We sent you the whole contact list less than 24 hours ago. Please look at that letter, or ask about one ccTLD or one name.',
    );
  }
  const found = isAll ? roster : roster.filter((entry) => fits(entry, command));
  if (found.length === 0) return say(command, 'Nobody on the list fits this.');
  if (!isAll && command.cctld === undefined && found.length > MOST_FOUND) {
    return say(command, `${found.length} people fit this. Please write more of the name.`);
  }
  return told(facts, member, command, found);
}

function told(
  { places, mail, unconfirmed }: OwnFacts,
  { address }: Member,
  { line, cctld, name }: Of<'who'>,
  table: readonly RosterEntry[],
): Ran {
  const frozen = [...places].flatMap(([one, place]) => (place.frozen ? [one] : []));
  const asked = cctld ?? name ?? 'everybody';
  const seen = { asked, entries: table.length, mail: mail.sha256 };
  const marks = [...(unconfirmed ?? [])].filter(([one]) =>
    table.some((entry) => entry.address === one),
  );
  return {
    answer: { line, table, frozen, ...(marks.length === 0 ? {} : { unconfirmed: marks }) },
    note: { actor: address, reason: 'own-answered', facts: seen },
  };
}

function fits(entry: RosterEntry, { cctld, name = '' }: Of<'who'>): boolean {
  if (cctld !== undefined) return entry.cctld === cctld;
  const text = `${entry.firstName} ${entry.lastName} ${entry.address}`;
  return fold(text).includes(fold(name));
}

function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim();
}

const NOT_NOW =
  'At the moment we make no changes for this ccTLD. A Validator (a person of our team) has your mail and will write to you.';

/** A change of a person touches all of their ccTLDs: none of them may be frozen. */
function changePerson(
  facts: OwnFacts,
  member: Member,
  command: RequestCommand,
  own: OwnChange,
): Ran {
  const cctlds = member.entries.map(({ cctld }) => cctld);
  if (cctlds.some((one) => facts.places.get(one)?.frozen === true)) {
    return { ...say(command, NOT_NOW), forPeople: true };
  }
  return { changes: openOwn(facts, member, own) };
}

const SAME = 'This is what we have stored already. Nothing needs to be changed.';

function changePhones(facts: OwnFacts, member: Member, command: Of<'change-phone'>): Ran {
  const [entry] = member.entries;
  const phones = command.phones.flatMap((phone) => withCountry(phone, entry?.cctld));
  if (textOf(phones) === textOf(entry?.phones ?? [])) return say(command, SAME);
  return changePerson(facts, member, command, { what: 'phones', phones });
}

// A national number can be read once the country is known, and the person's ccTLD names it.
function withCountry(phone: Phone, cctld: Cctld | undefined): Phone[] {
  if (phone.e164 !== undefined || cctld === undefined) return [phone];
  const read = readPhones(phone.raw, cctld);
  return read.length === 0 ? [phone] : read;
}

function textOf(phones: readonly Phone[]): string {
  return JSON.stringify(phones.map(({ raw, e164 }) => e164 ?? raw));
}

function changeName(facts: OwnFacts, member: Member, command: Of<'change-name'>): Ran {
  const { firstName, lastName } = command;
  const [entry] = member.entries;
  if (entry?.firstName === firstName && entry.lastName === lastName) return say(command, SAME);
  const named = { address: member.address, firstName, lastName };
  const role = roleReason(named, { cctld: entry?.cctld });
  if (role !== undefined) return say(command, `${NO_PERSON} We see: ${role}.`);
  return changePerson(facts, member, command, { what: 'name', firstName, lastName });
}

const NO_PERSON = 'On the list are people, each with a name and an address of their own.';

function changeAddress(facts: OwnFacts, member: Member, command: Of<'change-address'>): Ran {
  const { address } = command;
  const why = whyNot(facts, member, address);
  if (why !== undefined) return say(command, why);
  return changePerson(facts, member, command, { what: 'address', address });
}

function whyNot(facts: OwnFacts, member: Member, address: Address): string | undefined {
  const [entry] = member.entries;
  if (address === member.address) return SAME;
  if (readRecipient(address, facts.names) !== undefined) {
    return 'This is an address of our own. Please write your own address.';
  }
  if (facts.roster.some((one) => one.address === address)) {
    return 'Somebody else is on the list with this address. Each person needs an address of their own.';
  }
  const { firstName = '', lastName = '' } = entry ?? {};
  const role = roleReason({ address, firstName, lastName }, { cctld: entry?.cctld });
  return role === undefined ? undefined : `${NO_PERSON} We see: ${role}.`;
}

function leaveList(facts: OwnFacts, member: Member, command: Of<'leave'>): Ran {
  const mine = member.entries.map(({ cctld }) => cctld);
  const meant = command.all === true || mine.length === 1 ? mine : [];
  const cctlds = command.cctld === undefined ? meant : [command.cctld];
  if (cctlds.length === 0) return say(command, whichOne(mine));
  if (cctlds.some((one) => !mine.includes(one))) return say(command, notYours(cctlds));
  const frozen = cctlds.filter((one) => facts.places.get(one)?.frozen === true);
  if (frozen.length > 0) return { ...say(command, NOT_NOW), forPeople: true };
  return { changes: cctlds.flatMap((one) => openOwn(facts, member, { what: 'leave' }, one)) };
}

function whichOne(mine: readonly Cctld[]): string {
  const lines = mine.map((one) => `For ${showCctld(one)} only, write: leave .${one}`);
  return [
    'You are on the list for more than one ccTLD. Which one do you mean? Please send us a new mail with one of these lines.',
    ...lines,
    'For all of them, write: leave all',
  ].join('\n');
}

function notYours(cctlds: readonly Cctld[]): string {
  return `You are not on the list as a contact for ${cctlds.map(showCctld).join(', ')}. Nothing was done.`;
}

function freezeCctld(facts: OwnFacts, member: Member, command: Of<'freeze'>): Ran {
  const { cctld, reason } = command;
  if (!member.entries.some((one) => one.cctld === cctld)) {
    return { ...say(command, notYours([cctld])), forPeople: true };
  }
  const place = facts.places.get(cctld);
  // A person's reason outlives our own suspicion.
  if (place?.frozen === true && place.suspected !== true) {
    // It may be stopped for another reason, which a Validator is about to end.
    const words = `All changes for ${showCctld(cctld)} are stopped already. A Validator (a person of our team) knows about it.`;
    return { ...say(command, words), forPeople: true };
  }
  return { changes: openOwn(facts, member, { what: 'freeze', reason }, cctld) };
}
