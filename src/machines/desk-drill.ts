/** DRILL: everybody on the list is asked to answer, by a Validator's word (design 12). */

import { type At, dateOf, refuse, type Result } from './desk.ts';
import type { Command } from './words/command.ts';
import { hideTokens } from './words/token.ts';

export function beginDrill(
  { facts }: At,
  { text }: Extract<Command, { readonly kind: 'drill' }>,
): Result {
  const { desk, settings, mail, commands, now } = facts;
  const { noDrill } = desk;
  if (commands.filter(({ kind }) => kind === 'drill').length > 1)
    return refuse('Not done: one mail begins one drill. Write DRILL once.');
  if (noDrill?.why === 'open')
    return refuse(`Not done: a drill runs since ${dateOf(noDrill.since.toISOString())}.`);
  if (noDrill !== undefined)
    return refuse('Not done: there was a drill today. The next one can begin tomorrow.');
  const people = new Set(desk.roster.map(({ address }) => address));
  const asked = [...people].filter((address) => !desk.unreachable.includes(address));
  if (asked.length === 0) return refuse('Not done: there is nobody on the list to ask.');
  const { drillMs: windowMs } = settings;
  const until = dateOf(new Date(now.getTime() + windowMs).toISOString());
  return {
    answer: `Everybody on the list is asked to answer (people: ${asked.length}), until ${until}. The Validators and the Committee get the report then.`,
    reason: 'drill-opened',
    drill: {
      by: mail.from.address,
      windowMs,
      ...(text === undefined ? {} : { text: hideTokens(text) }),
    },
  };
}
