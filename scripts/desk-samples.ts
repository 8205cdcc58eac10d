/** Samples of the letters that show many cases at once, and of what a Validator asked to see. */

import { CATALOGUE } from '../src/machines/letters/catalogue.ts';
import type {
  CaseFacts,
  CaseRow,
  LetterData,
  LetterInput,
  MoveRow,
} from '../src/machines/letters/letter.ts';
import {
  ana,
  anchor,
  cctld,
  EXPIRES,
  facts,
  luis,
  sample,
  TOKEN,
  validator,
} from './sample-parts.ts';
import { sampleReport } from './statistics-samples.ts';

/** Everything that can be looked at. */
export function seen(about: CaseFacts, can: readonly string[]): LetterData['transcript']['lines'] {
  const frozen = { by: validator(), at: EXPIRES, reason: 'Somebody has changed its name servers' };
  const [ana_, luis_] = [ana(), luis()].map((one) => ({
    ...one,
    cctld: cctld('xa'),
    since: EXPIRES,
  }));
  const people = [ana_, luis_].filter((one) => one !== undefined);
  const why = 'Anyone can write such a mail.';
  const mails = [{ inboxId: 812, from: 'x@mail.example', at: EXPIRES, outcome: 'held', why }];
  const steps = [{ at: EXPIRES, text: ['A new request was opened.', 'From: hostmaster@nic.xa'] }];
  const forms = [{ usage: 'SHOW .xa', means: 'You get what is known about .xa.' }];
  const organisation = 'Registry of Xa';
  return [
    { line: 'QUEUE', answer: 'Open cases: 2.', shown: { what: 'queue', rows: rows() } },
    { line: 'SHOW 4711', answer: 'Case 4711.', shown: { what: 'case', caseId: 4711, about, can } },
    {
      line: 'SHOW .xa',
      answer: '.xa:',
      shown: {
        what: 'cctld',
        anchor: anchor(),
        organisation,
        frozen,
        people,
        rows: rows(),
        history: HISTORY,
      },
    },
    { line: 'WHY 4711', answer: 'What happened:', shown: { what: 'story', steps } },
    { line: 'ROSTER', answer: 'On the list now:', shown: { what: 'roster', people } },
    { line: 'QUARANTINE', answer: 'Mails: 1.', shown: { what: 'quarantine', mails } },
    {
      line: 'REPORT',
      answer: 'Today, until now, 3 of 5 ASCII ccTLDs and 1 of 1 IDN ccTLDs are on the list.',
      shown: { what: 'report', text: sampleReport() },
    },
    { line: 'HELP', answer: 'Known commands:', shown: { what: 'help', forms } },
  ];
}

const HISTORY: readonly MoveRow[] = [
  {
    at: '2026-10-02T14:00:00.000Z',
    score: 1,
    fields: [{ field: 'admin-address', from: 'admin@nic.xa', to: 'hostmaster@nic.xa', score: 1 }],
  },
];

function rows(): CaseRow[] {
  const opened = '2026-11-21T14:00:00.000Z';
  const xa = { caseId: 4711, cctld: cctld('xa'), kind: 'update', evidence: 'E3' } as const;
  const other = { caseId: 4712, kind: 'subscribe', evidence: 'E1' } as const;
  return [
    { ...xa, state: 'on-hold', opened, due: EXPIRES },
    { ...other, state: 'needs-cctld', opened },
  ];
}

/** The desk and the letter of the day. */
export function aboutTheDay(): LetterInput[] {
  const to = validator();
  const about = facts({
    state: 'queued',
    notes: [
      { by: to, at: EXPIRES, kind: 'note', text: 'Luis was with .xb before.\nI know him.' },
      {
        by: to,
        at: EXPIRES,
        kind: 'amended',
        text: 'no. 1 (Ana Pérez): the phone "+31207940801" became "+31207940805"',
      },
    ],
  });
  const cases = [
    { caseId: 4711, about, can: ['APPROVE 4711 .xa', 'AMEND 4711 contact 1 phone the number'] },
    { caseId: 4712, about, can: ['APPROVE 4712 .xa', 'REJECT 4712 your reason'] },
  ];
  const at = EXPIRES;
  const mail = { inboxId: 812, from: 'x@mail.example', at, outcome: 'refused', why: 'No proof.' };
  const lost = {
    addressee: 'hostmaster@nic.xa',
    summary: CATALOGUE.challenge.summary,
    at,
    why: '550 5.1.1 unknown user',
  };
  const day = {
    queue: rows(),
    resting: rows(),
    ending: rows(),
    invitations: rows(),
    aside: [mail],
  };
  const token = { token: TOKEN, tokenExpires: EXPIRES };
  return [
    sample('desk', to, { cases, more: rows() }, token),
    sample(
      'digest',
      to,
      { ...day, suspicious: [mail], undelivered: [lost], cases, more: [] },
      token,
    ),
  ];
}
