/** Plays one step in the world, and says in a sentence what it was. */

import type { Address } from '../../src/machines/words/address.ts';
import type { RegistryRecord } from '../../src/machines/words/registry.ts';
import { answer, decide, late, machine } from './answering.ts';
import { ANCHORS, author, listed } from './authors.ts';
import { CCTLDS, CONTACTS, FIRST_RECORDS, FORGER, pick } from './cast.ts';
import { performOnList } from './listing.ts';
import { again, arrive, post } from './post.ts';
import type { Step } from './step.ts';
import type { World } from './world.ts';
import { askText, formText } from './writing.ts';

const JOIN = 'tld-ops-join@lists.example';
const VALIDATE = 'tld-ops-validate@lists.example';
const REQUEST = 'tld-ops-request@lists.example';

type Of<K extends Step['do']> = Extract<Step, { readonly do: K }>;

/** Does not work; that is the caller's. Undefined when there was nothing to do. */
export function perform(world: World, step: Step): Promise<string | undefined> {
  switch (step.do) {
    case 'ask':
      return ask(world, step);
    case 'answer':
      return answer(world, step);
    case 'decide':
      return decide(world, step);
    case 'command':
      return command(world, step);
    case 'order':
      return order(world, step);
    case 'registry':
      return registry(world, step);
    case 'own':
      return ownRequest(world, step);
    case 'machine':
      return machine(world, step);
    case 'again':
      return comeAgain(world, step);
    case 'arrive':
      return arriveLate(world, step);
    case 'post':
    case 'aside':
    case 'return':
    case 'mailbox':
    case 'relay':
      return performOnList(world, step);
    default:
      return Promise.resolve(nature(world, step));
  }
}

function nature(world: World, step: Of<'crash'> | Of<'pass'> | Of<'at-once'> | Of<'slow'>): string {
  switch (step.do) {
    case 'crash':
      world.crashSoon(step.after);
      return `An engine is killed after ${step.after} more questions to the database.`;
    case 'pass':
      return `${step.length / 60_000} minutes pass.`;
    case 'at-once':
      return 'Both engines work at once.';
    case 'slow':
      world.slowNext = step.after;
      return `The engine that does the next work stands still after ${step.after} answers of the database.`;
  }
}

async function registry(world: World, step: Of<'registry'>): Promise<string> {
  const { what } = step;
  if (what === 'up' || what === 'down' || what === 'unreadable') {
    world.registryIs(what);
    return `The registry is ${what}.`;
  }
  const record = changed(world, step, what);
  world.registryLists(record);
  if (step.asked) await world.ask(record.cctld);
  const { organisation, admin, nameServers } = record;
  return `The registry lists for .${record.cctld}: ${organisation}, ${admin.email}, ${nameServers.join(' ')}${step.asked ? ', and is asked' : ''}.`;
}

const MANAGERS = ['Harbour Domain Company', 'Republic Telecom Authority'];

// A flap is a change that is taken back before it counts.
function changed(
  world: World,
  { cctld, anchor }: Of<'registry'>,
  what: 'change' | 'manager' | 'rename' | 'servers' | 'back',
): RegistryRecord {
  const first = pick(FIRST_RECORDS, cctld);
  const now = world.recordOf(first.cctld) ?? first;
  const admin = { ...now.admin, email: pick(ANCHORS, anchor).address as Address };
  const nameServers = ['a', 'b'].map((host) => `${host}.dns-${anchor}.example`);
  const organisation = pick(MANAGERS, anchor);
  switch (what) {
    case 'change':
      return { ...now, admin };
    case 'manager':
      return { ...now, organisation, admin, nameServers };
    case 'rename':
      return { ...now, organisation };
    case 'servers':
      return { ...now, nameServers };
    case 'back':
      return first;
  }
}

async function order(world: World, { whom, cctld }: Of<'order'>): Promise<string> {
  const [one, two] = [pick(FIRST_RECORDS, cctld).cctld, pick(FIRST_RECORDS, cctld + 1).cctld];
  const all = {
    one: { cctlds: [one] },
    two: { cctlds: [one, two] },
    region: { region: 'EUR' },
    all: { all: true },
  } as const;
  const count = await world.order(all[whom]);
  return `The operator invites ${JSON.stringify(all[whom])}: ${count} of them.`;
}

async function ask(world: World, step: Of<'ask'>): Promise<string> {
  const name = pick(CCTLDS, step.cctld);
  const next = pick(CCTLDS, step.cctld + 1);
  const naming = { one: `ccTLD: .${name}`, two: `ccTLDs: .${name}, .${next}`, none: '' }[
    step.naming
  ];
  const words = askText(step.ask, step.which, await listed(world, name));
  const body = [naming, words, formText(step.form, step.which, step.primary)]
    .filter((part) => part !== '')
    .join('\n\n');
  const who = await author(world, step.by, name, step.which);
  await post(world, { ...who, to: JOIN, subject: 'Our contacts', body, late: step.late });
  const about = step.naming === 'none' ? 'no ccTLD' : naming;
  return `${step.by} ${who.from.address} asks (${about}; ${words || 'no word'}; form ${step.form} from ${step.which})${late(step)}.`;
}

async function command(world: World, step: Of<'command'>): Promise<string> {
  const name = pick(CCTLDS, step.cctld);
  const who = await author(world, step.by, name, step.which);
  const somebody = pick([...(await listed(world, name)), 'nobody@nic.xa'], step.which);
  const lines = [
    `FREEZE .${name} something is wrong`,
    `UNFREEZE .${name}`,
    `UNFREEZE .${name}`,
    `REMOVE .${name} ${somebody} has left`,
    `REMOVE .${name} ${somebody} has left`,
    'QUEUE',
    `ROSTER .${name}`,
    `SHOW .${name}`,
    'HELP',
    `FREEZE .${name} first\nNONSENSE`,
    'DRILL',
    'DRILL This is the exercise of the year.',
    `INVITE .${name}`,
    `INVITE .${name}`,
    'INVITE all',
    'INVITE region EUR',
  ];
  const body = pick(lines, step.command);
  await post(world, { ...who, to: VALIDATE, subject: 'Commands', body });
  return `${step.by} ${who.from.address} writes "${body.replaceAll('\n', ' | ')}".`;
}

async function ownRequest(world: World, step: Of<'own'>): Promise<string> {
  const who = await author(world, step.by, 'xa', step.which);
  const lines = [
    'show',
    'change phone +1 202 555 0177',
    'change name Maria Sol',
    `change email ${pick(CONTACTS, step.which + 1).address}`,
    'change email maria.sol@posts.example',
    'leave',
    'leave .xa',
    'leave all',
    'freeze .xa my mailbox was broken into',
    'who .xa',
  ];
  const body = pick(lines, step.command);
  await post(world, { ...who, to: REQUEST, subject: 'A request', body });
  return `${step.by} ${who.from.address} writes "${body}" to the request address.`;
}

async function comeAgain(world: World, step: Of<'again'>): Promise<string | undefined> {
  const old = await again(world, step.age, step.by === 'forger' ? FORGER : undefined);
  return old && `The mail ${old.messageId} comes once more, from ${step.by}.`;
}

async function arriveLate(world: World, { which }: Of<'arrive'>): Promise<string | undefined> {
  const mail = await arrive(world, which);
  return mail && `The mail ${mail.messageId}, held up until now, arrives.`;
}
