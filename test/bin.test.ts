/** bin/tldops starts the command line as Postfix calls it: any directory, bare PATH, through links. */

import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const launcher = new URL('../bin/tldops', import.meta.url).pathname;

// Stands where src/cli.ts stands: ends as its arguments say.
const PROGRAM = `
const [, , ...args] = process.argv;
const what = args.at(-1) ?? '';
if (what === 'throw') throw new Error('a fault');
if (what === 'kill') process.kill(process.pid, 'SIGKILL');
if (what.startsWith('exit=')) process.exitCode = Number(what.slice(5));
const typed: string = JSON.stringify({ args, cwd: process.cwd() });
console.log(typed);
`;

let base: string;
let checkout: string;

beforeAll(() => {
  base = mkdtempSync(`${tmpdir()}/tldops bin `);
  checkout = makeCheckout('checkout');
  makeNode('old', 'echo v20.20.2');
  makeNode('strange', 'echo hello');
  makeNode('new', 'if [ "$1" = --version ]; then echo v26.1.0; else echo "the system node"; fi');
});

afterAll(() => rmSync(base, { recursive: true }));

/** A checkout with the launcher, a program, and this Node as the one of node_modules. */
function makeCheckout(name: string): string {
  const root = `${base}/${name}`;
  for (const folder of ['bin', 'src', 'node_modules/.bin'])
    mkdirSync(`${root}/${folder}`, { recursive: true });
  copyFileSync(launcher, `${root}/bin/tldops`);
  writeFileSync(`${root}/package.json`, '{ "type": "module" }');
  writeFileSync(`${root}/src/cli.ts`, PROGRAM);
  writeFileSync(`${root}/node_modules/.package-lock.json`, '{}');
  symlinkSync(process.execPath, `${root}/node_modules/.bin/node`);
  return root;
}

/** A folder for PATH that holds a program named node. */
function makeNode(folder: string, script: string): void {
  mkdirSync(`${base}/${folder}`);
  writeFileSync(`${base}/${folder}/node`, `#!/bin/sh\n${script}\n`);
  chmodSync(`${base}/${folder}/node`, 0o755);
}

interface Options {
  readonly file?: string;
  readonly cwd?: string;
  readonly system?: 'old' | 'strange' | 'new';
}

function run(args: readonly string[], options: Options = {}) {
  const { file = `${checkout}/bin/tldops`, cwd = '/', system = 'old' } = options;
  const env = { PATH: `${base}/${system}:/usr/bin:/bin` };
  const { status, stdout, stderr } = spawnSync(file, args, { cwd, env, encoding: 'utf8' });
  return { status, stdout, stderr };
}

const printed = (args: readonly string[], cwd = '/') => ({
  status: 0,
  stdout: `${JSON.stringify({ args, cwd })}\n`,
  stderr: '',
});

describe('bin/tldops', () => {
  it('passes arguments through unchanged, and prints nothing of its own', () => {
    const args = ['show', 'a b', '', '$HOME "x" *', '--json'];
    expect(run(args)).toEqual(printed(args));
  });

  it('works without arguments', () => {
    expect(run([])).toEqual(printed([]));
  });

  it.each([0, 1, 64, 75, 78])('passes exit code %i through', (code) => {
    expect(run(['inbox', `exit=${code}`]).status).toBe(code);
  });

  it('runs in the directory of the caller', () => {
    expect(run(['inbox'], { cwd: base })).toEqual(printed(['inbox'], base));
  });

  it('is found by a relative path', () => {
    expect(run(['inbox'], { cwd: base, file: './checkout/bin/tldops' }).status).toBe(0);
  });

  it('is found through links, absolute and relative, one after the other', () => {
    symlinkSync(`${checkout}/bin/tldops`, `${base}/absolute`);
    mkdirSync(`${base}/deep`);
    symlinkSync('../absolute', `${base}/deep/relative`);
    expect(run(['inbox'], { file: `${base}/deep/relative` })).toEqual(printed(['inbox']));
  });

  it('is found through a link to the checkout', () => {
    symlinkSync('checkout', `${base}/current`);
    expect(run(['inbox'], { file: `${base}/current/bin/tldops` })).toEqual(printed(['inbox']));
  });

  it.each(['old', 'strange'] as const)(
    "takes the Node of node_modules when the system's is %s",
    (system) => {
      expect(run(['inbox'], { system })).toEqual(printed(['inbox']));
    },
  );

  it("takes the system's Node when it is 24 or newer", () => {
    expect(run(['inbox'], { system: 'new' }).stdout).toBe('the system node\n');
  });
});

describe('bin/tldops receive', () => {
  it.each([0, 67, 69, 75])('passes exit code %i through to Postfix', (code) => {
    expect(run(['receive', `exit=${code}`]).status).toBe(code);
  });

  it.each(['exit=1', 'exit=64', 'exit=78', 'throw', 'kill'])('turns %s into 75', (how) => {
    expect(run(['receive', how]).status).toBe(75);
  });

  it('is known behind an option too', () => {
    expect(run(['--json', 'receive', 'exit=1']).status).toBe(75);
  });

  it('is known by the first word only', () => {
    expect(run(['show', 'receive', 'exit=1']).status).toBe(1);
  });
});

describe('bin/tldops without an installation', () => {
  it.each([
    ['nothing is installed', 'node_modules', 'npm ci'],
    ['npm is not finished', 'node_modules/.package-lock.json', 'npm ci'],
    ['no Node is new enough', 'node_modules/.bin/node', 'Node 24'],
  ])('keeps the mail in the queue and says what to do when %s', (what, missing, advice) => {
    const root = makeCheckout(what);
    rmSync(`${root}/${missing}`, { recursive: true });
    const mail = run(['receive', 'exit=0'], { file: `${root}/bin/tldops` });
    const other = run(['inbox'], { file: `${root}/bin/tldops` });
    expect([mail.status, other.status]).toEqual([75, 78]);
    expect(other.stdout).toBe('');
    expect(other.stderr).toMatch(/^tldops: .*\n$/);
    expect(other.stderr).toContain(advice);
  });
});

const here = (args: readonly string[]) => run(args, { file: launcher });

describe('bin/tldops of this checkout', () => {
  it('says its version, which is that of package.json, and no warning', () => {
    const { version } = JSON.parse(
      readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
    ) as {
      version: string;
    };
    expect(here(['--version'])).toEqual({ status: 0, stdout: `${version}\n`, stderr: '' });
  });

  it('lists its commands on standard output', () => {
    const help = here(['--help']);
    expect(help).toMatchObject({ status: 0, stderr: '' });
    for (const command of ['serve', 'receive', 'inbox', 'why'])
      expect(help.stdout).toContain(command);
  });

  it.each([['no-such-command'], ['show'], ['inbox', '--no-such-option']])(
    'ends with 64 for %s',
    (...args) => {
      const wrong = here(args);
      expect([wrong.status, wrong.stdout]).toEqual([64, '']);
      expect(wrong.stderr).toContain('error:');
    },
  );

  it('lists all faults of the settings, and ends with 78', () => {
    const faults = here(['serve']);
    expect([faults.status, faults.stdout]).toEqual([78, '']);
    expect(faults.stderr).toMatch(/TLDOPS_DOMAIN is not set.*\n.*TLDOPS_VALIDATORS is not set/);
  });

  it.each([
    [[]],
    [['sender@a.example']],
    [['sender@a.example', 'tld-ops-join@b.example']],
    [['--odd']],
  ])(
    'keeps the mail in the queue when receive is called wrongly or without settings: %j',
    (args) => {
      expect(here(['receive', ...args]).status).toBe(75);
    },
  );
});
