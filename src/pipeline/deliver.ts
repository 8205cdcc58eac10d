/** The letter worker: renders a decided letter, hands it over, and forgets its secrets. */

import { toValidators } from '../machines/answers.ts';
import type { BounceNote, CaseChange } from '../machines/decision.ts';
import type { Settings } from '../machines/facts.ts';
import { letterCameBack } from '../machines/invite-case.ts';
import { CATALOGUE, render } from '../machines/letters/catalogue.ts';
import type { LetterData, LetterInput, LetterName } from '../machines/letters/letter.ts';
import { kindOf } from '../machines/reading/bounce-kind.ts';
import { cleanLine } from '../machines/reading/clean-line.ts';
import type { Address } from '../machines/words/address.ts';
import { type ListNames, listAddresses, writeAddress } from '../machines/words/list-address.ts';
import { hideTokens } from '../machines/words/token.ts';
import { Permanent } from '../machines/words/trouble.ts';
import { lockChain } from '../store/audit.ts';
import { addBounce } from '../store/bounces.ts';
import { findCase } from '../store/cases.ts';
import { commitChanges } from '../store/commit.ts';
import type { Db } from '../store/db.ts';
import { rawMail } from '../store/inbox.ts';
import { buryJob, finishJob, type Job } from '../store/jobs.ts';
import {
  addLetter,
  findLetter,
  type LetterRow,
  markFailed,
  markSent,
  REPLACED,
  type Secrets,
} from '../store/letters.ts';
import { isRevoked } from '../store/tokens.ts';
import type { DoorLog } from './accept.ts';
import type { Meter } from './metrics.ts';
import type { Outgoing, SmtpOut } from './smtp-out.ts';

export interface DeliverDeps {
  readonly db: Db;
  readonly names: ListNames;
  readonly out: SmtpOut;
  readonly now: () => Date;
  readonly random: (size: number) => Buffer;
  readonly settings: Settings;
  readonly log: DoorLog;
  readonly metrics?: Meter;
}

/**
 * Sends the letter of a job. Throws Temporary when the relay does not take it now. A relay that
 * refuses for good makes a dead letter that `tldops outbox` shows. A crash between the relay's 250
 * and our commit sends it once more, with the same Message-ID.
 */
export async function deliver(deps: DeliverDeps, job: Job): Promise<void> {
  const letter = await findLetter(deps.db, Number(job.payload['letterId']));
  if (letter?.secrets == null || letter.sent_at !== null) return finishJob(deps.db, job);
  if (await isRevoked(deps.db, letter.id)) return skip(deps, job, letter);
  try {
    const reply = await deps.out.send(await compose(deps, letter, letter.secrets as Secrets));
    await deps.db.transaction().execute(async (trx) => {
      await finishJob(trx, job);
      await markSent(trx, letter.id, deps.now(), reply);
    });
    deps.metrics?.letter('sent');
  } catch (error) {
    if (!(error instanceof Permanent)) throw error;
    await giveUp(deps, job, letter, error.message);
  }
}

// It had to wait, and the case went on without it.
async function skip({ db, now }: DeliverDeps, job: Job, { id }: LetterRow): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await finishJob(trx, job);
    await markFailed(trx, id, now(), REPLACED);
  });
}

/** Ends the attempts for a letter; it is kept, and the operator and the Validators learn of it. */
export async function giveUp(
  deps: DeliverDeps,
  job: Job,
  letter: LetterRow,
  why: string,
): Promise<void> {
  const { db, now, log } = deps;
  log.error({ letter: letter.id, name: letter.name }, 'a letter could not be handed over');
  deps.metrics?.letter('failed');
  const change = await withoutMailbox(deps, letter, why);
  if (change !== undefined)
    return commitChanges({ ...deps, domain: deps.names.domain }, [change], undefined, (trx, at) =>
      bury(trx, job, letter.id, why, at),
    );
  await db.transaction().execute(async (trx) => {
    // The chain first, as everywhere (`store/audit.ts`).
    if (letter.name === 'probe') await lockChain(trx);
    await bury(trx, job, letter.id, why, now());
    if (letter.name === 'probe') return addBounce(trx, refused(letter, why), undefined, now());
    for (const alarm of alarmsFor(deps, letter, why)) {
      await addLetter(trx, alarm, {
        caseId: letter.case_id ?? undefined,
        step: `letter-${letter.id}`,
        now: now(),
        random: deps.random,
        domain: deps.names.domain,
      });
    }
  });
}

