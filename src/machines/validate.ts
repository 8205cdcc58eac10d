/** Decides what a mail to the validate address does (design 8, "Validator commands"). Pure. */

import { passOn, toValidators } from './answers.ts';
import { moveCase, withRequest } from './change.ts';
import { type CaseChange, type Decision, leave, type LetterEffect } from './decision.ts';
import { aboutCase } from './about-case.ts';
import { commandsFor } from './commands-now.ts';
import { showDate, STATE_WORDS } from './letters/parts.ts';
import type { CommandFacts, FoundToken } from './facts.ts';
import { type ReasonCode, REASONS } from './reasons.ts';
import { COMMAND_HELP } from './reading/command.ts';
import { CLOSED, type Case } from './words/case.ts';
import { showCctld } from './words/cctld.ts';
import type { Command } from './words/command.ts';
import { hideTokens } from './words/token.ts';

/** What one command came to. */
interface Result {
  readonly answer: string;
  readonly reason: ReasonCode;
  readonly change?: CaseChange;
  readonly freeze?: NonNullable<Decision['freezes']>[number];
  readonly letters?: Decision['letters'];
  readonly uses?: number;
  /** All Validators are told, because the approval was for something else. */
  readonly stale?: boolean;
}

export function decideCommands(facts: CommandFacts): Decision {
  const { mail, settings } = facts;
  const quiet = facts.commands.length === 0;
  if (!settings.validators.includes(mail.from.address)) {
    return quiet ? leave('held', 'not-a-validator') : alarm(facts, 'not-a-validator');
  }
  const own = facts.tokens.filter(
    ({ purpose, addressee }) => purpose === 'validate' && addressee === mail.from.address,
  );
  const authority = mail.proven || own.some(({ status }) => status === 'open');
  // A token that is used or replaced still shows who writes: the answer may go there, nothing runs.
  // No command: a Validator's absence notice, perhaps. Whoever answers it feeds a loop.
  if (!authority && quiet) return leave('held', 'command-unknown');
  if (!authority) return own.length === 0 ? alarm(facts, 'command-forged') : runNothing(facts, own);
  const { commands, faults } = facts;
  if (commands.length === 0 && faults.length === 0) {
    return passOn(facts, '(no command)', 'command-unknown', [transcript(facts, NO_COMMAND)]);
  }
  if (faults.length > 0) return refuseAll(facts);
  if (facts.repeated) return refuseAgain(facts);
  return combine(
    facts,
    own,
    commands.map((command) => ({ command, result: run(facts, own, command) })),
  );
}

const NO_COMMAND = [
  { line: '', answer: `There is no command. Write for example: ${COMMAND_HELP[0]?.usage ?? ''}` },
];

// One line that cannot be read, and nothing runs: half of a mail must never be carried out.
function refuseAll(facts: CommandFacts): Decision {
  const read = facts.commands.map(({ line, number }) => ({ line, number, answer: 'Not done.' }));
  const wrong = facts.faults.map(({ line, number, why }) => ({ line, number, answer: why }));
  const lines = [...read, ...wrong]
    .toSorted((a, b) => a.number - b.number)
    .map(({ line, answer }) => ({ line, answer }));
  const letter = transcript(facts, lines, { ran: false, misread: true });
  return { ...leave('refused', 'command-unknown'), letters: [letter] };
}

// A signature can be played back by whoever saw the mail (RFC 6376 8.6): UNFREEZE must not run again.
function refuseAgain(facts: CommandFacts): Decision {
  const lines = facts.commands.map(({ line }) => ({ line, answer: AGAIN }));
  return { ...leave('refused', 'command-repeated'), letters: [transcript(facts, lines)] };
}

const AGAIN =
  'Not done: this mail came before, and was carried out then. If you mean it again, write a new mail.';

function runNothing(facts: CommandFacts, own: readonly FoundToken[]): Decision {
  const results = facts.commands.map((command) => ({ command, result: run(facts, own, command) }));
  const lines = results.map(({ command, result }) => ({
    line: command.line,
    answer: result.change === undefined ? result.answer : NEEDS_PROOF,
  }));
  const already = results.some(({ result }) => result.reason === 'command-refused');
  const reason = already ? 'command-refused' : 'command-stale';
  const told = already ? [] : tell(facts, 'command-stale');
  return { ...leave('refused', reason), letters: [transcript(facts, lines), ...told] };
}

const NEEDS_PROOF =
  'Not done: the token of that letter does not count any more. Answer the newest letter about this case.';

type Done = { readonly command: Command; readonly result: Result };

