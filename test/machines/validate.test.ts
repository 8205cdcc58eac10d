/** Commands of a Validator (design 8): who may, with what proof, and what they run into. */

import { describe, expect, it } from 'vitest';
import type { Decision } from '../../src/machines/decision.ts';
import type { CommandFacts, FoundToken } from '../../src/machines/facts.ts';
import { decideJoin } from '../../src/machines/join.ts';
import type { Command } from '../../src/machines/words/command.ts';
import { decideCommands } from '../../src/machines/validate.ts';
import type { Case } from '../../src/machines/words/case.ts';
import {
  ANCHOR,
  changeOf,
  commandFacts,
  joinFacts,
  lettersOf,
  mailFacts,
  MALLORY,
  storedCase,
  tokenFor,
  VAL1,
  VAL2,
  XA,
  XB,
} from '../support/facts.ts';

const QUEUED = storedCase(
  changeOf(decideJoin(joinFacts({ mail: mailFacts({ from: ANCHOR, proven: true }) }))),
);
const TOKEN = tokenFor(QUEUED, { id: 11, purpose: 'validate', addressee: VAL1 });

const written = (line: string) => ({ line, number: 1 });
const approve = (over: Partial<Command> = {}) =>
  ({
    ...written('APPROVE 1001 .xa'),
    kind: 'approve',
    caseId: 1001,
    cctld: XA,
    ...over,
  }) as Command;
const reject: Command = {
  ...written('REJECT 1001 no'),
  kind: 'reject',
  caseId: 1001,
  reason: 'Wrong people.',
};
const ask: Command = { ...written('ASK 1001 who?'), kind: 'ask', caseId: 1001, question: 'Who?' };
const freeze: Command = { ...written('FREEZE .xa why'), kind: 'freeze', cctld: XA, reason: 'why' };
const unfreeze: Command = { ...written('UNFREEZE .xa'), kind: 'unfreeze', cctld: XA };
const help: Command = { ...written('HELP'), kind: 'help' };

/** What came of commands about the queued case: by the proven Validator 1 with the letter's token. */
function decide(command: Command | Command[], over: Partial<CommandFacts> = {}): Decision {
  return decideCommands(
    commandFacts({
      commands: [command].flat(),
      tokens: [TOKEN],
      cases: new Map([[QUEUED.id, QUEUED]]),
      ...over,
    }),
  );
}

const unproven = { mail: mailFacts({ from: VAL1 }) };
const told = ({ outcome, reason }: Decision) => `${outcome} ${reason}`;
const statesOf = ({ changes }: Decision) => changes.map(({ next }) => next.state);

function answersOf({ letters }: Decision): string[] {
  return letters
    .flatMap(({ letter, data }) =>
      letter === 'transcript' ? (data as unknown as { lines: { answer: string }[] }).lines : [],
    )
    .map(({ answer }) => answer);
}

const status = (value: FoundToken['status']) => ({ ...TOKEN, status: value });
const of = (addressee: typeof VAL2) => ({ ...TOKEN, addressee });
const elsewhere = { ...TOKEN, caseId: 1002 };

describe('authority over a case', () => {
  it.each([
    // [proof of From, token, APPROVE, REJECT, ASK]
    [true, TOKEN, 'advanced approved', 'advanced rejected', 'advanced asked'],
    [false, TOKEN, 'advanced approved', 'advanced rejected', 'advanced asked'],
    [true, undefined, 'refused command-refused', 'refused command-refused', 'advanced asked'],
    [
      false,
      undefined,
      'refused command-forged',
      'refused command-forged',
      'refused command-forged',
    ],
    [true, status('used'), 'refused command-stale', 'refused command-stale', 'advanced asked'],
    [
      false,
      status('used'),
      'refused command-stale',
      'refused command-stale',
      'refused command-stale',
    ],
    [true, status('revoked'), 'refused command-stale', 'refused command-stale', 'advanced asked'],
    [
      false,
      status('revoked'),
      'refused command-stale',
      'refused command-stale',
      'refused command-stale',
    ],
    [true, status('expired'), 'refused command-stale', 'refused command-stale', 'advanced asked'],
    [true, of(VAL2), 'refused command-refused', 'refused command-refused', 'advanced asked'],
    [false, of(VAL2), 'refused command-forged', 'refused command-forged', 'refused command-forged'],
    [true, elsewhere, 'refused command-refused', 'refused command-refused', 'advanced asked'],
    [
      false,
      elsewhere,
      'refused command-refused',
      'refused command-refused',
      'refused command-stale',
    ],
    [
      true,
      { ...TOKEN, purpose: 'challenge' },
      'refused command-refused',
      'refused command-refused',
      'advanced asked',
    ],
    [
      false,
      { ...TOKEN, purpose: 'question' },
      'refused command-forged',
      'refused command-forged',
      'refused command-forged',
    ],
  ] as const)('proven %s, token %o', (proven, token, onApprove, onReject, onAsk) => {
    const over = {
      mail: mailFacts({ from: VAL1, proven }),
      tokens: token === undefined ? [] : [token],
    };
    const results = [approve(), reject, ask].map((command) => decide(command, over));
    expect(results.map(told)).toEqual([onApprove, onReject, onAsk]);
    for (const result of results) {
      expect(result.changes.length).toBe(result.outcome === 'advanced' ? 1 : 0);
    }
  });

  it.each([
    ['a stranger', MALLORY],
    ['the Admin Contact', ANCHOR],
  ])("%s has none, not even proven and with a Validator's token", (_, from) => {
    const mail = mailFacts({ from, proven: true });
    for (const command of [approve(), reject, ask, freeze, unfreeze, help]) {
      const decision = decide(command, { mail });
      expect(told(decision)).toBe('refused not-a-validator');
      expect([decision.changes, decision.freezes ?? [], decision.usedTokens]).toEqual([[], [], []]);
      expect(lettersOf(decision)).toEqual([
        'alarm-forged to val1@ccnso.example',
        'alarm-forged to val2@ccnso.example',
      ]);
    }
  });

  it("is alarmed, and not answered, when somebody writes in a Validator's name", () => {
    const decision = decide([approve(), freeze], { ...unproven, tokens: [] });
    expect(lettersOf(decision).some((letter) => letter.startsWith('transcript'))).toBe(false);
    expect(lettersOf(decision)).toHaveLength(2);
  });
});

