import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { Authentication } from '../../src/machines/words/mail.ts';
import { Temporary } from '../../src/machines/words/trouble.ts';
import { authoredMail, checkMail, OWN, ZONE } from '../support/authentication.ts';
import type { CheckOptions } from '../support/authentication.ts';
import { startDns } from '../support/dns-server.ts';
import type { DnsServer } from '../support/dns-server.ts';
import { rawMail } from '../support/mail-text.ts';
import { keyRecord, signMail, signWithoutFrom } from '../support/sign.ts';

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

describe('a mail is proven to come from nic.xa', () => {
  it.each([
    ['rsa', 's1'],
    ['ed25519', 'e1'],
  ] as const)('by an aligned %s signature alone', async (kind, selector) => {
    const raw = await signMail(authoredMail(), { domain: 'nic.xa', selector, kind });
    const found = await check(raw, { sender: 'bounce@relay.example' });
    expect(found).toMatchObject({
      proven: true,
      dkim: [{ result: 'pass', domain: 'nic.xa', selector, aligned: true }],
      dmarc: { result: 'pass', domain: 'nic.xa', policy: 'reject' },
    });
    expect(found.facts).toContain(
      `DKIM signature of nic.xa (selector ${selector}) is valid and covers the From line.`,
    );
    expect(found.facts).toContain('It is proven that the mail comes from nic.xa.');
  });

  it.each([
    ['its own server', OWN, 'admin@nic.xa'],
    ['its own server over IPv6', { address: 'IPV6:2001:db8::10' }, 'admin@nic.xa'],
    ['a server of a domain below it', { address: '192.0.2.11' }, 'bounce@mail.nic.xa'],
  ])('by SPF alone, from %s', async (_, client, sender) => {
    const found = await check(authoredMail(), { client, sender });
    expect(found).toMatchObject({
      proven: true,
      spf: { result: 'pass' },
      dkim: [],
      dmarc: { result: 'pass' },
    });
  });

  it('by HELO, when the envelope sender is null', async () => {
    const client = { address: '192.0.2.11', helo: 'mail.nic.xa' };
    expect(await check(authoredMail(), { client, sender: '' })).toMatchObject({
      proven: true,
      spf: { result: 'pass' },
    });
  });

  it('by the signature of a domain below it (relaxed alignment)', async () => {
    const raw = await signMail(authoredMail(), { domain: 'mail.nic.xa' });
    expect((await check(raw)).proven).toBe(true);
  });

  it('by a signature whose l= covers the whole body', async () => {
    const body = rawMail({ body: 'x\n' });
    const raw = await signMail(body, { domain: 'nic.xa', bodyLength: 3 });
    expect(await check(raw)).toMatchObject({ proven: true, dkim: [{ result: 'pass' }] });
  });

  it('by one good signature among bad ones', async () => {
    const inner = await signMail(authoredMail(), { domain: 'nic.xa' });
    const outer = await signMail(inner, { domain: 'unknown.test' });
    const found = await check(outer);
    expect(found.proven).toBe(true);
    expect(found.dkim.map(({ result }) => result).toSorted()).toEqual(['neutral', 'pass']);
  });

  it('when its domain is written in letters', async () => {
    const raw = await signMail(authoredMail('admin@nic.срб'), { domain: 'nic.xn--90a3ac' });
    expect(await check(raw)).toMatchObject({ proven: true, dmarc: { domain: 'nic.xn--90a3ac' } });
  });
});

