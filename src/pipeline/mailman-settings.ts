/** The settings of the list in Mailman: what each must be, and why; puts right what somebody changed. */

import type { SettingChange } from '../machines/letters/letter.ts';
import { MEMBER_ID, mustBeEntry, mustBeText, readPage } from './mailman-answers.ts';
import type { Ask, Form } from './mailman-rest.ts';

type Value = string | number | boolean;

/** Names as in Mailman's REST service, /lists/ID/config. */
const LIST: readonly (readonly [name: string, value: Value, why: string])[] = [
  // Who is on the list is decided by the engine alone.
  ['subscription_policy', 'moderate', 'nobody comes by an answer to Mailman'],
  ['unsubscription_policy', 'moderate', 'leaving is a case: the ccTLD must find a successor'],
  ['member_roster_visibility', 'moderators', 'the list of members is not for a forged "who"'],
  ['advertised', false, 'the list is not to be found'],
  // Mailman writes to nobody by itself.
  ['send_welcome_message', false, 'the engine welcomes, with its own commands'],
  ['send_goodbye_message', false, 'the engine says good-bye'],
  ['admin_immed_notify', false, 'the engine tells the Validators what there is to tell'],
  ['admin_notify_mchanges', false, 'each change is in the audit trail'],
  ['respond_to_post_requests', false, 'nothing is ever held here'],
  ['autorespond_owner', 'none', 'nothing automatic is ever answered'],
  ['autorespond_postings', 'none', 'nothing automatic is ever answered'],
  ['autorespond_requests', 'none', 'nothing automatic is ever answered'],
  ['process_bounces', false, 'scores, probes and cases of bounces are the work of the engine'],
  // Nothing of a post is kept.
  ['archive_policy', 'never', 'posts are TLP:RED at times'],
  ['digests_enabled', false, 'an incident cannot wait for the digest of the day'],
  ['gateway_to_news', false, 'posts go to nobody else'],
  ['gateway_to_mail', false, 'posts come from nobody else'],
  // What the engine hands over goes out: it has looked at it.
  ['allow_list_posts', true, 'the list is there for posts'],
  ['emergency', false, 'a post is not held'],
  ['default_member_action', 'accept', 'the author was proven by the engine'],
  ['default_nonmember_action', 'accept', 'a rewritten From is the list itself'],
  ['administrivia', false, 'a post about "subscribe" is a post'],
  ['max_message_size', 0, 'TLDOPS_POST_SIZE counts; 40 KB would hold the contact list'],
  ['max_num_recipients', 0, 'a post to many registries is a post'],
  ['require_explicit_destination', false, 'the list may stand in Bcc'],
  // It goes out as it is: every changed byte breaks a DKIM signature or the ARC seal.
  ['filter_content', false, 'attachments are not taken off'],
  ['subject_prefix', '', 'the engine has stamped the subject'],
  ['include_rfc2369_headers', false, 'the engine has written List-Id and the other List fields'],
  ['reply_goes_to_list', 'no_munging', 'the engine has written Reply-To'],
  ['first_strip_reply_to', false, 'the author of a rewritten From stands in Reply-To'],
  ['anonymous_list', false, 'SSCs know each other'],
  ['personalize', 'none', 'one text for all, so that it can be sealed'],
  ['dmarc_mitigate_action', 'no_mitigation', 'the engine has rewritten From where it must be'],
  ['dmarc_mitigate_unconditionally', false, 'the same'],
  ['posting_pipeline', 'default-posting-pipeline', 'what this table was tried with'],
];

/** The shipped footer names the list's web page. There is no way to say "none"; an empty file is one. */
const EMPTY = 'file:///dev/null';
const TEMPLATES = ['list:member:regular:footer', 'list:member:regular:header'];

/** Site-wide, in mailman.cfg: looked at, and for the operator to mend. */
const SITE: readonly (readonly [name: string, value: string])[] = [
  // Each copy names its reader in the envelope sender, so that a bounce tells whose it is.
  ['verp_delivery_interval', '1'],
  ['verp_format', '${bounces}+${local}=${domain}'],
  ['remove_dkim_headers', 'no'],
];

/** What is not as it must be, and how to put it right; nothing has been changed yet. */
interface Part {
  readonly changes: readonly SettingChange[];
  readonly put: () => Promise<unknown>;
}

/**
 * Reads all settings. Returns what is not as it must be; with `mend` it is put right, and `mended` says of
 * each whether it was: some only the operator can change. Throws Temporary.
 */
export async function lookAtSettings(
  ask: Ask,
  listId: string,
  mend: boolean,
): Promise<SettingChange[]> {
  const wrong = await wrongParts(ask, listId);
  if (mend) for (const { put } of wrong) await put();
  // What Mailman refuses, or takes and does not do, is not put right: it is read once more.
  const after = mend && wrong.length > 0 ? await wrongParts(ask, listId) : wrong;
  const still = new Set(changesOf(after).map(({ name }) => name));
  return [
    ...changesOf(wrong).map((one) => ({ ...one, mended: !still.has(one.name) })),
    ...(await site(ask)),
  ];
}

