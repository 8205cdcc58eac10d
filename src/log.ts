/** The log: JSON lines on standard error, without phone numbers, tokens, bodies or subjects. */

import { destination, pino } from 'pino';

export type Logger = ReturnType<typeof makeLog>;

/** Standard output belongs to commands (`--json`), so the log goes to standard error. */
export function makeLog(level: string) {
  return pino(
    {
      level,
      base: { name: 'tldops' },
      redact: {
        paths: ['token', 'text', 'subject', 'phone', 'phones', '*.token', '*.text', '*.phones'],
        censor: '(not logged)',
      },
    },
    destination({ dest: 2, sync: true }),
  );
}
