/** Asks an SSC whose mail came back, by a letter of their own, before anything is concluded (design 9). */

import type { Job } from '../store/jobs.ts';
import type { DigestDeps } from './digest.ts';

export function isProbe(job: Job): boolean {
  return job.payload['probe'] !== undefined;
}

export async function sendProbe(_deps: DigestDeps, _job: Job): Promise<void> {
  throw new Error('not built yet');
}
