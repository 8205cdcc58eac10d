/** For whom and why a delivery failed, from the sentences of mail systems that write no RFC 3464 fields. */

import { type Address, localOf, readAddress } from '../words/address.ts';
import type { Mail } from '../words/mail.ts';
import { valuesOf } from './header.ts';
import { visibleText } from './screen-text.ts';

/** An address, and what stands beside and below it up to the next one. */
export interface Named {
  readonly address: Address;
  readonly said: string;
}

const MAX_TEXT = 30_000;
const MAX_LINES = 400;
const MAX_LINE = 1000;
const MAX_SAID = 800;
const MAX_NAMED = 20;

// Above the copy of the mail that came back: addresses below are of its header.
const RETURNED =
  /^[-=_* ]{0,12}(?:(?:below this line|this) is a copy|(?:this is )?a copy of (?:the|your)|(?:unsent|returned|undelivered|original|the returned) (?:message|mail|headers?)\b|(?:original )?message (?:headers?|follows|text follows)|copy of (?:the|your)|received: (?:from|by) |return-path: ?<|message-id: ?<|x-[a-z-]{1,30}: |dkim-signature:|the original message (?:headers|follows)|original-envelope-id|заголовки|(?:元|オリジナル)の)/i;
// Whom to ask is not who failed.
const HELP =
  /(?:contact|ask|assistance|help|questions?|complain|report (?:this|it|to)|write to|e-?mail to|send (?:it|this|mail) to|wenden sie|contactez|обратитесь|обращайтесь|問い?合わせ)/i;
const HELPER = /^(?:post[-_.]?master|mailer-daemon|abuse|support|help-?desk|mail-?admin)$/;
// The sender of the mail that came back.
const SENDER =
  /^\W{0,5}(?:from|sender|von|de|mail from|return-path|absender|от|reply-to|message-id)\W{0,3}[:=]/i;
const ADDRESS = /[^\s<>()[\]{}"',;:|«»„“”=]{1,64}@[^\s<>()[\]{}"',;:|«»„“”=/]{1,255}/g;

/** Names found in X-Failed-Recipients, else in the text above the returned mail; at most 20. */
export function readNamed(mail: Mail): Named[] {
  const lines = linesAbove(mail);
  const named = collect(lines, ownAddresses(mail));
  const failed = failedRecipients(mail);
  if (failed.length === 0) return named;
  const whole = lines.join(' ').slice(0, MAX_SAID);
  return failed.map(
    (address) => named.find((each) => each.address === address) ?? { address, said: whole },
  );
}

/** `X-Failed-Recipients`, as Exim and Google write it. */
function failedRecipients({ headers }: Mail): Address[] {
  const values = valuesOf(headers, 'x-failed-recipients').slice(0, MAX_NAMED);
  const found = values.flatMap((value) =>
    value
      .slice(0, 10_000)
      .split(',', MAX_NAMED)
      .map((each) => readAddress(each.trim())),
  );
  return [...new Set(found.filter((address) => address !== undefined))].slice(0, MAX_NAMED);
}

function linesAbove(mail: Mail): string[] {
  const lines = visibleText(mail).slice(0, MAX_TEXT).split('\n', MAX_LINES);
  const end = lines.findIndex((line) => RETURNED.test(line.slice(0, 200)));
  // A marker in the first lines is the announcement of one: the addresses come after it.
  return (end > 1 ? lines.slice(0, end) : lines).map((line) => line.slice(0, MAX_LINE));
}

// The mail system's own address and ours, which it wrote to, have not failed.
function ownAddresses({ from, envelope, recipients }: Mail): ReadonlySet<string> {
  const all = [envelope.from, envelope.to, ...recipients.map(({ address }) => address as string)];
  return new Set(
    [...all, ...(from.ok ? [from.mailbox.address] : [])].map((each) => each.toLowerCase()),
  );
}

function collect(lines: readonly string[], own: ReadonlySet<string>): Named[] {
  const found = new Map<Address, string>();
  let current: Address[] = [];
  for (const line of lines) {
    const here = SENDER.test(line.slice(0, 60)) ? [] : addressesOf(line, own);
    const fresh = here.filter((address) => !found.has(address));
    if (fresh.length > 0) current = fresh;
    else if (here.length > 0) current = here;
    for (const address of current) {
      const said = found.get(address) ?? '';
      if (found.size >= MAX_NAMED && !found.has(address)) continue;
      if (said.length < MAX_SAID) found.set(address, `${said} ${line}`.slice(0, MAX_SAID));
    }
  }
  return [...found].map(([address, said]) => ({ address, said }));
}

function addressesOf(line: string, own: ReadonlySet<string>): Address[] {
  if (!line.includes('@') || HELP.test(line)) return [];
  const found = (line.match(ADDRESS) ?? [])
    .slice(0, MAX_NAMED)
    .map((written) => readAddress(written.replace(/^[*.]{1,3}|[.!?*]{1,3}$/g, '')))
    .filter((address) => address !== undefined);
  return found.filter((address) => !own.has(address) && !HELPER.test(localOf(address)));
}
