/**
 * The HTML of a mail as the text that its sender saw: quotes behind "> ", a row of a table on a line.
 *
 * html-to-text 10.0.1 parses, walks and joins; what each element means in a mail is decided here. This
 * is the only file that knows it. What is cut: input after a million characters, or where its tags
 * would cost too much (see MAX_WORK); elements deeper than 300 levels and the children of one element
 * after 20,000, both replaced by "[…]"; text after 200,000 characters; quote marks after twenty.
 * Colours are not looked at: white on white is read as written, for the sender wrote it.
 */

// @ts-expect-error -- the package ships no types, and those of others describe an older version
import { compile } from 'html-to-text';

import {
  attributeOf,
  type Element,
  hasRole,
  isElement,
  isHidden,
  roleOf,
  type Node,
} from './html-text-element.ts';
import { linkTarget } from './html-text-link.ts';
import { MARK, writeLines } from './html-text-lines.ts';
import { findFlatParagraphs, isFlat } from './html-text-paragraph.ts';
import { isDataTable } from './html-text-table.ts';

/** The part of html-to-text that is used. */
interface Builder {
  readonly metadata: State;
  addInline(text: string): void;
}
type Walk = (nodes: readonly Node[], builder: Builder) => void;
type Format = (element: Element, walk: Walk, builder: Builder) => void;
type Compile = (options: object) => (html: string, state: State) => string;

/** What is known while one mail is read. */
interface State {
  readonly dataTables: Set<Element>;
  readonly counters: Map<Element, number>;
  /** Selectors of paragraphs that the mail's own style sheet gives no margin: `p`, `p.msonormal`. */
  readonly flat: ReadonlySet<string>;
  preformatted: boolean;
}

const MAX_HTML = 1_000_000;

/** The text that a person sees in the HTML, LF line ends. Linear; never throws. */
export function htmlToText(html: string): string {
  const input = affordable(html.slice(0, MAX_HTML).toWellFormed());
  return writeLines(
    convert(input, {
      dataTables: new Set(),
      counters: new Map(),
      flat: findFlatParagraphs(input),
      preformatted: false,
    }),
  );
}

// The parser (htmlparser2) moves its whole stack of open elements for each element that opens, and
// searches it for each end tag: 100,000 unclosed <div> before 100,000 stray </i> take 38 s. The
// product below bounds that work to about a third of a second; mails with less than 11,000 elements
// (some 500 KB) never come near. What is cut off is the end: the oldest part of the thread.
const MAX_WORK = 150_000_000;
const TAG =
  /<(?:(\/)|(?!(?:br|hr|img|meta|link|input|col|wbr|area|base|source)(?:[\s/>]|$))[a-z])/gi;

function affordable(html: string): string {
  let [open, close] = [0, 0];
  for (const match of html.matchAll(TAG)) {
    if (match[1] === undefined) open += 1;
    else close += 1;
    if (open * (open / 4 + close) > MAX_WORK) return html.slice(0, match.index);
  }
  return html;
}

const inline: Format = ({ children }, walk, builder) => walk(children, builder);
const skip: Format = () => {};
const block = between(MARK.edge, MARK.edge);
const spaced = between(MARK.gap, MARK.gap);
const quote = between(MARK.quote, MARK.endQuote);
const signature = between(MARK.signature, MARK.endSignature);

function between(before: string, after: string): Format {
  return ({ children }, walk, builder) => {
    builder.addInline(before);
    walk(children, builder);
    builder.addInline(after);
  };
}

const lineBreak: Format = (_, __, builder) => builder.addInline(MARK.break);
const rule: Format = (_, __, builder) => builder.addInline(MARK.edge);

const paragraph: Format = (element, walk, builder) =>
  (isFlat(element, builder.metadata.flat) ? block : spaced)(element, walk, builder);

// A list inside an item goes on with it.
const list: Format = (element, walk, builder) =>
  (element.parent?.name === 'li' ? block : spaced)(element, walk, builder);

const anchor: Format = (element, walk, builder) => {
  walk(element.children, builder);
  const target = linkTarget(element);
  if (target !== undefined) builder.addInline(` <${target}>`);
};

// White space is kept by signs that stand for it until the lines are written.
const preformatted: Format = (element, walk, builder) => {
  const state = builder.metadata;
  const isOutermost = !state.preformatted;
  if (isOutermost) keepSpace(element);
  state.preformatted = true;
  block(element, walk, builder);
  if (isOutermost) state.preformatted = false;
};

function keepSpace(element: Element): void {
  const waiting: Node[] = [element];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (isElement(node)) for (const child of node.children) waiting.push(child);
    else if (node.data !== undefined)
      node.data = node.data
        .replace(/\r\n?/g, '\n')
        .replace(/\n{4,}/g, '\n\n\n')
        .replaceAll('\n', MARK.break)
        .replace(/[ \t]/g, MARK.blank);
  }
}

