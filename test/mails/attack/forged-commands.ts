/** Commands of people who are no Validators, and old ones of people who are. */

import type { AttackMail } from '../expected.ts';
import {
  FACELESS,
  FORGED,
  MALLORY,
  MINISTRY_HOST,
  NO_COMMAND,
  NO_VALIDATOR,
  TWO_FROM,
  VALIDATE,
  VALIDATOR_HOST,
} from './parts.ts';

export const FORGED_COMMANDS: readonly AttackMail[] = [
  {
    file: 'approve-forged-without-token', envelopeFrom: 'val1@ccnso.example', to: VALIDATE,
    outcomes: FORGED,
    teaches: "The Validator's address, forged, and no token: nothing runs, all are told.",
  },
  {
    file: 'approve-forged-with-signature-of-the-attacker', envelopeFrom: 'val1@ccnso.example',
    to: VALIDATE, sign: { domain: 'attacker.example' }, outcomes: FORGED,
    teaches: 'The same with a signature of attacker.example.',
  },
  {
    file: 'approve-forged-with-wrong-token', envelopeFrom: 'val1@ccnso.example', to: VALIDATE,
    outcomes: FORGED,
    teaches: 'A token of the right form that was never given out.',
  },
  {
    file: 'approve-forged-with-challenge-token', envelopeFrom: 'val1@ccnso.example', to: VALIDATE,
    outcomes: FORGED,
    teaches: 'The token of the challenge is no token of a queue letter.',
  },
  {
    file: 'approve-forged-with-used-token', envelopeFrom: 'val1@ccnso.example', to: VALIDATE,
    outcomes: [...FORGED, 'refused command-stale', 'refused command-refused'],
    teaches: 'A token that was used before.',
  },
  {
    file: 'approve-forged-with-results', envelopeFrom: 'val1@ccnso.example', to: VALIDATE,
    outcomes: FORGED,
    teaches: 'Authentication-Results of our own host say that it is the Validator.',
  },
  {
    file: 'approve-forged-with-seal', envelopeFrom: 'val1@ccnso.example', to: VALIDATE,
    seal: { domain: 'stranger.example', authResults: 'mx.stranger.example; dmarc=pass header.from=ccnso.example' },
    outcomes: FORGED,
    teaches: "A stranger's ARC seal vouches for the Validator.",
  },
  {
    file: 'approve-forged-l-zero', envelopeFrom: 'val1@ccnso.example', to: VALIDATE,
    sign: { domain: 'ccnso.example', bodyLength: 0 }, outcomes: FORGED,
    teaches: 'ccnso.example signed a mail with l=0, once.',
  },
  {
    file: 'approve-forged-without-signed-from', envelopeFrom: 'val1@ccnso.example', to: VALIDATE,
    sign: { domain: 'ccnso.example', withoutFrom: true }, outcomes: FORGED,
    teaches: 'A signature of ccnso.example that does not cover From.',
  },
  {
    file: 'approve-forged-without-client-knowledge', envelopeFrom: 'val1@ccnso.example',
    to: VALIDATE, outcomes: FORGED,
    teaches: 'The look of the real answer: client, thread, quotation; no token.',
  },
  {
    file: 'approve-by-a-stranger', envelopeFrom: MALLORY, to: VALIDATE,
    sign: { domain: 'attacker.example' }, outcomes: NO_VALIDATOR,
    teaches: 'A stranger commands, under their own proven name.',
  },
  {
    file: 'approve-by-the-admin-contact', envelopeFrom: 'domains@ministry.example', to: VALIDATE,
    client: MINISTRY_HOST, outcomes: NO_VALIDATOR,
    teaches: 'The Admin Contact approves their own request.',
  },
  {
    file: 'approve-with-validator-in-display-name', envelopeFrom: MALLORY, to: VALIDATE,
    sign: { domain: 'attacker.example' }, outcomes: NO_VALIDATOR,
    teaches: 'The Validator is the display name.',
  },
  {
    file: 'approve-with-validator-as-sender', envelopeFrom: MALLORY, to: VALIDATE,
    sign: { domain: 'attacker.example' }, outcomes: NO_VALIDATOR,
    teaches: 'Sender and Reply-To name the Validator.',
  },
  {
    file: 'approve-with-validator-in-copy', envelopeFrom: MALLORY, to: VALIDATE,
    sign: { domain: 'attacker.example' }, outcomes: NO_VALIDATOR,
    teaches: 'The Validator stands in Cc, which proves nothing.',
  },
  {
    file: 'approve-with-two-from-fields', envelopeFrom: MALLORY, to: VALIDATE,
    sign: { domain: 'attacker.example' }, outcomes: TWO_FROM,
    teaches: 'Two From fields, one of them the Validator.',
  },
  {
    file: 'approve-with-two-mailboxes', envelopeFrom: MALLORY, to: VALIDATE,
    sign: { domain: 'attacker.example' }, outcomes: FACELESS,
    teaches: 'Both Validators in one From field.',
  },
  {
    file: 'approve-from-look-alike', envelopeFrom: MALLORY, to: VALIDATE,
    sign: { domain: 'attacker.example' }, outcomes: NO_VALIDATOR,
    teaches: "Addresses one letter away from the Validator's.",
  },
  {
    file: 'approve-from-cyrillic-look-alike', envelopeFrom: MALLORY, to: VALIDATE,
    sign: { domain: 'attacker.example' }, outcomes: [...NO_VALIDATOR, ...FACELESS],
    teaches: 'A Cyrillic letter in the domain of the Validators.',
  },
  {
    file: 'approve-from-plus-tag', envelopeFrom: MALLORY, to: VALIDATE,
    sign: { domain: 'attacker.example' }, outcomes: NO_VALIDATOR,
    teaches: 'val1+x is another address.',
  },
  {
    file: 'approve-from-quoted-validator', envelopeFrom: MALLORY, to: VALIDATE,
    sign: { domain: 'attacker.example' }, outcomes: [...NO_VALIDATOR, ...FACELESS],
    teaches: "The Validator's address as a quoted local part.",
  },
  {
    file: 'freeze-forged', envelopeFrom: 'val1@ccnso.example', to: VALIDATE, outcomes: FORGED,
    teaches: 'FREEZE needs no token, but proof of who wrote it.',
  },
  {
    file: 'unfreeze-forged', envelopeFrom: 'val1@ccnso.example', to: VALIDATE, outcomes: FORGED,
    teaches: 'UNFREEZE as well.',
  },
  {
    file: 'ask-forged', envelopeFrom: 'val1@ccnso.example', to: VALIDATE, outcomes: FORGED,
    teaches: "ASK would send the attacker's text to the Admin Contact in our name.",
  },
  {
    file: 'help-forged', envelopeFrom: 'val1@ccnso.example', to: VALIDATE, outcomes: FORGED,
    teaches: 'Even HELP is not answered to a forger: an address must not be flooded in our name.',
  },
  {
    file: 'fifty-commands-forged', envelopeFrom: 'val1@ccnso.example', to: VALIDATE,
    outcomes: FORGED,
    teaches: 'Fifty commands at once.',
  },
  {
    file: 'captured-chat-of-the-validator', envelopeFrom: 'val1@ccnso.example', to: VALIDATE,
    sign: { domain: 'ccnso.example' },
    outcomes: [...NO_COMMAND, 'refused command-refused', ...FORGED],
    teaches: 'A signed mail of the Validator to somebody else, sent on to us.',
  },
  {
    file: 'captured-mail-with-new-subject-field', envelopeFrom: 'val1@ccnso.example', to: VALIDATE,
    sign: { domain: 'ccnso.example' }, outcomes: NO_COMMAND,
    teaches: 'The command stands in a new Subject field above the signed one.',
  },
  {
    file: 'captured-unfreeze', envelopeFrom: 'val1@ccnso.example', to: VALIDATE,
    sign: { domain: 'ccnso.example' },
    outcomes: ['refused command-refused', 'refused command-stale', ...FORGED],
    teaches: "Last month's UNFREEZE, signed and all, with a new Message-ID above it.",
  },
  {
    file: 'captured-freeze', envelopeFrom: 'val1@ccnso.example', to: VALIDATE,
    sign: { domain: 'ccnso.example' },
    outcomes: ['refused command-refused', 'refused command-stale', ...FORGED],
    teaches: 'An old FREEZE of a drill, sent once more by somebody who saw it.',
  },
  {
    file: 'approve-with-true-token-by-a-stranger', envelopeFrom: MALLORY, to: '{{validate-to}}',
    sign: { domain: 'attacker.example' }, outcomes: NO_VALIDATOR,
    teaches: 'The true token of the queue letter, stolen; but the thief is no Validator.',
  },
  {
    file: 'approve-with-true-token-at-the-owner-address', envelopeFrom: MALLORY,
    to: 'tld-ops-owner@lists.example', sign: { domain: 'attacker.example' },
    outcomes: [...NO_VALIDATOR, 'held passed-on'],
    teaches: 'The same at an address that passes mail on to people.',
  },
  {
    file: 'approve-with-true-token-by-the-requester', envelopeFrom: 'domains@ministry.example',
    to: '{{validate-to}}', client: MINISTRY_HOST, outcomes: NO_VALIDATOR,
    teaches: 'The Admin Contact of .xc has got hold of the queue letter.',
  },
  {
    file: 'approve-with-token-of-the-other-validator', envelopeFrom: 'val2@ccnso.example',
    to: '{{validate-to}}', client: VALIDATOR_HOST, sign: { domain: 'ccnso.example' },
    outcomes: ['refused command-refused', 'refused command-stale'],
    teaches: "Victor answers Vera's letter: her token is not his.",
  },
  {
    file: 'approve-forged-with-token-of-the-other-validator', envelopeFrom: 'val2@ccnso.example',
    to: '{{validate-to}}', outcomes: FORGED,
    teaches: "A forger in Victor's name has Vera's token.",
  },
];
