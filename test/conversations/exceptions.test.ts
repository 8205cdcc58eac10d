/** The exceptional paths of the services (facts A6) that no other conversation plays. */

import { expect, test } from 'vitest';
import { ADMIN, form, MINISTRY, type Person, record, ROSA, VAL1 } from '../support/people.ts';
import { openStage } from '../support/stage.ts';

/** Somebody at a mail system that publishes nothing. */
function personAt(name: string, address: string): Person {
  return { ...MINISTRY, mailbox: `${name} <${address}>`, address };
}

test.each([
  ['bcc', {}],
  ['reply-to', { 'Reply-To': 'Nic XA <admin@nic.xa>' }],
  ['sender', { Sender: 'admin@nic.xa', 'Resent-From': 'admin@nic.xa' }],
] as const)('the Admin Contact in %s alone does not count', async (_, headers) => {
  const talk = await openStage({
    title: 'Not visible',
    teaches: 'Bcc and Reply-To prove nothing.',
  });
  await talk.mail({ from: ROSA, subject: 'TLD-OPS', text: form('xa'), headers });
  expect(await talk.outcome()).toBe('human answered not-admin');
  expect(talk.sent()).toEqual(['how-to to rosa.lind@mailbox.example']);
  expect(await talk.state()).toBe('no such case');
});

test('the Admin Contact in To counts as in Cc', async () => {
  const talk = await openStage({ title: 'In To', teaches: 'To counts like Cc.' });
  const headers = { To: 'tld-ops-join@lists.example, Nic XA <admin@nic.xa>' };
  await talk.mail({ from: ROSA, subject: 'TLD-OPS', text: form('xa'), headers });
  expect(await talk.state()).toBe('challenged E1');
});

test('a shared address is asked back, and a Validator may make an exception', async () => {
  const talk = await openStage({
    title: 'A role address, and an exception',
    teaches:
      'The second contact is a desk, security@nic.xa. The Admin Contact is asked three times and says ' +
      'each time that this is the right one. Then a Validator looks at it, and makes an exception.',
  });
  const text = form('xa').replace('teo.amaral@nic.xa', 'security@nic.xa');
  await talk.mail({ from: ADMIN, subject: 'Our contacts', text });
  for (let round = 1; round <= 3; round += 1) {
    expect(await talk.state()).toBe('needs-details E3');
    await talk.reply(talk.letter('clarify', ADMIN), {
      from: ADMIN,
      text: `It is right, we all read it.\n\n${text}`,
    });
  }
  expect(await talk.state()).toBe('queued E3');
  const queued = talk.letter('queue', VAL1);
  expect(queued.mail.text).toContain('STILL MISSING');
  await talk.reply(queued, { from: VAL1, text: 'APPROVE 1001 .xa' });
  expect(await talk.roster()).toEqual(['.xa rosa.lind@nic.xa (primary)', '.xa security@nic.xa']);
  await expect(await talk.story()).toMatchFileSnapshot('role-address-exception.transcript');
});

test('of more than three people none is taken: which three is asked', async () => {
  const talk = await openStage({
    title: 'Four people',
    teaches: 'Which three are meant is not ours to choose.',
  });
  const more = [3, 4].map(
    (number) =>
      `Contact ${number}\nFirst name: Ines\nLast name: Sol${number}\n` +
      `E-mail: ines${number}@nic.xa\nPhone: +1 202 555 011${number + 1}`,
  );
  await talk.mail({
    from: ADMIN,
    subject: 'Our contacts',
    text: [form('xa'), ...more].join('\n\n'),
  });
  expect(await talk.state()).toBe('needs-details E3');
  expect(talk.letter('clarify').mail.text).toContain('more than three contacts');
  await talk.reply(talk.letter('clarify'), { from: ADMIN, text: form('xa') });
  expect(await talk.state()).toMatch(/^queued E[34]$/);
  await expect(await talk.story()).toMatchFileSnapshot('four-people.transcript');
});

