/** What we found out about a mail, as an Authentication-Results field (RFC 8601). */

import type { Authentication } from './words/mail.ts';
import { fold } from './written-field.ts';

/** More signatures than that are an attack; the first ones are named. */
const MOST_SIGNATURES = 10;

/** The field that says it under our name. */
export function authenticationField(authservId: string, found: Authentication): string {
  return fold('Authentication-Results', partsOf(authservId, found));
}

/** The same for ARC-Authentication-Results (RFC 8617 4.1.1): what stands behind the instance. */
export function authenticationPayload(authservId: string, found: Authentication): string {
  return partsOf(authservId, found).join(' ');
}

function partsOf(authservId: string, { spf, dkim, dmarc, arc }: Authentication): string[] {
  const results = [
    method('spf', spf.result, { 'smtp.mailfrom': spf.domain }),
    ...dkim.slice(0, MOST_SIGNATURES).map((one) =>
      // RFC 8601 2.7.1: valid, and not acceptable to us.
      method('dkim', one.discounted === undefined ? one.result : 'policy', {
        'header.d': one.domain,
        'header.s': one.selector,
      }),
    ),
    method('dmarc', dmarc.result, { 'header.from': dmarc.domain }),
    ...(arc === undefined ? [] : [method('arc', arc.result, {})]),
  ];
  return [authservId, ...results].map((part, at) => (at === results.length ? part : `${part};`));
}

function method(
  name: string,
  result: string,
  properties: Readonly<Record<string, string | undefined>>,
): string {
  const shown = Object.entries(properties).flatMap(([property, value]) =>
    // Foreign text: nothing but what a domain or a selector is made of.
    value === undefined || !/^[a-z0-9._-]{1,253}$/i.test(value) ? [] : [`${property}=${value}`],
  );
  return [`${name}=${result}`, ...shown].join(' ');
}
