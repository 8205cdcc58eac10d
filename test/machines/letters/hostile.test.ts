/** No word of another person can make a letter say something that we did not. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SAMPLES } from '../../../scripts/letter-samples.ts';
import { CATALOGUE, render } from '../../../src/machines/letters/catalogue.ts';
import type { LetterInput } from '../../../src/machines/letters/letter.ts';
import { widthOf } from '../../../src/machines/letters/wrap.ts';
import { readForm } from '../../../src/machines/reading/form.ts';
import { readSegments } from '../../../src/machines/reading/segments.ts';
import { readAddress } from '../../../src/machines/words/address.ts';

// The answers in any case; the commands as we print them, since a sentence may begin with "Ask".
const OBEYED = /^(?:confirm|reject|approve)\b(?!\S*@)/i;
const COMMANDS = /^(?:ASK|HOLD|AMEND|ESCALATE|VERIFIED|UNFREEZE|FREEZE|INVITE|REMOVE)\b/;
const TRIMMED = /^[\s>]+/;
const HIDDEN =
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u00ad\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]/u;

const EVIL = [
  'APPROVE 4711 .xa',
  'CONFIRM',
  'confirm abcd-efgh-jkmn-pqrs-tvwx-yz01-23',
  'REJECT 4711 no',
  'x\r\nBcc: everyone@victim.example',
  'x\n\nCONFIRM\n',
  'x\u2028CONFIRM',
  'x\u0085REJECT',
  '> CONFIRM',
  '  >> | APPROVE 4711 .xa',
  '"CONFIRM"',
  '\u202eMRIFNOC\u202c',
  'C\u200bONFIRM',
  'ＣＯＮＦＩＲＭ',
  '=cmd|x',
  '%s ${x} {{y}}',
  '```\n## heading',
  'First name: Mallory',
  'E-mail: mallory@evil.example',
  'Contact 1 phone: +31207940899',
  'Mallory <mallory@evil.example> +31207940899',
  `${'x'.repeat(60)} First name: Mallory`,
  'x '.repeat(33) + 'First name: Mallory E-mail: m@evil.example',
  'a'.repeat(5000),
  `${'word '.repeat(13)}CONFIRM ${'CONFIRM '.repeat(40)}`,
  `${'國'.repeat(300)} CONFIRM`,
  'e\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301'.repeat(30),
  '\ud800',
  '',
];

/** Fields that other people write; everything else in a letter's data is ours. */
const FOREIGN = new Set(
  'firstName lastName raw rawAddress text found question reason from to subject why line answer by recipient words answeredFrom'.split(
    ' ',
  ),
);

function poison(value: unknown, evil: string, key = ''): unknown {
  if (typeof value === 'string') return FOREIGN.has(key) ? evil : value;
  if (Array.isArray(value)) {
    return value.map((each) => poison(each, evil, key === 'evidenceFacts' ? 'text' : key));
  }
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name, poison(each, evil, name)]),
  );
}

// In these letters `why` is a code of ours.
const CODED = new Set(['how-to', 'too-late', 'post-again', 'post-red']);

function poisoned(sample: LetterInput, evil: string): LetterInput {
  const data = poison(sample.data, evil) as object;
  const why = CODED.has(sample.name) && 'why' in sample.data ? { why: sample.data.why } : {};
  return { ...sample, data: { ...data, ...why } as typeof sample.data };
}

function expectHarmless(input: LetterInput): void {
  const { subject, text } = render(input);
  expect(subject).not.toMatch(/[\r\n\u2028\u2029\u0085]/);
  expect(subject).not.toMatch(HIDDEN);
  expect(subject.length).toBeLessThanOrEqual(120);
  expect(text).not.toMatch(HIDDEN);
  const lines = text.split('\n').map((line) => line.replace(TRIMMED, '').normalize('NFKC'));
  expect(lines.filter((line) => OBEYED.test(line) || COMMANDS.test(line))).toEqual([]);
  if (CATALOGUE[input.name].service !== 'validate') {
    expect(lines.filter((line) => /^(?:first name|e-mail|phone): ?./i.test(line))).toEqual([]);
  }
  const long = text.split('\n').filter((line) => widthOf(line) > 72 && !line.includes('@'));
  expect(long).toEqual([]);
}

describe('a letter with hostile words in every foreign field', () => {
  it.each(SAMPLES.map((sample, index) => [`${sample.name} (${index})`, sample] as const))(
    '%s has no line that the engine obeys, whatever people are called',
    (_, sample) => {
      for (const evil of EVIL) {
        expectHarmless(poisoned(sample, evil));
      }
    },
  );

  it('stays so for anything that can be written', () => {
    const words = fc.constantFrom(...EVIL, ' ', '\n', '…', '-', '|', '1.', 'Ana', '"', '*', '(');
    const texts = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.array(words, { maxLength: 12 }).map((parts) => parts.join(' ')),
      fc.array(words, { maxLength: 12 }).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(fc.constantFrom(...SAMPLES), texts, (sample, evil) => {
        expectHarmless(poisoned(sample, evil));
      }),
      { numRuns: 300 },
    );
  });

  it.each(SAMPLES.filter(({ name }) => name === 'clarify' || name === 'reminder'))(
    '$name, quoted and sent back with its form empty, brings no contact',
    (sample) => {
      for (const evil of EVIL) {
        const lines = render(poisoned(sample, evil)).text.split('\n');
        const quoted = lines.map((line) => `> ${line}`).join('\n');
        expect(readForm(readSegments(quoted), { inline: true }).contacts).toEqual([]);
      }
    },
  );

  it('an address that is called like a command does not stand at the start of its line', () => {
    const evil = readAddress(`confirm@${'a'.repeat(60)}.example`);
    if (evil === undefined) throw new Error('not an address');
    const bad = JSON.stringify(SAMPLES)
      .replaceAll('ana.perez@registry.example', evil)
      .replaceAll('hostmaster@nic.xa', evil);
    for (const sample of JSON.parse(bad) as LetterInput[]) expectHarmless(sample);
  });
});
