import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sql } from 'kysely';
import pg from 'pg';
import {
  type Arrival,
  addMail,
  findMail,
  listInbox,
  markProcessed,
  rawMail,
} from '../../src/store/inbox.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';

const NOON = new Date('2026-05-01T12:00:00Z');
const JOIN = 'tld-ops-join@lists.example';
const POSTS = 'tld-ops@lists.example';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
beforeEach(() => sql`truncate jobs, inbox, raw_mails cascade`.execute(database.db));

function arrival(over: Partial<Arrival> = {}): Arrival {
  return {
    raw: Buffer.from('From: admin@nic.xa\r\n\r\nHello.\r\n'),
    envelopeFrom: 'admin@nic.xa',
    recipients: [JOIN],
    client: { address: '192.0.2.9', helo: 'mx.nic.xa', queueId: 'ABC' },
    receivedAt: NOON,
    ...over,
  };
}

async function jobKeys(): Promise<string[]> {
  const rows = await database.db.selectFrom('jobs').select('key').orderBy('id').execute();
  return rows.map(({ key }) => key);
}

describe('adding a mail', () => {
  it('stores envelope, client and raw bytes, and a job', async () => {
    const [added] = await addMail(database.db, arrival());
    const id = added?.inboxId ?? 0;
    expect(await findMail(database.db, id)).toMatchObject({
      id,
      envelope_from: 'admin@nic.xa',
      recipient: JOIN,
      client: { address: '192.0.2.9', helo: 'mx.nic.xa', queueId: 'ABC' },
      received_at: NOON,
      times_seen: 1,
      outcome: 'pending',
      class: null,
      detail: {},
    });
    expect(await rawMail(database.db, id)).toEqual(arrival().raw);
    const jobs = await database.db.selectFrom('jobs').selectAll().execute();
    expect(jobs).toMatchObject([
      { key: `mail:${id}`, kind: 'mail', payload: { inboxId: id }, run_at: NOON, attempts: 0 },
    ]);
  });

  it('makes one row for each recipient over one raw mail', async () => {
    const added = await addMail(database.db, arrival({ recipients: [JOIN, POSTS, JOIN] }));
    expect(added.map(({ recipient }) => recipient).toSorted()).toEqual([JOIN, POSTS].toSorted());
    const { rows } = await sql<{ n: number }>`select count(*) as n from raw_mails`.execute(
      database.db,
    );
    expect(rows).toEqual([{ n: 1 }]);
    expect(await jobKeys()).toHaveLength(2);
  });

  it('only counts what came before', async () => {
    const [first] = await addMail(database.db, arrival());
    const again = arrival({ raw: Buffer.from('Received: x\nFrom: admin@nic.xa\n\nHello.\n') });
    const [second] = await addMail(database.db, again);
    expect(second).toEqual({ ...first, duplicate: true });
    const [third] = await addMail(database.db, arrival());
    expect(third?.duplicate).toBe(true);
    expect((await findMail(database.db, first?.inboxId ?? 0))?.times_seen).toBe(3);
    expect(await jobKeys()).toHaveLength(1);
    const raws = await database.db.selectFrom('raw_mails').selectAll().execute();
    expect(raws).toHaveLength(1);
  });

  it('adds only the recipient that is new', async () => {
    await addMail(database.db, arrival());
    const added = await addMail(database.db, arrival({ recipients: [JOIN, POSTS] }));
    expect(added.find(({ recipient }) => recipient === JOIN)?.duplicate).toBe(true);
    expect(added.find(({ recipient }) => recipient === POSTS)?.duplicate).toBe(false);
  });

  it('makes one row of the same mail that comes twenty times at once', async () => {
    const recipients = [JOIN, POSTS];
    const all = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        addMail(
          database.db,
          arrival({ recipients: index % 2 === 0 ? recipients : recipients.toReversed() }),
        ),
      ),
    );
    expect(all.flat().filter(({ duplicate }) => !duplicate)).toHaveLength(2);
    const rows = await listInbox(database.db, { limit: 10 });
    expect(rows.map((row) => row.times_seen)).toEqual([20, 20]);
    expect(await jobKeys()).toHaveLength(2);
  });

  it('puts removed content back when another recipient gets the same mail', async () => {
    const [first] = await addMail(database.db, arrival());
    await database.db.updateTable('raw_mails').set({ content: null }).execute();
    expect(await rawMail(database.db, first?.inboxId ?? 0)).toBeUndefined();
    const [second] = await addMail(database.db, arrival({ recipients: [POSTS] }));
    expect(await rawMail(database.db, second?.inboxId ?? 0)).toEqual(arrival().raw);
  });

  it('keeps any byte, an empty mail, and text with quotes and backslashes', async () => {
    const raw = Buffer.from(Array.from({ length: 512 }, (_, index) => index % 256));
    const envelopeFrom = `"o'neil \\" {},"@nic.xa`;
    const [odd] = await addMail(database.db, arrival({ raw, envelopeFrom }));
    expect(await rawMail(database.db, odd?.inboxId ?? 0)).toEqual(raw);
    expect((await findMail(database.db, odd?.inboxId ?? 0))?.envelope_from).toBe(envelopeFrom);
    const [empty] = await addMail(database.db, arrival({ raw: Buffer.alloc(0) }));
    expect(await rawMail(database.db, empty?.inboxId ?? 0)).toEqual(Buffer.alloc(0));
  });

  it('stores nothing when one part fails', async () => {
    const bad = arrival({ recipients: [JOIN, 'nul\u0000@lists.example'] });
    await expect(addMail(database.db, bad)).rejects.toThrow('invalid byte sequence');
    expect(await listInbox(database.db, { limit: 10 })).toEqual([]);
    expect(await database.db.selectFrom('raw_mails').selectAll().execute()).toEqual([]);
  });

  it('wakes the workers for a new mail, and not for a duplicate', async () => {
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    const heard: (string | undefined)[] = [];
    client.on('notification', ({ channel, payload }) => heard.push(`${channel} ${payload}`));
    await client.query('listen tldops_jobs');
    await addMail(database.db, arrival());
    await addMail(database.db, arrival());
    await addMail(database.db, arrival({ recipients: [POSTS] }));
    // What was notified before is delivered with the answer to the next query.
    await client.query('select 1');
    await client.end();
    expect(heard).toEqual(['tldops_jobs mail', 'tldops_jobs mail']);
  });

  it('gives nothing for no recipient', async () => {
    expect(await addMail(database.db, arrival({ recipients: [] }))).toEqual([]);
  });

  it('belongs to the transaction that it is given', async () => {
    await database.db
      .transaction()
      .execute(async (trx) => {
        await addMail(trx, arrival());
        throw new Error('no');
      })
      .catch(() => undefined);
    expect(await listInbox(database.db, { limit: 10 })).toEqual([]);
  });
});

