import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPeer, readDoors, readPeers, showDoor } from '../../src/pipeline/doors.ts';

/** What was read, written again; '' when it was refused. */
function again(doors: string): string {
  try {
    return readDoors(doors).map(showDoor).join(',');
  } catch (error) {
    return error instanceof RangeError ? '' : 'fault';
  }
}

describe('reading doors', () => {
  it('takes LMTP and SMTP, TCP and Unix sockets', () => {
    const text = 'lmtp://127.0.0.1:2424, smtp://[::1]:2525,lmtp+unix:/run/tldops/lmtp.sock';
    expect(readDoors(text)).toEqual([
      { kind: 'tcp', protocol: 'lmtp', host: '127.0.0.1', port: 2424 },
      { kind: 'tcp', protocol: 'smtp', host: '::1', port: 2525 },
      { kind: 'unix', protocol: 'lmtp', path: '/run/tldops/lmtp.sock' },
    ]);
    expect(readDoors(text).map(showDoor).join(', ')).toBe(text.replace('2525,', '2525, '));
  });

  it('takes a host name, capital letters, any free port twice, SMTP on port 25', () => {
    expect(readDoors('LMTP://localhost:0,lmtp://localhost:0,smtp://0.0.0.0:25')).toHaveLength(3);
  });

  it.each([
    ['', 'a door is missing'],
    ['lmtp://127.0.0.1:2424,', 'a door is missing'],
    ['127.0.0.1:2424', '"127.0.0.1:2424" is not a door'],
    ['http://127.0.0.1:80', 'is not a door'],
    ['lmtp://127.0.0.1', 'is not a door'],
    ['lmtp://:2424', 'is not a door'],
    ['lmtp://::1:2424', 'is not a door'],
    ['lmtp://[127.0.0.1]:2424', 'is not an IPv6 address'],
    ['lmtp://127.0.0.1:70000', 'there is no port 70000'],
    ['lmtp://127.0.0.1:2424/path', 'is not a door'],
    ['lmtp://user@127.0.0.1:2424', 'is not a door'],
    ['lmtp://127.0.0.1:25', 'LMTP must not be on port 25'],
    ['lmtp+unix:run/lmtp.sock', 'is not a door'],
    ['lmtp+unix:', 'is not a door'],
    [`lmtp+unix:/${'x'.repeat(107)}`, 'longer than 107 octets'],
    ['lmtp://127.0.0.1:2424,lmtp://127.0.0.1:2424', 'is named twice'],
  ])('says what is wrong with %j', (text, words) => {
    expect(() => readDoors(text)).toThrow(RangeError);
    expect(() => readDoors(text)).toThrow(words);
  });

  it('either throws RangeError or gives doors that read the same again', () => {
    const part = fc.constantFrom(
      'lmtp',
      'smtp',
      '+unix:',
      '://',
      '[',
      ']',
      ':',
      '/',
      ',',
      '1',
      'a',
      '.',
    );
    const text = fc.array(part, { maxLength: 12 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, (doors) => {
        const once = again(doors);
        expect(once).toBe(once === '' ? '' : again(once));
      }),
      { numRuns: 500 },
    );
  });
});

describe('trusted peers', () => {
  const peers = readPeers(['127.0.0.1', ' ::1', '10.0.0.0/8', '2001:db8::/32']);

  it.each([
    ['127.0.0.1', true],
    ['::ffff:127.0.0.1', true],
    ['::1', true],
    ['10.9.8.7', true],
    ['2001:db8:1::2', true],
    ['127.0.0.2', false],
    ['::ffff:192.0.2.1', false],
    ['2001:db9::1', false],
    ['', false],
    ['localhost', false],
  ])('%s: %s', (address, trusted) => {
    expect(isPeer(peers, address)).toBe(trusted);
  });

  it('are nobody when none is named', () => {
    expect(isPeer(readPeers([]), '127.0.0.1')).toBe(false);
  });

  it.each(['localhost', '', '*', '10.0.0.0/33', '10.0.0.0/x', '10.0.0.0/8/8', '::1/129', '1.2.3'])(
    'refuse %j',
    (peer) => {
      expect(() => readPeers([peer])).toThrow(RangeError);
    },
  );
});
