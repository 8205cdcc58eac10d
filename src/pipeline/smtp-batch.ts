/**
 * Hands one message to many people in one transaction of SMTP (or to Mailman, LMTP), and says what became
 * of it so exactly that a crash at any moment leaves no doubt unnamed.
 */

import { isAscii } from 'node:buffer';
import { Readable } from 'node:stream';
import type { Address } from '../machines/words/address.ts';
import { hideTokens } from '../machines/words/token.ts';
import { Temporary } from '../machines/words/trouble.ts';
import { Connection, type SentMessageInfo, type SMTPError } from './nodemailer.ts';
import type { Relay } from './relay.ts';

export interface Parcel {
  /** The envelope sender. */
  readonly from: Address;
  /** Postfix shall write each recipient into it. */
  readonly verp: boolean;
  readonly to: readonly Address[];
  /** CRLF line ends. */
  readonly content: Buffer;
}

/** A recipient whom the relay did not take; `for good` is a reply of 500 and more. */
export interface Refusal {
  readonly address: Address;
  readonly forGood: boolean;
  readonly words: string;
}

export type Handed =
  | { readonly kind: 'taken'; readonly to: readonly Address[]; readonly reply: string }
  /** The relay has none of it, for certain. */
  | { readonly kind: 'not-taken'; readonly forGood: boolean; readonly words: string }
  /** It was given the end of the message, and did not answer. */
  | { readonly kind: 'in-doubt'; readonly words: string };

export type Result = Handed & { readonly refused: readonly Refusal[] };

export type BeforeEnd = (to: readonly Address[]) => Promise<void>;

export interface BatchLine {
  readonly offersVerp: boolean;
  /**
   * Sends the parcel. The message ends when `beforeEnd` has resolved, and not before: until then the relay
   * keeps nothing. It gets the recipients that the relay has taken so far. What it throws ends the
   * connection, and is thrown.
   */
  readonly send: (parcel: Parcel, beforeEnd: BeforeEnd) => Promise<Result>;
  /** False once the connection is lost. */
  readonly isOpen: () => boolean;
  readonly close: () => void;
}

export interface BatchOptions {
  readonly relay: Relay;
  readonly hostname: string;
  /** Mailman's door. */
  readonly lmtp?: boolean;
}

/** Connects. Throws Temporary when the relay is not there, or does not want us now. */
export async function openBatchLine({ relay, hostname, lmtp }: BatchOptions): Promise<BatchLine> {
  const connection = new Connection({
    host: relay.host,
    port: relay.port,
    name: hostname,
    secure: false,
    // As for letters: our own Postfix, on loopback as a rule.
    ignoreTLS: true,
    lmtp: lmtp === true,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    // RFC 5321 4.5.3.2.6: ten minutes for the reply to the final dot.
    socketTimeout: 600_000,
  });
  await new Promise<void>((resolve, reject) => {
    const fail = (error: Error) => reject(new Temporary('relay-away', error.message, error));
    // Also what comes later: `send` learns of it by its own answer.
    connection.on('error', fail);
    connection.connect((error) => (error ? fail(error) : resolve()));
  });
  return {
    offersVerp: connection.offersVerp,
    send: (parcel, beforeEnd) => send(connection, parcel, beforeEnd),
    isOpen: () => !connection.destroyed,
    close: () => hangUp(connection),
  };
}

/** So long the relay may take to say goodbye. */
const GOODBYE = 2_000;

function hangUp(connection: Connection): void {
  if (connection.destroyed) return;
  const timer = setTimeout(() => connection.close(), GOODBYE);
  connection.once('end', () => clearTimeout(timer));
  connection.quit();
}

/** So much is given to the socket at a time. */
const PIECE = 65_536;

/** What is known about the end of the message. */
interface End {
  /** Resolves or throws when it is known whether the end may be sent. */
  readonly allowed: () => Promise<void>;
  /** The relay is ready for the message: to whom. */
  begun?: readonly Address[];
  isSent: boolean;
  running?: Promise<void>;
  /** What `beforeEnd` threw. */
  thrown?: unknown;
}

