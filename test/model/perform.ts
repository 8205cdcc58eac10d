/** Plays one step in the world, and says in a sentence what it was. */

import { commandsFor } from '../../src/machines/commands-now.ts';
import type { Cctld } from '../../src/machines/words/cctld.ts';
import { findCase } from '../../src/store/cases.ts';
import { readRoster } from '../../src/store/roster.ts';
import { ADMIN, type Person } from '../support/people.ts';
import { type Letter, readLetter } from '../support/shown.ts';
import { quote, replyHead } from '../support/written-mail.ts';
import {
  CCTLDS,
  CONTACTS,
  FIRST_ANCHORS,
  FORGER,
  inTheNameOf,
  pick,
  STRANGER,
  VALIDATORS,
} from './cast.ts';
import { again, arrive, post } from './post.ts';
import type { Step, Writer } from './step.ts';
import type { World } from './world.ts';
import { askText, formText, machineReport } from './writing.ts';

const JOIN = 'tld-ops-join@lists.example';
const VALIDATE = 'tld-ops-validate@lists.example';
const REQUEST = 'tld-ops-request@lists.example';

/** Everybody who may be an Admin Contact, now or after a change in the registry. */
const ANCHORS: readonly Person[] = [
  ...new Set(FIRST_ANCHORS),
  {
    ...ADMIN,
    mailbox: 'Second Desk <second@nic.xa>',
    address: 'second@nic.xa',
  },
];

type Of<K extends Step['do']> = Extract<Step, { readonly do: K }>;

/** Does not work; that is the caller's. Undefined when there was nothing to do. */
export function perform(world: World, step: Step): Promise<string | undefined> {
  switch (step.do) {
    case 'ask':
      return ask(world, step);
    case 'answer':
      return answer(world, step);
    case 'decide':
      return decide(world, step);
    case 'command':
      return command(world, step);
    case 'own':
      return own(world, step);
    case 'machine':
      return machine(world, step);
    case 'again':
      return comeAgain(world, step);
    case 'arrive':
      return arriveLate(world, step);
    default:
      return Promise.resolve(nature(world, step));
  }
}

function nature(
  world: World,
  step: Of<'registry'> | Of<'crash'> | Of<'pass'> | Of<'at-once'>,
): string {
  switch (step.do) {
    case 'registry':
      return registry(world, step);
    case 'crash':
      world.crashSoon(step.after);
      return `An engine is killed after ${step.after} more questions to the database.`;
    case 'pass':
      return `${step.length / 60_000} minutes pass.`;
    case 'at-once':
      return 'Both engines work at once.';
  }
}

function registry(world: World, { what, cctld, anchor }: Of<'registry'>): string {
  if (what === 'up' || what === 'down' || what === 'unreadable') {
    world.registryIs(what);
    return `The registry is ${what}.`;
  }
  const name = pick(CCTLDS, cctld);
  // A flap is a change that is taken back before it counts.
  const index = cctld % CCTLDS.length;
  const person = what === 'flap' ? pick(FIRST_ANCHORS, index) : pick(ANCHORS, anchor);
  world.registryLists(name, person.address);
  return `The registry lists ${person.address} for .${name}.`;
}

function anchorPerson(world: World, cctld: string): Person {
  const address = world.anchorOf(cctld);
  return ANCHORS.find((one) => one.address === address) ?? ADMIN;
}

// SSCs as the list has them now; an SSC who is not of the cast writes from a mailbox like the others.
async function listed(world: World, cctld?: string): Promise<string[]> {
  const entries = await readRoster(world.db, cctld === undefined ? undefined : [cctld as Cctld]);
  return entries.map(({ address }) => address);
}

async function ssc(world: World, which: number): Promise<Person> {
  const some = await listed(world);
  const address = some.length === 0 ? undefined : pick(some, which);
  return CONTACTS.find((one) => one.address === address) ?? pick(CONTACTS, which);
}

interface Author {
  readonly from: Person;
  readonly cc?: string;
  readonly readers: readonly string[];
}

async function author(world: World, by: Writer, cctld: string, which: number): Promise<Author> {
  const anchor = anchorPerson(world, cctld);
  switch (by) {
    case 'anchor':
      return { from: anchor, readers: [anchor.address] };
    case 'copied':
      return { from: STRANGER, cc: anchor.address, readers: [STRANGER.address] };
    case 'stranger':
      return { from: STRANGER, readers: [STRANGER.address] };
    case 'forged-anchor':
      return { from: inTheNameOf(anchor), readers: [FORGER.address] };
    case 'forged-validator':
      return { from: inTheNameOf(pick(VALIDATORS, which)), readers: [FORGER.address] };
    case 'forged-ssc':
      return { from: inTheNameOf(await ssc(world, which)), readers: [FORGER.address] };
    case 'ssc': {
      const from = await ssc(world, which);
      return { from, readers: [from.address] };
    }
    case 'validator':
    case 'other-validator': {
      const from = pick(VALIDATORS, by === 'validator' ? 0 : 1);
      return { from, readers: [from.address] };
    }
  }
}

