/** Days of the calendar in ISO form (2015-06-17), in UTC. */

const DAY = 86_400_000;

/** Whether this is a day: a 31 February would become the 3 March to Date. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}

export function dayOf(at: Date): string {
  return at.toISOString().slice(0, 10);
}

/** The first moment that is not of this day any more. */
export function endOfDay(day: string): Date {
  return new Date(Date.parse(`${day}T00:00:00Z`) + DAY);
}

export function dayBefore(at: Date): string {
  return dayOf(new Date(at.getTime() - DAY));
}
