/** Finds source files that read a clock, chance or the environment where they must not, or grow too long. */

import { type Sources, withoutComments } from './imports.ts';

/** One habit that is forbidden in most places. */
interface Ban {
  readonly what: string;
  readonly pattern: RegExp;
  /** True for the files in which it is forbidden. */
  readonly where: (path: string) => boolean;
}

/** Where the clock and chance are read, to be handed down as `now` and `random`. */
const EDGES: readonly string[] = ['src/main.ts', 'src/cli.ts', 'src/cli/', 'src/demo/'];

// The embedded database names its temporary files and its connections; no decision depends on that.
const CHANCE: readonly string[] = [...EDGES, 'src/store/embedded'];

const LONGEST = 400;

const inside = (prefixes: readonly string[]) => (path: string) =>
  prefixes.some((prefix) => path.startsWith(prefix));
const outside = (prefixes: readonly string[]) => (path: string) => !inside(prefixes)(path);

const BANS: readonly Ban[] = [
  {
    what: 'reads the environment',
    pattern: /\bprocess\s*(?:\?\.|\.)\s*env\b|\bprocess\s*\[|\bimport\.meta\.env\b/,
    where: outside(['src/config.ts']),
  },
  {
    what: 'reads the clock',
    pattern:
      /\bDate\s*\.\s*now\b|\bnew\s+Date\b(?!\s*\(\s*[^)\s])|(?<!new\s)(?<![\w.])Date\s*\(|\bTemporal\.Now\b/,
    where: outside(EDGES),
  },
  {
    what: 'makes chance',
    pattern:
      /\bMath\s*\.\s*random\b|\brandom(?:Bytes|Int|UUID|FillSync|Fill)\b|\bgetRandomValues\b/,
    where: outside(CHANCE),
  },
  {
    what: 'waits (async, await, Promise, a timer)',
    pattern:
      /\basync\s*(?:function\b|\*|\(|[\w$]+\s*(?:=>|\())|^\s*(?:(?:export\s+)?(?:const|let)\b[^=\n]*=\s*)?await\s|\bPromise\s*[.<(]|\bset(?:Timeout|Interval|Immediate)\s*\(|\bqueueMicrotask\b/m,
    where: inside(['src/machines/']),
  },
  {
    what: 'touches the process',
    pattern: /\bprocess\s*\.|\bperformance\s*\.|\bconsole\s*\.|\bfetch\s*\(|\bglobalThis\b/,
    where: inside(['src/machines/']),
  },
];

/** Every breach, one sentence each; an empty list when all is well. */
export function findImpurities(files: Sources): string[] {
  return [...files].flatMap(([path, source]) => {
    const lines = source.trimEnd().split('\n').length;
    const code = withoutComments(source);
    const breaches = BANS.filter((ban) => ban.where(path) && ban.pattern.test(code));
    return [
      ...breaches.map((ban) => `${path} ${ban.what}`),
      ...(lines > LONGEST ? [`${path} has ${lines} lines, over ${LONGEST}`] : []),
    ];
  });
}