async function ask(world: World, step: Of<'ask'>): Promise<string> {
  const name = pick(CCTLDS, step.cctld);
  const next = pick(CCTLDS, step.cctld + 1);
  const naming = { one: `ccTLD: .${name}`, two: `ccTLDs: .${name}, .${next}`, none: '' }[
    step.naming
  ];
  const words = askText(step.ask, step.which, await listed(world, name));
  const body = [naming, words, formText(step.form, step.which, step.primary)]
    .filter((part) => part !== '')
    .join('\n\n');
  const who = await author(world, step.by, name, step.which);
  await post(world, { ...who, to: JOIN, subject: 'Our contacts', body, late: step.late });
  const about = step.naming === 'none' ? 'no ccTLD' : naming;
  return `${step.by} ${who.from.address} asks (${about}; ${words || 'no word'}; form ${step.form} from ${step.which})${late(step)}.`;
}

function late(step: { readonly late: boolean }): string {
  return step.late ? ', and the mail is held up' : '';
}

/** The letter with this name of that age; any letter when there is none. */
async function letterOf(world: World, name: string, age: number): Promise<Letter | undefined> {
  const head = `x-tld-ops-letter: ${name}\r\n`;
  const named = world.caught.filter(({ raw }) => raw.slice(0, 4_000).toLowerCase().includes(head));
  const some = name === 'any' || named.length === 0 ? world.caught : named;
  const found = some.at(-1 - (age % Math.max(some.length, 1)));
  return found === undefined ? undefined : readLetter(found);
}

const OWN_WORDS = {
  CONFIRM: 'CONFIRM',
  REJECT: 'REJECT',
  'not-me': 'I did not ask for this, please stop it.',
  thanks: 'Thank you for your mail.',
  nothing: '',
} as const;

async function answer(world: World, step: Of<'answer'>): Promise<string | undefined> {
  const letter = await letterOf(world, step.letter, step.age);
  if (letter === undefined) return undefined;
  const reader = personOf(letter.to);
  const who = {
    reader: { from: reader, readers: [letter.to] },
    colleague: { from: STRANGER, readers: [letter.to, STRANGER.address] },
    // The attacker has not seen the letter: the token is a guess.
    'forged-reader': { from: inTheNameOf(reader), readers: [FORGER.address] },
  }[step.by];
  const own =
    step.words === 'details' ? formText('whole', step.which, true) : OWN_WORDS[step.words];
  const knows = step.token === 'kept' && step.by !== 'forged-reader';
  await replyTo(world, letter, { ...who, own, knows, quoting: step.quoting, late: step.late });
  return `${step.by} ${who.from.address} answers "${letter.name}" to ${letter.to} (age ${step.age}) with ${step.words}, code ${knows ? 'kept' : 'lost'}${late(step)}.`;
}

interface Reply {
  readonly from: Person;
  readonly readers: readonly string[];
  readonly own: string;
  readonly knows: boolean;
  readonly quoting: 'below' | 'none' | 'above';
  readonly late: boolean;
}

function replyTo(world: World, letter: Letter, reply: Reply): Promise<void> {
  const { from, readers, own: words, knows, quoting } = reply;
  const head = replyHead(letter.mail);
  const { body } = quote(words, letter.mail, knows ? quoting : 'none', world.clock.now);
  // Who has lost the code has lost the letter: nothing of it is in the mail.
  const lost = { to: head.to.replace(/\+[^@]*/, ''), subject: 'About our contacts', headers: {} };
  return post(world, { from, readers, ...(knows ? head : lost), body, late: reply.late });
}

function personOf(address: string): Person {
  const known = [...ANCHORS, ...VALIDATORS, ...CONTACTS, STRANGER, FORGER];
  const found = known.find((one) => one.address === address);
  return found ?? { ...STRANGER, mailbox: `Somebody <${address}>`, address };
}

