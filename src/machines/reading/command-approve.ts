/** APPROVE: one case with its ccTLD, or the numbers of several. */

import type { Cctld } from '../words/cctld.ts';
import { noCase, NO_CCTLD, readShownCctld, type Why } from './command-values.ts';

type Approval =
  | { readonly kind: 'approve'; readonly caseId: number; readonly cctld: Cctld }
  | { readonly kind: 'approve-all'; readonly caseIds: readonly number[] };

const MOST = 20;
const NUMBER = /^(?:cases?\s{1,9})?#?([1-9]\d{0,8})(?![\p{L}\p{N}_.-])/u;
const BETWEEN = /^(?:\s*[,;&+]\s*(?:and\s+)?|\s+and\s+|\s+)(?=#?\d)/i;

export function readApprove(rest: string): Approval | Why {
  const { caseIds, text } = splitCases(rest);
  const [caseId] = caseIds;
  if (caseId === undefined) return noCase(rest);
  if (caseIds.length === 1) return approveOne(caseId, text);
  if (text !== '') return { why: MIXED, usage: NUMBERS };
  const twice = caseIds.find((id, at) => caseIds.indexOf(id) !== at);
  if (twice !== undefined) return { why: `Case ${twice} stands there twice.`, usage: NUMBERS };
  return caseIds.length > MOST
    ? { why: `At most ${MOST} cases on one line.`, usage: NUMBERS }
    : { kind: 'approve-all', caseIds };
}

const NUMBERS = 'APPROVE 4711 4712';
const MIXED =
  'Several cases: write one line for each with its ccTLD, or one line with the numbers alone.';

// The ccTLD of a single case shows that its number is no slip of the finger.
function approveOne(caseId: number, text: string): Approval | Why {
  if (text === '') return { why: 'The ccTLD is missing: it shows that you mean this case.' };
  const cctld = readShownCctld(text);
  if (cctld !== undefined) return { kind: 'approve', caseId, cctld };
  const isMore = /^[,;&+]|(?:^|[\s,;&+])(?:and(?!\p{L})|#?\d)/iu.test(text);
  return isMore ? { why: MIXED, usage: NUMBERS } : { why: `${NO_CCTLD} Nothing may follow it.` };
}

interface Cases {
  readonly caseIds: readonly number[];
  /** What stands behind the last number. */
  readonly text: string;
}

function splitCases(rest: string): Cases {
  const caseIds: number[] = [];
  let text = rest;
  while (caseIds.length <= MOST) {
    const match = NUMBER.exec(text);
    if (match === null) break;
    caseIds.push(Number(match[1]));
    text = text.slice(match[0].length);
    const between = BETWEEN.exec(text);
    if (between === null) break;
    text = text.slice(between[0].length);
  }
  return { caseIds, text: caseIds.length > MOST ? '' : text.replace(/^\s*[:–—]?\s*/u, '') };
}
