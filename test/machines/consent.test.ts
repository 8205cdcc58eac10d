/** CONFIRM and REJECT (design 5): the word, the token, and what else the mail says. */

import { describe, expect, it } from 'vitest';
import type { Decision } from '../../src/machines/decision.ts';
import type { FoundToken, JoinFacts } from '../../src/machines/facts.ts';
import { decideJoin } from '../../src/machines/join.ts';
import { decideTimer } from '../../src/machines/upkeep.ts';
import type { Address } from '../../src/machines/words/address.ts';
import type { Case } from '../../src/machines/words/case.ts';
import type { Cctld } from '../../src/machines/words/cctld.ts';
import type { DraftContact } from '../../src/machines/words/contact.ts';
import {
  ANCHOR,
  changeOf,
  formOf,
  COMPLETE,
  joinFacts,
  lettersOf,
  mailFacts,
  MALLORY,
  NO_FORM,
  NOW,
  ROSA,
  settings,
  storedCase,
  tokenFor,
  VAL1,
  withCase,
} from '../support/facts.ts';

const rosaAsks = { mail: mailFacts({ from: ROSA, copied: [ANCHOR] }) };
const CHALLENGED = storedCase(changeOf(decideJoin(joinFacts(rosaAsks))));
const QUEUED = storedCase(
  changeOf(decideJoin(joinFacts({ ...rosaAsks, settings: settings('classic') }))),
);
const APPLIED: Case = { ...QUEUED, state: 'applied' };
const EXPIRED = storedCase(
  changeOf({
    changes: [
      decideTimer(
        { now: NOW, settings: settings() },
        CHALLENGED,
        'xstate.after.answer.request.challenged',
      ),
    ],
  }),
);

/** An answer to a letter about this case. */
function answer(
  one: Case,
  consent: JoinFacts['consent'],
  { from = ANCHOR, proven = false, ...over }: Partial<JoinFacts> & Parameters<typeof mailFacts>[0],
): Decision {
  const facts = joinFacts({
    mail: mailFacts({ from, proven, subject: 'Re: Please confirm', inboxId: 2 }),
    form: NO_FORM,
    consent,
    ...withCase(one),
    ...over,
  });
  const decision = decideJoin(facts);
  if ('wait' in decision) throw new Error(decision.wait);
  return decision;
}

/** `advanced confirmed-by-anchor queued`: outcome, reason, and the state of the case afterwards. */
function told({ outcome, reason, changes }: Decision): string {
  return [outcome, reason, ...changes.map(({ next }) => next.state)].join(' ');
}

const challenge = (over: Partial<FoundToken> = {}) => tokenFor(CHALLENGED, over);
const cardOf = (address: Address): DraftContact => ({
  number: 1,
  lastName: 'Lind',
  address,
  phones: [],
  sources: [{ field: 'name', line: 'FN:Lind', where: 'card' }],
});
const objection = (over: Partial<FoundToken> = {}) =>
  tokenFor(QUEUED, { purpose: 'objection', ...over });

