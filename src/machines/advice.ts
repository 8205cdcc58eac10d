/** The answer of the Standing Committee to an escalated case (report 2.2; issue 4). */

import { passOn } from './answers.ts';
import { type Decision, leave } from './decision.ts';
import { moveBy, withNote } from './desk.ts';
import type { CommandFacts, FoundToken } from './facts.ts';

const MOST = 4_000;

/**
 * What a mail of a member of the Standing Committee is. Undefined when somebody else wrote it, or a
 * Validator who gives commands. A member's mail never runs a command.
 */
export function decideAdvice(facts: CommandFacts): Decision | undefined {
  const { mail, settings, commands, faults, tokens } = facts;
  const { address } = mail.from;
  if (!settings.committee.includes(address)) return undefined;
  const own = tokens.filter((token) => token.addressee === address);
  const asked = own.find(({ purpose, status }) => purpose === 'committee' && status === 'open');
  const decides = own.some(({ purpose }) => purpose === 'validate');
  const isValidator = settings.validators.includes(address);
  if (isValidator && (asked === undefined || decides)) return undefined;
  if (isValidator && commands.length > 0 && faults.length === 0) return undefined;
  if (asked !== undefined) return advise(facts, asked);
  // In a member's name, and with nothing that shows it: an alarm when it gives commands.
  if (commands.length > 0 && !mail.proven) return undefined;
  const caseId = own.find(({ purpose }) => purpose === 'committee')?.caseId;
  return passOn(facts, '', 'passed-on', [], caseId);
}

function advise(facts: CommandFacts, token: FoundToken): Decision {
  const found = facts.cases.get(token.caseId);
  const words = (facts.mail.words ?? '').trim().slice(0, MOST).toWellFormed();
  if (words === '') return leave('noted', 'nothing-said', token.caseId);
  const change =
    found &&
    moveBy(
      facts,
      found,
      { type: 'advised' },
      { reason: 'advised', facts: { proven: facts.mail.proven, token: token.id } },
      withNote(facts, found, 'advice', words),
    );
  if (change === undefined) return passOn(facts, '', 'passed-on', [], token.caseId);
  return { ...leave('advanced', 'advised'), changes: [change], usedTokens: [token.id] };
}
