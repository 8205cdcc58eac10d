/** What others found out about a mail, and whether we believe them: our own MX, and named ARC sealers. */

import { readArcResults, readAuthenticationResults } from './reading/authentication-results.ts';
import type { AuthenticationResults, MethodResult } from './reading/authentication-results.ts';
import { valuesOf } from './reading/header.ts';
import { readDomain } from './words/address.ts';
import type { Authentication, AuthResult, HeaderField } from './words/mail.ts';

const RESULTS: readonly AuthResult[] = [
  'pass',
  'fail',
  'softfail',
  'neutral',
  'none',
  'permerror',
  'temperror',
];

/**
 * The topmost Authentication-Results field of exactly this authserv-id (RFC 8601 2.5, compared
 * without case). Our own MX must delete fields that claim its id (5); all other ids are ignored.
 */
export function findTrustedResults(
  fields: readonly HeaderField[],
  authservId: string,
): AuthenticationResults | undefined {
  return valuesOf(fields, 'authentication-results')
    .map(readAuthenticationResults)
    .find((found) => found?.authservId.toLowerCase() === authservId.toLowerCase());
}

/** A result word of RFC 8601 2.7 that we know; what we do not know counts as `none`. */
export function resultOf(found: { readonly result: string } | undefined): AuthResult {
  return RESULTS.find((known) => known === found?.result) ?? 'none';
}

/** What those results say about the From domain; without its sentences. `dmarc` counts alone. */
export function readTrusted(
  trusted: AuthenticationResults,
  domain: string,
): Omit<Authentication, 'facts'> {
  const spf = trusted.results.find((found) => found.method === 'spf');
  const dmarc = trusted.results.find((found) => found.method === 'dmarc');
  const spfDomain = domainIn(spf, 'smtp.mailfrom') ?? domainIn(spf, 'smtp.helo');
  const dmarcDomain = domainIn(dmarc, 'header.from');
  return {
    spf: { result: resultOf(spf), ...(spfDomain === undefined ? {} : { domain: spfDomain }) },
    dkim: trusted.results
      .filter((found) => found.method === 'dkim')
      .flatMap((found) => readDkim(found, domain)),
    dmarc: {
      result: resultOf(dmarc),
      ...(dmarcDomain === undefined ? {} : { domain: dmarcDomain }),
    },
    proven: resultOf(dmarc) === 'pass' && dmarcDomain === domain,
  };
}

/** One ARC set (RFC 8617): its instance, and the domain that sealed it. */
export interface ArcSet {
  readonly instance: number;
  readonly sealer: string;
}

/**
 * The named sealer that recorded a pass for the From domain, in a chain that was found valid. From
 * the newest set downwards every sealer must be named: a stranger on top may have replaced the
 * message, since only the newest signature covers what we have now.
 */
export function findTrustedSealer(input: {
  readonly sets: readonly ArcSet[];
  readonly fields: readonly HeaderField[];
  readonly sealers: readonly string[];
  readonly domain: string;
}): string | undefined {
  const recorded = valuesOf(input.fields, 'arc-authentication-results').map(readArcResults);
  for (const set of input.sets.toSorted((a, b) => b.instance - a.instance)) {
    if (!isNamed(set.sealer, input.sealers)) return undefined;
    const [results, ...more] = recorded.filter((found) => found?.instance === set.instance);
    if (results === undefined || more.length > 0) return undefined;
    if (recordsPass(results, input.domain)) return set.sealer;
  }
  return undefined;
}

export function isNamed(sealer: string, sealers: readonly string[]): boolean {
  return sealers.some((named) => named.toLowerCase() === sealer.toLowerCase());
}

// Alignment is exact here: a sealer that checked DMARC says so, and then it does not matter.
function recordsPass(found: AuthenticationResults, domain: string): boolean {
  const dmarc = found.results.find((result) => result.method === 'dmarc');
  if (dmarc !== undefined && dmarc.result !== 'none') {
    return dmarc.result === 'pass' && domainIn(dmarc, 'header.from') === domain;
  }
  return found.results.some(
    (result) =>
      result.result === 'pass' &&
      ((result.method === 'dkim' && signerOf(result) === domain) ||
        (result.method === 'spf' && domainIn(result, 'smtp.mailfrom') === domain)),
  );
}

function readDkim(found: MethodResult, domain: string): Authentication['dkim'][number][] {
  const signer = signerOf(found);
  if (signer === undefined) return [];
  const selector = found.properties.get('header.s') ?? '';
  return [{ result: resultOf(found), domain: signer, selector, aligned: signer === domain }];
}

// The domain of i= may lie below that of d= (RFC 6376 3.5); d= is the one that signs.
function signerOf(found: MethodResult): string | undefined {
  return domainIn(found, 'header.d') ?? domainIn(found, 'header.i');
}

function domainIn(found: MethodResult | undefined, property: string): string | undefined {
  const value = found?.properties.get(property);
  return value === undefined ? undefined : readDomain(value.slice(value.lastIndexOf('@') + 1));
}
