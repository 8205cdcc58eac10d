import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { ownText, readSegments } from '../../../src/machines/reading/segments.ts';
import { cpuTime } from '../../support/cpu.ts';

/** The parts of the lines, one letter each: own, quoted, attribution, signature, forwarded. */
function parts(text: string): string {
  return readSegments(text)
    .map(({ part }) => part.charAt(0))
    .join('');
}

function own(text: string): string {
  return ownText(readSegments(text));
}

describe('quote marks', () => {
  it.each([
    ['> one', 1, 'one'],
    ['>one', 1, 'one'],
    ['>> two', 2, 'two'],
    ['> > two', 2, 'two'],
    ['>\t> two', 2, 'two'],
    ['  > one', 1, 'one'],
    ['\u00a0> one', 1, 'one'],
    ['\u200b> one', 1, 'one'],
    ['＞ one', 1, 'one'],
    ['| one', 1, 'one'],
    ['» one', 1, 'one'],
    ['AB> one', 1, 'one'],
    ['>From the start', 1, 'From the start'],
    ['>', 1, ''],
    ['>   indented', 1, '  indented'],
  ])('%j is quoted %i deep', (line, depth, text) => {
    expect(readSegments(line)).toEqual([{ text, raw: line, depth, part: 'quoted', number: 1 }]);
  });

  it.each(['own', '  own', 'a > b', 'First name: Ana', '<ana@nic.xa>', '-> arrow', '--> arrow'])(
    '%j is own',
    (line) => {
      expect(readSegments(line)).toMatchObject([{ text: line, depth: 0, part: 'own' }]);
    },
  );

  it('takes CRLF as a line end, and a lone CR as none', () => {
    expect(readSegments('a\r\nb').map(({ text }) => text)).toEqual(['a', 'b']);
    expect(readSegments('> a\rCONFIRM')).toMatchObject([{ part: 'quoted', text: 'a\rCONFIRM' }]);
  });

  it('keeps answers between quoted lines as own', () => {
    const text = 'Hi,\n\nOn Monday, TLD-OPS wrote:\n> First name:\nAna\n> Last name:\nBeta';
    expect(parts(text)).toBe('ooaqoqo');
    expect(own(text)).toBe('Hi,\n\n\nAna\n\nBeta');
  });
});

describe('attributions', () => {
  it.each([
    'On Mon, 3 Aug 2026 at 10:00, TLD-OPS <tld-ops-join@lists.example> wrote:',
    'On Mon, 3 Aug 2026 at 10:00, TLD-OPS\n<tld-ops-join@lists.example> wrote:',
    'On Mon, 3 Aug 2026 at 10:00, TLD-OPS <\ntld-ops-join+abcd@lists.example\n> wrote:',
    'Am 03.08.26 um 10:00 schrieb TLD-OPS:',
    'Am Mo., 3. Aug. 2026 um 10:00 Uhr schrieb TLD-OPS <\ntld-ops-join@lists.example>:',
    'Le lun. 3 août 2026 à 10:00, TLD-OPS <tld-ops-join@lists.example> a écrit :',
    'El lun, 3 ago 2026 a las 10:00, TLD-OPS (<tld-ops-join@lists.example>) escribió:',
    'Em seg., 3 de ago. de 2026 às 10:00, TLD-OPS <tld-ops-join@lists.example>\nescreveu:',
    'Il giorno lun 3 ago 2026 alle ore 10:00 TLD-OPS <tld-ops-join@lists.example> ha scritto:',
    'Op ma 3 aug 2026 om 10:00 schreef TLD-OPS <tld-ops-join@lists.example>:',
    'Den mån 3 aug. 2026 kl 10:00 skrev TLD-OPS <tld-ops-join@lists.example>:',
    'пн, 3 авг. 2026 г. в 10:00, TLD-OPS <tld-ops-join@lists.example>:',
    '03.08.2026 10:00, TLD-OPS пишет:',
    'TLD-OPS <tld-ops-join@lists.example> 于2026年8月3日周一 10:00写道：',
    '在 2026年8月3日，TLD-OPS 写道：',
    '2026年8月3日(月) 10:00 TLD-OPS <tld-ops-join@lists.example>:',
    'في الاثنين، ٣ أغسطس ٢٠٢٦ في ١٠:٠٠ ص تمت كتابة ما يلي بواسطة TLD-OPS <\ntld-ops-join@lists.example>:',
    '2026-08-03 10:00 GMT+02:00 TLD-OPS <tld-ops-join@lists.example>:',
  ])('%j is no own text, and what follows it without marks is quoted', (line) => {
    const size = line.split('\n').length;
    expect(parts(`Thanks.\n\n${line}\n\n> CONFIRM\n`)).toBe(`oo${'a'.repeat(size)}oqo`);
    expect(own(`Thanks.\n\n${line}\n\nCONFIRM\n\nCONFIRM`).trim()).toBe('Thanks.');
  });

  it.each(['APPROVE 4711 .xa', 'On behalf of .xa:', '1. yes', 'No.', 'ana@nic.xa is right'])(
    'does not swallow %j above it',
    (line) => {
      expect(own(`${line}\nOn Monday, TLD-OPS wrote:\n> q`)).toBe(line);
    },
  );

  it.each(['APPROVE 4711 .xa', 'Ask ana@nic.xa', 'Many thanks in 2026', 'No'])(
    'does not swallow %j directly above a name that wrote',
    (line) => {
      expect(own(`${line}\nTLD-OPS wrote:\n> q`)).toBe(line);
      expect(own(`${line}\nTLD-OPS <a@lists.example> wrote:\nq`)).toBe(line);
    },
  );

  it('does not take the value on its own line for more than a quotation', () => {
    const text =
      'On 3 Nov 2026 at 9:00, TLD-OPS <a@lists.example> wrote: CONFIRM\nCONFIRM\n> CONFIRM';
    expect(own(`Yes.\n${text}`)).toBe('Yes.');
  });

  it('takes the end of a quoted line that was wrapped on the way for quoted', () => {
    const long = '> We ask every registry for the names and the telephone numbers of its';
    expect(own(`${long}\nsecurity contacts\n> at night.\nAna`)).toBe('Ana');
    expect(own(`${long} people?\nAna\n> Thanks.`)).toBe('Ana');
  });

  it('leaves a sentence that only ends with a colon', () => {
    expect(own('Our contacts are:\nAna')).toBe('Our contacts are:\nAna');
    expect(own('E-mail: ana@nic.xa\nOn call:\nBob')).toBe('E-mail: ana@nic.xa\nOn call:\nBob');
  });
});

