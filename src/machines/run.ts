/** Runs the machine of a case one step at a time, from a stored case to plain data. */

import { initialTransition, transition } from 'xstate';
import { type InviteEvent, inviteMachine } from './invite.ts';
import { type LostEvent, lostMachine } from './lost.ts';
import { type MovedEvent, movedMachine } from './moved.ts';
import { isOwn, type OwnEvent, ownMachine } from './own.ts';
import { requestMachine, type RequestEvent } from './request.ts';
import type { CaseContext, CaseKind, CaseState } from './words/case.ts';
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

export type CaseEvent = RequestEvent | OwnEvent | LostEvent | InviteEvent | MovedEvent;

/** A case as far as its machine goes; one without a kind is a request. */
interface At {
  readonly kind?: CaseKind;
  readonly state: CaseState;
  readonly context: CaseContext;
}

type Machine = typeof requestMachine;

// All have the same context, and states of `CaseState`; the one does not know the other's events.
function machineOf(kind: CaseKind | undefined): Machine {
  if (kind === 'unreachable') return lostMachine as unknown as Machine;
  if (kind === 'invite') return inviteMachine as unknown as Machine;
  if (kind === 'redelegation') return movedMachine as unknown as Machine;
  return kind !== undefined && isOwn(kind) ? (ownMachine as unknown as Machine) : requestMachine;
}

/** The first step of a new case. */
export function begin(context: CaseContext, event: CaseEvent, kind?: CaseKind): Step {
  const machine = machineOf(kind);
  const [fresh] = initialTransition(machine, context);
  return toStep(transition(machine, fresh, event as RequestEvent));
}

/**
 * The next step of a stored case, or undefined when the event has no place in its state (then
 * nothing changes and nothing is done).
 */
export function advance(at: At, event: CaseEvent | TimerEvent): Step | undefined {
  // Timers come back from the store by name; no name may stand for a mail or a Validator's word.
  if (event.type === 'timer' && !event.id.startsWith('xstate.after.')) return undefined;
  const machine = machineOf(at.kind);
  const snapshot = machine.resolveState({ value: at.state, context: at.context });
  const told = event.type === 'timer' ? { type: event.id } : event;
  const result = transition(machine, snapshot, told as RequestEvent);
  return result[0] === snapshot && result[1].length === 0 ? undefined : toStep(result);
}

/** True when the event would do something in this state: what a letter may offer as a command. */
export function possible(at: At, event: CaseEvent): boolean {
  const snapshot = machineOf(at.kind).resolveState({ value: at.state, context: at.context });
  return snapshot.can(event as RequestEvent);
}

function toStep([snapshot, actions]: ReturnType<typeof transition<Machine>>): Step {
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
