/** Decides what becomes of a mail to the list (design 9). Pure. */

import { passOn, toSender, toValidators } from './answers.ts';
import { type Decision, leave, type LetterEffect, type PostEffect } from './decision.ts';
import type { LetterData, LetterName } from './letters/letter.ts';
import type { PostFacts } from './post-facts.ts';
import type { ReasonCode } from './reasons.ts';
import { domainOf } from './words/address.ts';
import type { Cctld } from './words/cctld.ts';
import type { Tlp } from './words/tlp.ts';
import { hideTokens } from './words/token.ts';

const DAY = 86_400_000;
/** How long an SSC may take to say whether a post is theirs. */
const ANSWER = 3 * DAY;

export function decidePost(facts: PostFacts): Decision {
  // The Validator has read it, and says that it goes out.
  if (isByValidator(facts)) return facts.cctlds.length === 0 ? sayGone(facts) : distribute(facts);
  // A code is for one person; whoever answers a letter by "Reply all" does not mean everybody.
  if (facts.tokens.some(({ status }) => status === 'open')) return forPeople(facts);
  return facts.cctlds.length === 0 ? turnAway(facts) : decideMembers(facts);
}

function isByValidator({ release }: PostFacts): boolean {
  return release?.kind === 'validator';
}

// Who left the list while it waited writes to nobody.
function sayGone(facts: PostFacts): Decision {
  const data = { ...headOf(facts), why: 'left' } as const;
  const letters = toValidators(facts.settings, 'post-stuck', data);
  return { ...leave('refused', 'post-not-member'), letters };
}

function headOf(facts: PostFacts) {
  const { mail } = facts;
  return { from: mail.from.address, subject: subjectOf(facts), inboxId: mail.inboxId };
}

// People write requests to the wrong address. What else comes gets the same words, whoever is on the list.
function turnAway(facts: PostFacts): Decision {
  if (facts.anchored.length > 0) return forPeople(facts);
  const isTold = isLately(facts, facts.turnedAwayAt);
  const letters = isTold || facts.mail.forged ? [] : [toSender(facts, 'post-not-member', {})];
  return { ...leave('refused', 'post-not-member'), letters };
}

function isLately({ now }: PostFacts, at: Date | undefined): boolean {
  return at !== undefined && now.getTime() - at.getTime() < DAY;
}

function forPeople({ mail, settings }: PostFacts): Decision {
  // It may hold a code: the words go along, and not the mail.
  return passOn({ mail: { ...mail, mayHoldToken: true }, settings, tokens: [] }, '', 'passed-on');
}

function decideMembers(facts: PostFacts): Decision {
  const { mail, settings, release } = facts;
  if (facts.repeated) return leave('ignored', 'post-repeated');
  // What is said of a mail is said to whoever wrote it; of a forgery nothing is said.
  const isKnown = mail.proven || release !== undefined || facts.automatic || mail.forged;
  if (facts.size > settings.postSize && isKnown)
    return refuse(facts, 'post-too-big', 'post-too-big', {
      subject: subjectOf(facts),
      size: facts.size,
      most: settings.postSize,
    });
  if (facts.automatic)
    return leave('held', mail.proven ? 'post-automatic' : 'post-automatic-unproven');
  if (facts.onlyCommands && isKnown)
    return refuse(facts, 'post-commands', 'post-commands', { words: wordsOf(facts) });
  const frozen = frozenFor(facts);
  if (frozen.length > 0) return holdFrozen(facts, frozen);
  if (!mail.proven && release === undefined) return askAuthor(facts);
  return tlpOf(facts) === 'RED' && settings.tlp === 'strict' ? sendBack(facts) : distribute(facts);
}

// To the address that is on the list. Of a proven forgery its victim knows nothing.
function tell<N extends LetterName>(
  facts: PostFacts,
  letter: N,
  data: LetterData[N],
): LetterEffect<N>[] {
  const isForged = facts.mail.forged && facts.release === undefined;
  return isForged || facts.automatic ? [] : [toSender(facts, letter, data)];
}