describe('freezing', () => {
  it.each([
    [true, [], 'advanced frozen'],
    [false, [TOKEN], 'advanced frozen'],
    [false, [status('used')], 'refused command-stale'],
    [false, [], 'refused command-forged'],
  ] as const)('proven %s, tokens %o: %s', (proven, tokens, expected) => {
    const decision = decide(freeze, { mail: mailFacts({ from: VAL1, proven }), tokens });
    expect(told(decision)).toBe(expected);
    expect(decision.freezes ?? []).toHaveLength(expected.startsWith('advanced') ? 1 : 0);
  });

  it.each([
    ['FREEZE of what is frozen', freeze, [[XA, true]], '.xa is frozen already.'],
    ['UNFREEZE of what is not', unfreeze, [[XA, false]], '.xa is not frozen.'],
    ['FREEZE of what nobody knows', freeze, [], 'The registry copy holds no .xa.'],
  ] as const)('%s does nothing and says so', (_, command, frozen, said) => {
    const decision = decide(command, { frozen: new Map(frozen) });
    expect(decision).toMatchObject({ outcome: 'refused', freezes: [] });
    expect(answersOf(decision)).toEqual([said]);
  });

  it('is not ended, nor anything else done, by a mail that was carried out before', () => {
    const decision = decide([unfreeze, approve()], {
      frozen: new Map([[XA, true]]),
      repeated: true,
    });
    expect(told(decision)).toBe('refused command-repeated');
    expect([decision.changes, decision.freezes, decision.usedTokens]).toEqual([[], undefined, []]);
    expect(lettersOf(decision)).toEqual(['transcript to val1@ccnso.example']);
  });

  it('is on the record with its reason, and so is its end', () => {
    expect(decide(freeze).notes).toMatchObject([
      { actor: VAL1, reason: 'frozen', cctld: XA, facts: { why: 'why' } },
    ]);
    const end = decide(unfreeze, { frozen: new Map([[XA, true]]) });
    expect(end.notes).toMatchObject([{ actor: VAL1, reason: 'unfrozen', cctld: XA }]);
    expect(end.freezes).toEqual([{ cctld: XA, by: VAL1 }]);
  });
});

