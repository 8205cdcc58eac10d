/** Where the registry's answers come from: a whois server, an RDAP server, or a folder of answers. */

import { open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type AnswerForm, RDAP_FORM, WHOIS_FORM } from '../machines/reading/answer-form.ts';
import { MAX_ANSWER_BYTES } from '../machines/reading/registry-answer.ts';
import { type Cctld, readCctld } from '../machines/words/cctld.ts';
import { Permanent, Temporary } from '../machines/words/trouble.ts';
import { queryRdap } from './rdap.ts';
import { queryWhois } from './whois.ts';

/** One source of answers. */
export interface RegistrySource {
  /** How snapshots name it, and people too: `whois://whois.iana.org:43`. */
  readonly name: string;
  /** The pause that is owed between two questions of a refresh, in milliseconds. */
  readonly pauseMs: number;
  /** How its answers are read. */
  readonly form: AnswerForm;
  /** The raw answer; throws Temporary when there is none to be had now. */
  readonly ask: (cctld: Cctld) => Promise<string>;
}

/** One answer takes well below a second; a server that is down must not hold a worker for long. */
const DEADLINE_MS = 15_000;

/** IANA asks for restraint and names no figure: all ccTLDs then take about five minutes. */
const PAUSE_MS = 1_000;

/** What a whois server says when it does not know the name (facts/iana-registry.md). */
const NO_SUCH_FILE = '% This query returned 0 objects.\n';

/**
 * Reads `whois://host[:port]` (port 43 when none is named), `rdap+https://host[:port][/path]`, the same
 * with http for this machine, or `file:DIR`. Throws Permanent with the reason `configuration` and a
 * sentence for the operator when the text names no source.
 */
