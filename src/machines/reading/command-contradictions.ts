/** Commands of one mail that cannot both be meant: APPROVE and REJECT of one case. */

import { showCctld } from '../words/cctld.ts';
import type { Command, CommandFault } from '../words/command.ts';

/** A fault for each command that changes what another above it changes already. */
export function contradictions(commands: readonly Command[]): CommandFault[] {
  const faults: CommandFault[] = [];
  const seen = new Map<string, Command>();
  for (const command of commands) {
    const { line, number } = command;
    for (const target of targetsOf(command)) {
      const earlier = seen.get(target);
      seen.set(target, command);
      if (earlier === undefined || areTwoPeople(earlier, command)) continue;
      const why = `Two commands about ${target} in one mail. Write only one of them; the other may come in a second mail.`;
      faults.push({ line, number, why });
    }
  }
  return faults;
}

/** What a command changes. Looking changes nothing, and a note goes with everything. */
function targetsOf(command: Command): readonly string[] {
  switch (command.kind) {
    case 'approve':
    case 'reject':
    case 'ask':
    case 'hold':
    case 'amend':
    case 'escalate':
    case 'verified':
    case 'redelegation':
      return [`case ${command.caseId}`];
    case 'approve-all':
      return command.caseIds.map((id) => `case ${id}`);
    case 'remove':
    case 'freeze':
    case 'unfreeze':
      return [showCctld(command.cctld)];
    case 'show-mail':
    case 'replay':
    case 'release':
    case 'drop':
      return [`mail ${command.mail}`];
    default:
      return [];
  }
}

function areTwoPeople(one: Command, two: Command): boolean {
  return (
    one.kind === 'remove' &&
    two.kind === 'remove' &&
    one.person.toLowerCase() !== two.person.toLowerCase()
  );
}
