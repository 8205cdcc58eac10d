/** One mail from the inbox through all stages to its decision: the order of the work. */

import { passOn, toValidators } from '../machines/answers.ts';
import { leave, type Decision, type Release } from '../machines/decision.ts';
import type { FoundToken, MailFacts, Settings, Wait } from '../machines/facts.ts';
import { decideJoin } from '../machines/join.ts';
import { decideOwn } from '../machines/own-decide.ts';
import { type ReasonCode, REASONS } from '../machines/reasons.ts';
import { ownText } from '../machines/reading/segments.ts';
import { cleanLine } from '../machines/reading/clean-line.ts';
import { valuesOf } from '../machines/reading/header.ts';
import type { Understanding } from '../machines/reading/understand.ts';
import { decideCommands } from '../machines/validate.ts';
import { readRecipient, type ListNames } from '../machines/words/list-address.ts';
import { hideTokens } from '../machines/words/token.ts';
import type { Mail } from '../machines/words/mail.ts';
import { Temporary } from '../machines/words/trouble.ts';
import { Conflict } from '../store/cases.ts';
import { type Cause, commitDecision, type Committing } from '../store/commit.ts';
import { findMail, type InboxRow, rawMail } from '../store/inbox.ts';
import { finishJob, type Job } from '../store/jobs.ts';
import { findKnownTokens } from '../store/tokens.ts';
import type { DoorLog } from './accept.ts';
import type { Authenticate } from './authenticate.ts';
import { gatherJoin, type GatherDeps } from './gather.ts';
import { gatherCommands } from './gather-commands.ts';
import type { Meter } from './metrics.ts';
import { decideCheck } from './gather-check.ts';
import { gatherOwn } from './gather-own.ts';
import {
  askedAbout,
  decideAnswer,
  decideAutomaticPost,
  decideReleased,
  decideToList,
  postMarks,
} from './gather-post.ts';
import { type Arrived, decideMachine } from './machine-mail.ts';
import type { ReadMail } from './parse-pool.ts';
import { withSigns } from './signs.ts';
import { readSigned, type SignedDeps, withSignature } from './signed-commands.ts';
import {
  type Authored,
  commandsDigest,
  factsOf,
  saidIn,
  threadCase,
  tokenStrings,
} from './read-mail.ts';

export interface ProcessDeps extends GatherDeps, Committing, Pick<SignedDeps, 'validatorKeys'> {
  readonly names: ListNames;
  readonly settings: Settings;
  readonly authenticate: Authenticate;
  /** Takes the mail apart and reads what it says. */
  readonly read: ReadMail;
  readonly log: DoorLog;
  readonly metrics?: Meter;
}

/** How often a decision is taken anew when another one came in between. */
const ATTEMPTS = 5;

/**
 * Processes the mail of a job and commits what follows from it. Throws Temporary when something
 * outside does not answer (the mail waits); anything else that is thrown is a fault of ours.
 */
export async function processMail(deps: ProcessDeps, job: Job): Promise<void> {
  const row = await findMail(deps.db, Number(job.payload['inboxId']));
  if (row === undefined || row.outcome !== 'pending') return finishJob(deps.db, job);
  const raw = await rawMail(deps.db, row.id);
  if (raw === undefined) throw new Error(`the raw mail of inbox row ${row.id} is gone`);
  const envelope = { from: row.envelope_from, to: row.recipient, client: row.client };
  const { mail, ...reading } = await deps.read({ raw, sha256: row.raw_sha256, envelope });
  const read = await readSigned(deps, { row, raw, mail, ...reading });
  const cause = causeOf(row, mail, read, deps.names);
  for (let attempt = 1; ; attempt += 1) {
    const decision = await decideMail(deps, { row, raw, mail, read }, releaseIn(job));
    if ('wait' in decision) throw new Temporary(decision.wait, 'the registry has not settled');
    try {
      await commitDecision(deps, decision, cause, job);
      return logOutcome(deps, row, read, decision);
    } catch (error) {
      if (!(error instanceof Conflict) || attempt >= ATTEMPTS) throw error;
    }
  }
}

// What an operator greps for first: no subject, no address, no words of the mail.
function logOutcome(
  { log, metrics, now }: ProcessDeps,
  { id: inboxId, received_at }: InboxRow,
  { screening }: Understanding,
  { outcome, reason, caseId }: Decision,
): void {
  const seconds = (now().getTime() - received_at.getTime()) / 1_000;
  metrics?.mail({ class: screening.class, outcome, seconds });
  log.info({ inboxId, class: screening.class, outcome, reason, case: caseId }, 'mail processed');
}

/** Whose word sends this mail to everybody, when it was held. */
function releaseIn({ payload: { released } }: Job): Release | undefined {
  return released as Release | undefined;
}

