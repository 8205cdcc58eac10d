/** The door for Postfix's pipe(8): one mail on standard input, the answer as an exit code. */

import type { Client } from '../machines/words/mail.ts';
import { type Accept, type DoorLog, describeTrouble } from './accept.ts';
import { within } from './patience.ts';

/**
 * The exit codes of sysexits.h that we use. Postfix defers on 75 and bounces on nearly every other
 * one, Node's own 1 included; so these four are all there are.
 */
export const EXIT = { done: 0, noUser: 67, unavailable: 69, temporary: 75 } as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

export interface ReceiveOptions {
  /** Sender and recipients as Postfix gives them: `${sender} ${recipient}`. */
  readonly argv: readonly string[];
  readonly stdin: AsyncIterable<Buffer | string>;
  readonly accept: Accept;
  /** Octets of the message, with CRLF line ends. */
  readonly maxSize: number;
  /** One line for Postfix's log and, after a refusal, for the bounce: it opens with the enhanced code. */
  readonly say: (line: string) => void;
  readonly log: DoorLog;
  /** What Postfix's `${client_address}`, `${client_hostname}`, `${client_helo}`, `${queue_id}` say. */
  readonly client?: Client;
  /** Milliseconds for all of it. */
  readonly patience?: number;
}

/**
 * Far below Postfix's engine_time_limit of 1,000 s: a command that exceeds it is not deferred but
 * bounced (5.3.0).
 */
const PATIENCE = 120_000;

const REFUSED = {
  'unknown-recipient': { code: EXIT.noUser, line: '5.1.1 no such address here' },
  'too-big': { code: EXIT.unavailable, line: '5.3.4 the message is too big' },
} as const;

/**
 * Hands one mail to the shared door and returns the exit code; never throws. 0: committed. 67: no
 * recipient is ours. 69: too big. 75: everything else, and Postfix tries again. Of several
 * recipients those that are ours are accepted and the others are only logged, because a pipe has one
 * exit code for all: any but 0 would bounce, or deliver again, what was accepted.
 */
export async function receive(options: ReceiveOptions): Promise<ExitCode> {
  const { log, say, patience = PATIENCE } = options;
  try {
    return await within(patience, deliver(options));
  } catch (error) {
    log.error(describeTrouble(error), 'mail not accepted, Postfix will try again');
    say('4.3.0 try again later');
    return EXIT.temporary;
  }
}

async function deliver(options: ReceiveOptions): Promise<ExitCode> {
  const { argv, stdin, accept, maxSize, log, say, client = {} } = options;
  const [sender, ...recipients] = argv;
  if (sender === undefined || recipients.length === 0) {
    throw new Error('called without a sender and a recipient: see master.cf');
  }
  const raw = wireForm(await readAll(stdin, maxSize));
  const result = await accept.accept({
    raw,
    envelopeFrom: readSender(sender),
    recipients,
    client,
  });
  if (!result.ok) {
    say(REFUSED[result.reason].line);
    return REFUSED[result.reason].code;
  }
  const unknown = result.mails.filter((mail) => mail === undefined).length;
  if (unknown > 0) log.warn({ unknown }, 'accepted without the recipients that are not ours');
  say(`2.0.0 accepted as ${result.mails.flatMap((mail) => mail?.inboxId ?? []).join(', ')}`);
  return EXIT.done;
}

/**
 * The null reverse-path has three forms here: `null_sender=` gives '', `null_sender=<>` gives `<>`,
 * and without the setting Postfix writes MAILER-DAEMON.
 */
function readSender(text: string): string {
  const bare = text.trim().replace(/^<(.*)>$/s, '$1');
  return /^mailer-daemon$/i.test(bare) ? '' : bare;
}

/** All of standard input; of an oversize mail, just enough to see that it is one. Always read to the end. */
async function readAll(stdin: AsyncIterable<Buffer | string>, maxSize: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stdin) {
    const bytes = Buffer.from(chunk);
    if (size <= maxSize) chunks.push(bytes);
    size += bytes.length;
  }
  return Buffer.concat(chunks);
}

const LF = 0x0a;
const CR = 0x0d;

/**
 * The message as it would have come by LMTP: CRLF line ends (signatures are made over them), closed
 * last line, and without the mbox "From " line of the pipe flag F.
 */
function wireForm(raw: Buffer): Buffer {
  const mbox = raw.subarray(0, 5).equals(Buffer.from('From ')) ? raw.indexOf(LF) + 1 : 0;
  const lines = raw.subarray(mbox);
  const wire = Buffer.allocUnsafe(2 * lines.length + 2);
  let length = 0;
  let before = 0;
  for (const byte of lines) {
    if (byte === LF && before !== CR) {
      wire[length] = CR;
      length += 1;
    }
    wire[length] = byte;
    length += 1;
    before = byte;
  }
  if (lines.length > 0 && before !== LF) length += wire.write('\r\n', length, 'latin1');
  return wire.subarray(0, length);
}
