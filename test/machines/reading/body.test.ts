import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { SAMPLES } from '../../../scripts/letter-samples.ts';
import { render } from '../../../src/machines/letters/catalogue.ts';
import { readBody } from '../../../src/machines/reading/body.ts';
import { readCommands } from '../../../src/machines/reading/command.ts';
import { readForm } from '../../../src/machines/reading/form.ts';
import { ownText } from '../../../src/machines/reading/segments.ts';
import { HTML_CLIENTS } from './html-samples.ts';

const TOKEN = 'k7w2-9qxd-4mzt-8hva-3rcn-6fye-2b';

const escaped = (line: string): string =>
  line
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/^ +/, (blanks) => '&nbsp;'.repeat(blanks.length));

const quoteHtml = (...lines: string[]): string =>
  `<div>On Monday, 3 August 2026, TLD-OPS &lt;a@lists.example&gt; wrote:</div><blockquote type="cite">${lines.join('<br>')}</blockquote>`;

describe('which part is read', () => {
  const html = '<p>Please add Ana Pérez, ana@nic.xa, and Luis Beta, luis@nic.xa.</p>';

  it.each([
    ['Please add Ana Pérez, ana@nic.xa, and Luis Beta, luis@nic.xa.', 'plain'],
    ['Please add Ana Pérez (ana@nic.xa) and others.', 'plain'],
    ['', 'html'],
    ['\n \n\u00a0\n', 'html'],
    ['[image: Logo]\n[cid:image001.png@01DA]', 'html'],
    ['This message requires an HTML viewer.', 'html'],
    ['Your mail client does not support HTML messages.', 'html'],
    ['Ihr E-Mail-Programm kann diese HTML-Nachricht nicht anzeigen.', 'html'],
    ['Votre logiciel ne peut pas afficher ce message. Ouvrez-le dans un navigateur.', 'html'],
    ['Su cliente de correo no puede mostrar mensajes HTML. Ábralo en su navegador.', 'html'],
    ['Ваша почтовая программа не поддерживает этот формат, откройте письмо.', 'html'],
    ['您的邮件客户端不支持此格式，请在浏览器中查看此邮件。', 'html'],
    ['Please add', 'html'],
    ['x', 'html'],
  ])('%j: %s', (text, source) => {
    expect(readBody({ text, html }).source).toBe(source);
  });

  it.each([
    ['', undefined, 'none'],
    [' \n', '', 'none'],
    ['', '<p>&nbsp;</p><img src="cid:x">', 'none'],
    ['This message requires an HTML viewer.', '<img src="x">', 'plain'],
    ['Hello', undefined, 'plain'],
    ['', '<p>Hello</p>', 'html'],
  ] as const)('%j and %j: %s', (text, only, source) => {
    expect(readBody({ text, ...(only !== undefined && { html: only }) }).source).toBe(source);
  });

  it('a plain part without the quoted letter is not crippled', () => {
    const long = Array.from({ length: 40 }, (_, at) => `Line ${at} of a long letter.`);
    expect(
      readBody({ text: 'Thank you.', html: `<p>Thank you.</p>${quoteHtml(...long)}` }).source,
    ).toBe('plain');
  });

  describe('a table', () => {
    const table =
      '<table><tr><th>First name<th>Last name<th>E-mail<tr><td>Ana<td>Pérez<td>ana@nic.xa<tr><td>Luis<td>Beta<td>luis@nic.xa</table>';

    it.each([
      [
        'whose cells stand one under another',
        'First name\n\nLast name\n\nE-mail\n\nAna\n\nPérez\n\nana@nic.xa\n\nLuis\n\nBeta\n\nluis@nic.xa',
        'html',
      ],
      ['whose cells are lost', 'Here are our contacts. '.repeat(5), 'html'],
      [
        'whose rows are kept',
        'First name  Last name  E-mail\nAna  Pérez  ana@nic.xa\nLuis  Beta  luis@nic.xa',
        'plain',
      ],
      [
        'with stars and tabs',
        '*First name*\t*Last name*\t*E-mail*\nAna\tPérez\tana@nic.xa <mailto:ana@nic.xa>\nLuis\tBeta\tluis@nic.xa',
        'plain',
      ],
    ])('%s', (_, text, source) => {
      expect(readBody({ text, html: table }).source).toBe(source);
    });

    it('gives a row a line', () => {
      expect(ownText(readBody({ text: '', html: table }).lines)).toBe(
        'First name | Last name | E-mail\nAna | Pérez | ana@nic.xa\nLuis | Beta | luis@nic.xa',
      );
    });

    it('of labels and values is read as a form', () => {
      const form =
        '<table><tr><td>First name:<td>Ana<tr><td>Last name:<td>Pérez<tr><td>E-mail:<td><a href="mailto:ana@nic.xa">ana@nic.xa</a><tr><td>Phone:<td>+1 202 555 0100<br>+1 202 555 0101</table>';
      const { lines } = readBody({ text: '', html: form });
      expect(readForm([...lines], { inline: false }).contacts).toMatchObject([
        {
          firstName: 'Ana',
          lastName: 'Pérez',
          address: 'ana@nic.xa',
          phones: [{ e164: '+12025550100' }, { e164: '+12025550101' }],
        },
      ]);
    });
  });
});

