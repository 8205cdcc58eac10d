/** `tldops read` shows what is read in a mail, and needs no database for it. */

import { expect, it } from 'vitest';
import { runCli } from './support/cli.ts';
import { mailText } from './support/mail-text.ts';
import { form } from './support/people.ts';

const ENV = { TLDOPS_DOMAIN: 'lists.example' };
const REQUEST = mailText({ body: `${form('xa')}\n\n> CONFIRM\n` });

it('prints contacts, class and the own text of a mail on standard input', async () => {
  const { code, stdout, stderr } = await runCli(['read', '--json'], ENV, REQUEST);
  expect([code, stderr]).toEqual([0, '']);
  expect(JSON.parse(stdout)).toMatchObject({
    class: 'human',
    from: 'admin@nic.xa',
    consent: 'none',
    cctlds: ['xa'],
    contacts: [{ firstName: 'Rosa', primary: true }, { lastName: 'Amaral' }],
    complaints: [],
    text: expect.not.stringContaining('CONFIRM'),
  });
});

it('prints the same for people', async () => {
  const { stdout } = await runCli(['read'], ENV, REQUEST);
  expect(stdout).toContain('  1. Rosa Lind <rosa.lind@nic.xa> +12025550112 (primary)\n');
  expect(stdout).toContain('Class:     human (typed-by-a-person)\n');
});

it('shows apart what stands in our quoted form only', async () => {
  const quoted = form('xa').replace(/^/gm, '> ');
  const { stdout } = await runCli(['read'], ENV, mailText({ body: `See below.\n\n${quoted}\n` }));
  expect(stdout).toMatch(/Contacts:\n  asked: no-contacts\nIn our quoted form .*\n  1\. Rosa Lind/);
});

it('takes Return-Path for the envelope sender', async () => {
  const { stdout } = await runCli(['read', '--json'], ENV, `Return-Path: <>\r\n${REQUEST}`);
  expect(JSON.parse(stdout)).toMatchObject({ class: 'auto-reply', reason: 'null-sender' });
});

it('refuses what the engine would set aside, in one sentence', async () => {
  const parts = `--b\r\nContent-Type: text/plain\r\n\r\nx\r\n`.repeat(101);
  const mail = `Content-Type: multipart/mixed; boundary=b\r\n\r\n${parts}--b--\r\n`;
  const { code, stdout, stderr } = await runCli(['read', '--json'], ENV, mail);
  expect([code, stdout]).toEqual([1, '']);
  expect(stderr).toMatch(/^The engine would set this mail aside: .* more than 100 parts\.\n$/);
});

it('says when there is no such file', async () => {
  const ended = await runCli(['read', '/no/such/mail.eml'], ENV);
  expect(ended).toMatchObject({ code: 1, stderr: 'There is no such file.\n' });
  expect(await runCli(['read', '/tmp'], ENV)).toMatchObject({ code: 1, stdout: '' });
});
