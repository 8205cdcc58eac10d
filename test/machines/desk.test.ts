/** Commands about one case, a Validator's desk: what each may, what it leaves, what it says. */

import { describe, expect, it } from 'vitest';
import { commandsFor } from '../../src/machines/commands-now.ts';
import type { Decision } from '../../src/machines/decision.ts';
import type { CommandFacts, FoundToken } from '../../src/machines/facts.ts';
import { decideJoin } from '../../src/machines/join.ts';
import { readCommands } from '../../src/machines/reading/command.ts';
import { readSegments } from '../../src/machines/reading/segments.ts';
import { decideCommands } from '../../src/machines/validate.ts';
import type { Case, CaseState } from '../../src/machines/words/case.ts';
import type { Evidence } from '../../src/machines/words/evidence.ts';
import {
  address,
  ANCHOR,
  changeOf,
  commandFacts,
  commandsIn,
  deskFacts,
  joinFacts,
  lettersOf,
  mailFacts,
  MALLORY,
  NOW,
  settings,
  storedCase,
  tokenFor,
  VAL1,
  VAL2,
  XA,
  XB,
} from '../support/facts.ts';

const CHAIR = address('chair@ccnso.example');
const QUEUED = storedCase(
  changeOf(decideJoin(joinFacts({ mail: mailFacts({ from: ANCHOR, proven: true }) }))),
);
const OTHER: Case = { ...QUEUED, id: 1002, cctld: XB };
const token = (one: Case, over: Partial<FoundToken> = {}) =>
  tokenFor(one, { id: 11, purpose: 'validate', addressee: VAL1, ...over });

const at = (state: CaseState, evidence: Evidence = 'E3'): Case => ({
  ...QUEUED,
  state,
  context: { ...QUEUED.context, evidence },
});

/** What comes of these lines, read as in a mail of the proven Validator 1 with the letter's token. */
function decide(lines: string, some: readonly Case[], over: Partial<CommandFacts> = {}): Decision {
  return decideCommands(
    commandFacts({
      ...commandsIn(lines),
      tokens: some.map((one) => token(one)),
      cases: new Map(some.map((one) => [one.id, one])),
      desk: deskFacts({ open: some }),
      ...over,
    }),
  );
}

const told = ({ outcome, reason }: Decision) => `${outcome} ${reason}`;
const statesOf = ({ changes }: Decision) => changes.map(({ next }) => next.state);

function answersOf({ letters }: Decision): string {
  return letters
    .flatMap(({ letter, data }) =>
      letter === 'transcript' ? (data as unknown as { lines: { answer: string }[] }).lines : [],
    )
    .map(({ answer }) => answer)
    .join('\n');
}

describe('a command of the desk', () => {
  it.each([
    ['HOLD 1001 14d wait', 'on-hold', 'hold'],
    ['HOLD 1001 until 2026-12-01 wait', 'on-hold', 'hold'],
    ['ESCALATE 1001 who are they?', 'escalated', 'escalated'],
    ['NOTE 1001 I know them', 'queued', 'note'],
  ] as const)('%s leaves the case %s, with a note', (line, state, kind) => {
    const decision = decide(line, [QUEUED]);
    expect(decision.outcome).toBe('advanced');
    expect(statesOf(decision)).toEqual([state]);
    expect(changeOf(decision).next.request.notes).toMatchObject([{ by: VAL1, kind }]);
    expect(changeOf(decision).next.context.shown).not.toBe(QUEUED.context.shown);
  });

  it.each([
    ['HOLD 1001 until 2026-11-21 now', 'over already'],
    ['HOLD 1001 until 2026-11-20 wait', 'over already'],
    ['HOLD 1001 until 2027-03-01 wait', '90 days at most'],
    ['HOLD 4711 14d wait', 'no case 4711'],
    ['VERIFIED 1001 by phone', 'first the Admin Contact must answer our code'],
    ['NOTE 4711 a word', 'no case 4711'],
  ])('%s is refused: %s', (line, said) => {
    const decision = decide(line, [QUEUED]);
    expect(told(decision)).toBe('refused command-refused');
    expect(decision.changes).toEqual([]);
    expect(answersOf(decision)).toContain(said);
  });

  it('ESCALATE needs a Committee', () => {
    const none = { ...settings(), committee: [] };
    const decision = decide('ESCALATE 1001 who?', [QUEUED], { settings: none });
    expect(decision.changes).toEqual([]);
    expect(answersOf(decision)).toContain('TLDOPS_COMMITTEE');
  });

  it('VERIFIED makes E5 of E4, once', () => {
    const decision = decide('VERIFIED 1001 by phone', [at('queued', 'E4')]);
    expect(changeOf(decision).next.context.evidence).toBe('E5');
    expect(answersOf(decide('VERIFIED 1001 again', [at('queued', 'E5')]))).toContain('already');
  });

  it.each(['needs-details', 'challenged', 'applying', 'applied'] as const)(
    'NOTE has no place while %s',
    (state) => {
      expect(decide('NOTE 1001 a word', [at(state)]).changes).toEqual([]);
    },
  );

  it.each(['HOLD 1001 2w x', 'ESCALATE 1001 x', 'NOTE 1001 x', 'REMOVE .xa "Old Hand" x', 'QUEUE'])(
    '%s without proof alarms, and with a dead token does nothing',
    (line) => {
      const mail = mailFacts({ from: VAL1 });
      expect(told(decide(line, [QUEUED], { mail, tokens: [] }))).toBe('refused command-forged');
      const dead = decide(line, [QUEUED], { mail, tokens: [token(QUEUED, { status: 'used' })] });
      expect(dead.changes).toEqual([]);
      expect(dead.outcome).toBe('refused');
      expect(JSON.stringify(dead.letters)).not.toContain('"shown"');
    },
  );

  it('that was refused before is not run when it is played back', () => {
    expect(told(decide('NOTE 1001 x', [QUEUED], { repeated: true }))).toBe(
      'refused command-repeated',
    );
  });

  it('beside another about the same case works on what that one left', () => {
    const decision = decide('NOTE 1001 I know them\nAPPROVE 1001 .xa', [QUEUED]);
    expect(statesOf(decision)).toEqual(['queued', 'applying']);
    expect(decision.changes.map(({ was }) => was?.version)).toEqual([1, 2]);
    expect(decision.changes[1]?.next.request.notes).toHaveLength(1);
    expect(lettersOf(decision).filter((one) => one.startsWith('queue'))).toEqual([]);
  });
});

