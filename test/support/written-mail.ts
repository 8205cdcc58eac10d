/** Mails as people's programs write them: new ones, and answers that quote a letter of ours. */

import type { Mail } from '../../src/machines/words/mail.ts';
import { mailText } from './mail-text.ts';
import type { Person } from './people.ts';

/** How the mail program puts the letter into the answer. */
export type Quoting =
  /** Own text on top, "On … wrote:" and the letter behind ">" below it. */
  | 'below'
  /** The letter behind ">" first, own text under it. */
  | 'above'
  /** Own text on top, the letter below without marks, under Outlook's header block. */
  | 'outlook'
  /** The same as Outlook writes it in HTML; the mail has no other part, and says so in its header. */
  | 'outlook-html'
  | 'none';

/** What somebody writes in answer to a letter. */
export interface Answer {
  readonly from: Person;
  readonly text?: string;
  readonly quoting?: Quoting;
  /** Types values into the quoted form instead. */
  readonly fill?: readonly (readonly [label: string, value: string])[];
  readonly cc?: string;
  readonly to?: string;
  readonly subject?: string;
  readonly headers?: WrittenMail['headers'];
  readonly envelopeFrom?: string;
}

/** A mail on its way: what the transcript shows of it, and the message itself. */
export interface WrittenMail {
  readonly from: Person;
  readonly to: string;
  readonly cc?: string;
  readonly subject: string;
  /** What a person typed, and in brackets what the program added. */
  readonly shown: string;
  readonly body: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | null>>;
}

/** The message, with CRLF line ends; `id` makes its Message-ID. */
export function messageOf(mail: WrittenMail, id: number, at: Date): Buffer {
  const domain = mail.from.address.split('@')[1] ?? '';
  const { name, address } = mail.from.client;
  const date = at.toUTCString().replace('GMT', '+0000');
  const text = mailText({
    from: mail.from.mailbox,
    to: mail.to,
    ...(mail.cc === undefined ? {} : { cc: mail.cc }),
    subject: mail.subject,
    body: `${mail.body}\n`,
    headers: {
      Received: `from ${name} (${name} [${address}])\r\n\tby mx.lists.example (Postfix) with ESMTPS id 4F1A${id}; ${date}`,
      Date: date,
      'Message-ID': `<mail-${id}@${domain}>`,
      ...mail.headers,
    },
  });
  return Buffer.from(text, 'utf8');
}

/** What "Reply" makes of a letter: where it goes, its subject, and the thread. */
export function replyHead(letter: Mail): Pick<WrittenMail, 'to' | 'subject' | 'headers'> {
  const value = (name: string) =>
    letter.headers.find((field) => field.name === name)?.value.trim() ?? '';
  const id = `<${letter.messageId ?? ''}>`;
  return {
    to: (value('reply-to') || value('from')).replace(/^.*<|>.*$/g, ''),
    subject: `Re: ${letter.subject}`,
    headers: { 'In-Reply-To': id, References: `${value('references')} ${id}`.trim() },
  };
}

/** The own text with the letter quoted around it; and how the transcript shows it. */
export function quote(
  own: string,
  letter: Mail,
  how: Quoting,
  at: Date,
): Pick<WrittenMail, 'body' | 'shown'> {
  const text = letter.text.trimEnd();
  const from = letter.headers.find(({ name }) => name === 'from')?.value.trim() ?? '';
  const marked = text.replace(/^/gm, '> ').replace(/^> $/gm, '>');
  const wrote = `On ${at.toUTCString().slice(0, 16)}, ${from} wrote:`;
  switch (how) {
    case 'none':
      return { body: own, shown: own };
    case 'below':
      return {
        body: `${own}\n\n${wrote}\n${marked}`,
        shown: `${own}\n\n[quotes the letter below]`,
      };
    case 'above':
      return {
        body: `${wrote}\n${marked}\n\n${own}`,
        shown: `[quotes the letter above]\n\n${own}`,
      };
    case 'outlook': {
      const head = `From: ${from}\nSent: ${at.toUTCString().slice(0, 22)}\nTo: me\nSubject: ${letter.subject}`;
      return {
        body: `${own}\n\n-----Original Message-----\n${head}\n\n${text}`,
        shown: `${own}\n\n[the letter below, without quote marks]`,
      };
    }
    case 'outlook-html':
      return {
        body: outlookHtml(own, { from, subject: letter.subject, text, at }),
        shown: `${own}\n\n[the letter below, without quote marks, all in HTML]`,
      };
  }
}

interface Cited {
  readonly from: string;
  readonly subject: string;
  readonly text: string;
  readonly at: Date;
}

const paragraph = (line: string) => `<p class=MsoNormal>${escaped(line) || '&nbsp;'}</p>`;

function outlookHtml(own: string, { from, subject, text, at }: Cited): string {
  const head = { From: from, Sent: at.toUTCString().slice(0, 22), To: 'me', Subject: subject };
  const fields = Object.entries(head).map(([name, value]) => `<b>${name}:</b> ${escaped(value)}`);
  return [
    '<html><head><style>p.MsoNormal{margin:0cm}</style></head><body><div class=WordSection1>',
    ...own.split('\n').map(paragraph),
    paragraph(''),
    '<div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm">',
    `<p class=MsoNormal>${fields.join('<br>')}</p></div>`,
    ...text.split('\n').map(paragraph),
    '</div></body></html>',
  ].join('\n');
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
}

/**
 * The letter quoted behind ">", with values typed behind its labels one after the other. Each value
 * names the beginning of the line that it is typed into, and is looked for below the one before.
 */
export function fillIn(
  letter: Mail,
  values: readonly (readonly [label: string, value: string])[],
): Pick<WrittenMail, 'body' | 'shown'> {
  const lines = letter.text.trimEnd().split('\n');
  let at = 0;
  for (const [label, value] of values) {
    at = lines.findIndex((line, index) => index >= at && line.startsWith(label));
    if (at < 0) throw new Error(`the letter has no line "${label}" there`);
    lines[at] = `${lines[at] ?? ''} ${value}`;
    at += 1;
  }
  const shown = values.map(([label, value]) => `> ${label} ${value}`).join('\n');
  return {
    body: lines.map((line) => `> ${line}`.trimEnd()).join('\n'),
    shown: `[quotes the letter, and fills in its form between the quoted lines]\n${shown}`,
  };
}
