import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { readHeader } from '../../../src/machines/reading/header.ts';
import { readFrom, readRecipients } from '../../../src/machines/reading/mailbox.ts';
import type { FromField } from '../../../src/machines/words/mail.ts';
import { cpuTime } from '../../support/cpu.ts';

function from(header: string): FromField {
  return readFrom(readHeader(Buffer.from(`${header}\r\nSubject: s\r\n\r\n`, 'utf8')));
}

/** What was read of one From value: `name|address`, or the fault. */
function author(value: string): string {
  const found = from(`From: ${value}`);
  return found.ok ? `${found.mailbox.name}|${found.mailbox.address}` : found.fault;
}

function copied(header: string): string[] {
  return readRecipients(readHeader(Buffer.from(`${header}\r\n\r\n`, 'utf8'))).map(
    (mailbox) => mailbox.address,
  );
}

function b64(text: string): string {
  return `=?utf-8?B?${Buffer.from(text).toString('base64')}?=`;
}

/** The field without quoted strings, comments and encoded words, told apart by nothing but a regex. */
function bare(value: string): string {
  return value
    .replace(/"(?:[^"\\]|\\.)*"/gs, ' ')
    .replace(/=\?[^?]*\?[bq]\?[^?]*\?=/gi, '\u0001')
    .replace(/\((?:[^()\\]|\\.|\((?:[^()\\]|\\.|\([^()]*\))*\))*\)/gs, ' ');
}

describe('a From field with one mailbox', () => {
  it.each([
    ['a bare address', 'admin@nic.xa', '|admin@nic.xa'],
    ['brackets only', '<admin@nic.xa>', '|admin@nic.xa'],
    ['a name', 'Admin of XA <admin@nic.xa>', 'Admin of XA|admin@nic.xa'],
    ['no blank before the bracket', 'Admin<admin@nic.xa>', 'Admin|admin@nic.xa'],
    ['a name with full stops', 'John Q. Public <admin@nic.xa>', 'John Q. Public|admin@nic.xa'],
    ['a quoted name', '"Public, John" <admin@nic.xa>', 'Public, John|admin@nic.xa'],
    ['quoted pairs', '"a \\"b\\" \\\\" <admin@nic.xa>', 'a "b" \\|admin@nic.xa'],
    ['a comment after', 'admin@nic.xa (Jane Roe)', 'Jane Roe|admin@nic.xa'],
    ['a comment before', '(Jane) admin@nic.xa', 'Jane|admin@nic.xa'],
    ['nested comments', 'admin@nic.xa (a (b) \\) c)', 'a (b) ) c|admin@nic.xa'],
    ['comments around brackets', '(x) Jane (y) <admin@nic.xa> (z)', 'Jane|admin@nic.xa'],
    [
      'an encoded name',
      '=?utf-8?Q?J=C3=B6rg?= =?utf-8?Q?_M?= <admin@nic.xa>',
      'Jörg M|admin@nic.xa',
    ],
    ['an encoded name in quotes', '"=?utf-8?B?SsO2cmc=?=" <admin@nic.xa>', 'Jörg|admin@nic.xa'],
    ['a raw UTF-8 name', 'Jörg 山田　太郎 <admin@nic.xa>', 'Jörg 山田 太郎|admin@nic.xa'],
    ['a name that is the same address', 'Admin@NIC.xa <admin@nic.xa>', 'Admin@NIC.xa|admin@nic.xa'],
    ['capitals and a root dot', 'ADMIN@NIC.XA.', '|admin@nic.xa'],
    ['an IDN domain', 'admin@nic.срб', '|admin@nic.xn--90a3ac'],
    ['tabs', '\tAdmin\t<admin@nic.xa>\t', 'Admin|admin@nic.xa'],
    ['a bidi override in the name', '"\u202eax.cin\u202c" <admin@nic.xa>', 'ax.cin|admin@nic.xa'],
    [
      'a line break in an encoded name',
      `${b64('a\r\nBcc: x@y.xa')} <admin@nic.xa>`,
      'a Bcc: x@y.xa|admin@nic.xa',
    ],
  ])('is read with %s', (_, value, found) => {
    expect(author(value)).toBe(found);
  });

  it('may be folded anywhere', () => {
    expect(from('From:\r\n Admin\r\n\t<admin@nic.xa>').ok).toBe(true);
  });

  it('gives a name of at most 200 characters', () => {
    expect(author(`"${'n'.repeat(5000)}" <admin@nic.xa>`)).toBe(`${'n'.repeat(200)}|admin@nic.xa`);
  });
});

