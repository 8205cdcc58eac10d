/** What an SSC may write to the request address, and what stays a letter to people. */

import { describe, expect, it } from 'vitest';

import { readBody } from '../../../src/machines/reading/body.ts';
import {
  REQUEST_HELP,
  readRequestCommands,
} from '../../../src/machines/reading/request-command.ts';
import { readRequests as read, requestFaults as why, requestsOf as runs } from './command-text.ts';

const NOTHING = { commands: [], faults: [] };
const SHOW = { kind: 'show' };
const LEAVE = { kind: 'leave' };
const LEAVE_XA = { kind: 'leave', cctld: 'xa' };

function phones(...numbers: string[]) {
  return {
    kind: 'change-phone',
    phones: numbers.map((raw) => ({ raw, e164: raw.replace(/[^+\d]/g, '') })),
  };
}

const ONE = phones('+44 20 7946 0123');
const ANNA = { kind: 'change-name', firstName: 'Anna Maria', lastName: 'Berg' };
const ADDRESS = { kind: 'change-address', address: 'anna@nic.xa' };

describe('a command may be written in these ways', () => {
  it.each<readonly [string, unknown]>([
    ['show', SHOW],
    ['Show.', SHOW],
    ['SHOW!', SHOW],
    ['please show', SHOW],
    ['Please, show me my data.', SHOW],
    ['show me', SHOW],
    ['show, please', SHOW],
    ['show my details?', SHOW],
    ['- show', SHOW],
    ['1. show', SHOW],
    ['"show"', SHOW],
    ['“show”', SHOW],
    ['\u00a0show\u00a0', SHOW],
    ['who', { kind: 'who' }],
    ['Who?', { kind: 'who' }],
    ['who .xa', { kind: 'who', cctld: 'xa' }],
    ['who .XA?', { kind: 'who', cctld: 'xa' }],
    ['who .рф', { kind: 'who', cctld: 'xn--p1ai' }],
    ['who .рф (xn--p1ai)', { kind: 'who', cctld: 'xn--p1ai' }],
    ['who Lind', { kind: 'who', name: 'Lind' }],
    ['who Rosa Lind?', { kind: 'who', name: 'Rosa Lind' }],
    ['who "Rosa Lind"', { kind: 'who', name: 'Rosa Lind' }],
    ['who rosa@nic.xa', { kind: 'who', name: 'rosa@nic.xa' }],
    ['who Will Smith', { kind: 'who', name: 'Will Smith' }],
    ['who May Tan', { kind: 'who', name: 'May Tan' }],
    ['who 林', { kind: 'who', name: '林' }],
    ['who xa', { kind: 'who', name: 'xa' }],
    ['change phone +44 20 7946 0123', ONE],
    ['Change my phone number to +44 20 7946 0123.', ONE],
    ['change phone: +44 20 7946 0123', ONE],
    ['change my mobile to: +44 20 7946 0123, thanks', ONE],
    [
      'change phones +44 20 7946 0123, +1 202 555 0101',
      phones('+44 20 7946 0123', '+1 202 555 0101'),
    ],
    [
      'change phone\n+44 20 7946 0123,\n+1 202 555 0101',
      phones('+44 20 7946 0123', '+1 202 555 0101'),
    ],
    ['change name Anna Maria Berg', ANNA],
    ['change my name to Anna Maria Berg', ANNA],
    ['change name: Berg, Anna Maria', ANNA],
    ['change name first: Anna Maria last: Berg', ANNA],
    ['change name First name: Anna Maria, last name: Berg', ANNA],
    ['change name last: Berg first: Anna Maria', ANNA],
    ['change name To Lam', { kind: 'change-name', firstName: 'To', lastName: 'Lam' }],
    ['change email anna@nic.xa', ADDRESS],
    ['change e-mail anna@nic.xa', ADDRESS],
    ['change mail anna@nic.xa', ADDRESS],
    ['change address anna@nic.xa', ADDRESS],
    ['Change my e-mail address to Anna@NIC.xa.', ADDRESS],
    ['change email: <anna@nic.xa>', ADDRESS],
    ['change email anna@nic.xa<mailto:anna@nic.xa>', ADDRESS],
    ['leave', LEAVE],
    ['Leave.', LEAVE],
    ['leave the list', LEAVE],
    ['leave TLD-OPS', LEAVE],
    ['unsubscribe', LEAVE],
    ['Unsubscribe me', LEAVE],
    ['unsubscribe me from the TLD-OPS list, please.', LEAVE],
    ['remove me', LEAVE],
    ['Please remove me from this list', LEAVE],
    ['leave .xa', LEAVE_XA],
    ['Leave .XA please', LEAVE_XA],
    ['leave for .xa', LEAVE_XA],
    ['remove me from .xa', LEAVE_XA],
    ['unsubscribe .xa', LEAVE_XA],
    ['leave .рф (xn--p1ai)', { kind: 'leave', cctld: 'xn--p1ai' }],
    ['leave all', { kind: 'leave', all: true }],
    ['remove me from all ccTLDs', { kind: 'leave', all: true }],
    ['freeze .xa we were hijacked.', { kind: 'freeze', cctld: 'xa', reason: 'we were hijacked.' }],
    [
      'Freeze .xa: our registrar lost its keys\nand somebody changes name servers',
      {
        kind: 'freeze',
        cctld: 'xa',
        reason: 'our registrar lost its keys and somebody changes name servers',
      },
    ],
    ['help', { kind: 'help' }],
    ['HELP!', { kind: 'help' }],
    ['Help me', { kind: 'help' }],
  ])('%j', (text, expected) => {
    expect(why(text)).toBe('');
    expect(runs(text)).toEqual([expected]);
  });

  it('and every form that is shown can be read', () => {
    for (const { usage, means } of REQUEST_HELP) {
      expect(runs(usage)).toHaveLength(1);
      expect(means).toMatch(/^[A-Z].{10,90}\.$/);
    }
  });

  it('with a greeting before it and thanks behind it', () => {
    expect(runs('Hello,\n\nshow\nwho .xa\nThanks, Anna')).toHaveLength(2);
    expect(runs('Dear Validators,\nleave .xa\n\nBest regards\nAnna')).toEqual([LEAVE_XA]);
    expect(runs('Guten Tag\n\n\nleave .xa\nMany thanks!')).toEqual([LEAVE_XA]);
  });

  it('below the banner of a gateway, above a signature and a quotation', () => {
    expect(runs('[EXTERNAL]\n\nshow\n-- \nAnna\nleave')).toEqual([SHOW]);
    expect(runs('leave .xa\n\nOn Monday, TLD-OPS wrote:\n> show')).toEqual([LEAVE_XA]);
  });

  it('and carries the line that it stands on', () => {
    expect(read('Hi,\n\n  Show.').commands).toEqual([{ ...SHOW, line: 'Show.', number: 3 }]);
  });
});

