/** What no mail causes: a timer, the list change, another Admin Contact in the registry. */

import { describe, expect, it } from 'vitest';
import type { CaseChange } from '../../src/machines/decision.ts';
import { decideCommands } from '../../src/machines/validate.ts';
import { decideJoin } from '../../src/machines/join.ts';
import {
  decideAnchor,
  decideApply,
  decideApplyFailed,
  decideTimer,
} from '../../src/machines/upkeep.ts';
import type { Case } from '../../src/machines/words/case.ts';
import {
  ANCHOR,
  changeOf,
  commandFacts,
  contact,
  formOf,
  INCOMPLETE,
  joinFacts,
  lettersOf,
  mailFacts,
  NEW_ANCHOR,
  NOW,
  ROSA,
  rosterEntry,
  settings,
  storedCase,
  tokenFor,
  VAL1,
  viewOf,
  XA,
} from '../support/facts.ts';

const AT = { now: NOW, settings: settings() };
const opened = (mail: Parameters<typeof mailFacts>[0], form = joinFacts().form) =>
  storedCase(changeOf(decideJoin(joinFacts({ mail: mailFacts(mail), form }))));

const QUEUED = opened({ from: ANCHOR, proven: true });
const CHALLENGED = opened({ from: ROSA, copied: [ANCHOR] });
const INCOMPLETE_CASE = opened({ from: ROSA, copied: [ANCHOR] }, formOf(INCOMPLETE));
const APPLYING = storedCase(
  changeOf(
    decideCommands(
      commandFacts({
        cases: new Map([[1001, QUEUED]]),
        tokens: [tokenFor(QUEUED, { purpose: 'validate', addressee: VAL1 })],
        commands: [{ line: '', number: 1, kind: 'approve', caseId: 1001, cctld: XA }],
      }),
    ),
  ),
);

const sent = (change: CaseChange | undefined) =>
  change === undefined ? [] : lettersOf({ changes: [change], letters: [] });

describe('a timer', () => {
  it.each([
    ['reminder', INCOMPLETE_CASE, 'needs-details', 'timer-reminder', 'reminder'],
    ['answer', INCOMPLETE_CASE, 'expired', 'timer-expired', 'expired'],
    ['reminder', CHALLENGED, 'challenged', 'timer-reminder', 'challenge'],
    ['answer', CHALLENGED, 'expired', 'timer-expired', 'expired'],
    ['queueReminder', QUEUED, 'queued', 'timer-queue', 'queue'],
    ['answer', { ...QUEUED, state: 'asked' }, 'queued', 'question-unanswered', 'queue'],
    ['reminder', { ...QUEUED, state: 'asked' }, 'asked', 'timer-reminder', 'question'],
    ['applyRetry', { ...APPLYING, state: 'apply-failed' }, 'applying', 'timer-retry', undefined],
  ] as const)('%s: %o', (timer, one, state, reason, letter) => {
    const change = decideTimer(AT, one, `xstate.after.${timer}.request.${one.state}`);
    expect(change?.next.state).toBe(state);
    expect(change?.audit).toMatchObject({ actor: 'timer', reason });
    const names = new Set(sent(change).map((line) => line.split(' ')[0]));
    expect([...names]).toEqual(letter === undefined ? [] : [letter]);
  });

  it('that comes after the case moved on does nothing', () => {
    expect(decideTimer(AT, QUEUED, 'xstate.after.answer.request.challenged')).toBeUndefined();
  });

  it.each(['', 'xstate.after.renamed.request.queued', 'objected', 'approve'])(
    'of the name "%s", which is none, does nothing',
    (timer) => {
      const change = decideTimer(AT, QUEUED, timer);
      expect(change?.next.state ?? 'queued').toBe('queued');
    },
  );

  it('reminds of a challenge with a fresh token to the Admin Contact alone', () => {
    const change = decideTimer(AT, CHALLENGED, 'xstate.after.reminder.request.challenged');
    expect(sent(change)).toEqual(['challenge to admin@nic.xa (challenge)']);
  });

  it('announces the end to both sides, each with a token of their own', () => {
    const change = decideTimer(AT, INCOMPLETE_CASE, 'xstate.after.reminder.request.needs-details');
    expect(sent(change)).toEqual([
      'reminder to rosa.lind@mailbox.example (details)',
      'reminder to admin@nic.xa (details)',
    ]);
  });
});

