/** Asks the REST service of a Mailman 3: deadlines, limits, and what each kind of trouble means. */

import { Temporary } from '../machines/words/trouble.ts';
import type { ListServerPlace } from './list-server-place.ts';

export type MailmanPlace = ListServerPlace & { readonly kind: 'mailman' };

export interface Answer {
  /** 2xx, or 4xx where the request itself is refused. */
  readonly status: number;
  /** The JSON value; undefined when the answer has no body. */
  readonly body: unknown;
}

/** Names and values of a form; a name may come more than once. */
export type Form = readonly (readonly [string, string])[];

export type Ask = (
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
  path: string,
  form?: Form,
) => Promise<Answer>;

/** Milliseconds: to list 900 members took 20 seconds where thirty processes wanted two processors. */
const DEADLINE = 60_000;
/** Octets; 900 members have 100,000. */
const LONGEST = 4_000_000;

/**
 * Makes what asks a Mailman. Throws Temporary when there is no answer that can be believed
 * (`list-server-away`) or it does not let us in (`list-server-login`). The password is in no message.
 */
export function mailmanRest(place: MailmanPlace, deadlineMs = DEADLINE): Ask {
  const login = Buffer.from(`${place.user}:${place.password}`).toString('base64');
  return async (method, path, form) => {
    const { status, text } = await request(`${place.url}/3.1${path}`, deadlineMs, {
      method,
      // One question on each connection: its workers would be held by one that stays open.
      headers: { authorization: `Basic ${login}`, connection: 'close' },
      // The password must not follow to where somebody else points.
      redirect: 'manual',
      ...(form === undefined ? {} : { body: bodyOf(form) }),
    });
    if (status === 401 || status === 403) throw notLetIn();
    if (status < 200 || status > 499 || (status > 299 && status < 400) || status === 429)
      throw odd(`it answers ${status} to ${method} ${path}`);
    return { status, body: readJson(text) };
  };
}

function bodyOf(form: Form): URLSearchParams {
  const body = new URLSearchParams();
  for (const [name, value] of form) body.append(name, value);
  return body;
}

async function request(
  url: string,
  deadlineMs: number,
  options: RequestInit,
): Promise<{ readonly status: number; readonly text: string }> {
  try {
    const answer = await fetch(url, { ...options, signal: AbortSignal.timeout(deadlineMs) });
    return { status: answer.status, text: await readText(answer) };
  } catch (error) {
    if (error instanceof Temporary) throw error;
    throw new Temporary('list-server-away', `Mailman does not answer: ${whyOf(error)}.`, error);
  }
}

async function readText(answer: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of answer.body ?? []) {
    size += chunk.length;
    if (size > LONGEST) throw odd('its answer is longer than it may be');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function readJson(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw odd('its answer is not JSON');
  }
}

// "fetch failed" says nothing; its cause names the socket's trouble.
function whyOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'TimeoutError') return 'it takes too long';
  const { cause } = error;
  if (!(cause instanceof Error)) return error.message;
  return 'code' in cause && typeof cause.code === 'string' ? cause.code : cause.message;
}

function notLetIn(): Temporary {
  return new Temporary(
    'list-server-login',
    'Mailman does not accept the user and password of TLDOPS_LIST_SERVER.',
  );
}

/** Something answers there, but not as a Mailman does. */
export function odd(what: string): Temporary {
  return new Temporary('list-server-away', `Mailman answers oddly: ${what}.`);
}
