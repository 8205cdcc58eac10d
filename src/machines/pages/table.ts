/** Tables of figures: a caption, column heads, and the first cell of each row as its head. */

import { html, type Html, type Part } from './html.ts';

export interface TableParts {
  /** Names the table in tests and for links. */
  readonly id: string;
  readonly caption: string;
  /** Column heads; those behind the first whose name begins with `#` hold figures, set flush right. */
  readonly heads: readonly string[];
  readonly rows: readonly (readonly Part[])[];
  /** The last row, set apart: the total. */
  readonly foot?: readonly Part[];
}

export function table({ id, caption, heads, rows, foot }: TableParts): Html {
  const figures = heads.map((head) => head.startsWith('#'));
  const rowOf = (cells: readonly Part[]) => html`
    <tr>
      ${cells.map((cell, column) => {
        if (column === 0) return html`<th scope="row">${cell}</th>`;
        return figures[column] === true ? html`<td class="n">${cell}</td>` : html`<td>${cell}</td>`;
      })}
    </tr>
  `;
  return html`
    <table id="${id}" ${heads.length < 3 && html` class="short"`}>
      <caption>
        ${caption}
      </caption>
      <thead>
        <tr>
          ${heads.map((head) => headOf(head))}
        </tr>
      </thead>
      <tbody>
        ${rows.map(rowOf)}
      </tbody>
      ${
        foot !== undefined &&
        html`
          <tfoot>
            ${rowOf(foot)}
          </tfoot>
        `
      }
    </table>
  `;
}

function headOf(head: string): Html {
  return head.startsWith('#')
    ? html`<th scope="col" class="n">${head.slice(1)}</th>`
    : html`<th scope="col">${head}</th>`;
}
