/** HTML as mail programs write it: each takes what the sender typed and what is quoted, line by line. */

export interface HtmlClient {
  readonly name: string;
  readonly write: (own: readonly string[], quoted: readonly string[]) => string;
}

const ATTRIBUTION =
  'On Mon, 3 Aug 2026 at 10:00, TLD-OPS &lt;<a href="mailto:tld-ops-join@lists.example">tld-ops-join@lists.example</a>&gt; wrote:';

const HEADERS = [
  ['From', 'TLD-OPS &lt;tld-ops-join@lists.example&gt;'],
  ['Sent', 'Monday, August 3, 2026 10:00 AM'],
  ['To', 'Ana Pérez &lt;ana@nic.xa&gt;'],
  ['Subject', 'Security contacts of .xa'],
] as const;

const divs = (lines: readonly string[]): string =>
  lines.map((line) => `<div>${line === '' ? '<br>' : line}</div>`).join('');

const breaks = (lines: readonly string[]): string => lines.join('<br>\n');

const msoLines = (lines: readonly string[]): string =>
  lines
    .map(
      (line) =>
        `<p class="MsoNormal">${line === '' ? '<o:p>&nbsp;</o:p>' : `${line}<o:p></o:p>`}</p>`,
    )
    .join('\n');

const headers = (separator: string, open = '<b>', close = '</b>'): string =>
  HEADERS.map(([name, value]) => `${open}${name}:${close} ${value}`).join(separator);

const WORD_STYLE = `<style><!--
@font-face {font-family:"Cambria Math"; panose-1:2 4 5 3 5 4 6 3 2 4;}
p.MsoNormal, li.MsoNormal, div.MsoNormal {margin:0cm; font-size:11.0pt; font-family:"Calibri",sans-serif;}
--></style><!--[if gte mso 9]><xml><o:shapedefaults v:ext="edit" spidmax="1026" /></xml><![endif]-->`;

