/** Decides what a mail to the request address does: words to a nonce, commands, or prose for people. */

import { passOn, toSender } from './answers.ts';
import { type Decision, leave } from './decision.ts';
import type { OwnAnswer } from './letters/letter.ts';
import { decideOwnUnclear, decideOwnWord } from './own-consent.ts';
import { runOwn, type Ran } from './own-commands.ts';
import type { Member, OwnFacts } from './own-facts.ts';
import type { CommandFault } from './words/command.ts';

const DAY = 86_400_000;

/** A word to a nonce first, then commands; what is neither is for people. */
export function decideOwn(facts: OwnFacts): Decision {
  const word = decideOwnWord(facts);
  if (word !== undefined) return word;
  if (facts.commands.length + facts.faults.length > 0) return decideLines(facts);
  return decideOwnUnclear(facts) ?? passOn(facts, '', 'passed-on');
}

// Nobody is answered but the address on the list: From is only a hint where that is.
function decideLines(facts: OwnFacts): Decision {
  const { member, mail } = facts;
  if (mail.forged) {
    return member === undefined ? leave('ignored', 'own-forged') : passOn(facts, '', 'own-forged');
  }
  if (member === undefined) return turnAway(facts);
  return facts.faults.length > 0 ? refuse(facts, member) : carryOut(facts, member);
}

// The same words for everybody: whether an address is on the list is nobody's business.
function turnAway(facts: OwnFacts): Decision {
  const { turnedAwayAt, now } = facts;
  if (turnedAwayAt !== undefined && now.getTime() - turnedAwayAt.getTime() < DAY) {
    return leave('ignored', 'not-a-member');
  }
  return {
    ...leave('answered', 'not-a-member'),
    letters: [toSender(facts, 'not-a-member', {})],
  };
}

const NOT_DONE = 'This line is right, but was not carried out, because another line is not.';

// One line that cannot be read: nothing runs, as with the commands of Validators.
function refuse(facts: OwnFacts, member: Member): Decision {
  const lines = [
    ...facts.faults.map(({ line, number, why }) => ({ line, number, say: why })),
    ...facts.commands.map(({ line, number }) => ({ line, number, say: NOT_DONE })),
  ];
  // A line may be right by itself and go against another one: it is shown once, with what is wrong.
  const once = new Map(lines.toReversed().map((one) => [one.number, one]));
  const parts = [...once.values()]
    .toSorted((a, b) => a.number - b.number)
    .map(({ line, say }): OwnAnswer => ({ line, say }));
  const letters = [answerTo(facts, member, parts)];
  if (facts.faults.some(asksForFreeze)) return passOn(facts, '', 'own-misread', letters);
  return { ...leave('answered', 'own-misread'), letters };
}

// Somebody who cries for help must not be stopped by how it is written.
function asksForFreeze({ line }: CommandFault): boolean {
  return /\bfreeze\b/i.test(line);
}

function carryOut(facts: OwnFacts, member: Member): Decision {
  const ran: Ran[] = facts.commands.map((command) => runOwn(facts, member, command));
  const changes = ran.flatMap((one) => one.changes ?? []);
  const parts = ran.flatMap(({ answer }) => (answer === undefined ? [] : [answer]));
  const letters = parts.length === 0 ? [] : [answerTo(facts, member, parts)];
  const notes = ran.flatMap(({ note }) => note ?? []);
  const isForPeople = ran.some((one) => one.forPeople === true);
  const people = isForPeople ? passOn(facts, '', 'own-refused').letters : [];
  const outcome = changes.length > 0 ? 'opened' : isForPeople ? 'held' : 'answered';
  const reason = changes.length > 0 ? 'own-asked' : isForPeople ? 'own-refused' : 'own-answered';
  return { ...leave(outcome, reason), changes, letters: [...letters, ...people], notes };
}

function answerTo(facts: OwnFacts, { address }: Member, parts: readonly OwnAnswer[]) {
  const all = facts.commands.some(isForAll);
  const full = all && parts.some((part) => 'table' in part && part.table.length > 0);
  return toSender(facts, 'own-answer', { parts, full }, address);
}

function isForAll(command: OwnFacts['commands'][number]): boolean {
  return command.kind === 'who' && command.cctld === undefined && command.name === undefined;
}
