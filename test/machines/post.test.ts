/** What becomes of a mail to the list: each rule by itself, which of them comes first, and what is never done. */

import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Decision } from '../../src/machines/decision.ts';
import { decidePost } from '../../src/machines/post.ts';
import type {
  PostFacts,
  PostState,
  PostWay,
  PostWordFacts,
} from '../../src/machines/post-facts.ts';
import { decidePostWord } from '../../src/machines/post-word.ts';
import { TLP_LABELS } from '../../src/machines/words/tlp.ts';
import { address, MALLORY, mailFacts, NOW, settings, VAL1, XA, XB } from '../support/facts.ts';

const AUTHOR = address('rosa.lind@nic.xa');
const HOUR = 3_600_000;

type Over = Partial<PostFacts> & { readonly proven?: boolean; readonly forged?: boolean };

// A proven, labelled post of the contact of .xa and .xb.
function facts({ proven = true, forged = false, ...over }: Over = {}): PostFacts {
  return {
    now: NOW,
    settings: settings(),
    mail: { ...mailFacts({ from: AUTHOR, proven, forged }), words: 'Who sees the same?' },
    tokens: [],
    automatic: false,
    size: 5_000,
    onlyCommands: false,
    cctlds: [XA, XB],
    frozen: [],
    anchored: [],
    label: 'GREEN',
    messageId: 'mail-1@nic.xa',
    unlike: { date: '2026-11-21T09:00:00.000Z' },
    repeated: false,
    ...over,
  };
}

const STRANGER = { cctlds: [] };
const STRICT = { ...settings(), tlp: 'strict' } as const;
const CONFIRMED = { by: AUTHOR, kind: 'author' } as const;
const RELEASED = { by: VAL1, kind: 'validator' } as const;
const NO_LABEL = { label: undefined } as unknown as Over;

function said({ outcome, reason, letters, posts = [] }: Decision): string {
  const sent = letters.map(({ letter, to }) => `${letter} to ${to.split('@')[0]}`);
  return [outcome, reason, ...posts.map(({ tlp }) => tlp), ...sent].join(', ');
}

const PASSED_ON = 'held, passed-on, passed-on to val1, passed-on to val2';

