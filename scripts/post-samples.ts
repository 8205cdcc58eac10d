/** Samples of the letters about mails to the list. */

import type { LetterInput } from '../src/machines/letters/letter.ts';
import { REASONS } from '../src/machines/reasons.ts';
import { address, ana, cctld, EXPIRES, sample, TOKEN, validator } from './sample-parts.ts';

const SUBJECT = 'Phishing against registrars';
const TEXT =
  'Dear colleagues,\n\nsince this morning we see phishing mails to our registrars.\nWho sees the same?\n\nAna';

export function aboutPosts(): LetterInput[] {
  const author = ana().address;
  return [
    sample('post-not-member', address('stranger@mailbox.example'), {}, {}),
    sample('post-too-big', author, { subject: SUBJECT, size: 6_400_000, most: 1_000_000 }, {}),
    sample('post-commands', author, { words: 'who .xb' }, {}),
    sample('post-waits', author, { subject: SUBJECT }, {}),
    sample(
      'post-ask',
      author,
      { subject: SUBJECT, at: '2026-12-02T14:00:00.000Z', text: TEXT },
      { token: TOKEN, tokenExpires: EXPIRES },
    ),
    sample(
      'post-ask',
      author,
      { subject: SUBJECT, at: '2026-12-02T14:00:00.000Z', last: true },
      { token: TOKEN, tokenExpires: EXPIRES },
    ),
    ...(['unclear', 'used', 'sent', 'leaving', 'expired', 'over'] as const).map((why) =>
      sample('post-again', author, { why }, {}),
    ),
    sample('post-red', author, { subject: SUBJECT, why: 'no-label', sentBack: false }, {}),
    sample('post-red', author, { subject: SUBJECT, why: 'no-label', sentBack: true }, {}),
    sample('post-red', author, { subject: SUBJECT, why: 'written', sentBack: false }, {}),
    sample('post-red', author, { subject: SUBJECT, why: 'answers', sentBack: false }, {}),
    sample('post-held', validator(), held(true, false), {}),
    sample('post-held', validator(), held(false, true), {}),
    ...(['asked-enough', 'left'] as const).map((why) =>
      sample('post-stuck', validator(), { from: author, subject: SUBJECT, inboxId: 812, why }, {}),
    ),
    sample(
      'mail-shown',
      validator(),
      {
        inboxId: 812,
        from: author,
        at: '2026-12-02T14:00:00.000Z',
        why: REASONS['post-automatic'],
        attach: true,
      },
      {},
    ),
    sample('alarm-post', validator(), denied(true, 0), {}),
    sample('alarm-post', validator(), denied(true, 200, 100), {}),
    sample('alarm-post', validator(), denied(false, 640), {}),
  ];
}

function held(proven: boolean, confirmed: boolean) {
  const frozen = [cctld('xa')];
  const from = ana().address;
  return { from, subject: SUBJECT, inboxId: 812, proven, confirmed, frozen, text: TEXT };
}

function denied(stopped: boolean, handed: number, unsure = 0) {
  const author = ana().address;
  const reach = { handed, unsure, of: 640 };
  return { author, answeredFrom: author, subject: SUBJECT, inboxId: 812, stopped, ...reach };
}
