import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  normaliseAnswer,
  readRegistryAnswer,
} from '../../../src/machines/reading/registry-answer.ts';
import { type Cctld, readCctld } from '../../../src/machines/words/cctld.ts';
import { OLD_FORMAT } from '../../support/whois-server.ts';
import { cpuTime } from '../../support/cpu.ts';

const XA = cctld('xa');
const GOOD = `% IANA WHOIS server
% for more information on IANA, visit http://www.iana.org
% This query returned 1 object

refer:        whois.nic.xa
domain:       XA
organisation: Harbour Registry of Xa
organisation: (a department of the Harbour Office)
address:      1 Harbour Row
address:      Port Xa

contact:      administrative
name:         Ada Example
organisation: Harbour Office
address:      1 Harbour Row
phone:        +1 202 555 0100 or +1 202 555 0101
fax-no:       +1 202 555 0102
e-mail:       Admin@nic.xa

contact:      technical
name:         Technical Desk
organisation: Harbour Office
phone:        +1 202 555 0103
e-mail:       tech@nic.xa

nserver:      B.NIC.XA 192.0.2.2 2001:db8::2
nserver:      A.NIC.XA 2001:db8::1
ds-rdata:     61615 8 2 ED57

whois:        whois.nic.xa

status:       ACTIVE
remarks:      Registration information: http://www.nic.xa

created:      1995-01-01
changed:      2026-02-03
source:       IANA

`;
const IDN = cctld('рхц');
const GOOD_IDN = GOOD.replace(
  'domain:       XA',
  `domain:       рхц\ndomain-ace:   ${IDN.toUpperCase()}`,
);
const FULL = readRegistryAnswer(GOOD, XA);

test('an answer is read field by field', () => {
  expect(FULL).toEqual({
    kind: 'record',
    record: {
      cctld: 'xa',
      organisation: 'Harbour Registry of Xa (a department of the Harbour Office)',
      admin: {
        name: 'Ada Example',
        organisation: 'Harbour Office',
        email: 'admin@nic.xa',
        phone: '+1 202 555 0100 or +1 202 555 0101',
      },
      tech: {
        name: 'Technical Desk',
        organisation: 'Harbour Office',
        email: 'tech@nic.xa',
        phone: '+1 202 555 0103',
      },
      nameServers: ['a.nic.xa', 'b.nic.xa'],
      status: 'ACTIVE',
      created: '1995-01-01',
      changed: '2026-02-03',
    },
  });
});

describe('these say the same as the plain answer', () => {
  test.each([
    ['CRLF line ends', GOOD.replaceAll('\n', '\r\n')],
    ['a byte-order mark', `\ufeff${GOOD}`],
    ['no comments', GOOD.replace(/^%.*\n/gm, '')],
    ['no line end at the end', GOOD.trimEnd()],
    [
      'blank lines in the head',
      GOOD.replace('organisation: Harbour Reg', '\norganisation: Harbour Reg'),
    ],
    ['empty optional fields', GOOD.replace(/^(refer|whois|remarks):.*$/gm, '$1:')],
    ['technical before administrative', swapContacts(GOOD)],
    [
      'a third contact',
      GOOD.replace('nserver:', 'contact: billing\ne-mail: bill@nic.xa\n\nnserver:'),
    ],
    ['the same address twice', GOOD.replace(/^e-mail: +Admin.*$/m, '$&\ne-mail: ADMIN@NIC.XA.')],
    ['remarks that look like fields', remark('e-mail: thief@nic.example')],
    ['remarks that look like a contact', remark('contact: administrative')],
    [
      'remarks that go on in the next line',
      remark('see\n  domain: XB\n  e-mail: thief@nic.example'),
    ],
    ['remarks that say that nothing was found', remark('This query returned 0 objects.')],
    [
      'an address outside of any contact',
      GOOD.replace('status:', 'e-mail: thief@nic.example\nstatus:'),
    ],
  ])('%s', (_, text) => expect(readRegistryAnswer(text, XA)).toEqual(FULL));
});

