/** `tldops notify`: an issue of the contact list out of turn, or a look at what it would be. */

import { randomBytes } from 'node:crypto';
import { readConfig } from '../config.ts';
import type { Issue } from '../machines/issue/issue.ts';
import { previewIssue, type Published, sendExtra } from '../pipeline/issue.ts';
import type { Db } from '../store/db.ts';
import { print, Refused, withStore } from './command.ts';

interface Options {
  readonly json?: boolean;
  readonly preview?: boolean;
  readonly csv?: boolean;
  readonly vcard?: boolean;
}

/** Exit code 1 when nobody is there to get it, or today's went out already. */
export async function notify(options: Options): Promise<void> {
  if (options.preview === true) return preview(options);
  if (options.csv === true || options.vcard === true)
    throw new Refused('--csv and --vcard are for --preview: they print what would be attached.');
  const made = await withStore((db) => sendExtra({ ...making(db), random: randomBytes }));
  if (made.due === 'exists')
    throw new Refused('An issue out of turn went out today already; the next one can go tomorrow.');
  if (made.due === 'nobody') throw new Refused(NOBODY);
  print(options.json, describe(made), () => sentence(made));
}

const NOBODY = 'There is nobody on the list to whom mail can be sent: no issue was made.';

function sentence({ issue, readers }: Published): string {
  const people = readers.length === 1 ? '1 person' : `${readers.length} people`;
  return `Issue ${issue.number} will go to ${people} when the engine runs.\n`;
}

async function preview({ json, csv, vcard }: Options): Promise<void> {
  const made = await withStore((db) => previewIssue(making(db)));
  const { issue } = made;
  if (csv === true && json !== true) process.stdout.write(issue.csv.content);
  else if (vcard === true && json !== true) process.stdout.write(issue.cards.content);
  else print(json, { ...describe(made), text: issue.textFor(0) }, () => shown(issue));
}

function shown(issue: Issue): string {
  return `Subject: ${issue.subject}\n\n${issue.textFor(0)}`;
}

function describe({ issue, period, readers }: Published) {
  const { number, digest, subject, view } = issue;
  const { added, changed, removed } = view.changes;
  return {
    issue: number,
    period,
    made: view.at,
    subject,
    digest,
    recipients: readers.length,
    entries: view.entries.length,
    changes: { added: added.length, changed: changed.length, removed: removed.length },
  };
}

function making(db: Db) {
  const { list, domain, validators } = readConfig();
  return { db, names: { list, domain }, settings: { validators }, now: () => new Date() };
}
