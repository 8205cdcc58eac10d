/** A DNS server that knows nothing: every name does not exist. The demo needs no network by it. */

import { createSocket } from 'node:dgram';
import { once } from 'node:events';

/** Opens it on a free UDP port of 127.0.0.1; answers every question with NXDOMAIN (RFC 1035 4.1.1). */
export async function startEmptyDns(): Promise<{ port: number; close: () => Promise<void> }> {
  const socket = createSocket('udp4');
  socket.on('message', (question, peer) => {
    if (question.length < 12) return;
    const answer = Buffer.from(question);
    answer[2] = 0x84 | (question.readUInt8(2) & 0x01);
    answer[3] = 0x83;
    // No additional records are sent back (the question may carry EDNS).
    answer.writeUInt16BE(0, 10);
    socket.send(answer.subarray(0, endOfQuestion(answer)), peer.port, peer.address);
  });
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  return {
    port: socket.address().port,
    close: async () => {
      socket.close();
      await once(socket, 'close');
    },
  };
}

// The name is a row of labels, each with its length before it; type and class follow.
function endOfQuestion(packet: Buffer): number {
  let at = 12;
  while (at < packet.length && packet[at] !== 0) at += 1 + (packet[at] ?? 0);
  return Math.min(at + 5, packet.length);
}