describe('the author is the real address, whatever the name says', () => {
  it.each([
    ['an address in quotes', '"admin@nic.xa" <evil@attacker.example>', 'admin@nic.xa'],
    [
      'an address in quotes and brackets',
      '"<admin@nic.xa>" <evil@attacker.example>',
      '<admin@nic.xa>',
    ],
    ['an encoded address', `${b64('admin@nic.xa')} <evil@attacker.example>`, 'admin@nic.xa'],
    [
      'an encoded mailbox',
      `${b64('X <admin@nic.xa>')} <evil@attacker.example>`,
      'X <admin@nic.xa>',
    ],
    [
      'an encoded mailbox and comma',
      `${b64('<admin@nic.xa>,')} <evil@attacker.example>`,
      '<admin@nic.xa>,',
    ],
    ['a comment', '(admin@nic.xa) evil@attacker.example', 'admin@nic.xa'],
    ['a comment after brackets', 'x <evil@attacker.example> (<admin@nic.xa>)', 'x'],
    ['a quoted bracket', '"x <admin@nic.xa> \\"" <evil@attacker.example>', 'x <admin@nic.xa> "'],
  ])('with %s', (_, value, name) => {
    expect(author(value)).toBe(`${name}|evil@attacker.example`);
  });
});

describe('a From field that identifies nobody', () => {
  it.each([
    ['nothing', '', 'from-unreadable'],
    ['a name alone', 'Admin', 'from-unreadable'],
    ['two mailboxes', 'evil@attacker.example, admin@nic.xa', 'from-without-one-mailbox'],
    ['one mailbox twice', 'admin@nic.xa, admin@nic.xa', 'from-without-one-mailbox'],
    ['a comma after', 'admin@nic.xa,', 'from-without-one-mailbox'],
    ['a comma before', ', admin@nic.xa', 'from-without-one-mailbox'],
    ['a group of one', 'Group: admin@nic.xa;', 'from-without-one-mailbox'],
    ['an empty group', 'undisclosed:;', 'from-without-one-mailbox'],
    ['a group and a mailbox', 'x: admin@nic.xa;, admin@nic.xa', 'from-without-one-mailbox'],
    ['a group without an end', 'x: admin@nic.xa', 'from-unreadable'],
    ['a group without a name', ':admin@nic.xa;', 'from-unreadable'],
    ['something after a group', 'x: a@b.xa; admin@nic.xa', 'from-unreadable'],
    ['a semicolon', 'admin@nic.xa;', 'from-unreadable'],
    ['a route', '<@a,@b:admin@nic.xa>', 'from-unreadable'],
    ['a short route', '<@relay.example:admin@nic.xa>', 'from-unreadable'],
    ['two addresses in brackets', '<admin@nic.xa> <evil@attacker.example>', 'from-unreadable'],
    ['two glued together', '<admin@nic.xa><evil@attacker.example>', 'from-unreadable'],
    ['a word after', '<admin@nic.xa> evil', 'from-unreadable'],
    ['an address after', '<admin@nic.xa> evil@attacker.example', 'from-unreadable'],
    ['an address before', 'admin@nic.xa <evil@attacker.example>', 'from-unreadable'],
    ['empty brackets', 'admin@nic.xa <>', 'from-unreadable'],
    ['empty brackets alone', '<>', 'from-unreadable'],
    ['nested brackets', '<<admin@nic.xa>>', 'from-unreadable'],
    ['an open bracket', 'Admin <admin@nic.xa', 'from-unreadable'],
    ['a closing bracket', 'admin@nic.xa>', 'from-unreadable'],
    ['a quoted local part', '"admin"@nic.xa', 'from-unreadable'],
    ['a quoted pair in it', '"ad\\min"@nic.xa', 'from-unreadable'],
    ['a quoted local part in brackets', '<"admin"@nic.xa>', 'from-unreadable'],
    ['a quoted address as a local part', '"admin@nic.xa"@attacker.example', 'from-unreadable'],
    ['two domains', 'admin@nic.xa@attacker.example', 'from-unreadable'],
    ['two domains in brackets', '<admin@nic.xa@attacker.example>', 'from-unreadable'],
    ['NUL', 'admin@nic.xa\u0000@attacker.example', 'from-unreadable'],
    ['NUL in the name', '"a\u0000" <admin@nic.xa>', 'from-unreadable'],
    ['a bare CR', 'admin@nic.xa\r, x@y.xa', 'from-unreadable'],
    ['an escape character', '\u001b[0m <admin@nic.xa>', 'from-unreadable'],
    ['a C1 control', '\u0085 <admin@nic.xa>', 'from-unreadable'],
    ['blanks around the at sign', 'admin @ nic.xa', 'from-unreadable'],
    ['blanks in brackets', '< admin@nic.xa >', 'from-unreadable'],
    ['a comment inside', 'admin(x)@nic.xa', 'from-unreadable'],
    ['a comment inside the domain', 'admin@nic(.attacker).xa', 'from-unreadable'],
    ['a comment in brackets', '<admin@nic.xa(x)>', 'from-unreadable'],
    ['an open comment', 'admin@nic.xa (x', 'from-unreadable'],
    [
      'comments nested too deep',
      `admin@nic.xa ${'('.repeat(30)}${')'.repeat(30)}`,
      'from-unreadable',
    ],
    ['an open quotation mark', '"Admin <admin@nic.xa>', 'from-unreadable'],
    ['an encoded word alone', b64('X <admin@nic.xa>'), 'from-unreadable'],
    ['an encoded address alone', b64('admin@nic.xa'), 'from-unreadable'],
    ['an encoded address in brackets', `<${b64('admin@nic.xa')}>`, 'from-unreadable'],
    ['an encoded local part', '=?utf-8?Q?admin?=@nic.xa', 'from-unreadable'],
    ['an encoded local part in brackets', '<=?utf-8?Q?admin?=@nic.xa>', 'from-unreadable'],
    ['an encoded domain', 'admin@=?utf-8?Q?nic.xa?=', 'from-unreadable'],
    ['an encoded word with a comma', '=?utf-8?Q?a,_b?= <admin@nic.xa>', 'from-unreadable'],
    ['an encoded word with a quotation mark', '=?utf-8?Q?a"?= <admin@nic.xa>', 'from-unreadable'],
    ['an encoded word with a blank', '=?utf-8?Q?a b?= <admin@nic.xa>', 'from-unreadable'],
    ['an encoded word without an end', '=?utf-8?Q?a <admin@nic.xa>', 'from-unreadable'],
    ['a full-width at sign', 'admin＠nic.xa', 'from-unreadable'],
    ['a full-width letter', 'ａdmin@nic.xa <admin@nic.xa>', 'from-unreadable'],
    ['a domain literal', 'admin@[192.0.2.1]', 'from-unreadable'],
    ['a single-label domain', 'admin@xa', 'from-unreadable'],
    ['the address behind a colon', 'mailto:admin@nic.xa', 'from-unreadable'],
  ])('%s', (_, value, fault) => {
    expect(author(value)).toBe(fault);
  });

  it.each([
    ['two fields', 'From: admin@nic.xa\r\nFrom: evil@attacker.example'],
    ['two fields of the same text', 'From: admin@nic.xa\r\nFrom: admin@nic.xa'],
    ['capitals in one', 'FROM: admin@nic.xa\r\nFrom: evil@attacker.example'],
    ['a blank before one colon', 'From: admin@nic.xa\r\nFrom : evil@attacker.example'],
    ['a blank before the first', ' From: admin@nic.xa\r\nFrom: evil@attacker.example'],
    ['one folded away from its colon', 'From\r\n : admin@nic.xa\r\nFrom: evil@attacker.example'],
    ['one folded', 'From:\r\n admin@nic.xa\r\nX: y\r\nFrom: evil@attacker.example'],
    ['one after garbage', 'From: evil@attacker.example\r\ngarbage\u0000 x\r\nFrom: admin@nic.xa'],
    ['one behind a bare CR', 'Subject: s\rFrom: admin@nic.xa\r\nFrom: evil@attacker.example'],
    ['one with NUL in its name', 'From\u0000: admin@nic.xa\r\nFrom: evil@attacker.example'],
    ['one behind a byte order mark', '\ufeffFrom: admin@nic.xa\r\nFrom: evil@attacker.example'],
  ])('%s', (_, header) => {
    expect(from(header)).toEqual({ ok: false, fault: 'two-from-fields' });
  });

  it.each([
    ['no From field', 'To: admin@nic.xa', 'no-from-field'],
    [
      'Sender and Resent-From alone',
      'Sender: admin@nic.xa\r\nResent-From: admin@nic.xa',
      'no-from-field',
    ],
    ['a From field that only some see', ' From: admin@nic.xa', 'from-unreadable'],
    [
      'a header that is too long',
      `From: admin@nic.xa\r\n${'A: b\r\n'.repeat(10_001)}`,
      'from-unreadable',
    ],
    [
      'a field that is too long, whatever it ends with',
      `From: ${'x '.repeat(5_000)}<admin@nic.xa>`,
      'from-unreadable',
    ],
  ])('%s', (_, header, fault) => {
    expect(from(header)).toEqual({ ok: false, fault });
  });
});

