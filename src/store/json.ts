/** Values as JSON that PostgreSQL takes: jsonb knows neither NUL nor half of a surrogate pair. */

/** JSON whose texts are mended: one that was cut within an emoji must not keep a mail from being decided. */
export function toJson(value: unknown): string {
  return JSON.stringify(value, (_, one: unknown) =>
    typeof one === 'string' ? one.toWellFormed().replaceAll('\0', '\ufffd') : one,
  );
}
