/** Commands that run the engine or a part of it: serve, receive, migrate, check. */

import { lookup } from 'node:dns/promises';
import { type Config, readConfig, readPipeConfig } from '../config.ts';
import { listServerOf } from '../engine.ts';
import { makeLog } from '../log.ts';
import { Temporary } from '../machines/words/trouble.ts';
import { serve } from '../main.ts';
import { makeAccept } from '../pipeline/accept.ts';
import { greet } from '../pipeline/greet.ts';
import { within } from '../pipeline/patience.ts';
import { checkPinnedKeys } from '../pipeline/pinned-keys.ts';
import { receive } from '../pipeline/receive.ts';
import { readArcKey } from '../pipeline/seal.ts';
import { openBatchLine } from '../pipeline/smtp-batch.ts';
import { openStore } from '../store/db.ts';
import { appliedMigrations, ping } from '../store/migrate.ts';
import { EXIT, mustRead, print, Refused, withStore } from './command.ts';

/** Runs the engine until SIGTERM or SIGINT. */
export async function runServe(): Promise<void> {
  const config = readConfig();
  const stop = new AbortController();
  for (const name of ['SIGTERM', 'SIGINT'] as const) process.once(name, () => stop.abort());
  await serve(config, makeLog(config.logLevel), stop.signal);
  // A relay or a registry that hangs must not keep a process alive that has nothing more to do.
  process.exit(EXIT.done);
}

/**
 * Postfix's pipe(8): the message on standard input. Returns the exit code and never throws: any other
 * code than 0, 67, 69 and 75 would make Postfix bounce the mail for a fault that is ours.
 */
