/** What delivers posts: reads TLDOPS_LIST_SERVER. */

export type ListServerPlace =
  | { readonly kind: 'builtin' }
  /** A Mailman 3: the address of its REST service, without a slash at the end. */
  | {
      readonly kind: 'mailman';
      readonly url: string;
      readonly user: string;
      readonly password: string;
    };

/** Reads `builtin` or `mailman+http://user:password@host:port`. Throws RangeError with a sentence. */
export function readListServer(text: string): ListServerPlace {
  if (text === 'builtin') return { kind: 'builtin' };
  const match = /^mailman\+(https?:\/\/.+)$/i.exec(text);
  const url = match?.[1] !== undefined && URL.canParse(match[1]) ? new URL(match[1]) : undefined;
  if (url === undefined || url.username === '' || url.password === '') {
    // Never the text itself: it may hold a password.
    throw new RangeError('must be builtin or mailman+http://restadmin:password@127.0.0.1:8001');
  }
  const { username, password, origin, pathname } = url;
  return {
    kind: 'mailman',
    url: `${origin}${pathname.replace(/\/$/, '')}`,
    user: decodeURIComponent(username),
    password: decodeURIComponent(password),
  };
}
