/**
 * Reads the form that our letters carry (words/form-text.ts), as people fill it in: above the quoted
 * letter, inside it, with their own labels, in their own language.
 */

import type { Address } from '../words/address.ts';
import type { Cctld } from '../words/cctld.ts';
import type { DraftContact, Warning } from '../words/contact.ts';
import { cleanLine } from './clean-line.ts';
import { hasHeadings, readApart } from './form-apart.ts';
import { finish } from './form-blocks.ts';
import { type FormPart, type PartOptions, readPart } from './form-part.ts';
import { walk, type Where } from './form-walk.ts';
import { type Intent, readIntent } from './intent.ts';
import type { Line } from './segments.ts';

export interface FormOptions {
  /**
   * True when the mail answers, by its token, a letter of ours with the **blank** form: then values
   * typed into the quoted form count. Never for a letter that shows data: they would be read as the
   * sender's own.
   */
  readonly inline: boolean;
  /** The ccTLD, when it is known already: the country of phones in national form. */
  readonly cctld?: Cctld;
  /** Addresses that are no contact's unless a label says so: our own, and the sender's. */
  readonly aside?: (address: Address) => boolean;
  /** vCards came along: nobody can tell for which of several ccTLDs, so none is kept apart. */
  readonly hasCards?: boolean;
}

export interface FormReading {
  readonly cctlds: Cctld[];
  /**
   * All of them stand in one value of one line (`ccTLDs: .xa, .xb`): the people are those of each. False
   * when each stands at a place of its own: then the people are those of each only as `apart` says.
   */
  readonly together: boolean;
  /** Each of several ccTLDs has its own people: every contact says of which it is, and each has some. */
  readonly apart: boolean;
  readonly contacts: DraftContact[];
  /** A filled form stands in quoted text only, where it does not count. */
  readonly quotedOnly: boolean;
  /** Own text that is not part of the form; also where people were read from it. */
  readonly leftover: string;
  /** What the sender's words ask for, as a hint for people; absent when they do not say. */
  readonly asks?: Intent;
  /** What a Validator should compare, and what the sender asks for besides. */
  readonly warnings: readonly Warning[];
}

/** Reads ccTLDs and contacts from the own text, and from the quoted form when `inline`. */
export function readForm(lines: readonly Line[], options: FormOptions): FormReading {
  const part: PartOptions = {
    placeOf: options.inline ? wherePlaced(lines) : whereOwn,
    japanese: isJapanese(lines),
    ...(options.aside !== undefined && { aside: options.aside }),
    ...(options.cctld !== undefined && { country: options.cctld }),
  };
  const whole = readPart(lines, part);
  const { own, tables } = whole;
  const apart = options.hasCards === true ? undefined : readApart(lines, whole, part);
  const quotedOnly = whole.contacts.length === 0 && lines.some(isQuoted) && hasQuotedForm(lines);
  const said = readIntent(own.said);
  return {
    cctlds: apart?.cctlds ?? [...new Set(own.cctlds)],
    together: apart === undefined && isTogether(lines, whole),
    apart: apart !== undefined,
    contacts: apart?.contacts ?? whole.contacts,
    quotedOnly,
    leftover: own.leftover.join('\n').trim(),
    ...(said.intent === undefined ? {} : { asks: said.intent }),
    warnings: [
      ...whole.warnings,
      ...tables.unclear.map((row) => warn('table-unclear', row)),
      ...said.warnings,
    ],
  };
}

// "ccTLDs: .xa, .xb" above ".xa:" and ".xb:", each with people of its own: not all are meant for both.
function isTogether(lines: readonly Line[], { own, tables }: FormPart): boolean {
  const named = own.places.filter(({ cctlds }) => cctlds.length > 0).length;
  return named + tables.cctldPlaces <= 1 && !(own.cctlds.length > 1 && hasHeadings(lines));
}

// Kana anywhere in the sender's own words.
function isJapanese(lines: readonly Line[]): boolean {
  return lines.some(
    ({ part, text }) =>
      (part === 'own' || part === 'signature') &&
      /[\p{Script=Hiragana}\p{Script=Katakana}]{2}/u.test(text.slice(0, 1000)),
  );
}

function warn(code: Warning['code'], text: string): Warning {
  return { code, found: cleanLine(text, 100) };
}

function whereOwn(line: Line): Where {
  return line.part === 'own' ? 'own' : undefined;
}

/**
 * The quoted form is what stands behind one quote mark, or without marks below the first separator
 * only: deeper or further down is an older mail, whose values somebody else typed.
 */
function wherePlaced(lines: readonly Line[]): (line: Line) => Where {
  const starts = lines.filter(
    (line, at) => line.part === 'attribution' && lines[at - 1]?.part !== 'attribution',
  );
  const second = starts[1]?.number ?? Infinity;
  return (line) => {
    if (line.part === 'own') return 'own';
    const near = line.depth === 1 || (line.depth === 0 && line.number < second);
    return line.part === 'quoted' && near && BEGINS_WITH_LETTER.test(line.text)
      ? 'inline'
      : undefined;
  };
}

// The labels of our form begin their lines. What a letter shows of a case is indented, numbered or
// behind a dash, so that a contact named "E-mail: x@y" cannot come back as a field.
const BEGINS_WITH_LETTER = /^ ?(?:\p{L}|$)/u;

function isQuoted({ part }: Line): boolean {
  return part === 'quoted' || part === 'forwarded';
}

// A name and one more field, each with its label: the "Tel:" of a signature in the thread is no form.
function hasQuotedForm(lines: readonly Line[]): boolean {
  const { blocks } = walk(lines, (line) => (isQuoted(line) ? 'inline' : undefined), undefined);
  return finish(blocks).some(
    ({ lastName, firstName, address, phones }) =>
      (lastName ?? firstName) !== undefined && (address !== undefined || phones.length > 0),
  );
}
