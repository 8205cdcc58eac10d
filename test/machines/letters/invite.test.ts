import { describe, expect, test } from 'vitest';
import { anchor, cctld, facts, LIST, secret } from '../../../scripts/sample-parts.ts';
import { render } from '../../../src/machines/letters/catalogue.ts';
import { INVITE_WORDS } from '../../../src/machines/letters/invite-words.ts';
import { widthOf } from '../../../src/machines/letters/wrap.ts';
import { readRefusal } from '../../../src/machines/reading/refusal.ts';
import { understand } from '../../../src/machines/reading/understand.ts';
import {
  LETTER_LANGUAGES,
  type LetterLanguage,
} from '../../../src/machines/words/letter-language.ts';
import { parseMail } from '../../../src/pipeline/parse.ts';
import { mailText } from '../../support/mail-text.ts';

const NAMES = { list: 'tld-ops', domain: 'lists.example' };
const ANSWERS = [
  ['Rosa', 'Lind', 'rosa.lind@nic.xa', '+1 202 555 0112'],
  ['Teo', 'Amaral', 'teo.amaral@nic.xa', '+1 202 555 0113'],
] as const;
const PEOPLE = ANSWERS.map(([firstName, lastName, address], at) => ({
  firstName,
  lastName,
  address,
  primary: at === 0 ? true : undefined,
  phone: `+120255501${12 + at}`,
}));

function letter(languages: readonly LetterLanguage[], others = [cctld('xb')]): string {
  const about = facts({
    kind: 'invite',
    state: 'invited',
    contacts: [],
    after: [],
    evidence: 'E0',
  });
  return render(secret('invite', anchor(), { about, reminder: false, languages, others })).text;
}

/** The form of one language with the values typed behind its labels, wherever it stands in the text. */
function fillIn(text: string, language: LetterLanguage, cctlds = '.xa'): string {
  const blank = INVITE_WORDS[language].form;
  const values = [cctlds, ...ANSWERS.flat()];
  const filled = blank
    .split('\n')
    .map((line) => (/[:：]$/.test(line) && values.length > 0 ? `${line} ${values.shift()}` : line))
    .join('\n');
  expect(text).toContain(blank);
  // The last one: where the language is English alone there is but one.
  const at = text.lastIndexOf(blank);
  return text.slice(0, at) + filled + text.slice(at + blank.length);
}

async function read(body: string) {
  const raw = mailText({ from: anchor(), to: LIST.join, subject: 'Re: Invitation', body });
  const envelope = { from: anchor(), to: LIST.join, client: { address: '192.0.2.1' } };
  const mail = await parseMail({ raw: Buffer.from(raw), sha256: 'x', envelope });
  return understand(mail, NAMES);
}

function peopleIn({ contacts }: { readonly contacts: readonly object[] }) {
  return contacts.map((one) => {
    const { firstName, lastName, address, primary, phones } = one as Record<string, never>;
    const [{ e164 }] = phones as unknown as [{ e164: string }];
    return { firstName, lastName, address, primary, phone: e164 };
  });
}

const marked = (text: string) => text.replace(/^/gm, '> ').replace(/^> $/gm, '>');

describe.each(LETTER_LANGUAGES)('the invitation in English and %s', (language) => {
  const text = letter(language === 'en' ? ['en'] : ['en', language]);

  test('has lines of at most 72 columns', () => {
    expect(text.split('\n').filter((line) => widthOf(line) > 72)).toEqual([]);
  });

  test('is read as nothing when it comes back as it is', async () => {
    for (const body of [marked(text), `Hello\n\nOn Monday, X wrote:\n${marked(text)}`]) {
      const { inlineForm, form } = await read(body);
      expect([inlineForm.contacts, inlineForm.cctlds, form.contacts]).toEqual([[], [], []]);
    }
  });

  test('gives exactly the data when its form is filled in between the quoted lines', async () => {
    const { inlineForm } = await read(marked(fillIn(text, language)));
    expect(peopleIn(inlineForm)).toEqual(PEOPLE);
    expect(inlineForm.cctlds).toEqual(['xa']);
  });

  test('gives exactly the data when its form is copied above the letter', async () => {
    const form = fillIn(INVITE_WORDS[language].form, language);
    const { form: own } = await read(`${form}\n\nOn Monday, X wrote:\n${marked(text)}`);
    expect(peopleIn(own)).toEqual(PEOPLE);
    expect(own.cctlds).toEqual(['xa']);
  });

  test('takes several ccTLDs in the first line of its form', async () => {
    const form = fillIn(INVITE_WORDS[language].form, language, '.xa, .xb');
    const { form: own, named } = await read(form);
    expect([own.cctlds, own.together, named]).toEqual([['xa', 'xb'], true, []]);
    expect(peopleIn(own)).toEqual(PEOPLE);
  });

  test('shows a refusal that is understood', () => {
    expect(readRefusal(INVITE_WORDS[language].noWords)).toBe(true);
  });
});
