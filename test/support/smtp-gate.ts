/** Stands between an engine and its relay, and stops the conversation at a chosen moment. */

import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/**
 * `before-data`: the relay is ready for the message, and the engine does not hear it. `end`: the engine has
 * sent the end of the message, and the relay does not get it. `reply`: the relay has taken the message,
 * and the engine does not hear it.
 */
export type Moment = 'before-data' | 'end' | 'reply';

export interface SmtpGate {
  readonly port: number;
  /** Where the relay is. */
  target: number;
  /** Stops the next conversation that gets there, and all that come after it; resolves when one has. */
  readonly hold: (moment: Moment) => Promise<void>;
  /** Lets new conversations pass. Those that were stopped never go on. */
  readonly open: () => void;
  readonly close: () => Promise<void>;
}

/** Opens it on a free port; `target` is to be set before the first conversation. */
export async function startGate(): Promise<SmtpGate> {
  const sockets = new Set<Socket>();
  let holding: { readonly moment: Moment; readonly reached: () => void } | undefined;
  const gate = { target: 0 };
  const stops = (moment: Moment): boolean => {
    if (holding?.moment !== moment) return false;
    holding.reached();
    return true;
  };
  const server = createServer({ noDelay: true }, (near) => {
    const far = connect({ host: '127.0.0.1', port: gate.target, noDelay: true });
    for (const one of [near, far]) {
      sockets.add(one);
      one.on('close', () => sockets.delete(one));
    }
    pass(near, far, stops);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return Object.assign(gate, {
    port: (server.address() as AddressInfo).port,
    hold: (moment: Moment) =>
      new Promise<void>((resolve) => {
        holding = { moment, reached: resolve };
      }),
    open: () => {
      holding = undefined;
    },
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  });
}

// One conversation, until it is stopped.
function pass(near: Socket, far: Socket, stops: (moment: Moment) => boolean): void {
  let inData = false;
  let hasEnded = false;
  forward(near, far, (text) => {
    hasEnded = inData && (text === '.\r\n' || text.endsWith('\r\n.\r\n'));
    return hasEnded && stops('end');
  });
  forward(far, near, (text) => {
    const isReady = /^354 /m.test(text);
    const isReply = inData && hasEnded;
    inData = isReady || (inData && !isReply);
    return (isReady && stops('before-data')) || (isReply && stops('reply'));
  });
}

function forward(from: Socket, to: Socket, stop: (text: string) => boolean): void {
  from.on('data', (chunk: Buffer) => {
    if (stop(chunk.toString('latin1'))) from.removeAllListeners('data').resume();
    else to.write(chunk);
  });
  from.on('error', () => to.destroy());
  from.on('close', () => to.destroy());
}
