/** Letters: decided in a transaction, rendered and sent later; their secrets last until they are sent. */

import { createHash } from 'node:crypto';
import { type Selectable, sql } from 'kysely';
import type { LetterEffect } from '../machines/decision.ts';
import type { LetterName } from '../machines/letters/letter.ts';
import { CATALOGUE } from '../machines/letters/catalogue.ts';
import { FREE, hashToken, writeToken } from '../machines/words/token.ts';
import type { Db } from './db.ts';
import { putJob } from './jobs.ts';
import { toJson } from './json.ts';
import type { Database } from './schema.ts';
import { addToken } from './tokens.ts';

export type LetterRow = Selectable<Database['letters']>;

/** RFC 3834 2: how many answers one address may get on one day. */
const ANSWERS_A_DAY = 10;
const DAY = 86_400_000;

/** What a letter carries until it is handed over. */
export interface Secrets extends Record<string, string> {
  readonly bounce: string;
  readonly messageId: string;
}

export interface LetterSetting {
  readonly caseId?: number | undefined;
  /** Of the case after the step, or the number of the mail that is answered: part of the key. */
  readonly step: string;
  readonly now: Date;
  readonly random: (size: number) => Buffer;
  readonly domain: string;
}

/**
 * Adds a letter with its token and its job. Returns false when it is not sent: it was decided
 * before (same key), or its addressee has had enough answers today.
 */
export async function addLetter(
  trx: Db,
  effect: LetterEffect,
  setting: LetterSetting,
): Promise<boolean> {
  const key = keyOf(effect, setting);
  if (await exists(trx, key)) return false;
  const left = await answersLeft(trx, effect, setting.now);
  const enough = left < 0;
  // A letter that asks for an answer is not lost: it goes out tomorrow, if it still counts then. Of a
  // post people know all the same: it is held, and nobody shall fill a mailbox by forging posts.
  const { purpose } = effect.token ?? {};
  if (enough && (purpose === undefined || purpose === 'post')) {
    for (const other of effect.instead ?? []) await addLetter(trx, other, setting);
    return false;
  }
  const { random, caseId, now } = setting;
  const token = writeToken(random(16));
  const secrets: Secrets = {
    bounce: writeToken(random(16)),
    messageId: `c${caseId ?? 0}.${effect.letter}.${token}@${setting.domain}`,
    ...(effect.token === undefined ? {} : { token }),
  };
  const letterId = await insertLetter(trx, withLast(effect, left), key, secrets, setting);
  if (letterId === undefined) return false;
  await addTokenOf(trx, effect, { token, letterId, now, caseId });
  await putJob(trx, {
    key: `letter:${letterId}`,
    kind: 'letter',
    payload: { letterId },
    runAt: enough ? tomorrow(now) : now,
    now,
    ...(caseId === undefined ? {} : { caseId }),
  });
  return true;
}

// The last one of the day says so.
function withLast(effect: LetterEffect, left: number): LetterEffect {
  if (effect.letter !== 'post-ask' || left > 0) return effect;
  return { ...effect, data: { ...effect.data, last: true } };
}

async function addTokenOf(
  trx: Db,
  { token: wanted, to }: LetterEffect,
  at: { token: string; letterId: number; now: Date; caseId: number | undefined },
): Promise<void> {
  const { token, letterId, now, caseId } = at;
  if (wanted === undefined) return;
  const { purpose, digest, lifeMs, covers } = wanted;
  if (caseId === undefined && covers === undefined && !FREE.includes(purpose)) return;
  const of = covers === undefined && caseId !== undefined ? { caseId } : { covers: covers ?? [] };
  const expiresAt = new Date(now.getTime() + lifeMs);
  await addToken(trx, { token, ...of, purpose, digest, addressee: to, letterId, now, expiresAt });
}

