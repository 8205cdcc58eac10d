/** `tldops invite`: what an order would do, and the order itself. */

import { expect, it } from 'vitest';
import { listCases } from '../src/store/cases.ts';
import { invitationCounts } from '../src/store/invitations.ts';
import { runCli, runJson } from './support/cli.ts';
import { anchorOf, openRig } from './support/rig.ts';
import { TEST_TABLES } from './support/tables.ts';

const DAY = 86_400_000;

interface Plan {
  readonly waves: number;
  readonly invited: readonly {
    readonly cctld: string;
    readonly wave: number;
    readonly at: string;
    readonly address: string;
  }[];
  readonly left: readonly { readonly cctld: string; readonly why: string }[];
}

it('shows an order, makes it, and goes on after it', { timeout: 120_000 }, async () => {
  const rig = await openRig();
  // Commands have the real clock.
  rig.clock.now = new Date();
  const engine = rig.engine();
  await engine.registry.refresh(['xa', 'xb', 'xc', 'xo'] as never, { pauseMs: 0 });
  const env = {
    ...rig.environment,
    DATABASE_URL: rig.url,
    TLDOPS_TABLES: TEST_TABLES,
    TLDOPS_WAVE_SIZE: '2',
  };
  const dry = (await runJson(['invite', '--region', 'AF', '--dry-run'], env)) as Plan;
  expect(dry.waves).toBe(2);
  expect(dry.invited.map(({ cctld, wave, address }) => [cctld, wave, address])).toEqual([
    ['xa', 1, anchorOf('xa')],
    ['xb', 1, anchorOf('xb')],
    ['xc', 2, anchorOf('xc')],
  ]);
  expect(dry.left).toEqual([
    { cctld: 'xd', why: 'not-in-registry' },
    { cctld: 'xe', why: 'not-in-registry' },
  ]);
  expect(await listCases(rig.db)).toEqual([]);

  const made = await runCli(['invite', '--region', 'af'], env);
  expect(made.stdout).toContain(anchorOf('xa'));
  expect(made.stdout).toContain('not in our copy of the registry');
  const later = (await runJson(['invite', '.xo'], env)) as Plan;
  // The third of the region goes a day after the order, and this one a day after that.
  expect(Date.parse(later.invited[0]?.at ?? '')).toBeGreaterThan(Date.now() + DAY);
  const again = await runCli(['invite', '--all', '--json'], env);
  expect(again.code).toBe(1);
  expect(again.stderr).toBe('None of these ccTLDs can be invited now.\n');
  expect((JSON.parse(again.stdout) as Plan).left.map(({ why }) => why)).toContain(
    'invited-already',
  );

  const cases = await runCli(['cases'], env);
  expect(cases.stdout).toBe(
    'No case is open.\nBesides, invitations that wait for their wave: 4; for an answer: 0 (all of them: tldops cases --all).\n',
  );

  rig.clock.now = new Date(Date.now() + 1_000);
  await rig.settle(engine);
  const today = rig.clock.now.toISOString().slice(0, 10);
  const none = { answered: 0, declined: 0, undeliverable: 0, unanswered: 0 };
  expect(await invitationCounts(rig.db, today)).toEqual({ ...none, planned: 2, invited: 2 });
  const yesterday = new Date(rig.clock.now.getTime() - DAY).toISOString().slice(0, 10);
  expect(await invitationCounts(rig.db, yesterday)).toEqual({ ...none, planned: 0, invited: 0 });
  expect((await rig.letter('invite', '.xa')).to).toBe(anchorOf('xa'));
});

it('wants to know whom', async () => {
  const env = { TLDOPS_DOMAIN: 'lists.example', TLDOPS_VALIDATORS: 'val1@ccnso.example' };
  const { code, stderr, stdout } = await runCli(['invite', '.xa', '--all'], env);
  const why = 'Say whom: ccTLDs (tldops invite .xa .xb), or --region AF, or --all.\n';
  expect([code, stdout, stderr]).toEqual([1, '', why]);
});
