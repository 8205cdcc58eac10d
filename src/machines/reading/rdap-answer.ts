/** Reads one answer of an RDAP server about a ccTLD (RFC 9083), as strictly as one of the whois server. */

import { type Cctld, readCctld } from '../words/cctld.ts';
import type {
  RegistryAnswer,
  RegistryContact,
  RegistryRecord,
  UnreadableReason,
} from '../words/registry.ts';
import { type Card, addressOf, cardOf, nameOf, organisationOf, phonesOf } from './jcard.ts';
import { isObject, listOf, member, wordsOf } from './json-values.ts';
import { MAX_ANSWER_BYTES } from './registry-answer.ts';
import { readStrictJson } from './strict-json.ts';

/** What stands for "there is no such object": the source writes it when the status says so (RFC 7480 5.3). */
export const RDAP_NOT_FOUND = '{"errorCode":404}';

// A byte that was no UTF-8, and what no name or address holds, written out or as \u0000.
const NOT_TEXT = /[\u0000-\u001f\u007f-\u009f\ufffd]/;

/**
 * Reads the answer (decoded) to the question for `asked`. Never throws. What is no JSON, has a name
 * twice, is about something else, or has not exactly one administrative contact with exactly one
 * address is `unreadable`, and so is what names no manager or no technical contact. Members that this reader does not know are ignored (RFC 9083 2.1).
 */
export function readRdapAnswer(text: string, asked: Cctld): RegistryAnswer {
  if (Buffer.byteLength(text) > MAX_ANSWER_BYTES) return unreadable('too-long');
  if (text === RDAP_NOT_FOUND) return { kind: 'absent', why: 'no-object' };
  if (text.includes('\ufffd')) return unreadable('not-text');
  const json = readStrictJson(text);
  if (typeof json === 'string') return unreadable(json);
  const domain = json.value;
  if (member(domain, 'objectClassName') !== 'domain') return unreadable('no-domain-object');
  if (!isAbout(domain, asked)) return unreadable('other-domain');
  return readDomain(domain, asked);
}

/**
 * The same JSON with the names of each object in order, and without what says when and under which
 * terms it was written: two answers that are equal in this form say the same about the ccTLD.
 */
export function normaliseRdap(text: string): string {
  const json = readStrictJson(text);
  return typeof json === 'string' ? text : `${JSON.stringify(inOrder(json.value))}\n`;
}

function unreadable(why: UnreadableReason): RegistryAnswer {
  return { kind: 'unreadable', why };
}

// Of an IDN `ldhName` is the A-label and `unicodeName` the U-label (RFC 9083 3): both must be what was asked.
function isAbout(domain: unknown, asked: Cctld): boolean {
  const names = ['ldhName', 'unicodeName'].map((name) => member(domain, name));
  const given = names.filter((name) => name !== undefined);
  return (
    given.length > 0 && given.every((name) => typeof name === 'string' && readCctld(name) === asked)
  );
}

function readDomain(domain: unknown, cctld: Cctld): RegistryAnswer {
  const managers = new Set(withRole(domain, 'registrant').map((card) => organisationOf(card)));
  // Two managers leave open who runs the ccTLD.
  if (managers.size > 1) return unreadable('ambiguous');
  const organisation = [...managers].join('');
  if (organisation.toLowerCase() === 'not assigned') return { kind: 'absent', why: 'not-assigned' };
  const [admin, ...more] = withRole(domain, 'administrative');
  const [tech] = withRole(domain, 'technical');
  if (admin === undefined || more.length > 0 || addressOf(admin) === undefined) {
    return unreadable('no-admin-address');
  }
  if (organisation === '' || tech === undefined) return unreadable('incomplete');
  const record: RegistryRecord = {
    cctld,
    organisation,
    admin: contactOf(admin),
    tech: contactOf(tech),
    nameServers: nameServersOf(domain),
    status: listOf(member(domain, 'status')).map(wordsOf).join(' ').toUpperCase(),
    created: dayOf(domain, 'registration'),
    changed: dayOf(domain, 'last changed'),
  };
  return isText(record) ? { kind: 'record', record } : unreadable('not-text');
}

/**
 * The cards of the entities with this role (RFC 9083 10.2.4). A role is one in the object around the entity,
 * so what is nested in another entity only counts where the domain itself has nobody with the role.
 */
function withRole(domain: unknown, role: string): Card[] {
  const own = listOf(member(domain, 'entities'));
  const found = own.filter((entity) => hasRole(entity, role));
  const counted = found.length > 0 ? found : nested(own).filter((entity) => hasRole(entity, role));
  return counted.map(cardOf);
}

function nested(entities: readonly unknown[]): unknown[] {
  return entities.flatMap((entity) => {
    const inside = listOf(member(entity, 'entities'));
    return [...inside, ...nested(inside)];
  });
}

function hasRole(entity: unknown, role: string): boolean {
  return listOf(member(entity, 'roles')).some(
    (one) => typeof one === 'string' && one.toLowerCase() === role,
  );
}

function contactOf(card: Card): RegistryContact {
  const email = addressOf(card);
  return {
    name: nameOf(card),
    organisation: organisationOf(card, ''),
    ...(email === undefined ? {} : { email }),
    phone: phonesOf(card).join(', '),
  };
}

function nameServersOf(domain: unknown): string[] {
  const hosts = listOf(member(domain, 'nameservers')).map((one) => wordsOf(member(one, 'ldhName')));
  const shown = hosts.map((host) => host.toLowerCase().replace(/\.$/, ''));
  return [...new Set(shown.filter((host) => host !== ''))].toSorted();
}

// RFC 9083 4.5; the whois server writes the day alone.
function dayOf(domain: unknown, action: string): string {
  const events = listOf(member(domain, 'events'));
  const found = events.filter((event) => member(event, 'eventAction') === action);
  const dates = found.map((event) => wordsOf(member(event, 'eventDate')));
  return dates.flatMap((date) => /^\d{4}-\d\d-\d\d/.exec(date) ?? []).join(' ');
}

function isText(record: RegistryRecord): boolean {
  const { organisation, admin, tech, nameServers, status } = record;
  const people = [admin, tech].flatMap((one) => [one.name, one.organisation, one.phone]);
  return ![organisation, status, ...nameServers, ...people].some((text) => NOT_TEXT.test(text));
}

const OF_THE_SERVER = new Set(['notices', 'rdapConformance', 'port43', 'lang']);
const OF_THE_ANSWER = 'last update of RDAP database';

// Depth is bounded: what is nested deeper was never parsed.
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) {
    const kept = value.filter((one) => member(one, 'eventAction') !== OF_THE_ANSWER);
    return kept.map(inOrder);
  }
  if (!isObject(value)) return value;
  const names = Object.keys(value).filter((name) => !OF_THE_SERVER.has(name));
  return names.toSorted().map((name) => [name, inOrder(value[name])]);
}
