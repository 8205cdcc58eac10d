/** What a request comes to on the list as it is now: people checked, asks carried out on paper. */

import { digestToApprove } from './digest.ts';
import type { KnownPerson } from './facts.ts';
import { planOf } from './plan.ts';
import { checkContacts } from './reading/check-contacts.ts';
import { roleReason } from './reading/role-address.ts';
import type { Address } from './words/address.ts';
import type { Ask } from './words/ask.ts';
import type { CaseKind, Request, RosterEntry } from './words/case.ts';
import type { Cctld } from './words/cctld.ts';
import type { Complaint, Warning } from './words/contact.ts';

/** The ccTLD as it stands now. */
export interface Standing {
  readonly cctld: Cctld;
  readonly anchor: Address;
  readonly roster: readonly RosterEntry[];
  /** People of the request and of the list, wherever they are on the list. */
  readonly known: readonly KnownPerson[];
}

export interface Planned {
  readonly kind: CaseKind;
  readonly contacts: Request['contacts'];
  readonly after: Request['after'];
  readonly complaints: readonly Complaint[];
  readonly warnings: readonly Warning[];
  /** '' when it cannot be approved. */
  readonly digest: string;
}

type Asked = Pick<Request, 'drafts' | 'asks'> & { readonly kind: CaseKind };

/** Plans the request anew; pure, so the same request on the same list is the same change. */
export function planRequest({ drafts, asks, kind }: Asked, standing: Standing): Planned {
  const { cctld, anchor, roster, known } = standing;
  const joining = kind !== 'subscribe';
  const checked = checkContacts(drafts, { cctld, anchor, joining });
  const shared = new Set(
    known.filter((one) => one.cctlds.some((other) => other !== cctld)).map((one) => one.address),
  );
  const plan = planOf({ before: roster, contacts: checked.byNumber, asks, shared });
  const own = [...checked.complaints, ...asks.flatMap((ask) => roleComplaints(ask, standing))];
  const complaints = own.length > 0 || !joining ? own : plan.complaints;
  const change = { kind, cctld, anchor, before: roster, after: plan.after };
  return {
    kind,
    contacts: checked.contacts,
    after: plan.after,
    complaints,
    warnings: [...checked.warnings, ...(joining ? plan.warnings : [])],
    digest: digestToApprove(change),
  };
}

// A person's new address is a personal one, as everybody's (design 7).
function roleComplaints(ask: Ask, { cctld, roster }: Standing): Complaint[] {
  if (ask.kind !== 'change' || ask.address === undefined) return [];
  const who = roster.find(({ address }) => address === ask.who);
  const { firstName = '', lastName = '' } = who ?? {};
  const reason = roleReason({ address: ask.address, firstName, lastName }, { cctld });
  return reason === undefined ? [] : [{ code: 'role-address', found: ask.address }];
}

/** Every described person comes beside those on the list: a first subscription asks nothing else. */
export function addAll(drafts: Request['drafts']): Ask[] {
  return drafts.map(({ number }) => ({ kind: 'add', contact: number }));
}

/** What the case is about: nobody on the list yet, only people who leave, or a mixture. */
export function kindOf(roster: readonly RosterEntry[], asks: readonly Ask[]): CaseKind {
  if (roster.length === 0) return 'subscribe';
  return asks.length > 0 && asks.every(({ kind }) => kind === 'remove') ? 'remove' : 'update';
}
