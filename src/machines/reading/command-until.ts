/** Until when a case shall rest: "14d", "2 weeks", "until 2027-01-15", "15 January 2027". */

import type { HoldUntil } from '../words/command.ts';
import { isDay } from '../words/day.ts';
import { dropColon, type Why } from './command-values.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const UNITS: Readonly<Record<string, number>> = { h: HOUR, d: DAY, w: 7 * DAY };
const COUNTS: Readonly<Record<string, number>> = { two: 2, three: 3, four: 4, six: 6, eight: 8 };
const LONGEST = 90 * DAY;

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

// Nothing may stick to the time: "14data", "2027-01-15T12", "2027/01".
const END = String.raw`(?![\p{L}\p{N}_/-]|[.,:]\S)`;
const LENGTH = new RegExp(
  String.raw`^(?:for\s+)?(\d{1,4}|an?\s|(?:one|two|three|four|six|eight)\s)\s?(h|d|w|hours?|days?|weeks?)${END}`,
  'iu',
);
const ISO = new RegExp(String.raw`^(?:(?:until|till)\s+)?(\d{4})-(\d{2})-(\d{2})${END}`, 'iu');
const DAY_FIRST = new RegExp(
  String.raw`^(?:(?:until|till)\s+)?(\d{1,2})(?:st|nd|rd|th|\.)?\s+(\p{L}{3,9})\.?\s+(\d{4})${END}`,
  'iu',
);
const MONTH_FIRST = new RegExp(
  String.raw`^(?:(?:until|till)\s+)?(\p{L}{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})${END}`,
  'iu',
);

interface Timed {
  readonly until: HoldUntil;
  readonly text: string;
}

const NO_TIME =
  'How long is missing, or cannot be read: write hours, days or weeks (14d, 2 weeks), or a day as 2027-01-15.';

/** The time at the start of the text, and what follows it. Whether a day lies ahead is not asked here. */
export function splitUntil(text: string): Timed | Why {
  const length = LENGTH.exec(text);
  if (length !== null) {
    const ms = countOf(length[1] ?? '') * (UNITS[(length[2] ?? '').charAt(0).toLowerCase()] ?? 0);
    return ms < HOUR || ms > LONGEST
      ? { why: 'A case rests for 1 hour to 90 days.' }
      : { until: { ms }, text: behind(text, length[0]) };
  }
  const day = findDay(text);
  if (day === undefined) return { why: NO_TIME };
  const { found, iso } = day;
  if (!isDay(iso)) return { why: `There is no such day. Write it as 2027-01-15.` };
  return { until: { day: iso }, text: behind(text, found) };
}

function countOf(written: string): number {
  const word = written.trim().toLowerCase();
  return /^\d/.test(word) ? Number(word) : (COUNTS[word] ?? 1);
}

function behind(text: string, found: string): string {
  return dropColon(text.slice(found.length).replace(/^[.,;]/, ''));
}

interface FoundDay {
  readonly found: string;
  /** `2027-01-15`; no such day, perhaps. */
  readonly iso: string;
}

function findDay(text: string): FoundDay | undefined {
  const iso = ISO.exec(text);
  if (iso !== null) return { found: iso[0], iso: `${iso[1]}-${iso[2]}-${iso[3]}` };
  const [found, day, month, year] = DAY_FIRST.exec(text) ?? monthFirst(text);
  const at = monthOf(month ?? '');
  if (found === undefined || day === undefined || at === 0) return undefined;
  return { found, iso: `${year}-${String(at).padStart(2, '0')}-${day.padStart(2, '0')}` };
}

// "January 15, 2027" in the order of the other form.
function monthFirst(text: string): readonly (string | undefined)[] {
  const [found, month, day, year] = MONTH_FIRST.exec(text) ?? [];
  return [found, day, month, year];
}

/** 1 for "January" and "Jan"; 0 when it is no month. */
function monthOf(word: string): number {
  const low = word.toLowerCase();
  if (low.length < 3) return 0;
  return 1 + MONTHS.findIndex((month) => month === low || month.slice(0, 3) === low);
}
