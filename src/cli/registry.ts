/** Commands about our copy of the registry: refresh, import, show. */

import { randomBytes, randomUUID } from 'node:crypto';
import { readConfig } from '../config.ts';
import { refreshOf, registryOf } from '../engine.ts';
import { makeLog } from '../log.ts';
import type { PassFacts } from '../machines/letters/letter.ts';
import { type Cctld, showCctld } from '../machines/words/cctld.ts';
import { Temporary } from '../machines/words/trouble.ts';
import { type RefreshDeps, refreshByHand } from '../pipeline/refresh.ts';
import type { Asked } from '../pipeline/registry.ts';
import { type AskedRow, askedRows } from '../store/asked.ts';
import type { Db } from '../store/db.ts';
import { listRegistry, type RegistryState } from '../store/registry.ts';
import { mustRead, plain, print, Refused, showTime, table, withStore } from './command.ts';

interface Options {
  readonly json?: boolean;
}

export async function registryRefresh(names: readonly string[], options: Options): Promise<void> {
  if (names.length === 0) return refreshAll(options);
  const cctlds = names.map(mustRead);
  tell(await withStore((db) => registryOf(readConfig(), world(db)).refresh(cctlds)), options);
}

export async function registryImport(dir: string, options: Options): Promise<void> {
  tell(await withStore((db) => registryOf(readConfig(), world(db)).importFolder(dir)), options);
}

function world(db: Db) {
  return {
    db,
    now: () => new Date(),
    random: (size: number) => randomBytes(size),
    log: makeLog('error'),
  };
}

/** Each answer is a line at once: this takes minutes. */
async function refreshAll({ json }: Options): Promise<void> {
  const all: Asked[] = [];
  const stop = new AbortController();
  for (const name of ['SIGTERM', 'SIGINT'] as const) process.once(name, () => stop.abort());
  const onEach = (asked: Asked): void => {
    all.push(asked);
    if (json !== true) process.stdout.write(lineOf(asked));
  };
  const ended = await withStore((db) => {
    const deps: RefreshDeps = refreshOf(readConfig(), world(db));
    const worker = `command:${randomUUID()}`;
    return refreshByHand(deps, { worker, onEach, signal: stop.signal });
  });
  if (ended === 'busy') {
    throw new Refused(
      'The engine or another command is asking just now; "tldops registry show" shows how far it is.',
    );
  }
  if (ended === 'stopped') {
    throw new Temporary(
      'interrupted',
      `Stopped after ${all.length} answers; the engine, or this command, goes on from there.`,
    );
  }
  const value = { ...ended, answers: all.map(asValue) };
  print(json, value, () => summaryOf(ended));
}

function lineOf(asked: Asked): string {
  const { cctld, change, trouble } = asValue(asked);
  return `${`.${cctld}`.padEnd(8)}  ${trouble ?? change ?? ''}\n`;
}

function summaryOf({ all, asked, read, unreadable, changed, vanished }: PassFacts): string {
  return [
    `${asked} of ${all} ccTLDs were asked about, ${read} have a record, ${unreadable} could not be read.`,
    `${changed.length} records have changed${changed.length === 0 ? '' : `: ${changed.map(showCctld).join(', ')}`}.`,
    ...(vanished.length === 0
      ? []
      : [`No longer in the registry: ${vanished.map(showCctld).join(', ')}.`]),
    '',
  ].join('\n');
}

function asValue(one: Asked) {
  if ('trouble' in one) return { cctld: one.cctld, change: null, trouble: one.trouble.reason };
  const change = one.looked.kind === 'unknown' ? 'unknown' : one.change;
  return { cctld: one.cctld, change, trouble: null };
}

function tell(asked: readonly Asked[], { json }: Options): void {
  const failed = asked.flatMap((one) => ('trouble' in one ? [one.trouble] : []));
  const value = asked.map(asValue);
  print(json, value, () =>
    table(
      value.map((one) => [`.${one.cctld}`, one.trouble ?? one.change ?? '']),
      ['ccTLD', 'result'],
      'No ccTLD was asked about.',
    ),
  );
  const [first] = failed;
  if (first !== undefined && failed.length === asked.length) throw first;
}

export async function registryShow(name: string | undefined, { json }: Options): Promise<void> {
  const { states, rows } = await withStore(async (db) => ({
    states: await listRegistry(db),
    rows: await askedRows(db),
  }));
  const asked = new Map(rows.map((row) => [row.cctld, row]));
  if (name !== undefined) return showOne(mustRead(name), states, asked, json);
  const value = states.map((state) => shown(state, asked.get(state.cctld)));
  print(json, value, () =>
    table(
      value.map((one) => [
        `.${one.cctld}`,
        one.anchor,
        plain(one.organisation, 40),
        showTime(one.checked),
        showTime(one.asked),
        [
          one.frozen === null ? '' : 'frozen',
          one.candidate === null ? '' : 'a change has to stand',
          plain(one.trouble, 60),
        ]
          .filter((part) => part !== '')
          .join(', '),
      ]),
      ['ccTLD', 'Admin Contact', 'manager', 'checked (UTC)', 'asked (UTC)', ''],
      'No ccTLD is known yet.',
    ),
  );
}

function showOne(
  cctld: Cctld,
  states: readonly RegistryState[],
  asked: ReadonlyMap<string, AskedRow>,
  json: boolean | undefined,
): void {
  const state = states.find((one) => one.cctld === cctld);
  const row = asked.get(cctld);
  if (state === undefined) throw new Refused(nothingKnown(cctld, row));
  const one = shown(state, row);
  // An array, as without a name: a program reads both alike.
  print(json, [{ ...one, record: state.record }], () =>
    [
      `${showCctld(cctld)}  ${plain(one.organisation, 100)}`,
      `  Admin Contact   ${one.anchor}  ${plain(state.record.admin.name, 60)}`,
      `  source          ${one.source}, snapshot ${one.snapshot}, dated ${plain(state.record.changed, 20) || '-'}`,
      `  checked (UTC)   ${showTime(one.checked)}`,
      `  asked (UTC)     ${showTime(one.asked)}`,
      ...(one.candidate === null
        ? []
        : [`  has to stand    ${one.candidate}, since ${showTime(one.since)}`]),
      ...(one.trouble === null ? [] : [`  trouble         ${plain(one.trouble, 200)}`]),
      ...(one.frozen === null ? [] : [`  frozen          ${plain(one.frozen, 200)}`]),
      '',
    ].join('\n'),
  );
}

function nothingKnown(cctld: Cctld, row: AskedRow | undefined): string {
  const nothing = `Nothing is known about ${showCctld(cctld)}.`;
  const tried = row?.trouble_at;
  return tried ? `${nothing} Asked ${showTime(tried)} UTC: ${plain(row.trouble, 200)}` : nothing;
}

function shown(state: RegistryState, row: AskedRow | undefined) {
  return {
    cctld: state.cctld,
    anchor: state.anchor,
    organisation: state.record.organisation,
    source: state.source,
    snapshot: state.snapshotId,
    checked: state.checkedAt.toISOString(),
    asked: row?.asked_at?.toISOString() ?? null,
    trouble: row?.trouble ?? null,
    candidate: state.candidate?.record.admin.email ?? null,
    since: state.candidate?.since.toISOString() ?? null,
    frozen: state.frozen?.reason ?? null,
  };
}
