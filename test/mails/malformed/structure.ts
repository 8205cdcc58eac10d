/** Multiparts that are broken. */

import type { MalformedMail } from '../expected.ts';

/** What she typed, unless a row says otherwise. */
const ADD_ROSA = 'Please add Rosa Lind as a contact of .xa.';
const ROSA = 'rosa.lind@mailbox.example';

export const STRUCTURE: readonly MalformedMail[] = [
  {
    file: 'boundary-missing', envelopeFrom: ROSA, becomes: 'either',
    teaches: 'multipart without a boundary parameter: the parts are still to be seen.',
  },
  {
    file: 'boundary-missing-and-no-parts', envelopeFrom: ROSA, becomes: 'either',
    teaches: 'multipart without a boundary, and the body is plain text.',
  },
  {
    file: 'boundary-never-closed', envelopeFrom: ROSA, becomes: 'read', says: [ADD_ROSA],
    teaches: 'The last boundary is missing; the mail was cut off.',
  },
  {
    file: 'boundary-never-used', envelopeFrom: ROSA, becomes: 'either',
    teaches: 'The boundary of the header does not occur in the body.',
  },
  {
    file: 'boundary-in-other-case', envelopeFrom: ROSA, becomes: 'either',
    teaches: 'The boundary differs by a capital: it is another one.',
  },
  {
    file: 'boundary-used-twice', envelopeFrom: ROSA, becomes: 'read', says: [ADD_ROSA],
    teaches: 'An inner multipart uses the boundary of the outer one.',
  },
  {
    file: 'boundary-prefix-of-another', envelopeFrom: ROSA, becomes: 'read', says: [ADD_ROSA],
    teaches: 'The outer boundary is the beginning of the inner one.',
  },
  {
    file: 'boundary-with-trailing-blanks', envelopeFrom: ROSA, becomes: 'read', says: [ADD_ROSA],
    teaches: 'Blanks and a tab behind the boundary lines (RFC 2046 5.1.1 allows them).',
  },
  {
    file: 'boundary-with-blanks-at-end', envelopeFrom: ROSA, becomes: 'either',
    teaches: 'The parameter ends with blanks, which cannot be part of it.',
  },
  {
    file: 'boundary-with-escapes', envelopeFrom: ROSA, becomes: 'read', says: [ADD_ROSA],
    teaches: 'Backslashes within the quoted boundary.',
  },
  {
    file: 'boundary-unquoted-with-specials', envelopeFrom: ROSA, becomes: 'either',
    teaches: 'A boundary with characters that need quotation marks, and has none.',
  },
  {
    file: 'boundary-in-single-quotes', envelopeFrom: ROSA, becomes: 'either',
    teaches: 'Single quotation marks around the boundary belong to it, or do not.',
  },
  {
    file: 'boundary-quote-never-closed', envelopeFrom: ROSA, becomes: 'either',
    teaches: 'The quotation mark of the boundary is not closed.',
  },
  {
    file: 'boundary-given-twice', envelopeFrom: ROSA, becomes: 'either',
    teaches: 'Two boundary parameters; the first is the one that is used.',
  },
  {
    file: 'boundary-as-rfc2231', envelopeFrom: ROSA, becomes: 'either',
    teaches: 'The boundary is split and encoded (RFC 2231), which no program writes.',
  },
  {
    file: 'boundary-with-utf-8', envelopeFrom: ROSA, becomes: 'either',
    teaches: 'The boundary holds a letter outside of ASCII.',
  },
  {
    file: 'boundary-71-characters', envelopeFrom: ROSA, becomes: 'read', says: [ADD_ROSA],
    teaches: 'A boundary one character longer than is allowed.',
  },
  {
    file: 'boundary-lines-without-line-break', envelopeFrom: ROSA, becomes: 'either',
    teaches: 'The closing boundary stands at the end of the last line of the text.',
  },
  {
    file: 'parts-none', envelopeFrom: ROSA, becomes: 'either',
    teaches: 'A multipart with a preamble and no part at all.',
  },
  {
    file: 'parts-empty', envelopeFrom: ROSA, becomes: 'either',
    teaches: 'Three parts with nothing in them.',
  },
  {
    file: 'part-without-header', envelopeFrom: ROSA, becomes: 'read', says: [ADD_ROSA],
    teaches: 'A part that begins with a blank line is plain text (RFC 2046 5.1).',
  },
  {
    file: 'part-without-blank-line', envelopeFrom: ROSA, becomes: 'either',
    teaches: 'The blank line between the header of the part and its text is missing.',
  },
  {
    file: 'text-in-preamble', envelopeFrom: ROSA, becomes: 'either',
    teaches: 'The text stands before the first boundary, where nobody reads.',
  },
  {
    file: 'text-in-epilogue', envelopeFrom: ROSA, becomes: 'either',
    teaches: 'The text stands behind the last boundary.',
  },
  {
    file: 'text-part-behind-the-end', envelopeFrom: ROSA, becomes: 'either',
    teaches: 'Another part follows the closing boundary.',
  },
  {
    file: 'end-boundary-first', envelopeFrom: ROSA, becomes: 'either',
    teaches: 'The closing boundary comes before the parts.',
  },
  {
    file: 'inner-end-missing', envelopeFrom: ROSA, becomes: 'read', says: [ADD_ROSA],
    teaches: 'The inner multipart is not closed; the outer boundary ends it.',
  },
  {
    file: 'outer-ends-before-inner', envelopeFrom: ROSA, becomes: 'read', says: [ADD_ROSA],
    teaches: 'The outer multipart is closed within the inner one.',
  },
  {
    file: 'multipart-as-base64', envelopeFrom: ROSA, becomes: 'either',
    teaches: 'A multipart with a transfer encoding, which is forbidden (RFC 2045 6.4).',
  },
  {
    file: 'multipart-of-unknown-kind', envelopeFrom: ROSA, becomes: 'read', says: [ADD_ROSA],
    teaches: 'An unknown subtype is to be read as mixed (RFC 2046 5.1.3).',
  },
  {
    file: 'alternative-of-one', envelopeFrom: ROSA, becomes: 'read', says: [ADD_ROSA],
    teaches: 'multipart/alternative with a single part.',
  },
  {
    file: 'alternative-with-empty-text', envelopeFrom: ROSA, becomes: 'either',
    teaches: 'The text part is empty, the HTML part holds everything.',
  },
  {
    file: 'alternative-with-two-html-parts', envelopeFrom: ROSA, becomes: 'either',
    teaches: 'Two HTML parts and no text.',
  },
  {
    file: 'related-without-root', envelopeFrom: ROSA, becomes: 'read', says: [ADD_ROSA],
    teaches: 'multipart/related whose start parameter names a part that is not there.',
  },
  {
    file: 'signed-without-signature', envelopeFrom: ROSA, becomes: 'read', says: [ADD_ROSA],
    teaches: 'multipart/signed with one part only.',
  },
  {
    file: 'signed-with-three-parts', envelopeFrom: ROSA, becomes: 'read', says: [ADD_ROSA],
    teaches: "multipart/signed with something behind the signature: a list's footer.",
  },
  {
    file: 'signed-in-wrong-order', envelopeFrom: ROSA, becomes: 'read', says: [ADD_ROSA],
    teaches: 'The signature comes first.',
  },
  {
    file: 'smime-opaque', envelopeFrom: ROSA, becomes: 'either',
    teaches: 'S/MIME that hides the text in PKCS #7: we ask for plain text.',
  },
  {
    file: 'pgp-encrypted', envelopeFrom: ROSA, becomes: 'either',
    teaches: 'PGP/MIME, encrypted to a key that is not ours.',
  },
  {
    file: 'pgp-inline-broken', envelopeFrom: ROSA, becomes: 'either',
    teaches: 'An armour that begins and never ends.',
  },
  {
    file: 'parts-over-the-limit', envelopeFrom: ROSA, becomes: 'set-aside',
    teaches: '101 small parts: over the limit of 100.',
  },
  {
    file: 'nesting-over-the-limit', envelopeFrom: ROSA, becomes: 'set-aside',
    teaches: 'Twenty-five multiparts within each other: deeper than 20.',
  },
  {
    file: 'nesting-within-the-limit', envelopeFrom: ROSA, becomes: 'read', says: [ADD_ROSA],
    teaches: 'Eight levels, as forwarding gateways make them.',
  },
];
