/** Tokens in the store: digests only, once, to their end, and void when the request is another. */

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { hashToken, writeToken } from '../../src/machines/words/token.ts';
import type { Case } from '../../src/machines/words/case.ts';
import { Conflict } from '../../src/store/cases.ts';
import { lettersOfCase } from '../../src/store/letters.ts';
import { addToken, findKnownTokens, revokeTokens, useToken } from '../../src/store/tokens.ts';
import { type Books, booksOn, emptyDatabase, openRequest } from '../support/books.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { ANCHOR, NOW } from '../support/facts.ts';

const LATER = new Date(NOW.getTime() + 1_000);
const ONE = writeToken(Buffer.alloc(16, 1));
const TWO = writeToken(Buffer.alloc(16, 2));

let database: TestDatabase;
let books: Books;
let about: Case;
let letterId: number;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  await emptyDatabase(database.db);
  books = booksOn(database.db);
  about = await openRequest(books);
  letterId = (await lettersOfCase(database.db, about.id))[0]?.id ?? 0;
  await database.db.deleteFrom('tokens').execute();
});

function add(token: string, over: Partial<Parameters<typeof addToken>[1]> = {}): Promise<void> {
  const caseId = about.id;
  const rest = { caseId, purpose: 'challenge', addressee: ANCHOR, digest: 'd', letterId } as const;
  return addToken(database.db, { token, ...rest, now: NOW, expiresAt: LATER, ...over });
}

const find = (tokens: readonly string[], now = NOW) => findKnownTokens(database.db, tokens, now);
const statusOf = async (token: string, now = NOW) => (await find([token], now))[0]?.status;

async function idOf(token: string): Promise<number> {
  return (await find([token]))[0]?.id ?? 0;
}

describe('a token', () => {
  it('is stored as its digest and in no other form', async () => {
    await add(ONE);
    const rows = await database.db.selectFrom('tokens').selectAll().execute();
    expect(rows).toMatchObject([{ sha256: hashToken(ONE) }]);
    expect(JSON.stringify(rows)).not.toContain(ONE);
  });

  it('is found with all that it is bound to', async () => {
    await add(ONE);
    expect(await find([ONE])).toMatchObject([
      { caseId: about.id, purpose: 'challenge', addressee: ANCHOR, digest: 'd', status: 'open' },
    ]);
  });

  it('is found in the order in which the mail has it, strangers left out', async () => {
    await add(ONE);
    await add(TWO, { purpose: 'details' });
    const found = await find(['0'.repeat(26), TWO, 'not a token', ONE]);
    expect(found.map(({ purpose }) => purpose)).toEqual(['details', 'challenge']);
    expect(await find([])).toEqual([]);
  });

  it('is open until its end, and not at its end', async () => {
    await add(ONE);
    expect(await statusOf(ONE, new Date(LATER.getTime() - 1))).toBe('open');
    expect(await statusOf(ONE, LATER)).toBe('expired');
  });

  it.each(['used', 'revoked'] as const)(
    'that was %s stays so when its time is over',
    async (how) => {
      await add(ONE);
      if (how === 'used') await useToken(database.db, await idOf(ONE), undefined, NOW);
      else await revokeAll();
      expect(await statusOf(ONE, LATER)).toBe(how);
    },
  );

  it('cannot be made twice', async () => {
    await add(ONE);
    await expect(add(ONE)).rejects.toThrow('duplicate key');
  });
});

describe('using a token up', () => {
  it('works once, also for many at the same time', async () => {
    await add(ONE);
    const id = await idOf(ONE);
    const results = await Promise.allSettled(
      Array.from({ length: 8 }, () =>
        database.db.transaction().execute((trx) => useToken(trx, id, undefined, NOW)),
      ),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const result of results) {
      if (result.status === 'rejected') expect(result.reason).toBeInstanceOf(Conflict);
    }
    expect(await statusOf(ONE)).toBe('used');
  });

  it('is undone with its transaction', async () => {
    await add(ONE);
    const id = await idOf(ONE);
    const failing = database.db.transaction().execute(async (trx) => {
      await useToken(trx, id, undefined, NOW);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await statusOf(ONE)).toBe('open');
  });

  it('is a conflict when the token was made void meanwhile', async () => {
    await add(ONE);
    const id = await idOf(ONE);
    await revokeAll();
    await expect(useToken(database.db, id, undefined, NOW)).rejects.toThrow(Conflict);
  });
});

function revokeAll(over: Partial<Parameters<typeof revokeTokens>[1]> = {}): Promise<void> {
  const rest = { caseId: about.id, keepDigest: 'none', reason: 'test', at: NOW };
  return revokeTokens(database.db, { purposes: ['challenge'], ...rest, ...over });
}

describe('making tokens void', () => {
  it('hits those of the purpose only', async () => {
    await add(ONE);
    await add(TWO, { purpose: 'objection' });
    await revokeAll();
    expect([await statusOf(ONE), await statusOf(TWO)]).toEqual(['revoked', 'open']);
  });

  it('spares those for what is asked now', async () => {
    await add(ONE, { digest: 'old' });
    await add(TWO, { digest: 'new' });
    await revokeAll({ keepDigest: 'new' });
    expect([await statusOf(ONE), await statusOf(TWO)]).toEqual(['revoked', 'open']);
  });

  it('spares those of other cases', async () => {
    await add(ONE);
    await revokeAll({ caseId: about.id + 1 });
    expect(await statusOf(ONE)).toBe('open');
  });

  it('leaves what was used as it was', async () => {
    await add(ONE);
    await useToken(database.db, await idOf(ONE), undefined, NOW);
    await revokeAll();
    expect(await statusOf(ONE)).toBe('used');
  });
});
