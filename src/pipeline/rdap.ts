/** Asks an RDAP server one question (RFC 7480, 9082). */

import { once } from 'node:events';
import { get as getPlain, type IncomingMessage, type RequestOptions } from 'node:http';
import { get as getSecure } from 'node:https';
import { isObject } from '../machines/reading/json-values.ts';
import { RDAP_NOT_FOUND } from '../machines/reading/rdap-answer.ts';
import { readStrictJson } from '../machines/reading/strict-json.ts';
import type { Cctld } from '../machines/words/cctld.ts';
import { Temporary } from '../machines/words/trouble.ts';

export interface RdapQuestion {
  /** Ends in a slash; https, or http on this machine. */
  readonly base: URL;
  readonly cctld: Cctld;
  /** For all of it together, redirects and the last octet too; milliseconds. */
  readonly deadlineMs: number;
  readonly maxBytes: number;
  /** Certificates (PEM) that are trusted instead of Node's own. */
  readonly ca?: string;
}

const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const MOST_REDIRECTS = 3;
/** RFC 7480 4.2; some servers write the plain type. */
const TYPES = /^application\/(?:rdap\+)?json\s*(?:;|$)/i;
/** A server that wants to be left alone for longer is asked again all the same. */
const LONGEST_WAIT = 86_400_000;

/**
 * The answer as text, octets that are no UTF-8 as U+FFFD; `RDAP_NOT_FOUND` when the server says that there
 * is no such object. Throws Temporary: `registry-unreachable` (with the wait that the server asks for) for no
 * connection, a certificate that is not trusted, no end by the deadline, or a status that is no answer;
 * `registry-unreadable` for what cannot be an answer about this name.
 */
export async function queryRdap(question: RdapQuestion): Promise<string> {
  const signal = AbortSignal.timeout(question.deadlineMs);
  try {
    return await follow(question, new URL(`domain/${question.cctld}`, question.base.href), signal);
  } catch (error) {
    if (error instanceof Temporary) throw error;
    throw unreachable('The registry cannot be reached at present.', error);
  }
}

async function follow(question: RdapQuestion, first: URL, signal: AbortSignal): Promise<string> {
  let url = first;
  for (let hops = 0; hops <= MOST_REDIRECTS; hops += 1) {
    const response = await request(url, question, signal);
    if (!REDIRECTS.has(response.statusCode ?? 0)) return read(response, question.maxBytes);
    response.destroy();
    const next = URL.parse(response.headers.location ?? '', url.href);
    // Only that host was named by the operator; another scheme or port is another host.
    if (next?.origin !== url.origin) throw unreadable('The registry sends us to another host.');
    url = next;
  }
  throw unreadable('The registry sends us from place to place.');
}

async function request(
  url: URL,
  { ca }: RdapQuestion,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const options: RequestOptions & { ca?: string } = {
    // A connection for each question: one a second, and nothing is left open between.
    agent: false,
    headers: { accept: 'application/rdap+json', 'accept-encoding': 'identity' },
    signal,
    ...(ca === undefined ? {} : { ca }),
  };
  const asking = url.protocol === 'https:' ? getSecure(url, options) : getPlain(url, options);
  const [response] = (await once(asking, 'response')) as [IncomingMessage];
  // What comes after the first trouble with an answer is of no interest, and must not end the process.
  asking.on('error', () => {});
  response.on('error', () => {});
  return response;
}

async function read(response: IncomingMessage, maxBytes: number): Promise<string> {
  const { statusCode = 0 } = response;
  if (statusCode !== 200 && statusCode !== 404) {
    response.destroy();
    const words = `The registry answers with the HTTP status ${statusCode}.`;
    throw unreachable(words, undefined, waitOf(response));
  }
  const text = new TextDecoder().decode(await bytesOf(response, maxBytes));
  if (statusCode === 404) return notFound(text);
  if (!TYPES.test(response.headers['content-type'] ?? '')) {
    throw unreadable('The registry sends something else than RDAP.');
  }
  return text;
}

async function bytesOf(response: IncomingMessage, maxBytes: number): Promise<Buffer> {
  if ((response.headers['content-encoding'] ?? 'identity') !== 'identity') {
    response.destroy();
    throw unreadable('The registry sends its answer packed.');
  }
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.length;
    // Leaving the loop ends the connection.
    if (size > maxBytes) throw unreadable('The registry sends far more than an answer.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

// RFC 7480 5.3. A page of some other web server says 404 too, and nothing about the ccTLD.
function notFound(text: string): string {
  if (text.trim() === '') return RDAP_NOT_FOUND;
  const json = readStrictJson(text);
  const says = typeof json === 'object' && isObject(json.value) && json.value['errorCode'] === 404;
  if (says) return RDAP_NOT_FOUND;
  throw unreadable('The registry says 404, and not in the words of RDAP.');
}

// RFC 9110 10.2.3: seconds, or a date, which is measured by the clock of the server that wrote it.
function waitOf({ headers }: IncomingMessage): number | undefined {
  const text = headers['retry-after'] ?? '';
  const wait = /^\d+$/.test(text)
    ? Number(text) * 1_000
    : Date.parse(text) - Date.parse(headers.date ?? '');
  return wait > 0 ? Math.min(wait, LONGEST_WAIT) : undefined;
}

function unreachable(sentence: string, cause?: unknown, waitMs?: number): Temporary {
  return new Temporary('registry-unreachable', sentence, cause, waitMs);
}

function unreadable(sentence: string): Temporary {
  return new Temporary('registry-unreadable', sentence);
}
