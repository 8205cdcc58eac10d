import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  evidenceOf,
  looksLike,
  matchAnchor,
  otherAddressInName,
} from '../../src/machines/identify.ts';
import { readHeader } from '../../src/machines/reading/header.ts';
import { readFrom, readRecipients } from '../../src/machines/reading/mailbox.ts';
import { readAddress } from '../../src/machines/words/address.ts';
import type { Address } from '../../src/machines/words/address.ts';
import { atLeast, enoughFor } from '../../src/machines/words/evidence.ts';

function address(text: string): Address {
  const found = readAddress(text);
  if (found === undefined) throw new Error(`${text} is no address`);
  return found;
}

const anchor = address('admin@nic.xa');

function match(header: string): string {
  const fields = readHeader(Buffer.from(`${header}\r\n\r\n`, 'utf8'));
  return matchAnchor({ from: readFrom(fields), recipients: readRecipients(fields) }, anchor);
}

describe('the Admin Contact', () => {
  it.each([
    ['wrote it', 'From: admin@nic.xa', 'from'],
    ['wrote it in capitals', 'From: Admin <ADMIN@NIC.XA.>', 'from'],
    ['wrote it and copied itself', 'From: admin@nic.xa\r\nCc: admin@nic.xa', 'from'],
    ['is in To', 'From: jane@b.test\r\nTo: admin@nic.xa', 'copied'],
    [
      'is in the second Cc',
      'From: jane@b.test\r\nCc: x@y.xa\r\nCc: y@y.xa, "A" <Admin@nic.xa>',
      'copied',
    ],
    ['is not there', 'From: jane@b.test\r\nTo: tld-ops-join@lists.example', 'none'],
    ['is in Bcc', 'From: jane@b.test\r\nBcc: admin@nic.xa', 'none'],
    ['is in Reply-To', 'From: jane@b.test\r\nReply-To: admin@nic.xa', 'none'],
    [
      'is in Sender and Resent-From',
      'From: jane@b.test\r\nSender: admin@nic.xa\r\nResent-From: admin@nic.xa',
      'none',
    ],
    [
      'is in Resent-To',
      'From: jane@b.test\r\nResent-To: admin@nic.xa\r\nResent-Cc: admin@nic.xa',
      'none',
    ],
    ['is a group member', 'From: jane@b.test\r\nCc: undisclosed: admin@nic.xa;', 'none'],
    ['is a display name', 'From: "admin@nic.xa" <evil@attacker.example>', 'none'],
    [
      'is an encoded display name',
      'From: =?utf-8?B?YWRtaW5AbmljLnhh?= <evil@attacker.example>',
      'none',
    ],
    ['is a look-alike', 'From: аdmin@nic.xa\r\nCc: ａdmin@nic.xa, admim@nic.xa', 'none'],
    ['has a tag', 'From: admin+x@nic.xa', 'none'],
    ['has a dot', 'From: ad.min@nic.xa', 'none'],
    ['is one of two authors', 'From: admin@nic.xa, evil@attacker.example', 'none'],
    ['is one of two From fields', 'From: evil@attacker.example\r\nFrom: admin@nic.xa', 'none'],
    ['is copied by nobody', 'Cc: admin@nic.xa', 'none'],
    ['is copied by two authors', 'From: a@b.test, c@d.test\r\nCc: admin@nic.xa', 'none'],
    ['is copied by an unreadable author', 'From: Jane\r\nTo: admin@nic.xa', 'none'],
  ])('%s: %j is %s', (_, header, found) => {
    expect(match(header)).toBe(found);
  });
});

