/** What must hold after every step, whatever came before; each function says what is wrong in sentences. */

import { compareRosters, replayRoster } from '../../src/machines/replay.ts';
import { CATALOGUE } from '../../src/machines/letters/catalogue.ts';
import type { LetterName } from '../../src/machines/letters/letter.ts';
import type { Case } from '../../src/machines/words/case.ts';
import type { Policy } from '../../src/machines/words/evidence.ts';
import type { AuditRow } from '../../src/store/audit.ts';
import type { InboxRow } from '../../src/store/inbox.ts';
import { VALIDATORS } from './cast.ts';
import { ASKED_INVARIANTS } from './invariants-asked.ts';
import { everyOpenCaseIsAwaited } from './invariants-awaited.ts';
import { LIST_INVARIANTS } from './invariants-list.ts';
import { WATCH_INVARIANTS } from './invariants-watch.ts';
import type { LetterSeen, Place, Seen } from './seen.ts';

type Invariant = (now: Seen, before: Seen) => string[];

const DAY = 86_400_000;
const OF_CCTLD = ['subscribe', 'update', 'remove'];
const SINGLE = ['invite', 'redelegation'];

// Written down here once more, and not taken from the code that is tested.
const ENOUGH: Readonly<Record<Policy, string>> = { classic: 'E1', balanced: 'E3', strict: 'E4' };

function groups<T>(all: readonly T[], key: (one: T) => string): [string, T[]][] {
  return [...Map.groupBy(all, key)];
}

/** Report 3.3: three at most, one of them primary. */
function threeAndOnePrimary({ places }: Seen): string[] {
  return groups(places, ({ cctld }) => cctld).flatMap(([cctld, some]) => {
    const primaries = some.filter(({ primary }) => primary).length;
    const addresses = new Set(some.map(({ address }) => address)).size;
    return [
      ...(some.length > 3 ? [`.${cctld} has ${some.length} SSCs.`] : []),
      ...(primaries === 1 ? [] : [`.${cctld} has ${primaries} primary SSCs.`]),
      ...(addresses === some.length ? [] : [`.${cctld} has one address twice.`]),
    ];
  });
}

/** Nobody is on the list without an approved case, and evidence at or above the policy at the time. */
function everybodyWasApproved(seen: Seen): string[] {
  return seen.places.flatMap((place) => {
    const why = whyUnapproved(seen, place);
    return why === undefined ? [] : [`${place.address} is on the list of .${place.cctld}: ${why}.`];
  });
}

function whyUnapproved(seen: Seen, { caseId, cctld }: Place): string | undefined {
  const found = seen.cases.find(({ id }) => id === caseId);
  if (found === undefined || found.cctld !== cctld) return `case ${caseId} is not about it`;
  if (!OF_CCTLD.includes(found.kind)) return `case ${caseId} is a ${found.kind}`;
  if (found.context.origin === 'validator') return `case ${caseId} comes from a Validator`;
  const applied = seen.audit.findLast((row) => row.case_id === caseId && row.reason === 'applied');
  return applied === undefined
    ? `case ${caseId} was never applied`
    : whyNotApproved(seen, found, applied);
}

// Approved for exactly what was applied, by as many as must, with enough evidence at both moments.
function whyNotApproved(
  { audit }: Seen,
  { id, context: { policy, approvalsNeeded, origin } }: Case,
  applied: AuditRow,
): string | undefined {
  const digest = applied.facts['digest'];
  const approvals = audit.filter(
    (row) =>
      row.case_id === id &&
      row.id < applied.id &&
      isApproval(row) &&
      row.facts['digest'] === digest,
  );
  const eyes = new Set(approvals.map(({ actor }) => actor).filter(isValidator));
  if (digest === '' || eyes.size < approvalsNeeded) return `case ${id} was not approved so`;
  // A Validator's own word needs no evidence of the Admin Contact (and brings nobody).
  if (origin === 'validator') return undefined;
  const weak = [applied, ...approvals].find(({ evidence }) => (evidence ?? '') < ENOUGH[policy]);
  return weak && `case ${id} had evidence ${weak.evidence} under the policy ${policy}`;
}

function isApproval({ reason }: AuditRow): boolean {
  return reason === 'approved' || reason === 'approved-first';
}

