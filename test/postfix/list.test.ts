/** The built-in list behind a real Postfix: each member one copy, also when the engine is killed. */

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sql } from 'kysely';
import type { Caught } from '../../src/demo/sink.ts';
import type { Address } from '../../src/machines/words/address.ts';
import { readRecipient } from '../../src/machines/words/list-address.ts';
import { hashToken } from '../../src/machines/words/token.ts';
import { troubledCopies } from '../../src/store/copies.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { rawMail } from '../support/mail-text.ts';
import { addMembers, addPostOf, memberAddresses } from '../support/members.ts';
import { postfixIsHere } from '../support/postfix.ts';
import { type SmtpGate, startGate } from '../support/smtp-gate.ts';
import { until } from '../support/until.ts';
import { connectAs, FOREIGN, header } from './mails.ts';
import { openWorld, type World } from './world.ts';

const here = await postfixIsHere();
const NAMES = { list: 'tld-ops', domain: 'lists.example' };
const ROSA = 'rosa@nic.xa' as Address;
const ALL = memberAddresses(900);
/** Two batches. */
const SOME = ALL.slice(0, 110);

function readersOf(copies: readonly Caught[]): string[] {
  return copies.flatMap(({ recipients }) => recipients).toSorted();
}

describe.skipIf(!here)('the list behind a real Postfix', () => {
  let database: TestDatabase;
  let gate: SmtpGate;
  let world: World;
  let posts = 0;
  beforeAll(async () => {
    database = await testDatabase();
    gate = await startGate();
    const env = { DATABASE_URL: database.url, TLDOPS_RELAY: `smtp://127.0.0.1:${gate.port}` };
    world = await openWorld({ env, databaseUrl: database.url });
    gate.target = world.mta.port;
    await addMembers(world.db, ALL, new Date());
  });
  afterAll(async () => {
    await world?.close();
    await gate?.close();
    await database.close();
  });
  beforeEach(() => {
    posts += 1;
  });

  /** Puts a post on its way to these members; returns its Message-ID. */
  async function post(members: readonly Address[]): Promise<string> {
    const { db } = world;
    await db.updateTable('persons').set({ unreachable_since: new Date() }).execute();
    await db
      .updateTable('persons')
      .set({ unreachable_since: null })
      .where('address', 'in', [...members])
      .execute();
    const messageId = `post-${posts}@nic.xa`;
    const raw = rawMail({
      from: `Rosa Lind <${ROSA}>`,
      to: 'tld-ops@lists.example',
      subject: '[TLP:AMBER] Phishing',
      headers: { 'Message-ID': `<${messageId}>` },
    });
    await addPostOf(db, raw, { author: ROSA, tlp: 'AMBER', messageId }, new Date());
    return messageId;
  }

  function done(): Promise<true> {
    return until('all copies are handed over', async () => {
      const open = await world.db
        .selectFrom('broadcasts')
        .select('id')
        .where('done_at', 'is', null)
        .execute();
      return open.length === 0 ? true : undefined;
    });
  }

  /** What the sink got of this post, once it got so many. */
  async function copiesOf(messageId: string, count: number): Promise<Caught[]> {
    const found = () =>
      world.caught.filter(({ raw }) => raw.includes(`\r\nMessage-ID: <${messageId}>\r\n`));
    await until(`${count} copies came`, async () => (found().length >= count ? true : undefined));
    return found();
  }

  it('delivers a post to 900 members, each once, from an address that names them', async () => {
    const messageId = await post(ALL);
    const copies = await copiesOf(messageId, ALL.length);
    expect(readersOf(copies)).toEqual(ALL.toSorted());
    await done();
    const digests = new Set(
      copies.map(({ envelopeFrom, recipients }) => {
        const sender = readRecipient(envelopeFrom, NAMES);
        expect([sender?.service, sender?.member]).toEqual(['bounces', recipients[0]]);
        expect(envelopeFrom.lastIndexOf('@')).toBeLessThanOrEqual(64);
        return hashToken(sender?.token ?? '');
      }),
    );
    const row = await world.db
      .selectFrom('broadcasts')
      .selectAll()
      .where('message_id', '=', messageId)
      .executeTakeFirstOrThrow();
    expect([...digests]).toEqual([row.bounce_sha256]);
    const [{ raw } = { raw: '' }] = copies;
    expect(header(raw, 'List-Id')).toBe('TLD-OPS <tld-ops.lists.example>');
    expect(header(raw, 'List-Unsubscribe')).toBe(
      '<mailto:tld-ops-request@lists.example?subject=leave>',
    );
    expect(header(raw, 'X-TLP')).toBe('AMBER');
    // Her domain wants forgeries refused, and this mail is not signed.
    expect(header(raw, 'From')).toBe('"Rosa Lind via TLD-OPS" <tld-ops@lists.example>');
    expect(header(raw, 'Reply-To')).toBe(`"Rosa Lind" <${ROSA}>`);
    expect(header(raw, 'Subject')).toBe('[TLP:AMBER] Phishing');
  });

  it.each([
    ['before the end of a message: nothing is sent twice', 'before-data'],
    ['when the relay does not get the end: named, sent once', 'end'],
    ['when the relay has taken a message: named, and nobody else has two', 'reply'],
  ] as const)('the engine is killed %s', async (_, moment) => {
    const reached = gate.hold(moment);
    const messageId = await post(SOME);
    await reached;
    await world.engine.kill();
    gate.open();
    await sql`update jobs set leased_until = now()`.execute(world.db);
    await world.engine.start();
    await done();
    const { id } = await world.db
      .selectFrom('broadcasts')
      .select('id')
      .where('message_id', '=', messageId)
      .executeTakeFirstOrThrow();
    const named = (await troubledCopies(world.db, id)).map(({ address }) => address);
    expect(named.length > 0).toBe(moment !== 'before-data');
    const twice = moment === 'reply' ? named : [];
    const copies = await copiesOf(messageId, SOME.length + twice.length);
    expect(readersOf(copies)).toEqual([...SOME, ...twice].toSorted());
    if (named.length === 0) return;
    const told = await until('the Validator is told', async () =>
      world.caught.find(({ raw }) => raw.includes(`\r\nSubject: Post ${id}: not everything`)),
    );
    expect(told.recipients).toEqual(['val1@ccnso.example']);
    expect(told.raw).toContain(`  - ${named[0]}\r\n`);
  });

  it('refuses 30 MB at the door', async () => {
    const smtp = await connectAs(FOREIGN, world.mta.port);
    expect(await smtp.say(`MAIL FROM:<${ROSA}> SIZE=31457280`)).toContain('552 5.3.4');
    await smtp.quit();
  });
});