describe('the subject', () => {
  it.each<readonly [string, unknown]>([
    ['leave', LEAVE],
    ['Leave', LEAVE],
    ['unsubscribe', LEAVE],
    ['leave .xa', LEAVE_XA],
    ['Re: [TLD-OPS] leave .xa', LEAVE_XA],
    ['RE: Fwd: [EXTERNAL] [TLD-OPS #12] please leave .xa', LEAVE_XA],
    ['AW: Re[2]: show', SHOW],
    ['change phone +44 20 7946 0123', ONE],
  ])('%j is read when the mail says nothing', (subject, expected) => {
    for (const text of ['', '\n\u00a0\n', '-- \nAnna Berg', '> show', '[EXTERNAL]\n'])
      expect(runs(text, { subject })).toEqual([expected]);
  });

  it('is shown as line 0', () => {
    expect(read('', { subject: 'Re: leave' }).commands).toEqual([
      { ...LEAVE, line: 'leave', number: 0 },
    ]);
  });

  it.each(['Hello, I shall be away.', 'Thanks', 'who .xa'])(
    'is not read when the mail says something: %j',
    (text) => {
      expect(runs(text, { subject: 'leave' })).not.toContainEqual(LEAVE);
      expect(read('', { subject: 'leave', other: text })).toEqual(NOTHING);
    },
  );

  it.each(['Question', '', 'Re: Your change', 'Leave of absence', 'Who is responsible for .xb?'])(
    '%j asks nothing',
    (subject) => {
      expect(read('', { subject })).toEqual(NOTHING);
    },
  );

  it('gets a fault as a line does', () => {
    expect(why('', { subject: 'leave xa' })).toContain('0: Write the ccTLD with its dot.');
  });
});

describe('a letter to people stays one', () => {
  it.each([
    'Help, our registry is under attack!',
    'Help needed with the phone numbers of my colleague',
    'Show must go on',
    'show me how this works',
    'Who is responsible for .xb?',
    'Who can help us with a transfer of our name servers?',
    "Who's on the list for .xb?",
    'Who’s there',
    'Change of our Admin Contact',
    'Change primary to Rosa Lind',
    'Changes are planned for next week',
    'Leave me alone, please, with these mails',
    'leave?',
    'Leave requests are handled by our HR department',
    'Remove Rosa Lind from .xa',
    'remove rosa@nic.xa',
    'Unsubscribe rosa@nic.xa',
    'I want to leave .xa',
    'Do not leave .xa',
    'We have moved.\nleave .xa',
    'Hello Bob,\nplease show me the list of all contacts',
    'constructor',
    'Hello',
    '- -',
    '\u200bshow',
    'LEAVEALL',
    'show-stopper',
    '展示',
  ])('%j', (text) => {
    expect(read(text)).toEqual(NOTHING);
  });
});

