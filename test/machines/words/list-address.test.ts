import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  listAddresses,
  readRecipient,
  writeAddress,
} from '../../../src/machines/words/list-address.ts';
import { hideTokens, writeMark, writeToken } from '../../../src/machines/words/token.ts';

const NAMES = { list: 'tld-ops', domain: 'lists.example' };
const TOKEN = writeToken(Buffer.from('0123456789abcdef'));
const MARK = writeMark(Buffer.from('01234567'));

describe('the addresses of a list', () => {
  it('are those of design 3', () => {
    expect(listAddresses(NAMES)).toEqual({
      posts: 'tld-ops@lists.example',
      join: 'tld-ops-join@lists.example',
      validate: 'tld-ops-validate@lists.example',
      request: 'tld-ops-request@lists.example',
      bounces: 'tld-ops-bounces@lists.example',
      owner: 'tld-ops-owner@lists.example',
      postmaster: 'postmaster@lists.example',
    });
  });

  it('have the domain as A-labels', () => {
    const names = { list: 'tld-ops', domain: 'bücher.example' };
    expect(listAddresses(names).join).toBe('tld-ops-join@xn--bcher-kva.example');
  });

  it.each([
    { list: 'tld ops', domain: 'lists.example' },
    { list: '', domain: 'lists.example' },
    { list: 'tld-ops', domain: 'lists' },
    { list: 'tld-ops', domain: '' },
    { list: 'l'.repeat(57), domain: 'lists.example' },
  ])('are refused when list and domain make none: %o', (names) => {
    expect(() => listAddresses(names)).toThrow(RangeError);
  });
});

describe('writing an address', () => {
  it('with a token', () => {
    const address = writeAddress('validate', NAMES, TOKEN);
    expect(address).toBe(`tld-ops-validate+${TOKEN}@lists.example`);
  });

  it('fits 64 octets with the longest service and a list name of 28', () => {
    const names = { list: 'l'.repeat(28), domain: 'lists.example' };
    expect(writeAddress('validate', names, TOKEN).indexOf('@')).toBe(64);
  });

  it('throws RangeError beyond 64 octets (RFC 5321 4.5.3.1.1)', () => {
    const names = { list: 'l'.repeat(29), domain: 'lists.example' };
    expect(() => writeAddress('validate', names, TOKEN)).toThrow(RangeError);
  });
});

