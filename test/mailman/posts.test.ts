/** Posts through the engine, a real Mailman 3 and a real Postfix to every member: what arrives. */

import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { authenticate } from 'mailauth';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Sink, startSink } from '../../src/demo/sink.ts';
import type { Address } from '../../src/machines/words/address.ts';
import { makeLookup } from '../../src/pipeline/resolver.ts';
import { followAddress } from '../../src/store/members.ts';
import { startDns } from '../support/dns-server.ts';
import { address } from '../support/facts.ts';
import { type Mailman, mailmanIsHere, startMailman } from '../support/mailman.ts';
import { rawMail } from '../support/mail-text.ts';
import { addMembers, addPostOf } from '../support/members.ts';
import { CHECKOUT, freePort, type Mta, postfixIsHere, startPostfix } from '../support/postfix.ts';
import { openRig, type Rig } from '../support/rig.ts';
import { keyRecord, signMail } from '../support/sign.ts';

const here = (await postfixIsHere()) && (await mailmanIsHere());

const MEMBERS = Array.from({ length: 24 }, (_, number) => address(`m${number}@reader.example`));
const [ROSA] = MEMBERS as [Address];
const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const RECORD = `v=DKIM1; k=rsa; p=${publicKey.export({ type: 'spki', format: 'der' }).toString('base64')}`;

// What a careless list server would change: eight-bit text, a dot, a long line, blanks at the end.
const BODY = `Dear all,\r\n\r\nÜberprüft bitte: 日本語.\r\n.\r\n..\r\n${'long '.repeat(150)}\r\n  \r\nRosa\r\n`;

function post(number: number, author: Address, headers: Record<string, string> = {}): Buffer {
  return rawMail({
    from: `"Lind, Rosa" <${author}>`,
    to: 'tld-ops@lists.example',
    subject: `[TLP:AMBER] subscribe: Phishing ${number}`,
    body: BODY,
    headers: {
      'Message-ID': `<post-${number}@reader.example>`,
      'Content-Type': 'text/plain; charset=utf-8',
      'Content-Transfer-Encoding': '8bit',
      ...headers,
    },
  });
}

const send = (rig: Rig, number: number, raw: Buffer, author: Address): Promise<number> =>
  addPostOf(
    rig.db,
    raw,
    { author, tlp: 'AMBER', messageId: `post-${number}@reader.example` },
    rig.clock.now,
  );

/** A member writes to the list, and the engine does all that is due. */
async function write(rig: Rig, raw: Buffer): Promise<void> {
  rig.dns.set('s1._domainkey.reader.example', { TXT: [keyRecord()] });
  rig.dns.set('_dmarc.reader.example', { TXT: ['v=DMARC1; p=none'] });
  const engine = rig.engine();
  await engine.accept.accept({
    raw: await signMail(raw, { domain: 'reader.example' }),
    envelopeFrom: ROSA,
    recipients: ['tld-ops@lists.example'],
    client: { address: '192.0.2.10' },
  });
  await rig.settle(engine);
}