describe('a mail is not proven', () => {
  it('with no signature, from a foreign server', async () => {
    const found = await check(authoredMail());
    expect(found).toMatchObject({
      proven: false,
      spf: { result: 'fail' },
      dmarc: { result: 'fail' },
    });
    expect(found.facts).toContain('It is not proven that the mail comes from nic.xa.');
  });

  it('when the body was changed', async () => {
    const signed = await signMail(authoredMail(), { domain: 'nic.xa' });
    const raw = Buffer.from(signed.toString().replace('Jane Roe', 'Evil Roe'));
    expect(await check(raw)).toMatchObject({ proven: false, dkim: [{ result: 'fail' }] });
  });

  it('when a signed field was changed', async () => {
    const signed = await signMail(authoredMail(), { domain: 'nic.xa' });
    const raw = Buffer.from(signed.toString().replace('contacts of .xa', 'contacts of .xb'));
    expect(await check(raw)).toMatchObject({ proven: false, dkim: [{ result: 'fail' }] });
  });

  it('when text was added behind l=, though DKIM and DMARC pass', async () => {
    const signed = await signMail(authoredMail(), { domain: 'nic.xa', bodyLength: 20 });
    const found = await check(Buffer.concat([signed, Buffer.from('CONFIRM abcd\r\n')]));
    expect(found).toMatchObject({
      proven: false,
      dkim: [{ result: 'pass', discounted: 'partial-body' }],
      dmarc: { result: 'pass' },
    });
    expect(found.facts.join(' ')).toContain(
      'does not cover the whole body (l=) and does not count',
    );
  });

  it('when the signature does not cover From', async () => {
    const found = await check(signWithoutFrom(authoredMail(), { domain: 'nic.xa' }));
    expect(found).toMatchObject({ proven: false, dkim: [{ discounted: 'from-not-signed' }] });
    expect(found.dkim[0]?.result).not.toBe('pass');
  });

  it('when SPF passes for another domain', async () => {
    const found = await check(authoredMail(), { sender: 'x@attacker.example' });
    expect(found).toMatchObject({
      proven: false,
      spf: { result: 'pass', domain: 'attacker.example' },
    });
  });

  it('when another domain signed', async () => {
    const raw = await signMail(authoredMail(), { domain: 'attacker.example' });
    expect(await check(raw)).toMatchObject({
      proven: false,
      dkim: [{ result: 'pass', aligned: false }],
    });
  });

  it('when a domain below signed and the policy is strict', async () => {
    const raw = await signMail(authoredMail('admin@strict.xa'), { domain: 'mail.strict.xa' });
    expect(await check(raw)).toMatchObject({ proven: false, dmarc: { result: 'fail' } });
  });

  it('when the domain has no DMARC record, whoever signed', async () => {
    const raw = await signMail(authoredMail('admin@nodmarc.xa'), { domain: 'nodmarc.xa' });
    const found = await check(raw, { client: OWN, sender: 'admin@nodmarc.xa' });
    expect(found).toMatchObject({
      proven: false,
      dmarc: { result: 'none' },
      spf: { result: 'pass' },
    });
  });

  it('when the key was withdrawn', async () => {
    dns.set('s1._domainkey.nic.xa', { TXT: ['v=DKIM1; k=rsa; p='] });
    const raw = await signMail(authoredMail(), { domain: 'nic.xa' });
    expect((await check(raw)).proven).toBe(false);
  });

  it.each([
    ['missing', {}],
    ['no address', { address: 'unknown', helo: 'mail.nic.xa' }],
  ])('by SPF, when the client address is %s', async (_, client) => {
    expect(await check(authoredMail(), { client })).toMatchObject({
      proven: false,
      spf: { result: 'none' },
    });
  });

  it('by SPF, when only the Received field names an allowed server', async () => {
    const raw = rawMail({
      headers: {
        Received:
          'from mail.nic.xa (mail.nic.xa [192.0.2.10]) by mx.lists.example; Sat, 21 Nov 2026 09:00:00 +0000',
        'Return-Path': '<admin@nic.xa>',
      },
    });
    expect(await check(raw, { client: {} })).toMatchObject({
      proven: false,
      spf: { result: 'none' },
    });
  });
});

describe('a From line that fools libraries', () => {
  const hidden = `=?utf-8?B?${Buffer.from('<admin@nic.xa>,').toString('base64')}?=`;

  it('proves the attacker, not the address in an encoded word, when it is readable', async () => {
    const raw = await signMail(authoredMail(`${hidden} <evil@attacker.example>`), {
      domain: 'attacker.example',
    });
    const found = await check(raw, { sender: 'evil@attacker.example' });
    expect(found).toMatchObject({ proven: true, dmarc: { domain: 'attacker.example' } });
  });

  it.each([
    ['two From fields', 'admin@nic.xa\r\nFrom: evil@attacker.example'],
    ['two mailboxes', 'admin@nic.xa, evil@attacker.example'],
    [
      'an address before a comma in an encoded word',
      '=?utf-8?Q?=3Cadmin@nic.xa=3E,?= <evil@attacker.example>',
    ],
    ['two addresses in brackets', '<admin@nic.xa> <evil@attacker.example>'],
    ['an encoded mailbox alone', hidden],
    ['a route', '<@attacker.example:admin@nic.xa>'],
    ['a quoted local part', '"admin@nic.xa"@attacker.example'],
    ['a group', 'g: admin@nic.xa;'],
  ])('asks nothing of DNS and proves nothing: %s', async (_, from) => {
    const raw = await signMail(authoredMail(from), { domain: 'attacker.example' });
    const found = await check(raw, { sender: 'evil@attacker.example' });
    expect(found).toMatchObject({
      proven: false,
      dkim: [],
      spf: { result: 'none' },
      dmarc: { result: 'none' },
    });
    expect(dns.questions).toEqual([]);
    expect(found.facts[0]).toMatch(/From line.*proves nothing/);
  });
});

// The URL standard folds full-width letters, mailauth encodes them as they are: a pass for that other
// domain says nothing about ours.
it('is not proven when mailauth passes another domain than the one that we read', async () => {
  const other = 'xn--oi7clao.xa';
  dns.set(`_dmarc.${other}`, { TXT: ['v=DMARC1; p=reject'] });
  dns.set(`s1._domainkey.${other}`, { TXT: [keyRecord()] });
  const found = await check(await signMail(authoredMail('admin@ｎｉｃ.xa'), { domain: other }));
  expect(found).toMatchObject({ proven: false, dmarc: { result: 'pass', domain: other } });
});

