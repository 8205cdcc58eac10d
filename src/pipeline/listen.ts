/** The LMTP and SMTP listener; says 250 only after the shared door has committed. */
// oxlint-disable no-underscore-dangle -- smtp-server names so what its subclasses may override

import { once } from 'node:events';
import { chmod } from 'node:fs/promises';
import type { BlockList, Socket } from 'node:net';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import { SMTPConnection, type SMTPConnectionOptions } from 'smtp-server/lib/smtp-connection.js';
import type { Client } from '../machines/words/mail.ts';
import { Permanent, Temporary } from '../machines/words/trouble.ts';
import { type Accept, type DoorLog, describeTrouble } from './accept.ts';
import { type Door, isPeer, readPeers, showDoor } from './doors.ts';
import { readForwarded, readMailCommand } from './smtp-command.ts';
import { clearSocket } from './unix-socket.ts';

export interface ListenOptions {
  readonly doors: readonly Door[];
  /** IP addresses or networks that may name their client (XFORWARD); who comes by Unix socket always may. */
  readonly trustedPeers: readonly string[];
  readonly accept: Accept;
  /** Octets of one message, announced as SIZE (RFC 1870). */
  readonly maxSize: number;
  /** Our name in the greeting. */
  readonly hostname: string;
  readonly log: DoorLog;
  /** Milliseconds without a word from the client; RFC 5321 4.5.3.2.7 wants five minutes at least. */
  readonly idle?: number;
}

export interface Listening {
  /** The doors as opened, with the ports that port 0 became. */
  readonly addresses: readonly Door[];
  /**
   * Takes no more connections, lets mails that are under way come to their reply, and cuts what is
   * left after the grace (milliseconds).
   */
  close(grace: number): Promise<void>;
}

const IDLE = 5 * 60_000;

/** Per door. Postfix opens 20 to one destination at most (default_destination_concurrency_limit). */
const MOST_CLIENTS = 100;

/** RFC 5321 4.5.3.1.8 wants a hundred at least. */
const MOST_RECIPIENTS = 1000;

/** For Postfix: the mail stays in its queue. It says nothing of what is wrong here. */
const TRY_LATER = Object.assign(new Error('try again later'), { responseCode: 451 });

/**
 * Opens all doors, or none: throws `Permanent` when one cannot be opened, RangeError when a trusted
 * peer cannot be read.
 */
export async function listen(options: ListenOptions): Promise<Listening> {
  const peers = readPeers(options.trustedPeers);
  const open: { server: DoorServer; address: Door }[] = [];
  const close = async (grace: number): Promise<void> => {
    await Promise.all(open.map(({ server }) => server.stop(grace)));
  };
  for (const door of options.doors) {
    const server = new DoorServer(options, door, peers);
    try {
      open.push({ server, address: await server.open() });
    } catch (error) {
      await close(0);
      throw new Permanent('door-shut', `cannot listen on ${showDoor(door)}`, error);
    }
  }
  return { addresses: open.map(({ address }) => address), close };
}

/** One door. Reverse look-ups, TLS and AUTH are off: before us stands Postfix. */
class DoorServer extends SMTPServer {
  readonly door: Door;
  readonly peers: BlockList;
  readonly settings: ListenOptions;
  readonly #talks = new Set<DoorConnection>();

  constructor(settings: ListenOptions, door: Door, peers: BlockList) {
    super({
      lmtp: door.protocol === 'lmtp',
      name: settings.hostname,
      heloResponse: '%s',
      size: settings.maxSize,
      rejectOversized: true,
      hideENHANCEDSTATUSCODES: false,
      disabledCommands: ['AUTH', 'STARTTLS', 'XCLIENT', 'HELP', 'WIZ', 'SHELL', 'KILL'],
      disableReverseLookup: true,
      socketTimeout: settings.idle ?? IDLE,
      logger: false,
    });
    this.door = door;
    this.peers = peers;
    this.settings = settings;
    this.on('error', (error: Error) => {
      settings.log.warn({ trouble: error.message }, 'trouble at the door');
    });
  }

  /** Returns the door as it was opened. */
  async open(): Promise<Door> {
    const { door, server } = this;
    if (door.kind === 'unix') await clearSocket(door.path);
    const ready = once(server, 'listening');
    if (door.kind === 'unix') server.listen(door.path);
    else server.listen(door.port, door.host);
    await ready;
    if (door.kind === 'unix') await chmod(door.path, 0o660);
    const bound = server.address();
    return door.kind === 'tcp' && typeof bound === 'object' && bound !== null
      ? { ...door, port: bound.port }
      : door;
  }