describe('consent', () => {
  const letter = [`CONFIRM ${TOKEN}`, '', 'or', '', `REJECT ${TOKEN}`];
  const quotedPlain = letter.map((line) => `> ${line}`).join('\n');

  it.each([
    ['both parts', 'CONFIRM', '<p>CONFIRM</p>', 'confirm'],
    [
      'both parts, above the letter',
      `CONFIRM\n\n${quotedPlain}`,
      `<p>CONFIRM</p>${quoteHtml(...letter)}`,
      'confirm',
    ],
    ['HTML alone', '', `<div>CONFIRM</div>${quoteHtml(...letter)}`, 'confirm'],
    ['HTML behind a stub', 'This is an HTML message.', '<p>CONFIRM</p>', 'confirm'],
    ['a word in pieces', '', 'CON<b>FIRM</b>', 'confirm'],
    ['a word in pieces, whole in plain text', 'CONFIRM', '<b>CON</b><i>FIRM</i>', 'confirm'],
    ['bold in plain text', '*CONFIRM*', '<b>CONFIRM</b>', 'confirm'],
    [
      'white on white: the sender wrote it',
      '',
      '<p style="color:#fff;background:#fff">CONFIRM</p>',
      'confirm',
    ],
    [
      'nothing but the quoted letter',
      `Thanks\n\n${quotedPlain}`,
      `<p>Thanks</p>${quoteHtml(...letter)}`,
      'none',
    ],
    [
      'plain text lost its quote marks',
      `Thank you.\n\n${letter.join('\n')}`,
      `<p>Thank you.</p>${quoteHtml(...letter)}`,
      'none',
    ],
    [
      'plain text lost its quote marks, one word',
      `I did it.\n\nCONFIRM ${TOKEN}`,
      `<p>I did it.</p>${quoteHtml(`CONFIRM ${TOKEN}`)}`,
      'none',
    ],
    [
      'the HTML lost its quote',
      `Thanks\n\n> CONFIRM ${TOKEN}`,
      `<p>Thanks</p><p>CONFIRM ${TOKEN}</p>`,
      'none',
    ],
    [
      'hidden by CSS in the HTML',
      'Hello\n\nCONFIRM',
      '<p>Hello there</p><p style="display:none">CONFIRM</p>',
      'unclear',
    ],
    ['a comment in the HTML', 'Hello\n\nCONFIRM', '<p>Hello there</p><!-- CONFIRM -->', 'unclear'],
    [
      'the title of the HTML',
      'Hello\n\nCONFIRM',
      '<title>CONFIRM</title><p>Hello there</p>',
      'unclear',
    ],
    ['missing in the HTML', 'Hello\n\nCONFIRM', '<p>Hello</p>', 'unclear'],
    ['missing in plain text', 'Hello', '<p>Hello</p><p>CONFIRM</p>', 'unclear'],
    ['missing in a crippled part', '1', '<p>Hello there, all of you</p><p>CONFIRM</p>', 'unclear'],
    [
      'hidden by CSS, and nothing else',
      '',
      '<p>Hello</p><p style="display:none">CONFIRM</p>',
      'none',
    ],
    ['a comment, and nothing else', '', '<p>Hello</p><!-- CONFIRM -->', 'none'],
    ['the title, and nothing else', '', '<title>CONFIRM</title><p>Hello</p>', 'none'],
    ['the picture’s text, and nothing else', '', '<p>Hello</p><img alt="CONFIRM">', 'none'],
    ['a sign of no width', '', 'CON&#8203;FIRM', 'unclear'],
    ['a sign of no width in one part', 'CONFIRM', 'CON&#8203;FIRM', 'unclear'],
    ['a soft hyphen', '', 'CON&shy;FIRM', 'unclear'],
    ['doubt in the HTML', 'CONFIRM', '<p>CONFIRM</p><p>I did not ask for this</p>', 'unclear'],
    ['REJECT in both', 'REJECT', '<p>REJECT</p>', 'reject'],
    ['REJECT in plain text alone', 'REJECT', '<p>Hello</p>', 'reject'],
    ['REJECT in the HTML alone', 'Hello', '<p>Hello</p><p>REJECT</p>', 'reject'],
    ['REJECT, doubtful in the other', 'REJECT', '<p>RE&#8203;JECT</p>', 'reject'],
    [
      'REJECT, quoted in the other',
      `Hello\n\nREJECT ${TOKEN}`,
      `<p>Hello</p>${quoteHtml(`REJECT ${TOKEN}`)}`,
      'unclear',
    ],
    ['one word in each', 'REJECT', '<p>CONFIRM</p>', 'unclear'],
    ['a stub that says something', 'REJECT this html please', '<p>Hello</p>', 'reject'],
  ])('%s', (_, text, html, consent) => {
    expect(readBody({ text, html }).consent).toBe(consent);
  });
});

