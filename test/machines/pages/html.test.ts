/** HTML of templates: what is put in stays text, whatever it is. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { html, trusted } from '../../../src/machines/pages/html.ts';

describe('a template', () => {
  it.each([
    ['<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
    ['" onclick="x', '&quot; onclick=&quot;x'],
    ["' onclick='x", '&#39; onclick=&#39;x'],
    ['&lt;', '&amp;lt;'],
    ['</title><b>', '&lt;/title&gt;&lt;b&gt;'],
    ['a\u202eb\u2066c\u0000d', 'a\ufffdb\ufffdc\ufffdd'],
    ['two\r\nlines\u2028three', 'two lines three'],
    ['\ud800', '\ufffd'],
    ['می\u200cخواهم', 'می\u200cخواهم'],
  ])('makes text of %j', (text, shown) => {
    expect(html`<p>${text}</p>`.toString()).toBe(`<p>${shown}</p>`);
  });

  it('cuts what has no end', () => {
    expect(html`${'x'.repeat(100_000)}`.toString()).toHaveLength(300);
  });

  it('takes pieces as they are, lists of them one under the other, and nothing for nothing', () => {
    const rows = [1, 2].map((one) => html`<li>${one}</li>`);
    const made = html`
      <ul>
        ${rows} ${false} ${undefined}
      </ul>
      ${trusted('<br>')}
    `;
    expect(made.toString()).toBe('<ul>\n  <li>1</li>\n  <li>2</li>\n</ul>\n<br>');
  });

  it('lets no text end a tag, an attribute or a line', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const made = html`<p title="${text}">${text}</p>`.toString();
        const [, title = '', body = ''] =
          /^<p title="([^"<>]*)">([^"<>']*)<\/p>$/s.exec(made) ?? [];
        expect(made).toBe(`<p title="${title}">${body}</p>`);
        expect(title).not.toMatch(/['\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
        expect(body.replaceAll(/&(amp|lt|gt|quot|#39);/g, '')).not.toContain('&');
      }),
    );
  });
});