describe('APPROVE', () => {
  it('moves the case, uses the token up, and remembers who it was', () => {
    const decision = decide(approve());
    expect(statesOf(decision)).toEqual(['applying']);
    expect(decision.usedTokens).toEqual([TOKEN.id]);
    const { next, effects } = changeOf(decision);
    expect(next.request.decision).toMatchObject({ by: VAL1, word: 'approved' });
    expect(next.context.approvedDigest).toBe(QUEUED.context.digest);
    expect(effects.map(({ type }) => type)).toContain('apply');
  });

  it('of what has changed since is void, and the new state is sent with a new token', () => {
    const changed: Case = { ...QUEUED, context: { ...QUEUED.context, shown: 'another' } };
    const decision = decide(approve(), { cases: new Map([[1001, changed]]) });
    expect(told(decision)).toBe('refused command-stale');
    expect(decision.changes).toEqual([]);
    expect(lettersOf(decision)).toEqual([
      'transcript to val1@ccnso.example',
      'queue to val1@ccnso.example (validate)',
      'alarm-forged to val2@ccnso.example',
    ]);
    const queue = decision.letters.find(({ letter }) => letter === 'queue');
    expect(queue).toMatchObject({ caseId: 1001, token: { digest: 'another' } });
  });

  it('of another ccTLD than the case is about is refused: it shows a mistake', () => {
    const decision = decide(approve({ cctld: XB }));
    expect(told(decision)).toBe('refused command-refused');
    expect(answersOf(decision)).toEqual(['Case 1001 is about .xa, not .xb.']);
    expect(decision.usedTokens).toEqual([]);
  });

  it('of a case that does not exist is refused', () => {
    expect(answersOf(decide(approve({ caseId: 4711 })))).toEqual(['There is no case 4711.']);
  });

  it('of a request that names nobody is refused', () => {
    const empty: Case = { ...QUEUED, context: { ...QUEUED.context, digest: '', shown: '' } };
    const decision = decide(approve(), {
      cases: new Map([[1001, empty]]),
      tokens: [{ ...TOKEN, digest: '' }],
    });
    expect(decision.changes).toEqual([]);
  });

  it.each(['needs-details', 'challenged', 'needs-cctld'] as const)(
    'while %s is refused',
    (state) => {
      const decision = decide(approve(), { cases: new Map([[1001, { ...QUEUED, state }]]) });
      expect(decision.changes).toEqual([]);
      expect(decision.usedTokens).toEqual([]);
    },
  );

  it.each(['applying', 'apply-failed', 'applied', 'rejected'] as const)(
    'when %s already says who decided, and when',
    (state) => {
      const by = { by: VAL2, at: '2026-11-20T10:00:00.000Z', word: 'approved' as const };
      const done: Case = {
        ...QUEUED,
        state,
        context: { ...QUEUED.context, approvedDigest: QUEUED.context.digest },
        request: { ...QUEUED.request, decision: by },
      };
      for (const proven of [true, false]) {
        const over = {
          mail: mailFacts({ from: VAL1, proven }),
          tokens: [status('used')],
          cases: new Map([[1001, done]]),
        };
        const decision = decide(approve(), over);
        expect(told(decision)).toBe('refused command-refused');
        expect(answersOf(decision)[0]).toMatch(/already approved by val2@ccnso\.example .*10:00/);
        expect(lettersOf(decision)).toEqual(['transcript to val1@ccnso.example']);
      }
    },
  );

  it.each(['expired', 'superseded', 'objected'] as const)(
    'when %s says that it is over',
    (state) => {
      const decision = decide(approve(), { cases: new Map([[1001, { ...QUEUED, state }]]) });
      expect(answersOf(decision)).toEqual([expect.stringContaining('Case 1001 is closed')]);
    },
  );
});

describe('several commands in one mail', () => {
  it('run in order, each with its own answer', () => {
    const decision = decide([ask, freeze, help]);
    expect(told(decision)).toBe('advanced asked');
    expect(answersOf(decision)).toEqual([
      'The question of case 1001 is on its way.',
      'Changes for .xa are stopped.',
      expect.stringContaining('Known commands'),
    ]);
  });

  it('do not run at all when one line cannot be read', () => {
    const faults = [{ line: 'APROVE 1001', number: 2, why: 'No command.' }];
    const decision = decide([approve()], { faults });
    expect(told(decision)).toBe('refused command-unknown');
    expect([decision.changes, decision.usedTokens]).toEqual([[], []]);
    expect(answersOf(decision)).toEqual(['Not done.', 'No command.']);
  });

  it('use up every token that stood for who wrote', () => {
    const decision = decide([freeze], { ...unproven, tokens: [TOKEN, { ...elsewhere, id: 12 }] });
    expect(new Set(decision.usedTokens)).toEqual(new Set([11, 12]));
  });
});

it('a mail without a command goes to all Validators, and its author is told how', () => {
  const decision = decide([]);
  expect(told(decision)).toBe('held command-unknown');
  expect(lettersOf(decision)).toEqual([
    'transcript to val1@ccnso.example',
    'passed-on to val1@ccnso.example',
    'passed-on to val2@ccnso.example',
  ]);
});

describe('what Validators are shown of tokens', () => {
  const secret = '0123-4567-89ab-cdef-ghjk-mnpq-rs';
  const subject = `Re: [${secret}] please`;

  it.each([
    ['of an alarm', { mail: mailFacts({ from: MALLORY, subject }) }],
    [
      'of what is passed on',
      { mail: mailFacts({ from: VAL1, proven: true, subject }), commands: [] },
    ],
    [
      'of their own lines',
      { faults: [{ line: `APPROVE ${secret}`, number: 1, why: 'Not a number.' }] },
    ],
  ])('is nothing, in the text %s', (_, over) => {
    const decision = decide(approve(), over);
    expect(decision.letters.length).toBeGreaterThan(0);
    expect(JSON.stringify(decision.letters)).not.toContain(secret);
  });
});
