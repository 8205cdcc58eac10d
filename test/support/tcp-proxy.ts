/** Stands between a pool and Postgres, so that a test can take the database away and give it back. */

import { once } from 'node:events';
import { type AddressInfo, type Socket, connect, createServer } from 'node:net';

export interface TcpProxy {
  /** The address of the database through the proxy. */
  readonly url: string;
  /** Cuts all connections and refuses new ones. */
  stop(): Promise<void>;
  /** Takes connections again, on the same port. */
  start(): Promise<void>;
}

/** A proxy on a free loopback port for the Postgres of this address (TCP or Unix socket). */
export async function tcpProxy(url: string): Promise<TcpProxy> {
  const target = new URL(url);
  const host = target.searchParams.get('host') ?? target.hostname;
  const port = Number(target.port || 5432);
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = host.startsWith('/') ? connect(`${host}/.s.PGSQL.${port}`) : connect(port, host);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one);
      one.pipe(other);
      one.on('error', () => other.destroy());
      one.on('close', () => {
        sockets.delete(one);
        other.destroy();
      });
    }
  });
  const start = async (on: number): Promise<void> => {
    server.listen(on, '127.0.0.1');
    await once(server, 'listening');
  };
  await start(0);
  const { port: own } = server.address() as AddressInfo;
  const near = new URL(url);
  near.searchParams.delete('host');
  near.host = `127.0.0.1:${own}`;
  return {
    url: near.href,
    start: () => start(own),
    stop: async () => {
      const closed = once(server, 'close');
      server.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}
