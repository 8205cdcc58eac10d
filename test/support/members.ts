/** Many people on the list at once, and posts to them, without the cases and mails that bring them there. */

import { randomBytes } from 'node:crypto';
import type { PostEffect } from '../../src/machines/decision.ts';
import type { Address } from '../../src/machines/words/address.ts';
import { addPost } from '../../src/store/broadcasts.ts';
import type { Db } from '../../src/store/db.ts';
import { addMail } from '../../src/store/inbox.ts';

/** Puts these addresses on the list, three to a ccTLD. */
export async function addMembers(db: Db, addresses: readonly string[], at: Date): Promise<void> {
  const { id: caseId } = await db
    .insertInto('cases')
    .values({
      kind: 'subscribe',
      cctld: null,
      state: 'applied',
      context: '{}',
      request: '{}',
      evidence: 'E4',
      policy: 'balanced',
      requester: 'admin@nic.xa',
      anchor: null,
      snapshot_id: null,
      waiting: null,
      opened_at: at,
      updated_at: at,
      due_at: null,
      closed_at: at,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const persons = await db
    .insertInto('persons')
    .values(
      addresses.map((address) => ({
        address,
        first_name: 'Rosa',
        last_name: 'Lind',
        phones: '[]',
        created_at: at,
        address_changed_at: null,
        unreachable_since: null,
      })),
    )
    .returning('id')
    .execute();
  const rows = persons.map(({ id }, index) => ({
    person_id: id,
    cctld: cctldOf(Math.floor(index / 3)),
    place: (index % 3) + 1,
    is_primary: index % 3 === 0,
    case_id: caseId,
    since: at,
    ended_at: null,
    ended_reason: null,
    ended_by: null,
  }));
  await db.insertInto('appointments').values(rows).execute();
}

// `aa` to `zz`.
function cctldOf(number: number): string {
  return letterOf(Math.floor(number / 26)) + letterOf(number);
}

function letterOf(at: number): string {
  return String.fromCharCode(97 + (at % 26));
}

/** A mail that is to go to everybody, as the decision about it leaves it. Returns its inbox number. */
export async function addPostOf(
  db: Db,
  raw: Buffer,
  post: Omit<PostEffect, 'inboxId'>,
  at: Date,
): Promise<number> {
  const [mail] = await addMail(db, {
    raw,
    envelopeFrom: post.author,
    recipients: ['tld-ops@lists.example'],
    client: { address: '192.0.2.10' },
    receivedAt: at,
  });
  const inboxId = mail?.inboxId ?? 0;
  await db.deleteFrom('jobs').where('key', '=', `mail:${inboxId}`).execute();
  await db
    .transaction()
    .execute((trx) => addPost(trx, { ...post, inboxId }, { random: randomBytes }, at));
  return inboxId;
}

/** `m1@nic.xa`, `m2@nic.xb` …: so many addresses. */
export function memberAddresses(count: number): Address[] {
  return Array.from({ length: count }, (_, at) => `m${at + 1}@nic.x${letterOf(at)}` as Address);
}
