/** What a link leads to, where a reader needs it: addresses and telephone numbers that the text hides. */

import { attributeOf, type Element, isElement, type Node } from './html-text-element.ts';

const MAX_NODES = 100;
const MAX_TEXT = 500;

/** The address or number behind a link whose text does not show it; web addresses never. */
export function linkTarget(anchor: Element): string | undefined {
  const href = attributeOf(anchor, 'href').trim();
  const [, scheme = '', rest = ''] = /^(mailto|tel):([^?]{3,300})/i.exec(href.slice(0, 310)) ?? [];
  const target = decode(rest).trim();
  const text = textOf(anchor);
  if (scheme.toLowerCase() === 'tel')
    return /^[+\d][\d().;=\sext-]{2,39}$/.test(target) && !/\p{Nd}/u.test(text)
      ? target
      : undefined;
  const isAddress = /^[^\s<>"(),:;@]{1,64}@[^\s<>"(),:;@]{1,253}$/.test(target);
  return isAddress && !text.toLowerCase().includes(target.toLowerCase()) ? target : undefined;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function textOf(element: Element): string {
  const waiting: Node[] = [element];
  let text = '';
  for (let count = 0; count < MAX_NODES && text.length < MAX_TEXT; count += 1) {
    const node = waiting.pop();
    if (node === undefined) break;
    if (isElement(node)) waiting.push(...node.children.slice(0, MAX_NODES).toReversed());
    else text += (node.type === 'text' ? (node.data ?? '') : '').slice(0, MAX_TEXT);
  }
  return text;
}
