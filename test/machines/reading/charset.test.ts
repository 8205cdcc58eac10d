import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeBytes, findCharset } from '../../../src/machines/reading/charset.ts';
import { guessCharset } from '../../../src/machines/reading/charset-guess.ts';
import { cpuTime } from '../../support/cpu.ts';

const MULTI_BYTE = /^(?:gb|big5|euc|shift)/;

/** Bytes of a text in a charset that Node only decodes: all of its letters, decoded, the other way round. */
function encoder(charset: string): (text: string) => Buffer {
  const decoder = new TextDecoder(charset);
  const bytesOf = new Map<string, readonly number[]>();
  const learn = (...bytes: number[]) => {
    const letter = decoder.decode(Uint8Array.from(bytes));
    if ([...letter].length === 1 && letter !== '\ufffd' && !bytesOf.has(letter)) {
      bytesOf.set(letter, bytes);
    }
  };
  for (let lead = 0x80; lead < 0xff; lead += 1) {
    learn(lead);
    for (let trail = 0x40; MULTI_BYTE.test(charset) && trail < 0xff; trail += 1) learn(lead, trail);
  }
  learn(0xff);
  return (text) =>
    Buffer.from(
      [...text].flatMap((letter) =>
        letter < '\u0080' ? [letter.charCodeAt(0)] : (bytesOf.get(letter) ?? [63]),
      ),
    );
}

const UNLABELLED: Readonly<Record<string, readonly string[]>> = {
  'windows-1251': [
    'Добрый день! Прошу добавить контакты: Имя: Анна Петрова, Телефон: +7 495',
    'Анна Петрова',
    'Контактна особа: Ірина Ткаченко',
  ],
  'koi8-r': ['Добрый день! Прошу добавить контакты', 'Анна Петрова', 'Подтверждаю'],
  'iso-8859-5': ['Добрый день! Прошу добавить контакты'],
  'windows-1253': ['Καλημέρα, παρακαλώ προσθέστε τις επαφές', 'Όνομα: Μαρία'],
  'windows-1256': ['مرحبا، الاسم: أحمد، الهاتف', 'أؤكد'],
  'windows-1255': ['שלום, אנא הוסיפו את אנשי הקשר', 'שם: דוד'],
  'windows-874': ['สวัสดีครับ ชื่อ สมชาย โทรศัพท์'],
  'windows-1252': [
    'Jörg Müller grüßt',
    'Où est déjà la sécurité ? Ça va très bien.',
    'Ação de segurança, não',
    'résumé “quoted” – it’s',
    'Åse Bjørnsen, Tromsø',
    'perché è così città',
    'José',
  ],
  'windows-1250': ['Příliš žluťoučký kůň', 'Łukasz Wiśniewski, zgłoszenie', 'Žaneta Dvořáková'],
  'windows-1254': ['Sayın yetkili, güvenlik iletişim kişisi Ayşe Yılmaz'],
  gb18030: ['您好，请添加以下联系人：姓名：王小明，电话', '姓名：李娜', '同意'],
  big5: ['您好，請新增以下聯絡人：姓名：王小明，電話', '姓名：陳美玲'],
  'euc-kr': ['안녕하세요. 담당자 연락처를 추가해 주십시오. 이름: 김철수', '이름: 박지영'],
  shift_jis: ['お世話になっております。連絡先を追加してください。', '氏名：山田太郎'],
  'euc-jp': ['お世話になっております。連絡先を追加してください。', 'よろしく'],
};

describe('bytes without a label', () => {
  it.each(Object.entries(UNLABELLED))('are read when they are %s', (charset, texts) => {
    const encode = encoder(charset);
    for (const text of texts) {
      expect(decodeBytes(encode(text), undefined)).toBe(text);
      expect(decodeBytes(encode(text), 'utf-8')).toBe(text);
    }
  });

  it.each(['windows-1251', 'koi8-r', 'gb18030', 'euc-kr', 'shift_jis'])(
    'that say Latin-1 are read when they are whole sentences in %s',
    (charset) => {
      const [text = ''] = UNLABELLED[charset] ?? [];
      expect(decodeBytes(encoder(charset)(text), 'windows-1252')).toBe(text);
    },
  );

  it('that say Latin-1 are Latin-1 when they can be', () => {
    for (const text of ['ö', 'é à', 'Jörg', '« ça »', 'ÄÖÜ']) {
      expect(decodeBytes(Buffer.from(text, 'latin1'), 'windows-1252')).toBe(text);
    }
  });

  it.each([
    ['ISO-2022-JP', '\u001b$BF|K\\\u001b(B', '日本'],
    ['ISO-2022-JP with the kana of JIS X 0201', '\u001b(IC=D\u001b(B', 'ﾃｽﾄ'.slice(0, 3)],
    ['ISO-2022-KR', '\u001b$)C\u000e>H3g\u000f abc', '안녕 abc'],
    ['UTF-8 with a mark', '\u00ef\u00bb\u00bf\u00c3\u00b6', 'ö'],
    ['UTF-16 with a mark', '\u00ff\u00feA\u0000', 'A'],
    ['UTF-16 with the other mark', '\u00fe\u00ff\u0000A', 'A'],
    ['UTF-8 that is cut', '\u00c3\u00b6\u00c3\u00b6\u00c3', 'öö\ufffd'],
  ])('are read when they are %s', (_, bytes, text) => {
    expect(decodeBytes(Buffer.from(bytes, 'latin1'), undefined)).toBe(text);
  });
});