const LETTERS = SAMPLES.map((sample, at) => ({
  title: `${sample.name} ${at}`,
  lines: render(sample).text.split('\n').map(escaped),
}));

describe.each(HTML_CLIENTS)('our letters in HTML mails of $name', ({ write }) => {
  it('say and run nothing by themselves', () => {
    for (const { title, lines } of LETTERS) {
      const body = readBody({ text: '', html: write(['Thank you, we will look at it.'], lines) });
      expect([title, body.source, body.consent]).toEqual([title, 'html', 'none']);
      expect(readForm([...body.lines], { inline: false }).contacts).toEqual([]);
      const quotedOnly = readBody({ text: '', html: write([], lines) });
      expect([title, quotedOnly.consent]).toEqual([title, 'none']);
      const { commands, faults } = readCommands(quotedOnly.lines);
      expect(faults.length > 0 || commands.length === 0).toBe(true);
    }
  });

  it('hide no answer and no command above them', () => {
    for (const { title, lines } of LETTERS) {
      for (const word of ['CONFIRM', 'REJECT']) {
        const { consent } = readBody({ text: '', html: write([word], lines) });
        expect([title, consent]).toEqual([title, word.toLowerCase()]);
      }
      const own = ['APPROVE 4711 .xa', 'ASK 4712 Who is it?'];
      const { commands, faults } = readCommands(
        readBody({ text: '', html: write(own, lines) }).lines,
      );
      expect([title, faults, commands.map(({ line }) => line)]).toEqual([title, [], own]);
    }
  });
});

function commandsOf(text: string, html: string): readonly [commands: number, faults: string[]] {
  const { lines, other } = readBody({ text, html });
  const { commands, faults } = readCommands(lines, other);
  return [commands.length, faults.map(({ line }) => line)];
}