function combine(facts: CommandFacts, own: readonly FoundToken[], done: readonly Done[]): Decision {
  const results = done.map(({ result }) => result);
  const changes = results.flatMap(({ change }) => change ?? []);
  const freezes = results.flatMap(({ freeze }) => freeze ?? []);
  const ran = changes.length + freezes.length > 0;
  const stale = results.some((result) => result.stale === true);
  const lines = done.map(({ command, result }) => ({ line: command.line, answer: result.answer }));
  const uses = new Set(results.flatMap((result) => result.uses ?? []));
  // A token that stood for the sender's authority is used up by what it allowed.
  if (ran && !facts.mail.proven)
    for (const token of own) if (token.status === 'open') uses.add(token.id);
  return {
    ...leave(ran ? 'advanced' : 'refused', results[0]?.reason ?? 'command-done'),
    changes,
    freezes,
    usedTokens: [...uses],
    letters: [
      transcript(facts, lines, { ran, misread: false }),
      ...results.flatMap(({ letters }) => letters ?? []),
      ...(stale ? tell(facts, 'command-stale') : []),
    ],
    notes: freezes.map(({ cctld, reason }) => ({
      actor: facts.mail.from.address,
      reason: reason === undefined ? ('unfrozen' as const) : ('frozen' as const),
      cctld,
      facts: { mail: facts.mail.sha256, why: reason ?? '' },
    })),
    ...(changes.length > 0 || done[0] === undefined || !('caseId' in done[0].command)
      ? {}
      : caseOf(facts, done[0].command.caseId)),
  };
}

function caseOf({ cases }: CommandFacts, id: number): { readonly caseId?: number } {
  return cases.has(id) ? { caseId: id } : {};
}

function run(facts: CommandFacts, own: readonly FoundToken[], command: Command): Result {
  switch (command.kind) {
    case 'approve':
    case 'reject':
    case 'ask':
      return aboutOne(facts, own, command);
    case 'freeze':
    case 'unfreeze':
      return turn(facts, command);
    case 'help':
      return {
        answer: `Known commands: ${COMMAND_HELP.map(({ usage }) => usage).join(' | ')}`,
        reason: 'command-done',
      };
    default:
      return refuse('Not done: this command is not known here yet.');
  }
}

type CaseCommand = Extract<Command, { readonly kind: 'approve' | 'reject' | 'ask' }>;

function aboutOne(facts: CommandFacts, own: readonly FoundToken[], command: CaseCommand): Result {
  const found = facts.cases.get(command.caseId);
  if (found === undefined) return refuse(`There is no case ${command.caseId}.`);
  if (command.kind === 'approve' && found.cctld !== command.cctld) {
    const about = found.cctld === undefined ? 'a ccTLD not known yet' : showCctld(found.cctld);
    return refuse(`Case ${found.id} is about ${about}, not ${showCctld(command.cctld)}.`);
  }
  const over = mayStillStop(found, command) ? undefined : alreadyDecided(found);
  if (over !== undefined) return refuse(over);
  if (command.kind === 'ask') return ask(facts, found, command.question);
  const token = own.find(({ caseId, status }) => caseId === found.id && status === 'open');
  const dead = own.find(({ caseId }) => caseId === found.id);
  if (token === undefined)
    return dead === undefined ? refuse(NO_TOKEN) : voidApproval(facts, found);
  if (command.kind === 'reject') return reject(facts, found, token, command.reason);
  return approve(facts, found, token);
}

const NO_TOKEN =
  'Not done: this command needs the token of the letter about this case. Press reply in that letter.';

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
    const at = showDate(decision.at).replaceAll('\u00a0', ' ');
    return `Case ${found.id} was already ${decision.word} by ${decision.by} on ${at}. Now ${STATE_WORDS[found.state]}.`;
  }
  return CLOSED.includes(found.state)
    ? `Case ${found.id} is closed: ${STATE_WORDS[found.state]}.`
    : undefined;
}

function approve(facts: CommandFacts, found: Case, token: FoundToken): Result {
  if (token.digest !== found.context.shown) return voidApproval(facts, found);
  if (found.cctld !== undefined && facts.frozen.get(found.cctld) === true) {
    const name = showCctld(found.cctld);
    return refuse(
      `Not done: changes for ${name} are stopped. First write: UNFREEZE .${found.cctld}`,
    );
  }
  const by = facts.mail.from.address;
  const decision = { by, at: facts.now.toISOString(), word: 'approved' as const };
  const change = moveCase(
    facts,
    found,
    { type: 'approve', digest: found.context.digest, by },
    {
      actor: by,
      reason: 'approved',
      facts: { ...proofOf(facts, token), digest: found.context.digest },
    },
    { request: withRequest(found, { decision }) },
  );
  if (change === undefined) return notNow(found, 'approved');
  return {
    answer: `Case ${found.id} is approved. The registry is read once more, then the list is changed. You get a letter if that cannot be done now.`,
    reason: 'approved',
    change,
    uses: token.id,
  };
}