describe.skipIf(!here)('a post with Mailman 3', () => {
  let folder: string;
  let sink: Sink;
  let mta: Mta;
  let mailman: Mailman;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'tldops-arc-'));
    writeFileSync(join(folder, 'arc.pem'), privateKey.export({ type: 'pkcs8', format: 'pem' }));
    sink = await startSink();
    const port = await freePort();
    const setup = ['--domain', 'lists.example', '--door', 'lmtp://127.0.0.1:9'];
    mta = await startPostfix({ checkout: CHECKOUT, setup, port, sinkPort: sink.port });
    mailman = await startMailman({ runners: 'mail', smtpPort: port });
  }, 180_000);
  afterAll(async () => {
    await mailman?.close();
    await mta?.stop();
    await sink?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** An engine whose members are all in Mailman. */
  async function openWithMembers(members: readonly Address[]): Promise<Rig> {
    await mailman.ask('DELETE', '/lists/tld-ops.lists.example');
    sink.caught.length = 0;
    const rig = await openRig({
      env: {
        TLDOPS_LIST_SERVER: mailman.place,
        TLDOPS_MAILMAN_LMTP: mailman.door,
        TLDOPS_ARC_KEY: `arc2026:${join(folder, 'arc.pem')}`,
      },
    });
    await addMembers(rig.db, members, rig.clock.now);
    for (const each of members) await followAddress(rig.db, each, rig.clock.now);
    await rig.settle(rig.engine());
    return rig;
  }

  /** Waits until so many copies have arrived, and nothing more is under way. */
  async function arrived(count: number): Promise<Sink['caught']> {
    for (let look = 0; look < 600 && sink.caught.length < count; look += 1) await pause(100);
    for (let look = 0; look < 100 && !isQuiet(); look += 1) await pause(100);
    return sink.caught;
  }
  const isQuiet = (): boolean =>
    ['in', 'pipeline', 'out', 'shunt'].every((queue) => mailman.queued(queue) === 0);

  it('reaches each member once, as the engine has written it', async () => {
    const rig = await openWithMembers(MEMBERS);
    await write(rig, post(1, ROSA));
    expect(await rig.outcomes()).toEqual(['distributed post-distributed']);
    const copies = await arrived(MEMBERS.length);
    expect(copies.flatMap(({ recipients }) => recipients).toSorted()).toEqual(MEMBERS.toSorted());
    expect(copies.map(({ envelopeFrom }) => envelopeFrom)).toEqual(
      copies.map(
        ({ recipients: [to = ''] }) => `tld-ops-bounces+${to.replace('@', '=')}@lists.example`,
      ),
    );
    const [{ raw }] = copies as [Sink['caught'][number]];
    const [head = '', ...rest] = raw.split('\r\n\r\n');
    const field = (name: string) =>
      head
        .replace(/\r\n[ \t]+/g, ' ')
        .split('\r\n')
        .filter((line) => line.toLowerCase().startsWith(`${name}:`));
    expect(rest.join('\r\n\r\n')).toBe(Buffer.from(BODY).toString('latin1'));
    expect(field('subject')).toEqual(['Subject: [TLP:AMBER] subscribe: Phishing 1']);
    expect(field('from')).toEqual([`From: "Lind, Rosa" <${ROSA}>`]);
    expect(field('list-id')).toEqual(['List-Id: TLD-OPS <tld-ops.lists.example>']);
    expect(field('list-unsubscribe')).toEqual([
      'List-Unsubscribe: <mailto:tld-ops-request@lists.example?subject=leave>',
    ]);
    for (const none of ['list-subscribe', 'list-archive', 'archived-at'])
      expect(field(none)).toEqual([]);
    expect(await sealOf(raw)).toBe('pass');
  }, 180_000);

  it('goes out when its From is the list, and its author is no member of Mailman', async () => {
    const rig = await openWithMembers(MEMBERS.slice(0, 2));
    rig.dns.set('_dmarc.bank.example', { TXT: ['v=DMARC1; p=reject'] });
    const author = address('rosa@bank.example');
    const cc = { Cc: `"Amaral, Téo" <teo@other.example>, ${MEMBERS[1]}` };
    await send(rig, 2, post(2, author, cc), author);
    await rig.settle(rig.engine());
    const copies = await arrived(2);
    expect(copies.flatMap(({ recipients }) => recipients).toSorted()).toEqual(
      MEMBERS.slice(0, 2).toSorted(),
    );
    expect(copies[0]?.raw).toContain('From: "Lind, Rosa via TLD-OPS" <tld-ops@lists.example>');
    expect(mailman.queued('shunt')).toBe(0);
  }, 180_000);

  it('waits while Mailman does not run, and then goes out exactly once', async () => {
    const rig = await openWithMembers(MEMBERS.slice(0, 3));
    const engine = rig.engine();
    await mailman.stop();
    try {
      await write(rig, post(3, ROSA));
      expect(sink.caught).toEqual([]);
    } finally {
      await mailman.start();
    }
    rig.advance('1h');
    await rig.settle(engine);
    await arrived(3);
    rig.advance('1h');
    await rig.settle(engine);
    expect(sink.caught.flatMap(({ recipients }) => recipients).toSorted()).toEqual(
      MEMBERS.slice(0, 3).toSorted(),
    );
  }, 180_000);
});

/** What a receiver makes of the ARC seal. */
async function sealOf(raw: string): Promise<string> {
  const dns = await startDns({ 'arc2026._domainkey.lists.example': { TXT: [RECORD] } });
  const lookup = makeLookup({ servers: [dns.address], deadlineMs: 2_000 });
  try {
    const { arc } = await authenticate(Buffer.from(raw, 'latin1'), {
      ip: '192.0.2.1',
      helo: 'mx.lists.example',
      sender: 'tld-ops-bounces@lists.example',
      mta: 'mx.reader.example',
      resolver: lookup.resolve as never,
      disableBimi: true,
    });
    return arc === false ? 'none' : arc.status.result;
  } finally {
    lookup.close();
    await dns.close();
  }
}
