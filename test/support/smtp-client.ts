/** A tiny LMTP and SMTP client that says exactly what a test tells it, byte for byte. */

import { once } from 'node:events';
import { type Socket, connect } from 'node:net';
import type { Door } from '../../src/pipeline/doors.ts';

export class SmtpClient {
  readonly #socket: Socket;
  readonly #replies: string[] = [];
  #partial = '';
  #lines: string[] = [];
  #ended = false;
  #wake: () => void = () => undefined;

  private constructor(socket: Socket) {
    this.#socket = socket;
    // Small writes one after the other would each wait 40 ms for the ACK of the one before.
    socket.setNoDelay(true);
    socket.on('data', (bytes: Buffer) => this.#read(bytes.toString()));
    socket.on('close', () => {
      this.#ended = true;
      this.#wake();
    });
    socket.on('error', () => undefined);
  }

  /** Connects and reads the greeting, which is the first reply of `replies`. */
  static async open(door: Door): Promise<SmtpClient> {
    const client = await SmtpClient.connect(door);
    await client.reply();
    return client;
  }

  /** Connects and does not wait for the greeting. */
  static async connect(door: Door): Promise<SmtpClient> {
    const socket = door.kind === 'unix' ? connect(door.path) : connect(door.port, door.host);
    const client = new SmtpClient(socket);
    await once(socket, 'connect');
    return client;
  }

  /** The next reply, its lines joined with LF; `(closed)` when the server has hung up. */
  async reply(): Promise<string> {
    while (this.#replies.length === 0) {
      if (this.#ended) return '(closed)';
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    return this.#replies.shift() ?? '';
  }

  /** Sends one command and returns its reply. */
  async say(command: string): Promise<string> {
    this.write(`${command}\r\n`);
    return this.reply();
  }

  /** Plays commands one by one and returns the conversation, `C: ` and `S: ` line by line. */
  async play(...commands: string[]): Promise<string[]> {
    const transcript: string[] = [];
    for (const command of commands) {
      transcript.push(`C: ${command}`, `S: ${await this.say(command)}`);
    }
    return transcript;
  }

  /** DATA, the message dot-stuffed (RFC 5321 4.5.2), the dot; returns so many final replies. */
  async data(message: string | Buffer, replies = 1): Promise<string[]> {
    await this.say('DATA');
    this.write(stuff(message));
    this.write('.\r\n');
    const final: string[] = [];
    for (let index = 0; index < replies; index += 1) final.push(await this.reply());
    return final;
  }

  write(bytes: string | Buffer): void {
    this.#socket.write(bytes);
  }

  /** Hangs up as a machine does that loses its power. */
  drop(): void {
    this.#socket.resetAndDestroy();
  }

  /** QUIT, and waits until the server has hung up. */
  async quit(): Promise<void> {
    if (this.#ended) return;
    this.write('QUIT\r\n');
    this.#socket.end();
    while (!this.#ended) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }

  #read(text: string): void {
    const lines = (this.#partial + text).split('\r\n');
    this.#partial = lines.pop() ?? '';
    for (const line of lines) {
      this.#lines.push(line);
      if (line[3] === '-') continue;
      this.#replies.push(this.#lines.join('\n'));
      this.#lines = [];
    }
    this.#wake();
  }
}

function stuff(message: string | Buffer): Buffer {
  const text = Buffer.from(message).toString('latin1');
  return Buffer.from(text.replace(/^\./, '..').replace(/\r\n\./g, '\r\n..'), 'latin1');
}
