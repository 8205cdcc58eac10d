/** Commands about the list server: what differs from the list, and to have it put right. */

import { readConfig } from '../config.ts';
import { listServerOf } from '../engine.ts';
import { type Drift, isSame, planMending } from '../machines/drift.ts';
import type { Address } from '../machines/words/address.ts';
import { lookAtList } from '../pipeline/list-look.ts';
import { appendAudit, lockChain } from '../store/audit.ts';
import type { Db } from '../store/db.ts';
import { followAddress } from '../store/members.ts';
import { plain, print, Refused, table, withStore } from './command.ts';

interface Options {
  readonly json?: boolean;
  readonly all?: boolean;
}

/** Says how the list server differs from the list; changes nothing. */
export async function listCheck({ json }: Options): Promise<void> {
  const { drift, held } = await withStore(look);
  const value = { members: held, same: isSame(drift), ...drift };
  print(json, value, () => describe(drift, held));
  if (!value.same) throw new Refused('The list server is not as it must be, see above.');
}

/** Has the engine make the list server hold exactly the people on the list. */
export async function listMend({ json, all }: Options): Promise<void> {
  const value = await withStore(async (db) => {
    const { drift, held } = await look(db);
    const plan = planMending(drift, held, all === true);
    if (plan.kind === 'too-many') {
      throw new Refused(
        `Not done: of the ${held} addresses on the list server, ${plan.off} would be taken off. If that is right: tldops list mend --all`,
      );
    }
    const { off, on } = plan.kind === 'mend' ? plan : { off: [], on: [] };
    if (plan.kind === 'mend') await order(db, off, on);
    return { off, on };
  });
  print(json, value, () =>
    value.off.length + value.on.length === 0
      ? 'The list server holds exactly the people on the list. There is nothing to do.\n'
      : `The engine does it now, or when it runs again.\n${rows(value)}`,
  );
}

async function look(db: Db): Promise<{ readonly drift: Drift; readonly held: number }> {
  const listServer = listServerOf(readConfig(), db);
  const settings = await listServer.check();
  const { drift, held } = await lookAtList(db, listServer);
  return { drift: { ...drift, settings }, held };
}

async function order(db: Db, off: readonly Address[], on: readonly Address[]): Promise<void> {
  const at = new Date();
  const facts = { members: [...off, ...on] };
  await db.transaction().execute(async (trx) => {
    await lockChain(trx);
    const note = { at, actor: 'operator', reason: 'list-mended', before: {}, after: {} };
    await appendAudit(trx, { ...note, facts });
    for (const address of facts.members) await followAddress(trx, address, at);
  });
}

function rows({ off, on }: { off: readonly Address[]; on: readonly Address[] }): string {
  return table(
    [...off.map((one) => ['off', plain(one, 80)]), ...on.map((one) => ['on', plain(one, 80)])],
    ['', 'address'],
    '',
  );
}

function describe({ strangers, missing, settings }: Drift, held: number): string {
  return table(
    [
      ...strangers.map((one) => ['gets posts, is not on the list', plain(one, 80)]),
      ...missing.map(({ address, why }) => [
        'is on the list, gets no posts',
        plain(why === undefined ? address : `${address}: ${why}`, 160),
      ]),
      ...settings.map(({ name, was, wanted }) => [
        'setting',
        plain(`${name} is ${was}, must be ${wanted === '' ? '(nothing)' : wanted}`, 160),
      ]),
    ],
    ['what', 'which'],
    `The list server holds exactly the people on the list: ${held}.`,
  );
}
