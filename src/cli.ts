/** The command line: `tldops <command>`. Exit codes: 0 done, 1 refused, 64 usage, 75 temporary, 78 configuration. */

import { Command, CommanderError } from 'commander';
import * as act from './cli/act.ts';
import { EXIT, Refused } from './cli/command.ts';
import * as look from './cli/look.ts';
import * as run from './cli/run.ts';
import { Permanent, Temporary } from './machines/words/trouble.ts';
import { isDatabaseAway } from './store/db.ts';

const program = new Command('tldops')
  .description('The server behind TLD-OPS, the contact list of the security contacts of all ccTLDs.')
  .version('0.1.0')
  .exitOverride()
  .showHelpAfterError();

const JSON_OPTION = ['--json', 'print one JSON document'] as const;

program.command('serve').description('run the engine').action(run.runServe);
program
  .command('receive <sender> <recipients...>')
  .description("take one mail from standard input (Postfix's pipe)")
  .option('--client-address <ip>', 'who delivered it to Postfix')
  .option('--client-name <name>', 'host name of that client')
  .option('--client-helo <name>', 'what it said in HELO')
  .option('--queue-id <id>', "Postfix's queue id")
  .action(async (sender: string, recipients: string[], options: Record<string, string>) => {
    process.exitCode = await run.runReceive([sender, ...recipients], clientOf(options));
  });
program
  .command('demo')
  .description('play a whole subscription on this machine, with fictional people')
  .action(async () => {
    const { demo } = await import('./demo/demo.ts');
    await demo();
  });
program.command('migrate').description('bring the schema up to date').option(...JSON_OPTION).action(run.runMigrate);
program
  .command('check')
  .description('look at configuration, database, relay, DNS and registry')
  .option(...JSON_OPTION)
  .action(run.runCheck);
program
  .command('inbox')
  .description('what came in, newest first')
  .option(...JSON_OPTION)
  .option('--limit <n>', 'how many', '100')
  .action(look.inbox);
program
  .command('cases')
  .description('the open cases')
  .option(...JSON_OPTION)
  .option('--all', 'closed ones too')
  .action(look.cases);
program.command('show <what>').description('a case by number, or a ccTLD').option(...JSON_OPTION).action(look.show);
program.command('why <case>').description('the story of a case').option(...JSON_OPTION).action(look.why);
program.command('roster').description('who is on the list').option(...JSON_OPTION).action(look.roster);
program.command('outbox').description('work that waits to be done').option(...JSON_OPTION).action(look.outbox);

const audit = program.command('audit').description('the audit trail');
audit.command('verify').description('check the hash chain').option(...JSON_OPTION).action(look.auditVerify);

const quarantine = program.command('quarantine').description('mails that were set aside or are held');
quarantine.command('list').option(...JSON_OPTION).action(act.quarantineList);
quarantine.command('show <mail>').description('the mail as it came').option(...JSON_OPTION).action(act.quarantineShow);
quarantine.command('replay <mail>').description('process it once more').option(...JSON_OPTION).action(act.quarantineReplay);
quarantine.command('drop <mail>').description('leave it for good').option(...JSON_OPTION).action(act.quarantineDrop);

const registry = program.command('registry').description('our copy of the IANA database');
registry
  .command('refresh [cctlds...]')
  .description('ask about these ccTLDs, or about all that are known')
  .option(...JSON_OPTION)
  .action(act.registryRefresh);
registry.command('import <dir>').description('read a folder of whois answers').option(...JSON_OPTION).action(act.registryImport);
registry.command('show [cctld]').description('what counts now').option(...JSON_OPTION).action(act.registryShow);

function clientOf(options: Record<string, string>): Record<string, string> {
  const named = {
    address: options['clientAddress'],
    name: options['clientName'],
    helo: options['clientHelo'],
    queueId: options['queueId'],
  };
  return Object.fromEntries(
    Object.entries(named).filter((pair): pair is [string, string] => pair[1] !== undefined),
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
if (process.argv[2] === 'receive' && process.exitCode === EXIT.usage) process.exitCode = EXIT.temporary;
