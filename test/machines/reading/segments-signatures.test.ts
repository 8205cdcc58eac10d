import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { readConsent } from '../../../src/machines/reading/consent.ts';
import { readCommands } from '../../../src/machines/reading/command.ts';
import { ownText, readSegments } from '../../../src/machines/reading/segments.ts';
import { isClosing } from '../../../src/machines/reading/signature.ts';
import { cpuTime } from '../../support/cpu.ts';

function own(text: string): string {
  return ownText(readSegments(text))
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
}

const CLOSINGS: Readonly<Record<string, string>> = {
  en: 'Best regards,',
  'en, with the name': 'Kind regards, Ana Beta',
  'en, short': 'BR',
  de: 'Mit freundlichen Grüßen',
  'de, Swiss': 'Freundliche Grüsse aus Xastadt',
  fr: 'Bien cordialement,',
  'fr, formal': "Je vous prie d'agréer, Madame, l'expression de mes salutations distinguées.",
  es: 'Saludos cordiales,',
  pt: 'Com os melhores cumprimentos,',
  'pt-BR': 'Atenciosamente,',
  it: 'Cordiali saluti',
  nl: 'Met vriendelijke groet,',
  sv: 'Med vänliga hälsningar',
  da: 'Med venlig hilsen / Best regards',
  no: 'Vennlig hilsen',
  fi: 'Ystävällisin terveisin',
  pl: 'Z poważaniem,',
  cs: 'S pozdravem',
  sk: 'S úctou',
  hu: 'Üdvözlettel,',
  ro: 'Cu stimă,',
  tr: 'Saygılarımla,',
  ru: 'С уважением,',
  uk: 'З повагою,',
  bg: 'Поздрави,',
  el: 'Με εκτίμηση,',
  he: 'בברכה,',
  ar: 'مع أطيب التحيات،',
  zh: '此致',
  ja: 'どうぞよろしくお願いいたします。',
  ko: '감사합니다.',
  vi: 'Trân trọng,',
  th: 'ขอแสดงความนับถือ',
  id: 'Hormat kami,',
};

describe('a closing phrase', () => {
  it.each(Object.entries(CLOSINGS))('in %s ends what the sender has to say', (_, closing) => {
    expect(isClosing(closing)).toBe(true);
    const signature = `${closing}\nAna Beta\nCEO, NIC .xa\n\nTel.: +44 20 7946 0001\nwww.nic.xa`;
    expect(own(`Yes, we agree.\n\n${signature}`)).toBe('Yes, we agree.');
    expect(own(`Yes, we agree.\n${signature}\n\n> quoted`)).toBe('Yes, we agree.');
  });

  it.each([
    'Best practice is to name two.',
    'Regards to all of you from the whole team of ours.',
    'Yours is the second registry that asks.',
    'Saludosa: un nombre',
    'Att: Ana Beta and everybody else who reads this list of ours',
    'Regarding the form:',
    'Contact 2',
    'First name: Best',
  ])('is not %j', (line) => {
    expect(isClosing(line)).toBe(false);
    expect(own(`Hello.\n${line}\nYes.`)).toBe(`Hello.\n${line}\nYes.`);
  });

  it.each([
    ['nothing above it', 'Best regards,\nAna Beta'],
    ['thanks above more text', 'Thanks,\nwe will come back to you next week about this.'],
    ['thanks alone', 'We got it.\nThank you.'],
    ['a list with dashes', 'Contacts:\n- Ana Beta\n- Luis Gama'],
    ['a rule between people', 'Ana Beta, ana@nic.xa\n___\nLuis Gama, luis@nic.xa'],
    ['a rule below a colon', 'Our contact is:\n—\nAna Beta\nana@nic.xa'],
  ])('does not begin a signature with %s', (_, text) => {
    expect(own(text)).toBe(text);
  });

  it.each([
    ['a heading', 'Contact 2\nE-mail: luis@nic.xa\nPhone: +44 20 7946 0002'],
    ['a first name', 'First name: Luis\nPhone: +44 20 7946 0002'],
    ['a heading in German', 'Zweiter Kontakt\nTelefon: +49 30 23125 001'],
    ['several addresses', 'Ana, ana@nic.xa, +44 20 7946 0001\nLuis, luis@nic.xa, +44 20 7946 0002'],
    ['a postscript', 'PS: Ana is on leave'],
    ['a sentence', 'We also have a new telephone number for the night.'],
    ['a question', 'Is that right?'],
    ['an answer', 'CONFIRM abcd-efgh'],
  ])('leaves %s below it', (_, data) => {
    expect(own(`Hello.\n\nBest regards,\nAna Beta\n\n${data}`)).toBe(`Hello.\n\n${data}`);
  });

  it.each([
    'Cheers, Hendrik',
    'Grüße, Jörn',
    'Mvh Åsa',
    'Best regards,',
    'Cordiali saluti, è tutto giusto.',
    'Thanks!\n\nAna Beta',
    '谢谢\n王晓明',
  ])("of so few words stays the sender's own: %j", (closing) => {
    expect(own(`We agree.\n\n${closing}`)).toBe(`We agree.\n\n${closing}`);
    expect(own(`We agree.\n\n${closing}\n\n-- \nAna Beta`)).toBe(`We agree.\n\n${closing}`);
  });

  it('may stand with the name behind a dash, or as thanks above a name and more', () => {
    expect(own('We agree.\n\n- Ana')).toBe('We agree.');
    expect(own('We agree.\n\n--ana')).toBe('We agree.');
    expect(own('We agree.\n\nThanks!\n\nAna Beta\nNIC .xa')).toBe('We agree.');
    expect(own('We agree.\n—\nAna Beta\nNIC .xa')).toBe('We agree.');
  });
});

