/** `tldops invite`: orders invitations, or shows what an order would do. */

import { randomBytes } from 'node:crypto';
import { readConfig } from '../config.ts';
import { settingsOf } from '../engine.ts';
import { LEFT_OUT, openOrder, type Order, planOrder, type Whom } from '../machines/invite-order.ts';
import { type Cctld, readCctld, showCctld } from '../machines/words/cctld.ts';
import { REGIONS } from '../machines/words/region.ts';
import { Temporary } from '../machines/words/trouble.ts';
import { Conflict } from '../store/cases.ts';
import { commitChanges } from '../store/commit.ts';
import { standings } from '../store/invitations.ts';
import { plain, print, Refused, showTime, table, withStore } from './command.ts';

export interface InviteOptions {
  readonly json?: boolean;
  readonly all?: boolean;
  readonly region?: string;
  readonly dryRun?: boolean;
}

/** Exit code 1 when none of the ccTLDs can be invited, and when it is not said whom. */
export async function invite(names: readonly string[], options: InviteOptions): Promise<void> {
  const whom = readWhom(names, options);
  const config = readConfig();
  const settings = settingsOf(config);
  const order = await withStore(async (db) => {
    const now = new Date();
    const made = planOrder({ now, settings, standings: await standings(db) }, whom);
    if (options.dryRun !== true && made.planned.length > 0) {
      const by = { db, now: () => now, random: randomBytes, domain: config.domain };
      await commitChanges(by, openOrder({ now, settings }, made, 'operator')).catch(orTemporary);
    }
    return made;
  });
  print(options.json, describe(order), () => shown(order, options.dryRun === true));
  if (order.planned.length === 0) throw new Refused('None of these ccTLDs can be invited now.');
}

function orTemporary(error: unknown): never {
  if (!(error instanceof Conflict)) throw error;
  throw new Temporary('database-busy', 'Somebody else has just ordered invitations. Try again.');
}

function readWhom(names: readonly string[], { all, region }: InviteOptions): Whom {
  const ways = [names.length > 0, all === true, region !== undefined].filter(Boolean).length;
  if (ways !== 1)
    throw new Refused('Say whom: ccTLDs (tldops invite .xa .xb), or --region AF, or --all.');
  if (all === true) return { all: true };
  if (region === undefined) return { cctlds: [...new Set(names.map(mustRead))] };
  const found = REGIONS.find((one) => one.toLowerCase() === region.toLowerCase());
  if (found === undefined)
    throw new Refused(`There is no region "${region}". Known are ${REGIONS.join(', ')}.`);
  return { region: found };
}

function mustRead(name: string): Cctld {
  const cctld = readCctld(name);
  if (cctld === undefined) throw new Refused(`"${name}" is not a ccTLD.`);
  return cctld;
}

function describe({ planned, left, waves }: Order) {
  return {
    waves,
    invited: planned.map(({ standing, wave, at, languages }) => ({
      cctld: standing.cctld,
      wave,
      at: at.toISOString(),
      address: standing.anchor,
      checked: standing.checkedAt.toISOString(),
      languages,
    })),
    left: left.map(({ cctld, why }) => ({ cctld, why })),
  };
}

function shown({ planned, left }: Order, isDry: boolean): string {
  const rows = planned
    .toSorted((a, b) => a.at.getTime() - b.at.getTime())
    .map(({ standing, wave, at, languages }) => [
      showCctld(standing.cctld),
      String(wave),
      showTime(at),
      plain(standing.anchor, 60),
      languages.join(' '),
    ]);
  const heads = ['ccTLD', 'wave', 'letter (UTC)', 'to', 'languages'];
  const leftRows = left.map(({ cctld, why }) => [showCctld(cctld), LEFT_OUT[why]]);
  return [
    table(rows, heads, 'Nobody is invited.'),
    ...(leftRows.length === 0 ? [] : ['\n', table(leftRows, ['left out', 'why'], '')]),
    ...(isDry && rows.length > 0 ? ['\nNothing was ordered: this was a dry run.\n'] : []),
  ].join('');
}
