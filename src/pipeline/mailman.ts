/** Mailman 3 as list server, over its REST service (design 9). */

import type { SettingChange } from '../machines/letters/letter.ts';
import type { Address } from '../machines/words/address.ts';
import type { ListNames } from '../machines/words/list-address.ts';
import { Permanent } from '../machines/words/trouble.ts';
import type { ListServer, Member } from './list-server.ts';
import {
  addressIn,
  descriptionOf,
  MEMBER_ID,
  mustBeEntry,
  mustBeText,
  readPage,
} from './mailman-answers.ts';
import {
  type Answer,
  type Ask,
  type Form,
  type MailmanPlace,
  mailmanRest,
  odd,
} from './mailman-rest.ts';
import { lookAtSettings } from './mailman-settings.ts';

/** All at once, as a rule: each page costs Mailman a look at every member. */
const PAGE = 5_000;
const MOST_PAGES = 200;

/** A list in Mailman, by its List-Id. */
interface At {
  readonly ask: Ask;
  readonly listId: string;
  readonly names: ListNames;
}

/** What `ensure` may set of a member; all but `member_id` may be missing. */
interface Found {
  readonly id: string;
  readonly name: string;
}

interface Options {
  /** How long one question may take, in milliseconds. */
  readonly deadlineMs?: number;
  /** Members that are read at once. */
  readonly page?: number;
}

export function mailmanListServer(
  place: MailmanPlace,
  names: ListNames,
  options: Options = {},
): ListServer {
  const listId = `${names.list}.${names.domain}`;
  const at = { ask: mailmanRest(place, options.deadlineMs), listId, names };
  return {
    name: 'mailman',
    prepare: () => prepare(at),
    check: () => check(at),
    ensure: (member) => ensure(at, member),
    drop: (address) => drop(at, address),
    members: () => members(at, options.page ?? PAGE),
  };
}

// What a list is born with is no change that anybody made.
async function prepare(at: At): Promise<SettingChange[]> {
  const isThere = (await at.ask('GET', `/lists/${at.listId}`)).status === 200;
  if (!isThere) await create(at);
  const changes = await lookAtSettings(at.ask, at.listId, true);
  return isThere ? changes : changes.filter(({ mended }) => !mended);
}

async function check({ ask, listId }: At): Promise<SettingChange[]> {
  if ((await ask('GET', `/lists/${listId}`)).status !== 200)
    throw new Permanent(
      'list-server-refused',
      `Mailman has no list ${listId} yet; the engine makes it when it runs.`,
    );
  return lookAtSettings(ask, listId, false);
}

async function create({ ask, listId, names }: At): Promise<void> {
  // It may be there already: a 400 says so, and what counts is whether the list is there in the end.
  await ask('POST', '/domains', [['mail_host', names.domain]]);
  const form: Form = [
    ['fqdn_listname', `${names.list}@${names.domain}`],
    ['style_name', 'private-default'],
  ];
  const made = await ask('POST', '/lists', form);
  if ((await ask('GET', `/lists/${listId}`)).status !== 200)
    throw new Permanent('list-server-refused', `Mailman makes no list: ${descriptionOf(made)}`);
}

async function ensure(at: At, member: Member): Promise<void> {
  const found = (await find(at, member.address)) ?? (await join(at, member));
  if (found.name !== member.name) await rename(at, member);
  await deliverTo(at, found);
}

// By a form and not by a path: an address may hold a slash. A star in it would find others as well.
async function find({ ask, listId }: At, address: Address): Promise<Found | undefined> {
  const form: Form = [
    ['list_id', listId],
    ['role', 'member'],
    ['subscriber', address],
  ];
  const { entries } = readPage(await ask('POST', '/members/find', form));
  const entry = entries.find((one) => addressIn(one) === address);
  if (entry === undefined) return undefined;
  const { display_name: name } = entry;
  return {
    id: mustBeText(entry, 'member_id', MEMBER_ID),
    name: typeof name === 'string' ? name : '',
  };
}

async function join(at: At, member: Member): Promise<Found> {
  let answer = await subscribe(at, member);
  if (isAbout(answer, 'No such list')) {
    await prepare(at);
    answer = await subscribe(at, member);
  }
  if (isAbout(answer, 'pending')) {
    await discardRequests(at, member.address);
    answer = await subscribe(at, member);
  }
  if (answer.status !== 201 && answer.status !== 409) throw refused(member.address, answer);
  const found = await find(at, member.address);
  if (found === undefined) throw odd('who has just joined is not there');
  return found;
}

function subscribe({ ask, listId }: At, { address, name }: Member): Promise<Answer> {
  return ask('POST', '/members', [
    ['list_id', listId],
    ['subscriber', address],
    ['display_name', name],
    ['pre_verified', 'true'],
    ['pre_confirmed', 'true'],
    ['pre_approved', 'true'],
    ['send_welcome_message', 'false'],
    ['delivery_mode', 'regular'],
    ['delivery_status', 'enabled'],
  ]);
}

function isAbout({ status, body }: Answer, words: string): boolean {
  return status >= 400 && descriptionOf({ status, body }).includes(words);
}

// Somebody has begun to join by another way: that must not keep out whom the Validators let in.
async function discardRequests({ ask, listId }: At, address: Address): Promise<void> {
  const { entries } = readPage(await ask('GET', `/lists/${listId}/requests`));
  for (const one of entries) {
    if (addressIn(one) !== address) continue;
    const token = mustBeText(one, 'token', /^[0-9a-f]{8,128}$/);
    await ask('POST', `/lists/${listId}/requests/${token}`, [['action', 'discard']]);
  }
}

// Mailman 3.3 knows no addresses outside ASCII, and refuses some signs that others allow.
function refused(address: Address, answer: Answer): Permanent {
  return new Permanent(
    'list-server-refused',
    `Mailman does not take the address ${address}: ${descriptionOf(answer)}`,
  );
}

// The name is for people who look into Mailman: where it cannot be set, nothing is lost.
async function rename({ ask }: At, { address, name }: Member): Promise<void> {
  await ask('PATCH', `/addresses/${encodeURIComponent(address)}`, [['display_name', name]]);
}

const DELIVERED: Form = [
  ['delivery_mode', 'regular'],
  ['delivery_status', 'enabled'],
  ['receive_own_postings', 'true'],
  ['receive_list_copy', 'true'],
  ['acknowledge_posts', 'false'],
];

async function deliverTo({ ask }: At, { id }: Found): Promise<void> {
  const now = mustBeEntry((await ask('GET', `/members/${id}/all/preferences`)).body);
  const isRight = DELIVERED.every(([name, value]) => String(now[name]) === value);
  if (!isRight) await ask('PATCH', `/members/${id}/preferences`, DELIVERED);
}

// Not by the id of the member: that way is moderated, as our own settings ask for.
async function drop({ ask, listId }: At, address: Address): Promise<void> {
  const answer = await ask('DELETE', `/lists/${listId}/roster/member`, [['emails', address]]);
  if (answer.status !== 200 && answer.status !== 404) throw refused(address, answer);
}

async function members({ ask, listId }: At, count: number): Promise<Address[]> {
  const all: Address[] = [];
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const { entries, total } = readPage(
      await ask('POST', '/members/find', [
        ['list_id', listId],
        ['role', 'member'],
        ['delivery_mode', 'regular'],
        ['delivery_status', 'enabled'],
        ['fields', 'email'],
        ['count', String(count)],
        ['page', String(page)],
      ]),
    );
    all.push(...entries.map(addressIn));
    if (entries.length === 0 || all.length >= total) return all;
  }
  throw odd('its list of members does not end');
}
