import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { domainOf, localOf, readAddress, readDomain } from '../../../src/machines/words/address.ts';
import { cpuTime } from '../../support/cpu.ts';

describe('an address in normal form', () => {
  it.each([
    ['admin@nic.xa', 'admin@nic.xa'],
    ['Admin@NIC.Xa', 'admin@nic.xa'],
    ['admin@nic.xa.', 'admin@nic.xa'],
    ['admin@nic.срб', 'admin@nic.xn--90a3ac'],
    ['admin@nic.СРБ', 'admin@nic.xn--90a3ac'],
    ['admin@nic.XN--90A3AC', 'admin@nic.xn--90a3ac'],
    ['admin@faß.example', 'admin@xn--fa-hia.example'],
    ["o'brien+tld_1=x@nic.xa", "o'brien+tld_1=x@nic.xa"],
    ['用户@例子.test', '用户@xn--fsqu00a.test'],
    ['JÖRG@nic.xa', 'JÖRG@nic.xa'],
    ['jo\u0308rg@nic.xa', 'j\u00f6rg@nic.xa'],
    [`${'a'.repeat(64)}@nic.xa`, `${'a'.repeat(64)}@nic.xa`],
  ])('%s reads as %s', (text, address) => {
    expect(readAddress(text)).toBe(address);
  });

  it.each([
    ['dots count', 'a.dmin@nic.xa'],
    ['a plus tag counts', 'admin+tld@nic.xa'],
    ['full-width letters are not folded', 'ａdmin@nic.xa'],
    ['a Cyrillic letter is another letter', 'аdmin@nic.xa'],
    ['a dotless i is another letter', 'admın@nic.xa'],
    ['another domain below counts', 'admin@mail.nic.xa'],
    ['a Cyrillic letter in the domain is another domain', 'admin@nіc.xa'],
  ])('%s: it is not admin@nic.xa', (_, text) => {
    expect(readAddress(text)).not.toBe('admin@nic.xa');
  });

  it('has its parts', () => {
    const address = readAddress('Admin@NIC.xa');
    expect(address && [localOf(address), domainOf(address)]).toEqual(['admin', 'nic.xa']);
  });
});

describe('what is no plain address', () => {
  it.each([
    ['nothing', ''],
    ['no at sign', 'nic.xa'],
    ['no local part', '@nic.xa'],
    ['no domain', 'admin@'],
    ['only the root', 'admin@.'],
    ['two at signs', 'admin@nic.xa@attacker.example'],
    ['two root dots', 'admin@nic.xa..'],
    ['a quoted local part', '"admin"@nic.xa'],
    ['a quoted pair', '"ad\\min"@nic.xa'],
    ['a source route', '@relay.example:admin@nic.xa'],
    ['a trailing dot in the local part', 'admin.@nic.xa'],
    ['a leading dot in the local part', '.admin@nic.xa'],
    ['two dots in the local part', 'ad..min@nic.xa'],
    ['a blank', 'admin @nic.xa'],
    ['a blank at the end', 'admin@nic.xa '],
    ['NUL', 'admin@x\u0000@y.xa'],
    ['a line break', 'admin@nic.xa\r\nBcc: x@y.xa'],
    ['a bidi override', 'admin@\u202ecin.xa'],
    ['a zero-width space', 'adm\u200bin@nic.xa'],
    ['a variation selector', 'admin@ni\ufe0fc.xa'],
    ['a Hangul filler', 'admin@ni\u3164c.xa'],
    ['half a surrogate pair', 'ad\ud800min@nic.xa'],
    ['a Kelvin sign, which NFC makes a K', '\u212Aim@nic.xa'],
    ['a comma', 'a,b@nic.xa'],
    ['angle brackets', '<admin@nic.xa>'],
    ['a comment', 'admin(x)@nic.xa'],
    ['a domain literal', 'admin@[192.0.2.1]'],
    ['an IP address', 'admin@192.0.2.1'],
    ['a number that URL parsers take for an IP address', 'admin@0x7f.1'],
    ['a single label', 'admin@localhost'],
    ['an underscore in the domain', 'admin@nic_x.xa'],
    ['a hyphen at the edge of a label', 'admin@-nic.xa'],
    ['an A-label that does not decode', 'admin@xn--a.xa'],
    ['an A-label of nothing', 'admin@xn--0.xa'],
    ['an A-label of ASCII', 'admin@xn--nic-.xa'],
    ['an A-label of an emoji', 'admin@xn--ls8h.xa'],
    ['a U-label that looks like an A-label', 'admin@ab--é.xa'],
    ['an ideographic full stop', 'admin@nic。xa'],
    ['a digit with a full stop in it', 'admin@nic⒈xa.xa'],
    ['a percent escape', 'admin@nic%2exa.xa'],
    ['a port', 'admin@nic.xa:25'],
    ['65 octets of local part', `${'a'.repeat(65)}@nic.xa`],
    ['65 octets in 33 letters', `${'ä'.repeat(32)}a@nic.xa`],
    ['a label of 64 octets', `a@${'b'.repeat(64)}.xa`],
    ['over 254 octets', `${'a'.repeat(60)}@${`${'b'.repeat(60)}.`.repeat(4)}xa`],
  ])('%s is refused', (_, text) => {
    expect(readAddress(text)).toBeUndefined();
  });

  it('a megabyte is refused in no time', () => {
    const start = cpuTime();
    for (const sign of ['a', '.', '@', 'a.', '\u00e4', '-']) {
      const text = sign.repeat(1_000_000);
      expect(readAddress(`${text}@nic.xa`)).toBeUndefined();
      expect(readAddress(`a@${text}`)).toBeUndefined();
      expect(readDomain(text)).toBeUndefined();
    }
    expect(cpuTime() - start).toBeLessThan(1000);
  });
});

describe('of any text', () => {
  const texts = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc
      .tuple(
        fc.string({ unit: 'grapheme', maxLength: 12 }),
        fc.string({ unit: 'grapheme', maxLength: 12 }),
      )
      .map(([local, label]) => `${local}@${label}.xa`),
    fc.emailAddress(),
  );

  it('what is read reads as itself, and in capitals too when it is ASCII', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const address = readAddress(text);
        if (address === undefined) return;
        expect(readAddress(address)).toBe(address);
        expect(address).toMatch(/^[^\s<>",;:()[\]\\@]+@[a-z0-9.-]+$/u);
        const isAscii = /^[!-~]*$/.test(address);
        expect(readAddress(isAscii ? address.toUpperCase() : address)).toBe(address);
      }),
      { numRuns: 500 },
    );
  });
});
