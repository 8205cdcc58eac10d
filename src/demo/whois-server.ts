/** A whois server on loopback with answers of our own, in the registry's form: for demo and tests. */

import { once } from 'node:events';
import { type AddressInfo, type Socket, createServer } from 'node:net';
import { domainToUnicode } from 'node:url';
import type { RegistryContact, RegistryRecord } from '../machines/words/registry.ts';

export interface WhoisServer {
  readonly port: number;
  /** Ends every connection too. */
  readonly close: () => Promise<void>;
}

/** Writes what it has to say to the query (lower case) and ends the connection, or does not. */
export type WhoisReply = (socket: Socket, query: string) => void;

const COMMENTS = [
  '% IANA WHOIS server',
  '% for more information on IANA, visit http://www.iana.org',
];

/** What the registry answers about a name that it does not have. */
export const NO_OBJECT = [...COMMENTS, '% This query returned 0 objects.', ''].join('\n');

const LONGEST_QUERY = 1024;

/** Answers from a table, keyed by A-label; a name that is not in it is one without an object. */
export function startWhoisServer(
  answers: ReadonlyMap<string, string>,
  port = 0,
): Promise<WhoisServer> {
  return listenWhois((socket, query) => socket.end(answers.get(query) ?? NO_OBJECT), port);
}

/** Listens on 127.0.0.1 (port 0: any free one) and gives each query line to `reply` (RFC 3912 2). */
export async function listenWhois(reply: WhoisReply, port = 0): Promise<WhoisServer> {
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
    socket.on('error', () => socket.destroy());
    readQuery(socket, reply);
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const close = async (): Promise<void> => {
    const closed = once(server, 'close');
    server.close();
    for (const socket of open) socket.destroy();
    await closed;
  };
  return { port: (server.address() as AddressInfo).port, close };
}

function readQuery(socket: Socket, reply: WhoisReply): void {
  let text = '';
  const read = (chunk: Buffer): void => {
    text += chunk.toString('latin1');
    if (text.length > LONGEST_QUERY) socket.destroy();
    if (!text.includes('\n')) return;
    socket.off('data', read);
    socket.resume();
    reply(socket, text.split('\n', 1)[0]?.trim().toLowerCase() ?? '');
  };
  socket.on('data', read);
}

/** Writes a record as the registry's whois server does (facts/iana-registry.md, line by line). */
export function whoisAnswer(record: RegistryRecord): string {
  const { cctld, organisation, nameServers, status, created, changed } = record;
  const blocks = [
    [...COMMENTS, '% This query returned 1 object'],
    [...domainLines(cctld), field('organisation', organisation), field('address', 'Harbour Row 1')],
    contactLines('administrative', record.admin),
    contactLines('technical', record.tech),
    nameServers.map((host, index) =>
      field('nserver', `${host.toUpperCase()} 192.0.2.${index + 1}`),
    ),
    [field('whois', ''), field('status', status), field('remarks', 'Registration information:')],
    [field('created', created), field('changed', changed), field('source', 'IANA')],
  ];
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n\n`;
}

function domainLines(cctld: string): string[] {
  if (!cctld.startsWith('xn--')) return [field('domain', cctld.toUpperCase())];
  return [field('domain', domainToUnicode(cctld)), field('domain-ace', cctld.toUpperCase())];
}

function contactLines(type: string, contact: RegistryContact): string[] {
  return [
    field('contact', type),
    field('name', contact.name),
    field('organisation', contact.organisation),
    field('address', 'Harbour Row 1'),
    ...(contact.phone === '' ? [] : [field('phone', contact.phone)]),
    ...(contact.email === undefined ? [] : [field('e-mail', contact.email)]),
  ];
}

// Values begin in column 15; a field without one has no blanks after the colon.
function field(key: string, value: string): string {
  return `${`${key}:`.padEnd(14)}${value}`.trimEnd();
}
