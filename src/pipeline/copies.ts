/** Hands copies over, a batch in one transaction, so that a crash leaves no second copy unnamed. */

import { toValidators } from '../machines/answers.ts';
import type { Settings } from '../machines/facts.ts';
import type { Address } from '../machines/words/address.ts';
import { type ListNames, listAddresses, writeAddress } from '../machines/words/list-address.ts';
import { hideTokens, writeToken } from '../machines/words/token.ts';
import { Temporary } from '../machines/words/trouble.ts';
import { Conflict } from '../store/cases.ts';
import { type Broadcast, endBroadcast, findBroadcast, lockBroadcast } from '../store/broadcasts.ts';
import {
  addCopyToken,
  clearDoubt,
  type Copies,
  type Copy,
  countCopies,
  editionContent,
  keepBack,
  markHanded,
  markLost,
  putInDoubt,
  troubledCopies,
  waitingCopies,
} from '../store/copies.ts';
import type { Db } from '../store/db.ts';
import { finishJob, holdLease, type Job } from '../store/jobs.ts';
import { addLetter } from '../store/letters.ts';
import { membersToMail } from '../store/members.ts';
import type { DoorLog } from './accept.ts';
import type { Relay } from './relay.ts';
import {
  type BatchLine,
  openBatchLine,
  type Parcel,
  type Refusal,
  type Result,
} from './smtp-batch.ts';

export interface CopiesDeps {
  readonly db: Db;
  readonly names: ListNames;
  readonly settings: Settings;
  readonly now: () => Date;
  readonly random: (size: number) => Buffer;
  readonly log: DoorLog;
  readonly relay: Relay;
  readonly hostname: string;
  readonly listDoor?: Relay;
}

/** A batch under way. */
interface Batch {
  readonly job: Job;
  readonly broadcast: Broadcast;
  readonly number: number;
}

/**
 * Hands the copies of a batch to the relay. Throws Temporary when some of them must wait. What the relay
 * refuses for good is noted, and told when all copies of the broadcast are through.
 *
 * The relay gets the end of the message only when a transaction has noted that from now on nobody knows; its
 * 250 is noted by another one. An engine that finds the first note without the second sends once more,
 * with the same Message-ID, and names those who may have two. It does so once: a relay that takes each
 * message and breaks the line would send one hundreds of copies.
 *
 * Nobody gets a copy who has left the list, or whom mail does not reach any more, while it waited.
 */
export async function handOverCopies(deps: CopiesDeps, job: Job): Promise<void> {
  const broadcast = await findBroadcast(deps.db, Number(job.payload['broadcastId']));
  if (broadcast === undefined || broadcast.done_at !== null) return finishJob(deps.db, job);
  const batch = { job, broadcast, number: Number(job.payload['batch']) };
  const copies = await openBatch(deps, batch);
  const [first] = copies;
  if (first === undefined) return settle(deps, batch, {});
  const content = await editionContent(deps.db, broadcast.id, first.edition);
  if (content === undefined) throw new Error('the text of copies that wait is gone');
  const line = await openBatchLine(placeFor(deps, first));
  try {
    const waits: string[] = [];
    const parcels = parcelsOf(deps, batch, { copies, content, line });
    for (const [at, parcel] of parcels.entries()) {
      // oxlint-disable-next-line no-await-in-loop -- one transaction after the other on one connection.
      waits.push(...(await handOver(deps, batch, line, parcel)));
      if (line.isOpen()) continue;
      if (at < parcels.length - 1) waits.push('the connection was lost');
      break;
    }
    if (waits[0] !== undefined) throw new Temporary('relay-away', waits[0]);
  } finally {
    line.close();
  }
}

function placeFor(deps: CopiesDeps, { address }: Copy) {
  const { relay, listDoor, hostname } = deps;
  return listDoor !== undefined && isForMailman(deps, address)
    ? { relay: listDoor, lmtp: true, hostname }
    : { relay, hostname };
}

// A post for Mailman has one copy, to the address of the list.
function isForMailman({ listDoor, names }: CopiesDeps, address: string): boolean {
  return listDoor !== undefined && address === listAddresses(names).posts;
}

/** Those of them who are to get nothing any more. */
async function leavers(
  db: Db,
  deps: CopiesDeps,
  addresses: readonly Address[],
): Promise<Address[]> {
  const members = addresses.filter((address) => !isForMailman(deps, address));
  if (members.length === 0) return [];
  const stay = new Set(await membersToMail(db, members));
  return members.filter((address) => !stay.has(address));
}

/** What nobody can tell of a copy that is not sent a third time. */
const NOBODY_KNOWS = 'The connection broke twice while it was sent.';

