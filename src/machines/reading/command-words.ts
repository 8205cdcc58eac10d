/** The words of a Validator's commands, one row each: its forms, what it means, and who reads the rest. */

import type { Command } from '../words/command.ts';
import { isDay } from '../words/day.ts';
import { AMEND_USAGES, readAmendment } from './command-amend.ts';
import { readApprove } from './command-approve.ts';
import { INVITE_USAGES, readWhom } from './command-invite.ts';
import { splitPerson } from './command-person.ts';
import { readRedelegation } from './command-redelegation.ts';
import { splitUntil } from './command-until.ts';
import {
  noCase,
  NO_CCTLD,
  readShownCctld,
  readText,
  splitCase,
  splitCctld,
  type Why,
} from './command-values.ts';

type Bare<C> = C extends unknown ? Omit<C, 'line' | 'number'> : never;
/** A command without the line that it stands on, or why it is none. */
export type Read = Bare<Command> | Why;

/** One form of a command, and one sentence that says what it does. */
interface Help {
  readonly usage: string;
  readonly means: string;
}

interface Word {
  /** The first is shown when nothing fits better. */
  readonly forms: readonly [Help, ...Help[]];
  readonly read: (rest: string) => Read;
  /** Its text may go on, on indented lines. */
  readonly takesText?: true;
}