describe('a mail to the list', () => {
  it.each<[string, Over, string]>([
    ['of a contact goes to everybody', {}, 'distributed, post-distributed, GREEN'],
    [
      'of a stranger is refused',
      STRANGER,
      'refused, post-not-member, post-not-member to rosa.lind',
    ],
    [
      'of a stranger who was told so today is refused without a word',
      { ...STRANGER, turnedAwayAt: new Date(NOW.getTime() - 23 * HOUR) },
      'refused, post-not-member',
    ],
    [
      'of a stranger who was told so two days ago gets the answer again',
      { ...STRANGER, turnedAwayAt: new Date(NOW.getTime() - 48 * HOUR) },
      'refused, post-not-member, post-not-member to rosa.lind',
    ],
    [
      'of a forged stranger has no answer',
      { ...STRANGER, forged: true },
      'refused, post-not-member',
    ],
    ['with an Admin Contact goes to people', { ...STRANGER, anchored: [XA] }, PASSED_ON],
    ['with an open code goes to people', { tokens: [{ status: 'open' }] }, PASSED_ON],
    [
      'with a code that is used goes to everybody',
      { tokens: [{ status: 'used' }] },
      'distributed, post-distributed, GREEN',
    ],
    ['that nobody typed is held', { automatic: true }, 'held, post-automatic'],
    [
      'that nobody typed and nobody proves is held',
      { automatic: true, proven: false, label: 'RED' },
      'held, post-automatic-unproven',
    ],
    [
      'that nobody typed and is too big',
      { automatic: true, size: 1_000_001 },
      'refused, post-too-big',
    ],
    ['that is too big', { size: 1_000_001 }, 'refused, post-too-big, post-too-big to rosa.lind'],
    ['of commands', { onlyCommands: true }, 'refused, post-commands, post-commands to rosa.lind'],
    [
      'of commands in a forged name has no answer',
      { onlyCommands: true, proven: false, forged: true },
      'refused, post-commands',
    ],
    [
      'from a mailbox below a frozen ccTLD waits for people',
      { frozen: [XA] },
      'held, post-frozen, post-waits to rosa.lind, post-held to val1, post-held to val2',
    ],
    [
      'where one of two ccTLDs is frozen goes out',
      { frozen: [XB] },
      'distributed, post-distributed, GREEN',
    ],
    [
      'where all ccTLDs are frozen waits for people',
      { frozen: [XB], cctlds: [XB] },
      'held, post-frozen, post-waits to rosa.lind, post-held to val1, post-held to val2',
    ],
    [
      'forged and frozen is not told to its victim',
      { frozen: [XA], proven: false, forged: true },
      'held, post-frozen, post-held to val1, post-held to val2',
    ],
    ['not proven is asked about', { proven: false }, 'held, post-unproven, post-ask to rosa.lind'],
    [
      'forged is asked about',
      { proven: false, forged: true },
      'held, post-unproven, post-ask to rosa.lind',
    ],
    ['that came before is ignored', { repeated: true }, 'ignored, post-repeated'],
    [
      'of commands that nobody proves is asked about first',
      { onlyCommands: true, proven: false },
      'held, post-unproven, post-ask to rosa.lind',
    ],
    [
      'that is too big and that nobody proves is asked about first',
      { size: 1_000_001, proven: false },
      'held, post-unproven, post-ask to rosa.lind',
    ],
    [
      'that is too big and forged has no answer',
      { size: 1_000_001, proven: false, forged: true },
      'refused, post-too-big',
    ],
    [
      'that answers has the label of the other',
      { ...NO_LABEL, parent: 'AMBER' },
      'distributed, post-distributed, AMBER',
    ],
    [
      'that answers has its own label',
      { label: 'GREEN', parent: 'RED' },
      'distributed, post-distributed, GREEN',
    ],
    [
      'without a label is RED',
      NO_LABEL,
      'distributed, post-distributed, RED, post-red to rosa.lind',
    ],
    ['that is RED', { label: 'RED' }, 'distributed, post-distributed, RED, post-red to rosa.lind'],
    [
      'that is RED, of whom we told so today',
      { label: 'RED', toldRedAt: new Date(NOW.getTime() - 23 * HOUR) },
      'distributed, post-distributed, RED',
    ],
    [
      'that is RED comes back where this is so',
      { label: 'RED', settings: STRICT },
      'refused, post-red, post-red to rosa.lind',
    ],
    [
      'without a label comes back where this is so',
      { ...NO_LABEL, settings: STRICT },
      'refused, post-red, post-red to rosa.lind',
    ],
  ])('%s', (_, over, end) => {
    expect(said(decidePost(facts(over)))).toBe(end);
  });

  it.each<[string, Over, string]>([
    [
      'its author confirmed',
      { proven: false, release: CONFIRMED },
      'distributed, post-distributed, GREEN',
    ],
    [
      'its author confirmed, and the ccTLD is frozen now',
      { proven: false, release: CONFIRMED, frozen: [XA] },
      'held, post-frozen, post-waits to rosa.lind, post-held to val1, post-held to val2',
    ],
    [
      'its author confirmed, and is no longer on the list',
      { proven: false, release: CONFIRMED, cctlds: [] },
      'refused, post-not-member, post-not-member to rosa.lind',
    ],
    [
      'its author confirmed, RED, where such mails come back',
      { proven: false, forged: true, release: CONFIRMED, label: 'RED', settings: STRICT },
      'refused, post-red, post-red to rosa.lind',
    ],
    [
      'its author confirmed, and it went out by another question before',
      { proven: false, release: CONFIRMED, repeated: true },
      'ignored, post-repeated',
    ],
    [
      'its author confirmed, and it was too big',
      { proven: false, release: CONFIRMED, size: 1_000_001 },
      'refused, post-too-big, post-too-big to rosa.lind',
    ],
    [
      'a Validator released, whose author has left the list',
      { release: RELEASED, cctlds: [] },
      'refused, post-not-member, post-stuck to val1, post-stuck to val2',
    ],
    [
      'a Validator released, that came before',
      { release: RELEASED, repeated: true },
      'distributed, post-distributed, GREEN',
    ],
    [
      'a Validator released, from a frozen ccTLD',
      { frozen: [XA], release: RELEASED },
      'distributed, post-distributed, GREEN',
    ],
    [
      'a Validator released, that nobody typed: no letter to a machine',
      { ...NO_LABEL, automatic: true, release: RELEASED, settings: STRICT },
      'distributed, post-distributed, RED',
    ],
  ])('when %s', (_, over, end) => {
    expect(said(decidePost(facts(over)))).toBe(end);
  });

  it('names who wrote it and whose word sent it', () => {
    const { notes = [], posts } = decidePost(facts({ release: RELEASED }));
    expect(posts).toEqual([
      { inboxId: 1, author: AUTHOR, tlp: 'GREEN', messageId: 'mail-1@nic.xa' },
    ]);
    expect(notes.map(({ actor, facts: { releasedBy, tlp } }) => [actor, releasedBy, tlp])).toEqual([
      [AUTHOR, VAL1, 'GREEN'],
    ]);
  });

  it('is asked about with a code that stands for this mail alone, for three days', () => {
    const [letter] = decidePost(facts({ proven: false })).letters;
    expect(letter?.token).toEqual({ purpose: 'post', digest: '1', lifeMs: 72 * HOUR });
  });
});

const label = fc.option(fc.constantFrom(...TLP_LABELS), { nil: undefined });
const anything = fc.record({
  proven: fc.boolean(),
  forged: fc.boolean(),
  automatic: fc.boolean(),
  onlyCommands: fc.boolean(),
  repeated: fc.boolean(),
  size: fc.constantFrom(10, 2_000_000),
  cctlds: fc.subarray([XA, XB]),
  frozen: fc.subarray([XA, XB]),
  anchored: fc.subarray([XA]),
  label,
  parent: label,
  settings: fc.constantFrom(settings(), STRICT),
  release: fc.constantFrom(undefined, CONFIRMED, RELEASED),
}) as unknown as fc.Arbitrary<Over>;

