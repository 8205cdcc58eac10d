/** Reads delivery reports: RFC 3464 where a mail system writes it, else what its sentences say. */

import type { BouncedRecipient, BounceReport } from '../words/bounce.ts';
import type { Address } from '../words/address.ts';
import type { Mail } from '../words/mail.ts';
import { readRecipientFields, type RecipientFields } from './bounce-fields.ts';
import { type Failure, findStatus, kindOf } from './bounce-kind.ts';
import { readNamed } from './bounce-text.ts';
import { cleanLine } from './clean-line.ts';
import { isDeliveryMail, soundsDelayed } from './screen-hints.ts';
import { visibleText } from './screen-text.ts';

const MAX_RECIPIENTS = 20;
const MAX_SAID = 300;

/** RFC 3464 2.3.3: the mail went on; nothing failed. */
const SUCCESS = ['delivered', 'relayed', 'expanded'];

/** What the report says; undefined when the mail names no recipient that it failed for. */
export function readBounce(mail: Mail): BounceReport | undefined {
  if (!isDeliveryMail(mail)) return undefined;
  const fields = readRecipientFields(mail);
  const named = fields.some(({ address }) => address !== undefined);
  const recipients = named ? fromFields(mail, fields) : fromText(mail);
  if (recipients.length === 0) return undefined;
  const originalMessageId = findOriginal(mail);
  return {
    recipients: unique(recipients).slice(0, MAX_RECIPIENTS),
    ...(originalMessageId !== undefined && { originalMessageId }),
  };
}

/** What a delivery report is as a whole: a success, a delay when it is one for all, else a bounce. */
export function deliveryClass(mail: Mail): 'report' | 'delay' | 'bounce' {
  const actions = readRecipientFields(mail).map(({ action }) => action);
  if (actions.length > 0 && actions.every((action) => SUCCESS.includes(action ?? '')))
    return 'report';
  const kinds = readBounce(mail)?.recipients.map(({ kind }) => kind) ?? [];
  if (kinds.length > 0) return kinds.every((kind) => kind === 'delayed') ? 'delay' : 'bounce';
  const known = actions.filter((action) => action !== undefined && !SUCCESS.includes(action));
  if (known.length > 0) return known.every((action) => action === 'delayed') ? 'delay' : 'bounce';
  return soundsDelayed(mail) ? 'delay' : 'bounce';
}

function fromFields(mail: Mail, all: readonly RecipientFields[]): BouncedRecipient[] {
  const failed = all.filter(({ action }) => !SUCCESS.includes(action ?? ''));
  // Many write a mere "5.0.0" into the fields, and the reason into the text.
  const named = failed.length > 0 ? readNamed(mail) : [];
  return failed.flatMap(({ address, behind, action, status, diagnostic }) => {
    if (address === undefined) return [];
    const beside = named.find((each) => each.address === (behind ?? address))?.said;
    const said = diagnostic ?? beside;
    // The one that we wrote to, and whom its alias led to.
    return [address, ...(behind === undefined ? [] : [behind])].map((each) =>
      describe(each, { action, status, said }),
    );
  });
}

function fromText(mail: Mail): BouncedRecipient[] {
  const delayed = soundsDelayed(mail);
  return readNamed(mail).map(({ address, said }) =>
    describe(address, { action: delayed ? 'delayed' : 'failed', status: findStatus(said), said }),
  );
}

function describe(
  address: Address,
  { action, status, said }: { [name in keyof Failure]: Failure[name] | undefined },
): BouncedRecipient {
  const failure = {
    ...(action !== undefined && { action }),
    ...(status !== undefined && { status }),
    ...(said !== undefined && { said }),
  };
  const shown = cleanLine(said ?? '', MAX_SAID);
  return {
    address,
    kind: kindOf(failure),
    ...(status !== undefined && { status }),
    ...(shown !== '' && { said: shown }),
  };
}

// A report may name one recipient several times; the first block is as good as the others.
function unique(recipients: readonly BouncedRecipient[]): BouncedRecipient[] {
  return [
    ...new Map(recipients.toReversed().map((each) => [each.address, each])).values(),
  ].toReversed();
}

const MESSAGE_ID = /^message-id:[ \t]{0,9}(?:\n[ \t]{1,9})?<([^<>\s\p{Cc}]{1,250})>/imu;

/** The Message-ID in the part that holds the mail that came back, else in the text (a copy below a marker). */
function findOriginal(mail: Mail): string | undefined {
  const parts = mail.reports.filter(({ type }) => !/status|notification|feedback/.test(type));
  for (const text of [...parts.map((part) => part.text), visibleText(mail)]) {
    const found = MESSAGE_ID.exec(text.slice(0, 100_000))?.[1];
    if (found !== undefined) return found;
  }
  return undefined;
}
