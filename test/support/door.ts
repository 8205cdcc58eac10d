/** An engine's doors for a test: a database of its own, the shared door, a listener on free ports. */

import { type Accept, type DoorLog, makeAccept } from '../../src/pipeline/accept.ts';
import { type Door, readDoors } from '../../src/pipeline/doors.ts';
import { type Listening, listen } from '../../src/pipeline/listen.ts';
import type { Db } from '../../src/store/db.ts';
import type { InboxRow } from '../../src/store/inbox.ts';

const NAMES = { list: 'tld-ops', domain: 'lists.example' };

export const NOON = new Date('2026-05-01T12:00:00Z');

export const MAX_SIZE = 200_000;

/** What was logged, as `level message facts`. */
export class TestLog implements DoorLog {
  readonly lines: string[] = [];
  info(facts: Record<string, unknown>, message: string): void {
    this.lines.push(`info ${message} ${JSON.stringify(facts)}`);
  }
  warn(facts: Record<string, unknown>, message: string): void {
    this.lines.push(`warn ${message} ${JSON.stringify(facts)}`);
  }
  error(facts: Record<string, unknown>, message: string): void {
    this.lines.push(`error ${message} ${JSON.stringify(facts)}`);
  }
}

export function acceptFor(db: Db, log: DoorLog = new TestLog(), patience?: number): Accept {
  const options = { db, names: NAMES, now: () => NOON, maxSize: MAX_SIZE, log };
  return makeAccept(patience === undefined ? options : { ...options, patience });
}

export interface OpenDoors extends Listening {
  readonly lmtp: Door;
  readonly smtp: Door;
  readonly log: TestLog;
}

/** An LMTP and an SMTP door on free loopback ports. */
export async function openDoors(
  db: Db,
  {
    trustedPeers = [],
    idle,
    text = 'lmtp://127.0.0.1:0,smtp://127.0.0.1:0',
  }: {
    trustedPeers?: string[];
    idle?: number;
    text?: string;
  } = {},
): Promise<OpenDoors> {
  const log = new TestLog();
  const listening = await listen({
    doors: readDoors(text),
    trustedPeers,
    accept: acceptFor(db, log),
    maxSize: MAX_SIZE,
    hostname: 'lists.example',
    log,
    ...(idle === undefined ? {} : { idle }),
  });
  const [lmtp, smtp = lmtp] = listening.addresses;
  if (lmtp === undefined || smtp === undefined) throw new Error('no door');
  return { ...listening, lmtp, smtp, log };
}

export async function inboxOf(db: Db): Promise<InboxRow[]> {
  return db.selectFrom('inbox').selectAll().orderBy('id').execute();
}

/** Waits until the condition holds; fails after five seconds. */
export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 5000;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error('waited five seconds in vain');
    await new Promise((resolve) => {
      setTimeout(resolve, 10);
    });
  }
}

/** A mail of a person, CRLF line ends, a Message-ID of its own. */
export function mail(id: string, body = 'Hello.'): string {
  return [
    'Received: from mx.nic.xa (mx.nic.xa [192.0.2.9])',
    '\tby lists.example (Postfix) with ESMTP id ABCDEF; Fri, 1 May 2026 11:59:58 +0000',
    'From: Admin <admin@nic.xa>',
    'To: tld-ops-join@lists.example',
    'Date: Fri, 1 May 2026 11:59:57 +0000',
    `Message-ID: <${id}@nic.xa>`,
    'Subject: our contacts',
    '',
    body,
    '',
  ].join('\r\n');
}
