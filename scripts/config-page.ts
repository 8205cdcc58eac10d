/** Writes docs/CONFIG.md: every setting, as the code that reads it describes it. */

/** One setting as src/config.ts lists it. */
export interface Setting {
  readonly name: string;
  readonly example: string;
  /** What holds when it is not set; absent when it must be set. */
  readonly fallback?: string;
  readonly meaning: string;
}

/** The page for these settings, in their order: those that must be set first. */
export function renderConfigPage(settings: readonly Setting[]): string {
  const needed = settings.filter((setting) => setting.fallback === undefined);
  const optional = settings.filter((setting) => setting.fallback !== undefined);
  return [
    '# Configuration',
    '',
    'Written by `npm run docs` from `src/config.ts`; change it there.',
    '',
    'The engine takes its settings from environment variables and reads them once, when it starts.',
    'It reports everything that is wrong with them at once, on standard error, and exits with 78.',
    '',
    '## Must be set',
    '',
    ...renderTable(needed, false),
    '',
    '## May be set',
    '',
    ...renderTable(optional, true),
    '',
  ].join('\n');
}

function renderTable(settings: readonly Setting[], optional: boolean): string[] {
  const cells = settings.map(({ name, example, fallback, meaning }) =>
    optional
      ? [code(name), code(example), code(fallback ?? ''), meaning]
      : [code(name), code(example), meaning],
  );
  const head = optional
    ? ['name', 'example', 'if not set', 'meaning']
    : ['name', 'example', 'meaning'];
  return [head, head.map(() => '---'), ...cells].map((row) => `| ${row.map(escape).join(' | ')} |`);
}

const code = (text: string): string => (text === '' ? '–' : `\`${text}\``);

const escape = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
