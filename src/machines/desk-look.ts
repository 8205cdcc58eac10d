/** Commands that only show something, and what is done with mails that were set aside. */

import { aboutCase } from './about-case.ts';
import { toSender } from './answers.ts';
import { commandsFor } from './commands-now.ts';
import { type At, refuse, type Result } from './desk.ts';
import { unknownCctld } from './desk-roster.ts';
import { explain } from './explain.ts';
import type { CommandFacts } from './facts.ts';
import type { CaseRow, CaseShown, MailRow, Shown } from './letters/letter.ts';
import { COMMAND_HELP } from './reading/command.ts';
import type { RegionTable } from './report/report.ts';
import { reportText } from './report/report-text.ts';
import { possible } from './run.ts';
import type { Case, RosterEntry } from './words/case.ts';
import { type Cctld, showCctld } from './words/cctld.ts';
import type { Command } from './words/command.ts';
import { dayOf } from './words/day.ts';

type Kind =
  | 'queue'
  | 'show'
  | 'show-cctld'
  | 'why'
  | 'roster'
  | 'quarantine'
  | 'show-mail'
  | 'replay'
  | 'release'
  | 'drop'
  | 'report'
  | 'help';
export type LookCommand = Extract<Command, { readonly kind: Kind }>;

/** Shows what is asked for. */
export function look({ facts }: At, command: LookCommand): Result {
  switch (command.kind) {
    case 'queue':
      return queue(facts);
    case 'show':
      return showCase(facts, command.caseId);
    case 'show-cctld':
      return showCctldState(facts, command.cctld);
    case 'why':
      return why(facts, command.caseId);
    case 'roster':
      return roster(facts, command.cctld);
    case 'quarantine':
      return quarantine(facts);
    case 'replay':
    case 'drop':
      return settle(facts, command.kind, command.mail);
    case 'show-mail':
      return showMail(facts, command.mail);
    case 'release':
      return release(facts, command.mail);
    case 'report':
      return report(facts, command.day ?? dayOf(facts.now));
    case 'help':
      return seen('Known commands:', { what: 'help', forms: COMMAND_HELP });
  }
}

function seen(answer: string, shown: Shown): Result {
  return { answer, reason: 'command-done', shown };
}

function queue(facts: CommandFacts): Result {
  const { open } = facts.desk;
  const queued = open.filter(({ state }) => state === 'queued').length;
  const answer =
    queued === 0
      ? `Open cases: ${open.length}. None of them waits for a decision.`
      : `Open cases: ${open.length}. A second letter shows what waits for a decision (${queued}); you can answer it.`;
  // Three hundred invitations that wait for their wave or an answer would hide what is to be decided.
  const waiting = open.filter(isQuietInvitation);
  const planned = waiting.filter(({ state }) => state === 'planned').length;
  const summed =
    waiting.length === 0
      ? ''
      : ` Invitations that wait for their wave: ${planned}; for an answer: ${waiting.length - planned}.`;
  const rows = open.filter((one) => !isQuietInvitation(one)).map(rowOf);
  return { ...seen(`${answer}${summed}`, { what: 'queue', rows }), desk: 'all' };
}

/** An invitation that nobody has to look at. */
export function isQuietInvitation({ kind, state }: Case): boolean {
  return kind === 'invite' && state !== 'awaiting-validator';
}

/** One row of a list of cases. */
export function rowOf(found: Case): CaseRow {
  const { id, cctld, kind, state, context, openedAt, dueAt } = found;
  return {
    caseId: id,
    ...(cctld === undefined ? {} : { cctld }),
    kind,
    state,
    evidence: context.evidence,
    opened: openedAt,
    ...(dueAt === undefined ? {} : { due: dueAt }),
  };
}

/** A case with all that an approval of it is for. */
export function shownCase({ now, settings }: Pick<CommandFacts, 'now' | 'settings'>, found: Case) {
  const can = commandsFor(found, settings.committee.length > 0);
  return { caseId: found.id, about: aboutCase(found, now, found), can } satisfies CaseShown;
}

function showCase(facts: CommandFacts, id: number): Result {
  const found = facts.cases.get(id);
  if (found === undefined) return refuse(`There is no case ${id}.`);
  const isOpen = canBeDecided(found);
  const answer = isOpen
    ? `Case ${id}. A second letter shows it too; you can answer that one.`
    : `Case ${id}.`;
  return {
    ...seen(answer, { what: 'case', ...shownCase(facts, found) }),
    ...(isOpen ? { desk: [id] } : {}),
  };
}

/** Whether a letter about the case could be answered with a decision. */
export function canBeDecided(found: Case): boolean {
  const event = found.kind === 'redelegation' ? 'same-manager' : 'ask';
  return possible(found, { type: event }) && possible(found, { type: 'reject' });
}

