/** ARCHITECTURE.md holds: imports run one way, the core is pure, no file grows beyond reading. */

import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  findCircles,
  findForbiddenImports,
  readImports,
  readRules,
  type Sources,
} from '../scripts/imports.ts';
import { findImpurities } from '../scripts/purity.ts';

const root = new URL('..', import.meta.url).pathname;
const read = (path: string) => readFileSync(`${root}${path}`, 'utf8');

const rules = readRules(read('ARCHITECTURE.md'));
const sources: Sources = new Map(
  globSync('src/**/*.ts', { cwd: root })
    .toSorted()
    .map((path) => [path, read(path)]),
);

describe('the source', () => {
  it('imports only what the tables of ARCHITECTURE.md allow', () => {
    expect(findForbiddenImports(sources, rules)).toEqual([]);
  });

  it('has no circle of imports, types included', () => {
    expect(findCircles(sources)).toEqual([]);
  });

  it('reads clock, chance and environment only at its edges, and no file is too long', () => {
    expect(findImpurities(sources)).toEqual([]);
  });
});

const TABLE = `
| part | files | parts | packages |
| --- | --- | --- | --- |
| words | \`src/words/\` | – | \`node:crypto\` |
| core | \`src/\` | words | \`xstate\` \`@scope/kit\` |
| main | \`src/main.ts\` | words, core | – |

| package | file |
| --- | --- |
| \`xstate\` | \`src/machine.ts\` |
`;

const GOOD = {
  'src/words/token.ts': `import { createHash } from 'node:crypto';\n`,
  'src/machine.ts': `import {\n  setup,\n} from 'xstate/graph';\nimport type { T } from './words/token.ts';\n`,
  'src/kit.ts': `export * from '@scope/kit/deep';\n`,
  'src/main.ts': `const m = await import('./machine.ts');\n`,
};

/** The faults of the good files with some of them replaced. */
function faultsWith(changed: Record<string, string>): string[] {
  return findForbiddenImports(new Map(Object.entries({ ...GOOD, ...changed })), readRules(TABLE));
}

describe('the check of imports', () => {
  it('finds nothing in files that keep to the table', () => {
    expect(faultsWith({})).toEqual([]);
  });

  it.each([
    ['an import against the direction', { 'src/words/a.ts': `import { m } from '../machine.ts';` }],
    ['a type imported against it', { 'src/words/a.ts': `import type { M } from '../machine.ts';` }],
    ['a re-export against it', { 'src/words/a.ts': `export { m } from '../machine.ts';` }],
    ['a re-exported type', { 'src/words/a.ts': `export type {\n  M,\n} from '../machine.ts';` }],
    ['an import for effect', { 'src/words/a.ts': `import '../machine.ts';` }],
    ['a dynamic import', { 'src/words/a.ts': `const m = await import(\n  '../machine.ts'\n);` }],
    ['an imported type in place', { 'src/words/a.ts': `let m: import('../machine.ts').M;` }],
    ['a computed import', { 'src/main.ts': 'await import(`./${name}.ts`);' }],
    ['a package found without import', { 'src/main.ts': `require.resolve('pg/package.json');` }],
    ['require', { 'src/main.ts': `const m = require('pg');` }],
    ['a package that the part may not know', { 'src/words/a.ts': `import pg from 'pg';` }],
    ['a built-in without its prefix', { 'src/words/a.ts': `import { x } from 'crypto';` }],
    ['a built-in that is not listed', { 'src/words/a.ts': `import fs from 'node:fs';` }],
    ['a second file with a package of one', { 'src/two.ts': `import { setup } from 'xstate';` }],
    ['a file that does not exist', { 'src/a.ts': `import { x } from './gone.ts';` }],
    ['an import out of the source', { 'src/a.ts': `import { x } from '../test/support/a.ts';` }],
    ['a file in no part', { 'lib/a.ts': '' }],
    ['an allowance that nobody uses', { 'src/kit.ts': '' }],
  ])('finds %s', (_what, changed) => {
    expect(faultsWith(changed as unknown as Record<string, string>)).toHaveLength(1);
  });

  it('finds a part without files', () => {
    const files = new Map(Object.entries(GOOD));
    files.delete('src/main.ts');
    expect(findForbiddenImports(files, readRules(TABLE))).toEqual([
      'the import table has a part without files: main',
    ]);
  });

  it('refuses a table that names an unknown part, and a text without a table', () => {
    expect(() => readRules(TABLE.replace('words, core', 'words, cor'))).toThrow('cor');
    expect(() => readRules('# Nothing here')).toThrow('no table');
  });

  it('takes no comment and no string for an import', () => {
    const text = [
      `// import { a } from 'a';`,
      `/** See import('b').`,
      ` * import { c } from 'c';`,
      ` */`,
      `const from = Array.from('d');`,
      `export const words = ['important', 'from'];`,
    ];
    expect(readImports(text.join('\n'))).toEqual([]);
  });
});

