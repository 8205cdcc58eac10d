/** What was sent of the contact list: issues, and answers to `who`. */

import type { RosterEntry } from '../../src/machines/words/case.ts';
import type { Db } from '../../src/store/db.ts';

/** `1 month 2026-12: ana@isp.example teo@isp.example` for each issue. */
export async function issuesIn(db: Db): Promise<string[]> {
  const rows = await db
    .selectFrom('issues')
    .innerJoin('broadcasts', 'broadcasts.issue_id', 'issues.id')
    .leftJoin('copies', 'copies.broadcast_id', 'broadcasts.id')
    .select(['issues.id', 'issues.period', 'copies.address'])
    .orderBy('issues.id')
    .orderBy('copies.address')
    .execute();
  const groups = Map.groupBy(rows, ({ id, period }) => `${id} ${period}`);
  return [...groups].map(([title, some]) =>
    [`${title}:`, ...some.map(({ address }) => address)].join(' ').trimEnd(),
  );
}

/** The whole list was sent to this person, as the answer to `who`, at these times. */
export async function sentList(
  db: Db,
  { address }: RosterEntry,
  ...times: string[]
): Promise<void> {
  for (const time of times) {
    await db
      .insertInto('letters')
      .values({
        key: `who ${address} ${time}`,
        case_id: null,
        name: 'own-answer',
        addressee: address,
        data: JSON.stringify({ letter: { parts: [], full: true } }),
        secrets: 'null',
        message_id_sha256: time + address,
        bounce_sha256: time + address,
        created_at: new Date(time),
        sent_at: new Date(time),
        relay_reply: null,
        failed_at: null,
        bounced_at: null,
      })
      .execute();
  }
}
