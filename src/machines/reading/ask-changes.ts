/** What is said about new data of somebody on the list: "Alice's new phone number is +44 …". */

import type { Address } from '../words/address.ts';
import type { Phone } from '../words/contact.ts';
import type { Reading } from './ask-found.ts';
import { isNegated } from './ask-guards.ts';
import { isFill, type Marker } from './ask-sentences.ts';
import { type AskState, type Fields, unclear } from './ask-state.ts';
import { findAtoms } from './atoms.ts';
import { fullName } from './person-name.ts';
import { readPhones } from './phone.ts';
import { splitName } from './split-name.ts';

const PHONE =
  /(?<!\p{L})(?:(?:tele|cell)?phones?|mobile|cell|tel|numbers?|numéro|téléphone|portable|teléfono|número|móvil|celular|telefone|telemóvel|телефон\p{L}{0,3}|номер\p{L}{0,3}|هاتف|الهاتف|رقم|telefon\p{L}{0,7}|rufnummer|handynummer|nummer|handy|mobilnummer)(?!\p{L})|电话|手机/u;
const MAIL =
  /(?<!\p{L})(?:e-?mails?|mail|mailadresse|e-?mail-adresse|address|courriel|adresse|correo|dirección|endereço|почт\p{L}|адрес\p{L}{0,3}|البريد|بريد)(?!\p{L})|邮箱|邮件/u;
const NAME =
  /(?<!\p{L})(?:name|surname|nom|nombre|apellido|nome|sobrenome|имя|фамили\p{L}|اسم|nachname|name)(?!\p{L})|姓名|名字/u;
const NEWS =
  /(?<!\p{L})(?:new|chang(?:e|es|ed|ing)|updat(?:e|es|ed|ing)|please correct|to correct|correction|corrected|wrong|incorrect|outdated|obsolete|use|bounces|bouncing|modif(?:y|ied)|now|replace|nouveau|nouvel|nouvelle|chang\p{L}{1,4}|modifier|modifiez|nuev[oa]|cambi\p{L}{1,4}|actuali\p{L}{1,6}|nov[oa]|alter\p{L}{1,5}|mud\p{L}{1,4}|atuali\p{L}{1,6}|нов\p{L}{2,3}|измен\p{L}{1,5}|смен\p{L}{1,4}|поменя\p{L}{1,4}|جديد|الجديد|تغيير|تغير|تحديث|neue?[rns]?|änder\p{L}{1,4}|geändert|aktualisier\p{L}{1,4}|jetzt|nun)(?!\p{L})|更新|更改|新|变更|修改/u;
const MORE =
  /(?<!\p{L})(?:additional|second|another|also|extra|add|further|supplémentaire|ajouter|ajoutez|adicional|añadir|agregar|adicionar|zusätzliche?|weitere|дополнительный|второй)(?!\p{L})/u;
// Close together: it is the number that is new, not the person.
const DATUM_IS_NEW = new RegExp(
  String.raw`(?:${NEWS.source})[^.;,]{0,30}?(?:${PHONE.source}|${MAIL.source}|${NAME.source})|(?:${PHONE.source}|${MAIL.source}|${NAME.source})[^.;,]{0,60}?(?:${NEWS.source})`,
  'u',
);

/** "Her e-mail is now …", "the new address of …". */
export function saysNewAddress(masked: string): boolean {
  return MAIL.test(masked) && DATUM_IS_NEW.test(masked) && !isNegated(masked);
}

/** Reads new data of one person; true when the sentence is about nothing else. */
export function readChange(
  state: AskState,
  reading: Reading,
  markers: readonly Marker[],
  below: readonly string[],
): boolean {
  const { masked, mentions, text } = reading;
  const kinds = new Set(markers.map(({ kind }) => kind));
  const [phone, mail, name] = [PHONE.test(masked), MAIL.test(masked), NAME.test(masked)];
  const renames = RENAMES.test(text);
  if ((!phone && !mail && !name && !renames) || kinds.has('left')) return false;
  if (mentions.some(({ fresh, address }) => fresh.length > 0 && address === undefined))
    return false;
  if (OF_OURS.test(masked) || isAboutNewcomer(reading, markers)) return false;
  const who = subject(reading, mail) ?? before(state, reading);
  if (who === undefined) return false;
  if (who === 'which') {
    if (DATUM_IS_NEW.test(masked)) unclear(state, 'which-person', text);
    return DATUM_IS_NEW.test(masked) && kinds.size === 0;
  }
  if (kinds.has('remove')) {
    if (
      !phone ||
      /(?<!\p{L})(?:list|liste|lista|списка)(?!\p{L})/u.test(masked) ||
      !OF_PHONE.test(masked)
    )
      return false;
    unclear(state, 'changed-to-what', text);
    return true;
  }
  const isNews =
    NEWS.test(masked) ||
    (phone && MORE.test(masked)) ||
    renames ||
    (kinds.size === 0 && isFill(masked.replace(IS, ' ').replace(PHONE, ' ').replace(MAIL, ' ')));
  if (!isNews) return false;
  const fields = fieldsOf(state, who, reading, { phone, mail, below });
  if (fields === undefined) return true;
  if (Object.keys(fields).length > 0) state.changes.push({ who, fields, text });
  else if (isNegated(masked)) return kinds.size === 0;
  else if (state.described.has(who)) return kinds.size === 0;
  else if (DATUM_IS_NEW.test(masked) && !kinds.has('replace') && !kinds.has('add'))
    unclear(state, 'changed-to-what', text);
  else return false;
  return true;
}

