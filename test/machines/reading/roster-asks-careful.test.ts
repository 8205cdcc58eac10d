import { describe, expect, it } from 'vitest';

import { BLIND, SECOND, THIRD } from './roster-ask-blind.ts';
import { IMAGINED } from './roster-ask-careful.ts';
import { REVIEWED, REVIEWED_PROSE } from './roster-ask-reviewed.ts';
import { entry, inShort } from './roster-ask-short.ts';

const LIST = [
  entry('Alice Jones', 'alice@nic.xa', '+1 202 555 0101', true),
  entry('Carol Brown', 'carol@nic.xa', '+1 202 555 0102'),
  entry('Luis Vega', 'luis@nic.xa', '+1 202 555 0103'),
];

describe('a mail about a list of three', () => {
  it.each(REVIEWED)('of the review is read with care: %j', (text, ...reading) => {
    expect(inShort(text, LIST)).toEqual(reading);
  });

  it.each(REVIEWED_PROSE)('of the review is no removal: %j', (text, ...reading) => {
    expect(inShort(text, LIST)).toEqual(reading);
  });

  it.each(IMAGINED)('is read with care: %j', (text, ...reading) => {
    expect(inShort(text, LIST)).toEqual(reading);
  });

  it.each(BLIND)(
    'that was written before it was read is read with care: %j',
    (text, ...reading) => {
      expect(inShort(text, LIST)).toEqual(reading);
    },
  );

  it.each(SECOND)('of the second such lot is read with care: %j', (text, ...reading) => {
    expect(inShort(text, LIST)).toEqual(reading);
  });

  it.each(THIRD)('of the third such lot is read with care: %j', (text, ...reading) => {
    expect(inShort(text, LIST)).toEqual(reading);
  });

  const ASKING = [...IMAGINED, ...BLIND, ...SECOND, ...THIRD].flatMap(([text, ...reading]) =>
    reading.length > 0 && !reading.join().includes('?') ? [text] : [],
  );

  it.each([
    'Sorry, that was wrong. Please ignore it.',
    'But we do not agree with that.',
    'Ignorez ce message.',
    'Perdón, fue un error.',
    'Desculpem, foi engano.',
    'Bitte ignorieren.',
    'Извините, это ошибка.',
    'Is that right?',
  ])('asks nothing any more when it goes on with %j', (words) => {
    const stillAsked = ASKING.filter((text) =>
      inShort(`${text}\n\n${words}`, LIST).some((read) => !read.startsWith('?')),
    );
    expect(stillAsked).toEqual([]);
  });

  const REGISTRY = [
    entry('Rosa Lind', 'rosa.lind@nic.xa', '+1 202 555 0112', true),
    entry('Téo Amaral', 'teo.amaral@nic.xa', '+1 202 555 0113'),
  ];

  it.each([
    ['Please remove everyone but Rosa Lind.', '?which-person'],
    ['Remove all but Rosa.', '?which-person'],
    ['Remove all contacts except Rosa.', '?which-person'],
    ['Alice asked us to remove Rosa Lind, but we do not agree.', ''],
    ['Please check with me before removing Téo Amaral.', ''],
    ['Somebody wants to remove Rosa, please do not do that.', ''],
    ['Rosa no longer works on weekends.', '?which-person'],
    ['Rosa Lind has left us a message for you.', ''],
    ['Téo est parti en vacances jusqu’au 3 janvier.', ''],
    ['The wife of Téo Amaral has left.', '?which-person'],
    ['REMOVE 2\n\nSorry, that was wrong. Please ignore it.', '?which-person'],
    ['Téo is no longer at +1 202 555 0113.', '?which-person'],
    ['Téo Amaral is no longer at +1 202 555 0113, he has a new number soon.', '?which-person'],
    ['Please remove Téo Amaral from the workshop list.', '?which-person'],
    ['Please remove Téo Amaral from Cc.', ''],
    ['Please remove contact 1. Contact 2 has left too.', 'remove rosa.lind,remove teo.amaral'],
    ['Please remove contact 1. Contact 2 goes as well.', 'remove rosa.lind,?which-person'],
    ['Please remove Rosa Lind and Téo Amaral from the list.', 'remove rosa.lind,remove teo.amaral'],
    [
      'ADD\n\nFirst name: Rosa\nLast name: Lind\nE-mail: rosa.lind@other.example\nPhone: +1 202 555 0199',
      '?which-person',
    ],
    ['Please remove Téo Amaral.', 'remove teo.amaral'],
  ])('about Rosa and Téo is read with care: %j', (text, reading) => {
    expect(inShort(text, REGISTRY).join()).toBe(reading);
  });
});