function isValidator(address: string): boolean {
  return VALIDATORS.some((one) => one.address === address);
}

/** The same, without believing a word of the engine: by whose mailboxes the writers truly read. */
function theRightPeopleWrote(seen: Seen): string[] {
  const cases = [...new Set(seen.places.map(({ caseId }) => caseId))];
  return cases.flatMap((id) => {
    const found = seen.cases.find((one) => one.id === id);
    if (found === undefined) return [];
    const { policy } = found.context;
    const rows = seen.audit.filter((row) => row.case_id === id);
    const approved = rows.filter(isApproval);
    const hasForeign = approved.some((row) => !readersOf(seen, row).some(isValidator));
    const anchor = found.anchor ?? '';
    const isAnchors = rows.some((row) => readersOf(seen, row).includes(anchor));
    return [
      ...(hasForeign ? [`Case ${id} was approved by somebody who reads no Validator's mail.`] : []),
      ...(policy === 'classic' || isAnchors
        ? []
        : [`Nobody who reads the mail of ${anchor} wrote about case ${id}.`]),
    ];
  });
}

function readersOf({ inbox, readers }: Seen, row: AuditRow): readonly string[] {
  const mail = inbox.find(({ id }) => id === row.inbox_id);
  return readers.get(mail?.message_id ?? '') ?? [];
}

/** The list moves by an approved case, by the Admin Contact's objection to one, and by nothing else. */
function everyMoveHasAReason(seen: Seen): string[] {
  const moves = seen.audit.filter(({ after }) => 'rosters' in after);
  return moves.flatMap((row) => {
    const why = whyMayNotMove(seen, row);
    return why === undefined ? [] : [`Row ${row.id} (${row.reason}) moves the list: ${why}.`];
  });
}

function whyMayNotMove(seen: Seen, row: AuditRow): string | undefined {
  const found = seen.cases.find(({ id }) => id === row.case_id);
  if (found === undefined) return 'it belongs to no case';
  switch (row.reason) {
    case 'applied':
      return whyNotApproved(seen, found, row) ?? whyNotOfValidator(found, row);
    case 'objected-by-anchor':
      return readersOf(seen, row).includes(found.anchor ?? '')
        ? undefined
        : `nobody who reads the mail of ${found.anchor} objected`;
    case 'own-applied':
      return whyNotOwn(seen, found);
    default:
      return 'nothing allows that';
  }
}

// A Validator may take people off, and nothing else (design 8.5).
function whyNotOfValidator({ context: { origin } }: Case, row: AuditRow): string | undefined {
  const had = addressesIn(row.before);
  const comes = [...addressesIn(row.after)].find((one) => !had.has(one));
  return origin === 'mail' || comes === undefined ? undefined : `a Validator brought ${comes}`;
}

function addressesIn({ rosters }: AuditRow['after']): Set<string> {
  const text = JSON.stringify(rosters ?? {});
  return new Set(
    [...text.matchAll(/"address":"([^"]+)"/g)].flatMap(([, address]) => address ?? []),
  );
}

// The SSC has said so, and so has who reads the new address, where that is what changes (design 8.4b).
function whyNotOwn(seen: Seen, { id, requester, request: { own } }: Case): string | undefined {
  const needed = own?.what === 'address' ? [requester, own.address] : [requester];
  const said = seen.audit.filter((row) => row.case_id === id && row.reason === 'own-confirmed');
  const readers = said.flatMap((row) => readersOf(seen, row));
  const silent = needed.find((one) => !readers.includes(one));
  return silent && `nobody who reads the mail of ${silent} confirmed case ${id}`;
}

/** The roster is what the audit trail replays to. */
function rosterIsReplayed({ audit, roster }: Seen): string[] {
  const replayed = replayRoster(audit);
  const wrong = replayed.divergence ?? compareRosters(replayed.roster, roster);
  return wrong === undefined ? [] : [wrong.sentence];
}

const USES = [
  'confirmed-by-anchor',
  'approved',
  'approved-first',
  'rejected',
  'own-confirmed',
  'post-confirmed',
  'check-confirmed',
  'check-denied',
  'drill-answered',
  'redelegation-confirmed',
  'redelegation-none',
  'redelegation-transition',
  'redelegation-done',
];

