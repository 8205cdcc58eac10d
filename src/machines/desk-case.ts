/** Commands about one case: to decide it, to ask, to let it rest, to add what Validators know. */

import { type At, dateOf, moveBy, nameOf, NO_TOKEN, notNow, proofOf, refuse } from './desk.ts';
import { type Result, tokenOf, voidApproval, withNote } from './desk.ts';
import { amend } from './desk-amend.ts';
import { rejectMoved } from './desk-moved.ts';
import { commandsFor, mayBeVerified } from './commands-now.ts';
import { withRequest } from './change.ts';
import type { CommandFacts, FoundToken } from './facts.ts';
import { STATE_WORDS } from './letters/parts.ts';
import { possible } from './run.ts';
import { CLOSED, type Case } from './words/case.ts';
import { showCctld } from './words/cctld.ts';
import type { Command } from './words/command.ts';

type Kind = 'approve' | 'reject' | 'ask' | 'hold' | 'amend' | 'escalate' | 'verified' | 'note';
export type CaseCommand = Extract<Command, { readonly kind: Kind }>;

/** Carries a command about one case out, or says why not. */
export function aboutOne(at: At, command: CaseCommand): Result {
  const { facts } = at;
  const found = facts.cases.get(command.caseId);
  if (found === undefined) return refuse(`There is no case ${command.caseId}.`);
  if (command.kind === 'approve' && found.cctld !== command.cctld) {
    return refuse(`Case ${found.id} is about ${nameOf(found)}, not ${showCctld(command.cctld)}.`);
  }
  if (found.kind === 'unreachable' && !ABOUT_LOST.has(command.kind))
    return refuse(notAboutLost(found));
  if (found.kind === 'redelegation' && !ABOUT_MOVED.has(command.kind))
    return refuse(notAboutMoved(found));
  if (found.kind === 'invite' && !ABOUT_LOST.has(command.kind))
    return refuse(notAboutInvite(found));
  const over = mayStillStop(found, command) ? undefined : alreadyDecided(found);
  if (over !== undefined) return refuse(over);
  switch (command.kind) {
    case 'ask':
      return ask(facts, found, command.question);
    case 'hold':
      return hold(facts, found, command);
    case 'escalate':
      return escalate(facts, found, command.text);
    case 'verified':
      return verify(facts, found, command.how);
    case 'note':
      return note(facts, found, command.text);
    case 'reject':
      return found.kind === 'redelegation'
        ? rejectMoved(at, found, command.reason)
        : withToken(at, found, command);
    default:
      return withToken(at, found, command);
  }
}

const ABOUT_LOST: ReadonlySet<CaseCommand['kind']> = new Set(['reject', 'note']);

const ABOUT_MOVED: ReadonlySet<CaseCommand['kind']> = new Set([
  'reject',
  'hold',
  'escalate',
  'note',
]);

function notAboutMoved(found: Case): string {
  const can = commandsFor(found).map((line) => `- ${line}`);
  return [
    `Not done: case ${found.id} asks for no change. It is about a change in the registry. Write one of:`,
    ...can,
  ].join('\n');
}

function notAboutLost({ id, cctld, requester }: Case): string {
  return `Not done: case ${id} asks for no change. It is about a contact whom mail does not reach. Write REJECT ${id} and your reason to close it, NOTE ${id} and your words, or REMOVE .${cctld} ${requester} and your reason.`;
}

function notAboutInvite({ id, cctld }: Case): string {
  return `Not done: case ${id} is the invitation of .${cctld}, and asks for no change. Write REJECT ${id} and your reason to close it, or NOTE ${id} and your words.`;
}

type Decisive = Extract<CaseCommand, { readonly kind: 'approve' | 'reject' | 'amend' }>;

function withToken(at: At, found: Case, command: Decisive): Result {
  const { live, dead, answered } = tokenOf(at, found.id);
  // An invitation changes nothing, and who may order it may take it back: there may be no letter about it.
  const mayStop = found.kind === 'invite' && at.facts.mail.proven && command.kind === 'reject';
  if (mayStop) return reject(at.facts, found, live, command.reason);
  if (live === undefined) return dead ? voidApproval(at.facts, found, answered) : refuse(NO_TOKEN);
  switch (command.kind) {
    case 'approve':
      return approve(at.facts, found, live);
    case 'amend':
      return amend(at.facts, found, live, command);
    case 'reject':
      return reject(at.facts, found, live, command.reason);
  }
}