/** Every command that is known; the next one is one more row. */
export const WORDS: Readonly<Record<string, Word>> = {
  APPROVE: {
    forms: [
      form('APPROVE 4711 .xa', 'The change of case 4711, which is about .xa, shall be made.'),
      form('APPROVE 4711 4712', 'All these cases are approved, or none if one of them cannot be.'),
    ],
    read: readApprove,
  },
  REJECT: {
    forms: [form('REJECT 4711 reason', 'The request is refused, and the requester reads why.')],
    read: (rest) =>
      aboutCase(rest, 'reason', (caseId, reason) => ({ kind: 'reject', caseId, reason })),
    takesText: true,
  },
  ASK: {
    forms: [
      form('ASK 4711 question', 'The requester is asked, and the case waits for the answer.'),
    ],
    read: (rest) =>
      aboutCase(rest, 'question', (caseId, question) => ({ kind: 'ask', caseId, question })),
    takesText: true,
  },
  HOLD: {
    forms: [
      form('HOLD 4711 14d reason', 'The case rests for 14 days (1 hour to 90 days: 12h, 3d, 2w).'),
      form('HOLD 4711 until 2027-01-15 reason', 'The case rests until the morning of that day.'),
    ],
    read: readHold,
    takesText: true,
  },
  AMEND: {
    forms: [
      form(AMEND_USAGES.phone, 'The phone numbers of contact 2 of the case are these.'),
      form(AMEND_USAGES.name, 'First and last name of contact 2 are these.'),
      form(AMEND_USAGES.firstName, 'The first name of contact 2 is this.'),
      form(AMEND_USAGES.lastName, 'The last name of contact 2 is this.'),
      form(AMEND_USAGES.address, 'The e-mail address of contact 2 is this.'),
      form(AMEND_USAGES.primary, 'Contact 2 is the primary contact, and the others are not.'),
    ],
    read: readAmend,
  },
  ESCALATE: {
    forms: [
      form('ESCALATE 4711 text', 'The Standing Committee is asked for its advice about the case.'),
    ],
    read: (rest) => aboutCase(rest, 'text', (caseId, text) => ({ kind: 'escalate', caseId, text })),
    takesText: true,
  },
  VERIFIED: {
    forms: [
      form(
        'VERIFIED 4711 how',
        'You have checked in another way than by mail who made the request.',
      ),
    ],
    read: (rest) =>
      aboutCase(rest, 'way how it was checked', (caseId, how) => ({
        kind: 'verified',
        caseId,
        how,
      })),
    takesText: true,
  },
  NOTE: {
    forms: [form('NOTE 4711 text', 'The text is kept with the case; only Validators see it.')],
    read: (rest) => aboutCase(rest, 'text', (caseId, text) => ({ kind: 'note', caseId, text })),
    takesText: true,
  },
  QUEUE: {
    forms: [form('QUEUE', 'You get the list of the cases that are open.')],
    read: (rest) => alone('QUEUE', rest) ?? { kind: 'queue' },
  },
  SHOW: {
    forms: [
      form('SHOW 4711', 'You get case 4711 as it is now, with all that was written about it.'),
      form(
        'SHOW .xa',
        'You get what is known about .xa: its Admin Contact, its contacts, its cases.',
      ),
    ],
    read: readShow,
  },
  WHY: {
    forms: [form('WHY 4711', 'You get every step of case 4711, with its reason.')],
    read: readWhy,
  },
  INVITE: {
    forms: [
      form(INVITE_USAGES.cctlds, 'The Admin Contacts of these ccTLDs are invited to the list.'),
      form(
        INVITE_USAGES.region,
        'The same for all of a region that have nobody on the list, in waves.',
      ),
      form(INVITE_USAGES.all, 'The same for all ccTLDs that have nobody on the list, in waves.'),
    ],
    read: readWhom,
  },
  REMOVE: {
    forms: [
      form('REMOVE .xa rosa@nic.example reason', 'The contact with this address is taken off .xa.'),
      form('REMOVE .xa "Rosa Lind" reason', 'The contact with this name is taken off .xa.'),
    ],
    read: readRemove,
    takesText: true,
  },
  REDELEGATION: {
    forms: [
      form(
        'REDELEGATION 4711 confirmed reason',
        'The ccTLD has a new manager: the old contacts are told, the new Admin Contact is asked for new ones.',
      ),
      form(
        'REDELEGATION 4711 rename reason',
        'The manager is the same: changes are allowed again.',
      ),
      form(
        'REDELEGATION 4711 transition until 2027-03-01 reason',
        'Old and new contacts may both be on the list until that day; then you are reminded.',
      ),
      form('REDELEGATION 4711 done reason', 'The old contacts have been seen to; the case ends.'),
    ],
    read: readRedelegation,
    takesText: true,
  },
  FREEZE: {
    forms: [form('FREEZE .xa reason', 'Nothing is changed for .xa until UNFREEZE.')],
    read: readFreeze,
    takesText: true,
  },
  UNFREEZE: {
    forms: [form('UNFREEZE .xa', 'Changes for .xa are allowed again.')],
    read: readUnfreeze,
  },
  ROSTER: {
    forms: [
      form('ROSTER', 'You get the list of all contacts.'),
      form('ROSTER .xa', 'You get the contacts of .xa.'),
    ],
    read: readRoster,
  },
  RECONCILE: {
    forms: [
      form('RECONCILE', 'The list server is made to hold exactly the people on the list.'),
      form('RECONCILE all', 'The same, also when more than half of its addresses are taken off.'),
    ],
    read: readReconcile,
  },
  DRILL: {
    forms: [
      form('DRILL', 'Everybody on the list is asked to answer a letter, as an exercise.'),
      form('DRILL text', 'The same; the letter shows this text.'),
    ],
    read: readDrill,
    takesText: true,
  },
  QUARANTINE: {
    forms: [
      form('QUARANTINE', 'You get the list of the mails that could not be processed or are held.'),
      form('QUARANTINE show 12', 'You get mail 12, a held mail to the list, as it came.'),
      form('QUARANTINE release 12', 'Mail 12, a held mail to the list, goes to everybody.'),
      form('QUARANTINE replay 12', 'Mail 12 is processed once more.'),
      form('QUARANTINE drop 12', 'Mail 12 is left alone for good; it stays stored.'),
    ],
    read: readQuarantine,
  },
  REPORT: {
    forms: [
      form('REPORT', 'You get the statistics: who has joined, who has not, what waits.'),
      form('REPORT 2026-06-30', 'The same as it was at the end of that day.'),
    ],
    read: readReport,
  },
  HELP: {
    forms: [form('HELP', 'You get this list.')],
    read: (rest) => alone('HELP', rest) ?? { kind: 'help' },
  },
};

/** Every form of every command with its meaning, to be shown to a Validator. */
export const COMMAND_HELP: readonly Help[] = Object.values(WORDS).flatMap(({ forms }) => forms);

function form(usage: string, means: string): Help {
  return { usage, means };
}

function alone(word: string, rest: string): Why | undefined {
  return rest === '' ? undefined : { why: `${word} stands alone.` };
}

function aboutCase(
  rest: string,
  what: string,
  toCommand: (caseId: number, text: string) => Read,
): Read {
  const { caseId, text } = splitCase(rest);
  if (caseId === undefined) return noCase(rest);
  const said = readText(text);
  return said === undefined ? { why: `The ${what} is missing.` } : toCommand(caseId, said);
}

