/** Looks at each mail that a person wrote for a sign that our mail reaches its author (design 9). */

import type { Decision } from '../machines/decision.ts';
import type { FoundToken, MailFacts, Settings, Wait } from '../machines/facts.ts';
import { isTroubled } from '../machines/reachability.ts';
import { decideProbeAnswer, saysOnlyOk, whoIsAlive, withSign } from '../machines/sign-of-life.ts';
import { findFreeTokens } from '../store/tokens.ts';
import { readReach } from '../store/reach.ts';
import type { GatherDeps } from './gather.ts';
import { type Authored, tokenStrings } from './read-mail.ts';

/**
 * Decides the mail, and adds what its coming shows. An answer to the letter that asks for one is nothing
 * else besides, unless the mail asks for more.
 */
export async function withSigns(
  { db, settings, now }: Pick<GatherDeps, 'db' | 'now'> & { readonly settings: Settings },
  authored: Authored,
  heard: { readonly mail: MailFacts; readonly tokens: readonly FoundToken[] },
  decide: () => Promise<Decision | Wait>,
): Promise<Decision | Wait> {
  const { mail, tokens } = heard;
  const free = await findFreeTokens(db, tokenStrings(authored), now());
  const probes = free.filter(({ purpose }) => purpose === 'probe');
  const probe = probes.find(({ status }) => status === 'open') ?? probes[0];
  const isAnswer = probe !== undefined && tokens.length === 0 && !asksForMore(authored, mail);
  const decision = isAnswer ? decideProbeAnswer({ mail, settings, tokens }) : await decide();
  const alive = whoIsAlive(mail, probe, [...tokens, ...free]);
  if ('wait' in decision || alive === undefined) return decision;
  const reach = await readReach(db, alive.address);
  const { cctlds = [], unreachableSince } = reach ?? {};
  const { address, how } = alive;
  return withSign(
    settings,
    {
      how,
      ...(how === 'probe' && probe !== undefined ? { token: probe.id } : {}),
      ...(reach !== undefined && isTroubled(reach)
        ? { troubled: { address, cctlds, unreachable: unreachableSince !== undefined } }
        : {}),
    },
    decision,
  );
}

// "OK" is no command; "show" is one, whatever letter it answers.
function asksForMore({ read, recipient }: Authored, mail: MailFacts): boolean {
  const isCommand = recipient.service === 'request' && read.requestCommands.commands.length > 0;
  const isElsewhere = recipient.service !== 'request' && recipient.token === undefined;
  return !saysOnlyOk(mail) && (isCommand || isElsewhere);
}