test('one contact is below the target, said plainly and not refused', async () => {
  const talk = await openStage({
    title: 'Only one contact, who is the Admin Contact too',
    teaches:
      'One person is better than nobody. The Validator sees that there is only one, and that one mailbox ' +
      'asks and is asked.',
    registry: [record('xd', 'Kingdom of Xd', 'jana.moor@backend.example')],
  });
  const jana = personAt('Jana Moor', 'jana.moor@backend.example');
  const [one = ''] = form('xd').replace('rosa.lind@nic.xd', jana.address).split('\n\nContact 2');
  await talk.mail({ from: jana, subject: 'Our contact', text: one });
  await talk.reply(talk.letter('challenge'), { from: jana, text: 'CONFIRM' });
  const queued = talk.letter('queue', VAL1);
  expect(queued.mail.text).toContain('only one contact');
  expect(queued.mail.text).toContain('has the address of the Admin Contact');
  await talk.reply(queued, { from: VAL1, text: 'APPROVE 1001 .xd' });
  expect(await talk.roster()).toEqual(['.xd jana.moor@backend.example (primary)']);
  await expect(await talk.story()).toMatchFileSnapshot('only-one.transcript');
});

test('an Admin Contact of another organisation, and a contractor as contact, are flagged', async () => {
  const back = record('xd', 'Kingdom of Xd', 'desk@backend.example');
  const admin = { ...back.admin, organisation: 'Back-End Operator Ltd' };
  const talk = await openStage({
    title: 'An agency asks',
    teaches:
      'The Admin Contact works for the back-end operator and names contractors. Nothing is refused for ' +
      'that; the Validator sees it.',
    registry: [{ ...back, admin }],
  });
  const desk = personAt('Desk', 'desk@backend.example');
  await talk.mail({ from: desk, subject: '.xd', text: form('xd', 'contractor.example') });
  await talk.reply(talk.letter('challenge'), { from: desk, text: 'CONFIRM' });
  expect(talk.letter('queue', VAL1).mail.text).toContain('Back-End Operator Ltd');
  expect(await talk.state()).toBe('queued E4');
});

test.each(['рф', 'xn--p1ai', '.рф (xn--p1ai)'])(
  'a ccTLD in its own script may be written %s',
  async (name) => {
    const idn = record('xn--p1ai', 'Coordination Centre', 'admin@cc.example');
    const talk = await openStage({
      title: 'An IDN ccTLD',
      teaches: 'Both labels are shown.',
      registry: [idn],
    });
    const admin = personAt('CC', 'admin@cc.example');
    const text = form('xa').replace('ccTLD: .xa', `ccTLD: ${name}`);
    await talk.mail({ from: admin, subject: 'Contacts', text });
    expect(await talk.state()).toBe('challenged E2');
    expect(talk.letter('challenge').mail.text).toContain('.рф (xn--p1ai)');
  },
);

test('an organisation that is no ccTLD learns that the list is not for it', async () => {
  const talk = await openStage({
    title: 'A company asks to join',
    teaches: 'The list is for ccTLDs only. The answer is polite, and says how a ccTLD would do it.',
  });
  await talk.mail({
    from: ROSA,
    subject: 'Membership',
    text: 'Dear team,\n\nwe run the CERT of a bank and the gTLD .shop, and want to join your list.',
  });
  expect(await talk.outcome()).toBe('human answered no-cctld');
  expect(talk.letter('how-to').mail.text).toContain('is only for ccTLDs');
  await expect(await talk.story()).toMatchFileSnapshot('not-a-cctld.transcript');
});

test.each(['PRIMARY 1', 'Rosa Lind is the primary contact.'])(
  'who is called first is asked alone, and answered in one line: %s',
  async (text) => {
    const talk = await openStage({
      title: 'Whom to call first',
      teaches:
        'Two people are named, and nothing says who is the primary. Only that is asked, with the words to copy.',
    });
    await talk.mail({
      from: ADMIN,
      subject: '.xa',
      text: form('xa').replace('Contact 1 (primary)', 'Contact 1'),
    });
    expect(await talk.state()).toBe('needs-details E3');
    expect(talk.letter('clarify').mail.text).toContain('PRIMARY 2');
    await talk.reply(talk.letter('clarify'), { from: ADMIN, text });
    expect(await talk.state()).toMatch(/^queued E[34]$/);
    expect(talk.letter('queue', VAL1).mail.text).toContain('Rosa Lind (primary)');
    if (text.startsWith('PRIMARY'))
      await expect(await talk.story()).toMatchFileSnapshot('whom-to-call-first.transcript');
  },
);
