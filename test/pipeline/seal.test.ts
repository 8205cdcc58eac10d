/** The list's ARC seal: what a receiver makes of it, and keys that make none. */

import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { authenticate } from 'mailauth';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Authentication } from '../../src/machines/words/mail.ts';
import { makeLookup } from '../../src/pipeline/resolver.ts';
import { readArcKey, seal } from '../../src/pipeline/seal.ts';
import { type DnsServer, startDns } from '../support/dns-server.ts';
import { rawMail } from '../support/mail-text.ts';
import { keyRecord, sealMail } from '../support/sign.ts';

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const RECORD = `v=DKIM1; k=rsa; p=${publicKey.export({ type: 'spki', format: 'der' }).toString('base64')}`;
const FOUND: Authentication = {
  spf: { result: 'pass', domain: 'nic.xa' },
  dkim: [{ result: 'pass', domain: 'nic.xa', selector: 's1', aligned: true }],
  dmarc: { result: 'pass', domain: 'nic.xa', policy: 'reject' },
  proven: true,
  facts: [],
};

let folder: string;
let dns: DnsServer;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tldops-arc-'));
  dns = await startDns({
    'arc2026._domainkey.lists.example': { TXT: [RECORD] },
    'arc._domainkey.fwd.example': { TXT: [keyRecord()] },
  });
});
afterAll(async () => {
  await dns.close();
  rmSync(folder, { recursive: true });
});

function keyFile(name: string, content: string): { selector: string; file: string } {
  const file = join(folder, name);
  writeFileSync(file, content);
  return { selector: 'arc2026', file };
}

const pem = (key: typeof privateKey) => key.export({ type: 'pkcs8', format: 'pem' }).toString();
const good = () => ({ key: keyFile('arc.pem', pem(privateKey)), domain: 'lists.example' });

/** What a receiver finds. */
async function check(message: Buffer) {
  const lookup = makeLookup({ servers: [dns.address], deadlineMs: 2_000 });
  const { arc } = await authenticate(message, {
    ip: '192.0.2.1',
    helo: 'mx.lists.example',
    sender: 'tld-ops-bounces@lists.example',
    mta: 'mx.reader.example',
    resolver: lookup.resolve as never,
    disableBimi: true,
  }).finally(() => lookup.close());
  if (arc === false) throw new Error('nothing was checked');
  return {
    result: arc.status.result,
    chain: arc.i,
    found: JSON.stringify(arc.authenticationResults),
  };
}

it('a receiver verifies it, and reads what we found', async () => {
  const sealed = await seal(rawMail(), FOUND, good());
  const seen = await check(sealed);
  expect(seen).toMatchObject({ result: 'pass', chain: 1 });
  expect(seen.found).toContain('"mta":"lists.example"');
  expect(seen.found).toContain('"result":"pass","header":{"from":"nic.xa"}');
});

it('a change on the way breaks it', async () => {
  const sealed = await seal(rawMail(), FOUND, good());
  const changed = Buffer.from(sealed.toString('latin1').replace('Dear colleagues', 'Dear thieves'));
  expect(await check(changed)).toMatchObject({ result: 'fail' });
});

it('continues the chain of a forwarder', async () => {
  const authResults = 'mx.fwd.example; dmarc=pass header.from=nic.xa';
  const forwarded = await sealMail(rawMail(), { domain: 'fwd.example', authResults });
  const found = { ...FOUND, arc: { result: 'pass', sealer: 'fwd.example' } } as const;
  const sealed = await seal(forwarded, found, good());
  expect(await check(sealed)).toMatchObject({ result: 'pass', chain: 2 });
});

it('a chain that nobody checked, or of a mail that DNS said nothing about, gets none', async () => {
  const forwarded = await sealMail(rawMail(), {
    domain: 'fwd.example',
    authResults: 'x; spf=none',
  });
  await expect(seal(forwarded, FOUND, good())).rejects.toThrow('nobody checked the chain');
  await expect(seal(rawMail(), undefined, good())).rejects.toThrow('DNS did not say');
});

const ed25519 = generateKeyPairSync('ed25519').privateKey;
const short = generateKeyPairSync('rsa', { modulusLength: 768 }).privateKey;
it.each([
  ['is no key', 'hello', 'holds no private key (PEM)'],
  ['is of a kind that ARC does not have', pem(ed25519), 'a key of type ed25519; ARC has RSA only'],
  ['is too short', pem(short), 'an RSA key of 768 bits; take 2048'],
])('a key file that %s is told in words', async (_, content, words) => {
  await expect(readArcKey(keyFile('other.pem', content))).rejects.toThrow(words);
});

it('a key file that is not there is told in words', async () => {
  const key = { selector: 'arc2026', file: join(folder, 'missing.pem') };
  await expect(readArcKey(key)).rejects.toThrow(/missing\.pem cannot be read: ENOENT/);
});
