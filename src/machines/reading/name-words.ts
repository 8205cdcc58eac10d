/** Words in and around the names of people: particles, titles, and words that begin no name. */

// "van der Berg", "de la Cruz", "bin Salman": they belong to the name behind them.
const PARTICLES = set(`
  van von der den ter ten te het 't vom zum zur zu de del della dello dei degli di da do dos das du des la las le los
  el al af av bin binti bint ibn ben bat abu al- el- st saint san y e i d' da' ap mac
`);

const TITLES = set(`
  mr mrs ms miss mx dr drs prof professor engr sir madam dame rev capt sgt sra srta doña dna licda arq mm mme mlle
  monsieur madame mademoiselle herr herrn frau dipl dipling mgr bcing phdr rndr mudr sigra sig dott dottssa dhr mevr
  mw bapak ibu sayın bay bayan pani г-н г-жа господин госпожа пан пані д-р السيد السيدة الأستاذ الدكتور الدكتورة
  المهندس آقای خانم
`);
// Names as well: titles with their full stop only.
const DOTTED = set('ing ir eng fr hr d me col maj gen lt hon don sr lic m doc bc dring د م');

// Degrees and generations behind a name.
const SUFFIXES = set('phd msc mba bsc ma ba llm md cissp cism csc dsc pe pmp esq');
const VIETNAMESE = set(
  'nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly truong đo đang',
);
// Nguyễn Văn Đức, Trần Thị Khai: with such a middle name the family name stands first for sure.
const VIETNAMESE_MIDDLES = set('van thi huu duc minh quang ngoc thanh xuan hong dinh cong');
const NOBILITY = set(
  'graf gräfin freiherr freifrau freiin baron baronin fürst fürstin prinz prinzessin ritter edler edle',
);
// First names that stand second: Juan Carlos, Ana María.
const SPANISH_SECOND = set(`
  josé jose maría maria carlos luis antonio manuel jesús jesus ángel angel luisa carmen isabel teresa elena fernando
  eduardo alberto andrés andres pablo enrique javier miguel pedro alejandro francisco ignacio ricardo raúl raul rosa
  ana pilar dolores cristina beatriz victoria alejandra fernanda paula lucía lucia belén belen inés ines gabriela
  eugenia antonia mercedes soledad guadalupe laura marta sofía sofia patricia juan jorge roberto arturo alfonso
  ernesto daniel david gabriel rafael ramón ramon felipe diego sergio julio césar cesar augusto armando gerardo
  guillermo gonzalo héctor hector hugo iván ivan jaime joaquín joaquin leonardo marcelo mario martín martin mauricio
  nicolás nicolas óscar oscar santiago sebastián sebastian tomás tomas vicente víctor victor adriana alicia andrea
  ángela angela carolina catalina cecilia claudia consuelo daniela diana esperanza esther estela florencia gloria
  graciela irene julia juana leticia lorena lourdes magdalena margarita mariana marina mónica monica natalia nuria
  olga paz raquel rocío rocio silvia susana valentina valeria verónica veronica virginia ximena yolanda
`);
const KOREAN = set(
  'kim lee yi park choi jung jeong kang cho yoon yun jang lim shin seo kwon hwang ahn song ryu yoo',
);
const GENERATIONS = set('jr sr ii iii iv junior senior filho neto júnior');

/** Capitalised words that stand before a name at the beginning of a sentence. */
export const STOP_WORDS = set(`
  add adding please kindly pls include put register subscribe enrol enroll use take use with and or plus also our my
  the a an is are as for from to of at in on by this that these those he she they we i me you your his her their
  here hi hello dear thanks thank regards yes no ok okay new via both name names email mail phone cell tel
  person people colleague colleagues update change replace remove delete instead
  agregar agregue añadir añada agreguen incluir incluya favor por nuestro nuestra nuestros y o el los con para son es
  estimado estimada estimados hola buenos buenas gracias atentamente correo
  ajouter ajoutez veuillez merci nos notre et ou les avec pour bonjour cher chère inscrire inscrivez sont est
  bitte fügen nehmen tragen unser unsere unseren und oder mit für sind ist hallo liebe lieber sehr guten danke
  adicionar adicione inclua nosso nossa nossos com são olá bom prezado prezados obrigado
  aggiungere aggiungi aggiungete inserire nostro nostra nostri sono con gentile buongiorno grazie ciao
  voeg toevoegen graag onze ons zijn met voor beste geachte bedankt dodaj dodać proszę nasz nasze oraz są
  lisää lägg tilllägg vår våra och är tilføj vores og er ekle ekleyin lütfen bizim ve přidejte prosím naše jsou
  добавьте добавить прошу просим пожалуйста наш наши наша и или это с для здравствуйте добрый уважаемые включите
  додайте будь ласка наші та tambahkan mohon silakan dan adalah kami terima
`);

