/** The text of an issue: the whole list for a reader without a network, in lines of at most 72 columns. */

import { contactTable, type Unconfirmed, type Unreachable } from '../letters/contact-table.ts';
import { cleanLine } from '../letters/foreign.ts';
import { type Block, bullets, finish, showDay } from '../letters/parts.ts';
import { wrap } from '../letters/wrap.ts';
import type { Address } from '../words/address.ts';
import type { RosterEntry } from '../words/case.ts';
import { type Cctld, showCctld } from '../words/cctld.ts';
import type { Tlp } from '../words/tlp.ts';
import { type ChangedField, isUnchanged, type RosterChanges } from './roster-changes.ts';

/** What the text shows; `before` is the list of the issue before. Instants are ISO. */
export interface IssueView {
  readonly list: { readonly name: string; readonly request: string; readonly owner: string };
  readonly tlp: Tlp;
  readonly number: number;
  readonly at: string;
  readonly last?: { readonly number: number; readonly at: string };
  readonly entries: readonly RosterEntry[];
  readonly before: readonly RosterEntry[];
  readonly changes: RosterChanges;
  readonly frozen: readonly Cctld[];
  readonly unreachable: Unreachable;
  readonly unconfirmed?: Unconfirmed;
  readonly validators: readonly Address[];
  readonly files: { readonly csv: string; readonly cards: string };
  readonly digest: string;
}

/** `timesSent`: how often the whole list went to this reader besides, since the issue before. */
export function issueText(view: IssueView, timesSent: number): string {
  return finish([
    ...head(view),
    wrap(counts(view)),
    sentBesides(view, timesSent),
    ...whatChanged(view),
    ...tooFew(view),
    `THE LIST (${people(countOf(view.entries, 'address'))})`,
    'Call the contact who is marked "(primary)" first.',
    contactTable(view.entries, view.frozen, view.unreachable, view.unconfirmed),
    ...questions(view),
    ...files(view),
    `TLP:${view.tlp}`,
  ]);
}

function head({ list, tlp, number, at, last }: IssueView): Block[] {
  return [
    `TLP:${tlp}`,
    `${list.name} CONTACT LIST\nIssue ${number}, ${showDay(at).replaceAll('\u00a0', ' ')}`,
    'Hello,',
    wrap(
      `This is the contact list of ${list.name}: the people who keep country-code domains (ccTLDs) safe. You get it because you are one of them. Please keep this mail: you can read it also when the Internet is down.${last === undefined ? '' : ' It takes the place of all older issues.'}`,
    ),
    wrap(
      `TLP:${tlp} means: only people in your own organisation who need this list may see it. Please do not give it to anybody else.`,
    ),
  ];
}

function counts({ entries, unreachable }: IssueView): string {
  const idn = new Set(entries.map(({ cctld }) => cctld).filter((one) => one.startsWith('xn--')));
  const away = new Set(entries.map(({ address }) => address).filter((one) => unreachable.has(one)));
  const parts = [
    `On the list are ${people(countOf(entries, 'address'))} for ${cctlds(countOf(entries, 'cctld'))}`,
    idn.size === 0 ? '.' : ` (${idn.size} of them IDN).`,
    away.size === 0
      ? ''
      : ` At the moment mail does not reach ${away.size === 1 ? 'one' : away.size} of them.`,
  ];
  return parts.join('');
}

function sentBesides({ list, last }: IssueView, times: number): Block {
  if (times === 0) return undefined;
  const since =
    last === undefined ? 'Until now' : `Since issue ${last.number} (${showDay(last.at)})`;
  return wrap(
    `${since} we have also sent you the whole list ${times === 1 ? 'once' : `${times} times`}, because a mail from your address asked for it with "who". Was it not you? Then somebody may be using your mailbox: please write to ${list.owner} at once.`,
  );
}

const FIELDS: Readonly<Record<Exclude<ChangedField, 'primary'>, string>> = {
  name: 'other name',
  address: 'new e-mail address',
  phones: 'new phone numbers',
};

function whatChanged({ last, changes }: IssueView): Block[] {
  if (last === undefined) return ['This is the first issue.'];
  const title = wrap(`WHAT HAS CHANGED SINCE ISSUE ${last.number} (${showDay(last.at)})`);
  if (isUnchanged(changes)) return [title, 'Nothing.'];
  const { added, changed, removed } = changes;
  return [
    title,
    ...section('New on the list:', added.map(personOf)),
    ...section(
      'With new data:',
      changed.map(({ now, fields }) => {
        const words = fields.map((one) =>
          one === 'primary' ? (now.primary ? 'primary now' : 'not primary any more') : FIELDS[one],
        );
        return `${personOf(now)}: ${words.join(', ')}`;
      }),
    ),
    ...section('No longer on the list:', removed.map(personOf)),
  ];
}

function personOf({ cctld, firstName, lastName }: RosterEntry): string {
  return `${showCctld(cctld)}: ${cleanLine(`${firstName} ${lastName}`, 120)}`;
}

function section(title: string, lines: readonly string[]): Block[] {
  return lines.length === 0 ? [] : [title, bullets(lines)];
}

function tooFew({ entries, before, last }: IssueView): Block[] {
  const groups = Map.groupBy(entries, ({ cctld }) => cctld);
  const alone = [...groups].flatMap(([cctld, some]) => (some.length === 1 ? [cctld] : []));
  const gone = [...new Set(before.map(({ cctld }) => cctld))].filter((one) => !groups.has(one));
  return [
    ...cctldBlock(`ONLY ONE CONTACT (${cctlds(alone.length)})`, alone),
    ...cctldBlock(`NO CONTACT ANY MORE SINCE ISSUE ${last?.number} (${cctlds(gone.length)})`, gone),
  ];
}

function cctldBlock(title: string, some: readonly Cctld[]): Block[] {
  if (some.length === 0) return [];
  return [title, wrap(some.map(showCctld).join(', '), { first: '  ' })];
}

function questions({ list, validators }: IssueView): Block[] {
  return [
    'QUESTIONS AND ERRORS',
    bullets([
      `Do you need this list again? Send a mail with the word "who" to ${list.request}. We send it to your address on the list, once a day at most. For one ccTLD write for example "who .xa".`,
      `Are your own data wrong? Send a mail with the word "help" to ${list.request} to see how to change them.`,
      `Is anything else wrong, or do you have a question? Write to ${list.owner}, or press "Reply". A person answers.`,
      `The Validators (the people who check each change): ${validators.join(', ')}`,
    ]),
  ];
}

function files({ files: { csv, cards }, digest }: IssueView): Block[] {
  return [
    'FILES',
    bullets([
      `${cards} has a contact card for each person. Open it on your phone to save all of them there.`,
      `${csv} is the list as a table. Where a value begins with a sign such as "+", an apostrophe (') stands before it: it is not part of the value.`,
    ]),
    wrap(`The SHA-256 of ${csv}, by which you can see that two copies are the same:`),
    `  ${digest}`,
  ];
}

function countOf(entries: readonly RosterEntry[], key: 'address' | 'cctld'): number {
  return new Set(entries.map((entry) => entry[key])).size;
}

function people(count: number): string {
  return count === 1 ? '1 person' : `${count} people`;
}

function cctlds(count: number): string {
  return count === 1 ? '1 ccTLD' : `${count} ccTLDs`;
}
