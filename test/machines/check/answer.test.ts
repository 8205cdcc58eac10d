/** What an answer to a yearly check or a drill does: a word, a code, and the data as they were shown. */

import { describe, expect, it } from 'vitest';
import type { Ask } from '../../../src/machines/check/asks.ts';
import { type CheckFacts, decideCheckAnswer } from '../../../src/machines/check/answer.ts';
import { askOf, asksOf, type CheckPeople } from '../../../src/machines/check/asks.ts';
import { address, settings, XA, XB } from '../../support/facts.ts';
import { entry } from '../../support/issue-facts.ts';

const NOW = new Date('2027-01-20T09:00:00Z');
const CLOSES = new Date('2027-02-26T06:00:00Z');
const ANA = address('ana@isp.example');
const ADMIN = address('admin@nic.xa');

const PEOPLE: CheckPeople = {
  roster: [entry('xa', ANA, { primary: true }), entry('xa', 'teo@isp.example'), entry('xb', ANA)],
  persons: new Map(),
  places: new Map([
    [XA, { anchor: ADMIN, closed: false }],
    [XB, { anchor: ANA, closed: false }],
  ]),
};

function mustAsk(people: CheckPeople, of = ANA): Ask {
  const ask = askOf(people, of);
  if (ask === undefined) throw new Error('nobody is asked');
  return ask;
}

function facts(over: Partial<CheckFacts> = {}): CheckFacts {
  const ask = mustAsk(PEOPLE);
  return {
    now: NOW,
    settings: settings(),
    mail: {
      inboxId: 7,
      sha256: 'f00d',
      recipient: 'tld-ops-request@lists.example',
      subject: 'Re: Please check',
      messageId: 'x@isp.example',
      from: { address: ANA },
      copied: [],
      proven: false,
      forged: false,
      authFacts: [],
      onlyHtml: false,
      mayHoldToken: true,
      attachments: [],
      words: 'CONFIRM',
    } as unknown as CheckFacts['mail'],
    cameAt: NOW,
    consent: 'confirm',
    here: false,
    token: { id: 3, addressee: ANA, status: 'open' },
    check: { id: 5, kind: 'yearly', closesAt: CLOSES },
    shown: ask.digest,
    ask,
    isMember: true,
    ...over,
  };
}

const shortly = (over: Partial<CheckFacts>) => {
  const { outcome, reason, letters, usedTokens, checks = [] } = decideCheckAnswer(facts(over));
  const names = letters.map(({ letter, to }) => `${letter} to ${to}`);
  const words = checks.map(({ word }) => word);
  return [`${outcome} ${reason}`, ...names, ...words, ...(usedTokens.length > 0 ? ['used'] : [])];
};

const PASSED = ['passed-on to val1@ccnso.example', 'passed-on to val2@ccnso.example'];
const other = {
  ...facts().mail,
  from: { address: address('boss@isp.example') },
} as CheckFacts['mail'];

describe('a yearly check', () => {
  it.each<[string, Partial<CheckFacts>, string[]]>([
    ['CONFIRM', {}, ['advanced check-confirmed', 'right', 'used']],
    [
      'CONFIRM from another mailbox',
      { mail: other },
      ['advanced check-confirmed', 'right', 'used'],
    ],
    [
      'CONFIRM once more',
      { token: { id: 3, addressee: ANA, status: 'used' }, before: 'right' },
      ['noted check-again'],
    ],
    [
      'CONFIRM after REJECT to the same letter',
      { token: { id: 3, addressee: ANA, status: 'used' }, before: 'wrong' },
      ['answered token-used', 'check-again to ana@isp.example'],
    ],
    [
      'CONFIRM years later',
      { token: { id: 3, addressee: ANA, status: 'expired' } },
      ['answered token-expired', 'check-again to ana@isp.example'],
    ],
    [
      'CONFIRM years later, forged',
      { token: { id: 3, addressee: ANA, status: 'expired' }, mail: { ...other, forged: true } },
      ['ignored token-expired'],
    ],
    [
      'CONFIRM after the end',
      { cameAt: new Date('2027-04-01T09:00:00Z') },
      ['advanced check-confirmed', 'right', 'used'],
    ],
    [
      'CONFIRM of other data',
      { shown: 'older' },
      ['answered check-changed', 'check-anchor to ana@isp.example', 'used'],
    ],
    [
      'REJECT',
      { consent: 'reject' },
      ['advanced check-denied', 'check-anchor to ana@isp.example', 'wrong', 'used'],
    ],
    [
      'words',
      { consent: 'none' },
      ['held consent-unclear', 'check-again to ana@isp.example', ...PASSED],
    ],
    [
      'words from another mailbox',
      { consent: 'none', mail: other },
      ['held consent-unclear', 'check-again to ana@isp.example', ...PASSED],
    ],
    [
      'words, forged',
      { consent: 'none', mail: { ...other, forged: true } },
      ['held consent-unclear', ...PASSED],
    ],
    [
      'nothing but a quote',
      { consent: 'none', mail: { ...other, words: '' } },
      ['noted consent-unclear'],
    ],
    [
      'HERE',
      { consent: 'none', here: true },
      ['held consent-unclear', 'check-again to ana@isp.example', ...PASSED],
    ],
  ])('%s', (_, over, expected) => {
    expect(shortly(over)).toEqual(expected);
  });

  it('is over for whoever has left the list', () => {
    const { ask: _, ...gone } = facts({ isMember: false });
    const decision = decideCheckAnswer(gone);
    expect([decision.reason, decision.letters, decision.usedTokens]).toEqual([
      'check-left',
      [],
      [],
    ]);
  });

  it('confirms the person and the ccTLDs that the letter showed, and nothing else', () => {
    const [answer] = decideCheckAnswer(facts()).checks ?? [];
    expect(answer?.right).toEqual({ person: true, cctlds: [XB] });
  });
});

