/** The texts that an invitation is made of, in whatever language. */

/** The words of one language. `cctld` is `.xa`; `name` and the addresses are those of the list. */
export interface InviteWords {
  /** Above the other language: where this one stands. */
  readonly below: string;
  readonly hello: string;
  readonly who: (name: string) => string;
  readonly again: (day: string) => string;
  readonly why: (cctld: string) => string;
  readonly what: string;
  readonly whom: (cctld: string) => string;
  readonly howToFill: string;
  /** The labels are those of `reading/labels.ts`, and the headings those of `reading/heading-words.ts`. */
  readonly form: string;
  readonly secret: string;
  /** Until when the letter can be answered; a day in ISO form, or in words in English. */
  readonly until: (day: string) => string;
  readonly others: string;
  readonly othersFirstLine: string;
  readonly no: string;
  readonly noLabel: string;
  /** Words that `reading/refusal.ts` knows as a clear refusal. */
  readonly noWords: string;
  readonly thenQuiet: string;
  readonly nothing: (isReminder: boolean) => string;
  readonly genuine: (owner: string) => string;
  readonly questions: (owner: string) => string;
  readonly team: (name: string) => string;
  readonly declined: (cctld: string) => string;
  readonly changeYourMind: (join: string) => string;
  readonly closed: (cctld: string) => string;
  readonly reason: string;
}
