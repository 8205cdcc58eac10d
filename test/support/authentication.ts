/** Mails of a fictional domain, its DNS, and the real check between them. */

import type { Authentication, Client } from '../../src/machines/words/mail.ts';
import { makeAuthenticate } from '../../src/pipeline/authenticate.ts';
import type { AuthenticateOptions } from '../../src/pipeline/authenticate.ts';
import { parseMail } from '../../src/pipeline/parse.ts';
import type { DnsServer, ZoneRecords } from './dns-server.ts';
import { rawMail } from './mail-text.ts';
import { keyRecord } from './sign.ts';

/** nic.xa and its neighbours as they publish SPF, DKIM and DMARC. */
export const ZONE: Readonly<Record<string, ZoneRecords>> = {
  'nic.xa': { TXT: ['v=spf1 ip4:192.0.2.10 ip6:2001:db8::10 -all'] },
  '_dmarc.nic.xa': { TXT: ['v=DMARC1; p=reject'] },
  's1._domainkey.nic.xa': { TXT: [keyRecord('rsa')] },
  'e1._domainkey.nic.xa': { TXT: [keyRecord('ed25519')] },
  'mail.nic.xa': { TXT: ['v=spf1 ip4:192.0.2.11 -all'] },
  's1._domainkey.mail.nic.xa': { TXT: [keyRecord('rsa')] },
  'strict.xa': { TXT: ['v=spf1 ip4:192.0.2.10 -all'] },
  '_dmarc.strict.xa': { TXT: ['v=DMARC1; p=reject; adkim=s; aspf=s'] },
  's1._domainkey.mail.strict.xa': { TXT: [keyRecord('rsa')] },
  'attacker.example': { TXT: ['v=spf1 ip4:198.51.100.66 -all'] },
  '_dmarc.attacker.example': { TXT: ['v=DMARC1; p=none'] },
  's1._domainkey.attacker.example': { TXT: [keyRecord('rsa')] },
  'nodmarc.xa': { TXT: ['v=spf1 ip4:192.0.2.10 -all'] },
  's1._domainkey.nodmarc.xa': { TXT: [keyRecord('rsa')] },
  'arc._domainkey.fwd.example': { TXT: [keyRecord('rsa')] },
  'arc._domainkey.stranger.example': { TXT: [keyRecord('rsa')] },
  '_dmarc.nic.xn--90a3ac': { TXT: ['v=DMARC1; p=none'] },
  's1._domainkey.nic.xn--90a3ac': { TXT: [keyRecord('rsa')] },
};
/** A server that nic.xa allows. */
export const OWN: Client = { address: '192.0.2.10', helo: 'mail.nic.xa' };
/** A server that it does not allow. */
const FOREIGN: Client = { address: '198.51.100.66', helo: 'mail.attacker.example' };
/** Some minutes after the usual Date of a test's mail. */
const RECEIVED = new Date('2026-11-21T09:10:00Z');
const BODY = 'Dear colleagues,\n\nplease add Jane Roe.\n';

/** A mail from the Admin Contact of .xa, or from whatever is given. */
export function authoredMail(from?: string): Buffer {
  return rawMail({ body: BODY, ...(from === undefined ? {} : { from }) });
}

export interface CheckOptions {
  readonly sender?: string;
  readonly client?: Client;
  readonly received?: Date;
  readonly options?: Partial<AuthenticateOptions>;
}

/** Parses and checks a message that came from FOREIGN, unless told otherwise. */
export async function checkMail(
  dns: DnsServer,
  raw: Buffer,
  how: CheckOptions = {},
): Promise<Authentication> {
  const mail = await parseMail({
    raw,
    sha256: '00',
    envelope: {
      from: how.sender ?? 'admin@nic.xa',
      to: 'tld-ops-join@lists.example',
      client: how.client ?? FOREIGN,
    },
  });
  const authenticate = makeAuthenticate({
    dnsServers: [dns.address],
    arcSealers: [],
    hostname: 'mx.lists.example',
    deadlineMs: 400,
    isOurs: (address) => address === 'tld-ops-join@lists.example',
    ...how.options,
  });
  return await authenticate(raw, mail, how.received ?? RECEIVED);
}
