/** Commands about mails that were set aside or held. */

import { isReason, REASONS } from '../machines/reasons.ts';
import type { Db } from '../store/db.ts';
import { type InboxRow, findMail, rawMail } from '../store/inbox.ts';
import { dropMail, listQuarantine, releaseMail, replayMail } from '../store/quarantine.ts';
import { plain, print, readNumber, Refused, showTime, table, withStore } from './command.ts';

interface Options {
  readonly json?: boolean;
}

export async function quarantineList({ json }: Options): Promise<void> {
  const rows = await withStore(listQuarantine);
  const value = rows.map(describeMail);
  print(json, value, () =>
    table(
      value.map((row) => [
        String(row.id),
        showTime(row.received),
        plain(row.envelopeFrom, 40),
        row.outcome,
        plain(row.error ?? row.why, 120),
      ]),
      ['mail', 'received (UTC)', 'envelope sender', 'outcome', 'why'],
      'The quarantine is empty.',
    ),
  );
}

function describeMail(row: InboxRow) {
  return {
    id: row.id,
    received: row.received_at.toISOString(),
    envelopeFrom: row.envelope_from,
    recipient: row.recipient,
    outcome: row.outcome,
    reason: row.reason,
    why: row.reason !== null && isReason(row.reason) ? REASONS[row.reason] : '',
    error: typeof row.detail['error'] === 'string' ? row.detail['error'] : null,
    sha256: row.raw_sha256,
  };
}

export async function quarantineShow(what: string, { json }: Options): Promise<void> {
  const id = readNumber(what);
  const { row, raw } = await withStore(async (db) => ({
    row: await mustFind(db, id),
    raw: await rawMail(db, id),
  }));
  const content = raw?.toString('latin1') ?? '';
  print(json, { ...describeMail(row), raw: content }, () => `${readable(content)}\n`);
}

// A hostile mail must not steer the terminal of whoever looks at it.
function readable(content: string): string {
  return content.replaceAll('\r\n', '\n').replace(/[^\n\t\u0020-\u007e\u00a0-\u00ff]/g, '?');
}

export async function quarantineReplay(what: string, { json }: Options): Promise<void> {
  const id = readNumber(what);
  await withStore(async (db) => {
    await mustFind(db, id);
    if (!(await replayMail(db, id, new Date()))) {
      throw new Refused(`Mail ${id} was processed already or is waiting; it is not in quarantine.`);
    }
  });
  print(json, { replayed: id }, () => `Mail ${id} will be processed once more.\n`);
}

export async function quarantineRelease(what: string, { json }: Options): Promise<void> {
  const id = readNumber(what);
  await withStore(async (db) => {
    await mustFind(db, id);
    if (!(await releaseMail(db, id, new Date())))
      throw new Refused(`Mail ${id} is no mail to the list that waits for somebody's word.`);
  });
  print(json, { released: id }, () => `Mail ${id} goes to everybody on the list.\n`);
}

export async function quarantineDrop(what: string, { json }: Options): Promise<void> {
  const id = readNumber(what);
  await withStore(async (db) => {
    await mustFind(db, id);
    if (!(await dropMail(db, id, new Date())))
      throw new Refused(`Mail ${id} is not in quarantine.`);
  });
  print(json, { dropped: id }, () => `Mail ${id} stays stored and will not be processed.\n`);
}

async function mustFind(db: Db, id: number): Promise<InboxRow> {
  const row = await findMail(db, id);
  if (row === undefined) throw new Refused(`There is no mail ${id}.`);
  return row;
}