describe('To and Cc', () => {
  it.each([
    [
      'all fields',
      'To: a@b.xa\r\nCc: c@d.xa\r\nCc: e@f.xa\r\nTo: g@h.xa',
      ['a@b.xa', 'c@d.xa', 'e@f.xa', 'g@h.xa'],
    ],
    ['lists', 'To: A <a@b.xa>, "C, D" <c@d.xa>, e@f.xa (E)', ['a@b.xa', 'c@d.xa', 'e@f.xa']],
    ['empty entries', 'To: , a@b.xa,, c@d.xa,', ['a@b.xa', 'c@d.xa']],
    [
      'no Bcc, Reply-To, Sender, Resent-To',
      'Bcc: a@b.xa\r\nReply-To: a@b.xa\r\nSender: a@b.xa\r\nResent-To: a@b.xa\r\nResent-Cc: a@b.xa',
      [],
    ],
    ['no group members', 'Cc: undisclosed: admin@nic.xa, x@y.xa;, a@b.xa', ['a@b.xa']],
    ['no members of a group with a comment', 'Cc: g: admin@nic.xa; (x), a@b.xa', ['a@b.xa']],
    ['no route', 'To: <@r.xa:admin@nic.xa>, a@b.xa', ['a@b.xa']],
    ['no quoted local part', 'To: "admin"@nic.xa, <"admin"@nic.xa>, a@b.xa', ['a@b.xa']],
    ['no address in a name', 'To: "admin@nic.xa" <a@b.xa>', ['a@b.xa']],
    [
      'no encoded address',
      `To: ${b64('admin@nic.xa')}, ${b64('<admin@nic.xa>')}, a@b.xa`,
      ['a@b.xa'],
    ],
    [
      'neighbours of an unreadable entry',
      'To: a@b.xa, <x> <y>, admin @nic.xa, c@d.xa',
      ['a@b.xa', 'c@d.xa'],
    ],
    ['a quoted comma is no comma', 'To: "a, admin@nic.xa, b" <c@d.xa>', ['c@d.xa']],
    ['a quoted bracket in brackets', 'To: <"a>, admin@nic.xa, <b"@c.xa>, d@e.xa', ['d@e.xa']],
    ['a comma in a comment', 'To: a@b.xa (x, admin@nic.xa, y)', ['a@b.xa']],
  ])('%s', (_, header, found) => {
    expect(copied(header)).toEqual(found);
  });

  it.each([
    ['an open quotation mark', 'To: a@b.xa, "x, admin@nic.xa'],
    ['quotation marks that do not pair', 'To: "a" b" , admin@nic.xa, "c'],
    ['an open comment', 'To: a@b.xa (x, admin@nic.xa'],
    ['an open bracket', 'To: <a@b.xa, admin@nic.xa'],
    ['a bracket in brackets', 'To: <a <admin@nic.xa>, b@c.xa'],
    ['a closing bracket', 'To: a>, admin@nic.xa'],
    ['a closing parenthesis', 'To: a), admin@nic.xa'],
    ['a backslash outside quotes', 'To: \\"a, admin@nic.xa, b"'],
    ['a comma in an encoded word', 'To: =?utf-8?Q?x,admin@nic.xa,?= <a@b.xa>'],
    ['an encoded word around a neighbour', 'To: =?utf-8?Q?x, admin@nic.xa, y?= <a@b.xa>'],
    ['an encoded word across quotation marks', 'To: "=?utf-8?Q?x", admin@nic.xa, "y?=" <a@b.xa>'],
    ['a group without an end', 'To: g: a@b.xa, admin@nic.xa'],
    ['a group in a group', 'To: g: h: a@b.xa;, admin@nic.xa;'],
    ['a semicolon as a separator', 'To: a@b.xa; admin@nic.xa'],
    ['NUL', 'To: a@b.xa, admin@nic.xa\u0000'],
    ['a bare CR', 'To: a@b.xa\r, admin@nic.xa'],
    ['more than 64 KiB', `To: admin@nic.xa, ${'a@b.xa, '.repeat(8_192)}c@d.xa`],
  ])('a field with %s is left out as a whole', (_, header) => {
    expect(copied(`${header}\r\nCc: good@x.xa`)).toEqual(['good@x.xa']);
  });
});

