import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sql } from 'kysely';
import { rawMail } from '../../src/store/inbox.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { MAX_SIZE, type OpenDoors, inboxOf, mail, openDoors, until } from '../support/door.ts';
import { SmtpClient } from '../support/smtp-client.ts';

let database: TestDatabase;
let doors: OpenDoors;
beforeAll(async () => {
  database = await testDatabase();
  doors = await openDoors(database.db);
});
afterAll(async () => {
  await doors.close(1000);
  await database.close();
});
beforeEach(() =>
  sql`truncate jobs, inbox, raw_mails restart identity cascade`.execute(database.db),
);

const FROM = 'MAIL FROM:<admin@nic.xa>';
const JOIN = 'RCPT TO:<tld-ops-join@lists.example>';
const POSTS = 'RCPT TO:<tld-ops@lists.example>';

/** An LMTP conversation up to the first MAIL. */
async function lmtp(): Promise<SmtpClient> {
  const client = await SmtpClient.open(doors.lmtp);
  await client.say('LHLO mx.nic.xa');
  return client;
}

async function smtp(): Promise<SmtpClient> {
  const client = await SmtpClient.open(doors.smtp);
  await client.say('EHLO mx.nic.xa');
  return client;
}

async function onlyRaw(): Promise<string> {
  const [row] = await inboxOf(database.db);
  return (await rawMail(database.db, row?.id ?? 0))?.toString('latin1') ?? '(none)';
}

describe('the greeting', () => {
  it.each([
    ['lmtp', '220 lists.example LMTP'],
    ['smtp', '220 lists.example ESMTP'],
  ] as const)('of %s names us and nothing of what we run', async (door, greeting) => {
    const client = await SmtpClient.connect(doors[door]);
    expect(await client.reply()).toBe(greeting);
    await client.quit();
  });

  it('offers what Postfix needs, neither AUTH nor STARTTLS, and no XFORWARD to a stranger', async () => {
    const client = await SmtpClient.open(doors.lmtp);
    expect(await client.say('LHLO mx.nic.xa')).toBe(
      [
        '250-lists.example',
        '250-PIPELINING',
        '250-8BITMIME',
        '250-SMTPUTF8',
        '250-ENHANCEDSTATUSCODES',
        `250 SIZE ${MAX_SIZE}`,
      ].join('\n'),
    );
    await client.quit();
  });

  it('of LMTP refuses HELO and EHLO (RFC 2033 4.1)', async () => {
    const client = await SmtpClient.open(doors.lmtp);
    expect(await client.play('HELO mx.nic.xa', 'EHLO mx.nic.xa', FROM)).toEqual([
      'C: HELO mx.nic.xa',
      'S: 500 Error: HELO not allowed in LMTP server',
      'C: EHLO mx.nic.xa',
      'S: 500 Error: EHLO not allowed in LMTP server',
      `C: ${FROM}`,
      'S: 503 5.5.1 Error: send LHLO first',
    ]);
    await client.quit();
  });

  it.each([
    'AUTH PLAIN',
    'STARTTLS',
    'HELP',
    'WIZ',
    'SHELL ls',
    'KILL x',
    'XCLIENT NAME=x',
    'BDAT 1',
  ])('knows no %s', async (command) => {
    const client = await lmtp();
    expect(await client.say(command)).toBe('500 5.5.2 Error: command not recognized');
    await client.quit();
  });
});

