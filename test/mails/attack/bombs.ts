/** Mails that are meant to break the reader, or to keep it busy. */

import type { AttackMail } from '../expected.ts';
import { BOMB, MALLORY, NO_TOKEN, SET_ASIDE } from './parts.ts';

export const BOMBS: readonly AttackMail[] = [
  {
    file: 'parts-150', envelopeFrom: MALLORY, outcomes: SET_ASIDE,
    teaches: '150 parts; more than 100 are set aside.',
  },
  {
    file: 'nested-60-deep', envelopeFrom: MALLORY, outcomes: SET_ASIDE,
    teaches: 'Multiparts within multiparts, 60 deep; deeper than 20 is set aside.',
  },
  {
    file: 'messages-within-messages', envelopeFrom: MALLORY, outcomes: BOMB,
    teaches: 'message/rfc822 within message/rfc822, 50 deep.',
  },
  {
    file: 'digest-of-1000', envelopeFrom: MALLORY, outcomes: BOMB,
    teaches: 'A multipart/digest of 1,000 messages without a header.',
  },
  {
    file: 'one-field-of-190-kb', envelopeFrom: MALLORY, outcomes: BOMB,
    teaches: 'One header field of 190 KB, in lines of 900.',
  },
  {
    file: 'one-field-of-190-kb-unfolded', envelopeFrom: MALLORY, outcomes: BOMB,
    teaches: 'The same in one line.',
  },
  {
    file: 'fields-20000', envelopeFrom: MALLORY, outcomes: BOMB,
    teaches: 'Twenty thousand header fields.',
  },
  {
    file: 'field-without-end', envelopeFrom: MALLORY, outcomes: BOMB,
    teaches: '60 KB of blank continuation lines.',
  },
  {
    file: 'base64-of-zeros', envelopeFrom: MALLORY, outcomes: BOMB,
    teaches: 'Base64 of nothing but zeros, in one line.',
  },
  {
    file: 'base64-broken-lines', envelopeFrom: MALLORY, outcomes: BOMB,
    teaches: 'Base64 in lines of one character, with padding in the middle.',
  },
  {
    file: 'quoted-printable-soft-breaks', envelopeFrom: MALLORY, outcomes: BOMB,
    teaches: 'Thirty thousand soft line breaks and nothing else.',
  },
  {
    file: 'quoted-printable-of-equals', envelopeFrom: MALLORY, outcomes: BOMB,
    teaches: '60 KB of "=".',
  },
  {
    file: 'divs-nested', envelopeFrom: MALLORY, outcomes: BOMB,
    teaches: 'Thirty-eight thousand <div>, none closed.',
  },
  {
    file: 'blockquotes-nested', envelopeFrom: MALLORY, outcomes: BOMB,
    teaches: 'Five thousand quotations within each other.',
  },
  {
    file: 'tables-nested', envelopeFrom: MALLORY, outcomes: BOMB,
    teaches: 'Four thousand tables within each other.',
  },
  {
    file: 'tags-that-open-only', envelopeFrom: MALLORY, outcomes: BOMB,
    teaches: '60 KB of "<".',
  },
  {
    file: 'comments-never-closed', envelopeFrom: MALLORY, outcomes: BOMB,
    teaches: 'Fifteen thousand comments that are opened.',
  },
  {
    file: 'attributes-many', envelopeFrom: MALLORY, outcomes: BOMB,
    teaches: 'One element with 15,000 attributes.',
  },
  {
    file: 'entities-nested', envelopeFrom: MALLORY, outcomes: BOMB,
    teaches: 'Character references within character references.',
  },
  {
    file: 'style-sheet-huge', envelopeFrom: MALLORY, outcomes: BOMB,
    teaches: 'A style sheet of 60 KB with selectors that backtrack.',
  },
  {
    file: 'links-many', envelopeFrom: MALLORY, outcomes: BOMB,
    teaches: 'Four thousand links, which some programs turn into footnotes.',
  },
  {
    file: 'lines-of-on-wrote', envelopeFrom: MALLORY, outcomes: BOMB,
    teaches: '20,000 lines that begin like "On \u2026 wrote:" and never end so.',
  },
  {
    file: 'line-of-on-wrote', envelopeFrom: MALLORY, outcomes: BOMB,
    teaches: 'The same without a line end.',
  },
  {
    file: 'dashes-50000', envelopeFrom: MALLORY, outcomes: BOMB,
    teaches: 'Fifty thousand dashes in one line, then as lines.',
  },
  {
    file: 'quote-marks-190-kb', envelopeFrom: MALLORY, outcomes: BOMB,
    teaches: '190 KB of ">".',
  },
  {
    file: 'quote-lines-20000', envelopeFrom: MALLORY, outcomes: BOMB,
    teaches: 'Twenty thousand quoted lines.',
  },
  {
    file: 'one-line-of-190-kb', envelopeFrom: MALLORY, outcomes: BOMB,
    teaches: 'One line of 190 KB without a blank.',
  },
  {
    file: 'one-line-of-blanks', envelopeFrom: MALLORY, outcomes: BOMB,
    teaches: '100 KB of blanks, then a colon.',
  },
  {
    file: 'lines-empty', envelopeFrom: MALLORY, outcomes: BOMB,
    teaches: '50,000 empty lines.',
  },
  {
    file: 'at-signs-100-kb', envelopeFrom: MALLORY, outcomes: BOMB,
    teaches: '100 KB of "a@".',
  },
  {
    file: 'dots-and-addresses', envelopeFrom: MALLORY, outcomes: BOMB,
    teaches: 'An address that never ends.',
  },
  {
    file: 'digits-100-kb', envelopeFrom: MALLORY, outcomes: BOMB,
    teaches: 'A telephone number of 100 KB.',
  },
  {
    file: 'labels-many', envelopeFrom: MALLORY, outcomes: BOMB,
    teaches: 'Five thousand times "First name:".',
  },
  {
    file: 'contacts-many-headings', envelopeFrom: MALLORY, outcomes: BOMB,
    teaches: 'Five thousand headings of contacts without data.',
  },
  {
    file: 'colons-60-kb', envelopeFrom: MALLORY, outcomes: BOMB,
    teaches: '60 KB of colons, as labels without names.',
  },
  {
    file: 'brackets-60-kb', envelopeFrom: MALLORY, outcomes: BOMB,
    teaches: 'Brackets, pairs of quotes and commas that want to be matched.',
  },
  {
    file: 'cctlds-many', envelopeFrom: MALLORY, outcomes: BOMB,
    teaches: 'Fifteen thousand names with a dot before them.',
  },
  {
    file: 'tokens-many', envelopeFrom: MALLORY, outcomes: BOMB,
    teaches: 'Two thousand strings of token form.',
  },
  {
    file: 'signature-separators-many', envelopeFrom: MALLORY, outcomes: BOMB,
    teaches: 'Underscores, equals and stars that look like separators.',
  },
  {
    file: 'forward-headers-many', envelopeFrom: MALLORY, outcomes: BOMB,
    teaches: 'Two thousand header blocks of a quoted mail.',
  },
  {
    file: 'combining-marks-many', envelopeFrom: MALLORY, outcomes: BOMB,
    teaches: '30,000 combining marks.',
  },
  {
    file: 'direction-marks-many', envelopeFrom: MALLORY, outcomes: BOMB,
    teaches: '20,000 direction controls.',
  },
  {
    file: 'emoji-joined', envelopeFrom: MALLORY, outcomes: BOMB,
    teaches: 'A family of 10,000 joined by zero-width joiners.',
  },
  {
    file: 'flowed-never-ending', envelopeFrom: MALLORY, outcomes: BOMB,
    teaches: 'format=flowed: 30,000 soft line breaks make one line.',
  },
  {
    file: 'references-many', envelopeFrom: MALLORY, outcomes: BOMB,
    teaches: 'Ten thousand Message-IDs in References.',
  },
  {
    file: 'received-200', envelopeFrom: MALLORY, outcomes: ['ignored too-many-received'],
    teaches: 'Two hundred Received fields: a loop.',
  },
  {
    file: 'encoded-words-many', envelopeFrom: MALLORY, outcomes: BOMB,
    teaches: 'Five thousand encoded words in the subject.',
  },
  {
    file: 'encoded-words-broken', envelopeFrom: MALLORY, outcomes: BOMB,
    teaches: 'Question marks that begin encoded words and never end them.',
  },
  {
    file: 'parameters-many', envelopeFrom: MALLORY, outcomes: BOMB,
    teaches: 'Five thousand parameters, continued and out of order (RFC 2231).',
  },
  {
    file: 'boundary-is-dashes', envelopeFrom: MALLORY, outcomes: BOMB,
    teaches: 'The boundary is "--": every line of dashes may be one.',
  },
  {
    file: 'boundary-empty', envelopeFrom: MALLORY, outcomes: BOMB,
    teaches: 'The boundary is empty: "--" alone is one.',
  },
  {
    file: 'boundary-of-blanks', envelopeFrom: MALLORY, outcomes: BOMB,
    teaches: 'The boundary consists of blanks.',
  },
  {
    file: 'boundary-very-long', envelopeFrom: MALLORY, outcomes: BOMB,
    teaches: 'A boundary of 20,000 letters, where 70 are allowed.',
  },
  {
    file: 'boundary-is-a-pattern', envelopeFrom: MALLORY, outcomes: BOMB,
    teaches: 'The boundary is a regular expression that backtracks.',
  },
  {
    file: 'boundaries-almost', envelopeFrom: MALLORY, outcomes: BOMB,
    teaches: '10,000 lines that begin like the boundary.',
  },
  {
    file: 'charset-is-a-path', envelopeFrom: MALLORY, outcomes: BOMB,
    teaches: 'A charset that wants to be a file.',
  },
  {
    file: 'charset-is-a-property', envelopeFrom: MALLORY, outcomes: BOMB,
    teaches: 'A charset that means something to JavaScript.',
  },
  {
    file: 'charset-is-huge', envelopeFrom: MALLORY, outcomes: BOMB,
    teaches: 'A charset of 50,000 letters.',
  },
  {
    file: 'charset-is-a-pattern', envelopeFrom: MALLORY, outcomes: BOMB,
    teaches: 'A charset that wants to be a pattern.',
  },
  {
    file: 'charset-with-line-break', envelopeFrom: MALLORY, outcomes: BOMB,
    teaches: 'A charset with an encoded line break and a header field.',
  },
  {
    file: 'two-content-types', envelopeFrom: MALLORY, outcomes: [...BOMB, ...NO_TOKEN],
    teaches: 'Two Content-Type fields: text for one reader, parts for another.',
  },
  {
    file: 'alternative-that-disagrees', envelopeFrom: MALLORY,
    outcomes: [...BOMB, 'answered several-cctlds'],
    teaches: 'One part asks about .xa, one about .xb, one is a picture.',
  },
  {
    file: 'message-partial', envelopeFrom: MALLORY, outcomes: BOMB,
    teaches: 'One of three pieces (RFC 2046 5.2.2): the others never come.',
  },
  {
    file: 'message-external-body', envelopeFrom: MALLORY, outcomes: BOMB,
    teaches: 'The text is to be fetched from somewhere else (RFC 2046 5.2.3).',
  },
  {
    file: 'zip-that-says-it-is-text', envelopeFrom: MALLORY, outcomes: BOMB,
    teaches: 'A zip file, 20 MB of zeros inside, that claims to be text.',
  },
  {
    file: 'gzip-as-transfer-encoding', envelopeFrom: MALLORY, outcomes: BOMB,
    teaches: 'A transfer encoding that is none: gzip.',
  },
  {
    file: 'xml-with-a-billion-laughs', envelopeFrom: MALLORY, outcomes: BOMB,
    teaches: 'An XML attachment whose entities grow, and a picture in SVG with a script.',
  },
  {
    file: 'cards-many', envelopeFrom: MALLORY, outcomes: BOMB,
    teaches: 'A file of 2,500 vCards, and one that never ends.',
  },
  {
    file: 'card-of-nested-cards', envelopeFrom: MALLORY, outcomes: BOMB,
    teaches: 'vCards within vCards, 4,000 deep.',
  },
  {
    file: 'bare-carriage-returns', envelopeFrom: MALLORY, outcomes: BOMB,
    teaches: '100 KB of bare CR.',
  },
  {
    file: 'signature-of-blanks', envelopeFrom: MALLORY, outcomes: BOMB,
    teaches: '60 KB of blanks within the list of signed fields of a DKIM-Signature.',
  },
  {
    file: 'signature-of-blank-lines', envelopeFrom: MALLORY, outcomes: BOMB,
    teaches: 'The same as 20,000 lines of a blank.',
  },
  {
    file: 'signature-of-many-fields', envelopeFrom: MALLORY, outcomes: BOMB,
    teaches: 'A signature over 20,000 fields that are not there.',
  },
  {
    file: 'signatures-200', envelopeFrom: MALLORY, outcomes: BOMB,
    teaches: 'Two hundred signatures, each of another domain: as many questions to the DNS.',
  },
  {
    file: 'seals-60', envelopeFrom: MALLORY, outcomes: BOMB,
    teaches: 'Sixty ARC sets, where fifty are the limit (RFC 8617 4.2.1).',
  },
  {
    file: 'copy-of-groups', envelopeFrom: MALLORY, outcomes: BOMB,
    teaches: 'Twenty thousand empty groups in Cc.',
  },
  {
    file: 'copy-of-commas', envelopeFrom: MALLORY, outcomes: BOMB,
    teaches: '60 KB of commas in Cc.',
  },
];
