/** What shows that a mailbox is read: the word that was asked for, or a mail that is proven; never just any text. */

import { describe, expect, it } from 'vitest';
import type { FoundToken } from '../../src/machines/facts.ts';
import { decideProbeAnswer, whoIsAlive } from '../../src/machines/sign-of-life.ts';
import type { TokenPurpose } from '../../src/machines/words/token.ts';
import { address, mailFacts, settings } from '../support/facts.ts';

const TEO = address('teo.amaral@nic.xa');
const ELSEWHERE = address('teo@isp.example');

function token(purpose: TokenPurpose, status: FoundToken['status'] = 'open'): FoundToken {
  return { id: 1, caseId: 0, purpose, addressee: TEO, digest: '', status };
}

function writes(words: string, from = ELSEWHERE, proven = false) {
  return { ...mailFacts({ from, proven }), words };
}

const OK = [
  'OK',
  'ok',
  'Ok, thank you',
  'Okay.',
  '"OK"',
  '- OK',
  '* OK *',
  'Hello,\n\nOK\n\nTéo',
  'OK I get your mail 147e-5bvd-50c1-w4h4-j4gn-21bm-30',
  'I get your mail:  OK',
  'OK!!!',
  'ＯＫ',
  'ОК, спасибо',
];

const NOT_OK = [
  'OK, Téo left the company',
  'Ok: your ticket has been created',
  '[OK] received',
  '',
  'no',
  'No.',
  'Téo Amaral no longer works here.',
  'This mailbox is not monitored.',
  'Your request has been received. Ticket #4711 was opened.',
  'Ihre Nachricht ist eingegangen.',
  'Not OK',
  'Is it OK?',
  'OK, but Téo does not work here any more',
  'OK nobody reads this mailbox',
  'OKsana has this mailbox now',
  'ok-bot has seen your mail',
  'Thanks!',
  '4kq7-w2mz-0000',
];

describe('an answer to the letter that asks for one', () => {
  it.each(OK)('%j shows that it was read', (words) => {
    const alive = whoIsAlive(writes(words), token('probe'), []);
    expect(alive).toEqual({ address: TEO, how: 'probe' });
  });

  it.each(NOT_OK)('%j shows nothing', (words) => {
    expect(whoIsAlive(writes(words), token('probe'), [])).toBeUndefined();
  });

  it('shows nothing with a code that was used or is too old', () => {
    for (const status of ['used', 'expired', 'revoked'] as const)
      expect(whoIsAlive(writes('OK'), token('probe', status), [])).toBeUndefined();
  });

  it.each([
    ['OK', 0],
    ['OK, thanks', 0],
    ['', 0],
    ['Thanks!', 2],
    ['no', 2],
    ['OK\n\nPlease call me.', 2],
    ['Téo Amaral no longer works here.', 2],
  ])('%j is passed on to so many Validators: %d', (words, letters) => {
    const facts = { mail: writes(words), settings: settings(), tokens: [] };
    expect(decideProbeAnswer(facts).letters).toHaveLength(letters);
  });
});

describe('another mail', () => {
  it('shows it when it is proven, whatever it says', () => {
    const alive = whoIsAlive(writes('show', TEO, true), undefined, []);
    expect(alive).toEqual({ address: TEO, how: 'mail' });
  });

  it.each([
    ['CONFIRM', 'own', 'code'],
    ['OK', 'post', 'code'],
    ['REJECT', 'own', 'code'],
    ['This mailbox is not monitored.', 'own', undefined],
    ['This mailbox is not monitored.', 'post', undefined],
    ['CONFIRM', 'objection', undefined],
  ] as const)('%j with the code of a letter of the kind "%s": %s', (words, purpose, how) => {
    const alive = whoIsAlive(writes(words, TEO), undefined, [token(purpose)]);
    expect(alive?.how).toBe(how);
  });

  it('shows nothing of a mailbox that it does not come from', () => {
    expect(whoIsAlive(writes('CONFIRM'), undefined, [token('own')])).toBeUndefined();
  });
});
