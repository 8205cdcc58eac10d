/** Steps with what is usual left out, for sequences that are written down. */

import type { Step } from './step.ts';

type Of<K extends Step['do']> = Extract<Step, { readonly do: K }>;
type Some<K extends Step['do']> = Partial<Omit<Of<K>, 'do'>>;

const MINUTE = 60_000;

/** The Admin Contact of .xa asks for two people. */
export function ask(over: Some<'ask'> = {}): Of<'ask'> {
  return {
    do: 'ask',
    by: 'anchor',
    cctld: 0,
    naming: 'one',
    form: 'whole',
    ask: '',
    which: 0,
    primary: true,
    late: false,
    ...over,
  };
}

/** The reader of the newest letter of this name answers it. */
export function answer(letter: string, over: Some<'answer'> = {}): Of<'answer'> {
  return {
    do: 'answer',
    letter,
    age: 0,
    by: 'reader',
    words: 'CONFIRM',
    token: 'kept',
    quoting: 'below',
    which: 0,
    late: false,
    ...over,
  };
}

/** The reader of the newest queue letter approves the case. */
export function decide(over: Some<'decide'> = {}): Of<'decide'> {
  return {
    do: 'decide',
    by: 'validator',
    letter: 'queue',
    age: 0,
    command: 0,
    wanted: 'APPROVE',
    token: 'kept',
    late: false,
    ...over,
  };
}

/** A Validator writes a command that belongs to no letter; the numbers are those of `perform.ts`. */
export function command(number: number, over: Some<'command'> = {}): Of<'command'> {
  return { do: 'command', by: 'validator', command: number, cctld: 0, which: 0, ...over };
}

/** The first SSC on the list asks for something of their own; the numbers are those of `perform.ts`. */
export function own(number: number, over: Some<'own'> = {}): Of<'own'> {
  return { do: 'own', by: 'ssc', command: number, which: 0, ...over };
}

/** The first SSC on the list writes to everybody. */
export function post(over: Some<'post'> = {}): Of<'post'> {
  return {
    do: 'post',
    by: 'ssc',
    label: 'TLP:AMBER',
    answering: false,
    which: 0,
    late: false,
    ...over,
  };
}

/** A Validator says what becomes of the newest mail to the list that waits. */
export function aside(what: Of<'aside'>['what'], over: Some<'aside'> = {}): Of<'aside'> {
  return { do: 'aside', by: 'validator', what, age: 0, ...over };
}

/** A report comes about the newest copy. */
export function back(over: Some<'return'> = {}): Of<'return'> {
  return { do: 'return', of: 'copy', what: 'bounce', how: 'true', age: 0, ...over };
}

/** A machine answers the newest letter of this name. */
export function machine(what: Of<'machine'>['what'], letter = 'any', age = 0): Of<'machine'> {
  return { do: 'machine', what, letter, age };
}

export function mailbox(what: Of<'mailbox'>['what'], which: number): Of<'mailbox'> {
  return { do: 'mailbox', what, which };
}

export function relay(what: Of<'relay'>['what']): Of<'relay'> {
  return { do: 'relay', what };
}

export function pass(hours: number): Of<'pass'> {
  return { do: 'pass', length: hours * 60 * MINUTE };
}

export function registry(what: Of<'registry'>['what'], over: Some<'registry'> = {}): Step {
  return { do: 'registry', what, cctld: 0, anchor: 0, asked: true, ...over };
}

/** The registry shows another manager, and that counts. */
export function redelegated(cctld: number, anchor = 2): Step[] {
  return [registry('manager', { cctld, anchor }), pass(8)];
}

/** The newest letter about a change in the registry is answered. */
export function judge(wanted: string, over: Some<'decide'> = {}): Of<'decide'> {
  return decide({ letter: 'alarm-moved', wanted, ...over });
}

/** An operator orders an invitation. */
export function order(whom: Of<'order'>['whom'], cctld = 0): Of<'order'> {
  return { do: 'order', whom, cctld };
}

/** A ccTLD is invited, and its letter is out. */
export function invited(cctld: number): Step[] {
  return [order('one', cctld), pass(1)];
}

/** The list of a ccTLD gets two people, under any policy and with two pairs of eyes. */
export function subscribed(cctld: number): Step[] {
  return [ask({ cctld, which: cctld }), answer('challenge'), decide(), decide()];
}
