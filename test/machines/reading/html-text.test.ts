import { describe, expect, it } from 'vitest';

import { htmlToText } from '../../../src/machines/reading/html-text.ts';
import { ownText, readSegments } from '../../../src/machines/reading/segments.ts';
import { ANA, FILLED, LUIS, short } from './form-text.ts';
import { HTML_CLIENTS } from './html-samples.ts';

const OWN = ['Hello,', '', 'First name:', 'Ana', 'Last name: Pérez'];
const QUOTED = ['Dear Admin Contact,', '', 'CONFIRM or REJECT', '', 'First name: Beta'];

const parts = (html: string): string =>
  readSegments(htmlToText(html))
    .map(({ part }) => part.charAt(0))
    .join('');

describe('what mail programs write', () => {
  it.each(HTML_CLIENTS)(
    '$name: the sender’s lines are own, the quoted ones are not',
    ({ write }) => {
      const lines = readSegments(htmlToText(write(OWN, QUOTED)));
      expect(ownText(lines)).toMatch(/^Hello,\n\nFirst name:\nAna\nLast name: Pérez/);
      const unquoted = lines.filter(({ part }) => part === 'own').map(({ text }) => text.trim());
      for (const quoted of QUOTED.filter((line) => line !== ''))
        expect(unquoted).not.toContain(quoted);
      const all = lines.map(({ text }) => text.trim());
      for (const quoted of QUOTED) expect(all).toContain(quoted);
    },
  );

  it.each(HTML_CLIENTS)('$name: the quoted mail may quote another of its kind', ({ write }) => {
    const older = `<html><body>${write(['CONFIRM'], QUOTED)}</body></html>`;
    const own = ownText(readSegments(htmlToText(write(OWN, [older]))));
    expect(own).not.toContain('CONFIRM');
    expect(own).toContain('Last name: Pérez');
  });
});

describe('a form filled in within the quoted letter', () => {
  // Yahoo and the like put the answers where the quotation is: only the form tells.
  it.each(HTML_CLIENTS)('$name: is read', ({ write }) => {
    const html = write(['See below.'], FILLED.split('\n'));
    expect(short(htmlToText(html), true)).toEqual([ANA, LUIS]);
    expect(short(htmlToText(html), false)).toEqual([]);
  });

  it.each(['gmail_quote', 'protonmail_quote', 'zmail_extra'])(
    '%s: answers in between are own',
    (name) => {
      const quote = (text: string): string => `<blockquote class="${name}">${text}</blockquote>`;
      const html = `<div>Hi</div><div class="${name}">On 3 Aug 2026, TLD-OPS &lt;a@lists.example&gt; wrote:<br>${quote('First name:')}<div>Ana</div>${quote('Last name:')}<div>Pérez</div></div>`;
      expect(ownText(readSegments(htmlToText(html)))).toMatch(/^Hi\n+Ana\n+Pérez$/);
    },
  );
});

