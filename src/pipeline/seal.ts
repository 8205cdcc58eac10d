/** Puts the list's ARC seal on a copy (RFC 8617), so that its readers' mail systems see what we found. */

import { createPrivateKey, type KeyObject } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { authenticationPayload } from '../machines/authentication-field.ts';
import { readHeader, valuesOf } from '../machines/reading/header.ts';
import type { Authentication } from '../machines/words/mail.ts';
import { sealMessage } from './mailauth.ts';

/** As configured: the selector in the DNS, and the file of the private key (PEM). */
export interface ArcKey {
  readonly selector: string;
  readonly file: string;
}

/** Thrown with a sentence for the operator: no seal can be made with this key or on this mail. */
export class NoSeal extends Error {
  override readonly name = 'NoSeal';
}

/** Reads the key of a seal. RFC 8617 4.1.3 knows RSA only. Throws NoSeal. */
export async function readArcKey({ file }: ArcKey): Promise<string> {
  const pem = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new NoSeal(
      `${file} cannot be read: ${error instanceof Error ? error.message : 'unknown'}`,
    );
  });
  const key = keyIn(pem, file);
  const bits = key.asymmetricKeyDetails?.modulusLength ?? 0;
  if (key.asymmetricKeyType !== 'rsa')
    throw new NoSeal(`${file} holds a key of type ${key.asymmetricKeyType}; ARC has RSA only`);
  if (bits < 1024) throw new NoSeal(`${file} holds an RSA key of ${bits} bits; take 2048`);
  return pem;
}

function keyIn(pem: string, file: string): KeyObject {
  try {
    return createPrivateKey(pem);
  } catch (error) {
    throw new NoSeal(`${file} holds no private key (PEM)`, { cause: error });
  }
}

/**
 * The message with one more ARC set on top. `found` is what we saw when the mail came; undefined when we
 * do not know: then there is nothing to vouch for. Throws NoSeal.
 */
export async function seal(
  message: Buffer,
  found: Authentication | undefined,
  { key, domain }: { readonly key: ArcKey; readonly domain: string },
): Promise<Buffer> {
  if (found === undefined) throw new NoSeal('DNS did not say what the mail is worth');
  if (found.arc === undefined && valuesOf(readHeader(message), 'arc-seal').length > 0)
    throw new NoSeal('nobody checked the chain of seals that came');
  const privateKey = await readArcKey(key);
  const cv = found.arc === undefined ? 'none' : found.arc.result === 'pass' ? 'pass' : 'fail';
  const set = await sealMessage(message, {
    signingDomain: domain,
    selector: key.selector,
    privateKey,
    cv,
    authResults: authenticationPayload(domain, found),
  });
  if (set.length === 0) throw new NoSeal('the chain of seals that came cannot be continued');
  return Buffer.concat([set, message]);
}
