/** The documents are true: generated pages are fresh, links lead somewhere, commands exist. */

import {
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { setup } from 'xstate';
import { describe, expect, it, onTestFinished } from 'vitest';
import { drawChart } from '../scripts/chart.ts';
import { PAGES, findStalePages, writePages } from '../scripts/docs.ts';
import { findDeadLinks } from '../scripts/links.ts';
import { REASONS } from '../src/machines/reasons.ts';

const root = new URL('..', import.meta.url).pathname;
const read = (path: string) => readFileSync(`${root}${path}`, 'utf8');

const documents = globSync('{*.md,docs/**/*.md,postfix/**/*.md,test/**/*.md}', { cwd: root });
const source = globSync('src/**/*.ts', { cwd: root })
  .filter((path) => path !== 'src/machines/reasons.ts')
  .map(read)
  .join('\n');

function temporaryFolder(): string {
  const folder = mkdtempSync(`${tmpdir()}/tldops-docs-`);
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

describe('generated pages', () => {
  it('are what the code makes now; "npm run docs" writes them', () => {
    expect(findStalePages(root)).toEqual([]);
  });

  it('are the same each time that they are made', () => {
    expect(PAGES.map((page) => page.make())).toEqual(PAGES.map((page) => page.make()));
  });

  it('count as stale when missing or changed, and are fresh once written', () => {
    const folder = temporaryFolder();
    const pages = [
      { file: 'docs/a.md', make: () => 'a\n' },
      { file: 'docs/charts/b.mmd', make: () => 'b\n' },
    ];
    mkdirSync(`${folder}/docs`);
    writeFileSync(`${folder}/docs/a.md`, 'old\n');
    expect(findStalePages(folder, pages)).toEqual(['docs/a.md', 'docs/charts/b.mmd']);
    writePages(folder, pages);
    expect(findStalePages(folder, pages)).toEqual([]);
  });
});

describe('the chart', () => {
  it('shows events, guards, delays and actions, and nothing of xstate', () => {
    const machine = setup({
      actions: { tell: () => undefined, count: () => undefined },
      guards: { ready: () => true },
      delays: { patience: 1000 },
    }).createMachine({
      initial: 'asked-once',
      states: {
        'asked-once': {
          entry: ['count', { type: 'tell', params: { whom: 'anchor', again: true } }],
          on: { answer: { guard: 'ready', target: 'weighing', actions: 'tell' } },
          after: { patience: { actions: 'tell' } },
        },
        weighing: { always: [{ guard: 'ready', target: 'done' }, { target: 'asked-once' }] },
        done: {},
      },
    });
    expect(drawChart(machine)).toBe(`stateDiagram-v2
  [*] --> asked_once
  state "asked-once" as asked_once
  asked_once: entry / count, tell anchor again
  asked_once --> weighing: answer [ready] / tell
  asked_once: after patience / tell
  state "weighing" as weighing
  weighing --> done: [ready]
  weighing --> asked_once
  state "done" as done
  done --> [*]
`);
  });
});

describe('documents', () => {
  it('have no dead links among each other', () => {
    expect(findDeadLinks(root, documents)).toEqual([]);
  });

  it('are searched for dead links to files and to headings', () => {
    const folder = temporaryFolder();
    writeFileSync(
      `${folder}/a.md`,
      '[b](b.md#two-words) [c](c.md) [d](b.md#no) [e](https://x.example/)\n',
    );
    writeFileSync(`${folder}/b.md`, '# Two words!\n`[x](y.md)`\n```\n[z](z.md)\n# no\n```\n');
    expect(findDeadLinks(folder, ['a.md', 'b.md'])).toEqual([
      'a.md links to c.md, which is not there',
      'a.md links to b.md#no, which is not there',
    ]);
  });

  it('name only npm scripts that exist', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const named = documents.flatMap((page) =>
      [...read(page).matchAll(/\bnpm run ([a-z:-]+)|\bnpm (test)\b/g)].map(
        (match) => match[1] ?? match[2],
      ),
    );
    expect(named.filter((name) => name === undefined || !(name in scripts))).toEqual([]);
  });

  it('name only commands of tldops that exist', () => {
    const known = [...read('src/cli.ts').matchAll(/\bcommand\(\s*(?:\w+,\s*)?'([a-z-]+)/g)].map(
      (match) => match[1],
    );
    const code = documents.flatMap((page) => read(page).match(/```[\s\S]*?```|`[^`\n]+`/g) ?? []);
    const named = code.flatMap((text) =>
      [...text.matchAll(/(?:^|[`\n/]|run )tldops ([a-z]+)/g)].map((match) => match[1]),
    );
    expect(known.length).toBeGreaterThan(5);
    expect(named.filter((name) => !known.includes(name))).toEqual([]);
  });

  it('name only files of ours that exist', () => {
    const named = documents.flatMap((page) =>
      [
        ...read(page).matchAll(/`((?:src|bin|scripts|test|postfix|docs|\.ci)\/[\w./-]*\w)\/?`/g),
      ].map((match) => match[1] ?? ''),
    );
    expect([...new Set(named)].filter((path) => !existsSync(`${root}${path}`))).toEqual([]);
  });

  it('give the two commands of a newcomer in the README, and CI runs the second', () => {
    expect(read('README.md')).toContain('npm ci && npm run demo');
    expect(read('README.md')).toContain('npm ci && npm test');
    expect(read('.ci/run')).toMatch(/npm ci[\s\S]*npm test/);
  });
});

describe('reason codes', () => {
  const codes = Object.keys(REASONS);

  it('are all used somewhere in the source, written out or made by a template', () => {
    const made = [...source.matchAll(/`([a-z-]+-)\$\{[^}`]+\}`/g)].map((match) => match[1] ?? '');
    const used = (code: string) =>
      source.includes(`'${code}'`) || made.some((start) => code.startsWith(start));
    expect(codes.filter((code) => !used(code))).toEqual([]);
  });

  it('are there for all trouble that is reported', () => {
    const thrown = source.matchAll(/new (?:Temporary|Permanent)\(\s*'([^']+)'/g);
    const named = new Set([...thrown].map((match) => match[1] ?? ''));
    expect([...named].filter((code) => !codes.includes(code))).toEqual([]);
  });

  it('each have one sentence', () => {
    const sentences = Object.values<string>(REASONS);
    expect(sentences.filter((text) => !/^[A-Z][^\n|]+\.$/.test(text))).toEqual([]);
  });
});