// The same as single words in scripts without capitals: a part with one of them is no bare name.
const CASELESS_STOPS = set(`
  الرجاء يرجى إضافة اضافة نرجو من إلى في على هو هي هم مع جهة الاتصال اتصال المسؤول شكرا مرحبا السادة تحية
  لطفا اضافه کنید است
`);
const HAN_STOPS =
  /请|添加|您|我们|联系|邮|电话|主要|以下|谢|お願い|追加|ください|連絡|です|ます|担当|추가|부탁|연락|입니다/u;

const CASELESS =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Thai}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Tamil}\p{Script=Sinhala}\p{Script=Georgian}\p{Script=Ethiopic}\p{Script=Khmer}\p{Script=Lao}\p{Script=Myanmar}\p{M}\s・·'’ー-]+$/u;
const NO_BLANKS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

function set(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}

export function isParticle(word: string): boolean {
  return PARTICLES.has(word.toLowerCase());
}

/** `Dr`, `Frau`, `Ing.`; a lone letter with a full stop is an initial. */
export function isTitle(word: string): boolean {
  const bare = word.toLowerCase().replace(/[.]/g, '');
  return (
    TITLES.has(bare) ||
    (word.endsWith('.') && DOTTED.has(bare) && !/^\p{Script=Latin}$/u.test(bare))
  );
}

/** Nguyễn, Trần …: behind them "Van" is no particle. */
export function beginsVietnamese(word: string): boolean {
  return VIETNAMESE.has(word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase());
}

export function isVietnameseMiddle(word: string): boolean {
  const isToned = /[\u0300-\u036f]/.test(word.normalize('NFD')) || /đ/iu.test(word);
  const plain = word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('đ', 'd');
  return isToned || VIETNAMESE_MIDDLES.has(plain);
}

/** "Kim Min-jun": with a given name of two syllables behind it the family name of a Korean stands first. */
export function isKorean(first: string, second: string): boolean {
  return KOREAN.has(first.toLowerCase()) && /^\p{Lu}\p{Ll}{1,5}-\p{Ll}{1,5}$/u.test(second);
}

/** Graf, Freiherr …: part of the family name since 1919. */
export function isNobility(word: string): boolean {
  return NOBILITY.has(word.toLowerCase());
}

/** A word that is a first name where it stands second in a Spanish name. */
export function isGivenInSpanish(word: string): boolean {
  return SPANISH_SECOND.has(word.toLowerCase());
}

export function isGeneration(word: string): boolean {
  return GENERATIONS.has(word.toLowerCase().replace(/[.]/g, ''));
}

/** The name without titles before it, degrees behind it, and the honorifics of East Asia. */
export function stripTitles(name: string): string {
  const parts = withoutNote(name).split(',');
  while (parts.length > 1 && isDegree(parts.at(-1) ?? '')) parts.pop();
  const words = parts
    .join(',')
    .trim()
    .split(/\s+/)
    .flatMap((word) => (/^\p{L}{1,4}\.\p{L}{3,}$/u.test(word) ? word.split(/(?<=\.)/) : [word]));
  let start = 0;
  while (start < words.length - 1 && isTitle(words[start] ?? '')) start += 1;
  let end = words.length;
  while (end - start > 1 && isDegree(words[end - 1] ?? '')) end -= 1;
  return honest(words.slice(start, end).join(' '));
}

// "PÉREZ, Ana (Ms.)"
function withoutNote(name: string): string {
  const note = /\s{0,3}[(（]([\p{L}.-]{1,12})[)）]\s{0,3}$/u.exec(name.slice(-20));
  return note?.[1] !== undefined && isTitle(note[1]) ? name.slice(0, -note[0].length) : name;
}

/** `PhD`, `M.Sc.` */
export function isDegree(word: string): boolean {
  return SUFFIXES.has(word.trim().toLowerCase().replace(/[.\s]/g, ''));
}

function honest(name: string): string {
  const bare = name.replace(/\s?(?:様|さん|氏|先生|女士|님|씨)$/u, '');
  return bare.length >= 2 ? bare : name;
}

/** For a text in a script without capitals: whether it can be a bare name; undefined for others. */
export function fillsCaseless(text: string): boolean | undefined {
  if (!CASELESS.test(text) || !/\p{L}/u.test(text)) return undefined;
  const words = text.split(/\s+/);
  if (words.some((word) => CASELESS_STOPS.has(word)) || HAN_STOPS.test(text)) return false;
  const letters = text.replace(/\s/g, '').length;
  return NO_BLANKS.test(text) ? letters <= 10 && letters >= 2 : words.length <= 5 && letters <= 45;
}