describe('an IDN answer has the U-label in domain and the A-label in domain-ace', () => {
  test('both as asked', () => {
    expect(readRegistryAnswer(GOOD_IDN, IDN)).toMatchObject({
      kind: 'record',
      record: { cctld: IDN },
    });
  });
  test('the A-label of another', () => {
    const text = GOOD_IDN.replace(IDN.toUpperCase(), cctld('рхцч').toUpperCase());
    expect(readRegistryAnswer(text, IDN)).toEqual(unreadable('other-domain'));
  });
  test('the U-label of another', () => {
    const text = GOOD_IDN.replace('domain:       рхц', 'domain:       рхч');
    expect(readRegistryAnswer(text, IDN)).toEqual(unreadable('other-domain'));
  });
});

describe('what is not certain is unreadable', () => {
  test.each([
    ['nothing at all', '', 'no-domain-line'],
    ['only comments', '% IANA WHOIS server\n', 'no-domain-line'],
    ['words without the percent sign', 'Welcome to this service\n', 'no-domain-line'],
    ['a web page', '<html><body>domain: XA</body></html>\n', 'no-domain-line'],
    ['the format before July 2010', OLD_FORMAT, 'no-domain-line'],
    ['two answers in one', GOOD + GOOD, 'no-domain-line'],
    ['an empty domain', GOOD.replace('domain:       XA', 'domain:'), 'no-domain-line'],
    [
      'the answer for another',
      GOOD.replace('domain:       XA', 'domain:       XB'),
      'other-domain',
    ],
    ['the answer for a generic name', GOOD.replace('XA\n', 'EXAMPLE\n'), 'other-domain'],
    ['no closing source', GOOD.replace(/^source:.*\n/m, ''), 'truncated'],
    ['half a closing source', GOOD.replace('IANA\n\n', 'IAN'), 'truncated'],
    ['another source', GOOD.replace('source:       IANA', 'source:       RIPE'), 'truncated'],
    ['more after the source', `${GOOD}# whois.nic.xa\ne-mail: x@nic.xa\n`, 'truncated'],
    ['source only in a remark', GOOD.replace('source: ', 'remarks: source: '), 'truncated'],
    ['a NUL', GOOD.replace('Ada', 'A\u0000da'), 'not-text'],
    ['an escape sequence', GOOD.replace('Ada', '\u001b[2JAda'), 'not-text'],
    ['bytes that are no UTF-8', GOOD.replace('Ada', 'Ad\ufffd'), 'not-text'],
    ['a lone carriage return', GOOD.replace('Ada', 'Ada\re-mail: x@nic.xa'), 'not-text'],
    ['over 64 KB', GOOD + '\n'.repeat(65_536), 'too-long'],
    ['no administrative contact', GOOD.replace('administrative', 'billing'), 'no-admin-address'],
    ['two of them', GOOD.replace('technical', 'administrative'), 'no-admin-address'],
    ['no address in it', GOOD.replace(/^e-mail: +Admin.*\n/m, ''), 'no-admin-address'],
    ['an empty one', GOOD.replace(/Admin@.*$/m, ''), 'no-admin-address'],
    [
      'two different ones',
      GOOD.replace(/^e-mail: +Admin/m, 'e-mail: x@nic.xa\n$&'),
      'no-admin-address',
    ],
    ['two in one line', GOOD.replace('Admin@', 'x@nic.xa, admin@'), 'no-admin-address'],
    ['one that is none', GOOD.replace('Admin@nic.xa', 'admin at nic.xa'), 'no-admin-address'],
    [
      'a blank line before it',
      GOOD.replace('e-mail:       Admin', '\ne-mail: Admin'),
      'no-admin-address',
    ],
    ['no manager', GOOD.replace(/^organisation:.*\n/gm, ''), 'incomplete'],
    ['an empty manager', GOOD.replace(/^organisation:.*$/gm, 'organisation:'), 'incomplete'],
    ['no technical contact', GOOD.replace('technical', 'billing'), 'incomplete'],
  ])('%s', (_, text, why) => expect(readRegistryAnswer(text, XA)).toEqual(unreadable(why)));
});

describe('a server that wants to be asked less often says nothing about the ccTLD', () => {
  test.each([
    '% Query rate limit exceeded',
    '%% Quota exceeded. Please try again in 3600 seconds.',
    'Your connection limit exceeded. Please slow down and try again later.',
    'Too many connection attempts.',
    '% You are being throttled',
    '%ERROR:201: access denied for 192.0.2.1',
    'Your IP address has been blocked',
    'Service temporarily unavailable',
    '% Server is busy now',
    '% Query rate limit exceeded\n% This query returned 0 objects.',
    'This query returned 0 objects.\nquota: exceeded',
  ])('%s', (text) => {
    expect(readRegistryAnswer(`${text}\r\n`, XA)).toEqual(unreadable('rate-limit'));
  });
  test('but a record may speak of limits', () => {
    const text = GOOD.replace('1 Harbour Row', 'Limited Quota Ltd, try again');
    expect(readRegistryAnswer(text, XA)).toEqual(FULL);
  });
});