function reject(facts: CommandFacts, found: Case, token: FoundToken, reason: string): Result {
  const by = facts.mail.from.address;
  const decision = { by, at: facts.now.toISOString(), word: 'rejected' as const, reason };
  const change = moveCase(
    facts,
    found,
    { type: 'reject' },
    { actor: by, reason: 'rejected', facts: { ...proofOf(facts, token), why: reason } },
    { request: withRequest(found, { decision }) },
  );
  if (change === undefined) return notNow(found, 'rejected');
  return { answer: `Case ${found.id} is rejected.`, reason: 'rejected', change, uses: token.id };
}

function ask(facts: CommandFacts, found: Case, question: string): Result {
  const by = facts.mail.from.address;
  const change = moveCase(
    facts,
    found,
    { type: 'ask' },
    { actor: by, reason: 'asked', facts: { question, mail: facts.mail.sha256 } },
    { request: withRequest(found, { question: { by, text: question } }) },
  );
  if (change === undefined) return notNow(found, 'asked about');
  return { answer: `The question of case ${found.id} is on its way.`, reason: 'asked', change };
}

function turn(
  facts: CommandFacts,
  command: Extract<Command, { kind: 'freeze' | 'unfreeze' }>,
): Result {
  const { cctld } = command;
  const name = showCctld(cctld);
  const frozen = facts.frozen.get(cctld);
  const by = facts.mail.from.address;
  if (frozen === undefined) return refuse(`The registry copy holds no ${name}.`);
  if (command.kind === 'freeze') {
    if (frozen) return refuse(`${name} is frozen already.`);
    const freeze = { cctld, by, reason: command.reason };
    return { answer: `Changes for ${name} are stopped.`, reason: 'frozen', freeze };
  }
  if (!frozen) return refuse(`${name} is not frozen.`);
  return {
    answer: `Changes for ${name} are allowed again.`,
    reason: 'unfrozen',
    freeze: { cctld, by },
  };
}

function proofOf({ mail }: CommandFacts, token: FoundToken) {
  return { proven: mail.proven, token: token.id, mail: mail.sha256 };
}

function refuse(answer: string): Result {
  return { answer, reason: 'command-refused' };
}

function notNow(found: Case, word: string): Result {
  return refuse(`Case ${found.id} cannot be ${word} in its state "${found.state}".`);
}

// The case is not what that letter showed: the approval is void, and its author gets the new state.
function voidApproval(facts: CommandFacts, found: Case): Result {
  const { context, state } = found;
  const again: LetterEffect = {
    type: 'letter',
    letter: 'queue',
    to: facts.mail.from.address,
    data: {
      about: aboutCase(found, facts.now, found),
      can: commandsFor(found),
      reminder: false,
      digest: context.digest,
    },
    token: { purpose: 'validate', digest: context.shown, lifeMs: context.terms.objection },
    once: 'step',
  };
  const letters = state === 'queued' ? [{ ...again, caseId: found.id }] : [];
  return {
    answer: `Not done: case ${found.id} has changed since that letter. The newest letter shows it as it is now.`,
    reason: 'command-stale',
    letters,
    stale: true,
  };
}

function transcript(
  facts: CommandFacts,
  lines: readonly { readonly line: string; readonly answer: string }[],
  how: { readonly ran: boolean; readonly misread: boolean } = { ran: false, misread: false },
): LetterEffect<'transcript'> {
  const { from, messageId } = facts.mail;
  return {
    type: 'letter',
    letter: 'transcript',
    to: from.address,
    data: { lines: lines.map(({ line, answer }) => ({ line: hideTokens(line), answer })), ...how },
    once: 'step',
    ...(messageId === undefined ? {} : { answersTo: messageId }),
  };
}

// Who is proven to have written a stale command has the transcript; the alarm is for the others.
function tell(facts: CommandFacts, why: 'command-stale' | 'command-forged' | 'not-a-validator') {
  const { from, subject, inboxId, proven } = facts.mail;
  const stale = why === 'command-stale';
  return toValidators(facts.settings, 'alarm-forged', {
    from: from.address,
    subject: hideTokens(subject),
    inboxId,
    why: REASONS[why],
    stale,
  }).filter(({ to }) => !(stale && proven && to === from.address));
}

// Nobody is answered: who wrote this is not who the From line says.
function alarm(facts: CommandFacts, why: 'not-a-validator' | 'command-forged'): Decision {
  return { ...leave('refused', why), letters: tell(facts, why) };
}
