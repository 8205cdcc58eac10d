/** What a mail to the join address does, on facts written by hand (report 2.2; design 5, 7, 8.7). */

import { describe, expect, it } from 'vitest';
import type { Decision } from '../../src/machines/decision.ts';
import { decideJoin } from '../../src/machines/join.ts';
import type { Case } from '../../src/machines/words/case.ts';
import {
  address,
  ANCHOR,
  changeOf,
  COMPLETE,
  draft,
  formOf,
  INCOMPLETE,
  joinFacts,
  lettersOf,
  mailFacts,
  MALLORY,
  NEW_ANCHOR,
  NO_FORM,
  ROSA,
  rosterEntry,
  settings,
  storedCase,
  tokenFor,
  viewOf,
  withCase,
  type Writing,
  XA,
  XB,
} from '../support/facts.ts';

const WRITTEN = {
  E0: { from: ROSA },
  E1: { from: ROSA, copied: [ANCHOR] },
  E2: { from: ANCHOR },
  E3: { from: ANCHOR, proven: true },
} as const satisfies Record<string, Writing>;

type Level = keyof typeof WRITTEN;

function decide(over: Parameters<typeof joinFacts>[0] = {}): Decision {
  const decision = decideJoin(joinFacts(over));
  if ('wait' in decision) throw new Error(`it waits: ${decision.wait}`);
  return decision;
}

function opened(level: Level, over: Parameters<typeof joinFacts>[0] = {}): Case {
  return storedCase(changeOf(decide({ mail: mailFacts(WRITTEN[level]), ...over })));
}

const QUEUE = ['queue to val1@ccnso.example (validate)', 'queue to val2@ccnso.example (validate)'];
const TRACED = 'traced to admin@nic.xa (objection)';
const CHALLENGE = 'challenge to admin@nic.xa (challenge)';
const RECEIVED = 'received to rosa.lind@mailbox.example';
const CLARIFY = 'clarify to admin@nic.xa (details)';
const CLARIFY_ROSA = 'clarify to rosa.lind@mailbox.example (details)';

describe('a complete request', () => {
  it.each([
    ['E1', 'classic', 'queued', [TRACED, RECEIVED, ...QUEUE]],
    ['E1', 'balanced', 'challenged', [CHALLENGE, RECEIVED]],
    ['E1', 'strict', 'challenged', [CHALLENGE, RECEIVED]],
    ['E2', 'classic', 'queued', [TRACED, ...QUEUE]],
    ['E2', 'balanced', 'challenged', [CHALLENGE]],
    ['E2', 'strict', 'challenged', [CHALLENGE]],
    ['E3', 'classic', 'queued', [TRACED, ...QUEUE]],
    ['E3', 'balanced', 'queued', [TRACED, ...QUEUE]],
    ['E3', 'strict', 'challenged', [CHALLENGE]],
  ] as const)('%s under %s is %s', (level, policy, state, letters) => {
    const decision = decide({ mail: mailFacts(WRITTEN[level]), settings: settings(policy) });
    expect(decision).toMatchObject({ outcome: 'opened', reason: 'request-opened' });
    expect(changeOf(decision).next).toMatchObject({ state, context: { evidence: level } });
    expect(lettersOf(decision)).toEqual(letters);
  });

  it.each(['classic', 'balanced', 'strict'] as const)(
    'without any relation to the Admin Contact opens nothing under %s',
    (policy) => {
      const decision = decide({ settings: settings(policy) });
      expect(decision).toMatchObject({ outcome: 'answered', reason: 'not-admin', changes: [] });
      expect(lettersOf(decision)).toEqual(['how-to to rosa.lind@mailbox.example']);
    },
  );
});

