/** Looks into JSON whose form nobody promised: what is not as expected is as if it were not there. */

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An own member, never one that every object inherits (`__proto__` is a name like any other). */
export function member(value: unknown, name: string): unknown {
  return isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The text on one line; '' for what is none. */
export function wordsOf(value: unknown): string {
  return typeof value === 'string' ? value.replace(/[ \t\r\n]+/g, ' ').trim() : '';
}