describe('a drill', () => {
  const drill = { id: 5, kind: 'drill', closesAt: CLOSES } as const;
  it.each<[string, Partial<CheckFacts>, string[]]>([
    ['HERE', { here: true }, ['advanced drill-answered', 'here', 'used']],
    [
      'HERE from another mailbox',
      { here: true, mail: other },
      ['advanced drill-answered', 'here', 'used'],
    ],
    ['HERE too late', { here: true, cameAt: CLOSES }, ['advanced drill-late', 'here', 'used']],
    [
      'HERE once more',
      { here: true, before: 'here', token: { id: 3, addressee: ANA, status: 'used' } },
      ['noted check-again'],
    ],
    [
      'HERE months later',
      { here: true, token: { id: 3, addressee: ANA, status: 'expired' } },
      ['noted token-expired'],
    ],
    ['HERE of somebody who left', { here: true, isMember: false }, ['noted check-left']],
    [
      'CONFIRM',
      { here: false },
      ['held consent-unclear', 'check-again to ana@isp.example', ...PASSED],
    ],
    [
      'words after HERE',
      { here: false, consent: 'none', before: 'here' },
      ['held consent-unclear', ...PASSED],
    ],
  ])('%s', (_, over, expected) => {
    expect(shortly({ check: drill, ...over })).toEqual(expected);
  });
});

describe('what a letter shows', () => {
  it.each<[string, (people: CheckPeople) => CheckPeople, boolean]>([
    ['nothing', (people) => people, true],
    [
      'since when somebody is on the list',
      (people) => withFirst(people, { since: '2027-01-01T00:00:00.000Z' }),
      true,
    ],
    ['a phone', (people) => withFirst(people, { phones: [{ raw: '1' }] }), false],
    ['a name', (people) => withFirst(people, { lastName: 'Faro' }), false],
    ['who is called first', (people) => withFirst(people, { primary: false }), false],
    ['one ccTLD less', (people) => ({ ...people, roster: people.roster.slice(0, 2) }), false],
    ['another anchor', (people) => ({ ...people, places: new Map() }), false],
  ])('%s: the same digest is %s', (_, change, isSame) => {
    expect(mustAsk(change(PEOPLE)).digest === mustAsk(PEOPLE).digest).toBe(isSame);
  });

  it('has each address once, and never one whom mail does not reach', () => {
    const persons = new Map([[ANA, { unreachable: true }]]);
    expect(asksOf(PEOPLE).map((one) => one.address)).toEqual([ADMIN, ANA, 'teo@isp.example']);
    const left = asksOf({ ...PEOPLE, persons }).map((one) => one.address);
    expect(left).toEqual([ADMIN, 'teo@isp.example']);
  });
});

function withFirst(people: CheckPeople, over: object): CheckPeople {
  const [first, ...rest] = people.roster;
  return { ...people, roster: first === undefined ? rest : [{ ...first, ...over }, ...rest] };
}
