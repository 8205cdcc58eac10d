/** What a mail says besides its contacts stays in sight of the Validator. */

import { describe, expect, it } from 'vitest';

import { readRequest } from '../../src/machines/read-request.ts';
import type { DraftContact, Warning } from '../../src/machines/words/contact.ts';
import { COMPLETE, draft, formOf, joinFacts, viewOf } from '../support/facts.ts';
import { changeOf, ANCHOR, mailFacts, storedCase } from '../support/facts.ts';
import { decideJoin } from '../../src/machines/join.ts';

const PROSE: Warning = { code: 'read-from-prose', found: 'Rosa Lind <person1@nic.xa>' };
const LEAVES: Warning = { code: 'asks-to-remove', found: 'Please remove Bob Stone.' };
const PROOF = { evidence: 'E3', facts: [] } as const;

const factsWith = (contacts: readonly DraftContact[], warnings: readonly Warning[]) =>
  joinFacts({
    mail: mailFacts({ from: ANCHOR, proven: true }),
    form: { ...formOf(contacts), warnings },
  });

describe('warnings of the text', () => {
  it('come into the request, each once', () => {
    const facts = factsWith(COMPLETE, [PROSE, LEAVES, PROSE]);
    const { request } = readRequest(facts, PROOF, viewOf(), []);
    expect(request.warnings.filter(({ code }) => code === 'read-from-prose')).toEqual([PROSE]);
    expect(request.warnings).toContainEqual(LEAVES);
    expect(request.complaints).toEqual([]);
  });

  it('stay while what they are about may still be in the request', () => {
    const decision = decideJoin(factsWith([draft(1), draft(2, { phones: [] })], [PROSE]));
    if ('wait' in decision) throw new Error(decision.wait);
    const was = storedCase(changeOf(decision));
    const phone = factsWith([draft(2)], []);
    expect(readRequest(phone, PROOF, viewOf(), [], was).request.warnings).toContainEqual(PROSE);
    const whole = factsWith(COMPLETE, []);
    expect(readRequest(whole, PROOF, viewOf(), [], was).request.warnings).toEqual([
      { code: 'anchor-under-cctld', found: 'nic.xa' },
    ]);
  });
});
