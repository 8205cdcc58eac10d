import { expect, test } from 'vitest';
import { begin, advance, possible } from '../../src/machines/run.ts';
import { inviteMachine } from '../../src/machines/invite.ts';
import { freshContext } from '../../src/machines/read-request.ts';
import type { CaseState } from '../../src/machines/words/case.ts';
import { settings } from '../support/facts.ts';

const AFTER = 'xstate.after';

function started(ms = 0) {
  return begin(freshContext({ settings: settings() }), { type: 'ordered', ms }, 'invite');
}

function walk(events: readonly Parameters<typeof advance>[1][]) {
  return events.reduce((step, event) => {
    const { state, context } = step;
    return advance({ kind: 'invite', state, context }, event) ?? { ...step, wishes: [] };
  }, started());
}

const timer = (id: string) => ({ type: 'timer', id: `${AFTER}.${id}` }) as const;
const SENT = timer('hold.invite.planned');

test('a letter waits for its wave', () => {
  expect(started(90_000).wishes).toContainEqual({
    type: 'set-timer',
    id: `${AFTER}.hold.invite.planned`,
    delay: 90_000,
  });
});

test.each<[string, readonly Parameters<typeof advance>[1][], CaseState, readonly string[]]>([
  ['the wave', [SENT], 'invited', ['invite']],
  ['a reminder', [SENT, timer('reminder.invite.invited')], 'invited', ['invite reminder']],
  ['the end', [SENT, timer('answer.invite.invited')], 'awaiting-validator', ['alarm-invite']],
  ['an answer', [SENT, { type: 'answered' }], 'answered', []],
  ['an answer before the wave', [{ type: 'answered' }], 'answered', []],
  ['a no', [SENT, { type: 'declined' }], 'declined', ['invite-over', 'alarm-invite']],
  ['words', [SENT, { type: 'heard' }], 'invited', []],
  ['a report', [SENT, { type: 'undeliverable' }], 'awaiting-validator', ['alarm-invite']],
  ['a new address', [SENT, { type: 'anchor-changed', digest: '' }], 'planned', []],
  ['a freeze', [SENT, { type: 'stopped' }], 'awaiting-unfreeze', []],
  ['its end', [SENT, { type: 'stopped' }, { type: 'allowed' }], 'planned', []],
  ['a Validator before the wave', [{ type: 'reject' }], 'rejected', []],
  ['a Validator after it', [SENT, { type: 'reject' }], 'rejected', ['invite-over']],
])('%s', (_, events, state, letters) => {
  const step = walk(events);
  expect(step.state).toBe(state);
  const sent = step.wishes.flatMap((wish) =>
    wish.type === 'letter' ? [`${wish.letter}${wish.reminder ? ' reminder' : ''}`] : [],
  );
  expect(sent).toEqual(letters);
});

test('words of the Admin Contact begin the time until the next reminder anew', () => {
  const ids = walk([SENT, { type: 'heard' }]).wishes.flatMap((wish) =>
    wish.type === 'set-timer' ? [wish.id] : [],
  );
  expect(ids).toContain(`${AFTER}.reminder.invite.invited`);
});

test('two reminders are all, whatever is written, until another Admin Contact is invited', () => {
  const reminder = timer('reminder.invite.invited');
  const putOff = [{ type: 'heard' }, reminder, { type: 'heard' }, reminder] as const;
  const { state, context } = walk([SENT, ...putOff]);
  const at = { kind: 'invite', state, context } as const;
  expect(advance(at, timer('lastReminder.invite.invited'))).toBeUndefined();
  const anew = walk([SENT, ...putOff, { type: 'anchor-changed', digest: '' }, SENT, reminder]);
  expect(anew.wishes).toContainEqual(expect.objectContaining({ letter: 'invite', reminder: true }));
});

test('no event moves an invitation that is over, and none approves one', () => {
  const { context } = walk([SENT]);
  for (const state of Object.keys(inviteMachine.states) as CaseState[]) {
    const at = { kind: 'invite', state, context } as const;
    expect(possible(at, { type: 'approve', digest: '', by: 'a@b.test' as never })).toBe(false);
    const over = ['answered', 'declined', 'settled', 'rejected', 'expired'].includes(state);
    if (over)
      expect(possible(at, { type: 'answered' }) || possible(at, { type: 'reject' })).toBe(false);
  }
});
