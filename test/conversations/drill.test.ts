/** A drill: everybody on the list is asked to answer, and those who run the list learn who did, how fast. */

import { expect, test } from 'vitest';
import { CHAIR, forgedBy, MALLORY, ROSA_SSC, TEO_SSC, VAL1, VAL2 } from '../support/people.ts';
import { order, subscribed, subscribedTwice } from '../support/subscribed.ts';

const DRILLS = ['drill to rosa.lind@nic.xa', 'drill to teo.amaral@nic.xa'];

test('everybody is asked, some answer, and all learn how many', async () => {
  const talk = await subscribedTwice({
    title: 'A drill',
    teaches:
      'Vera begins an exercise; Victor, an hour later, learns that one runs. Rosa answers at once, from her ' +
      'private mailbox: the code went to her address only. Téo’s absence notice does not count, and he comes ' +
      'too late. Validators and Committee get the report, the two who were asked the counts. Late is noted.',
  });
  talk.begin('Rosa and Téo are on the list, as contacts for .xa and .xb.');
  await talk.mail(order(VAL1, 'DRILL In a real case we would ask for your logs now.'));
  expect(await talk.outcome()).toBe('human advanced drill-opened');
  expect(talk.sent()).toEqual([...DRILLS, 'transcript to val1@ccnso.example'].toSorted());
  await talk.advance('1 hour');
  await talk.mail(order(VAL2, 'DRILL'));
  expect(await talk.outcome()).toBe('human refused command-refused');
  const home = {
    ...ROSA_SSC,
    mailbox: 'Rosa <rosa@isp.example>',
    address: 'rosa@isp.example',
    signs: false,
  };
  await talk.reply(talk.letter('drill', ROSA_SSC), { from: home, text: 'Here\n\nRosa' });
  expect(await talk.outcome()).toBe('human advanced drill-answered');
  await talk.mail({
    from: TEO_SSC,
    to: talk.letter('drill', TEO_SSC).envelopeFrom,
    subject: 'Out of office',
    text: 'HERE',
    headers: { 'Auto-Submitted': 'auto-replied' },
  });
  expect(talk.sent()).toEqual([]);
  await talk.advance('1 day');
  expect(talk.sent()).toEqual([
    'drill-over to rosa.lind@nic.xa',
    'drill-over to teo.amaral@nic.xa',
    `drill-report to ${CHAIR.address}`,
    'drill-report to val1@ccnso.example',
    'drill-report to val2@ccnso.example',
  ]);
  const report = talk.letter('drill-report', CHAIR).mail.text;
  expect(report).toContain('people who answered: 1 of 2');
  expect(report).toContain('ccTLDs from which somebody answered: 2 of 2');
  expect(report).toContain('Africa: 1 of 2 people');
  expect(talk.letter('drill-over', TEO_SSC).mail.text).not.toContain('Rosa');
  await talk.reply(talk.letter('drill', TEO_SSC), { from: TEO_SSC, text: 'HERE' });
  expect(await talk.outcome()).toBe('human advanced drill-late');
  expect(talk.sent()).toEqual([]);
  await talk.mail(order(VAL2, 'DRILL'));
  expect(await talk.outcome()).toBe('human advanced drill-opened');
  await expect(await talk.story()).toMatchFileSnapshot('drill.transcript');
});

test('nobody but a proven Validator begins a drill, and nobody answers for another', async () => {
  const talk = await subscribed({
    title: 'A drill and people who mean no good',
    teaches:
      'Mallory begins a drill in Vera’s name: nothing runs. When one runs, he writes to the list in Rosa’s ' +
      'name, without the code; a quoted word counts as little as one in the middle of a sentence. An answer ' +
      'to everybody goes to nobody. The same answer twice is one.',
  });
  talk.begin('Rosa and Téo are on the list, as contacts for .xa.');
  await talk.mail(order(forgedBy(MALLORY, VAL1), 'DRILL'));
  expect(await talk.outcome()).toBe('human refused command-forged');
  expect(talk.everyLetter().filter((one) => one.startsWith('drill'))).toEqual([]);
  await talk.mail(order(VAL1, 'DRILL now?'));
  expect(await talk.outcome()).toBe('human refused command-unknown');
  await talk.mail(order(VAL1, 'DRILL\nDRILL'));
  expect(talk.everyLetter().filter((one) => one.startsWith('drill'))).toEqual([]);
  await talk.mail(order(VAL1, 'drill'));
  const letter = talk.letter('drill', ROSA_SSC);
  const request = 'tld-ops-request@lists.example';
  await talk.mail({
    from: forgedBy(MALLORY, ROSA_SSC),
    to: request,
    subject: letter.mail.subject.replace(/\[.*\]/, ''),
    text: 'HERE',
  });
  expect(await talk.outcome()).toBe('human held passed-on');
  await talk.reply(letter, { from: ROSA_SSC, text: '> HERE' });
  expect(await talk.outcome()).toBe('human noted consent-unclear');
  await talk.reply(letter, { from: ROSA_SSC, text: 'Here is what I think of exercises.' });
  expect(await talk.outcome()).toBe('human held consent-unclear');
  expect(talk.sent()).toContain('check-again to rosa.lind@nic.xa');
  await talk.reply(letter, { from: ROSA_SSC, to: 'tld-ops@lists.example', text: 'HERE' });
  expect(await talk.outcome()).toBe('human advanced drill-answered');
  expect(talk.copies()).toEqual([]);
  await talk.reply(letter, { from: ROSA_SSC, text: 'HERE' });
  expect(await talk.outcome()).toBe('human noted check-again');
  await talk.advance('25 hours');
  expect(talk.letter('drill-report', VAL1).mail.text).toContain('people who answered: 1 of 2');
  await expect(await talk.story()).toMatchFileSnapshot('drill-hostile.transcript');
});