describe('a person below CONFIRM', () => {
  it('is who answers', () => {
    const person = 'John Smith\nTel: +1 202 555 0144\nE-mail: john.smith@nic.xa';
    expect(own(`CONFIRM\n\n${person}`)).toBe('CONFIRM');
    expect(own(`CONFIRM abcd-efgh\n\n${person}\n\n> quoted`)).toBe('CONFIRM abcd-efgh');
  });

  it.each([
    'Contact 1\nFirst name: Ana\nE-mail: ana@nic.xa',
    'Ana Beta\nana@nic.xa\nLuis Gama\nluis@nic.xa',
    'We Never Asked\n+44 20 7946 0001',
    'Ana Beta\nobjects\nana@nic.xa',
    'Ana Beta\nis who wrote this\n+44 20 7946 0001',
    'Please add this one:\nAna Beta\nana@nic.xa',
    'Ana Beta is the right one, and her number is new.\n+44 20 7946 0001',
  ])('is a contact where more is said: %j', (data) => {
    expect(own(`CONFIRM\n\n${data}`)).toBe(`CONFIRM\n\n${data}`);
  });
});

describe('"--"', () => {
  it('is drawn between contacts too, "-- " never', () => {
    const form = 'Contact 1\nFirst name: Ana\n--\nContact 2\nFirst name: Luis';
    expect(own(form)).toBe(form);
    expect(own('Yes.\n-- \nFirst name: Ana')).toBe('Yes.');
  });
});

const FOOTERS: Readonly<Record<string, string>> = {
  en: 'Sent from my iPhone',
  'en, K-9': 'Sent from my Android device with K-9 Mail. Please excuse my brevity.',
  'en, Outlook': 'Get Outlook for Android<https://links.example/AAb9ysg>',
  'en, Proton': 'Sent with Proton Mail secure email.',
  'en, Windows': 'Sent from Mail for Windows',
  de: 'Von meinem iPhone gesendet',
  'de, K-9': 'Diese Nachricht wurde von meinem Android-Gerät mit K-9 Mail gesendet.',
  fr: 'Envoyé de mon iPhone',
  'fr, Windows': 'Provenance : Courrier pour Windows',
  es: 'Enviado desde mi iPhone',
  pt: 'Enviado do meu iPhone',
  it: 'Inviato da iPhone',
  nl: 'Verstuurd vanaf mijn iPhone',
  sv: 'Skickat från min iPhone',
  da: 'Sendt fra min iPhone',
  fi: 'Lähetetty iPhonesta',
  pl: 'Wysłane z iPhone’a',
  cs: 'Odesláno z iPhonu',
  sk: 'Odoslané z iPhonu',
  hu: 'Az iPhone-omról küldve',
  ro: 'Trimis de pe iPhone-ul meu',
  tr: 'iPhone’umdan gönderildi',
  ru: 'Отправлено с iPhone',
  uk: 'Надіслано з iPhone',
  el: 'Στάλθηκε από το iPhone μου',
  he: 'נשלח מה-iPhone שלי',
  ar: 'تم الإرسال من الـ iPhone الخاص بي',
  'zh-CN': '发自我的iPhone',
  'zh-TW': '從我的 iPhone 傳送',
  ja: 'iPhoneから送信',
  ko: '나의 iPhone에서 보냄',
  vi: 'Đã gửi từ iPhone của tôi',
  th: 'ส่งจาก iPhone ของฉัน',
  id: 'Dikirim dari iPhone saya',
};

