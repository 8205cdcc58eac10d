/** What a step of the machine becomes: letters with their addressees and tokens, timers, void tokens. */

import { describe, expect, it } from 'vitest';
import type { CaseEffect, LetterEffect } from '../../src/machines/decision.ts';
import { aboutCase } from '../../src/machines/about-case.ts';
import { commandsNow } from '../../src/machines/commands-now.ts';
import { effectsOf } from '../../src/machines/effects.ts';
import type { StepSetting } from '../../src/machines/step-letters.ts';
import { decideJoin } from '../../src/machines/join.ts';
import { readCommands } from '../../src/machines/reading/command.ts';
import { readSegments } from '../../src/machines/reading/segments.ts';
import { advance } from '../../src/machines/run.ts';
import type { Case } from '../../src/machines/words/case.ts';
import {
  ANCHOR,
  changeOf,
  joinFacts,
  mailFacts,
  NOW,
  ROSA,
  settings,
  storedCase,
  VAL1,
  VAL2,
  XA,
} from '../support/facts.ts';
import { type Edge, TERMS, walk } from '../support/request-graph.ts';

const asked = joinFacts({ mail: mailFacts({ from: ROSA, copied: [ANCHOR] }) });
const CASE = storedCase(changeOf(decideJoin(asked)));

/** What an edge of the graph asks for, in a case that is about .xa. */
function settingOf({ from, event }: Edge): StepSetting | undefined {
  const was: Case = { ...CASE, ...from };
  const told = event.type.startsWith('xstate.after.') ? { type: 'timer', id: event.type } : event;
  const step = advance(was, told as Parameters<typeof advance>[1]);
  if (step === undefined) return undefined;
  const draft = { ...was, state: step.state, context: step.context };
  // Should it be taken back: those whom the request describes are on the list by it.
  const after = CASE.request.contacts;
  const roster = after.map((one) => ({ ...one, cctld: XA, since: NOW.toISOString() }));
  const undo = { roster, done: { came: after.map(({ address }) => address), gone: [] } };
  return { draft, step, was, now: NOW, settings: settings(), actor: ANCHOR, undo };
}

// Every kind of step once: the rest of the graph differs only in what is proven.
const EDGES = Map.groupBy(
  walk('balanced', undefined, ['E1', 'E3']).filter(({ from }) => from.state !== 'received'),
  ({ from, event, to }) => [from.state, event.type, to.state, from === to].join(' '),
);
const SETTINGS = [...EDGES.values()].flatMap(([edge]) => (edge && settingOf(edge)) ?? []);
const LETTERS = SETTINGS.flatMap((setting) =>
  effectsOf(setting).flatMap((effect) =>
    effect.type === 'letter' ? [{ setting, letter: effect }] : [],
  ),
);

describe('every letter that the machine can ask for', () => {
  it('can be written', () => {
    expect(new Set(LETTERS.map(({ letter }) => letter.letter)).size).toBeGreaterThan(14);
  });

  const TO: Record<string, readonly string[]> = {
    challenge: [ANCHOR],
    objection: [ANCHOR],
    details: [ROSA, ANCHOR],
    question: [ROSA, ANCHOR],
    validate: [VAL1, VAL2],
    committee: ['chair@ccnso.example'],
  };

  it('carries its token to those whom that is for, and to no one else', () => {
    const wrong = LETTERS.filter(
      ({ letter: { token, to } }) => token !== undefined && !TO[token.purpose]?.includes(to),
    );
    expect(wrong).toEqual([]);
  });

  it('binds its token to what it shows, for as long as that can be answered', () => {
    for (const { letter, setting } of LETTERS) {
      if (letter.token === undefined) continue;
      const { digest, shown } = setting.step.context;
      expect(letter.token.digest).toBe(letter.token.purpose === 'validate' ? shown : digest);
      const waits = ['validate', 'objection'].includes(letter.token.purpose);
      expect(letter.token.lifeMs).toBe(waits ? TERMS.objection : TERMS.answer);
    }
  });

  it('shows the state after the step', () => {
    const states = LETTERS.flatMap(({ letter: { data }, setting: { step } }) =>
      'about' in data ? [[data.about.state, step.state] as const] : [],
    );
    expect(states.filter(([shown, actual]) => shown !== actual)).toEqual([]);
  });

  it('answers the mail of the requester, and opens no thread for anybody else', () => {
    const request = { ...CASE.request, answersTo: 'mail-1@mailbox.example' };
    const [first] = SETTINGS;
    for (const setting of SETTINGS) {
      const letters = effectsOf({ ...setting, draft: { ...setting.draft, request } });
      for (const letter of letters.filter(isLetter)) {
        expect(letter.answersTo === undefined).toBe(letter.to !== ROSA);
      }
    }
    expect(first).toBeDefined();
  });
});

