/** Commands about one ccTLD: to stop and allow changes, to take somebody off the list. */

import { openCase } from './change.ts';
import { type At, refuse, type Result } from './desk.ts';
import { known } from './desk-amend.ts';
import { heldBy } from './desk-moved.ts';
import { type DeskCctld, SUSPECTED } from './facts.ts';
import { freshContext } from './read-request.ts';
import { planRequest } from './request-plan.ts';
import type { Request, RosterEntry } from './words/case.ts';
import { type Cctld, showCctld } from './words/cctld.ts';
import type { Command } from './words/command.ts';
import type { CommandFacts } from './facts.ts';

/** FREEZE and UNFREEZE. */
export function turn(
  { facts }: At,
  command: Extract<Command, { readonly kind: 'freeze' | 'unfreeze' }>,
): Result {
  const { cctld } = command;
  const name = showCctld(cctld);
  const frozen = facts.frozen.get(cctld);
  const by = facts.mail.from.address;
  if (frozen === undefined) return unknownCctld(cctld);
  if (command.kind === 'freeze') {
    // A person's reason takes the place of our own suspicion, and outlives it.
    const isOurs = facts.desk.registry.get(cctld)?.frozen?.by === SUSPECTED.by;
    if (frozen && !isOurs) return refuse(`${name} is frozen already.`);
    const freeze = { cctld, by, reason: command.reason };
    return { answer: `Changes for ${name} are stopped.`, reason: 'frozen', freeze };
  }
  if (!frozen) return refuse(`${name} is not frozen.`);
  const held = heldBy(facts, cctld);
  if (held !== undefined) return refuse(firstDecide(name, held.id));
  const was = facts.desk.registry.get(cctld)?.frozen;
  return {
    answer: `Changes for ${name} are allowed again.`,
    reason: 'unfrozen',
    freeze: { cctld, by, ...(was === undefined ? {} : { was }) },
  };
}

function firstDecide(name: string, id: number): string {
  return `Not done: ${name} may have a new manager. First decide case ${id}; SHOW ${id} says how.`;
}

/** Refuses what is about a ccTLD that our copy of the registry does not hold. */
export function unknownCctld(cctld: Cctld): Result {
  return refuse(`The registry copy holds no ${showCctld(cctld)}.`);
}

type Remove = Extract<Command, { readonly kind: 'remove' }>;

/** REMOVE: opens a case that must be approved like any other. */
export function remove({ facts }: At, command: Remove): Result {
  const { cctld } = command;
  const at = facts.desk.registry.get(cctld);
  if (at === undefined) return unknownCctld(cctld);
  const name = showCctld(cctld);
  if (facts.frozen.get(cctld) === true) {
    return refuse(`Not done: changes for ${name} are stopped. First write: UNFREEZE .${cctld}`);
  }
  const open = facts.desk.open.find((one) => one.cctld === cctld && !BESIDE.has(one.kind));
  if (open !== undefined) return refuse(inTheWay(name, open.id));
  const roster = facts.desk.roster.filter((one) => one.cctld === cctld);
  const meant = roster.filter((one) => isMeant(one, command.person));
  const [who] = meant;
  if (who === undefined || meant.length > 1) return refuse(whoIsThere(name, roster, meant));
  return openRemoval(facts, at, roster, who, command.reason);
}

// What an SSC asks for itself, and what only watches or asks, stands beside the changes of the list.
const BESIDE: ReadonlySet<string> = new Set([
  'self-update',
  'leave',
  'unreachable',
  'invite',
  'redelegation',
]);

/** The number of a case that an earlier line of the same mail opened is not known yet. */
export const NOT_STORED = 0;

function inTheWay(name: string, id: number): string {
  return id === NOT_STORED
    ? `Not done: another line of this mail changes ${name}. One change at a time: write again when it is decided.`
    : `Not done: case ${id} about ${name} is open. Decide it first, then write again.`;
}

function isMeant({ address, firstName, lastName }: RosterEntry, person: string): boolean {
  const said = fold(person);
  return [address, `${firstName} ${lastName}`, `${lastName} ${firstName}`].some(
    (each) => fold(each) === said,
  );
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/,/g, ' ').split(/\s+/).join(' ').trim();
}

function whoIsThere(
  name: string,
  roster: readonly RosterEntry[],
  meant: readonly RosterEntry[],
): string {
  if (roster.length === 0) return `Not done: nobody is on the list for ${name}.`;
  const why =
    meant.length > 1
      ? `Not done: several people for ${name} are called so. Write the e-mail address:`
      : `Not done: nobody on the list for ${name} has that name or address. There are:`;
  const people = (meant.length > 1 ? meant : roster).map(
    ({ firstName, lastName, address }) => `- ${firstName} ${lastName}, ${address}`,
  );
  return [why, ...people].join('\n');
}

function openRemoval(
  facts: CommandFacts,
  { view }: DeskCctld,
  roster: readonly RosterEntry[],
  who: RosterEntry,
  reason: string,
): Result {
  const { cctld, anchor, snapshotId } = view;
  const by = facts.mail.from.address;
  const asks = [{ kind: 'remove', who: who.address }] as const;
  const standing = { cctld, anchor, roster, known: known(facts.desk.roster) };
  const planned = planRequest({ drafts: [], asks, kind: 'remove' }, standing);
  const { digest, contacts, after, complaints, warnings } = planned;
  const request: Request = {
    drafts: [],
    contacts,
    asks,
    after,
    complaints,
    warnings,
    before: roster,
    evidenceFacts: [`The Validator ${by} asks for it, not the Admin Contact.`],
    mails: [],
    text: '',
    candidates: [],
    notes: [],
    reason,
  };
  const change = openCase(
    facts,
    { kind: 'remove', cctld, request, requester: by, anchor, snapshotId },
    { ...freshContext(facts), origin: 'validator' },
    // Who is to be primary then is for the Validators to say (AMEND): nobody else is asked.
    {
      type: 'details',
      evidence: 'E0',
      cctldKnown: true,
      complete: true,
      digest,
      origin: 'validator',
    },
    {
      actor: by,
      reason: 'removal-opened',
      facts: { who: who.address, why: reason, mail: facts.mail.sha256 },
    },
  );
  return {
    answer: `There is a new case: ${who.firstName} ${who.lastName} (${who.address}) is to leave the list for ${showCctld(cctld)}. It must be approved like any other: each Validator gets a letter about it now.`,
    reason: 'removal-opened',
    changes: [change],
  };
}
