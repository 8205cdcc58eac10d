import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Temporary } from '../../src/machines/words/trouble.ts';
import type { Delivered } from '../../src/pipeline/accept.ts';
import { connect } from '../../src/store/db.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { MAX_SIZE, NOON, TestLog, acceptFor, inboxOf, mail, until } from '../support/door.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
beforeEach(() =>
  sql`truncate jobs, inbox, raw_mails restart identity cascade`.execute(database.db),
);

function delivered(over: Partial<Delivered> = {}): Delivered {
  return {
    raw: Buffer.from(mail('1')),
    envelopeFrom: 'admin@nic.xa',
    recipients: ['tld-ops-join@lists.example'],
    client: {},
    ...over,
  };
}

describe('the shared door', () => {
  it('knows our addresses without a database', async () => {
    const db = connect('postgres://127.0.0.1:1/none');
    const door = acceptFor(db);
    expect(door.recipient('TLD-OPS-JOIN+tag@lists.example')).toBe('ok');
    expect(door.recipient('nobody@lists.example')).toBe('unknown');
    await db.destroy();
  });

  it('answers for each recipient in the order given, under the time of the clock', async () => {
    const recipients = [
      'TLD-OPS@lists.example',
      'nobody@lists.example',
      'postmaster',
      'tld-ops@LISTS.example.',
    ];
    const result = await acceptFor(database.db).accept(delivered({ recipients }));
    const rows = await inboxOf(database.db);
    const id = (recipient: string): number =>
      rows.find((row) => row.recipient === recipient)?.id ?? 0;
    const posts = {
      inboxId: id('tld-ops@lists.example'),
      recipient: 'tld-ops@lists.example',
      duplicate: false,
    };
    expect(result).toEqual({
      ok: true,
      mails: [
        posts,
        undefined,
        {
          inboxId: id('postmaster@lists.example'),
          recipient: 'postmaster@lists.example',
          duplicate: false,
        },
        posts,
      ],
    });
    expect(rows.map((row) => row.received_at)).toEqual([NOON, NOON]);
  });

  it.each([
    ['too-big', { raw: Buffer.alloc(MAX_SIZE + 1) }],
    ['unknown-recipient', { recipients: ['nobody@lists.example', ''] }],
    ['unknown-recipient', { recipients: [] }],
  ])('refuses for good only by %s', async (reason, over) => {
    expect(await acceptFor(database.db).accept(delivered(over))).toEqual({ ok: false, reason });
    expect(await inboxOf(database.db)).toEqual([]);
  });

  it('makes text of anything, so that no envelope is refused by the database', async () => {
    const odd = delivered({
      envelopeFrom: 'a\u0000\r\n\ud800@nic.xa',
      client: { helo: '\u0000', name: 'x\u007f', queueId: '\\u0000' },
    });
    await acceptFor(database.db).accept(odd);
    expect(await inboxOf(database.db)).toMatchObject([
      {
        envelope_from: 'a\u{fffd}\u{fffd}\u{fffd}\u{fffd}@nic.xa',
        client: { helo: '\u{fffd}', name: 'x\u{fffd}', queueId: '\\u0000' },
      },
    ]);
  });

  it('says when the database is away, with the cause for the log', async () => {
    const db = connect('postgres://127.0.0.1:1/none');
    const error: unknown = await acceptFor(db)
      .accept(delivered())
      .catch((trouble: unknown) => trouble);
    expect(error).toBeInstanceOf(Temporary);
    expect(error).toMatchObject({ reason: 'database-away', cause: { code: 'ECONNREFUSED' } });
    await db.destroy();
  });

  it('does not wait for ever: what is committed later is known as a duplicate', async () => {
    const log = new TestLog();
    const door = acceptFor(database.db, log, 50);
    const held = await database.db.startTransaction().execute();
    await sql`lock table inbox in access exclusive mode`.execute(held);
    await expect(door.accept(delivered())).rejects.toMatchObject({ reason: 'too-slow' });
    await held.rollback().execute();
    await until(async () => (await inboxOf(database.db)).length === 1);
    const again = await acceptFor(database.db).accept(delivered());
    expect(again).toMatchObject({ ok: true, mails: [{ inboxId: 1, duplicate: true }] });
  });
});
