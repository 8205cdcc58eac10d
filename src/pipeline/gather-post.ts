/** Mails to the list, and what SSCs answer who were asked about one: loads what decisions need to see. */

import { createHash } from 'node:crypto';
import type { Decision, PostMark, Release } from '../machines/decision.ts';
import type { FoundToken, MailFacts } from '../machines/facts.ts';
import { decidePost } from '../machines/post.ts';
import type { PostFacts } from '../machines/post-facts.ts';
import { decidePostWord } from '../machines/post-word.ts';
import { cleanLine } from '../machines/reading/clean-line.ts';
import { decodeWords } from '../machines/reading/encoded-word.ts';
import { readHeader, valuesOf } from '../machines/reading/header.ts';
import { isUsableId, readParents } from '../machines/reading/message-id.ts';
import { isOnlyCommands } from '../machines/reading/request-only.ts';
import { ownText } from '../machines/reading/segments.ts';
import { readTlp } from '../machines/reading/tlp.ts';
import type { Understanding } from '../machines/reading/understand.ts';
import { readDate } from '../machines/signed-for-us.ts';
import { certainFields, isPostCovered } from '../machines/signed-post.ts';
import { tokensAnywhere } from '../machines/tokens-anywhere.ts';
import type { Address } from '../machines/words/address.ts';
import type { Cctld } from '../machines/words/cctld.ts';
import { readRecipient } from '../machines/words/list-address.ts';
import type { Covered, Mail, MailClass } from '../machines/words/mail.ts';
import { strictest, type Tlp } from '../machines/words/tlp.ts';
import type { Db } from '../store/db.ts';
import { rawMail } from '../store/inbox.ts';
import { lastLetter } from '../store/own.ts';
import { frozenCctlds, tlpOfFirst, wayOf, wentBefore } from '../store/posts.ts';
import { readRoster } from '../store/roster.ts';
import { findFreeTokens, findKnownTokens, type FreeToken } from '../store/tokens.ts';
import type { Authenticate } from './authenticate.ts';
import { anchoredBy } from './gather.ts';
import type { Arrived, MachineDeps } from './machine-mail.ts';
import { type Authored, factsOf, tokenStrings } from './read-mail.ts';

export interface PostDeps extends MachineDeps {
  readonly authenticate: Authenticate;
}

/** What is known of a mail before it is asked whose it is. */
interface Coming {
  readonly arrived: Arrived;
  readonly authored: Authored;
  readonly mail: MailFacts;
  readonly tokens: readonly FoundToken[];
  readonly release?: Release | undefined;
}

/** A mail of a person to the list. */
export async function decideToList(deps: PostDeps, coming: Coming): Promise<Decision> {
  return decidePost(await gatherPost(deps, coming));
}

/** A post that was held, with the word that sends it out. */
export async function decideReleased(
  deps: PostDeps,
  arrived: Arrived,
  release: Release,
): Promise<Decision> {
  const authored = authoredOf(deps, arrived);
  if (authored === undefined) throw new Error('only a mail to the list can be released');
  const authentication = await deps.authenticate(
    arrived.raw,
    arrived.mail,
    arrived.row.received_at,
  );
  const mail = factsOf(authored, authentication, deps.names);
  return decidePost(await gatherPost(deps, { arrived, authored, mail, tokens: [], release }));
}

// Bounces and our own mail are nobody's posts, whatever they claim.
const HELD: ReadonlySet<MailClass> = new Set<MailClass>(['auto-reply', 'report', 'list']);

/** An automatic mail of somebody on the list to the list; undefined for every other. */
export async function decideAutomaticPost(
  deps: PostDeps,
  arrived: Arrived,
): Promise<Decision | undefined> {
  const authored = authoredOf(deps, arrived);
  if (authored === undefined || !HELD.has(arrived.read.screening.class)) return undefined;
  if ((await cctldsOf(deps.db, authored.from.address)).length === 0) return undefined;
  // Whoever was asked something, and is away.
  const tokens = await findKnownTokens(deps.db, tokenStrings(authored), deps.now());
  if (tokens.length > 0 || (await askedAbout(deps, authored, [])) !== undefined) return undefined;
  if ((await tokensInside(deps, arrived)).length > 0) return undefined;
  const authentication = await deps.authenticate(
    arrived.raw,
    arrived.mail,
    arrived.row.received_at,
  );
  const mail = factsOf(authored, authentication, deps.names);
  return decidePost(await gatherPost(deps, { arrived, authored, mail, tokens }));
}

function authoredOf({ names }: PostDeps, { row, mail, read }: Arrived): Authored | undefined {
  const recipient = readRecipient(row.recipient, names);
  if (recipient?.service !== 'posts' || !mail.from.ok) return undefined;
  return { inboxId: row.id, mail, from: mail.from.mailbox, recipient, read };
}

async function cctldsOf(db: Db, address: Address): Promise<Cctld[]> {
  const roster = await readRoster(db);
  return roster.filter((one) => one.address === address).map(({ cctld }) => cctld);
}

