/** The folder of the fictional ccTLDs and their regions, for TLDOPS_TABLES. */

import { fileURLToPath } from 'node:url';

export const TEST_TABLES = fileURLToPath(new URL('tables', import.meta.url));
