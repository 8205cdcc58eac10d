/** Every letter: what all of them must keep, and what each must say. */

import { describe, expect, it } from 'vitest';
import { renderGallery } from '../../../scripts/gallery.ts';
import { SAMPLES } from '../../../scripts/letter-samples.ts';
import { CATALOGUE, render } from '../../../src/machines/letters/catalogue.ts';
import type { LetterInput, LetterName } from '../../../src/machines/letters/letter.ts';
import { widthOf } from '../../../src/machines/letters/wrap.ts';
import { readConsent } from '../../../src/machines/reading/consent.ts';
import { readForm } from '../../../src/machines/reading/form.ts';
import { readSegments } from '../../../src/machines/reading/segments.ts';
import { FORM_TEXT } from '../../../src/machines/words/form-text.ts';
import { findTokens, showToken } from '../../../src/machines/words/token.ts';

const NAMES = Object.keys(CATALOGUE) as LetterName[];
const LETTERS = SAMPLES.map((sample, index) => ({ title: `${sample.name} (${index})`, sample }));

function sampleOf(name: LetterName, at = 0): LetterInput {
  const found = SAMPLES.filter((sample) => sample.name === name)[at];
  if (found === undefined) throw new Error(`no sample for ${name}`);
  return found;
}

function cctldOf({ data }: LetterInput): string | undefined {
  if ('about' in data) return data.about.cctld;
  return 'cctld' in data ? data.cctld : undefined;
}

