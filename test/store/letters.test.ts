/** Letters in the store: one for each key, ten answers a day, and secrets only until they are sent. */

import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { LetterEffect } from '../../src/machines/decision.ts';
import type { Address } from '../../src/machines/words/address.ts';
import { hashToken } from '../../src/machines/words/token.ts';
import { findByAnyToken } from '../../src/store/bounces.ts';
import {
  addLetter,
  findLetter,
  type LetterRow,
  lettersOfCase,
  markFailed,
  markSent,
  type Secrets,
} from '../../src/store/letters.ts';
import { findKnownTokens } from '../../src/store/tokens.ts';
import { type Books, booksOn, countRows, emptyDatabase, openRequest } from '../support/books.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { address, NOW, ROSA, XA } from '../support/facts.ts';
import { until } from '../support/until.ts';

let database: TestDatabase;
let books: Books;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  await emptyDatabase(database.db);
  books = booksOn(database.db);
});

const NOTE: LetterEffect<'frozen'> = {
  type: 'letter',
  letter: 'frozen',
  to: ROSA,
  data: { cctld: XA },
  once: 'day',
};

const ALARM: LetterEffect<'alarm-quarantine'> = {
  type: 'letter',
  letter: 'alarm-quarantine',
  to: ROSA,
  data: { inboxId: 1, why: 'no reason' },
  once: 'step',
};

interface Setting {
  readonly step?: string;
  readonly caseId?: number;
}

function add(effect: LetterEffect = NOTE, { step = 'mail-1', caseId }: Setting = {}) {
  const { random, domain } = books;
  const setting = { step, now: books.now(), random, domain, caseId };
  return database.db.transaction().execute((trx) => addLetter(trx, effect, setting));
}

const letters = (): Promise<LetterRow[]> =>
  database.db.selectFrom('letters').selectAll().orderBy('id').execute();

async function only(): Promise<LetterRow> {
  const [letter, ...more] = await letters();
  if (letter === undefined || more.length > 0) throw new Error('not exactly one letter');
  return letter;
}

describe('a letter', () => {
  it('has a Message-ID and a bounce address of its own, and a job', async () => {
    await add();
    const { secrets, message_id_sha256, bounce_sha256 } = await only();
    const { bounce = '', messageId = '' } = (secrets ?? {}) as Partial<Secrets>;
    expect(messageId).toMatch(/^c0\.frozen\.[0-9a-z]{26}@lists\.example$/);
    expect(bounce).toMatch(/^[0-9a-z]{26}$/);
    expect(message_id_sha256).toBe(hashToken(messageId));
    expect(bounce_sha256).toBe(hashToken(bounce));
    expect(await countRows(database.db)).toMatchObject({ jobs: 1, tokens: 0 });
  });

  it('forgets its secrets when it is sent, and is still known by their digests', async () => {
    await add();
    const before = await only();
    const { bounce = '' } = (before.secrets ?? {}) as Partial<Secrets>;
    await markSent(database.db, before.id, NOW, '250 ok');
    expect(await findLetter(database.db, before.id)).toMatchObject({
      secrets: null,
      sent_at: NOW,
      relay_reply: '250 ok',
      failed_at: null,
    });
    expect((await findByAnyToken(database.db, bounce))?.id).toBe(before.id);
  });

  it('forgets them as well when it is given up', async () => {
    await add();
    const { id } = await only();
    await markFailed(database.db, id, NOW, '550 no such user');
    expect(await findLetter(database.db, id)).toMatchObject({ secrets: null, failed_at: NOW });
  });

  it('keeps no secret elsewhere while it waits: neither in its data nor in its job', async () => {
    const one = await openRequest(books);
    const [challenge] = await lettersOfCase(database.db, one.id);
    const { token = '' } = (challenge?.secrets ?? {}) as Partial<Secrets>;
    expect(await findKnownTokens(database.db, [token], NOW)).toHaveLength(1);
    const jobs = await database.db.selectFrom('jobs').selectAll().execute();
    const audit = await database.db.selectFrom('audit').selectAll().execute();
    for (const place of [challenge?.data, jobs, audit]) {
      expect(JSON.stringify(place)).not.toContain(token);
    }
  });
});

