/** A real Mailman 3 of its own for tests: own folder, loopback ports, the runners that a test needs. */

import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync } from 'node:fs';
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { greet } from '../../src/pipeline/greet.ts';
import { isHere } from './debian.ts';
import { CHECKOUT, freePort } from './postfix.ts';

const run = promisify(execFile);

/** Whether tests with Mailman can run here. */
export function mailmanIsHere(): Promise<boolean> {
  return isHere({
    what: 'a real Mailman 3',
    test: '[ -x /usr/lib/mailman3/bin/master ]',
    packages: ['postfix', 'mailman3'],
    rootBecause: 'Its files must belong to the user list: only root can see to that.',
  });
}

export interface MailmanOptions {
  /** `rest`: what answers REST, and a door that leads nowhere; `mail`: what delivers posts as well. */
  readonly runners: 'rest' | 'mail';
  /** Where it hands posts to: a Postfix. */
  readonly smtpPort?: number;
}

export interface Mailman {
  readonly restPort: number;
  readonly lmtpPort: number;
  readonly user: string;
  readonly password: string;
  /** What TLDOPS_LIST_SERVER holds for it. */
  readonly place: string;
  /** What TLDOPS_MAILMAN_LMTP holds. */
  readonly door: string;
  readonly start: () => Promise<void>;
  /** Ends it; its data stay for the next start. */
  readonly stop: () => Promise<void>;
  /** Ends it and removes its data. */
  readonly close: () => Promise<void>;
  /** Asks its REST service as an operator would, past our code. */
  readonly ask: (method: string, path: string, form?: Record<string, string>) => Promise<Asked>;
  /** How many mails lie in one of its queues. */
  readonly queued: (queue: string) => number;
  readonly log: () => string;
}

export interface Asked {
  readonly status: number;
  // oxlint-disable-next-line no-explicit-any -- a test looks at what it expects to be there
  readonly body: any;
}

const USER = 'restadmin';
const PASSWORD = 'a%secret:of/the test';
const RUNNERS = { rest: ['rest', 'lmtp'], mail: ['rest', 'lmtp', 'in', 'pipeline', 'out'] };
const ALL =
  'archive bad bounces command digest in lmtp nntp out pipeline rest retry shunt task virgin'.split(
    ' ',
  );

/** Starts a Mailman without lists; stop it with `close`. */
export async function startMailman(options: MailmanOptions): Promise<Mailman> {
  const base = mkdtempSync(join(tmpdir(), 'tldops-mailman-'));
  chmodSync(base, 0o755);
  const [restPort, lmtpPort] = [await freePort(), await freePort()];
  const { uid, gid } = await accountOf('list');
  mkdirSync(join(base, 'var'));
  await run('chown', ['list:list', join(base, 'var')]);
  const settings = join(base, 'mailman.cfg');
  writeFileSync(settings, config(base, { ...options, restPort, lmtpPort }));
  let master: ChildProcess | undefined;
  const log = (): string => logsIn(join(base, 'var/logs'));
  const stop = async (): Promise<void> => {
    const running = master;
    master = undefined;
    if (running === undefined || running.exitCode !== null) return;
    const ended = once(running, 'exit');
    running.kill('SIGTERM');
    await ended;
  };
  const start = async (): Promise<void> => {
    // The master itself, in the foreground: a process that we started, and end by its own id.
    master = spawn('/usr/lib/mailman3/bin/master', ['-C', settings, '--force'], {
      uid,
      gid,
      cwd: '/',
      env: { PATH: process.env['PATH'], HOME: join(base, 'var'), LANG: 'C.UTF-8' },
      stdio: 'ignore',
    });
    await untilUp(restPort, lmtpPort);
  };
  const close = async (): Promise<void> => {
    await stop();
    rmSync(base, { recursive: true, force: true });
  };
  try {
    await start();
  } catch (error) {
    const seen = log();
    await close();
    throw new Error(`Mailman did not start: ${String(error)}\n${seen.slice(-3_000)}`, {
      cause: error,
    });
  }
  const password = encodeURIComponent(PASSWORD);
  return {
    restPort,
    lmtpPort,
    user: USER,
    password: PASSWORD,
    place: `mailman+http://${USER}:${password}@127.0.0.1:${restPort}`,
    door: `lmtp://127.0.0.1:${lmtpPort}`,
    start,
    stop,
    close,
    log,
    ask: (method, path, form) => ask(restPort, method, path, form),
    queued: (queue) => readdirSync(join(base, 'var/queue', queue)).length,
  };
}

