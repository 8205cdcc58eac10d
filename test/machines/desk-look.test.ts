/** REMOVE, looking, mails that were set aside, and the letter of the day. */

import { describe, expect, it } from 'vitest';
import { type DailyFacts, decideDaily } from '../../src/machines/daily.ts';
import type { Decision } from '../../src/machines/decision.ts';
import type { CommandFacts, DeskFacts } from '../../src/machines/facts.ts';
import { decideJoin } from '../../src/machines/join.ts';
import { decideCommands } from '../../src/machines/validate.ts';
import type { Case } from '../../src/machines/words/case.ts';
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
  NOW,
  rosterEntry,
  settings,
  storedCase,
  VAL1,
  VAL2,
  XA,
} from '../support/facts.ts';

const QUEUED = storedCase(
  changeOf(decideJoin(joinFacts({ mail: mailFacts({ from: ANCHOR, proven: true }) }))),
);
const person = (firstName: string, primary = false, at = `${firstName.toLowerCase()}@nic.xa`) =>
  rosterEntry({ firstName, lastName: 'Lind', address: address(at), primary });
const LIST = [person('Rosa', true), person('Téo', false, 'teo@nic.xa'), person('Ines')];
const ASIDE = {
  inboxId: 12,
  from: 'x@mail.example',
  at: NOW.toISOString(),
  outcome: 'held',
  why: '',
};

function decide(
  lines: string,
  desk: Partial<DeskFacts> = {},
  over: Partial<CommandFacts> = {},
): Decision {
  return decideCommands(
    commandFacts({
      ...commandsIn(lines),
      desk: deskFacts({ roster: LIST, ...desk }),
      ...over,
    }),
  );
}

const told = ({ outcome, reason }: Decision) => `${outcome} ${reason}`;
const answerOf = ({ letters }: Decision) => JSON.stringify(letters[0]?.data);

describe('REMOVE', () => {
  it.each([
    'REMOVE .xa teo@nic.xa: gone',
    'REMOVE .xa "Téo Lind" gone',
    'REMOVE .xa "lind,  téo" gone',
    'REMOVE .xa TÉO LIND: gone',
  ])('%s opens a case that all Validators are asked about', (line) => {
    const desk = { roster: [person('Rosa', true), person('Téo', false, 'teo@nic.xa')] };
    const decision = decide(line, desk);
    expect(told(decision)).toBe('advanced removal-opened');
    const { next, was } = changeOf(decision);
    expect(was).toBeUndefined();
    expect(next).toMatchObject({
      kind: 'remove',
      state: 'queued',
      requester: VAL1,
      anchor: ANCHOR,
      context: { origin: 'validator', evidence: 'E0', approvals: [] },
      request: { reason: 'gone', asks: [{ kind: 'remove', who: 'teo@nic.xa' }] },
    });
    expect(next.context.digest).not.toBe('');
    expect(lettersOf(decision)).toEqual(
      expect.arrayContaining([
        `traced to ${ANCHOR} (objection)`,
        `queue to ${VAL1} (validate)`,
        `queue to ${VAL2} (validate)`,
      ]),
    );
  });

  it.each([
    ['nobody is called so', 'REMOVE .xa "Mallory Lind" gone', {}, {}, 'teo'],
    [
      'two are called so',
      'REMOVE .xa "Rosa Lind" gone',
      { roster: [LIST[0], person('Rosa', false, 'r2@nic.xa')] },
      {},
      'r2@nic.xa',
    ],
    [
      'nobody is on the list',
      'REMOVE .xa "Rosa Lind" gone',
      { roster: [] },
      {},
      'nobody is on the list',
    ],
    [
      'the ccTLD is frozen',
      'REMOVE .xa "Rosa Lind" gone',
      {},
      { frozen: new Map([[XA, true]]) },
      'UNFREEZE .xa',
    ],
    ['the registry copy holds none', 'REMOVE .xb "Rosa Lind" gone', {}, {}, 'holds no .xb'],
    ['another change is open', 'REMOVE .xa "Rosa Lind" gone', { open: [QUEUED] }, {}, 'case 1001'],
  ] as const)('is refused when %s', (_, line, desk, over, said) => {
    const decision = decide(line, desk as Partial<DeskFacts>, over);
    expect([told(decision), decision.changes]).toEqual(['refused command-refused', []]);
    expect(answerOf(decision)).toContain(said);
  });

  it('of two people in one mail is one: the second waits', () => {
    const decision = decide('REMOVE .xa "Rosa Lind" gone\nREMOVE .xa "Ines Lind" gone');
    expect(decision.changes).toHaveLength(1);
    expect(answerOf(decision)).toContain('another line of this mail');
  });

  it('stands beside what an SSC asks for itself', () => {
    const own: Case = { ...QUEUED, kind: 'self-update' };
    expect(told(decide('REMOVE .xa "Téo Lind" gone', { open: [own] }))).toMatch(/^advanced/);
  });

  it('of the primary of three cannot be approved before somebody else is marked', () => {
    const { next } = changeOf(decide('REMOVE .xa "Rosa Lind" gone'));
    expect([next.state, next.context.digest]).toEqual(['queued', '']);
    expect(next.request.complaints).toMatchObject([{ code: 'no-primary' }]);
  });
});