const item: Format = (element, walk, builder) => {
  const { counters } = builder.metadata;
  const owner = element.parent?.type === 'tag' ? element.parent : element;
  const start = Number(attributeOf(owner, 'start')) || 1;
  const number = counters.get(owner) ?? (start > 0 && start < 1e6 ? Math.floor(start) : 1);
  counters.set(owner, number + 1);
  const prefix = owner.name === 'ol' ? `${number}.` : '-';
  builder.addInline(MARK.edge + MARK.prefix + prefix + MARK.endPrefix);
  block(element, walk, builder);
};

const table: Format = (element, walk, builder) => {
  if (isDataTable(element)) builder.metadata.dataTables.add(element);
  block(element, walk, builder);
};

const row: Format = (element, walk, builder) => {
  const isData = isInDataTable(element, builder);
  (isData ? between(MARK.row, MARK.endRow) : block)(element, walk, builder);
};

const cell: Format = (element, walk, builder) => {
  const isData = element.parent?.name === 'tr' && isInDataTable(element.parent, builder);
  (isData ? between(MARK.cell, MARK.edge) : block)(element, walk, builder);
};

function isInDataTable(tr: Element, { metadata: { dataTables } }: Builder): boolean {
  const above = tr.parent ?? undefined;
  const owner = above?.name === 'table' ? above : (above?.parent ?? undefined);
  return owner !== undefined && dataTables.has(owner);
}

// Gmail, Proton and Zoho put "On … wrote:" and the quotation in one <div>; answers typed into the
// quotation stand between its blockquotes, in that <div>. Gmail makes no blockquote of what it
// forwards: there all below the headers is quoted.
const answeredQuote: Format = (element, walk, builder) => {
  const { children } = element;
  const first = children.findIndex((node) => isElement(node) || (node.data ?? '').trim() !== '');
  const heading = children[first];
  const isHeading = heading !== undefined && isElement(heading) && hasRole(heading, 'attribution');
  const isForward = isHeading && startsWithDashes(heading);
  const isReply = children.some((node) => isElement(node) && node.name === 'blockquote');
  if (isReply && !isForward) return block(element, walk, builder);
  const body = isHeading ? first + 1 : 0;
  walk(children.slice(0, body), builder);
  builder.addInline(MARK.quote);
  walk(children.slice(body), builder);
  builder.addInline(MARK.endQuote);
};

function startsWithDashes({ children }: Element): boolean {
  const [first] = children;
  return first !== undefined && /^\s{0,20}--/.test((first.data ?? '').slice(0, 40));
}

const cut: Format = (element, walk, builder) => {
  builder.addInline(MARK.cut);
  if (!isHidden(element)) block(element, walk, builder);
};

/** What an element is in a mail goes before what it is in HTML. */
function inMail(format: Format): Format {
  return (element, walk, builder) => {
    const role = roleOf(element);
    if (role === undefined) format(element, walk, builder);
    else ROLES[role](element, walk, builder);
  };
}

const ROLES = {
  cut,
  attribution: block,
  'answered-quote': answeredQuote,
  hidden: skip,
  preformatted,
  quote,
  signature,
} satisfies Record<NonNullable<ReturnType<typeof roleOf>>, Format>;

const ELEMENTS: Readonly<Record<string, readonly [Format, string]>> = {
  inline: [inline, '*'],
  skip: [
    skip,
    'head title template textarea select datalist object iframe video audio canvas svg img xml s strike del',
  ],
  anchor: [anchor, 'a'],
  lineBreak: [lineBreak, 'br'],
  rule: [rule, 'hr'],
  // Between list items, cells of a layout and the like people see a new line, and no more.
  block: [
    block,
    'html body div article aside footer form header main nav section address center details summary blockquote dl dt dd fieldset figure figcaption legend caption thead tbody tfoot menu dir',
  ],
  spaced: [spaced, 'h1 h2 h3 h4 h5 h6'],
  list: [list, 'ul ol'],
  paragraph: [paragraph, 'p'],
  preformatted: [preformatted, 'pre listing xmp plaintext'],
  table: [table, 'table'],
  row: [row, 'tr'],
  cell: [cell, 'td th'],
  item: [item, 'li'],
  wbr: [skip, 'wbr'],
};

const convert = (compile as Compile)({
  wordwrap: false,
  // Not U+200B: what is invisible must stay, so that the readers see that it is there.
  whitespaceCharacters: ' \t\r\n\f',
  // All roots, for mails have text outside of <body>, and two of them.
  baseElements: { selectors: [] },
  limits: { maxInputLength: MAX_HTML, maxDepth: 300, maxChildNodes: 20_000, ellipsis: '[…]' },
  formatters: Object.fromEntries(
    Object.entries(ELEMENTS).map(([name, [format]]) => [name, inMail(format)]),
  ),
  selectors: Object.entries(ELEMENTS).flatMap(([format, [, names]]) =>
    names.split(' ').map((selector) => ({ selector, format })),
  ),
});