const IS = /(?<!\p{L})(?:is|est|es|ist|é|lautet|the|now)(?!\p{L})/gu;
// "The number of our helpdesk"
const OF_OURS = new RegExp(
  String.raw`(?:${PHONE.source}|${MAIL.source}) (?:of|for) (?:our|my|the|your) \p{L}`,
  'u',
);

// "Add Bob Smith, phone +44 …, for Carol is new elsewhere", "replace Carol by Bob, phone +44 …": a datum
// of somebody on the list is meant only where it is what the word asks to replace or to add.
function isAboutNewcomer({ masked, mentions, text }: Reading, markers: readonly Marker[]): boolean {
  const acts = markers.filter(({ kind }) => ['add', 'replace', 'swap'].includes(kind));
  if (acts.length === 0) return false;
  const named = mentions.some(
    ({ roster, address, start, end }) =>
      roster.length === 0 && address !== undefined && /\s/.test(text.slice(start, end)),
  );
  return named || !acts.every((act) => isDatum(objectOf(masked, act)));
}

function isDatum(masked: string): boolean {
  return PHONE.test(masked) || MAIL.test(masked) || NAME.test(masked);
}

const LINK = /(?<!\p{L})(?:with|by|to|for|par|por|durch|mit|на|zu|auf|à)(?!\p{L})|[,;:.]/u;

// What stands behind the word up to "with"; "ändern" has it before as well.
function objectOf(masked: string, { kind, start, end }: Marker): string {
  const [behind = ''] = masked.slice(end, end + 120).split(LINK);
  return kind === 'swap' ? `${masked.slice(Math.max(0, start - 120), start)} ${behind}` : behind;
}

// "Remove the old phone number of Alice": the number goes, not Alice.
const OF_PHONE = new RegExp(
  String.raw`(?:remove|delete|supprime[rz]|elimin\p{L}{1,3}|remov\p{L}{1,3}|удалит[еь]|lösche\p{L}?|entferne\p{L}?)[^.;,]{0,40}?(?:${PHONE.source})`,
  'u',
);

/** The one person on the list whom the sentence is about. */
function subject({ mentions }: Reading, mail: boolean): number | 'which' | undefined {
  const named = mentions.filter(({ roster }) => roster.length > 0);
  if (named.some(({ roster }) => roster.length > 1)) return 'which';
  const people = new Set(named.flatMap(({ roster }) => roster));
  if (people.size === 1) return [...people][0];
  // "Alice's new e-mail is bob@nic.xa", who is on the list himself.
  const last = named.at(-1);
  return people.size === 2 &&
    mail &&
    last?.address !== undefined &&
    named.slice(0, -1).every(({ address }) => address === undefined)
    ? 'which'
    : undefined;
}

const OWN = /(?<!\p{L})(?:my|mine|meine?r?|mon|ma|mi|meu|minha|мой|моя|моего)(?!\p{L})|我的/u;
const THEIR =
  /(?<!\p{L})(?:his|her|their|son|sa|ses|su|sus|seu|sua|его|её|ее|seine?|ihre?)(?!\p{L})/u;

/** "Carol has moved. Her new number is …": the one of the sentence before. Who "I" am is not known here. */
function before(state: AskState, { masked, mentions }: Reading): number | 'which' | undefined {
  if (
    mentions.some(({ roster, fresh }) => roster.length + fresh.length > 0) ||
    !DATUM_IS_NEW.test(masked)
  )
    return undefined;
  if (OWN.test(masked)) return 'which';
  const isTheirs = THEIR.test(masked) || isFill(masked.replace(NEWS, ' ').replace(IS, ' '));
  if (!isTheirs || state.lastFresh || state.last.length !== 1) return undefined;
  return state.last[0];
}