describe('the registry says that there is nobody', () => {
  const NOT_ASSIGNED = `domain:       XA
organisation: Not assigned

contact:      administrative
organisation: Not assigned

contact:      technical
organisation: Not assigned

created:      1995-01-01
source:       IANA
`;
  test.each([
    ['no object', '% IANA WHOIS server\n% for more\nThis query returned 0 objects.\n', 'no-object'],
    ['no object, as a comment', '% IANA\r\n% This query returned 0 objects.\r\n', 'no-object'],
    ['not assigned', NOT_ASSIGNED, 'not-assigned'],
  ])('%s', (_, text, why) => {
    expect(readRegistryAnswer(text, XA)).toEqual({ kind: 'absent', why });
  });
  test('not when the answer to that is cut short', () => {
    const text = NOT_ASSIGNED.slice(0, 80);
    expect(readRegistryAnswer(text, XA)).toEqual(unreadable('truncated'));
  });
});

describe('whatever comes', () => {
  test('a good answer cut anywhere is the whole record or none, never "nobody"', () => {
    const cuts = Array.from({ length: GOOD.length }, (_, length) => GOOD.slice(0, length));
    const readable = cuts
      .map((text) => readRegistryAnswer(text, XA))
      .filter((answer) => answer.kind !== 'unreadable');
    expect(readable).toEqual([FULL, FULL]);
  });

  const lines = fc.constantFrom(
    ...GOOD.split('\n'),
    'domain: XB',
    'e-mail: x@nic.xa',
    '%',
    ' a: b',
    '\r',
  );
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(lines, { maxLength: 60 }).map((some) => some.join('\n')),
    fc
      .tuple(fc.nat(GOOD.length), fc.string({ unit: 'binary' }))
      .map(([at, text]) => splice(at, text)),
  );
  test('no text makes it throw, and a record is always for the ccTLD asked for and has an anchor', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const answer = readRegistryAnswer(text, XA);
        if (answer.kind !== 'record') return;
        expect(answer.record.cctld).toBe('xa');
        expect(answer.record.admin.email).toMatch(/^[^@]+@[^@]+$/);
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    ['one endless line', 'a'.repeat(65_000)],
    ['colons', ':'.repeat(65_000)],
    ['blanks after a label', `source:${' '.repeat(65_000)}x`],
    ['labels', 'a:\n'.repeat(21_000)],
    ['contacts', 'contact: administrative\n\n'.repeat(2_600)],
    ['addresses', `${GOOD.slice(0, 400)}${'e-mail: a@nic.xa\n'.repeat(3_700)}`],
  ])('64 KB of %s are read in no time', (_, text) => {
    const start = cpuTime();
    readRegistryAnswer(text, XA);
    expect(cpuTime() - start).toBeLessThan(500);
  });
});

test('comments, line ends and the blank lines around do not make another answer', () => {
  const same = GOOD.replace(/^%.*$/gm, '% today we say this').replaceAll('\n', '\r\n');
  expect(normaliseAnswer(`${same}\r\n\r\n`)).toBe(normaliseAnswer(GOOD));
  expect(normaliseAnswer(GOOD.replace('Ada', 'Eva'))).not.toBe(normaliseAnswer(GOOD));
});

function unreadable(why: string) {
  return { kind: 'unreadable', why };
}

function remark(text: string): string {
  return GOOD.replace(/^remarks:.*$/m, `remarks:      ${text}`);
}

function swapContacts(text: string): string {
  const [head, admin, tech, ...rest] = text.split(/\n(?=contact:)|\n(?=nserver:)/);
  return [head, tech, admin, ...rest].join('\n').replace(/\n{3,}/g, '\n\n');
}

function splice(at: number, text: string): string {
  return GOOD.slice(0, at) + text + GOOD.slice(at);
}

function cctld(text: string): Cctld {
  const label = readCctld(text);
  if (label === undefined) throw new Error(`no ccTLD: ${text}`);
  return label;
}
