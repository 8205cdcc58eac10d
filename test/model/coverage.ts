/** Counts what the sequences reached: a model that reaches nothing proves nothing. */

import type { Seen } from './seen.ts';
import type { Step } from './step.ts';
import type { World } from './world.ts';

const TELLING = new Set<string>([
  'post-confirmed',
  'post-denied',
  'post-released',
  'unreachable',
  'mail-arrives',
  'check-confirmed',
  'check-denied',
  'drill-answered',
  'drill-late',
  'drill-closed',
  'check-closed',
  'invite-declined',
  'invite-answered',
  'invite-heard',
  'invite-undeliverable',
  'redelegation-confirmed',
  'redelegation-none',
  'redelegation-transition',
  'redelegation-done',
  'registry-moved-on',
  'registry-anchor',
]);

export class Coverage {
  sequences = 0;
  steps = 0;
  crashes = 0;
  readonly #begun = performance.now();
  readonly #counts = new Map<string, number>();

  /** After a step: the states, outcomes and reasons that are new since the last one are counted. */
  add(seen: Seen, step: Step): void {
    const { cases, inbox, audit, frozen } = seen;
    this.steps += 1;
    this.#count(`step ${step.do}`);
    for (const { state, kind } of cases) {
      this.#count(`state ${state}`);
      this.#count(`kind ${kind}`);
    }
    const last = inbox.at(-1);
    if (last?.outcome !== undefined) this.#count(`outcome ${last.outcome}`);
    if (last !== undefined) this.#count(`reason ${last.reason ?? '-'}`);
    for (const { reason } of audit.slice(-3)) this.#count(`audit ${reason}`);
    if (frozen.size > 0) this.#count('frozen');
    for (const { period } of seen.issues) this.#count(`issue ${period.split(' ')[0]}`);
    for (const { reason } of audit) if (TELLING.has(reason)) this.#count(`ever ${reason}`);
    if (seen.copies.some(({ doubtful }) => doubtful)) this.#count('doubtful copy');
    if (seen.copies.some(({ handed_at: at }) => at === null)) this.#count('copy waits');
    for (const { verdict } of seen.changes) this.#count(`change ${verdict}`);
    for (const { kind } of seen.bounces) this.#count(`bounce ${kind}`);
  }

  played({ crashes }: World): void {
    this.sequences += 1;
    this.crashes += crashes;
  }

  has(what: string): boolean {
    return this.#counts.has(what);
  }

  report(): string {
    const seconds = (performance.now() - this.#begun) / 1_000;
    const rate = (this.steps / seconds).toFixed(1);
    const counts = [...this.#counts].toSorted(([a], [b]) => (a < b ? -1 : 1));
    return [
      `${this.sequences} sequences, ${this.steps} steps, ${this.crashes} crashes in ${seconds.toFixed(1)} s (${rate} steps a second).`,
      ...counts.map(([what, count]) => `  ${what}: ${count}`),
    ].join('\n');
  }

  #count(what: string): void {
    this.#counts.set(what, (this.#counts.get(what) ?? 0) + 1);
  }
}
