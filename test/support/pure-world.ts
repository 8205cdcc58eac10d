/** A world of values: decisions are carried out as the store would, so that any story can be played. */

import type { CaseChange, Decision, LetterEffect } from '../../src/machines/decision.ts';
import type { FoundToken, JoinFacts, RegistryView } from '../../src/machines/facts.ts';
import { decideJoin } from '../../src/machines/join.ts';
import type { Command } from '../../src/machines/words/command.ts';
import { decideAnchor, decideApply, decideTimer } from '../../src/machines/upkeep.ts';
import { decideCommands } from '../../src/machines/validate.ts';
import type { Address } from '../../src/machines/words/address.ts';
import { type Case, CLOSED, type RosterEntry } from '../../src/machines/words/case.ts';
import type { Cctld } from '../../src/machines/words/cctld.ts';
import type { Contact } from '../../src/machines/words/contact.ts';
import type { Policy } from '../../src/machines/words/evidence.ts';
import {
  ANCHOR,
  commandFacts,
  joinFacts,
  mailFacts,
  NOW,
  settings,
  storedCase,
  viewOf,
  type Writing,
  XA,
  XB,
} from './facts.ts';

/** A letter that somebody got. */
export interface Sent {
  readonly letter: LetterEffect;
  readonly caseId?: number;
  /** The Admin Contact address of its case when it was sent. */
  readonly anchor?: Address;
}

export interface Heard extends Writing {
  readonly tokens: readonly FoundToken[];
  readonly consent: JoinFacts['consent'];
  readonly form: JoinFacts['form'];
  readonly thread?: number;
}

export class World {
  readonly cases = new Map<number, Case>();
  readonly letters: Sent[] = [];
  readonly tokens: FoundToken[] = [];
  readonly frozen = new Set<Cctld>();
  readonly anchors = new Map<Cctld, Address>([
    [XA, ANCHOR],
    [XB, ANCHOR],
  ]);
  roster: (RosterEntry & { readonly caseId: number })[] = [];
  readonly #gone: (RosterEntry & { caseId: number; by: number })[] = [];
  readonly #timers = new Map<number, Set<string>>();
  readonly #toApply = new Set<number>();
  readonly #settings;
  #mails = 0;

  constructor(policy: Policy) {
    this.#settings = settings(policy);
  }

  get open(): Case[] {
    return [...this.cases.values()].filter(({ state }) => !CLOSED.includes(state));
  }

