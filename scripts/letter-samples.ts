/** One good sample for every letter, and for the variants that read differently; all people are made up. */

import { CATALOGUE } from '../src/machines/letters/catalogue.ts';
import type {
  CaseFacts,
  LetterData,
  LetterInput,
  LetterName,
} from '../src/machines/letters/letter.ts';
import { REASONS } from '../src/machines/reasons.ts';
import { type Address, readAddress } from '../src/machines/words/address.ts';
import { type Cctld, readCctld } from '../src/machines/words/cctld.ts';
import type { Contact } from '../src/machines/words/contact.ts';

const LIST = {
  name: 'TLD-OPS',
  join: 'tld-ops-join@lists.example',
  request: 'tld-ops-request@lists.example',
  owner: 'tld-ops-owner@lists.example',
};
const TOKEN = 'abcdefghjkmnpqrstvwxyz0123';
const EXPIRES = '2026-12-05T14:00:00.000Z';

export const SAMPLES: readonly LetterInput[] = [...forThePublic(), ...forValidators()];

function forThePublic(): LetterInput[] {
  return [...aboutHowTo(), ...aboutDetails(), ...aboutConsent(), ...aboutOutcome()];
}

function aboutHowTo(): LetterInput[] {
  const to = address('ana.perez@registry.example');
  const plain = (data: LetterData['how-to']) => sample('how-to', to, data, {});
  return [
    plain({ why: 'not-admin', cctld: cctld('xa'), anchor: anchor() }),
    plain({ why: 'unknown-cctld', cctld: cctld('zz') }),
    plain({ why: 'several-cctlds', cctlds: [cctld('xa'), cctld('xb')] }),
    plain({ why: 'no-cctld' }),
  ];
}

function aboutDetails(): LetterInput[] {
  const incomplete = facts({
    state: 'needs-details',
    contacts: [],
    drafts: [
      {
        number: 1,
        firstName: 'Ana',
        lastName: 'Pérez',
        address: address('ana.perez@registry.example'),
        phones: [],
        primary: true,
        sources: [],
      },
      { number: 2, firstName: 'Luis', address: address('noc@nic.xa'), phones: [], sources: [] },
    ],
    complaints: [
      { code: 'missing-phone', contact: 1 },
      { code: 'missing-last-name', contact: 2, found: 'Luis' },
      { code: 'role-address', contact: 2, found: 'noc@nic.xa' },
    ],
  });
  const which = nameless({ state: 'needs-cctld', candidates: [cctld('xa'), cctld('xb')] });
  const requester = incomplete.requester;
  return [
    secret('which-cctld', requester, { about: which, again: false }),
    secret('clarify', requester, { about: incomplete, round: 1, rounds: 3 }),
    secret('clarify', anchor(), { about: incomplete, round: 3, rounds: 3 }),
    secret('reminder', requester, { about: incomplete }),
    secret('question', requester, {
      about: facts({ state: 'asked' }),
      question: 'Is Luis still with you?\nHis name is not in your last letter.',
      reminder: false,
    }),
  ];
}

function aboutConsent(): LetterInput[] {
  const challenged = facts({ state: 'challenged', due: EXPIRES });
  const requester = challenged.requester;
  return [
    secret('challenge', anchor(), { about: challenged, reminder: false }),
    secret('challenge', anchor(), { about: challenged, reminder: true }),
    sample('received', requester, { about: challenged, next: 'challenge' }),
    sample('received', requester, { about: facts({ state: 'queued' }), next: 'validator' }),
    secret('traced', anchor(), { about: facts({ state: 'queued' }) }),
    sample('unclear-answer', anchor(), { about: challenged }),
    sample('too-late', anchor(), { about: facts({ state: 'queued' }), why: 'used' }),
    sample('too-late', anchor(), { about: facts({ state: 'expired' }), why: 'expired' }),
    sample('too-late', anchor(), { about: challenged, why: 'replaced' }),
    sample('objected', anchor(), { about: facts({ state: 'objected' }), afterApplied: false }),
    sample('objected', requester, { about: facts({ state: 'objected' }), afterApplied: true }),
    sample('anchor-changed', anchor(), {
      about: challenged,
      oldAnchor: anchor(),
      newAnchor: address('registry@ministry.example'),
    }),
  ];
}

function aboutOutcome(): LetterInput[] {
  const requester = facts({}).requester;
  return [
    sample('already-open', requester, { about: facts({ state: 'queued' }) }),
    sample('already-open', anchor(), { about: facts({ state: 'queued' }) }),
    sample('taken-off', requester, { about: facts({ state: 'objected' }) }),
    sample('frozen', requester, { cctld: cctld('xa') }, {}),
    sample('already-subscribed', requester, { cctld: cctld('xa') }, {}),
    sample('expired', requester, { about: facts({ state: 'expired' }) }),
    sample('rejected', requester, {
      about: facts({ state: 'rejected' }),
      reason: 'Luis told us by phone that he has left the registry.',
    }),
    sample('superseded', requester, { about: facts({ state: 'superseded' }) }),
    sample('applied', anchor(), { about: facts({ state: 'applied' }) }),
    ...aboutLists(),
    sample('welcome', ana().address, { about: facts({ state: 'applied' }), contact: ana() }),
  ];
}

