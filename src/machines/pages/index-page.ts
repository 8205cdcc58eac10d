/** The first page of the engine's own server: where to go. */

import { documentOf } from './frame.ts';
import { html } from './html.ts';

const PLACES = [
  ['/operator', 'The operator page', 'cases, work, registry, invitations, and who is missing'],
  ['/public', 'The public page', 'as anybody may see it'],
  ['/metrics', 'Metrics', 'for Prometheus'],
  ['/healthz', 'Health', 'whether the engine runs'],
  ['/readyz', 'Readiness', 'whether the database answers'],
] as const;

/** Links to those of the places that are served. */
export function indexPage(served: ReadonlySet<string>): string {
  return documentOf({
    title: 'TLD-OPS engine',
    description: 'The pages of the engine on this machine.',
    open: false,
    header: html`
      <p class="over">TLD-OPS</p>
      <h1>The engine on this machine</h1>
    `,
    main: html`
      <ul>
        ${PLACES.filter(([path]) => served.has(path)).map(
          ([path, title, what]) => html`<li><a href="${path}">${title}</a>: ${what}</li>`,
        )}
      </ul>
    `,
    footer: html`<p>For the operator alone.</p>`,
  });
}
