/** What must hold about invitations, the yearly check and drills: who is asked, how often, and who answers. */

import type { Report } from '../../src/machines/report/report.ts';
import type { AuditRow } from '../../src/store/audit.ts';
import { CCTLDS } from './cast.ts';
import { readersOf, type LetterSeen, type Seen } from './seen.ts';

const YEAR = 365 * 86_400_000;

function fresh(now: Seen, before: Seen): readonly AuditRow[] {
  return now.audit.slice(before.audit.length);
}

function wasListed({ memberships }: Seen, at: Date, of: { cctld?: string; address?: string }) {
  return memberships.some(
    ({ cctld, address, since, ended }) =>
      (of.cctld ?? cctld) === cctld &&
      (of.address ?? address) === address &&
      since <= at &&
      (ended === null || ended >= at),
  );
}

/** Who has people on the list, is stopped, or said no within a year, is not invited. */
function onlyTheMissingAreInvited(now: Seen, before: Seen): string[] {
  const sent = now.letters.filter(({ name }) => name === 'invite').slice(invites(before).length);
  return sent.flatMap((letter) => {
    const found = now.cases.find(({ id }) => id === letter.case_id);
    const why = found?.cctld === undefined ? 'no case' : whyNot(now, before, letter, found.cctld);
    return why === undefined ? [] : [`Case ${letter.case_id} was invited: ${why}.`];
  });
}

function invites({ letters }: Seen): LetterSeen[] {
  return letters.filter(({ name }) => name === 'invite');
}

function whyNot(now: Seen, before: Seen, letter: LetterSeen, cctld: string): string | undefined {
  const at = letter.created_at;
  const earlier = new Date(at.getTime() - 1);
  const since = before.frozen.get(cctld);
  const refused = now.audit.some(
    (row) =>
      row.reason === 'invite-declined' &&
      row.cctld === cctld &&
      row.at < at &&
      at.getTime() - row.at.getTime() < YEAR,
  );
  if (wasListed(now, earlier, { cctld }) && wasListed(now, at, { cctld }))
    return `.${cctld} has people on the list`;
  if (since !== undefined && now.frozen.get(cctld) === since) return `.${cctld} is stopped`;
  return refused ? `.${cctld} has said no` : undefined;
}

/** One letter and two reminders for each Admin Contact of an invitation. */
function invitesAreFew(seen: Seen): string[] {
  return seen.cases
    .filter(({ kind }) => kind === 'invite')
    .flatMap(({ id }) => {
      const reasons = seen.audit.filter((row) => row.case_id === id).map(({ reason }) => reason);
      const rounds = reasons.filter((one) => one === 'invite-sent').length;
      const begun = reasons.filter((one) => AGAIN.has(one)).length;
      const letters = invites(seen).filter((one) => one.case_id === id).length;
      return [
        ...(rounds > 1 + begun ? [`Case ${id} was invited ${rounds} times.`] : []),
        ...(letters > 3 * rounds ? [`Case ${id} got ${letters} letters in ${rounds} rounds.`] : []),
      ];
    });
}

const AGAIN = new Set(['anchor-changed', 'invite-allowed']);

/** A no is the Admin Contact's own word, and typed. */
function onlyTheInvitedDecline(seen: Seen): string[] {
  return seen.audit
    .filter(({ reason }) => reason === 'invite-declined')
    .flatMap((row) => {
      const found = seen.cases.find(({ id }) => id === row.case_id);
      const mail = seen.inbox.find(({ id }) => id === row.inbox_id);
      const isTheirs = readersOf(seen, row.inbox_id).includes(found?.anchor ?? '');
      return [
        ...(isTheirs ? [] : [`Nobody who reads ${found?.anchor} said no in row ${row.id}.`]),
        ...(mail?.class === 'human' ? [] : [`A machine said no in row ${row.id}.`]),
      ];
    });
}

