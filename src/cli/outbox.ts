/** `tldops outbox`: the work that waits, and how far each post and issue has got. */

import { type Broadcast, listBroadcasts } from '../store/broadcasts.ts';
import { type Copy, type CopyCounts, countCopies, unsettledCopies } from '../store/copies.ts';
import { type Job, listJobs } from '../store/jobs.ts';
import { plain, print, showTime, table, withStore } from './command.ts';

/** Of the posts and issues the newest. */
const MOST = 20;
/** Addresses of one post in the text; --json has all. */
const MOST_SHOWN = 20;

export async function outbox({ json }: { readonly json?: boolean }): Promise<void> {
  const { jobs, mailings } = await withStore(async (db) => {
    const counts = await countCopies(db);
    const copies = await unsettledCopies(db);
    const broadcasts = await listBroadcasts(db, MOST);
    return {
      jobs: (await listJobs(db)).map(describeJob),
      mailings: broadcasts.map((one) => describeMailing(one, counts, copies)),
    };
  });
  print(json, [...jobs, ...mailings], () => `${showJobs(jobs)}${showMailings(mailings)}`);
}

function describeJob(job: Job) {
  return {
    job: job.key,
    kind: job.kind,
    case: job.case_id,
    due: job.run_at.toISOString(),
    attempts: job.attempts,
    dead: job.dead_at !== null,
    error: job.last_error,
  };
}

type ShownJob = ReturnType<typeof describeJob>;

function showJobs(jobs: readonly ShownJob[]): string {
  return table(
    jobs.map((job) => [
      job.job,
      job.dead ? 'given up' : showTime(job.due),
      String(job.attempts),
      plain(job.error, 60),
    ]),
    ['work', 'due (UTC)', 'tries', 'last error'],
    'Nothing waits to be done.',
  );
}

function describeMailing(
  { id, kind, author, tlp, created_at: created, done_at: done }: Broadcast,
  counts: readonly CopyCounts[],
  copies: readonly Copy[],
) {
  const count = counts.find(({ broadcastId }) => broadcastId === id);
  const { copies: all = 0, waiting = 0, handed = 0, failed = 0 } = count ?? {};
  const { keptBack = 0, doubtful = 0 } = count ?? {};
  return {
    kind,
    number: id,
    author,
    tlp,
    created: created.toISOString(),
    done: done?.toISOString() ?? null,
    counts: { all, waiting, handed, failed, keptBack, doubtful },
    copies: copies.filter((one) => one.broadcast_id === id).map(describeCopy),
  };
}

function describeCopy(copy: Copy) {
  return { address: copy.address, state: stateOf(copy), reply: copy.relay_reply };
}

type State = 'left the list' | 'stopped' | 'failed' | 'in doubt' | 'waiting' | 'maybe twice';

function stateOf(copy: Copy): State {
  if (copy.kept_back !== null) return copy.kept_back === 'stopped' ? 'stopped' : 'left the list';
  // Its doubt was not resolved, and it is not sent again.
  if (copy.failed_at !== null) return copy.doubtful ? 'in doubt' : 'failed';
  if (copy.in_doubt_at !== null) return 'in doubt';
  return copy.handed_at === null ? 'waiting' : 'maybe twice';
}

type Mailing = ReturnType<typeof describeMailing>;

function showMailings(mailings: readonly Mailing[]): string {
  if (mailings.length === 0) return '';
  const rows = mailings.map(({ kind, number, author, tlp, created, done, counts }) => [
    `${kind} ${number}`,
    showTime(created),
    plain(author ?? 'the engine', 40),
    tlp,
    showTime(done),
    ...[counts.all, counts.handed, counts.waiting, counts.failed].map(String),
    ...[counts.keptBack, counts.doubtful].map(String),
  ]);
  const heads = ['mailing', 'from (UTC)', 'author', 'TLP', 'done (UTC)'];
  const columns = [...heads, 'copies', 'handed over', 'waiting', 'failed', 'kept back', 'in doubt'];
  return `\n${table(rows, columns, '')}${mailings.map(showCopies).join('')}`;
}

function showCopies({ kind, number, copies }: Mailing): string {
  if (copies.length === 0) return '';
  const rows = copies
    .slice(0, MOST_SHOWN)
    .map(({ address, state, reply }) => [plain(address, 70), state, plain(reply, 60)]);
  const rest = copies.length - rows.length;
  const more = rest > 0 ? `and ${rest} more (--json has all)\n` : '';
  return `\n${table(rows, [`${kind} ${number}`, 'state', 'the relay said'], '')}${more}`;
}
