/** The version of the engine: that of package.json, which lies beside the source. */

import { readFileSync } from 'node:fs';

const own = readFileSync(new URL('../package.json', import.meta.url), 'utf8');

export const { version: VERSION } = JSON.parse(own) as { readonly version: string };
