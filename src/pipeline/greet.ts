/** Knocks at a mail server: whether somebody answers there as one does (RFC 5321 4.3.1). */

import { createConnection } from 'node:net';
import type { Relay } from './relay.ts';

/** Milliseconds. */
const DEADLINE = 5_000;

/** The first line of its greeting. Throws when there is none, or it is another than 220. */
export function greet({ host, port }: Relay): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = createConnection({ host, port, timeout: DEADLINE });
    socket.once('data', (data) => {
      socket.end('QUIT\r\n');
      const words = data.toString('latin1').split('\r\n')[0] ?? '';
      if (words.startsWith('220')) resolve(words);
      else reject(new Error(`It says "${words}".`));
    });
    socket.once('timeout', () => socket.destroy(new Error('It says nothing.')));
    socket.once('error', reject);
    socket.once('close', () => reject(new Error('It closed the connection.')));
  });
}