/** Every nonce is used at most once, while it counts, and only its reader was sent it. */
function noncesAreUsedOnce({ tokens, audit, secretsSeen }: Seen): string[] {
  const uses = audit.filter(({ reason, facts }) => USES.includes(reason) && 'token' in facts);
  const twice = groups(
    uses,
    ({ facts, case_id: id }) => `${String(facts['token'])} for case ${id}`,
  );
  return [
    ...twice.flatMap(([token, some]) =>
      some.length < 2 ? [] : [`Token ${token} did two things.`],
    ),
    ...tokens.flatMap((token) => {
      const { id, used_at: used, revoked_at: revoked, expires_at: end } = token;
      const readers = [...(secretsSeen.get(token.sha256) ?? [])];
      const others = readers.filter((one) => one !== token.addressee);
      return [
        ...(used !== null && token.used_by === null ? [`No mail used token ${id}.`] : []),
        ...(used !== null && used > end ? [`Token ${id} was used after its end.`] : []),
        ...(used !== null && revoked !== null ? [`Token ${id} was used and taken back.`] : []),
        ...others.map((one) => `The secret of token ${id} for ${token.addressee} went to ${one}.`),
      ];
    }),
  ];
}

/** A letter that was decided is handed over once; only a killed engine may do so twice, with the same name. */
function lettersGoOutOnce({ letters, handedOver, crashes }: Seen): string[] {
  const twice = [...handedOver].filter(([, times]) => times > 1);
  const sent = letters.filter(({ sent_at: at }) => at !== null).length;
  return [
    ...(crashes > 0 ? [] : twice.map(([id, times]) => `The letter ${id} went out ${times} times.`)),
    ...(handedOver.size < sent
      ? [`${sent} letters are marked as sent, ${handedOver.size} were.`]
      : []),
  ];
}

function dayOf(at: Date): string {
  return at.toISOString().slice(0, 10);
}

function entryOf({ name }: LetterSeen) {
  return CATALOGUE[name as LetterName];
}

/** One acknowledgement for each case and day; one answer to a mail; ten for an address and day. */
function answersAreFew(seen: Seen): string[] {
  const { letters } = seen;
  const received = letters.filter(({ name }) => name === 'received');
  const notices = letters.filter(
    (one) => entryOf(one).limited && entryOf(one).token === undefined && one.sent_at !== null,
  );
  const answers = letters.filter((one) => entryOf(one).automatic === 'auto-replied');
  const direct = answers.filter((one) => entryOf(one).limited && one.answersTo !== null);
  return [
    ...over(1, received, (one) => `received for case ${one.case_id} on ${dayOf(one.created_at)}`),
    ...over(10, notices, (one) => `letters to ${one.addressee} on ${dayOf(one.created_at)}`),
    ...over(
      1,
      direct.filter((one) => isDirect(seen, one)),
      // A mail about two ccTLDs is answered for each: that one is frozen, who must ask for the other.
      (one) =>
        `${one.name} to ${one.addressee} about case ${one.case_id}, .${one.about} for ${one.answersTo}`,
    ),
  ];
}

// Written in the same moment in which the mail was decided on.
function isDirect({ inbox }: Seen, letter: LetterSeen): boolean {
  const mail = inbox.find(({ message_id: id }) => id === letter.answersTo);
  return mail?.processed_at?.getTime() === letter.created_at.getTime();
}

function over<T>(most: number, all: readonly T[], key: (one: T) => string): string[] {
  return groups(all, key).flatMap(([name, some]) =>
    some.length > most ? [`There are ${some.length} ${name}.`] : [],
  );
}

// What could not be read for days is given to the Validators, and may come from one of them.
const NO_MACHINE = ['human', 'quarantined'];

/** No machine is answered, and no letter goes to ourselves. */
function machinesAreNotAnswered({ letters, inbox }: Seen): string[] {
  const ours = letters.filter(({ addressee }) => addressee.endsWith('@lists.example'));
  const machines = inbox.filter((mail) => !NO_MACHINE.includes(mail.class ?? 'human'));
  return [
    ...ours.map(({ name, addressee }) => `The letter ${name} goes to our own ${addressee}.`),
    ...machines.flatMap((mail) =>
      letters
        .filter((letter) => isAnswer(letter, mail))
        .map(({ name }) => `The machine mail ${mail.id} (${mail.class}) was answered by ${name}.`),
    ),
  ];
}