function showCctldState(facts: CommandFacts, cctld: Cctld): Result {
  const at = facts.desk.registry.get(cctld);
  if (at === undefined) return unknownCctld(cctld);
  const open = facts.desk.open.filter((one) => one.cctld === cctld);
  const rows = [...open, ...(facts.desk.last.get(cctld) ?? [])].map(rowOf);
  const { anchor, organisation } = at.view;
  const people = facts.desk.roster.filter((one) => one.cctld === cctld);
  return seen(`${showCctld(cctld)}:${whoIsLost(facts, people)}`, {
    what: 'cctld',
    anchor,
    organisation,
    ...(at.frozen === undefined ? {} : { frozen: at.frozen }),
    people,
    ...unconfirmedAmong(facts, people),
    rows,
    history: facts.desk.history?.get(cctld) ?? [],
  });
}

function why(facts: CommandFacts, id: number): Result {
  const rows = facts.desk.stories.get(id) ?? [];
  if (!facts.cases.has(id) || rows.length === 0) return refuse(`There is no case ${id}.`);
  const steps = explain(rows).map(({ at, sentences }) => ({ at, text: sentences }));
  return seen(`What happened with case ${id}, and why:`, { what: 'story', steps });
}

function roster(facts: CommandFacts, cctld: Cctld | undefined): Result {
  if (cctld !== undefined && !facts.desk.registry.has(cctld)) return unknownCctld(cctld);
  const people = facts.desk.roster.filter((one) => cctld === undefined || one.cctld === cctld);
  const where = cctld === undefined ? 'the list' : `the list for ${showCctld(cctld)}`;
  const answer = `On ${where} now (places: ${people.length}). This is for Validators only.${whoIsLost(facts, people)}`;
  return seen(answer, { what: 'roster', people, ...unconfirmedAmong(facts, people) });
}

function unconfirmedAmong({ desk }: CommandFacts, people: readonly RosterEntry[]) {
  const some = [...(desk.unconfirmed ?? [])].filter(([address]) =>
    people.some((one) => one.address === address),
  );
  return some.length === 0 ? {} : { unconfirmed: some };
}

// They are on the list, and get nothing that it sends.
function whoIsLost({ desk }: CommandFacts, people: readonly RosterEntry[]): string {
  const lost = desk.unreachable.filter((one) => people.some(({ address }) => address === one));
  return lost.length === 0 ? '' : ` Mail does not reach ${lost.join(', ')}.`;
}

function quarantine({ desk: { aside } }: CommandFacts): Result {
  const answer = `Mails that were set aside or held: ${aside.length}.`;
  return seen(answer, { what: 'quarantine', mails: aside.slice(-MOST_MAILS) });
}

const MOST_MAILS = 100;

function report({ desk: { reports }, now }: CommandFacts, day: string): Result {
  const found = reports?.get(day);
  if (found === undefined) return refuse(`Not done: ${day} has not come yet.`);
  const [when, were] =
    day === dayOf(now) ? ['Today, until now,', 'are'] : [`At the end of ${day},`, 'were'];
  const { ascii, idn } = found;
  const answer = `${when} ${ofAll(ascii)} ASCII ccTLDs and ${ofAll(idn)} IDN ccTLDs ${were} on the list. As a table or for programs: "tldops report --csv" or "--json" on the server.`;
  return seen(answer, { what: 'report', text: reportText(found) });
}

function settle({ desk }: CommandFacts, kind: 'replay' | 'drop', mail: number): Result {
  if (!desk.aside.some(({ inboxId }) => inboxId === mail)) return refuse(notAside(mail));
  const isReplay = kind === 'replay';
  return {
    answer: isReplay
      ? `Mail ${mail} is processed once more, as if it came now.`
      : `Mail ${mail} is left alone for good. It stays stored.`,
    reason: isReplay ? 'mail-replayed' : 'mail-dropped',
    quarantine: { do: kind, mail },
  };
}

function showMail(facts: CommandFacts, mail: number): Result {
  const found = heldPost(facts, mail);
  if ('reason' in found) return found;
  const { from, at } = found;
  const data = { inboxId: mail, from, at, why: found.why, attach: true };
  const letter = toSender(facts, 'mail-shown', data);
  return {
    ...seen(`A second letter brings mail ${mail}.`, { what: 'quarantine', mails: [found] }),
    letters: [{ ...letter, once: 'step' }],
  };
}

function release(facts: CommandFacts, mail: number): Result {
  const found = heldPost(facts, mail);
  if ('reason' in found) return found;
  return {
    answer: `Mail ${mail} goes to everybody on the list now, as its author wrote it. Without a TLP label it is RED.`,
    reason: 'post-released',
    quarantine: { do: 'release', mail, by: facts.mail.from.address, kind: 'validator' },
  };
}

function ofAll({ total: { subscribed, total } }: RegionTable): string {
  return `${subscribed} of ${total}`;
}

// Others may hold a code that is for one person alone.
function heldPost({ desk: { aside } }: CommandFacts, mail: number): MailRow | Result {
  const found = aside.find(({ inboxId }) => inboxId === mail);
  if (found === undefined) return refuse(notAside(mail));
  return found.isPost === true
    ? found
    : refuse(
        `Not done: mail ${mail} is no mail to the list that waits for your word. QUARANTINE shows why each mail is there.`,
      );
}

function notAside(mail: number): string {
  return `Not done: mail ${mail} is not set aside. QUARANTINE lists those that are.`;
}