describe('trouble with DNS', () => {
  const KEY = 's1._domainkey.nic.xa';
  it.each([
    ['SERVFAIL for the key', 'fail', [KEY]],
    ['no answer for the key', 'silent', [KEY]],
    ['SERVFAIL for the policy', 'fail', ['_dmarc.nic.xa']],
    ['no answer for the policy', 'silent', ['_dmarc.nic.xa']],
  ] as const)('makes a signed mail wait: %s', async (_, how, names) => {
    const raw = await signMail(authoredMail(), { domain: 'nic.xa' });
    for (const name of names) dns[how].add(name);
    const failed = await check(raw).catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(Temporary);
    expect(failed).toMatchObject({
      reason: 'dns',
      message: expect.stringContaining(names[0]) as string,
    });
    for (const name of names) dns[how].delete(name);
    expect((await check(raw)).proven).toBe(true);
  });

  it.each(['fail', 'silent'] as const)(
    'makes a mail wait that only SPF could prove (%s)',
    async (how) => {
      dns[how].add('nic.xa');
      await expect(check(authoredMail(), { client: OWN })).rejects.toBeInstanceOf(Temporary);
    },
  );

  it('makes a mail wait whose only signature that passes does not count', async () => {
    const signed = await signMail(authoredMail(), { domain: 'nic.xa', bodyLength: 20 });
    dns.fail.add('nic.xa');
    await expect(
      check(Buffer.concat([signed, Buffer.from('more\r\n')]), { client: OWN }),
    ).rejects.toThrow(/nic\.xa/);
  });

  it('does not matter for what could not change the verdict', async () => {
    const signed = await signMail(authoredMail(), { domain: 'nic.xa' });
    dns.fail.add('nic.xa');
    expect(await check(signed, { client: OWN })).toMatchObject({
      proven: true,
      spf: { result: 'temperror' },
    });
    const foreign = await signMail(authoredMail(), { domain: 'attacker.example' });
    dns.fail.clear();
    dns.fail.add('s1._domainkey.attacker.example');
    expect(await check(foreign)).toMatchObject({ proven: false, dkim: [{ result: 'temperror' }] });
  });

  it('does not matter above a domain with its own policy', async () => {
    dns.fail.add('_dmarc.xa');
    expect((await check(await signMail(authoredMail(), { domain: 'nic.xa' }))).proven).toBe(true);
  });

  it('is over after a few deadlines, however many names are slow', async () => {
    let raw = authoredMail();
    for (let index = 0; index < 20; index += 1) {
      const domain = `d${index}.attacker.xa`;
      dns.silent.add(`s1._domainkey.${domain}`);
      raw = await signMail(raw, { domain });
    }
    const start = performance.now();
    await expect(check(raw, { options: { deadlineMs: 100 } })).rejects.toBeInstanceOf(Temporary);
    expect(performance.now() - start).toBeLessThan(8000);
  });

  it('makes a mail wait when the server is gone', async () => {
    const gone = await startDns({});
    await gone.close();
    const options = { dnsServers: [gone.address] };
    await expect(
      check(await signMail(authoredMail(), { domain: 'nic.xa' }), { options }),
    ).rejects.toBeInstanceOf(Temporary);
  });
});

it('asks each question once for a mail, and again for the next', async () => {
  const raw = await signMail(await signMail(authoredMail(), { domain: 'nic.xa' }), {
    domain: 'nic.xa',
  });
  await check(raw, { client: OWN });
  expect(dns.questions.filter((question) => question === 'TXT s1._domainkey.nic.xa')).toHaveLength(
    1,
  );
  expect(new Set(dns.questions).size).toBe(dns.questions.length);
  await check(raw, { client: OWN });
  expect(dns.questions.filter((question) => question === 'TXT s1._domainkey.nic.xa')).toHaveLength(
    2,
  );
});

it('checks no mail with more than 25 signatures', async () => {
  const field = 'DKIM-Signature: v=1; a=rsa-sha256; d=nic.xa; s=s1; h=from; l=1; bh=x; b=x\r\n';
  const found = await check(
    Buffer.concat([
      Buffer.from(field.repeat(26)),
      await signMail(authoredMail(), { domain: 'nic.xa' }),
    ]),
  );
  expect([found.proven, dns.questions.length]).toEqual([false, 0]);
});

it('checks no mail with more than two signatures that name a length: each is a hash of its own', async () => {
  const field = 'DKIM-Signature: v=1; a=rsa-sha256; d=nic.xa; s=s1; h=from;\r\n l=1; bh=x; b=x\r\n';
  const found = await check(
    Buffer.concat([
      Buffer.from(field.repeat(3)),
      await signMail(authoredMail(), { domain: 'nic.xa' }),
    ]),
  );
  expect([found.proven, dns.questions.length]).toEqual([false, 0]);
});
