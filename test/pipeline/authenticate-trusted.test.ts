import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { Authentication } from '../../src/machines/words/mail.ts';
import { Temporary } from '../../src/machines/words/trouble.ts';
import { authoredMail, checkMail, ZONE } from '../support/authentication.ts';
import type { CheckOptions } from '../support/authentication.ts';
import { startDns } from '../support/dns-server.ts';
import type { DnsServer } from '../support/dns-server.ts';
import { rawMail } from '../support/mail-text.ts';
import { sealMail, signMail } from '../support/sign.ts';

let dns: DnsServer;
beforeEach(async () => {
  dns = await startDns(ZONE);
});
afterEach(async () => {
  await dns.close();
});

async function check(raw: Buffer, how: CheckOptions = {}): Promise<Authentication> {
  return await checkMail(dns, raw, how);
}

async function withResults(field: string | string[], authservId?: string): Promise<Authentication> {
  const raw = rawMail({ headers: { 'Authentication-Results': field } });
  return await check(raw, authservId === undefined ? {} : { options: { authservId } });
}

describe('Authentication-Results', () => {
  const PASS =
    'spf=pass smtp.mailfrom=nic.xa; dkim=pass header.d=nic.xa header.s=s9; dmarc=pass (p=reject dis=none) header.from=nic.xa';

  it.each([
    ['no id is trusted', `mx.lists.example; ${PASS}`, undefined],
    ['another id is trusted', `mx.attacker.example; ${PASS}`, 'mx.lists.example'],
    ['an id below it is written', `x.mx.lists.example; ${PASS}`, 'mx.lists.example'],
    ['it begins like it', `mx.lists.example.attacker.example; ${PASS}`, 'mx.lists.example'],
    [
      'it stands in a comment',
      `mx.attacker.example (mx.lists.example); ${PASS}`,
      'mx.lists.example',
    ],
    ['it has an unknown version', `mx.lists.example 2; ${PASS}`, 'mx.lists.example'],
    ['it is cut off in a quote', `mx.lists.example; ${PASS} reason="`, 'mx.lists.example'],
  ])('are ignored when %s', async (_, field, authservId) => {
    const found = await withResults(field, authservId);
    expect(found).toMatchObject({ proven: false, dmarc: { result: 'fail' } });
    expect(dns.questions).not.toEqual([]);
  });

  it.each([
    ['the id', `mx.lists.example; ${PASS}`],
    ['the id in capitals', `MX.Lists.Example; ${PASS}`],
    ['the id and a version', `mx.lists.example 1; ${PASS}`],
    [
      'blanks and comments',
      'mx.lists.example (ours) ; dmarc (a) = (b) pass (c) header.from = nic.xa (d)',
    ],
    ['a value in quotes', 'mx.lists.example; dmarc=pass reason="a;b" header.from="nic.xa"'],
    [
      'values that end in =',
      'mx.lists.example; dkim=pass header.b=abc= header.d=nic.xa; dmarc=pass header.from=nic.xa',
    ],
  ])('of the trusted %s are believed without a question', async (_, field) => {
    const found = await withResults(field, 'mx.lists.example');
    expect(found).toMatchObject({ proven: true, dmarc: { result: 'pass', domain: 'nic.xa' } });
    expect(found.facts[0]).toContain('mx.lists.example');
    expect(dns.questions).toEqual([]);
  });

  it.each([
    ['to somebody else', { To: 'bob@other.example' }, '', false],
    ['years ago', { Date: 'Mon, 02 Jan 2023 09:00:00 +0000' }, '', false],
    [
      'to somebody else, through its own server',
      { To: 'bob@other.example' },
      'spf=pass smtp.mailfrom=nic.xa; ',
      true,
    ],
    ['to us and now', {}, '', true],
  ])('of a mail that was signed when written %s', async (_, headers, spf, proven) => {
    const results = `mx.lists.example; ${spf}dkim=pass header.d=nic.xa; dmarc=pass header.from=nic.xa`;
    const signature = 'v=1; a=rsa-sha256; d=nic.xa; s=s1; h=From : To:Date; bh=x; b=x';
    const raw = rawMail({
      headers: { 'Authentication-Results': results, 'DKIM-Signature': signature, ...headers },
    });
    const found = await check(raw, { options: { authservId: 'mx.lists.example' } });
    expect(found.proven).toBe(proven);
  });

  it.each([
    ['DMARC failed', 'dkim=pass header.d=nic.xa; dmarc=fail header.from=nic.xa'],
    ['DMARC passed for another domain', 'dmarc=pass header.from=attacker.example'],
    ['DMARC passed for the domain above', 'dmarc=pass header.from=xa'],
    ['DMARC passed for a domain below', 'dmarc=pass header.from=mail.nic.xa'],
    ['DMARC passed for no domain', 'dmarc=pass'],
    [
      'the pass stands in a comment',
      'dmarc=fail (dmarc=pass header.from=nic.xa) header.from=nic.xa',
    ],
    ['the pass stands in a quote', 'dmarc=none reason="; dmarc=pass header.from=nic.xa"'],
    ['a word that is not known', 'dmarc=bestguesspass header.from=nic.xa'],
    ['two results', 'dmarc=fail header.from=nic.xa; dmarc=pass header.from=nic.xa'],
  ])('of the trusted id prove nothing: %s', async (_, results) => {
    const found = await withResults(`mx.lists.example; ${results}`, 'mx.lists.example');
    expect(found.proven).toBe(false);
    expect(dns.questions).toEqual([]);
  });

  it('count from the topmost field of that id only', async () => {
    const fields = [
      'mx.attacker.example; none',
      'mx.lists.example; dmarc=fail header.from=nic.xa',
      `mx.lists.example; ${PASS}`,
    ];
    expect((await withResults(fields, 'mx.lists.example')).proven).toBe(false);
  });

  it.each([
    ['there is none', null],
    ['it holds no DMARC result', 'mx.lists.example; none'],
    ['the MX had trouble with DNS', 'mx.lists.example; dmarc=temperror header.from=nic.xa'],
  ])('are replaced by a check of our own when %s', async (_, field) => {
    const plain = rawMail({ headers: { 'Authentication-Results': field } });
    const raw = await signMail(plain, { domain: 'nic.xa' });
    expect((await check(raw, { options: { authservId: 'mx.lists.example' } })).proven).toBe(true);
  });
});

