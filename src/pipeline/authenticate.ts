/**
 * Whether a mail really comes from its From domain (RFC 7208, 6376, 9989, 8617). mailauth does the
 * checks; what counts as proof is decided here, because mailauth also
 * passes what design 5 does not accept.
 */

import { isIP } from 'node:net';
import { Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';

import { factsOf, factsOfFault } from '../machines/authentication-facts.ts';
import { findStray, findStrayEverywhere, signedBy, type Stray } from '../machines/signed-for-us.ts';
import {
  findTrustedResults,
  findTrustedSealer,
  isNamed,
  readTrusted,
  resultOf,
} from '../machines/trusted-results.ts';
import type { ArcSet } from '../machines/trusted-results.ts';
import { type Address, domainOf, readDomain } from '../machines/words/address.ts';
import type { Authentication, AuthResult, Covered, Mail } from '../machines/words/mail.ts';
import { Temporary } from '../machines/words/trouble.ts';
import { authenticate } from './mailauth.ts';
import type { AuthenticateResult, DKIMResult, DNSResolver } from './mailauth.ts';
import { makeLookup } from './resolver.ts';
import type { Lookup } from './resolver.ts';
import { whyUnchecked } from './signature-limits.ts';

export interface AuthenticateOptions {
  /** `host:port`; the system's when not set. */
  readonly dnsServers?: readonly string[];
  /** The one authserv-id whose Authentication-Results are believed; none when not set. */
  readonly authservId?: string;
  /** Domains whose ARC seals are believed. */
  readonly arcSealers: readonly string[];
  /** Our own host name, for the texts that mailauth writes. */
  readonly hostname: string;
  /** For one DNS question, in milliseconds. */
  readonly deadlineMs: number;
  /** True for every address that the engine serves. */
  readonly isOurs: (address: Address) => boolean;
}

/** `received`: when the mail was stored. */
export type Authenticate = (raw: Buffer, mail: Mail, received: Date) => Promise<Authentication>;

type Findings = Omit<Authentication, 'facts'>;
type Signature = Authentication['dkim'][number];

const NOTHING: Findings = {
  spf: { result: 'none' },
  dkim: [],
  dmarc: { result: 'none' },
  proven: false,
};

/**
 * Makes the check. It throws Temporary('dns') when a DNS question that could still change the verdict
 * has no answer: the mail waits, evidence is neither lost nor won by it. A mail that is proven already
 * does not wait for the rest. A mail whose From line is not one readable mailbox asks nothing.
 */
export function makeAuthenticate(options: AuthenticateOptions): Authenticate {
  return async (raw, mail, received) => {
    if (!mail.from.ok) return { ...NOTHING, facts: factsOfFault(mail.from.fault) };
    const domain = domainOf(mail.from.mailbox.address);
    const client = clientOf(mail);
    const { authservId } = options;
    if (authservId !== undefined) {
      const trusted = findTrustedResults(mail.headers, authservId);
      const dmarc = trusted?.results.find((found) => found.method === 'dmarc');
      // Without a DMARC result, or when the MX could not find out, we look for ourselves.
      if (trusted !== undefined && dmarc !== undefined && dmarc.result !== 'temperror') {
        const trust = readTrusted(trusted, domain);
        const found = withoutStrays(trust, domain, (domains) =>
          findStrayEverywhere(mail, domains, { ...options, received }),
        );
        const covered = coveredByTrusted(mail, found, domain);
        return {
          ...found,
          ...(found.proven ? { covered } : {}),
          facts: factsOf(found, { domain, ...client, trusted: authservId }),
        };
      }
    }
    const tooMuch = whyUnchecked(raw, mail);
    if (tooMuch !== undefined) return { ...NOTHING, facts: [tooMuch] };
    const found = await verify(raw, mail, domain, { ...options, received });
    return { ...found, facts: factsOf(found, { domain, ...client }) };
  };
}

// Our MX says that a signature is valid, not whom it was written to, nor when: a replay passes there too.
function withoutStrays(
  found: Findings,
  domain: string,
  strayOf: (domains: readonly string[]) => Stray | undefined,
): Findings {
  const passing = found.dkim.filter(({ result }) => result === 'pass');
  const stray = strayOf(passing.map((one) => one.domain));
  if (stray === undefined) return found;
  const dkim = found.dkim.map((one) =>
    one.result === 'pass' ? { ...one, discounted: stray } : one,
  );
  return { ...found, dkim, proven: found.proven && isBySpf(found, domain) };
}

function isBySpf({ spf }: Findings, domain: string): boolean {
  return spf.result === 'pass' && isRelated(spf.domain ?? '', domain);
}

// Our MX does not say which of the signatures of a domain was valid, so only what all of them cover counts.
// Some name DMARC alone: without any signature of the domain it passed by SPF.
function coveredByTrusted(mail: Mail, found: Findings, domain: string): Covered {
  if (isBySpf(found, domain)) return 'all';
  const passing = found.dkim.filter((one) => one.result === 'pass').map((one) => one.domain);
  const isMeant = (signer: string) =>
    passing.length === 0 ? isRelated(signer, domain) : passing.includes(signer);
  const [first, ...others] = signedBy(mail, isMeant);
  if (first === undefined) return passing.length === 0 ? 'all' : [];
  return [first.filter((name) => others.every((names) => names.includes(name)))];
}

function isRelated(one: string, other: string): boolean {
  return one === other || one.endsWith(`.${other}`) || other.endsWith(`.${one}`);
}

const PIECE = 65_536;

/** The mail in pieces with a breath between them, so that others' work goes on while it is hashed. */
async function* inPieces(raw: Buffer): AsyncGenerator<Buffer> {
  for (let at = 0; at < raw.length; at += PIECE) {
    yield raw.subarray(at, at + PIECE);
    await setImmediate();
  }
}

// XFORWARD writes IPv6 with a prefix (Postfix XFORWARD_README); what is not an address is not known.
function clientOf(mail: Mail): { readonly client?: string } {
  const address = mail.envelope.client.address?.replace(/^ipv6:/i, '') ?? '';
  return isIP(address) === 0 ? {} : { client: address };
}

async function verify(
  raw: Buffer,
  mail: Mail,
  domain: string,
  options: AuthenticateOptions & { readonly received: Date },
): Promise<Findings> {
  const { dnsServers, deadlineMs, hostname, arcSealers, isOurs, received } = options;
  const lookup = makeLookup({
    deadlineMs,
    ...(dnsServers === undefined ? {} : { servers: dnsServers }),
  });
  const { client } = clientOf(mail);
  const { helo } = mail.envelope.client;
  try {
    const checked = await authenticate(Readable.from(inPieces(raw), { objectMode: false }), {
      sender: mail.envelope.from,
      mta: hostname,
      // Its type wants texts only; for MX it takes what node:dns gives.
      resolver: lookup.resolve as DNSResolver,
      rejectRsaSha1: true,
      disableBimi: true,
      ...(client === undefined ? {} : { ip: client }),
      ...(helo === undefined ? {} : { helo }),
    });
    const found = judge(checked, { mail, domain, arcSealers, client, isOurs, received });
    const open = found.proven ? [] : openQuestions(checked, found, { domain, arcSealers, lookup });
    if (open.length > 0) {
      throw new Temporary('dns', `no answer from DNS about ${open.slice(0, 5).join(', ')}`);
    }
    return found;
  } finally {
    lookup.close();
  }
}

/** What we make of mailauth's results: the proof must rest on something that counts. */
function judge(
  checked: AuthenticateResult,
  context: {
    readonly mail: Mail;
    readonly domain: string;
    readonly arcSealers: readonly string[];
    readonly client: string | undefined;
    readonly isOurs: AuthenticateOptions['isOurs'];
    readonly received: Date;
  },
): Findings {
  const { mail, domain, arcSealers: sealers, client } = context;
  const signatures = (checked.dkim.results ?? []).flatMap((one) =>
    readSignature(one, (signed) => findStray(mail, signed, context)).map((signature) => ({
      signature,
      fields: signedFields(one.signingHeaders?.keys),
    })),
  );
  const dkim = signatures.map(({ signature }) => signature);
  const spf = readSpf(checked.spf, client);
  const dmarc = readDmarc(checked.dmarc);
  const spfAligned =
    spf.result === 'pass' && checked.dmarc !== false && checked.dmarc.alignment?.spf.result != null;
  const counting = signatures.filter(
    ({ signature: { result, aligned, discounted } }) =>
      result === 'pass' && aligned && discounted === undefined,
  );
  // mailauth reads From with a library: its pass may be about an address that is not our mailbox.
  const byDmarc =
    dmarc.result === 'pass' && dmarc.domain === domain && (spfAligned || counting.length > 0);
  const sets = arcSets(checked.arc);
  const sealer = isArcIntact(checked.arc, sets, (signed) => findStray(mail, signed, context))
    ? findTrustedSealer({ sets, fields: mail.headers, sealers, domain })
    : undefined;
  const arc = readArc(checked.arc, sealer ?? sets.at(-1)?.sealer);
  const proven = byDmarc || sealer !== undefined;
  const bySealer = sealer === undefined ? [] : [arcFields(checked.arc)];
  const bySignature = byDmarc ? counting.map(({ fields }) => fields) : [];
  const covered = byDmarc && spfAligned ? 'all' : [...bySignature, ...bySealer];
  return { spf, dkim, dmarc, ...arc, proven, ...(proven ? { covered } : {}) };
}

function arcFields(arc: AuthenticateResult['arc']): string[] {
  return signedFields((arc !== false && arc.signature && arc.signature.signingHeaders?.keys) || '');
}

function readSignature(
  found: DKIMResult,
  strayOf: (signed: readonly string[]) => Stray | undefined,
): Signature[] {
  if (found.signingDomain === undefined || found.selector === undefined) return [];
  const { status } = found;
  const signed = signedFields(found.signingHeaders?.keys);
  const isPartial = (status.underSized ?? 0) > 0;
  const discounted = !signed.includes('from')
    ? 'from-not-signed'
    : isPartial
      ? 'partial-body'
      : strayOf(signed);
  return [
    {
      // RFC 8601 2.7.1 calls a body that was changed "fail"; mailauth says neutral.
      result: found.bodyHash === found.bodyHashExpecting ? wordOf(status.result) : 'fail',
      domain: readDomain(found.signingDomain) ?? found.signingDomain,
      selector: found.selector,
      aligned: typeof status.aligned === 'string',
      ...(discounted === undefined ? {} : { discounted }),
    },
  ];
}

function signedFields(keys = ''): string[] {
  return keys
    .toLowerCase()
    .split(':')
    .map((name) => name.trim());
}

// "policy" (a weak key or algorithm) is no word of ours: such a signature never becomes valid.
function wordOf(result: string): AuthResult {
  return result === 'policy' ? 'permerror' : resultOf({ result });
}

function readSpf(spf: AuthenticateResult['spf'], client: string | undefined): Findings['spf'] {
  if (spf === false || client === undefined) return { result: 'none' };
  return { result: wordOf(spf.status.result), domain: spf.domain };
}

function readDmarc(dmarc: AuthenticateResult['dmarc']): Findings['dmarc'] {
  if (dmarc === false) return { result: 'none' };
  const from = dmarc.status.header?.from;
  const domain = from === undefined ? undefined : (readDomain(from) ?? from);
  return {
    result: wordOf(dmarc.status.result),
    ...(domain === undefined ? {} : { domain }),
    ...(dmarc.policy === undefined ? {} : { policy: dmarc.policy }),
  };
}

function readArc(
  arc: AuthenticateResult['arc'],
  sealer: string | undefined,
): Pick<Findings, 'arc'> {
  if (arc === false || arc.status.result === 'none') return {};
  const result = wordOf(arc.status.result);
  return { arc: { result, ...(sealer === undefined ? {} : { sealer }) } };
}

function arcSets(arc: AuthenticateResult['arc']): ArcSet[] {
  const chain = (arc !== false && arc.chain) || [];
  return chain.map((set, index) => ({
    instance: index + 1,
    sealer: String(set['arc-seal']?.parsed?.['d']?.value ?? '').toLowerCase(),
  }));
}

// The newest message signature must be the sealer's own and cover the whole body.
function isArcIntact(
  arc: AuthenticateResult['arc'],
  sets: readonly ArcSet[],
  strayOf: (signed: readonly string[]) => Stray | undefined,
): boolean {
  if (arc === false || arc.status.result !== 'pass' || !arc.signature) return false;
  const { signature } = arc;
  return (
    signature.status.result === 'pass' &&
    (signature.status.underSized ?? 0) === 0 &&
    strayOf(arcFields(arc)) === undefined &&
    signature.signingDomain?.toLowerCase() === sets.at(-1)?.sealer
  );
}

/** The names without an answer that could turn this unproven mail into a proven one. */
function openQuestions(
  checked: AuthenticateResult,
  found: Findings,
  context: {
    readonly domain: string;
    readonly arcSealers: readonly string[];
    readonly lookup: Lookup;
  },
): string[] {
  const { domain, arcSealers, lookup } = context;
  const troubled = [...lookup.troubled];
  const open: string[] = [];
  // Without a DMARC record nothing below can make it pass.
  if (found.dmarc.result === 'temperror')
    open.push(...troubled.filter((name) => name.startsWith('_dmarc.')));
  if (found.dmarc.result !== 'none') {
    for (const one of found.dkim) {
      if (
        one.result === 'temperror' &&
        one.discounted === undefined &&
        mayAlign(one.domain, domain)
      ) {
        open.push(`${one.selector}._domainkey.${one.domain}`);
      }
    }
    if (found.spf.result === 'temperror' && mayAlign(found.spf.domain ?? '', domain)) {
      open.push(found.spf.domain ?? '');
    }
  }
  // mailauth calls an ARC chain whose keys it could not fetch "fail".
  const sets = arcSets(checked.arc);
  if (found.arc?.result === 'fail' && isNamed(sets.at(-1)?.sealer ?? '', arcSealers)) {
    open.push(...troubled.filter((name) => name.includes('._domainkey.')));
  }
  return open;
}

// Two domains without a common parent never align (RFC 9989 4.10.2). Wider than need be: a mail that
// waits in vain is better than evidence that is lost.
function mayAlign(one: string, other: string): boolean {
  return one.split('.').at(-1) === other.split('.').at(-1);
}
