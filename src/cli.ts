/** The command line: `tldops <command>`. Exit codes: 0 done, 1 refused, 64 usage, 75 temporary, 78 configuration. */

import { Command, CommanderError } from 'commander';
import { EXIT, Refused } from './cli/command.ts';
import type { InviteOptions } from './cli/invite.ts';
import { Permanent, Temporary } from './machines/words/trouble.ts';
import { isDatabaseAway } from './store/away.ts';
import { VERSION } from './version.ts';

// Each command loads only what it needs: Postfix's pipe starts one process for every mail.
const look = () => import('./cli/look.ts');
const act = () => import('./cli/act.ts');
const copy = () => import('./cli/registry.ts');
const run = () => import('./cli/run.ts');

interface Options {
  readonly json?: boolean;
  readonly all?: boolean;
  readonly limit: string;
}

interface NotifyOptions {
  readonly preview?: boolean;
  readonly csv?: boolean;
  readonly vcard?: boolean;
}

interface ReportOptions {
  readonly html?: string;
  readonly day?: string;
  readonly scheme: string;
  readonly csv?: boolean;
  readonly notSubscribed?: string;
}

const program = new Command('tldops')
  .description(
    'The server behind TLD-OPS, the contact list of the security contacts of all ccTLDs.',
  )
  .version(VERSION)
  .exitOverride()
  .showHelpAfterError();

function command(parent: Command, name: string, description: string): Command {
  return parent.command(name).description(description).option('--json', 'print one JSON document');
}

program
  .command('serve')
  .description('run the engine')
  .action(async () => (await run()).runServe());
program
  .command('receive <sender> <recipients...>')
  .description("take one mail from standard input (Postfix's pipe)")
  .option('--client-address <ip>', 'who delivered it to Postfix')
  .option('--client-name <name>', 'host name of that client')
  .option('--client-helo <name>', 'what it said in HELO')
  .option('--queue-id <id>', "Postfix's queue id")
  .action(async (sender: string, recipients: string[], options: Record<string, string>) => {
    const { runReceive } = await run();
    process.exitCode = await runReceive([sender, ...recipients], clientOf(options));
  });
program
  .command('demo')
  .description('play a whole subscription on this machine, with fictional people')
  .action(async () => (await import('./demo/demo.ts')).demo());
command(program, 'migrate', 'bring the schema up to date').action(async (options: Options) =>
  (await run()).runMigrate(options),
);
command(
  program,
  'check',
  'look at configuration, database, relay, DNS, registry and Mailman',
).action(async (options: Options) => (await run()).runCheck(options));

command(program, 'inbox', 'what came in, newest first')
  .option('--limit <n>', 'how many', '100')
  .action(async (options: Options) => (await look()).inbox(options));
command(program, 'cases', 'the open cases')
  .option('--all', 'closed ones too')
  .action(async (options: Options) => (await look()).cases(options));
command(program, 'show <what>', 'a case by number, or a ccTLD').action(
  async (what: string, options: Options) => (await look()).show(what, options),
);
command(program, 'why <case>', 'the story of a case').action(
  async (what: string, options: Options) => (await look()).why(what, options),
);
command(program, 'roster', 'who is on the list').action(async (options: Options) =>
  (await look()).roster(options),
);
command(program, 'reach', 'whether mail reaches the people on the list').action(
  async (options: Options) => (await import('./cli/reach.ts')).reach(options),
);
command(program, 'outbox', 'work that waits, and what went to everybody').action(
  async (options: Options) => (await import('./cli/outbox.ts')).outbox(options),
);

command(program, 'invite [cctlds...]', 'invite these ccTLDs to the list, in waves')
  .option('--region <region>', 'all of a region that have nobody on the list: AF, AP, EUR, NA, LAC')
  .option('--all', 'all ccTLDs that have nobody on the list')
  .option('--dry-run', 'only show who would get a letter and when, and who is left out and why')
  .action(async (names: string[], options: InviteOptions) =>
    (await import('./cli/invite.ts')).invite(names, options),
  );

command(program, 'notify', 'send an issue of the contact list to everybody on it now')
  .option('--preview', 'print its text instead; nothing is sent or written')
  .option('--csv', 'with --preview: print the table that is attached')
  .option('--vcard', 'with --preview: print the contact cards that are attached')
  .action(async (options: Options & NotifyOptions) =>
    (await import('./cli/notify.ts')).notify(options),
  );

command(program, 'report', 'the statistics of a day: who joined, who did not, what waits')
  .option('--day <day>', 'at the end of this day (2026-06-30); until now unless told')
  .option('--scheme <name>', 'the scheme of regions: report, icann', 'report')
  .option('--csv', 'print one table for spreadsheet programs')
  .option('--not-subscribed <file>', 'from a list of who is not subscribed, not the database')
  .option('--html <dir>', 'write the pages: DIR/public/index.html and DIR/operator/index.html')
  .action(async (options: Options & ReportOptions) =>
    options.html === undefined
      ? (await import('./cli/report.ts')).report(options)
      : (await import('./cli/report-html.ts')).reportHtml({ ...options, html: options.html }),
  );

