/** A real Postfix of its own for tests: own queue and settings, loopback ports, set up by postfix/setup. */

import { execFile } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync } from 'node:fs';
import { rmSync, utimesSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { isHere } from './debian.ts';
import { until } from './until.ts';

const run = promisify(execFile);

// Postfix's commands are where a bare PATH does not look.
process.env['PATH'] = `${process.env['PATH'] ?? ''}:/usr/sbin:/sbin`;

export const CHECKOUT = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');

/** Whether tests with Postfix can run here. */
export function postfixIsHere(): Promise<boolean> {
  return isHere({
    what: 'a real Postfix',
    test: 'command -v postfix',
    packages: ['postfix'],
    rootBecause: 'Postfix can only be started by root.',
  });
}

/** What Postfix says about a mail in its queue (postqueue -j). */
export interface Queued {
  readonly queue_name: string;
  readonly queue_id: string;
  readonly sender: string;
  readonly recipients: readonly { readonly address: string; readonly delay_reason?: string }[];
}

export interface Mta {
  /** The door for the world, as shipped; clients may say XCLIENT. */
  readonly port: number;
  /** The same without our guards: takes any recipient, and LF.LF for the end of a mail. */
  readonly openPort: number;
  readonly configDir: string;
  readonly queue: () => Promise<Queued[]>;
  /** Tries all mails in the queue now. */
  readonly flush: () => Promise<void>;
  readonly log: () => string;
  readonly stop: () => Promise<void>;
}

/** A folder that Postfix's own users can enter. */
export function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tldops-postfix-'));
  chmodSync(folder, 0o755);
  return folder;
}

/** A loopback port that is free, below those that the system gives away by itself. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = 20_000 + Math.floor(Math.random() * 10_000);
    if (await isFree(port)) return port;
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

/** Starts a Postfix to which postfix/setup was applied, and whose other mail goes to the sink. */
export async function startPostfix(options: {
  /** The checkout whose postfix/setup is applied, and with what arguments. */
  readonly checkout: string;
  readonly setup: readonly string[];
  readonly port: number;
  readonly sinkPort: number;
}): Promise<Mta> {
  const base = makeFolder();
  const configDir = join(base, 'etc');
  const openPort = await freePort();
  const postfix = (...args: string[]) => run('postfix', ['-c', configDir, ...args]);
  const log = () => readFileSync(join(base, 'log/maillog'), 'utf8');
  const stop = async (): Promise<void> => {
    await postfix('stop').catch(() => undefined);
    rmSync(base, { recursive: true, force: true });
  };
  try {
    await writeBase(base, { ...options, openPort });
    age(configDir);
    const setup = join(options.checkout, 'postfix/setup');
    await run(setup, ['--config-dir', configDir, ...options.setup]);
    age(configDir);
    await postfix('start');
    await until('Postfix opens its door', () => answers(options.port));
  } catch (error) {
    const seen = await Promise.resolve().then(log, () => '');
    await stop();
    throw new Error(`Postfix did not start: ${String(error)}\n${seen}`, { cause: error });
  }
  return {
    port: options.port,
    openPort,
    configDir,
    log,
    stop,
    flush: async () => {
      await run('postqueue', ['-c', configDir, '-f']);
    },
    queue: async () => {
      const { stdout } = await run('postqueue', ['-c', configDir, '-j']);
      const lines = stdout.split('\n').filter((line) => line !== '');
      return lines.map((line) => JSON.parse(line) as Queued);
    },
  };
}

/** Postfix waits two seconds before it reads settings that are fresh; these are finished. */
export function age(configDir: string): void {
  const before = Date.now() / 1000 - 60;
  for (const name of ['main.cf', 'master.cf']) utimesSync(join(configDir, name), before, before);
}

// Connects and hangs up: a byte would be logged as an attack.
function answers(port: number): Promise<true | undefined> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(undefined));
  });
}

async function writeBase(
  base: string,
  ports: { readonly port: number; readonly openPort: number; readonly sinkPort: number },
): Promise<void> {
  for (const folder of ['etc', 'spool', 'data', 'log']) mkdirSync(join(base, folder));
  await run('chown', ['postfix', join(base, 'data')]);
  writeFileSync(join(base, 'etc/main.cf'), mainCf(base, ports.sinkPort));
  writeFileSync(join(base, 'etc/master.cf'), masterCf(ports));
}

/** A host that has nothing but itself: no local mailboxes, no DNS, no syslog. */
function mainCf(base: string, sinkPort: number): string {
  return `compatibility_level = 3.6
queue_directory = ${base}/spool
data_directory = ${base}/data
maillog_file = ${base}/log/maillog
maillog_file_prefixes = ${base}, /dev/stdout
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
myhostname = mx.lists.example
mydestination =
alias_maps =
alias_database =
local_recipient_maps =
local_transport = error:5.1.1 no local mailboxes here
mynetworks = 127.0.0.0/8
relayhost = [127.0.0.1]:${sinkPort}
smtp_dns_support_level = disabled
smtp_host_lookup = native
smtpd_peername_lookup = no
smtpd_authorized_xclient_hosts = 127.0.0.1
`;
}

function masterCf({ port, openPort }: { port: number; openPort: number }): string {
  return `127.0.0.1:${port} inet n - n - - smtpd
127.0.0.1:${openPort} inet n - n - - smtpd
  -o smtpd_forbid_bare_newline=no -o relay_recipient_maps=
pickup unix n - n 60 1 pickup
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
verify unix - - n - 1 verify
flush unix n - n 1000? 0 flush
proxymap unix - - n - - proxymap
smtp unix - - n - - smtp
relay unix - - n - - smtp
showq unix n - n - - showq
error unix - - n - - error
retry unix - - n - - error
discard unix - - n - - discard
anvil unix - - n - 1 anvil
scache unix - - n - 1 scache
postlog unix-dgram n - n - 1 postlogd
`;
}
