/** A small real DNS server on loopback (UDP and TCP) that answers from a literal zone. */

import { createSocket } from 'node:dgram';
import type { Socket } from 'node:dgram';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo, Server } from 'node:net';

import {
  AUTHORITATIVE_ANSWER,
  decode,
  encode,
  streamDecode,
  streamEncode,
  TRUNCATED_RESPONSE,
} from 'dns-packet';
import type { Answer, Packet, Question } from 'dns-packet';

/** Records of one name; each TXT is one record, cut into strings of 255 octets when it is sent. */
export interface ZoneRecords {
  readonly TXT?: readonly string[];
  readonly A?: readonly string[];
  readonly AAAA?: readonly string[];
  readonly MX?: readonly { readonly preference: number; readonly exchange: string }[];
  readonly CNAME?: string;
}

export interface DnsServer {
  /** `127.0.0.1:port`, as TLDOPS_DNS wants it. */
  readonly address: string;
  /** Every question so far, as `TXT nic.xa`. */
  readonly questions: readonly string[];
  /** Names answered with SERVFAIL; may be changed while the server runs. */
  readonly fail: Set<string>;
  /** Names that are never answered. */
  readonly silent: Set<string>;
  /** Replaces what is said about one name. */
  readonly set: (name: string, records: ZoneRecords) => void;
  readonly close: () => Promise<void>;
}

const UDP_LIMIT = 1200;
const SERVFAIL = 2;
const NXDOMAIN = 3;

/** Starts the server on a free port. What is not in the zone is NXDOMAIN; other types are NODATA. */
export async function startDns(
  zone: Readonly<Record<string, ZoneRecords>>,
  trouble: { readonly fail?: readonly string[]; readonly silent?: readonly string[] } = {},
): Promise<DnsServer> {
  const records = new Map(Object.entries(zone));
  const questions: string[] = [];
  const fail = new Set(trouble.fail);
  const silent = new Set(trouble.silent);

  function answer(query: Packet): Packet | undefined {
    const [question] = query.questions ?? [];
    if (question === undefined) return undefined;
    const name = question.name.toLowerCase();
    questions.push(`${question.type} ${name}`);
    if (silent.has(name)) return undefined;
    const known = records.get(name);
    const code = fail.has(name) ? SERVFAIL : known === undefined ? NXDOMAIN : 0;
    return {
      type: 'response',
      id: query.id ?? 0,
      flags: AUTHORITATIVE_ANSWER | code,
      questions: [question],
      answers: code === 0 && known !== undefined ? answersOf(question, known) : [],
    };
  }

  const { udp, tcp, port } = await bind();
  udp.on('message', (message, peer) => {
    const reply = answer(decode(message));
    if (reply === undefined) return;
    const whole = encode(reply);
    const cut = { ...reply, flags: (reply.flags ?? 0) | TRUNCATED_RESPONSE, answers: [] };
    udp.send(whole.length <= UDP_LIMIT ? whole : encode(cut), peer.port, peer.address);
  });
  tcp.on('connection', (socket) => {
    socket.on('error', () => socket.destroy());
    socket.on('data', (data: Buffer) => {
      const query = streamDecode(data);
      const reply = query === null ? undefined : answer(query);
      if (reply !== undefined) socket.write(streamEncode(reply));
    });
  });
  return {
    address: `127.0.0.1:${port}`,
    questions,
    fail,
    silent,
    set: (name, now) => records.set(name, now),
    close: async () => {
      udp.close();
      tcp.close();
      await Promise.all([once(udp, 'close'), once(tcp, 'close')]);
    },
  };
}

// The port that UDP got may be taken for TCP; then another one is tried.
async function bind(): Promise<{ udp: Socket; tcp: Server; port: number }> {
  for (;;) {
    const udp = createSocket('udp4');
    udp.bind(0, '127.0.0.1');
    await once(udp, 'listening');
    const { port } = udp.address();
    const tcp = createServer();
    tcp.listen(port, '127.0.0.1');
    try {
      await once(tcp, 'listening');
      return { udp, tcp, port: (tcp.address() as AddressInfo).port };
    } catch {
      udp.close();
    }
  }
}

function answersOf(question: Question, known: ZoneRecords): Answer[] {
  const { name, type } = question;
  if (known.CNAME !== undefined) return [{ type: 'CNAME', name, ttl: 60, data: known.CNAME }];
  if (type === 'TXT') {
    return (known.TXT ?? []).map((text) => ({ type, name, ttl: 60, data: chunks(text) }));
  }
  if (type === 'A' || type === 'AAAA') {
    return (known[type] ?? []).map((data) => ({ type, name, ttl: 60, data }));
  }
  if (type === 'MX') return (known.MX ?? []).map((data) => ({ type, name, ttl: 60, data }));
  return [];
}

function chunks(text: string): string[] {
  return text.match(/.{1,255}/gs) ?? [''];
}