describe('the footer of a mobile program', () => {
  it.each(Object.entries(FOOTERS))('in %s is a signature of one line', (_, footer) => {
    const lines = readSegments(`Yes.\n\n${footer}\nMore.`);
    expect(lines.map(({ part }) => part)).toEqual(['own', 'own', 'signature', 'own']);
  });
});

const DISCLAIMERS: Readonly<Record<string, string>> = {
  en: 'This e-mail and any attachments are confidential and may be privileged.\nIf you are not the intended recipient, delete it.',
  'en, titled': 'CONFIDENTIALITY NOTICE: what follows here\nis for nobody else.',
  de: 'Diese E-Mail enthält vertrauliche Informationen. Wenn Sie nicht der richtige\nEmpfänger sind, vernichten Sie sie.',
  fr: 'Ce message et ses pièces jointes sont confidentiels et destinés à leur seul\ndestinataire.',
  es: 'Este mensaje es confidencial y va dirigido a su destinatario.',
  pt: 'Esta mensagem é confidencial e destina-se ao seu destinatário.',
  it: 'Questo messaggio è riservato al destinatario; ne è vietata la diffusione.',
  nl: 'Dit bericht is vertrouwelijk en uitsluitend bestemd voor de geadresseerde.',
  pl: 'Niniejsza wiadomość jest poufna i przeznaczona dla adresata.',
  ru: 'Настоящее сообщение конфиденциально и предназначено только для адресата.',
  tr: 'Bu e-posta gizli bilgiler içerir; alıcı siz değilseniz siliniz.',
  zh: '本邮件及其附件含有保密信息，仅限于收件人使用。',
  ja: 'このメールには機密情報が含まれます。宛先以外の方は破棄してください。',
  ar: 'هذه الرسالة سرية ومخصصة للشخص المقصود، المرسل إليه فقط.',
  environment: 'Please consider the environment before printing this e-mail.',
  scanner: 'This email has been checked for viruses by Some Antivirus.\nwww.av.example',
};

describe('a disclaimer', () => {
  it.each(Object.entries(DISCLAIMERS))(
    'in %s is boilerplate to the end of its paragraph',
    (_, text) => {
      const size = text.split('\n').length;
      const parts = readSegments(`Yes.\n\n${text}\n\nAnd more.`).map(({ part }) => part);
      const boiler = Array.from({ length: size }, () => 'boilerplate');
      expect(parts).toEqual(['own', 'own', ...boiler, 'own', 'own']);
    },
  );

  it.each([
    'This e-mail is to tell you that Ana is our contact.',
    'This message is from the registry of .xa; the recipient may publish it.\nIt is long.',
    'The information that you asked for is below.',
    'If you received our form, please tell us.',
  ])('is not %j', (text) => {
    expect(own(`Hello.\n\n${text}`)).toBe(`Hello.\n\n${text}`);
  });

  it('swallows no form and no answer below it', () => {
    const text = `${DISCLAIMERS['en']}\nContact 1\nCONFIRM abcd`;
    expect(own(text)).toBe('Contact 1\nCONFIRM abcd');
  });
});