describe('the word and the token of a challenge', () => {
  it.each([
    ['confirm', 'open', 'advanced confirmed-by-anchor queued'],
    ['confirm', 'used', 'answered token-used'],
    ['confirm', 'expired', 'answered token-expired'],
    ['confirm', 'revoked', 'answered token-replaced'],
    ['reject', 'open', 'advanced objected-by-anchor objected'],
    ['reject', 'used', 'advanced objected-by-anchor objected'],
    ['reject', 'expired', 'advanced objected-by-anchor objected'],
    ['reject', 'revoked', 'advanced objected-by-anchor objected'],
    ['unclear', 'open', 'held consent-unclear'],
    ['unclear', 'used', 'held consent-unclear'],
    ['none', 'open', 'noted consent-unclear'],
    ['none', 'used', 'noted consent-unclear'],
  ] as const)('%s with one that is %s: %s', (word, status, expected) => {
    const decision = answer(CHALLENGED, word, { tokens: [challenge({ status })] });
    expect(told(decision)).toBe(expected);
    expect(decision.usedTokens).toEqual(
      status === 'open' && decision.outcome === 'advanced' ? [1] : [],
    );
  });

  it('confirms whoever sends it: the letter went to that mailbox and nowhere else', () => {
    const decision = answer(CHALLENGED, 'confirm', { from: ROSA, tokens: [challenge()] });
    expect(changeOf(decision).next).toMatchObject({ state: 'queued', context: { evidence: 'E4' } });
    expect(changeOf(decision).next.request.evidenceFacts.at(-1)).toContain(ANCHOR);
  });

  it.each([
    ['CONFIRM', ''],
    ['Confirm!\n\nVielen Dank!', ''],
    ['CONFIRM abcd-efgh-jkmn-pqrs-tvwx-yz01-23', ''],
    ['CONFIRM\n\nBut not Luis.', 'Beside CONFIRM, admin@nic.xa wrote:\nCONFIRM\n\nBut not Luis.'],
    ['CONFIRM only from Monday', 'Beside CONFIRM, admin@nic.xa wrote:\nCONFIRM only from Monday'],
  ])('what stands beside it is shown to the Validators: %j', (words, shown) => {
    const mail = { ...mailFacts({ from: ANCHOR, inboxId: 2 }), words };
    const decision = answer(CHALLENGED, 'confirm', { tokens: [challenge()], mail });
    expect(changeOf(decision).next.request.text.slice(CHALLENGED.request.text.length)).toBe(
      shown === '' || CHALLENGED.request.text === '' ? shown : `\n---\n${shown}`,
    );
  });

  it('confirms only what was shown', () => {
    const older = challenge({ digest: 'of another request' });
    expect(told(answer(CHALLENGED, 'confirm', { tokens: [older] }))).toBe(
      'answered token-replaced',
    );
  });

  it('does not confirm what is over', () => {
    const decision = answer(EXPIRED, 'confirm', { tokens: [challenge()] });
    expect(told(decision)).toBe('answered token-expired');
  });

  it('does not confirm by itself: no word, no step', () => {
    for (const word of ['none', 'unclear'] as const) {
      const decision = answer(CHALLENGED, word, { tokens: [challenge()], form: NO_FORM });
      expect([decision.changes, decision.usedTokens]).toEqual([[], []]);
    }
  });

  it.each([
    ['none', ROSA, 'held consent-unclear'],
    ['none', ANCHOR, 'held consent-unclear'],
    ['confirm', ROSA, 'held consent-unclear'],
    ['confirm', ANCHOR, 'advanced confirmed-by-anchor queued'],
    ['reject', ROSA, 'advanced objected-by-anchor objected'],
  ] as const)('%s above the vCard of %s: %s', (word, address, expected) => {
    const form = formOf([cardOf(address)], 'We did not ask for this.');
    expect(told(answer(CHALLENGED, word, { tokens: [challenge()], form }))).toBe(expected);
  });

  it('tells the sender once how to answer, and people what was written', () => {
    const form = { ...NO_FORM, leftover: 'I cannot confirm this.' };
    const decision = answer(CHALLENGED, 'unclear', { tokens: [challenge()], form });
    expect(lettersOf(decision)).toEqual([
      'unclear-answer to admin@nic.xa',
      'passed-on to val1@ccnso.example',
      'passed-on to val2@ccnso.example',
    ]);
  });
});

describe('unclear words of the Admin Contact without a token', () => {
  it('are answered where CONFIRM or REJECT was asked for, and people read them', () => {
    const decision = answer(CHALLENGED, 'unclear', { tokens: [], named: ['xa' as Cctld] });
    expect(lettersOf(decision)).toEqual([
      'unclear-answer to admin@nic.xa',
      'passed-on to val1@ccnso.example',
      'passed-on to val2@ccnso.example',
    ]);
  });

  it('go to people where something else was asked', () => {
    const form = { ...NO_FORM, leftover: 'Yes, I confirm that Ana works here.' };
    const decision = answer(QUEUED, 'unclear', { tokens: [], named: ['xa' as Cctld], form });
    expect(decision.reason).toBe('passed-on');
  });
});

describe('the token of a copy', () => {
  it.each(['open', 'used', 'expired', 'revoked'] as const)('stops a request when %s', (status) => {
    const decision = answer(QUEUED, 'reject', { tokens: [objection({ status })] });
    expect(told(decision)).toBe('advanced objected-by-anchor objected');
    expect(changeOf(decision).effects.map(({ type }) => type)).toContain('freeze');
  });

  it('takes back what was applied', () => {
    const undo = { roster: [], done: { came: [], gone: [] } };
    const doneBy = new Map([[APPLIED.id, undo]]);
    const decision = answer(APPLIED, 'reject', { tokens: [objection()], doneBy });
    expect(told(decision)).toBe('advanced objected-by-anchor objected');
    const types = changeOf(decision).effects.map(({ type }) => type);
    expect(types).toEqual(expect.arrayContaining(['set-roster', 'freeze']));
    expect(types.indexOf('set-roster')).toBeGreaterThanOrEqual(0);
  });

  it('confirms nothing', () => {
    expect(told(answer(CHALLENGED, 'confirm', { tokens: [objection()] }))).toBe('noted no-token');
  });

  it.each(['rejected', 'expired', 'superseded', 'objected'] as const)(
    'is too late when the request is %s',
    (state) => {
      const decision = answer({ ...QUEUED, state }, 'reject', { tokens: [objection()] });
      expect(decision.changes).toEqual([]);
      expect(lettersOf(decision)).toEqual(['too-late to admin@nic.xa']);
    },
  );
});

