/** SMTP smuggling: no way of ending a mail but CRLF.CRLF makes two mails of one. */

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { postfixIsHere } from '../support/postfix.ts';
import { anchor, connectAs, FOREIGN, JOIN } from './mails.ts';
import { allProcessed, openWorld, type World } from './world.ts';

const here = await postfixIsHere();

/** As in facts about Postfix 1.5: what ended a mail, besides CRLF.CRLF, before the guard was there. */
const ENDS: readonly (readonly [name: string, bytes: string])[] = [
  ['LF.LF', '\n.\n'],
  ['LF.CRLF', '\n.\r\n'],
  ['CRLF.LF', '\r\n.\n'],
  ['LF.CRCRLF', '\n.\r\r\n'],
  ['CRLF.CRCRLF', '\r\n.\r\r\n'],
  ['CR.CR', '\r.\r'],
];

/** Sends a mail of an attacker with one of the Admin Contact hidden in it, and returns its end. */
async function smuggle(port: number, end: string, id: string): Promise<string> {
  const smtp = await connectAs(FOREIGN, port);
  await smtp.play('MAIL FROM:<mallory@attacker.example>', `RCPT TO:<${JOIN}>`, 'DATA');
  const open = `From: mallory@attacker.example\r\nMessage-ID: <open-${id}@attacker.example>\r\n\r\n`;
  const hidden = `MAIL FROM:<${anchor('xa')}>\r\nRCPT TO:<${JOIN}>\r\nDATA\r\n`;
  const forged = `From: ${anchor('xa')}\r\nMessage-ID: <forged-${id}@nic.xa>\r\n\r\nCONFIRM\r\n`;
  smtp.write(`${open}Hello${end}${hidden}${forged}.\r\n`);
  const reply = await smtp.reply();
  await smtp.quit();
  return reply;
}

describe.skipIf(!here)('SMTP smuggling through a real Postfix', () => {
  let database: TestDatabase;
  let world: World;
  beforeAll(async () => {
    database = await testDatabase();
    world = await openWorld({ env: { DATABASE_URL: database.url }, databaseUrl: database.url });
  });
  afterAll(async () => {
    await world?.close();
    await database.close();
  });

  /** Tries all ends; returns the names of those that let the hidden mail come in. */
  async function tryAll(port: number, mark: string): Promise<string[]> {
    for (const [name, bytes] of ENDS) {
      expect(await smuggle(port, bytes, `${mark}-${name}`)).toContain('250 2.0.0 Ok: queued');
    }
    const ids = (await allProcessed(world)).map((row) => row.message_id ?? '');
    expect(ids.filter((id) => id.includes(`open-${mark}`))).toHaveLength(ENDS.length);
    return ENDS.map(([name]) => name).filter((name) =>
      ids.some((id) => id.includes(`forged-${mark}-${name}@`)),
    );
  }

  it('works with no end at all under the shipped settings', async () => {
    expect(await tryAll(world.mta.port, 'guarded')).toEqual([]);
  });

  it('works with five ends without them: this test would see it', async () => {
    expect(await tryAll(world.mta.openPort, 'bare')).toEqual(
      ENDS.map(([name]) => name).filter((name) => name !== 'CR.CR'),
    );
  });
});
