/** A catch-all SMTP server on loopback: takes every mail, keeps it, and shows it to who asks. */

import { createServer, type Socket } from 'node:net';
import { once } from 'node:events';

export interface Caught {
  readonly envelopeFrom: string;
  readonly recipients: readonly string[];
  /** As it came over the wire, without the dots that were stuffed in. */
  readonly raw: string;
}

/** What the sink answers to a recipient; `undefined` takes it. */
export type Refusal = (recipient: string) => string | undefined;

/** What becomes of a whole mail: kept or not, and the reply; without one the sink hangs up. */
export interface Ending {
  readonly keep: boolean;
  readonly reply?: string;
}

export interface SinkOptions {
  readonly port?: number;
  readonly refuse?: Refusal;
  /** Asked at the end of each mail; `undefined` keeps it and says so. */
  readonly atEnd?: (mail: Caught) => Ending | undefined | Promise<Ending | undefined>;
  /** False for a relay without VERP. */
  readonly verp?: boolean;
  /** The largest mail that it takes, as it says. */
  readonly size?: number;
  readonly onMail?: () => void;
}

export interface Sink {
  readonly port: number;
  readonly caught: Caught[];
  readonly close: () => Promise<void>;
}

/** Opens a sink on a free port of 127.0.0.1, or on the one named. */
export async function startSink(options: SinkOptions = {}): Promise<Sink> {
  const caught: Caught[] = [];
  const open = new Set<Socket>();
  // The replies to a pipelined group go out at once, and not 40 ms later (Nagle's algorithm).
  const server = createServer({ noDelay: true }, (socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
    socket.on('error', () => socket.destroy());
    talk(socket, options, (mail) => {
      caught.push(mail);
      options.onMail?.();
    });
  });
  server.listen(options.port ?? 0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    caught,
    close: async () => {
      for (const socket of open) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

const CAPABILITIES = ['sink', 'PIPELINING', '8BITMIME', 'XVERP', 'SMTPUTF8'];

function capabilities({ verp = true, size }: SinkOptions): string {
  const most = size === undefined ? [] : [`SIZE ${size}`];
  const lines = [...CAPABILITIES.filter((one) => verp || one !== 'XVERP'), ...most];
  return lines.map((one, at) => `250${at === lines.length - 1 ? ' ' : '-'}${one}\r\n`).join('');
}

// Postfix, asked for VERP, makes one delivery of each recipient, with a sender of its own (VERP_README).
function spread({ envelopeFrom, recipients, raw }: Caught, verp: string | undefined): Caught[] {
  const [behind = '', at = ''] = verp ?? '';
  if (behind === '') return [{ envelopeFrom, recipients, raw }];
  const [local = '', domain = ''] = envelopeFrom.split('@');
  return recipients.map((to) => ({
    envelopeFrom: `${local}${behind}${to.replace('@', at)}@${domain}`,
    recipients: [to],
    raw,
  }));
}

// One conversation of RFC 5321, as much of it as Postfix and nodemailer speak.
function talk(socket: Socket, options: SinkOptions, keep: (mail: Caught) => void): void {
  let rest = '';
  let data: string[] | undefined;
  let from = '';
  let to: string[] = [];
  let verp: string | undefined;
  const say = (line: string) => socket.write(`${line}\r\n`);
  const endOfData = async () => {
    const raw = (data ?? []).join('\r\n') + '\r\n';
    const mail = { envelopeFrom: from, recipients: to, raw };
    data = undefined;
    to = [];
    const end = (await options.atEnd?.(mail)) ?? { keep: true, reply: '250 2.0.0 kept' };
    if (end.keep) spread(mail, verp).forEach(keep);
    if (end.reply === undefined) socket.destroy();
    else say(end.reply);
  };
  const command = (line: string) => {
    const path = /<([^>]*)>/.exec(line)?.[1] ?? '';
    const verb = line.slice(0, 4).toUpperCase();
    if (verb === 'EHLO' || verb === 'LHLO') socket.write(capabilities(options));
    else if (verb === 'MAIL') {
      from = path;
      to = [];
      verp = / XVERP=(\S\S)/.exec(line)?.[1];
      say('250 2.1.0 ok');
    } else if (verb === 'RCPT') {
      const no = options.refuse?.(path);
      if (no === undefined) to.push(path);
      say(no ?? '250 2.1.5 ok');
    } else if (verb === 'DATA') {
      if (to.length === 0) return say('503 5.5.1 no recipient');
      data = [];
      say('354 go on');
    } else if (verb === 'QUIT') socket.end('221 2.0.0 bye\r\n');
    else say('250 2.0.0 ok');
    return undefined;
  };
  socket.setEncoding('latin1');
  socket.on('data', (chunk: string) => {
    const lines = (rest + chunk).split('\r\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      if (data === undefined) command(line);
      else if (line === '.') void endOfData();
      else data.push(line.startsWith('.') ? line.slice(1) : line);
    }
  });
  say('220 sink ESMTP');
}
