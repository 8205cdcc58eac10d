/** Makes a decision true: case, audit, letters, list changes and timers in one transaction, or none. */

import type {
  AuditNote,
  CaseChange,
  CaseDraft,
  CaseEffect,
  Decision,
  PostEffect,
} from '../machines/decision.ts';
import type { MailClass } from '../machines/words/mail.ts';
import type { Address } from '../machines/words/address.ts';
import type { Cctld } from '../machines/words/cctld.ts';
import { isSameList } from '../machines/plan.ts';
import type { RosterEntry } from '../machines/words/case.ts';
import { appendAudit, lockChain } from './audit.ts';
import { addBounce } from './bounces.ts';
import { addPost } from './broadcasts.ts';
import { Conflict, writeCase } from './cases.ts';
import { confirmCctlds, noteAnswer } from './checks.ts';
import type { Db } from './db.ts';
import { addDrill } from './drills.ts';
import { markProcessed } from './inbox.ts';
import { cancelJob, finishJob, type Job, putJob } from './jobs.ts';
import { addLetter } from './letters.ts';
import { markAlive } from './reach.ts';
import { followAddress } from './members.ts';
import { wentBefore } from './posts.ts';
import { freeze, markUndeliverable, unfreeze } from './registry.ts';
import { changePerson, knownPersons, readRoster, setRoster } from './roster.ts';
import { settleAside } from './quarantine.ts';
import { revokeTokens, useToken } from './tokens.ts';

/** What commit takes from the world. */
export interface Committing {
  readonly db: Db;
  readonly now: () => Date;
  readonly random: (size: number) => Buffer;
  /** Right side of Message-IDs. */
  readonly domain: string;
}

/** The mail that a decision was about. */
export interface Cause {
  readonly inboxId: number;
  readonly sha256: string;
  readonly class: MailClass;
  readonly fromAddress?: string | undefined;
  readonly messageId?: string | undefined;
  readonly detail?: Record<string, unknown> | undefined;
}

/**
 * Carries a decision out and ends its job, all in one transaction. Throws `Conflict` when something
 * that the decision rests on changed meanwhile (gather and decide again), `LeaseLost` when another
 * worker has the job now.
 */
export async function commitDecision(
  by: Committing,
  decision: Decision,
  cause: Cause,
  job: Job,
): Promise<void> {
  const at = by.now();
  await by.db.transaction().execute(async (trx) => {
    await lockChain(trx);
    await finishJob(trx, job);
    for (const id of decision.usedTokens) await useToken(trx, id, cause.inboxId, at);
    const cases: number[] = [];
    for (const change of decision.changes) {
      cases.push(await applyChange(by, trx, change, at, cause));
    }
    const sent = await besides(by, trx, decision, at, cause);
    const unanswered = decision.outcome === 'answered' && sent === 0;
    const caseId = cases.at(-1) ?? decision.caseId;
    if (cases.length === 0 && AUDITED.has(decision.outcome)) {
      await auditMail(trx, decision, cause, at, caseId);
    }
    await markProcessed(trx, cause.inboxId, {
      class: cause.class,
      outcome: unanswered ? 'noted' : decision.outcome,
      reason: unanswered ? 'answer-limit' : decision.reason,
      at,
      ...(caseId === undefined ? {} : { caseId }),
      ...(cause.fromAddress === undefined ? {} : { fromAddress: cause.fromAddress }),
      ...(cause.messageId === undefined ? {} : { messageId: cause.messageId }),
      ...(cause.detail === undefined ? {} : { detail: cause.detail }),
    });
  });
}

/** What becomes of a mail is in the inbox; what people have to know of for ever is here too. */
const AUDITED: ReadonlySet<string> = new Set(['held', 'refused', 'quarantined', 'answered']);

async function auditMail(
  trx: Db,
  { reason, outcome, letters }: Decision,
  cause: Cause,
  at: Date,
  caseId: number | undefined,
): Promise<void> {
  await appendAudit(trx, {
    at,
    actor: cause.fromAddress ?? 'unknown',
    reason,
    caseId,
    inboxId: cause.inboxId,
    rawSha256: cause.sha256,
    facts: { outcome },
    before: {},
    after: { letters: letters.map(({ letter, to }) => `${letter} to ${to}`) },
  });
}

/** Carries out a change that no mail caused (a timer, the list, the registry), and ends its job. */
export async function commitChange(by: Committing, change: CaseChange, job?: Job): Promise<void> {
  await commitChanges(by, [change], job);
}

/** The same for several changes, and for what else belongs to them. */
export async function commitChanges(
  by: Committing,
  changes: readonly CaseChange[],
  job?: Job,
  besidesThem?: (trx: Db, at: Date) => Promise<void>,
): Promise<void> {
  const at = by.now();
  await by.db.transaction().execute(async (trx) => {
    await lockChain(trx);
    if (job !== undefined) await finishJob(trx, job);
    for (const change of changes) await applyChange(by, trx, change, at);
    await besidesThem?.(trx, at);
  });
}

