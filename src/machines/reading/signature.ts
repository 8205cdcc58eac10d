/** Finds signatures that no "-- " announces: a closing phrase and the few short lines below it. */

import { isImprint } from './boilerplate.ts';
import { hasDoubt, hasNegation } from './consent-words.ts';
import { isFormLine, isCommandLine } from './data-line.ts';
import { anyOf } from './quote-words.ts';

// Whole phrases; what may follow on the line is a name or a place ("Regards, Ana").
const CLOSINGS = anyOf(
  '(?:with )?(?:my |our )?(?:very )?(?:best|kind|kindest|warm|warmest|many|cordial) regards, with (?:kind|best|warm) regards',
  'regards, kind greetings, best greetings, sincerely, sincerely yours, yours, yours (?:sincerely|faithfully|truly), respectfully',
  '(?:with )?best wishes, all the best, best, cheers, cordially, (?:many )?thanks (?:and|&) (?:best |kind )?regards, with thanks, rgds',
  'brgds, br, kr, warmly, with appreciation, mit (?:freundlichen|freundlichem|besten|lieben|herzlichen|vielen|kollegialen) (?:grüßen|grüssen|gruessen|gruß|gruss)',
  '(?:mit )?(?:freundliche[nr]?|viele|beste[nr]?|liebe[nr]?|herzliche[nr]?|schöne[nr]?) (?:grüße|grüsse|gruesse|gruß|gruss)',
  'gruß, gruss, grüße, grüsse, hochachtungsvoll, mfg, lg, vg, bg, (?:bien |très )?cordialement, (?:bien )?à (?:vous|toi)',
  '(?:(?:meilleures|sincères|cordiales|respectueuses|mes|nos|avec mes|avec nos) ){0,2}salutations(?: distinguées| cordiales)?',
  'sincèrement, respectueusement, amicalement, veuillez (?:agréer|recevoir), je vous prie d.agréer, cdlt, bonne (?:journée|réception|soirée)',
  'saludos, saludos cordiales, un (?:cordial |atento )?saludo, cordiales saludos, atentamente, cordialmente, muy atentamente, atte, reciban? un',
  'atenciosamente, (?:com )?(?:os )?(?:meus |nossos )?(?:melhores )?cumprimentos, saudações, um abraço, abraços, abs, att, respeitosamente',
  '(?:cordiali|distinti|cari|tanti|i migliori) saluti, (?:un )?cordiale saluto, saluti, in fede, buona giornata, un saluto',
  '(?:met )?(?:vriendelijke|hartelijke|beste) groet(?:en)?, groet, groeten, groetjes, mvg, hoogachtend, met groet',
  '(?:med )?(?:vänlig|vänliga|bästa) hälsning(?:ar)?, hälsningar, vänligen, mvh, (?:med )?(?:venlig|vennlig|vennleg) (?:hilsen|helsing)',
  '(?:de )?(?:bedste|venlige|beste) hilsner, (?:de )?beste hilsen, hilsen, vh, ystävällisin terveisin, (?:parhain )?terveisin, kunnioittavasti',
  'z (?:poważaniem|wyrazami szacunku|pozdrowieniami), pozdrawiam, pozdrowienia, serdecznie pozdrawiam, łączę pozdrowienia, s (?:přátelským )?pozdravem',
  's (?:úctou|pozdravom|priateľským pozdravom), (?:szívélyes )?üdvözlettel, tisztelettel, köszönettel, üdv, cu (?:stimă|respect|considerație|drag|stima), toate cele bune',
  'saygılarımla, saygılarımızla, saygılar, iyi çalışmalar, selamlar, sevgiler, с (?:глубоким )?уважени(?:ем|е), с наилучшими(?: пожеланиями)?, всего (?:доброго|наилучшего|хорошего)',
  'с приветом, з повагою, з найкращими побажаннями, щиро, поздрави, με εκτίμηση, με φιλικούς χαιρετισμούς, φιλικά, χαιρετισμούς, με τιμή, φιλικούς χαιρετισμούς',
  'בברכה, בכבוד רב, בברכת, كل التحية, مع (?:أطيب |خالص |أجمل )?(?:التحية|التحيات|تحياتي|تحيات), تحياتي, (?:و)?تفضلوا بقبول, مع (?:فائق|وافر) الاحترام, با احترام, با تشکر',
  '此致, 此致 ?敬礼, 敬礼, 此致 ?敬禮, 敬禮, 顺祝, 顺颂, 順頌, 祝好, 谨上, 敬上, 致敬, 祝 ?商祺, 商祺, (?:何卒|どうぞ|以上、?)?(?:宜しく|よろしく)(?:お願い|御願い), 敬具, 草々, 以上',
  '드림, 올림, 안녕히 계세요, 감사합니다, trân trọng, kính thư, thân ái, kính chào, ขอแสดงความนับถือ, ด้วยความเคารพ, ด้วยความนับถือ, hormat (?:saya|kami), salam hormat, salam',
  '(?:srdačan|lijep|lep|prijazen) pozdrav, s (?:poštovanjem|spoštovanjem), lugupidamisega, parimate soovidega, pagarbiai, su pagarba, ar cieņu, virðingarfyllst, cordials salutacions, atentament',
);
const CLOSING = new RegExp(`^[*_\\s–—-]{0,4}(?:${CLOSINGS})(?![\\p{L}\\p{M}])`, 'iu');
// These have no blank behind them, or the rest of a long formula.
const FORMULA = new RegExp(
  `^(?:${anyOf(
    'veuillez agréer, veuillez recevoir, je vous prie d.agréer, (?:nous )?vous prions d.agréer, reciban? un, (?:و)?تفضلوا بقبول',
    '(?:何卒|どうぞ|以上、|以上[,，])?(?:宜しく|よろしく)(?:お願い|御願い), 此致, 顺祝, 顺颂, 順頌',
  )})`,
  'iu',
);
const BEHIND = /^(?:$|[,.!;:،。，！~–—/|]|\p{Lu}|(?:from|aus|de|från|fra|uit|من) )/u;

