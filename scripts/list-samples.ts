/** Samples of the letters about a list that has people already. */

import type { CaseFacts, LetterInput } from '../src/machines/letters/letter.ts';
import type { Contact } from '../src/machines/words/contact.ts';
import {
  address,
  ana,
  anchor,
  cctld,
  EXPIRES,
  facts,
  luis,
  sample,
  secret,
  validator,
} from './sample-parts.ts';

// A list that has people already: Marco leaves, Luis comes, Ana stays.
/** In the order in which the Admin Contact, the SSCs, the Committee and a Validator get them. */
export function aboutLists(): LetterInput[] {
  const about = updated({ state: 'queued' });
  const unclear = updated({
    state: 'needs-details',
    contacts: [],
    drafts: [],
    after: [],
    complaints: [{ code: 'replaced-by-whom', found: 'Marco leaves us.' }],
  });
  const alone = updated({ kind: 'remove', state: 'challenged', contacts: [], after: [ana()] });
  return [
    secret('clarify', anchor(), { about: unclear, round: 1, rounds: 3 }),
    sample('received', unclear.requester, {
      about: { ...unclear, before: [], due: EXPIRES },
      next: 'details',
    }),
    secret('challenge', anchor(), { about: alone, reminder: false }),
    sample('heads-up', marco().address, { about }),
    sample('applied', anchor(), { about: updated({ state: 'applied' }) }),
    sample('applied', anchor(), { about: { ...alone, state: 'applied' } }),
    sample('data-changed', ana().address, { about: updated({ state: 'applied' }), contact: ana() }),
    sample('removed', marco().address, { about: updated({ state: 'applied' }) }),
    sample('removed', marco().address, {
      about: updated({ state: 'applied', reason: 'His mailbox does not exist any more.' }),
    }),
    sample('back-on-list', marco().address, {
      about: updated({ state: 'objected' }),
      contact: marco(),
    }),
    sample('on-hold', anchor(), { about: updated({ state: 'on-hold', due: EXPIRES }) }),
    secret('escalation', address('chair@ccnso.example'), {
      about: updated({ state: 'escalated', notes: notes() }),
    }),
  ];
}

/** What a Validator sees when another one has approved. */
export function secondPairOfEyes(): LetterInput[] {
  return [
    secret('queue', validator(), {
      about: updated({
        state: 'queued',
        notes: notes(),
        approvals: [validator()],
        approvalsNeeded: 2,
      }),
      can: ['APPROVE # .xa', 'NOTE # what the other Validators should know'],
      reminder: false,
      digest: 'f00d',
    }),
  ];
}

function notes(): CaseFacts['notes'] {
  const said = { by: validator(), at: '2026-11-22T09:00:00.000Z' };
  return [
    { ...said, kind: 'note', text: 'I called the registry. They will call back.' },
    { ...said, kind: 'escalated', text: 'Two people say that they speak for .xa.' },
  ];
}

function updated(change: Partial<CaseFacts>): CaseFacts {
  const before = [ana(), marco()].map((one) => ({
    ...one,
    cctld: cctld('xa'),
    since: '2025-03-01T00:00:00.000Z',
  }));
  return facts({ kind: 'update', contacts: [luis()], after: [ana(), luis()], before, ...change });
}

function marco(): Contact {
  return {
    firstName: 'Marco',
    lastName: 'Ruiz',
    address: address('marco@isp.example'),
    phones: [{ raw: '+31 20 794 0803', e164: '+31207940803' }],
    primary: false,
  };
}