export async function runReceive(
  argv: readonly string[],
  client: Record<string, string>,
): Promise<number> {
  try {
    const config = readPipeConfig();
    const log = makeLog(config.logLevel === 'info' ? 'warn' : config.logLevel);
    const store = await openStore({
      databaseUrl: config.databaseUrl,
      dataDir: config.dataDir,
      role: 'command',
      log: (level, message, fields = {}) => log[level](fields, message),
      signal: AbortSignal.timeout(20_000),
    });
    const names = { list: config.list, domain: config.domain };
    const { maxSize } = config;
    const accept = makeAccept({ db: store.db, names, now: () => new Date(), maxSize, log });
    const code = await receive({ argv, stdin: process.stdin, accept, maxSize, say, log, client });
    // What is committed is committed: a close that hangs must not run into Postfix's time limit.
    await within(10_000, store.close()).catch(() => undefined);
    return code;
  } catch (error) {
    say('4.3.0 try again later');
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return EXIT.temporary;
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

export async function runMigrate({ json }: { readonly json?: boolean }): Promise<void> {
  // withStore brings the schema up to date before it does anything.
  const names = await withStore(appliedMigrations);
  print(json, names, () => `The schema is up to date: ${names.join(', ')}.\n`);
}

const ANY_CCTLD = mustRead('nl');

interface Finding {
  readonly part: string;
  readonly ok: boolean;
  readonly words: string;
}

/** Looks at configuration, database, relay, DNS, registry and Mailman, and says how to mend what is wrong. */
export async function runCheck({ json }: { readonly json?: boolean }): Promise<void> {
  const config = readConfig();
  let isAway = false;
  const findings = [
    { part: 'configuration', ok: true, words: 'All settings can be read.' },
    ...(await lookAtKeys(config)),
    await tryOut('database', 'Is DATABASE_URL right, or TLDOPS_DATA writable?', () =>
      withStore(async (db) => {
        await ping(db);
        return 'The database answers and its schema is up to date.';
      }).catch((error: unknown) => {
        isAway = error instanceof Temporary;
        throw error;
      }),
    ),
    await tryOut('relay', 'Is Postfix running where TLDOPS_RELAY says?', async () =>
      [`The relay says "${await greet(config.relay)}".`, await askForVerp(config)].join(' '),
    ),
    ...(await lookAtSeal(config)),
    await tryOut('dns', 'Is TLDOPS_DNS right?', () => resolveSomething(config)),
    await lookAtRegistry(config),
    // It is compared with the list, which is in the database.
    ...(isAway ? [] : await lookAtMailman(config)),
  ];
  print(json, findings, () =>
    findings.map(({ part, ok, words }) => `${ok ? 'ok   ' : 'WRONG'} ${part}: ${words}\n`).join(''),
  );
  if (isAway) throw new Temporary('database-away', 'The database does not answer, see above.');
  if (findings.some(({ ok }) => !ok)) throw new Refused('Something is wrong, see above.');
}

// Any answer that can be read will do: a folder of answers need not have this one.
async function lookAtRegistry({ registry }: Config): Promise<Finding> {
  const port = registry.name.startsWith('whois:') ? 'port 43' : 'port 443';
  const open = registry.name.startsWith('file:') ? '' : `, and ${port} open to the outside`;
  return tryOut('registry', `Is TLDOPS_REGISTRY right${open}?`, async () => {
    const text = await registry.ask(ANY_CCTLD).catch(sayWhy);
    const answer = registry.form.read(text, ANY_CCTLD);
    if (answer.kind === 'unreadable') {
      throw new Error(`${registry.name} answers, but what it says cannot be read: ${answer.why}.`);
    }
    return `${registry.name} answers.`;
  });
}

// Our public words are for people outside; the operator needs to know that it is the certificate.
function sayWhy(error: unknown): never {
  const { cause } = error instanceof Error ? error : {};
  if (!(error instanceof Error) || !(cause instanceof Error)) throw error;
  throw new Error(`${error.message} (${cause.message || cause.name})`, { cause: error });
}

async function lookAtKeys({ validatorKeys, validators }: Config): Promise<Finding[]> {
  if (validatorKeys === undefined) return [];
  const hint = 'Is TLDOPS_VALIDATOR_KEYS right, with one public key in each ADDRESS.asc?';
  const finding = await tryOut('validator keys', hint, async () => {
    const faults = await checkPinnedKeys(validatorKeys, validators, new Date());
    if (faults.length > 0) throw new Error(faults.join(' '));
    return 'All OpenPGP keys of Validators can be used.';
  });
  return [finding];
}

async function lookAtMailman(config: Config): Promise<Finding[]> {
  if (config.listServer.kind === 'builtin') return [];
  const { mailmanDoor: door } = config;
  return [
    await tryOut(
      'mailman',
      'Is it running where TLDOPS_LIST_SERVER says? See "With Mailman 3" in the operator\'s manual.',
      () => lookAtList(config),
    ),
    await tryOut(
      'mailman door',
      'Is its LMTP runner where TLDOPS_MAILMAN_LMTP says?',
      async () => `It takes posts at ${door.host}:${door.port}: "${await greet(door)}".`,
    ),
  ];
}

async function lookAtList(config: Config): Promise<string> {
  const wrong = await withStore((db) => listServerOf(config, db).check());
  const words = wrong.map(({ name, was, wanted }) => `${name} is ${was}, must be ${wanted}.`);
  // What the engine puts right by itself is no work for the operator.
  if (words.length > 0) throw new Error(words.join(' '));
  return 'It answers, and the list is there with the right settings.';
}

async function tryOut(part: string, hint: string, look: () => Promise<string>): Promise<Finding> {
  try {
    return { part, ok: true, words: await look() };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { part, ok: false, words: `${why} ${hint}` };
  }
}

// Posts go out without it too, but slowly.
async function askForVerp({ relay, domain }: Config): Promise<string> {
  const line = await openBatchLine({ relay, hostname: domain });
  line.close();
  return line.offersVerp
    ? 'It offers VERP, so a post goes to a hundred people at a time.'
    : 'It does not offer VERP, so a post goes to one person at a time: postfix/setup adds smtpd_authorized_verp_clients.';
}

async function lookAtSeal({ arcKey }: Config): Promise<Finding[]> {
  if (arcKey === undefined) return [];
  const hint = 'Is TLDOPS_ARC_KEY right? Until then posts go out without a seal.';
  const finding = await tryOut('ARC key', hint, async () => {
    await readArcKey(arcKey);
    return 'Posts get an ARC seal.';
  });
  return [finding];
}

async function resolveSomething({ dns }: Config): Promise<string> {
  if (dns.length > 0) {
    const { Resolver } = await import('node:dns/promises');
    const resolver = new Resolver({ timeout: 3_000, tries: 1 });
    resolver.setServers(dns);
    await resolver.resolveNs('.').catch(unlessAnswered);
    return `${dns.join(', ')} answers.`;
  }
  await lookup('localhost');
  return "The system's resolver answers.";
}

// "No such data" is an answer too.
function unlessAnswered(error: NodeJS.ErrnoException): void {
  if (!['ENODATA', 'ENOTFOUND', 'EREFUSED', 'ESERVFAIL'].includes(error.code ?? '')) throw error;
}