// Thanks end a mail only where a name stands below: else they are what the sender has to say.
const THANKS = new RegExp(
  `^(?:${anyOf(
    'thanks, many thanks, thank you, thank you very much, thanks a lot, thanks in advance, thank you in advance, thx, tia, danke, vielen dank',
    'besten dank, herzlichen dank, merci, merci beaucoup, merci d.avance, gracias, muchas gracias, obrigad[oa], muito obrigad[oa], grat[oa]',
    'grazie, grazie mille, bedankt, dank u, dank je, alvast bedankt, tack, tack på förhand, tak, takk, på forhånd tak, kiitos, dziękuję, děkuji, ďakujem',
    'köszönöm, mulțumesc, teşekkürler, teşekkür ederim, спасибо, благодарю, заранее спасибо, дякую, благодаря, ευχαριστώ, תודה, תודה רבה, شكرا, شكراً, 谢谢',
    '謝謝, ありがとうございます, cảm ơn, cám ơn, ขอบคุณ, ขอบคุณครับ, ขอบคุณค่ะ, terima kasih, hvala',
  )})\\s?[,.!;，。！]{0,2}$`,
  'iu',
);

/** True for a closing phrase on a line of its own: `Best regards,`, `С уважением, Ana`. */
export function isClosing(line: string): boolean {
  const text = line.trim();
  if (text.length > 120) return false;
  if (FORMULA.test(text)) return true;
  const match = text.length > 60 ? null : CLOSING.exec(text);
  if (match === null) return false;
  const rest = text.slice(match[0].length).replace(/^[*_\s-]{0,4}/, '');
  if (SENTENCE.test(rest)) return false;
  return BEHIND.test(rest) && rest.split(/\s+/).length <= 6 && !isFormLine(text);
}

// "Best regards, all is right." says something.
const SENTENCE = /^[,;:–—-]?\s{0,3}\p{Ll}[^\s]{0,40}\s.{1,60}[.!?]$/u;

// More lines than that are no signature.
const LONGEST = 14;

/**
 * Which lines of a block (trimmed; '' where nothing is to be looked at) are a signature. `begun` when
 * the sender has said something before: a mail that is all signature is all own text.
 */
export function findSignatures(block: readonly string[], begun: boolean): boolean[] {
  const found = block.map(() => false);
  let state: 'text' | 'signature' | 'prose' = 'text';
  let said = begun;
  let taken = 0;
  const last = block.findLastIndex((text) => text !== '');
  const reach = reachOf(block);
  for (const [at, text] of block.entries()) {
    if (text === '') {
      if (state === 'prose') state = 'signature';
      found[at] = state === 'signature';
    } else if (said && opens(block, at, last)) {
      state = 'signature';
      taken = 0;
      found[at] = true;
    } else if (state === 'text') said = true;
    else if (isFormLine(text) || isCommandLine(text) || taken > LONGEST || at >= reach) {
      state = 'text';
    } else if (state === 'signature' && isShort(text)) {
      taken += 1;
      found[at] = true;
    } else state = 'prose';
  }
  return found;
}

// A list of people below a closing is no signature: two lines with an address and more, or two
// addresses with a blank line between them.
function reachOf(block: readonly string[]): number {
  const closing = block.findLastIndex(isClosing);
  if (closing < 0) return block.length;
  const below = block.slice(closing + 1, closing + 60).map((text) => text.slice(0, 300));
  const addressed = below.flatMap((text, at) => (ADDRESS.test(text) ? [at] : []));
  const [first, last] = [addressed[0], addressed.at(-1)];
  if (first === undefined || last === undefined) return block.length;
  const people = addressed.filter((at) => isPerson(below[at] ?? '')).length;
  const apart = below.slice(first, last).includes('');
  return people >= 2 || apart ? closing + 1 + first : block.length;
}

const ADDRESS = /(?<!cid:[^\s@]{0,60})@[\p{L}\d-]{1,63}\./u;

