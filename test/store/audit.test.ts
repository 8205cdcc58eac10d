/** The audit trail: one unbroken chain, whoever writes at the same time, and every change shows. */

import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { appendAudit, type AuditEntry, auditOfCase, verifyAudit } from '../../src/store/audit.ts';
import { emptyDatabase } from '../support/books.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';

const NOON = new Date('2026-05-01T12:00:00.123Z');

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
beforeEach(() => emptyDatabase(database.db));

function append(over: Partial<AuditEntry> = {}): Promise<void> {
  const rest = { actor: 'engine', reason: 'applied', facts: {}, before: {}, after: {} };
  return database.db
    .transaction()
    .execute((trx) => appendAudit(trx, { at: NOON, ...rest, ...over }));
}

/** Does what only the owner of the table can do, and nobody should. */
async function tamper(...statements: string[]): Promise<void> {
  await database.db.transaction().execute(async (trx) => {
    await sql`alter table audit disable trigger audit_append_only`.execute(trx);
    for (const statement of statements) await sql.raw(statement).execute(trx);
    await sql`alter table audit enable trigger audit_append_only`.execute(trx);
  });
}

const FIVE = ['one', 'two', 'three', 'four', 'five'];

async function writeFive(): Promise<void> {
  for (const [index, word] of FIVE.entries()) {
    await append({ caseId: 1001 + (index % 2), facts: { word, list: [1, { b: 2, a: word }] } });
  }
}

describe('the chain', () => {
  it('of no rows is whole', async () => {
    expect(await verifyAudit(database.db)).toEqual({ rows: 0 });
  });

  it('holds any value that facts can have, whatever jsonb makes of the order of keys', async () => {
    await append({
      facts: {
        zebra: 1,
        a: { deep: [true, null, 'ü 😀 "\\', 1.5, -0, 1e21], aa: {}, _: [] },
        left: undefined,
        long: 'x'.repeat(10_000),
      },
      before: { 'key with "quotes"': '\n' },
      caseId: 1001,
      cctld: 'xn--p1ai',
      inboxId: 5,
      rawSha256: 'ab',
      snapshotId: 7,
      evidence: 'E3',
    });
    await append();
    expect(await verifyAudit(database.db)).toEqual({ rows: 2 });
  });

  it('is whole over more rows than are read at once', async () => {
    await database.db.transaction().execute(async (trx) => {
      const entry = {
        at: NOON,
        actor: 'engine',
        reason: 'applied',
        facts: {},
        before: {},
        after: {},
      };
      for (let index = 0; index < 510; index += 1) await appendAudit(trx, entry);
    });
    expect(await verifyAudit(database.db)).toEqual({ rows: 510 });
  });

  it('is unbroken when many write at the same time, and some fail', async () => {
    await Promise.allSettled(
      Array.from({ length: 40 }, async (_, index) => {
        await database.db.transaction().execute(async (trx) => {
          const entry = { at: NOON, actor: `${index}`, reason: 'applied', facts: {} };
          await appendAudit(trx, { ...entry, before: {}, after: {} });
          if (index % 4 === 0) throw new Error('the transaction fails');
        });
      }),
    );
    expect(await verifyAudit(database.db)).toEqual({ rows: 30 });
  });

  it('gives the rows of one case in order', async () => {
    await writeFive();
    const rows = await auditOfCase(database.db, 1001);
    expect(rows.map(({ facts }) => facts['word'])).toEqual(['one', 'three', 'five']);
  });
});

describe('nobody may', () => {
  it.each([
    ['change a row', `update audit set reason = 'other'`],
    ['remove a row', `delete from audit where id = 1`],
    ['empty the table', `truncate audit`],
  ])('%s', async (_, statement) => {
    await append();
    await expect(sql.raw(statement).execute(database.db)).rejects.toThrow('append-only');
  });
});

describe('who does it all the same is found out:', () => {
  const copy = `insert into audit select 6, at, actor, reason, case_id, cctld, inbox_id, raw_sha256,
    snapshot_id, evidence, facts, before, after, hash, repeat('f', 64) from audit where id = 5`;

  it.each([
    ['a reason', `update audit set reason = 'rejected' where id = 3`, 3],
    ['an actor', `update audit set actor = 'admin@nic.xa' where id = 3`, 3],
    ['a time, by a millisecond', `update audit set at = at + interval '1 ms' where id = 3`, 3],
    ['a fact', `update audit set facts = facts || '{"word":"none"}' where id = 3`, 3],
    ['a fact more', `update audit set facts = facts || '{"more":1}' where id = 3`, 3],
    ['the roster before', `update audit set before = '{"roster":[]}' where id = 3`, 3],
    ['another case', `update audit set case_id = 1002 where id = 3`, 3],
    ['evidence', `update audit set evidence = 'E5' where id = 3`, 3],
    ['the hash of a row', `update audit set hash = repeat('0', 64) where id = 3`, 3],
    ['a row taken out', `delete from audit where id = 3`, 4],
    ['the first row taken out', `delete from audit where id = 1`, 2],
    ['a row put in', copy, 6],
    ['a number changed', `update audit set id = 9 where id = 5`, 9],
  ])('%s', async (_, statement, broken) => {
    await writeFive();
    await tamper(statement);
    expect(await verifyAudit(database.db)).toMatchObject({ broken });
  });

  it('two rows that changed places', async () => {
    await writeFive();
    await tamper(
      `update audit set id = 9 where id = 2`,
      `update audit set id = 2 where id = 3`,
      `update audit set id = 3 where id = 9`,
    );
    expect(await verifyAudit(database.db)).toMatchObject({ broken: 2 });
  });

  // Honest limit: a chain has no end. Who copies the last hash elsewhere sees this too.
  it('but the last rows can be cut off', async () => {
    await writeFive();
    await tamper(`delete from audit where id > 3`);
    expect(await verifyAudit(database.db)).toEqual({ rows: 3 });
  });
});
