/** The table of mails that people wrote is complete, wide enough, and fictional. */

import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { HUMAN } from './human.ts';

const folder = new URL('human/', import.meta.url);
const raw = (file: string) => readFileSync(new URL(`${file}.eml`, folder), 'latin1');
const head = (file: string) => raw(file).split('\r\n\r\n', 1)[0] ?? '';
const different = (of: (row: (typeof HUMAN)[number]) => string) => new Set(HUMAN.map(of)).size;

/** What stands behind an at sign, "://", or "from" and "by" of Received, in lower case. */
function domainsIn(mail: string): string[] {
  const unwrapped = mail.replace(/=\r\n/g, '').toLowerCase();
  return [
    ...unwrapped.matchAll(/(?:@|:\/\/)((?:[a-z0-9-]+\.)+[a-z][a-z0-9-]*)/g),
    ...unwrapped.matchAll(/^(?:received:|\s+)\s*(?:from|by)\s+((?:[a-z0-9-]+\.)+[a-z][a-z0-9-]*)/gm),
  ].map((match) => match[1] ?? '');
}

const FICTIONAL = /(?:^|\.)(?:example|test|(?:nic|dns|domen)\.x[a-z])$/;

describe('the mails that people wrote', () => {
  it('have a row each, and every row has its file', () => {
    const files = readdirSync(folder).filter((name) => name.endsWith('.eml'));
    expect(HUMAN.map((row) => `${row.file}.eml`).toSorted()).toEqual(files.toSorted());
  });

  it('are many, from many programs, in many languages and charsets', () => {
    expect(HUMAN.length).toBeGreaterThanOrEqual(60);
    expect(different((row) => row.client)).toBeGreaterThanOrEqual(10);
    expect(different((row) => row.language)).toBeGreaterThanOrEqual(15);
    expect(different((row) => row.charset)).toBeGreaterThanOrEqual(12);
  });

  it('come with Date, From and Message-ID, and are all of November 2026', () => {
    const lacking = HUMAN.filter(({ file }) => {
      const fields = head(file);
      return !['Date', 'From', 'Message-ID'].every((name) =>
        new RegExp(`^${name}: \\S`, 'im').test(fields),
      );
    });
    expect(lacking.map((row) => row.file)).toEqual([]);
    const dated = HUMAN.filter(({ file }) => /^Date: .* Nov 2026 /im.test(head(file)));
    expect(dated).toHaveLength(HUMAN.length);
  });

  it('have Message-IDs of their own', () => {
    expect(different(({ file }) => /^Message-ID:\s*(\S+)/im.exec(head(file))?.[1] ?? '')).toBe(
      HUMAN.length,
    );
  });

  it('end every line with CRLF, and no line is longer than RFC 5322 2.1.1 allows', () => {
    const bare = HUMAN.filter(({ file }) => /(?:^|[^\r])\n|\r(?!\n)/.test(raw(file)));
    expect(bare.map((row) => row.file)).toEqual([]);
    const long = HUMAN.filter(({ file }) => raw(file).split('\r\n').some((line) => line.length > 998));
    expect(long.map((row) => row.file)).toEqual([]);
  });

  it('declare the charset that the row says', () => {
    const wrong = HUMAN.filter(({ file, charset }) => {
      const declared = [...raw(file).matchAll(/charset="?([\w-]+)/gi)].map((m) => m[1]?.toLowerCase());
      return charset === 'none' ? declared.length > 0 : !declared.includes(charset);
    });
    expect(wrong.map((row) => row.file)).toEqual([]);
  });

  it('name no domain that is somebody\'s', () => {
    const real = HUMAN.flatMap(({ file }) =>
      domainsIn(raw(file))
        .filter((domain) => !FICTIONAL.test(domain))
        .map((domain) => `${file}: ${domain}`),
    );
    expect(real).toEqual([]);
  });

  it('are sent to the join address, with or without a token, or to the list or its owner', () => {
    const elsewhere = HUMAN.filter(
      ({ to }) => to !== undefined && !/^tld-ops(?:-owner|-join\+[0-9a-hjkmnp-tv-z]{26})?@lists\.example$/.test(to),
    );
    expect(elsewhere.map((row) => row.file)).toEqual([]);
  });
});
