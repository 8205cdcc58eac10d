/** Samples of the letters about the list server. */

import type { LetterInput } from '../src/machines/letters/letter.ts';
import { sample, validator } from './sample-parts.ts';

export function aboutListServer(): LetterInput[] {
  const to = validator();
  return [
    sample(
      'list-drift',
      to,
      {
        strangers: ['mallory@attacker.example'],
        missing: [
          { address: 'rosa.lind@nic.xa' },
          {
            address: 'jörg@nic.xb',
            why: 'Mailman does not take the address jörg@nic.xb: Invalid Parameter "subscriber": .',
          },
        ],
        settings: [{ name: 'archive_policy', was: 'public', wanted: 'never', mended: true }],
        counts: { strangers: 1, missing: 2 },
      },
      {},
    ),
    sample(
      'list-drift',
      to,
      {
        strangers: [],
        missing: [],
        settings: [
          { name: '[mta] verp_delivery_interval', was: '0', wanted: '1', mended: false },
          { name: 'subject_prefix', was: '[Tld-ops] ', wanted: '', mended: true },
        ],
        counts: { strangers: 0, missing: 0 },
      },
      {},
    ),
    sample(
      'list-away',
      to,
      { since: '2026-11-27T09:00:00.000Z', why: 'Mailman does not answer: ECONNREFUSED.' },
      {},
    ),
  ];
}
