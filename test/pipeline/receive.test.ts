import { Readable } from 'node:stream';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type ReceiveOptions, receive } from '../../src/pipeline/receive.ts';
import { connect } from '../../src/store/db.ts';
import { rawMail } from '../../src/store/inbox.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { MAX_SIZE, TestLog, acceptFor, inboxOf, mail, openDoors } from '../support/door.ts';
import { SmtpClient } from '../support/smtp-client.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
beforeEach(() =>
  sql`truncate jobs, inbox, raw_mails restart identity cascade`.execute(database.db),
);

const JOIN = 'tld-ops-join@lists.example';
const POSTS = 'tld-ops@lists.example';

/** As pipe(8) gives it: LF line ends, with the trace fields of flags=DR. */
const PIPED = `Return-Path: <admin@nic.xa>\nDelivered-To: ${JOIN}\n${mail('1').replaceAll('\r\n', '\n')}`;

/** Runs one pipe; returns the exit code, what was said and what was logged. */
async function run(
  argv: string[],
  message: string | AsyncIterable<Buffer> = PIPED,
  over: Partial<ReceiveOptions> = {},
): Promise<{ code: number; said: string[]; log: TestLog }> {
  const log = new TestLog();
  const said: string[] = [];
  const code = await receive({
    argv,
    stdin: typeof message === 'string' ? Readable.from([Buffer.from(message)]) : message,
    accept: acceptFor(database.db, log),
    maxSize: MAX_SIZE,
    say: (line) => said.push(line),
    log,
    ...over,
  });
  return { code, said, log };
}

describe('the pipe', () => {
  it('stores the mail in wire form and exits 0', async () => {
    const client = { address: '203.0.113.9', helo: 'mail.nic.xa', queueId: '4FzX1z' };
    const { code, said } = await run(['admin@nic.xa', JOIN], PIPED, { client });
    expect({ code, said }).toEqual({ code: 0, said: ['2.0.0 accepted as 1'] });
    expect(await inboxOf(database.db)).toMatchObject([
      { envelope_from: 'admin@nic.xa', recipient: JOIN, client },
    ]);
    expect((await rawMail(database.db, 1))?.toString()).toBe(PIPED.replaceAll('\n', '\r\n'));
  });

  it('and LMTP know the same mail as one', async () => {
    const doors = await openDoors(database.db);
    const lmtp = await SmtpClient.open(doors.lmtp);
    await lmtp.play('LHLO x', 'MAIL FROM:<admin@nic.xa>', `RCPT TO:<${JOIN}>`);
    await lmtp.data(mail('1'));
    await lmtp.quit();
    await doors.close(1000);
    const { code, said } = await run(['admin@nic.xa', JOIN]);
    expect({ code, said }).toEqual({ code: 0, said: ['2.0.0 accepted as 1'] });
    expect(await inboxOf(database.db)).toMatchObject([{ times_seen: 2 }]);
  });

  it.each(['', '<>', 'MAILER-DAEMON', 'mailer-daemon', '<MAILER-DAEMON>'])(
    'takes %j for the null sender',
    async (sender) => {
      expect((await run([sender, JOIN])).code).toBe(0);
      expect(await inboxOf(database.db)).toMatchObject([{ envelope_from: '' }]);
    },
  );

  it.each([
    ['<admin@nic.xa>', 'admin@nic.xa'],
    ['MAILER-DAEMON@nic.xa', 'MAILER-DAEMON@nic.xa'],
    ['-f', '-f'],
    ['jane doe@nic.xa', 'jane doe@nic.xa'],
  ])('takes %j for %j', async (sender, envelopeFrom) => {
    expect((await run([sender, JOIN])).code).toBe(0);
    expect(await inboxOf(database.db)).toMatchObject([{ envelope_from: envelopeFrom }]);
  });

  it.each([
    ['CRLF line ends (eol=\\r\\n)', 'A: b\r\n\r\nx\r\n', 'A: b\r\n\r\nx\r\n'],
    ['a last line that is not closed', 'A: b\n\nx', 'A: b\r\n\r\nx\r\n'],
    ['the mbox line of flag F', 'From a@nic.xa Fri May  1 12:00:00 2026\nA: b\n\n', 'A: b\r\n\r\n'],
    ['From as text', 'A: b\n\nFrom here on\n', 'A: b\r\n\r\nFrom here on\r\n'],
    ['lone dots', 'A: b\n\n.\n..\n', 'A: b\r\n\r\n.\r\n..\r\n'],
    ['nothing', '', ''],
    ['nothing but LF', '\n\n', '\r\n\r\n'],
  ])('brings %s to wire form', async (_, given, stored) => {
    expect((await run(['a@nic.xa', JOIN], given)).code).toBe(0);
    expect((await rawMail(database.db, 1))?.toString()).toBe(stored);
  });
});