describe('one mail', () => {
  it('by LMTP gets one reply for each recipient, after it is stored', async () => {
    const client = await lmtp();
    expect(
      await client.play(
        FROM,
        JOIN,
        'RCPT TO:<nobody@lists.example>',
        'RCPT TO:<TLD-OPS@Lists.Example.>',
      ),
    ).toEqual([
      `C: ${FROM}`,
      'S: 250 2.1.0 ok',
      `C: ${JOIN}`,
      'S: 250 2.1.5 ok',
      'C: RCPT TO:<nobody@lists.example>',
      'S: 550 5.1.1 no such address here',
      'C: RCPT TO:<TLD-OPS@Lists.Example.>',
      'S: 250 2.1.5 ok',
    ]);
    const replies = await client.data(mail('1'), 2);
    const rows = await inboxOf(database.db);
    const id = (recipient: string): number | undefined =>
      rows.find((row) => row.recipient === recipient)?.id;
    expect(replies).toEqual([
      `250 2.6.0 accepted as ${id('tld-ops-join@lists.example')}`,
      `250 2.6.0 accepted as ${id('tld-ops@lists.example')}`,
    ]);
    expect(rows).toHaveLength(2);
    expect(await onlyRaw()).toBe(mail('1'));
    await client.quit();
  });

  it('by SMTP gets one reply for all', async () => {
    const client = await smtp();
    await client.play(FROM, JOIN, POSTS);
    expect(await client.data(mail('1'))).toEqual([
      expect.stringMatching(/^250 2\.6\.0 accepted as \d/),
    ]);
    expect(await client.say('NOOP')).toBe('250 2.0.0 OK');
    expect(await inboxOf(database.db)).toHaveLength(2);
    await client.quit();
  });

  it('without a recipient of ours has no DATA (RFC 2033 4.2)', async () => {
    const client = await lmtp();
    expect((await client.play(FROM, 'RCPT TO:<nobody@lists.example>', 'DATA')).at(-1)).toBe(
      'S: 503 5.5.1 Error: need RCPT command',
    );
    await client.quit();
  });

  it('whose recipient is named twice gets two replies and one row (RFC 2033 4.2)', async () => {
    const client = await lmtp();
    await client.play(FROM, JOIN, JOIN.toUpperCase());
    expect(await client.data(mail('1'), 2)).toEqual([
      '250 2.6.0 accepted as 1',
      '250 2.6.0 accepted as 1',
    ]);
    expect(await client.say('NOOP')).toBe('250 2.0.0 OK');
    expect(await inboxOf(database.db)).toMatchObject([{ times_seen: 1 }]);
    await client.quit();
  });

  it('is one of several on a connection', async () => {
    const client = await lmtp();
    for (const id of ['1', '2', '3']) {
      await client.play(FROM, JOIN);
      expect(await client.data(mail(id))).toEqual([`250 2.6.0 accepted as ${id}`]);
    }
    await client.play(FROM, 'RSET');
    await client.play('MAIL FROM:<other@nic.xb>', POSTS);
    await client.data(mail('4'));
    expect((await inboxOf(database.db)).at(-1)).toMatchObject({
      envelope_from: 'other@nic.xb',
      recipient: 'tld-ops@lists.example',
    });
    await client.quit();
  });

  it('may be pipelined with the next one in a single packet', async () => {
    const client = await lmtp();
    const one = [FROM, JOIN, 'DATA', mail('1'), '.'].join('\r\n').replace('\r\n\r\n.', '\r\n.');
    const two = [FROM, POSTS, 'DATA', mail('2'), '.', 'QUIT', ''].join('\r\n');
    client.write(`${one}\r\n${two}`);
    const replies: string[] = [];
    for (let index = 0; index < 9; index += 1) replies.push((await client.reply()).slice(0, 9));
    expect(replies).toEqual([
      '250 2.1.0',
      '250 2.1.5',
      '354 End d',
      '250 2.6.0',
      '250 2.1.0',
      '250 2.1.5',
      '354 End d',
      '250 2.6.0',
      '221 2.0.0',
    ]);
    expect(await inboxOf(database.db)).toHaveLength(2);
  });

  it('may be written before the greeting has come', async () => {
    const client = await SmtpClient.connect(doors.lmtp);
    client.write(`LHLO mx.nic.xa\r\n${FROM}\r\n`);
    expect([await client.reply(), await client.reply(), await client.reply()]).toEqual([
      '220 lists.example LMTP',
      expect.stringContaining('250 SIZE'),
      '250 2.1.0 ok',
    ]);
    await client.quit();
  });
});

