/** The adapter against a real Mailman 3: what it makes of the list, and that everything may be said twice. */

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readListServer } from '../../src/pipeline/list-server-place.ts';
import type { ListServer } from '../../src/pipeline/list-server.ts';
import { mailmanListServer } from '../../src/pipeline/mailman.ts';
import type { MailmanPlace } from '../../src/pipeline/mailman-rest.ts';
import { address } from '../support/facts.ts';
import { type Mailman, mailmanIsHere, startMailman } from '../support/mailman.ts';

const here = await mailmanIsHere();
const LIST = '/lists/tld-ops.lists.example';
const NAMES = { list: 'tld-ops', domain: 'lists.example' };

const connect = (place: string, options = {}): ListServer =>
  mailmanListServer(readListServer(place) as MailmanPlace, NAMES, options);
const member = (text: string, name = 'Rosa Lind') => ({ address: address(text), name });

describe.skipIf(!here)('a real Mailman 3', () => {
  let mailman: Mailman;
  let server: ListServer;
  beforeAll(async () => {
    mailman = await startMailman({ runners: 'rest' });
    server = connect(mailman.place);
    await server.prepare();
  }, 180_000);
  afterAll(() => mailman?.close());

  const named = async (text: string): Promise<unknown> => {
    const form = { list_id: 'tld-ops.lists.example', role: 'member', subscriber: text };
    const { body } = await mailman.ask('POST', '/members/find', form);
    return body.entries?.[0]?.display_name;
  };

  it('makes the list, with the settings that TLD-OPS needs', async () => {
    const { body } = await mailman.ask('GET', `${LIST}/config`);
    expect(body).toMatchObject({
      subscription_policy: 'moderate',
      unsubscription_policy: 'moderate',
      member_roster_visibility: 'moderators',
      archive_policy: 'never',
      max_message_size: 0,
      max_num_recipients: 0,
      administrivia: false,
      process_bounces: false,
      subject_prefix: '',
      include_rfc2369_headers: false,
      default_nonmember_action: 'accept',
      digests_enabled: false,
      send_welcome_message: false,
    });
    expect(await server.check()).toEqual([]);
    const { body: uris } = await mailman.ask('GET', `${LIST}/uris`);
    expect(uris.entries.map(({ uri }: { uri: string }) => uri)).toEqual([
      'file:///dev/null',
      'file:///dev/null',
    ]);
  });

  it('puts right what somebody has changed by hand, and says what it was', async () => {
    const { ask } = mailman;
    const footer = { 'list:member:regular:footer': 'https://evil.example/footer' };
    const match = { header: 'subject', pattern: 'urgent', action: 'discard' };
    await ask('PATCH', `${LIST}/config`, { archive_policy: 'public', max_message_size: '40' });
    await ask('PATCH', `${LIST}/uris`, footer);
    await ask('POST', `${LIST}/header-matches`, match);
    await ask('POST', `${LIST}/bans`, { email: 'rosa@nic.xa' });
    const seen = await server.check();
    expect(seen.map(({ mended }) => mended)).toEqual(Array(5).fill(false));
    expect(await server.prepare()).toMatchObject([
      { name: 'archive_policy', was: 'public', wanted: 'never', mended: true },
      { name: 'max_message_size', was: '40', wanted: '0', mended: true },
      { name: 'list:member:regular:footer', was: 'https://evil.example/footer' },
      { name: 'header-matches', was: expect.stringContaining('subject urgent discard') },
      { name: 'ban of rosa@nic.xa', was: 'banned', mended: true },
    ]);
    expect(await server.prepare()).toEqual([]);
  });

  it('lifts the moderation of a member, whose posts would be thrown away', async () => {
    await server.ensure(member('mona@nic.xa'));
    const form = { list_id: 'tld-ops.lists.example', subscriber: 'mona@nic.xa' };
    const { body } = await mailman.ask('POST', '/members/find', form);
    const id = body.entries[0].member_id as string;
    await mailman.ask('PATCH', `/members/${id}`, { moderation_action: 'discard' });
    expect(await server.prepare()).toMatchObject([
      { name: 'moderation of mona@nic.xa', was: 'discard' },
    ]);
    expect(await server.prepare()).toEqual([]);
    await server.drop(address('mona@nic.xa'));
  });

  it('lets a member in, renames it and takes it off; each may be said twice', async () => {
    await server.ensure(member('ines@nic.xa', 'Inês Álvares'));
    await server.ensure(member('ines@nic.xa', 'Inês Álvares'));
    expect(await server.members()).toContain('ines@nic.xa');
    expect(await named('ines@nic.xa')).toBe('Inês Álvares');
    await server.ensure(member('ines@nic.xa', 'Inês Lind'));
    expect(await named('ines@nic.xa')).toBe('Inês Lind');
    await server.drop(address('ines@nic.xa'));
    await server.drop(address('ines@nic.xa'));
    expect(await server.members()).not.toContain('ines@nic.xa');
    // Mailman remembers who was there before: the name is that of today all the same.
    await server.ensure(member('ines@nic.xa', 'Inês Álvares'));
    expect(await named('ines@nic.xa')).toBe('Inês Álvares');
    await server.drop(address('ines@nic.xa'));
  });

  it('turns delivery on again where somebody has turned it off', async () => {
    await server.ensure(member('off@nic.xa'));
    const form = { list_id: 'tld-ops.lists.example', subscriber: 'off@nic.xa' };
    const { body } = await mailman.ask('POST', '/members/find', form);
    const path = `/members/${body.entries[0].member_id as string}/preferences`;
    await mailman.ask('PATCH', path, { delivery_status: 'by_moderator' });
    expect(await server.members()).not.toContain('off@nic.xa');
    await server.ensure(member('off@nic.xa'));
    expect(await server.members()).toContain('off@nic.xa');
    await server.drop(address('off@nic.xa'));
  });

  it('is not kept from it by a request to join that somebody else has begun', async () => {
    const form = { list_id: 'tld-ops.lists.example', subscriber: 'pending@nic.xa' };
    expect((await mailman.ask('POST', '/members', form)).status).toBe(202);
    await server.ensure(member('pending@nic.xa'));
    expect(await server.members()).toContain('pending@nic.xa');
    await server.drop(address('pending@nic.xa'));
  });

  it.each(["o'brien+tag@nic.xa", 'a/b@nic.xa', 'a*b@nic.xa', 'a%b@nic.xa', 'x{y}#?&=@nic.xa'])(
    'knows %s from others',
    async (text) => {
      await server.ensure(member('aab@nic.xa', 'Another'));
      await server.ensure(member(text));
      await server.ensure(member(text));
      expect(await server.members()).toEqual(expect.arrayContaining([text, 'aab@nic.xa']));
      expect(await named('aab@nic.xa')).toBe('Another');
      await server.drop(address(text));
      expect(await server.members()).not.toContain(text);
      expect(await server.members()).toContain('aab@nic.xa');
      await server.drop(address('aab@nic.xa'));
    },
  );

  it.each(['jörg@nic.xa', 'a|b@nic.xa', 'tld-ops@lists.example'])(
    'says plainly that Mailman does not take %s',
    async (text) => {
      await expect(server.ensure(member(text))).rejects.toMatchObject({
        name: 'Permanent',
        reason: 'list-server-refused',
        message: expect.stringContaining(`does not take the address ${text}`),
      });
    },
  );

  it('reads more members than one page holds', async () => {
    const all = Array.from({ length: 5 }, (_, number) => `m${number}@pages.example`);
    for (const each of all) await server.ensure(member(each));
    const paged = connect(mailman.place, { page: 2 });
    expect((await paged.members()).filter((one) => one.endsWith('@pages.example'))).toEqual(
      all.toSorted(),
    );
    for (const each of all) await server.drop(address(each));
  });

  it('makes a list that somebody has deleted anew, before it lets anybody in', async () => {
    await mailman.ask('DELETE', LIST);
    await server.drop(address('rosa@nic.xa'));
    await server.ensure(member('rosa@nic.xa'));
    const { body } = await mailman.ask('GET', `${LIST}/config`);
    expect(body).toMatchObject({ archive_policy: 'never', subscription_policy: 'moderate' });
    expect(await server.members()).toEqual(['rosa@nic.xa']);
    await server.drop(address('rosa@nic.xa'));
  });

  it('a wrong password waits, is named, and is in no message', async () => {
    const wrong = connect(mailman.place.replace(/:[^:@]+@/, ':hunter2@'));
    await expect(wrong.members()).rejects.toMatchObject({
      name: 'Temporary',
      reason: 'list-server-login',
      message: expect.not.stringContaining('hunter2'),
    });
  });
});
