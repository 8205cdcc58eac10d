/** One reader of mails for all engines of a test file: its thread takes half a second to start. */

import { afterAll } from 'vitest';
import { makeReader } from '../../src/pipeline/parse-pool.ts';

export const sharedReader = makeReader({ names: { list: 'tld-ops', domain: 'lists.example' } });

afterAll(() => sharedReader.close());