describe('evidence', () => {
  it.each([
    ['none', false, false, 'E0'],
    ['none', true, false, 'E0'],
    ['copied', false, false, 'E1'],
    ['copied', true, false, 'E1'],
    ['from', false, false, 'E2'],
    ['from', true, false, 'E3'],
    ['none', false, true, 'E4'],
    ['from', true, true, 'E4'],
  ] as const)('%s, proven %s, token %s: %s', (found, proven, answersAnchorToken, evidence) => {
    expect(evidenceOf({ match: found, proven, answersAnchorToken })).toBe(evidence);
  });

  it('has an order', () => {
    expect([atLeast('E3', 'E3'), atLeast('E2', 'E3'), atLeast('E5', 'E0')]).toEqual([
      true,
      false,
      true,
    ]);
    expect([
      enoughFor('classic', 'E1'),
      enoughFor('balanced', 'E2'),
      enoughFor('strict', 'E4'),
    ]).toEqual([true, false, true]);
  });
});

describe('looks like admin@nic.xa', () => {
  it.each([
    ['one letter other', 'admim@nic.xa', true],
    ['one letter more', 'admin1@nic.xa', true],
    ['one letter less', 'admi@nic.xa', true],
    ['two letters changed places', 'amdin@nic.xa', true],
    ['another domain letter', 'admin@nlc.xa', true],
    ['a Cyrillic letter', 'аdmin@nic.xa', true],
    ['Cyrillic letters throughout', 'аԁмін@nіс.xa', true],
    ['a Cyrillic domain', 'admin@ոіс.xa', true],
    ['full-width letters throughout', 'ａｄｍｉｎ@nic.xa', true],
    ['accents throughout', 'àḋṁíñ@nic.xa', true],
    ['three letters other', 'adxyz@nic.xa', false],
    ['another name', 'registry@nic.xa', false],
    ['another domain', 'admin@registry.example', false],
    ['itself', 'admin@nic.xa', false],
  ])('%s: %s', (_, other, expected) => {
    expect(looksLike(anchor, address(other))).toBe(expected);
    expect(looksLike(address(other), anchor)).toBe(expected);
  });

  it.each([
    ['rn for m', 'adrnin@long-registry-name.example', 'admin@long-registry-name.example'],
    ['digits for letters', 'c0nt0lr0l@nic.xa', 'contolrol@nic.xa'],
    ['vv for w and cl for d', 'vvww@nic-vvorlcl.example', 'wvvw@nic-world.example'],
  ])('%s', (_, one, other) => {
    expect(looksLike(address(one), address(other))).toBe(true);
  });

  it('says the same both ways, and is quick for long ones', () => {
    const long = fc.string({
      unit: fc.constantFrom('a', 'b', 'о', 'o', '0', 'rn', 'm'),
      minLength: 1,
      maxLength: 25,
    });
    fc.assert(
      fc.property(long, long, (one, other) => {
        const a = address(`${one}@nic.xa`);
        const b = address(`${other}@nic.xa`);
        expect(looksLike(a, b)).toBe(looksLike(b, a));
      }),
      { numRuns: 300 },
    );
  });
});

describe('another address in the display name', () => {
  it.each([
    ['admin@nic.xa', 'admin@nic.xa'],
    ['Admin <admin@nic.xa>', 'admin@nic.xa'],
    ['"admin@nic.xa"', 'admin@nic.xa'],
    ['Jane (ADMIN@NIC.XA.) Roe', 'admin@nic.xa'],
    ['via admin@nic.xa, XA', 'admin@nic.xa'],
    ['mailto:admin@nic.xa', 'admin@nic.xa'],
    ['admin＠nic.xa', 'admin@nic.xa'],
    ['“admin@nic.xa”', 'admin@nic.xa'],
    ['evil@b.test admin@nic.xa', 'admin@nic.xa'],
    ['evil@b.test', undefined],
    ['Evil@B.test', undefined],
    ['Jane Roe @ XA', undefined],
    ['', undefined],
  ])('%j shows %s', (name, other) => {
    expect(otherAddressInName({ name, address: address('evil@b.test') })).toBe(other);
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (name) => {
        const other = otherAddressInName({ name, address: anchor });
        expect(other).not.toBe(anchor);
      }),
      { numRuns: 300 },
    );
  });
});