// A change that cannot be made yet can still be taken back.
function mayStillStop({ state }: Case, { kind }: CaseCommand): boolean {
  return kind === 'reject' && (state === 'applying' || state === 'apply-failed');
}

function alreadyDecided(found: Case): string | undefined {
  const { decision } = found.request;
  if (
    decision !== undefined &&
    (CLOSED.includes(found.state) || found.context.approvedDigest !== '')
  ) {
    return `Case ${found.id} was already ${decision.word} by ${decision.by} on ${dateOf(decision.at)}. Now ${STATE_WORDS[found.state]}.`;
  }
  return CLOSED.includes(found.state)
    ? `Case ${found.id} is closed: ${STATE_WORDS[found.state]}.`
    : undefined;
}

/** All of them, or none: one that cannot be approved holds the others back. */
export function approveAll(at: At, caseIds: readonly number[]): Result {
  const each = caseIds.map((id) => ({ id, result: approveShown(at, id) }));
  const wrong = each.filter(({ result }) => result.changes === undefined);
  if (wrong.length === 0) return joined(each.map(({ result }) => result));
  const why = each.map(({ id, result }) =>
    result.changes === undefined ? result.answer : `Case ${id} could be approved.`,
  );
  const stale = wrong.some(({ result }) => result.stale === true);
  return {
    answer: ['None of these cases was approved:', ...why].join('\n'),
    reason: stale ? 'command-stale' : 'command-refused',
    letters: wrong.flatMap(({ result }) => result.letters ?? []),
    stale,
  };
}

function joined(results: readonly Result[]): Result {
  return {
    answer: results.map(({ answer }) => answer).join('\n'),
    reason: results[0]?.reason ?? 'approved',
    changes: results.flatMap(({ changes }) => changes ?? []),
    uses: results.flatMap(({ uses }) => uses ?? []),
  };
}

function approveShown(at: At, id: number): Result {
  const found = at.facts.cases.get(id);
  if (found === undefined) return refuse(`There is no case ${id}.`);
  const over = alreadyDecided(found);
  if (over !== undefined) return refuse(over);
  const { live, dead, answered } = tokenOf(at, id);
  if (live !== undefined) return approve(at.facts, found, live);
  if (dead) return voidApproval(at.facts, found, answered);
  return refuse(`Case ${id}: ${NO_TOKEN}`);
}

function approve(facts: CommandFacts, found: Case, token: FoundToken): Result {
  const { id, cctld, context } = found;
  if (cctld !== undefined && facts.frozen.get(cctld) === true) {
    return refuse(
      `Not done: changes for ${showCctld(cctld)} are stopped. First write: UNFREEZE .${cctld}`,
    );
  }
  const by = facts.mail.from.address;
  if (context.approvals.includes(by)) {
    return refuse(`You have approved case ${id} already. One more Validator must approve it.`);
  }
  const isFirst = context.approvals.length + 1 < context.approvalsNeeded;
  const decision = { by, at: facts.now.toISOString(), word: 'approved' as const };
  const reason = isFirst ? 'approved-first' : 'approved';
  const change = moveBy(
    facts,
    found,
    { type: 'approve', digest: context.digest, by },
    { reason, facts: { ...proofOf(facts, token), digest: context.digest } },
    isFirst ? undefined : withRequest(found, { decision }),
  );
  if (change === undefined) return notNow(found, 'approved');
  const answer = isFirst
    ? `Your approval of case ${id} is noted. One more Validator must approve it.`
    : `Case ${id} is approved. The registry is read once more, then the list is changed. You get a letter if that cannot be done now.`;
  return { answer, reason, changes: [change], uses: [token.id] };
}

