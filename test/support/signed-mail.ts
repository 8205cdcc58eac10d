/** Mails that Vera, a Validator, has signed, and how they are read with the keys that are pinned. */

import { understand } from '../../src/machines/reading/understand.ts';
import { readAddress } from '../../src/machines/words/address.ts';
import { parseMail } from '../../src/pipeline/parse.ts';
import { readSigned } from '../../src/pipeline/signed-commands.ts';
import { type MailParts, rawMail } from './mail-text.ts';
import {
  clearSign,
  keyFolder,
  makeKey,
  plainPart,
  publicKeyOf,
  type SecretKey,
  type Signed,
  signMime,
} from './openpgp.ts';

const NAMES = { list: 'tld-ops', domain: 'lists.example' };
export const VERA = 'vera@board.example';
export const VICTOR = 'victor@board.example';
export const VALIDATORS = [VERA, VICTOR].map((one) => readAddress(one) ?? fail(one));
export const VALIDATE = 'tld-ops-validate@lists.example';
export const RECEIVED = new Date('2026-11-21T09:10:00Z');
export const SIGNED = new Date('2026-11-21T09:00:00Z');
export const FREEZE = 'FREEZE .xa Redelegation is under way';
export const PART = plainPart(FREEZE);

export const vera = await makeKey(VERA);
export const victor = await makeKey(VICTOR);
export const rsa = await makeKey(VERA, { type: 'rsa' });
export const mime = await signMime(PART, vera, SIGNED);
export const clear = await clearSign(FREEZE, vera, SIGNED);

export interface Sent extends MailParts {
  readonly raw?: Buffer;
  readonly pinned?: Readonly<Record<string, string>>;
  readonly received?: Date;
  readonly recipient?: string;
}

export const BOTH = { [`${VERA}.asc`]: publicKeyOf(vera), [`${VICTOR}.asc`]: publicKeyOf(victor) };

/** How the mail is read that Vera sends, or somebody in her name. */
export async function readingOf({ pinned = BOTH, received = RECEIVED, ...sent }: Sent) {
  const { recipient = VALIDATE, raw = rawMail({ from: `Vera <${VERA}>`, to: VALIDATE, ...sent }) } =
    sent;
  const envelope = { from: VERA, to: recipient, client: {} };
  const mail = await parseMail({ raw, sha256: '00', envelope });
  const deps = {
    names: NAMES,
    settings: { validators: VALIDATORS },
    validatorKeys: keyFolder(pinned),
  };
  const row = { recipient, received_at: received };
  const read = await readSigned(deps, { row, raw, mail, read: understand(mail, NAMES) });
  return { mail, read };
}

export async function resultOf(sent: Sent) {
  const { commands, faults, signature } = (await readingOf(sent)).read.commands;
  const lines = commands.map(({ line }) => line);
  return {
    lines,
    faults: faults.length,
    at: signature?.at,
    fact: signature?.fact ?? 'no signature',
  };
}

function fail(what: string): never {
  throw new Error(`${what} is not what the test needs`);
}

/** A signed mail in which something was changed on its way. */
export function changed({ headers, body }: Signed, from: string | RegExp, to: string): Signed {
  const other = body.replace(from, to);
  return other === body ? fail(String(from)) : { headers, body: other };
}

export function asText(body: string, headers: Record<string, string> = {}): Signed {
  return { headers: { 'Content-Type': 'text/plain; charset=utf-8', ...headers }, body };
}

export function signedPart(text: string, head: string): Promise<Signed> {
  return signMime(plainPart(text, head), vera, SIGNED);
}

export function keyed(key: SecretKey, sent: Sent): Sent {
  return { ...sent, pinned: { [`${VERA}.asc`]: publicKeyOf(key) } };
}
