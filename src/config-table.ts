/** Every setting: its variable, what counts without it, what it means, and how it is read. */

import {
  listOf,
  oneOf,
  readAddresses,
  readCount,
  readArcKey,
  readDatabaseUrl,
  readDuration,
  readListName,
  readLoopback,
  readPeerList,
  readMonthly,
  readPattern,
  readWeekly,
  readYearly,
  readServer,
  readSize,
  wrong,
} from './config-values.ts';
import { readDomain } from './machines/words/address.ts';
import type { Policy } from './machines/words/evidence.ts';
import { readCctldTable } from './pipeline/cctld-table.ts';
import { type Door, readDoors } from './pipeline/doors.ts';
import { type ListServerPlace, readListServer } from './pipeline/list-server-place.ts';
import { type RegistrySource, readRegistrySource } from './pipeline/registry-source.ts';
import { readLmtp, readRelay, type Relay } from './pipeline/relay.ts';

/** One environment variable. `read` throws an Error whose message says what is wrong. */
export interface Setting<T> {
  readonly name: string;
  readonly example: string;
  /** What counts when it is not set; without it the engine needs the variable. */
  readonly fallback?: string;
  /** For docs/CONFIG.md. */
  readonly meaning: string;
  readonly read: (text: string) => T;
}

const optional = (value: string) => (value === '' ? undefined : value);

