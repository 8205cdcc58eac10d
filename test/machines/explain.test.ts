/** `why` tells the story of a case from its audit trail alone, in sentences. */

import { describe, expect, it } from 'vitest';
import { explain, type StoryRow } from '../../src/machines/explain.ts';
import { REASONS } from '../../src/machines/reasons.ts';

const AT = new Date('2026-11-21T09:00:00Z');

function row(over: Partial<StoryRow> = {}): StoryRow {
  const rest = { evidence: null, snapshot_id: null, facts: {}, before: {}, after: {} };
  return { at: AT, actor: 'rosa.lind@mailbox.example', reason: 'request-opened', ...rest, ...over };
}

const sentences = (over: Partial<StoryRow>) => explain([row(over)])[0]?.sentences ?? [];

describe('a step of the story', () => {
  it('says what it was, who caused it, and when', () => {
    expect(explain([row()])).toEqual([
      {
        at: '2026-11-21T09:00:00.000Z',
        reason: 'request-opened',
        sentences: ['A new request was opened. (request-opened, by rosa.lind@mailbox.example)'],
      },
    ]);
  });

  it.each([
    ['why it was believed', { facts: { because: ['It was copied.'] } }, 'It was copied.'],
    ['other facts', { facts: { why: 'no reason' } }, 'why: no reason'],
    ['how well it was proven', { evidence: 'E1' }, /^Evidence: E1: .* which anyone can write\.$/],
    ['what it rests on', { snapshot_id: 17 }, 'It rests on registry snapshot 17.'],
    ['how it began', { after: { state: 'queued' } }, 'The case began in the state "queued".'],
    [
      'where it went',
      { before: { state: 'queued' }, after: { state: 'asked' } },
      'The case went from "queued" to "asked".',
    ],
    [
      'who was written to',
      { after: { letters: ['queue to val1@ccnso.example'] } },
      'Letter: queue to val1@ccnso.example.',
    ],
    [
      'who came on the list',
      { before: { roster: [] }, after: { roster: [{ address: 'a@nic.xa' }] } },
      'a@nic.xa is on the list now.',
    ],
    [
      'who left it',
      { before: { roster: [{ address: 'a@nic.xa' }] }, after: { roster: [] } },
      'a@nic.xa is no longer on the list.',
    ],
  ] satisfies [string, Partial<StoryRow>, string | RegExp][])('says %s', (_, over, sentence) => {
    expect(sentences(over)).toContainEqual(
      typeof sentence === 'string' ? sentence : expect.stringMatching(sentence),
    );
  });

  it('does not say that a case went where it was', () => {
    const said = sentences({ before: { state: 'queued' }, after: { state: 'queued' } });
    expect(said.some((one) => one.includes('went'))).toBe(false);
  });

  it('does not repeat digests, nor what is said in other sentences', () => {
    const facts = { mail: 'abc', digest: 'def', evidence: 'E1', authentication: ['SPF: none.'] };
    expect(sentences({ facts })).toHaveLength(1);
  });

  it('shows a code as it stands that this release does not know', () => {
    expect(sentences({ reason: 'of-a-later-release' })[0]).toContain('of-a-later-release');
  });

  it.each(['constructor', 'toString', '__proto__'])('is not misled by the code %s', (reason) => {
    expect(sentences({ reason })[0]).toBe(`${reason} (${reason}, by rosa.lind@mailbox.example)`);
  });

  it('outlives rows that are not as they should be', () => {
    const odd = { facts: { because: 'one' }, after: { letters: 3, state: 4, roster: 5 } };
    expect(() => sentences(odd)).not.toThrow();
  });

  it.each(Object.entries(REASONS))('has a sentence for %s', (reason, meaning) => {
    expect(sentences({ reason })[0]).toContain(meaning);
    expect(meaning).toMatch(/\.$/);
  });
});

it('keeps the order of the trail', () => {
  const reasons = ['request-opened', 'approved', 'applied'];
  expect(explain(reasons.map((reason) => row({ reason }))).map(({ reason }) => reason)).toEqual(
    reasons,
  );
});
