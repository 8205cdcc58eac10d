/** What the tables of attacks share: who sends from where, and which outcomes are harmless. */

/** Owns attacker.example. */
export const MALLORY = 'mallory@attacker.example';

export const VALIDATE = 'tld-ops-validate@lists.example';

/** The servers that the victims' domains allow: the mail really comes from there. */
export const ADMIN_HOST = { address: '192.0.2.10', helo: 'mail.nic.xa' };
export const VALIDATOR_HOST = { address: '192.0.2.40', helo: 'mail.ccnso.example' };
export const MINISTRY_HOST = { address: '192.0.2.30', helo: 'mail.ministry.example' };
/** The attacker's server, under the name of the Admin Contact's. */
export const FORGED_HELO = { address: '198.51.100.66', helo: 'mail.nic.xa' };

/** A stranger's request: told how to do it right, or not answered when the domain disowns the mail. */
export const NOT_ADMIN = ['answered not-admin', 'ignored not-admin'];

/** The author is nobody. */
export const FACELESS = ['held from-without-one-mailbox', 'held from-unreadable'];
export const TWO_FROM = ['held two-from-fields'];

/** A field that a strict reader may read as the stranger it is, or not at all. */
export const STRANGER_OR_NOBODY = [...NOT_ADMIN, ...FACELESS];

/** A claim that anyone can make: it waits for the real Admin Contact's answer. */
export const CLAIM = ['opened request-opened'];
export const CLAIM_OR_NOBODY = [...CLAIM, ...NOT_ADMIN, ...FACELESS];

/** An answer from which nobody can tell what is meant. */
export const UNCLEAR = ['held consent-unclear', 'noted consent-unclear'];

/** CONFIRM or REJECT with nothing that proves the right to say it. */
export const NO_TOKEN = ['held no-token', 'answered no-token', 'ignored no-token', 'noted no-token'];

/** A machine: nothing is done, whichever of its signs is seen first. */
export const MACHINE = heard(
  'auto-submitted',
  'auto-header',
  'null-sender',
  'precedence',
  'vacation-subject',
  'person-left',
);

/** A report of a mail system; with the token of a letter it tells the Validators where that went. */
export const REPORT = [
  ...MACHINE,
  ...heard('delivery-report', 'multipart-report', 'daemon-sender', 'read-receipt'),
  'noted bounce-unproven',
  'noted bounce-mailbox-gone',
];

/** A letter of ours that comes back. */
export const OWN = [...MACHINE, ...heard('own-message-id', 'own-address')];

// What a machine sends is ignored, or noted with the letter that its token belongs to.
function heard(...reasons: readonly string[]): string[] {
  return reasons.flatMap((reason) => [`ignored ${reason}`, `noted ${reason}`]);
}

/** Something that people have to look at. */
export const FOR_PEOPLE = ['held passed-on', 'held consent-unclear', 'noted consent-unclear'];

/** Commands without proof of who wrote them. */
export const FORGED = ['refused command-forged', 'held command-unknown'];
export const NO_VALIDATOR = ['refused not-a-validator', 'held not-a-validator'];

/** A Validator's mail without a command that could be run. */
export const NO_COMMAND = ['held command-unknown', 'refused command-unknown'];

/** Too much for anybody. */
export const SET_ASIDE = ['quarantined process-failed'];

/** Set aside, or read as the stranger's words that it also holds. */
export const BOMB = [...SET_ASIDE, ...NOT_ADMIN, ...FACELESS, 'answered no-cctld', 'held passed-on'];

/** A request with odd data: it may wait for the Admin Contact, for better data, or for a person. */
export const ODD_CLAIM = [...CLAIM, ...NOT_ADMIN, 'held passed-on'];
