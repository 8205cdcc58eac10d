/** Decides what a mail to the validate address does (design 8, "Validator commands"). Pure. */

import { decideAdvice } from './advice.ts';
import { passOn } from './answers.ts';
import { type CaseChange, type Decision, leave, type LetterEffect } from './decision.ts';
import { type At, hasEffect, isDone, type Result, tell, transcript } from './desk.ts';
import { aboutOne, approveAll } from './desk-case.ts';
import { deskLetter } from './desk-letters.ts';
import { invite } from './desk-invite.ts';
import { beginDrill } from './desk-drill.ts';
import { mendList } from './desk-list.ts';
import { redelegate } from './desk-moved.ts';
import { canBeDecided, look } from './desk-look.ts';
import { NOT_STORED, remove, turn } from './desk-roster.ts';
import type { CommandFacts, FoundToken } from './facts.ts';
import { COMMAND_HELP } from './reading/command.ts';
import { CLOSED, type Case } from './words/case.ts';
import type { Command } from './words/command.ts';

export function decideCommands(facts: CommandFacts): Decision {
  const { mail, settings } = facts;
  const advice = decideAdvice(facts);
  if (advice !== undefined) return advice;
  const quiet = facts.commands.length === 0;
  if (!settings.validators.includes(mail.from.address)) {
    return quiet ? leave('held', 'not-a-validator') : alarm(facts, 'not-a-validator');
  }
  const own = facts.tokens.filter(
    ({ purpose, addressee }) => purpose === 'validate' && addressee === mail.from.address,
  );
  const live = own.filter((token) => isLive(facts, token));
  const authority = mail.proven || live.length > 0;
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
  return combine(facts, own);
}

// A letter about a case that has changed since, or is over, proves nothing any more.
function isLive({ cases }: CommandFacts, { caseId, status, digest }: FoundToken): boolean {
  return status === 'open' && cases.get(caseId)?.context.shown === digest;
}

// The token of a letter proves who writes about that case and its ccTLD; more needs a proven mail.
function isWithinProof(at: At, command: Command): boolean {
  if (at.facts.mail.proven) return true;
  const about = at.own
    .filter((token) => isLive({ ...at.facts, cases: at.shown }, token))
    .flatMap(({ caseId }) => at.shown.get(caseId) ?? []);
  switch (command.kind) {
    case 'freeze':
    case 'unfreeze':
    case 'remove':
      return about.some(({ cctld }) => cctld === command.cctld);
    case 'ask':
    case 'hold':
    case 'escalate':
    case 'verified':
    case 'note':
      return about.some(({ id }) => id === command.caseId);
    case 'show-mail':
    case 'replay':
    case 'release':
    case 'drop':
    case 'reconcile':
    case 'invite':
    case 'drill':
      return false;
    default:
      return true;
  }
}

const BEYOND_PROOF =
  'Not done: the code of a letter is good for its own case and ccTLD only. For this, your mail must prove its sender (DMARC or OpenPGP).';

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
  'Not done: this mail came before, and was answered then. If you mean it again, write a new mail.';

function runNothing(facts: CommandFacts, own: readonly FoundToken[]): Decision {
  const { done } = runAll(facts, own);
  const lines = done.map(({ command, result }) => ({
    line: command.line,
    answer: isDone(result) ? NEEDS_PROOF : result.answer,
  }));
  const already = done.some(({ result }) => result.reason === 'command-refused');
  const reason = already ? 'command-refused' : 'command-stale';
  const told = already ? [] : tell(facts, 'command-stale');
  return { ...leave('refused', reason), letters: [transcript(facts, lines), ...told] };
}

const NEEDS_PROOF =
  'Not done: the token of that letter does not count any more. Answer the newest letter about this case.';

type Done = { readonly command: Command; readonly result: Result };

/** All lines in order, each on what the lines before it made of the cases. */
function runAll(facts: CommandFacts, own: readonly FoundToken[]) {
  const done: Done[] = [];
  let now = facts;
  for (const command of facts.commands) {
    const result = run({ facts: now, own, shown: facts.cases }, command);
    done.push({ command, result });
    now = (result.changes ?? []).reduce(after, withFreeze(now, result));
  }
  return { done, now };
}

// UNFREEZE and APPROVE in one mail.
function withFreeze(facts: CommandFacts, { freeze }: Result): CommandFacts {
  if (freeze === undefined) return facts;
  const { cctld, by, reason } = freeze;
  const frozen = new Map([...facts.frozen, [cctld, reason !== undefined]]);
  const { registry } = facts.desk;
  const had = registry.get(cctld);
  if (had === undefined) return { ...facts, frozen };
  const { frozen: was, ...rest } = had;
  const at = was?.at ?? facts.now.toISOString();
  const now = reason === undefined ? rest : { ...rest, frozen: { by, at, reason } };
  return {
    ...facts,
    frozen,
    desk: { ...facts.desk, registry: new Map([...registry, [cctld, now]]) },
  };
}

// The facts as they are once this change is made; several lines may be about one case.
function after(facts: CommandFacts, { was, next }: CaseChange): CommandFacts {
  const made: Case = {
    ...next,
    id: was?.id ?? NOT_STORED,
    version: (was?.version ?? 0) + 1,
    openedAt: was?.openedAt ?? facts.now.toISOString(),
  };
  const others = facts.desk.open.filter(({ id }) => id !== made.id || id === NOT_STORED);
  const open = CLOSED.includes(made.state) ? others : [...others, made];
  const cases = was === undefined ? facts.cases : new Map([...facts.cases, [made.id, made]]);
  return { ...facts, cases, desk: { ...facts.desk, open } };
}

