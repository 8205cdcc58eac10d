/** Trouble at the I/O border: temporary or permanent, with public words and a private cause. */

/** Worth another try later: becomes 451, exit 75, or a retry with backoff. */
export class Temporary extends Error {
  override readonly name = 'Temporary';
  /** A code of docs/REASONS.md. */
  readonly reason: string;
  /** How long the other side asks to be left alone, in milliseconds, when it does. */
  readonly waitMs: number | undefined;
  constructor(reason: string, message: string, cause?: unknown, waitMs?: number) {
    super(message, { cause });
    this.reason = reason;
    this.waitMs = waitMs;
  }
}

/** Will not get better by waiting: becomes a dead letter that the operator sees. */
export class Permanent extends Error {
  override readonly name = 'Permanent';
  readonly reason: string;
  constructor(reason: string, message: string, cause?: unknown) {
    super(message, { cause });
    this.reason = reason;
  }
}
