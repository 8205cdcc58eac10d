/** Subjects under which machines write. Hints only: people answer such mails, and write such words. */

// By language, so that the next one is one more row; English so far.
const ABSENCE: Readonly<Record<string, RegExp>> = {
  en: /^(?:automatic reply|auto(?:matic)?[- ]?(?:reply|response|responder)|autoreply|out of (?:the )?office|ooo\b|on (?:vacation|leave|holiday)|vacation (?:reply|response|notice)|away from (?:my|the) (?:mail|desk|office)|i am (?:out of the office|on (?:vacation|leave|holiday)))/i,
};

const BOUNCE: Readonly<Record<string, RegExp>> = {
  en: /^(?:undeliver(?:ed|able)|mail delivery (?:failed|failure|system|subsystem|error)|delivery (?:status notification|failure|failed|has failed|report|delayed|unsuccessful)|returned mail|return(?:ed)? to sender|failure notice|non[- ]?delivery|message (?:not delivered|could not be delivered|undeliverable)|warning: (?:could not|message)|failed (?:mail|delivery)|mail (?:system error|could not be delivered)|rejected mail|ndn:|delayed mail)/i,
};

// What gateways put before a subject. "Re:" stays: who answers a notice is a person.
const TAGS =
  /^(?:\s{0,5}\[[^\]]{0,40}\]|\s{0,5}\*{2,5}[^*]{0,40}\*{2,5}|\s{0,5}(?:external|spam):)*\s{0,5}/i;

/** True when the subject begins like the automatic notice of somebody who is away. */
export function isAbsenceSubject(subject: string): boolean {
  return beginsLike(ABSENCE, subject);
}

/** True when the subject begins like the report of a mail that could not be delivered. */
export function isBounceSubject(subject: string): boolean {
  return beginsLike(BOUNCE, subject);
}

function beginsLike(patterns: Readonly<Record<string, RegExp>>, subject: string): boolean {
  const bare = subject.slice(0, 500).replace(TAGS, '');
  return Object.values(patterns).some((pattern) => pattern.test(bare));
}