// "Ana Beta, ana@nic.xa" or an address with a telephone number.
function isPerson(text: string): boolean {
  const digits = text.match(/\d/g)?.length ?? 0;
  return digits >= 7 || /^\p{L}{2,40}(?: \p{L}{2,40}){0,3}\s?[,;<(\t–-]/u.test(text);
}

// A closing in one line ("Cheers, Hendrik") stays the sender's own, and so do thanks with nothing but
// a name below: only more than that is a signature.
function opens(block: readonly string[], at: number, last: number): boolean {
  const text = block[at] as string;
  if (isClosing(text)) return at < last;
  if (isThanks(text)) {
    const name = block[at + 1] === '' ? at + 2 : at + 1;
    return name < last && isEnd(block, at, last) && isName(block[name] ?? '');
  }
  if (at === last && /^(?:[-–—]\s?\p{Lu}|--\s?\p{L})/u.test(text)) {
    const above = block.slice(0, at).findLast((each) => each !== '') ?? '';
    return (
      isName(text.replace(/^[-–—\s]{1,4}/, '').replace(/^\p{Ll}/u, 'A')) &&
      !/^[-–—*•]|[:：,;]$/.test(above)
    );
  }
  if (isBelowCommand(block, at) && isCard(block, at, last)) return true;
  return /^(?:[—–]|_{2,19})$/.test(text) && isRuled(block, at, last);
}

// How far below CONFIRM a signature is looked for, so that a long block costs no more than its length.
const NEAR = 6;

/** True when nothing stands above but CONFIRM or another command, and a blank line. */
function isBelowCommand(block: readonly string[], at: number): boolean {
  if (at > NEAR || block[at - 1] !== '') return false;
  const above = block.slice(0, at).filter((text) => text !== '');
  return above.length > 0 && above.every(isCommandLine);
}

const PERSON = /^\p{Lu}[\p{L}.'’-]{0,30}(?: \p{Lu}[\p{L}.'’-]{0,30}){1,3}$/u;
const REACHED =
  /^(?:\p{L}[\p{L} .-]{0,14}[:.]?\s{0,4})?(?:<?[^\s<>@]{1,64}@[^\s<>@]{1,100}>?|[+(\d][\d ()./-]{6,25}|(?:https?:\/\/|www\.)\S{1,100})$/u;

/**
 * "CONFIRM", then one person's name with nothing but telephones and an address below: that is who
 * answers, and no correction. Whatever else is said there may take the word back, and stays.
 */
function isCard(block: readonly string[], at: number, last: number): boolean {
  const [name = '', ...below] = block.slice(at, last + 1);
  const card = [name, ...below].join(' ');
  const addresses = below.filter((text) => text.includes('@')).length;
  return (
    below.length > 0 &&
    below.length <= 6 &&
    addresses <= 1 &&
    PERSON.test(name) &&
    below.every((text) => REACHED.test(text)) &&
    !hasNegation(card) &&
    !hasDoubt(card)
  );
}

// A rule of its own may also part two contacts: it opens a signature only where none stands above.
function isRuled(block: readonly string[], at: number, last: number): boolean {
  if (last === at || !isEnd(block, at, last)) return false;
  const above = block.slice(0, at);
  if (above.some((text) => text.includes('@') || (text.match(/\d/g)?.length ?? 0) >= 7))
    return false;
  const before = above.findLast((text) => text !== '') ?? '';
  const addresses = block.slice(at, last + 1).filter((text) => text.includes('@'));
  return !/[:：]$/.test(before) && addresses.length <= 1;
}

/** True when nothing but few short lines, and no data, stand below to the end of the block. */
function isEnd(block: readonly string[], at: number, last: number): boolean {
  if (last - at > LONGEST) return false;
  return block
    .slice(at + 1, last + 1)
    .every((text) => text === '' || (isShort(text) && !isFormLine(text) && !isCommandLine(text)));
}

function isThanks(text: string): boolean {
  return THANKS.test(text.slice(0, 60));
}

// One to five words with a capital, or of a script without capitals; "Ana" and "Dr. Ana Beta, CEO".
function isName(text: string): boolean {
  return (
    text.length <= 50 &&
    /^[\p{Lu}\p{Lo}]/u.test(text) &&
    !/[\d@:?!]|[.。]$/u.test(text) &&
    text.split(/\s+/).length <= 5
  );
}

/** A line as signatures have them: short, no sentence; an address, a phone or a link makes up for length. */
function isShort(text: string): boolean {
  if (/^p\.? ?s\.?(?!\p{L})/iu.test(text)) return false;
  const contact = /@|\d{4}|www\.|https?:|[|•·]/i.test(text) || isImprint(text);
  const words = text.split(/\s+/, 30).length;
  if (/[?？!！]$/u.test(text)) return false;
  if (/[.:。…]$/u.test(text) && words >= 5 && !contact) return false;
  if (/[。]$/u.test(text)) return false;
  return contact ? text.length <= 200 && words <= 24 : text.length <= 90 && words <= 9;
}
