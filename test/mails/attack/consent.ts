/** CONFIRM that nobody typed, or that says something else; the token is the true one. */

import type { AttackMail } from '../expected.ts';
import { ADMIN_HOST, MALLORY, UNCLEAR } from './parts.ts';

export const CONSENT: readonly AttackMail[] = [
  {
    file: 'token-alone', envelopeFrom: MALLORY, to: '{{challenge-to}}', outcomes: UNCLEAR,
    teaches: 'The token comes back, and nobody typed a word.',
  },
  {
    file: 'token-in-address-empty-mail', envelopeFrom: 'admin@nic.xa', to: '{{challenge-to}}',
    client: ADMIN_HOST, sign: { domain: 'nic.xa' }, outcomes: UNCLEAR,
    teaches: 'The reply address carries the token, the mail is empty.',
  },
  {
    file: 'token-in-address-thanks', envelopeFrom: 'admin@nic.xa', to: '{{challenge-to}}',
    client: ADMIN_HOST, sign: { domain: 'nic.xa' }, outcomes: UNCLEAR,
    teaches: 'A polite word above the quoted letter is no consent.',
  },
  {
    file: 'token-in-subject-question', envelopeFrom: 'admin@nic.xa', to: '{{challenge-to}}',
    client: ADMIN_HOST, sign: { domain: 'nic.xa' }, outcomes: UNCLEAR,
    teaches: 'The token stands in the subject; the text asks a question.',
  },
  {
    file: 'did-not-ask-above-quoted-confirm', envelopeFrom: 'admin@nic.xa', to: '{{challenge-to}}',
    client: ADMIN_HOST, sign: { domain: 'nic.xa' }, outcomes: UNCLEAR,
    teaches: '"I did not ask for this" stands above the quoted CONFIRM and its token.',
  },
  {
    file: 'confirm-quoted-only', envelopeFrom: 'admin@nic.xa', to: '{{challenge-to}}',
    client: ADMIN_HOST, sign: { domain: 'nic.xa' }, outcomes: UNCLEAR,
    teaches: 'Nothing but quoted lines, with the word at the start of one.',
  },
  {
    file: 'confirm-quoted-twice', envelopeFrom: 'admin@nic.xa', to: '{{challenge-to}}',
    client: ADMIN_HOST, sign: { domain: 'nic.xa' }, outcomes: UNCLEAR,
    teaches: 'Two levels of quotation.',
  },
  {
    file: 'confirm-quoted-without-blank', envelopeFrom: 'admin@nic.xa', to: '{{challenge-to}}',
    client: ADMIN_HOST, sign: { domain: 'nic.xa' }, outcomes: UNCLEAR,
    teaches: 'No blank between mark and word.',
  },
  {
    file: 'confirm-quoted-with-bar', envelopeFrom: 'admin@nic.xa', to: '{{challenge-to}}',
    client: ADMIN_HOST, sign: { domain: 'nic.xa' }, outcomes: UNCLEAR,
    teaches: 'A bar as the mark of quotation, as some webmails write it.',
  },
  {
    file: 'confirm-quoted-with-guillemet', envelopeFrom: 'admin@nic.xa', to: '{{challenge-to}}',
    client: ADMIN_HOST, sign: { domain: 'nic.xa' }, outcomes: UNCLEAR,
    teaches: 'A guillemet as the mark of quotation.',
  },
  {
    file: 'confirm-quoted-with-colon', envelopeFrom: 'admin@nic.xa', to: '{{challenge-to}}',
    client: ADMIN_HOST, sign: { domain: 'nic.xa' }, outcomes: UNCLEAR,
    teaches: 'A colon as the mark, as old newsreaders write it.',
  },
  {
    file: 'confirm-quoted-with-initials', envelopeFrom: 'admin@nic.xa', to: '{{challenge-to}}',
    client: ADMIN_HOST, sign: { domain: 'nic.xa' }, outcomes: UNCLEAR,
    teaches: 'Initials before the mark, as FidoNet programs write it.',
  },
  {
    file: 'confirm-quoted-with-tab', envelopeFrom: 'admin@nic.xa', to: '{{challenge-to}}',
    client: ADMIN_HOST, sign: { domain: 'nic.xa' }, outcomes: UNCLEAR,
    teaches: 'The quotation is indented and has no mark at all.',
  },
  {
    file: 'confirm-in-quotation-marks', envelopeFrom: 'admin@nic.xa', to: '{{challenge-to}}',
    client: ADMIN_HOST, sign: { domain: 'nic.xa' }, outcomes: UNCLEAR,
    teaches: 'The line with the word stands in quotation marks.',
  },
  {
    file: 'confirm-below-original-message', envelopeFrom: 'admin@nic.xa', to: '{{challenge-to}}',
    client: ADMIN_HOST, sign: { domain: 'nic.xa' }, outcomes: UNCLEAR,
    teaches: 'Outlook quotes without marks, below a line of dashes.',
  },
  {
    file: 'confirm-below-outlook-header', envelopeFrom: 'admin@nic.xa', to: '{{challenge-to}}',
    client: ADMIN_HOST, sign: { domain: 'nic.xa' }, outcomes: UNCLEAR,
    teaches: 'Newer Outlook has no dashes, only a header block below a line.',
  },
  {
    file: 'confirm-in-unmarked-copy', envelopeFrom: 'admin@nic.xa', to: '{{challenge-to}}',
    client: ADMIN_HOST, sign: { domain: 'nic.xa' }, outcomes: UNCLEAR,
    teaches: 'The whole letter is copied below the answer, without a mark or a header.',
  },
  {
    file: 'confirm-in-template-lines', envelopeFrom: 'admin@nic.xa', to: '{{challenge-to}}',
    client: ADMIN_HOST, sign: { domain: 'nic.xa' }, outcomes: UNCLEAR,
    teaches: 'The two lines of the letter are left standing, both words in them.',
  },
  {
    file: 'confirm-in-forwarded-part', envelopeFrom: 'admin@nic.xa', to: '{{challenge-to}}',
    client: ADMIN_HOST, sign: { domain: 'nic.xa' }, outcomes: UNCLEAR,
    teaches: 'The letter is forwarded to a colleague, with us in copy.',
  },
  {
    file: 'confirm-in-begin-forwarded-message', envelopeFrom: 'admin@nic.xa',
    to: '{{challenge-to}}', client: ADMIN_HOST, sign: { domain: 'nic.xa' }, outcomes: UNCLEAR,
    teaches: "Apple Mail's way to forward, in Spanish.",
  },
  {
    file: 'confirm-in-wrapped-tail', envelopeFrom: 'admin@nic.xa', to: '{{challenge-to}}',
    client: ADMIN_HOST, sign: { domain: 'nic.xa' }, outcomes: UNCLEAR,
    teaches: 'A quoted line is wrapped, so that its tail stands there without a mark.',
  },
  {
    file: 'confirm-in-signature', envelopeFrom: 'admin@nic.xa', to: '{{challenge-to}}',
    client: ADMIN_HOST, sign: { domain: 'nic.xa' }, outcomes: UNCLEAR,
    teaches: 'The word stands below the signature line.',
  },
  {
    file: 'confirm-in-base64-quote', envelopeFrom: 'admin@nic.xa', to: '{{challenge-to}}',
    client: ADMIN_HOST, sign: { domain: 'nic.xa' }, outcomes: UNCLEAR,
    teaches: 'The body is base64, so that whoever searches raw bytes finds no quotation mark.',
  },
  {
    file: 'confirm-in-quoted-printable-quote', envelopeFrom: 'admin@nic.xa', to: '{{challenge-to}}',
    client: ADMIN_HOST, sign: { domain: 'nic.xa' }, outcomes: UNCLEAR,
    teaches: 'The marks of quotation are encoded: =3E is ">".',
  },
  {
    file: 'flowed-not-then-confirm', envelopeFrom: 'admin@nic.xa', to: '{{challenge-to}}',
    client: ADMIN_HOST, sign: { domain: 'nic.xa' }, outcomes: UNCLEAR,
    teaches: 'format=flowed: the line is a soft break, the sentence is "I will not CONFIRM".',
  },
  {
    file: 'flowed-quote-then-confirm', envelopeFrom: 'admin@nic.xa', to: '{{challenge-to}}',
    client: ADMIN_HOST, sign: { domain: 'nic.xa' }, outcomes: UNCLEAR,
    teaches: 'A flowed quoted line runs into a line of another depth (RFC 3676 4.5).',
  },
  {
    file: 'flowed-delsp-not-then-confirm', envelopeFrom: 'admin@nic.xa', to: '{{challenge-to}}',
    client: ADMIN_HOST, sign: { domain: 'nic.xa' }, outcomes: UNCLEAR,
    teaches: 'With DelSp=yes the blank goes as well.',
  },
  {
    file: 'flowed-stuffed-quote', envelopeFrom: 'admin@nic.xa', to: '{{challenge-to}}',
    client: ADMIN_HOST, sign: { domain: 'nic.xa' }, outcomes: UNCLEAR,
    teaches: 'A space-stuffed ">" is text, and still the mark that the sender pasted.',
  },
  {
    file: 'do-not-confirm', envelopeFrom: 'admin@nic.xa', to: '{{challenge-to}}',
    client: ADMIN_HOST, sign: { domain: 'nic.xa' }, outcomes: UNCLEAR,
    teaches: 'The word stands behind a "not".',
  },
  {
    file: 'will-not-confirm-wrapped', envelopeFrom: 'admin@nic.xa', to: '{{challenge-to}}',
    client: ADMIN_HOST, sign: { domain: 'nic.xa' }, outcomes: UNCLEAR,
    teaches: 'The sentence says no, and its second line begins with the word.',
  },
  {
    file: 'confirm-with-question-mark', envelopeFrom: 'admin@nic.xa', to: '{{challenge-to}}',
    client: ADMIN_HOST, sign: { domain: 'nic.xa' }, outcomes: UNCLEAR,
    teaches: 'A question is no answer.',
  },
  {
    file: 'confirm-what', envelopeFrom: 'admin@nic.xa', to: '{{challenge-to}}', client: ADMIN_HOST,
    sign: { domain: 'nic.xa' }, outcomes: UNCLEAR,
    teaches: 'The word begins a sentence that asks.',
  },
  {
    file: 'confirm-only-after', envelopeFrom: 'admin@nic.xa', to: '{{challenge-to}}',
    client: ADMIN_HOST, sign: { domain: 'nic.xa' }, outcomes: UNCLEAR,
    teaches: 'A condition, not a word.',
  },
  {
    file: 'confirmed-is-another-word', envelopeFrom: 'admin@nic.xa', to: '{{challenge-to}}',
    client: ADMIN_HOST, sign: { domain: 'nic.xa' }, outcomes: UNCLEAR,
    teaches: '"Confirmed" and "Confirmation" are other words.',
  },
  {
    file: 'confirm-and-reject', envelopeFrom: 'admin@nic.xa', to: '{{challenge-to}}',
    client: ADMIN_HOST, sign: { domain: 'nic.xa' }, outcomes: UNCLEAR,
    teaches: 'Both words, each at the start of a line.',
  },
  {
    file: 'confirm-inside-a-line', envelopeFrom: 'admin@nic.xa', to: '{{challenge-to}}',
    client: ADMIN_HOST, sign: { domain: 'nic.xa' }, outcomes: UNCLEAR,
    teaches: 'The word is not the first of its line.',
  },
  {
    file: 'confirm-translated', envelopeFrom: 'admin@nic.xa', to: '{{challenge-to}}',
    client: ADMIN_HOST, sign: { domain: 'nic.xa' }, outcomes: UNCLEAR,
    teaches: 'Other languages have other words; a Validator may read them.',
  },
  {
    file: 'confirm-full-width', envelopeFrom: MALLORY, to: '{{challenge-to}}', outcomes: UNCLEAR,
    teaches: 'Full-width letters are other letters.',
  },
  {
    file: 'confirm-with-joiners', envelopeFrom: MALLORY, to: '{{challenge-to}}', outcomes: UNCLEAR,
    teaches: 'Zero-width joiners between the letters.',
  },
  {
    file: 'confirm-with-cyrillic-letter', envelopeFrom: MALLORY, to: '{{challenge-to}}',
    outcomes: UNCLEAR,
    teaches: 'The first letter is Cyrillic.',
  },
  {
    file: 'confirm-reversed', envelopeFrom: MALLORY, to: '{{challenge-to}}', outcomes: UNCLEAR,
    teaches: 'A right-to-left override shows MRIFNOC as CONFIRM.',
  },
  {
    file: 'confirm-spaced-out', envelopeFrom: MALLORY, to: '{{challenge-to}}', outcomes: UNCLEAR,
    teaches: 'C O N F I R M is no word.',
  },
  {
    file: 'confirm-in-utf-7', envelopeFrom: MALLORY, to: '{{challenge-to}}', outcomes: UNCLEAR,
    teaches: 'UTF-7 is read by nobody (WHATWG Encoding): this is no CONFIRM.',
  },
  {
    file: 'confirm-with-other-people', envelopeFrom: MALLORY, to: '{{challenge-to}}',
    outcomes: [...UNCLEAR, 'held passed-on'],
    teaches: 'CONFIRM, and a form with somebody else: nobody can tell what is meant.',
  },
  {
    file: 'plain-confirm-html-reject', envelopeFrom: 'admin@nic.xa', to: '{{challenge-to}}',
    client: ADMIN_HOST, sign: { domain: 'nic.xa' }, outcomes: UNCLEAR,
    teaches: 'The two parts of multipart/alternative contradict each other.',
  },
  {
    file: 'plain-reject-html-confirm', envelopeFrom: 'admin@nic.xa', to: '{{challenge-to}}',
    client: ADMIN_HOST, sign: { domain: 'nic.xa' }, outcomes: UNCLEAR,
    teaches: 'The other way round.',
  },
  {
    file: 'plain-confirm-html-refuses', envelopeFrom: 'admin@nic.xa', to: '{{challenge-to}}',
    client: ADMIN_HOST, sign: { domain: 'nic.xa' }, outcomes: UNCLEAR,
    teaches: 'People see the HTML part, which says no; the plain part says CONFIRM.',
  },
  {
    file: 'confirm-in-html-comment', envelopeFrom: 'admin@nic.xa', to: '{{challenge-to}}',
    client: ADMIN_HOST, sign: { domain: 'nic.xa' }, outcomes: UNCLEAR,
    teaches: 'HTML only; the word stands in a comment.',
  },
  {
    file: 'confirm-in-conditional-comment', envelopeFrom: 'admin@nic.xa', to: '{{challenge-to}}',
    client: ADMIN_HOST, sign: { domain: 'nic.xa' }, outcomes: UNCLEAR,
    teaches: 'A conditional comment, which only Outlook shows.',
  },
  {
    file: 'confirm-in-display-none', envelopeFrom: 'admin@nic.xa', to: '{{challenge-to}}',
    client: ADMIN_HOST, sign: { domain: 'nic.xa' }, outcomes: UNCLEAR,
    teaches: 'display:none hides the word from whoever reads.',
  },
  {
    file: 'confirm-in-display-none-by-class', envelopeFrom: 'admin@nic.xa', to: '{{challenge-to}}',
    client: ADMIN_HOST, sign: { domain: 'nic.xa' }, outcomes: UNCLEAR,
    teaches: 'Hidden by a style sheet, not by an attribute.',
  },
  {
    file: 'confirm-in-hidden-attribute', envelopeFrom: 'admin@nic.xa', to: '{{challenge-to}}',
    client: ADMIN_HOST, sign: { domain: 'nic.xa' }, outcomes: UNCLEAR,
    teaches: 'Hidden by the attribute of that name.',
  },
  {
    file: 'confirm-in-white-text', envelopeFrom: 'admin@nic.xa', to: '{{challenge-to}}',
    client: ADMIN_HOST, sign: { domain: 'nic.xa' }, outcomes: UNCLEAR,
    teaches: 'White on white, one pixel high.',
  },
  {
    file: 'confirm-in-font-color-white', envelopeFrom: 'admin@nic.xa', to: '{{challenge-to}}',
    client: ADMIN_HOST, sign: { domain: 'nic.xa' }, outcomes: UNCLEAR,
    teaches: 'The same as mail programs of 1998 write it.',
  },
  {
    file: 'confirm-off-screen', envelopeFrom: 'admin@nic.xa', to: '{{challenge-to}}',
    client: ADMIN_HOST, sign: { domain: 'nic.xa' }, outcomes: UNCLEAR,
    teaches: 'Moved to the left of the screen, or made transparent.',
  },
  {
    file: 'confirm-in-title', envelopeFrom: 'admin@nic.xa', to: '{{challenge-to}}',
    client: ADMIN_HOST, sign: { domain: 'nic.xa' }, outcomes: UNCLEAR,
    teaches: 'The title is not shown in a mail.',
  },
  {
    file: 'confirm-in-alt-text', envelopeFrom: 'admin@nic.xa', to: '{{challenge-to}}',
    client: ADMIN_HOST, sign: { domain: 'nic.xa' }, outcomes: UNCLEAR,
    teaches: 'The alternative text of a picture, and its title.',
  },
  {
    file: 'confirm-in-form-field', envelopeFrom: 'admin@nic.xa', to: '{{challenge-to}}',
    client: ADMIN_HOST, sign: { domain: 'nic.xa' }, outcomes: UNCLEAR,
    teaches: 'Values of form fields, which nobody typed.',
  },
  {
    file: 'confirm-in-script-and-style', envelopeFrom: 'admin@nic.xa', to: '{{challenge-to}}',
    client: ADMIN_HOST, sign: { domain: 'nic.xa' }, outcomes: UNCLEAR,
    teaches: 'Scripts, styles, templates and plain-text elements.',
  },
  {
    file: 'confirm-struck-out', envelopeFrom: 'admin@nic.xa', to: '{{challenge-to}}',
    client: ADMIN_HOST, sign: { domain: 'nic.xa' }, outcomes: UNCLEAR,
    teaches: 'Struck out, as people do to take a word back.',
  },
  {
    file: 'confirm-in-html-blockquote', envelopeFrom: 'admin@nic.xa', to: '{{challenge-to}}',
    client: ADMIN_HOST, sign: { domain: 'nic.xa' }, outcomes: UNCLEAR,
    teaches: 'Quoted by blockquote, below the answer.',
  },
  {
    file: 'confirm-in-gmail-quote', envelopeFrom: 'admin@nic.xa', to: '{{challenge-to}}',
    client: ADMIN_HOST, sign: { domain: 'nic.xa' }, outcomes: UNCLEAR,
    teaches: 'Quoted the way Gmail does.',
  },
  {
    file: 'confirm-in-outlook-reply-block', envelopeFrom: 'admin@nic.xa', to: '{{challenge-to}}',
    client: ADMIN_HOST, sign: { domain: 'nic.xa' }, outcomes: UNCLEAR,
    teaches: "Outlook's divRplyFwdMsg, without a blockquote.",
  },
  {
    file: 'confirm-in-empty-reply', envelopeFrom: 'admin@nic.xa', to: '{{challenge-to}}',
    client: ADMIN_HOST, sign: { domain: 'nic.xa' }, outcomes: UNCLEAR,
    teaches: 'HTML only: no word of the sender, and the quoted letter.',
  },
  {
    file: 'confirm-in-attached-message', envelopeFrom: 'admin@nic.xa', to: '{{challenge-to}}',
    client: ADMIN_HOST, sign: { domain: 'nic.xa' }, outcomes: UNCLEAR,
    teaches: 'An attached mail says CONFIRM; who attached it does not.',
  },
  {
    file: 'confirm-in-attached-text-file', envelopeFrom: 'admin@nic.xa', to: '{{challenge-to}}',
    client: ADMIN_HOST, sign: { domain: 'nic.xa' }, outcomes: UNCLEAR,
    teaches: 'A text file is attached, with the word in it.',
  },
  {
    file: 'confirm-in-attached-text-first', envelopeFrom: 'admin@nic.xa', to: '{{challenge-to}}',
    client: ADMIN_HOST, sign: { domain: 'nic.xa' }, outcomes: UNCLEAR,
    teaches: 'The attached file comes before the text of the mail.',
  },
  {
    file: 'confirm-in-attached-html-file', envelopeFrom: 'admin@nic.xa', to: '{{challenge-to}}',
    client: ADMIN_HOST, sign: { domain: 'nic.xa' }, outcomes: UNCLEAR,
    teaches: 'An HTML file, saved from the mail program.',
  },
  {
    file: 'confirm-in-attached-calendar-and-card', envelopeFrom: 'admin@nic.xa',
    to: '{{challenge-to}}', client: ADMIN_HOST, sign: { domain: 'nic.xa' }, outcomes: UNCLEAR,
    teaches: 'A calendar answer and a vCard, each with the word.',
  },
  {
    file: 'confirm-in-other-text-types', envelopeFrom: 'admin@nic.xa', to: '{{challenge-to}}',
    client: ADMIN_HOST, sign: { domain: 'nic.xa' }, outcomes: UNCLEAR,
    teaches: 'text/enriched, text/rtf and text/x-something are not text that a person reads.',
  },
  {
    file: 'confirm-in-preamble-and-epilogue', envelopeFrom: 'admin@nic.xa', to: '{{challenge-to}}',
    client: ADMIN_HOST, sign: { domain: 'nic.xa' }, outcomes: UNCLEAR,
    teaches: 'Before the first and behind the last part nobody reads (RFC 2046 5.1.1).',
  },
  {
    file: 'confirm-in-part-header', envelopeFrom: 'admin@nic.xa', to: '{{challenge-to}}',
    client: ADMIN_HOST, sign: { domain: 'nic.xa' }, outcomes: UNCLEAR,
    teaches: 'The word stands in the header of a part and in a file name.',
  },
  {
    file: 'confirm-in-subject-only', envelopeFrom: 'admin@nic.xa', to: '{{challenge-to}}',
    client: ADMIN_HOST, sign: { domain: 'nic.xa' }, outcomes: UNCLEAR,
    teaches: 'The subject says CONFIRM, the text something else.',
  },
  {
    file: 'confirm-in-message-id', envelopeFrom: 'admin@nic.xa', to: '{{challenge-to}}',
    client: ADMIN_HOST, sign: { domain: 'nic.xa' }, outcomes: UNCLEAR,
    teaches: 'The Message-ID and a keyword field say CONFIRM.',
  },
  {
    file: 'confirm-in-pgp-armour', envelopeFrom: 'admin@nic.xa', to: '{{challenge-to}}',
    client: ADMIN_HOST, sign: { domain: 'nic.xa' }, outcomes: UNCLEAR,
    teaches: 'Header lines of the armour are not the text.',
  },
];