describe('whatever comes', () => {
  test('nothing goes to everybody in the name of somebody who is not proven, but by a word', () => {
    fc.assert(
      fc.property(anything, (over) => {
        const given = facts(over);
        const { posts = [], outcome } = decidePost(given);
        expect(posts.length).toBe(outcome === 'distributed' ? 1 : 0);
        if (posts.length === 0 || given.release?.kind === 'validator') return;
        expect(given.mail.proven || given.release !== undefined).toBe(true);
        expect(given.cctlds).not.toEqual([]);
        expect([given.automatic, given.onlyCommands]).toEqual([false, false]);
        expect(given.frozen).not.toContain(XA);
        expect(posts[0]?.tlp).toBe(given.label ?? given.parent ?? 'RED');
      }),
    );
  });

  test('no machine is answered, and no victim of a forgery but with the question', () => {
    fc.assert(
      fc.property(anything, (over) => {
        const given = facts(over);
        if (given.cctlds.length === 0) return;
        const toAuthor = decidePost(given).letters.filter(({ to }) => to === AUTHOR);
        if (given.automatic) expect(toAuthor).toEqual([]);
        if (given.mail.forged && given.release === undefined && !given.mail.proven)
          expect(toAuthor.every(({ letter }) => letter === 'post-ask')).toBe(true);
      }),
    );
  });
});

type WordOver = Partial<Pick<PostWordFacts, 'consent'>> & {
  readonly status?: PostWordFacts['token']['status'];
  readonly state?: PostState;
  readonly reach?: Partial<Omit<PostWay, 'state'>>;
  readonly words?: string;
  readonly forged?: boolean;
};

function word({
  consent = 'confirm',
  status = 'open',
  state = 'held',
  reach = {},
  words = 'x',
  forged = false,
}: WordOver): PostWordFacts {
  return {
    now: NOW,
    settings: settings(),
    mail: { ...mailFacts({ from: MALLORY, forged, inboxId: 2 }), words },
    consent,
    token: { id: 7, addressee: AUTHOR, status },
    post: {
      inboxId: 1,
      subject: 'Phishing',
      way: { state, of: 0, handed: 0, unsure: 0, ...reach },
    },
  };
}

function heard(decision: Decision): string {
  const { quarantine = [], usedTokens } = decision;
  const done = quarantine.map(({ do: what, mail }) => `${what} ${mail}`);
  return [said(decision), ...done, ...usedTokens.map((id) => `uses ${id}`)].join(', ');
}

const ALARM = 'alarm-post to val1, alarm-post to val2';

describe('the answer to the question', () => {
  it.each<[string, WordOver, string]>([
    ['CONFIRM', {}, 'advanced, post-confirmed, release 1, uses 7'],
    ['CONFIRM a second time', { status: 'used' }, 'answered, token-used, post-again to mallory'],
    ['CONFIRM too late', { status: 'expired' }, 'answered, token-expired, post-again to mallory'],
    [
      'CONFIRM of what a Validator sent',
      { state: 'sent' },
      'answered, token-used, post-again to mallory',
    ],
    [
      'CONFIRM of what was dropped',
      { state: 'over' },
      'answered, token-replaced, post-again to mallory',
    ],
    [
      'CONFIRM of an old one in a forged name',
      { status: 'used', forged: true },
      'ignored, token-used',
    ],
    ['REJECT', { consent: 'reject' }, `advanced, post-denied, ${ALARM}, deny 1, uses 7`],
    [
      'REJECT too late',
      { consent: 'reject', status: 'expired' },
      `advanced, post-denied, ${ALARM}, deny 1`,
    ],
    [
      'REJECT of what is gone',
      { consent: 'reject', status: 'used', state: 'sent' },
      `advanced, post-denied, ${ALARM}`,
    ],
    [
      'REJECT of what leaves',
      { consent: 'reject', status: 'used', state: 'leaving' },
      `advanced, post-denied, ${ALARM}, deny 1`,
    ],
    ['CONFIRM of what leaves', { state: 'leaving' }, 'answered, token-used, post-again to mallory'],
    [
      'REJECT of what was stopped',
      { consent: 'reject', state: 'over' },
      'answered, token-replaced, post-again to mallory',
    ],
    [
      'words without a clear yes',
      { consent: 'unclear' },
      'held, consent-unclear, post-again to mallory, passed-on to val1, passed-on to val2',
    ],
    ['nothing but a quotation', { consent: 'none', words: '' }, 'noted, consent-unclear'],
  ])('%s', (_, over, end) => {
    expect(heard(decidePostWord(word(over)))).toBe(end);
  });

  it('the Validators read how far it had got, and the store stops it only there', () => {
    const reach = { of: 300, handed: 100, unsure: 100 };
    const decision = decidePostWord(word({ consent: 'reject', state: 'leaving', reach }));
    expect(decision.letters[0]?.data).toMatchObject({ stopped: true, ...reach });
    expect(decision.quarantine).toEqual([{ do: 'deny', mail: 1, reached: 200 }]);
  });
});
