/** Hands one mail to a door over LMTP, as Postfix does, and returns the reply to the dot. */

import { once } from 'node:events';
import { createConnection } from 'node:net';
import { createInterface } from 'node:readline';

export interface Handed {
  readonly host: string;
  readonly port: number;
  readonly envelopeFrom: string;
  readonly recipient: string;
  /** Text gets CRLF line ends; bytes are handed over as they are. */
  readonly raw: string | Buffer;
  /** For XFORWARD: who delivered the mail to Postfix. */
  readonly client?: { readonly address: string; readonly name: string; readonly helo: string };
}

/** Throws when the door refuses a step; the message is the door's reply. */
export async function handOver(mail: Handed): Promise<string> {
  // Without a delay: body and dot are two small writes, and the second would wait 40 ms for an ACK.
  const socket = createConnection({ host: mail.host, port: mail.port, noDelay: true });
  const lines = createInterface({ input: socket, crlfDelay: Infinity })[Symbol.asyncIterator]();
  const reply = async (): Promise<string> => {
    for (;;) {
      const { value, done } = await lines.next();
      if (done === true) throw new Error('the door closed the connection');
      if (/^\d{3} /.test(value)) return value;
    }
  };
  const say = async (line: string): Promise<string> => {
    socket.write(`${line}\r\n`, 'latin1');
    const answer = await reply();
    if (!/^[23]/.test(answer)) throw new Error(answer);
    return answer;
  };
  try {
    await once(socket, 'connect');
    await reply();
    await say('LHLO demo.example');
    if (mail.client !== undefined) {
      const { address, name, helo } = mail.client;
      await say(`XFORWARD NAME=${name} ADDR=${address}`);
      await say(`XFORWARD PROTO=ESMTP HELO=${helo}`);
    }
    await say(`MAIL FROM:<${mail.envelopeFrom}> BODY=8BITMIME`);
    await say(`RCPT TO:<${mail.recipient}>`);
    await say('DATA');
    const text = typeof mail.raw === 'string' ? toBytes(mail.raw) : mail.raw.toString('latin1');
    const stuffed = text.replace(/(^|\r\n)\./g, '$1..');
    socket.write(stuffed, 'latin1');
    return await say(stuffed.endsWith('\r\n') ? '.' : '\r\n.');
  } finally {
    socket.end('QUIT\r\n');
  }
}

function toBytes(text: string): string {
  return Buffer.from(text.replace(/\r?\n/g, '\r\n'), 'utf8').toString('latin1');
}
