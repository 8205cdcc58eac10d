/** The time that an issue stands for: there is one issue for each, whatever crashes. */

export type IssueKind = 'monthly' | 'weekly' | 'extra';
/** What comes again: the yearly check too (design 12). */
export type PeriodKind = IssueKind | 'yearly';

const DAY = 86_400_000;

/** `month 2026-12`, `week 2026-W49` (ISO 8601), `extra 2026-11-27`, `year 2027`; all in UTC. */
export function periodOf(kind: PeriodKind, at: Date): string {
  const day = at.toISOString().slice(0, 10);
  switch (kind) {
    case 'monthly':
      return `month ${day.slice(0, 7)}`;
    case 'weekly':
      return `week ${isoWeek(at)}`;
    case 'extra':
      return `extra ${day}`;
    case 'yearly':
      return `year ${day.slice(0, 4)}`;
  }
}

/** The Message-ID of an issue, without angle brackets: the same however often it is made. */
export function issueMessageId(period: string, domain: string): string {
  return `issue-${period.replace(' ', '-')}@${domain}`;
}

// ISO 8601: a week belongs to the year of its Thursday.
function isoWeek(at: Date): string {
  const midnight = Math.floor(at.getTime() / DAY) * DAY;
  const weekday = (new Date(midnight).getUTCDay() + 6) % 7;
  const thursday = new Date(midnight + (3 - weekday) * DAY);
  const year = thursday.getUTCFullYear();
  const week = Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / (7 * DAY)) + 1;
  return `${year}-W${String(week).padStart(2, '0')}`;
}
