/** Writes docs/REASONS.md: every reason code with its meaning. */

/** The page for these codes, in their order. */
export function renderReasonsPage(reasons: Readonly<Record<string, string>>): string {
  return [
    '# Reason codes',
    '',
    'Written by `npm run docs` from `src/machines/reasons.ts`; change it there.',
    '',
    'Each mail, and each row of the audit trail, carries one of these. `tldops inbox --json` shows',
    'them as `reason`; `tldops why N` tells a case in sentences.',
    '',
    '| code | meaning |',
    '| --- | --- |',
    ...Object.entries(reasons).map(([code, meaning]) => `| \`${code}\` | ${meaning} |`),
    '',
  ].join('\n');
}
