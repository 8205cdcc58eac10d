/** Asks a whois server one question (RFC 3912). */

import { type Socket, connect } from 'node:net';
import type { Cctld } from '../machines/words/cctld.ts';
import { Temporary } from '../machines/words/trouble.ts';

export interface WhoisQuestion {
  readonly host: string;
  readonly port: number;
  readonly cctld: Cctld;
  /** For all of it together: name look-up, connection and answer; milliseconds. */
  readonly deadlineMs: number;
  readonly maxBytes: number;
}

/**
 * The answer as text: whatever came until the server closed the connection (RFC 3912 2), bytes that
 * are no UTF-8 as U+FFFD. An IDN is asked for by its A-label. Throws Temporary: `registry-unreachable`
 * for no name, no connection, a reset, or no end by the deadline however slowly it drips;
 * `registry-unreadable` for more than `maxBytes`.
 */
export async function queryWhois(question: WhoisQuestion): Promise<string> {
  const { host, port, cctld, deadlineMs } = question;
  const socket = connect({ host, port });
  const tooLate = new Error(`no complete answer within ${deadlineMs} ms`);
  const timer = setTimeout(() => socket.destroy(tooLate), deadlineMs);
  // A server that answers and closes without reading makes the write fail after the end was read.
  socket.on('error', () => {});
  socket.write(`${cctld}\r\n`);
  try {
    const bytes = await readToEnd(socket, question.maxBytes);
    return new TextDecoder().decode(bytes);
  } catch (error) {
    throw asTrouble(error);
  } finally {
    clearTimeout(timer);
    socket.destroy();
  }
}

async function readToEnd(socket: Socket, maxBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of socket as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maxBytes) {
      throw new Temporary('registry-unreadable', 'The registry sent far more than an answer.');
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function asTrouble(error: unknown): Temporary {
  if (error instanceof Temporary) return error;
  return new Temporary('registry-unreachable', 'The registry cannot be reached at present.', error);
}