describe('tokens for something else', () => {
  it.each(['details', 'question', 'validate'] as const)(
    '%s: CONFIRM counts for nothing',
    (purpose) => {
      const token = tokenFor(CHALLENGED, { purpose });
      const decision = answer(CHALLENGED, 'confirm', { tokens: [token] });
      expect([decision.changes, decision.usedTokens]).toEqual([[], []]);
    },
  );

  it.each(['details', 'question', 'validate'] as const)(
    '%s: REJECT counts for nothing',
    (purpose) => {
      const token = tokenFor(CHALLENGED, { purpose, addressee: VAL1 });
      const decision = answer(CHALLENGED, 'reject', { from: MALLORY, tokens: [token] });
      expect([decision.changes, decision.usedTokens]).toEqual([[], []]);
    },
  );
});

describe('without a token', () => {
  const thread = { threadCase: 1001 };

  it.each([
    ['CONFIRM of the proven Admin Contact', 'confirm', ANCHOR, true, 'answered no-token'],
    ['CONFIRM in its name', 'confirm', ANCHOR, false, 'answered no-token'],
    ['CONFIRM of the requester', 'confirm', ROSA, true, 'answered no-token'],
    [
      'REJECT of the proven Admin Contact',
      'reject',
      ANCHOR,
      true,
      'advanced objected-by-anchor objected',
    ],
    ['REJECT in its name', 'reject', ANCHOR, false, 'answered no-token'],
    ['REJECT of the requester', 'reject', ROSA, true, 'answered no-token'],
    ['something unclear of the Admin Contact', 'unclear', ANCHOR, true, 'held no-token'],
  ] as const)('%s: %s', (_, word, from, proven, expected) => {
    expect(told(answer(CHALLENGED, word, { from, proven, ...thread }))).toBe(expected);
  });

  it('a stranger moves nothing and learns nothing, whatever thread it is', () => {
    const decision = answer(CHALLENGED, 'reject', { from: MALLORY, proven: true, ...thread });
    expect(told(decision)).toBe('answered no-cctld');
    expect(lettersOf(decision)).toEqual(['how-to to mallory@attacker.example']);
  });

  it('a stranger who names the ccTLD moves nothing either', () => {
    const form = { ...NO_FORM, cctlds: formOf([]).cctlds, leftover: 'REJECT' };
    const decision = answer(CHALLENGED, 'reject', { from: MALLORY, proven: true, form });
    expect(told(decision)).toBe('held no-token');
  });

  it('a forgery in the name of the Admin Contact is not answered', () => {
    const mail = mailFacts({ from: ANCHOR, forged: true });
    const decision = answer(CHALLENGED, 'reject', { mail, ...thread });
    expect(told(decision)).toBe('ignored no-token');
    expect(lettersOf(decision)).toEqual([]);
  });
});

describe('a word beside new contacts', () => {
  it('confirm: neither counts, because only one of them can be meant', () => {
    const mail = mailFacts({ from: ANCHOR, proven: true, inboxId: 2 });
    const over = { mail, tokens: [challenge()], form: formOf(COMPLETE) };
    const decision = answer(CHALLENGED, 'confirm', over);
    expect(decision).toMatchObject({ outcome: 'held', reason: 'consent-unclear', changes: [] });
    expect(decision.usedTokens).toEqual([]);
  });

  it('confirm above a signature with labels: the word counts', () => {
    const signature = { number: 1, phones: [], sources: [], address: ANCHOR };
    const over = { tokens: [challenge()], form: formOf([signature]) };
    expect(told(answer(CHALLENGED, 'confirm', over))).toBe('advanced confirmed-by-anchor queued');
  });

  it('unclear: the contacts count, the word does not', () => {
    const mail = mailFacts({ from: ANCHOR, proven: true, inboxId: 2 });
    const over = { mail, tokens: [challenge()], form: formOf(COMPLETE) };
    const decision = answer(CHALLENGED, 'unclear', over);
    expect(decision.usedTokens).toEqual([]);
    expect(decision.changes.map(({ next }) => next.state)).toEqual(['superseded', 'queued']);
  });

  it('reject: stopping comes first', () => {
    const over = { tokens: [challenge()], form: formOf(COMPLETE) };
    expect(told(answer(CHALLENGED, 'reject', over))).toBe('advanced objected-by-anchor objected');
  });
});

it('of two tokens in one mail the open one counts, not the quoted one', () => {
  const tokens = [challenge({ id: 1, status: 'revoked' }), challenge({ id: 2 })];
  const decision = answer(CHALLENGED, 'confirm', { tokens });
  expect(decision.usedTokens).toEqual([2]);
});
