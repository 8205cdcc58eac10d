/** Two months of a made-up registry: what it showed of whom and when, and what that comes to. */

import type { Address } from '../../src/machines/words/address.ts';
import type { RegistryRecord, Verdict } from '../../src/machines/words/registry.ts';
import { population } from './population.ts';

/** From this moment on the registry shows this record. */
export interface Shown {
  /** Milliseconds since the beginning. */
  readonly at: number;
  readonly record: RegistryRecord;
}

/** What happens to one ccTLD. */
export interface Episode {
  readonly name: string;
  readonly first: RegistryRecord;
  readonly shown: readonly Shown[];
  /** The history that must come of it. */
  readonly verdicts: readonly Verdict[];
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

type Change = Partial<RegistryRecord>;

/** 309 records, of which 39 are told of below; each of these has an Admin Contact of its own. */
export function registryHistory(seed: number): {
  readonly records: readonly RegistryRecord[];
  readonly episodes: readonly Episode[];
} {
  const records = population(seed);
  const count = new Map<string, number>();
  for (const { admin } of records)
    count.set(`${admin.email}`, (count.get(`${admin.email}`) ?? 0) + 1);
  const free = records.filter(
    ({ cctld, admin }) => count.get(`${admin.email}`) === 1 && !cctld.startsWith('xn--'),
  );
  const tell = TOLD.map((told, index) => told(plainly(must(free[index * 5])), DAY * index));
  return {
    records: [
      ...records.filter(({ cctld }) => !tell.some(({ first }) => first.cctld === cctld)),
      ...tell.map(({ first }) => first),
    ],
    episodes: tell,
  };
}

type Told = (first: RegistryRecord, at: number) => Episode;

// A manager, a person and servers of its own, so that nothing of an episode hangs on the chance of the rest.
function plainly(one: RegistryRecord): RegistryRecord {
  const { cctld } = one;
  return {
    ...one,
    organisation: `Network Information Centre of ${cctld.toUpperCase()}land`,
    admin: { ...one.admin, name: 'Dr. Ada Example', email: `admin@nic.${cctld}` as Address },
    tech: { ...one.tech, email: `tech@nic.${cctld}` as Address },
    nameServers: [`a.nic.${cctld}`, `b.nic.${cctld}`],
  };
}

const taken = (first: RegistryRecord): RegistryRecord => ({
  ...first,
  organisation: 'Ministry of Communications and Posts',
  admin: {
    ...first.admin,
    name: 'Ben Sample',
    email: `desk@ministry-${first.cctld}.example` as Address,
  },
  tech: { ...first.tech, email: `noc@ministry-${first.cctld}.example` as Address },
  nameServers: ['a.ministry.example', 'b.ministry.example'],
});

// Old and new in turns, from the first to the last moment, and the last word is the old one's.
function flaps(name: string, times: number, minutes: number): Told {
  return (first, at) => {
    const gap = (minutes * MINUTE) / times;
    const shown = Array.from({ length: times + 1 }, (_, turn) => ({
      at: at + turn * gap,
      record: turn % 2 === 0 && turn < times ? taken(first) : first,
    }));
    return { name, first, shown, verdicts: [] };
  };
}

function edit(
  name: string,
  change: (first: RegistryRecord) => Change,
  verdicts: readonly Verdict[],
): Told {
  return (first, at) => ({
    name,
    first,
    shown: [{ at, record: { ...first, ...change(first) } }],
    verdicts,
  });
}

const cosmetic = (name: string, change: (first: RegistryRecord) => Change): Told =>
  edit(name, change, ['details']);
const named = (name: string, organisation: (text: string) => string): Told =>
  cosmetic(name, (first) => ({ organisation: organisation(first.organisation) }));

const COSMETIC: readonly Told[] = [
  named('capitals', (text) => text.toUpperCase()),
  named('a legal form', (text) => `${text}, Ltd.`),
  named('an acronym behind it', (text) => `${text} (NIC)`),
  named('American spelling', (text) => text.replace('Centre', 'Center')),
  named('an article', (text) => `The ${text}`),
  named('a department', (text) => `${text}, Department of Domain Names`),
  named('other punctuation', (text) => text.replaceAll(' ', '-')),
  cosmetic('a title less', ({ admin }) => ({ admin: { ...admin, name: 'Ada Example' } })),
  cosmetic('a name in another order', ({ admin }) => ({
    admin: { ...admin, name: 'Example, Ada' },
  })),
  cosmetic('one name server more', ({ nameServers }) => ({
    nameServers: [...nameServers, 'c.nic.example'],
  })),
];

const moved = (name: string, local: string, person?: string): Told =>
  edit(
    name,
    ({ cctld, admin }) => ({
      admin: {
        ...admin,
        email: `${local}@nic.${cctld}` as Address,
        ...(person === undefined ? {} : { name: person }),
      },
    }),
    ['anchor'],
  );

const ADDRESSES: readonly Told[] = Array.from({ length: 20 }, (_, index) =>
  index % 4 === 3
    ? moved(`address and name ${index + 1}`, 'ceo', 'Esi Specimen')
    : moved(`address ${index + 1}`, `registry${index}`),
);

// Twelve days lie between the name servers and the rest.
const inTwoSteps: Told = (first, at) => {
  const { nameServers, organisation, admin } = taken(first);
  const half = { ...first, nameServers };
  return {
    name: 'a transfer in two steps',
    first,
    shown: [
      { at, record: half },
      {
        at: at + 12 * DAY,
        record: { ...half, organisation, admin: { ...first.admin, name: admin.name } },
      },
    ],
    verdicts: ['details', 'redelegation'],
  };
};

// As IANA's pages do for hours after every real change.
const afterFlapping: Told = (first, at) => {
  const { shown } = flaps('', 6, 180)(first, at);
  const end = { at: at + 4 * HOUR, record: taken(first) };
  return {
    name: 'a transfer that flaps first',
    first,
    shown: [...shown, end],
    verdicts: ['redelegation'],
  };
};

const TOLD: readonly Told[] = [
  flaps('nine turns in 3 h 40', 9, 220),
  flaps('one turn', 1, 60),
  flaps('four turns in an hour', 4, 60),
  flaps('seven turns in 3 h', 7, 180),
  ...COSMETIC,
  edit('a transfer at once', taken, ['redelegation']),
  inTwoSteps,
  afterFlapping,
  ...ADDRESSES,
  edit(
    'another manager, and nothing else',
    (first) => ({ organisation: taken(first).organisation }),
    ['review'],
  ),
  edit(
    'an address at another domain',
    ({ cctld, admin }) => ({
      admin: { ...admin, email: `admin@registry-${cctld}.example` as Address },
    }),
    ['review'],
  ),
];

/** A look at one ccTLD, as the refresh would have it, and what the registry shows then. */
export interface Look {
  readonly at: number;
  readonly record: RegistryRecord;
}

/** Each quarter of an hour while it flaps; else at a few moments of the day on which a change counts. */
export function looks({ shown }: Episode): Look[] {
  const end = shown.at(-1)?.at ?? 0;
  const isFlapping = shown.some(({ at }) => at < end && end - at < DAY);
  const first = isFlapping ? (shown[0]?.at ?? end) : end;
  const quarters = (end - first) / (15 * MINUTE);
  const times = [
    ...Array.from({ length: quarters }, (_, index) => first + index * 15 * MINUTE),
    ...shown.filter(({ at }) => end - at >= DAY || at === end).flatMap(({ at }) => around(at)),
  ];
  return times.flatMap((at) => {
    const now = shown.findLast((one) => one.at <= at);
    return now === undefined ? [] : [{ at, record: now.record }];
  });
}

function around(at: number): number[] {
  return [0, HOUR, 5 * HOUR, 6 * HOUR, 7 * HOUR, DAY].map((after) => at + after);
}

function must<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('the population is too small');
  return value;
}
