/** Reads the value of each kind of setting; each throws RangeError whose message says what is wrong. */

import { isIP } from 'node:net';
import ms, { type StringValue } from 'ms';
import { type Address, readAddress } from './machines/words/address.ts';
import { readPeers } from './pipeline/doors.ts';
import { mustComeOncePer, nextTime } from './pipeline/schedule.ts';

const TEN_YEARS = 10 * 365 * 86_400_000;

export function wrong(what: string): never {
  throw new RangeError(what);
}

export function listOf<T>(value: string, read: (one: string) => T): T[] {
  return value
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '')
    .map(read);
}

export function oneOf<T extends string>(value: string, known: readonly T[]): T {
  const found = known.find((one) => one === value);
  return found ?? wrong(`is "${value}"; it must be one of: ${known.join(', ')}`);
}

export function readAddresses(value: string, least: number): Address[] {
  const all = listOf(
    value,
    (one) => readAddress(one) ?? wrong(`holds "${one}", which is not an address`),
  );
  return all.length < least ? wrong('needs at least one address') : all;
}

export function readPeerList(value: string): string[] {
  const peers = listOf(value, (one) => one);
  readPeers(peers);
  return peers;
}

// The longest address is -validate+ with a token of 26 characters; RFC 5321 4.5.3.1.1 allows 64.
export function readListName(value: string): string {
  return /^[a-z0-9][a-z0-9._-]{0,26}$/.test(value)
    ? value
    : wrong('must be 1 to 27 lower-case letters, digits, dots, dashes or underscores');
}

export function readDuration(value: string): number {
  const length = /^(0|\d{1,6}\s*[a-z]+)$/i.test(value) ? ms(value as StringValue) : undefined;
  return length !== undefined && length <= TEN_YEARS
    ? length
    : wrong(`is "${value}"; write for example 30s, 15m, 6h or 7d`);
}

export function readCount(value: string, least: number, most: number): number {
  const count = Number(value);
  return Number.isInteger(count) && count >= least && count <= most
    ? count
    : wrong(`must be a number from ${least} to ${most}`);
}

export function readSize(value: string): number {
  const size = Number(value);
  return Number.isInteger(size) && size >= 65_536
    ? size
    : wrong('must be a number of at least 65536');
}

// An address with or without a port: a name could only be resolved by the DNS itself.
export function readServer(value: string): string {
  const host = /^\[(.+)\](:\d{1,5})?$/.exec(value)?.[1] ?? value.replace(/(?<=\.\d+):\d{1,5}$/, '');
  return isIP(host) === 0 ? wrong(`holds "${value}"; write 127.0.0.1:5353 or [::1]:53`) : value;
}

export function readMonthly(value: string): string {
  mustComeOncePer('monthly', value);
  return value;
}

export function readWeekly(value: string): string {
  mustComeOncePer('weekly', value);
  return value;
}

export function readYearly(value: string): string {
  mustComeOncePer('yearly', value);
  return value;
}

export function readPattern(value: string): string {
  nextTime(value, new Date(0));
  return value;
}

export function readArcKey(value: string): { selector: string; file: string } | undefined {
  if (value === '') return undefined;
  const [, selector = '', file = ''] =
    /^([a-z0-9](?:[a-z0-9._-]*[a-z0-9])?):(.+)$/i.exec(value) ??
    wrong('must be a selector, a colon and a file: arc2026:/etc/tldops/arc.pem');
  return { selector, file };
}

export function readDatabaseUrl(value: string): string | undefined {
  if (value === '') return undefined;
  return /^postgres(ql)?:\/\//.test(value) ? value : wrong('must begin with postgres://');
}

/** Host and port; only loopback, because what is served there is for the operator alone. */
export function readLoopback(value: string): { host: string; port: number } | undefined {
  if (value === '') return undefined;
  const match = /^(127\.\d+\.\d+\.\d+|localhost|\[::1\]):(\d{1,5})$/.exec(value);
  const [, host = '', port = ''] =
    match ?? wrong('must be a loopback address with a port: 127.0.0.1:8080');
  if (Number(port) > 65_535) wrong('names a port above 65535');
  return { host: host.replace(/[[\]]/g, ''), port: Number(port) };
}
