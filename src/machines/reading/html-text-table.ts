/** Tells tables that hold data from those that only lay out the page. */

import { type Element, isElement, type Node, roleOf } from './html-text-element.ts';

const MAX_NODES = 20_000;
// Of a cell, in characters: an organisation's name fits, a paragraph does not.
const SHORT = 200;

/**
 * Data stand in at least two rows with the same number of short cells, two at least, or below a `th`;
 * with no table, quotation or signature inside.
 */
export function isDataTable(table: Element): boolean {
  const rows: Element[] = [];
  let hasHeading = false;
  let count = 0;
  const waiting: Node[] = [...table.children];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    count += 1;
    if (count > MAX_NODES) return false;
    if (!isElement(node)) continue;
    if (node.name === 'table' || isApart(node)) return false;
    if (node.name === 'tr') rows.push(node);
    hasHeading ||= node.name === 'th';
    for (const child of node.children) waiting.push(child);
  }
  const sizes = rows.map((row) => row.children.filter(isCell)).filter((cells) => cells.length >= 2);
  if (!sizes.flat().every(isShort)) return false;
  if (hasHeading && sizes.length > 0) return true;
  const numbers = sizes.map((cells) => cells.length);
  return new Set(numbers).size < numbers.length;
}

function isApart(element: Element): boolean {
  const role = roleOf(element);
  return role !== undefined && role !== 'hidden' && role !== 'preformatted';
}

function isCell(node: Node): node is Element {
  return isElement(node) && (node.name === 'td' || node.name === 'th');
}

function isShort(cell: Element): boolean {
  let size = 0;
  const waiting: Node[] = [...cell.children];
  for (let node = waiting.pop(); node !== undefined && size <= SHORT; node = waiting.pop()) {
    if (isElement(node)) for (const child of node.children) waiting.push(child);
    else if (node.type === 'text') size += (node.data ?? '').replace(/\s+/g, ' ').length;
  }
  return size <= SHORT;
}