const isLetter = (effect: CaseEffect): effect is LetterEffect => effect.type === 'letter';

describe('void tokens', () => {
  it('come before the new ones, which they must not hit', () => {
    const late = SETTINGS.map((setting) => effectsOf(setting).map(({ type }) => type)).filter(
      (types) =>
        types.includes('letter') && types.lastIndexOf('revoke-tokens') > types.indexOf('letter'),
    );
    expect(late).toEqual([]);
  });

  it('are those of Validators and of the copy, when the request is another', () => {
    const other = { ...CASE.context, digest: 'another' };
    for (const setting of SETTINGS.filter(({ was }) => was?.state === 'queued')) {
      const context = { ...setting.step.context, digest: 'another' };
      const changed = { ...setting, draft: { ...setting.draft, context: other } };
      const effects = effectsOf({ ...changed, step: { ...setting.step, context } });
      const purposes = effects.flatMap((one) => (one.type === 'revoke-tokens' ? one.purposes : []));
      expect(purposes).toEqual(expect.arrayContaining(['validate', 'objection', 'challenge']));
    }
  });

  it('are not those of the copy when the request is approved: it can still be stopped', () => {
    const approved = SETTINGS.filter(
      ({ was, step }) => was?.state === 'queued' && step.state === 'applying',
    );
    expect(approved.length).toBeGreaterThan(0);
    for (const setting of approved) {
      const purposes = effectsOf(setting).flatMap((one) =>
        one.type === 'revoke-tokens' ? one.purposes : [],
      );
      expect(purposes).not.toContain('objection');
    }
  });
});

const DECIDES = ['APPROVE', 'REJECT', 'ASK', 'HOLD', 'AMEND', 'ESCALATE', 'NOTE', 'VERIFIED'];

describe('the commands that are offered', () => {
  it('can be copied and are read as commands about this case', () => {
    for (const { step, draft } of SETTINGS) {
      const lines = commandsNow({ ...draft, ...step }, 4711);
      const { commands, faults } = readCommands(
        readSegments(lines.slice(0, 1).join('\n').replace('your reason', 'It is wrong.')),
      );
      expect(faults).toEqual([]);
      expect(commands).toHaveLength(Math.min(lines.length, 1));
    }
  });

  it.each([
    ['queued', DECIDES],
    ['asked', DECIDES],
    ['on-hold', DECIDES],
    ['escalated', DECIDES],
    ['apply-failed', ['REJECT']],
    ['challenged', []],
    ['needs-details', []],
    ['applying', ['REJECT']],
    ['applied', []],
    ['rejected', []],
  ] as const)('in %s are %j', (state, words) => {
    const context = { ...CASE.context, evidence: 'E4' as const };
    const step = { state, context, wishes: [] };
    expect(commandsNow({ ...CASE, ...step }, '#').map((line) => line.split(' ')[0])).toEqual(words);
  });

  it('hold no APPROVE while nobody is named', () => {
    const context = { ...CASE.context, evidence: 'E4' as const, digest: '' };
    const step = { state: 'queued' as const, context, wishes: [] };
    expect(commandsNow({ ...CASE, ...step }, '#').some((line) => line.startsWith('APPROVE'))).toBe(
      false,
    );
  });
});

describe('the end of the waiting, as letters show it', () => {
  it.each(['needs-cctld', 'needs-details', 'challenged', 'asked'] as const)(
    'is told in %s',
    (state) => {
      const due = aboutCase({ ...CASE, state }, NOW).due;
      expect(due).toBe(new Date(NOW.getTime() + TERMS.answer).toISOString());
    },
  );

  it.each(['queued', 'applying', 'applied'] as const)('is not told in %s', (state) => {
    expect(aboutCase({ ...CASE, state }, NOW)).not.toHaveProperty('due');
  });

  it('does not move while the state stays: a reminder tells the old one', () => {
    const was = { ...CASE, dueAt: '2026-12-01T00:00:00.000Z' };
    expect(aboutCase(CASE, NOW, was).due).toBe('2026-12-01T00:00:00.000Z');
  });
});
