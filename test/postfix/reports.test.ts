/** What a real Postfix reports about copies that other servers refuse: read, believed, and weighed. */

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Address } from '../../src/machines/words/address.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { rawMail } from '../support/mail-text.ts';
import { addMembers, addPostOf } from '../support/members.ts';
import { postfixIsHere } from '../support/postfix.ts';
import { until } from '../support/until.ts';
import { openWorld, type World } from './world.ts';

const here = await postfixIsHere();
const ROSA = 'rosa@nic.xa' as Address;

const REFUSALS: Readonly<Record<string, string>> = {
  'gone@nic.xa': '550 5.1.1 <gone@nic.xa>: Recipient address rejected: User unknown',
  'full+lists@nic.xb': '552 5.2.2 Mailbox is full',
  'rules@nic.xb': '550 5.7.1 Message rejected due to the DMARC policy of the sender',
};

describe.skipIf(!here)('a real Postfix whose copies are refused', () => {
  let database: TestDatabase;
  let world: World;
  beforeAll(async () => {
    database = await testDatabase();
    const refuse = (recipient: string) => REFUSALS[recipient];
    world = await openWorld({
      env: { DATABASE_URL: database.url },
      databaseUrl: database.url,
      refuse,
    });
    await addMembers(world.db, [ROSA, ...Object.keys(REFUSALS)], new Date());
  });
  afterAll(async () => {
    await world?.close();
    await database.close();
  });

  it('reports each to the address of its member, and the engine weighs what it says', async () => {
    const { db } = world;
    const messageId = 'post-1@nic.xa';
    const raw = rawMail({
      from: `Rosa Lind <${ROSA}>`,
      to: 'tld-ops@lists.example',
      subject: '[TLP:AMBER] Phishing',
      headers: { 'Message-ID': `<${messageId}>` },
    });
    await addPostOf(db, raw, { author: ROSA, tlp: 'AMBER', messageId }, new Date());
    const rows = await until('all reports are believed', async () => {
      const found = await db
        .selectFrom('bounces')
        .select(['address', 'kind', 'status', 'broadcast_id'])
        .orderBy('address')
        .execute();
      return found.length === 3 ? found : undefined;
    });
    expect(rows).toEqual([
      { address: 'full+lists@nic.xb', kind: 'mailbox-full', status: '5.2.2', broadcast_id: 1 },
      { address: 'gone@nic.xa', kind: 'mailbox-gone', status: '5.1.1', broadcast_id: 1 },
      { address: 'rules@nic.xb', kind: 'policy', status: '5.7.1', broadcast_id: 1 },
    ]);
    const asked = await db
      .selectFrom('jobs')
      .select('key')
      .where('key', 'like', 'probe:%')
      .orderBy('key')
      .execute();
    expect(asked.map(({ key }) => key)).toEqual(['probe:full+lists@nic.xb', 'probe:gone@nic.xa']);
    const told = await db.selectFrom('letters').select('name').execute();
    expect(told).toEqual([]);
  });
});
