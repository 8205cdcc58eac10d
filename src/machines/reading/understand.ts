/** All that one mail says, read before anything is known about its sender: text to plain values. */

import { type Address, readAddress } from '../words/address.ts';
import type { BounceReport } from '../words/bounce.ts';
import type { Cctld } from '../words/cctld.ts';
import type { CommandReading, RequestCommand } from '../words/command.ts';
import { type ListNames, listAddresses, readRecipient } from '../words/list-address.ts';
import type { Mail, Screening } from '../words/mail.ts';
import { type Body, readBody } from './body.ts';
import { readBounce } from './bounce.ts';
import { readCommands } from './command.ts';
import { type FormReading, readForm } from './form.ts';
import { findNamedCctlds } from './named-cctlds.ts';
import { readRequestCommands } from './request-command.ts';
import { screen } from './screen.ts';
import { soundsAutomatic } from './screen-hints.ts';
import { readCards } from './vcard.ts';
import { withCards } from './with-cards.ts';

export interface Understanding {
  readonly screening: Screening;
  readonly bounce?: BounceReport;
  readonly body: Body;
  /** Read from the sender's own text and vCards alone. */
  readonly form: FormReading;
  /** Read also from values typed into a quoted form: for answers to a form letter of ours. */
  readonly inlineForm: FormReading;
  /** Of a Validator. */
  readonly commands: CommandReading;
  /** Of an SSC. */
  readonly requestCommands: CommandReading<RequestCommand>;
  /** ccTLDs named in the subject or in the own text, outside the form. */
  readonly named: readonly Cctld[];
}

/** Reads the mail. Pure and linear; whatever it holds, this never throws. */
export function understand(mail: Mail, names: ListNames): Understanding {
  const body = doubt(mail, readBody(mail));
  const lines = [...body.lines];
  const aside = (address: Address) => isSender(mail, address) || isOurs(address, names);
  const hasCards = mail.cards.length > 0;
  const form = readForm(lines, { inline: false, aside, hasCards });
  // The two differ in quoted lines only: a mail without any is read once.
  const hasQuoted = lines.some(({ part }) => part === 'quoted');
  const inline = hasQuoted ? readForm(lines, { inline: true, aside, hasCards }) : form;
  const country = form.cctlds[0];
  // Programs put their owner's card on every mail: beside CONFIRM it is no correction.
  const isAnswer = body.consent !== 'none';
  const cards = readCards(mail.cards, country).filter(
    ({ address }) => !(isAnswer && address !== undefined && isSender(mail, address)),
  );
  const bounce = readBounce(mail);
  return {
    screening: screenMail(mail, names),
    ...(bounce === undefined ? {} : { bounce }),
    body,
    form: withCards(form, cards),
    inlineForm: withCards(inline, cards),
    commands: readCommands(lines, body.other),
    requestCommands: readRequestCommands(lines, mail.subject, body.other),
    named: findNamedCctlds(mail.subject, form.leftover),
  };
}

// A receipt may hold the line of our letter: between a program and a person nothing is confirmed.
function doubt(mail: Mail, body: Body): Body {
  const isDoubtful = body.consent === 'confirm' && soundsAutomatic(mail);
  return isDoubtful ? { ...body, consent: 'unclear' } : body;
}

function isSender({ from, envelope }: Mail, address: Address): boolean {
  const author = from.ok ? from.mailbox.address : undefined;
  return address === author || address === readAddress(envelope.from);
}

function isOurs(address: Address, names: ListNames): boolean {
  return readRecipient(address, names) !== undefined;
}

function screenMail(mail: Mail, names: ListNames): Screening {
  const own = new Set<string>(Object.values(listAddresses(names)));
  return screen(mail, {
    domain: names.domain,
    addresses: (address) => own.has(address) || isOurs(address, names),
    ownMessageId: (id) => /^(?:c\d+\.|issue-)/.test(id) && id.endsWith(`@${names.domain}`),
  });
}