it.each([
  ['UNFREEZE .xa\nAPPROVE 1001 .xa', true, ['applying']],
  ['FREEZE .xa wait\nAPPROVE 1001 .xa', false, []],
  ['APPROVE 1001 .xa', true, []],
] as const)('%s, while it is frozen: %s', (lines, isFrozen, states) => {
  const frozen = new Map([[XA, isFrozen]]);
  expect(statesOf(decide(lines, [QUEUED], { frozen }))).toEqual(states);
});

describe('every line that a letter offers', () => {
  it.each(['queued', 'asked', 'on-hold', 'escalated', 'applying', 'apply-failed'] as const)(
    'does something while %s, with words in the place of ours; as it stands it is a fault',
    (state) => {
      for (const line of commandsFor(at(state, 'E4'))) {
        const isWhole = line.startsWith('APPROVE');
        expect(readCommands(readSegments(line)).faults).toHaveLength(isWhole ? 0 : 1);
        const filled = line
          .replace('the right number', '+1 202 555 0199')
          .replace(
            /your reason$|your question.*|what the other.*|how you checked it/,
            'We called.',
          );
        const decision = decide(filled, [at(state, 'E4')]);
        expect([filled, decision.outcome]).toEqual([filled, 'advanced']);
      }
    },
  );

  it('holds no ESCALATE where there is no Committee', () => {
    expect(commandsFor(QUEUED, false).some((line) => line.startsWith('ESCALATE'))).toBe(false);
  });
});

describe('APPROVE of several cases', () => {
  const BOTH = [QUEUED, OTHER];

  it('approves all of them with one token that covers them, used up once', () => {
    const decision = decide('APPROVE 1001 1002', BOTH);
    expect(told(decision)).toBe('advanced approved');
    expect(statesOf(decision)).toEqual(['applying', 'applying']);
    expect(decision.usedTokens).toEqual([11]);
  });

  const changed: Case = { ...OTHER, context: { ...OTHER.context, shown: 'another' } };
  it.each([
    ['one has changed since', { cases: new Map([QUEUED, changed].map((one) => [one.id, one])) }],
    ['one has no token', { tokens: [token(QUEUED)] }],
    ['one does not exist', { cases: new Map([[1001, QUEUED]]) }],
    ['one is frozen', { frozen: new Map([[XB, true]]) }],
    ['the token is used', { tokens: BOTH.map((one) => token(one, { status: 'used' })) }],
    [
      "the token is another Validator's",
      { tokens: BOTH.map((one) => token(one, { addressee: VAL2 })) },
    ],
    [
      'one waits for its data',
      {
        cases: new Map([
          [1001, QUEUED],
          [1002, { ...OTHER, state: 'needs-details' }],
        ] as const),
      },
    ],
    [
      'one is over',
      {
        cases: new Map([
          [1001, QUEUED],
          [1002, { ...OTHER, state: 'expired' }],
        ] as const),
      },
    ],
  ])('approves none when %s, and says for each what is wrong', (_, over) => {
    const decision = decide('APPROVE 1001 1002', BOTH, over);
    expect(decision.outcome).toBe('refused');
    expect([decision.changes, decision.usedTokens]).toEqual([[], []]);
    expect(answersOf(decision).split('\n')).toHaveLength(3);
  });
});

