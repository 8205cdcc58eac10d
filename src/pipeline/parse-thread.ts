/** The thread in which mails are parsed and understood, one at a time: started and ended by parse-pool.ts. */

import { parentPort } from 'node:worker_threads';
import { understand } from '../machines/reading/understand.ts';
import type { ListNames } from '../machines/words/list-address.ts';
import type { Answer } from './parse-pool.ts';
import { parseMail, type RawMail } from './parse.ts';

parentPort?.on('message', ({ raw, names, ...rest }: RawMail & { readonly names: ListNames }) => {
  // A Buffer comes through a port as what it is made of.
  void answer({ ...rest, raw: Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength) }, names);
});

async function answer(input: RawMail, names: ListNames): Promise<void> {
  let said: Answer;
  try {
    const mail = await parseMail(input);
    said = { ok: true, mail, read: understand(mail, names) };
  } catch (error) {
    said = { ok: false, words: error instanceof Error ? error.message : String(error) };
  }
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  parentPort?.postMessage(said);
}