describe('the check of circles', () => {
  it.each([
    ['of run-time imports', `import { a } from './a.ts';`],
    ['closed by a type alone', `import type { A } from './a.ts';`],
  ])('finds a circle %s', (_what, closing) => {
    const files = new Map([
      ['src/a.ts', `import { b } from './b.ts';`],
      ['src/b.ts', `import { c } from './c.ts';`],
      ['src/c.ts', closing],
    ]);
    expect(findCircles(files)).toEqual(['src/a.ts > src/b.ts > src/c.ts > src/a.ts']);
  });

  it('lets two ways to the same file pass', () => {
    const files = new Map([
      ['src/a.ts', `import './b.ts';\nimport './c.ts';`],
      ['src/b.ts', `import './c.ts';`],
      ['src/c.ts', ''],
    ]);
    expect(findCircles(files)).toEqual([]);
  });
});

describe('the check of purity', () => {
  it.each([
    ['src/pipeline/a.ts', `const home = process.env['HOME'];`],
    ['src/main.ts', 'const { HOME } = process?.env;'],
    ['src/pipeline/a.ts', 'const at = Date.now();'],
    ['src/pipeline/a.ts', 'const clock = { now: Date.now };'],
    ['src/store/a.ts', 'const at = new Date();'],
    ['src/store/a.ts', 'const at = new Date;'],
    ['src/store/a.ts', 'const at = Date();'],
    ['src/store/a.ts', 'const die = Math.random();'],
    ['src/store/a.ts', `import { randomUUID } from 'node:crypto';`],
    ['src/machines/a.ts', 'export async function a() {}'],
    ['src/machines/a.ts', 'const a = async (b) => b;'],
    ['src/machines/a.ts', 'const a = await b;'],
    ['src/machines/a.ts', 'export function a(): Promise<void> {}'],
    ['src/machines/a.ts', 'setTimeout(a, 10);'],
    ['src/machines/a.ts', 'process.exit(1);'],
    ['src/machines/a.ts', 'const x = 1;\n'.repeat(401)],
  ])('finds a breach in %s: %s', (path, text) => {
    expect(findImpurities(new Map([[path, text]]))).toHaveLength(1);
  });

  it.each([
    ['src/store/a.ts', 'const at = new Date(row.at);'],
    ['src/store/a.ts', 'function when(at: Date): Date { return at; }'],
    ['src/main.ts', 'const now = () => new Date();'],
    ['src/config.ts', 'const all = process.env;'],
    ['src/pipeline/a.ts', '// never Date.now() here'],
    ['src/machines/a.ts', `const text = 'We await your answer.';`],
    ['src/machines/a.ts', 'const x = 1;\n'.repeat(400)],
  ])('lets pass in %s: %s', (path, text) => {
    expect(findImpurities(new Map([[path, text]]))).toEqual([]);
  });
});