describe('four eyes', () => {
  const pair = { ...settings(), approvals: 2 };
  const open: Case = { ...QUEUED, context: { ...QUEUED.context, approvalsNeeded: 2 } };

  it('note the first approval, and ask the others', () => {
    const decision = decide('APPROVE 1001 .xa', [open], { settings: pair });
    expect(told(decision)).toBe('advanced approved-first');
    const { next } = changeOf(decision);
    expect([next.state, next.context.approvals]).toEqual(['queued', [VAL1]]);
    expect(next.request.decision).toBeUndefined();
    expect(answersOf(decision)).toContain('One more Validator must approve');
    expect(lettersOf(decision)).toContain(`queue to ${VAL2} (validate)`);
    expect(lettersOf(decision)).not.toContain(`queue to ${VAL1} (validate)`);
  });

  it.each([
    [VAL1, 'refused command-refused', []],
    [VAL2, 'advanced approved', ['applying']],
  ] as const)('of %s after those of the first: %s', (from, expected, states) => {
    const half: Case = { ...open, context: { ...open.context, approvals: [VAL1] } };
    const decision = decide('APPROVE 1001 .xa', [half], {
      settings: pair,
      mail: mailFacts({ from, proven: true }),
      tokens: [token(half, { addressee: from })],
    });
    expect(told(decision)).toBe(expected);
    expect(statesOf(decision)).toEqual(states);
  });
});

describe('the Standing Committee', () => {
  const escalated = at('escalated');
  const open = tokenFor(escalated, { id: 21, purpose: 'committee', addressee: CHAIR });
  const answer = (over: Partial<CommandFacts> = {}, words = 'They are fine.') =>
    decideCommands(
      commandFacts({
        mail: { ...mailFacts({ from: CHAIR }), words },
        tokens: [open],
        cases: new Map([[1001, escalated]]),
        ...over,
      }),
    );

  it('answers with the code of its letter, in its own words', () => {
    const decision = answer();
    expect(told(decision)).toBe('advanced advised');
    expect(changeOf(decision).next).toMatchObject({
      state: 'queued',
      request: { notes: [{ by: CHAIR, kind: 'advice', text: 'They are fine.' }] },
    });
    expect(decision.usedTokens).toEqual([21]);
    expect(lettersOf(decision)).toContain(`queue to ${VAL1} (validate)`);
  });

  it('runs no command, not even with the code', () => {
    const { commands } = readCommands(readSegments('APPROVE 1001 .xa'));
    const decision = answer({ commands }, 'APPROVE 1001 .xa');
    expect(told(decision)).toBe('advanced advised');
    expect(statesOf(decision)).toEqual(['queued']);
  });

  it.each([
    ['no words', {}, '  ', 'noted nothing-said'],
    ['no code', { tokens: [] }, 'Hello', 'held passed-on'],
    ['a used code', { tokens: [{ ...open, status: 'used' as const }] }, 'Hello', 'held passed-on'],
    ["another's code", { tokens: [{ ...open, addressee: VAL2 }] }, 'Hello', 'held passed-on'],
    ['a case that is over', { cases: new Map([[1001, at('expired')]]) }, 'Hi', 'held passed-on'],
  ])('with %s moves nothing', (_, over, words, expected) => {
    const decision = answer(over, words);
    expect(told(decision)).toBe(expected);
    expect([decision.changes, decision.usedTokens]).toEqual([[], []]);
  });

  it('is nobody who only has its letter', () => {
    const mail = { ...mailFacts({ from: MALLORY, proven: true }), words: 'Go on.' };
    expect(told(answer({ mail }))).toBe('held not-a-validator');
  });

  it('may be a Validator too, whose commands count as those of any other', () => {
    const both = { ...settings(), validators: [VAL1, CHAIR] };
    const { commands } = readCommands(readSegments('NOTE 1001 a word'));
    const mail = { ...mailFacts({ from: CHAIR, proven: true }), words: 'NOTE 1001 a word' };
    expect(told(answer({ settings: both, commands, mail, tokens: [] }))).toBe('advanced noted');
    expect(told(answer({ settings: both }))).toBe('advanced advised');
  });
});

it('an alarm says why a signature does not count', () => {
  const signature = 'The mail has an OpenPGP signature of another key.';
  const mail = mailFacts({ from: VAL1 });
  const decision = decide('FREEZE .xa x', [], { mail, signature });
  expect(decision.letters[0]).toMatchObject({ letter: 'alarm-forged', data: { signature } });
});

it('the time of a case that rests is counted from now', () => {
  const decision = decide('HOLD 1001 until 2026-12-01 wait', [QUEUED]);
  const ms = Date.parse('2026-12-01T06:00:00Z') - NOW.getTime();
  expect(changeOf(decision).next.context.hold).toBe(ms);
});
