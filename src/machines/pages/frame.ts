/** What all pages have: the head with its policy, a way past the head for keyboards, one main part. */

import { html, type Html, type Part, trusted } from './html.ts';
import { PAGE_POLICY, STYLE } from './style.ts';

export interface Frame {
  readonly title: string;
  /** One sentence, for search engines and bookmarks. */
  readonly description: string;
  /** False for what no search engine shall keep. */
  readonly open: boolean;
  readonly header: Html;
  readonly main: Part;
  readonly footer: Html;
}

/** The whole document. Nothing in it loads anything, and its own policy forbids it as well. */
export function documentOf({ title, description, open, header, main, footer }: Frame): string {
  const head = html`
    <meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content="${trusted(PAGE_POLICY)}" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="referrer" content="no-referrer" />
    ${!open && html`<meta name="robots" content="noindex, nofollow" />`}
    <meta name="description" content="${description}" />
    <title>${title}</title>
  `;
  const body = html`
    <a class="skip" href="#main">Skip to the content</a>
    <header>${header}</header>
    <main id="main" tabindex="-1">${main}</main>
    <footer>${footer}</footer>
  `;
  // The sheet is put in as it is: its hash stands in the policy.
  return `<!doctype html>
<html lang="en">
<head>
${head.toString()}
<style>${STYLE}</style>
</head>
<body>
${body.toString()}
</body>
</html>
`;
}

/** Links to the sections of a long page. */
export function contents(sections: readonly (readonly [id: string, title: string])[]): Html {
  return html`
    <nav aria-label="On this page">
      <ul>
        ${sections.map(([id, title]) => html`<li><a href="#${id}">${title}</a></li>`)}
      </ul>
    </nav>
  `;
}

/** A section with its heading, which is what the links above lead to. */
export function section(id: string, title: string, ...parts: readonly Part[]): Html {
  return html`
    <section aria-labelledby="${id}">
      <h2 id="${id}">${title}</h2>
      ${parts}
    </section>
  `;
}

/** A figure to remember, with what it counts. */
export interface KeyFigure {
  readonly label: string;
  readonly value: Part;
  readonly more?: string;
}

export function keyFigures(figures: readonly KeyFigure[]): Html {
  return html`
    <dl class="figures">
      ${figures.map(
        ({ label, value, more }) => html`
          <div>
            <dt>${label} ${more !== undefined && html`<small>${more}</small>`}</dt>
            <dd>${value}</dd>
          </div>
        `,
      )}
    </dl>
  `;
}
