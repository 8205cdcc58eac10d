/** What a mail asks to change in a list, in a few words that tables of mails can hold. */

import { readForm } from '../../../src/machines/reading/form.ts';
import { readRosterAsks, type RosterAsks } from '../../../src/machines/reading/roster-asks.ts';
import { readSegments } from '../../../src/machines/reading/segments.ts';
import type { Address } from '../../../src/machines/words/address.ts';
import type { Ask } from '../../../src/machines/words/ask.ts';
import type { RosterEntry } from '../../../src/machines/words/case.ts';
import type { Cctld } from '../../../src/machines/words/cctld.ts';

export const XA = 'xa' as Cctld;

export function entry(name: string, address: string, phone: string, primary = false): RosterEntry {
  const [firstName = '', lastName = ''] = name.split(/ (.*)/);
  return {
    cctld: XA,
    firstName,
    lastName,
    address: address as Address,
    phones: [{ raw: phone, e164: phone.replace(/[^+\d]/g, '') }],
    primary,
    since: '2026-01-01T00:00:00.000Z',
  };
}

function readMail(text: string, roster: readonly RosterEntry[]): RosterAsks {
  const lines = readSegments(text);
  const { contacts } = readForm(lines, { inline: false, cctld: XA });
  return readRosterAsks({ text, drafts: contacts, roster, cctld: XA });
}

const nameOf = (address: string | undefined) => address?.replace(/@nic\.xa$/, '') ?? 'nobody';

export function inShort(text: string, roster: readonly RosterEntry[]): string[] {
  const { asks, unclear, contacts } = readMail(text, roster);
  const called = (number: number) =>
    nameOf(contacts.find((draft) => draft.number === number)?.address);
  const shown = contacts.map(
    ({ address, primary }) => `${nameOf(address)}${primary === true ? '!' : ''}`,
  );
  const isWhole = asks.some(({ kind }) => kind === 'replace-all') || shown.join().includes('!');
  return [
    ...asks.map((ask) => oneAsk(ask, called)),
    ...(isWhole ? [`contacts ${shown.join(' ')}`] : []),
    ...unclear.map(({ code }) => `?${code}`),
  ];
}

function oneAsk(ask: Ask, called: (number: number) => string): string {
  switch (ask.kind) {
    case 'add':
      return `add ${called(ask.contact)}`;
    case 'replace':
      return `replace ${nameOf(ask.who)} ${called(ask.contact)}`;
    case 'replace-all':
      return ask.kind;
    case 'change': {
      const { who, firstName, lastName, address, phones } = ask;
      return [
        `change ${nameOf(who)}`,
        ...(firstName === undefined ? [] : [`first ${firstName}`]),
        ...(lastName === undefined ? [] : [`last ${lastName}`]),
        ...(address === undefined ? [] : [`address ${address}`]),
        ...(phones === undefined ? [] : ['phone', ...phones.map(({ raw, e164 }) => e164 ?? raw)]),
      ].join(' ');
    }
    default:
      return `${ask.kind} ${nameOf(ask.who)}`;
  }
}

/** A form with somebody new. */
export const BOB_BELOW =
  'First name: Bob\nLast name: Smith\nE-mail: bob@nic.xa\nPhone: +1 202 555 0130';
