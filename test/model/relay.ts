/** The far end of the relay: takes mails or does not, and notes for each copy whether it may have been sent. */

import { sql } from 'kysely';
import type { Caught, SinkOptions } from '../../src/demo/sink.ts';
import type { Db } from '../../src/store/db.ts';

/** A copy that the relay was given, whether it kept it or broke the line. */
export interface CopySeen {
  readonly broadcast: number;
  readonly address: string;
  readonly kept: boolean;
  /** Why it should not have been sent, as the store stood at that moment. */
  readonly wrong: readonly string[];
}

type Break = 'kept' | 'lost';

export class Relay {
  /** Every copy since the last `forget`, in order. */
  readonly copies: CopySeen[] = [];
  now: () => Date = () => new Date(0);
  /** Until then every recipient is refused for now. */
  busyUntil = new Date(0);
  /** The line breaks at the end of the next mail, which was kept or was not. */
  breaksNext: Break | undefined;
  readonly #db: Db;

  constructor(db: Db) {
    this.#db = db;
  }

  forget(): void {
    this.copies.length = 0;
    this.busyUntil = new Date(0);
    this.breaksNext = undefined;
  }

  get options(): SinkOptions {
    return {
      refuse: () => (this.now() < this.busyUntil ? '451 4.3.0 Try again later' : undefined),
      atEnd: async (mail) => {
        const how = this.breaksNext;
        this.breaksNext = undefined;
        if (isCopy(mail)) await this.#witness(mail, how !== 'lost');
        return how && { keep: how === 'kept' };
      },
    };
  }

  // The engine has noted that it hands them over, and waits for our reply. Who leaves the list in that same
  // moment may have been looked up before.
  async #witness({ raw, recipients }: Caught, kept: boolean): Promise<void> {
    const post = Number(/^x-tld-ops-post: (\d+)/im.exec(raw)?.[1] ?? 0);
    const issue = /^message-id:\s*<([^>]*)>/im.exec(raw)?.[1] ?? '';
    for (const address of recipients) {
      // oxlint-disable-next-line no-await-in-loop -- few, and all before the reply.
      const found = await standing(this.#db, { post, issue, address });
      const wrong = [
        ...(found === undefined ? ['nobody noted that it is handed over'] : []),
        ...(found?.member === false ? ['nobody on the list has that address'] : []),
        ...(found?.member === true && !found.reachable ? ['mail does not reach them'] : []),
      ];
      this.copies.push({ broadcast: found?.broadcast ?? 0, address, kept, wrong });
    }
  }
}

/** Copies are told apart from letters by what only they carry. */
export function isCopy({ raw }: Caught): boolean {
  return /^list-id:/im.test(raw.slice(0, raw.indexOf('\r\n\r\n')));
}

interface Standing {
  readonly broadcast: number;
  readonly member: boolean;
  readonly reachable: boolean;
}

async function standing(
  db: Db,
  { post, issue, address }: { post: number; issue: string; address: string },
): Promise<Standing | undefined> {
  const { rows } = await sql<Standing>`
    select b.id as broadcast,
      exists (
        select from persons p join appointments a on a.person_id = p.id
        where p.address = c.address and a.since <= c.in_doubt_at
          and (a.ended_at is null or a.ended_at >= c.in_doubt_at)
      ) as member,
      exists (
        select from persons p
        where p.address = c.address
          and (p.unreachable_since is null or p.unreachable_since >= c.in_doubt_at)
      ) as reachable
    from copies c join broadcasts b on b.id = c.broadcast_id
    where c.address = ${address} and c.in_doubt_at is not null
      and (b.id = ${post} or (b.kind = 'issue' and b.message_id = ${issue}))`.execute(db);
  return rows[0];
}
