/** CONFIRM in the yearly check says that nothing is to change: beside a wish it does not count. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBody } from '../../../src/machines/reading/body.ts';
import { type CheckConsent, readCheckConsent } from '../../../src/machines/reading/check-answer.ts';

const NAMES = ['Rosa Lind', 'Téo', 'Amaral'];
const said = (text: string, html?: string): CheckConsent =>
  readCheckConsent(readBody({ text, ...(html === undefined ? {} : { html }) }), NAMES);

describe('CONFIRM', () => {
  it.each([
    'CONFIRM',
    'Confirm.\n\nThanks\nTéo',
    'confirm, thanks\n\nTeo Amaral',
    'Hello,\n\nCONFIRM\n\nRosa',
    'Dear Vera,\nCONFIRM\n\nMany thanks',
    'CONFIRM abcd-1234-efgh-5678-ijkl-9012-mn',
    'CONFIRM\n\nKind regards,\nRosa Lind\nNIC .xa\n+1 202 555 0101',
    'CONFIRM\n\n-- \nRosa Lind, NIC .xa, +1 202 555 0101',
    'CONFIRM\n\n> CONFIRM\n> If something is wrong, remove it.',
    'CONFIRM\n\nAll data are right.',
    'Everything is still correct.\n\nCONFIRM',
    'Change nothing.\n\nCONFIRM',
    'No changes.\nCONFIRM',
    'Leave it.\n\nCONFIRM',
    'Leave everything as it is.\n\nCONFIRM\n\nRosa',
    'CONFIRM\n\nСпасибо',
    'CONFIRM\n\n谢谢',
  ])('%j is a word that counts', (text) => {
    expect(said(text)).toBe('confirm');
  });

  it.each([
    'CONFIRM\n\nREMOVE teo.amaral@nic.xa',
    'CONFIRM\n\nRemove Teo Amaral',
    'CONFIRM\n\nRemove Teo',
    'Hello Remove Teo,\n\nCONFIRM',
    'CONFIRM\n\nchange phone +1 202 555 0199',
    'CONFIRM\n\nMy new phone: +1 202 555 0199',
    'CONFIRM\n\n202 555 0199',
    'CONFIRM 2025550199',
    'CONFIRM\n\nBut Teo Amaral left us in May, please take him off the list.',
    'CONFIRM\n\nTéo left.',
    'CONFIRM\n\nPor favor, quiten a Teo Amaral.',
    'CONFIRM\n\n请删除 Teo',
    'CONFIRM\n\nУдалите Teo',
    'CONFIRM\n\nInes Faro',
    'CONFIRM\n\nE-mail: ines.faro@nic.xa',
    'CONFIRM\n\nAll data are right, but my phone is new.',
  ])('%j says more than that', (text) => {
    expect(said(text)).not.toBe('confirm');
  });

  it('must stand alone in both parts of a mail', () => {
    expect(said('CONFIRM', '<p>CONFIRM</p>')).toBe('confirm');
    expect(said('CONFIRM', '<p>CONFIRM</p><p>Take Téo off the list.</p>')).toBe('more');
    expect(said('Change nothing.\n\nCONFIRM', '<p>Take Téo off.</p><p>CONFIRM</p>')).not.toBe(
      'confirm',
    );
  });
});

it.each<[string, CheckConsent]>([
  ['REJECT\n\nMy phone is new.', 'reject'],
  ['Change nothing.\n\nREJECT', 'reject'],
  ['Change nothing.\n\nWe did not ask for this.\n\nCONFIRM', 'unclear'],
  ['Nothing is right.\n\nCONFIRM', 'unclear'],
  ['Change nothing.', 'none'],
  ['', 'none'],
])('%j says %s', (text, expected) => {
  expect(said(text)).toBe(expected);
});

it('no word that we do not know may stand beside CONFIRM, and nothing throws', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(['none', 'unclear', 'confirm', 'more', 'reject']).toContain(said(text));
      expect(said(`CONFIRM\n\nzuxquory ${text}`)).not.toBe('confirm');
    }),
  );
});
