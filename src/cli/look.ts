/** Commands that look: inbox, cases, show, why, roster, audit. */

import { commandsFor } from '../machines/commands-now.ts';
import { isQuietInvitation } from '../machines/desk-look.ts';
import { explain } from '../machines/explain.ts';
import type { Address } from '../machines/words/address.ts';
import type { Case, RosterEntry } from '../machines/words/case.ts';
import { readCctld, showCctld } from '../machines/words/cctld.ts';
import type { Phone } from '../machines/words/contact.ts';
import { auditOfCase, verifyAudit } from '../store/audit.ts';
import { readCheckPeople, unconfirmedPeople } from '../store/check-people.ts';
import { findCase, listCases } from '../store/cases.ts';
import type { Db } from '../store/db.ts';
import { listInbox } from '../store/inbox.ts';
import { lettersOfCase } from '../store/letters.ts';
import { unreachableAddresses } from '../store/reach.ts';
import { findRegistry } from '../store/registry.ts';
import { readRoster } from '../store/roster.ts';
import { historyOf } from './history.ts';
import { plain, print, readNumber, Refused, showTime, table, withStore } from './command.ts';

interface Options {
  readonly json?: boolean;
}

export async function inbox({ json, limit }: Options & { limit: string }): Promise<void> {
  const rows = await withStore((db) => listInbox(db, { limit: readNumber(limit) }));
  const value = rows.map((row) => ({
    id: row.id,
    received: row.received_at.toISOString(),
    envelopeFrom: row.envelope_from,
    recipient: row.recipient,
    from: row.from_address,
    messageId: row.message_id,
    class: row.class,
    outcome: row.outcome,
    reason: row.reason,
    case: row.case_id,
    timesSeen: row.times_seen,
  }));
  print(json, value, () =>
    table(
      value.map((row) => [
        String(row.id),
        showTime(row.received),
        plain(row.from ?? row.envelopeFrom, 40),
        row.class ?? '-',
        row.outcome,
        row.reason ?? '-',
        row.case === null ? '-' : String(row.case),
      ]),
      ['mail', 'received (UTC)', 'from', 'class', 'outcome', 'reason', 'case'],
      'The inbox is empty.',
    ),
  );
}

export async function cases({ json, all }: Options & { all?: boolean }): Promise<void> {
  const found = await withStore(listCases);
  const chosen = found.filter((one) => all === true || json === true || !one.closed);
  // Three hundred invitations would hide the cases that somebody has to look at.
  const summed = all === true ? [] : chosen.filter(isQuietInvitation);
  const shown = chosen.filter((one) => !summed.includes(one)).map(summary);
  print(json, chosen.map(summary), () => `${caseTable(shown)}${invitationLine(summed)}`);
}

function caseTable(rows: readonly ReturnType<typeof summary>[]): string {
  return table(
    rows.map((one) => [
      String(one.case),
      one.kind,
      one.cctld === null ? '?' : `.${one.cctld}`,
      one.waiting === null ? one.state : `${one.state} (${one.waiting})`,
      one.evidence,
      plain(one.requester, 40),
      showTime(one.opened),
      showTime(one.due),
    ]),
    ['case', 'kind', 'ccTLD', 'state', 'evidence', 'requester', 'opened (UTC)', 'due (UTC)'],
    'No case is open.',
  );
}

function invitationLine(invitations: readonly Case[]): string {
  if (invitations.length === 0) return '';
  const planned = invitations.filter(({ state }) => state === 'planned').length;
  const waiting = invitations.length - planned;
  return `Besides, invitations that wait for their wave: ${planned}; for an answer: ${waiting} (all of them: tldops cases --all).\n`;
}

function summary(one: Case) {
  return {
    case: one.id,
    kind: one.kind,
    cctld: one.cctld ?? null,
    state: one.state,
    evidence: one.context.evidence,
    policy: one.context.policy,
    requester: one.requester,
    opened: one.openedAt,
    due: one.dueAt ?? null,
    waiting: one.waiting ?? null,
  };
}

export async function show(what: string, options: Options): Promise<void> {
  return /^\d+$/.test(what) ? showCase(readNumber(what), options) : showOneCctld(what, options);
}

async function showCase(id: number, { json }: Options): Promise<void> {
  const value = await withStore((db) => describe(db, id));
  print(json, value, () => `${JSON.stringify(value, null, 2)}\n`);
}

async function describe(db: Db, id: number) {
  const found = await mustFind(db, id);
  const rows = await auditOfCase(db, id);
  const letters = await lettersOfCase(db, id);
  const { request, context } = found;
  return {
    ...summary(found),
    anchor: found.anchor ?? null,
    snapshot: found.snapshotId ?? null,
    contacts: request.contacts.map(person),
    before: request.before.map(person),
    after: request.after.map(person),
    asks: request.asks,
    complaints: request.complaints,
    warnings: request.warnings,
    level: context.evidence,
    evidence: request.evidenceFacts,
    text: request.text,
    notes: request.notes,
    moved: request.moved ?? null,
    approvals: context.approvals,
    mails: request.mails,
    letters: letters.map((letter) => ({
      letter: letter.name,
      to: letter.addressee,
      sent: letter.sent_at?.toISOString() ?? null,
    })),
    events: rows.map(({ at, actor, reason }) => ({ at: at.toISOString(), actor, reason })),
    can: commandsFor(found),
  };
}

