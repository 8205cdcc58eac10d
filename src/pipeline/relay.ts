/** Where letters and posts are handed over: reads TLDOPS_RELAY and TLDOPS_MAILMAN_LMTP. */

export interface Relay {
  readonly host: string;
  readonly port: number;
}

/** Reads `smtp://host[:port]` (25 when none is named). Throws RangeError with a sentence. */
export function readRelay(text: string): Relay {
  return readPlace(text, 'smtp', 25);
}

/** Reads `lmtp://host[:port]`: where Mailman takes posts (8024 when none is named). Throws RangeError. */
export function readLmtp(text: string): Relay {
  return readPlace(text, 'lmtp', 8024);
}

function readPlace(text: string, scheme: string, standard: number): Relay {
  const match = /^([a-z]+):\/\/(\[[0-9a-f:]+\]|[a-z0-9.-]+)(?::(\d{1,5}))?\/?$/i.exec(text);
  const [, given = '', host = '', port = String(standard)] = match ?? [];
  if (given.toLowerCase() !== scheme || Number(port) > 65_535) {
    throw new RangeError(`is "${text}"; write ${scheme}://127.0.0.1:${standard}`);
  }
  return { host: host.replace(/[[\]]/g, ''), port: Number(port) };
}
