/** `tldops drill`: the drill that runs, or the last one; and to begin one. */

import { readConfig } from '../config.ts';
import { membersIn } from '../machines/check/asks.ts';
import { cleanLine } from '../machines/reading/clean-line.ts';
import type { Count, DrillReport } from '../machines/words/check.ts';
import { readDrill } from '../pipeline/drill.ts';
import { lockChain } from '../store/audit.ts';
import { readCheckPeople } from '../store/check-people.ts';
import { lastCheck } from '../store/checks.ts';
import type { Db } from '../store/db.ts';
import { addDrill, whyNoDrill } from '../store/drills.ts';
import { print, Refused, showTime, table, withStore } from './command.ts';

interface Options {
  readonly json?: boolean;
  readonly dryRun?: boolean;
  readonly text?: string;
}

/** Exit code 1 when there was none yet, or none can begin now. */
export async function drill(action: string | undefined, options: Options): Promise<void> {
  if (action === 'start') return start(options);
  if (action !== undefined)
    throw new Refused(`"${action}" is no action; write: tldops drill start`);
  if (options.dryRun === true || options.text !== undefined)
    throw new Refused('--dry-run and --text are for: tldops drill start');
  return show(options);
}

async function start({ json, dryRun, text: given }: Options): Promise<void> {
  const { drillMs: windowMs } = readConfig();
  const text = given === undefined ? undefined : cleanLine(given, 500);
  const value = await withStore(async (db) => {
    const at = new Date();
    const people = await readers(db);
    if (people === 0) throw new Refused('There is nobody on the list to ask.');
    const no = await whyNoDrill(db, at);
    if (no?.why === 'open') throw new Refused(`A drill runs since ${showTime(no.since)} UTC.`);
    if (no !== undefined)
      throw new Refused('There was a drill today; the next one can begin tomorrow.');
    const made = {
      began: dryRun !== true,
      people,
      opened: at.toISOString(),
      closes: new Date(at.getTime() + windowMs).toISOString(),
    };
    if (dryRun === true) return made;
    await db.transaction().execute(async (trx) => {
      await lockChain(trx);
      const said = text === undefined || text === '' ? {} : { text };
      await addDrill(trx, { by: 'operator', windowMs, ...said }, at);
    });
    return made;
  });
  print(json, value, () =>
    value.began
      ? `${value.people} people are asked when the engine runs, until ${showTime(value.closes)} UTC.\n`
      : `${value.people} people would be asked, until ${showTime(value.closes)} UTC. Nothing was sent.\n`,
  );
}

// Whoever gets a letter: on the list, and mail reaches them.
async function readers(db: Db): Promise<number> {
  return membersIn(await readCheckPeople(db)).length;
}

async function show({ json }: Options): Promise<void> {
  const { table: cctlds } = readConfig();
  const found = await withStore(async (db) => {
    const check = await lastCheck(db, 'drill');
    if (check === undefined) throw new Refused('There was no drill yet.');
    return { check, report: await readDrill(db, check, cctlds) };
  });
  const { check, report } = found;
  const isRunning = check.closed_at === null;
  const value = { running: isRunning, startedBy: check.started_by, text: check.words, ...report };
  print(json, value, () => shown(report, isRunning));
}

function shown(report: DrillReport, isRunning: boolean): string {
  const { people, cctlds, opened, closes, each, late } = report;
  const head = isRunning ? 'A drill runs' : 'The last drill ran';
  const silent = each.filter((one) => one.people.answered === 0);
  return [
    `${head} from ${showTime(opened)} to ${showTime(closes)} UTC.`,
    `People who answered: ${share(people)}; later than that: ${late}; the letter came back: ${report.cameBack}; not asked (unreachable): ${report.notAsked}.`,
    `ccTLDs from which somebody answered: ${share(cctlds)}.`,
    '',
    table(
      report.regions.map((one) => [
        one.region ?? '-',
        share(one.people),
        share(one.cctlds),
        minutes(one.medianMs),
      ]),
      ['region', 'people', 'ccTLDs', 'half within (minutes)'],
      'Nobody was asked yet.',
    ),
    `Nobody answered: ${silent.length === 0 ? '-' : silent.map(({ cctld }) => `.${cctld}`).join(' ')}`,
    '',
  ].join('\n');
}

function share({ asked, answered }: Count): string {
  return `${answered} of ${asked}`;
}

function minutes(ms: number | undefined): string {
  return ms === undefined ? '-' : String(Math.ceil(ms / 60_000));
}
