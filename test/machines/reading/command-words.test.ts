/** What each command of a Validator may look like, and what is answered when it cannot be read. */

import { describe, expect, it } from 'vitest';

import { runs, why } from './command-text.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

function all(...caseIds: number[]) {
  return { kind: 'approve-all', caseIds };
}

function hold(until: unknown, reason = 'she is away') {
  return { kind: 'hold', caseId: 4711, until, reason };
}

function amend(amendment: unknown, contact = 2) {
  return { kind: 'amend', caseId: 4711, contact, amendment };
}

function phone(...numbers: string[]) {
  return {
    field: 'phone',
    phones: numbers.map((raw) => ({ raw, e164: raw.replace(/[^+\d]/g, '') })),
  };
}

function remove(person: string, reason = 'has left') {
  return { kind: 'remove', cctld: 'xa', person, reason };
}

const ROSA_LIND = { field: 'name', firstName: 'Rosa', lastName: 'Lind' };
const ADDRESS = { field: 'address', value: 'rosa@nic.xa' };

describe('every command can be written in these ways', () => {
  it.each<readonly [string, unknown]>([
    ['APPROVE 4711: .xa', { kind: 'approve', caseId: 4711, cctld: 'xa' }],
    ['APPROVE 4711 4712', all(4711, 4712)],
    ['approve 4711, 4712', all(4711, 4712)],
    ['APPROVE 4711,4712', all(4711, 4712)],
    ['APPROVE 4711 and 4712', all(4711, 4712)],
    ['APPROVE 4711 & 4712', all(4711, 4712)],
    ['APPROVE 4711, 4712, and 4713', all(4711, 4712, 4713)],
    ['APPROVE case 4711 .xa', { kind: 'approve', caseId: 4711, cctld: 'xa' }],
    ['APPROVE cases 4711 and 4712', all(4711, 4712)],
    ['SHOW case 4711', { kind: 'show', caseId: 4711 }],
    ['HOLD 4711 two weeks: she is away', hold({ ms: 14 * DAY })],
    ['HOLD 4711 for a day, she is away', hold({ ms: DAY })],
    ['AMEND 4711 contact 2 primary.', amend({ field: 'primary' })],
    ['APPROVE 4711; 4712 + 4713', all(4711, 4712, 4713)],
    ['APPROVE #4711 #4712', all(4711, 4712)],
    ['APPROVE 4711\u00a04712', all(4711, 4712)],
    ['APPROVE 4711\t4712', all(4711, 4712)],
    ['APPROVE 4711  4712  4713', all(4711, 4712, 4713)],
    [
      `APPROVE ${Array.from({ length: 20 }, (_, at) => at + 1).join(' ')}`,
      all(...Array.from({ length: 20 }, (_, at) => at + 1)),
    ],
    ['HOLD 4711 14d she is away', hold({ ms: 14 * DAY })],
    ['HOLD 4711 14 d she is away', hold({ ms: 14 * DAY })],
    ['hold 4711 14 days: she is away', hold({ ms: 14 * DAY })],
    ['HOLD 4711 for 1 day she is away', hold({ ms: DAY })],
    ['HOLD 4711 2 weeks she is away', hold({ ms: 14 * DAY })],
    ['HOLD 4711 2w, she is away', hold({ ms: 14 * DAY })],
    ['HOLD 4711: 1 week – she is away', hold({ ms: 7 * DAY })],
    ['HOLD 4711 1h she is away', hold({ ms: HOUR })],
    ['HOLD 4711 36 hours she is away', hold({ ms: 36 * HOUR })],
    ['HOLD 4711 90d she is away', hold({ ms: 90 * DAY })],
    ['HOLD 4711 until 2027-01-15 she is away', hold({ day: '2027-01-15' })],
    ['HOLD 4711 2027-01-15 she is away', hold({ day: '2027-01-15' })],
    ['HOLD 4711 2027-01-15: she is away', hold({ day: '2027-01-15' })],
    ['HOLD 4711 15 January 2027 she is away', hold({ day: '2027-01-15' })],
    ['HOLD 4711 till 15th January 2027. she is away', hold({ day: '2027-01-15' })],
    ['HOLD 4711 until 5 Mar 2027 she is away', hold({ day: '2027-03-05' })],
    ['HOLD 4711 until January 15, 2027 she is away', hold({ day: '2027-01-15' })],
    ['HOLD 4711 2028-02-29 she is away', hold({ day: '2028-02-29' })],
    ['HOLD 4711 14d she is\n  away', hold({ ms: 14 * DAY })],
    ['AMEND 4711 contact 2 phone +44 20 7946 0123', amend(phone('+44 20 7946 0123'))],
    ['amend 4711 2 phone +44 20 7946 0123', amend(phone('+44 20 7946 0123'))],
    ['AMEND 4711 Contact #2 Phone: +44 20 7946 0123', amend(phone('+44 20 7946 0123'))],
    ['AMEND 4711: contact 2: phone = +44 20 7946 0123', amend(phone('+44 20 7946 0123'))],
    ['AMEND 4711 contact 2 tel +44 20 7946 0123', amend(phone('+44 20 7946 0123'))],
    ['AMEND 4711 contact 2 phone number +44 20 7946 0123', amend(phone('+44 20 7946 0123'))],
    [
      'AMEND 4711 contact 2 phones +44 20 7946 0123, +1 202 555 0101',
      amend(phone('+44 20 7946 0123', '+1 202 555 0101')),
    ],
    ['AMEND 4711 contact 2 name Rosa Lind', amend(ROSA_LIND)],
    ['AMEND 4711 contact 2 name: Lind, Rosa', amend(ROSA_LIND)],
    ['AMEND 4711 contact 2 name first: Rosa last: Lind', amend(ROSA_LIND)],
    ['AMEND 4711 contact 2 name Last name: Lind, first name: Rosa', amend(ROSA_LIND)],
    [
      'AMEND 4711 contact 1 name Anna Maria van der Berg',
      amend({ field: 'name', firstName: 'Anna Maria', lastName: 'van der Berg' }, 1),
    ],
    ['AMEND 4711 contact 2 first Rosa', amend({ field: 'firstName', value: 'Rosa' })],
    ['AMEND 4711 contact 2 first name: Rosa', amend({ field: 'firstName', value: 'Rosa' })],
    ['AMEND 4711 contact 2 last Lind', amend({ field: 'lastName', value: 'Lind' })],
    ['AMEND 4711 contact 2 family name = Lind', amend({ field: 'lastName', value: 'Lind' })],
    [
      'AMEND 4711 contact 2 last نجفی\u200cزاده',
      amend({ field: 'lastName', value: 'نجفی\u200cزاده' }),
    ],
    ['AMEND 4711 contact 2 e-mail rosa@nic.xa', amend(ADDRESS)],
    ['AMEND 4711 contact 2 email Rosa@NIC.xa', amend(ADDRESS)],
    ['AMEND 4711 contact 2 mail: <rosa@nic.xa>', amend(ADDRESS)],
    ['AMEND 4711 contact 2 address rosa@nic.xa', amend(ADDRESS)],
    ['AMEND 4711 contact 2 e-mail address rosa@nic.xa', amend(ADDRESS)],
    ['AMEND 4711 contact 2 e-mail rosa@nic.xa<mailto:rosa@nic.xa>', amend(ADDRESS)],
    ['AMEND 4711 contact 2 primary', amend({ field: 'primary' })],
    ['AMEND 4711 contact 2 primary: yes', amend({ field: 'primary' })],
    [
      'ESCALATE 4711 two organisations',
      { kind: 'escalate', caseId: 4711, text: 'two organisations' },
    ],
    ['VERIFIED 4711 by phone', { kind: 'verified', caseId: 4711, how: 'by phone' }],
    ['NOTE 4711 called twice', { kind: 'note', caseId: 4711, text: 'called twice' }],
    ['NOTE 4711 – called twice', { kind: 'note', caseId: 4711, text: 'called twice' }],
    ['QUEUE', { kind: 'queue' }],
    ['SHOW 4711', { kind: 'show', caseId: 4711 }],
    ['show #4711', { kind: 'show', caseId: 4711 }],
    ['SHOW .xa', { kind: 'show-cctld', cctld: 'xa' }],
    ['SHOW .рф (xn--p1ai)', { kind: 'show-cctld', cctld: 'xn--p1ai' }],
    ['WHY 4711', { kind: 'why', caseId: 4711 }],
    ['REMOVE .xa rosa@nic.xa has left', remove('rosa@nic.xa')],
    ['REMOVE .xa Rosa@NIC.xa: has left', remove('rosa@nic.xa')],
    ['REMOVE .xa <rosa@nic.xa> has left', remove('rosa@nic.xa')],
    ['REMOVE .xa Rosa Lind <rosa@nic.xa> has left', remove('rosa@nic.xa')],
    ['REMOVE .xa "rosa@nic.xa" has left', remove('rosa@nic.xa')],
    ['REMOVE .xa "Rosa Lind" has left', remove('Rosa Lind')],
    ['REMOVE .xa “Rosa Lind” has left', remove('Rosa Lind')],
    ['REMOVE .xa „Rosa Lind“: has left', remove('Rosa Lind')],
    ['REMOVE .xa «Rosa Lind», has left', remove('Rosa Lind')],
    ['REMOVE .xa “Rosa Lind" has left', remove('Rosa Lind')],
    ["REMOVE .xa 'Rosa O'Lind' has left", remove("Rosa O'Lind")],
    ['REMOVE .xa ‘Rosa Lind’ has left', remove('Rosa Lind')],
    ['REMOVE .xa Rosa Lind: has left', remove('Rosa Lind')],
    ['REMOVE .xa: Rosa Lind: has left', remove('Rosa Lind')],
    ['REMOVE xa Lind: has left', remove('Lind')],
    ['REMOVE .xa 林 玫瑰： has left', remove('林 玫瑰')],
    ['REMOVE .xa Rosa Lind: has\n  left', remove('Rosa Lind')],
    ['REMOVE .xa Rosa Lind: has left: see 4711', remove('Rosa Lind', 'has left: see 4711')],
    ['FREEZE .xa: hijack', { kind: 'freeze', cctld: 'xa', reason: 'hijack' }],
    ['FREEZE .рф (xn--p1ai) hijack', { kind: 'freeze', cctld: 'xn--p1ai', reason: 'hijack' }],
    ['ROSTER', { kind: 'roster' }],
    ['ROSTER .xa', { kind: 'roster', cctld: 'xa' }],
    ['QUARANTINE', { kind: 'quarantine' }],
    ['QUARANTINE replay 12', { kind: 'replay', mail: 12 }],
    ['QUARANTINE release 12', { kind: 'release', mail: 12 }],
    ['Quarantine show 12', { kind: 'show-mail', mail: 12 }],
    ['quarantine DROP #12', { kind: 'drop', mail: 12 }],
    ['REPORT', { kind: 'report' }],
    ['report 2026-06-30', { kind: 'report', day: '2026-06-30' }],
  ])('%j', (text, expected) => {
    expect(why(text)).toBe('');
    expect(runs(text)).toEqual([expected]);
  });
});