describe('whatever stands in a mail, its bytes are kept', () => {
  it.each([
    ['8-bit text and NUL', 'caf\u00e9 \u0000 \u00ff'],
    ['lines that begin with dots', '.\r\n..\r\n...hidden\r\n.'],
    ['LF.LF, which some systems take for the end', `a\n.\nMAIL FROM:<x@nic.xb>\n${POSTS}\nDATA\n`],
    ['LF.CRLF', `a\n.\r\n${FROM}`],
    ['CR.CR', 'a\r.\rb'],
    ['a line of 100,000 octets', 'x'.repeat(100_000)],
  ])('%s', async (_, body) => {
    const text = `From: admin@nic.xa\r\n\r\n${body}\r\n`;
    const client = await lmtp();
    await client.play(`${FROM} BODY=8BITMIME`, JOIN);
    expect(await client.data(Buffer.from(text, 'latin1'))).toEqual(['250 2.6.0 accepted as 1']);
    expect(await onlyRaw()).toBe(text);
    expect(await inboxOf(database.db)).toHaveLength(1);
    await client.quit();
  });

  it('an empty mail', async () => {
    const client = await lmtp();
    await client.play(FROM, JOIN, 'DATA');
    expect(await client.say('.')).toBe('250 2.6.0 accepted as 1');
    expect(await onlyRaw()).toBe('');
    await client.quit();
  });
});

describe('whatever the sender, the mail is taken', () => {
  it.each([
    ['MAIL FROM:<>', ''],
    ['MAIL FROM: <admin@nic.xa>', 'admin@nic.xa'],
    ['mail from:admin@nic.xa', 'admin@nic.xa'],
    ['MAIL FROM:<админ@пример.испытание> SMTPUTF8', 'админ@пример.испытание'],
    ['MAIL FROM:<"jane doe"@nic.xa>', '"jane doe"@nic.xa'],
    ['MAIL FROM:<"a@b>c\\"d"@nic.xa> SIZE=10', '"a@b>c\\"d"@nic.xa'],
    ['MAIL FROM:<"unclosed@nic.xa> SIZE=10', '"unclosed@nic.xa'],
    ['MAIL FROM:<.a..b.@nic.xa>', '.a..b.@nic.xa'],
    ['MAIL FROM:<a@b@c>', 'a@b@c'],
    ['MAIL FROM:<root>', 'root'],
    ['MAIL FROM:<@relay.xb,@relay.xc:admin@nic.xa>', 'admin@nic.xa'],
    ['MAIL FROM:<a@[IPv6:2001:db8::1]>', 'a@[IPv6:2001:db8::1]'],
    ['MAIL FROM:<a\u0000b@nic.xa>', 'a\u{fffd}b@nic.xa'],
    [`MAIL FROM:<${'a'.repeat(400)}@nic.xa>`, `${'a'.repeat(400)}@nic.xa`],
    ['MAIL FROM:<a@nic.xa> BODY=BINARYMIME RET=HDRS ENVID=x ENVID=y', 'a@nic.xa'],
    ['MAIL FROM:<a@nic.xa> SIZE=many AUTH=<> XVERP=+= REQUIRETLS BODY', 'a@nic.xa'],
  ])('%s', async (command, envelopeFrom) => {
    const client = await lmtp();
    expect(await client.play(command, `${JOIN} NOTIFY=NEVER ORCPT=bad X`)).toEqual([
      `C: ${command}`,
      'S: 250 2.1.0 ok',
      `C: ${JOIN} NOTIFY=NEVER ORCPT=bad X`,
      'S: 250 2.1.5 ok',
    ]);
    expect(await client.data(mail('1'))).toEqual(['250 2.6.0 accepted as 1']);
    expect(await inboxOf(database.db)).toMatchObject([{ envelope_from: envelopeFrom }]);
    await client.quit();
  });

  it.each([
    'RCPT TO:<nobody@lists.example>',
    'RCPT TO:<tld-ops@other.example>',
    'RCPT TO:<>',
    'RCPT TO:<"tld ops"@lists.example>',
    'RCPT TO:<tld-ops@lists.example@evil.test>',
    'RCPT TO:<tld-ops\u0000@lists.example>',
  ])('but the recipient must be ours: %s', async (command) => {
    const client = await lmtp();
    await client.say(FROM);
    expect(await client.say(command)).toBe('550 5.1.1 no such address here');
    await client.quit();
  });

  it('a thousand recipients are enough for one mail; for more the client comes again', async () => {
    const client = await lmtp();
    const many = Array.from(
      { length: 1001 },
      (_, index) => `RCPT TO:<tld-ops-join+${index}@lists.example>\r\n`,
    );
    client.write(`${FROM}\r\n${many.join('')}`);
    const replies: string[] = [];
    for (let index = 0; index < 1002; index += 1) replies.push(await client.reply());
    expect(replies.slice(-2)).toEqual(['250 2.1.5 ok', '452 4.5.3 too many recipients']);
    await client.quit();
  });
});