describe('quotes', () => {
  it.each([
    ['a blockquote', 'Yes<blockquote>No</blockquote>', 'Yes\n> No'],
    [
      'two, one in the other',
      'a<blockquote>b<blockquote>c</blockquote>d</blockquote>e',
      'a\n> b\n>> c\n>\n> d\n\ne',
    ],
    ['lines of a quote', '<blockquote><p>a</p><p>b</p></blockquote>', '> a\n>\n> b'],
    [
      'what comes after Outlook’s mark',
      'a<div><div id="divRplyFwdMsg">From: x</div></div><p>b</p>',
      'a\n> From: x\n>\n> b',
    ],
    ['that mark hidden', 'a<div id="appendonsend" style="display:none"></div>b', 'a\n> b'],
    [
      'that mark inside a quote',
      '<blockquote><div id="x_divRplyFwdMsg">b</div>c</blockquote>d',
      '> b\n> c\n\nd',
    ],
    [
      'a bar at the left',
      'a<div style="border-left: 1.5pt solid blue; padding: 0 0 0 4pt">b</div>',
      'a\n> b',
    ],
    [
      'a quote that begins with Outlook’s mark',
      'a<blockquote>&nbsp;<div id="divRplyFwdMsg">From: x</div>b</blockquote>',
      'a\n>\n> From: x\n> b',
    ],
    [
      'an indent that is none',
      'a<blockquote style="margin:0 0 0 40px;border:none;padding:0px"><div>b</div></blockquote>',
      'a\nb',
    ],
    [
      'an indent with a source',
      'a<blockquote cite="x" style="margin:0 0 0 40px;border:none;padding:0px">b</blockquote>',
      'a\n> b',
    ],
    ['a mark typed by hand', '<div>a</div><div>&gt; b</div>', 'a\n> b'],
    [
      'Gmail’s forward',
      'FYI<div class="gmail_quote"><div class="gmail_attr">---------- Forwarded message ---------<br>From: x</div><p>b</p></div>',
      'FYI\n---------- Forwarded message ---------\nFrom: x\n\n> b',
    ],
    [
      'Thunderbird’s forward',
      'FYI<div class="moz-forward-container">-------- Forwarded Message --------<p>b</p></div>',
      'FYI\n> -------- Forwarded Message --------\n>\n> b',
    ],
  ])('%s', (_, html, text) => {
    expect(htmlToText(html)).toBe(text);
  });

  it('a plain container of Word is no quote', () => {
    expect(htmlToText('<div class="WordSection1"><p class="MsoNormal">a</p></div>')).toBe('a');
  });

  it('no more than twenty marks are written', () => {
    expect(htmlToText(`${'<blockquote>'.repeat(99)}x`)).toBe(`${'>'.repeat(20)} x`);
  });
});

describe('lines', () => {
  it.each([
    ['blocks', '<div>a</div><div>b</div>c', 'a\nb\nc'],
    ['a break at the end of a block', '<div>a<br></div><div>b</div>', 'a\nb'],
    ['an empty block with a break', '<div>a</div><div><br></div><div>b</div>', 'a\n\nb'],
    ['paragraphs', '<p>a</p><p>b</p>', 'a\n\nb'],
    [
      'Word’s paragraphs',
      '<p class="MsoNormal">First name:</p><p class="MsoNormal">Ana</p>',
      'First name:\nAna',
    ],
    [
      'Word’s empty paragraph',
      '<p class=MsoNormal>a</p><p class=MsoNormal><o:p>&nbsp;</o:p></p><p class=MsoNormal>b</p>',
      'a\n\nb',
    ],
    [
      'paragraphs without margins',
      '<p style="margin: 0">a</p><p style="margin-top:0; margin-bottom:0">b</p>',
      'a\nb',
    ],
    [
      'a style sheet without margins',
      '<style>P {margin-top:0;margin-bottom:0;}</style><p>a</p><p>b</p>',
      'a\nb',
    ],
    [
      'Apple’s classes',
      '<style>p.p1 {margin: 0.0px 0.0px 0.0px 0.0px}</style><p class="p1">a</p><p class="p1">b</p>',
      'a\nb',
    ],
    [
      'a style sheet about something else',
      '<style>div.p {margin:0} .xp{margin:0}</style><p>a</p><p>b</p>',
      'a\n\nb',
    ],
    ['blanks', ' a \n\t b<span> c</span>  <b> d</b>', 'a b c d'],
    ['no-break spaces', '<div>Name:&nbsp;Ana&nbsp;</div>', 'Name: Ana'],
    ['a word in pieces', 'CON<b>FIR</b>M', 'CONFIRM'],
    ['many breaks', 'a<br><br><br><br><br><br>b', 'a\n\n\nb'],
    ['kept space', '<pre>a\r\n  b\n\nc</pre>d', 'a\n  b\n\nc\nd'],
    ['kept space by style', '<div style="white-space: pre-wrap;">a\n b</div>', 'a\n b'],
    ['long lines', 'word '.repeat(200), 'word '.repeat(200).trim()],
    [
      'lists',
      '<ul><li>a</li><li><p>b</p></li></ul><ol start="3"><li>c<li>d</ol>',
      '- a\n\n- b\n\n3. c\n4. d',
    ],
    ['a list in a list', '<ul><li>a<ul><li>b</ul></ul>', '- a\n- b'],
    ['right to left', '<div dir="rtl">الاسم: <span dir="ltr">Ana</span> نعم</div>', 'الاسم: Ana نعم'],
    ['invisible signs', 'CON\u200bFIRM \u202eab', 'CON\u200bFIRM \u202eab'],
    ['entities', '&lt;b&gt; &amp;amp; &eacute; &#x645; &#0;', '<b> &amp; é م \ufffd'],
    ['text outside of the body', 'a<body>b</body></html>c', 'a\nb\nc'],
  ])('%s', (_, html, text) => {
    expect(htmlToText(html)).toBe(text);
  });
});

