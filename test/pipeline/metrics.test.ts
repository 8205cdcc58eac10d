/** What Prometheus reads: by real HTTP, in its own grammar, without a name, and whatever the database does. */

import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { Address } from '../../src/machines/words/address.ts';
import { serveHttp } from '../../src/pipeline/http.ts';
import { makeMetrics, type Metrics } from '../../src/pipeline/metrics.ts';
import { addCopies, addIssueBroadcast } from '../../src/store/broadcasts.ts';
import { addIssue } from '../../src/store/issues.ts';
import { REPLACED } from '../../src/store/letters.ts';
import { countUndelivered } from '../../src/store/operator.ts';
import { TestLog } from '../support/door.ts';
import { type Family, readExposition } from '../support/exposition.ts';
import { fillRoster } from '../support/fill-roster.ts';
import { entry } from '../support/issue-facts.ts';
import { type Incoming, openRig, type Rig } from '../support/rig.ts';
import { testDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const DAY = 86_400_000;

function metricsOf(db = database.db, patienceMs = 5_000, now = () => new Date()): Metrics {
  return makeMetrics({ db, now, version: '1.2.3', freshMs: 7 * DAY, patienceMs });
}

/** One scrape by HTTP. */
async function scrape(metrics: Metrics): Promise<Family[]> {
  const http = await serveHttp({
    where: { host: '127.0.0.1', port: 0 },
    names: [],
    log: new TestLog(),
    routes: { '/metrics': metrics.answer },
  });
  try {
    const response = await fetch(`http://127.0.0.1:${http.port}/metrics`);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
    return readExposition(await response.text());
  } finally {
    await http.close();
  }
}

function valueOf(all: readonly Family[], name: string, labels: Record<string, string> = {}) {
  const family = all.find((one) => one.name === `tldops_${name}`);
  const wanted = Object.entries(labels);
  return family?.samples.find((one) => wanted.every(([key, value]) => one.labels[key] === value))
    ?.value;
}

describe('a scrape of an engine that does nothing yet', () => {
  it('can be read, says what is known, and leaves out what is not', async () => {
    const all = await scrape(metricsOf());
    expect(valueOf(all, 'database_up')).toBe(1);
    expect(valueOf(all, 'build_info', { version: '1.2.3' })).toBe(1);
    expect(valueOf(all, 'people')).toBe(0);
    expect(valueOf(all, 'letters_total', { result: 'failed' })).toBe(0);
    expect(valueOf(all, 'issue_age_seconds')).toBeUndefined();
    expect(valueOf(all, 'registry_oldest_age_seconds')).toBeUndefined();
    expect(all.map(({ name }) => name)).toContain('process_resident_memory_bytes');
  });
});

// The second one reads the scrape of the first.
describe('a scrape after work', { shuffle: false }, () => {
  let rig: Rig;
  let all: Family[];

  it('tells of mails, cases, work, the registry and the list', async () => {
    rig = await openRig();
    const now = () => new Date(rig.clock.now);
    const metrics = metricsOf(rig.db, 5_000, now);
    const engine = rig.engine('one', rig.db, metrics);
    const accept = (mail: Incoming) => engine.accept.accept(mail);
    await accept(rig.request('xa'));
    await accept(rig.mail({ body: 'Hello there.' }));
    rig.advance('20s');
    await rig.settle(engine);
    await rig.relayDown();
    await accept(rig.request('xb'));
    await rig.settle(engine);
    rig.advance('1h');
    const roster = [
      entry('xa', 'ana@isp.example'),
      entry('xa', 'teo@isp.example'),
      entry('xb', 'max@isp.example'),
    ];
    await fillRoster(rig.db, roster);
    const at = now();
    await rig.db.transaction().execute(async (trx) => {
      await addIssue(trx, { number: 1, period: 'extra 2026-11-21', at, digest: 'x', roster });
      const by = {
        now,
        random: randomBytes,
        domain: 'lists.example',
        names: { list: 'tld-ops', domain: 'lists.example' },
      };
      const id = await addIssueBroadcast(
        trx,
        { issueId: 1, tlp: 'RED', messageId: 'issue@lists.example' },
        by,
        at,
      );
      const content = Buffer.from('Subject: x\r\n\r\nx\r\n');
      await addCopies(trx, id, [{ content, addresses: ['ana@isp.example' as Address] }], by, at);
    });
    rig.advance('8d');
    all = await scrape(metrics);
    expect(valueOf(all, 'mails_total', { class: 'human', outcome: 'opened' })).toBe(2);
    expect(valueOf(all, 'mail_processing_seconds')).toBeDefined();
    const { samples = [] } =
      all.find(({ name }) => name === 'tldops_mail_processing_seconds') ?? {};
    expect(samples.find(({ labels }) => labels['le'] === '10')?.value).toBe(1);
    expect(samples.find(({ labels }) => labels['le'] === '30')?.value).toBe(3);
    expect(valueOf(all, 'cases', { kind: 'subscribe', state: 'queued' })).toBe(2);
    expect(valueOf(all, 'case_oldest_age_seconds', { state: 'queued' })).toBe(
      20 - 20 + 8 * 86_400 + 3_600,
    );
    expect(valueOf(all, 'jobs', { kind: 'letter' })).toBeGreaterThan(0);
    expect(valueOf(all, 'job_oldest_age_seconds', { kind: 'copies' })).toBe(8 * 86_400);
    expect(valueOf(all, 'registry_cctlds')).toBe(2);
    expect(valueOf(all, 'registry_stale_cctlds')).toBe(2);
    expect(valueOf(all, 'registry_oldest_age_seconds')).toBe(8 * 86_400 + 3_600);
    expect(valueOf(all, 'issue_age_seconds')).toBe(8 * 86_400);
    expect(valueOf(all, 'people')).toBe(3);
    expect(valueOf(all, 'cctlds', { contacts: '2' })).toBe(1);
    expect(valueOf(all, 'letters_total', { result: 'sent' })).toBeGreaterThan(0);
  });

  it('names nobody and no ccTLD', () => {
    const ours = all.filter(({ name }) => name.startsWith('tldops_'));
    const labels = ours.flatMap(({ samples }) =>
      samples.flatMap((one) => Object.entries(one.labels)),
    );
    const names = new Set(labels.map(([key]) => key));
    expect([...names].toSorted()).toEqual([
      'class',
      'contacts',
      'kind',
      'le',
      'outcome',
      'result',
      'state',
      'version',
    ]);
    for (const [, value] of labels)
      expect(value).toMatch(/^[a-z][a-z-]*$|^\d{1,5}(\.\d+){0,2}$|^\+Inf$/);
    expect(ours.every(({ help }) => /^[A-Z].*\.$/.test(help) || help.startsWith('ccTLDs'))).toBe(
      true,
    );
  });
});

describe('a letter that was replaced before it went out', () => {
  it('is no failed letter, neither for Prometheus nor for the operator', async () => {
    const { db, close } = await testDatabase();
    onTestFinished(close);
    const now = new Date('2026-11-27T12:00:00Z');
    const at = new Date('2026-11-27T11:00:00Z');
    const letter = (key: string, reply: string) => ({
      key,
      secrets: '{}',
      name: 'challenge',
      addressee: 'admin@nic.xa',
      data: '{}',
      message_id_sha256: key,
      bounce_sha256: key,
      created_at: at,
      failed_at: at,
      relay_reply: reply,
    });
    const rows = [letter('a', REPLACED), letter('b', '550 5.1.1 nobody'), letter('c', REPLACED)];
    await db.insertInto('letters').values(rows).execute();
    const all = await scrape(metricsOf(db, 5_000, () => now));
    expect(valueOf(all, 'letters_last_day', { result: 'replaced' })).toBe(2);
    expect(valueOf(all, 'letters_last_day', { result: 'failed' })).toBe(1);
    expect((await countUndelivered(db, new Date('2026-11-01'))).failed).toBe(1);
  });
});

describe('a scrape that the database does not answer', () => {
  it('comes in time, with the numbers of the process alone', async () => {
    const { db } = database;
    const locked = Promise.withResolvers<void>();
    const unlock = Promise.withResolvers<void>();
    const lock = db.transaction().execute(async (trx) => {
      await trx.schema.alterTable('cases').addColumn('held', 'integer').execute();
      locked.resolve();
      await unlock.promise;
      throw new Error('taken back');
    });
    await locked.promise;
    const metrics = metricsOf(db, 200);
    onTestFinished(() => unlock.resolve());
    const [one, two] = await Promise.all([scrape(metrics), scrape(metrics)]);
    for (const all of [one, two]) {
      expect(valueOf(all, 'database_up')).toBe(0);
      expect(valueOf(all, 'people')).toBeUndefined();
      expect(valueOf(all, 'letters_total', { result: 'sent' })).toBe(0);
    }
    unlock.resolve();
    await expect(lock).rejects.toThrow('taken back');
    // The look that was given up comes to its end; the next one is answered.
    for (let tries = 0; tries < 50; tries += 1) {
      if (valueOf(await scrape(metrics), 'database_up') === 1) return;
      await pause(20);
    }
    expect.unreachable();
  });
});

describe('the strict reader', () => {
  it.each([
    ['a sample without TYPE', 'a 1\n'],
    ['a family twice', '# HELP a x\n# TYPE a gauge\na 1\n# HELP a x\n# TYPE a gauge\na 1\n'],
    ['a sample twice', '# HELP a x\n# TYPE a gauge\na{b="1"} 1\na{b="1"} 2\n'],
    ['a counter that is not called so', '# HELP tldops_a x\n# TYPE tldops_a counter\ntldops_a 1\n'],
    ['no line end', '# HELP a x\n# TYPE a gauge\na 1'],
    ['a quotation mark in a label', '# HELP a x\n# TYPE a gauge\na{b="""} 1\n'],
    [
      'buckets that fall',
      '# HELP a x\n# TYPE a histogram\na_bucket{le="1"} 2\na_bucket{le="+Inf"} 1\na_sum 1\na_count 1\n',
    ],
  ])('sees %s', (_, text) => {
    expect(() => readExposition(text)).toThrow(/wrong|twice|TYPE|end|_total|readable|add up/);
  });
});
