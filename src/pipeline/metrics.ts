/** What Prometheus reads at /metrics (design 14); the only file that knows prom-client. */

import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Outcome } from '../machines/decision.ts';
import type { MailClass } from '../machines/words/mail.ts';
import type { Db } from '../store/db.ts';
import { type Numbers, readNumbers } from '../store/metrics.ts';
import type { Answer } from './http.ts';
import { within } from './patience.ts';

/** Told by the work as it is done: counts of this process, from its start. */
export interface Meter {
  /** A mail was decided, so many seconds after it was accepted. */
  readonly mail: (one: {
    readonly class: MailClass;
    readonly outcome: Outcome;
    readonly seconds: number;
  }) => void;
  readonly letter: (result: 'sent' | 'failed') => void;
}

export interface Metrics extends Meter {
  /** Answers a scrape; never later than the patience allows, and never with a failure. */
  readonly answer: () => Promise<Answer>;
}

export interface MetricsSetting {
  readonly db: Db;
  readonly now: () => Date;
  readonly version: string;
  /** An answer of the registry that is older, in milliseconds, is stale. */
  readonly freshMs: number;
  /** Prometheus waits for ten seconds unless it is told otherwise. */
  readonly patienceMs?: number;
}

// From a second, as most mails take, to the day that one may wait for the registry.
const SECONDS = [0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 1_800, 7_200, 86_400];
const PATIENCE = 5_000;
/** A look that has not ended after so many milliseconds hangs for good, and is not waited for any more. */
const LONGEST = 60_000;

export function makeMetrics(setting: MetricsSetting): Metrics {
  const register = new Registry();
  collectDefaultMetrics({ register });
  const at = { registers: [register] };
  const mails = new Counter({
    name: 'tldops_mails_total',
    help: 'Mails decided by this process, by class and outcome.',
    labelNames: ['class', 'outcome'],
    ...at,
  });
  const letters = new Counter({
    name: 'tldops_letters_total',
    help: 'Letters that this process handed to the relay (sent), or had to give up (failed).',
    labelNames: ['result'],
    ...at,
  });
  const seconds = new Histogram({
    name: 'tldops_mail_processing_seconds',
    help: 'Time from the acceptance of a mail to the decision about it.',
    buckets: SECONDS,
    ...at,
  });
  // A rate over a series that is not there yet is nothing, where it should be zero.
  for (const result of ['sent', 'failed']) letters.inc({ result }, 0);
  const build: Rows = [[{ version: setting.version }, 1]];
  put(register, 'build_info', 'The version of the engine; always 1.', build);
  return {
    mail: (one) => {
      mails.inc({ class: one.class, outcome: one.outcome });
      seconds.observe(Math.max(0, one.seconds));
    },
    letter: (result) => letters.inc({ result }),
    answer: scraper(setting, register),
  };
}

// A database that hangs makes no scrape hang: the numbers of this process come all the same.
function scraper(setting: MetricsSetting, own: Registry): Metrics['answer'] {
  const { db, now, freshMs, patienceMs = PATIENCE } = setting;
  let reading: Promise<Numbers | undefined> | undefined;
  return async () => {
    const begun = now();
    // One at a time, however many scrape: a slow database is not asked again and again.
    reading ??= within(LONGEST, readNumbers(db, begun, freshMs))
      .catch(nothing)
      .finally(() => {
        reading = undefined;
      });
    const numbers = await within(patienceMs, reading).catch(nothing);
    const seconds = Math.max(0, now().getTime() - begun.getTime()) / 1_000;
    const global = exposition(numbers, seconds);
    // prom-client writes what is no number otherwise than the format does.
    const body = `${await own.metrics()}\n${await global.metrics()}`.replaceAll(/ Nan$/gm, ' NaN');
    return { status: 200, body, type: own.contentType };
  };
}

function nothing(): undefined {
  return undefined;
}

type Labels = Readonly<Record<string, string | number>>;

function put(register: Registry, name: string, help: string, rows: Rows): void {
  const labelNames = [...new Set(rows.flatMap(([labels]) => Object.keys(labels)))];
  const gauge = new Gauge({ name: `tldops_${name}`, help, labelNames, registers: [register] });
  for (const [labels, value] of rows) gauge.set({ ...labels }, value);
}

