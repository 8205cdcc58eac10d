/** Where letters are handed over: reads TLDOPS_RELAY. */

export interface Relay {
  readonly host: string;
  readonly port: number;
}

/** Reads `smtp://host[:port]` (25 when none is named). Throws RangeError with a sentence. */
export function readRelay(text: string): Relay {
  const match = /^smtp:\/\/(\[[0-9a-f:]+\]|[a-z0-9.-]+)(?::(\d{1,5}))?\/?$/i.exec(text);
  const [, host = '', port = '25'] = match ?? [];
  if (host === '' || Number(port) > 65_535) {
    throw new RangeError(`is "${text}"; write smtp://127.0.0.1:25`);
  }
  return { host: host.replace(/[[\]]/g, ''), port: Number(port) };
}
