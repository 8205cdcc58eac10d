/** The fictional people, registry and mails of the demo. */

import { readAddress, type Address } from '../machines/words/address.ts';
import { readCctld, type Cctld } from '../machines/words/cctld.ts';
import type { RegistryRecord } from '../machines/words/registry.ts';

export const LIST = { list: 'tld-ops', domain: 'lists.example' } as const;
export const VALIDATOR = 'val1@ccnso.example';
export const ANCHOR = 'admin@nic.xa';
export const REQUESTER = 'rosa.lind@mailbox.example';
export const SSC = 'rosa.lind@nic.xa';

/** The one ccTLD that takes part. */
export const REGISTRY: RegistryRecord = {
  cctld: must(readCctld('xa')),
  organisation: 'Xanadu Network Information Centre',
  admin: {
    name: 'Managing Director',
    organisation: 'Xanadu Network Information Centre',
    email: address(ANCHOR),
    phone: '+1 202 555 0100',
  },
  tech: {
    name: 'Technical Desk',
    organisation: 'Xanadu Network Information Centre',
    email: address('tech@nic.xa'),
    phone: '+1 202 555 0101',
  },
  nameServers: ['a.nic.xa', 'b.nic.xa'],
  status: 'ACTIVE',
  created: '1994-05-01',
  changed: '2025-03-02',
};

function address(text: string): Address {
  return must(readAddress(text));
}

function must<T extends Cctld | Address>(value: T | undefined): T {
  if (value === undefined) throw new Error('the demo is written wrongly');
  return value;
}

/** The tables of ccTLDs and regions, in which .xa is the only one. */
export const TABLES: Readonly<Record<string, string>> = {
  'cctlds.csv': 'cctld,ulabel,country,sibling,from,until,ccnso,languages\nxa,xa,Xanadu,,,,,fr\n',
  'regions.csv': 'scheme,asof,cctld,region\nreport,2026-01-01,xa,AF\n',
};

/** A mail as a mail program would send it. */
export function writeMail(parts: {
  readonly from: string;
  readonly to: string;
  readonly cc?: string;
  readonly subject: string;
  readonly inReplyTo?: string;
  readonly body: string;
  readonly id: string;
}): string {
  const domain = /@([^>]+)/.exec(parts.from)?.[1] ?? 'mailbox.example';
  return [
    `Received: from mail.${domain} (mail.${domain} [192.0.2.25]) by mx.${LIST.domain}; ${new Date().toUTCString()}`,
    `Date: ${new Date().toUTCString()}`,
    `From: ${parts.from}`,
    `To: ${parts.to}`,
    ...(parts.cc === undefined ? [] : [`Cc: ${parts.cc}`]),
    `Subject: ${parts.subject}`,
    `Message-ID: <${parts.id}@${domain}>`,
    ...(parts.inReplyTo === undefined ? [] : [`In-Reply-To: ${parts.inReplyTo}`]),
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
    '',
    parts.body,
    '',
  ].join('\r\n');
}

export const FIRST_MAIL = `Hello,

here are the people of .xa for TLD-OPS. I write from my own mailbox,
because admin@nic.xa only forwards; it is in copy.

ccTLD: .xa

Contact 1 (primary)
First name: Rosa
Last name: Lind
E-mail: rosa.lind@nic.xa
Phone: +1 202 555 0112

Contact 2
First name: Téo
Last name: Amaral
E-mail: teo.amaral@nic.xa
Phone: +1 202 555 0113

Regards
Rosa Lind`;