describe('commands in a mail of two parts', () => {
  const plain = 'APPROVE 4711 .xa\nASK 4712 Who is *she*?\n\n-- \nVera';

  it('run when both show them', () => {
    const html =
      '<p>Approve&nbsp;4711 <a href="http://xa">.xa</a><br>ASK 4712 Who is <b>she</b>?</p>';
    expect(commandsOf(plain, html)).toEqual([2, []]);
  });

  it.each([
    ['shows another', '<p>REJECT 4711 not convincing</p><p>ASK 4712 Who is she?</p>'],
    ['quotes it', `<p>ASK 4712 Who is she?</p>${quoteHtml('APPROVE 4711 .xa')}`],
    ['hides it', '<p>ASK 4712 Who is she?</p><p style="display:none">APPROVE 4711 .xa</p>'],
  ])('are refused when the HTML part %s', (_, html) => {
    expect(commandsOf(plain, html)).toEqual([2, ['APPROVE 4711 .xa']]);
  });

  it('are refused when the HTML part is read and the plain part does not show them', () => {
    const html = `<p>APPROVE 4711 .xa</p><p>${'They are well known to us. '.repeat(10)}</p>`;
    expect(commandsOf('No. Not these two.', html)).toEqual([1, ['APPROVE 4711 .xa']]);
  });

  it('run when the other part says nothing', () => {
    expect(commandsOf('APPROVE 4711 .xa', '<img src="x"><br>')).toEqual([1, []]);
  });
});

describe('commands in HTML', () => {
  it('below the quoted letter are not run', () => {
    const html = `${quoteHtml('APPROVE 4711 .xa')}<div>APPROVE 4711 .xa</div>`;
    const { commands, faults } = readCommands(readBody({ text: '', html }).lines);
    expect(commands).toEqual([]);
    expect(faults).toHaveLength(1);
  });

  it('with invisible signs are refused', () => {
    const { commands, faults } = readCommands(
      readBody({ text: '', html: 'APP&#8203;ROVE 4711 .xa' }).lines,
    );
    expect([commands, faults.length]).toEqual([[], 1]);
  });

  it('of a hidden element are not there', () => {
    const html = '<div style="display:none">APPROVE 4711 .xa</div><div>HELP</div>';
    expect(readCommands(readBody({ text: '', html }).lines).commands).toMatchObject([
      { kind: 'help' },
    ]);
  });
});

describe('an answer in other words', () => {
  it.each([
    'Ok',
    'Sim',
    'Да, верно.',
    '好的',
    'はい',
    'نعم',
    'No.',
    'Dear all,\n\nyes, go ahead\n\nAna',
    'I did not ask for this. I don’t know these people!',
    'Wir haben das nicht angefordert.',
  ])('%j is unclear, not silence', (text) => {
    expect(readBody({ text }).consent).toBe('unclear');
  });

  it.each([
    '',
    'Hello,\n\nhere are our contacts.',
    'Yes, Luis is still with us, he was on holiday and his automatic reply said so.',
    'Okada is our new contact.',
    'Who are you?',
    '> Ok\n\nAna',
  ])('%j is none', (text) => {
    expect(readBody({ text }).consent).toBe('none');
  });
});

it('whatever the parts hold, they are read, and CONFIRM counts only in both', () => {
  const piece = fc.constantFrom(
    'CONFIRM',
    'REJECT',
    '<p>',
    '<br>',
    '\n',
    '> ',
    '<blockquote>',
    '</blockquote>',
    ' ',
    'not',
    'Hello.',
    '<div hidden>',
    '</div>',
    '<table><tr><td>',
  );
  const part = fc.array(fc.oneof(piece, fc.string()), { maxLength: 30 }).map((all) => all.join(''));
  fc.assert(
    fc.property(part, part, (text, html) => {
      const both = readBody({ text, html });
      const alone = [readBody({ text }), readBody({ text: '', html })];
      if (both.consent === 'confirm')
        expect(
          alone.map(({ consent, source }) => source === 'none' || consent === 'confirm'),
        ).toEqual([true, true]);
    }),
  );
});
