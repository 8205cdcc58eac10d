/** What must hold about posts, issues and who can be reached; each function says what is wrong in sentences. */

import { replayRoster } from '../../src/machines/replay.ts';
import type { Broadcast } from '../../src/store/broadcasts.ts';
import type { InboxRow } from '../../src/store/inbox.ts';
import { VALIDATORS } from './cast.ts';
import { readersOf, type Seen } from './seen.ts';

/** Nothing goes to an address that was not on the list, or out of reach, when it was handed over. */
function copiesGoToMembers({ sent }: Seen): string[] {
  return sent.flatMap(({ address, broadcast, wrong }) =>
    wrong.map((why) => `Copy ${broadcast} went to ${address}: ${why}.`),
  );
}

/** Each address has one copy of each post or issue, or it is marked that nobody knows. */
function copiesGoOutOnce({ sent, copies }: Seen): string[] {
  const all = Map.groupBy(
    sent.filter(({ kept }) => kept),
    ({ broadcast, address }) => `${broadcast} to ${address}`,
  );
  return [...all].flatMap(([name, { length: times }]) => {
    const row = copies.find((one) => `${one.broadcast_id} to ${one.address}` === name);
    return times === 1 || row?.doubtful === true
      ? []
      : [`Copy ${name} went out ${times} times, and nobody is told.`];
  });
}

/** What is noted as handed over was. */
function handedCopiesArrived({ sent, copies }: Seen): string[] {
  const arrived = new Set(
    sent.flatMap(({ kept, broadcast, address }) => (kept ? [`${broadcast} ${address}`] : [])),
  );
  return copies
    .filter(({ handed_at: at }) => at !== null)
    .map((one) => `${one.broadcast_id} ${one.address}`)
    .filter((name) => !arrived.has(name))
    .map((name) => `Copy ${name} is marked as handed over, and was not.`);
}

/** Who wrote a post that went out was on the list, and has written it or said so; or a Validator let it go. */
function postsAreOfMembers(seen: Seen): string[] {
  return postsSent(seen).flatMap((mail) => {
    if (isReleased(seen, mail)) return [];
    const author = mail.from_address ?? '';
    return [
      ...(wasMember(seen, author, mail.processed_at ?? seen.now)
        ? []
        : [`Mail ${mail.id} went to everybody, and ${author} is not on the list.`]),
      ...(isTheirs(seen, mail, author)
        ? []
        : [`Mail ${mail.id} went to everybody, and nobody who reads ${author} wrote it.`]),
      ...(mail.class === 'human' ? [] : [`Nobody typed mail ${mail.id} (${mail.class}).`]),
    ];
  });
}

function postsSent({ broadcasts, inbox }: Seen): InboxRow[] {
  return broadcasts.flatMap(({ inbox_id: id }) => inbox.find((mail) => mail.id === id) ?? []);
}

/** A post goes out once, as its mail says; what its author denied, or was turned away, does not. */
function deniedPostsStay(seen: Seen): string[] {
  const { audit } = seen;
  return postsSent(seen).flatMap((mail) => {
    const sent = audit.findLast(
      ({ reason, inbox_id: id }) => reason === 'post-distributed' && id === mail.id,
    );
    const denied = audit.find(
      ({ reason, facts }) => reason === 'post-denied' && facts['inbox'] === mail.id,
    );
    return [
      ...(mail.outcome === 'distributed' ? [] : [`Mail ${mail.id} went out: ${mail.outcome}.`]),
      ...(sent === undefined ? [`Nothing says why mail ${mail.id} went out.`] : []),
      ...(denied !== undefined && sent !== undefined && denied.id < sent.id
        ? [`Mail ${mail.id} was denied by its author, and went out.`]
        : []),
    ];
  });
}

function isReleased(seen: Seen, { id }: InboxRow): boolean {
  const words = seen.audit.filter(
    ({ reason, facts }) => reason === 'post-released' && facts['inbox'] === id,
  );
  return words.some((row) =>
    VALIDATORS.some(({ address }) => readersOf(seen, row.inbox_id).includes(address)),
  );
}

function isTheirs(seen: Seen, mail: InboxRow, author: string): boolean {
  const words = seen.audit.filter(
    ({ reason, facts }) => reason === 'post-confirmed' && facts['inbox'] === mail.id,
  );
  const rows = [mail.id, ...words.map((row) => row.inbox_id)];
  return rows.some((id) => readersOf(seen, id).includes(author));
}

function wasMember({ memberships }: Seen, author: string, at: Date): boolean {
  return memberships.some(
    ({ address, since, ended }) =>
      address === author && since <= at && (ended === null || ended >= at),
  );
}

