/** What every command shares: opening the store, printing, and the exit codes of design 16. */

import { readStoreConfig } from '../config.ts';
import { makeLog } from '../log.ts';
import { type Cctld, readCctld } from '../machines/words/cctld.ts';
import { type Db, openStore } from '../store/db.ts';
import { migrate } from '../store/migrate.ts';

export const EXIT = { done: 0, refused: 1, usage: 64, temporary: 75, configuration: 78 } as const;

/** A command that cannot do what was asked: one sentence on standard error, exit code 1. */
export class Refused extends Error {
  override readonly name = 'Refused';
}

/** For a few attempts that are refused; one that nobody answers ends by itself after ten seconds. */
const PATIENCE = 5_000;

/**
 * Opens the store (the embedded one too, while the engine runs), works, and closes it. Throws Temporary
 * with one sentence when the database does not answer: who typed a command waits for no repair.
 */
export async function withStore<T>(work: (db: Db) => Promise<T>): Promise<T> {
  const config = readStoreConfig();
  // What a command does is its output; the log is for what goes wrong.
  const log = makeLog(config.logLevel === 'info' ? 'warn' : config.logLevel);
  // The embedded one is no server that may be away: it is started here, however long that takes.
  const signal = config.databaseUrl === undefined ? undefined : AbortSignal.timeout(PATIENCE);
  const store = await openStore({
    databaseUrl: config.databaseUrl,
    dataDir: config.dataDir,
    role: 'command',
    signal,
    log: (level, message, fields = {}) => log[level](fields, message),
  });
  try {
    await migrate(store.db);
    return await work(store.db);
  } finally {
    await store.close();
  }
}

/** Prints one JSON document, or the text for people. */
export function print(json: boolean | undefined, value: unknown, text: () => string): void {
  process.stdout.write(json === true ? `${JSON.stringify(value, null, 2)}\n` : text());
}

/** A table in plain columns; `nothing` when there are no rows. */
export function table(
  rows: readonly (readonly string[])[],
  heads: readonly string[],
  nothing: string,
): string {
  if (rows.length === 0) return `${nothing}\n`;
  const all = [heads, ...rows];
  const widths = heads.map((_, column) =>
    Math.max(...all.map((row) => (row[column] ?? '').length)),
  );
  return all
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .map((line) => `${line}\n`)
    .join('');
}

/** An instant for people: `2026-11-21 14:00`, UTC. */
export function showTime(at: Date | string | null | undefined): string {
  if (at === null || at === undefined) return '-';
  return new Date(at).toISOString().slice(0, 16).replace('T', ' ');
}

/** Text from a mail for a terminal: no control or bidi characters, one line, at most `length`. */
export function plain(text: string | null | undefined, length = 60): string {
  const clean = (text ?? '').replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, ' ').trim();
  return clean.length > length ? `${clean.slice(0, length - 1)}…` : clean;
}

/** Reads a number given on the command line. */
export function readNumber(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 1) throw new Refused(`"${text}" is not a number.`);
  return value;
}

/** Reads a ccTLD given on the command line. */
export function mustRead(name: string): Cctld {
  const cctld = readCctld(name);
  if (cctld === undefined) throw new Refused(`"${name}" is not a ccTLD.`);
  return cctld;
}