/** The copies to be sent, without those that must not be, or not again. */
async function openBatch(deps: CopiesDeps, { job, broadcast, number }: Batch): Promise<Copy[]> {
  const { db, now, log } = deps;
  const copies = await waitingCopies(db, broadcast.id, number);
  const gone = await leavers(db, deps, copies.map(addressOf));
  const doubted = copies.filter(({ in_doubt_at: since }) => since !== null);
  const twice = doubted.filter(({ doubtful }) => doubtful).map(addressOf);
  const facts = { broadcast: broadcast.id, batch: number };
  if (doubted.length > 0) {
    const words =
      'nobody knows whether these copies were handed over; they go once more, and only once';
    log.warn({ ...facts, copies: doubted.length, ended: twice.length }, words);
  }
  if (gone.length === 0 && twice.length === 0) return copies;
  log.info({ ...facts, left: gone.length }, 'copies are not sent any more');
  await db.transaction().execute(async (trx) => {
    await lockBroadcast(trx, broadcast.id);
    await holdLease(trx, job, now());
    await keepBack(trx, copiesOf(broadcast, gone), 'not-on-list');
    await markLost(trx, copiesOf(broadcast, twice), now(), NOBODY_KNOWS);
    const [counts] = await countCopies(trx, broadcast.id);
    // Else the end of the broadcast tells it, which is now.
    if (twice.length > 0 && (counts?.waiting ?? 0) > 0) await tell(trx, deps, broadcast, 'doubt');
  });
  return waitingCopies(db, broadcast.id, number);
}

interface NewParcel extends Parcel {
  /** A token that was made just now, to be kept before anybody can answer to it. */
  readonly token?: string;
}

// Copies that share the broadcast's token are one parcel where the relay writes the member into the
// sender; elsewhere each is one, with a token of its own.
function parcelsOf(
  deps: CopiesDeps,
  { broadcast }: Batch,
  at: { readonly copies: readonly Copy[]; readonly content: Buffer; readonly line: BatchLine },
): NewParcel[] {
  const { copies, content, line } = at;
  const shared = copies.filter(({ secret }) => secret === null).map(addressOf);
  const alone = copies.filter(({ secret }) => (line.offersVerp ? secret !== null : true));
  const from = (token: string) => writeAddress('bounces', deps.names, token);
  const together =
    line.offersVerp && shared.length > 0
      ? [{ from: from(broadcast.secret ?? ''), verp: true, to: shared, content }]
      : [];
  const single = alone.map((copy) => {
    const fresh = copy.secret === null ? { token: writeToken(deps.random(16)) } : {};
    const sender = from(copy.secret ?? fresh.token ?? '');
    return { ...fresh, from: sender, verp: false, to: [addressOf(copy)], content };
  });
  return [...together, ...single];
}

/** Returns why copies must wait. */
async function handOver(
  deps: CopiesDeps,
  batch: Batch,
  line: BatchLine,
  parcel: NewParcel,
): Promise<string[]> {
  const { job, broadcast } = batch;
  let begun: readonly Address[] = [];
  const result = await line.send(parcel, (to) =>
    deps.db.transaction().execute(async (trx) => {
      await holdLease(trx, job, deps.now());
      if ((await leavers(trx, deps, to)).length > 0)
        throw new Conflict('somebody has left the list meanwhile');
      const { token } = parcel;
      if (token !== undefined) await addCopyToken(trx, copiesOf(broadcast, to), token);
      await putInDoubt(trx, copiesOf(broadcast, to), deps.now());
      begun = to;
    }),
  );
  const fate = fateOf(result, parcel.to);
  await settle(deps, batch, result.kind === 'in-doubt' ? fate : { ...fate, begun });
  return fate.waits ?? [];
}

/** What became of the copies of a parcel; those that are not named are as they were. */
interface Fate {
  readonly handed?: readonly Address[];
  readonly reply?: string;
  readonly lost?: readonly Refusal[];
  /** The relay was given the end of the message, and has answered. */
  readonly begun?: readonly Address[];
  /** Why copies must wait. */
  readonly waits?: readonly string[];
}

function fateOf(result: Result, to: readonly Address[]): Fate & { readonly waits?: string[] } {
  if (result.kind === 'in-doubt') return { waits: [result.words] };
  const named = result.refused.map(({ address }) => address);
  const rest = to.filter((address) => !named.includes(address));
  const lost = result.refused.filter(({ forGood }) => forGood);
  const later = result.refused.filter(({ forGood }) => !forGood);
  const waits = later.slice(0, 1).map(({ words }) => words);
  if (result.kind === 'taken') return { handed: rest, reply: result.reply, lost, waits };
  const { forGood, words } = result;
  return forGood
    ? { lost: [...lost, ...rest.map((address) => ({ address, forGood, words }))], waits }
    : { lost, waits: rest.length > 0 ? [words] : waits };
}