async function decideMail(
  deps: ProcessDeps,
  arrived: Arrived,
  release: Release | undefined,
): Promise<Decision | Wait> {
  const { row, mail, read } = arrived;
  if (release !== undefined) return decideReleased(deps, arrived, release);
  if (read.screening.class !== 'human')
    return (await decideAutomaticPost(deps, arrived)) ?? decideMachine(deps, arrived);
  const recipient = readRecipient(row.recipient, deps.names);
  if (recipient === undefined) throw new Error('the inbox holds an address that is not ours');
  if (!mail.from.ok) return decideFaceless(deps, arrived, mail.from.fault);
  const authored = {
    inboxId: row.id,
    mail,
    from: mail.from.mailbox,
    recipient,
    read,
  };
  return decideHumanMail(deps, arrived, authored);
}

// Not exactly one author: the mail identifies nobody, and people look at it.
function decideFaceless(
  { settings }: ProcessDeps,
  { row, mail }: Arrived,
  why: ReasonCode,
): Decision {
  const letters = toValidators(settings, 'alarm-held', {
    // PostgreSQL stores no NUL, and such fields hold them on purpose.
    from: cleanLine(valuesOf(mail.headers, 'from').join(' | '), 300),
    subject: hideTokens(mail.subject),
    inboxId: row.id,
    why: REASONS[why],
  });
  return { ...leave('held', why), letters };
}

async function decideHumanMail(deps: ProcessDeps, arrived: Arrived, authored: Authored) {
  const { row, raw, mail } = arrived;
  const tokens = await findKnownTokens(deps.db, tokenStrings(authored), deps.now());
  const authentication = await withSignature(authored.read, () =>
    deps.authenticate(raw, mail, row.received_at),
  );
  const facts = factsOf(authored, authentication, deps.names);
  return withSigns(deps, authored, { mail: facts, tokens }, () =>
    decideService(deps, { arrived, authored, mail: facts, tokens }),
  );
}

interface Coming {
  readonly arrived: Arrived;
  readonly authored: Authored;
  readonly mail: MailFacts;
  readonly tokens: readonly FoundToken[];
}

async function decideService(deps: ProcessDeps, coming: Coming): Promise<Decision | Wait> {
  const { authored, mail: facts, tokens } = coming;
  const { service } = authored.recipient;
  const purpose = tokens.find(({ status }) => status === 'open')?.purpose;
  // People answer to whatever address their mail program offers: the token says what was meant.
  const isOwn = (purpose ?? tokens[0]?.purpose) === 'own';
  const isOrder = service === 'validate' && authored.read.commands.commands.length > 0;
  const asked = isOrder ? undefined : await askedAbout(deps, authored, tokens);
  if (asked?.purpose === 'post') return decideAnswer(deps, authored, facts, asked);
  if (asked !== undefined) {
    const cameAt = coming.arrived.row.received_at;
    const decided = await decideCheck(deps, { authored, mail: facts, tokens, cameAt, asked });
    if (decided !== undefined) return decided;
  }
  if ((isOwn && !isOrder) || (service === 'request' && purpose === undefined)) {
    return decideOwn(await gatherOwn(deps, facts, authored.read, tokens));
  }
  const isOfDesk = purpose === 'validate' || purpose === 'committee';
  const isCode = purpose !== undefined && !isOfDesk && purpose !== 'own';
  const isStray = isCode && !deps.settings.validators.includes(facts.from.address);
  if ((service === 'validate' && !isStray) || (service !== 'join' && isOfDesk)) {
    return decideCommands(await gatherCommands(deps, authored, facts, tokens));
  }
  if (service === 'join' || isStray || (service !== 'posts' && purpose !== undefined)) {
    const heard = {
      mail: facts,
      said: saidIn(authored, tokens),
      tokens,
      threadCase: threadCase(authored, deps.names),
    };
    return decideJoin(await gatherJoin(deps, heard));
  }
  if (service === 'posts') return decideToList(deps, coming);
  const text = ownText(authored.read.body.lines);
  return passOn({ mail: facts, settings: deps.settings, tokens }, text, 'passed-on');
}

function causeOf(row: InboxRow, mail: Mail, read: Understanding, names: ListNames): Cause {
  const { screening, commands } = read;
  const service = readRecipient(row.recipient, names)?.service;
  return {
    inboxId: row.id,
    sha256: row.raw_sha256,
    class: screening.class,
    fromAddress: mail.from.ok ? mail.from.mailbox.address : undefined,
    messageId: mail.messageId,
    detail: {
      screening: screening.reason,
      ...(commands.commands.length === 0 ? {} : { commands: commandsDigest(mail, read) }),
      ...(commands.signature === undefined ? {} : { signature: commands.signature.fact }),
      ...(service === 'posts' ? { post: postMarks(mail) } : {}),
    },
  };
}
