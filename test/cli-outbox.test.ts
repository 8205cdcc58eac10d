/** `tldops outbox` as a process: how far a post has got, and whose copy needs a look. */

import { expect, it } from 'vitest';
import type { Address } from '../src/machines/words/address.ts';
import { runCli } from './support/cli.ts';
import { rawMail } from './support/mail-text.ts';
import { addMembers, addPostOf } from './support/members.ts';
import { openRig } from './support/rig.ts';

it('shows counts of each post, and the copies that wait, failed, or may be there twice', async () => {
  const rig = await openRig({ verp: false });
  const author = 'abe@nic.xa' as Address;
  await addMembers(rig.db, ['ana@nic.xb', 'ben@nic.xb', 'cid@nic.xb', author], rig.clock.now);
  const post = { author, tlp: 'RED', messageId: 'one@nic.xa' } as const;
  await addPostOf(rig.db, rawMail({ from: author }), post, rig.clock.now);
  rig.refuse = (to) =>
    to.startsWith('ana')
      ? '550 5.1.1 unknown'
      : to.startsWith('ben')
        ? '450 4.2.0 later'
        : undefined;
  rig.atEnd = ({ recipients }) => (recipients[0]?.startsWith('cid') ? { keep: true } : undefined);
  await rig.settle(rig.engine());
  const env = { ...rig.environment, DATABASE_URL: rig.url };
  const { stdout } = await runCli(['outbox', '--json'], env);
  expect(JSON.parse(stdout)).toMatchObject([
    { job: 'copies:1:0', kind: 'copies', error: expect.stringContaining('450 4.2.0 later') },
    {
      kind: 'post',
      number: 1,
      author,
      tlp: 'RED',
      done: null,
      counts: { all: 4, waiting: 2, handed: 1, failed: 1, doubtful: 1 },
      copies: [
        { address: 'ana@nic.xb', state: 'failed', reply: '550 5.1.1 unknown' },
        { address: 'ben@nic.xb', state: 'waiting', reply: null },
        { address: 'cid@nic.xb', state: 'in doubt', reply: null },
      ],
    },
  ]);
  const shown = (await runCli(['outbox'], env)).stdout;
  expect(shown).toMatch(/^post 1 +2026-11-21 09:00 +abe@nic\.xa +RED +- +4 +1 +2 +1 +0 +1$/m);
  expect(shown).toMatch(/^cid@nic\.xb +in doubt/m);
  const checked = (await runCli(['check'], { ...env, TLDOPS_ARC_KEY: 'arc:/nowhere' })).stdout;
  expect(checked).toMatch(/^ok +relay: .* It does not offer VERP, so a post goes to one person/m);
  expect(checked).toMatch(/^WRONG ARC key: \/nowhere cannot be read: /m);
});