async function send(connection: Connection, parcel: Parcel, beforeEnd: BeforeEnd): Promise<Result> {
  const end: End = {
    isSent: false,
    allowed: () => (end.running ??= allow(connection, end, beforeEnd)),
  };
  connection.verp = parcel.verp;
  const { from, to, content } = parcel;
  // BODY=8BITMIME (RFC 6152) where the content needs it.
  const use8BitMime = !isAscii(content);
  const envelope = { from, to: [...to], size: content.length, use8BitMime };
  const message = Readable.from(pieces(connection, content, end), { objectMode: false });
  const [error, info] = await new Promise<[SMTPError | null, SentMessageInfo | undefined]>(
    (resolve) => connection.send(envelope, message, (...answer) => resolve([answer[0], answer[1]])),
  );
  if (info !== undefined && end.isSent) return taken(info);
  // An answer before the end belongs to nothing, and the end must not follow it: whoever says so may keep
  // the message all the same.
  if (end.begun !== undefined && !end.isSent) connection.close();
  if (info !== undefined) await end.allowed().catch(() => undefined);
  // What is being written down must be written before somebody says what came of it.
  await end.running?.catch(() => undefined);
  if (end.thrown === undefined && info !== undefined)
    return { kind: 'in-doubt', words: EARLY, refused: [] };
  if (end.thrown === undefined && error !== null) return notTaken(error, end);
  // Nothing may follow on this connection: the relay still waits for the rest of the message.
  connection.close();
  throw end.thrown ?? new Error('the relay neither took the message nor refused it');
}

async function allow(connection: Connection, end: End, beforeEnd: BeforeEnd): Promise<void> {
  try {
    await beforeEnd(end.begun ?? []);
  } catch (error) {
    end.thrown = error;
    throw error;
  }
  // The relay may have hung up meanwhile: then it never sees the end.
  if (connection.destroyed) throw new Error('the connection ended before the message');
  end.isSent = true;
}

const EARLY = 'the mail server answered before the end of the message';

// The end of what this yields is the end of the message: the dot.
async function* pieces(connection: Connection, content: Buffer, end: End): AsyncGenerator<Buffer> {
  end.begun = connection.accepted as Address[];
  for (let at = 0; at < content.length; at += PIECE) yield content.subarray(at, at + PIECE);
  await end.allowed();
}

// An LMTP server answers for each recipient after the end of the message (RFC 2033 4.2).
function taken(info: SentMessageInfo): Result {
  const refused = refusalsOf(info.rejectedErrors ?? []);
  const to = info.accepted as Address[];
  const reply = hideTokens(info.response);
  if (to.length > 0) return { kind: 'taken', to, reply, refused };
  return { kind: 'not-taken', forGood: false, words: reply, refused };
}

function notTaken(error: SMTPError, end: End): Result {
  const words = hideTokens(error.message);
  const code = error.responseCode;
  const refused = refusalsOf(error.rejectedErrors ?? []);
  if (end.isSent && code === undefined) return { kind: 'in-doubt', words, refused };
  const forGood = code === undefined ? isTooBig(error, end) : code >= 500;
  return { kind: 'not-taken', forGood, words, refused };
}

// The relay has said how much it takes (RFC 1870), and nothing was sent.
function isTooBig({ code }: SMTPError, { begun }: End): boolean {
  return code === 'EMESSAGE' && begun === undefined;
}

function refusalsOf(errors: readonly SMTPError[]): Refusal[] {
  return errors.flatMap(({ recipient, responseCode = 0, response, message }) =>
    recipient === undefined
      ? []
      : [
          {
            address: recipient as Address,
            forGood: responseCode >= 500,
            words: hideTokens(response ?? message),
          },
        ],
  );
}
