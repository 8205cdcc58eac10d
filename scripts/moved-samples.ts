/** Samples of the letters about changes in the registry. */

import type { CaseFacts, LetterInput } from '../src/machines/letters/letter.ts';
import type { MoveOutcome, RegistryMove, RosterEntry } from '../src/machines/words/case.ts';
import type { RegistryField } from '../src/machines/words/registry.ts';
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
  TOKEN,
  validator,
} from './sample-parts.ts';

const NEW = address('domains@ministry.example');
const CHAIR = address('chair@committee.example');

const FIELDS: readonly RegistryField[] = [
  {
    field: 'organisation',
    from: 'Xanadu Network Information Centre',
    to: 'Ministry of Communications of Xanadu',
    score: 3,
  },
  { field: 'admin-domain', from: 'nic.xa', to: 'ministry.example', score: 2 },
  { field: 'admin-address', from: anchor(), to: NEW, score: 1 },
  { field: 'admin-name', from: 'Dr. Ada Example', to: 'Ada Example', score: 0 },
  { field: 'name-servers', from: 'a.nic.xa, b.nic.xa', to: 'a.nic.xa, c.nic.xa', score: 0 },
];
const REVIEWED = FIELDS.filter(({ field }) => field.startsWith('admin-'));
const TECH: RegistryField = {
  field: 'tech-address',
  from: 'tech@nic.xa',
  to: 'noc@ministry.example',
  score: 1,
};

function move(change: Partial<RegistryMove>): RegistryMove {
  return {
    changeId: 12,
    verdict: 'redelegation',
    score: 6,
    fields: FIELDS,
    oldAnchor: anchor(),
    from: 301,
    to: 377,
    ...change,
  };
}

const decided = (what: MoveOutcome, until?: string): Pick<RegistryMove, 'outcome'> => ({
  outcome: {
    what,
    by: validator(),
    at: '2026-11-24T09:30:00.000Z',
    reason: 'The report of IANA is from 20 November. I have talked to Ana Pérez.',
    changeId: 12,
    ...(until === undefined ? {} : { until }),
  },
});

function about(state: CaseFacts['state'], moved: RegistryMove): CaseFacts {
  const since = '2026-05-02T10:00:00.000Z';
  const before: RosterEntry[] = [ana(), luis()].map((one) => ({
    ...one,
    cctld: cctld('xa'),
    since,
  }));
  return facts({
    kind: 'redelegation',
    state,
    anchor: NEW,
    requester: NEW,
    contacts: [],
    after: [],
    before,
    evidence: 'E0',
    evidenceFacts: [],
    moved,
  });
}

const SUSPECTED = about('queued', move({}));
const NOTICE = about('on-notice', move(decided('confirmed')));
const BOTH = about('in-transition', move(decided('transition', '2027-03-01T06:00:00.000Z')));
const SAME = about('settled', move(decided('same')));
const REVIEW = about('queued', move({ verdict: 'review', score: 3, fields: REVIEWED }));

export function aboutMoves(): LetterInput[] {
  return [...toPeople(), ...toTheCommittee(), ...toTheValidators()];
}

function toPeople(): LetterInput[] {
  const alone = { ...BOTH, before: [] };
  return [
    sample('moved-told', ana().address, { about: SUSPECTED }),
    sample('moved-told', anchor(), { about: SUSPECTED }),
    sample('moved-told', ana().address, { about: NOTICE }),
    sample('moved-told', ana().address, { about: BOTH }),
    sample('moved-told', ana().address, { about: SAME }),
    sample('moved-told', NEW, { about: SAME }),
    secret('new-manager', NEW, { about: NOTICE }),
    secret('new-manager', NEW, { about: BOTH }),
    secret('new-manager', NEW, { about: alone }),
    sample(
      'address-changed',
      anchor(),
      { cctld: cctld('xa'), oldAnchor: anchor(), newAnchor: NEW },
      {},
    ),
  ];
}

function toTheCommittee(): LetterInput[] {
  const note = {
    by: validator(),
    at: '2026-11-23T10:00:00.000Z',
    kind: 'escalated' as const,
    text: 'IANA has no report, and nobody answers the telephone. Shall I wait?',
  };
  return [
    sample('moved-committee', CHAIR, { about: SUSPECTED }),
    secret('moved-advice', CHAIR, { about: { ...SUSPECTED, state: 'escalated', notes: [note] } }),
  ];
}

const OUTCOMES = [
  'REDELEGATION 4711 confirmed your reason',
  'REDELEGATION 4711 rename your reason',
  'REDELEGATION 4711 transition 90d your reason',
];
const OPEN = [
  ...OUTCOMES,
  'HOLD 4711 14d your reason',
  'ESCALATE 4711 your question to the Committee',
  'NOTE 4711 what the other Validators should know',
];
const LATER = [
  'REDELEGATION 4711 rename your reason',
  'REDELEGATION 4711 done your reason',
  'NOTE 4711 what the other Validators should know',
];

function toTheValidators(): LetterInput[] {
  const code = { caseId: 4711, token: TOKEN, tokenExpires: EXPIRES };
  const to = validator();
  const more = move({ news: [TECH], fields: [...FIELDS, TECH], score: 7 });
  const back = move({ news: FIELDS, fields: [], score: 0 });
  const nobody = { ...NOTICE, before: [] };
  return [
    sample('alarm-moved', to, { about: SUSPECTED, can: OPEN, news: 'first' }, code),
    sample('alarm-moved', to, { about: REVIEW, can: OPEN, news: 'first' }, code),
    sample('alarm-moved', to, { about: about('queued', more), can: OPEN, news: 'more' }, code),
    sample('alarm-moved', to, { about: about('queued', back), can: OPEN, news: 'more' }, code),
    sample('alarm-moved', to, { about: SUSPECTED, can: OPEN, news: 'reminder' }, code),
    sample('alarm-moved', to, { about: NOTICE, can: LATER, news: 'decided' }, code),
    sample('alarm-moved', to, { about: nobody, can: LATER, news: 'reminder' }, code),
    sample('alarm-moved', to, { about: BOTH, can: OPEN, news: 'decided' }, code),
    sample('alarm-moved', to, { about: BOTH, can: OPEN, news: 'reminder' }, code),
  ];
}
