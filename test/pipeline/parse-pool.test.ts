/** Mails are read in threads: one that never ends, or eats all memory, harms nobody but itself. */

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { expect, it, onTestFinished } from 'vitest';
import { understand } from '../../src/machines/reading/understand.ts';
import { makeReader, type Reader, type ReaderOptions } from '../../src/pipeline/parse-pool.ts';
import { parseMail, type RawMail } from '../../src/pipeline/parse.ts';
import { cpuTime } from '../support/cpu.ts';
import { mailText, rawMail } from '../support/mail-text.ts';
import { form } from '../support/people.ts';

const names = { list: 'tld-ops', domain: 'lists.example' };

function open(options: Partial<ReaderOptions> = {}): Reader {
  const reader = makeReader({ names, ...options });
  onTestFinished(() => reader.close());
  return reader;
}

function mailOf(raw: Buffer | string): RawMail {
  const bytes = Buffer.from(raw);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const envelope = { from: 'admin@nic.xa', to: 'tld-ops-join@lists.example', client: {} };
  return { raw: bytes, sha256, envelope };
}

const ORDINARY = mailOf(rawMail({ subject: 'Zażółć', body: form('xa') }));

/** Far more work than a millisecond. */
const LONG = mailOf(mailText({ body: 'a: b\n'.repeat(300_000) }));

it('the thread gives back exactly what is read without one', async () => {
  const mail = await parseMail(ORDINARY);
  const read = understand(mail, names);
  expect(await open().read(ORDINARY)).toEqual({ mail, read });
  expect(structuredClone(read)).toEqual(read);
});

it('a mail that takes too long is ended with a reason', async () => {
  const reader = open({ threads: 1, deadlineMs: 1 });
  await expect(reader.read(LONG)).rejects.toThrow('took longer than 0.001 s');
  await expect(reader.read(LONG)).rejects.toThrow('took longer than 0.001 s');
});

it('mails that wait for one thread each get the answer about themselves', async () => {
  const reader = open({ threads: 1 });
  const slow = mailOf(mailText({ body: 'a: b\n'.repeat(50_000) }));
  const answers = await Promise.allSettled([slow, ORDINARY, slow, ORDINARY].map(reader.read));
  expect(answers.map((one) => (one.status === 'fulfilled' ? one.value.mail.sha256 : ''))).toEqual([
    slow.sha256,
    ORDINARY.sha256,
    slow.sha256,
    ORDINARY.sha256,
  ]);
});

it('a mail for which the memory is not enough is ended with a reason, and the next one is read', async () => {
  const reader = open({ threads: 1, memoryMb: 48 });
  const big = mailOf(
    mailText({ headers: { 'Content-Type': 'text/html' }, body: '<p>a</p>\n'.repeat(700_000) }),
  );
  await expect(reader.read(big)).rejects.toThrow(/memory/);
  expect((await reader.read(ORDINARY)).mail.subject).toBe('Zażółć');
}, 60_000);

it('a mail that cannot be parsed is told apart from a thread that failed', async () => {
  const reader = open({ threads: 1 });
  const deep = Array.from(
    { length: 30 },
    (_, n) => `Content-Type: multipart/mixed; boundary=b${n}\r\n\r\n--b${n}\r\n`,
  );
  await expect(reader.read(mailOf(deep.join('')))).rejects.toThrow('nested deeper than 20');
  await expect(reader.read(ORDINARY)).resolves.toBeDefined();
});

it('this thread goes on while another one reads', async () => {
  const reader = open();
  await reader.read(ORDINARY);
  const before = cpuTime();
  await reader.read(LONG);
  expect(cpuTime() - before).toBeLessThan(500);
});

it('mails that wait when the reader is closed are rejected, and so is any later one', async () => {
  const reader = open({ threads: 1 });
  const both = Promise.allSettled([reader.read(LONG), reader.read(ORDINARY)]);
  await reader.close();
  expect((await both).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  await expect(reader.read(ORDINARY)).rejects.toThrow('closed');
});

it('idle threads do not keep a process alive', () => {
  const pool = new URL('../../src/pipeline/parse-pool.ts', import.meta.url).href;
  const script = `
    const { makeReader } = await import(${JSON.stringify(pool)});
    const reader = makeReader({ names: { list: 'tld-ops', domain: 'lists.example' } });
    const raw = Buffer.from('From: a@b.xa\\r\\nSubject: read\\r\\n\\r\\nhi');
    const { mail } = await reader.read({ raw, sha256: '', envelope: { from: '', to: '', client: {} } });
    console.log(mail.subject);`;
  const run = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    encoding: 'utf8',
    timeout: 15_000,
  });
  expect([run.stdout.trim(), run.status]).toEqual(['read', 0]);
});
