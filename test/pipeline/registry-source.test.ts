import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readRegistryAnswer } from '../../src/machines/reading/registry-answer.ts';
import { type Cctld, readCctld } from '../../src/machines/words/cctld.ts';
import { Permanent } from '../../src/machines/words/trouble.ts';
import {
  cctldsInFolder,
  folderSource,
  readRegistrySource,
} from '../../src/pipeline/registry-source.ts';
import { startWhois } from '../support/whois-server.ts';

let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'answers-'));
});
afterAll(() => rm(dir, { recursive: true }));

describe('a source is named by an address', () => {
  test.each([
    ['whois://whois.iana.org', 'whois://whois.iana.org:43', 1_000],
    ['whois://WHOIS.example:4343/', 'whois://whois.example:4343', 1_000],
    ['whois://127.0.0.1:4343', 'whois://127.0.0.1:4343', 0],
    ['whois://[::1]:4343', 'whois://[::1]:4343', 0],
    ['rdap+https://rdap.iana.org', 'rdap+https://rdap.iana.org', 1_000],
    ['rdap+https://RDAP.example:8443/v1', 'rdap+https://rdap.example:8443/v1', 1_000],
    ['RDAP+https://rdap.iana.org:443/', 'rdap+https://rdap.iana.org', 1_000],
    ['rdap+https://localhost:8443', 'rdap+https://localhost:8443', 0],
    ['rdap+http://127.0.0.1:8080', 'rdap+http://127.0.0.1:8080', 0],
    ['rdap+http://[::1]:8080', 'rdap+http://[::1]:8080', 0],
    ['file:./answers', 'file:./answers', 0],
    ['file:///srv/answers', 'file:/srv/answers', 0],
  ])('%s', (text, name, pauseMs) => {
    expect(readRegistrySource(text)).toMatchObject({ name, pauseMs });
  });

  test.each([
    ['rdap:x', /of the form rdap\+https/],
    ['rdap+https://', /of the form rdap\+https/],
    ['rdap+ftp://rdap.example', /of the form rdap\+https/],
    ['rdap+https://host:99999', /of the form rdap\+https/],
    ['rdap+https://user:secret@rdap.example', /nothing more/],
    ['rdap+https://rdap.example/?x=1', /nothing more/],
    ['rdap+http://rdap.iana.org', /plain http is for this machine/],
    ['rdap+http://192.0.2.1:8080', /plain http is for this machine/],
    ['rdap+http://127.0.0.1.example', /plain http is for this machine/],
    ['whois://', /whois:\/\/host/],
    ['whois://host:0', /whois:\/\/host/],
    ['whois://host:99999', /whois:\/\/host/],
    ['whois://host/path', /whois:\/\/host/],
    ['whois://user@host', /whois:\/\/host/],
    ['whois://ho st', /whois:\/\/host/],
    ['file:', /names no folder/],
    ['file://elsewhere/answers', /no folder of this machine/],
    ['https://whois.iana.org', /neither/],
    ['', /neither/],
  ])('"%s" is a fault of the configuration', (text, sentence) => {
    const read = () => readRegistrySource(text);
    expect(read).toThrow(sentence);
    expect(read).toThrow(expect.objectContaining({ reason: 'configuration' }));
    expect(read).toThrow(Permanent);
  });

  test('and asks what stands there', async () => {
    const whois = await startWhois({ answers: new Map([['xa', 'the answer']]) });
    expect(await readRegistrySource(`whois://127.0.0.1:${whois.port}`).ask(cctld('xa'))).toBe(
      'the answer',
    );
    await whois.close();
  });
});

describe('a folder of answers', () => {
  const idn = cctld('рхц');
  beforeAll(async () => {
    const names = [
      'xa',
      'xb.txt',
      'XC.whois',
      `${idn}.txt`,
      'README.md',
      'xe~',
      '.xe',
      'xe.txt.old',
    ];
    for (const name of names) await writeFile(join(dir, name), `in ${name}`);
    await mkdir(join(dir, 'xd'));
    await writeFile(join(dir, 'xf'), 'one');
    await writeFile(join(dir, 'xf.txt'), 'two');
    await writeFile(join(dir, 'xg'), 'x'.repeat(100_000));
    await writeFile(join(dir, 'рхч.txt'), 'in the U-label');
  });

  test.each([
    ['xa', 'in xa'],
    ['xb', 'in xb.txt'],
    ['xc', 'in XC.whois'],
    ['рхц', `in ${idn}.txt`],
    ['рхч', 'in the U-label'],
  ])('has the answer for %s', async (name, text) => {
    expect(await folderSource(dir).ask(cctld(name))).toBe(text);
  });

  test('without a file for it says that there is no such ccTLD', async () => {
    const text = await folderSource(dir).ask(cctld('xe'));
    expect(readRegistryAnswer(text, cctld('xe'))).toEqual({ kind: 'absent', why: 'no-object' });
  });

  test('with a file that is far too long is not read to its end', async () => {
    const text = await folderSource(dir).ask(cctld('xg'));
    expect(readRegistryAnswer(text, cctld('xg'))).toMatchObject({ why: 'too-long' });
  });

  test.each([
    ['xf', 'registry-unreadable'],
    ['xd', 'registry-unreachable'],
  ])('that cannot tell about %s is trouble: %s', async (name, reason) => {
    await expect(folderSource(dir).ask(cctld(name))).rejects.toMatchObject({
      name: 'Temporary',
      reason,
    });
  });

  test('that is not there is trouble, not an empty registry', async () => {
    const trouble = { name: 'Temporary', reason: 'registry-unreachable' };
    await expect(folderSource(join(dir, 'none')).ask(cctld('xa'))).rejects.toMatchObject(trouble);
  });

  test('tells which ccTLDs it is about', async () => {
    const expected = ['xa', 'xb', 'xc', 'xd', 'xf', 'xg', idn, cctld('рхч')].toSorted();
    expect(await cctldsInFolder(dir)).toEqual(expected);
  });
});

function cctld(text: string): Cctld {
  const label = readCctld(text);
  if (label === undefined) throw new Error(`no ccTLD: ${text}`);
  return label;
}
