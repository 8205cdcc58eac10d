/** Reads the import table of ARCHITECTURE.md and finds the source files that break it. */

import { builtinModules } from 'node:module';
import { posix } from 'node:path';

/** One row of the table: a part of the source, and what its files may import. */
export interface Part {
  readonly name: string;
  /** A folder with a trailing slash, or one file; the longest that fits a path wins. */
  readonly path: string;
  readonly parts: readonly string[];
  readonly packages: readonly string[];
}

/** The two tables: parts, and packages that one file alone may know. */
export interface Rules {
  readonly parts: readonly Part[];
  readonly keepers: ReadonlyMap<string, string>;
}

/** Source files by their path from the root of the checkout, such as `src/main.ts`. */
export type Sources = ReadonlyMap<string, string>;

/** Reads both tables; throws when a table is missing or names a part that it does not have. */
export function readRules(markdown: string): Rules {
  const parts = readTable(markdown, 'part').map(
    ([name = '', path = '', allowed = '', packages]) => ({
      name,
      path: quoted(path)[0] ?? '',
      parts: allowed.split(/[\s,]+/).filter((word) => word !== '' && word !== '–'),
      packages: quoted(packages ?? ''),
    }),
  );
  const names = new Set(parts.map((part) => part.name));
  const unknown = parts.flatMap((part) => part.parts).filter((name) => !names.has(name));
  if (unknown.length > 0)
    throw new Error(`the import table has no part named ${unknown.join(', ')}`);
  const keepers = readTable(markdown, 'package').map(
    ([name = '', file = '']) => [quoted(name)[0] ?? '', quoted(file)[0] ?? ''] as const,
  );
  return { parts, keepers: new Map(keepers) };
}

// The rows of the table whose head begins with the given word, without head and rule.
function readTable(markdown: string, head: string): string[][] {
  const lines = markdown.split('\n');
  const start = lines.findIndex((line) => line.startsWith(`| ${head} |`));
  if (start === -1) throw new Error(`ARCHITECTURE.md has no table that begins with "| ${head} |"`);
  const rows: string[][] = [];
  for (const line of lines.slice(start + 2)) {
    if (!line.startsWith('|')) break;
    rows.push(
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
  }
  return rows;
}

function quoted(cell: string): string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? '');
}

/** Every import that breaks the tables, one sentence each; an empty list when all is well. */
export function findForbiddenImports(files: Sources, rules: Rules): string[] {
  const faults: string[] = [];
  const used = new Set<string>();
  for (const [path, text] of files) {
    const part = partOf(path, rules);
    if (part === undefined) {
      faults.push(`${path} belongs to no part of the import table`);
      continue;
    }
    for (const specifier of readImports(text)) {
      if (!specifier.startsWith('.')) used.add(`${part.name} ${packageOf(specifier)}`);
      const fault = judgeImport(path, specifier, files, rules, part);
      if (fault !== undefined) faults.push(fault);
    }
  }
  return [...faults, ...findIdleRows(files, rules, used)];
}

function judgeImport(
  path: string,
  specifier: string,
  files: Sources,
  rules: Rules,
  part: Part,
): string | undefined {
  if (specifier === COMPUTED) return `${path} imports a computed name`;
  if (!specifier.startsWith('.')) return judgePackage(path, packageOf(specifier), rules, part);
  const target = posix.join(posix.dirname(path), specifier);
  if (!files.has(target)) return `${path} imports ${specifier}, which is no source file`;
  const other = partOf(target, rules);
  if (other === undefined || other === part || part.parts.includes(other.name)) return undefined;
  return `${path} (${part.name}) imports ${target} (${other.name})`;
}

function judgePackage(path: string, name: string, rules: Rules, part: Part): string | undefined {
  if (builtinModules.includes(name)) return `${path} imports ${name} without "node:"`;
  if (!part.packages.includes(name)) return `${path} (${part.name}) imports the package ${name}`;
  const keeper = rules.keepers.get(name);
  if (keeper === undefined || keeper === path) return undefined;
  return `${path} imports ${name}, which only ${keeper} may know`;
}

// A row that allows what nobody does is a hole, or a picture of code that is gone.
function findIdleRows(files: Sources, rules: Rules, used: ReadonlySet<string>): string[] {
  const paths = [...files.keys()];
  const empty = rules.parts.filter((part) => !paths.some((path) => partOf(path, rules) === part));
  const idle = rules.parts.flatMap((part) =>
    part.packages
      .filter((name) => !used.has(`${part.name} ${name}`))
      .map((name) => ({ part, name })),
  );
  return [
    ...empty.map((part) => `the import table has a part without files: ${part.name}`),
    ...idle.map(
      ({ part, name }) => `the import table lets ${part.name} import ${name}: nobody does`,
    ),
  ];
}

function partOf(path: string, rules: Rules): Part | undefined {
  return rules.parts
    .filter((part) => (part.path.endsWith('/') ? path.startsWith(part.path) : path === part.path))
    .toSorted((a, b) => b.path.length - a.path.length)[0];
}

/** `kysely/migration` is kysely, `@scope/name/sub` is @scope/name, `node:fs/promises` is itself. */
function packageOf(specifier: string): string {
  if (specifier.startsWith('node:')) return specifier;
  return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
}

const COMPUTED = '(computed)';

/**
 * What a source file imports: static, re-exported, type-only, for effect and dynamic, in that order
 * of look-up. Relies on the formatter: one statement a line. An `import()` of anything but a literal
 * is given as `(computed)`.
 */
export function readImports(source: string): string[] {
  const code = withoutComments(source);
  const statics = code.matchAll(
    /^[ \t]*(?:import\b[^'"`;()]*?\bfrom|export\s+(?:type\s+)?(?:\*[^'"`;]*?|\{[^}]*\}\s*)\bfrom|import)\s*['"]([^'"]+)['"]/gm,
  );
  const dynamic = code.matchAll(
    /\b(?:import|require|require\.resolve|import\.meta\.resolve)\s*\(\s*(?:['"]([^'"]+)['"]\s*[,)])?/g,
  );
  return [...statics, ...dynamic].map((match) => match[1] ?? COMPUTED);
}

/** The source with comment lines emptied, so that line numbers stay; trailing comments remain. */
export function withoutComments(source: string): string {
  return source.replace(/^[ \t]*(?:\/\/|\*|\/\*(?!.*\*\/[ \t]*\S)).*$/gm, '');
}

/** Every circle of imports, type-only ones included, as `a > b > a`. */
export function findCircles(files: Sources): string[] {
  const done = new Set<string>();
  const circles: string[] = [];
  const visit = (path: string, way: readonly string[]): void => {
    if (way.includes(path)) circles.push([...way.slice(way.indexOf(path)), path].join(' > '));
    if (done.has(path)) return;
    done.add(path);
    for (const specifier of readImports(files.get(path) ?? '')) {
      if (specifier.startsWith('.'))
        visit(posix.join(posix.dirname(path), specifier), [...way, path]);
    }
  };
  for (const path of files.keys()) visit(path, []);
  return circles;
}