describe('the cost', () => {
  it.each([
    ',',
    '"',
    '(',
    ')',
    '<',
    '>',
    '\\',
    ':',
    'a:;,',
    '=?',
    '=?a?q?b?= ',
    'a@b.xa,',
    '"a" ',
    '<a>',
    '(a)',
    '@',
    'a ',
  ])('of 900 KB of %j is no more than its length', (sign) => {
    const text = sign.repeat(900_000 / sign.length);
    const start = cpuTime();
    from(`From: ${text}`);
    copied(`To: ${text}`);
    expect(cpuTime() - start).toBeLessThan(2500);
  });
});

describe('of any field', () => {
  const piece = fc.constantFrom(
    'admin@nic.xa',
    'evil@b.test',
    'admin',
    '@nic.xa',
    'Name',
    '<',
    '>',
    '"',
    '\\',
    '(',
    ')',
    ',',
    ':',
    ';',
    ' ',
    '\t',
    '=?utf-8?Q?admin=40nic.xa?=',
    b64('<admin@nic.xa>,'),
    '=?utf-8?Q?',
    '?=',
    '\u0000',
    'é',
    '\r\n ',
  );
  const values = fc.oneof(
    fc.array(piece, { maxLength: 12 }).map((parts) => parts.join('')),
    fc.string({ unit: 'binary', maxLength: 60 }),
  );

  it('an address is never found that does not stand there in one piece', () => {
    fc.assert(
      fc.property(values, (value) => {
        const literal = bare(value).toLowerCase();
        const found = from(`From: ${value}`);
        const mailboxes = readRecipients([{ name: 'to', value }]);
        for (const { address } of found.ok ? [found.mailbox, ...mailboxes] : mailboxes) {
          // An IDN domain stands there in letters.
          expect(/[^\u0000-\u007f]/.test(value) || literal.includes(address)).toBe(true);
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('an accepted From is, written again, the whole field', () => {
    fc.assert(
      fc.property(values, (value) => {
        const found = from(`From: ${value}`);
        if (!found.ok || !/^[\u0001-\u007f\r\n]*$/.test(value)) return;
        const rest = bare(value)
          .replace(/[\u0001\s]+/g, ' ')
          .trim()
          .toLowerCase();
        const { address } = found.mailbox;
        const phrase = rest === address ? '' : rest.replace(`<${address}>`, '');
        expect(phrase.replaceAll(address, '')).toMatch(/^[a-z .]*$/);
      }),
      { numRuns: 3000 },
    );
  });

  it('a mailbox that was written is read', () => {
    const names = fc.string({
      unit: fc.constantFrom('a', 'B', ' ', 'é', '"', '\\', ',', '<', '@', '('),
    });
    fc.assert(
      fc.property(names, fc.constantFrom('admin@nic.xa', 'a.b+c@x.example'), (name, address) => {
        const quoted = `"${name.replace(/["\\]/g, '\\$&')}" <${address}>`;
        expect(author(quoted)).toBe(`${name.replace(/ +/g, ' ').trim()}|${address}`);
        expect(author(`${b64(name)} <${address}>`)).toBe(
          `${name.replace(/ +/g, ' ').trim()}|${address}`,
        );
      }),
      { numRuns: 300 },
    );
  });
});