describe('labelled bytes', () => {
  it.each([
    ['hz-gb-2312', 'This ~{<:Ky2;~}.~~~\n', 'This 己所不.~'],
    ['iso-2022-kr', '\u001b$)C\n\u000e>H3g\u000f', '\n안녕'],
    ['utf-16', 'H\u0000i\u0000', 'Hi'],
    ['utf-16', '\u0000H\u0000i', 'Hi'],
    ['koi8-r', '\u00c3\u00b6', 'ö'],
    ['windows-874', '\u00a1\u00d2\u00c3', 'การ'],
    ['iso-8859-8-i', '\u00e0', 'א'],
    ['iso-8859-16', '\u00a4', '€'],
    ['iso-8859-6', '\u00c7', 'ا'],
    ['macintosh', '\u008a', 'ä'],
    ['x-mac-cyrillic', '\u00e0', 'а'],
    ['big5', '\u00a4\u00a4', '中'],
  ])('in %s are read: %j', (label, bytes, text) => {
    expect(decodeBytes(Buffer.from(bytes, 'latin1'), findCharset(label))).toBe(text);
  });
});

describe('a label', () => {
  it.each([
    ['"utf-8"', 'utf-8'],
    ['UTF8', 'utf-8'],
    ['utf_8', 'utf-8'],
    ['utf-8;', 'utf-8'],
    ['unicode-1-1-utf-8', 'utf-8'],
    ['unknown-8bit', 'utf-8'],
    ['x-user-defined', 'utf-8'],
    ['ANSI_X3.4-1968', 'windows-1252'],
    ['iso-latin-1', 'windows-1252'],
    ['cp-1252', 'windows-1252'],
    ['ISO8859_15', 'iso-8859-15'],
    ['windows1251', 'windows-1251'],
    ['x-cp1251', 'windows-1251'],
    ['win-1251', 'windows-1251'],
    ['ISO-8859-8-E', 'iso-8859-8'],
    ['TIS-620', 'windows-874'],
    ['GB2312', 'gbk'],
    ['x-gbk', 'gbk'],
    ['gb_2312-80', 'gbk'],
    ['gb-18030', 'gb18030'],
    ['HZ-GB-2312', 'hz-gb-2312'],
    ['Big5-HKSCS', 'big5'],
    ['ks_c_5601-1987', 'euc-kr'],
    ['CP949', 'euc-kr'],
    ['cp932', 'shift_jis'],
    ['Windows-31J', 'shift_jis'],
    ['eucJP', 'euc-jp'],
    ['iso-2022-jp-1', 'iso-2022-jp'],
    ['ISO-2022-JP-MS', 'iso-2022-jp'],
    ['ISO-2022-KR', 'iso-2022-kr'],
    ['KOI8-RU', 'koi8-u'],
  ])('%s is understood as %s', (label, charset) => {
    expect(findCharset(label)).toBe(charset);
  });

  it.each(['utf-7', 'UTF7', 'unicode-1-1-utf-7', 'x-unicode-2-0-utf-7', '', '%00', 'iso-2022-cn'])(
    '%j is refused',
    (label) => {
      expect(findCharset(label)).toBeUndefined();
    },
  );
});

it('any bytes become text, and any label is a charset or none', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), fc.string(), (bytes, label) => {
      const charset = findCharset(label);
      expect(typeof decodeBytes(Buffer.from(bytes), charset)).toBe('string');
      expect(typeof decodeBytes(Buffer.from(bytes), undefined)).toBe('string');
      expect(new TextDecoder(guessCharset(Buffer.from(bytes))).encoding).toBeDefined();
    }),
  );
});

it('a megabyte of any byte is read within a second', () => {
  for (const byte of [0x1b, 0x7e, 0x80, 0xe0]) {
    const begin = cpuTime();
    decodeBytes(Buffer.alloc(1_000_000, byte), undefined);
    decodeBytes(Buffer.alloc(1_000_000, byte), 'hz-gb-2312');
    decodeBytes(Buffer.alloc(1_000_000, byte), 'utf-8');
    expect(cpuTime() - begin).toBeLessThan(1_000);
  }
});