describe('the key of a letter', () => {
  it('lets the same step be written once', async () => {
    expect([await add(), await add()]).toEqual([true, false]);
    expect(await letters()).toHaveLength(1);
  });

  it('is another for another mail, another addressee, another letter', async () => {
    await add();
    await add(NOTE, { step: 'mail-2' });
    await add({ ...NOTE, to: address('teo@mailbox.example') });
    await add({ ...NOTE, letter: 'already-subscribed' });
    expect(await letters()).toHaveLength(4);
  });

  it('makes one acknowledgement for a case and day, and one the next day', async () => {
    const { id: caseId } = await openRequest(books);
    const before = (await letters()).length;
    await add(NOTE, { step: 'v1', caseId });
    await add(NOTE, { step: 'v2', caseId });
    expect(await letters()).toHaveLength(before + 1);
    books.clock.now = new Date(NOW.getTime() + 86_400_000);
    await add(NOTE, { step: 'v3', caseId });
    expect(await letters()).toHaveLength(before + 2);
  });

  it('makes one for each step where every step has to be told', async () => {
    const { id: caseId } = await openRequest(books);
    const before = (await letters()).length;
    const told: LetterEffect = { ...NOTE, once: 'step' };
    for (const step of ['v1', 'v2', 'v2']) await add(told, { step, caseId });
    expect(await letters()).toHaveLength(before + 2);
  });

  it.each([
    ['an answer', NOTE],
    ['a word to the Validators', ALARM],
  ])('holds for %s that two write at the same time', async (_, letter) => {
    const { id: caseId } = await openRequest(books);
    const before = (await letters()).length;
    const first = await holdOpen(letter, caseId);
    const second = add({ ...letter, once: 'day' }, { step: 'v2', caseId });
    await until('the second waits for the first', somebodyWaits);
    await first.commit();
    expect(await second).toBe(false);
    expect(await letters()).toHaveLength(before + 1);
  });
});

/** Writes a letter in a transaction that stays open until it is told to commit. */
async function holdOpen(letter: LetterEffect, caseId: number) {
  const written = Promise.withResolvers<void>();
  const release = Promise.withResolvers<void>();
  const ended = database.db.transaction().execute(async (trx) => {
    const { random, domain } = books;
    const setting = { step: 'v1', now: books.now(), random, domain, caseId };
    await addLetter(trx, { ...letter, once: 'day' }, setting);
    written.resolve();
    await release.promise;
  });
  await written.promise;
  const commit = (): Promise<void> => {
    release.resolve();
    return ended;
  };
  return { commit };
}

async function somebodyWaits(): Promise<true | undefined> {
  const { rows } = await sql`select 1 from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`.execute(database.db);
  return rows.length > 0 ? true : undefined;
}

const answer = (index: number, to: Address = ROSA) =>
  add({ ...NOTE, to }, { step: `mail-${index}` });

const QUESTION: LetterEffect<'post-ask'> = {
  type: 'letter',
  letter: 'post-ask',
  to: ROSA,
  data: { subject: 'Offer', at: NOW.toISOString(), text: 'Buy this.' },
  token: { purpose: 'post', digest: '1', lifeMs: 86_400_000 },
  once: 'step',
};

describe('questions about posts', () => {
  it('are ten a day, and the others are not asked tomorrow: forged posts fill no mailbox', async () => {
    const steps = Array.from({ length: 12 }, (_, at) => `mail-${at}`);
    const sent: boolean[] = [];
    for (const step of steps) sent.push(await add(QUESTION, { step }));
    expect(sent.filter((one) => one)).toHaveLength(10);
    expect(await countRows(database.db)).toMatchObject({ jobs: 10, tokens: 10 });
  });

  it('leave room for answers to the same address', async () => {
    for (let at = 1; at <= 12; at += 1) await add(QUESTION, { step: `mail-${at}` });
    expect(await add(NOTE, { step: 'mail-13' })).toBe(true);
  });
});

describe('answers to one address', () => {
  it('are ten a day, also when all are asked for at once', async () => {
    const sent = await Promise.all(Array.from({ length: 14 }, (_, index) => answer(index)));
    expect(sent.filter(Boolean)).toHaveLength(10);
    expect(await letters()).toHaveLength(10);
  });

  it('begin anew the next day (UTC)', async () => {
    books.clock.now = new Date('2026-11-21T23:59:59.999Z');
    for (let index = 0; index < 11; index += 1) await answer(index);
    books.clock.now = new Date('2026-11-22T00:00:00.000Z');
    expect(await answer(11)).toBe(true);
  });

  it('are counted for each address apart', async () => {
    for (let index = 0; index < 11; index += 1) await answer(index);
    expect(await answer(11, address('teo@mailbox.example'))).toBe(true);
  });

  it('are not counted by what must arrive: a copy, an objection, a word to the Validators', async () => {
    for (let index = 0; index < 11; index += 1) await answer(index);
    expect(await add(ALARM)).toBe(true);
  });

  it('of a transaction that fails are not counted', async () => {
    const failing = database.db.transaction().execute(async (trx) => {
      const { random, domain } = books;
      await addLetter(trx, NOTE, { step: 'mail-0', now: NOW, random, domain });
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    for (let index = 1; index <= 10; index += 1) expect(await answer(index)).toBe(true);
  });
});
