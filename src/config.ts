/** The only file that reads the environment: checks it whole and lists every fault at once. */

import { readRecipient } from './machines/words/list-address.ts';
import { Permanent } from './machines/words/trouble.ts';
import { wrong } from './config-values.ts';
import { type Setting, TABLE } from './config-table.ts';

/** All settings, for docs/CONFIG.md. */
export const SETTINGS: readonly Setting<unknown>[] = Object.values(TABLE);

type Table = typeof TABLE;
export type Config = { readonly [K in keyof Table]: ReturnType<Table[K]['read']> };

/** What every command needs to reach the database. */
const STORE = ['dataDir', 'databaseUrl', 'logLevel'] as const;
/** What the pipe needs besides: Postfix starts it with hardly any environment. */
const PIPE = [...STORE, 'list', 'domain', 'maxSize'] as const;

export type StoreConfig = Pick<Config, (typeof STORE)[number]>;
export type PipeConfig = Pick<Config, (typeof PIPE)[number]>;

/** The whole configuration. Throws `Permanent('configuration')` whose message has a line per fault. */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  return readSome(env, Object.keys(TABLE) as (keyof Table)[], together) as Config;
}

// What is wrong only beside another setting.
function together({
  reminderMs,
  answerMs,
  validators,
  fourEyes,
  list,
  domain,
}: Partial<Config>): string[] {
  const late = reminderMs !== undefined && answerMs !== undefined && reminderMs >= answerMs;
  const names = list !== undefined && domain !== undefined ? { list, domain } : undefined;
  const own = names && validators?.find((one) => readRecipient(one, names) !== undefined);
  return [
    ...(late ? ['TLDOPS_REMIND_AFTER must be shorter than TLDOPS_ANSWER_TIME'] : []),
    ...(fourEyes === true && validators !== undefined && new Set(validators).size < 2
      ? ['TLDOPS_FOUR_EYES needs at least two addresses in TLDOPS_VALIDATORS']
      : []),
    ...(own === undefined ? [] : [`TLDOPS_VALIDATORS holds ${own}, an address of the list itself`]),
  ];
}

/** Only what is needed to look into the database. */
export function readStoreConfig(env: NodeJS.ProcessEnv = process.env): StoreConfig {
  return readSome(env, STORE) as StoreConfig;
}

/** Only the names of the list. */
export function readNamesConfig(
  env: NodeJS.ProcessEnv = process.env,
): Pick<Config, 'list' | 'domain'> {
  return readSome(env, ['list', 'domain']) as Pick<Config, 'list' | 'domain'>;
}

/** Only the tables of ccTLDs and regions. */
export function readTableConfig(env: NodeJS.ProcessEnv = process.env): Pick<Config, 'table'> {
  return readSome(env, ['table']) as Pick<Config, 'table'>;
}

/** Only what the pages are made with, beside the database. */
export function readPagesConfig(
  env: NodeJS.ProcessEnv = process.env,
): Pick<Config, 'table' | 'freshMs'> {
  return readSome(env, ['table', 'freshMs']) as Pick<Config, 'table' | 'freshMs'>;
}

/** Only what is needed to take a mail in. */
export function readPipeConfig(env: NodeJS.ProcessEnv = process.env): PipeConfig {
  return readSome(env, PIPE) as PipeConfig;
}

function readSome(
  env: NodeJS.ProcessEnv,
  keys: readonly (keyof Table)[],
  check: (config: Partial<Config>) => string[] = () => [],
): Partial<Config> {
  const faults: string[] = [];
  const values = keys.map((key) => {
    const one: Setting<unknown> = TABLE[key];
    const given = env[one.name]?.trim() || one.fallback;
    try {
      if (given === undefined) wrong(`is not set; for example ${one.name}=${one.example}`);
      return [key, one.read(given ?? '')];
    } catch (error) {
      faults.push(`${one.name} ${error instanceof Error ? error.message : String(error)}`);
      return [key, undefined];
    }
  });
  const config = Object.fromEntries(values) as Partial<Config>;
  faults.push(...check(config));
  if (faults.length > 0) throw fault(faults);
  return config;
}

function fault(lines: readonly string[]): Permanent {
  return new Permanent('configuration', lines.join('\n'));
}
