/** The people of the model: Admin Contacts, Validators, SSCs, a stranger and a forger; and their DNS. */

import type { ZoneRecords } from '../support/dns-server.ts';
import type { RegistryRecord } from '../../src/machines/words/registry.ts';
import {
  ADMIN,
  MALLORY,
  MINISTRY,
  NEW_ADMIN,
  type Person,
  record,
  ROSA,
  VAL1,
  VAL2,
  ZONE as CAST_ZONE,
} from '../support/people.ts';

/**
 * .xa has an Admin Contact of its own; .xb and .xc share one whose domain proves nothing, .xd, .xe and the
 * IDN another.
 */
export const CCTLDS = ['xa', 'xb', 'xc', 'xd', 'xe', 'xn--p1ai'] as const;

export const FIRST_ANCHORS: readonly Person[] = [
  ADMIN,
  MINISTRY,
  MINISTRY,
  NEW_ADMIN,
  NEW_ADMIN,
  NEW_ADMIN,
];

/** What the registry says at the beginning. */
export const FIRST_RECORDS: readonly RegistryRecord[] = CCTLDS.map((name, index) =>
  record(name, `Registry of ${name}`, pick(FIRST_ANCHORS, index).address),
);

export const VALIDATORS: readonly Person[] = [VAL1, VAL2];

/** Who has nothing to do with any of it: an employee with a private mailbox, and an attacker. */
export const STRANGER = ROSA;
export const FORGER = MALLORY;

/** Somebody of nic.xa or nic.xb, whose domains publish what proves a mail; the others prove nothing. */
function contact(name: string, domain: string, server: string): Person {
  const address = `${name.toLowerCase().replace(' ', '.')}@${domain}`;
  const host = `mail.${domain}`;
  return {
    mailbox: `${name} <${address}>`,
    address,
    signs: false,
    client: { address: server, name: host, helo: host },
  };
}

/** Those who are offered as security contacts, for one ccTLD or for several. */
export const CONTACTS: readonly Person[] = [
  contact('Rosa Lind', 'nic.xa', '192.0.2.10'),
  contact('Teo Amaral', 'nic.xa', '192.0.2.10'),
  contact('Uma Berg', 'cert.example', '192.0.2.60'),
  contact('Ivo Dahl', 'cert.example', '192.0.2.60'),
  contact('Nia Okoye', 'posts.example', '192.0.2.61'),
  contact('Kai Moana', 'posts.example', '192.0.2.61'),
];

export const ZONE: Readonly<Record<string, ZoneRecords>> = {
  ...CAST_ZONE,
  'cert.example': { TXT: ['v=spf1 ip4:192.0.2.60 -all'] },
  '_dmarc.cert.example': { TXT: ['v=DMARC1; p=reject'] },
};

/** The same person behind another mail system, as a forger writes in somebody's name. */
export function inTheNameOf(victim: Person): Person {
  return { ...victim, signs: false, client: FORGER.client };
}

/** One of a list by any number; the lists of the model are never empty. */
export function pick<T>(list: readonly T[], number: number): T {
  const found = list[number % list.length];
  if (found === undefined) throw new Error('there is nothing to pick from');
  return found;
}