describe('every letter', () => {
  it.each(NAMES)('%s has a sample', (name) => {
    expect(SAMPLES.map((sample) => sample.name)).toContain(name);
  });

  it.each(LETTERS)('$title keeps the form', ({ sample }) => {
    const { subject, text } = render(sample);
    expect(subject).not.toMatch(/[\r\n]/);
    expect(subject.length).toBeLessThanOrEqual(120);
    expect(text.endsWith('\n')).toBe(true);
    expect(text).not.toMatch(/[ \t]+$|\r|\t|\u00a0|\n{3}|undefined|NaN|\[object/m);
    const long = text.split('\n').filter((line) => widthOf(line) > 72);
    expect(long).toEqual([]);
  });

  it.each(LETTERS.filter(({ sample }) => sample.caseId !== undefined))(
    '$title names the case in subject and text',
    ({ sample }) => {
      const { subject, text } = render(sample);
      expect(subject).toContain('4711');
      expect(text.split('\n')[0]).toMatch(/^TLD-OPS, case 4711/);
    },
  );

  it.each(LETTERS.filter(({ sample }) => cctldOf(sample) !== undefined))(
    '$title names the ccTLD in its first line',
    ({ sample }) => {
      expect(render(sample).text.split('\n')[0]).toContain(`, .${cctldOf(sample)}`);
    },
  );

  it.each(LETTERS.filter(({ sample }) => CATALOGUE[sample.name].service !== 'validate'))(
    '$title says who we are, whom to ask, and what to do',
    ({ sample }) => {
      const { text } = render(sample);
      expect(text).toContain('We run TLD-OPS');
      expect(text).toContain('Questions? Write to tld-ops-owner@lists.example.');
      expect(text).toMatch(/Please|[Pp]ress|do not\sneed\sto|If\syou\sdo\snothing|please/);
    },
  );

  it.each(LETTERS.filter(({ sample }) => sample.token !== undefined))(
    '$title carries its token whole, in the subject',
    ({ sample }) => {
      expect(CATALOGUE[sample.name].token).toBeDefined();
      expect(findTokens(render(sample).subject)).toEqual([sample.token]);
    },
  );

  it.each(NAMES.filter((name) => CATALOGUE[name].token !== undefined))(
    '%s with a token says how to answer, and until when',
    (name) => {
      const { text } = render(sampleOf(name));
      expect(text).toMatch(/press "Reply"/i);
      if (CATALOGUE[name].service !== 'validate')
        expect(text).toMatch(/5 December\s2026, 14:00 UTC/);
    },
  );
});

describe('who gets how many', () => {
  it.each([
    'welcome',
    'applied',
    'rejected',
    'objected',
    'expired',
    'traced',
    ...NAMES.filter((name) => CATALOGUE[name].service === 'validate'),
  ] as LetterName[])('%s is never held back by the daily limit', (name) => {
    expect(CATALOGUE[name].limited).toBe(false);
  });

  it.each(['how-to', 'clarify', 'which-cctld', 'received', 'challenge'] as LetterName[])(
    '%s counts against the daily limit',
    (name) => {
      expect(CATALOGUE[name].limited).toBe(true);
    },
  );
});

describe('words that the engine obeys', () => {
  it('challenge shows both words with the token on one line each', () => {
    const { text } = render(sampleOf('challenge'));
    const shown = showToken(sampleOf('challenge').token ?? '');
    expect(text).toContain(`  If everything is right:  CONFIRM ${shown}\n`);
    expect(text).toContain(`  If it is not right:      REJECT ${shown}\n`);
  });

  it('a copy asks for nothing but an objection', () => {
    const { text } = render(sampleOf('traced'));
    expect(text).toContain('REJECT');
    expect(text).not.toContain('CONFIRM');
  });

  it('unclear-answer names the subjects under which the letters really went out', () => {
    const asked = render(sampleOf('challenge')).subject;
    const copied = render(sampleOf('traced')).subject;
    const { text } = render(sampleOf('unclear-answer'));
    expect(asked.startsWith('Please confirm')).toBe(true);
    expect(text).toContain('"Please confirm"');
    expect(copied.startsWith('For your information')).toBe(true);
  });

  it('an answer above the letter, quoted without any mark, is not turned round by the letter', () => {
    for (const { sample } of LETTERS) {
      const lines = readSegments(render(sample).text);
      expect(['none', 'unclear']).toContain(readConsent(lines));
    }
  });

  it('queue gives ready lines with the number of the case', () => {
    const { text } = render(sampleOf('queue'));
    expect(text).toContain('To approve:         APPROVE 4711 .xa\n');
    expect(text).toContain('To refuse:          REJECT 4711 your reason\n');
    expect(text).toContain('To ask the sender:  ASK 4711 your question\n');
  });

  it('queue puts the warnings before the change, the most serious first', () => {
    const { text } = render(sampleOf('queue'));
    const order = ['WARNINGS (7)', 'nic.xa', 'ext 12', 'THE CHANGE', 'EVIDENCE', 'YOUR DECISION'];
    const places = order.map((part) => text.indexOf(part));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places).not.toContain(-1);
  });

  it.each(['how-to', 'clarify', 'reminder'] as LetterName[])(
    '%s carries the blank form as it stands in words/form-text.ts',
    (name) => {
      expect(render(sampleOf(name)).text).toContain(FORM_TEXT);
    },
  );

  it('clarify quoted back unchanged holds no new contacts', () => {
    const quoted = render(sampleOf('clarify'))
      .text.split('\n')
      .map((line) => `> ${line}`.trimEnd());
    expect(readForm(readSegments(quoted.join('\n')), { inline: true }).contacts).toEqual([]);
  });

  it('transcript says plainly when nothing was done', () => {
    expect(render(sampleOf('transcript', 1)).text).toContain('\nNothing was done.\n');
    expect(render(sampleOf('transcript')).text).not.toContain('Nothing was done.');
  });

  it('received holds no token, and says nothing about evidence', () => {
    const { subject, text } = render(sampleOf('received'));
    expect(findTokens(`${subject}\n${text}`)).toEqual([]);
    expect(text).not.toMatch(/DMARC|E[0-5]\b/);
  });

  it.each(['frozen', 'already-subscribed', 'already-open'] as LetterName[])(
    '%s names none of the people on the list or in the open request',
    (name) => {
      expect(render(sampleOf(name)).text).not.toMatch(/Ana|Luis/);
    },
  );
});

describe('the name of the list', () => {
  it('is shown in capitals, whatever the configuration calls it', () => {
    const sample = sampleOf('welcome');
    const { subject, text } = render({ ...sample, list: { ...sample.list, name: 'tld-ops' } });
    expect(subject).toContain('Welcome to TLD-OPS');
    expect(text).toContain('We run TLD-OPS');
    expect(text).toContain('A mail to tld-ops@lists.example');
  });
});

describe('a ccTLD in another script', () => {
  it('is shown with both labels, also in the subject', () => {
    const sample = sampleOf('challenge');
    const russian = JSON.parse(
      JSON.stringify(sample).replace('"cctld":"xa"', '"cctld":"xn--p1ai"'),
    ) as LetterInput;
    const { subject, text } = render(russian);
    expect(text.split('\n')[0]).toBe('TLD-OPS, case 4711, .рф (xn--p1ai)');
    expect(subject).toContain('contacts for .рф (xn--p1ai) [TLD-OPS 4711 abcd-');
  });
});

describe('the gallery', () => {
  const gallery = renderGallery(SAMPLES);

  it.each(NAMES)('shows %s with its summary', (name) => {
    expect(gallery).toContain(`\n## ${name}\n\n${CATALOGUE[name].summary}\n`);
  });

  it('has every code block closed', () => {
    expect((gallery.match(/^```/gm) ?? []).length).toBe(SAMPLES.length * 2);
  });
});
