/** What the tables themselves refuse, whatever the program does. */

import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, afterEach, describe, expect, it } from 'vitest';
import type { Db } from '../../src/store/db.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';

const NOW = new Date('2026-05-01T12:00:00Z');

let database: TestDatabase;
let db: Db;

beforeAll(async () => {
  database = await testDatabase();
});

afterAll(() => database.close());

/** Each test in a transaction that is rolled back. */
let rollback: () => Promise<unknown>;

beforeEach(async () => {
  const transaction = await database.db.startTransaction().execute();
  db = transaction;
  rollback = () => transaction.rollback().execute();
});

afterEach(() => rollback());

async function addCase(kind: string, cctld: string | null, closed = false): Promise<number> {
  const { id } = await db
    .insertInto('cases')
    .values({
      kind,
      cctld,
      state: 'received',
      context: '{}',
      request: '{}',
      evidence: 'E3',
      policy: 'balanced',
      requester: 'admin@nic.xa',
      opened_at: NOW,
      updated_at: NOW,
      closed_at: closed ? NOW : null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

async function addPerson(name: string): Promise<number> {
  const { id } = await db
    .insertInto('persons')
    .values({
      address: `${name}@nic.xa`,
      first_name: name,
      last_name: 'Example',
      phones: '[]',
      created_at: NOW,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

async function addAudit(id: number): Promise<void> {
  const row = { id, at: NOW, actor: 'engine', reason: 'request-opened' };
  const data = { facts: '{}', before: '{}', after: '{}' };
  const chain = { previous_hash: `hash ${id - 1}`, hash: `hash ${id}` };
  await db
    .insertInto('audit')
    .values({ ...row, ...data, ...chain })
    .execute();
}

interface Appointment {
  person: string;
  place: number;
  primary?: boolean;
  cctld?: string;
  ended?: boolean;
}

async function appoint(...appointments: Appointment[]): Promise<void> {
  const caseId = await addCase('subscribe', 'xa', true);
  const persons = new Map<string, number>();
  for (const { person, place, primary = false, cctld = 'xa', ended = false } of appointments) {
    const personId = persons.get(person) ?? (await addPerson(person));
    persons.set(person, personId);
    await db
      .insertInto('appointments')
      .values({
        person_id: personId,
        cctld,
        place,
        is_primary: primary,
        case_id: caseId,
        since: NOW,
        ended_at: ended ? NOW : null,
        ended_reason: ended ? 'replaced' : null,
      })
      .execute();
  }
}

describe('the roster', () => {
  const three = ['ann', 'bo', 'cy'].map((person, index) => ({
    person,
    place: index + 1,
    primary: index === 0,
  }));

  it('takes three contacts for a ccTLD, one of them primary, and one person for two ccTLDs', async () => {
    await appoint(...three, { person: 'ann', place: 1, primary: true, cctld: 'xb' });
    expect(await db.selectFrom('appointments').select('id').execute()).toHaveLength(4);
  });

  it('takes a new contact in the place of one who left', async () => {
    await appoint({ person: 'ann', place: 1, primary: true, ended: true }, ...three.slice(1), {
      person: 'di',
      place: 1,
      primary: true,
    });
    expect(await db.selectFrom('appointments').select('id').execute()).toHaveLength(4);
  });

  it.each<[string, Appointment[], string]>([
    ['a fourth contact', [...three, { person: 'di', place: 4 }], 'appointments_place_check'],
    ['two in one place', [...three, { person: 'di', place: 3 }], 'appointments_place'],
    [
      'a second primary',
      [
        { person: 'ann', place: 1, primary: true },
        { person: 'bo', place: 2, primary: true },
      ],
      'appointments_primary',
    ],
    [
      'one person twice for a ccTLD',
      [
        { person: 'ann', place: 1 },
        { person: 'ann', place: 2 },
      ],
      'appointments_person',
    ],
  ])('refuses %s', async (_what, appointments, constraint) => {
    await expect(appoint(...appointments)).rejects.toMatchObject({ constraint });
  });

  it('refuses two persons with one address', async () => {
    await addPerson('ann');
    await expect(addPerson('ann')).rejects.toMatchObject({ constraint: 'persons_address_key' });
  });
});

describe('cases', () => {
  it('are numbered from 1001', async () => {
    expect(await addCase('subscribe', 'xa')).toBeGreaterThan(1000);
  });

  it('may be open side by side for other ccTLDs, kinds, or after one was closed', async () => {
    await addCase('subscribe', 'xa', true);
    await addCase('subscribe', 'xa');
    await addCase('invite', 'xa');
    await addCase('subscribe', 'xb');
    // The ccTLD is not known yet.
    await addCase('subscribe', null);
    expect(await addCase('subscribe', null)).toBeGreaterThan(1000);
  });

  it.each([
    ['subscribe', 'subscribe', 'cases_one_open'],
    ['subscribe', 'update', 'cases_one_open'],
    ['update', 'remove', 'cases_one_open'],
    ['invite', 'invite', 'cases_one_other'],
    ['leave', 'leave', 'cases_one_own'],
    ['self-update', 'self-update', 'cases_one_own'],
  ])('%s and %s are never open together for a ccTLD', async (first, second, constraint) => {
    await addCase(first, 'xa');
    await expect(addCase(second, 'xa')).rejects.toMatchObject({ constraint });
  });

  it('refuse a kind that nobody knows', async () => {
    await expect(addCase('wish', 'xa')).rejects.toMatchObject({ constraint: 'cases_kind_check' });
  });
});

describe('the audit trail', () => {
  it.each([
    ['changed', sql`update audit set actor = 'nobody'`],
    ['deleted', sql`delete from audit`],
    ['emptied', sql`truncate audit`],
  ])('cannot be %s', async (_how, statement) => {
    await addAudit(1);
    await expect(statement.execute(db)).rejects.toThrow('the audit trail is append-only');
  });

  it('refuses two rows that claim one place in the chain', async () => {
    await addAudit(1);
    await expect(addAudit(1)).rejects.toMatchObject({ code: '23505' });
  });
});

describe('mail and work', () => {
  it('refuses a row of the inbox whose raw mail is not there', async () => {
    const row = db.insertInto('inbox').values({
      dedup_key: 'a',
      raw_sha256: 'missing',
      received_at: NOW,
      envelope_from: '',
      recipient: 'tld-ops-join@lists.example',
      client: '{}',
    });
    await expect(row.execute()).rejects.toMatchObject({ code: '23503' });
  });

  it('refuses the same work twice', async () => {
    const job = { key: 'letter:1', kind: 'letter' as const, run_at: NOW, created_at: NOW };
    const add = () =>
      db
        .insertInto('jobs')
        .values({ ...job, payload: '{}' })
        .execute();
    await add();
    await expect(add()).rejects.toMatchObject({ constraint: 'jobs_key_key' });
  });

  it('refuses a freeze that nobody ordered', async () => {
    const frozen = db.insertInto('cctlds').values({ cctld: 'xa', frozen_at: NOW });
    await expect(frozen.execute()).rejects.toMatchObject({ code: '23514' });
  });
});
