/** What answers as the REST service of a Mailman 3 does, where a test decides when and what it refuses. */

import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';

export interface Question {
  readonly method: string;
  /** Without the version: `/lists/tld-ops.lists.example/config`. */
  readonly path: string;
  readonly form: ReadonlyMap<string, string>;
}

export interface FarMailman {
  /** What TLDOPS_LIST_SERVER holds for it. */
  readonly place: string;
  /** Address and name of each member. */
  readonly held: Map<string, string>;
  readonly config: Map<string, unknown>;
  readonly uris: Map<string, string>;
  readonly bans: Set<string>;
  /** Members whose posts are held, rejected or thrown away. */
  readonly moderated: Map<string, string>;
  readonly rules: Readonly<Record<string, string | undefined>>[];
  /** All that was to change something, as `PATCH /lists/…/config name=value`. */
  readonly asked: string[];
  /** Why a question is refused; it is carried out when this is undefined. */
  refuse: (question: Question) => string | undefined;
  /** Comes before a question is carried out. */
  before: (question: Question) => Promise<void>;
}

interface Said {
  readonly status: number;
  readonly body?: unknown;
}

const DELIVERED = {
  delivery_mode: 'regular',
  delivery_status: 'enabled',
  receive_own_postings: true,
  receive_list_copy: true,
  acknowledge_posts: false,
};

const MTA = {
  verp_delivery_interval: '1',
  verp_format: '${bounces}+${local}=${domain}',
  remove_dkim_headers: 'no',
};

/** Starts it on loopback; it ends with the test. */
export async function startFarMailman(): Promise<FarMailman> {
  const held = new Map<string, string>();
  const far = {
    held,
    config: new Map<string, unknown>(),
    uris: new Map<string, string>(),
    bans: new Set<string>(),
    moderated: new Map<string, string>(),
    rules: [] as Record<string, string | undefined>[],
    asked: [] as string[],
    refuse: (): string | undefined => undefined,
    before: async (): Promise<void> => undefined,
    place: '',
  };
  const server = createServer((request, response) => {
    void answer(far, request).then(({ status, body }) =>
      response.writeHead(status).end(body === undefined ? '' : JSON.stringify(body)),
    );
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve());
  });
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  far.place = `mailman+http://admin:hunter2@127.0.0.1:${(server.address() as AddressInfo).port}`;
  return far;
}

async function answer(far: FarMailman, request: IncomingMessage): Promise<Said> {
  const form = new Map(new URLSearchParams(await text(request)));
  const { method = '' } = request;
  const path = decodeURIComponent(request.url ?? '').replace('/3.1', '');
  const question = { method, path, form };
  if (method !== 'GET' && path !== '/members/find') {
    far.asked.push(
      [method, path, ...[...form].map(([name, value]) => `${name}=${value}`)].join(' '),
    );
  }
  await far.before(question);
  const why = far.refuse(question);
  if (why !== undefined) return { status: 400, body: { description: why } };
  return ofMembers(far, question) ?? ofSettings(far, question);
}

function ofMembers(
  { held, moderated }: FarMailman,
  { method, path, form }: Question,
): Said | undefined {
  const subscriber = form.get('subscriber');
  if (path === '/members/find') {
    const action = form.get('moderation_action');
    if (action !== undefined) {
      const some = [...moderated].filter(([, each]) => each === action);
      return page(some.map(([email]) => ({ email, member_id: ID })));
    }
    const found = [...held].filter(([email]) => subscriber === undefined || email === subscriber);
    return page(found.map(([email, name]) => ({ email, display_name: name, member_id: ID })));
  }
  if (path === '/members' && method === 'POST') {
    held.set(subscriber ?? '', form.get('display_name') ?? '');
    return { status: 201 };
  }
  if (path === `/members/${ID}`) {
    moderated.clear();
    return { status: 204 };
  }
  if (path.endsWith('/preferences')) return { status: 200, body: DELIVERED };
  if (path.endsWith('/roster/member')) {
    held.delete(form.get('emails') ?? '');
    return { status: 200 };
  }
  if (!path.startsWith('/addresses/')) return undefined;
  held.set(path.slice('/addresses/'.length), form.get('display_name') ?? '');
  return { status: 204 };
}

const ID = '0123456789abcdef0123456789abcdef';

function ofSettings(far: FarMailman, { method, path, form }: Question): Said {
  const { config, uris, bans, rules } = far;
  const done = { status: 204 };
  const [, part = ''] = /^\/lists\/[^/]+\/(.+)$/.exec(path) ?? [];
  if (path.startsWith('/system/')) return { status: 200, body: MTA };
  if (method === 'DELETE' && part.startsWith('bans/')) {
    bans.delete(part.slice('bans/'.length));
    return done;
  }
  if (part === 'config' && method === 'PATCH') {
    for (const [name, value] of form) config.set(name, typed(value));
    return done;
  }
  if (part === 'uris' && method === 'PATCH') {
    for (const [name, value] of form) uris.set(name, value);
    return done;
  }
  if (part === 'header-matches' && method === 'DELETE') rules.length = 0;
  if (part === 'header-matches' && method === 'POST') rules.push(Object.fromEntries(form));
  if (method !== 'GET') return done;
  switch (part) {
    case 'config':
      return { status: 200, body: Object.fromEntries(config) };
    case 'uris':
      return page([...uris].map(([name, uri]) => ({ name, uri })));
    case 'bans':
      return page([...bans].map((email) => ({ email })));
    case 'header-matches':
      return page(rules);
    default:
      return { status: 200, body: {} };
  }
}

// Mailman reads the values of a form by the kind of each setting.
function typed(value: string): unknown {
  if (value === 'true' || value === 'false') return value === 'true';
  return /^\d+$/.test(value) ? Number(value) : value;
}

function page(entries: readonly unknown[]): Said {
  return { status: 200, body: { entries, total_size: entries.length } };
}
