import { describe, expect, it } from 'vitest';

import { FORM_TEXT } from '../../../src/machines/words/form-text.ts';
import { ANA, FILLED, LUIS, quoted, read, short } from './form-text.ts';

describe('the blank form', () => {
  it('fits a letter', () => {
    expect(FORM_TEXT.split('\n').every((line) => line.length <= 72)).toBe(true);
  });

  it('holds nobody, in own text and quoted', () => {
    const nobody = {
      cctlds: [],
      together: true,
      apart: false,
      contacts: [],
      quotedOnly: false,
      leftover: '',
      warnings: [],
    };
    expect(read(FORM_TEXT)).toEqual(nobody);
    expect(read(quoted(FORM_TEXT), true)).toEqual(nobody);
  });
});

describe('the filled form', () => {
  it('gives the contacts, each field with its source', () => {
    const { cctlds, contacts, quotedOnly, leftover } = read(`Here they are.\n\n${FILLED}`);
    expect({ cctlds, quotedOnly, leftover }).toEqual({
      cctlds: ['xa'],
      quotedOnly: false,
      leftover: 'Here they are.',
    });
    expect(contacts[0]).toEqual({
      number: 1,
      numbered: true,
      firstName: 'Ana',
      lastName: 'Beta',
      address: 'ana@nic.xa',
      phones: [{ raw: '+44 20 7946 0001', e164: '+442079460001' }],
      primary: true,
      sources: [
        { field: 'firstName', line: 'First name: Ana', where: 'own' },
        { field: 'lastName', line: 'Last name: Beta', where: 'own' },
        { field: 'address', line: 'E-mail: ana@nic.xa', where: 'own' },
        { field: 'phone', line: 'Phone: +44 20 7946 0001', where: 'own' },
      ],
    });
    expect(short(FILLED)).toEqual([ANA, LUIS]);
  });

  it('counts inside our quoted form only for an answer to that form', () => {
    const reply = `Done, see below.\n\nOn Monday, TLD-OPS wrote:\n> Please fill in:\n>\n${quoted(FILLED)}`;
    expect(short(reply, true)).toEqual([ANA, LUIS]);
    expect(read(reply, true).contacts[0]?.sources[0]).toEqual({
      field: 'firstName',
      line: '> First name: Ana',
      where: 'inline',
    });
    expect(read(reply, true).leftover).toBe('Done, see below.');
    expect(read(reply)).toMatchObject({
      contacts: [],
      cctlds: [],
      quotedOnly: true,
      leftover: 'Done, see below.',
    });
  });

  it('counts below an Outlook separator, without quote marks, for an answer to that form', () => {
    const reply = `See below.\n\n-----Original Message-----\nFrom: TLD-OPS\nSent: Monday\nTo: Ana\nSubject: x\n\nPlease fill in:\n\n${FILLED}`;
    expect(short(reply, true)).toEqual([ANA, LUIS]);
    expect(read(reply)).toMatchObject({ contacts: [], quotedOnly: true });
  });

  it('counts with the answers on own lines under the quoted labels', () => {
    const reply = [
      '> ccTLD:',
      '.xa',
      '> Contact 1 (primary)',
      '> First name:',
      'Ana',
      '> Last name:',
      '',
      'Beta',
      '',
      '> E-mail:',
      'ana@nic.xa',
      '> Phone:',
      '+44 20 7946 0001',
      '>',
      '> Contact 2',
      '> First name:',
      '> Last name:',
      '> E-mail:',
      '> Phone:',
      '> Kind regards, TLD-OPS',
      '',
      'Best regards, Ana',
    ].join('\n');
    expect(short(reply, true)).toEqual([ANA]);
    expect(read(reply, true)).toMatchObject({ cctlds: ['xa'], leftover: 'Best regards, Ana' });
    expect(read(reply)).toMatchObject({ contacts: [], cctlds: [], quotedOnly: false });
  });

  it('does not take a closing line for the value of the last quoted label', () => {
    expect(
      short('> Contact 1\n> First name: Ana\n> Phone:\nBest regards,\nAna Beta', true),
    ).toEqual(['1 ; Ana| ;  ;  ; ']);
  });

  it('prefers own text to the quoted form, and joins the two when they agree', () => {
    const reply = `Contact 1\nName: Ana Beta\n\nOn x, TLD-OPS <a@lists.example> wrote:\n${quoted(FILLED)}`;
    expect(short(reply, true)[0]).toBe('1 ; Ana|Beta ; ana@nic.xa ; +44 20 7946 0001 ; true');
    const other = `Contact 1\nName: Eva Delta\nE-mail: eva@nic.xa\n\n${quoted(FILLED)}`;
    expect(short(other, true)).toEqual([
      '1 ; Eva|Delta ; eva@nic.xa ;  ; ',
      '3 ; Ana|Beta ; ana@nic.xa ; +44 20 7946 0001 ; true',
      LUIS,
    ]);
  });

  it('never counts in a forward, a signature, or an older mail of the thread', () => {
    for (const text of [
      `FYI\n\nBegin forwarded message:\n\n${FILLED}`,
      `Yes.\n-- \n${FILLED}`,
      `Yes.\n${quoted(quoted(FILLED))}`,
      `Yes.\n-----Original Message-----\nFrom: a\nSent: b\nTo: c\n\nok\n\n-----Original Message-----\nFrom: b\nSent: b\nTo: c\n\n${FILLED}`,
    ]) {
      expect(read(text, true)).toMatchObject({ contacts: [], cctlds: [] });
    }
  });

  it('does not take the signature in a thread for a form', () => {
    const thread =
      'Yes.\n-- \nName: Ana Beta\nTel: +44 20 7946 0001\n\n> Regards\n> Tel: +44 20 7946 0009\n> E-mail: office@nic.xa';
    expect(read(thread)).toMatchObject({ contacts: [], quotedOnly: false, leftover: 'Yes.' });
  });

  it('does not take what a letter shows of a case for a field', () => {
    const letter =
      '  1. E-mail: evil@evil.example (primary)\n     - Phone: +44 20 7946 0666\n     … Name: Eve Evil';
    expect(short(quoted(letter), true)).toEqual([]);
    expect(short(`ok\n-----Original Message-----\n${letter}`, true)).toEqual([]);
  });
});
