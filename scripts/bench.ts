/** Prints what reading costs, parsed and understood: an ordinary reply, a big HTML mail, the slowest of test/mails. */

import { createHash } from 'node:crypto';
import { understand } from '../src/machines/reading/understand.ts';
import { parseMail } from '../src/pipeline/parse.ts';
import { HUMAN } from '../test/mails/human.ts';
import { SAMPLE_VALUES } from '../test/support/judge.ts';
import { readMailFile } from '../test/support/mails.ts';
import { form } from '../test/support/people.ts';
import { mailText } from '../test/support/mail-text.ts';

const NAMES = { list: 'tld-ops', domain: 'lists.example' };

const wrote = 'On Sat, 21 Nov 2026 at 09:00, TLD-OPS <tld-ops-join@lists.example> wrote:';
const quoted = `${form('xa')}\n\n`.repeat(9).replace(/^/gm, '> ');
const reply = mailText({
  body: `Dear colleagues,\n\n${form('xa')}\n\nBest regards,\nAdmin\n\n${wrote}\n${quoted}`,
});

const row =
  '<p class="MsoNormal"><span style="font-size:11.0pt;font-family:&quot;Calibri&quot;">Some words of a long and quoted thread&nbsp;</span></p>\n';
const table =
  '<table><tr><th>Name</th><th>E-mail</th><th>Phone</th></tr><tr><td>Rosa Lind</td><td>rosa.lind@nic.xa</td><td>+1 202 555 0112</td></tr></table>';
const html = mailText({
  headers: { 'Content-Type': 'text/html; charset=utf-8' },
  body: `<html><body><p>Our contacts for .xa:</p>${table}<div class="gmail_quote"><blockquote>${row.repeat(700)}</blockquote></div></body></html>`,
});

await measure('ordinary reply', Buffer.from(reply), 2_000);
await measure('HTML mail', Buffer.from(html), 200);

const corpus: { readonly file: string; readonly raw: Buffer; readonly each: number }[] = [];
for (const { file } of HUMAN) {
  const raw = readMailFile('human', file, SAMPLE_VALUES);
  corpus.push({ file, raw, each: await costOf(raw, 20) });
}
for (const { file, raw } of corpus.toSorted((a, b) => b.each - a.each).slice(0, 3)) {
  await measure(file, raw, 200);
}

async function measure(name: string, raw: Buffer, times: number): Promise<void> {
  const each = await costOf(raw, times);
  console.log(
    `${name.padEnd(48)}${(raw.length / 1_024).toFixed(1).padStart(7)} KiB  ${each.toFixed(2).padStart(7)} ms CPU each, of ${times}`,
  );
}

/** Milliseconds of CPU for one. */
async function costOf(raw: Buffer, times: number): Promise<number> {
  await repeat(raw, Math.ceil(times / 4));
  const before = process.cpuUsage();
  await repeat(raw, times);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000 / times;
}

async function repeat(raw: Buffer, times: number): Promise<void> {
  const sha256 = createHash('sha256').update(raw).digest('hex');
  const envelope = { from: 'admin@nic.xa', to: 'tld-ops-join@lists.example', client: {} };
  for (let count = 0; count < times; count += 1) {
    understand(await parseMail({ raw, sha256, envelope }), NAMES);
  }
}