describe('separators', () => {
  it.each([
    '-----Original Message-----',
    '-----Original message-----',
    '----- Original Appointment -----',
    '-----Ursprüngliche Nachricht-----',
    "-----Message d'origine-----",
    '-----Message d’origine-----',
    '-----Mensaje original-----',
    '-----Mensagem original-----',
    '-----Исходное сообщение-----',
    '-----邮件原件-----',
    '------------------ 原始邮件 ------------------',
    '----- Podziękowania i inne -----',
    '–––– Oryginał ––––',
    '________________________________',
    'From: TLD-OPS\nSent: Monday\nTo: Ana\nSubject: x',
    '*From:* TLD-OPS\n*Sent:* Monday\n*To:* Ana',
    'Von: TLD-OPS\nGesendet: Montag\nAn: Ana\nBetreff: x',
    'De : TLD-OPS\nEnvoyé : lundi\nÀ : Ana\nObjet : x',
    'De: TLD-OPS\nEnviado el: lunes\nPara: Ana\nAsunto: x',
    'De: TLD-OPS\nEnviada em: segunda\nPara: Ana\nAssunto: x',
    'От: TLD-OPS\nОтправлено: понедельник\nКому: Ana\nТема: x',
    '发件人: TLD-OPS\n发送时间: 周一\n收件人: Ana\n主题: x',
    '差出人: TLD-OPS\n送信日時: 月曜\n宛先: Ana\n件名: x',
    'من: TLD-OPS\nتاريخ الإرسال: الاثنين\nإلى: Ana\nالموضوع: x',
    'Subject: x\nDate: Monday\nFrom: TLD-OPS\nTo: Ana',
  ])('everything below %j is quoted to the end, marks or not', (separator) => {
    const text = `Yes.\n\n${separator}\n\nCONFIRM\n\n> more\nCONFIRM\n-- \nCONFIRM`;
    expect(own(text).trim()).toBe('Yes.');
    expect(parts(text)).not.toContain('s');
  });

  it.each([
    'Begin forwarded message:',
    'Anfang der weitergeleiteten Nachricht:',
    'Début du message transféré :',
    '---------- Forwarded message ---------',
    '-------- Forwarded Message --------',
    '-------- Weitergeleitete Nachricht --------',
    '-------- Пересылаемое сообщение --------',
    '---------- 转发的邮件 ---------',
  ])('everything below %j is forwarded to the end', (separator) => {
    const text = `See below.\n${separator}\nFrom: x\nCONFIRM\n> CONFIRM\nCONFIRM`;
    expect(parts(text)).toBe('oaffff');
  });

  it.each([
    '---- Contact 2 ----',
    '--- SSC 1 (primary) ---',
    '----------',
    '=== Contacts ===',
    '- - -',
  ])('%j separates nothing: people draw it between contacts', (line) => {
    expect(own(`a\n${line}\nb`)).toBe(`a\n${line}\nb`);
  });
});

