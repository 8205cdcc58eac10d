/** postfix/setup changes only what it must, says so before, and takes all of it back. */

import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { age, CHECKOUT, makeFolder, postfixIsHere } from '../support/postfix.ts';

const here = await postfixIsHere();

/** As on a host that serves others. */
const MAIN = `# Our host.
compatibility_level = 3.6
myhostname = mx.host.example
mydestination = $myhostname, localhost
relay_domains = other.example
relay_recipient_maps = inline:{{@other.example = x}}
transport_maps = inline:{ {other.example = smtp:[192.0.2.1]}, {x.example = discard:} }
message_size_limit = 50000000
minimal_backoff_time = 10m
maximal_backoff_time = 5m
`;
const MASTER = `smtp inet n - y - - smtpd
rewrite unix - - y - - trivial-rewrite
# Our own.
other unix - n n - - pipe
  flags=R user=nobody argv=/bin/true
`;
const DOMAIN = ['--domain', 'lists.example'];
const PIPE = ['--pipe', '--user', 'nobody', '--env-file', '/etc/tldops-test.env'];

let dir: string;

/** Runs it on the folder; what it printed, and its exit code. */
function setup(...args: readonly string[]) {
  age(dir);
  const { status, stdout, stderr } = spawnSync(
    join(CHECKOUT, 'postfix/setup'),
    ['--config-dir', dir, ...args],
    { encoding: 'utf8', cwd: '/' },
  );
  return { status, stdout, stderr };
}

/** What Postfix itself says; a warning about anything that it does not know fails the test. */
function postconf(...args: readonly string[]): string {
  age(dir);
  const { stdout, stderr } = spawnSync('postconf', ['-c', dir, ...args], { encoding: 'utf8' });
  expect(stderr).toBe('');
  return stdout.trim();
}

function files(): Record<string, string> {
  return Object.fromEntries(
    readdirSync(dir).map((name) => [name, readFileSync(join(dir, name), 'utf8')]),
  );
}

function begin(main: string): void {
  writeFileSync(join(dir, 'main.cf'), main);
  writeFileSync(join(dir, 'master.cf'), MASTER);
}

beforeEach(() => {
  dir = makeFolder();
  begin(MAIN);
});
afterEach(() => rmSync(dir, { recursive: true }));

describe.skipIf(!here)('postfix/setup', () => {
  it('puts ours beside what is there', () => {
    expect(setup(...DOMAIN)).toMatchObject({ status: 0, stderr: '' });
    expect(postconf('-n', 'relay_domains')).toBe('relay_domains = other.example, lists.example');
    expect(postconf('-h', 'relay_recipient_maps')).toBe(
      'texthash:$config_directory/tldops_recipients, inline:{{@other.example = x}}',
    );
    expect(postconf('-h', 'transport_maps')).toBe(
      'texthash:$config_directory/tldops_transport, inline:{ {other.example = smtp:[192.0.2.1]}, {x.example = discard:} }',
    );
    expect(postconf('-h', 'smtpd_forbid_bare_newline_exclusions')).toBe('');
    expect(postconf('-M', 'tldops/unix')).toContain('lmtp');
    expect(readFileSync(join(dir, 'master.cf'), 'utf8')).toContain(MASTER);
  });

  it('lowers times, raises none, and leaves a size that is meant for other mail', () => {
    expect(setup(...DOMAIN).stdout).toContain('note: message_size_limit is 50000000 and stays');
    expect(postconf('-h', 'minimal_backoff_time')).toBe('60s');
    expect(postconf('-h', 'maximal_backoff_time')).toBe('5m');
    expect(postconf('-h', 'message_size_limit')).toBe('50000000');
  });

  it('sets the size where nobody has, below that of the engine', () => {
    begin('compatibility_level = 3.6\nmyhostname = mx.host.example\n');
    setup(...DOMAIN);
    expect(postconf('-h', 'message_size_limit')).toBe('10200000');
  });

  it.each([
    ['LMTP', []],
    ['the pipe', PIPE],
  ])('says what it would do with %s, does it, does it once, and takes it back', (_, how) => {
    const [before, said] = [files(), postconf('-n')];
    const dry = setup(...DOMAIN, ...how, '--dry-run');
    expect(files()).toEqual(before);

    const real = setup(...DOMAIN, ...how);
    const last = 'Nothing was changed (--dry-run).\n';
    expect(dry).toEqual({ status: 0, stdout: `${real.stdout}${last}`, stderr: '' });

    const once = files();
    expect(setup(...DOMAIN, ...how).stdout).toMatch(/^note: .*\nNothing to change\.\n$/);
    expect(files()).toEqual(once);

    expect(setup('--remove')).toMatchObject({ status: 0, stderr: '' });
    const after = files();
    expect(Object.keys(after)).toEqual(Object.keys(before));
    expect(after['master.cf']).toBe(before['master.cf']);
    expect(postconf('-n').split('\n').toSorted()).toEqual(said.split('\n').toSorted());
    expect(setup('--remove').stdout).toBe('Nothing to change.\n');
  });

  it('goes from LMTP to the pipe and back', () => {
    setup(...DOMAIN);
    const lmtp = { ...files(), 'main.cf': postconf('-n'), 'master.cf': postconf('-M') };
    setup(...DOMAIN, ...PIPE);
    expect(postconf('-h', 'tldops_destination_recipient_limit')).toBe('1');
    setup(...DOMAIN);
    expect({ ...files(), 'main.cf': postconf('-n'), 'master.cf': postconf('-M') }).toEqual(lmtp);
  });

  it('removes nothing that somebody changed since', () => {
    setup(...DOMAIN);
    postconf(
      '-e',
      'minimal_backoff_time = 90s',
      'relay_domains = a.example, lists.example, b.example',
    );
    setup('--remove');
    expect(postconf('-h', 'minimal_backoff_time')).toBe('90s');
    expect(postconf('-h', 'relay_domains')).toBe('a.example, b.example');
  });

  it('takes domain, name, door and size from the settings of the engine', () => {
    begin('compatibility_level = 3.6\nmyhostname = mx.host.example\n');
    const file = join(dir, 'engine.env');
    const listen = 'smtp://127.0.0.1:2525,lmtp://[::1]:2424';
    const lines = ['TLDOPS_DOMAIN="L.example"', 'TLDOPS_LIST=ops', `TLDOPS_LISTEN=${listen}`];
    writeFileSync(file, [...lines, "TLDOPS_MAX_SIZE='5120000'", ''].join('\n'));
    expect(setup('--env-file', file).status).toBe(0);
    const { tldops_transport: transport, tldops_recipients: recipients } = files();
    expect(transport).toContain('\nl.example tldops:inet:[::1]:2424\n');
    expect(recipients).toContain('\nops-join@l.example ');
    expect(postconf('-h', 'message_size_limit')).toBe('5100000');
  });
});