describe('looking', () => {
  it.each(['HELP', 'QUEUE', 'SHOW .xa', 'ROSTER', 'ROSTER .xa', 'QUARANTINE'])(
    '%s answers the Validator and changes nothing',
    (line) => {
      const decision = decide(line);
      expect(told(decision)).toBe('answered command-done');
      expect([decision.changes, decision.usedTokens]).toEqual([[], []]);
      expect(lettersOf(decision)).toEqual([`transcript to ${VAL1}`]);
      expect(decision.letters[0]?.data).toMatchObject({ ran: true, lines: [{ line, shown: {} }] });
    },
  );

  it.each(['SHOW 4711', 'WHY 4711', 'SHOW .xb', 'ROSTER .xb'])('%s of nothing says so', (line) => {
    expect(told(decide(line))).toBe('refused command-refused');
  });

  it('QUEUE brings one letter whose token stands for each queued case, ten at most', () => {
    const many = Array.from({ length: 12 }, (_, at): Case => ({ ...QUEUED, id: 1001 + at }));
    const waiting: Case = { ...QUEUED, id: 2001, state: 'challenged' };
    const decision = decide('QUEUE', { open: [...many, waiting] });
    const desk = decision.letters.find(({ letter }) => letter === 'desk');
    expect(desk?.to).toBe(VAL1);
    expect(desk?.token).toMatchObject({ purpose: 'validate', digest: '' });
    expect(desk?.token?.covers).toEqual(
      many.slice(0, 10).map(({ id, context }) => ({ caseId: id, digest: context.shown })),
    );
    expect(desk?.data).toMatchObject({ more: [{ caseId: 1011 }, { caseId: 1012 }] });
  });

  it.each(['queued', 'on-hold', 'asked', 'escalated'] as const)(
    'SHOW of a case that is %s brings a letter to decide it',
    (state) => {
      const one: Case = { ...QUEUED, state };
      const decision = decide('SHOW 1001', { open: [one] }, { cases: new Map([[1001, one]]) });
      expect(lettersOf(decision)).toEqual([`transcript to ${VAL1}`, `desk to ${VAL1} (validate)`]);
    },
  );

  it.each(['applied', 'challenged', 'applying'] as const)(
    'SHOW of a case that is %s brings no token',
    (state) => {
      const over = { cases: new Map([[1001, { ...QUEUED, state }]]) };
      expect(lettersOf(decide('SHOW 1001', {}, over))).toEqual([`transcript to ${VAL1}`]);
    },
  );

  it('beside a command that is refused makes the mail refused, and still shows', () => {
    const decision = decide('ROSTER\nUNFREEZE .xa');
    expect(told(decision)).toBe('refused command-refused');
    expect(answerOf(decision)).toContain('"shown"');
  });
});