function combine(facts: CommandFacts, own: readonly FoundToken[]): Decision {
  const { done, now } = runAll(facts, own);
  const results = done.map(({ result }) => result);
  const changes = results.flatMap((result) => result.changes ?? []);
  const freezes = results.flatMap(({ freeze }) => freeze ?? []);
  const quarantine = results.flatMap((result) => result.quarantine ?? []);
  const members = results.flatMap((result) => result.members ?? []);
  const drill = results.find((result) => result.drill !== undefined)?.drill;
  const ran = results.some(hasEffect);
  const stale = results.some((result) => result.stale === true);
  const first = results.find(hasEffect) ?? results.find((one) => !isDone(one)) ?? results[0];
  const uses = new Set(results.flatMap((result) => result.uses ?? []));
  // A token that stood for the sender's authority is used up by what it allowed.
  if (ran && !facts.mail.proven)
    for (const token of own) if (token.status === 'open') uses.add(token.id);
  return {
    ...leave(outcomeOf(results), first?.reason ?? 'command-done'),
    changes: withoutOvertaken(changes),
    freezes,
    quarantine,
    members,
    ...(drill === undefined ? {} : { drill }),
    usedTokens: [...uses],
    letters: [
      transcript(facts, done.map(answered), { ran: results.some(isDone), misread: false }),
      ...results.flatMap(({ letters }) => letters ?? []),
      ...desk(now, results),
      ...(stale ? tell(facts, 'command-stale') : []),
    ],
    notes: notesOf(facts, freezes, { quarantine, members }),
    ...(changes.length > 0 || done[0] === undefined || !('caseId' in done[0].command)
      ? {}
      : caseOf(facts, done[0].command.caseId)),
  };
}

function outcomeOf(results: readonly Result[]) {
  if (results.some(hasEffect)) return 'advanced';
  return results.every(isDone) ? 'answered' : 'refused';
}

function answered({ command, result }: Done) {
  const { answer, shown } = result;
  return { line: command.line, answer, ...(shown === undefined ? {} : { shown }) };
}

const ASKS: ReadonlySet<string> = new Set(['queue', 'alarm-moved']);

// A note and a decision in one mail: nobody is asked to decide what is decided by the next line.
function withoutOvertaken(changes: readonly CaseChange[]): CaseChange[] {
  return changes.map((change, at) => {
    const isLast = !changes.slice(at + 1).some(({ was }) => was?.id === change.was?.id);
    if (isLast || change.was === undefined) return change;
    const effects = change.effects.filter(
      (effect) => effect.type !== 'letter' || !ASKS.has(effect.letter),
    );
    return { ...change, effects };
  });
}

// As the cases are after all lines: what this very mail has decided is not on the desk any more.
function desk(now: CommandFacts, results: readonly Result[]): LetterEffect[] {
  const wantsAll = results.some((result) => result.desk === 'all');
  const all = wantsAll ? now.desk.open.filter(({ state }) => state === 'queued') : [];
  const named = results
    .flatMap((result) => (result.desk === undefined || result.desk === 'all' ? [] : result.desk))
    .flatMap((id) => now.cases.get(id) ?? []);
  const ofThem = new Map([...named, ...all].map((one) => [one.id, one]));
  const cases = [...ofThem.values()].filter((one) => one.id !== NOT_STORED && canBeDecided(one));
  return deskLetter(now, now.mail.from.address, cases, now.mail.messageId);
}

function notesOf(
  { mail, desk: { registry } }: CommandFacts,
  freezes: NonNullable<Decision['freezes']>,
  { quarantine, members }: Required<Pick<Decision, 'quarantine' | 'members'>>,
): NonNullable<Decision['notes']> {
  const actor = mail.from.address;
  return [
    ...freezes.map(({ cctld, reason }) => ({
      actor,
      reason: reason === undefined ? ('unfrozen' as const) : ('frozen' as const),
      cctld,
      facts: {
        mail: mail.sha256,
        why: reason ?? '',
        // The statistics of days before read from it that changes were stopped then.
        ...(reason === undefined ? { since: registry.get(cctld)?.frozen?.at ?? null } : {}),
      },
    })),
    ...quarantine.map((one) => ({
      actor,
      reason: SETTLED[one.do],
      facts: { mail: mail.sha256, inbox: one.mail },
    })),
    ...(members.length === 0
      ? []
      : [{ actor, reason: 'list-mended' as const, facts: { mail: mail.sha256, members } }]),
  ];
}

const SETTLED = {
  replay: 'mail-replayed',
  drop: 'mail-dropped',
  release: 'post-released',
  deny: 'post-denied',
} as const;

function caseOf({ cases }: CommandFacts, id: number): { readonly caseId?: number } {
  return cases.has(id) ? { caseId: id } : {};
}

function run(at: At, command: Command): Result {
  if (!isWithinProof(at, command))
    return { answer: BEYOND_PROOF, reason: 'command-stale', stale: true };
  switch (command.kind) {
    case 'approve-all':
      return approveAll(at, command.caseIds);
    case 'freeze':
    case 'unfreeze':
      return turn(at, command);
    case 'remove':
      return remove(at, command);
    case 'reconcile':
      return mendList(at, command);
    case 'approve':
    case 'reject':
    case 'ask':
    case 'hold':
    case 'amend':
    case 'escalate':
    case 'verified':
    case 'note':
      return aboutOne(at, command);
    case 'redelegation':
      return redelegate(at, command);
    case 'invite':
      return invite(at, command);
    case 'drill':
      return beginDrill(at, command);
    default:
      return look(at, command);
  }
}

// Nobody is answered: who wrote this is not who the From line says.
function alarm(facts: CommandFacts, why: 'not-a-validator' | 'command-forged'): Decision {
  return { ...leave('refused', why), letters: tell(facts, why) };
}
