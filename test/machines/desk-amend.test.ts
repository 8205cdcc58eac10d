/** AMEND: whom it means, what it changes, and what it never does to what was proven. */

import { describe, expect, it } from 'vitest';
import type { Decision } from '../../src/machines/decision.ts';
import type { CommandFacts } from '../../src/machines/facts.ts';
import { decideJoin } from '../../src/machines/join.ts';
import { planRequest } from '../../src/machines/request-plan.ts';
import { decideCommands } from '../../src/machines/validate.ts';
import type { Ask } from '../../src/machines/words/ask.ts';
import type { Case, RosterEntry } from '../../src/machines/words/case.ts';
import type { DraftContact } from '../../src/machines/words/contact.ts';
import {
  ANCHOR,
  changeOf,
  commandFacts,
  commandsIn,
  deskFacts,
  draft,
  formOf,
  joinFacts,
  lettersOf,
  mailFacts,
  NEW_ANCHOR,
  rosterEntry,
  storedCase,
  tokenFor,
  VAL1,
  viewOf,
  XA,
  XB,
} from '../support/facts.ts';

const FROM_ANCHOR = { mail: mailFacts({ from: ANCHOR, proven: true }) };
const SUBSCRIBED = storedCase(changeOf(decideJoin(joinFacts(FROM_ANCHOR))));
const OLD = rosterEntry();
const NEAR = rosterEntry({
  firstName: 'Near',
  address: 'near.by@nic.xa' as RosterEntry['address'],
  primary: false,
});

/** An update of the list of two: what the mails describe, and what they ask. */
function update(drafts: readonly DraftContact[], asks: readonly Ask[]): Case {
  const standing = { cctld: XA, anchor: ANCHOR, roster: [OLD, NEAR], known: [] };
  const planned = planRequest({ drafts, asks, kind: 'update' }, standing);
  const { digest, contacts, after, complaints } = planned;
  const parts = { drafts, asks, before: [OLD, NEAR], contacts, after, complaints };
  const context = { ...SUBSCRIBED.context, digest, tracedDigest: digest, shown: 'shown' };
  return { ...SUBSCRIBED, kind: 'update', context, request: { ...SUBSCRIBED.request, ...parts } };
}

const JOINS = update([draft(1, { primary: false })], [{ kind: 'add', contact: 1 }]);

function amend(line: string, one: Case, over: Partial<CommandFacts> = {}): Decision {
  const roster = one.kind === 'subscribe' ? [] : [OLD, NEAR];
  return decideCommands(
    commandFacts({
      ...commandsIn(`AMEND 1001 contact ${line}`),
      tokens: [tokenFor(one, { id: 11, purpose: 'validate', addressee: VAL1 })],
      cases: new Map([[one.id, one]]),
      desk: deskFacts({ open: [one], roster }),
      ...over,
    }),
  );
}

const afterOf = (decision: Decision) => changeOf(decision).next.request.after;
const answerOf = ({ letters }: Decision) => JSON.stringify(letters[0]?.data);

describe('of a person whom the request describes', () => {
  it.each([
    ['2 phone +1 202 555 0199', { phones: [{ raw: '+1 202 555 0199', e164: '+12025550199' }] }],
    ['2 first Teodoro', { firstName: 'Teodoro' }],
    ['2 last Amaral', { lastName: 'Amaral' }],
    ['2 name first: Ana last: Sol', { firstName: 'Ana', lastName: 'Sol' }],
    ['2 e-mail ana.sol@nic.xa', { address: 'ana.sol@nic.xa' }],
    ['2 primary', { primary: true }],
  ])('%s sets that and nothing else', (line, value) => {
    const decision = amend(line, SUBSCRIBED);
    expect(decision).toMatchObject({ outcome: 'advanced', reason: 'amended', usedTokens: [11] });
    const [one, two] = afterOf(decision);
    const [was, before] = SUBSCRIBED.request.after;
    const primary = line.endsWith('primary') ? { primary: false } : {};
    expect([one, two]).toEqual([
      { ...was, ...primary },
      { ...before, ...value },
    ]);
    const { next } = changeOf(decision);
    expect(next.context.digest).not.toBe(SUBSCRIBED.context.digest);
    expect(next.context.digest).not.toBe('');
    expect(next.request.notes).toMatchObject([{ kind: 'amended', by: VAL1 }]);
    expect(next.request.drafts[1]?.sources).toHaveLength(1);
  });

  it('keeps the evidence and sends the Admin Contact a copy of what is new', () => {
    const decision = amend('2 phone +1 202 555 0199', SUBSCRIBED);
    expect(changeOf(decision).next).toMatchObject({ state: 'queued', context: { evidence: 'E3' } });
    expect(lettersOf(decision)).toContain(`traced to ${ANCHOR} (objection)`);
  });

  it('lowers the evidence with an address: the Admin Contact is asked', () => {
    const decision = amend('2 e-mail ana.sol@nic.xa', SUBSCRIBED);
    const next = { state: 'challenged', context: { evidence: 'E1' } };
    expect(changeOf(decision).next).toMatchObject(next);
    expect(lettersOf(decision)).toContain(`challenge to ${ANCHOR} (challenge)`);
  });

  it('hits who cannot be on the list yet by the number behind those who can', () => {
    const { lastName: _, ...nameless } = draft(2);
    const form = formOf([draft(1), nameless]);
    const opened = storedCase(changeOf(decideJoin(joinFacts({ ...FROM_ANCHOR, form }))));
    const stuck: Case = {
      ...opened,
      state: 'queued',
      context: { ...opened.context, rounds: 3, shown: 'shown' },
    };
    expect(stuck.request.after).toHaveLength(1);
    const decision = amend('2 last Amaral', stuck);
    expect(afterOf(decision)).toHaveLength(2);
    expect(changeOf(decision).next.request.complaints).toEqual([]);
    expect(changeOf(decision).next.context.digest).not.toBe('');
  });
});

