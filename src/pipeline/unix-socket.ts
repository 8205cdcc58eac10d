/** Makes room for a Unix socket that an engine which was killed has left behind. */

import { once } from 'node:events';
import { lstat, unlink } from 'node:fs/promises';
import { connect } from 'node:net';

/**
 * Removes the socket file at the path when nobody answers on it. Throws when something else lies
 * there, or when an engine that lives listens on it: its mail must not be taken away.
 */
export async function clearSocket(path: string): Promise<void> {
  const found = await lstat(path).catch(ifMissing);
  if (found === undefined) return;
  if (!found.isSocket()) throw new Error(`${path} is there already and is not a socket`);
  if (await answers(path)) throw new Error(`another engine listens on ${path}`);
  await unlink(path).catch(ifMissing);
}

async function answers(path: string): Promise<boolean> {
  const socket = connect(path);
  try {
    await once(socket, 'connect');
    return true;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ECONNREFUSED' || code === 'ENOENT') return false;
    throw error;
  } finally {
    socket.destroy();
  }
}

function ifMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}