// What a decision does besides changing cases; returns how many letters of it will go out.
async function besides(
  by: Committing,
  trx: Db,
  decision: Decision,
  at: Date,
  cause: Cause,
): Promise<number> {
  for (const { cctld, by: who, reason, was } of decision.freezes ?? []) {
    if (reason !== undefined) await freeze(trx, cctld, who, reason, at);
    else if (!(await unfreeze(trx, cctld, was)))
      throw new Conflict(`.${cctld} was stopped anew, or allowed, meanwhile`);
  }
  for (const one of decision.quarantine ?? []) await settleAside(trx, one, at);
  for (const note of decision.bounces ?? []) await addBounce(trx, note, cause.inboxId, at);
  for (const answer of decision.checks ?? []) await noteAnswer(trx, answer);
  if (decision.drill !== undefined) await addDrill(trx, decision.drill, at);
  for (const address of decision.alive ?? []) await markAlive(trx, address, at);
  for (const address of decision.members ?? []) await followAddress(trx, address, at);
  for (const post of decision.posts ?? []) {
    await mustBeNew(trx, post);
    await addPost(trx, post, by, at);
  }
  let sent = 0;
  for (const letter of decision.letters) {
    const setting = settingOf(by, at, `mail-${cause.inboxId}`, letter.caseId);
    if (await addLetter(trx, letter, setting)) sent += 1;
  }
  for (const note of decision.notes ?? []) {
    const { caseId, cctld } = note;
    await appendAudit(trx, { ...auditOf(note, at, cause), caseId, cctld, before: {}, after: {} });
  }
  return sent;
}

// Under the lock of the chain: of two workers with the same post, one sends it.
async function mustBeNew(trx: Db, { inboxId, author, unlike }: PostEffect): Promise<void> {
  if (unlike === undefined) return;
  if (await wentBefore(trx, { inboxId, fromAddress: author, ...unlike }))
    throw new Conflict('the same post has gone to everybody meanwhile');
}

async function applyChange(
  by: Committing,
  trx: Db,
  change: CaseChange,
  at: Date,
  cause?: Cause,
): Promise<number> {
  const { was, next, effects, audit } = change;
  const caseId = await writeCase(trx, change, at);
  const version = (was?.version ?? 0) + 1;
  const touched = await touchedBy(trx, change);
  const before = await rostersOf(trx, touched);
  const letters: string[] = [];
  for (const effect of effects) {
    const done = await carryOut(by, trx, effect, { caseId, version, change, at });
    if (effect.type === 'letter' && done) letters.push(`${effect.letter} to ${effect.to}`);
  }
  const after = await rostersOf(trx, touched);
  const rosterMoved = JSON.stringify(before) !== JSON.stringify(after);
  await appendAudit(trx, {
    ...auditOf(audit, at, cause),
    caseId,
    cctld: next.cctld,
    snapshotId: next.snapshotId,
    evidence: next.context.evidence,
    before: {
      ...(was === undefined ? {} : { state: was.state, digest: was.context.digest }),
      ...(rosterMoved ? { rosters: before } : {}),
    },
    after: {
      state: next.state,
      digest: next.context.digest,
      letters,
      ...(rosterMoved ? { rosters: after } : {}),
    },
  });
  return caseId;
}

interface Place {
  readonly caseId: number;
  readonly version: number;
  readonly change: CaseChange;
  readonly at: Date;
}

// False for a letter that is not sent: it was sent before, or its reader has had enough for today.
async function carryOut(
  by: Committing,
  trx: Db,
  effect: CaseEffect,
  place: Place,
): Promise<boolean> {
  if (effect.type !== 'letter') {
    await carryOutMove(trx, effect, place);
    return true;
  }
  return addLetter(trx, effect, settingOf(by, place.at, `v${place.version}`, place.caseId));
}

function isByAdminContact({ kind, context }: CaseDraft): boolean {
  return context.origin === 'mail' && ['subscribe', 'update', 'remove'].includes(kind);
}

type Move = Exclude<CaseEffect, { readonly type: 'letter' }>;