async function decide(world: World, step: Of<'decide'>): Promise<string | undefined> {
  const letter = await letterOf(world, 'queue', step.age);
  if (letter?.name !== 'queue') return undefined;
  const number = Number(/\bcase (\d+)/.exec(letter.mail.text)?.[1] ?? 0);
  const found = await findCase(world.db, number);
  if (found === undefined) return undefined;
  const offers = commandsFor(found);
  const words = commandWords(step, offers, number, found.cctld ?? 'xa');
  const other = VALIDATORS.find(({ address }) => address !== letter.to) ?? pick(VALIDATORS, 0);
  const who = {
    validator: { from: personOf(letter.to), readers: [letter.to] },
    'other-validator': { from: other, readers: [other.address] },
    'forged-validator': { from: inTheNameOf(personOf(letter.to)), readers: [FORGER.address] },
    stranger: { from: STRANGER, readers: [STRANGER.address] },
  }[step.by];
  // Another Validator may have the letter of the first before them; nobody else has.
  const knows = step.token !== 'lost' && step.by.endsWith('validator') && step.by[0] !== 'f';
  const readers = knows ? [...who.readers, letter.to] : who.readers;
  const reply = { ...who, readers, own: words, knows, quoting: 'below', late: step.late } as const;
  await replyTo(world, letter, reply);
  return `${step.by} ${who.from.address} answers the queue letter of case ${number} (age ${step.age}) with "${words.replaceAll('\n', ' | ')}", code ${knows ? 'kept' : 'lost'}${late(step)}.`;
}

function commandWords(
  { wanted, command: which, token }: Of<'decide'>,
  offers: readonly string[],
  number: number,
  cctld: string,
): string {
  if (wanted === 'all' && offers.length > 0) return offers.join('\n');
  if (wanted === 'APPROVE' || offers.length === 0) {
    return token === 'other' ? `APPROVE ${number} ${number + 1}` : `APPROVE ${number} .${cctld}`;
  }
  return pick(offers, which);
}

async function command(world: World, step: Of<'command'>): Promise<string> {
  const name = pick(CCTLDS, step.cctld);
  const who = await author(world, step.by, name, step.which);
  const somebody = pick([...(await listed(world, name)), 'nobody@nic.xa'], step.which);
  const lines = [
    `FREEZE .${name} something is wrong`,
    `UNFREEZE .${name}`,
    `UNFREEZE .${name}`,
    `REMOVE .${name} ${somebody} has left`,
    `REMOVE .${name} ${somebody} has left`,
    'QUEUE',
    `ROSTER .${name}`,
    `SHOW .${name}`,
    'HELP',
    `FREEZE .${name} first\nNONSENSE`,
  ];
  const body = pick(lines, step.command);
  await post(world, { ...who, to: VALIDATE, subject: 'Commands', body });
  return `${step.by} ${who.from.address} writes "${body.replaceAll('\n', ' | ')}".`;
}

async function own(world: World, step: Of<'own'>): Promise<string> {
  const who = await author(world, step.by, 'xa', step.which);
  const lines = [
    'show',
    'change phone +1 202 555 0177',
    'change name Maria Sol',
    `change email ${pick(CONTACTS, step.which + 1).address}`,
    'change email maria.sol@posts.example',
    'leave',
    'leave .xa',
    'leave all',
    'freeze .xa my mailbox was broken into',
    'who .xa',
  ];
  const body = pick(lines, step.command);
  await post(world, { ...who, to: REQUEST, subject: 'A request', body });
  return `${step.by} ${who.from.address} writes "${body}" to the request address.`;
}

async function machine(world: World, step: Of<'machine'>): Promise<string | undefined> {
  const letter = await letterOf(world, 'any', step.age);
  if (letter === undefined) return undefined;
  const { to, mail, envelopeFrom } = letter;
  const { messageId = '', subject, text } = mail;
  const report = machineReport(step.what, { to, text, subject, messageId });
  const from = personOf(to);
  const isNotice = step.what === 'absence';
  await post(world, {
    from: isNotice ? from : { ...from, mailbox: 'Mail System <mailer-daemon@nic.xa>' },
    to: isNotice ? replyHead(mail).to : envelopeFrom,
    ...report,
    headers: { ...report.headers, 'In-Reply-To': `<${messageId}>` },
    ...(isNotice ? {} : { envelopeFrom: '' }),
    readers: [to],
  });
  return `A machine answers "${letter.name}" to ${to} with a report of ${step.what}.`;
}

async function comeAgain(world: World, step: Of<'again'>): Promise<string | undefined> {
  const old = await again(world, step.age, step.by === 'forger' ? FORGER : undefined);
  return old && `The mail ${old.messageId} comes once more, from ${step.by}.`;
}

async function arriveLate(world: World, { which }: Of<'arrive'>): Promise<string | undefined> {
  const mail = await arrive(world, which);
  return mail && `The mail ${mail.messageId}, held up until now, arrives.`;
}