describe('an incomplete request', () => {
  it.each(
    (['classic', 'balanced', 'strict'] as const).flatMap((policy) => [
      [policy, 'E1', [CLARIFY_ROSA, CLARIFY]] as const,
      [policy, 'E3', [CLARIFY]] as const,
    ]),
  )('is asked back under %s with %s, before anything else', (policy, level, letters) => {
    const decision = decide({
      mail: mailFacts(WRITTEN[level]),
      settings: settings(policy),
      form: formOf(INCOMPLETE),
    });
    expect(changeOf(decision).next).toMatchObject({ state: 'needs-details' });
    expect(changeOf(decision).next.request.complaints).toEqual([
      { code: 'missing-phone', contact: 2 },
    ]);
    expect(lettersOf(decision)).toEqual(letters);
  });

  it('goes to the Validators after three rounds, with a warning', () => {
    let one = opened('E3', { form: formOf([draft(1, { phones: [] })]) });
    for (const round of [2, 3, 4]) {
      expect(one).toMatchObject({ state: 'needs-details', context: { rounds: round - 1 } });
      const decision = decide({
        mail: mailFacts(WRITTEN.E3),
        form: formOf([draft(1, { phones: [] })]),
        ...withCase(one),
      });
      one = storedCase(changeOf(decision));
    }
    expect(one.state).toBe('queued');
    expect(one.request.warnings.map(({ code }) => code)).toContain('clarify-rounds-used-up');
  });

  it('that names nobody can never be approved', () => {
    expect(opened('E3', { form: formOf([]) }).context.digest).toBe('');
  });
});

describe('further details', () => {
  const waiting = opened('E1', { form: formOf(INCOMPLETE) });
  const more = { form: formOf([draft(2)]), ...withCase(waiting) };

  it('from the requester complete the case, which is as strong as its weakest part', () => {
    const decision = decide({ mail: mailFacts(WRITTEN.E1), ...more });
    expect(decision).toMatchObject({ outcome: 'advanced', reason: 'details-added' });
    expect(changeOf(decision).next).toMatchObject({
      state: 'challenged',
      context: { evidence: 'E1' },
    });
  });

  it('with a token that only the Admin Contact got do not lift what others wrote', () => {
    const token = tokenFor(waiting, { purpose: 'details' });
    const decision = decide({ mail: mailFacts({ from: ANCHOR }), tokens: [token], ...more });
    expect(changeOf(decision).next.context.evidence).toBe('E1');
    expect(decision.usedTokens).toEqual([token.id]);
  });

  it('with that token are E4 where the Admin Contact writes everything', () => {
    const fresh = opened('E3', { form: formOf([]) });
    const token = tokenFor(fresh, { purpose: 'details' });
    const decision = decide({
      mail: mailFacts({ from: ROSA }),
      tokens: [token],
      ...withCase(fresh),
    });
    expect(changeOf(decision).next).toMatchObject({ state: 'queued', context: { evidence: 'E4' } });
  });

  it('with the token of the requester prove nothing about the Admin Contact', () => {
    const token = tokenFor(waiting, { purpose: 'details', addressee: ROSA });
    const decision = decide({ mail: mailFacts({ from: ROSA }), tokens: [token], ...more });
    expect(changeOf(decision).next.context.evidence).toBe('E0');
    expect(changeOf(decision).next.state).toBe('challenged');
  });

  it('from a stranger change nothing', () => {
    const decision = decide({ mail: mailFacts({ from: MALLORY }), ...more });
    expect(decision).toMatchObject({ outcome: 'answered', reason: 'not-admin', changes: [] });
  });

  it('without any data go to people, not into the case', () => {
    const decision = decide({
      mail: mailFacts({ from: MALLORY }),
      ...withCase(waiting),
      form: { ...NO_FORM, cctlds: [XA], leftover: 'What is this?' },
    });
    expect(decision).toMatchObject({ outcome: 'held', reason: 'passed-on', changes: [] });
  });
});

