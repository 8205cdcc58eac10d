/** The fictional people of the conversations, with their mail systems, their DNS and their registry. */

import { readAddress, type Address } from '../../src/machines/words/address.ts';
import { readCctld } from '../../src/machines/words/cctld.ts';
import type { RegistryRecord } from '../../src/machines/words/registry.ts';
import type { ZoneRecords } from './dns-server.ts';
import { keyRecord } from './sign.ts';

/** Somebody who writes mails, and the mail system behind them. */
export interface Person {
  /** As in the From line. */
  readonly mailbox: string;
  readonly address: string;
  /** Whether the mail system signs (DKIM) what it sends for this domain. */
  readonly signs: boolean;
  /** The server that hands the mail to our Postfix. */
  readonly client: { readonly address: string; readonly name: string; readonly helo: string };
}

/** The Admin Contact of .xa, whose domain is protected by SPF, DKIM and DMARC. */
export const ADMIN = person('Nic XA <admin@nic.xa>', '192.0.2.10', true);
/** Works for .xa and writes from a mailbox of her own; her provider publishes nothing. */
export const ROSA = person('Rosa Lind <rosa.lind@mailbox.example>', '192.0.2.20');
/** The Admin Contact of .xb and .xc; the ministry publishes nothing. */
export const MINISTRY = person('Domain Desk <domains@ministry.example>', '192.0.2.30');
/** The Admin Contact of .xa after a change in the registry. */
export const NEW_ADMIN = person('Xanadu Ministry <registry@gov.example>', '192.0.2.31', true);
export const VAL1 = person('Vera Alt <val1@ccnso.example>', '192.0.2.40', true);
export const VAL2 = person('Victor Bo <val2@ccnso.example>', '192.0.2.40', true);
/** A Validator whose domain publishes nothing: only her OpenPGP key can prove her mails. */
export const VIOLET = person('Violet Orr <violet@board.example>', '192.0.2.50');
/** An SSC of .xa who reads his mail at a provider. */
export const TEO_ELSEWHERE = person('Téo Amaral <teo@isp.example>', '192.0.2.50');
/** Owns attacker.example, with everything that proves it. */
export const MALLORY = person('Mallory <mallory@attacker.example>', '198.51.100.66', true);

/** The same person behind another mail system: what somebody writes in another's name. */
export function forgedBy(forger: Person, victim: Person): Person {
  return { ...victim, signs: false, client: forger.client };
}

export const VALIDATORS = [VAL1.address, VAL2.address];

/** What these people's domains publish. */
export const ZONE: Readonly<Record<string, ZoneRecords>> = {
  ...published('nic.xa', '192.0.2.10', 'reject'),
  ...published('gov.example', '192.0.2.31', 'reject'),
  ...published('ccnso.example', '192.0.2.40', 'reject'),
  ...published('attacker.example', '198.51.100.66', 'none'),
  ...published('stranger.example', '198.51.100.67', 'none'),
};

/** The registry at the beginning: .xa has an address of its own, .xb and .xc share one. */
export const REGISTRY: readonly RegistryRecord[] = [
  record('xa', 'Xanadu Network Information Centre', ADMIN.address),
  record('xb', 'Ministry of Posts of Xebec', MINISTRY.address),
  record('xc', 'Ministry of Posts of Xebec', MINISTRY.address),
];

/** A record of the registry with this Admin Contact address. */
export function record(name: string, organisation: string, admin: string): RegistryRecord {
  const cctld = must(readCctld(name));
  return {
    cctld,
    organisation,
    admin: {
      name: 'Managing Director',
      organisation,
      email: address(admin),
      phone: '+1 202 555 0100',
    },
    tech: {
      name: 'Technical Desk',
      organisation,
      email: address(`tech@nic.${name}`),
      phone: '+1 202 555 0101',
    },
    nameServers: [`a.nic.${name}`, `b.nic.${name}`],
    status: 'ACTIVE',
    created: '1994-05-01',
    changed: '2025-03-02',
  };
}

/** A filled-in form for a ccTLD: two people, complete. */
export function form(cctld: string, domain = `nic.${cctld}`): string {
  return [
    `ccTLD: .${cctld}`,
    '',
    'Contact 1 (primary)',
    'First name: Rosa',
    'Last name: Lind',
    `E-mail: rosa.lind@${domain}`,
    'Phone: +1 202 555 0112',
    '',
    'Contact 2',
    'First name: Téo',
    'Last name: Amaral',
    `E-mail: teo.amaral@${domain}`,
    'Phone: +1 202 555 0113',
  ].join('\n');
}

function person(mailbox: string, client: string, signs = false): Person {
  const found = /<([^@]+@([^>]+))>/.exec(mailbox);
  const name = `mail.${found?.[2] ?? ''}`;
  return {
    mailbox,
    address: found?.[1] ?? '',
    signs,
    client: { address: client, name, helo: name },
  };
}

function published(domain: string, client: string, policy: string): Record<string, ZoneRecords> {
  return {
    [domain]: { TXT: [`v=spf1 ip4:${client} -all`] },
    [`_dmarc.${domain}`]: { TXT: [`v=DMARC1; p=${policy}`] },
    [`s1._domainkey.${domain}`]: { TXT: [keyRecord()] },
    [`arc._domainkey.${domain}`]: { TXT: [keyRecord()] },
  };
}

function address(text: string): Address {
  return must(readAddress(text));
}

function must<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('the cast is written wrongly');
  return value;
}
