/** Makes the copies of a post: what design 9 changes in it, its ARC seal, who gets it. */

import { makePostCopy } from '../machines/post-copy.ts';
import type { Address } from '../machines/words/address.ts';
import { listAddresses } from '../machines/words/list-address.ts';
import type { Authentication, Mail } from '../machines/words/mail.ts';
import type { Tlp } from '../machines/words/tlp.ts';
import { Temporary } from '../machines/words/trouble.ts';
import { addCopies, type Broadcast, findBroadcast } from '../store/broadcasts.ts';
import type { Db } from '../store/db.ts';
import { findMail, type InboxRow, rawMail } from '../store/inbox.ts';
import { finishJob, type Job } from '../store/jobs.ts';
import { membersToMail } from '../store/members.ts';
import type { Authenticate } from './authenticate.ts';
import { type CopiesDeps, endWhenDone } from './copies.ts';
import type { ReadMail } from './parse-pool.ts';
import { type ArcKey, NoSeal, seal } from './seal.ts';

export interface BroadcastDeps extends CopiesDeps {
  readonly read: ReadMail;
  readonly authenticate: Authenticate;
  readonly arcKey?: ArcKey;
}

/** Posts are about incidents: so long one waits for DNS to say what its author's domain wants. */
const PATIENCE = 3_600_000;

/**
 * Makes the copies of the post of a job, in one transaction with the end of the job; done once more after
 * a crash it makes the same. Throws Temporary while DNS does not answer, for an hour at most.
 */
export async function composePost(deps: BroadcastDeps, job: Job): Promise<void> {
  const { db, now } = deps;
  const broadcast = await findBroadcast(db, Number(job.payload['broadcastId']));
  if (broadcast === undefined || broadcast.done_at !== null) return finishJob(db, job);
  const content = await compose(deps, broadcast, job);
  await db.transaction().execute(async (trx) => {
    // First, so that of two engines only one adds copies.
    await finishJob(trx, job);
    const addresses = await readers(trx, deps);
    await addCopies(trx, broadcast.id, [{ content, addresses }], deps, now());
    await endWhenDone(trx, deps, broadcast);
  });
}

// The author too: so they see that it went out, and how. Mailman knows for itself who gets it.
async function readers(trx: Db, { listDoor, names }: BroadcastDeps): Promise<Address[]> {
  return listDoor === undefined ? membersToMail(trx) : [listAddresses(names).posts];
}

/** Ends the attempts to make the copies of a post: nobody gets it, and the Validators learn of it. */
export async function giveUpPost(deps: BroadcastDeps, job: Job, why: string): Promise<void> {
  const { db, log } = deps;
  const broadcast = await findBroadcast(db, Number(job.payload['broadcastId']));
  if (broadcast === undefined) return finishJob(db, job);
  log.error({ broadcast: broadcast.id, why }, 'a post could not be sent to the list');
  await db.transaction().execute(async (trx) => {
    await finishJob(trx, job);
    await endWhenDone(trx, deps, broadcast, why);
  });
}

async function compose(deps: BroadcastDeps, broadcast: Broadcast, job: Job): Promise<Buffer> {
  const { db, names, hostname } = deps;
  const row = await findMail(db, broadcast.inbox_id ?? 0);
  const raw = row && (await rawMail(db, row.id));
  if (row === undefined || raw === undefined) throw new Error('the raw mail of a post is gone');
  const envelope = { from: row.envelope_from, to: row.recipient, client: row.client };
  const { mail } = await deps.read({ raw, sha256: row.raw_sha256, envelope });
  if (!mail.from.ok) throw new Error('a post has no author');
  const authentication = await authenticate(deps, { raw, mail, row, job });
  const post = {
    raw,
    mail,
    author: mail.from.mailbox,
    authentication,
    number: broadcast.id,
    tlp: broadcast.tlp as Tlp,
    messageId: broadcast.message_id,
    at: broadcast.created_at,
  };
  return sealed(deps, makePostCopy(post, { names, hostname }), authentication);
}

async function authenticate(
  deps: BroadcastDeps,
  { raw, mail, row, job }: { raw: Buffer; mail: Mail; row: InboxRow; job: Job },
): Promise<Authentication | undefined> {
  try {
    return await deps.authenticate(raw, mail, row.received_at);
  } catch (error) {
    const age = deps.now().getTime() - job.created_at.getTime();
    if (!(error instanceof Temporary) || age < PATIENCE) throw error;
    deps.log.warn({ job: job.key }, 'a post goes out although DNS does not answer');
    return undefined;
  }
}

// A post is worth more than its seal: without one it goes out all the same, and the log says why.
async function sealed(
  { arcKey, hostname, log }: BroadcastDeps,
  message: Buffer,
  authentication: Authentication | undefined,
): Promise<Buffer> {
  if (arcKey === undefined) return message;
  try {
    return await seal(message, authentication, { key: arcKey, domain: hostname });
  } catch (error) {
    if (!(error instanceof NoSeal)) throw error;
    log.error({ why: error.message }, 'a post goes out without an ARC seal');
    return message;
  }
}
