/** What decisions about mails to the list may look at, and which of them wait for somebody's word. */

import type { PostMark, Release } from './decision.ts';
import type { FoundToken, MailFacts, Settings } from './facts.ts';
import type { ReasonCode } from './reasons.ts';
import type { Cctld } from './words/cctld.ts';
import type { Tlp } from './words/tlp.ts';

export interface PostFacts {
  readonly now: Date;
  readonly settings: Settings;
  readonly mail: MailFacts;
  readonly tokens: readonly Pick<FoundToken, 'status'>[];
  /** Nobody typed it (design 6). */
  readonly automatic: boolean;
  /** Of the whole mail, in octets. */
  readonly size: number;
  /** It holds nothing but commands for the request address. */
  readonly onlyCommands: boolean;
  /** The ccTLDs of the author, by the exact address of From; empty for who is not on the list. */
  readonly cctlds: readonly Cctld[];
  /** All ccTLDs for which changes are stopped. */
  readonly frozen: readonly Cctld[];
  /** The ccTLDs whose Admin Contact is in From, To or Cc. */
  readonly anchored: readonly Cctld[];
  /** The label of the mail itself, and that of the post which it answers. */
  readonly label?: Tlp;
  readonly parent?: Tlp;
  /** What the copies carry as Message-ID. */
  readonly messageId: string;
  /** What tells it from the posts before it, and whether one of them has that too. */
  readonly unlike: PostMark;
  readonly repeated: boolean;
  /** When this address was last told that only members may write. */
  readonly turnedAwayAt?: Date;
  /** When its author was last told what RED means. */
  readonly toldRedAt?: Date;
  readonly release?: Release;
}

/** What an SSC who was asked about a post says to it. */
export interface PostWordFacts {
  readonly now: Date;
  readonly settings: Settings;
  readonly mail: MailFacts;
  readonly consent: 'confirm' | 'reject' | 'unclear' | 'none';
  readonly token: Pick<FoundToken, 'id' | 'addressee' | 'status'>;
  readonly post: {
    readonly inboxId: number;
    readonly subject: string;
    readonly way: PostWay;
  };
}

/** How far a post has got, and whom it has reached. */
export interface PostWay {
  readonly state: PostState;
  /** Copies that there are, or were to be. */
  readonly of: number;
  readonly handed: number;
  /** Perhaps handed over: nobody knows. */
  readonly unsure: number;
}

/** `leaving`: on its way to everybody, not all have it. `over`: dropped, stopped or sent back. */
export type PostState = 'held' | 'leaving' | 'sent' | 'over';

const HELD: readonly ReasonCode[] = [
  'post-automatic',
  'post-automatic-unproven',
  'post-frozen',
  'post-unproven',
];

/** Whether a mail with this end is a post that a word can send to everybody. */
export function isHeldPost(outcome: string, reason: string | null): boolean {
  return outcome === 'held' && HELD.some((one) => one === reason);
}