describe('a fault says what to write', () => {
  it.each([
    ['show .xa', '"who" shows a ccTLD. Write: who .xa'],
    ['who .xa .xb', 'One ccTLD on a line, and nothing else. Write: who .xa'],
    [`who ${'x'.repeat(101)}`, 'longer than 100 characters: a part of it will do. Write: who Lind'],
    ['change', 'change your phone, name or email. Write: change phone +44'],
    ['who is .xa', 'One ccTLD on a line, and nothing else. Write: who .xa'],
    ['change name from Anna Alt to Anna Berg', 'Write the new one alone'],
    ['change name Anna Alt to Anna Berg', 'cannot be told apart'],
    ['change primary', 'change your phone, name or email'],
    ['change phone', 'The phone number is missing'],
    ['change phone 020 7946 0123', 'Write it with + and the country code'],
    ['change phone +44 20 7946 0123 and my name', 'cannot be read as a phone number'],
    ['change phone +44 20 7946 0123\n020 7946 0124', '"020 7946 0124" cannot be read'],
    ['change name', 'one of them is missing. Write: change name first: Anna Maria last: Berg'],
    ['change name Berg', 'Write: change name first: Anna Maria last: Berg'],
    ['change last name Berg', 'Write both names. Write: change name first:'],
    ['change surname to Berg', 'Write both names'],
    ['change name Anna Berg, phone +44 20 7946 0123', 'cannot be told apart'],
    ['change email', 'not one e-mail address. Write the new one alone. Write: change email anna@'],
    ['change email from a@nic.xa to b@nic.xa', 'Write the new one alone'],
    ['change email a@nic.xa<mailto:b@evil.test>', 'Write the new one alone'],
    ['leave xa', 'Write the ccTLD with its dot. Write: leave .xa'],
    ['leave .xa .xb', 'One ccTLD on a line'],
    ['leave .xa?', 'One ccTLD on a line'],
    ['leave .xa unless Bob objects', 'One ccTLD on a line'],
    ['freeze', 'Write: freeze .xa reason'],
    ['freeze xa hijack', 'with its dot'],
    ['freeze .xa', 'Say why'],
    ['freeze .xa ...', 'Say why'],
    [`freeze .xa ${'x'.repeat(1000)}`, 'longer than 1000'],
    ['leave .xa\u202e', 'invisible or control'],
    ['leave .\u200bxa', 'invisible or control'],
    ['change name Anna \u2066Berg', 'invisible or control'],
    ['show\nand the others', '2: This line is no command. Leave a blank line below'],
    ['leave .xa\nonly if Bob agrees', '2: This line is no command'],
    ['leave .xa\nleave .xa', '2: This goes against a line above it'],
    ['leave\nleave .xa', '2: This goes against'],
    ['leave .xa\nleave all', '2: This goes against'],
    ['change phone +44 20 7946 0123\nchange phone +44 20 7946 0124', '2: This goes against'],
    ['leave\nchange name Anna Berg', '2: This goes against'],
    ['show\n'.repeat(6), '6: At most 5 commands'],
    ['> To leave:\n\nleave .xa', '3: Commands must stand above the quoted mail'],
  ])('%j', (text, expected) => {
    expect(why(text)).toContain(expected);
    expect(runs(text)).toEqual([]);
  });

  it('and no prose below a quotation is one', () => {
    expect(read('> quoted\n\nWho is that?\nShow must go on')).toEqual(NOTHING);
  });
});

describe('several commands', () => {
  it.each([
    'show\nwho\nwho .xa\nwho .xb\nhelp',
    'show\nshow',
    'leave .xa\nleave .xb',
    'change phone +44 20 7946 0123\nchange name Anna Berg\nchange email anna@nic.xa',
    'freeze .xa hijack\nfreeze .xb hijack',
  ])('go together: %j', (text) => {
    expect(runs(text)).toHaveLength(text.split('\n').length);
  });
});

describe('a mail of two parts', () => {
  it('must show in both what shall be changed', () => {
    expect(why('leave .xa', { other: 'show' })).toContain('only one of them shows this line');
    expect(runs('leave .xa', { other: '* leave * .xa\n\nAnna' })).toEqual([LEAVE_XA]);
  });

  it('may show in one what is only looked at', () => {
    expect(runs('show', { other: 'Please see the plain text.' })).toEqual([SHOW]);
  });

  it('may have HTML alone', () => {
    const html =
      '<p>Hello,</p><p>leave&nbsp;<a href="http://xa">.xa</a></p><blockquote>show</blockquote>';
    expect(readRequestCommands(readBody({ text: '', html }).lines, 'x').commands).toMatchObject([
      LEAVE_XA,
    ]);
  });

  it('hides nothing in HTML', () => {
    const html = '<div style="display:none">leave .xa</div><div>show</div>';
    expect(readRequestCommands(readBody({ text: '', html }).lines, 'x').commands).toMatchObject([
      SHOW,
    ]);
  });
});