describe('of several recipients', () => {
  it('all are stored', async () => {
    expect((await run(['a@nic.xa', JOIN, POSTS])).code).toBe(0);
    expect(await inboxOf(database.db)).toHaveLength(2);
  });

  it('those that are ours are stored and the others are logged', async () => {
    const { code, log } = await run(['a@nic.xa', 'nobody@lists.example', JOIN]);
    expect(code).toBe(0);
    expect(await inboxOf(database.db)).toMatchObject([{ recipient: JOIN }]);
    expect(log.lines).toContain(
      'warn accepted without the recipients that are not ours {"unknown":1}',
    );
  });

  it('none of ours is refused: 67 and 5.1.1', async () => {
    const { code, said } = await run(['a@nic.xa', 'nobody@lists.example', 'x@y.test']);
    expect({ code, said }).toEqual({ code: 67, said: ['5.1.1 no such address here'] });
  });
});

describe('a mail that is too big', () => {
  it('is refused: 69 and 5.3.4, read to its end, and never held', async () => {
    let read = 0;
    const endless = (async function* (): AsyncGenerator<Buffer> {
      for (; read < 100; read += 1) yield Buffer.alloc(MAX_SIZE / 10, 'x');
    })();
    const { code, said } = await run(['a@nic.xa', JOIN], endless);
    expect({ code, said, read }).toEqual({
      code: 69,
      said: ['5.3.4 the message is too big'],
      read: 100,
    });
    expect(await inboxOf(database.db)).toEqual([]);
  });

  it('is measured in wire form, as by LMTP', async () => {
    const fits = '\n'.repeat(MAX_SIZE / 2);
    expect((await run(['a@nic.xa', JOIN], fits)).code).toBe(0);
    expect((await run(['a@nic.xa', JOIN], `${fits}\n`)).code).toBe(69);
  });
});

describe('every trouble is 75, so that the mail stays in the queue', () => {
  const failing = (async function* (): AsyncGenerator<Buffer> {
    yield Buffer.from('From: x\n');
    throw new Error('read error');
  })();
  const never = (async function* (): AsyncGenerator<Buffer> {
    yield Buffer.from('From: x\n');
    await new Promise(() => undefined);
  })();
  const faulty = {
    recipient: (): 'ok' => 'ok',
    accept: () => {
      throw new TypeError('a fault of ours');
    },
  };

  it.each<[string, string[], AsyncIterable<Buffer> | string, Partial<ReceiveOptions>, string]>([
    ['no argument', [], PIPED, {}, 'called without'],
    ['no recipient', ['a@nic.xa'], PIPED, {}, 'called without'],
    ['standard input that breaks', ['a@nic.xa', JOIN], failing, {}, 'read error'],
    ['standard input that never ends', ['a@nic.xa', JOIN], never, { patience: 50 }, 'too-slow'],
    ['a fault of ours', ['a@nic.xa', JOIN], PIPED, { accept: faulty }, 'a fault of ours'],
  ])('%s', async (_, argv, message, over, cause) => {
    const { code, said, log } = await run(argv, message, over);
    expect({ code, said }).toEqual({ code: 75, said: ['4.3.0 try again later'] });
    expect(log.lines.join('\n')).toContain(cause);
    expect(await inboxOf(database.db)).toEqual([]);
  });

  it('the database away', async () => {
    const db = connect('postgres://127.0.0.1:1/none');
    const { code, said, log } = await run(['a@nic.xa', JOIN], PIPED, { accept: acceptFor(db) });
    expect({ code, said }).toEqual({ code: 75, said: ['4.3.0 try again later'] });
    expect(log.lines.join('\n')).toContain('database-away');
    await db.destroy();
  });
});
