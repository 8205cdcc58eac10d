/** What a mail is taken to ask for: one request, several, or nothing that the engine decides. */

import { describe, expect, it } from 'vitest';
import type { Decision } from '../../src/machines/decision.ts';
import { decideJoin } from '../../src/machines/join.ts';
import type { WarningCode } from '../../src/machines/words/contact.ts';
import {
  address,
  ANCHOR,
  changeOf,
  COMPLETE,
  formOf,
  INCOMPLETE,
  joinFacts,
  lettersOf,
  mailFacts,
  NO_FORM,
  storedCase,
  tokenFor,
  viewOf,
  withCase,
  XA,
  XB,
} from '../support/facts.ts';

const MINISTRY = address('domains@ministry.example');
const BY_MINISTRY = mailFacts({ from: MINISTRY, proven: true });
const SHARED = new Map([
  [XA, viewOf({ anchor: MINISTRY })],
  [XB, viewOf({ cctld: XB, anchor: MINISTRY })],
]);
const PROVEN = mailFacts({ from: ANCHOR, proven: true });

function decide(over: Parameters<typeof joinFacts>[0]): Decision {
  const decision = decideJoin(joinFacts(over));
  if ('wait' in decision) throw new Error(`it waits: ${decision.wait}`);
  return decision;
}

describe('several ccTLDs in one mail', () => {
  const form = { ...formOf(COMPLETE), cctlds: [XA, XB], together: true };

  it('named in one value open a request for each, with the same people', () => {
    const decision = decide({ mail: BY_MINISTRY, registry: SHARED, form });
    expect(decision).toMatchObject({ outcome: 'opened', reason: 'request-opened' });
    expect(
      decision.changes.map(({ next }) => [next.cctld, next.state, next.request.contacts.length]),
    ).toEqual([
      ['xa', 'queued', 2],
      ['xb', 'queued', 2],
    ]);
  });

  it('are proven one by one: the Admin Contact of one has no say about the other', () => {
    const registry = new Map([
      [XA, viewOf({ anchor: MINISTRY })],
      [XB, viewOf({ cctld: XB })],
    ]);
    const decision = decide({ mail: BY_MINISTRY, registry, form });
    expect(decision.changes.map(({ next }) => next.cctld)).toEqual(['xa']);
    expect(decision.letters.map(({ letter }) => letter)).toEqual(['how-to']);
  });

  it('wait together when the registry of one has not settled', () => {
    const registry = new Map([...SHARED, [XB, viewOf({ cctld: XB, unsettledAnchor: ANCHOR })]]);
    expect(decideJoin(joinFacts({ mail: BY_MINISTRY, registry, form }))).toEqual({
      wait: 'registry-unsettled',
    });
  });

  it.each([
    ['each at its own place', { ...form, together: false }],
    ['more than three', { ...form, cctlds: [XA, XB, XA, XB] }],
    ['without people', { ...form, contacts: [] }],
    ['named in the text only', { ...form, cctlds: [] }],
  ])('%s: the sender is asked for one mail each', (_, unclear) => {
    const named = [XA, XB];
    const decision = decide({ mail: BY_MINISTRY, registry: SHARED, form: unclear, named });
    expect(decision).toMatchObject({ outcome: 'answered', reason: 'several-cctlds', changes: [] });
  });
});

const asking = (code: WarningCode) => ({
  ...NO_FORM,
  leftover: 'Who are you?',
  warnings: [{ code }],
});

describe('a mail that asks something else', () => {
  it.each(['asks-a-question', 'declines', 'asks-to-remove', 'asks-to-replace'] as const)(
    'as "%s" says, and names nobody, goes to people and opens nothing',
    (code) => {
      const decision = decide({ mail: PROVEN, form: { ...asking(code), cctlds: [XA] } });
      expect(decision).toMatchObject({ outcome: 'held', reason: 'asks-else', changes: [] });
      expect(lettersOf(decision)).toEqual([
        'passed-on to val1@ccnso.example',
        'passed-on to val2@ccnso.example',
      ]);
    },
  );

  it('is a request all the same when it names people', () => {
    const form = { ...formOf(COMPLETE), warnings: [{ code: 'asks-a-question' as const }] };
    expect(decide({ mail: PROVEN, form })).toMatchObject({ outcome: 'opened' });
  });
});

it('files without typed data are asked for as text', () => {
  const mail = { ...PROVEN, attachments: ['contacts.docx (12 octets, SHA-256 ab)'] };
  const decision = decide({ mail, form: { ...NO_FORM, cctlds: [XA] } });
  expect(changeOf(decision).next.request.complaints).toEqual([{ code: 'only-files' }]);
});

it('the token of a letter about one ccTLD does not carry data for another', () => {
  const one = storedCase(
    changeOf(decide({ mail: BY_MINISTRY, registry: SHARED, form: formOf(INCOMPLETE) })),
  );
  const decision = decide({
    mail: mailFacts({ from: MINISTRY, inboxId: 2 }),
    registry: new Map([...SHARED, [XB, viewOf({ cctld: XB, anchor: ANCHOR })]]),
    form: { ...formOf(COMPLETE), cctlds: [XB] },
    ...withCase(one),
    tokens: [tokenFor(one, { purpose: 'details', addressee: MINISTRY })],
  });
  expect(decision).toMatchObject({ outcome: 'answered', reason: 'not-admin', changes: [] });
});
