/** The two 7-bit charsets that Node cannot decode: HZ (RFC 1843) and ISO-2022-KR (RFC 1557). */

/** Charsets that this file decodes, by the 8-bit charset that they are a disguise of. */
const SHIFTED: Readonly<Record<string, string>> = {
  'hz-gb-2312': 'gbk',
  'iso-2022-kr': 'euc-kr',
};

export function isShifted(charset: string): boolean {
  return charset in SHIFTED;
}

/** Both write the letters of an 8-bit charset without the eighth bit, between two marks. */
export function decodeShifted(bytes: Buffer, charset: string): string {
  const open = charset === 'hz-gb-2312' ? fromHz(bytes) : fromKorean(bytes);
  return new TextDecoder(SHIFTED[charset] ?? 'utf-8').decode(open);
}

// "~{" and "~}" switch, "~~" is a tilde, "~" before a line end is nothing (RFC 1843 2); a line end
// switches back, for senders who forget to.
function fromHz(bytes: Buffer): Buffer {
  const text = bytes.toString('latin1').replace(/~(\r?\n|[{}~])|\n/g, (mark, what?: string) => {
    if (mark === '\n') return '\u000f\n';
    if (what === '{') return '\u000e';
    if (what === '}') return '\u000f';
    return what === '~' ? '~' : '';
  });
  return lift(Buffer.from(text, 'latin1'));
}

// SO and SI switch; the announcement at the beginning says nothing (RFC 1557 2).
function fromKorean(bytes: Buffer): Buffer {
  const text = bytes.toString('latin1').replaceAll('\u001b$)C', '').replaceAll('\n', '\u000f\n');
  return lift(Buffer.from(text, 'latin1'));
}

/** Sets the eighth bit between SO and SI, and takes both out, in place. */
function lift(bytes: Buffer): Buffer {
  let length = 0;
  let lifted = false;
  for (const byte of bytes) {
    if (byte === 0x0e || byte === 0x0f) {
      lifted = byte === 0x0e;
    } else {
      bytes[length] = lifted && byte > 0x20 ? byte | 0x80 : byte;
      length += 1;
    }
  }
  return bytes.subarray(0, length);
}
