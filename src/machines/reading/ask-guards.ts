/** Words that take a sentence back: questions, conditions, negations; and the polite forms that do not. */

import { anyOf } from './ask-words.ts';

// "Could you please remove Alice?" asks it; "remove her if possible" too.
const POLITE = anyOf(`
  could you, can you, would you, will you, if possible, if you can, if you could, if you would, if you please, would like, would appreciate, would be grateful, would ask, would kindly ask, may i ask, let me know if, let us know if, tell me if, tell us if,
  if you have any, if you have questions, if you need, if there are any, if there is any, if anything, if needed, if necessary, if required, if not done already, not forget, don't forget, not hesitate, don't hesitate, not only, please advise if, contact me if,
  wenn möglich, wenn sie fragen haben, falls nötig, könnten sie, können sie, würden sie, könntet ihr, würden gerne, würden wir gerne, nicht vergessen, zögern sie nicht, falls sie fragen haben,
  si possible, si vous avez, si nécessaire, pourriez-vous, pouvez-vous, n'hésitez pas, n'oubliez pas, si es posible, si tienen, podrían, podría usted, pueden ustedes, no duden, no olviden, se possível, poderiam, podem, não hesitem, se tiverem,
  если возможно, не могли бы вы, можете ли вы, могли бы вы, если есть вопросы, не забудьте, هل يمكنكم, هل يمكن, إذا أمكن`);
const POLITE_ANYWHERE = anyOf('能否, 可否, 是否可以, 不好意思', false);

// The month.
const MAY =
  /(?<!\p{L})(?:\d{1,2}(?:st|nd|rd|th)?|in|since|of|by|last|until|from|early|late|mid|this|next) may(?!\p{L})|(?<!\p{L})may \d/gu;
const HYPOTHETICAL = anyOf(`
  if, whether, should we, shall we, should i, shall i, should you, do we, do you, can we, may we, could we, in case, unless, would, could, might, may, perhaps, maybe, possibly, consider, considering, thinking, think about, plan, plan to, plans to, planning, wonder, wondering, suppose, when, once, as soon as, until, will leave, is going to leave, hypothetically, for example, for instance, such as,
  only a test, just a test, exercise, drill, how do i, how to, how can, how would, you wrote, he wrote, she wrote, they wrote, your letter says, rumour, rumor, allegedly,
  withdraw, withdrawn, cancel, cancels, cancelled, canceled, ignore, disregard, stop the, stop removing, stop replacing, undo, against, object to, oppose, refuse, revoke, someone wrote, somebody wrote, someone asked, somebody asked, not us, not from us, not sent by us, fake, forged, fraud, phishing, hacked, compromised,
  before you, before we, before i, before removing, before deleting, before replacing, before anything, wait, waiting, mistake, mistakenly, forget, out of the question, disagree, disagrees, not agree, don't agree, doesn't agree, do not do, don't do, rather than, instead of removing, instead of deleting, instead of replacing, by accident, accidentally,
  on leave, sick leave, parental leave, sabbatical, on holiday, business trip, en vacances, en congé, en congé maladie, im urlaub, in urlaub, elternzeit, mutterschutz, krankgeschrieben, de vacaciones, vacaciones, permiso, de férias, férias, licença, licencia, в отпуске, в отпуск, отпуск, на больничном, in vacanza, في إجازة,
  avant de, avant que, attendre, attendez, erreur, antes de que, esperen, espere, error, por error, desacuerdo, antes de remover, aguardem, aguarde, esperem, engano, bevor, warten, warten sie, irrtum, versehentlich, fehler, прежде чем, подождите, ошибка, ошибке, не согласны, не согласен, не согласна,
  absence, during, holidays, vacation, maternity, temporarily, temporary, interim, is ill, is sick, annuler, annulez, cancelar, cancelen, anular, ignorar, отменить, отмените, отзываем, stornieren, zurückziehen, widerrufen, widerspreche, vertretung,
  si, faut-il, devons-nous, devrions-nous, peut-être, pourrait, quand, lorsque, envisageons, par exemple,
  debemos, deberíamos, quizás, quizá, tal vez, podría, cuando, por ejemplo, talvez, devemos, deveríamos, poderia, quando, caso, por exemplo, e se, se a, se o, se ela, se ele,
  если, ли, может быть, возможно, когда, например, إذا, هل, ربما, لو, عندما,
  wenn, falls, ob, sollen wir, sollten wir, soll ich, vielleicht, würde, könnte, sobald, zum beispiel, überlegen, forse, misschien`);
const HYPOTHETICAL_ANYWHERE = anyOf(
  '如果, 是否, 要不要, 吗, 撤回, 忽略, 也许, 考虑, 之前, 等等, 休假, 度假, もし, ですか',
  false,
);

const NEGATION = anyOf(`
  not, don't, doesn't, didn't, won't, isn't, aren't, hasn't, haven't, can't, cannot, never, no need, without, shouldn't, mustn't, wouldn't, neither, nor, nobody, no one,
  nicht, kein, keine, keinen, keinesfalls, nie, ne, n', pas, jamais, no, nunca, não, nao, nem, jamais, не, нет, ни, никогда, لا, لم, لن, ليس, ليست, non, niet, geen`);
// "contact no 2"
const NUMBERED = /(?<!\p{L})no\.? ?\d/gu;
const NEGATION_ANYWHERE = anyOf('不要, 请勿, 不用, 不必, 没有, 并未, 未, 别', false);

function strip(text: string, ...patterns: readonly RegExp[]): string {
  return patterns.reduce(
    (left, pattern) => left.replace(pattern, (found) => ' '.repeat(found.length)),
    text,
  );
}

function has(text: string, ...patterns: readonly RegExp[]): boolean {
  return patterns.some((pattern) => text.search(pattern) >= 0);
}

/** Without "could you", "if possible", "don't hesitate". */
export function withoutPolite(text: string): string {
  return strip(text, POLITE, POLITE_ANYWHERE);
}

/** True for a sentence (in lower case) that asks a question or makes a condition, and so asks for nothing. */
export function isHypothetical(text: string): boolean {
  const bare = strip(text, POLITE, POLITE_ANYWHERE, MAY);
  if (has(bare, HYPOTHETICAL, HYPOTHETICAL_ANYWHERE)) return true;
  return /[?？؟]["')\s]{0,4}$/u.test(text) && !has(text, POLITE, POLITE_ANYWHERE);
}

/** True for a part of a sentence (in lower case) that denies; the caller has blanked out "no longer" and the like. */
export function isNegated(text: string): boolean {
  return has(strip(text, POLITE, NUMBERED), NEGATION, NEGATION_ANYWHERE);
}
