/** Transfer encodings, charsets and labels that are broken. */

import type { MalformedMail } from '../expected.ts';

/** What she typed, unless a row says otherwise. */
const ADD_ROSA = 'Please add Rosa Lind as a contact of .xa.';
const ROSA = 'rosa.lind@mailbox.example';

export const CONTENTS: readonly MalformedMail[] = [
  {
    file: 'base64-with-garbage', envelopeFrom: ROSA, becomes: 'read', says: [ADD_ROSA],
    teaches: 'Characters that are no base64, which are to be skipped (RFC 2045 6.8).',
  },
  {
    file: 'base64-without-padding', envelopeFrom: ROSA, becomes: 'read', says: [ADD_ROSA],
    teaches: 'The padding at the end is missing.',
  },
  {
    file: 'base64-cut', envelopeFrom: ROSA, becomes: 'either',
    teaches: 'The mail was cut within a group of four.',
  },
  {
    file: 'base64-in-pieces', envelopeFrom: ROSA, becomes: 'either',
    teaches: 'Two pieces, each with padding, one behind the other.',
  },
  {
    file: 'base64-in-one-line', envelopeFrom: ROSA, becomes: 'read', says: [ADD_ROSA],
    teaches: 'Base64 in a line of 2,700 characters.',
  },
  {
    file: 'base64-with-text-behind', envelopeFrom: ROSA, becomes: 'either',
    teaches: 'A list has put its footer behind the base64.',
  },
  {
    file: 'base64-label-on-plain-text', envelopeFrom: ROSA, becomes: 'either',
    teaches: 'The label says base64, the body is plain text.',
  },
  {
    file: 'base64-with-url-alphabet', envelopeFrom: ROSA, becomes: 'either',
    teaches: 'The alphabet of URLs, "-" and "_".',
  },
  {
    file: 'quoted-printable-broken', envelopeFrom: ROSA, becomes: 'read', says: [ADD_ROSA],
    teaches: '"=" before letters that are no hexadecimal digits, and lower case.',
  },
  {
    file: 'quoted-printable-label-on-plain-text', envelopeFrom: ROSA, becomes: 'read',
    says: [ADD_ROSA],
    teaches: 'The label says quoted-printable, nothing is encoded.',
  },
  {
    file: 'quoted-printable-cut', envelopeFrom: ROSA, becomes: 'read', says: [ADD_ROSA],
    teaches: 'The last line is a soft break, and then nothing.',
  },
  {
    file: 'quoted-printable-with-trailing-blanks', envelopeFrom: ROSA, becomes: 'read',
    says: ['add Rosa Lind as a contact'],
    teaches: 'Blanks behind the soft break.',
  },
  {
    file: 'quoted-printable-twice', envelopeFrom: ROSA, becomes: 'either',
    teaches: 'The text was encoded twice.',
  },
  {
    file: 'transfer-encoding-unknown', envelopeFrom: ROSA, becomes: 'either',
    teaches: 'A transfer encoding that nobody knows: the part is not to be guessed at.',
  },
  {
    file: 'transfer-encoding-misspelt', envelopeFrom: ROSA, becomes: 'either',
    teaches: '"quoted printable", "8 bit" and comments.',
  },
  {
    file: 'transfer-encoding-twice', envelopeFrom: ROSA, becomes: 'either',
    teaches: 'Two fields that contradict each other.',
  },
  {
    file: 'transfer-encoding-seven-bit-lie', envelopeFrom: ROSA, becomes: 'read',
    says: [ADD_ROSA, 'T\u00e9o'],
    teaches: 'The label says 7bit, the body is UTF-8.',
  },
  {
    file: 'transfer-encoding-binary', envelopeFrom: ROSA, becomes: 'read', says: ['add Rosa Lind'],
    teaches: 'Binary, with NUL and bare line ends.',
  },
  {
    file: 'uuencoded', envelopeFrom: ROSA, becomes: 'read', says: [ADD_ROSA],
    teaches: 'A file in uuencode within the text, as in 1990.',
  },
  {
    file: 'uuencode-as-transfer-encoding', envelopeFrom: ROSA, becomes: 'either',
    teaches: 'uuencode as a transfer encoding.',
  },
  {
    file: 'yenc', envelopeFrom: ROSA, becomes: 'read', says: [ADD_ROSA],
    teaches: 'A file in yEnc, with bytes that are no text.',
  },
  {
    file: 'binhex', envelopeFrom: ROSA, becomes: 'read', says: [ADD_ROSA],
    teaches: 'A file in BinHex.',
  },
  {
    file: 'tnef', envelopeFrom: ROSA, becomes: 'read', says: [ADD_ROSA],
    teaches: 'winmail.dat, in which Outlook hides the rest.',
  },
  {
    file: 'apple-double', envelopeFrom: ROSA, becomes: 'read', says: [ADD_ROSA],
    teaches: 'A file in two forks, with a resource fork that nobody can read.',
  },
  {
    file: 'charset-unknown', envelopeFrom: ROSA, becomes: 'read', says: [ADD_ROSA],
    teaches: 'A charset that nobody knows; the text is ASCII.',
  },
  {
    file: 'charset-label-lies', envelopeFrom: ROSA, becomes: 'read', says: ['Teo', 'Lind'],
    teaches: 'The label says UTF-8, the bytes are Latin-1.',
  },
  {
    file: 'charset-latin-1-lies', envelopeFrom: ROSA, becomes: 'either',
    teaches: 'The label says ISO-8859-1, the bytes are UTF-8.',
  },
  {
    file: 'charset-us-ascii-lies', envelopeFrom: ROSA, becomes: 'read',
    says: [ADD_ROSA, 'T\u00e9o'],
    teaches: 'The label says US-ASCII, the bytes are UTF-8.',
  },
  {
    file: 'charset-utf-16-without-mark', envelopeFrom: ROSA, becomes: 'either',
    teaches: 'UTF-16 without a byte-order mark.',
  },
  {
    file: 'charset-utf-16-in-quoted-printable', envelopeFrom: ROSA, becomes: 'read',
    says: [ADD_ROSA],
    teaches: 'UTF-16 in base64, with a byte-order mark.',
  },
  {
    file: 'charset-truncated-letter', envelopeFrom: ROSA, becomes: 'read', says: [ADD_ROSA],
    teaches: 'The mail ends within a letter of three bytes.',
  },
  {
    file: 'charset-overlong-utf-8', envelopeFrom: ROSA, becomes: 'read', says: [ADD_ROSA],
    teaches: 'Overlong forms and surrogates in UTF-8.',
  },
  {
    file: 'charset-iso-2022-jp-cut', envelopeFrom: ROSA, becomes: 'either',
    teaches: 'ISO-2022-JP whose escape back to ASCII is missing.',
  },
  {
    file: 'charset-two-labels', envelopeFrom: ROSA, becomes: 'either',
    teaches: 'Two charset parameters.',
  },
  {
    file: 'charset-in-quotes-and-blanks', envelopeFrom: ROSA, becomes: 'read',
    says: [ADD_ROSA, 'T\u00e9o'],
    teaches: 'Blanks and quotes around the charset, and a comment.',
  },
  {
    file: 'charset-of-html-differs', envelopeFrom: ROSA, becomes: 'either',
    teaches: 'The header says one charset, the HTML another.',
  },
  {
    file: 'byte-order-mark-in-body', envelopeFrom: ROSA, becomes: 'read', says: [ADD_ROSA],
    teaches: 'A byte-order mark at the start of the text.',
  },
  {
    file: 'mojibake', envelopeFrom: ROSA, becomes: 'either',
    teaches: 'The text was encoded twice already when it was typed.',
  },
  {
    file: 'content-type-garbage', envelopeFrom: ROSA, becomes: 'either',
    teaches: 'Content-Type is no type.',
  },
  {
    file: 'content-type-empty', envelopeFrom: ROSA, becomes: 'either',
    teaches: 'Content-Type without a value.',
  },
  {
    file: 'content-type-without-subtype', envelopeFrom: ROSA, becomes: 'either',
    teaches: '"text" without a subtype, as old programs wrote it.',
  },
  {
    file: 'content-type-without-slash', envelopeFrom: ROSA, becomes: 'either',
    teaches: '"text; charset=utf-8; plain".',
  },
  {
    file: 'content-type-with-two-slashes', envelopeFrom: ROSA, becomes: 'either',
    teaches: '"text/plain/utf-8".',
  },
  {
    file: 'content-type-with-semicolons', envelopeFrom: ROSA, becomes: 'read', says: [ADD_ROSA],
    teaches: 'Semicolons without parameters, parameters without values.',
  },
  {
    file: 'content-type-quote-never-closed', envelopeFrom: ROSA, becomes: 'either',
    teaches: 'A quotation mark that is not closed.',
  },
  {
    file: 'content-type-in-capitals', envelopeFrom: ROSA, becomes: 'read', says: [ADD_ROSA],
    teaches: 'Everything in capitals, folded at odd places.',
  },
  {
    file: 'content-type-with-comments', envelopeFrom: ROSA, becomes: 'either',
    teaches: 'Comments everywhere (RFC 2045 5.1).',
  },
  {
    file: 'content-type-of-a-program', envelopeFrom: ROSA, becomes: 'either',
    teaches: 'application/octet-stream for a text.',
  },
  {
    file: 'content-type-unknown-text', envelopeFrom: ROSA, becomes: 'either',
    teaches: 'text/x-mail is text.',
  },
  {
    file: 'content-type-twice', envelopeFrom: ROSA, becomes: 'either',
    teaches: 'Two Content-Type fields: text and HTML.',
  },
  {
    file: 'content-type-misspelt', envelopeFrom: ROSA, becomes: 'read', says: [ADD_ROSA],
    teaches: '"Content-type :" and "Content Type:".',
  },
  {
    file: 'content-disposition-garbage', envelopeFrom: ROSA, becomes: 'either',
    teaches: 'Content-Disposition is nonsense.',
  },
  {
    file: 'content-disposition-attachment', envelopeFrom: ROSA, becomes: 'either',
    teaches: 'The only part says that it is an attachment.',
  },
  {
    file: 'mime-version-missing', envelopeFrom: ROSA, becomes: 'read', says: [ADD_ROSA],
    teaches: 'No MIME-Version, but MIME.',
  },
  {
    file: 'mime-version-2', envelopeFrom: ROSA, becomes: 'read', says: [ADD_ROSA],
    teaches: 'MIME-Version 2.0, and a comment.',
  },
  {
    file: 'mime-version-twice', envelopeFrom: ROSA, becomes: 'read', says: [ADD_ROSA],
    teaches: 'Two MIME-Version fields.',
  },
  {
    file: 'html-broken', envelopeFrom: ROSA, becomes: 'either',
    teaches: 'HTML whose tags overlap and never close.',
  },
  {
    file: 'html-labelled-as-text', envelopeFrom: ROSA, becomes: 'either',
    teaches: 'HTML in a text/plain part.',
  },
  {
    file: 'text-labelled-as-html', envelopeFrom: ROSA, becomes: 'either',
    teaches: 'Plain text in a text/html part.',
  },
  {
    file: 'html-without-text', envelopeFrom: ROSA, becomes: 'either',
    teaches: 'HTML with nothing but a picture.',
  },
  {
    file: 'file-names-with-paths', envelopeFrom: ROSA, becomes: 'read', says: [ADD_ROSA],
    teaches: 'File names with paths, dots and drive letters.',
  },
  {
    file: 'file-names-with-control-characters', envelopeFrom: ROSA, becomes: 'read',
    says: [ADD_ROSA],
    teaches: 'File names with NUL, line breaks, escapes and direction marks.',
  },
  {
    file: 'file-names-of-rfc2231-abused', envelopeFrom: ROSA, becomes: 'read', says: [ADD_ROSA],
    teaches: 'Continued file names out of order, twice, with gaps and broken escapes.',
  },
  {
    file: 'file-names-encoded-word', envelopeFrom: ROSA, becomes: 'read', says: [ADD_ROSA],
    teaches: 'File names as encoded words, quoted and bare.',
  },
  {
    file: 'attached-message-broken', envelopeFrom: ROSA, becomes: 'read', says: [ADD_ROSA],
    teaches: 'An attached mail that has no header.',
  },
  {
    file: 'report-broken', envelopeFrom: ROSA, becomes: 'either',
    teaches: 'A delivery report without its machine part.',
  },
  {
    file: 'report-status-garbage', envelopeFrom: ROSA, becomes: 'either',
    teaches: 'A delivery report whose machine part is garbage.',
  },
  {
    file: 'calendar-broken', envelopeFrom: ROSA, becomes: 'read', says: [ADD_ROSA],
    teaches: 'A calendar file that begins and never ends.',
  },
  {
    file: 'card-broken', envelopeFrom: ROSA, becomes: 'read', says: [ADD_ROSA],
    teaches: 'vCards that are cut, empty, or none.',
  },
];