async function bury(trx: Db, job: Job, id: number, why: string, at: Date): Promise<void> {
  await markFailed(trx, id, at, why);
  await buryJob(trx, job, at, why);
}

// The mailbox of an invited Admin Contact does not exist, and our relay is the server that says so: as when
// a report says it, and the alarm about the invitation is enough.
async function withoutMailbox(
  { db, now, settings }: DeliverDeps,
  letter: LetterRow,
  why: string,
): Promise<CaseChange | undefined> {
  const { kind, said } = refused(letter, why);
  if (letter.name !== 'invite' || letter.case_id === null || kind !== 'mailbox-gone')
    return undefined;
  const found = await findCase(db, letter.case_id);
  if (found?.anchor !== letter.addressee) return undefined;
  const report = { source: { letter: letter.id }, ...(said === undefined ? {} : { said }) };
  return letterCameBack({ now: now(), settings }, found, report);
}

// Our relay refused it at once: nobody will report that it came back.
function refused({ id, addressee }: LetterRow, why: string): BounceNote {
  const said = cleanLine(hideTokens(why), 300);
  const kind = kindOf({ action: 'failed', said });
  return { letterId: id, address: addressee as Address, kind, said };
}

// A Validator who cannot be reached is no news for that Validator.
function alarmsFor({ settings }: DeliverDeps, letter: LetterRow, why: string) {
  if (settings.validators.includes(letter.addressee as Address)) return [];
  const { summary } = CATALOGUE[letter.name as LetterName];
  const data = { addressee: letter.addressee, summary, why: why.slice(0, 300) };
  return toValidators(settings, 'alarm-undelivered', data);
}

interface Stored {
  readonly letter: LetterData[LetterName];
  readonly answersTo?: string;
  readonly tokenExpires?: string;
}

async function compose(deps: DeliverDeps, row: LetterRow, secrets: Secrets): Promise<Outgoing> {
  const { names } = deps;
  const name = row.name as LetterName;
  const stored = row.data as unknown as Stored;
  const { subject, text } = render(inputOf(names, row, stored, secrets));
  const { service, automatic } = CATALOGUE[name];
  const token = secrets['token'];
  const root = row.case_id === null ? [] : [`case-${row.case_id}@${names.domain}`];
  const { answersTo } = stored;
  const attached = await original(deps.db, stored.letter);
  return {
    // RFC 3834 3.1.1 would allow the null reverse-path; this one tells us which letter bounced.
    envelope: { from: writeAddress('bounces', names, secrets.bounce), to: row.addressee },
    from: { name: 'TLD-OPS', address: writeAddress(service, names) },
    to: row.addressee,
    replyTo: writeAddress(service, names, token),
    messageId: secrets.messageId,
    references: [...root, ...(answersTo === undefined ? [] : [answersTo])],
    ...(answersTo === undefined ? {} : { inReplyTo: answersTo }),
    date: row.created_at,
    subject,
    text,
    headers: {
      'Auto-Submitted': automatic,
      'X-Auto-Response-Suppress': 'All',
      'X-TLD-OPS-Letter': name,
    },
    ...(attached === undefined ? {} : { attached }),
  };
}

function inputOf(names: ListNames, row: LetterRow, stored: Stored, secrets: Secrets): LetterInput {
  const { join, request, owner } = listAddresses(names);
  const token = secrets['token'];
  return {
    name: row.name as LetterName,
    to: row.addressee as Address,
    ...(row.case_id === null ? {} : { caseId: row.case_id }),
    data: stored.letter,
    ...(token === undefined ? {} : { token }),
    ...(stored.tokenExpires === undefined ? {} : { tokenExpires: stored.tokenExpires }),
    list: { name: names.list, join, request, owner },
  };
}

// What is passed on to people comes with the whole mail, so that nothing is lost on the way.
async function original(db: Db, data: object): Promise<Buffer | undefined> {
  if (!('attach' in data) || data.attach !== true || !('inboxId' in data)) return undefined;
  return rawMail(db, Number(data.inboxId));
}
