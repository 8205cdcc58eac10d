/**
 * Whether somebody says a clear no to an invitation, in the languages that it is written in. Only then are
 * the reminders stopped; whatever is longer, asks, or says two things is for people to read.
 */

/** A no is short: beyond this somebody explains, and people read that. */
const MOST_CHARACTERS = 240;
const MOST_WORDS = 40;

/**
 * True for a clear refusal in the sender's own words, without quotation and signature. Every sentence of it
 * must be the no itself or a courtesy around it; below a no that is a line of its own up to three lines may
 * be the name of somebody.
 */
export function readRefusal(text: string): boolean {
  const lines = linesOf(text);
  return isClear(lines) || isClear(withoutNames(lines));
}

function isClear(lines: readonly string[]): boolean {
  const said = lines.map(fold).join('\n');
  if (said.length > MOST_CHARACTERS || said.split(' ').length > MOST_WORDS) return false;
  if (/[?؟]/u.test(said) || NOT_FINAL.test(said)) return false;
  const sentences = said.split(/[.!;。\n]+|,(?=\s|$|\p{Script=Han})|،/u).map((one) => one.trim());
  const words = sentences.filter((one) => /\p{L}/u.test(one));
  return words.some(isNo) && words.every((one) => isNo(one) || isCourtesy(one));
}

function isNo(sentence: string): boolean {
  return NO.test(strip(sentence));
}

function isCourtesy(sentence: string): boolean {
  return COURTESY.test(sentence) || strip(sentence) === '';
}

// Before and behind the no: "dear colleagues, no thank you, we are not interested, kind regards".
function strip(sentence: string): string {
  return sentence.replace(POLITE, ' ').replace(/\s+/g, ' ').trim();
}

// Without what a mail system puts above ("[EXTERNAL]") and what only says in which direction to read.
function linesOf(text: string): string[] {
  const lines = text
    .slice(0, 4 * MOST_CHARACTERS)
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .split('\n')
    .map((line) => line.replace(/\s+/gu, ' ').trim())
    .filter((line) => line !== '');
  return lines.slice(BANNER.test(lines[0] ?? '') ? 1 : 0);
}

/** The line that a mail system writes above what comes from outside; it says nothing in the sender's name. */
const BANNER =
  /^(?:[[(*]{1,3} ?(?:external|ext|extern|externe|externo|outside|caution|warning)\b[^\])*]{0,60}[\])*]{1,3}$|(?:caution|warning|external)\b[ :!-]{1,3}(?:this|external|the) (?:e-?mail|message|sender)\b)/i;

const MOST_NAMES = 3;

// "not interested", and below it "Kind regards", "John Smith", "NIC XA". A bare "no" may begin anything.
function withoutNames(lines: readonly string[]): readonly string[] {
  const [first = '', ...below] = lines;
  const folded = fold(first);
  if (!folded.includes(' ') || !isClear([first])) return lines;
  const names = below.filter((line) => NAME.test(line) && !NOT_FINAL.test(fold(line)));
  return names.length > MOST_NAMES ? lines : lines.filter((line) => !names.includes(line));
}

/** The name of a person or a house: one to four words, each with a capital letter. */
const NAME =
  /^\p{Lu}[\p{L}\p{M}'.-]{0,20}(?: \p{Lu}[\p{L}\p{M}'.-]{0,20}){0,3}$|^Sent from my [\p{L} ]{2,20}$/u;

function fold(line: string): string {
  return line
    .replace(/[’`´]/gu, "'")
    .replace(/["“”«»*_]/gu, ' ')
    .toLowerCase()
    .replace(/\s+/gu, ' ')
    .trim();
}

function anyOf(phrases: string): string {
  return phrases
    .trim()
    .split(/\s*[,\n]\s*/)
    .filter((one) => one !== '')
    .map((one) => one.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`))
    .toSorted((a, b) => b.length - a.length)
    .join('|');
}

/** "Not yet", "next week", "ask the ministry": no answer, or not the answer of this person. */
const NOT_FINAL = new RegExp(
  String.raw`(?<!\p{L})(?:${anyOf(`
    yet, later, next week, next month, tomorrow, soon, for now, at the moment, currently, but, however, unless, until, if, maybe, perhaps, not sure, contact our, ask our, ministry, letter, wrong person, forwarded,
    pas encore, plus tard, semaine prochaine, mois prochain, demain, bientôt, pour le moment, pour l'instant, mais, cependant, si, peut-être, ministère, lettre,
    todavía, aún, más tarde, próxima semana, próximo mes, mañana, pronto, por ahora, por el momento, pero, sin embargo, quizás, tal vez, ministerio, carta,
    ainda, mais tarde, próxima semana, próximo mês, amanhã, em breve, por enquanto, de momento, mas, porém, talvez, ministério,
    пока, ещё, еще, позже, следующей неделе, завтра, скоро, сейчас, но, однако, если, возможно, министерство, письмо`)})(?!\p{L})|${anyOf(
    `暂时, 目前, 以后, 下周, 明天, 稍后, 但是, 不过, 如果, 也许, 主管部门, 公函, 还没有, لاحقا, لاحقًا, الأسبوع القادم, غدا, غدًا, حاليا, حاليًا, الآن, لكن, ولكن, إذا, ربما, الوزارة, خطاب`,
  )}`,
  'u',
);

