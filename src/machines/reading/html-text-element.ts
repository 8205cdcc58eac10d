/** What an element of HTML is in a mail: by the names that mail programs give to quotes and signatures. */

/** A node as html-to-text hands it out (domhandler): an element, or text in `data`. */
export interface Node {
  readonly type: string;
  data?: string;
}

export interface Element extends Node {
  readonly name: string;
  readonly attribs: Readonly<Record<string, string>>;
  readonly children: readonly Node[];
  /** At the top it is the document, which has neither name nor attributes. */
  readonly parent?: Element | null;
}

/**
 * `quote`: what it holds is quoted. `answered-quote`: what its blockquotes hold, and all of it when it has
 * none. `cut`: from here on all is quoted, as Outlook does it.
 */
export type Role =
  | 'cut'
  | 'attribution'
  | 'answered-quote'
  | 'hidden'
  | 'preformatted'
  | 'quote'
  | 'signature';

const CLASSES: Readonly<Record<string, Role>> = {
  gmail_attr: 'attribution',
  gmail_quote: 'answered-quote',
  gmail_quote_container: 'answered-quote',
  'ms-outlook-mobile-reference-message': 'cut',
  outlookmessageheader: 'cut',
  'moz-forward-container': 'quote',
  yahoo_quoted: 'quote',
  protonmail_quote: 'answered-quote',
  tutanota_quote: 'quote',
  zmail_extra: 'answered-quote',
  mail_quote: 'quote',
  reply_quote: 'quote',
  'quoted-text': 'quote',
  gmail_signature: 'signature',
  'moz-signature': 'signature',
  applemailsignature: 'signature',
  protonmail_signature_block: 'signature',
};

const IDS: Readonly<Record<string, Role>> = {
  divrplyfwdmsg: 'cut',
  appendonsend: 'cut',
  'mail-editor-reference-message-container': 'cut',
  olk_src_body_section: 'quote',
  isforwardcontent: 'quote',
  isreplycontent: 'quote',
  'mail-original': 'quote',
  signature: 'signature',
  'ms-outlook-mobile-signature': 'signature',
  applemailsignature: 'signature',
  composer_signature: 'signature',
};

export function isElement(node: Node): node is Element {
  return node.type === 'tag';
}

export function attributeOf({ attribs }: Element, name: string): string {
  return (Object.hasOwn(attribs, name) ? attribs[name] : undefined) ?? '';
}

export function hasRole(element: Element, role: Role): boolean {
  return roleOf(element) === role;
}

/** What the element is in a mail; undefined when only its HTML matters. */
export function roleOf(element: Element): Role | undefined {
  // Most elements have no attribute at all.
  if (Object.keys(element.attribs).length === 0)
    return element.name === 'blockquote' ? 'quote' : undefined;
  const named = roleByName(element);
  const style = styleOf(element);
  // Outlook's empty marks may be hidden; what comes after them is quoted all the same.
  if (named === 'cut' || isHeaderBlock(style)) return 'cut';
  if (isHidden(element)) return 'hidden';
  if (element.name === 'blockquote') return isIndent(element, style) ? undefined : 'quote';
  if (named !== undefined) return named;
  if (element.name === 'div' && isIndented(style)) return 'quote';
  return /(?:^|;)white-space:(?:pre|break-spaces)/.test(style) ? 'preformatted' : undefined;
}

function roleByName(element: Element): Role | undefined {
  const id = plainName(attributeOf(element, 'id'));
  const byId = Object.hasOwn(IDS, id) ? IDS[id] : undefined;
  if (byId !== undefined) return byId;
  if (id.includes('yahoo_quoted') || id.startsWith('composer_quote')) return 'quote';
  for (const name of attributeOf(element, 'class').slice(0, MAX_ATTRIBUTE).split(/\s+/, 20)) {
    const plain = plainName(name);
    const role = Object.hasOwn(CLASSES, plain) ? CLASSES[plain] : undefined;
    if (role !== undefined) return role;
  }
  if (attributeOf(element, 'data-marker') === '__DIVIDER__') return 'cut';
  const isSigned =
    'data-smartmail' in element.attribs || 'data-signature-widget' in element.attribs;
  return isSigned ? 'signature' : undefined;
}

const MAX_ATTRIBUTE = 2000;

// Outlook on the web writes "x_" before the names in what it shows, and so they come back.
function plainName(name: string): string {
  return name
    .slice(0, 100)
    .toLowerCase()
    .replace(/^(?:x_){1,9}/, '');
}

/** The element's own style in lower case, without blanks. */
export function styleOf(element: Element): string {
  const style = attributeOf(element, 'style');
  return style === '' ? '' : style.slice(0, MAX_ATTRIBUTE).toLowerCase().replace(/\s/g, '');
}

const ZERO = String.raw`0(?:\.0{1,3})?(?:px|pt|em|rem|%|in|cm)?(?=;|!|$)`;
const HIDING = new RegExp(
  String.raw`(?:^|;)(?:display:none|visibility:(?:hidden|collapse)|mso-hide:all|font-size:${ZERO}|max-height:${ZERO}|opacity:${ZERO}|text-decoration(?:-line)?:[a-z]{0,20}line-through)`,
);

/** True when the sender could not see it, or struck it out. */
export function isHidden(element: Element): boolean {
  return 'hidden' in element.attribs || HIDING.test(styleOf(element));
}

// Outlook and Foxmail draw a line over "From: … Sent: …": border:none;border-top:solid #E1E1E1
// 1.0pt;padding:3.0pt 0cm 0cm 0cm. The colour varies.
function isHeaderBlock(style: string): boolean {
  return /^(?:mso-element:para-border-div;)?border:none;border-top:(?:solid)?(?:#[\da-f]{3,6}|windowtext)(?:solid)?1\.0pt;padding:3\.0pt0/.test(
    style,
  );
}

// "Increase indent" of Gmail and Apple Mail, which has no other way to do it.
function isIndent({ attribs }: Element, style: string): boolean {
  const isPlain = Object.keys(attribs).every((name) => name === 'style' || name === 'dir');
  return (
    isPlain && /^margin:0(?:px)?0(?:px)?0(?:px)?40px;border:(?:none|medium);padding:0/.test(style)
  );
}

// The bar at the left by which Outlook, Foxmail, QQ and others mark a quotation.
function isIndented(style: string): boolean {
  return (
    /(?:^|;)border-left(?:-width)?:(?!none|0|medium)/.test(style) && /(?:^|;)padding/.test(style)
  );
}