function isAnswer(letter: LetterSeen, mail: InboxRow): boolean {
  const isToSender = [mail.from_address, mail.envelope_from].includes(letter.addressee);
  const ofMail = new RegExp(`:mail-${mail.id}$`).test(letter.key);
  return (
    (ofMail && isToSender) || (mail.message_id !== null && letter.answersTo === mail.message_id)
  );
}

function oneOpenCase({ cases }: Seen): string[] {
  const open = cases.filter(({ closed, cctld }) => !closed && cctld !== undefined);
  const single = open.filter(({ kind }) => SINGLE.includes(kind));
  const requests = open.filter(({ kind }) => OF_CCTLD.includes(kind));
  return [
    ...over(1, requests, ({ cctld }) => `open cases about .${cctld}`),
    ...over(1, single, ({ cctld, kind }) => `open cases of ${kind} about .${cctld}`),
  ];
}

/** While changes are stopped nothing changes, but for what an objection takes back. */
function frozenStaysFrozen(now: Seen, before: Seen): string[] {
  return [...now.frozen].flatMap(([cctld, since]) => {
    if (before.frozen.get(cctld) !== since) return [];
    const fresh = now.audit.slice(before.audit.length);
    const undone = fresh.some((row) => row.reason === 'objected-by-anchor' && row.cctld === cctld);
    const moved = compareRosters(
      before.roster.filter((one) => one.cctld === cctld),
      now.roster.filter((one) => one.cctld === cctld),
    );
    return moved === undefined || undone ? [] : [`.${cctld} is frozen. ${moved.sentence}`];
  });
}

/** Nothing is a fault of ours. */
function nothingFails({ jobs, inbox, faults }: Seen): string[] {
  return [
    ...jobs.filter((job) => job.dead_at !== null).map(({ key }) => `The job ${key} was given up.`),
    ...inbox
      // For days without an answer of the registry a mail is given to people.
      .filter((mail) => mail.outcome === 'quarantined' && !waitsForRegistry(mail))
      .map(({ id }) => `The mail ${id} was set aside.`),
    ...faults.map((line) => `Logged: ${line}`),
  ];
}

function waitsForRegistry({ reason }: Pick<InboxRow, 'reason'>): boolean {
  return reason?.startsWith('registry') === true;
}

/** A mail waits only for the registry, or for the worker that had it when it was killed. */
function mailsAreProcessed({ inbox, jobs, registryAnswers, unsettled, now }: Seen): string[] {
  return inbox
    .filter(({ outcome }) => outcome === 'pending')
    .flatMap(({ id, reason }) => {
      const job = jobs.find(({ key }) => key === `mail:${id}`);
      if (job === undefined) return [`The mail ${id} is pending, and nobody has it.`];
      const isLeased = job.leased_until !== null && job.leased_until > now;
      const mayWait =
        waitsForRegistry({ reason }) &&
        (!registryAnswers || unsettled.size > 0 || job.run_at > now);
      const again = job.run_at > now && job.run_at.getTime() - now.getTime() < DAY;
      return isLeased || mayWait || again ? [] : [`The mail ${id} waits for nothing.`];
    });
}

/** By name, so that a failure can say which. */
const INVARIANTS: Readonly<Record<string, Invariant>> = {
  threeAndOnePrimary,
  everybodyWasApproved,
  theRightPeopleWrote,
  everyMoveHasAReason,
  rosterIsReplayed,
  noncesAreUsedOnce,
  lettersGoOutOnce,
  answersAreFew,
  machinesAreNotAnswered,
  everyOpenCaseIsAwaited,
  oneOpenCase,
  frozenStaysFrozen,
  nothingFails,
  mailsAreProcessed,
  ...LIST_INVARIANTS,
  ...WATCH_INVARIANTS,
  ...ASKED_INVARIANTS,
};

/** Every fault, with the name of what it breaks. */
export function faultsOf(now: Seen, before: Seen): string[] {
  return Object.entries(INVARIANTS).flatMap(([name, check]) =>
    check(now, before).map((sentence) => `${name}: ${sentence}`),
  );
}
