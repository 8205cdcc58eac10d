/** How the Admin Contacts of a campaign answer: in all the ways in which people answer letters. */

import { INVITE_WORDS } from '../../src/machines/letters/invite-words.ts';
import { LETTER_LANGUAGES } from '../../src/machines/words/letter-language.ts';
import type { Letter } from '../support/shown.ts';
import {
  type Answer,
  fillIn,
  quote,
  type Quoting,
  replyHead,
  type WrittenMail,
} from '../support/written-mail.ts';
import { type Country, personAt, type World } from './world.ts';

const JOIN = 'tld-ops-join@lists.example';

/** The two contacts of a ccTLD, or of several. */
export interface Pair {
  readonly domain: string;
}

const PHONES = ['+1 202 555 0112', '+1 202 555 0113'] as const;

/** Their addresses as the list has them. */
export function addressesOf({ domain }: Pair): string[] {
  return [`rosa.lind@${domain}`, `teo.amaral@${domain}`];
}

/** The values behind the labels of a form, in order. */
function valuesOf(cctlds: readonly string[], { domain }: Pair): string[] {
  const [rosa = '', teo = ''] = addressesOf({ domain });
  const names = cctlds.map((one) => `.${one}`).join(', ');
  return [names, 'Rosa', 'Lind', rosa, PHONES[0], 'Teo', 'Amaral', teo, PHONES[1]];
}

/** The labels of the form of a language that are filled in, each with its value. */
function filled(language: string, values: readonly string[]): [string, string][] {
  const code = LETTER_LANGUAGES.find((one) => one === language) ?? 'en';
  const labels = INVITE_WORDS[code].form.split('\n').filter((line) => /[:：]$/.test(line));
  return values.map((value, at) => [labels[at] ?? '', value]);
}

function formOf(cctlds: readonly string[], pair: Pair, language = 'en'): string {
  const rows = filled(language, valuesOf(cctlds, pair)).map(
    ([label, value]) => `${label} ${value}`,
  );
  return [rows[0], '', ...rows.slice(1, 5), '', ...rows.slice(5)].join('\n');
}

/** An answer to a letter, by the person who got it unless told. */
export function reply(
  letter: Letter,
  at: Date,
  answer: Omit<Answer, 'from'> & { readonly from?: Answer['from'] },
): WrittenMail {
  const { text = '', quoting = 'below', fill, from = personAt(letter.to) } = answer;
  const head = replyHead(letter.mail);
  const body =
    fill === undefined ? quote(text, letter.mail, quoting, at) : fillIn(letter.mail, fill);
  const headers = { ...head.headers, ...answer.headers };
  return { from, to: head.to, subject: answer.subject ?? head.subject, headers, ...body };
}

/** What an Admin Contact does with the invitation, or the reminder, that came. */
export type Way = (world: World, letter: Letter, about: About) => Promise<void>;

export interface About {
  readonly country: Country;
  /** All ccTLDs of the address. */
  readonly cctlds: readonly string[];
  readonly pair: Pair;
}

const HTML = { 'Content-Type': 'text/html; charset=utf-8' };

function typed(quoting: Quoting, language?: string, headers: Answer['headers'] = {}): Way {
  return (world, letter, { country, pair }) => {
    const text = formOf([country.cctld], pair, language ?? country.language);
    return world.send(reply(letter, world.now, { text, quoting, headers }));
  };
}

const inline: Way = (world, letter, { country, pair }) => {
  const fill = filled(country.language, valuesOf([country.cctld], pair));
  return world.send(reply(letter, world.now, { fill }));
};

const card = ([given, family]: readonly [string, string], address: string, phone: string) => [
  'BEGIN:VCARD',
  'VERSION:3.0',
  `N:${family};${given};;;`,
  `FN:${given} ${family}`,
  `EMAIL:${address}`,
  `TEL;TYPE=CELL:${phone}`,
  'END:VCARD',
];

// Who of them is to be called first is asked back.
const cards: Way = (world, letter, { pair }) => {
  const [rosa = '', teo = ''] = addressesOf(pair);
  const text = [
    '--b',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'Our contacts are in the attached cards.',
    '--b',
    'Content-Type: text/vcard; charset=utf-8; name=contacts.vcf',
    'Content-Disposition: attachment; filename=contacts.vcf',
    '',
    ...card(['Rosa', 'Lind'], rosa, PHONES[0]),
    ...card(['Teo', 'Amaral'], teo, PHONES[1]),
    '--b--',
  ].join('\n');
  const headers = { 'Content-Type': 'multipart/mixed; boundary=b' };
  return world.send(reply(letter, world.now, { text, quoting: 'none', headers }));
};

const prose: Way = (world, letter, { country, pair }) => {
  const [rosa = '', teo = ''] = addressesOf(pair);
  const text = `Dear colleagues,\n\nfor .${country.cctld} please add Rosa Lind (primary), ${rosa}, ${PHONES[0]}, and Teo Amaral, ${teo}, ${PHONES[1]}.\n\nKind regards\nAdmin`;
  return world.send(reply(letter, world.now, { text }));
};

// From a mailbox of their own, without the letter: the code of the challenge proves it.
const copied: Way = (world, letter, { country, pair }) => {
  const body = formOf([country.cctld], pair);
  const from = personAt('somebody@mailbox.example', 'Some Body');
  const subject = `Contacts for .${country.cctld}`;
  return world.send({ from, to: JOIN, cc: letter.to, subject, body, shown: body, headers: {} });
};

const incomplete: Way = (world, letter, { country, pair }) => {
  const text = formOf([country.cctld], pair).replace(`Phone: ${PHONES[1]}`, 'Phone:');
  return world.send(reply(letter, world.now, { text }));
};

const questionFirst: Way = async (world, letter, about) => {
  const text = 'Hello, who are you? Is this phishing?\n\nAdmin';
  await world.send(reply(letter, world.now, { text }));
  world.later(60, () => inline(world, letter, about));
};

const nextWeek: Way = async (world, letter, about) => {
  await world.send(reply(letter, world.now, { text: 'Thank you. We will answer next week.' }));
  world.later(7 * 24, () => typed('below')(world, letter, about));
};

/** One answer for all ccTLDs of the address. */
export const severalAtOnce: Way = (world, letter, { cctlds, pair }) =>
  world.send(reply(letter, world.now, { text: formOf(cctlds, pair) }));

/** The ways in which somebody joins. */
export const ANSWERS: Readonly<Record<string, Way>> = {
  inline,
  'on top': typed('below'),
  'below the quotation': typed('above'),
  'Outlook, without marks': typed('outlook'),
  HTML: typed('outlook-html', 'en', HTML),
  'in English, to a letter in two languages': typed('below', 'en'),
  cards,
  prose,
  copied,
  incomplete,
  questionFirst,
  nextWeek,
};

/** A no in the language of the country, with a courtesy around it. */
export const refuse: Way = (world, letter, { country }) => {
  const code = LETTER_LANGUAGES.find((one) => one === country.language) ?? 'en';
  const text = `${INVITE_WORDS[code].noWords}\n`;
  return world.send(reply(letter, world.now, { text }));
};

export const outOfOffice: Way = (world, letter) =>
  world.send(
    reply(letter, world.now, {
      text: 'I am out of the office until 3 February. In urgent cases write to noc@nic.example.',
      quoting: 'none',
      subject: `Automatic reply: ${letter.mail.subject}`,
      headers: { 'Auto-Submitted': 'auto-replied' },
    }),
    '',
  );
