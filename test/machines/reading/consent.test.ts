import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { isMistyped } from '../../../src/machines/reading/consent-words.ts';
import { readConsent } from '../../../src/machines/reading/consent.ts';
import { readSegments } from '../../../src/machines/reading/segments.ts';
import { cpuTime } from '../../support/cpu.ts';

function read(text: string): string {
  return readConsent(readSegments(text));
}

const TOKEN = 'abcd-efgh-1jkm-2npq-3rst-4vwx-yz';
const QUOTE = `On Monday, TLD-OPS wrote:\n> To agree:   CONFIRM ${TOKEN}\n> To object:  REJECT ${TOKEN}\n`;

describe('confirm', () => {
  it.each([
    'CONFIRM',
    'confirm',
    'Confirm.',
    'CONFIRM!',
    '  CONFIRM',
    '\u00a0CONFIRM',
    '*CONFIRM*',
    '"CONFIRM"',
    '“Confirm”',
    `CONFIRM ${TOKEN}`,
    `confirm ${TOKEN.toUpperCase()}`,
    `CONFIRM: ${TOKEN}`,
    `CONFIRM ${TOKEN} Ana Beta, registry of .xa`,
    'CONFIRM abcd-efgh-1jkm-2npq-\n3rst-4vwx-yz',
    'CONFIRM #4711',
    'CONFIRM .xa',
    'Confirm, thank you very much',
    'CONFIRM this request please',
    'Hi,\nCONFIRM',
    'Hi all\nCONFIRM',
    'Dear colleagues,\n\nCONFIRM\n\nBest regards,\nAna',
    'We have checked this.\nCONFIRM',
    'This is admin@norid.no about .no and nic.ne.\n\nCONFIRM',
    'CONFIRM 1001 .no',
    'CONFIRM\nBest regards, Ana',
    'CONFIRM\nmvh Åsa',
    'Confirm. Tack för att ni frågar!\n\nMvh Åsa',
    'Confirm, vielen Dank',
    'Confirm. Merci beaucoup !',
    'CONFIRM, muchas gracias. Saludos',
    'CONFIRM, спасибо большое',
    'CONFIRM 谢谢。',
    'CONFIRM\n谢谢\n王晓明',
    'CONFIRM\nthanks',
    'CONFIRM\n\nI confirm that Ana Beta is our contact.',
    'CONFIRM\n\nPlease do not hesitate to call.',
    'CONFIRM\nCONFIRM',
    `CONFIRM\n\n${QUOTE}`,
    `${QUOTE}\nCONFIRM`,
    '> Do you agree?\nCONFIRM',
    'CONFIRM\n-- \nAna, who does not ask for anything\nREJECT',
    'CONFIRM\n\nIf you are not the intended recipient, delete this mail.',
  ])('%j confirms', (text) => {
    expect(read(text)).toBe('confirm');
  });
});

describe('reject', () => {
  it.each([
    'REJECT',
    'reject.',
    `REJECT ${TOKEN}`,
    'REJECT: I did not ask for this, it is phishing',
    'REJECT - nobody here asked for it. Who are you?',
    'REJECT, no.',
    'REJECT: who asked for this?',
    `REJECT ${TOKEN} what is this?`,
    'REJECT\n\nWe never confirmed anything.',
    'Hello,\n\nReject\n\nThis is not from us.',
    `REJECT\n\n${QUOTE}`,
    'I did not ask for this.\nREJECT',
  ])('%j rejects', (text) => {
    expect(read(text)).toBe('reject');
  });
});

describe('unclear', () => {
  it.each([
    // Both words.
    'CONFIRM\nREJECT',
    'CONFIRM / REJECT',
    'CONFIRM/REJECT',
    'REJECT/CONFIRM',
    'CONFIRM or REJECT',
    'REJECT. Do not confirm this.',
    'CONFIRM\n\nPlease reject the other one.',
    // Questions and denials on the line.
    'CONFIRM? I did not ask for this',
    'CONFIRM ?',
    'REJECT?',
    'confirm nothing',
    'confirm that I never asked',
    'Confirm receipt',
    'Confirm who you are first',
    'CONFIRM not',
    `CONFIRM ${TOKEN} but only Ana`,
    'reject nothing',
    'Reject not',
    'Reject what?',
    'reject this request? why',
    'We do not.\nCONFIRM',
    // Denials above the word, in other languages and a blank line away.
    "Nous n'avons rien demandé.\n\nCONFIRM",
    'Wir wissen davon nichts.\n\nCONFIRM',
    'Nie prosiliśmy o to.\n\nCONFIRM',
    'Biz bunu istemedik.\n\nCONFIRM',
    'このような依頼はしていません。\n\nCONFIRM',
    'لم نطلب هذا\n\nCONFIRM',
    'Emme ole pyytäneet tätä.\n\nCONFIRM',
    'Δεν ζητήσαμε κάτι τέτοιο.\n\nCONFIRM',
    'Please do not:\nREJECT',
    // The word inside other words, or not at the beginning.
    'I confirm',
    'We CONFIRM',
    'do not confirm',
    'Confirmed',
    'confirmation',
    'CONFIRM-abcd',
    "confirm's",
    'confirm@nic.xa',
    '1. CONFIRM',
    '- CONFIRM',
    '[CONFIRM]',
    `To agree: CONFIRM ${TOKEN}`,
    // Half a sentence.
    'We cannot\nconfirm this',
    'I am sorry, but I do not\nconfirm this request',
    'We refuse to\nconfirm',
    'It is not possible to reject or\nreject',
    'Confirm\nthat you are who you say you are',
    'CONFIRM\nnothing of this is right',
    'CONFIRM\nWhat is this?',
    // Doubt elsewhere.
    'I did not ask for this, who are you?\n\nCONFIRM',
    "CONFIRM\n\nI didn't request this.",
    'CONFIRM\n\nIs this phishing?',
    'CONFIRM\n\nThis looks like spam',
    'CONFIRM\n\nWe never\nasked for this',
    'CONFIRM\n\nNobody here has requested this.',
    'CONFIRM\n\nwir haben das nicht angefordert',
    'CONFIRM\n\nWe object.',
    // Invisible signs, other letters, slips, other languages.
    'ＣＯＮＦＩＲＭ',
    'CON\u200bFIRM',
    '\u200bCONFIRM',
    '\u202eCONFIRM',
    'CONFIRM \u202e',
    'CONFIRM\rREJECT',
    'CONFRIM',
    'Comfirm',
    'Comfrim',
    'Confirm. Tack, men vi har inte frågat',
    'Confirm, danke, aber nur Ana',
    'Confirm merci mais plus tard',
    'Confirm your mail please',
    'CONFIRMM',
    'REJCT',
    'Je confirme',
    'Confirmo',
    'Ich bestätige',
    'подтверждаю',
    '确认',
    'أؤكد',
    'Rechazo',
    // Below a long quoted line the word may be its end, wrapped by a gateway.
    '> If you want these people on the list, answer this mail with\nCONFIRM',
  ])('%j is unclear', (text) => {
    expect(read(text)).toBe('unclear');
  });
});

