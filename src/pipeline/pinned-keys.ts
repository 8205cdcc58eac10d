/** The folder of the Validators' OpenPGP keys: one file each, named after the address that it speaks for. */

import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Address, readAddress } from '../machines/words/address.ts';
import { faultOfKey, type PinnedKey, readPinnedKey } from './openpgp.ts';

/** A key with photographs and other people's signatures is far smaller. */
const MAX_KEY = 1_048_576;

/**
 * The key that is pinned for this author: undefined when there is none. Throws an Error that says what is
 * wrong with the file. It is read each time, so that a new key counts at once: such mails are rare.
 */
export async function findPinnedKey(
  folder: string,
  author: Address,
): Promise<PinnedKey | undefined> {
  const names = (await listFiles(folder)).filter((name) => addressOf(name) === author);
  const [name] = names;
  if (name === undefined) return undefined;
  if (names.length > 1) throw new Error('there is more than one file for this address');
  return readFileOf(join(folder, name));
}

/** What is wrong with the folder, one sentence for each file; empty when all keys can be used. */
export async function checkPinnedKeys(
  folder: string,
  validators: readonly Address[],
  now: Date,
): Promise<string[]> {
  const names = await listFiles(folder);
  const found = await Promise.all(
    names.map(async (name) => {
      const address = addressOf(name);
      if (address === undefined || !validators.includes(address))
        return `${name} names no Validator.`;
      const fault = await faultOfFile(folder, address, now);
      return fault === undefined ? [] : `${name} cannot be used: ${fault}.`;
    }),
  );
  return found.flat();
}

async function faultOfFile(
  folder: string,
  address: Address,
  now: Date,
): Promise<string | undefined> {
  try {
    const key = await findPinnedKey(folder, address);
    return key === undefined ? 'it is gone' : await faultOfKey(key, now);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

// What begins with a dot is a program's, such as .gitkeep.
async function listFiles(folder: string): Promise<string[]> {
  return (await readdir(folder)).filter((name) => !name.startsWith('.')).toSorted();
}

function addressOf(name: string): Address | undefined {
  return name.endsWith('.asc') ? readAddress(name.slice(0, -'.asc'.length)) : undefined;
}

async function readFileOf(path: string): Promise<PinnedKey> {
  if ((await stat(path)).size > MAX_KEY) throw new Error('the file is too large');
  return readPinnedKey(await readFile(path, 'utf8'));
}
