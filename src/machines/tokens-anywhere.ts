/** Everything in a whole message that may be a token: also in attached mails and texts, however encoded. */

import { findTokens } from './words/token.ts';

/** So many are looked up; nobody forges a mail to hide a code of their own in it. */
const MOST = 500;

// A line of base64 in a body (RFC 2045 6.8); it holds by chance what looks like a token. Line by line: a
// pattern over megabytes of lines would exhaust the stack.
const BASE64 = /^[A-Za-z0-9+/]{20,}={0,2}[ \t\r]*$/;
const SOFT_BREAK = /=[ \t]*\r?\n/g;
const TAG = /<[^<>]{0,2000}>/g;

/** In order, each once. `texts`: what was read of the mail already. */
export function tokensAnywhere(raw: Buffer, texts: readonly string[]): string[] {
  const whole = raw.toString('latin1');
  // Last as it came, where pictures may hold some by chance: a code may stand alone on its line.
  const parts = [...texts, ...decodedIn(whole), whole];
  // Programs cut words by tags, and long ones at the end of a line.
  const found = parts.flatMap((text) =>
    [text, text.replace(TAG, ''), text.replace(/-\s{1,4}(?:[>|] ?){0,5}/g, '-')].flatMap(
      findTokens,
    ),
  );
  return [...new Set(found)].slice(0, MOST);
}

// An attached mail may hold base64 in base64.
function decodedIn(text: string, depth = 0): string[] {
  const { blocks, rest } = apart(text);
  const plain = rest
    .replace(SOFT_BREAK, '')
    .replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  const inner = depth === 3 ? [] : blocks.flatMap((one) => decodeBlock(one, depth));
  return [plain, ...inner];
}

// The runs of base64 lines, and the text without them.
function apart(text: string): { readonly blocks: string[]; readonly rest: string } {
  const blocks: string[][] = [];
  const rest: string[] = [];
  let isInside = false;
  for (const line of text.split('\n')) {
    const isBase64 = BASE64.test(line);
    if (!isBase64) rest.push(line);
    else if (isInside) blocks.at(-1)?.push(line);
    else blocks.push([line]);
    isInside = isBase64;
  }
  return { blocks: blocks.map((lines) => lines.join('\n')), rest: rest.join('\n') };
}

function decodeBlock(block: string, depth: number): string[] {
  const bytes = Buffer.from(block, 'base64');
  // No text in any charset: a picture, a packed file.
  if (bytes.some((byte) => byte > 0 && byte < 7)) return [];
  return decodedIn(bytes.toString('latin1').replaceAll('\0', ''), depth + 1);
}
