/** A delivery report is believed only when it fits the letter; nothing automatic does more than tell people. */

import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  type AnsweredLetter,
  decideMachineMail,
  type MachineFacts,
} from '../../src/machines/bounced.ts';
import type { BounceKind, BounceReport } from '../../src/machines/words/bounce.ts';
import { address } from '../support/facts.ts';

const ADMIN = address('admin@nic.xa');
const VALIDATOR = address('val1@ccnso.example');
const OTHER_VALIDATOR = address('val2@ccnso.example');
const MESSAGE_ID = 'c1001.challenge.7h2k9m4xq0ws3dfg8jzr5tbnvc@lists.example';

const LETTER: AnsweredLetter = {
  id: 5,
  name: 'challenge',
  addressee: ADMIN,
  caseId: 1001,
  messageIdSha256: createHash('sha256').update(MESSAGE_ID).digest('hex'),
  lost: false,
};

function report(kind: BounceKind = 'mailbox-gone', to = ADMIN): BounceReport {
  return {
    recipients: [{ address: to, kind, status: '5.1.1', said: '550 5.1.1 no such user' }],
    originalMessageId: MESSAGE_ID,
  };
}

function facts(more: Partial<MachineFacts> = {}): MachineFacts {
  return {
    settings: {
      policy: 'balanced',
      validators: [VALIDATOR, OTHER_VALIDATOR],
      committee: [],
      approvals: 1,
      tlp: 'warn',
      postSize: 1_000_000,
      terms,
      table: new Map(),
      waves: { size: 20, pauseMs: 86_400_000 },
      drillMs: 86_400_000,
    },
    screening: { class: 'bounce', reason: 'delivery-report' },
    sha256: 'ab',
    nullSender: true,
    report: report(),
    letter: LETTER,
    ...more,
  };
}

const terms = { answer: 1, reminder: 1, queueReminder: 1, applyRetry: 1, objection: 1 };

const told = (more: Partial<MachineFacts>) =>
  decideMachineMail(facts(more)).letters.map(({ letter, to }) => `${letter} to ${to}`);

const ALARMS = [`alarm-undelivered to ${VALIDATOR}`, `alarm-undelivered to ${OTHER_VALIDATOR}`];

describe('a report that fits a letter in token, Message-ID and recipient', () => {
  it.each([
    ['mailbox-gone', 'bounce-mailbox-gone', ALARMS],
    ['mailbox-full', 'bounce-mailbox-full', ALARMS],
    ['policy', 'bounce-policy', ALARMS],
    ['unknown', 'bounce-unknown', ALARMS],
    ['delayed', 'bounce-delayed', []],
  ] as const)('of the kind %s is noted as %s', (kind, reason, alarms) => {
    const decision = decideMachineMail(facts({ report: report(kind) }));
    expect(decision).toMatchObject({ outcome: 'noted', reason, caseId: 1001, changes: [] });
    expect(decision.bounces).toEqual([
      { letterId: 5, address: ADMIN, kind, status: '5.1.1', said: '550 5.1.1 no such user' },
    ]);
    expect(told({ report: report(kind) })).toEqual(alarms);
  });

  it('is told in the story of its case, with what the other server said', () => {
    expect(decideMachineMail(facts()).notes).toMatchObject([
      { reason: 'bounce-mailbox-gone', caseId: 1001, facts: { said: '550 5.1.1 no such user' } },
    ]);
  });

  it('tells nobody the token of the letter that a report repeats with its subject', () => {
    const said = 'Subject: Please confirm [TLD-OPS 1001 abcd-efgh-jkmn-pqrs-tvwx-yz01-23]';
    const { recipients, ...rest } = report();
    const decision = decideMachineMail(
      facts({ report: { ...rest, recipients: recipients.map((one) => ({ ...one, said })) } }),
    );
    expect(JSON.stringify(decision)).not.toContain('abcd-efgh');
    expect(decision.bounces?.[0]?.said).toBe('Subject: Please confirm [TLD-OPS 1001 (token)]');
  });

  it('raises no second alarm for the same letter', () => {
    expect(told({ letter: { ...LETTER, lost: true } })).toEqual([]);
  });

  it('raises none when a letter to a Validator comes back: alarms must not answer alarms', () => {
    const letter = { ...LETTER, addressee: VALIDATOR };
    expect(told({ letter, report: report('mailbox-gone', VALIDATOR) })).toEqual([]);
  });
});

describe('a report that does not fit counts for nothing', () => {
  const { originalMessageId: _id, ...nameless } = report();
  it.each([
    ['another recipient', { report: report('mailbox-gone', address('rosa@nic.xa')) }],
    ['another Message-ID', { report: { ...report(), originalMessageId: 'x@lists.example' } }],
    ['no Message-ID', { report: nameless }],
    ['no recipient', { report: { ...report(), recipients: [] } }],
  ])('%s', (_case, more) => {
    const decision = decideMachineMail(facts(more));
    expect(decision).toMatchObject({ outcome: 'noted', reason: 'bounce-unproven', letters: [] });
    expect(decision.bounces).toBeUndefined();
  });

  it('an automatic answer that holds one is no report', () => {
    const screening = { class: 'auto-reply', reason: 'auto-submitted' } as const;
    expect(decideMachineMail(facts({ screening }))).toMatchObject({
      outcome: 'noted',
      reason: 'auto-submitted',
      letters: [],
    });
  });

  it('without our token it is ignored', () => {
    const { letter: _letter, ...rest } = facts();
    expect(decideMachineMail(rest)).toMatchObject({
      outcome: 'ignored',
      reason: 'delivery-report',
      letters: [],
    });
  });
});

describe('"this person has left"', () => {
  const screening = { class: 'auto-reply', reason: 'person-left' } as const;

  it('is told to the Validators when the addressee of the letter says so', () => {
    expect(told({ screening, from: ADMIN })).toEqual(ALARMS);
  });

  it('is only noted when somebody else says so', () => {
    expect(told({ screening, from: address('mallory@attacker.example') })).toEqual([]);
  });
});
