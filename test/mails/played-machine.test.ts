/** Machines' mails against a running engine: nothing moves, and nobody but Validators gets a letter. */

import { expect, it } from 'vitest';
import { readMailFile } from '../support/mails.ts';
import { isSame, playAll } from '../support/play.ts';
import { MACHINE } from './machine.ts';

it('a mail that nobody typed moves nothing and gets no answer', async () => {
  const faults = await playAll(
    MACHINE,
    ({ file }, { values }) => readMailFile('machine', file, values),
    (_, { outcome, reason, before, after, answers }) => [
      ...(['ignored', 'noted'].includes(outcome) ? [] : [`became "${outcome} ${reason}"`]),
      ...answers.map((letter) => `was answered: ${letter}`),
      ...(isSame(before, after) ? [] : ['moved something']),
    ],
  );
  expect(faults).toEqual([]);
}, 300_000);
