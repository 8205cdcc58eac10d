/** An RDAP server on loopback, plain or with TLS, with faults that a test can switch on. */

import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import {
  createServer as createPlain,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import { createServer as createSecure } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { domainToUnicode } from 'node:url';
import { promisify } from 'node:util';
import type { RegistryContact, RegistryRecord } from '../../src/machines/words/registry.ts';
import type { Entry } from './population.ts';

/** Answers a question about one name (lower case), or does not. */
export type RdapReply = (response: ServerResponse, name: string, request: IncomingMessage) => void;

export interface RdapServer {
  readonly port: number;
  /** Every path that was asked for, in order. */
  readonly paths: string[];
  reply: RdapReply;
  /** Ends every connection too. */
  readonly close: () => Promise<void>;
}

/** A certificate that nobody but itself signed, and its key (PEM). */
export interface Certificate {
  readonly cert: string;
  readonly key: string;
}

/** Listens on a free port of 127.0.0.1; with TLS when a certificate is given. */
export async function startRdap(reply: RdapReply, tls?: Certificate): Promise<RdapServer> {
  const paths: string[] = [];
  const serve = (request: IncomingMessage, response: ServerResponse): void => {
    const path = request.url ?? '';
    paths.push(path);
    server.reply(response, path.split('/').at(-1)?.toLowerCase() ?? '', request);
  };
  const http: Server = tls === undefined ? createPlain(serve) : createSecure(tls, serve);
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  const close = async (): Promise<void> => {
    const closed = once(http, 'close');
    http.close();
    http.closeAllConnections();
    await closed;
  };
  const server: RdapServer = { port: (http.address() as AddressInfo).port, paths, reply, close };
  return server;
}

/** Answers from a table, keyed by A-label; what is not in it is not found. */
export function fromTable(answers: ReadonlyMap<string, string>): RdapReply {
  return (response, name) => {
    const text = answers.get(name);
    if (text === undefined) sendRdap(response, '{"errorCode":404,"title":"Not Found"}', 404);
    else sendRdap(response, text);
  };
}

export function sendRdap(response: ServerResponse, text: string | Buffer, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/rdap+json; charset=utf-8' });
  response.end(text);
}

const run = promisify(execFile);

/** A new one for this name; for localhost it is good for 127.0.0.1 too. */
export async function makeCertificate(host = 'localhost'): Promise<Certificate> {
  const dir = await mkdtemp(join(tmpdir(), 'cert-'));
  const files = ['-keyout', join(dir, 'key'), '-out', join(dir, 'cert')];
  const address = host === 'localhost' ? ',IP:127.0.0.1' : '';
  const names = `subjectAltName=DNS:${host}${address}`;
  const kind = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];
  const args = ['req', '-x509', ...kind, ...files, '-days', '2', '-subj', `/CN=${host}`];
  await run('openssl', [...args, '-addext', names]);
  const read = (name: string): Promise<string> => readFile(join(dir, name), 'utf8');
  const made = { cert: await read('cert'), key: await read('key') };
  await rm(dir, { recursive: true });
  return made;
}

/** A record as an RDAP server writes it: the manager as registrant, and the two contacts. */
export function rdapObject(entry: RegistryRecord & Partial<Pick<Entry, 'written'>>) {
  const { cctld, organisation, admin, tech, nameServers, status, created, changed } = entry;
  const unicode = domainToUnicode(cctld);
  return {
    rdapConformance: ['rdap_level_0', 'icann_rdap_technical_implementation_guide_1'],
    objectClassName: 'domain',
    handle: `D-${cctld}`,
    ldhName: cctld,
    ...(unicode === cctld ? {} : { unicodeName: unicode }),
    status: status.toLowerCase().split(' '),
    entities: [
      entity('registrant', [['fn', {}, 'text', organisation], ADDRESS]),
      contact('administrative', admin, entry.written),
      contact('technical', tech),
    ],
    nameservers: nameServers.map((host) => ({
      objectClassName: 'nameserver',
      ldhName: host,
      ipAddresses: { v4: ['192.0.2.1'] },
    })),
    events: [
      { eventAction: 'registration', eventDate: `${created}T00:00:00Z` },
      { eventAction: 'last changed', eventDate: `${changed}T00:00:00Z` },
      { eventAction: 'last update of RDAP database', eventDate: '2026-11-21T04:05:06Z' },
    ],
    secureDNS: { delegationSigned: true },
    notices: [{ title: 'Terms of Use', description: ['Be kind.'] }],
  };
}

/** The same as text. */
export function rdapAnswer(entry: RegistryRecord & Partial<Pick<Entry, 'written'>>): string {
  return JSON.stringify(rdapObject(entry));
}

const ADDRESS = ['adr', { label: 'Harbour Row 1' }, 'text', ['', '', '', '', '', '', '']];

function contact(role: string, who: RegistryContact, written: string | undefined = who.email) {
  return entity(role, [
    ['fn', {}, 'text', who.name],
    ['org', { type: 'work' }, 'text', who.organisation],
    ADDRESS,
    ...(who.phone === '' ? [] : [['tel', { type: 'voice' }, 'text', who.phone]]),
    ['tel', { type: 'fax' }, 'uri', 'tel:+1-202-555-0199'],
    ...(written === undefined ? [] : [['email', {}, 'text', written]]),
  ]);
}

function entity(role: string, properties: readonly unknown[]) {
  return {
    objectClassName: 'entity',
    roles: [role],
    vcardArray: ['vcard', [['version', {}, 'text', '4.0'], ...properties]],
  };
}
