/** What authentication found out, as plain sentences for a Validator. */

import { cleanLine } from './reading/clean-line.ts';
import type { Authentication, FromFault } from './words/mail.ts';

const FAULTS: Readonly<Record<FromFault, string>> = {
  'no-from-field': 'The mail has no From line.',
  'two-from-fields': 'The mail has more than one From line.',
  'from-without-one-mailbox': 'The From line does not name exactly one mailbox.',
  'from-unreadable': 'The From line cannot be read with certainty.',
};

const DISCOUNTS: Readonly<
  Record<NonNullable<Authentication['dkim'][number]['discounted']>, string>
> = {
  'partial-body': 'does not cover the whole body (l=)',
  'from-not-signed': 'does not cover the From line',
  'not-to-us': 'is of a mail that was not written to us',
  'not-now': 'is of a mail that was not written in the last days',
};

/** Said of a mail that identifies nobody. */
export function factsOfFault(fault: FromFault): string[] {
  return [`${FAULTS[fault]} It proves nothing about its sender, and nothing else was checked.`];
}

/** One sentence for each fact. `client` is the address of the sending server, when it is known. */
export function factsOf(
  found: Omit<Authentication, 'facts'>,
  context: { readonly domain: string; readonly client?: string; readonly trusted?: string },
): string[] {
  return [
    ...(context.trusted === undefined
      ? []
      : [`These are the results of ${show(context.trusted)}, which the configuration trusts.`]),
    spfFact(found.spf, context.client),
    ...(found.dkim.length === 0 ? ['The mail has no DKIM signature.'] : found.dkim.map(dkimFact)),
    dmarcFact(found.dmarc, context.domain),
    ...(found.arc === undefined ? [] : [arcFact(found.arc)]),
    found.proven
      ? `It is proven that the mail comes from ${context.domain}.`
      : `It is not proven that the mail comes from ${context.domain}.`,
  ];
}

function spfFact(spf: Authentication['spf'], client: string | undefined): string {
  const server = client === undefined ? 'The sending server' : `The server ${show(client)}`;
  const domain = show(spf.domain ?? 'the envelope sender');
  if (spf.result === 'pass') return `${server} may send mail for ${domain} (SPF).`;
  if (spf.result === 'fail' || spf.result === 'softfail') {
    return `${server} may not send mail for ${domain} (SPF: ${spf.result}).`;
  }
  return `SPF says nothing about the sending server (${spf.result}).`;
}

function dkimFact(signature: Authentication['dkim'][number]): string {
  const name = `DKIM signature of ${show(signature.domain)} (selector ${show(signature.selector)})`;
  if (signature.result !== 'pass') return `${name} is not valid (${signature.result}).`;
  if (signature.discounted !== undefined) {
    return `${name} ${DISCOUNTS[signature.discounted]} and does not count.`;
  }
  const whose = signature.aligned ? '' : ', but the domain is not that of the From line';
  return `${name} is valid and covers the From line${whose}.`;
}

function dmarcFact(dmarc: Authentication['dmarc'], domain: string): string {
  const policy = dmarc.policy === undefined ? '' : ` (policy ${show(dmarc.policy)})`;
  if (dmarc.result === 'none') return `${domain} has no DMARC result.`;
  const about = show(dmarc.domain ?? 'an unknown domain');
  return dmarc.result === 'pass'
    ? `DMARC passes for ${about}${policy}.`
    : `DMARC does not pass for ${about}${policy}: ${dmarc.result}.`;
}

function arcFact(arc: NonNullable<Authentication['arc']>): string {
  const sealer = arc.sealer === undefined ? '' : ` of ${show(arc.sealer)}`;
  return arc.result === 'pass'
    ? `The ARC seal${sealer} is valid.`
    : `The ARC seal${sealer} is not valid (${arc.result}).`;
}

function show(text: string): string {
  return cleanLine(text, 100);
}