// One transaction: what became of the copies, the end of the job, the end of the broadcast.
async function settle(deps: CopiesDeps, batch: Batch, fate: Fate): Promise<void> {
  const { job, broadcast, number } = batch;
  const { handed = [], reply = '', lost = [], begun = [] } = fate;
  await deps.db.transaction().execute(async (trx) => {
    await lockBroadcast(trx, broadcast.id);
    await clearDoubt(trx, copiesOf(broadcast, begun));
    await markHanded(trx, copiesOf(broadcast, handed), deps.now(), reply);
    for (const words of new Set(lost.map((one) => one.words))) {
      const these = lost.filter((one) => one.words === words).map(({ address }) => address);
      await markLost(trx, copiesOf(broadcast, these), deps.now(), words);
    }
    const isDone = (await waitingCopies(trx, broadcast.id, number)).length === 0;
    await (isDone ? finishJob(trx, job) : holdLease(trx, job, deps.now()));
    await endWhenDone(trx, deps, broadcast);
  });
}

/** Ends the attempts for a batch: its copies count as refused. */
export async function giveUpCopies(deps: CopiesDeps, job: Job, why: string): Promise<void> {
  const broadcast = await findBroadcast(deps.db, Number(job.payload['broadcastId']));
  if (broadcast === undefined) return finishJob(deps.db, job);
  const batch = { job, broadcast, number: Number(job.payload['batch']) };
  const copies = await openBatch(deps, batch);
  deps.log.error({ broadcast: broadcast.id, copies: copies.length }, 'copies were given up');
  const lost = copies.map((copy) => ({ address: addressOf(copy), forGood: true, words: why }));
  await settle(deps, batch, { lost });
}

/** Forgets the texts of a broadcast with nothing left to hand over, and tells what went wrong. */
export async function endWhenDone(
  trx: Db,
  deps: Telling,
  broadcast: Broadcast,
  unmade?: string,
): Promise<void> {
  const [counts] = await countCopies(trx, broadcast.id);
  if ((counts?.waiting ?? 0) > 0) return;
  await endBroadcast(trx, broadcast.id, deps.now());
  await tell(trx, deps, broadcast, 'end', unmade);
}

type Telling = Pick<CopiesDeps, 'settings' | 'now' | 'random' | 'names'>;

/** Says once of a broadcast that something holds it up, while the engine goes on trying. */
export async function tellStuck(deps: Telling & { db: Db }, job: Job, why: string): Promise<void> {
  const { db, settings, now, random, names } = deps;
  const broadcast = await findBroadcast(db, Number(job.payload['broadcastId']));
  const [counts] = broadcast === undefined ? [] : await countCopies(db, broadcast.id);
  if (broadcast === undefined || counts === undefined || counts.waiting === 0) return;
  const { id: post, kind } = broadcast;
  const waiting = { people: counts.waiting, why: hideTokens(why) };
  const data = { post, kind, failed: [], unknown: [], doubtful: [], waiting };
  const setting = { step: `broadcast-${post}-stuck`, now: now(), random, domain: names.domain };
  await db.transaction().execute(async (trx) => {
    for (const alarm of toValidators(settings, 'alarm-copies', data))
      await addLetter(trx, alarm, setting);
  });
}

/** Tells the Validators what went wrong up to now; once at the end, and once when a doubt stays. */
async function tell(
  trx: Db,
  { settings, now, random, names: { domain } }: Telling,
  broadcast: Broadcast,
  when: 'doubt' | 'end',
  unmade?: string,
): Promise<void> {
  const troubled = await troubledCopies(trx, broadcast.id);
  if (troubled.length === 0 && unmade === undefined) return;
  const failed = troubled.filter(({ failed_at }) => failed_at !== null);
  const data = {
    post: broadcast.id,
    kind: broadcast.kind,
    failed: failed.filter(({ doubtful }) => !doubtful).map(withReply),
    unknown: failed.filter(({ doubtful }) => doubtful).map(withReply),
    doubtful: troubled.filter(({ handed_at }) => handed_at !== null).map(addressOf),
    ...(unmade === undefined ? {} : { unmade }),
  };
  const step = `broadcast-${broadcast.id}${when === 'end' ? '' : '-doubt'}`;
  for (const alarm of toValidators(settings, 'alarm-copies', data))
    await addLetter(trx, alarm, { step, now: now(), random, domain });
}

function withReply({ address, relay_reply: reply }: Copy) {
  return { address, why: reply ?? '' };
}

function copiesOf({ id }: Broadcast, addresses: readonly Address[]): Copies {
  return { broadcastId: id, addresses };
}

function addressOf({ address }: Copy): Address {
  return address as Address;
}
