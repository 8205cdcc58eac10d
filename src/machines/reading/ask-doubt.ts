/** What makes a whole mail, or a whole sentence, too doubtful to act upon: withdrawals, other people's words, exceptions. */

import { isHypothetical, isNegated } from './ask-guards.ts';
import { anyOf } from './ask-words.ts';
import type { Sentence } from './ask-sentences.ts';

const EXCEPT = anyOf(`
  except, except for, excepting, excluding, other than, apart from, aside from, with the exception of, save for, all but, everyone but, everybody but, anyone but, nobody but, contacts but, them but, people but, only,
  außer, ausser, bis auf, mit ausnahme, ausgenommen, nur, sauf, excepté, hormis, à part, à l'exception, en dehors, seul, seule, seulement, excepto, menos, salvo, a excepción, con excepción, exceptuando, solo, sólo, solamente,
  exceto, excetuando, com exceção, à exceção, tirando, apenas, só, somente, кроме, за исключением, исключая, помимо, только, عدا, ما عدا, ماعدا, باستثناء, إلا, سوى, فقط, tranne, eccetto, behalve`);
const EXCEPT_ANYWHERE = /除了|除[^，。]{1,20}外|以外|之外|只|仅/u;

/** "Everyone but Alice": who is meant can't be told safely. */
export function isExcepting(masked: string): boolean {
  return masked.search(EXCEPT) >= 0 || EXCEPT_ANYWHERE.test(masked);
}

const WITHDRAWN = anyOf(`
  oops, ooops, whoops, ups, upps, hoppla, i meant, we meant, ask you first, ask first, not sure, unsure, not certain,
  that was wrong, this was wrong, it was wrong, that is wrong, was a mistake, is a mistake, was my mistake, was our mistake, was an error, is an error, my mistake, my error, our mistake, made a mistake, wrong mail, wrong message, wrong list, wrong address sorry, sent to the wrong address, by mistake sent, sent by mistake, sent this by mistake, sent in error,
  please ignore, ignore it, ignore this, ignore that, ignore my, ignore our, ignore the above, please disregard, disregard this, disregard that, disregard my, disregard it, never mind, nevermind, scratch that, no wait, please wait, wait for, wait until, don't do it, hold on, on hold, cancel that, cancel this, cancel it, cancel my, please cancel,
  do not do that, do not do it, do not do this, don't do that, don't do this, do not agree, don't agree, does not agree, did not agree, disagree, disagrees, i object, we object, without our consent, not approved, changed our mind, changed my mind, take that back, take it back, forget it, forget what, forget that, forget about, forget this, forget my, on second thought, on second thoughts, do nothing, not yet please,
  was not from us, was not me, was not us, not sent by us, not sent by me, did not send, didn't send, did not write, didn't write, is not our request, no longer needed, not needed any more, just kidding, as a joke, withdraw, withdrawn, i take back, we take back,
  c'était une erreur, c'est une erreur, par erreur, ignorez, ne tenez pas compte, ne pas tenir compte, veuillez ignorer, merci d'ignorer, annulez, pas d'accord, oubliez, attendez, ne faites rien, ne le faites pas, ne faites pas cela,
  fue un error, es un error, por error, ignoren, ignore este, ignore esto, ignórenlo, hagan caso omiso, no hagan caso, anulen, cancelen, no estamos de acuerdo, no estoy de acuerdo, olviden, olvídenlo, esperen, no lo hagan, no hagan nada,
  foi um erro, foi engano, por engano, por erro, ignorem, ignore esta, desconsiderem, desconsidere, cancelem, não concordamos, não concordo, não estamos de acordo, esqueçam, aguardem, não façam isso, não o façam, não façam nada,
  war ein fehler, war ein irrtum, war falsch, mein fehler, unser fehler, irrtümlich, versehentlich, aus versehen, ignorieren sie, bitte ignorieren, vergessen sie, nicht einverstanden, stimmen nicht zu, stimme nicht zu, warten sie, bitte warten, doch nicht, tun sie das nicht, tun sie nichts, hat sich erledigt, bitte nicht,
  это ошибка, это была ошибка, по ошибке, ошибся, ошиблась, ошиблись, игнорируйте, проигнорируйте, не обращайте внимания, отмените, не согласны, не согласен, не согласна, забудьте, подождите, не делайте этого, не надо, передумали`);