describe('the list change', () => {
  const facts = { ...AT, case: APPLYING, registry: viewOf(), roster: [], known: [] };

  it('is made when everything is as it was approved', () => {
    const change = decideApply(facts);
    expect(change?.next.state).toBe('applied');
    expect(change?.effects[0]).toEqual({
      type: 'set-roster',
      reason: 'case 1001',
      expected: [],
      contacts: APPLYING.request.contacts,
    });
    expect(sent(change)).toEqual([
      'welcome to person1@nic.xa',
      'welcome to person2@nic.xa',
      'applied to admin@nic.xa',
    ]);
    expect(change?.audit.facts).toMatchObject({ approvedBy: VAL1, snapshot: 7 });
  });

  it('goes back to the queue when somebody came on the list meanwhile', () => {
    const change = decideApply({ ...facts, roster: [rosterEntry()] });
    expect(change?.next).toMatchObject({
      state: 'queued',
      context: { approvedDigest: '' },
      request: { before: [rosterEntry()] },
    });
    expect(change?.audit.reason).toBe('roster-changed');
    expect(change?.effects.map(({ type }) => type)).not.toContain('set-roster');
    // It is another change now: the Admin Contact has a copy of it, as of the first one.
    expect(sent(change)).toEqual(
      expect.arrayContaining([
        'traced to admin@nic.xa (objection)',
        'queue to val1@ccnso.example (validate)',
      ]),
    );
  });

  it('goes back to the new Admin Contact when the registry has another one', () => {
    const change = decideApply({ ...facts, registry: viewOf({ anchor: NEW_ANCHOR }) });
    expect(change?.next).toMatchObject({
      state: 'challenged',
      anchor: NEW_ANCHOR,
      context: { evidence: 'E0', approvedDigest: '' },
    });
    expect(sent(change)).toContain('challenge to registry@gov.example (challenge)');
    expect(change?.effects.map(({ type }) => type)).not.toContain('set-roster');
  });

  it('is not touched by a newer copy of the same record', () => {
    const change = decideApply({ ...facts, registry: viewOf({ snapshotId: 8 }) });
    expect(change?.next).toMatchObject({ state: 'applied', snapshotId: 8 });
  });

  it.each(['queued', 'asked', 'apply-failed', 'rejected', 'objected'] as const)(
    'is not made for a case that is %s meanwhile',
    (state) => {
      const change = decideApply({ ...facts, case: { ...APPLYING, state } });
      expect(change?.effects.map(({ type }) => type) ?? []).not.toContain('set-roster');
    },
  );

  it('that fails is told to the Validators, and tried again', () => {
    const change = decideApplyFailed(AT, APPLYING, 'no fourth place');
    expect(change?.next.state).toBe('apply-failed');
    expect(sent(change)).toEqual([
      'alarm-apply to val1@ccnso.example (validate)',
      'alarm-apply to val2@ccnso.example (validate)',
    ]);
    expect(change?.effects).toContainEqual(
      expect.objectContaining({ type: 'set-timer', delayMs: APPLYING.context.terms.applyRetry }),
    );
  });

  it('that fails every quarter of an hour is told to the Validators once a day', () => {
    const change = decideApplyFailed(AT, APPLYING, 'no fourth place');
    const alarms = change?.effects.filter((effect) => effect.type === 'letter') ?? [];
    expect(alarms.map(({ once }) => once)).toEqual(['day', 'day']);
  });
});

const NOBODY = { roster: [], known: [] };
const changed = (one: Case) => decideAnchor(AT, one, viewOf({ anchor: NEW_ANCHOR }), NOBODY);

describe('another Admin Contact', () => {
  it.each([
    [CHALLENGED, 'challenged'],
    [QUEUED, 'challenged'],
    [{ ...QUEUED, state: 'asked' }, 'challenged'],
    [APPLYING, 'challenged'],
    [{ ...APPLYING, state: 'apply-failed' }, 'challenged'],
    [INCOMPLETE_CASE, 'needs-details'],
  ] as const)('of %o: what the old one proved is void', (one, state) => {
    const change = changed(one);
    expect(change?.next).toMatchObject({
      state,
      anchor: NEW_ANCHOR,
      context: { evidence: 'E0', approvedDigest: '' },
    });
    expect(change?.next.context.digest).not.toBe(one.context.digest);
    expect(sent(change)).toEqual(
      expect.arrayContaining([
        'anchor-changed to admin@nic.xa',
        'anchor-changed to registry@gov.example',
      ]),
    );
  });

  it('voids every token that the old one holds', () => {
    const revoked = changed(CHALLENGED)?.effects.flatMap((effect) =>
      effect.type === 'revoke-tokens' && effect.keepDigest === 'none' ? effect.purposes : [],
    );
    expect(new Set(revoked)).toEqual(
      new Set(['validate', 'objection', 'details', 'question', 'challenge', 'committee', 'invite']),
    );
  });

  it('revokes before it sends: the new letters keep their tokens', () => {
    const types = changed(CHALLENGED)?.effects.map(({ type }) => type) ?? [];
    expect(types.lastIndexOf('revoke-tokens')).toBeLessThan(types.indexOf('letter'));
  });

  it('is shown to the Validators first', () => {
    expect(changed(QUEUED)?.next.request.warnings[0]).toEqual({
      code: 'anchor-changed',
      found: ANCHOR,
    });
  });

  it.each(['applied', 'rejected', 'expired', 'objected', 'superseded'] as const)(
    'moves nothing that is %s',
    (state) => {
      expect(changed({ ...QUEUED, state })).toBeUndefined();
    },
  );

  it('is none when the address is the same', () => {
    expect(decideAnchor(AT, QUEUED, viewOf({ snapshotId: 9 }), NOBODY)).toBeUndefined();
  });
});

it('the digest that is approved holds who is on the list now', () => {
  const before = [rosterEntry({ address: contact(3).address })];
  const change = decideApply({
    ...AT,
    case: APPLYING,
    registry: viewOf(),
    roster: before,
    known: [],
  });
  const again = decideApply({
    ...AT,
    case: { ...storedCase(change as CaseChange), state: 'applying' },
    registry: viewOf(),
    roster: before,
    known: [],
  });
  expect(again?.next.state).toBe('queued');
});
