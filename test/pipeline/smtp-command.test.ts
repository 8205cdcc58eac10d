import { isIP } from 'node:net';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readForwarded, readMailCommand } from '../../src/pipeline/smtp-command.ts';
import { cpuTime } from '../support/cpu.ts';

describe('a MAIL or RCPT command', () => {
  it.each([
    ['MAIL FROM:<a@nic.xa>', { path: 'a@nic.xa' }],
    ['MAIL FROM:<a@nic.xa> SIZE=306 BODY=8BITMIME', { path: 'a@nic.xa', size: 306 }],
    ['mail  from : <a@nic.xa>size=1', { path: 'a@nic.xa' }],
    ['MAIL FROM:<a@nic.xa> XSIZE=1', { path: 'a@nic.xa' }],
    ['MAIL FROM:<"SIZE=5 "@nic.xa> SIZE=6', { path: '"SIZE=5 "@nic.xa', size: 6 }],
    ['MAIL FROM:<a@nic.xa> SIZE=123456789012345678901', { path: 'a@nic.xa' }],
    ['MAIL FROM:<a@nic.xa> SIZE=1x', { path: 'a@nic.xa' }],
    ['MAIL FROM:<>', { path: '' }],
    ['MAIL FROM:', { path: '' }],
    ['MAIL FROM:<', { path: '' }],
    ['RCPT TO:<postmaster>', { path: 'postmaster' }],
    ['RCPT TO:a@nic.xa NOTIFY=NEVER', { path: 'a@nic.xa' }],
    ['RCPT TO:<@relay.xb:a@nic.xa>', { path: 'a@nic.xa' }],
    ['RCPT TO:<a\\>b@nic.xa>', { path: 'a\\' }],
    ['RCPT TO:<"\\">"@nic.xa>', { path: '"\\">"@nic.xa' }],
  ])('%s', (line, command) => {
    expect(readMailCommand(line)).toEqual(command);
  });

  it.each(['MAIL', 'MAIL FROM', 'MAIL <a@nic.xa>', 'RCPT FROM:<a@nic.xa>', ''])(
    'without its colon is none: %j',
    (line) => {
      expect(readMailCommand(line)).toBeUndefined();
    },
  );

  it('gives back any quoted sender as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(), (text, size) => {
        const path = `"${text.replace(/["\\]/g, '\\$&')}"@nic.xa`;
        expect(readMailCommand(`MAIL FROM:<${path}> SIZE=${size}`)).toEqual({ path, size });
      }),
      { numRuns: 300 },
    );
  });

  it.each(['<'.repeat(16_000), `<${'"\\'.repeat(8000)}`, '@:'.repeat(8000), ' '.repeat(16_000)])(
    'takes linear time',
    (path) => {
      const start = cpuTime();
      readMailCommand(`MAIL FROM:${path}`);
      expect(cpuTime() - start).toBeLessThan(200);
    },
  );
});

describe('an XFORWARD command', () => {
  it('takes the first equals sign for the one that counts, and the last of two values', () => {
    expect(readForwarded('XFORWARD HELO=a=b IDENT=1 IDENT=2')).toEqual({
      helo: 'a=b',
      queueId: '2',
    });
  });

  it('leaves out what is too long', () => {
    expect(readForwarded(`XFORWARD HELO=${'x'.repeat(256)} IDENT=1`)).toEqual({ queueId: '1' });
  });

  it('never gives a control character or an address that is none', () => {
    const part = fc.constantFrom(
      'ADDR=',
      'HELO=',
      'NAME=',
      '+0D',
      '+0A',
      '1.2.3.4',
      '::1',
      ' ',
      'x',
      '=',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const client = readForwarded(`XFORWARD ${parts.join('')}`);
        expect(Object.values(client).join('')).not.toMatch(/\p{Cc}/u);
        expect(isIP(client.address ?? '::1')).not.toBe(0);
      }),
      { numRuns: 300 },
    );
  });
});