export const TABLE = {
  list: setting('TLDOPS_LIST', {
    example: 'tld-ops',
    fallback: 'tld-ops',
    meaning: 'Name of the list: the left side of its addresses, before -join, -validate and so on.',
    read: readListName,
  }),
  domain: setting('TLDOPS_DOMAIN', {
    example: 'lists.example',
    meaning: 'Domain of the list: the right side of its addresses.',
    read: (value) => readDomain(value) ?? wrong('is not a domain name'),
  }),
  doors: setting('TLDOPS_LISTEN', {
    example: 'lmtp://127.0.0.1:2424,smtp://127.0.0.1:2525',
    fallback: 'lmtp://127.0.0.1:2424',
    meaning:
      'Where Postfix hands mail over: lmtp:// or smtp:// with address and port, or lmtp+unix:/path/of/socket; several with commas.',
    read: (value): Door[] => readDoors(value),
  }),
  trustedPeers: setting('TLDOPS_TRUSTED_PEERS', {
    example: '127.0.0.1,::1',
    fallback: '127.0.0.1,::1',
    meaning: "Whose XFORWARD is believed (Postfix's addresses): SPF rests on it.",
    read: readPeerList,
  }),
  relay: setting('TLDOPS_RELAY', {
    example: 'smtp://127.0.0.1:25',
    fallback: 'smtp://127.0.0.1:25',
    meaning: 'Where our letters are handed over: your Postfix.',
    read: (value): Relay => readRelay(value),
  }),
  dataDir: setting('TLDOPS_DATA', {
    example: './var',
    fallback: '',
    meaning:
      'Data directory of the embedded database. Not set: ./var, or /var/lib/tldops when the engine runs as root.',
    read: optional,
  }),
  databaseUrl: setting('DATABASE_URL', {
    example: 'postgres://tldops@127.0.0.1/tldops',
    fallback: '',
    meaning: 'The Postgres to use. Not set: a private one in the data directory.',
    read: (value) => readDatabaseUrl(value),
  }),
  validators: setting('TLDOPS_VALIDATORS', {
    example: 'val1@ccnso.example,val2@ccnso.example',
    meaning: 'Addresses of the Validators, with commas.',
    read: (value) => readAddresses(value, 1),
  }),
  validatorKeys: setting('TLDOPS_VALIDATOR_KEYS', {
    example: '/etc/tldops/validators',
    fallback: '',
    meaning:
      'Folder with one armoured OpenPGP public key for each Validator who signs commands, named ADDRESS.asc; read anew with each signed mail. Not set: signatures prove nothing.',
    read: optional,
  }),
  committee: setting('TLDOPS_COMMITTEE', {
    example: 'chair@ccnso.example',
    fallback: '',
    meaning: 'Addresses of the Standing Committee, with commas: ESCALATE asks them for advice.',
    read: (value) => readAddresses(value, 0),
  }),
  fourEyes: setting('TLDOPS_FOUR_EYES', {
    example: 'no',
    fallback: 'no',
    meaning: 'yes: two Validators must approve a change; no: one is enough.',
    read: (value) => oneOf(value, ['yes', 'no']) === 'yes',
  }),
  registry: setting('TLDOPS_REGISTRY', {
    example: 'whois://whois.iana.org',
    fallback: 'whois://whois.iana.org',
    meaning:
      'Source of the IANA data: whois://host[:port]; rdap+https://host[:port][/path], such as rdap+https://rdap.iana.org (certificates are verified; NODE_EXTRA_CA_CERTS names a file of further authorities; rdap+http:// is for this machine alone); or file:DIR with one whois answer in each file (xa or xa.txt), where a ccTLD without a file counts as not listed.',
    read: (value): RegistrySource => readRegistrySource(value),
  }),
  policy: setting('TLDOPS_POLICY', {
    example: 'balanced',
    fallback: 'balanced',
    meaning:
      'What goes to the Validators at once: classic (anything from or copied to the admin address), balanced (proven mail from it), strict (only an answered nonce).',
    read: (value): Policy => oneOf(value, ['classic', 'balanced', 'strict']),
  }),
  dns: setting('TLDOPS_DNS', {
    example: '127.0.0.1:5353',
    fallback: '',
    meaning: "DNS servers for SPF, DKIM and DMARC, with commas. Not set: the system's.",
    read: (value) => listOf(value, readServer),
  }),
  authservId: setting('TLDOPS_AUTHSERV_ID', {
    example: 'mx.lists.example',
    fallback: '',
    meaning:
      'The one host whose Authentication-Results are believed (it must remove such fields from outside, RFC 8601 5). Not set: none.',
    read: optional,
  }),
  arcSealers: setting('TLDOPS_ARC_SEALERS', {
    example: 'forwarder.example',
    fallback: '',
    meaning: 'Domains whose ARC seal is believed when they forward mail, with commas.',
    read: (value) =>
      listOf(value, (one) => readDomain(one) ?? wrong(`${one} is not a domain name`)),
  }),
  listServer: setting('TLDOPS_LIST_SERVER', {
    example: 'mailman+http://restadmin:secret@127.0.0.1:8001',
    fallback: 'builtin',
    meaning:
      'What delivers posts: builtin, or the REST address of a Mailman 3 with its user and password.',
    read: (value): ListServerPlace => readListServer(value),
  }),
  mailmanDoor: setting('TLDOPS_MAILMAN_LMTP', {
    example: 'lmtp://127.0.0.1:8024',
    fallback: 'lmtp://127.0.0.1:8024',
    meaning: 'Where Mailman 3 takes posts, when it is the list server.',
    read: (value): Relay => readLmtp(value),
  }),
  tlp: setting('TLDOPS_TLP', {
    example: 'warn',
    fallback: 'warn',
    meaning:
      'What happens to a post without a TLP label: warn (it goes out as TLP:RED and its author is told) or strict (posts that are TLP:RED, or have no label, are sent back).',
    read: (value) => oneOf(value, ['warn', 'strict'] as const),
  }),
  postSize: setting('TLDOPS_POST_SIZE', {
    example: '1000000',
    fallback: '1000000',
    meaning: 'Largest post in octets; a larger one is sent back with a sentence.',
    read: readSize,
  }),
  arcKey: setting('TLDOPS_ARC_KEY', {
    example: 'arc2026:/etc/tldops/arc.pem',
    fallback: '',
    meaning:
      'Selector and file of the private key (PEM; RSA, since ARC has no other) with which posts get an ARC seal of TLDOPS_DOMAIN; the public key must stand in the DNS at SELECTOR._domainkey. Not set: no seal.',
    read: readArcKey,
  }),
  monthly: setting('TLDOPS_ISSUE_MONTHLY', {
    example: '0 6 1 * *',
    fallback: '0 6 1 * *',
    meaning:
      'When the contact list goes to everybody on it: five fields as in crontab(5), in UTC; once a month at most.',
    read: readMonthly,
  }),
  weekly: setting('TLDOPS_ISSUE_WEEKLY', {
    example: '0 6 * * 1',
    fallback: '0 6 * * 1',
    meaning:
      'When it goes out once more if the list has changed since; as above, and once a week at most.',
    read: readWeekly,
  }),
  statistics: setting('TLDOPS_STATISTICS', {
    example: '0 7 1 * *',
    fallback: '0 7 1 * *',
    meaning:
      'When the Standing Committee and the Validators get the statistics, at the end of the day before; as above, once a month at most. off: never.',
    read: (value) => (value === 'off' ? undefined : readMonthly(value)),
  }),
  yearly: setting('TLDOPS_YEARLY_CHECK', {
    example: '0 6 15 1 *',
    fallback: '0 6 15 1 *',
    meaning:
      'When everybody on the list, and each Admin Contact, is asked whether the data are still right: as above, and once a year at most.',
    read: readYearly,
  }),
  drillMs: setting('TLDOPS_DRILL_WINDOW', {
    example: '24h',
    fallback: '24h',
    meaning: 'How long a drill lasts: answers that come later are noted, and not counted.',
    read: readDuration,
  }),
  table: setting('TLDOPS_TABLES', {
    example: '/etc/tldops/tables',
    fallback: '',
    meaning:
      'Folder with cctlds.csv and regions.csv: the ccTLDs that are counted and invited, and their regions. Not set: the tables that come with the engine.',
    read: (value) => readCctldTable(optional(value)),
  }),
  waveSize: setting('TLDOPS_WAVE_SIZE', {
    example: '20',
    fallback: '20',
    meaning: 'How many ccTLDs are invited at once.',
    read: (value) => readCount(value, 1, 1_000),
  }),
  wavePauseMs: setting('TLDOPS_WAVE_PAUSE', {
    example: '1d',
    fallback: '1d',
    meaning: 'Pause between two waves of invitations.',
    read: readDuration,
  }),
  refresh: setting('TLDOPS_REFRESH', {
    example: '30 3 * * *',
    fallback: '30 3 * * *',
    meaning:
      'When the registry is asked about every ccTLD: five fields as in crontab(5), in UTC. With a pause of a second between two questions this takes about six minutes.',
    read: readPattern,
  }),
  http: setting('TLDOPS_HTTP', {
    example: '127.0.0.1:8080',
    fallback: '',
    meaning:
      'Loopback address and port for the pages, /healthz and /readyz: see OPERATIONS.md. Not set: none.',
    read: readLoopback,
  }),
  httpNames: setting('TLDOPS_HTTP_NAMES', {
    example: 'tldops.internal.example',
    fallback: '',
    meaning:
      'Host names beside localhost and the loopback addresses under which that server may be asked, with commas; for a proxy that asks for a password.',
    read: (value) =>
      listOf(value, (one) => readDomain(one) ?? wrong(`${one} is not a domain name`)),
  }),
  settleMs: setting('TLDOPS_SETTLE', {
    example: '6h',
    fallback: '6h',
    meaning: 'How long a change in the registry must stand before it counts.',
    read: readDuration,
  }),
  freshMs: setting('TLDOPS_FRESH', {
    example: '7d',
    fallback: '7d',
    meaning:
      'How old our copy of a registry record may be when a mail is weighed. A list change always asks anew.',
    read: readDuration,
  }),
  answerMs: setting('TLDOPS_ANSWER_TIME', {
    example: '14d',
    fallback: '14d',
    meaning: 'How long a request waits for an answer before it ends.',
    read: readDuration,
  }),
  reminderMs: setting('TLDOPS_REMIND_AFTER', {
    example: '10d',
    fallback: '10d',
    meaning:
      'When the end of that time is announced, with a fresh nonce; less than TLDOPS_ANSWER_TIME.',
    read: readDuration,
  }),
  queueReminderMs: setting('TLDOPS_QUEUE_REMINDER', {
    example: '3d',
    fallback: '3d',
    meaning: 'How often the Validators are reminded of a request that waits for them.',
    read: readDuration,
  }),
  applyRetryMs: setting('TLDOPS_APPLY_RETRY', {
    example: '15m',
    fallback: '15m',
    meaning: 'Pause before a list change that failed is tried again.',
    read: readDuration,
  }),
  objectionMs: setting('TLDOPS_OBJECTION_TIME', {
    example: '30d',
    fallback: '30d',
    meaning:
      'How long the token of a copy to the Admin Contact, and of a queue letter, can be answered.',
    read: readDuration,
  }),
  maxSize: setting('TLDOPS_MAX_SIZE', {
    example: '10240000',
    fallback: '10240000',
    meaning: "Largest mail in octets; Postfix's message_size_limit must not be larger.",
    read: readSize,
  }),
  logLevel: setting('TLDOPS_LOG_LEVEL', {
    example: 'info',
    fallback: 'info',
    meaning: 'What is logged (JSON lines on standard error): debug, info, warn, error, silent.',
    read: (value) => oneOf(value, ['debug', 'info', 'warn', 'error', 'silent']),
  }),
} as const;

function setting<T>(name: string, rest: Omit<Setting<T>, 'name'>): Setting<T> {
  return { name, ...rest };
}
