/** RECONCILE: makes the list server hold exactly the people on the list, by a Validator's word. */

import { type At, refuse, type Result } from './desk.ts';
import { planMending } from './drift.ts';
import type { Address } from './words/address.ts';
import type { Command } from './words/command.ts';

/** Longer lists are for the command line. */
const MOST_ROWS = 50;

export function mendList(
  { facts }: At,
  { all }: Extract<Command, { readonly kind: 'reconcile' }>,
): Result {
  const { list } = facts.desk;
  if (list === undefined) return refuse('Not done: the list server was not looked at.');
  if ('trouble' in list)
    return refuse(
      `Not done: the list server cannot be asked now. Write again later. ${list.trouble}`,
    );
  const plan = planMending(list.drift, list.held, all);
  if (plan.kind === 'none') {
    return refuse('The list server holds exactly the people on the list. There is nothing to do.');
  }
  if (plan.kind === 'too-many') {
    return refuse(
      `Not done: of the ${plan.held} addresses on the list server, ${plan.off} would be taken off, which is more than half. Is the list (ROSTER) as it should be? If it is, write: RECONCILE all`,
    );
  }
  return {
    answer: [
      `The list server is made to hold exactly the people on the list (addresses taken off: ${plan.off.length}, put on: ${plan.on.length}).`,
      ...rows(plan.off, 'off'),
      ...rows(plan.on, 'on'),
    ].join('\n'),
    reason: 'list-mended',
    members: [...plan.off, ...plan.on],
  };
}

function rows(addresses: readonly Address[], word: string): string[] {
  const more = addresses.length - MOST_ROWS;
  return [
    ...addresses.slice(0, MOST_ROWS).map((each) => `- ${word}: ${each}`),
    ...(more > 0 ? [`- ${word}: ${more} more`] : []),
  ];
}
