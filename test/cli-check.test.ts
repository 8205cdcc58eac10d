/** `tldops check` as a process: what it says of the keys that are pinned for Validators, and of RDAP. */

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { runCli } from './support/cli.ts';
import { keyFolder } from './support/openpgp.ts';
import { type RdapReply, makeCertificate, sendRdap, startRdap } from './support/rdap-server.ts';
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

const notFound: RdapReply = (response) => sendRdap(response, '{"errorCode":404}', 404);
const unreadable: RdapReply = (response) => sendRdap(response, '{}');

/** Checks an engine that asks this RDAP server; `trusted`: NODE_EXTRA_CA_CERTS names its certificate. */
async function checkRdap(reply: RdapReply, trusted: boolean) {
  const rig = await openRig();
  const certificate = await makeCertificate();
  const server = await startRdap(reply, certificate);
  const dir = await mkdtemp(join(tmpdir(), 'ca-'));
  onTestFinished(async () => {
    await server.close();
    await rm(dir, { recursive: true });
  });
  const ca = join(dir, 'ca.pem');
  await writeFile(ca, certificate.cert);
  return runCli(['check'], {
    ...rig.environment,
    DATABASE_URL: rig.url,
    TLDOPS_REGISTRY: `rdap+https://localhost:${server.port}`,
    ...(trusted ? { NODE_EXTRA_CA_CERTS: ca } : {}),
  });
}

it.each<[string, RdapReply, boolean, RegExp, number]>([
  ['answers', notFound, true, /^ok {4}registry: rdap\+https:\/\/localhost:\d+ answers\.$/m, 0],
  ['is not trusted', notFound, false, /^WRONG registry: .*\(self-signed certificate/m, 1],
  ['sends nonsense', unreadable, true, /^WRONG registry: .* read: no-domain-object\./m, 1],
])('an RDAP server that %s', async (_, reply, trusted, words, code) => {
  const ended = await checkRdap(reply, trusted);
  expect(ended.stdout).toMatch(words);
  expect(ended.code).toBe(code);
});