function refuse<N extends LetterName>(
  facts: PostFacts,
  reason: ReasonCode,
  letter: N,
  data: LetterData[N],
): Decision {
  const letters = tell(facts, letter, data).map((one) => ({ ...one, once: 'step' as const }));
  return { ...leave('refused', reason), letters };
}

function subjectOf({ mail }: PostFacts): string {
  return hideTokens(mail.subject);
}

function wordsOf({ mail }: PostFacts): string {
  return hideTokens((mail.words ?? '').slice(0, 4_000));
}

/** Whoever holds a ccTLD that is being taken over may hold its mailboxes too. */
function frozenFor({ mail, cctlds, frozen }: PostFacts): readonly Cctld[] {
  const under = frozen.filter((one) => domainOf(mail.from.address).endsWith(`.${one}`));
  if (under.length > 0) return under;
  return cctlds.every((one) => frozen.includes(one)) ? cctlds : [];
}

function holdFrozen(facts: PostFacts, cctlds: readonly Cctld[]): Decision {
  const { mail, settings } = facts;
  const letters = toValidators(settings, 'post-held', {
    ...headOf(facts),
    proven: mail.proven,
    // The mailbox has answered a letter since; nothing else is known better by it.
    confirmed: facts.release !== undefined,
    frozen: cctlds,
    text: wordsOf(facts),
  });
  const told = tell(facts, 'post-waits', { subject: subjectOf(facts) });
  return { ...leave('held', 'post-frozen'), letters: [...told, ...letters] };
}

// Nobody posts in an SSC's name: whoever reads the mailbox that is on the list says whether it is theirs.
function askAuthor(facts: PostFacts): Decision {
  const { mail, now } = facts;
  // The text of a proven forgery is bait: its victim learns that it came, no more.
  const text = mail.forged ? {} : { text: wordsOf(facts) };
  const data = { subject: subjectOf(facts), at: now.toISOString(), ...text };
  const token = { purpose: 'post', digest: String(mail.inboxId), lifeMs: ANSWER } as const;
  const letter = toSender(facts, 'post-ask', data);
  return {
    ...leave('held', 'post-unproven'),
    letters: [{ ...letter, once: 'step', token, instead: unasked(facts) }],
  };
}

// Who forges ten posts in a day must not silence the true one without a sound.
function unasked(facts: PostFacts): LetterEffect[] {
  const data = { ...headOf(facts), why: 'asked-enough' } as const;
  return toValidators(facts.settings, 'post-stuck', data);
}

function unlikeOf(facts: PostFacts): Pick<PostEffect, 'unlike'> {
  return isByValidator(facts) ? {} : { unlike: facts.unlike };
}

function tlpOf({ label, parent }: PostFacts): Tlp {
  return label ?? parent ?? 'RED';
}

function whyRed({ label, parent }: PostFacts): LetterData['post-red']['why'] {
  if (label !== undefined) return 'written';
  return parent === undefined ? 'no-label' : 'answers';
}

function sendBack(facts: PostFacts): Decision {
  const data = { subject: subjectOf(facts), why: whyRed(facts), sentBack: true };
  return refuse(facts, 'post-red', 'post-red', data);
}

function distribute(facts: PostFacts): Decision {
  const { mail, messageId, release } = facts;
  const tlp = tlpOf(facts);
  const author = mail.from.address;
  const isNews = tlp === 'RED' && !isLately(facts, facts.toldRedAt);
  const red = { subject: subjectOf(facts), why: whyRed(facts), sentBack: false };
  return {
    ...leave('distributed', 'post-distributed'),
    posts: [{ inboxId: mail.inboxId, author, tlp, messageId, ...unlikeOf(facts) }],
    letters: isNews ? tell(facts, 'post-red', red) : [],
    notes: [
      {
        actor: author,
        reason: 'post-distributed',
        facts: {
          tlp,
          proven: mail.proven,
          mail: mail.sha256,
          ...(release === undefined ? {} : { releasedBy: release.by, word: release.kind }),
        },
      },
    ],
  };
}
