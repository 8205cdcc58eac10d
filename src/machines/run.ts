/** Runs the request machine one step at a time, from a stored case to plain data. */

import { initialTransition, transition } from 'xstate';
import { requestMachine, type RequestEvent } from './request.ts';
import type { CaseContext, CaseState } from './words/case.ts';
import type { LetterName } from './letters/letter.ts';

/** What a step asks for, in order. */
export type Wish =
  | { readonly type: 'letter'; readonly letter: LetterName; readonly reminder: boolean }
  | { readonly type: 'apply' | 'freeze' | 'undo' }
  | { readonly type: 'set-timer'; readonly id: string; readonly delay: number }
  | { readonly type: 'cancel-timer'; readonly id: string };

export interface Step {
  readonly state: CaseState;
  readonly context: CaseContext;
  readonly wishes: readonly Wish[];
}

/** A timer that has run out; `id` is the event type that xstate gave it. */
export interface TimerEvent {
  readonly type: 'timer';
  readonly id: string;
}

/** The first step of a new case. */
export function begin(context: CaseContext, event: RequestEvent): Step {
  const [fresh] = initialTransition(requestMachine, context);
  return toStep(transition(requestMachine, fresh, event));
}

/**
 * The next step of a stored case, or undefined when the event has no place in its state (then
 * nothing changes and nothing is done).
 */
export function advance(
  at: { readonly state: CaseState; readonly context: CaseContext },
  event: RequestEvent | TimerEvent,
): Step | undefined {
  // Timers come back from the store by name; no name may stand for a mail or a Validator's word.
  if (event.type === 'timer' && !event.id.startsWith('xstate.after.')) return undefined;
  const snapshot = requestMachine.resolveState({ value: at.state, context: at.context });
  const told = event.type === 'timer' ? { type: event.id } : event;
  const result = transition(requestMachine, snapshot, told as RequestEvent);
  return result[0] === snapshot && result[1].length === 0 ? undefined : toStep(result);
}

/** True when the event would do something in this state: what a letter may offer as a command. */
export function possible(
  at: { readonly state: CaseState; readonly context: CaseContext },
  event: RequestEvent,
): boolean {
  return requestMachine.resolveState({ value: at.state, context: at.context }).can(event);
}

function toStep([snapshot, actions]: ReturnType<typeof transition<typeof requestMachine>>): Step {
  return {
    state: snapshot.value as CaseState,
    context: snapshot.context,
    wishes: actions.map((action) => toWish(action.type, action.params)),
  };
}

function toWish(type: string, params: unknown): Wish {
  const given = (params ?? {}) as Record<string, unknown>;
  switch (type) {
    case 'letter':
      return { type, letter: given['letter'] as LetterName, reminder: given['reminder'] === true };
    case 'apply':
    case 'freeze':
    case 'undo':
      return { type };
    case 'xstate.raise':
      return { type: 'set-timer', id: String(given['id']), delay: Number(given['delay']) };
    case 'xstate.cancel':
      return { type: 'cancel-timer', id: String(given['sendId']) };
    default:
      // A machine that asks for anything else (an actor, a send) must not get past its tests.
      throw new Error(`the machine asked for an unknown action: ${type}`);
  }
}