describe.skipIf(!here)('postfix/setup changes nothing and says why', () => {
  it.each([
    ['the domain has mailboxes here', 'mydestination = lists.example', DOMAIN, 1, 'mydestination'],
    ['addresses are parted otherwise', 'recipient_delimiter = -', DOMAIN, 1, 'recipient_delimiter'],
    ['others would lose their mail', 'relay_recipient_maps =', DOMAIN, 1, '@other.example = x'],
    ['no domain is named', '', [], 64, '--domain'],
    ['the domain is none', '', ['--domain', 'a b'], 64, 'not a domain'],
    ['the domain is code', '', ['--domain', '$(id)|x'], 64, 'not a domain'],
    ['the domain is two lines', '', ['--domain', 'a.example\nb.example'], 64, 'not a domain'],
    ['the domain is in another script', '', ['--domain', 'bücher.example'], 64, 'xn--'],
    ['the name is none', '', [...DOMAIN, '--list', 'a@b'], 64, 'not a name'],
    ['the door speaks no LMTP', '', [...DOMAIN, '--door', 'smtp://127.0.0.1:25'], 64, 'LMTP'],
    ['the door is no door', '', [...DOMAIN, '--door', 'lmtp://a;b:1'], 64, 'not a door'],
    ['the user is unknown', '', [...DOMAIN, '--pipe', '--user', 'no-such'], 1, 'adduser'],
    ['the user is root', '', [...DOMAIN, '--pipe', '--user', 'root'], 1, 'no command as root'],
    ['an option is unknown', '', [...DOMAIN, '--odd'], 64, '--odd'],
    ['an option has no value', '', ['--domain'], 64, 'needs a value'],
  ])('when %s', (_, line, args, status, words) => {
    const name = line.split(' ')[0] ?? '';
    begin(`${MAIN.replace(new RegExp(`^${name || '-'} .*\n`, 'm'), '')}${line}\n`);
    const before = files();
    const result = setup('--env-file', '/nonexistent', ...args);
    expect({ status: result.status, stdout: result.stdout }).toEqual({ status, stdout: '' });
    expect(result.stderr).toContain(words);
    expect(files()).toEqual(before);
  });

  it('when the list has another domain already', () => {
    setup(...DOMAIN);
    const before = files();
    const result = setup('--domain', 'new.example');
    expect(result).toMatchObject({ status: 1, stdout: '' });
    expect(result.stderr).toContain('--remove first');
    expect(files()).toEqual(before);
    expect(existsSync(join(dir, 'tldops_saved'))).toBe(true);
  });
});
