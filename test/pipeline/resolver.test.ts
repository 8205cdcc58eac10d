import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { makeLookup } from '../../src/pipeline/resolver.ts';
import type { Lookup } from '../../src/pipeline/resolver.ts';
import { startDns } from '../support/dns-server.ts';
import type { DnsServer } from '../support/dns-server.ts';

const LONG = 'x'.repeat(3000);

let dns: DnsServer;
let lookup: Lookup;
beforeEach(async () => {
  const zone = {
    'nic.xa': {
      TXT: ['one', 'two'],
      A: ['192.0.2.1'],
      MX: [{ preference: 10, exchange: 'mx.nic.xa' }],
    },
    'long.xa': { TXT: [LONG] },
  };
  dns = await startDns(zone, { fail: ['broken.xa'], silent: ['silent.xa'] });
  lookup = makeLookup({ servers: [dns.address], deadlineMs: 300 });
});
afterEach(async () => {
  lookup.close();
  await dns.close();
});

describe('a lookup', () => {
  it('answers from the configured server', async () => {
    expect(await lookup.resolve('nic.xa', 'TXT')).toEqual([['one'], ['two']]);
    expect(await lookup.resolve('nic.xa', 'A')).toEqual(['192.0.2.1']);
    expect(await lookup.resolve('nic.xa', 'MX')).toMatchObject([
      { priority: 10, exchange: 'mx.nic.xa' },
    ]);
  });

  it('asks again over TCP when the answer is too long for UDP', async () => {
    const answer = (await lookup.resolve('long.xa', 'TXT')) as string[][];
    expect(answer.map((strings) => strings.join(''))).toEqual([LONG]);
  });

  it('asks each question once, whatever its capitals', async () => {
    await Promise.all([lookup.resolve('nic.xa', 'TXT'), lookup.resolve('NIC.xa', 'TXT')]);
    await lookup.resolve('nic.xa', 'TXT');
    expect(dns.questions).toEqual(['TXT nic.xa']);
  });

  it.each([
    ['no such name', 'missing.xa', 'TXT', 'ENOTFOUND', false],
    ['nothing of that type', 'nic.xa', 'AAAA', 'ENODATA', false],
    ['SERVFAIL', 'broken.xa', 'TXT', 'ESERVFAIL', true],
    ['no answer', 'silent.xa', 'TXT', 'ETIMEOUT', true],
    ['no answer, in capitals and with a root dot', 'SILENT.xa.', 'TXT', 'ETIMEOUT', true],
  ])(
    'with %s is an error, and trouble only when that is no answer',
    async (_, name, type, code, isTrouble) => {
      await expect(lookup.resolve(name, type)).rejects.toMatchObject({ code });
      expect([...lookup.troubled]).toEqual(
        isTrouble ? [name.toLowerCase().replace(/\.$/, '')] : [],
      );
    },
  );

  it('waits no longer than its deadline', async () => {
    const start = performance.now();
    await expect(lookup.resolve('silent.xa', 'TXT')).rejects.toThrow(/silent/);
    expect(performance.now() - start).toBeLessThan(3000);
  });
});