  /** The library's own close() would leave idle clients alone for the whole grace. */
  async stop(grace: number): Promise<void> {
    const closed = new Promise((resolve) => {
      this.server.close(resolve);
    });
    for (const talk of this.#talks) talk.leave();
    const cut = setTimeout(() => {
      for (const talk of this.#talks) talk.cut();
    }, grace);
    await closed;
    clearTimeout(cut);
  }

  override connect(socket: Socket, options?: SMTPConnectionOptions | null): void {
    const talk = new DoorConnection(this, socket, options);
    this.connections.add(talk);
    this.#talks.add(talk);
    socket.on('close', () => this.#talks.delete(talk));
    talk.on('error', (error: Error) => this.emit('error', error));
    talk.init();
  }

  override onConnect(_session: SMTPServerSession, ready: () => void): void {
    ready();
  }

  override onData(
    stream: SMTPServerDataStream,
    session: SMTPServerSession,
    reply: (error: Error | null, texts?: string | string[]) => void,
  ): void {
    const one = this.door.protocol === 'smtp';
    takeMail(stream, session, this.settings).then(
      (texts) => reply(null, one ? texts[0] : texts),
      () => reply(TRY_LATER),
    );
  }
}

/**
 * One conversation. What the library does otherwise is done here where it would cost mail or time:
 * it answers 501 to senders that are legal (quoted local parts) and to parameters that it does not
 * know, sends one LMTP reply for a recipient that was named twice (RFC 2033 4.2: one for each), keeps
 * the XFORWARD facts of one mail for the next, and waits 100 ms before the greeting.
 */
class DoorConnection extends SMTPConnection {
  readonly #server: DoorServer;
  readonly #trusted: boolean;
  #forwarded: Client = {};
  #leaving = false;

  constructor(server: DoorServer, socket: Socket, options?: SMTPConnectionOptions | null) {
    super(server, socket, options);
    this.#server = server;
    this.#trusted = server.door.kind === 'unix' || isPeer(server.peers, this.remoteAddress);
  }

  /** Says goodbye: at once, or after the reply to the mail that is under way. */
  leave(): void {
    this.#leaving = true;
    if (!this._dataStream) this.#goodbye('4.3.2 closing, try again later');
  }

  /** The grace is over. */
  cut(): void {
    this._socket.destroy();
  }

  override init(): void {
    this._setListeners(() => {
      if (this.#server.connections.size > MOST_CLIENTS) this.#goodbye('4.3.2 too many connections');
      else this.connectionReady();
    });
  }

  /** After each mail, and at RSET and EHLO: as Postfix's own server does it, facts are for one mail. */
  override _resetSession(): void {
    super._resetSession();
    this.#forwarded = {};
    if (this.#leaving) this.#goodbye('4.3.2 closing, try again later');
  }

  override _proxyCommandAllowed(command: string): boolean {
    return command === 'XFORWARD' && this.#trusted;
  }

  override handler_XFORWARD(command: Buffer, done: () => void): void {
    if (!this.#trusted) this.send(550, '5.7.0 not allowed', false);
    else if (this.session.envelope.mailFrom) this.send(503, '5.5.1 a mail is under way', false);
    else {
      this.#forwarded = { ...this.#forwarded, ...readForwarded(command.toString()) };
      this.send(250, '2.0.0 ok', false);
    }
    done();
  }

  override handler_MAIL(command: Buffer, done: () => void): void {
    const mail = readMailCommand(command.toString());
    if (!mail) this.send(501, '5.5.4 write MAIL FROM:<address>', false);
    else if (this.session.envelope.mailFrom) this.send(503, '5.5.1 a mail is under way', false);
    else if (mail.size !== undefined && mail.size > this.#server.settings.maxSize) {
      this.send(552, '5.3.4 the message is too big', false);
    } else {
      this.session.envelope.mailFrom = { address: mail.path, args: false };
      this.send(250, '2.1.0 ok', false);
    }
    done();
  }

  override handler_RCPT(command: Buffer, done: () => void): void {
    const { mailFrom, rcptTo } = this.session.envelope;
    const rcpt = readMailCommand(command.toString());
    if (!mailFrom) this.send(503, '5.5.1 MAIL comes first', false);
    else if (!rcpt) this.send(501, '5.5.4 write RCPT TO:<address>', false);
    else if (this.#server.settings.accept.recipient(rcpt.path) === 'unknown') {
      this.send(550, '5.1.1 no such address here', false);
    } else if (rcptTo.length >= MOST_RECIPIENTS) {
      this.send(452, '4.5.3 too many recipients', false);
    } else {
      rcptTo.push({ address: rcpt.path, args: false });
      this.send(250, '2.1.5 ok', false);
    }
    done();
  }

  /** A peer that is not trusted speaks for itself; a trusted one without XFORWARD says nothing. */
  override handler_DATA(command: Buffer, done: () => void): void {
    const helo = this.hostNameAppearsAs || undefined;
    const own = { address: this.remoteAddress, ...(helo === undefined ? {} : { helo }) };
    clients.set(this.session, this.#trusted ? this.#forwarded : own);
    // Not at once: the library forgets to go on behind the dot when a whole second mail came in the
    // same packet (SMTPStream.continue clears the callback that this mail has just set).
    super.handler_DATA(command, () => setImmediate(done));
  }

  #goodbye(text: string): void {
    this.send(421, text, false);
  }
}

/** What is known of the client, from DATA on. */
const clients = new WeakMap<SMTPServerSession, Client>();

/** Takes one message and returns the reply for each recipient; anything that goes wrong rejects. */
async function takeMail(
  stream: SMTPServerDataStream,
  session: SMTPServerSession,
  { accept, log }: ListenOptions,
): Promise<string[]> {
  const { mailFrom, rcptTo } = session.envelope;
  const client = clients.get(session) ?? {};
  try {
    const raw = await readAll(stream);
    // The library has the answer to that: 552 5.3.4 for each recipient (rejectOversized).
    if (raw === 'too-big') return [];
    const result = await accept.accept({
      raw,
      envelopeFrom: mailFrom ? mailFrom.address : '',
      recipients: rcptTo.map(({ address }) => address),
      client,
    });
    if (!result.ok) throw new Error(`refused after RCPT: ${result.reason}`);
    return result.mails.map((mail) => `accepted as ${mail?.inboxId}`);
  } catch (error) {
    log.error(describeTrouble(error), 'mail not accepted, the client will try again');
    throw error;
  }
}

/** Holds no more than the limit: what is beyond it is read and dropped. */
async function readAll(stream: SMTPServerDataStream): Promise<Buffer | 'too-big'> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      if (stream.sizeExceeded) chunks.length = 0;
      else chunks.push(chunk);
    }
  } catch (error) {
    throw new Temporary('connection-lost', 'try again later', error);
  }
  return stream.sizeExceeded ? 'too-big' : Buffer.concat(chunks);
}