describe('ARC', () => {
  const PASS = 'mx.fwd.example; dkim=pass header.d=nic.xa; dmarc=pass header.from=nic.xa';
  const named = { arcSealers: ['fwd.example'] };

  it('proves a mail that a named sealer saw pass, though it was changed before', async () => {
    const raw = await sealMail(authoredMail(), { domain: 'fwd.example', authResults: PASS });
    const found = await check(raw, { options: named });
    expect(found).toMatchObject({
      proven: true,
      arc: { result: 'pass', sealer: 'fwd.example' },
      dmarc: { result: 'fail' },
    });
  });

  it('proves it through a second named sealer', async () => {
    const once = await sealMail(authoredMail(), { domain: 'fwd.example', authResults: PASS });
    const authResults = 'mx.stranger.example; arc=pass';
    const raw = await sealMail(once, { domain: 'stranger.example', authResults, cv: 'pass' });
    expect(
      (await check(raw, { options: { arcSealers: ['FWD.example', 'stranger.example'] } })).proven,
    ).toBe(true);
    expect((await check(raw, { options: named })).proven).toBe(false);
    expect((await check(raw, { options: { arcSealers: ['stranger.example'] } })).proven).toBe(
      false,
    );
  });

  it.each([
    ['the sealer is a stranger', 'stranger.example', PASS],
    [
      'it saw DMARC fail',
      'fwd.example',
      'mx.fwd.example; dkim=pass header.d=nic.xa; dmarc=fail header.from=nic.xa',
    ],
    [
      'it saw another domain pass',
      'fwd.example',
      'mx.fwd.example; dmarc=pass header.from=attacker.example',
    ],
    ['it saw nothing', 'fwd.example', 'mx.fwd.example; none'],
    ['another domain signed', 'fwd.example', 'mx.fwd.example; dkim=pass header.d=attacker.example'],
  ])('proves nothing when %s', async (_, domain, authResults) => {
    const raw = await sealMail(authoredMail(), { domain, authResults });
    expect(await check(raw, { options: named })).toMatchObject({
      proven: false,
      arc: { result: 'pass' },
    });
  });

  it.each([
    ['the signature of the domain', 'mx.fwd.example; dkim=pass header.i=@nic.xa'],
    ['SPF of the domain', 'mx.fwd.example; spf=pass smtp.mailfrom=admin@nic.xa; dmarc=none'],
  ])('proves it when the sealer saw %s', async (_, authResults) => {
    const raw = await sealMail(authoredMail(), { domain: 'fwd.example', authResults });
    expect((await check(raw, { options: named })).proven).toBe(true);
  });

  it('proves nothing when the mail was changed after the seal', async () => {
    const sealed = await sealMail(authoredMail(), { domain: 'fwd.example', authResults: PASS });
    const raw = Buffer.from(sealed.toString().replace('Jane Roe', 'Evil Roe'));
    expect(await check(raw, { options: named })).toMatchObject({
      proven: false,
      arc: { result: 'fail' },
    });
  });

  it('makes the mail wait when the key of a named sealer cannot be fetched', async () => {
    const raw = await sealMail(authoredMail(), { domain: 'fwd.example', authResults: PASS });
    dns.fail.add('arc._domainkey.fwd.example');
    await expect(check(raw, { options: named })).rejects.toBeInstanceOf(Temporary);
    expect((await check(raw)).proven).toBe(false);
  });
});
