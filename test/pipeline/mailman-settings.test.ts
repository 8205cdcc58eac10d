/** Settings that Mailman does not take: what is said of them is true, and said once. */

import { expect, it } from 'vitest';
import { type Told, tellDrift } from '../../src/machines/reconcile.ts';
import { readListServer } from '../../src/pipeline/list-server-place.ts';
import { mailmanListServer } from '../../src/pipeline/mailman.ts';
import type { MailmanPlace } from '../../src/pipeline/mailman-rest.ts';
import { settings, VAL1 } from '../support/facts.ts';
import { type FarMailman, type Question, startFarMailman } from '../support/far-mailman.ts';

const NAMES = { list: 'tld-ops', domain: 'lists.example' };

/** A Mailman that was set up by the engine. */
async function begin() {
  const far = await startFarMailman();
  const server = mailmanListServer(readListServer(far.place) as MailmanPlace, NAMES);
  await server.prepare();
  expect(await server.prepare()).toEqual([]);
  far.asked.length = 0;
  return { far, server };
}

const has = (name: string) => (question: Question) =>
  question.method !== 'GET' && question.form.has(name) ? `Unknown attribute: ${name}` : undefined;
const at = (part: string) => (question: Question) =>
  question.method !== 'GET' && question.path.includes(part) ? 'no' : undefined;

it.each<[string, FarMailman['refuse'], (far: FarMailman) => unknown]>([
  ['archive_policy', has('archive_policy'), ({ config }) => config.delete('archive_policy')],
  [
    'list:member:regular:footer',
    at('/uris'),
    ({ uris }) => uris.set('list:member:regular:footer', 'https://evil.example/footer'),
  ],
  ['header-matches', at('/header-matches'), ({ rules }) => rules.push({ header: 'subject' })],
  ['ban of rosa@nic.xa', at('/bans'), ({ bans }) => bans.add('rosa@nic.xa')],
  [
    'moderation of mona@nic.xa',
    at('/members/0'),
    ({ moderated }) => moderated.set('mona@nic.xa', 'hold'),
  ],
])(
  '%s, which Mailman refuses to set, is told once, as not put right',
  async (name, refuse, spoil) => {
    const { far, server } = await begin();
    spoil(far);
    far.refuse = refuse;
    let told: Told | undefined;
    const letters: number[] = [];
    for (let day = 1; day <= 3; day += 1) {
      const found = await server.prepare();
      expect(found).toMatchObject([{ name, mended: false }]);
      const about = {
        now: new Date(Date.UTC(2026, 11, day, 3)),
        settings: { ...settings(), validators: [VAL1] },
      };
      const said = tellDrift(about, { strangers: [], missing: [], settings: found }, told);
      told = said.told;
      letters.push(said.letters.length);
    }
    expect(letters).toEqual([1, 0, 0]);
    far.refuse = () => undefined;
    expect(await server.prepare()).toMatchObject([{ name, mended: true }]);
    expect(await server.prepare()).toEqual([]);
  },
);

it('one setting that this Mailman does not know keeps no other from being put right', async () => {
  const { far, server } = await begin();
  far.config.delete('archive_policy');
  far.config.set('emergency', true).set('subject_prefix', '[x] ');
  far.refuse = has('archive_policy');
  const found = await server.prepare();
  expect(found.map(({ name, mended }) => `${name} ${mended}`)).toEqual([
    'archive_policy false',
    'emergency true',
    'subject_prefix true',
  ]);
});

it('nothing is asked of a Mailman in which all is right', async () => {
  const { far, server } = await begin();
  await server.prepare();
  expect(far.asked).toEqual([]);
});
