/** Answers to letters of ours: of their readers, of Validators, and of machines. */

import { commandsFor } from '../../src/machines/commands-now.ts';
import { findCase } from '../../src/store/cases.ts';
import type { Person } from '../support/people.ts';
import { type Letter, readLetter } from '../support/shown.ts';
import { quote, replyHead } from '../support/written-mail.ts';
import { personOf } from './authors.ts';
import { FORGER, inTheNameOf, pick, STRANGER, VALIDATORS } from './cast.ts';
import { post } from './post.ts';
import type { Step } from './step.ts';
import type { World } from './world.ts';
import { formText, machineReport } from './writing.ts';

type Of<K extends Step['do']> = Extract<Step, { readonly do: K }>;

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
  HERE: 'HERE',
  no: 'No, thank you. We are not interested.',
  later: 'We can say that next week. How many join?',
  REJECT: 'REJECT',
  'not-me': 'I did not ask for this, please stop it.',
  thanks: 'Thank you for your mail.',
  nothing: '',
} as const;

export async function answer(world: World, step: Of<'answer'>): Promise<string | undefined> {
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

export async function decide(world: World, step: Of<'decide'>): Promise<string | undefined> {
  const letter = await letterOf(world, step.letter, step.age);
  if (letter?.name !== step.letter) return undefined;
  const number = Number(
    /\b(?:case|REDELEGATION|REJECT|NOTE) (\d+)/.exec(letter.mail.text)?.[1] ?? 0,
  );
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
  return `${step.by} ${who.from.address} answers "${letter.name}" about case ${number} (age ${step.age}) with "${words.replaceAll('\n', ' | ')}", code ${knows ? 'kept' : 'lost'}${late(step)}.`;
}

function commandWords(
  { wanted, command: which, token }: Of<'decide'>,
  offers: readonly string[],
  number: number,
  cctld: string,
): string {
  if (token === 'other') return `APPROVE ${number} ${number + 1}`;
  const filled = offers.map(filledIn);
  if (wanted === 'all') return filled.join('\n');
  const some = wanted === 'offered' ? filled : filled.filter((one) => one.includes(wanted));
  if (some.length > 0) return pick(some, which);
  return wanted === 'REJECT' ? `REJECT ${number} We have called.` : `APPROVE ${number} .${cctld}`;
}

// As the letter asks for: own words in the place of ours, which are a fault as they stand.
function filledIn(offer: string): string {
  return offer
    .replace('the right number', '+1 202 555 0199')
    .replace(/your reason$|your question.*|what the other.*|how you checked it/, 'We have called.');
}

export async function machine(world: World, step: Of<'machine'>): Promise<string | undefined> {
  const letter = await letterOf(world, step.letter, step.age);
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
    report: { to, of: letter.name, isBounce: step.what === 'bounce', genuine: !isNotice },
  });
  return `A machine answers "${letter.name}" to ${to} with a report of ${step.what}.`;
}

/** The end of the sentence about a mail. */
export function late(step: { readonly late: boolean }): string {
  return step.late ? ', and the mail is held up' : '';
}