type Rows = readonly (readonly [Labels, number])[];

const one = (value: number | undefined): Rows => (value === undefined ? [] : [[{}, value]]);

function byKind(rows: readonly { readonly kind: string; readonly count: number }[]): Rows {
  return rows.map(({ kind, count }) => [{ kind }, count]);
}

/** Name, help, and what is shown. What has no row is not shown: a zero never means "unknown". */
const GLOBAL: readonly (readonly [string, string, (numbers: Numbers) => Rows])[] = [
  [
    'cases',
    'Open cases.',
    ({ cases }) => cases.map(({ kind, state, count }) => [{ kind, state }, count]),
  ],
  [
    'case_oldest_age_seconds',
    'Age of the oldest open case.',
    ({ cases }) => cases.map(({ kind, state, oldest }) => [{ kind, state }, oldest]),
  ],
  ['jobs', 'Work that waits; timers only when they are due.', ({ jobs }) => byKind(jobs)],
  [
    'job_oldest_age_seconds',
    'How long the oldest of that work has waited.',
    ({ jobs }) => jobs.map(({ kind, oldest }) => [{ kind }, oldest]),
  ],
  ['dead_jobs', 'Work that was given up.', ({ dead }) => byKind(dead)],
  [
    'mails_aside',
    'Mails that wait for people: set aside, or held.',
    ({ mails }) => mails.map(({ outcome, count }) => [{ outcome }, count]),
  ],
  [
    'mails_pending',
    'Mails that were accepted and are not decided yet.',
    ({ pending }) => one(pending.count),
  ],
  [
    'mail_pending_oldest_age_seconds',
    'Age of the oldest of these.',
    ({ pending }) => one(pending.oldest),
  ],
  [
    'letters_last_day',
    'Letters of the last 24 hours, by what became of them.',
    ({ letters }) => letters.map(({ result, count }) => [{ result }, count]),
  ],
  [
    'delivery_reports_last_week',
    'Delivery reports of the last seven days that were believed.',
    ({ reports }) => byKind(reports),
  ],
  [
    'registry_cctlds',
    'ccTLDs of which a record of the registry is known.',
    ({ registry }) => one(registry.cctlds),
  ],
  [
    'registry_stale_cctlds',
    'Those whose record is too old to decide by.',
    ({ registry }) => one(registry.stale),
  ],
  [
    'registry_unread_cctlds',
    'ccTLDs that the engine asks about and of which it has never read a record.',
    ({ registry }) => one(registry.unread),
  ],
  [
    'registry_oldest_age_seconds',
    'Time since the record that was looked at the longest ago.',
    ({ registry }) => one(registry.oldest),
  ],
  [
    'frozen_cctlds',
    'ccTLDs for which changes are stopped.',
    ({ registry }) => one(registry.frozen),
  ],
  [
    'issue_age_seconds',
    'Time since the contact list was last sent to everybody.',
    ({ issueAge }) => one(issueAge),
  ],
  ['people', 'People on the list.', ({ people }) => one(people.all)],
  [
    'unreachable_people',
    'People on the list whom mail does not reach.',
    ({ people }) => one(people.unreachable),
  ],
  [
    'unconfirmed_people',
    'People on the list who did not confirm their data when they were last asked.',
    ({ people }) => one(people.unconfirmed),
  ],
  [
    'cctlds',
    'ccTLDs on the list, by how many contacts they have.',
    ({ cctlds }) => cctlds.map(({ contacts, count }) => [{ contacts }, count]),
  ],
];

// Made anew for each scrape: what is not there any more is not shown.
function exposition(numbers: Numbers | undefined, seconds: number): Registry {
  const register = new Registry();
  const up = 'Whether the database answered; if not, what is read from it is left out.';
  put(register, 'database_up', up, one(numbers === undefined ? 0 : 1));
  put(register, 'scrape_seconds', 'How long it took to read the database.', one(seconds));
  if (numbers === undefined) return register;
  for (const [name, help, rowsOf] of GLOBAL) {
    const rows = rowsOf(numbers);
    if (rows.length > 0) put(register, name, help, rows);
  }
  return register;
}