async function carryOutMove(trx: Db, effect: Move, place: Place): Promise<void> {
  const { caseId, change, at } = place;
  const { cctld } = change.next;
  switch (effect.type) {
    case 'apply':
      await putJob(trx, {
        key: `apply:${caseId}`,
        kind: 'apply',
        caseId,
        payload: { caseId },
        runAt: at,
        now: at,
      });
      return;
    case 'set-timer':
      await putJob(trx, {
        key: timerKey(caseId, effect.id),
        kind: 'timer',
        caseId,
        payload: { caseId, timer: effect.id },
        runAt: new Date(at.getTime() + effect.delayMs),
        now: at,
      });
      return;
    case 'cancel-timer':
      await cancelJob(trx, timerKey(caseId, effect.id));
      return;
    case 'revoke-tokens':
      await revokeTokens(trx, { ...effect, caseId, at });
      return;
    case 'freeze':
      if (cctld !== undefined) await freeze(trx, cctld, effect.by, effect.reason, at);
      return;
    case 'mark-undeliverable':
      if (cctld !== undefined) await markUndeliverable(trx, cctld, effect.address, at);
      return;
    case 'set-roster':
      if (cctld === undefined) throw new Conflict('the case has no ccTLD');
      if (effect.undo !== true) await mustStand(trx, cctld, change.next.anchor);
      await withMembers(trx, cctld, place, effect.expected, () =>
        setRoster(trx, { caseId, cctld, contacts: effect.contacts, reason: effect.reason, at }),
      );
      // Who has just said who the contacts are has confirmed them.
      if (isByAdminContact(change.next) && effect.undo !== true)
        await confirmCctlds(trx, [cctld], at);
      return;
    case 'change-person':
      await mustBeFree(trx, effect.address);
      await changePerson(trx, effect.address, effect.change, at);
      if (effect.change.what === 'address') await followAddress(trx, effect.address, at);
  }
}

// Who comes, or is no longer on the list of this ccTLD, may have to come to the list server or leave it.
async function withMembers(
  trx: Db,
  cctld: Cctld,
  { at }: Place,
  expected: readonly RosterEntry[],
  work: () => Promise<void>,
): Promise<void> {
  const before = await readRoster(trx, [cctld]);
  // Somebody's own change came in between: the decision is taken anew, on the list as it is now.
  if (!isSameList(before, expected))
    throw new Conflict(`the list of .${cctld} has changed meanwhile`);
  await work();
  const after = await readRoster(trx, [cctld]);
  const all = [...before, ...after].map(({ address }) => address);
  for (const address of new Set(all)) {
    const isMoved = [before, after].some((list) => !list.some((one) => one.address === address));
    if (isMoved) await followAddress(trx, address, at);
  }
}

function timerKey(caseId: number, id: string): string {
  return `timer:${caseId}:${id}`;
}

function settingOf(by: Committing, now: Date, step: string, caseId?: number) {
  return { caseId, step, now, random: by.random, domain: by.domain };
}

function auditOf(note: AuditNote, at: Date, cause?: Cause) {
  const { actor, reason, facts } = note;
  return { at, actor, reason, facts, inboxId: cause?.inboxId, rawSha256: cause?.sha256 };
}

// All lists that the change may touch: a person's own change is seen on each of theirs.
async function touchedBy(trx: Db, { next, effects }: CaseChange): Promise<Cctld[]> {
  const people = effects.flatMap((effect) =>
    effect.type === 'change-person' ? [effect.address] : [],
  );
  const theirs = (await knownPersons(trx, people)).flatMap(({ cctlds }) => cctlds);
  return [...new Set([...(next.cctld === undefined ? [] : [next.cctld]), ...theirs])].toSorted();
}

async function rostersOf(trx: Db, cctlds: readonly Cctld[]) {
  const entries = await readRoster(trx, cctlds);
  return Object.fromEntries(
    cctlds.map((cctld) => [cctld, entries.filter((entry) => entry.cctld === cctld)]),
  );
}

// Somebody's own change is seen on all of their ccTLDs: read under a lock, none of them may be frozen.
async function mustBeFree(trx: Db, address: Address): Promise<void> {
  const theirs = (await knownPersons(trx, [address])).flatMap(({ cctlds }) => cctlds);
  if (theirs.length === 0) return;
  const rows = await trx
    .selectFrom('cctlds')
    .select(['cctld', 'frozen_at'])
    .where('cctld', 'in', theirs)
    .orderBy('cctld')
    .forUpdate()
    .execute();
  const frozen = rows.find(({ frozen_at }) => frozen_at !== null);
  if (frozen !== undefined) throw new Conflict(`.${frozen.cctld} was frozen meanwhile`);
}

// Read under a lock: a freeze or another anchor that came in between stops the change.
async function mustStand(trx: Db, cctld: Cctld, anchor: string | undefined): Promise<void> {
  const row = await trx
    .selectFrom('cctlds')
    .select(['frozen_at', 'anchor'])
    .where('cctld', '=', cctld)
    .forUpdate()
    .executeTakeFirst();
  if (row?.frozen_at !== null || row.anchor !== anchor) {
    throw new Conflict('the ccTLD was frozen or got another anchor meanwhile');
  }
}
