/** The letters about mails to the list, as the catalogue lists them. */

import { ANSWER, type Catalogue, TO_VALIDATOR } from './catalogue-entry.ts';
import {
  mailShownLetter,
  postAgainLetter,
  postAlarmLetter,
  postAskLetter,
  postCommandsLetter,
  postHeldLetter,
  postNotMemberLetter,
  postRedLetter,
  postStuckLetter,
  postTooBigLetter,
  postWaitsLetter,
} from './posts.ts';

type PostLetter = Extract<keyof Catalogue, `post-${string}` | 'mail-shown' | 'alarm-post'>;

const TO_AUTHOR = { ...ANSWER, service: 'request' } as const;

export const POST_LETTERS: Pick<Catalogue, PostLetter> = {
  'post-not-member': {
    ...TO_AUTHOR,
    summary:
      'Tells somebody who is not on the list that only members may write to it; the same to everybody, once a day.',
    subject: () => 'Your mail was not sent to the list',
    text: postNotMemberLetter,
  },
  'post-too-big': {
    ...TO_AUTHOR,
    summary: 'Tells the author of a post that it is too big.',
    subject: () => 'Your mail is too big for the list',
    text: postTooBigLetter,
  },
  'post-commands': {
    ...TO_AUTHOR,
    summary: 'Tells the author of a mail that is nothing but commands where to send it.',
    subject: () => 'Your mail was not sent to the list',
    text: postCommandsLetter,
  },
  'post-waits': {
    ...TO_AUTHOR,
    summary: 'Tells the author of a post that a Validator looks at it first.',
    subject: () => 'Your mail to the list waits',
    text: postWaitsLetter,
  },
  'post-ask': {
    ...TO_AUTHOR,
    automatic: 'auto-generated',
    token: 'post',
    summary:
      'Asks at the address on the list whether a post is theirs, when that is not proven; goes out only with their word.',
    // Foreign words in it would come back in the answer, where they may look like an absence notice.
    subject: () => 'Did you write this mail to the list?',
    text: postAskLetter,
  },
  'post-again': {
    ...TO_AUTHOR,
    summary: 'Tells that an answer to that question could not be used, and why.',
    subject: () => 'About your answer',
    text: postAgainLetter,
  },
  'post-red': {
    ...TO_AUTHOR,
    summary:
      'Tells the author of a RED post to use another channel for details, and how to label; with the policy "strict" it comes back.',
    subject: ({ data }) =>
      data.sentBack ? 'Your mail was not sent to the list' : 'Your mail to the list is TLP:RED',
    text: postRedLetter,
  },
  'post-held': {
    ...TO_VALIDATOR,
    summary: 'Asks the Validators about a post from a ccTLD for which changes are stopped.',
    subject: ({ data }) => `A mail to the list waits for you (inbox ${data.inboxId})`,
    text: postHeldLetter,
  },
  'post-stuck': {
    ...TO_VALIDATOR,
    summary:
      'Tells the Validators of a held post that no word will send: its author has had ten questions about posts today (told once a day), or has left the list.',
    subject: ({ data }) => `A mail to the list does not go out (inbox ${data.inboxId})`,
    text: postStuckLetter,
  },
  'mail-shown': {
    ...TO_VALIDATOR,
    automatic: 'auto-replied',
    summary: 'Brings a Validator who asks for it a held mail to the list, as it came.',
    subject: ({ data }) => `A held mail to the list (inbox ${data.inboxId})`,
    text: mailShownLetter,
  },
  'alarm-post': {
    ...TO_VALIDATOR,
    summary: 'Tells all Validators that somebody wrote to the list in the name of an SSC.',
    subject: ({ data }) => `ALARM: a forged mail to the list (inbox ${data.inboxId})`,
    text: postAlarmLetter,
  },
};
