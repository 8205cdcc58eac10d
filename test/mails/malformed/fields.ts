/** Single fields that are broken, and bytes that are no mail. */

import type { MalformedMail } from '../expected.ts';

/** What she typed, unless a row says otherwise. */
const ADD_ROSA = 'Please add Rosa Lind as a contact of .xa.';
const ROSA = 'rosa.lind@mailbox.example';

export const FIELDS: readonly MalformedMail[] = [
  {
    file: 'date-missing', envelopeFrom: ROSA, becomes: 'read', says: [ADD_ROSA],
    teaches: 'No Date.',
  },
  {
    file: 'date-absurd', envelopeFrom: ROSA, becomes: 'read', says: [ADD_ROSA],
    teaches: 'Day, month and zone that do not exist.',
  },
  {
    file: 'date-in-1970', envelopeFrom: ROSA, becomes: 'read', says: [ADD_ROSA],
    teaches: 'The clock of the sender has never been set.',
  },
  {
    file: 'date-in-the-future', envelopeFrom: ROSA, becomes: 'read', says: [ADD_ROSA],
    teaches: 'A date two hundred years ahead.',
  },
  {
    file: 'date-in-another-language', envelopeFrom: ROSA, becomes: 'read', says: [ADD_ROSA],
    teaches: 'A date in Russian.',
  },
  {
    file: 'date-as-number', envelopeFrom: ROSA, becomes: 'read', says: [ADD_ROSA],
    teaches: 'A number of seconds, and an ISO date.',
  },
  {
    file: 'date-twice', envelopeFrom: ROSA, becomes: 'read', says: [ADD_ROSA],
    teaches: 'Two Date fields.',
  },
  {
    file: 'message-id-missing', envelopeFrom: ROSA, becomes: 'read', says: [ADD_ROSA],
    teaches: 'No Message-ID.',
  },
  {
    file: 'message-id-twice', envelopeFrom: ROSA, becomes: 'read', says: [ADD_ROSA],
    teaches: 'Two Message-ID fields.',
  },
  {
    file: 'message-id-without-brackets', envelopeFrom: ROSA, becomes: 'read', says: [ADD_ROSA],
    teaches: 'A Message-ID without brackets, with blanks.',
  },
  {
    file: 'message-id-empty', envelopeFrom: ROSA, becomes: 'read', says: [ADD_ROSA],
    teaches: 'An empty Message-ID.',
  },
  {
    file: 'references-garbage', envelopeFrom: ROSA, becomes: 'read', says: [ADD_ROSA],
    teaches: 'References that are no Message-IDs.',
  },
  {
    file: 'subject-missing', envelopeFrom: ROSA, becomes: 'read', says: [ADD_ROSA],
    teaches: 'No Subject.',
  },
  {
    file: 'subject-twice', envelopeFrom: ROSA, becomes: 'read', says: [ADD_ROSA],
    teaches: 'Two Subject fields.',
  },
  {
    file: 'to-missing', envelopeFrom: ROSA, becomes: 'read', says: [ADD_ROSA],
    teaches: 'Neither To nor Cc: a blind copy.',
  },
  {
    file: 'to-garbage', envelopeFrom: ROSA, becomes: 'read', says: [ADD_ROSA],
    teaches: 'To with blanks, semicolons, brackets and a newsgroup.',
  },
  {
    file: 'cc-unclosed-quote', envelopeFrom: ROSA, becomes: 'read', says: [ADD_ROSA],
    teaches: 'The quotation mark in Cc is never closed.',
  },
  {
    file: 'cc-unclosed-group', envelopeFrom: ROSA, becomes: 'read', says: [ADD_ROSA],
    teaches: 'A group in Cc is never closed.',
  },
  {
    file: 'from-empty', envelopeFrom: ROSA, becomes: 'either',
    teaches: 'An empty From.',
  },
  {
    file: 'from-garbage', envelopeFrom: ROSA, becomes: 'either',
    teaches: 'From that is no mailbox.',
  },
  {
    file: 'from-missing', envelopeFrom: ROSA, becomes: 'either',
    teaches: 'No From.',
  },
  {
    file: 'from-old-style', envelopeFrom: ROSA, becomes: 'either',
    teaches: 'An address of another network, without @.',
  },
  {
    file: 'received-garbage', envelopeFrom: ROSA, becomes: 'read', says: [ADD_ROSA],
    teaches: 'Received fields without dates, empty, and of one word.',
  },
  {
    file: 'fields-repeated-many-times', envelopeFrom: ROSA, becomes: 'either',
    teaches: 'Every usual field three times.',
  },
  {
    file: 'gzip-bytes', envelopeFrom: ROSA, becomes: 'either',
    teaches: 'A compressed file instead of a mail.',
  },
  {
    file: 'html-page-instead-of-mail', envelopeFrom: ROSA, becomes: 'either',
    teaches: 'An HTML page instead of a mail.',
  },
  {
    file: 'random-bytes', envelopeFrom: ROSA, becomes: 'either',
    teaches: 'Two kilobytes of random bytes.',
  },
  {
    file: 'smtp-dialogue', envelopeFrom: ROSA, becomes: 'either',
    teaches: 'A whole SMTP session instead of a mail.',
  },
  {
    file: 'flowed-broken', envelopeFrom: ROSA, becomes: 'read',
    says: ['add Rosa Lind as a contact'],
    teaches: 'format=flowed with quote marks and stuffing that do not fit.',
  },
];