describe('a second request for the same ccTLD', () => {
  const others: Case['state'][] = ['challenged', 'queued'];

  it.each([
    ['weaker', 'E2', 'E1', 'answered', 'weaker-than-open-case'],
    ['as strong', 'E1', 'E1', 'opened', 'request-opened'],
    ['as strong', 'E3', 'E3', 'opened', 'request-opened'],
    ['stronger', 'E1', 'E3', 'opened', 'request-opened'],
    ['of nobody', 'E1', 'E0', 'answered', 'not-admin'],
  ] as const)('that is %s (%s, then %s): %s, %s', (_, before, now, outcome, reason) => {
    const one = opened(before);
    expect(others).toContain(one.state);
    const mail = mailFacts({ ...WRITTEN[now], inboxId: 2 });
    const decision = decide({ mail, ...withCase(one) });
    expect(decision).toMatchObject({ outcome, reason });
    const states = decision.changes.map(({ next }) => next.state);
    expect(states.slice(0, 1)).toEqual(outcome === 'opened' ? ['superseded'] : []);
  });

  it('tells the one who asked before, and not the one who asks now, that it was replaced', () => {
    const one = opened('E1');
    const again = decide({ mail: mailFacts({ ...WRITTEN.E3, inboxId: 2 }), ...withCase(one) });
    expect(lettersOf(again).filter((letter) => letter.startsWith('superseded'))).toEqual([
      'superseded to rosa.lind@mailbox.example',
    ]);
  });

  it.each(['applying', 'apply-failed'] as const)('waits while the first is %s', (state) => {
    const one = { ...opened('E1'), state };
    const decision = decide({ mail: mailFacts(WRITTEN.E3), ...withCase(one) });
    expect(decision).toMatchObject({ outcome: 'answered', reason: 'case-approved', changes: [] });
    expect(lettersOf(decision)).toEqual(['already-open to admin@nic.xa']);
  });

  it('says nothing about the open request that its sender may not know', () => {
    const one = opened('E3');
    const mail = mailFacts({ ...WRITTEN.E1, inboxId: 2 });
    const decision = decide({ mail, ...withCase(one) });
    expect(lettersOf(decision)).toEqual(['already-open to rosa.lind@mailbox.example']);
  });
});

describe('what stops a request', () => {
  it('a freeze: the sender is told, people see the mail', () => {
    const registry = new Map([[XA, viewOf({ frozen: 'objection' })]]);
    const decision = decide({ mail: mailFacts(WRITTEN.E3), registry });
    expect(decision).toMatchObject({ outcome: 'held', reason: 'frozen', changes: [] });
    expect(lettersOf(decision)).toEqual([
      'frozen to admin@nic.xa',
      'passed-on to val1@ccnso.example',
      'passed-on to val2@ccnso.example',
    ]);
  });

  it('a freeze while a request is open', () => {
    const one = opened('E1', { form: formOf(INCOMPLETE) });
    const registry = new Map([[XA, viewOf({ frozen: 'objection' })]]);
    const decision = decide({ mail: mailFacts(WRITTEN.E3), registry, ...withCase(one) });
    expect(decision).toMatchObject({ outcome: 'held', reason: 'frozen', changes: [] });
  });

  it.each([[[]], [[opened('E1')]]])('a registry that has not settled: the mail waits', (open) => {
    const registry = new Map([[XA, viewOf({ unsettledAnchor: NEW_ANCHOR })]]);
    expect(decideJoin(joinFacts({ mail: mailFacts(WRITTEN.E3), registry, open }))).toEqual({
      wait: 'registry-unsettled',
    });
  });

  it('a ccTLD that is on the list, and nothing is asked: nothing opens, people see the mail', () => {
    const rosters = new Map([[XA, [rosterEntry()]]]);
    const form = formOf([], 'Hello, I hope that all of you are well.');
    const decision = decide({ mail: mailFacts(WRITTEN.E3), rosters, form });
    expect(decision).toMatchObject({ outcome: 'held', reason: 'already-subscribed', changes: [] });
    expect(lettersOf(decision)[0]).toBe('already-subscribed to admin@nic.xa');
  });

  it('a ccTLD that the registry does not know', () => {
    const form = { ...formOf(COMPLETE), cctlds: [XB] };
    expect(decide({ form })).toMatchObject({ outcome: 'answered', reason: 'unknown-cctld' });
  });

  it('several ccTLDs in one mail', () => {
    const form = { ...formOf(COMPLETE), cctlds: [XA, XB] };
    expect(decide({ form })).toMatchObject({ outcome: 'answered', reason: 'several-cctlds' });
  });

  it('a forgery: nobody is answered, because the victim never wrote', () => {
    const decision = decide({ mail: mailFacts({ from: ROSA, forged: true }) });
    expect(decision).toMatchObject({ outcome: 'ignored', reason: 'not-admin' });
    expect(lettersOf(decision)).toEqual([]);
  });
});

