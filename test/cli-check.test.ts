/** `tldops check` as a process: what it says of the keys that are pinned for Validators. */

import { expect, it } from 'vitest';
import { runCli } from './support/cli.ts';
import { keyFolder } from './support/openpgp.ts';
import { openRig } from './support/rig.ts';

it('names every file of the key folder that cannot be used, and ends with 1', async () => {
  const rig = await openRig();
  const folder = keyFolder({ 'val1@ccnso.example.asc': 'no key', 'val2@ccnso.example.asc': '' });
  const env = { ...rig.environment, DATABASE_URL: rig.url, TLDOPS_VALIDATOR_KEYS: folder };
  const { code, stdout } = await runCli(['check'], env);
  expect(stdout).toMatch(/WRONG validator keys: val1@ccnso\.example\.asc cannot be used: /);
  expect(stdout).toContain('val2@ccnso.example.asc names no Validator.');
  expect(stdout.match(/^WRONG/gm)).toHaveLength(1);
  expect(code).toBe(1);
});