describe('signatures', () => {
  it('begin at "-- " and "--", and end where a quotation begins', () => {
    expect(parts('a\n-- \nAna\nPhone: 1\n\n> q\nafter')).toBe('ossssqo');
    expect(parts('a\n--\nAna')).toBe('oss');
    expect(parts('a\n-- \nAna\nOn Monday, x wrote:\nq')).toBe('ossaq');
  });

  it('of mobile programs are one line', () => {
    expect(parts('a\nSent from my iPhone\nb')).toBe('oso');
    expect(parts('a\nGet Outlook for iOS')).toBe('os');
  });
});

describe('clear-signed text (RFC 9580 7)', () => {
  it('is own without its armour and dash escapes', () => {
    const text =
      '-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA512\n\nCONFIRM\n- -- \nAna\n-----BEGIN PGP SIGNATURE-----\n\niQ\n-----END PGP SIGNATURE-----\nCONFIRM';
    expect(own(text)).toBe('\nCONFIRM');
  });
});

const hostile = {
  'a megabyte of quote marks': '>'.repeat(1_000_000),
  'a megabyte of marks and blanks': '> '.repeat(500_000),
  '100,000 dashes': '-'.repeat(100_000),
  'a megabyte of dashes in lines': `${'-'.repeat(199)}\n`.repeat(5_000),
  'a megabyte of line ends': '\n'.repeat(1_000_000),
  'a megabyte of "On a"': 'On a '.repeat(200_000),
  'a megabyte of "On a" lines': 'On a\n'.repeat(200_000),
  'a megabyte of "From:" lines': 'From: a\n'.repeat(125_000),
  'a megabyte of blanks': ' '.repeat(1_000_000),
  'a megabyte of colons': ':'.repeat(1_000_000),
  'a megabyte of brackets': '<@'.repeat(500_000),
};

describe('hostile text', () => {
  it.each(Object.entries(hostile))('%s takes less than two seconds', (_, text) => {
    const started = cpuTime();
    readSegments(text);
    // Half of it goes into a million lines as such; beside other tests it takes twice as long.
    expect(cpuTime() - started).toBeLessThan(2000);
  });
});

const pieces = fc.constantFrom(
  '> ',
  '>',
  '-- ',
  '-----Original Message-----',
  'On x wrote:',
  'From: a',
  'To: b',
  'Subject: c',
  'CONFIRM',
  ' ',
  '\r',
  'Begin forwarded message:',
  '________________________________',
  'text',
  '\u00a0',
  '|',
);
const texts = fc
  .array(
    fc.array(pieces, { maxLength: 4 }).map((all) => all.join('')),
    { maxLength: 12 },
  )
  .map((lines) => lines.join('\n'));

describe('properties', () => {
  it('every line of the text comes out once, in order, with its raw form', () => {
    fc.assert(
      fc.property(fc.oneof(texts, fc.string({ unit: 'binary', maxLength: 200 })), (text) => {
        const lines = readSegments(text);
        expect(lines.map(({ raw }) => raw)).toEqual(
          text.split('\n').map((line) => line.replace(/\r$/, '')),
        );
        expect(lines.map(({ number }) => number)).toEqual(lines.map((_, at) => at + 1));
      }),
      { numRuns: 300 },
    );
  });

  it('a line behind a quote mark is never own', () => {
    fc.assert(
      fc.property(texts, texts, (before, quoted) => {
        const marked = quoted.split('\n').map((line) => `> ${line}`);
        const lines = readSegments([...before.split('\n'), ...marked].join('\n'));
        expect(lines.slice(-marked.length).every(({ part }) => part !== 'own')).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('nothing below a separator is own', () => {
    fc.assert(
      fc.property(
        texts,
        fc.constantFrom('-----Original Message-----', 'Begin forwarded message:'),
        (text, mark) => {
          const lines = readSegments(`own\n${mark}\n${text}`);
          expect(lines.filter(({ part }) => part === 'own')).toHaveLength(1);
        },
      ),
      { numRuns: 300 },
    );
  });
});