const WITHDRAWN_ANYWHERE = /撤回|忽略|弄错|搞错|写错|不同意|请等|算了|不要这样/u;
const SORRY =
  /^(?:sorry|pardon|désolée?s?|perdón|disculpen?|desculpem?|entschuldigung|entschuldigen|извините|простите)(?!\p{L})(?!.{0,30}(?:late|delay|wait|inconvenience|trouble|bother|retard|demora|retraso|verspät|задерж|беспоко))/u;
// The small print below a mail, and the courtesy in it.
const SMALL_PRINT =
  /recipient|received .{0,40}(?:error|mistake)|confidential|destinataire|destinatari|empfänger|получател|(?:don't|do not|not|never) (?:hesitate|forget)|(?:nicht|ne|no|não|не) (?:vergessen|oubliez|olviden|esqueçam|забудьте)|n'oubliez/u;

/** "Sorry, that was wrong", "we do not agree": nothing in the mail is to be done without asking back. */
export function isWithdrawal(text: string): boolean {
  const lower = text.toLowerCase();
  if (SMALL_PRINT.test(lower)) return false;
  return lower.search(WITHDRAWN) >= 0 || SORRY.test(lower) || WITHDRAWN_ANYWHERE.test(lower);
}

const NO_MORE =
  /(?<!\p{L})(?:no longer|any ?more|any longer|plus|mehr|más|mais|ya no|больше|уже)(?!\p{L})/u;

/** "No, keep her", "is it right?": a short sentence beside a request that says no, or asks. */
export function isSecondThought(masked: string): boolean {
  if (masked.length > 90 || SMALL_PRINT.test(masked)) return false;
  if (/[?？؟]["')\s]{0,4}$/u.test(masked)) return isHypothetical(masked);
  return !NO_MORE.test(masked) && isNegated(masked);
}

const FOREIGN =
  /^-{2,}.{0,40}(?:forwarded|original|weitergeleitete|ursprüngliche|transféré|reenviado|encaminhad|пересыл|исходное)|^(?:begin forwarded message|(?:from|von|de|от|expéditeur|remitente) ?: .{0,120}@)|(?<!\p{L})(?:wrote|writes|schrieb|a écrit|escribió|escreveu|написала?|пишет) ?:$/iu;

/** Where the words of somebody else begin, which the sender only shows: the number of sentences before them. */
export function ownSentences(sentences: readonly Sentence[]): number {
  const at = sentences.findIndex(({ text }) => FOREIGN.test(text));
  return at < 0 ? sentences.length : at;
}

const EVERYBODY =
  /(?<!\p{L})(?:everyone|everybody|(?:the )?(?:rest|others?)|other (?:one|two)|all (?:the )?others|the (?:first|second|third|last|latter|former)|first one|second one|last one|tout le monde|tous|toutes|les autres|l'autre|todos|todas|los demás|el otro|la otra|el resto|os outros|os demais|o resto|die anderen|den anderen|alle|übrigen|rest|всех|остальных|второго|другого)(?!\p{L})|其他|其余|所有/u;

/** "Keep Alice and remove the rest", "remove the second one". */
export function isEverybody(masked: string): boolean {
  return EVERYBODY.test(masked);
}

const PERHAPS_TOO =
  /(?<!\p{L})(?:leaves?|leaving|left|gone|goes|quits?|out|too|also|as well|same|likewise|auch|ebenso|geht|weg|aussi|également|part|pareil|también|tampoco|igual|se va|will|follows?|soon|next|going|about to|wird|folgt|bald|va|suivra|bientôt|pronto|seguirá|vai|logo|breve|скоро|будет|também|sai|idem|ditto|тоже|также|уходит|ушёл|ушел|ушла)(?!\p{L})|也|同样/u;

/** "Remove contact 2. Contact 3 has gone too.": it may ask for more than was read. */
export function mayAskMore(masked: string): boolean {
  return PERHAPS_TOO.test(masked);
}