describe('an address that serves several ccTLDs', () => {
  const shared = address('domains@ministry.example');
  const registry = new Map([
    [XA, viewOf({ anchor: shared })],
    [XB, viewOf({ cctld: XB, anchor: shared })],
  ]);
  const unnamed = {
    registry,
    anchored: [XA, XB],
    mail: mailFacts({ from: shared, proven: true }),
    form: { ...formOf(COMPLETE), cctlds: [] },
  };

  const ask = (one: Case) => tokenFor(one, { purpose: 'details', addressee: shared });

  it('is asked which one is meant, and nobody guesses', () => {
    const decision = decide(unnamed);
    expect(changeOf(decision).next).toMatchObject({
      state: 'needs-cctld',
      request: { candidates: [XA, XB] },
      context: { digest: '' },
    });
    expect(changeOf(decision).next).not.toHaveProperty('anchor');
    expect(lettersOf(decision)).toEqual(['which-cctld to domains@ministry.example (details)']);
  });

  it('answers with one word, and the request goes on with what it had', () => {
    const one = storedCase(changeOf(decide(unnamed)));
    const answer = { ...NO_FORM, cctlds: [XB] };
    const decision = decide({ ...unnamed, form: answer, ...withCase(one) });
    expect(changeOf(decision).next).toMatchObject({
      cctld: XB,
      anchor: shared,
      state: 'queued',
      context: { evidence: 'E3' },
    });
  });

  it('names a third one that is not its own: the question is asked again', () => {
    const one = storedCase(changeOf(decide(unnamed)));
    const foreign = new Map([...registry, [XA, viewOf({ anchor: ANCHOR })] as const]);
    const over = { registry: foreign, form: { ...NO_FORM, cctlds: [XA] }, tokens: [ask(one)] };
    const decision = decide({ ...unnamed, ...over, ...withCase(one) });
    expect(changeOf(decision).next).toMatchObject({ state: 'needs-cctld', context: { rounds: 2 } });
    expect(changeOf(decision).next).not.toHaveProperty('cctld');
  });

  it('is asked three times; then people take over, once', () => {
    const foreign = new Map([...registry, [XA, viewOf({ anchor: ANCHOR })] as const]);
    let one = storedCase(changeOf(decide(unnamed)));
    const said: string[] = [];
    for (const inboxId of [2, 3, 4, 5]) {
      const mail = mailFacts({ from: shared, proven: true, inboxId });
      const over = { registry: foreign, form: { ...NO_FORM, cctlds: [XA] }, tokens: [ask(one)] };
      const decision = decide({ ...unnamed, mail, ...over, ...withCase(one) });
      one = storedCase(changeOf(decision));
      said.push(lettersOf(decision).join(', '));
    }
    const question = 'which-cctld to domains@ministry.example (details)';
    const tell = 'passed-on to val1@ccnso.example, passed-on to val2@ccnso.example';
    expect(said).toEqual([question, question, tell, '']);
  });

  describe('finds its ccTLD, about which another request is open', () => {
    const late = storedCase(changeOf(decide(unnamed)), 1002);
    const rivalOf = (mail: Parameters<typeof mailFacts>[0]) =>
      storedCase(changeOf(decide({ registry, mail: mailFacts(mail) })));
    const meet = (rival: Case) =>
      decide({
        ...unnamed,
        form: { ...NO_FORM, cctlds: [XA] },
        tokens: [ask(late)],
        cases: new Map([rival, late].map((one) => [one.id, one])),
        open: [rival, late],
      });

    it.each([
      ['weaker', { from: ROSA, copied: [shared] }],
      ['as strong', { from: shared, proven: true }],
    ])('that is %s: it takes its place', (_, mail) => {
      const decision = meet(rivalOf(mail));
      expect(decision.changes.map(({ next }) => [next.cctld, next.state])).toEqual([
        [XA, 'superseded'],
        [XA, 'queued'],
      ]);
    });

    it.each(['applying', 'apply-failed'] as const)('that is %s: nothing changes', (state) => {
      const decision = meet({ ...rivalOf({ from: shared, proven: true }), state });
      expect(decision).toMatchObject({ reason: 'case-approved', changes: [], usedTokens: [] });
    });

    it('that is stronger: nothing changes', () => {
      const rival = rivalOf({ from: shared, proven: true });
      const proven = { ...rival, context: { ...rival.context, evidence: 'E5' as const } };
      expect(meet(proven)).toMatchObject({ reason: 'weaker-than-open-case', changes: [] });
    });
  });
});
