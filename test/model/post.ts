/** Writes a mail of the model's people as their programs do, and puts it on its way to us. */

import { pick } from './cast.ts';
import type { Person } from '../support/people.ts';
import { messageOf, type WrittenMail } from '../support/written-mail.ts';
import type { Posted, World } from './world.ts';

export interface Draft {
  readonly from: Person;
  readonly to: string;
  readonly cc?: string;
  readonly subject: string;
  readonly body: string;
  readonly headers?: WrittenMail['headers'];
  /** '' for the null reverse-path. */
  readonly envelopeFrom?: string;
  /** The writer's own mailboxes, and those whose letters the writer has seen. */
  readonly readers: readonly string[];
  readonly late?: boolean;
  readonly report?: Posted['report'];
}

/** Sends it: it arrives at once, or when somebody lets it. */
export async function post(world: World, draft: Draft): Promise<void> {
  const { from, to, cc, subject, body, headers = {}, readers } = draft;
  const written = { from, to, subject, shown: '', body, headers };
  const mail = cc === undefined ? written : { ...written, cc };
  const id = world.posted.length + 1;
  const posted: Posted = {
    raw: messageOf(mail, id, world.clock.now),
    messageId: `mail-${id}@${from.address.split('@')[1] ?? ''}`,
    envelopeFrom: draft.envelopeFrom ?? from.address,
    to,
    from,
    readers,
    ...(draft.report === undefined ? {} : { report: draft.report }),
  };
  world.posted.push(posted);
  if (draft.late === true) world.onTheWay.push(posted);
  else await world.deliver(posted);
}

/** One of the mails on their way arrives; false when there is none. */
export async function arrive(world: World, which: number): Promise<Posted | undefined> {
  if (world.onTheWay.length === 0) return undefined;
  const posted = pick(world.onTheWay, which);
  world.onTheWay.splice(world.onTheWay.indexOf(posted), 1);
  await world.deliver(posted);
  return posted;
}

/** A mail that came before comes once more: from Postfix, or from somebody who has a copy of it. */
export async function again(
  world: World,
  age: number,
  forger: Person | undefined,
): Promise<Posted | undefined> {
  if (world.posted.length === 0) return undefined;
  const old = world.posted.at(-1 - (age % world.posted.length));
  if (old === undefined) return undefined;
  const trace = Buffer.from('Received: from localhost by mx.lists.example (Postfix) id 5A2B\r\n');
  const mail = { ...old, raw: Buffer.concat([trace, old.raw]) };
  await world.deliver(
    forger === undefined
      ? mail
      : { ...mail, envelopeFrom: forger.address, from: { ...old.from, client: forger.client } },
  );
  return old;
}
