/** Where mail may come in: reads TLDOPS_LISTEN (design 16), and who may speak for others. */

import { BlockList, isIP } from 'node:net';

/** One door: LMTP or SMTP, on TCP or on a Unix socket. Port 0 takes any that is free. */
export type Door =
  | {
      readonly kind: 'tcp';
      readonly protocol: Protocol;
      readonly host: string;
      readonly port: number;
    }
  | { readonly kind: 'unix'; readonly protocol: Protocol; readonly path: string };

export type Protocol = 'lmtp' | 'smtp';

/** sun_path of Linux holds 108 bytes with the closing NUL. */
const LONGEST_SOCKET_PATH = 107;

const HINT = 'write lmtp://127.0.0.1:2424, smtp://[::1]:2525 or lmtp+unix:/run/tldops/lmtp.sock';

/**
 * Reads doors parted by commas: `lmtp://127.0.0.1:2424,lmtp+unix:/run/tldops/lmtp.sock`. Throws
 * RangeError with a sentence for the operator.
 */
export function readDoors(text: string): Door[] {
  const doors = text.split(',').map((part) => readDoor(part.trim()));
  const seen = new Set<string>();
  for (const door of doors) {
    const shown = showDoor(door);
    const anyPort = door.kind === 'tcp' && door.port === 0;
    if (seen.has(shown) && !anyPort) throw new RangeError(`the door ${shown} is named twice`);
    seen.add(shown);
  }
  return doors;
}

/** How a door is written in the configuration and in the log. */
export function showDoor(door: Door): string {
  if (door.kind === 'unix') return `${door.protocol}+unix:${door.path}`;
  const host = isIP(door.host) === 6 ? `[${door.host}]` : door.host;
  return `${door.protocol}://${host}:${door.port}`;
}

/**
 * The peers that may say for whom they speak (XFORWARD): addresses, or networks as `10.0.0.0/8`.
 * Throws RangeError for anything else; names are not resolved.
 */
export function readPeers(peers: readonly string[]): BlockList {
  const list = new BlockList();
  for (const peer of peers) addPeer(list, peer.trim());
  return list;
}

/** Whether the address of a socket is among the peers; `::ffff:` before an IPv4 address is nothing. */
export function isPeer(peers: BlockList, address: string): boolean {
  const plain = address.replace(/^::ffff:(?=[\d.]+$)/i, '');
  const version = isIP(plain);
  return version !== 0 && peers.check(plain, version === 6 ? 'ipv6' : 'ipv4');
}

function addPeer(list: BlockList, peer: string): void {
  const [address = '', bits, ...rest] = peer.split('/');
  const version = isIP(address);
  const widest = version === 6 ? 128 : 32;
  const prefix = bits === undefined ? widest : /^\d{1,3}$/.test(bits) ? Number(bits) : Infinity;
  if (version === 0 || rest.length > 0 || prefix > widest) {
    throw new RangeError(`"${peer}" is neither an IP address nor a network such as 10.0.0.0/8`);
  }
  list.addSubnet(address, prefix, version === 6 ? 'ipv6' : 'ipv4');
}

function readDoor(text: string): Door {
  if (text === '') throw new RangeError(`a door is missing: ${HINT}`);
  const unix = /^(lmtp|smtp)\+unix:(\/.*)$/i.exec(text);
  if (unix) return unixDoor(readProtocol(unix[1]), unix[2] ?? '');
  const tcp = /^(lmtp|smtp):\/\/(?:\[([0-9a-f:.]+)\]|([^\s:/[\]@]+)):(\d{1,5})\/?$/i.exec(text);
  if (!tcp) throw new RangeError(`"${text}" is not a door: ${HINT}`);
  return tcpDoor(text, readProtocol(tcp[1]), tcp[2], tcp[3] ?? '', Number(tcp[4]));
}

function unixDoor(protocol: Protocol, path: string): Door {
  if (Buffer.byteLength(path) > LONGEST_SOCKET_PATH) {
    throw new RangeError(`the socket path ${path} is longer than ${LONGEST_SOCKET_PATH} octets`);
  }
  return { kind: 'unix', protocol, path };
}

function tcpDoor(
  text: string,
  protocol: Protocol,
  ipv6: string | undefined,
  name: string,
  port: number,
): Door {
  if (ipv6 !== undefined && isIP(ipv6) !== 6) {
    throw new RangeError(`"${text}" is not a door: [${ipv6}] is not an IPv6 address`);
  }
  if (port > 65_535) throw new RangeError(`"${text}" is not a door: there is no port ${port}`);
  if (protocol === 'lmtp' && port === 25) {
    throw new RangeError(`"${text}" is not a door: LMTP must not be on port 25 (RFC 2033 5)`);
  }
  return { kind: 'tcp', protocol, host: ipv6 ?? name, port };
}

function readProtocol(text: string | undefined): Protocol {
  return text?.toLowerCase() === 'smtp' ? 'smtp' : 'lmtp';
}
