/**
 * Decides on reports about copies of a post or an issue. All members know its Message-ID, and the token
 * that its copies share: a report is believed only about whom the address names, and only so far that the
 * person is asked by a letter of their own (`reachability.ts`).
 */

import { toValidators } from './answers.ts';
import { type MachineFacts, REASON_OF } from './bounced.ts';
import { type Decision, leave } from './decision.ts';
import { REASONS } from './reasons.ts';
import type { Address } from './words/address.ts';
import { hideTokens } from './words/token.ts';

/** The copy whose sender address the mail came to. */
export interface SentCopy {
  readonly broadcastId: number;
  /** Without angle brackets. */
  readonly messageId: string;
  /** Whom the address names; they did get a copy. */
  readonly member: Address;
  /** Validators were told lately that this address does not get mail. */
  readonly told: boolean;
}

export function decideCopy(facts: MachineFacts, copy: SentCopy): Decision {
  const { screening, from, nullSender } = facts;
  const isReport = screening.class === 'bounce' || screening.class === 'delay';
  if (screening.reason === 'person-left' && from === copy.member) return left(facts, copy);
  if (!isReport) return leave('noted', screening.reason);
  const note = nullSender ? believed(facts, copy) : undefined;
  if (note === undefined) return leave('noted', 'bounce-unproven');
  return { ...leave('noted', REASON_OF[note.kind]), bounces: [note] };
}

function believed({ report }: MachineFacts, { broadcastId, messageId, member }: SentCopy) {
  if (report?.originalMessageId !== messageId) return undefined;
  const found = report.recipients.find(({ address }) => address === member);
  if (found === undefined) return undefined;
  const { address, kind, status, said } = found;
  return {
    broadcastId,
    address,
    kind,
    ...(status === undefined ? {} : { status }),
    ...(said === undefined ? {} : { said: hideTokens(said) }),
  };
}

// Words of a machine, which anybody can write: people look at it, once a month.
function left({ settings }: MachineFacts, { member, told }: SentCopy): Decision {
  const data = {
    addressee: member,
    summary: 'A mail that went to everybody on the list.',
    why: REASONS['person-left'],
  };
  const letters = told ? [] : toValidators(settings, 'alarm-undelivered', data);
  return { ...leave('noted', 'person-left'), letters };
}