describe('the inbox', () => {
  it('lists the newest first', async () => {
    for (const body of ['one', 'two', 'three']) {
      await addMail(database.db, arrival({ raw: Buffer.from(`\r\n${body}`) }));
    }
    const rows = await listInbox(database.db, { limit: 2 });
    expect(rows).toHaveLength(2);
    expect(rows[0]?.id).toBeGreaterThan(rows[1]?.id ?? 0);
  });

  it('knows nothing of a mail that is not there', async () => {
    expect(await findMail(database.db, 0)).toBeUndefined();
    expect(await rawMail(database.db, 0)).toBeUndefined();
  });

  it('remembers what became of a mail, and keeps what a replay leaves out', async () => {
    const [added] = await addMail(database.db, arrival());
    const id = added?.inboxId ?? 0;
    await markProcessed(database.db, id, {
      class: 'human',
      outcome: 'answered',
      reason: 'not-admin',
      fromAddress: 'admin@nic.xa',
      messageId: '1@nic.xa',
      detail: { asked: ['xa'] },
      at: NOON,
    });
    await markProcessed(database.db, id, {
      class: 'quarantined',
      outcome: 'quarantined',
      reason: 'process-failed',
      at: NOON,
    });
    expect(await findMail(database.db, id)).toMatchObject({
      class: 'quarantined',
      outcome: 'quarantined',
      reason: 'process-failed',
      from_address: 'admin@nic.xa',
      message_id: '1@nic.xa',
      detail: { asked: ['xa'] },
      processed_at: NOON,
    });
  });
});
