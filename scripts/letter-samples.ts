/** One good sample for every letter, and for the variants that read differently; all people are made up. */

import { aboutListServer } from './drift-samples.ts';
import { CATALOGUE } from '../src/machines/letters/catalogue.ts';
import type { LetterData, LetterInput } from '../src/machines/letters/letter.ts';
import { ownSamples } from './letter-samples-own.ts';
import { REASONS } from '../src/machines/reasons.ts';
import { aboutTheDay, seen } from './desk-samples.ts';
import { aboutMoves } from './moved-samples.ts';
import { aboutChecks } from './check-samples.ts';
import { aboutInvitations } from './invite-samples.ts';
import { aboutReach } from './reach-samples.ts';
import { aboutRefresh } from './refresh-samples.ts';
import { aboutLists, secondPairOfEyes } from './list-samples.ts';
import { aboutPosts } from './post-samples.ts';
import { aboutStatistics } from './statistics-samples.ts';
import {
  address,
  ana,
  anchor,
  cctld,
  EXPIRES,
  facts,
  LIST,
  luis,
  nameless,
  sample,
  secret,
  TOKEN,
  validator,
} from './sample-parts.ts';

export const SAMPLES: readonly LetterInput[] = [...forThePublic(), ...forValidators()];

function forThePublic(): LetterInput[] {
  return [
    ...aboutHowTo(),
    ...aboutDetails(),
    ...aboutConsent(),
    ...aboutOutcome(),
    ...aboutLists(),
    ...aboutPosts(),
    ...aboutOwn(),
    ...aboutReach(),
    ...aboutInvitations(),
    ...aboutMoves(),
    ...aboutStatistics(),
    ...aboutChecks(),
  ];
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
    sample('welcome', ana().address, { about: facts({ state: 'applied' }), contact: ana() }),
  ];
}

function aboutOwn(): LetterInput[] {
  return ownSamples({
    list: LIST,
    token: TOKEN,
    tokenExpires: EXPIRES,
    cctlds: [cctld('xa'), cctld('xb')],
    ana: ana(),
    luis: luis(),
    anchor: anchor(),
    validator: validator(),
    newAddress: address('ana@mailbox.example'),
    about: facts,
  });
}

function forValidators(): LetterInput[] {
  return [
    ...aboutDecisions(),
    ...aboutTheDay(),
    ...aboutMails(),
    ...aboutCopies(),
    ...aboutTrouble(),
    ...aboutListServer(),
  ];
}

function aboutDecisions(): LetterInput[] {
  const to = validator();
  const about = facts({
    state: 'queued',
    warnings: [
      { code: 'unparsed-phone', contact: 2, found: 'ext 12' },
      { code: 'anchor-under-cctld', found: 'nic.xa' },
      { code: 'registry-changing', found: 'Ministry of Communications' },
      { code: 'answered-from-elsewhere', found: 'eva@registry.example' },
      { code: 'person-unreachable', contact: 2 },
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
    ...secondPairOfEyes(),
    sample('transcript', to, { lines: [done], ran: true, misread: false }, {}),
    sample('transcript', to, { lines: [held, wrong], ran: false, misread: true }, {}),
    sample('transcript', to, { lines: seen(about, can), ran: true, misread: false }, {}),
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
    sample(
      'alarm-forged',
      to,
      {
        ...mail,
        why: REASONS['command-forged'],
        stale: false,
        signature: 'The mail has an OpenPGP signature of another key.',
      },
      {},
    ),
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

function aboutCopies(): LetterInput[] {
  const to = validator();
  return [
    sample(
      'alarm-copies',
      to,
      {
        post: 12,
        kind: 'post',
        failed: [{ address: 'jane@nic.xb', why: '550 5.1.1 <jane@nic.xb>: unknown user' }],
        unknown: [{ address: 'ana@nic.xc', why: 'The connection broke twice while it was sent.' }],
        doubtful: ['rosa.lind@nic.xa', 'teo@nic.xa'],
      },
      {},
    ),
    sample(
      'alarm-copies',
      to,
      {
        post: 13,
        kind: 'post',
        failed: [],
        unknown: [],
        doubtful: [],
        waiting: { people: 100, why: 'connect ECONNREFUSED 127.0.0.1:25' },
      },
      {},
    ),
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
    ...aboutRefresh(),
    sample('alarm-no-issue', to, { places: 0 }, {}),
    sample('alarm-no-issue', to, { places: 2 }, {}),
  ];
}