function readHold(rest: string): Read {
  const { caseId, text } = splitCase(rest);
  if (caseId === undefined) return noCase(rest);
  const timed = splitUntil(text);
  if ('why' in timed) return timed;
  const reason = readText(timed.text);
  return reason === undefined
    ? { why: NO_REASON }
    : { kind: 'hold', caseId, until: timed.until, reason };
}

const NO_REASON = 'The reason is missing.';

function readAmend(rest: string): Read {
  const { caseId, text } = splitCase(rest);
  if (caseId === undefined) return noCase(rest);
  const amended = readAmendment(text);
  return 'why' in amended ? amended : { kind: 'amend', caseId, ...amended };
}

function readShow(rest: string): Read {
  const { caseId, text } = splitCase(rest);
  if (caseId !== undefined && text === '') return { kind: 'show', caseId };
  const cctld = caseId === undefined ? readShownCctld(rest) : undefined;
  return cctld === undefined
    ? {
        why: 'Show what? One case or one ccTLD, and nothing behind it.',
        usage: 'SHOW 4711 or SHOW .xa',
      }
    : { kind: 'show-cctld', cctld };
}

function readWhy(rest: string): Read {
  const { caseId, text } = splitCase(rest);
  if (caseId === undefined) return noCase(rest);
  return text === ''
    ? { kind: 'why', caseId }
    : { why: 'Nothing may follow the number of the case.' };
}

function readRemove(rest: string): Read {
  const { cctld, text } = splitCctld(rest);
  if (cctld === undefined) return { why: NO_CCTLD };
  const found = splitPerson(text);
  if ('why' in found) return found;
  const reason = readText(found.text);
  return reason === undefined
    ? { why: NO_REASON }
    : { kind: 'remove', cctld, person: found.person, reason };
}

function readFreeze(rest: string): Read {
  const { cctld, text } = splitCctld(rest);
  if (cctld === undefined) return { why: NO_CCTLD };
  const reason = readText(text);
  return reason === undefined ? { why: NO_REASON } : { kind: 'freeze', cctld, reason };
}

const NOTHING_BEHIND = `${NO_CCTLD} Nothing may follow it.`;

function readUnfreeze(rest: string): Read {
  const cctld = readShownCctld(rest);
  return cctld === undefined ? { why: NOTHING_BEHIND } : { kind: 'unfreeze', cctld };
}

function readRoster(rest: string): Read {
  if (rest === '') return { kind: 'roster' };
  const cctld = readShownCctld(rest);
  return cctld === undefined
    ? { why: NOTHING_BEHIND, usage: 'ROSTER or ROSTER .xa' }
    : { kind: 'roster', cctld };
}

function readReconcile(rest: string): Read {
  return rest === '' || rest.toLowerCase() === 'all'
    ? { kind: 'reconcile', all: rest !== '' }
    : { why: 'Behind it stands nothing, or "all".', usage: 'RECONCILE' };
}

function readReport(rest: string): Read {
  if (rest === '') return { kind: 'report' };
  return isDay(rest)
    ? { kind: 'report', day: rest }
    : {
        why: 'Behind it stands nothing, or one day: year, month, day.',
        usage: 'REPORT 2026-06-30',
      };
}

// "Drill tomorrow?" is a sentence of a person, and hundreds of people would be written to.
function readDrill(rest: string): Read {
  if (rest === '') return { kind: 'drill' };
  const text = /[?？؟]/u.test(rest) ? undefined : readText(rest);
  return text === undefined
    ? {
        why: 'Behind it stands nothing, or what the letter shall say; no question.',
        usage: 'DRILL',
      }
    : { kind: 'drill', text };
}

function readQuarantine(rest: string): Read {
  if (rest === '') return { kind: 'quarantine' };
  const [, word = '', mail] = /^(show|replay|release|drop) +#?([1-9]\d{0,8})$/i.exec(rest) ?? [];
  if (mail === undefined)
    return {
      why: 'Behind it stands nothing, or show, release, replay or drop with the number of one mail.',
      usage: 'QUARANTINE release 12',
    };
  const kind = word.toLowerCase() as 'show' | 'replay' | 'release' | 'drop';
  return { kind: kind === 'show' ? 'show-mail' : kind, mail: Number(mail) };
}