async function showOneCctld(what: string, { json }: Options): Promise<void> {
  const cctld = readCctld(what);
  if (cctld === undefined) throw new Refused(`"${what}" is neither a case number nor a ccTLD.`);
  const { state, people, history } = await withStore(async (db) => ({
    state: await findRegistry(db, cctld),
    history: await historyOf(db, 100, cctld),
    people: await readRoster(db, [cctld]),
  }));
  if (state === undefined) throw new Refused(`Nothing is known about ${showCctld(cctld)}.`);
  const value = {
    cctld,
    anchor: state.anchor,
    record: state.record,
    snapshot: state.snapshotId,
    checked: state.checkedAt.toISOString(),
    frozen: state.frozen ?? null,
    roster: people.map(person),
    history,
  };
  print(json, value, () => `${JSON.stringify(value, null, 2)}\n`);
}

export async function why(what: string, { json }: Options): Promise<void> {
  const id = readNumber(what);
  const { found, rows } = await withStore(async (db) => ({
    found: await mustFind(db, id),
    rows: await auditOfCase(db, id),
  }));
  const steps = explain(rows);
  print(json, { case: id, state: found.state, steps }, () => {
    const about =
      found.cctld === undefined ? 'a ccTLD that is not known yet' : showCctld(found.cctld);
    const head = `Case ${id} is a request about ${about}, by ${plain(found.requester, 100)}. It is now "${found.state}".\n`;
    const waits = found.waiting === undefined ? '' : `It waits: ${found.waiting}.\n`;
    const story = steps.map(
      (step) =>
        `\n${showTime(step.at)} UTC\n${step.sentences.map((one) => `  ${plain(one, 300)}\n`).join('')}`,
    );
    return head + waits + story.join('');
  });
}

async function mustFind(db: Db, id: number): Promise<Case> {
  const found = await findCase(db, id);
  if (found === undefined) throw new Refused(`There is no case ${id}.`);
  return found;
}

export async function roster({ json }: Options): Promise<void> {
  const { entries, lost, people, unconfirmed } = await withStore(async (db) => ({
    entries: await readRoster(db),
    lost: await unreachableAddresses(db),
    people: (await readCheckPeople(db)).persons,
    unconfirmed: await unconfirmedPeople(db),
  }));
  // When the person last said that the data are right; and since when they did not, though asked.
  const value = entries.map((entry) => {
    const confirmed = people.get(entry.address)?.confirmedAt;
    const since = unconfirmed.get(entry.address);
    return {
      ...asListed(entry),
      ...(confirmed === undefined ? {} : { confirmed: confirmed.toISOString() }),
      ...(since === undefined ? {} : { notConfirmedSince: since }),
    };
  });
  print(json, value, () => rosterTable(entries, lost, unconfirmed));
}

/** One place on the list, for programs. */
export function asListed(entry: RosterEntry) {
  return { cctld: entry.cctld, ...person(entry), since: entry.since };
}

const HEADS = ['ccTLD', '', 'first name', 'last name', 'phone', 'e-mail', 'since'];

/** The roster for a terminal; `lost` are those whom mail does not reach. `unconfirmed`: since when. */
export function rosterTable(
  entries: readonly RosterEntry[],
  lost: readonly Address[] = [],
  unconfirmed: ReadonlyMap<Address, string> = new Map(),
): string {
  return table(
    entries.map((entry) => [
      `.${entry.cctld}`,
      entry.primary ? 'primary' : '',
      plain(entry.firstName, 30),
      plain(entry.lastName, 30),
      entry.phones.map(showPhone).join(', '),
      lost.includes(entry.address) ? `${entry.address} (unreachable)` : entry.address,
      entry.since.slice(0, 10),
      ...(unconfirmed.size === 0 ? [] : [unconfirmed.get(entry.address)?.slice(0, 10) ?? '']),
    ]),
    [...HEADS, ...(unconfirmed.size === 0 ? [] : ['not confirmed since'])],
    'Nobody is on the list yet.',
  );
}

function person(one: Omit<RosterEntry, 'since' | 'cctld'>) {
  const { firstName, lastName, address, phones, primary } = one;
  return { firstName, lastName, address, phones: phones.map(showPhone), primary };
}

function showPhone(phone: Phone): string {
  return phone.e164 ?? plain(phone.raw, 40);
}

export async function auditVerify({ json }: Options): Promise<void> {
  const result = await withStore(verifyAudit);
  print(json, result, () =>
    result.broken === undefined
      ? `The audit trail is whole: ${result.rows} rows.\n`
      : `The audit trail is broken at row ${result.broken}.\n`,
  );
  if (result.broken !== undefined) throw new Refused('Rows were changed, removed or put in.');
}