describe('reading a recipient', () => {
  it.each([
    ['tld-ops@lists.example', 'posts'],
    ['TLD-Ops@LISTS.example', 'posts'],
    ['tld-ops-join@lists.example', 'join'],
    ['tld-ops-join@lists.example.', 'join'],
    ['<tld-ops-join@lists.example>', 'join'],
    ['"tld-ops-join"@lists.example', 'join'],
    ['"tld-ops\\-join"@lists.example', 'join'],
    ['tld-ops-validate@lists.example', 'validate'],
    ['tld-ops-request@lists.example', 'request'],
    ['tld-ops-bounces@lists.example', 'bounces'],
    ['tld-ops-owner@lists.example', 'owner'],
    ['postmaster@lists.example', 'postmaster'],
    ['Postmaster', 'postmaster'],
    ['<postmaster>', 'postmaster'],
    ['tld-ops+spam@lists.example', 'posts'],
    ['tld-ops-owner+folder@lists.example', 'owner'],
    ['tld-ops-join+@lists.example', 'join'],
    ['tld-ops-join+not-a-token@lists.example', 'join'],
    [`tld-ops-owner+${TOKEN}@lists.example`, 'owner'],
  ])('%s is for %s, without a token', (rcpt, service) => {
    const recipient = readRecipient(rcpt, NAMES);
    expect(recipient?.service).toBe(service);
    expect(recipient?.token).toBeUndefined();
  });

  it.each(['join', 'validate', 'request', 'bounces'] as const)('%s carries a token', (service) => {
    const address = writeAddress(service, NAMES, TOKEN);
    expect(readRecipient(address, NAMES)).toEqual({ service, token: TOKEN, address });
  });

  it('finds the token whatever the case, and before what XVERP appends', () => {
    const rcpt = `tld-ops-bounces+${TOKEN.toUpperCase()}+jane=ext.test@lists.example`;
    expect(readRecipient(rcpt, NAMES)).toEqual({
      service: 'bounces',
      token: TOKEN,
      member: 'jane@ext.test',
      address: `tld-ops-bounces+${TOKEN}+jane=ext.test@lists.example`,
    });
  });

  it('finds the short mark that the copies of one post share, and leaves the rest to the member', () => {
    const rcpt = `tld-ops-bounces+${MARK.toUpperCase()}+jane+home=ext.test@lists.example`;
    expect(readRecipient(rcpt, NAMES)).toMatchObject({ token: MARK, member: 'jane+home@ext.test' });
    const other = `tld-ops-join+${MARK}@lists.example`;
    expect(readRecipient(other, NAMES)).toEqual({ service: 'join', address: other });
    expect(hideTokens(`to <${rcpt}>`)).not.toContain(MARK.toUpperCase());
  });

  it.each([
    [`tld-ops-bounces+${TOKEN}+jane+home=ext.test@lists.example`, 'jane+home@ext.test'],
    [`tld-ops-bounces+${TOKEN}+a=b=ext.test@lists.example`, 'a=b@ext.test'],
    [`"tld-ops-bounces+${TOKEN}+Jane.D=Ext.Test"@lists.example`, 'jane.d@ext.test'],
    [`tld-ops-bounces+${TOKEN}@lists.example`, undefined],
    [`tld-ops-bounces+${TOKEN}+@lists.example`, undefined],
    [`tld-ops-bounces+${TOKEN}+=@lists.example`, undefined],
    [`tld-ops-bounces+${TOKEN}+jane@lists.example`, undefined],
    [`tld-ops-bounces+${TOKEN}+jane=@lists.example`, undefined],
    [`tld-ops-bounces+jane=ext.test+${TOKEN}@lists.example`, undefined],
    [`tld-ops-request+${TOKEN}+jane=ext.test@lists.example`, undefined],
  ])('%s names the member %s', (rcpt, member) => {
    expect(readRecipient(rcpt, NAMES)?.member).toBe(member);
  });

  it('takes the U-label of an IDN domain for its A-label', () => {
    const names = { list: 'tld-ops', domain: 'xn--bcher-kva.example' };
    expect(readRecipient('tld-ops@BÜCHER.example', names)?.address).toBe(
      'tld-ops@xn--bcher-kva.example',
    );
  });

  it.each([
    '',
    '@',
    '<>',
    'tld-ops',
    'someone@lists.example',
    'tld-opsy@lists.example',
    'tld-ops-joint@lists.example',
    'tld-ops@other.example',
    'tld-ops@sub.lists.example',
    'tld-ops@lists.example.evil.test',
    'tld-ops@lists.example@evil.test',
    'tld-ops@[192.0.2.1]',
    'tld-ops-join+\u0000@lists.example',
    'tld-ops\r\n@lists.example',
    '"tld-ops@lists.example',
  ])('%j is none of ours', (rcpt) => {
    expect(readRecipient(rcpt, NAMES)).toBeUndefined();
  });

  it('never throws, and gives back an address that reads the same', () => {
    const local = fc.stringMatching(/^[a-zA-Z0-9+=."\\ -]{0,40}$/);
    const rcpt = fc.oneof(
      fc.string(),
      local.map((text) => `tld-ops-join+${text}@lists.example`),
    );
    fc.assert(
      fc.property(rcpt, (text) => {
        const read = readRecipient(text, NAMES);
        expect(read && readRecipient(read.address, NAMES)?.service).toBe(read?.service);
      }),
      { numRuns: 300 },
    );
  });
});
