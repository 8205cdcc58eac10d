import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { htmlToText } from '../../../src/machines/reading/html-text.ts';
import { readSegments } from '../../../src/machines/reading/segments.ts';
import { cpuTime } from '../../support/cpu.ts';
import { HTML_CLIENTS } from './html-samples.ts';

describe('hostile HTML', () => {
  it.each([
    ['nested', '<div>'.repeat(200_000)],
    ['nested and closed', '<div>'.repeat(90_000) + '</div>'.repeat(90_000)],
    ['unclosed, with text', '<font>x'.repeat(100_000)],
    ['end tags of nothing', '<div>'.repeat(100_000) + '</i>'.repeat(120_000)],
    ['end tags of nothing behind few', '<div>'.repeat(4000) + '</i>'.repeat(220_000)],
    ['attributes', `<div ${Array.from({ length: 90_000 }, (_, at) => `a${at}=b `).join('')}>x`],
    ['one long attribute', `<div style="${'a: b; '.repeat(160_000)}">x`],
    ['many styles', '<div style="border-left: 1px; a: bbbb">x</div>'.repeat(25_000)],
    ['style sheets', `<style>${'p{'.repeat(100)}`.repeat(5000)],
    ['quotes', `${'<blockquote>'.repeat(80_000)}x`],
    ['lines in quotes', `${'<blockquote>'.repeat(99)}${'<br>x'.repeat(180_000)}`],
    ['Gmail’s quotes', '<div class=gmail_quote>'.repeat(43_000)],
    ['nested tables', '<table><tr><td>'.repeat(66_000)],
    ['a huge table', `<table>${'<tr><td>a<td>b'.repeat(70_000)}`],
    ['tables with rows in tables', `<table>${'<tr><td>a<td>b'.repeat(100)}`.repeat(700)],
    ['nested lists', '<ul><li>'.repeat(120_000)],
    ['links', '<a href="mailto:a@b.example">'.repeat(34_000)],
    ['entities', '&amp;'.repeat(200_000)],
    ['ampersands', '&'.repeat(1_000_000)],
    ['angle brackets', '<'.repeat(1_000_000)],
    ['comments', '<!--'.repeat(250_000)],
    ['plaintext', `<plaintext>${'</plaintext'.repeat(80_000)}`],
    ['kept blanks', `<pre>${' '.repeat(1_000_000)}</pre>`],
    ['kept lines', `<pre>${'\n'.repeat(1_000_000)}</pre>x`],
    ['NULs', '\0<p>'.repeat(200_000)],
    ['too much', 'x'.repeat(3_000_000)],
  ])('%s cost less than a second', (_, html) => {
    const start = cpuTime();
    const text = htmlToText(html);
    expect(cpuTime() - start).toBeLessThan(1000);
    expect(text.length).toBeLessThanOrEqual(200_000);
  });

  it('no entity and no half of a sign makes a line or ends a quote', () => {
    const bad = ['&#xdc04;', '&#56324;', '\udc04', '\ud800\udc04', '&#xd800;&#xdc04;', '&#xdc02;'];
    for (const sign of bad) {
      const text = htmlToText(`<blockquote>a${sign}CONFIRM</blockquote>`);
      expect(text).toMatch(/^> a[^\n]*CONFIRM$/);
    }
  });

  const name = fc.constantFrom(
    'p',
    'div',
    'blockquote',
    'table',
    'tr',
    'td',
    'li',
    'ol',
    'pre',
    'a',
    'br',
    'style',
    'textarea',
    'svg',
    'title',
    'plaintext',
  );
  const attribute = fc.constantFrom(
    '',
    ' class=gmail_quote',
    ' id=divRplyFwdMsg',
    ' id=Signature',
    ' style="display:none"',
    ' style="white-space:pre"',
    ' href="mailto:a@b.example"',
    ' __proto__=x class=constructor',
    ' "',
  );
  const piece = fc.oneof(
    fc.tuple(name, attribute).map(([tag, more]) => `<${tag}${more}>`),
    name.map((tag) => `</${tag}>`),
    fc.string({ unit: 'binary' }),
    fc.constantFrom('<!--', '-->', '&nbsp;', '&#xdc03;', '\udc05', '> ', '\n', '<![CDATA[', '\0'),
  );

  it('whatever it is, it becomes well-formed text', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const text = htmlToText(pieces.join(''));
        expect(text.isWellFormed()).toBe(true);
        expect(text).not.toContain('\r');
      }),
    );
  });

  it('what stands in a quote is never own', () => {
    const inner = fc.oneof(
      fc
        .tuple(fc.constantFrom('p', 'div', 'td', 'li', 'pre', 'span'), attribute)
        .map(([tag, more]) => `<${tag}${more}>`),
      fc.constantFrom(
        '<br>',
        'text',
        '&nbsp;',
        '<table><tr><td>',
        '&#10;',
        '&#xdc04;',
        '\u2028',
        '<pre>\n',
      ),
    );
    fc.assert(
      fc.property(fc.array(inner, { maxLength: 30 }), (pieces) => {
        const text = htmlToText(`<blockquote>${pieces.join('')}<br>CONFIRM</blockquote>`);
        const own = readSegments(text).filter(({ part }) => part === 'own');
        expect(own.every((line) => !line.text.includes('CONFIRM'))).toBe(true);
      }),
    );
  });
});

it('an ordinary mail of 100 KB takes less than 40 ms', () => {
  const write = HTML_CLIENTS.find(({ name: client }) => client === 'Outlook 2016')?.write;
  const html =
    write?.(
      ['Yes'],
      Array.from(
        { length: 1200 },
        (_, at) => `<span style="font-size:10.0pt">Line <b>${at}</b> of it</span>`,
      ),
    ) ?? '';
  expect(html.length).toBeGreaterThan(100_000);
  for (let warm = 0; warm < 20; warm += 1) htmlToText(html);
  const start = cpuTime();
  for (let run = 0; run < 10; run += 1) htmlToText(html);
  expect((cpuTime() - start) / 10).toBeLessThan(40);
});
