/** A change in the registry as letters show it: each field before and after, with or without its points. */

import { showCctld } from '../words/cctld.ts';
import type { RegistryMove } from '../words/case.ts';
import type { RegistryField } from '../words/registry.ts';
import { contactList } from './contacts.ts';
import { cleanLine, quoteLine, quoteText } from './foreign.ts';
import type { CaseFacts } from './letter.ts';
import { type Block, showDate } from './parts.ts';
import { wrap } from './wrap.ts';

const FIELDS: Readonly<Record<RegistryField['field'], string>> = {
  organisation: 'Manager (organisation)',
  'admin-domain': 'Mail domain of the Admin Contact',
  'admin-address': 'Address of the Admin Contact',
  'admin-name': 'Name of the Admin Contact',
  'tech-address': 'Address of the Technical Contact',
  'name-servers': 'Name servers',
};

/** Each field with what it was and what it is now. */
export function fieldList(fields: readonly RegistryField[], withPoints: boolean): string {
  if (fields.length === 0) return '  (nothing: the record is as it was)';
  return fields
    .map((one) =>
      [
        wrap(`${FIELDS[one.field]}${withPoints ? pointsOf(one) : ''}`, { first: '  - ' }),
        wrap(valueOf(one.from), { first: '    Before:  ', rest: '      … ' }),
        wrap(valueOf(one.to), { first: '    Now:     ', rest: '      … ' }),
      ].join('\n'),
    )
    .join('\n');
}

// A small difference in words is shown too: a person may see more in it.
function pointsOf({ score }: RegistryField): string {
  if (score === 0) return ': a small change, no points';
  return score === 1 ? ': 1 point' : `: ${score} points`;
}

function valueOf(text: string): string {
  return text === '' ? '(nothing)' : quoteLine(text, 400);
}

/** All of such a case that a decision is for. */
export function movedBlocks(about: CaseFacts, moved: RegistryMove): Block[] {
  const cctld = about.cctld === undefined ? 'a ccTLD' : showCctld(about.cctld);
  const { outcome, score, fields, news } = moved;
  return [
    `WHAT THE REGISTRY CHANGED for ${cctld} (points: ${score})\n\n${fieldList(fields, true)}`,
    news !== undefined && `THE NEWEST CHANGE ALONE\n\n${fieldList(news, false)}`,
    outcome !== undefined && decided(outcome),
    `${outcome === undefined ? 'ON THE LIST NOW' : 'ON THE LIST STILL, FROM BEFORE'}\n\n${contactList(about.before)}`,
    `  Admin Contact before:  ${moved.oldAnchor}\n  Admin Contact now:     ${about.anchor ?? '(none)'}`,
  ];
}

function decided({ what, by, at, until, reason }: NonNullable<RegistryMove['outcome']>): string {
  const end = until === undefined ? '' : `, until ${showDate(until)}`;
  const who = wrap(`${OUTCOME_WORDS[what]}${end}, says ${cleanLine(by, 254)}, ${showDate(at)}:`, {
    first: '  ',
    rest: '  … ',
  });
  return `DECIDED\n\n${who}\n\n${quoteText(reason)}`;
}

const OUTCOME_WORDS = {
  confirmed: 'There is a new manager',
  same: 'The manager is the same as before',
  transition: 'Old and new contacts may both be on the list',
} as const;