describe('of a person on the list', () => {
  it('asks for other data of exactly that person', () => {
    const decision = amend('2 phone +1 202 555 0199', JOINS);
    expect(changeOf(decision).next.request.asks).toContainEqual({
      kind: 'change',
      who: NEAR.address,
      phones: [{ raw: '+1 202 555 0199', e164: '+12025550199' }],
    });
    expect(afterOf(decision).map(({ phones }) => phones[0]?.e164)).toEqual([
      '+12025550150',
      '+12025550199',
      '+12025550111',
    ]);
  });

  it('is found again under an address that the request changes', () => {
    const asks: Ask[] = [{ kind: 'change', who: NEAR.address, address: draft(3).address as never }];
    const decision = amend('2 first Nearer', update([], asks));
    expect(changeOf(decision).next.request.asks).toEqual([{ ...asks[0], firstName: 'Nearer' }]);
  });

  it.each([
    ['1 primary', 'old.hand@nic.xa'],
    ['2 primary', 'near.by@nic.xa'],
    ['3 primary', 'person1@nic.xa'],
  ])('%s takes the mark from all others', (line, who) => {
    const marked = update([draft(1)], [{ kind: 'add', contact: 1 }]);
    const one = line.startsWith('3') ? JOINS : marked;
    const primaries = afterOf(amend(line, one)).filter(({ primary }) => primary);
    expect(primaries.map(({ address }) => address)).toEqual([who]);
  });
});

describe('is refused', () => {
  it.each([
    ['3 phone +1 202 555 0199', 'no contact 3'],
    ['2 e-mail noc@nic.xa', 'shared address'],
    ['2 e-mail person1@nic.xa', 'same e-mail address'],
    ['1 first Rosa', 'says so already'],
  ])('%s: %s', (line, said) => {
    const decision = amend(line, SUBSCRIBED);
    expect(decision).toMatchObject({ outcome: 'refused', changes: [], usedTokens: [] });
    expect(answerOf(decision)).toContain(said);
  });

  it('of a person who is a contact elsewhere too, whose name and phones are their own', () => {
    const elsewhere = { ...NEAR, cctld: XB };
    const desk = deskFacts({ open: [JOINS], roster: [OLD, NEAR, elsewhere] });
    const decision = amend('2 phone +1 202 555 0199', JOINS, { desk });
    expect(decision.changes).toEqual([]);
    expect(answerOf(decision)).toContain('Only that person can change');
  });

  it('when the letter showed something else, or there is none', () => {
    const stale = [tokenFor(JOINS, { purpose: 'validate', addressee: VAL1, digest: 'before' })];
    expect(amend('1 first X', JOINS, { tokens: stale }).reason).toBe('command-stale');
    expect(amend('1 first X', JOINS, { tokens: [] }).reason).toBe('command-refused');
  });

  it('while the registry has another Admin Contact', () => {
    const registry = new Map([[XA, { view: viewOf({ anchor: NEW_ANCHOR }) }]]);
    const decision = amend('1 first X', SUBSCRIBED, { desk: deskFacts({ registry }) });
    expect(decision.changes).toEqual([]);
  });
});

it('what was not clear in the words of the sender stays unclear', () => {
  const unclear = { code: 'add-or-replace' } as const;
  const { request, context } = JOINS;
  const one: Case = {
    ...JOINS,
    request: { ...request, complaints: [unclear] },
    context: { ...context, digest: '', complete: false, rounds: 3 },
  };
  const { next } = changeOf(amend('2 phone +1 202 555 0199', one));
  expect([next.context.digest, next.request.complaints]).toEqual(['', [unclear]]);
});