/** One issue for a period, and for each first of a month while somebody was there to read it. */
function issuesComeOnce(now: Seen, before: Seen): string[] {
  const periods = now.issues.map(({ period }) => period);
  const twice = periods.filter((one, at) => periods.indexOf(one) !== at);
  const first = new Date(Date.UTC(now.now.getUTCFullYear(), now.now.getUTCMonth(), 1, 6));
  const month = `month ${first.toISOString().slice(0, 7)}`;
  // A catch-up may stand for the month before: one comes, and not several.
  const wasMade = now.issues.some(
    ({ period, made_at: at }) => period.startsWith('month') && at >= first,
  );
  const isNew = before.now < first && now.now >= first;
  // Whether the engine ran then or came back later: those were there all the time.
  const readers = readersAt(before).filter((one) => readersAt(now).includes(one));
  return [
    ...twice.map((period) => `There are two issues for ${period}.`),
    ...(isNew && readers.length > 0 && !wasMade
      ? [`There is no issue for ${month}, and ${readers.join(', ')} wait for it.`]
      : []),
  ];
}

function readersAt({ memberships, now }: Seen): string[] {
  return memberships
    .filter(({ since, ended, unreachable }) => since < now && ended === null && !unreachable)
    .map(({ address }) => address);
}

/** The table of an issue is the roster as it was, in the store and in the hands of its readers. */
function issuesShowTheRoster({ issues, tables, audit }: Seen): string[] {
  return issues.flatMap(({ id, roster: kept }) => {
    const made = audit.find(
      ({ reason, facts }) => reason === 'issue-sent' && facts['issue'] === id,
    );
    if (made === undefined) return [`Nothing says why issue ${id} was made.`];
    const { roster } = replayRoster(audit.filter((row) => row.id < made.id));
    const wanted = named(roster.map(({ cctld, address }) => `${cctld} ${address}`));
    const shown = [
      named(kept.map(({ cctld, address }) => `${cctld} ${address}`)),
      ...tables.filter(({ issue }) => issue === id).map(({ rows }) => named(rows)),
    ];
    return shown
      .filter((one) => one !== wanted)
      .map((one) => `Issue ${id} shows ${one}, and the list was ${wanted}.`);
  });
}

function named(rows: readonly string[]): string {
  return rows.toSorted().join(', ');
}

/** Only reports that tell the truth about a mail of ours are kept. */
function onlyTrueReportsCount({ bounces, inbox, reports }: Seen): string[] {
  return bounces.flatMap(({ inbox_id: id, address }) => {
    const mail = inbox.find((one) => one.id === id);
    const report = reports.get(mail?.message_id ?? '');
    return report?.genuine === true && report.to === address
      ? []
      : [`The report of mail ${id} about ${address} is kept, and is forged.`];
  });
}

/** Nobody counts as unreachable without a letter of their own that came back. */
function onlyTheLostAreUnreachable({ memberships, letters, reports }: Seen): string[] {
  const lost = memberships.filter(({ unreachable }) => unreachable !== null);
  return [...new Set(lost.map(({ address }) => address))].flatMap((address) => {
    const asked = letters.some(
      ({ name, addressee, sent_at: at }) => name === 'probe' && addressee === address && at,
    );
    const back = [...reports.values()].some(
      ({ to, of, isBounce, genuine }) => of === 'probe' && to === address && isBounce && genuine,
    );
    return asked && back ? [] : [`${address} counts as unreachable, and no probe came back.`];
  });
}

/** Who cannot be reached stays on the list: neither the mark nor its case moves anybody. */
function theLostStayOnTheList({ audit, cases }: Seen): string[] {
  const ids = cases.filter(({ kind }) => kind === 'unreachable').map(({ id }) => id);
  return audit
    .filter(({ after }) => 'rosters' in after)
    .filter((row) => row.reason === 'unreachable' || ids.includes(row.case_id ?? 0))
    .map(({ id, reason }) => `Row ${id} (${reason}) moves somebody who cannot be reached.`);
}

/** What is through is forgotten; what is not is in somebody's hands. */
function broadcastsAreForgotten({ broadcasts, copies, editions, jobs }: Seen): string[] {
  const open = broadcasts.filter(({ done_at: at }) => at === null);
  const done = broadcasts.filter(({ done_at: at }) => at !== null);
  const secrets = copies.filter(
    ({ secret, broadcast_id: of }) => secret !== null && done.some(({ id }) => id === of),
  );
  const lost = open.filter((one) => !jobs.some(({ key }) => isAbout(key, one)));
  return [
    ...lost.map(({ id }) => `Nobody has broadcast ${id}, and it is not done.`),
    ...done.flatMap(({ id, secret }) => (secret === null ? [] : [`Broadcast ${id} has its mark.`])),
    ...secrets.map(({ broadcast_id: id, address }) => `Copy ${id} to ${address} has its token.`),
    ...(open.length === 0 && editions > 0 ? [`${editions} texts are kept.`] : []),
  ];
}

function isAbout(key: string, { id }: Broadcast): boolean {
  return key === `broadcast:${id}` || key.startsWith(`copies:${id}:`);
}

/** By name, as those of `invariants.ts`. */
export const LIST_INVARIANTS = {
  copiesGoToMembers,
  copiesGoOutOnce,
  handedCopiesArrived,
  postsAreOfMembers,
  deniedPostsStay,
  issuesComeOnce,
  issuesShowTheRoster,
  onlyTrueReportsCount,
  onlyTheLostAreUnreachable,
  theLostStayOnTheList,
  broadcastsAreForgotten,
};