  /** Somebody writes to the join address. */
  write({ tokens, consent, form, thread, ...writing }: Heard): Decision | undefined {
    this.#mails += 1;
    const facts = joinFacts({
      settings: this.#settings,
      mail: mailFacts({ ...writing, inboxId: this.#mails }),
      tokens,
      consent,
      form,
      cases: this.cases,
      open: this.open,
      anchored: [...this.anchors]
        .filter(([, anchor]) => anchor === writing.from)
        .map(([one]) => one),
      registry: new Map([...this.anchors.keys()].map((one) => [one, this.#view(one)])),
      rosters: Map.groupBy<Cctld, RosterEntry>(this.roster, ({ cctld }) => cctld),
      doneBy: this.#doneBy(),
      ...(thread === undefined ? {} : { threadCase: thread }),
    });
    const decision = decideJoin(facts);
    return 'wait' in decision ? undefined : this.#commit(decision);
  }

  /** Somebody writes to the validate address. */
  command(command: Command, writing: Writing, tokens: readonly FoundToken[]): Decision {
    this.#mails += 1;
    const mail = mailFacts({ ...writing, inboxId: this.#mails });
    const frozen = new Map([...this.anchors.keys()].map((one) => [one, this.frozen.has(one)]));
    const at = { settings: this.#settings, mail, tokens, cases: this.cases, frozen };
    return this.#commit(decideCommands(commandFacts({ ...at, commands: [command] })));
  }

  /** The timers of a case that are set now. */
  timersOf(id: number): string[] {
    return [...(this.#timers.get(id) ?? [])];
  }

  timer(id: number, timer: string): void {
    const found = this.cases.get(id);
    this.#timers.get(id)?.delete(timer);
    if (found === undefined) return;
    this.#carryOut(decideTimer({ now: NOW, settings: this.#settings }, found, timer));
  }

  /** The list worker takes up what waits for it. */
  apply(): void {
    for (const id of this.#toApply) {
      this.#toApply.delete(id);
      const found = this.cases.get(id);
      if (found?.state !== 'applying' || found.cctld === undefined) continue;
      if (this.frozen.has(found.cctld)) continue;
      const roster = this.roster.filter(({ cctld }) => cctld === found.cctld);
      const at = { now: NOW, settings: this.#settings, case: found, roster, known: [] };
      this.#carryOut(decideApply({ ...at, registry: this.#view(found.cctld) }));
    }
  }

  /** The registry lists another Admin Contact. */
  moveAnchor(cctld: Cctld, anchor: Address): void {
    this.anchors.set(cctld, anchor);
    for (const found of this.open.filter((one) => one.cctld === cctld)) {
      const at = { now: NOW, settings: this.#settings };
      this.#carryOut(decideAnchor(at, found, this.#view(cctld), { roster: [], known: [] }));
    }
  }

  #view(cctld: Cctld): RegistryView {
    const anchor = this.anchors.get(cctld) ?? ANCHOR;
    return viewOf({ cctld, anchor, ...(this.frozen.has(cctld) ? { frozen: 'frozen' } : {}) });
  }

  #commit(decision: Decision): Decision {
    for (const id of decision.usedTokens) this.#endToken(id, 'used');
    for (const change of decision.changes) this.#carryOut(change);
    for (const letter of decision.letters) this.#send(letter, letter.caseId);
    for (const { cctld, reason } of decision.freezes ?? []) {
      if (reason === undefined) this.frozen.delete(cctld);
      else this.frozen.add(cctld);
    }
    return decision;
  }

  #carryOut(change: CaseChange | undefined): void {
    if (change === undefined) return;
    const stored = storedCase(change, change.was?.id ?? 1001 + this.cases.size);
    this.cases.set(stored.id, stored);
    for (const effect of change.effects) this.#effect(effect, stored);
  }

  #effect(effect: CaseChange['effects'][number], { id, cctld = XA }: Case): void {
    const timers = this.#timers.get(id) ?? new Set();
    this.#timers.set(id, timers);
    switch (effect.type) {
      case 'letter':
        return this.#send(effect, id);
      case 'apply':
        return void this.#toApply.add(id);
      case 'freeze':
        return void this.frozen.add(cctld);
      case 'set-timer':
        return void timers.add(effect.id);
      case 'cancel-timer':
        return void timers.delete(effect.id);
      case 'change-person':
        return;
      case 'set-roster':
        return this.#setRoster(effect.contacts, cctld, id);
      case 'revoke-tokens':
        for (const token of this.tokens) {
          const hit = token.caseId === id && effect.purposes.includes(token.purpose);
          if (hit && token.digest !== effect.keepDigest) this.#endToken(token.id, 'revoked');
        }
    }
  }

  #setRoster(contacts: readonly Contact[], cctld: Cctld, id: number): void {
    const had = this.roster.filter((one) => one.cctld === cctld);
    const wanted = new Set(contacts.map(({ address }) => address));
    const gone = had.filter(({ address }) => !wanted.has(address));
    this.roster = [
      ...this.roster.filter((one) => one.cctld !== cctld),
      ...contacts.map((contact) => {
        const known =
          had.find(({ address }) => address === contact.address) ??
          this.#gone.find((one) => one.by === id && one.address === contact.address);
        const caseId = known?.caseId ?? id;
        return { ...contact, cctld, caseId, since: NOW.toISOString() };
      }),
    ];
    this.#gone.push(...gone.map((one) => ({ ...one, by: id })));
  }

  #doneBy(): NonNullable<JoinFacts['doneBy']> {
    const applied = [...this.cases.values()].filter(({ state }) => state === 'applied');
    return new Map(
      applied.map(({ id, cctld }) => [
        id,
        {
          roster: this.roster.filter((one) => one.cctld === cctld),
          done: {
            came: this.roster.filter(({ caseId }) => caseId === id).map(({ address }) => address),
            gone: this.#gone
              .filter(({ by }) => by === id)
              .map((one) => ({
                ...one,
                refused: this.cases.get(one.caseId)?.state === 'objected',
              })),
          },
        },
      ]),
    );
  }

  #send(letter: LetterEffect, caseId?: number): void {
    const anchor = this.cases.get(caseId ?? 0)?.anchor;
    const about = caseId === undefined ? {} : { caseId };
    this.letters.push({ letter, ...about, ...(anchor === undefined ? {} : { anchor }) });
    if (letter.token === undefined || caseId === undefined) return;
    const { purpose, digest } = letter.token;
    const id = this.tokens.length + 1;
    this.tokens.push({ id, caseId, purpose, digest, addressee: letter.to, status: 'open' });
  }

  #endToken(id: number, status: 'used' | 'revoked'): void {
    const token = this.tokens[id - 1];
    if (token?.status === 'open') this.tokens[id - 1] = { ...token, status };
  }
}
