/** Prints how the mails of test/mails are read: per class how many right, flagged and wrong. */

import { HUMAN } from '../test/mails/human.ts';
import { MACHINE } from '../test/mails/machine.ts';
import { MALFORMED } from '../test/mails/malformed.ts';
import type { Sent } from '../test/mails/expected.ts';
import {
  judgeHuman,
  judgeMachine,
  judgeMalformed,
  readFromCorpus,
  type ReadMail,
  type Verdict,
} from '../test/support/judge.ts';
import type { MailFolder } from '../test/support/mails.ts';

const LEGEND = `
right: read as meant. flagged: not quite, but the sender is asked or a Validator is warned.
wrong: not, and nobody would notice. "Found as" may be another class of machine mail that is right too.
The attacks are played against a running engine: npx vitest run test/mails/played.test.ts`;

interface Judged {
  readonly file: string;
  readonly expected: string;
  readonly found: string;
  readonly verdict: Verdict;
}

const judged = [
  ...(await all('human', HUMAN, judgeHuman, () => 'human')),
  ...(await all('machine', MACHINE, judgeMachine, (mail) => [mail.class].flat()[0] ?? '')),
  ...(await all('malformed', MALFORMED, judgeMalformed, ({ becomes }) => becomes)),
];
printTable();
console.log(LEGEND);
printFaults();
if (judged.some(({ verdict }) => verdict.verdict === 'wrong')) process.exitCode = 1;

async function all<M extends Sent>(
  folder: MailFolder,
  mails: readonly M[],
  judge: (mail: M, result: ReadMail) => Verdict,
  classOf: (mail: M) => string,
): Promise<Judged[]> {
  const out: Judged[] = [];
  for (const mail of mails) {
    const result = await readFromCorpus(folder, mail).catch((error: unknown) => error as Error);
    const broken = result instanceof Error;
    out.push({
      file: `${folder}/${mail.file}`,
      expected: `${folder}: ${classOf(mail)}`,
      found: broken ? 'set aside' : result.read.screening.class,
      verdict: judge(mail, result as ReadMail),
    });
  }
  return out;
}

function printTable(): void {
  const groups = Map.groupBy(judged, ({ expected }) => expected);
  console.log(
    `${'expected'.padEnd(24)}${'mails'.padStart(6)}${'right'.padStart(7)}${'flagged'.padStart(9)}${'wrong'.padStart(7)}  found as`,
  );
  for (const [expected, rows] of groups) {
    const count = (verdict: string) => rows.filter((row) => row.verdict.verdict === verdict).length;
    const found = [...Map.groupBy(rows, (row) => row.found)].map(
      ([name, of]) => `${name} ${of.length}`,
    );
    const figures = [rows.length, count('right'), count('flagged'), count('wrong')];
    const [a = '', b = '', c = '', d = ''] = figures.map(String);
    console.log(
      `${expected.padEnd(24)}${a.padStart(6)}${b.padStart(7)}${c.padStart(9)}${d.padStart(7)}  ${found.join(', ')}`,
    );
  }
}

function printFaults(): void {
  for (const { file, verdict } of judged.filter((row) => row.verdict.verdict !== 'right')) {
    console.log(`\n${verdict.verdict}: ${file}`);
    for (const fault of verdict.faults) console.log(`    ${fault}`);
  }
}
