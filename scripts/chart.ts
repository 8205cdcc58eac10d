/** Draws a state machine as a Mermaid state diagram, so that the picture never lags behind the code. */

import type { AnyStateMachine, AnyStateNode, AnyTransitionDefinition } from 'xstate';

/**
 * A Mermaid `stateDiagram-v2` of a flat machine. A transition reads `event [guard] / actions`; inside
 * a state stands what happens on entry, and what happens there without leaving it. Throws for nested
 * or parallel states, which it cannot draw.
 */
export function drawChart(machine: AnyStateMachine): string {
  const states = Object.values<AnyStateNode>(machine.root.states);
  const nested = states.find((state) => state.type !== 'atomic' && state.type !== 'final');
  if (nested !== undefined) throw new Error(`cannot draw the ${nested.type} state ${nested.key}`);
  const start = machine.root.initial.target[0] as AnyStateNode;
  const body = [`[*] --> ${idOf(start)}`, ...states.flatMap(drawState)];
  return ['stateDiagram-v2', ...body.map((line) => `  ${line}`), ''].join('\n');
}

function drawState(state: AnyStateNode): string[] {
  const ways = [...(state.always ?? []), ...[...state.transitions.values()].flat()];
  const entry = nameActions(state.entry);
  return [
    `state "${state.key}" as ${idOf(state)}`,
    ...(entry === '' ? [] : [`${idOf(state)}: entry${entry}`]),
    ...ways.map((way) => drawWay(state, way)),
    ...(ways.some((way) => way.target !== undefined) ? [] : [`${idOf(state)} --> [*]`]),
  ];
}

function drawWay(state: AnyStateNode, way: AnyTransitionDefinition): string {
  const guard = way.guard === undefined ? '' : ` [${nameOf(way.guard)}]`;
  const label = `${nameEvent(way.eventType)}${guard}${nameActions(way.actions)}`.trim();
  const target = way.target?.[0] as AnyStateNode | undefined;
  if (target === undefined) return `${idOf(state)}: ${label}`;
  return `${idOf(state)} --> ${idOf(target)}${label === '' ? '' : `: ${label}`}`;
}

// A delay comes as the event `xstate.after.<delay>.<path of the state>`; `always` has no event.
function nameEvent(type: string): string {
  const delay = /^xstate\.after\.([^.]+)\./.exec(type)?.[1];
  return delay === undefined ? type : `after ${delay}`;
}

// Entries such as `xstate.raise`, which xstate adds for its delays, are no actions of ours.
function nameActions(actions: readonly unknown[]): string {
  const names = actions.map(nameOf).filter((name) => !name.startsWith('xstate.'));
  return names.length === 0 ? '' : ` / ${names.join(', ')}`;
}

/** `read`, or with its parameters in one line: `letter challenge reminder`. */
function nameOf(item: unknown): string {
  if (typeof item === 'string') return item;
  const { type, params } = item as { type: string; params?: Record<string, unknown> };
  const words = Object.entries(params ?? {}).map(([key, value]) => (value === true ? key : value));
  return [type, ...words].join(' ');
}

// Mermaid's identifiers have no hyphen.
function idOf(state: AnyStateNode): string {
  return state.key.replaceAll('-', '_');
}