async function gatherPost(deps: PostDeps, coming: Coming): Promise<PostFacts> {
  const { db, settings, now } = deps;
  const { arrived, authored, mail: facts, tokens, release } = coming;
  const { mail, read, raw } = arrived;
  const { address } = facts.from;
  // A signature covers what an SSC wrote to some address of ours, and who has that mail can hand it to any
  // other: only what names the list was written to everybody.
  const isList = (one: Address) => readRecipient(one, deps.names)?.service === 'posts';
  const turnedAwayAt = await lastLetter(db, address, 'post-not-member');
  const toldRedAt = await lastLetter(db, address, 'post-red');
  const label = labelOf(mail, read);
  const covered = facts.covered ?? [];
  // Who adds a field shall not free a text by it.
  const parent = await tlpOfFirst(db, readParents(certainFields(mail.headers, covered)));
  const unlike = markOf(mail, covered);
  return {
    now: now(),
    settings,
    mail: { ...facts, proven: facts.proven && isPostCovered(mail.headers, covered, isList) },
    tokens: [...tokens, ...(await tokensInside(deps, arrived))],
    automatic: read.screening.class !== 'human',
    size: raw.length,
    onlyCommands: isOnlyCommands(read.body.lines, read.requestCommands),
    cctlds: await cctldsOf(db, address),
    frozen: await frozenCctlds(db),
    anchored: await anchoredBy(db, facts),
    ...(label === undefined ? {} : { label }),
    ...(parent === undefined ? {} : { parent }),
    messageId: idOf(deps, authored),
    unlike,
    repeated: await wentBefore(db, { inboxId: facts.inboxId, fromAddress: address, ...unlike }),
    ...(turnedAwayAt === undefined ? {} : { turnedAwayAt }),
    ...(toldRedAt === undefined ? {} : { toldRedAt }),
    ...(release === undefined ? {} : { release }),
  };
}

// Either part is what somebody reads.
function labelOf({ subject }: Mail, { body }: Understanding): Tlp | undefined {
  const read = [readTlp(subject, ownText(body.lines)), readTlp('', body.other ?? '')];
  return strictest(read.flatMap((label) => label ?? []));
}

// Codes are for one person, also those in an attached letter, or in HTML.
async function tokensInside({ db, now, settings }: PostDeps, { raw, mail }: Arrived) {
  // What is too big goes to nobody.
  if (raw.length > settings.postSize) return [];
  const found = tokensAnywhere(raw, [mail.text, mail.html ?? '', mail.subject]);
  return [
    ...(await findKnownTokens(db, found, now())),
    ...(await findFreeTokens(db, found, now())),
  ];
}

// Nobody's mail may pass for another post of ours, or for an issue.
function idOf({ names: { domain } }: PostDeps, { mail: { messageId }, inboxId }: Authored): string {
  const ours = `post-${inboxId}@${domain}`;
  if (messageId === undefined || !isUsableId(messageId)) return ours;
  const isOurs = messageId.toLowerCase().endsWith(`@${domain}`);
  return isOurs && /^(?:post|issue|case)-/i.test(messageId) ? ours : messageId;
}

/**
 * What nobody but its author can change in a post: Date, read, since blanks may change under a signature
 * (RFC 6376 3.4.2). And its content, which tells apart what a program sends in one second.
 */
export function postMarks({ headers, text, html = '', attachments }: Mail) {
  const date = readDate(valuesOf(headers, 'date')[0] ?? '');
  const files = attachments.map(({ sha256 }) => sha256);
  const content = digestOf([text, html, files].map((part) => JSON.stringify(part)).join('\n'));
  return { date: Number.isNaN(date) ? `none ${content}` : new Date(date).toISOString(), content };
}

// Where the server proves the author, nobody plays anything back; else the text may come in many forms.
function markOf(mail: Mail, covered: Covered): PostMark {
  const { date, content } = postMarks(mail);
  return covered === 'all' ? { date, content } : { date };
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** The question about a post, or of a check, that a mail answers; undefined when it answers none, or another letter too. */
export async function askedAbout(
  { db, now }: PostDeps,
  authored: Authored,
  known: readonly FoundToken[],
): Promise<FreeToken | undefined> {
  const found = await findFreeTokens(db, tokenStrings(authored), now());
  const asked = found.filter(isAsked);
  const token = asked.find(({ status }) => status === 'open') ?? asked[0];
  if (token === undefined || known.every(({ status }) => status !== 'open')) return token;
  const { token: written } = authored.recipient;
  const [direct] = written === undefined ? [] : await findFreeTokens(db, [written], now());
  return direct !== undefined && isAsked(direct) ? direct : undefined;
}

function isAsked({ purpose }: FreeToken): boolean {
  return purpose === 'post' || purpose === 'check';
}

/** CONFIRM or REJECT to that question. */
export async function decideAnswer(
  { db, settings, now }: PostDeps,
  { read: { body } }: Authored,
  mail: MailFacts,
  { id, addressee, status, digest }: FreeToken,
): Promise<Decision> {
  const inboxId = Number(digest);
  return decidePostWord({
    now: now(),
    settings,
    mail,
    consent: body.consent,
    token: { id, addressee, status },
    post: { inboxId, subject: await subjectOf(db, inboxId), way: await wayOf(db, inboxId) },
  });
}

async function subjectOf(db: Db, inboxId: number): Promise<string> {
  const raw = await rawMail(db, inboxId);
  const fields = raw === undefined ? [] : readHeader(raw);
  return cleanLine(decodeWords((valuesOf(fields, 'subject')[0] ?? '').slice(0, 5_000)), 500);
}
