/** Headers and line ends that are broken. */

import type { MalformedMail } from '../expected.ts';

/** What she typed, unless a row says otherwise. */
const ADD_ROSA = 'Please add Rosa Lind as a contact of .xa.';
const ROSA = 'rosa.lind@mailbox.example';

export const HEADERS: readonly MalformedMail[] = [
  {
    file: 'empty', envelopeFrom: ROSA, becomes: 'either',
    teaches: 'An empty file.',
  },
  {
    file: 'one-line-break', envelopeFrom: ROSA, becomes: 'either',
    teaches: 'A single line break.',
  },
  {
    file: 'one-nul', envelopeFrom: ROSA, becomes: 'either',
    teaches: 'A single NUL byte.',
  },
  {
    file: 'header-only', envelopeFrom: ROSA, becomes: 'either',
    teaches: 'A header without a blank line and without a body.',
  },
  {
    file: 'header-and-blank-line', envelopeFrom: ROSA, becomes: 'either',
    teaches: 'A header, a blank line, and nothing.',
  },
  {
    file: 'body-only', envelopeFrom: ROSA, becomes: 'either',
    teaches: 'No header at all: the text begins at once.',
  },
  {
    file: 'text-without-header', envelopeFrom: ROSA, becomes: 'either',
    teaches: 'The first line is a sentence.',
  },
  {
    file: 'no-blank-line-after-header', envelopeFrom: ROSA, becomes: 'either',
    teaches: 'The text follows the header without a blank line.',
  },
  {
    file: 'line-without-colon-in-header', envelopeFrom: ROSA, becomes: 'either',
    teaches: 'A line in the header that is no field; the rest is right.',
  },
  {
    file: 'blank-line-of-spaces', envelopeFrom: ROSA, becomes: 'either',
    teaches: 'The line between header and body holds a blank: for some it is no end.',
  },
  {
    file: 'header-interrupted', envelopeFrom: ROSA, becomes: 'either',
    teaches: 'A blank line in the middle of the header: the rest is text.',
  },
  {
    file: 'header-begins-with-continuation', envelopeFrom: ROSA, becomes: 'read', says: [ADD_ROSA],
    teaches: 'The first line begins with a blank.',
  },
  {
    file: 'header-begins-with-blank-lines', envelopeFrom: ROSA, becomes: 'either',
    teaches: 'Blank lines before the header.',
  },
  {
    file: 'byte-order-mark-first', envelopeFrom: ROSA, becomes: 'read', says: [ADD_ROSA],
    teaches: 'A byte-order mark stands before the first field.',
  },
  {
    file: 'mbox-line-first', envelopeFrom: ROSA, becomes: 'read', says: [ADD_ROSA],
    teaches: 'The From_ line of a mailbox file.',
  },
  {
    file: 'mbox-line-quoted-first', envelopeFrom: ROSA, becomes: 'read', says: [ADD_ROSA],
    teaches: 'A ">From " line, as some gateways leave it.',
  },
  {
    file: 'mbox-quoting-in-body', envelopeFrom: ROSA, becomes: 'read', says: ['from our ministry'],
    teaches: '"From " at the start of a line became ">From ".',
  },
  {
    file: 'line-ends-lf', envelopeFrom: ROSA, becomes: 'read', says: [ADD_ROSA],
    teaches: 'Bare LF throughout, as from a pipe.',
  },
  {
    file: 'line-ends-cr', envelopeFrom: ROSA, becomes: 'either',
    teaches: 'Bare CR throughout, as from an old Macintosh.',
  },
  {
    file: 'line-ends-mixed', envelopeFrom: ROSA, becomes: 'read',
    says: ['add Rosa Lind as a contact'],
    teaches: 'CRLF in the header, LF, CR and CRCRLF in the body.',
  },
  {
    file: 'line-ends-lf-in-header', envelopeFrom: ROSA, becomes: 'read', says: [ADD_ROSA],
    teaches: 'LF in the header, CRLF in the body.',
  },
  {
    file: 'line-ends-crcrlf', envelopeFrom: ROSA, becomes: 'either',
    teaches: 'Every line end is CR CR LF: a gateway has converted twice.',
  },
  {
    file: 'no-line-end-at-end', envelopeFrom: ROSA, becomes: 'read', says: [ADD_ROSA],
    teaches: 'The last line has no line end.',
  },
  {
    file: 'nul-bytes-in-body', envelopeFrom: ROSA, becomes: 'read', says: ['add Rosa Lind'],
    teaches: 'NUL bytes between the letters.',
  },
  {
    file: 'nul-bytes-in-header', envelopeFrom: ROSA, becomes: 'either',
    teaches: 'NUL bytes in the subject and in a name.',
  },
  {
    file: 'control-characters-in-body', envelopeFrom: ROSA, becomes: 'either',
    teaches: 'Backspace, escape, form feed and delete.',
  },
  {
    file: 'dot-stuffing-left', envelopeFrom: ROSA, becomes: 'read', says: [ADD_ROSA],
    teaches: 'Dots at the start of lines are doubled still.',
  },
  {
    file: 'line-of-100-kb', envelopeFrom: ROSA, becomes: 'read', says: [ADD_ROSA],
    teaches: 'One line of 100 KB, with the text before it.',
  },
  {
    file: 'header-line-of-20-kb', envelopeFrom: ROSA, becomes: 'read', says: [ADD_ROSA],
    teaches: 'One header line of 20 KB without folding.',
  },
  {
    file: 'field-name-very-long', envelopeFrom: ROSA, becomes: 'read', says: [ADD_ROSA],
    teaches: 'A field name of 5,000 letters.',
  },
  {
    file: 'field-name-with-blank', envelopeFrom: ROSA, becomes: 'read', says: [ADD_ROSA],
    teaches: 'A field name with blanks, and one with a slash.',
  },
  {
    file: 'field-name-empty', envelopeFrom: ROSA, becomes: 'read', says: [ADD_ROSA],
    teaches: 'Lines that begin with a colon.',
  },
  {
    file: 'field-folded-with-nothing', envelopeFrom: ROSA, becomes: 'read', says: [ADD_ROSA],
    teaches: 'Fields that are folded over lines of blanks.',
  },
  {
    file: 'eight-bit-in-header', envelopeFrom: ROSA, becomes: 'read', says: [ADD_ROSA],
    teaches: 'Bytes of Latin-1 in name and subject, without encoding.',
  },
  {
    file: 'eight-bit-utf-8-in-header', envelopeFrom: ROSA, becomes: 'read', says: [ADD_ROSA],
    teaches: 'UTF-8 in name and subject, without encoding.',
  },
  {
    file: 'encoded-word-never-ends', envelopeFrom: ROSA, becomes: 'read', says: [ADD_ROSA],
    teaches: 'An encoded word without its end.',
  },
  {
    file: 'encoded-word-of-unknown-charset', envelopeFrom: ROSA, becomes: 'read', says: [ADD_ROSA],
    teaches: 'A charset that nobody knows.',
  },
  {
    file: 'encoded-word-of-unknown-encoding', envelopeFrom: ROSA, becomes: 'read', says: [ADD_ROSA],
    teaches: 'An encoding that is neither B nor Q.',
  },
  {
    file: 'encoded-word-with-broken-base64', envelopeFrom: ROSA, becomes: 'read', says: [ADD_ROSA],
    teaches: 'Base64 with a wrong length and foreign characters.',
  },
  {
    file: 'encoded-word-with-blanks', envelopeFrom: ROSA, becomes: 'read', says: [ADD_ROSA],
    teaches: 'Blanks within the word (RFC 2047 2 forbids them).',
  },
  {
    file: 'encoded-words-cut-in-a-letter', envelopeFrom: ROSA, becomes: 'read', says: [ADD_ROSA],
    teaches: 'A letter is split between two words.',
  },
  {
    file: 'encoded-word-within-word', envelopeFrom: ROSA, becomes: 'read', says: [ADD_ROSA],
    teaches: 'A word within a word.',
  },
  {
    file: 'encoded-word-glued', envelopeFrom: ROSA, becomes: 'read', says: [ADD_ROSA],
    teaches: 'No blank between word and text.',
  },
];