describe('a mail that is too big', () => {
  it('is refused at MAIL when its size is declared', async () => {
    const client = await lmtp();
    expect(await client.play(`${FROM} SIZE=${MAX_SIZE + 1}`, `${FROM} SIZE=${MAX_SIZE}`)).toEqual([
      `C: ${FROM} SIZE=${MAX_SIZE + 1}`,
      'S: 552 5.3.4 the message is too big',
      `C: ${FROM} SIZE=${MAX_SIZE}`,
      'S: 250 2.1.0 ok',
    ]);
    await client.quit();
  });

  it.each(['lmtp', 'smtp'] as const)(
    'is refused by %s after the dot when it was not',
    async (door) => {
      const client = door === 'lmtp' ? await lmtp() : await smtp();
      await client.play(`${FROM} SIZE=10`, JOIN, POSTS);
      const replies = await client.data(`${'x'.repeat(MAX_SIZE)}\r\n`, door === 'lmtp' ? 2 : 1);
      for (const reply of replies) expect(reply).toMatch(/^552 5\.3\.4 /);
      expect(await client.say('NOOP')).toBe('250 2.0.0 OK');
      expect(await inboxOf(database.db)).toEqual([]);
      await client.quit();
    },
  );

  it('leaves the connection for the next, and the limit itself is not too big', async () => {
    const client = await lmtp();
    await client.play(FROM, JOIN);
    await client.data(`${'x'.repeat(MAX_SIZE * 3)}\r\n`);
    await client.play(FROM, JOIN);
    const body = 'x'.repeat(MAX_SIZE - 4);
    expect(await client.data(`\r\n${body}\r\n`)).toEqual(['250 2.6.0 accepted as 1']);
    await client.quit();
  });
});

describe('the same mail once more', () => {
  it('is one row that was seen twice', async () => {
    for (const door of ['lmtp', 'smtp'] as const) {
      const client = door === 'lmtp' ? await lmtp() : await smtp();
      await client.play(FROM, JOIN);
      expect(await client.data(mail('1'))).toEqual(['250 2.6.0 accepted as 1']);
      await client.quit();
    }
    expect(await inboxOf(database.db)).toMatchObject([{ times_seen: 2 }]);
  });

  it('after a connection lost before the dot is new: half a mail leaves nothing', async () => {
    const client = await lmtp();
    await client.play(FROM, JOIN, 'DATA');
    client.write(mail('1').slice(0, 100));
    client.drop();
    await until(() => doors.log.lines.some((line) => line.includes('connection-lost')));
    expect(await inboxOf(database.db)).toEqual([]);
    const again = await lmtp();
    await again.play(FROM, JOIN);
    expect(await again.data(mail('1'))).toEqual([expect.stringMatching(/^250 2\.6\.0 /)]);
    expect(await inboxOf(database.db)).toMatchObject([{ times_seen: 1 }]);
    await again.quit();
  });
});

describe('the log', () => {
  it('holds neither tokens nor addresses nor words of the mail', async () => {
    const token = '0123456789abcdefghjkmnpqrs';
    const client = await lmtp();
    await client.play(FROM, `RCPT TO:<tld-ops-join+${token}@lists.example>`);
    await client.data(mail('1', 'secret words'));
    await client.quit();
    const log = doors.log.lines.join('\n');
    expect(log).toContain('info mail accepted {"inboxId":1');
    for (const word of [token, 'nic.xa', 'secret']) expect(log).not.toContain(word);
  });
});