function reject(
  facts: CommandFacts,
  found: Case,
  token: FoundToken | undefined,
  reason: string,
): Result {
  const by = facts.mail.from.address;
  const decision = { by, at: facts.now.toISOString(), word: 'rejected' as const, reason };
  const change = moveBy(
    facts,
    found,
    { type: 'reject' },
    {
      reason: 'rejected',
      facts: { ...(token === undefined ? {} : proofOf(facts, token)), why: reason },
    },
    withRequest(found, { decision }),
  );
  if (change === undefined) return notNow(found, 'rejected');
  const answer =
    found.kind === 'invite'
      ? `The invitation of ${nameOf(found)} (case ${found.id}) is closed.`
      : `Case ${found.id} is rejected.`;
  const uses = token === undefined ? [] : [token.id];
  return { answer, reason: 'rejected', changes: [change], uses };
}

function ask(facts: CommandFacts, found: Case, question: string): Result {
  const by = facts.mail.from.address;
  const change = moveBy(
    facts,
    found,
    { type: 'ask' },
    { reason: 'asked', facts: { question } },
    withRequest(found, { question: { by, text: question } }),
  );
  if (change === undefined) return notNow(found, 'asked about');
  const answer = `The question of case ${found.id} is on its way.`;
  return { answer, reason: 'asked', changes: [change] };
}

const DAY = 86_400_000;
const LONGEST_REST = 90 * DAY;

function hold(
  facts: CommandFacts,
  found: Case,
  { until, reason }: Extract<CaseCommand, { readonly kind: 'hold' }>,
): Result {
  const now = facts.now.getTime();
  const ms = 'ms' in until ? until.ms : Date.parse(`${until.day}T06:00:00Z`) - now;
  if (ms <= 0) return refuse('Not done: that day is over already. Write one that lies ahead.');
  if (ms > LONGEST_REST) return refuse('Not done: a case rests for 90 days at most.');
  const end = new Date(now + ms).toISOString();
  const change = moveBy(
    facts,
    found,
    { type: 'hold', ms },
    { reason: 'on-hold', facts: { why: reason, until: end } },
    withNote(facts, found, 'hold', `Until ${dateOf(end)}: ${reason}`),
  );
  if (change === undefined) return notNow(found, 'put on hold');
  const answer = `Case ${found.id} rests until ${dateOf(end)}. Then you get a new letter.`;
  return { answer, reason: 'on-hold', changes: [change] };
}

function escalate(facts: CommandFacts, found: Case, text: string): Result {
  const people = facts.settings.committee.length;
  if (people === 0) {
    return refuse(
      'Not done: no Standing Committee is configured (TLDOPS_COMMITTEE). Please ask the operator.',
    );
  }
  const change = moveBy(
    facts,
    found,
    { type: 'escalate' },
    { reason: 'escalated', facts: { question: text } },
    withNote(facts, found, 'escalated', text),
  );
  if (change === undefined) return notNow(found, 'escalated');
  const answer = `The Standing Committee is asked about case ${found.id} (letters: ${people}). You get a new letter when an answer comes.`;
  return { answer, reason: 'escalated', changes: [change] };
}

function verify(facts: CommandFacts, found: Case, how: string): Result {
  if (!mayBeVerified(found)) {
    const first =
      found.context.evidence === 'E5'
        ? `Case ${found.id} is verified already.`
        : `Not done: first the Admin Contact must answer our code (now case ${found.id} has ${found.context.evidence}).`;
    return refuse(`${first} To keep what you know, write: NOTE ${found.id} your words`);
  }
  const change = moveBy(
    facts,
    found,
    { type: 'verified', evidence: 'E5' },
    { reason: 'verified', facts: { how } },
    withNote(facts, found, 'verified', how),
  );
  if (change === undefined) return notNow(found, 'verified');
  const answer = `Case ${found.id} has evidence E5 now. Earlier letters about it count no more.`;
  return { answer, reason: 'verified', changes: [change] };
}

function note(facts: CommandFacts, found: Case, text: string): Result {
  if (!possible(found, { type: 'noted' })) return notNow(found, 'given a note');
  const change = moveBy(
    facts,
    found,
    { type: 'noted' },
    { reason: 'noted', facts: { note: text } },
    withNote(facts, found, 'note', text),
  );
  if (change === undefined) return notNow(found, 'given a note');
  const answer = `The note is kept with case ${found.id}. Earlier letters about it count no more.`;
  return { answer, reason: 'noted', changes: [change] };
}
