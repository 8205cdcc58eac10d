/** The only file that knows mailauth: checks of SPF, DKIM, DMARC and ARC, and the making of ARC seals. */

export { authenticate, sealMessage } from 'mailauth';
export type { AuthenticateResult, DKIMResult, DNSResolver } from 'mailauth';