export const HTML_CLIENTS: readonly HtmlClient[] = [
  {
    name: 'Gmail on the web',
    write: (own, quoted) =>
      `<div dir="ltr">${divs(own)}</div><br><div class="gmail_quote gmail_quote_container"><div dir="ltr" class="gmail_attr">${ATTRIBUTION}<br></div><blockquote class="gmail_quote" style="margin:0px 0px 0px 0.8ex;border-left:1px solid rgb(204,204,204);padding-left:1ex"><div>${breaks(quoted)}</div></blockquote></div>`,
  },
  {
    name: 'Gmail on a phone',
    write: (own, quoted) =>
      `<div dir="auto">${divs(own)}</div><br><div class="gmail_quote"><div dir="ltr" class="gmail_attr">${ATTRIBUTION}<br></div><blockquote class="gmail_quote" style="margin:0 0 0 .8ex;border-left:1px #ccc solid;padding-left:1ex">${breaks(quoted)}<br></blockquote></div>`,
  },
  {
    name: 'Outlook 2016',
    write: (own, quoted) =>
      `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8">${WORD_STYLE}</head><body lang="EN-GB" link="#0563C1"><div class="WordSection1">${msoLines(own)}<p class="MsoNormal"><o:p>&nbsp;</o:p></p><div><div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm"><p class="MsoNormal"><b><span lang="EN-US">From:</span></b><span lang="EN-US"> ${headers('<br>').slice('<b>From:</b> '.length)}<o:p></o:p></span></p></div></div><p class="MsoNormal"><o:p>&nbsp;</o:p></p>${msoLines(quoted)}</div></body></html>`,
  },
  {
    name: 'Outlook 2010, in German',
    write: (own, quoted) =>
      `<html><head>${WORD_STYLE}</head><body lang=DE><div class=WordSection1>${msoLines(own)}<div style='border:none;border-top:solid #B5C4DF 1.0pt;padding:3.0pt 0cm 0cm 0cm'><p class=MsoNormal><b>Von:</b> TLD-OPS [mailto:tld-ops-join@lists.example] <br><b>Gesendet:</b> Montag, 3. August 2026 10:00<br><b>An:</b> Ana Beta<br><b>Betreff:</b> Kontakte</p></div>${msoLines(quoted)}</div></body></html>`,
  },
  {
    name: 'Outlook on the web',
    write: (own, quoted) =>
      `<html><head><style type="text/css" style="display:none;"> P {margin-top:0;margin-bottom:0;} </style></head><body dir="ltr">${own.map((line) => `<div class="elementToProof" style="font-family: Aptos, Calibri; font-size: 12pt;">${line === '' ? '<br>' : line}</div>`).join('')}<div id="appendonsend"></div><hr style="display:inline-block;width:98%" tabindex="-1"><div id="divRplyFwdMsg" dir="ltr"><font face="Calibri, sans-serif" style="font-size:11pt" color="#000000">${headers('<br>')}</font><div>&nbsp;</div></div><div class="BodyFragment"><font size="2"><div class="PlainText">${breaks(quoted)}</div></font></div></body></html>`,
  },
  {
    name: 'Outlook on a phone',
    write: (own, quoted) =>
      `<html><body><div dir="ltr">${divs(own)}</div><div id="ms-outlook-mobile-signature"><div><br></div>Get <a href="https://aka.ms/o0ukef">Outlook for iOS</a></div><div id="mail-editor-reference-message-container"><hr style="display:inline-block;width:98%"><div class="ms-outlook-mobile-reference-message skipProofing">${headers('<br>')}</div>${divs(quoted)}</div></body></html>`,
  },
  {
    name: 'Outlook for Mac',
    write: (own, quoted) =>
      `<html><head>${WORD_STYLE}</head><body><div class="WordSection1">${msoLines(own)}<div id="mail-editor-reference-message-container"><div><div><div style="border:none;border-top:solid #B5C4DF 1.0pt;padding:3.0pt 0in 0in 0in"><p class="MsoNormal" style="margin-bottom:12.0pt"><b><span style="color:black">From: </span></b>${headers('<br>').slice('<b>From:</b> '.length)}</p></div>${msoLines(quoted)}</div></div></div></div></body></html>`,
  },
  {
    name: 'Apple Mail',
    write: (own, quoted) =>
      `<html><head><meta http-equiv="content-type" content="text/html; charset=utf-8"></head><body style="overflow-wrap: break-word; -webkit-nbsp-mode: space; line-break: after-white-space;">${breaks(own)}<br id="lineBreakAtBeginningOfMessage"><div><br><blockquote type="cite"><div>On 3 Aug 2026, at 10:00, TLD-OPS &lt;tld-ops-join@lists.example&gt; wrote:</div><br class="Apple-interchange-newline"><div>${divs(quoted)}</div></blockquote></div><br></body></html>`,
  },
  {
    name: 'iOS Mail',
    write: (own, quoted) =>
      `<html><head></head><body dir="auto">${divs(own)}<div dir="ltr"><br>Sent from my iPhone</div><div dir="ltr"><br><blockquote type="cite">On 3 Aug 2026, at 10:00, TLD-OPS &lt;tld-ops-join@lists.example&gt; wrote:<br><br></blockquote></div><blockquote type="cite"><div dir="ltr">﻿${divs(quoted)}</div></blockquote></body></html>`,
  },
  {
    name: 'Thunderbird',
    write: (own, quoted) =>
      `<!DOCTYPE html><html><head><meta http-equiv="Content-Type" content="text/html; charset=UTF-8"></head><body text="#000000" bgcolor="#FFFFFF"><p>${breaks(own)}</p><div class="moz-cite-prefix">On 8/3/26 10:00, TLD-OPS wrote:<br></div><blockquote type="cite" cite="mid:c4711.r1@lists.example"><pre class="moz-quote-pre" wrap="">${quoted.join('\n')}</pre></blockquote><pre class="moz-signature" cols="72">-- \nAna Pérez, NIC XA</pre></body></html>`,
  },
  {
    name: 'Yahoo Mail',
    write: (own, quoted) =>
      `<html><head></head><body><div class="ydp1a2b3cyahoo-style-wrap" style="font-family:Helvetica Neue;"><div></div>${divs(own)}<div><br></div></div><div id="ydp4d5e6fyahoo_quoted_1234567890" class="ydp4d5e6fyahoo_quoted"><div style="font-family:'Helvetica Neue';color:#26282a;"><div>On Monday, 3 August 2026 at 10:00:00 GMT+2, TLD-OPS &lt;tld-ops-join@lists.example&gt; wrote:</div><div><br></div>${divs(quoted)}</div></div></body></html>`,
  },
  {
    name: 'Proton Mail',
    write: (own, quoted) =>
      `<div style="font-family: Arial, sans-serif; font-size: 14px;">${breaks(own)}</div><div class="protonmail_signature_block protonmail_signature_block-empty"><div class="protonmail_signature_block-user protonmail_signature_block-empty"></div></div><div class="protonmail_quote">On Monday, August 3rd, 2026 at 10:00, TLD-OPS &lt;tld-ops-join@lists.example&gt; wrote:<br><blockquote class="protonmail_quote" type="cite">${breaks(quoted)}</blockquote><br></div>`,
  },
  {
    name: 'Tutanota',
    write: (own, quoted) =>
      `<div>${breaks(own)}</div><div><br></div><div>3 Aug 2026, 10:00 by tld-ops-join@lists.example:</div><blockquote class="tutanota_quote" style="border-left: 1px solid #93A3B8; padding-left: 10px;">${breaks(quoted)}</blockquote>`,
  },
  {
    name: 'Zimbra',
    write: (own, quoted) =>
      `<html><body><div style="font-family: arial; font-size: 12pt; color: #000000"><div>${breaks(own)}</div><div><br></div><hr id="zwchr" data-marker="__DIVIDER__"><div data-marker="__HEADERS__">${headers('<br>')}</div><div data-marker="__QUOTED_TEXT__">${breaks(quoted)}</div></div></body></html>`,
  },
  {
    name: 'Zoho',
    write: (own, quoted) =>
      `<div style="font-family: Verdana;"><div>${breaks(own)}</div><div class="zmail_extra" style="font-family: Verdana;"><div>---- On Mon, 03 Aug 2026 10:00:00 +0200 <b>TLD-OPS &lt;tld-ops-join@lists.example&gt;</b> wrote ---</div><blockquote id="blockquote_zmail" style="margin: 0px;">${breaks(quoted)}</blockquote></div></div>`,
  },
  {
    name: 'Lotus Notes',
    write: (own, quoted) =>
      `<font size=2 face="sans-serif">${breaks(own)}</font><br><br><br><br><font size=1 color=#5f5f5f face="sans-serif">From: &nbsp; &nbsp; &nbsp; &nbsp;</font><font size=1 face="sans-serif">&quot;TLD-OPS&quot; &lt;tld-ops-join@lists.example&gt;</font><br><font size=1 color=#5f5f5f face="sans-serif">To: &nbsp; &nbsp; &nbsp; &nbsp;</font><font size=1 face="sans-serif">ana@nic.xa, </font><br><font size=1 color=#5f5f5f face="sans-serif">Date: &nbsp; &nbsp; &nbsp; &nbsp;</font><font size=1 face="sans-serif">03/08/2026 10:00</font><br><font size=1 color=#5f5f5f face="sans-serif">Subject: &nbsp; &nbsp; &nbsp; &nbsp;</font><font size=1 face="sans-serif">Security contacts</font><br><hr noshade><br><br><br><tt><font size=2>${breaks(quoted)}</font></tt>`,
  },
  {
    name: 'Samsung Mail',
    write: (own, quoted) =>
      `<html><body><div dir="auto">${divs(own)}</div><div dir="auto"><br></div><div id="composer_signature" dir="auto"><div style="font-size:12px;color:#575757" dir="auto">Sent from my Galaxy</div></div><div dir="auto"><br></div><div align="left" dir="auto" style="font-size:100%;color:#000000"><div>-------- Original message --------</div><div>From: TLD-OPS &lt;tld-ops-join@lists.example&gt; </div><div>Date: 03/08/2026  10:00  (GMT+01:00) </div><div>To: ana@nic.xa </div><div>Subject: Security contacts </div><div><br></div></div>${breaks(quoted)}</body></html>`,
  },
  {
    name: 'K-9 Mail',
    write: (own, quoted) =>
      `<!DOCTYPE html><html><body>${breaks(own)}<br><br><div class="gmail_quote">On 3 August 2026 10:00:00 CEST, TLD-OPS &lt;tld-ops-join@lists.example&gt; wrote:<blockquote class="gmail_quote" style="margin: 0pt 0pt 0pt 0.8ex; border-left: 1px solid rgb(204, 204, 204); padding-left: 1ex;"><pre dir="auto" class="k9mail">${breaks(quoted)}</pre></blockquote></div></body></html>`,
  },
  {
    name: 'QQ Mail',
    write: (own, quoted) =>
      `<div>${divs(own)}</div><div><br></div><div><includetail><div>&nbsp;</div><div style="font:Verdana normal 14px;color:#000;"><div style="FONT-SIZE: 12px;FONT-FAMILY: Arial Narrow;padding:2px 0 2px 0;">------------------&nbsp;原始邮件&nbsp;------------------</div><div style="FONT-SIZE: 12px;background:#efefef;padding:8px;"><div><b>发件人:</b>&nbsp;"TLD-OPS"&lt;tld-ops-join@lists.example&gt;;</div><div><b>发送时间:</b>&nbsp;2026年8月3日(星期一) 上午10:00</div><div><b>收件人:</b>&nbsp;"ana"&lt;ana@nic.xa&gt;;</div><div><b>主题:</b>&nbsp;Security contacts</div></div><div>&nbsp;</div>${breaks(quoted)}</div></includetail></div>`,
  },
  {
    name: 'Foxmail',
    write: (own, quoted) =>
      `<html><head><style>body { line-height: 1.5; }blockquote { margin-top: 0px; margin-bottom: 0px; margin-left: 0.5em; }</style></head><body><div><span></span>${divs(own)}</div><div><br></div><hr style="width: 210px; height: 1px;" color="#b5c4df" size="1" align="left"><div><span><div style="MARGIN: 10px">Ana</div></span></div><blockquote style="margin-Top: 0px; margin-Bottom: 0px; margin-Left: 0.5em"><div>&nbsp;</div><div style="border:none;border-top:solid #B5C4DF 1.0pt;padding:3.0pt 0cm 0cm 0cm"><div style="PADDING-RIGHT: 8px; FONT-SIZE: 12px;"><div><b>From:</b>&nbsp;TLD-OPS</div></div></div><div>${breaks(quoted)}</div></blockquote></body></html>`,
  },
  {
    name: 'NetEase 163',
    write: (own, quoted) =>
      `<div style="line-height:1.7;color:#000000;font-size:14px;">${divs(own)}<br><p>At 2026-08-03 10:00:00, "TLD-OPS" &lt;tld-ops-join@lists.example&gt; wrote:</p><blockquote id="isReplyContent" style="PADDING-LEFT: 1ex; MARGIN: 0px 0px 0px 0.8ex; BORDER-LEFT: #ccc 1px solid">${breaks(quoted)}</blockquote></div>`,
  },
  {
    name: 'WPS Mail',
    write: (own, quoted) =>
      `<div>${divs(own)}</div><div style="padding-left:12px;border-left:2px solid #dcdcdc;"><div>2026-08-03 TLD-OPS</div>${breaks(quoted)}</div>`,
  },
  {
    name: 'mail.ru',
    write: (own, quoted) =>
      `<html><body><div>${divs(own)}</div><div>&nbsp;</div><div data-signature-widget="container"><div data-signature-widget="content"><div>--<br>Ana Pérez</div></div></div><div>&nbsp;</div><blockquote style="border-left:1px solid #0857A6;margin:10px;padding:0 0 0 10px;">Понедельник, 3 августа 2026, 10:00 +03:00 от TLD-OPS &lt;tld-ops-join@lists.example&gt;:<br>&nbsp;<div>${breaks(quoted)}</div></blockquote></body></html>`,
  },
  {
    name: 'Yandex',
    write: (own, quoted) =>
      `<div>${divs(own)}</div><div>&nbsp;</div><div>03.08.2026, 10:00, "TLD-OPS" &lt;tld-ops-join@lists.example&gt;:</div><blockquote><p>${breaks(quoted)}</p></blockquote>`,
  },
  {
    name: 'Roundcube',
    write: (own, quoted) =>
      `<html><body style='font-size: 10pt; font-family: Verdana,Geneva,sans-serif'><p>${breaks(own)}</p><div id="signature">-- <br>Ana Pérez</div><p id="reply-intro">On 2026-08-03 10:00, TLD-OPS wrote:</p><blockquote type="cite" style="padding: 0 0.4em; border-left: #1010ff 2px solid; margin: 0"><div class="pre" style="margin: 0; padding: 0; font-family: monospace">${breaks(quoted)}</div></blockquote></body></html>`,
  },
];
