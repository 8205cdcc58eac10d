/** INVITE: a Validator orders invitations by mail (design 8.6). */

import { type At, dateOf, type Result } from './desk.ts';
import type { CommandFacts } from './facts.ts';
import { LEFT_OUT, openOrder, type Order, planOrder } from './invite-order.ts';
import type { InviteStanding } from './words/invite-standing.ts';
import { type Cctld, showCctld } from './words/cctld.ts';
import type { Command } from './words/command.ts';

/** Opens a case for each ccTLD that can be invited, and says which cannot, and why. */
export function invite(
  { facts }: At,
  { whom }: Extract<Command, { readonly kind: 'invite' }>,
): Result {
  const { now, settings, mail } = facts;
  const order = planOrder({ now, settings, standings: standingsNow(facts) }, whom);
  const by = mail.from.address;
  const changes = openOrder(facts, order, by);
  const answer = [...planText(order), ...leftText(order)].join('\n');
  return changes.length === 0
    ? { answer, reason: 'command-refused' }
    : { answer, reason: 'invite-planned', changes };
}

// As earlier lines of the same mail left them.
function standingsNow({ desk, now }: CommandFacts): InviteStanding[] {
  const open = new Map(
    desk.open.filter(({ kind }) => kind === 'invite').map((one) => [one.cctld, one]),
  );
  return (desk.standings ?? []).map((standing) => {
    const found = open.get(standing.cctld);
    if (found === undefined || standing.open !== undefined) return standing;
    const { id, state, context } = found;
    return { ...standing, open: { id, state, due: new Date(now.getTime() + context.hold) } };
  });
}

function planText({ planned, waves }: Order): string[] {
  const times = planned.map(({ at }) => at.getTime());
  if (times.length === 0) return ['Not done: none of these ccTLDs can be invited now.'];
  const [first, last] = [Math.min(...times), Math.max(...times)].map((time) =>
    dateOf(new Date(time).toISOString()),
  );
  const when = first === last ? `on ${first}` : `from ${first} to ${last}`;
  return [
    `Invited: ${planned.length}, in ${waves === 1 ? 'one wave' : `${waves} waves`}. The letters go out ${when}, each after one more look at the registry.`,
  ];
}

/** How many names of a long list are shown; the command line shows all. */
const MOST_NAMES = 40;

function leftText({ left }: Order): string[] {
  return [...Map.groupBy(left, ({ why }) => why)].map(
    ([why, some]) => `Left out, ${LEFT_OUT[why]}: ${namesOf(some)}`,
  );
}

function namesOf(some: readonly { readonly cctld: Cctld }[]): string {
  const names = some.slice(0, MOST_NAMES).map(({ cctld }) => showCctld(cctld));
  const more = some.length - names.length;
  return `${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}.`;
}
