/** Answers to a yearly check or a drill: loads what the decision about them needs to see. */

import { type Ask, askOf } from '../machines/check/asks.ts';
import { type CheckFacts, decideCheckAnswer } from '../machines/check/answer.ts';
import { readShown } from '../machines/check/letters.ts';
import type { Decision } from '../machines/decision.ts';
import type { FoundToken, MailFacts, Wait } from '../machines/facts.ts';
import { decideJoin } from '../machines/join.ts';
import { type CheckConsent, readCheckConsent } from '../machines/reading/check-answer.ts';
import { saysHere } from '../machines/reading/here-word.ts';
import { readCheckPeople } from '../store/check-people.ts';
import { askedIn, findCheck } from '../store/checks.ts';
import type { FreeToken } from '../store/tokens.ts';
import { gatherJoin, type GatherDeps } from './gather.ts';
import { type Authored, saidIn } from './read-mail.ts';

/** An answer to a letter of a check, as it came. */
export interface Answering {
  readonly authored: Authored;
  readonly mail: MailFacts;
  readonly tokens: readonly FoundToken[];
  readonly cameAt: Date;
  readonly asked: FreeToken;
}

/** Undefined when the mail asks for something else besides: it is read for that. */
export async function decideCheck(
  deps: GatherDeps,
  answering: Answering,
): Promise<Decision | Wait | undefined> {
  const { authored, mail } = answering;
  const { read, recipient } = authored;
  const facts = await gatherCheck(deps, answering);
  if (facts === undefined) return undefined;
  // An SSC answers with the change itself; it is confirmed by a code of its own. "Leave it." above a clear
  // word is no command, though it begins like one.
  const { commands, faults } = read.requestCommands;
  const isClear = facts.consent === 'confirm' || facts.consent === 'reject';
  const isOrder = commands.length > 0 || (faults.length > 0 && !isClear);
  if (recipient.service === 'request' && isOrder) return undefined;
  const isRequest = facts.check.kind === 'yearly' && facts.consent !== 'confirm';
  return (
    (isRequest ? await asRequest(deps, answering, facts) : undefined) ??
    decideCheckAnswer({ ...facts, mail })
  );
}

async function gatherCheck(
  { db, settings, now }: GatherDeps,
  { authored, mail, cameAt, asked }: Answering,
): Promise<CheckFacts | undefined> {
  const { checkId, shown } = readShown(asked.digest);
  const check = await findCheck(db, checkId);
  if (check === undefined) return undefined;
  const { id, addressee, status } = asked;
  const people = await readCheckPeople(db);
  const ask = askOf(people, addressee);
  const before = (await askedIn(db, checkId)).find(({ address }) => address === addressee)?.answer;
  return {
    now: now(),
    settings,
    mail,
    cameAt,
    consent: check.kind === 'yearly' ? consentIn(authored, ask) : authored.read.body.consent,
    here: saysHere(mail.words ?? ''),
    token: { id, addressee, status },
    check: { id: checkId, kind: check.kind, closesAt: check.closes_at },
    ...(before === undefined ? {} : { before }),
    shown,
    ...(ask === undefined ? {} : { ask }),
    isMember: people.roster.some(({ address }) => address === addressee),
  };
}

// A card of somebody else is a change too.
function consentIn({ read, from }: Authored, ask: Ask | undefined): CheckConsent {
  const people = [...(ask?.places ?? []), ...(ask?.anchored ?? []).flatMap((one) => one.people)];
  const names = people.flatMap(({ firstName, lastName }) => [firstName, lastName]);
  const consent = readCheckConsent(read.body, [from.name ?? '', ...names]);
  return consent === 'confirm' && read.form.contacts.length > 0 ? 'more' : consent;
}

/**
 * An Admin Contact answers with the new contacts: a request like any other, and the code proves that it
 * comes from that mailbox (E4). Undefined when nothing is asked for.
 */
async function asRequest(
  deps: GatherDeps,
  { authored, mail, tokens, asked, cameAt }: Answering,
  { ask, check }: CheckFacts,
): Promise<Decision | Wait | undefined> {
  if (ask === undefined || ask.anchored.length === 0) return undefined;
  // REJECT belongs to the check: in a request it would be an objection.
  const said = { ...saidIn(authored, tokens), consent: 'none' as const };
  const cctlds = ask.anchored.map(({ cctld }) => cctld);
  const { addressee, status } = asked;
  const facts = await gatherJoin(deps, {
    mail,
    said,
    tokens,
    answered: { addressee, status, cctlds },
  });
  const decision = decideJoin(facts);
  if ('wait' in decision) return decision;
  if (decision.changes.length === 0) return said.form.contacts.length > 0 ? decision : undefined;
  if (status !== 'open') return decision;
  const answer = { checkId: check.id, address: addressee, word: 'wrong', at: cameAt } as const;
  return {
    ...decision,
    usedTokens: [...decision.usedTokens, asked.id],
    checks: [answer],
  };
}