describe('the banner of a gateway', () => {
  it.each([
    '[EXTERNAL]',
    '*** EXTERNAL EMAIL ***',
    'CAUTION: This email originated from outside of the organization.',
    'CAUTION: This email originated from outside.\nDo not click links unless you know the sender.',
    'ACHTUNG: Externe E-Mail! Klicken Sie auf keine Links.',
    'ATTENTION : cet e-mail provient de l’extérieur.',
    'Внимание! Письмо от внешнего отправителя.',
    '注意：此邮件来自外部发件人。',
    "You don't often get email from a@b.example. Learn why this is important",
  ])('%j hides neither the answer nor the command below it', (banner) => {
    expect(own(`${banner}\n\nHello,\nwe agree.`)).toBe('Hello,\nwe agree.');
    expect(readConsent(readSegments(`${banner}\nCONFIRM`))).toBe('confirm');
    const { commands, faults } = readCommands(readSegments(`${banner}\n\nAPPROVE 4711 .xa`));
    expect([commands.length, faults]).toEqual([1, []]);
  });

  it.each(['Attention: Ana is on leave.', 'External contacts are below.', 'Notice the new name.'])(
    'is not %j',
    (line) => {
      expect(own(`${line}\nYes.`)).toBe(`${line}\nYes.`);
    },
  );
});

const hostile = {
  '150,000 closings': 'Regards\n'.repeat(150_000),
  '150,000 thanks': 'Thanks\nAna\n'.repeat(75_000),
  '100,000 disclaimers': 'This message is confidential\n'.repeat(50_000),
  'a megabyte of rules': '—\n'.repeat(300_000),
  'a megabyte of names behind dashes': '- Ana\n'.repeat(160_000),
  'a megabyte of "--"': '--\nx\n> q\n'.repeat(110_000),
  'a megabyte of labels': 'Abc: x@y 9:00\n'.repeat(70_000),
  'a megabyte of titles': '-----Original Message-----\n'.repeat(40_000),
  'one closing above a megabyte of names': `Yes\nRegards\n${'Ana\n'.repeat(250_000)}`,
  'a long line of addresses': `Yes\nRegards\n${'a@b '.repeat(250_000)}`,
};

describe('hostile text', () => {
  it.each(Object.entries(hostile))('%s takes less than two seconds', (_, text) => {
    const started = cpuTime();
    readSegments(text);
    expect(cpuTime() - started).toBeLessThan(2000);
  });
});

const pieces = fc.constantFrom(
  'Yes.',
  'Best regards,',
  'Ana Beta',
  'Thanks,',
  '',
  '-- ',
  '--',
  '—',
  'Contact 2',
  'First name: Ana',
  '+44 20 7946 0001',
  'ana@nic.xa',
  'CONFIRM abcd',
  '[EXTERNAL]',
  'This message is confidential for the recipient.',
  'Sent from my iPhone',
  '> quoted',
  'PS: more',
);
const texts = fc.array(pieces, { maxLength: 12 }).map((lines) => lines.join('\n'));

describe('properties', () => {
  it('every line comes out once, in order', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const lines = readSegments(text);
        expect(lines.map(({ raw }) => raw).join('\n')).toBe(text);
        expect(lines.map(({ number }) => number)).toEqual(lines.map((_, at) => at + 1));
      }),
    );
  });

  it('own lines stay own when a quotation is put below them', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const before = readSegments(text).map(({ part }) => part);
        const after = readSegments(`${text}\n\nOn Monday, x wrote:\n> CONFIRM\n> abcd`);
        expect(after.slice(0, before.length).map(({ part }) => part)).toEqual(before);
        expect(after.slice(-2).map(({ part }) => part)).toEqual(['quoted', 'quoted']);
      }),
    );
  });

  it('a text that is all signature is own but for "-- " and footers', () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.values(CLOSINGS)), (closing) => {
        expect(own(`${closing}\nAna Beta\nCEO`)).toBe(`${closing}\nAna Beta\nCEO`);
      }),
    );
  });

  it('an answer that the sender typed is never boilerplate or signature', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const lines = readSegments(text.replaceAll(/^--? ?$/gm, ''));
        const answers = lines.filter((line) => line.raw.startsWith('CONFIRM'));
        expect(answers.every(({ part }) => part === 'own')).toBe(true);
      }),
    );
  });
});