/** A whole sentence that says no. */
const NO = new RegExp(
  String.raw`^(?:${anyOf(`
    no, nope, no no, not interested, no interest, we are not interested, i am not interested, we're not interested, i'm not interested, we have no interest, we are not interested in this, we are not interested in joining, we are not interested in joining the list, we are not interested in your list, not interested in joining,
    we do not want to join, we don't want to join, we do not want to join the list, we don't want to join the list, do not want to join, we do not wish to join, we don't wish to join, we do not wish to participate, we don't wish to participate, we do not want to participate, we don't want to participate, we will not join, we won't join, we will not participate, we decline, we decline the invitation, we decline your invitation, i decline, we prefer not to join, we would rather not join, we would prefer not to join,
    unsubscribe, unsubscribe us, unsubscribe me, stop, stop writing to us, stop writing, stop sending, stop sending us mails, stop sending us e-mails, stop sending us emails, do not write to us again, don't write to us again, do not contact us again, do not contact us, don't contact us, remove us from your list, remove us from your mailing list, remove us from this list, remove us, remove me, take us off your list,
    non, pas intéressé, pas intéressés, pas intéressée, nous ne sommes pas intéressés, nous ne sommes pas intéressé, je ne suis pas intéressé, je ne suis pas intéressée, cela ne nous intéresse pas, ça ne nous intéresse pas, nous ne souhaitons pas participer, nous ne souhaitons pas rejoindre la liste, nous ne voulons pas participer, nous ne voulons pas rejoindre la liste, nous déclinons, nous déclinons l'invitation, nous déclinons votre invitation, nous ne participons pas, nous ne participerons pas, désinscription, désabonnement, désinscrivez-nous, ne nous écrivez plus,
    no nos interesa, no me interesa, no interesa, no estamos interesados, no estoy interesado, no estoy interesada, no estamos interesadas, no queremos participar, no deseamos participar, no queremos unirnos, no deseamos unirnos, no queremos unirnos a la lista, no deseamos unirnos a la lista, no vamos a participar, no participaremos, rechazamos la invitación, declinamos la invitación, darse de baja, den de baja, no nos escriban más,
    não, não temos interesse, não tenho interesse, não estamos interessados, não estou interessado, não estou interessada, não nos interessa, não queremos participar, não desejamos participar, não queremos entrar, não queremos entrar na lista, não desejamos entrar na lista, não vamos participar, recusamos, recusamos o convite, não nos escrevam mais,
    нет, не интересует, нас это не интересует, нас не интересует, меня не интересует, это нас не интересует, нам не интересно, нам это не интересно, не интересно, мы не заинтересованы, не заинтересованы, мы не хотим участвовать, не хотим участвовать, мы не хотим присоединяться, не хотим присоединяться, мы не желаем участвовать, мы отказываемся, отказываемся, мы отказываемся от приглашения, мы не будем участвовать, не будем участвовать, мы не участвуем, не пишите нам больше, отпишите нас,
    不, 不感兴趣, 不感興趣, 没有兴趣, 沒有興趣, 没兴趣, 我们不感兴趣, 我們不感興趣, 我们没有兴趣, 我们对此不感兴趣, 我们不加入, 不加入, 我们不想加入, 不想加入, 我们不参加, 不参加, 我们不希望加入, 我们拒绝, 拒绝, 退订, 请不要再写信, 请不要再联系我们,
    لا, لسنا مهتمين, نحن لسنا مهتمين, لست مهتما, لست مهتمًا, غير مهتم, غير مهتمين, نحن غير مهتمين, لا نرغب, لا نرغب في الانضمام, لا نريد الانضمام, لا نريد, لا نرغب في المشاركة, لا نريد المشاركة, لن ننضم, نعتذر عن الانضمام, نرفض الدعوة`)})$`,
  'u',
);

/** Words around a no, which change nothing about it. */
const POLITE = new RegExp(
  String.raw`(?<![\p{L}\p{M}])(?:${anyOf(`
    thank you very much, thank you, thanks a lot, many thanks, thanks, thank you for your invitation, thank you for the invitation, for your invitation, for the invitation, for your letter, for your mail, for your e-mail, unfortunately, sorry, please, kindly, hello, hi, hi all, dear all, dear colleagues, dear sir or madam, dear team, good morning,
    merci beaucoup, merci, merci pour votre invitation, pour votre invitation, pour l'invitation, malheureusement, désolé, désolée, veuillez, s'il vous plaît, bonjour, madame, monsieur,
    muchas gracias, gracias, por la invitación, por su invitación, lamentablemente, lo sentimos, por favor, hola, buenos días, estimados, estimados señores,
    muito obrigado, muito obrigada, obrigado, obrigada, pelo convite, infelizmente, lamentamos, olá, bom dia, prezados, caros,
    спасибо большое, большое спасибо, спасибо, благодарим вас, благодарим, за приглашение, к сожалению, извините, пожалуйста, здравствуйте, добрый день, уважаемые коллеги,
    شكرا جزيلا, شكرًا جزيلًا, شكرا لكم, شكرًا لكم, شكرا, شكرًا, على الدعوة, للأسف, نأسف, من فضلكم, مرحبا, السلام عليكم, تحية طيبة`)}|${anyOf(`谢谢您的邀请, 谢谢邀请, 谢谢您, 谢谢你们, 谢谢, 抱歉, 很遗憾, 您好, 你好`)})(?![\p{L}\p{M}])|谢谢您的邀请|谢谢|抱歉|您好|你好`,
  'gu',
);

/** A sentence of its own that says nothing about the matter. */
const COURTESY = new RegExp(
  String.raw`^(?:${anyOf(`
    kind regards, best regards, regards, best wishes, yours sincerely, sincerely, best, have a nice day, cordialement, bien cordialement, salutations, meilleures salutations, saludos, saludos cordiales, un saludo, atentamente, cumprimentos, atenciosamente, com os melhores cumprimentos, с уважением, всего доброго, مع التحية, تحياتي, مع خالص التحية, 此致, 敬礼, 祝好`)})$`,
  'u',
);