/** The new data; undefined when it was noted as unclear. */
function fieldsOf(
  state: AskState,
  who: number,
  { text, mentions }: Reading,
  about: { readonly phone: boolean; readonly mail: boolean; readonly below: readonly string[] },
): Fields | undefined {
  const addresses = new Set(
    mentions.flatMap(({ roster, address }) =>
      roster.length === 0 && address !== undefined ? [address] : [],
    ),
  );
  if (addresses.size > 1) {
    unclear(state, 'changed-to-what', text);
    return undefined;
  }
  if (about.phone && isNegated(text.toLowerCase()) && numbersIn(text).length > 1) {
    unclear(state, 'changed-to-what', text);
    return undefined;
  }
  const [inLine] = addresses;
  const end = about.below.findIndex((line) => !isData(line));
  const below = about.below.slice(0, end < 0 ? undefined : end).join(' ; ');
  const address = inLine ?? (about.mail ? addressIn(below, state.roster[who]?.address) : undefined);
  const phones = about.phone ? phonesOf(state, who, text, below) : [];
  const named = nameIn(text);
  return {
    ...named,
    ...(address !== undefined && about.mail && { address }),
    ...(phones.length > 0 && { phones }),
  };
}

function isData(text: string): boolean {
  const bare = findAtoms(text).reduceRight(
    (left, { start, end }) => left.slice(0, start) + left.slice(end),
    text,
  );
  return bare.length < text.length && isFill(bare.toLowerCase());
}

function addressIn(text: string, own: Address | undefined): Address | undefined {
  const found = findAtoms(text).flatMap(({ address }) =>
    address === undefined || address === own ? [] : [address],
  );
  return found.length === 1 ? found[0] : undefined;
}

function phonesOf(state: AskState, who: number, text: string, below: string): Phone[] {
  const had = state.roster[who]?.phones ?? [];
  const known = new Set(had.map(keyOf));
  const inText = numbersIn(text).flatMap((number) => readPhones(number, state.cctld));
  const read =
    inText.length > 0
      ? inText
      : numbersIn(below).flatMap((number) => readPhones(number, state.cctld));
  // "from +44 … to +44 …": the old one is told apart by the list.
  const fresh = read.filter((phone) => !known.has(keyOf(phone)));
  if (fresh.length === 0) return [];
  return MORE.test(text.toLowerCase()) ? [...had, ...fresh] : fresh;
}

/** What two numbers are compared by. */
export function keyOf({ raw, e164 }: Phone): string {
  return e164 ?? raw.replace(/\D/g, '');
}

function numbersIn(text: string): string[] {
  const atoms = findAtoms(text);
  const phones = atoms.filter(({ kind }) => kind === 'phone').map((atom) => atom.text);
  if (phones.length > 0) return phones;
  const bare = atoms.reduceRight(
    (left, { start, end }) => `${left.slice(0, start)} ${left.slice(end)}`,
    text,
  );
  // In a national form that only the word beside it makes a number.
  const [loose] = /(?<![\d.])\(?\d[\d ()/-]{4,24}\d(?![\d.])/.exec(bare) ?? [];
  return loose === undefined || /^\d{4}-\d\d-\d\d$/.test(loose) ? [] : [loose];
}

const RENAMES =
  /(?<!\p{L})(?:(?:is |was )?(?:now )?(?:called|renamed(?: to)?|named)(?: now)?|(?:sur)?name (?:is now|is|to|has changed to|changed to|now is)|(?:sur)?name:|heißt (?:jetzt|nun)|s'appelle (?:maintenant|désormais)|se llama ahora|ahora se llama|agora se chama|chama-se agora|теперь зовут|is now(?= \p{Lu}\p{L}{1,30} \p{Lu})) ((?:\p{Lu}[\p{L}\p{M}'’.-]{0,30} ?){1,5})/u;

function nameIn(text: string): { firstName?: string; lastName?: string } {
  const found = RENAMES.exec(text);
  const written = found?.[1]?.replace(/[ .]+$/, '');
  const whole = written === undefined ? undefined : fullName(written, true);
  if (whole === undefined || found === null) return {};
  if (/\s/.test(whole)) return splitName(whole);
  return /(?:last |family |sur)name(?!\p{L})/iu.test(text) ? { lastName: whole } : {};
}
