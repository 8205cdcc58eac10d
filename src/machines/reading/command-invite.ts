/** Reads whom an INVITE of a Validator means: ccTLDs, a region, or all. */

import type { Cctld } from '../words/cctld.ts';
import type { Command } from '../words/command.ts';
import { REGION_NAMES, REGIONS } from '../words/region.ts';
import { readShownCctld, type Why } from './command-values.ts';

type Whom = Extract<Command, { readonly kind: 'invite' }>['whom'];

export const INVITE_USAGES = {
  cctlds: 'INVITE .xa .xb',
  region: 'INVITE region AF',
  all: 'INVITE all',
} as const;

const MOST = 100;

/** ".xa .xb", ".xa, .xb", "region AF", "region Africa", "all"; anything else is nobody. */
export function readWhom(rest: string): { readonly kind: 'invite'; readonly whom: Whom } | Why {
  const said = rest.trim().replace(/[.;,]+$/, '');
  if (/^all(?:\s+cctlds)?$/i.test(said)) return { kind: 'invite', whom: { all: true } };
  const [, place] = /^region\s*[:=]?\s*(.+)$/i.exec(said) ?? [];
  if (place !== undefined) return inRegion(place);
  const words = said.split(/\s*[,;]\s*|\s+(?!\(xn--)(?:and\s+)?/i).filter((one) => one !== '');
  const cctlds = words.map(readShownCctld);
  const known = cctlds.filter((one): one is Cctld => one !== undefined);
  const isPlain = words.length > 0 && known.length === words.length && known.length <= MOST;
  return isPlain
    ? { kind: 'invite', whom: { cctlds: [...new Set(known)] } }
    : {
        why: `Whom? Write ccTLDs (${MOST} at most), "region" and one of ${REGIONS.join(', ')}, or "all".`,
      };
}

function inRegion(place: string): ReturnType<typeof readWhom> {
  const said = place.trim().toLowerCase();
  const region = REGIONS.find(
    (one) => one.toLowerCase() === said || REGION_NAMES[one].toLowerCase() === said,
  );
  return region === undefined
    ? {
        why: `There is no such region. Known are ${REGIONS.join(', ')}.`,
        usage: INVITE_USAGES.region,
      }
    : { kind: 'invite', whom: { region } };
}
