import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dedupKey } from '../../src/store/dedup.ts';
import { cpuTime } from '../support/cpu.ts';

const RECIPIENT = 'tld-ops-join@lists.example';

const MAIL = [
  'Received: from mx.nic.xa by lists.example with ESMTP id A1;',
  '\tFri, 1 May 2026 11:59:58 +0000',
  'From: admin@nic.xa',
  'Subject: contacts',
  ' of our registry',
  'Message-ID: <1@nic.xa>',
  '',
  'Received: this is text',
  'Hello.',
  '',
].join('\r\n');

function keyOf(
  text: string | Buffer,
  { envelopeFrom = 'admin@nic.xa', recipient = RECIPIENT } = {},
): string {
  return dedupKey({ raw: Buffer.from(text), envelopeFrom, recipient });
}

describe('the same mail has the same key', () => {
  it.each([
    ['through the pipe (LF)', MAIL.replaceAll('\r\n', '\n')],
    ['with another queue id', MAIL.replace('A1', 'B2')],
    ['with another date in a folded Received', MAIL.replace('11:59:58', '12:59:58')],
    ['with Received twice', `Received: by relay.xa\r\n${MAIL}`],
    [
      'with Return-Path and Delivered-To',
      `Return-Path: <a@nic.xa>\r\nDelivered-To: x@y\r\n${MAIL}`,
    ],
    ['with X-Original-To', `x-original-to: other@lists.example\r\n${MAIL}`],
    ['with a blank before the colon', `RECEIVED : by relay.xa\r\n${MAIL}`],
    ['without any Received', MAIL.slice(MAIL.indexOf('From:'))],
  ])('%s', (_, text) => {
    expect(keyOf(text)).toBe(keyOf(MAIL));
  });

  it('whatever the case of the recipient', () => {
    expect(keyOf(MAIL, { recipient: RECIPIENT.toUpperCase() })).toBe(keyOf(MAIL));
  });
});

describe('another mail has another key', () => {
  it.each([
    ['another text', MAIL.replace('Hello', 'Hallo')],
    ['another Message-ID', MAIL.replace('<1@', '<2@')],
    ['another folded line of a field', MAIL.replace('our', 'the')],
    ['a field more', `X-Spam: no\r\n${MAIL}`],
    ['the same words on the other side of the empty line', MAIL.replace('\r\n\r\n', '\r\n')],
    ['text that looks like a trace field', MAIL.replace('this is', 'that is')],
    ['a trailing blank line', `${MAIL}\r\n`],
    ['a stray CR', MAIL.replace('Hello', 'Hel\rlo')],
    ['a field whose name begins like a trace field', `Received-SPF: pass\r\n${MAIL}`],
    ['a line that is no field before the rest', `Hello\r\nReceived: x\r\n${MAIL}`],
    ['nothing at all', ''],
  ])('%s', (_, text) => {
    expect(keyOf(text)).not.toBe(keyOf(MAIL));
  });

  it('with another envelope', () => {
    const keys = [
      keyOf(MAIL),
      keyOf(MAIL, { envelopeFrom: '' }),
      keyOf(MAIL, { recipient: 'tld-ops@lists.example' }),
      keyOf(MAIL, { envelopeFrom: 'b"]\n', recipient: 'x' }),
      keyOf(MAIL, { envelopeFrom: 'x', recipient: 'b"]\n' }),
    ];
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('after a line that is no field, trace fields count: they are text there', () => {
    expect(keyOf('no field\nReceived: a\n\n')).not.toBe(keyOf('no field\nReceived: b\n\n'));
  });
});

describe('any mail', () => {
  const line = fc.constantFrom(
    'Received: x',
    'Delivered-To: y',
    ' folded',
    'A: b',
    'text',
    '',
    '.',
    '\r',
  );
  const lines = fc.array(line, { maxLength: 12 });

  it('has the same key with CRLF and with LF', () => {
    fc.assert(
      fc.property(
        lines.filter((all) => !all.includes('\r')),
        (all) => {
          expect(keyOf(all.join('\r\n'))).toBe(keyOf(all.join('\n')));
        },
      ),
      { numRuns: 200 },
    );
  });

  it('keeps its key under any trace field put on top', () => {
    fc.assert(
      fc.property(
        lines,
        fc.constantFrom('Received', 'return-path', 'DELIVERED-TO'),
        (all, name) => {
          const text = `From: admin@nic.xa\n${all.join('\n')}`;
          expect(keyOf(`${name}: x\n\tfolded\n${text}`)).toBe(keyOf(text));
        },
      ),
      { numRuns: 200 },
    );
  });

  it.each([
    ['a hundred thousand trace lines', 'Received: x\r\n'.repeat(100_000)],
    ['a hundred thousand fields in turn', 'Received: x\r\nA: b\r\n'.repeat(50_000)],
    ['one field of a hundred thousand folded lines', `Received: x\r\n${' x\r\n'.repeat(100_000)}`],
    ['one line of a megabyte', 'R'.repeat(1_000_000)],
  ])('takes linear time: %s', (_, text) => {
    const start = cpuTime();
    keyOf(text);
    expect(cpuTime() - start).toBeLessThan(1000);
  });
});