describe('none', () => {
  it.each([
    '',
    'Thank you, we will look at it.',
    `I did not ask for this, who are you?\n\n${QUOTE}`,
    `> CONFIRM ${TOKEN}`,
    '>CONFIRM',
    '| CONFIRM',
    'On Monday, TLD-OPS wrote:\n\nCONFIRM',
    '-----Original Message-----\nCONFIRM',
    'From: a\nSent: b\nTo: c\n\nCONFIRM',
    'Begin forwarded message:\n\nCONFIRM',
    '-- \nCONFIRM',
    'Project manager of .xa',
    'The subject is clear',
  ])('%j says nothing', (text) => {
    expect(read(text)).toBe('none');
  });
});

describe('slips', () => {
  it.each(['confrim', 'comfirm', 'confim', 'confirmm', 'rejetc', 'rejct', 'regect'])(
    '%s is one',
    (word) => {
      expect(isMistyped(word)).toBe(true);
    },
  );
  it.each(['confirm', 'reject', 'config', 'subject', 'comfort', 'project', 'object'])(
    '%s is none',
    (word) => {
      expect(isMistyped(word)).toBe(false);
    },
  );
});

describe('hostile text', () => {
  it.each([
    ['a megabyte of quote marks', '>'.repeat(1_000_000)],
    ['a megabyte of blanks', ' '.repeat(1_000_000)],
    ['a megabyte of "not"', 'not '.repeat(250_000)],
    ['a megabyte of "confirm"', 'confirm '.repeat(125_000)],
    ['125,000 lines of CONFIRM', 'CONFIRM\n'.repeat(125_000)],
    ['a megabyte after CONFIRM', `CONFIRM ${'n'.repeat(1_000_000)}`],
    ['a megabyte of dashes', `CONFIRM ${'abcd-'.repeat(200_000)}`],
    ['a megabyte of stars', '*'.repeat(1_000_000)],
  ])('%s takes less than a second', (_, text) => {
    const lines = readSegments(text);
    const started = cpuTime();
    readConsent(lines);
    expect(cpuTime() - started).toBeLessThan(1000);
  });
});

const words = fc.constantFrom(
  'CONFIRM',
  'confirm',
  'REJECT',
  'not',
  'I',
  'this',
  '.',
  '?',
  '\n',
  '\n\n',
  ' ',
  '> ',
  TOKEN,
  'Hi,',
  '\u200b',
  '-- ',
);
const texts = fc
  .array(words, { maxLength: 14 })
  .map((all) => all.join(' ').replaceAll(' \n ', '\n'));

describe('properties', () => {
  it('only own text is heard: a mail that is quoted whole says nothing', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const quoted = text
          .split('\n')
          .map((line) => `> ${line}`)
          .join('\n');
        expect(read(quoted)).toBe('none');
        expect(read(`-----Original Message-----\n${text}`)).toBe('none');
      }),
      { numRuns: 300 },
    );
  });

  it('what confirms has CONFIRM as the first word of a line, and no word of rejection', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const consent = read(text);
        if (consent !== 'confirm' && consent !== 'reject') return;
        expect(text).toMatch(new RegExp(`^\\s*${consent}`, 'im'));
        if (consent === 'confirm')
          expect(text.replaceAll(/^>.*$/gm, '')).not.toMatch(/\bREJECT\b[^]*-- /);
      }),
      { numRuns: 500 },
    );
  });

  it('a line of doubt turns no answer into a confirmation', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(read(`I did not ask for this.\n\n${text}`)).not.toBe('confirm');
      }),
      { numRuns: 300 },
    );
  });
});