async function wrongParts(ask: Ask, listId: string): Promise<Part[]> {
  const list = `/lists/${listId}`;
  const parts = [
    await config(ask, list),
    await templates(ask, list),
    await headerMatch(ask, list, listId),
    await bans(ask, list),
    await moderation(ask, listId),
  ];
  return parts.filter(({ changes }) => changes.length > 0);
}

function changesOf(parts: readonly Part[]): SettingChange[] {
  return parts.flatMap(({ changes }) => changes);
}

// All at once, as long as Mailman takes it: one name that it does not know keeps all others wrong.
async function set(ask: Ask, path: string, form: Form): Promise<void> {
  const { status } = await ask('PATCH', path, form);
  if (status < 400 || form.length === 1) return;
  for (const one of form) await ask('PATCH', path, [one]);
}

async function config(ask: Ask, list: string): Promise<Part> {
  const found = mustBeEntry((await ask('GET', `${list}/config`)).body);
  const wrong = LIST.filter(([name, value]) => found[name] !== value);
  const form: Form = wrong.map(([name, value]) => [name, String(value)]);
  return {
    changes: wrong.map(([name, value]) => changed(name, found[name], String(value))),
    put: () => set(ask, `${list}/config`, form),
  };
}

async function templates(ask: Ask, list: string): Promise<Part> {
  const { entries } = readPage(await ask('GET', `${list}/uris`));
  const uris = new Map(entries.map((one) => [mustBeText(one, 'name'), mustBeText(one, 'uri')]));
  const wrong = TEMPLATES.filter((name) => uris.get(name) !== EMPTY);
  const form: Form = wrong.map((name) => [name, EMPTY]);
  return {
    changes: wrong.map((name) => changed(name, uris.get(name), EMPTY)),
    put: () => set(ask, `${list}/uris`, form),
  };
}

/**
 * Mailman fails over a post whose From is the list itself: it wants to note the sender as a stranger, and
 * its own address can be none (rules/moderation.py). So what carries our List-Id, which only the engine
 * can hand over, is accepted before that rule.
 */
async function headerMatch(ask: Ask, list: string, listId: string): Promise<Part> {
  const pattern = `<${listId.replace(/\./g, '\\.')}>`;
  const { entries } = readPage(await ask('GET', `${list}/header-matches`));
  const rules = entries.map((one) =>
    [one['header'], one['pattern'], one['action']].map(shown).join(' '),
  );
  const rule = `list-id ${pattern} accept`;
  const isRight = rules.length === 1 && rules[0] === rule;
  const form: Form = [
    ['header', 'list-id'],
    ['pattern', pattern],
    ['action', 'accept'],
  ];
  return {
    changes: isRight ? [] : [changed('header-matches', rules.join('; '), rule)],
    put: async () => {
      await ask('DELETE', `${list}/header-matches`);
      await ask('POST', `${list}/header-matches`, form);
    },
  };
}

// Mailman throws away the posts of a banned address, and says so to nobody.
async function bans(ask: Ask, list: string): Promise<Part> {
  const { entries } = readPage(await ask('GET', `${list}/bans`));
  const banned = entries.map((one) => mustBeText(one, 'email'));
  return {
    changes: banned.map((each) => changed(`ban of ${each}`, 'banned', 'none')),
    put: async () => {
      for (const each of banned) await ask('DELETE', `${list}/bans/${encodeURIComponent(each)}`);
    },
  };
}

// The same for a member whose posts are to be held, or thrown away.
async function moderation(ask: Ask, listId: string): Promise<Part> {
  const found: { readonly id: string; readonly change: SettingChange }[] = [];
  for (const action of ['hold', 'reject', 'discard']) {
    const form: Form = [
      ['list_id', listId],
      ['role', 'member'],
      ['moderation_action', action],
    ];
    for (const one of readPage(await ask('POST', '/members/find', form)).entries) {
      const change = changed(`moderation of ${mustBeText(one, 'email')}`, action, 'none');
      found.push({ id: mustBeText(one, 'member_id', MEMBER_ID), change });
    }
  }
  return {
    changes: found.map(({ change }) => change),
    put: async () => {
      for (const { id } of found) await ask('PATCH', `/members/${id}`, [['moderation_action', '']]);
    },
  };
}

async function site(ask: Ask): Promise<SettingChange[]> {
  const found = mustBeEntry((await ask('GET', '/system/configuration/mta')).body);
  return SITE.filter(([name, value]) => found[name] !== value).map(([name, value]) => ({
    ...changed(`[mta] ${name}`, found[name], value),
    mended: false,
  }));
}

function changed(name: string, was: unknown, wanted: string): SettingChange {
  return { name, was: shown(was), wanted, mended: true };
}

function shown(value: unknown): string {
  if (value === undefined || value === '') return '(nothing)';
  return (typeof value === 'string' ? value : JSON.stringify(value)).slice(0, 200);
}