describe('QUARANTINE', () => {
  it.each([
    ['replay', 'advanced mail-replayed'],
    ['drop', 'advanced mail-dropped'],
  ])('%s is carried out and on the record', (word, expected) => {
    const decision = decide(`QUARANTINE ${word} 12`, { aside: [ASIDE] });
    expect(told(decision)).toBe(expected);
    expect(decision.quarantine).toEqual([{ do: word, mail: 12 }]);
    expect(decision.notes).toMatchObject([{ actor: VAL1, facts: { inbox: 12 } }]);
  });

  it('release sends a held post out, in the name of the Validator', () => {
    const decision = decide('QUARANTINE release 12', { aside: [{ ...ASIDE, isPost: true }] });
    expect(told(decision)).toBe('advanced post-released');
    expect(decision.quarantine).toEqual([{ do: 'release', mail: 12, by: VAL1, kind: 'validator' }]);
    expect(decision.notes).toMatchObject([
      { actor: VAL1, reason: 'post-released', facts: { inbox: 12 } },
    ]);
  });

  it('show brings a held post, and nothing is done', () => {
    const decision = decide('QUARANTINE show 12', { aside: [{ ...ASIDE, isPost: true }] });
    expect([told(decision), decision.quarantine]).toEqual(['answered command-done', []]);
    expect(lettersOf(decision).toSorted()).toEqual([
      `mail-shown to ${VAL1}`,
      `transcript to ${VAL1}`,
    ]);
  });

  it.each(['release 12', 'release 13', 'show 12'])('%s is refused where it is no post', (words) => {
    const decision = decide(`QUARANTINE ${words}`, { aside: [ASIDE] });
    expect([told(decision), decision.quarantine]).toEqual(['refused command-refused', []]);
    expect(lettersOf(decision)).toEqual([`transcript to ${VAL1}`]);
  });

  it.each(['replay', 'drop'])('%s of what is not set aside is refused', (word) => {
    const decision = decide(`QUARANTINE ${word} 13`, { aside: [ASIDE] });
    expect([told(decision), decision.quarantine]).toEqual(['refused command-refused', []]);
  });
});

const due = (hours: number) => new Date(NOW.getTime() + hours * 3_600_000).toISOString();

const UNANSWERED = { ...QUEUED, kind: 'invite', state: 'awaiting-validator' } as const;
const LAST_MONTH = new Date(NOW.getTime() - 31 * 86_400_000);
const late = (hours: number) => ({ ...UNANSWERED, state: 'planned', dueAt: due(-hours) }) as const;

describe('the letter of the day', () => {
  const quiet: DailyFacts = {
    now: NOW,
    since: new Date(NOW.getTime() - 86_400_000),
    settings: settings(),
    open: [],
    aside: [],
    suspicious: [],
    undelivered: [],
  };
  const lost = { addressee: 'a@nic.xa', summary: 'A letter.', at: NOW.toISOString(), why: '550' };

  it.each([
    ['nothing', {}, 0],
    [
      'a case that is only asked, with time left',
      { open: [{ ...QUEUED, state: 'asked', dueAt: due(100) }] },
      0,
    ],
    [
      'a case that waits for its data',
      { open: [{ ...QUEUED, state: 'needs-details', dueAt: due(1) }] },
      0,
    ],
    ['a queued case', { open: [QUEUED] }, 2],
    ['a resting case', { open: [{ ...QUEUED, state: 'on-hold', dueAt: due(900) }] }, 2],
    ['an asked case that ends soon', { open: [{ ...QUEUED, state: 'asked', dueAt: due(71) }] }, 2],
    [
      'a challenge that ends soon',
      { open: [{ ...QUEUED, state: 'challenged', dueAt: due(1) }] },
      2,
    ],
    ['an invitation that nobody answers, in the middle of a month', { open: [UNANSWERED] }, 0],
    ['the same, when a month has begun', { open: [UNANSWERED], since: LAST_MONTH }, 2],
    ['an invitation whose letter is late by a day', { open: [late(24)] }, 0],
    ['one whose letter is late by five days, on that day', { open: [late(125)] }, 2],
    ['the same a day later', { open: [late(149)] }, 0],
    ['the same when a month has begun', { open: [late(149)], since: LAST_MONTH }, 2],
    ['a mail set aside', { aside: [ASIDE] }, 2],
    ['a suspicious mail', { suspicious: [ASIDE] }, 2],
    ['a letter that was lost', { undelivered: [lost] }, 2],
  ])('with %s: %#', (_, over, letters) => {
    const effects = decideDaily({ ...quiet, ...(over as Partial<DailyFacts>) });
    expect(effects.map(({ to }) => to)).toEqual([VAL1, VAL2].slice(0, letters));
  });

  it('has a token for what its reader may still approve, and for nothing else', () => {
    const { context } = QUEUED;
    const half: Case = {
      ...QUEUED,
      id: 1002,
      context: { ...context, approvals: [VAL1] },
    };
    const [one, two] = decideDaily({ ...quiet, open: [QUEUED, half] });
    expect(one?.token?.covers?.map(({ caseId }) => caseId)).toEqual([1001]);
    expect(two?.token?.covers?.map(({ caseId }) => caseId)).toEqual([1001, 1002]);
    expect(decideDaily({ ...quiet, aside: [ASIDE] })[0]?.token).toBeUndefined();
  });
});