// A list that has people already: Marco leaves, Luis comes, Ana stays.
function aboutLists(): LetterInput[] {
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
    sample('on-hold', anchor(), { about: updated({ state: 'on-hold', due: EXPIRES }) }),
    secret('escalation', address('chair@ccnso.example'), {
      about: updated({ state: 'escalated', notes: notes() }),
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

function forValidators(): LetterInput[] {
  return [...aboutDecisions(), ...aboutMails(), ...aboutTrouble()];
}

function aboutDecisions(): LetterInput[] {
  const to = validator();
  const about = facts({
    state: 'queued',
    warnings: [
      { code: 'unparsed-phone', contact: 2, found: 'ext 12' },
      { code: 'anchor-under-cctld', found: 'nic.xa' },
      { code: 'read-from-prose', found: 'Luis Gómez <luis@registry.example>, tel. ext 12' },
      { code: 'unread-data', found: 'eva@registry.example' },
    ],
    text: 'Dear colleagues,\nLuis will be away in May.\n\nBest wishes, Ana',
  });
  const can = ['APPROVE # .xa', 'REJECT # your reason', 'ASK # your question'];
  const done = { line: 'APPROVE 4711 .xa', answer: 'Approved. The list is being changed.' };
  const held = { line: 'APPROVE 4711 .xa', answer: 'This line is right, but was not carried out.' };
  const wrong = { line: 'APROVE 4712 .xb', answer: 'There is no command "APROVE".' };
  return [
    secret('queue', to, { about, can, reminder: false, digest: 'f00d' }),
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
    sample('transcript', to, { lines: [done], ran: true, misread: false }, {}),
    sample('transcript', to, { lines: [held, wrong], ran: false, misread: true }, {}),
  ];
}

function aboutMails(): LetterInput[] {
  const to = validator();
  const mail = {
    from: 'someone@mail.example',
    subject: 'Question about your letter',
    inboxId: 812,
  };
  const text = 'Who are you? Is this a real letter?\n\nRegards,\nSomeone';
  return [
    sample(
      'passed-on',
      to,
      { ...mail, recipient: LIST.owner, attach: true, proven: false, text },
      {},
    ),
    sample('alarm-forged', to, { ...mail, why: REASONS['command-forged'], stale: false }, {}),
    sample('alarm-forged', to, { ...mail, why: REASONS['command-stale'], stale: true }, {}),
    sample('alarm-held', to, { ...mail, why: 'The mail has two From fields.' }, {}),
    sample(
      'alarm-undelivered',
      to,
      {
        addressee: 'hostmaster@nic.xa',
        summary: CATALOGUE.challenge.summary,
        why: '550 5.1.1 unknown user',
      },
      {},
    ),
    sample('alarm-quarantine', to, { inboxId: 812, why: 'The message cannot be parsed.' }, {}),
  ];
}

function aboutTrouble(): LetterInput[] {
  const to = validator();
  return [
    sample('alarm-objection', to, {
      about: facts({ state: 'objected' }),
      by: anchor(),
      afterApplied: false,
    }),
    sample('alarm-anchor', to, {
      about: facts({ state: 'challenged' }),
      oldAnchor: anchor(),
      newAnchor: address('registry@ministry.example'),
    }),
    sample('alarm-apply', to, {
      about: facts({ state: 'apply-failed' }),
      why: 'The list server does not answer.',
    }),
    sample('alarm-registry', to, { cctld: cctld('xa'), why: 'The answer is truncated.' }, {}),
  ];
}

function validator(): Address {
  return address('validator@ccnso.example');
}

type Extra = { readonly caseId?: number; readonly token?: string; readonly tokenExpires?: string };

function sample<N extends LetterName>(
  name: N,
  to: Address,
  data: LetterData[N],
  extra: Extra = { caseId: 4711 },
): LetterInput<N> {
  return { name, to, data, list: LIST, ...extra };
}

function secret<N extends LetterName>(name: N, to: Address, data: LetterData[N]): LetterInput<N> {
  return sample(name, to, data, { caseId: 4711, token: TOKEN, tokenExpires: EXPIRES });
}

function facts(change: Partial<CaseFacts>): CaseFacts {
  return { cctld: cctld('xa'), anchor: anchor(), ...nameless(change) };
}

function nameless(change: Partial<CaseFacts>): CaseFacts {
  return {
    kind: 'subscribe',
    requester: address('ana.perez@registry.example'),
    contacts: [ana(), luis()],
    after: change.contacts ?? [ana(), luis()],
    before: [],
    notes: [],
    approvals: [],
    approvalsNeeded: 1,
    complaints: [],
    warnings: [],
    evidence: 'E3',
    evidenceFacts: [
      'From is hostmaster@nic.xa, the Admin Contact address of .xa.',
      'DMARC passes for nic.xa (DKIM, aligned).',
    ],
    policy: 'balanced',
    state: 'queued',
    opened: '2026-11-21T14:00:00.000Z',
    text: '',
    candidates: [],
    ...change,
  };
}

function ana(): Contact {
  return {
    firstName: 'Ana',
    lastName: 'Pérez',
    address: address('ana.perez@registry.example'),
    phones: [{ raw: '+31 20 794 0801', e164: '+31207940801' }],
    primary: true,
  };
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

function luis(): Contact {
  return {
    firstName: 'Luis',
    lastName: 'Gómez',
    address: address('luis@registry.example'),
    phones: [{ raw: '+31 20 794 0802', e164: '+31207940802;ext=12' }, { raw: 'ext 12' }],
    primary: false,
  };
}

function anchor(): Address {
  return address('hostmaster@nic.xa');
}

function address(text: string): Address {
  const read = readAddress(text);
  if (read === undefined) throw new Error(`not an address: ${text}`);
  return read;
}

function cctld(text: string): Cctld {
  const read = readCctld(text);
  if (read === undefined) throw new Error(`not a ccTLD: ${text}`);
  return read;
}