command(
  program,
  'drill [start]',
  'the drill that runs, or the last one; "drill start" asks everybody on the list to answer',
)
  .option('--dry-run', 'with start: say how many people would be asked; nothing is sent')
  .option('--text <sentence>', 'with start: what the letter says besides')
  .action(async (action: string | undefined, options: Options & { text?: string }) =>
    (await import('./cli/drill.ts')).drill(action, options),
  );

command(
  program,
  'read [file]',
  'show what the engine reads in a mail (standard input without a file)',
)
  .option('--from <address>', 'envelope sender')
  .option('--to <address>', 'recipient; the join address unless told')
  .action(async (file: string | undefined, options: Options & { from?: string; to?: string }) =>
    (await import('./cli/read.ts')).read(file, options),
  );

const audit = program.command('audit').description('the audit trail');
command(audit, 'verify', 'check the hash chain').action(async (options: Options) =>
  (await look()).auditVerify(options),
);

command(program, 'replay', 'rebuild the list from the audit trail')
  .option('--check', 'compare it with the list that is stored')
  .action(async (options: Options & { check?: boolean }) =>
    (await import('./cli/replay.ts')).replay(options),
  );

const quarantine = program.command('quarantine').description('mails that were set aside or held');
command(quarantine, 'list', 'all of them').action(async (options: Options) =>
  (await act()).quarantineList(options),
);
command(quarantine, 'show <mail>', 'one mail as it came').action(
  async (what: string, options: Options) => (await act()).quarantineShow(what, options),
);
command(quarantine, 'replay <mail>', 'process it once more').action(
  async (what: string, options: Options) => (await act()).quarantineReplay(what, options),
);
command(quarantine, 'release <mail>', 'send a held mail to the list to everybody').action(
  async (what: string, options: Options) => (await act()).quarantineRelease(what, options),
);
command(quarantine, 'drop <mail>', 'leave it for good').action(
  async (what: string, options: Options) => (await act()).quarantineDrop(what, options),
);

const list = program.command('list').description('the list server, compared with the list');
command(list, 'check', 'what differs; ends with 1 when something does').action(
  async (options: Options) => (await import('./cli/list.ts')).listCheck(options),
);
command(list, 'mend', 'make the list server hold exactly the people on the list')
  .option('--all', 'also when more than half of its addresses are taken off')
  .action(async (options: Options) => (await import('./cli/list.ts')).listMend(options));

const registry = program.command('registry').description('our copy of the IANA database');
command(
  registry,
  'refresh [cctlds...]',
  'ask about these ccTLDs, or about all; one of all that was stopped goes on',
).action(async (names: string[], options: Options) =>
  (await copy()).registryRefresh(names, options),
);
command(registry, 'import <dir>', 'read a folder of whois answers').action(
  async (dir: string, options: Options) => (await copy()).registryImport(dir, options),
);
command(
  registry,
  'show [cctld]',
  'what counts now, what has to stand, and when it was asked',
).action(async (name: string | undefined, options: Options) =>
  (await copy()).registryShow(name, options),
);

command(registry, 'history [cctld]', 'every change that counted, newest first')
  .option('--limit <n>', 'how many', '100')
  .action(async (name: string | undefined, options: Options & { limit: string }) =>
    (await import('./cli/history.ts')).registryHistory(name, options),
  );

// Postfix leaves what it does not know empty or says "unknown"; neither is a fact.
function clientOf(options: Record<string, string>): Record<string, string> {
  const named = {
    address: options['clientAddress'],
    name: options['clientName'],
    helo: options['clientHelo'],
    queueId: options['queueId'],
  };
  return Object.fromEntries(
    Object.entries(named).filter(
      (pair): pair is [string, string] => pair[1] !== undefined && !/^(unknown)?$/.test(pair[1]),
    ),
  );
}

/** The exit code for what a command threw; says it on standard error in one sentence. */
function explainFailure(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
  const words = error instanceof Error ? error.message : String(error);
  process.stderr.write(`${words}\n`);
  if (error instanceof Refused) return EXIT.refused;
  if (error instanceof Permanent && error.reason === 'configuration') return EXIT.configuration;
  if (error instanceof Temporary || isDatabaseAway(error)) return EXIT.temporary;
  return EXIT.refused;
}

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = explainFailure(error);
}
// Postfix bounces on any exit code but 0 and 75, so a pipe that was called wrongly waits as well.
if (process.argv[2] === 'receive' && process.exitCode === EXIT.usage) {
  process.exitCode = EXIT.temporary;
}