async function accountOf(name: string): Promise<{ readonly uid: number; readonly gid: number }> {
  const id = async (flag: string) => Number((await run('id', [flag, name])).stdout);
  return { uid: await id('-u'), gid: await id('-g') };
}

/** Python needs its time on a machine that is busy: 150 seconds at most. */
async function untilUp(port: number, door: number): Promise<void> {
  const begun = performance.now();
  while ((await isUp(port, door)) !== true) {
    if (performance.now() - begun > 150_000) throw new Error('Mailman does not answer.');
    await pause(100);
  }
}

/** Whether REST service and door both answer. */
async function isUp(port: number, door: number): Promise<true | undefined> {
  try {
    if ((await ask(port, 'GET', '/system/versions')).status !== 200) return undefined;
    await greet({ host: '127.0.0.1', port: door });
    return true;
  } catch {
    return undefined;
  }
}

async function ask(
  port: number,
  method: string,
  path: string,
  form?: Record<string, string>,
): Promise<Asked> {
  const authorization = `Basic ${Buffer.from(`${USER}:${PASSWORD}`).toString('base64')}`;
  const answer = await fetch(`http://127.0.0.1:${port}/3.1${path}`, {
    method,
    headers: { authorization, connection: 'close' },
    ...(form === undefined ? {} : { body: new URLSearchParams(form) }),
  });
  const text = await answer.text();
  return { status: answer.status, body: text === '' ? undefined : JSON.parse(text) };
}

function logsIn(folder: string): string {
  const names = ['mailman.log', 'smtp.log', 'error.log'];
  return names
    .flatMap((name) => {
      try {
        return [`--- ${name}`, readFileSync(join(folder, name), 'utf8')];
      } catch {
        return [];
      }
    })
    .join('\n');
}

interface Ports extends MailmanOptions {
  readonly restPort: number;
  readonly lmtpPort: number;
}

type Sections = Record<string, Record<string, string>>;

/** What we ship for operators, on a host that has nothing but this Mailman. */
function config(base: string, { runners, restPort, lmtpPort, smtpPort = 25 }: Ports): string {
  const shipped = readSections(readFileSync(join(CHECKOUT, 'postfix/mailman.cfg.in'), 'utf8'));
  const off = ALL.filter((name) => !RUNNERS[runners].includes(name));
  const sections: Sections = {
    ...shipped,
    ...Object.fromEntries(off.map((name) => [`runner.${name}`, { start: 'no' }])),
    mailman: { ...shipped['mailman'], site_owner: 'owner@lists.example', layout: 'test' },
    'paths.test': pathsIn(base),
    database: {
      class: 'mailman.database.sqlite.SQLiteDatabase',
      url: `sqlite:///${base}/var/data/mailman.db`,
    },
    webservice: {
      ...shipped['webservice'],
      port: String(restPort),
      admin_user: USER,
      admin_pass: PASSWORD,
      workers: '1',
    },
    mta: { ...shipped['mta'], smtp_port: String(smtpPort), lmtp_port: String(lmtpPort) },
  };
  return Object.entries(sections)
    .map(([name, values]) => `[${name}]\n${linesOf(values)}\n`)
    .join('\n');
}

function pathsIn(base: string): Record<string, string> {
  const inVar = { queue: 'queue', list_data: 'lists', log: 'logs', lock: 'locks', data: 'data' };
  const more = { cache: 'cache', ext: 'ext', messages: 'messages', archive: 'archives' };
  const folders = { ...inVar, ...more, template: 'templates' };
  return {
    var_dir: `${base}/var`,
    bin_dir: '/usr/lib/mailman3/bin',
    etc_dir: base,
    ...Object.fromEntries(
      Object.entries(folders).map(([name, folder]) => [`${name}_dir`, `$var_dir/${folder}`]),
    ),
    pid_file: '$var_dir/master.pid',
    lock_file: '$lock_dir/master.lck',
  };
}

function readSections(text: string): Sections {
  const sections: Sections = {};
  let section: Record<string, string> = {};
  for (const line of text.split('\n')) {
    const [, name] = /^\[(.+)\]$/.exec(line) ?? [];
    const [, key, value] = /^([a-z_]+): (.*)$/.exec(line) ?? [];
    if (name !== undefined) section = sections[name] = {};
    if (key !== undefined && value !== undefined) section[key] = value;
  }
  return sections;
}

function linesOf(values: Record<string, string>): string {
  return Object.entries(values)
    .map(([key, value]) => `${key}: ${value}`)
    .join('\n');
}
