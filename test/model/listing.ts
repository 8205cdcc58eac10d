/** Plays the steps about what goes to everybody on the list. */

import { type Letter, readLetter } from '../support/shown.ts';
import { replyHead } from '../support/written-mail.ts';
import { late } from './answering.ts';
import { author, personOf } from './authors.ts';
import { CONTACTS, pick } from './cast.ts';
import type { ListStep } from './list-step.ts';
import { type Draft, post } from './post.ts';
import type { World } from './world.ts';
import { type Machine, machineReport } from './writing.ts';

const LIST = 'tld-ops@lists.example';
const VALIDATE = 'tld-ops-validate@lists.example';
const HOUR = 3_600_000;

type Of<K extends ListStep['do']> = Extract<ListStep, { readonly do: K }>;

/** Undefined when there was nothing to do. */
export function performOnList(world: World, step: ListStep): Promise<string | undefined> {
  switch (step.do) {
    case 'post':
      return postToList(world, step);
    case 'aside':
      return settleAside(world, step);
    case 'return':
      return comeBack(world, step);
    case 'mailbox':
      return Promise.resolve(mailbox(world, step));
    case 'relay':
      return Promise.resolve(relay(world, step));
  }
}

async function postToList(world: World, step: Of<'post'>): Promise<string> {
  const who = await author(world, step.by === 'away' ? 'ssc' : step.by, 'xa', step.which);
  const old = step.answering ? world.copies.at(-1) : undefined;
  const parent = old && replyHead((await readLetter(old)).mail);
  const number = world.posted.length + 1;
  const subject = `${step.label === '' ? '' : `[${step.label}] `}Incident ${number}`;
  const auto = step.by === 'away' ? { 'Auto-Submitted': 'auto-replied' } : {};
  await post(world, {
    ...who,
    to: LIST,
    subject,
    body: `Does anybody see this too? Number ${number}.`,
    headers: { ...parent?.headers, ...auto },
    late: step.late,
  });
  const about = parent === undefined ? '' : ', in answer to the newest one';
  return `${step.by} ${who.from.address} writes "${subject}" to the list${about}${late(step)}.`;
}

async function settleAside(world: World, step: Of<'aside'>): Promise<string | undefined> {
  const held = await world.db
    .selectFrom('inbox')
    .select('id')
    .where('outcome', '=', 'held')
    .where('recipient', '=', LIST)
    .orderBy('id', 'desc')
    .execute();
  if (held.length === 0) return undefined;
  const { id } = pick(held, step.age);
  const who = await author(world, step.by, 'xa', 0);
  const body = `QUARANTINE ${step.what} ${id}`;
  await post(world, { ...who, to: VALIDATE, subject: 'A held mail', body });
  return `${step.by} ${who.from.address} writes "${body}".`;
}

async function comeBack(world: World, step: Of<'return'>): Promise<string | undefined> {
  const letters = world.caught.filter(({ raw }) => !isProbe(raw));
  const some = {
    copy: world.copies,
    probe: world.caught.filter(({ raw }) => isProbe(raw)),
    letter: letters,
  }[step.of];
  if (some.length === 0) return undefined;
  const found = some.at(-1 - (step.age % some.length));
  if (found === undefined) return undefined;
  const letter = await readLetter(found);
  await post(world, reportOn(letter, step.what, step.how));
  return `A ${step.how === 'true' ? 'true' : `forged (${step.how})`} report of ${step.what} comes for the ${step.of} to ${letter.to} (age ${step.age}).`;
}

function isProbe(raw: string): boolean {
  return /^x-tld-ops-letter: probe\r$/im.test(raw.slice(0, 4_000));
}

function reportOn(letter: Letter, what: Machine, how: Of<'return'>['how']): Draft {
  const { to, mail, envelopeFrom, name } = letter;
  const { text, subject } = mail;
  const messageId = how === 'wrong-id' ? 'made-up@attacker.example' : (mail.messageId ?? '');
  const about = how === 'wrong-person' ? `not.${to}` : to;
  const isNotice = what === 'absence';
  const from = isNotice
    ? personOf(to)
    : { ...personOf(to), mailbox: 'Mail System <mailer-daemon@nic.xa>' };
  return {
    from,
    to: how === 'wrong-token' ? spoilt(envelopeFrom) : envelopeFrom,
    ...machineReport(what, { to: about, text, subject, messageId }),
    envelopeFrom: '',
    readers: [to],
    report: { to, of: name, isBounce: what === 'bounce', genuine: how === 'true' && !isNotice },
  };
}

// A token of the right form that nobody was given.
function spoilt(envelopeFrom: string): string {
  return envelopeFrom.replace(/(?<=\+)[a-z2-7]+/, (mark) => [...mark].toReversed().join(''));
}

function mailbox(world: World, { what, which }: Of<'mailbox'>): string {
  const { address } = pick(CONTACTS, which);
  if (what === 'dies') world.dead.add(address);
  else world.dead.delete(address);
  return `The mailbox of ${address} ${what}.`;
}

/** What was handed over for mailboxes that are gone comes back; false when there was nothing. */
export async function returnMail(world: World): Promise<boolean> {
  const some = world.undeliverable.splice(0);
  for (const one of some) {
    // oxlint-disable-next-line no-await-in-loop -- in the order in which they were sent.
    await post(world, reportOn(await readLetter(one), 'bounce', 'true'));
  }
  return some.length > 0;
}

function relay(world: World, { what }: Of<'relay'>): string {
  if (what === 'busy') {
    world.relay.busyUntil = new Date(world.clock.now.getTime() + HOUR);
    return 'The relay takes nothing for an hour.';
  }
  world.relay.breaksNext = what;
  // A letter in doubt is handed over once more.
  world.crashes += 1;
  return `The line to the relay breaks at the end of the next mail, which is ${what}.`;
}
