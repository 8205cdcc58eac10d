/** Which fields of the header are proven with the author: by the server, by a signature, by a named host. */

import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Covered } from '../../src/machines/words/mail.ts';
import {
  authoredMail,
  checkMail,
  type CheckOptions,
  OWN,
  ZONE,
} from '../support/authentication.ts';
import { type DnsServer, startDns } from '../support/dns-server.ts';
import { rawMail } from '../support/mail-text.ts';
import { sealMail, signMail } from '../support/sign.ts';

let dns: DnsServer;
beforeEach(async () => {
  dns = await startDns(ZONE);
});
afterEach(async () => {
  await dns.close();
});

async function coveredOf(raw: Buffer, how: CheckOptions = {}): Promise<Covered | undefined> {
  return (await checkMail(dns, raw, how)).covered;
}

const RELAYED = { sender: 'bounce@relay.example' };
const signed = () => signMail(authoredMail(), { domain: 'nic.xa' });

it('is all where the server of the author hands it over, signed or not', async () => {
  expect(await coveredOf(authoredMail(), { client: OWN })).toBe('all');
  expect(await coveredOf(await signed(), { client: OWN })).toBe('all');
});

it('is what the signature covers, where that alone is the proof', async () => {
  const [fields, ...more] = (await coveredOf(await signed(), RELAYED)) ?? [];
  expect(fields).toEqual(expect.arrayContaining(['from', 'to', 'subject', 'date', 'message-id']));
  expect(fields).not.toContain('reply-to');
  expect(more).toEqual([]);
});

it('is nothing of a signature that does not count, and of a mail that is not proven', async () => {
  expect(await coveredOf(authoredMail(), RELAYED)).toBeUndefined();
  const foreign = await signMail(await signed(), { domain: 'attacker.example' });
  expect(await coveredOf(foreign, RELAYED)).toHaveLength(1);
});

it('is what a named sealer has sealed', async () => {
  const authResults = 'mx.fwd.example; dmarc=pass header.from=nic.xa';
  const raw = await sealMail(authoredMail(), { domain: 'fwd.example', authResults });
  const [fields] = (await coveredOf(raw, { options: { arcSealers: ['fwd.example'] } })) ?? [];
  expect(fields).toEqual(expect.arrayContaining(['from', 'to', 'subject']));
});

const DMARC = 'dmarc=pass header.from=nic.xa';
const DKIM = `dkim=pass header.d=nic.xa; ${DMARC}`;
const WIDE = 'v=1; d=nic.xa; h=From:To:Date:Subject:Reply-To; b=x';
const NARROW = 'v=1; d=nic.xa; h=from:to:date; b=x';

it.each<[string, string, readonly string[], Covered]>([
  ['SPF and DMARC', `spf=pass smtp.mailfrom=nic.xa; ${DMARC}`, [], 'all'],
  ['DMARC alone, of a mail without a signature', DMARC, [], 'all'],
  ['DMARC alone, of a signed mail', DMARC, [NARROW], [['from', 'to', 'date']]],
  ['a signature', DKIM, [WIDE], [['from', 'to', 'date', 'subject', 'reply-to']]],
  ['a signature, of a mail with two', DKIM, [WIDE, NARROW], [['from', 'to', 'date']]],
  ['a signature that the mail does not show', DKIM, [], []],
])('where the named host reports %s', async (_, results, signatures, covered) => {
  const raw = rawMail({
    to: 'tld-ops-join@lists.example',
    headers: {
      'Authentication-Results': `mx.lists.example; ${results}`,
      'DKIM-Signature': [...signatures],
    },
  });
  expect(await coveredOf(raw, { options: { authservId: 'mx.lists.example' } })).toEqual(covered);
});