/** Data are confirmed by the word of who reads the letter about them, or by a change of them. */
function onlyTheAskedConfirm(now: Seen, before: Seen): string[] {
  const rows = fresh(now, before);
  const old = new Map(before.persons.map((one) => [one.address, one.confirmed_at?.getTime()]));
  const people = now.persons.filter(
    ({ address, confirmed_at: at }) => at !== null && old.get(address) !== at.getTime(),
  );
  const dates = new Map(before.cctlds.map((one) => [one.cctld, one.confirmed_at?.getTime()]));
  const places = now.cctlds.filter(
    ({ cctld, confirmed_at: at }) => at !== null && dates.get(cctld) !== at.getTime(),
  );
  const anchors = (cctld: string) =>
    [...now.cctlds, ...before.cctlds].flatMap((one) => (one.cctld === cctld ? one.anchor : []));
  const said = (who: string | null) =>
    rows.some(
      (row) =>
        row.reason === 'check-confirmed' &&
        row.facts['sentTo'] === who &&
        readersOf(now, row.inbox_id).includes(who ?? ''),
    );
  return [
    ...people
      .filter(({ address }) => !said(address))
      .filter(() => !rows.some(({ reason }) => reason === 'own-applied'))
      .map(({ address }) => `The data of ${address} are confirmed, and nobody said so.`),
    ...places
      .filter(({ cctld }) => !anchors(cctld).some(said))
      .filter(({ cctld }) => !rows.some((row) => row.reason === 'applied' && row.cctld === cctld))
      .map(({ cctld }) => `The people of .${cctld} are confirmed, and nobody said so.`),
  ];
}

/** Nobody is asked who is not on the list, and is not the Admin Contact of people who are. */
function onlyTheListedAreAsked(now: Seen, before: Seen): string[] {
  const known = new Set(before.asked.map((one) => `${one.check_id} ${one.address}`));
  return now.asked
    .filter((one) => !known.has(`${one.check_id} ${one.address}`))
    .flatMap(({ check_id: id, address, asked_at: at }) => {
      const check = now.checks.find((one) => one.id === id);
      const when = at ?? now.now;
      const anchored = [...now.cctlds, ...before.cctlds].filter(({ anchor }) => anchor === address);
      const isAnchor =
        check?.kind === 'yearly' && anchored.some(({ cctld }) => wasListed(now, when, { cctld }));
      return isAnchor || wasListed(now, when, { address })
        ? []
        : [`Check ${id} asks ${address}, who is not on the list.`];
    });
}

const ASKING = new Set(['check-contact', 'check-anchor', 'drill']);

/** Each turn of a check is one letter to an address. */
function oneLetterATurn({ letters }: Seen): string[] {
  const turns = letters.flatMap(({ name, addressee, key }) => {
    const turn = /:(check-\d+(?:-reminder)?)$/.exec(key)?.[1];
    return ASKING.has(name) && turn !== undefined ? [`${addressee} in ${turn}`] : [];
  });
  return [...Map.groupBy(turns, (one) => one)].flatMap(([turn, some]) =>
    some.length > 1 ? [`There are ${some.length} letters to ${turn}.`] : [],
  );
}

/** The report of a drill counts who was asked, and those who answered in time and themselves. */
function drillsAreCounted(seen: Seen): string[] {
  return seen.audit
    .filter(({ reason }) => reason === 'drill-closed')
    .flatMap((closed) => {
      const { check: id, asked, answered } = closed.facts;
      const rows = seen.asked.filter((one) => one.check_id === id);
      const answers = seen.audit.filter(
        (row) => row.reason === 'drill-answered' && row.facts['check'] === id && row.id < closed.id,
      );
      const theirs = rows.filter(({ address }) =>
        answers.some(
          (row) =>
            row.facts['sentTo'] === address && readersOf(seen, row.inbox_id).includes(address),
        ),
      );
      const [is, was] = [rows.length, theirs.length];
      return asked === is && answered === was
        ? []
        : [`Row ${closed.id} counts a drill wrongly: ${is} were asked, and ${was} answered.`];
    });
}

/** What the statistics say of the list as it is. */
export function reportFaults(report: Report, { roster }: Pick<Seen, 'roster'>): string[] {
  const listed = new Set<string>(roster.map(({ cctld }) => cctld));
  return (['ascii', 'idn'] as const).flatMap((what) => {
    const { total, regions } = report[what];
    const all = CCTLDS.filter((one) => one.startsWith('xn--') === (what === 'idn'));
    const wanted = all.filter((one) => listed.has(one)).length;
    const sums = [total, ...regions].map((one) => one.subscribed + one.notSubscribed - one.total);
    const inRegions = regions.reduce((sum, one) => sum + one.subscribed, 0);
    return total.subscribed === wanted &&
      total.total === all.length &&
      inRegions === wanted &&
      sums.every((one) => one === 0)
      ? []
      : [`The report of ${what} says ${JSON.stringify(report[what])}; ${wanted} are on the list.`];
  });
}

/** By name, as those of `invariants.ts`. */
export const ASKED_INVARIANTS = {
  onlyTheMissingAreInvited,
  invitesAreFew,
  onlyTheInvitedDecline,
  onlyTheAskedConfirm,
  onlyTheListedAreAsked,
  oneLetterATurn,
  drillsAreCounted,
};