describe('tables', () => {
  it.each([
    [
      'contacts in rows',
      '<table><tr><th>First name<th>Last name<th>E-mail</tr><tr><td>Ana<td>Pérez<td><a href="mailto:ana@nic.xa">ana@nic.xa</a></table>',
      'First name | Last name | E-mail\nAna | Pérez | ana@nic.xa',
    ],
    [
      'without headings',
      '<table><tbody><tr><td>Ana</td><td>Pérez</td></tr><tr><td>Luis</td><td>Beta</td></tr></tbody></table>',
      'Ana | Pérez\nLuis | Beta',
    ],
    [
      'Outlook’s cells',
      '<table class=MsoTableGrid><tr><td><p class=MsoNormal>Ana<o:p></o:p></p></td><td><p class=MsoNormal>+1 202 555 0100</p><p class=MsoNormal>+1 202 555 0101</p></td></tr><tr><td>Luis<td><p>&nbsp;</p></table>',
      'Ana | +1 202 555 0100, +1 202 555 0101\nLuis |',
    ],
    ['a break in a cell', '<table><tr><td>a<br>b<td>c<tr><td>d<td>e</table>', 'a, b | c\nd | e'],
    ['empty cells', '<table><tr><td>a<td><td>b<tr><td><td>c<td>d</table>', 'a |  | b\n- | c | d'],
    [
      'an empty row',
      '<table><tr><td>a<td>b<tr><td><td>&nbsp;<tr><td>c<td>d</table>',
      'a | b\nc | d',
    ],
    ['bars in a cell', '<table><tr><td>a|b<td>c<tr><td>d<td>e</table>', 'a/b | c\nd | e'],
    ['one cell', '<table><tr><td>a<br>b</table>', 'a\nb'],
    ['one row', '<table><tr><td>a<td>b</table>', 'a\nb'],
    [
      'tables in tables',
      '<table><tr><td>x<td>y<tr><td><table><tr><td>a<td>b<tr><td>c<td>d</table><td>z</table>',
      'x\ny\na | b\nc | d\nz',
    ],
    [
      'paragraphs',
      `<table><tr><td>a<td>${'long '.repeat(60)}<tr><td>b<td>c</table>`,
      `a\n${'long '.repeat(60).trim()}\nb\nc`,
    ],
    [
      'a quote in a cell',
      '<table><tr><td>a<td><blockquote>b</blockquote><tr><td>c<td>d</table>',
      'a\n> b\n\nc\nd',
    ],
    [
      'a table in a quote',
      '<blockquote><table><tr><td>a<td>b<tr><td>c<td>d</table></blockquote>',
      '> a | b\n> c | d',
    ],
  ])('%s', (_, html, text) => {
    expect(htmlToText(html)).toBe(text);
  });
});

describe('links', () => {
  it.each([
    ['<a href="mailto:ana@nic.xa">ana@nic.xa</a>', 'ana@nic.xa'],
    ['<a href="mailto:Ana@nic.xa?subject=x">ana@NIC.xa</a>', 'ana@NIC.xa'],
    ['<a href="mailto:ana@nic.xa">Ana Pérez</a>', 'Ana Pérez <ana@nic.xa>'],
    ['<a href="mailto:luis@nic.xa">ana@nic.xa</a>', 'ana@nic.xa <luis@nic.xa>'],
    ['<a href="mailto:a%40b%0Ac@nic.xa">Ana</a>', 'Ana'],
    ['<a href="mailto:%E0%A4@nic.xa">Ana</a>', 'Ana <%E0%A4@nic.xa>'],
    ['<a href="tel:+12025550100">call</a>', 'call <+12025550100>'],
    ['<a href="tel:+12025550100">202 555 0100</a>', '202 555 0100'],
    ['<a href="https://evil.example/CONFIRM">nic.xa</a>', 'nic.xa'],
    ['a<img src="cid:x" alt="CONFIRM">b', 'ab'],
  ])('%s', (html, text) => {
    expect(htmlToText(html)).toBe(text);
  });
});

