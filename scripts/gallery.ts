/** Writes docs/LETTERS.md: every letter as people see it. */

import { CATALOGUE, render } from '../src/machines/letters/catalogue.ts';
import type { LetterInput, LetterName } from '../src/machines/letters/letter.ts';

const INTRO = `# Letters

Everything that the engine writes to people, rendered from the samples in \`scripts/letter-samples.ts\`.
This file is generated: \`npm run docs\`. The words are in \`src/machines/letters/\`.

Each letter is plain text in lines of at most 72 columns, asks for one thing, and says how to answer,
what happens without an answer, and whom to ask. Words of other people stand behind \`|\`, in quotation
marks, or behind a number or a sign, so that no line of a letter starts with a word which the engine obeys.`;

/** Markdown with one section for each letter, in the order of the samples. */
export function renderGallery(samples: readonly LetterInput[]): string {
  const names = [...new Set(samples.map(({ name }) => name))];
  const sections = names.map((name) =>
    section(
      name,
      samples.filter((one) => one.name === name),
    ),
  );
  return `${[INTRO, table(names), ...sections].join('\n\n')}\n`;
}

function table(names: readonly LetterName[]): string {
  const rows = names.map((name) => `| [${name}](#${name}) | ${CATALOGUE[name].summary} |`);
  return ['| letter | what for |', '| --- | --- |', ...rows].join('\n');
}

function section(name: LetterName, samples: readonly LetterInput[]): string {
  const { summary, service, automatic, limited, token } = CATALOGUE[name];
  const facts = [
    `a reply goes to \`-${service}\``,
    `\`Auto-Submitted: ${automatic}\``,
    limited ? 'counts against ten a day' : 'always sent',
    token === undefined ? 'no token' : `token for \`${token}\``,
  ];
  return [`## ${name}`, summary, `*${facts.join('; ')}*`, ...samples.map(letter)].join('\n\n');
}

function letter(sample: LetterInput): string {
  const { subject, text } = render(sample);
  const written = `To: ${sample.to}\nSubject: ${subject}\n\n${text}`;
  const fence = fenceFor(written);
  return `${fence}text\n${written}${fence}`;
}

// Longer than any run of backticks inside, so that no letter can end its own block.
function fenceFor(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  return '`'.repeat(longest + 1);
}
