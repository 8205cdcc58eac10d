/** Which paragraphs stand line under line: Word and Outlook on the web make one of every line. */

import { attributeOf, type Element, styleOf } from './html-text-element.ts';

const MAX_SHEETS = 20;
const MAX_SHEET = 100_000;

/** The selectors `p` and `p.class` that the style sheets of the mail give no margins. */
export function findFlatParagraphs(html: string): Set<string> {
  const flat = new Set<string>();
  for (const rule of styleSheets(html).split('}')) {
    const brace = rule.lastIndexOf('{');
    if (
      brace < 0 ||
      !hasNoMargins(
        rule
          .slice(brace + 1, brace + 2000)
          .toLowerCase()
          .replace(/\s/g, ''),
      )
    )
      continue;
    for (const selector of rule.slice(Math.max(0, brace - 500), brace).split(',')) {
      const [name] = /p(?:\.[\w-]{1,60})?$/i.exec(selector.trim().slice(-62)) ?? [];
      if (name !== undefined && /^>?$/.test(before(selector, name))) flat.add(name.toLowerCase());
    }
  }
  return flat;
}

// The sign before the name: `p` is none in "ul.help".
function before(selector: string, name: string): string {
  return selector.trim().slice(0, -name.length).slice(-1).trim();
}

function styleSheets(html: string): string {
  const sheets: string[] = [];
  let size = 0;
  for (const match of html.matchAll(/<style\b/gi)) {
    if (sheets.length === MAX_SHEETS || size > MAX_SHEET) break;
    const sheet = html.slice(match.index, match.index + MAX_SHEET);
    const end = sheet.search(/<\/style/i);
    const rules = (end < 0 ? sheet : sheet.slice(0, end)).slice(sheet.indexOf('>') + 1);
    sheets.push(rules);
    size += rules.length;
  }
  return sheets.join('}');
}

/** True for a paragraph without margins: by its own style, its class, or the mail's style sheet. */
export function isFlat(element: Element, flat: ReadonlySet<string>): boolean {
  const style = styleOf(element);
  if (/(?:^|;)margin/.test(style)) return hasNoMargins(style);
  const names = attributeOf(element, 'class').slice(0, 500).toLowerCase().split(/\s+/);
  return flat.has('p') || names.some((name) => /^(?:x_)*mso/.test(name) || flat.has(`p.${name}`));
}

const ZERO = String.raw`0(?:\.0{1,4})?(?:px|pt|em|in|cm)?(?![\d.])`;
const NO_MARGIN = new RegExp(`(?:^|;)margin:${ZERO}`);
const NO_TOP = new RegExp(`(?:^|;)margin-top:${ZERO}`);
const NO_BOTTOM = new RegExp(`(?:^|;)margin-bottom:${ZERO}`);

// Word writes margin:0cm;margin-bottom:.0001pt.
function hasNoMargins(style: string): boolean {
  return NO_MARGIN.test(style) || (NO_TOP.test(style) && NO_BOTTOM.test(style));
}
