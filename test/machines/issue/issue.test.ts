import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeIssue } from '../../../src/machines/issue/issue.ts';
import { widthOf } from '../../../src/machines/letters/wrap.ts';
import type { Address } from '../../../src/machines/words/address.ts';
import type { Cctld } from '../../../src/machines/words/cctld.ts';
import { entry, EVIL_NAMES, issueFacts, rosters } from '../../support/issue-facts.ts';

const ana = entry('xa', 'ana@isp.example', { primary: true });
const teo = entry('xa', 'teo@isp.example', { firstName: 'Téo', lastName: 'Amaral' });
const ivan = entry('xn--p1ai', 'ivan@isp.example', { firstName: 'Иван', lastName: 'Петров' });
const last = {
  number: 11,
  period: 'month 2026-11',
  at: new Date('2026-11-01T06:00:00Z'),
  roster: [ana, entry('xc', 'max@isp.example', { firstName: 'Max', lastName: 'Muster' })],
};

function text(facts = issueFacts([ana, teo, ivan], { last }), timesSent = 0): string {
  return makeIssue(facts).textFor(timesSent);
}

describe('an issue', () => {
  it('has the next number, a subject with label, number and day, and the digest of its table', () => {
    const issue = makeIssue(issueFacts([ana], { last }));
    expect(issue.subject).toBe(
      '[TLP:AMBER+STRICT] TLD-OPS contact list, issue 12, 1 December 2026',
    );
    expect(issue.csv.name).toBe('tld-ops-contacts-12.csv');
    expect(issue.digest).toBe(createHash('sha256').update(issue.csv.content).digest('hex'));
    expect(issue.textFor(0)).toContain(`\n  ${issue.digest}\n`);
    expect(issue.textFor(0).startsWith('TLP:AMBER+STRICT\n')).toBe(true);
  });

  it('has the same digest whatever order the list comes in, and another one for other data', () => {
    const digest = (roster: (typeof ana)[]) => makeIssue(issueFacts(roster)).digest;
    expect(digest([teo, ana])).toBe(digest([ana, teo]));
    expect(digest([{ ...ana, phones: [] }])).not.toBe(digest([ana]));
    expect(digest([{ ...ana, primary: false }])).not.toBe(digest([ana]));
  });

  it('counts, and says what has changed', () => {
    expect(text()).toContain('On the list are 3 people for 2 ccTLDs (1 of them IDN).');
    expect(text()).toContain('New on the list:\n\n  - .xa: Téo Amaral\n  - .рф (xn--p1ai): Иван');
    expect(text()).toContain('No longer on the list:\n\n  - .xc: Max Muster\n');
    expect(text()).toContain('ONLY ONE CONTACT (1 ccTLD)\n\n  .рф (xn--p1ai)\n');
    expect(text()).toContain('NO CONTACT ANY MORE SINCE ISSUE 11 (1 ccTLD)\n\n  .xc\n');
  });

  it('says that it is the first, or that nothing has changed', () => {
    expect(text(issueFacts([ana]))).toContain('This is the first issue.');
    const same = issueFacts([ana], { last: { ...last, roster: [ana] } });
    expect(text(same)).toContain('SINCE ISSUE 11 (1 November 2026)\n\nNothing.\n');
  });

  it('names what is new about a person', () => {
    const now = { ...ana, phones: [], address: teo.address, primary: false };
    expect(text(issueFacts([now], { last }))).toContain(
      '  - .xa: Ana Pérez: new e-mail address, new phone numbers, not primary\n    any more\n',
    );
  });

  it('marks who is primary, whom mail does not reach, and a ccTLD whose changes are stopped', () => {
    const facts = issueFacts([ana, teo], {
      frozen: ['xa' as Cctld],
      unreachable: new Map([[teo.address, '2026-11-03T00:00:00.000Z']]),
    });
    expect(text(facts)).toContain('! .xa\n  - Ana Pérez (primary)\n');
    expect(text(facts)).toContain('- Mail has not arrived since 3 November 2026: please phone.');
    expect(text(facts)).toContain('At the moment mail does not reach\none of them.');
  });

  it.each([
    [0, 'asked for it with', false],
    [1, 'the whole list once, because', true],
    [3, 'the whole list 3 times, because', true],
  ])('tells a reader to whom the whole list went %i times besides', (times, words, told) => {
    const flat = text(undefined, times).replace(/\s+/g, ' ');
    expect(flat.includes(words)).toBe(told);
  });

  it('says how to get it again, how to change data, whom to tell, and who the Validators are', () => {
    const flat = text().replace(/\s+/g, ' ');
    expect(flat).toContain('word "who" to tld-ops-request@lists.example');
    expect(flat).toContain('word "help" to tld-ops-request@lists.example');
    expect(flat).toContain('Write to tld-ops-owner@lists.example');
    expect(flat).toContain('val1@ccnso.example, val2@ccnso.example');
  });

  it('keeps its form for any people: lines of 72 columns, nothing hidden, nothing that we obey', () => {
    const words = /^(?:confirm|reject|approve)\b(?!\S*@)/i;
    const hidden =
      /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b\u202a-\u202e\u2028\u2029\ufeff]/u;
    fc.assert(
      fc.property(rosters, rosters, (roster, before) => {
        const unreachable = new Map<Address, string>(
          roster.slice(0, 1).map(({ address }) => [address, '2026-11-03T00:00:00.000Z']),
        );
        const facts = issueFacts(roster, { last: { ...last, roster: before }, unreachable });
        const lines = text(facts, 1).split('\n');
        expect(lines.filter((line) => widthOf(line) > 72 && !line.includes('@'))).toEqual([]);
        expect(lines.filter((line) => hidden.test(line) || line.endsWith(' '))).toEqual([]);
        expect(lines.map((line) => line.trim()).filter((line) => words.test(line))).toEqual([]);
      }),
    );
  });

  it.each(EVIL_NAMES)('%j does not get out of its line', (name) => {
    const roster = [entry('xa', 'ana@isp.example', { firstName: name, lastName: 'Gil' })];
    expect(text(issueFacts(roster, { last }))).not.toMatch(/^(?:END:|CONFIRM|APPROVE)/m);
  });
});