export function readRegistrySource(text: string): RegistrySource {
  if (/^whois:\/\//i.test(text)) return whoisOf(text);
  if (/^file:/i.test(text)) return folderOf(text);
  if (/^rdap\b/i.test(text)) return rdapOf(text);
  throw fault(`"${text}" is neither whois://host[:port] nor rdap+https://host[:port] nor file:DIR`);
}

/** The answers of a whois server. A server on this machine is asked without a pause. */
export function whoisSource(host: string, port: number, deadlineMs = DEADLINE_MS): RegistrySource {
  const shown = host.includes(':') ? `[${host}]` : host;
  const limits = { deadlineMs, maxBytes: MAX_ANSWER_BYTES };
  return {
    name: `whois://${shown}:${port}`,
    pauseMs: isLoopback(host) ? 0 : PAUSE_MS,
    form: WHOIS_FORM,
    ask: (cctld) => queryWhois({ host, port, cctld, ...limits }),
  };
}

/**
 * The answers of an RDAP server below `base`. Its certificate must be one that Node trusts (which
 * NODE_EXTRA_CA_CERTS adds to), or that `ca` (PEM) vouches for.
 */
export function rdapSource(
  base: URL,
  { ca, deadlineMs = DEADLINE_MS }: { readonly ca?: string; readonly deadlineMs?: number } = {},
): RegistrySource {
  const limits = { deadlineMs, maxBytes: MAX_ANSWER_BYTES };
  return {
    name: `rdap+${base.href.replace(/\/$/, '')}`,
    pauseMs: isLoopback(hostOf(base)) ? 0 : PAUSE_MS,
    form: RDAP_FORM,
    ask: (cctld) => queryRdap({ base, cctld, ...limits, ...(ca === undefined ? {} : { ca }) }),
  };
}

/**
 * The answers in a folder, one file each, named by the ccTLD (A-label or U-label, any case) with
 * or without one extension: `xa`, `xa.txt`, `XA.whois`. The folder is taken to be complete and
 * current: a ccTLD without a file is one that the registry does not list.
 */
export function folderSource(dir: string): RegistrySource {
  return {
    name: `file:${dir}`,
    pauseMs: 0,
    form: WHOIS_FORM,
    ask: (cctld) => readAnswerFile(dir, cctld),
  };
}

/** The ccTLDs that a folder has answers for, in order; Temporary when it cannot be read. */
export async function cctldsInFolder(dir: string): Promise<Cctld[]> {
  const names = await namesIn(dir);
  const found = names.map(cctldOfName).filter((cctld) => cctld !== undefined);
  return [...new Set(found)].toSorted();
}

function whoisOf(text: string): RegistrySource {
  const url = URL.parse(text);
  const host = url === null ? '' : hostOf(url);
  const port = url?.port === '' ? 43 : Number(url?.port);
  const rest = url && `${url.username}${url.password}${url.search}${url.hash}${url.pathname}`;
  if (!/^[a-z0-9.:-]+$/i.test(host) || !(port > 0) || (rest !== '' && rest !== '/')) {
    throw fault(`"${text}" is not of the form whois://host[:port]`);
  }
  return whoisSource(host.toLowerCase(), port);
}

function rdapOf(text: string): RegistrySource {
  const url = URL.parse(text.replace(/^rdap\+(?=https?:\/\/)/i, ''));
  if (url === null || !/^https?:$/.test(url.protocol) || url.hostname === '') {
    throw fault(`"${text}" is not of the form rdap+https://host[:port]`);
  }
  if (`${url.username}${url.password}${url.search}${url.hash}` !== '') {
    throw fault(`"${text}": write rdap+https://host[:port][/path] and nothing more`);
  }
  // Without TLS anybody on the way could name another Admin Contact.
  if (url.protocol === 'http:' && !isLoopback(hostOf(url))) {
    throw fault(`"${text}": plain http is for this machine alone (127.0.0.1); write rdap+https://`);
  }
  if (!url.pathname.endsWith('/')) url.pathname += '/';
  return rdapSource(url);
}

function hostOf(url: URL): string {
  return url.hostname.replace(/^\[(.*)\]$/, '$1');
}

function folderOf(text: string): RegistrySource {
  const path = text.slice('file:'.length);
  if (!path.startsWith('//')) {
    if (path === '') throw fault(`"${text}" names no folder`);
    return folderSource(path);
  }
  try {
    return folderSource(fileURLToPath(text));
  } catch {
    throw fault(`"${text}" is no folder of this machine; write file:DIR or file:///DIR`);
  }
}

function fault(sentence: string): Permanent {
  return new Permanent('configuration', sentence);
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\.[0-9.]+$/.test(host);
}

async function readAnswerFile(dir: string, cctld: Cctld): Promise<string> {
  const names = (await namesIn(dir)).filter((name) => cctldOfName(name) === cctld);
  const [name, second] = names;
  if (name === undefined) return NO_SUCH_FILE;
  if (second !== undefined) {
    throw new Temporary('registry-unreadable', `Two files for one ccTLD: ${names.join(', ')}`);
  }
  return readStart(join(dir, name));
}

function cctldOfName(name: string): Cctld | undefined {
  const [, label] = /^([^.~#]+)(?:\.[a-z0-9]+)?$/i.exec(name) ?? [];
  return label === undefined ? undefined : readCctld(label);
}

async function namesIn(dir: string): Promise<string[]> {
  try {
    return (await readdir(dir)).toSorted();
  } catch (error) {
    throw new Temporary('registry-unreachable', 'The folder of answers cannot be read.', error);
  }
}

// One byte over the limit is enough for the reader to see that a file is too long to be an answer.
async function readStart(path: string): Promise<string> {
  try {
    await using file = await open(path);
    const buffer = Buffer.alloc(MAX_ANSWER_BYTES + 1);
    const { bytesRead } = await file.read(buffer, 0, buffer.length, 0);
    return new TextDecoder().decode(buffer.subarray(0, bytesRead));
  } catch (error) {
    throw new Temporary('registry-unreachable', 'A file of answers cannot be read.', error);
  }
}