describe('a fault says what to write', () => {
  it.each([
    [
      'APPROVE 4711 .xa 4712 .xb',
      'one line for each with its ccTLD, or one line with the numbers alone',
    ],
    ['APPROVE 4711 .xa and 4712', 'one line for each'],
    ['APPROVE 4711 .xa, 4712', 'one line for each'],
    ['APPROVE 4711 and .xa', 'one line for each'],
    ['APPROVE 4711 4712 please', 'one line for each'],
    ['APPROVE 4711 4712?', 'one line for each'],
    ['APPROVE 4711 4712a', 'one line for each'],
    ['APPROVE 4711 0815', 'one line for each'],
    ['APPROVE 4711 4711', 'Case 4711 stands there twice'],
    ['APPROVE 4711 4712 #4711', 'Case 4711 stands there twice'],
    [`APPROVE ${Array.from({ length: 21 }, (_, at) => at + 1).join(' ')}`, 'At most 20 cases'],
    ['Approve 4711 .xa?', 'not one ccTLD'],
    ['APPROVE 4711 .xa!', 'not one ccTLD'],
    ['APPROVE 4711 .xa .xb', 'not one ccTLD'],
    ['APPROVE 4711-4713', 'number of the case cannot be read: a blank must follow it'],
    ['APPROVE 4711.', 'a blank must follow it'],
    ['HOLD 4711 five weeks away', 'How long is missing'],
    ['AMEND 4711 contact 2 name Rosa Lind and make her primary', 'cannot be told apart'],
    ['HOLD', 'number of the case is missing. Write: HOLD 4711 14d reason'],
    ['HOLD 4711', 'How long is missing'],
    ['HOLD 4711 she is away', 'How long is missing'],
    ['HOLD 4711 14 she is away', 'How long is missing'],
    ['HOLD 4711 14data', 'How long is missing'],
    ['HOLD 4711 2 months she is away', 'How long is missing'],
    ['HOLD 4711 1.5 days away', 'How long is missing'],
    ['HOLD 4711 -3d away', 'How long is missing'],
    ['HOLD 4711 01/02/2027 away', 'How long is missing'],
    ['HOLD 4711 2027/01/15 away', 'How long is missing'],
    ['HOLD 4711 15.01.2027 away', 'How long is missing'],
    ['HOLD 4711 2027-01-15T10:00 away', 'How long is missing'],
    ['HOLD 4711 15 Janvier 2027 away', 'How long is missing'],
    ['HOLD 4711 until Friday away', 'How long is missing'],
    ['HOLD 4711 0d away', '1 hour to 90 days'],
    ['HOLD 4711 91d away', '1 hour to 90 days'],
    ['HOLD 4711 13 weeks away', '1 hour to 90 days'],
    ['HOLD 4711 9999w away', '1 hour to 90 days'],
    ['HOLD 4711 2027-02-29 away', 'no such day'],
    ['HOLD 4711 2027-13-01 away', 'no such day'],
    ['HOLD 4711 2027-00-10 away', 'no such day'],
    ['HOLD 4711 31 April 2027 away', 'no such day'],
    ['HOLD 4711 32 January 2027 away', 'no such day'],
    ['HOLD 4711 14d', 'The reason is missing. Write: HOLD 4711 14d reason'],
    ['HOLD 4711 until 2027-01-15 ...', 'The reason is missing'],
    ['AMEND 4711', 'number of the contact'],
    ['AMEND 4711 phone +44 20 7946 0123', 'number of the contact'],
    ['AMEND 4711 contact 0 primary', 'number of the contact'],
    ['AMEND 4711 contact 12 primary', 'number of the contact'],
    ['AMEND 4711 contact two primary', 'number of the contact'],
    ['AMEND 4711 contact 2', 'Say what is wrong: phone, name, first, last, e-mail or primary'],
    ['AMEND 4711 contact 2 fax +44 20 7946 0123', 'Say what is wrong'],
    ['AMEND 4711 contact 2 constructor x', 'Say what is wrong'],
    [
      'AMEND 4711 contact 2 phone',
      'The phone number is missing. Write: AMEND 4711 contact 2 phone +44',
    ],
    [
      'AMEND 4711 contact 2 phone 020 7946 0123',
      '"020 7946 0123" cannot be read as a phone number',
    ],
    ['AMEND 4711 contact 2 phone +44 20 7946 0123, 5', 'cannot be read as a phone number'],
    ['AMEND 4711 contact 2 phone +44 20 7946 0123, 0123456', '"0123456" cannot be read'],
    [
      'AMEND 4711 contact 2 phone +44 20 7946 0123 and make her primary',
      'cannot be read as a phone',
    ],
    ['AMEND 4711 contact 2 phone none', 'cannot be read as a phone'],
    [`AMEND 4711 contact 2 phone ${'+44 20 7946 0123, '.repeat(6)}`, 'one to 5 phone numbers'],
    [`AMEND 4711 contact 2 phone ${'+44 20 7946 0123, '.repeat(30)}`, 'one to 5 phone numbers'],
    ['AMEND 4711 contact 2 name Rosa', 'Write: AMEND 4711 contact 2 name first: Rosa last: Lind'],
    ['AMEND 4711 contact 2 name', 'one of them is missing'],
    ['AMEND 4711 contact 2 name Rosa Lind, phone +44 20 7946 0123', 'cannot be told apart'],
    ['AMEND 4711 contact 2 name Rosa Lind <rosa@nic.xa>', 'cannot be told apart'],
    ['AMEND 4711 contact 2 name Lind, Rosa, Ana', 'cannot be told apart'],
    ['AMEND 4711 contact 2 first', 'not a name. Write: AMEND 4711 contact 2 first Rosa'],
    ['AMEND 4711 contact 2 last 42', 'it is not a name'],
    [`AMEND 4711 contact 2 last ${'x'.repeat(101)}`, 'The name is missing'],
    ['AMEND 4711 contact 2 e-mail', 'not one e-mail address'],
    ['AMEND 4711 contact 2 e-mail rosa', 'not one e-mail address'],
    ['AMEND 4711 contact 2 e-mail rosa@nic.xa, ana@nic.xa', 'not one e-mail address'],
    ['AMEND 4711 contact 2 e-mail rosa@nic.xa<mailto:eve@evil.test>', 'not one e-mail address'],
    ['AMEND 4711 contact 2 e-mail ｒosa＠nic.xa', 'not one e-mail address'],
    ['AMEND 4711 contact 2 primary no', 'Nothing may follow "primary"'],
    ['ESCALATE 4711', 'The text is missing. Write: ESCALATE 4711 text'],
    ['ESCALATE please', 'number of the case'],
    ['VERIFIED 4711', 'way how it was checked is missing. Write: VERIFIED 4711 how'],
    ['NOTE 4711 --', 'The text is missing'],
    ['QUEUE all', 'QUEUE stands alone. Write: QUEUE'],
    ['SHOW', 'Write: SHOW 4711 or SHOW .xa'],
    ['SHOW 4711 .xa', 'Write: SHOW 4711 or SHOW .xa'],
    ['SHOW everything', 'Write: SHOW 4711 or SHOW .xa'],
    ['SHOW .xa .xb', 'Write: SHOW 4711 or SHOW .xa'],
    ['WHY', 'number of the case is missing. Write: WHY 4711'],
    ['WHY 4711 though', 'Nothing may follow the number'],
    ['REMOVE', 'not one ccTLD. Write: REMOVE .xa rosa@nic.example reason'],
    ['REMOVE rosa@nic.xa has left', 'not one ccTLD'],
    ['REMOVE .xa', 'Say who shall be removed'],
    ['REMOVE .xa Rosa Lind has left', 'an e-mail address, or a name in "quotes", then the reason'],
    ['REMOVE .xa "Rosa Lind', 'Say who shall be removed'],
    ['REMOVE .xa "" has left', 'Say who shall be removed'],
    ['REMOVE .xa : has left', 'Say who shall be removed'],
    ['REMOVE .xa "Rosa Lind"', 'The reason is missing'],
    ['REMOVE .xa Rosa Lind:', 'The reason is missing'],
    ['REMOVE .xa rosa@nic.xa', 'The reason is missing'],
    ['REMOVE .xa rosa@nic has left', '"rosa@nic" is not an e-mail address'],
    ['REMOVE .xa rosa@nic.xa ...', 'The reason is missing'],
    [`REMOVE .xa "${'x'.repeat(101)}" has left`, 'longer than 100'],
    ['FREEZE .xa, .xb hijack', 'reason'],
    ['ROSTER .xa .xb', 'Write: ROSTER or ROSTER .xa'],
    ['ROSTER everybody', 'not one ccTLD'],
    ['QUARANTINE list', 'Write: QUARANTINE release 12'],
    ['QUARANTINE replay', 'Write: QUARANTINE release 12'],
    ['QUARANTINE replay 12 13', 'Write: QUARANTINE release 12'],
    ['QUARANTINE drop all', 'the number of one mail'],
    ['SUBSCRIBE .xa', '"SUBSCRIBE" is not a command'],
    ['REPORT 2026-02-30', 'Write: REPORT 2026-06-30'],
    ['REPORT 30 June 2026', 'Write: REPORT 2026-06-30'],
    ['REPORT .xa', 'Behind it stands nothing, or one day'],
    ['REPORT 2026-06-30 --csv', 'Write: REPORT 2026-06-30'],
  ])('%j', (text, expected) => {
    if (expected === 'reason') return expect(runs(text)).toMatchObject([{ reason: '.xb hijack' }]);
    expect(why(text)).toContain(expected);
    expect(runs(text)).toEqual([]);
  });

  it.each([
    ['APROVE 4711 .xa', 'Did you mean APPROVE? Write: APPROVE 4711 .xa'],
    ['APPROOVE 4711 .xa', 'Did you mean APPROVE?'],
    ['APPORVE 4711 .xa', 'Did you mean APPROVE?'],
    ['APPROVED 4711 .xa', 'Did you mean APPROVE?'],
    ['ＡＰＰＲＯＶＥ 4711 .xa', 'Did you mean APPROVE?'],
    ['АPPROVE 4711 .xa', 'Did you mean APPROVE?'],
    ['QUEUE.', 'Did you mean QUEUE?'],
    ['QUE', 'is not a command. The mail must begin'],
    ['QUEU', 'Did you mean QUEUE?'],
    ['REJCT 4711 no', 'Did you mean REJECT?'],
    ['HOLT 4711 14d no', 'Did you mean HOLD?'],
    ['unfreze .xa', 'Did you mean UNFREEZE?'],
    ['roaster', 'Did you mean ROSTER?'],
  ])('%j is nearly one: %s', (text, expected) => {
    expect(why(text)).toContain(expected);
  });

  it.each(['Hello', 'Hi', 'and', 'now', 'Thanks', 'Yes', 'x', '4711', '-', 'constructor'])(
    '%j is not nearly one',
    (word) => {
      expect(why(`${word} 4711`)).not.toContain('Did you mean');
    },
  );

  it('for a line that was wrapped says how it may go on', () => {
    expect(why('ASK 4711 Who is Ana,\nand who is Bob?')).toContain('Begin a line with a blank');
    expect(why('QUEUE\nand who is Bob?')).not.toContain('Begin a line with a blank');
  });
});
