/** Mails of fictional Admin Contacts, and how they are handed to a Postfix by SMTP. */

import { form } from '../support/people.ts';
import { SmtpClient } from '../support/smtp-client.ts';

export const JOIN = 'tld-ops-join@lists.example';

/** A server that the fictional registries' SPF allows. */
export const OWN = { address: '192.0.2.10', helo: 'mail.nic.xa' };
/** One that it does not. */
export const FOREIGN = { address: '198.51.100.66', helo: 'mail.attacker.example' };

/** The Admin Contact of a ccTLD. */
export function anchor(cctld: string): string {
  return `admin@nic.${cctld}`;
}

/** A request for a ccTLD, complete, in UTF-8; by its Admin Contact unless told otherwise. */
export function request(cctld: string, id: string, fields: Record<string, string> = {}): string {
  const all = {
    From: `Registry Desk <${anchor(cctld)}>`,
    To: JOIN,
    // Of today: a signature counts for some days only.
    Date: new Date().toUTCString().replace('GMT', '+0000'),
    Subject: `contacts of .${cctld}`,
    'Message-ID': `<${id}@nic.${cctld}>`,
    'MIME-Version': '1.0',
    'Content-Type': 'text/plain; charset=utf-8',
    'Content-Transfer-Encoding': '8bit',
    ...fields,
  };
  const head = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  return [...head, '', form(cctld), ''].join('\n').replaceAll('\n', '\r\n');
}

export interface Sent {
  readonly from: string;
  readonly to?: readonly string[];
  readonly raw: string | Buffer;
  /** The client for whom Postfix shall take us (XCLIENT). */
  readonly client?: { readonly address: string; readonly helo: string };
  /** Parameters of MAIL FROM. */
  readonly parameters?: string;
}

/** A conversation with a door of Postfix, as the client that is named. */
export async function connectAs(client: Sent['client'], port: number): Promise<SmtpClient> {
  const smtp = await SmtpClient.open({ kind: 'tcp', protocol: 'smtp', host: '127.0.0.1', port });
  await smtp.say('EHLO client.example');
  if (client !== undefined) {
    const { address, helo } = client;
    await smtp.say(`XCLIENT NAME=[UNAVAILABLE] ADDR=${address}`);
    await smtp.say(`EHLO ${helo}`);
  }
  return smtp;
}

/** Sends one mail by SMTP; returns the replies to RCPT and, when one was accepted, to the dot. */
export async function send(port: number, mail: Sent): Promise<string[]> {
  const { from, to = [JOIN], raw, client, parameters = '' } = mail;
  const smtp = await connectAs(client, port);
  const replies = [await smtp.say(`MAIL FROM:<${from}> ${parameters}`.trimEnd())];
  for (const one of to) replies.push(await smtp.say(`RCPT TO:<${one}>`));
  if (replies.slice(1).some((reply) => reply.startsWith('250'))) {
    replies.push(...(await smtp.data(raw)));
  }
  await smtp.quit();
  return replies.slice(1);
}

/** The value of the first field of this name, unfolded. */
export function header(raw: string, name: string): string | undefined {
  const head = raw.slice(0, raw.indexOf('\r\n\r\n') + 2).replace(/\r\n(?=[ \t])/g, '');
  return new RegExp(`^${name}: *(.*)\\r$`, 'im').exec(head)?.[1];
}