describe('what the sender could not see, or struck out', () => {
  it.each([
    '<head><title>CONFIRM</title></head>',
    '<style>CONFIRM</style>',
    '<script>CONFIRM</script>',
    '<template>CONFIRM</template>',
    '<!-- CONFIRM -->',
    '<!--[if gte mso 9]>CONFIRM<![endif]-->',
    '<p style="display:none">CONFIRM</p>',
    '<p style="color:red; DISPLAY : none !important">CONFIRM</p>',
    '<p style="visibility: hidden">CONFIRM</p>',
    '<span style="mso-hide:all">CONFIRM</span>',
    '<span style="font-size:0px">CONFIRM</span>',
    '<span style="font-size:0">CONFIRM</span>',
    '<div style="max-height:0px;overflow:hidden">CONFIRM</div>',
    '<div style="opacity:0">CONFIRM</div>',
    '<div hidden>CONFIRM</div>',
    '<textarea>CONFIRM</textarea>',
    '<blockquote hidden>CONFIRM</blockquote>',
    '<s>CONFIRM</s>',
    '<strike>CONFIRM</strike>',
    '<del>CONFIRM</del>',
    '<span style="text-decoration: line-through">CONFIRM</span>',
    '<span style="text-decoration-line:underline line-through">CONFIRM</span>',
  ])('%s is left out', (html) => {
    expect(htmlToText(`a${html}`)).toBe('a');
  });

  it.each([
    '<p style="font-size:0.9em">seen</p>',
    '<p style="opacity:0.8">seen</p>',
    '<p style="color:white;background:white">seen</p>',
    '<noscript>seen</noscript>',
    '<u style="text-decoration:underline">seen</u>',
    '<![if !supportLists]>seen<![endif]>',
  ])('%s is read', (html) => {
    expect(htmlToText(html)).toBe('seen');
  });
});

describe('signatures', () => {
  it.each([
    'class="gmail_signature" data-smartmail="gmail_signature"',
    'id="Signature"',
    'class="moz-signature"',
    'id="AppleMailSignature"',
    'id="ms-outlook-mobile-signature"',
    'class="protonmail_signature_block"',
    'data-signature-widget="container"',
    'id="composer_signature"',
  ])('%s', (attributes) => {
    expect(htmlToText(`Hi<div ${attributes}>Ana<br>NIC</div>`)).toBe('Hi\n-- \nAna\nNIC');
  });

  it('one mark is enough', () => {
    const prefix = '<span class="gmail_signature_prefix">-- </span><br>';
    expect(htmlToText(`Hi<br>${prefix}<div class="gmail_signature">Ana</div>`)).toBe('Hi\n--\nAna');
  });

  it('what is typed below one is own again', () => {
    expect(parts('a<div id="Signature">Ana</div><div>b</div>')).toBe('ossqo');
  });

  it('a quotation below one is quoted', () => {
    expect(htmlToText('a<div id="Signature">Ana</div><blockquote>b</blockquote>c')).toBe(
      'a\n-- \nAna\n> b\n\nc',
    );
    expect(parts('a<div id="Signature">Ana</div><blockquote>b</blockquote>c')).toBe('ossqoo');
  });

  it('an empty one leaves no trace', () => {
    expect(htmlToText('a<div id="Signature"><br></div>b')).toBe('a\n\nb');
  });

  it('one in a quote is quoted', () => {
    expect(htmlToText('<blockquote>a<div id="Signature">b</div></blockquote>c')).toBe(
      '> a\n> b\n\nc',
    );
  });
});