async function insertLetter(
  trx: Db,
  effect: LetterEffect,
  key: string,
  secrets: Secrets,
  { caseId, now }: LetterSetting,
): Promise<number | undefined> {
  const expires = effect.token && new Date(now.getTime() + effect.token.lifeMs).toISOString();
  const row = await trx
    .insertInto('letters')
    .values({
      key,
      case_id: caseId ?? null,
      name: effect.letter,
      addressee: effect.to,
      data: toJson({
        letter: numbered(effect.data, caseId),
        answersTo: effect.answersTo,
        tokenExpires: expires,
      }),
      secrets: toJson(secrets),
      message_id_sha256: sha256(secrets.messageId),
      bounce_sha256: hashToken(secrets.bounce),
      created_at: now,
      sent_at: null,
      relay_reply: null,
      failed_at: null,
      bounced_at: null,
    })
    // Another transaction may have written it since the look for its key.
    .onConflict((conflict) => conflict.column('key').doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id;
}

// The commands of a queue letter are decided before a new case has its number.
function numbered(data: object, caseId: number | undefined): object {
  if (!('can' in data) || !Array.isArray(data.can)) return data;
  return { ...data, can: data.can.map((line: string) => line.replace('#', String(caseId))) };
}

function keyOf(
  { letter, to, once, data }: LetterEffect,
  { caseId, step, now }: LetterSetting,
): string {
  const about = caseId === undefined || once === 'step' ? step : now.toISOString().slice(0, 10);
  // One mail may be about several ccTLDs: each has its letter.
  const which = 'cctld' in data && typeof data.cctld === 'string' ? [data.cctld] : [];
  return [caseId ?? 'no-case', letter, to, about, ...which].join(':');
}

async function exists(trx: Db, key: string): Promise<boolean> {
  const row = await trx
    .selectFrom('letters')
    .select('id')
    .where('key', '=', key)
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * Lets what letters of a kind said be said again, where they are dated later than now: a clock was ahead
 * when they were written.
 */
export async function freeKeysAhead(trx: Db, name: LetterName, now: Date): Promise<void> {
  await trx
    .updateTable('letters')
    .set({ key: sql<string>`key || ':ahead:' || id` })
    .where('name', '=', name)
    .where('created_at', '>', now)
    .execute();
}

/** How many letters one sender may cause to one Validator by mails that do nothing. */
const ECHOES_A_DAY = 5;

// After this one, below zero when it is too many. What asks for an answer has a count of its own, so that
// mere notices cannot use it up.
async function answersLeft(trx: Db, effect: LetterEffect, now: Date): Promise<number> {
  const { letter, to, token, data } = effect;
  if (CATALOGUE[letter].limited) {
    const plain = letter === 'own-answer' ? `${to} ${letter} ${lookOf(data)}` : to;
    const key = token === undefined ? plain : asked(effect);
    return countAnswer(trx, key, now, ANSWERS_A_DAY);
  }
  // Two absence notices of Validators must not answer each other's alarms for ever.
  const echo = 'from' in data ? data.from : 'ran' in data && !data.ran ? 'nothing done' : undefined;
  if (echo === undefined) return Infinity;
  const most = 'why' in data && data.why === 'asked-enough' ? 1 : ECHOES_A_DAY;
  return countAnswer(trx, `${to} ${letter} ${echo}`.slice(0, 600), now, most);
}

// Who forges requests of an SSC shall neither use up what an Admin Contact is asked, nor delay a freeze.
function asked({ to, data, token }: LetterEffect): string {
  if (token?.purpose === 'post') return `${to} to answer post`;
  if (!('own' in data)) return `${to} to answer`;
  const { change } = data.own;
  return `${to} to answer own${change.what === 'freeze' ? ' freeze' : ''}`;
}

// Whoever forges "show" shall not silence "who": each kind of answer is counted by itself.
function lookOf(data: object): string {
  const parts = 'parts' in data && Array.isArray(data.parts) ? data.parts : [];
  return ['table', 'mine', 'commands', 'say']
    .filter((kind) => parts.some((part: object) => kind in part))
    .join(' ');
}

function tomorrow(now: Date): Date {
  return new Date(Math.floor(now.getTime() / DAY + 1) * DAY);
}

async function countAnswer(trx: Db, address: string, now: Date, most: number): Promise<number> {
  const day = now.toISOString().slice(0, 10);
  const row = await trx
    .insertInto('answers')
    .values({ address, day, count: 1 })
    .onConflict((conflict) =>
      conflict.columns(['address', 'day']).doUpdateSet({ count: sql`answers.count + 1` }),
    )
    .returning('count')
    .executeTakeFirstOrThrow();
  return most - row.count;
}

export async function findLetter(db: Db, id: number): Promise<LetterRow | undefined> {
  return db.selectFrom('letters').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Handed over: from now on only the digests of its secrets are left. */
export async function markSent(trx: Db, id: number, at: Date, reply: string): Promise<void> {
  await trx
    .updateTable('letters')
    .set({ sent_at: at, secrets: null, relay_reply: reply.slice(0, 500) })
    .where('id', '=', id)
    .execute();
}

export async function markFailed(trx: Db, id: number, at: Date, reply: string): Promise<void> {
  await trx
    .updateTable('letters')
    .set({ failed_at: at, secrets: null, relay_reply: reply.slice(0, 500) })
    .where('id', '=', id)
    .execute();
}

/** What stands for the words of the relay with a letter that waited while the case went on without it. */
export const REPLACED = 'replaced before it was sent';

/** Whether a row is such a letter: it did not go out, and nothing is wrong. */
export const isReplaced = sql<boolean>`(relay_reply is not distinct from ${REPLACED})`;

/** Letters about a case, in order. */
export async function lettersOfCase(db: Db, caseId: number): Promise<LetterRow[]> {
  return db.selectFrom('letters').selectAll().where('case_id', '=', caseId).orderBy('id').execute();
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
