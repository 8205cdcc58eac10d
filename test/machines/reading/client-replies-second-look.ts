/** A second look at replies as mail programs send them, written after the readers were finished. */

import type { ClientReply } from './client-replies.ts';

const LETTER = [
  'TLD-OPS, case 1001, .xa',
  '',
  'Hello,',
  '',
  'Please tell us who the security contacts of .xa are.',
  '',
  'CONFIRM abcd-efgh',
];
const PLAIN = LETTER.join('\n');
const MARKED = LETTER.map((line) => (line === '' ? '>' : `> ${line}`)).join('\n');
const TWICE = LETTER.map((line) => `>> ${line}`).join('\n');
const WROTE = 'On Tue, Nov 3, 2026 at 9:00 AM TLD-OPS <join@lists.example> wrote:';
const RULE = '_'.repeat(32);
const HEADERS =
  'From: TLD-OPS <join@lists.example>\nSent: Tuesday, November 3, 2026 9:00 AM\nTo: Ana Beta <ana@nic.xa>\nSubject: Contacts for .xa';

/** In plain text. */
export const MORE_REPLIES: readonly ClientReply[] = [
  {
    name: 'Outlook for iOS, with its advertisement between answer and rule',
    text: `Luis left us, please remove him.\n\nGet Outlook for iOS<https://links.example/o0ukef>\n${RULE}\n${HEADERS}\n\n${PLAIN}`,
    own: 'Luis left us, please remove him.',
  },
  {
    name: 'Outlook for Android, top-posted one word',
    text: `Agreed\n\nGet Outlook for Android<https://links.example/AAb9ysg>\n\n${RULE}\n${HEADERS}\n\n${PLAIN}`,
    own: 'Agreed',
  },
  {
    name: 'Outlook, what may be a signature or a contact: it stays',
    text: `Please use the night number too.\n\nAna Beta | Head of Operations\nNIC .xa | 1 Harbour Street, Xastadt\nT +44 20 7946 0001 | M +44 7700 900001\nana@nic.xa | www.nic.xa\n[cid:image001.png@01DC4E0A.7F1B2C30]\n\n${HEADERS}\n\n${PLAIN}`,
    own: 'Please use the night number too.\n\nAna Beta | Head of Operations\nNIC .xa | 1 Harbour Street, Xastadt\nT +44 20 7946 0001 | M +44 7700 900001\nana@nic.xa | www.nic.xa\n[cid:image001.png@01DC4E0A.7F1B2C30]',
  },
  {
    name: 'a name, a title and a telephone above Gmail: they stay, for they may be a contact',
    text: `We have a new on-call number since Monday.\n\nAna Beta\nSecurity Officer\nNIC .xa\n+44 20 7946 0001\n\n${WROTE}\n\n${MARKED}`,
    own: 'We have a new on-call number since Monday.\n\nAna Beta\nSecurity Officer\nNIC .xa\n+44 20 7946 0001',
  },
  {
    name: 'a banner above, a disclaimer below',
    text: `CAUTION: This email originated from outside the organization. Do not click links or open attachments unless you recognize the sender.\n\nYes, both are right.\n\nRegards,\nAna\n\nThis message (including any attachments) contains confidential information intended for a specific individual. If you are not the intended recipient, you should delete this message.\n\n${WROTE}\n${MARKED}`,
    own: 'Yes, both are right.',
  },
  {
    name: 'Outlook, two header blocks, one in the other',
    text: `Adding Luis, who knows.\n\nAna\n\nFrom: Luis Gama <luis@nic.xa>\nSent: Tuesday, November 3, 2026 10:00 AM\nTo: Ana Beta <ana@nic.xa>\nSubject: FW: Contacts for .xa\n\nAna, can you take this?\n\n${HEADERS}\n\n${PLAIN}`,
    own: 'Adding Luis, who knows.\n\nAna',
  },
  {
    name: 'a comment above a chain that was forwarded twice',
    text: `For your information, this reached us by mistake.\n\n---------- Forwarded message ---------\nFrom: Luis Gama <luis@nic.xa>\nDate: Tue, Nov 3, 2026 at 10:00 AM\nSubject: Fwd: Contacts for .xa\nTo: Ana Beta <ana@nic.xa>\n\n\nSee below.\n\n---------- Forwarded message ---------\nFrom: TLD-OPS <join@lists.example>\nDate: Tue, Nov 3, 2026 at 9:00 AM\nSubject: Contacts for .xa\nTo: Luis Gama <luis@nic.xa>\n\n\n${PLAIN}\n`,
    own: 'For your information, this reached us by mistake.',
  },
  {
    name: 'a mailing list that adds its footer',
    text: `We are happy with the list as it is.\n\n${WROTE}\n${MARKED}\n_______________________________________________\nops mailing list\nops@lists.example\nhttps://lists.example/mailman/listinfo/ops\n`,
    own: 'We are happy with the list as it is.',
  },
  {
    name: 'a mailing list footer below an answer without a quotation',
    text: `We are happy with the list as it is.\n_______________________________________________\nops mailing list -- ops@lists.example\nTo unsubscribe send an email to ops-leave@lists.example\n`,
    own: 'We are happy with the list as it is.',
  },
  {
    name: 'a group of a big provider',
    text: `Yes please.\n\n${WROTE}\n${MARKED}\n\n-- \nYou received this message because you are subscribed to the "ops" group.\nTo unsubscribe from this group, send an email to ops+unsubscribe@groups.example.\n`,
    own: 'Yes please.',
  },
  {
    name: 'Android mail, original message with short headers',
    text: `ok will do\n\n-------- Original Message --------\nSubject: Contacts for .xa\nFrom: TLD-OPS <join@lists.example>\nTo: ana@nic.xa\nCC:\n\n\n${PLAIN}`,
    own: 'ok will do',
  },
  {
    name: 'Thunderbird, interleaved, a nested quotation',
    text: `On 03/11/2026 09:00, TLD-OPS wrote:\n> On 02/11/2026 08:00, Ana Beta wrote:\n>> We have a change.\n> Which one?\n\nLuis Gama replaces me.\n\n> Since when?\n\nSince the first of November.\n`,
    own: 'Luis Gama replaces me.\n\nSince the first of November.',
  },
  {
    name: 'bottom posting below Gmail, with a closing',
    text: `${WROTE}\n\n${MARKED}\n\nYes, this is right.\n\nBest,\nAna`,
    own: 'Yes, this is right.',
  },
  {
    name: 'marks without an attribution',
    text: `${MARKED}\n\nThe second contact is Luis Gama.`,
    own: 'The second contact is Luis Gama.',
  },
  {
    name: 'an answer between marks without an attribution',
    text: `> Please tell us who the security contacts of .xa are.\nAna Beta and Luis Gama.\n> CONFIRM abcd-efgh\nNot yet.`,
    own: 'Ana Beta and Luis Gama.\n\nNot yet.',
  },
  {
    name: 'French, Outlook, with the words of politeness',
    text: `Bonjour,\n\nVoici nos deux contacts.\n\nBien à vous,\n\nAnne Bêta\nResponsable sécurité\nTél. : +33 1 99 00 12 34\n\nDe : TLD-OPS <join@lists.example>\nEnvoyé : mardi 3 novembre 2026 09:00\nÀ : Anne Bêta <anne@nic.xa>\nObjet : Contacts for .xa\n\n${PLAIN}`,
    own: 'Bonjour,\n\nVoici nos deux contacts.',
  },
  {
    name: 'French, Orange webmail, original message',
    text: `C'est d'accord.\n\n> Message du 03/11/26 09:00\n> De : "TLD-OPS" <join@lists.example>\n> A : anne@nic.xa\n> Copie à :\n> Objet : Contacts for .xa\n>\n${MARKED}`,
    own: "C'est d'accord.",
  },
  {
    name: 'German, Outlook, with the register entry of the company',
    text: `Guten Tag,\n\ndie Angaben stimmen.\n\nMit besten Grüßen\ni. A. Ute Muster\n\nMuster GmbH | Musterweg 1 | 10115 Musterstadt\nGeschäftsführer: Max Beispiel | Sitz: Musterstadt | Amtsgericht Musterstadt HRB 1234\n\nVon: TLD-OPS <join@lists.example>\nGesendet: Dienstag, 3. November 2026 09:00\nAn: Ute Muster <ute@nic.xa>\nBetreff: Contacts for .xa\n\n${PLAIN}`,
    own: 'Guten Tag,\n\ndie Angaben stimmen.',
  },
  {
    name: 'German, web.de, sent with a date',
    text: `Passt so.\n \nGesendet: Dienstag, 03. November 2026 um 09:00 Uhr\nVon: "TLD-OPS" <join@lists.example>\nAn: ute@nic.xa\nBetreff: Contacts for .xa\n${PLAIN}`,
    own: 'Passt so.',
  },
  {
    name: 'German, a full stop instead of a closing',
    text: `Danke, alles richtig so.\n\nGesendet mit der GMX Mail App\n\nAm 03.11.26, 09:00 schrieb "TLD-OPS" <join@lists.example>:\n\n${PLAIN}`,
    own: 'Danke, alles richtig so.',
  },
  {
    name: 'Spanish, Gmail, with a name below thanks on one line',
    text: `Buenos días,\n\nlos datos son correctos.\n\nGracias, Ana\n\nEl mar, 3 nov 2026 a las 9:00, TLD-OPS (<join@lists.example>) escribió:\n\n${MARKED}`,
    own: 'Buenos días,\n\nlos datos son correctos.\n\nGracias, Ana',
  },
  {
    name: 'Spanish, Outlook, a signature below a rule of the sender',
    text: `De acuerdo.\n\nAtentamente,\n\nAna Beta\nJefa de Seguridad\nNIC .xa\n\n________________________________\nDe: TLD-OPS <join@lists.example>\nEnviado: martes, 3 de noviembre de 2026 9:00\nPara: Ana Beta <ana@nic.xa>\nAsunto: Contacts for .xa\n\n${PLAIN}`,
    own: 'De acuerdo.',
  },
  {
    name: 'Chinese, QQ with its block of dashes',
    text: `收到，谢谢！\n\n\n------------------ 原始邮件 ------------------\n发件人: "TLD-OPS" <join@lists.example>;\n发送时间: 2026年11月3日(星期二) 上午9:00\n收件人: "王晓明"<wang@nic.xa>;\n主题: Contacts for .xa\n\n${PLAIN}`,
    own: '收到，谢谢！',
  },
  {
    name: 'Chinese, Gmail, with the mobile footer',
    text: `可以。\n\n发自我的iPhone\n\nTLD-OPS <join@lists.example> 于2026年11月3日周二 09:00写道：\n\n${MARKED}`,
    own: '可以。',
  },
  {
    name: 'Japanese, Outlook, with the greeting of a company',
    text: `TLD-OPS 御中\n\nお世話になっております。\n担当者は山田です。\n\nよろしくお願いいたします。\n--------------------\n株式会社XA 山田花子\nTEL 03-1234-5678\n--------------------\n\n-----Original Message-----\nFrom: TLD-OPS <join@lists.example>\nSent: Tuesday, November 3, 2026 9:00 AM\nTo: yamada@nic.xa\nSubject: Contacts for .xa\n\n${PLAIN}`,
    own: 'TLD-OPS 御中\n\nお世話になっております。\n担当者は山田です。',
  },
  {
    name: 'Japanese, the iPhone',
    text: `承知しました。\n\niPhoneから送信\n\n2026/11/03 9:00、TLD-OPS <join@lists.example>のメール:\n\n${MARKED}`,
    own: '承知しました。',
  },
  {
    name: 'Russian, Yandex, with a signature behind two dashes',
    text: `Добрый день!\n\nДанные верны.\n\n03.11.2026, 09:00, "TLD-OPS" <join@lists.example>:\n\n${MARKED}\n\n-- \nС уважением,\nАнна Бета\n`,
    own: 'Добрый день!\n\nДанные верны.',
  },
  {
    name: 'Russian, mail.ru, original message below a rule',
    text: `Да, верно.\n\n--\nАнна Бета\nОтправлено из Почты Mail\n\n-------- Пересылаемое сообщение --------\nОт: TLD-OPS <join@lists.example>\nКому: anna@nic.xa\nДата: вторник, 03 ноября 2026г., 09:00 +03:00\nТема: Contacts for .xa\n\n${PLAIN}`,
    own: 'Да, верно.',
  },
  {
    name: 'Arabic, Gmail',
    text: `نعم، البيانات صحيحة.\n\nشكرا، ليلى\n\nفي الثلاثاء، 3 نوفمبر 2026 في 9:00 ص تمت كتابة ما يلي بواسطة TLD-OPS <\u200ejoin@lists.example\u200e>:\n\n${MARKED}`,
    own: 'نعم، البيانات صحيحة.\n\nشكرا، ليلى',
  },
  {
    name: 'Arabic, Outlook on the web',
    text: `تمت المراجعة.\n\nمع التحية\nليلى\n\n${RULE}\nمن: TLD-OPS <join@lists.example>\nتم الإرسال: الثلاثاء، 3 نوفمبر 2026 9:00 ص\nإلى: layla@nic.xa\nالموضوع: Contacts for .xa\n\n${PLAIN}`,
    own: 'تمت المراجعة.',
  },
  {
    name: 'a cheer on one line, then the signature mark',
    text: `Nothing has changed with us.\n\nCheers, Hendrik\n\n-- \nHendrik van Loon\nNIC .xa\n\n${WROTE}\n${MARKED}`,
    own: 'Nothing has changed with us.\n\nCheers, Hendrik',
  },
  {
    name: 'an answer above the answer of a colleague',
    text: `Luis is right.\n\nOn Tue, 3 Nov 2026, 11:00 Luis Gama, <luis@nic.xa> wrote:\n\n> It is me and Ana.\n>\n> On Tue, 3 Nov 2026, 09:00 TLD-OPS, <join@lists.example> wrote:\n>\n${TWICE}`,
    own: 'Luis is right.',
  },
  {
    name: 'Apple Mail, begin of a forwarded message below a comment',
    text: `Is this real?\n\n> Begin forwarded message:\n> \n> From: TLD-OPS <join@lists.example>\n> Subject: Contacts for .xa\n> Date: 3 November 2026 at 09:00:00 GMT\n> To: ana@nic.xa\n> \n${MARKED}`,
    own: 'Is this real?',
  },
  {
    name: 'an attribution without an address',
    text: `We will answer tomorrow.\n\nOn 3 Nov 2026, at 09:00, TLD-OPS wrote:\n\n${PLAIN}`,
    own: 'We will answer tomorrow.',
  },
  {
    name: 'a colon before the marks, without a date',
    text: `TLD-OPS <join@lists.example> writes:\n\n${MARKED}\n\nBoth of them.`,
    own: 'Both of them.',
  },
  {
    name: 'a help desk of a registry that answers by hand',
    text: `Dear TLD-OPS,\n\nyour request has been passed to Ana Beta, who will answer today.\n\nKind regards,\nRegistry Service Desk\n\n[Ticket#2026110310000017]\n\n03/11/2026 09:00 - TLD-OPS wrote:\n\n${MARKED}`,
    own: 'Dear TLD-OPS,\n\nyour request has been passed to Ana Beta, who will answer today.',
  },
  {
    name: 'Gmail, an attribution over three lines',
    text: `That works.\n\nOn Tue, Nov 3, 2026 at 9:00 AM TLD-OPS security contacts\nof the country-code domains <\njoin@lists.example> wrote:\n\n${MARKED}`,
    own: 'That works.',
  },
  {
    name: 'an attribution with a weekday and a comma behind the name',
    text: `Will do.\n\nOn Tuesday, 3 November 2026, TLD-OPS, <join@lists.example> wrote:\n${MARKED}`,
    own: 'Will do.',
  },
  {
    name: 'bold headers with stars, as Gmail writes Outlook mail as text',
    text: `Fine with us.\n\n*From:* TLD-OPS [mailto:join@lists.example]\n*Sent:* Tuesday, November 03, 2026 9:00 AM\n*To:* Ana Beta\n*Subject:* Contacts for .xa\n\n${PLAIN}`,
    own: 'Fine with us.',
  },
  {
    name: 'headers with Date and Reply-To first',
    text: `We have passed it on.\n\nDate: Tue, 3 Nov 2026 09:00:00 +0000\nFrom: join@lists.example\nTo: ana@nic.xa\nSubject: Contacts for .xa\n\n${PLAIN}`,
    own: 'We have passed it on.',
  },
  {
    name: 'a BlackBerry',
    text: `Fine.\nSent from my BlackBerry wireless handheld\n\n-----Original Message-----\nFrom: TLD-OPS <join@lists.example>\nDate: Tue, 3 Nov 2026 09:00:00\nTo: <ana@nic.xa>\nSubject: Contacts for .xa\n\n${PLAIN}`,
    own: 'Fine.',
  },
  {
    name: 'a sentence that begins like an attribution',
    text: `On Monday I wrote: nobody is on call at night. That is no longer so.\n\nOn Tue, 3 Nov 2026 at 09:00, TLD-OPS <join@lists.example> wrote:\n${MARKED}`,
    own: 'On Monday I wrote: nobody is on call at night. That is no longer so.',
  },
  {
    name: 'two paragraphs with a list',
    text: `Hi,\n\nthree things:\n\n- Ana stays\n- Luis goes\n- Eva comes\n\nMore next week.\n\n${WROTE}\n${MARKED}`,
    own: 'Hi,\n\nthree things:\n\n- Ana stays\n- Luis goes\n- Eva comes\n\nMore next week.',
  },
  {
    name: 'an answer in capitals in front of the quoted text of a line',
    text: `${WROTE}\n> Is Luis still with you?\nYES\n> And Ana?\nNO, SHE LEFT\n`,
    own: 'YES\n\nNO, SHE LEFT',
  },
  {
    name: 'a quotation inside the answer that the sender made',
    text: `You asked:\n\n> who is the first contact?\n\nIt is Ana.\n\n-----Original Message-----\n${HEADERS}\n\n${PLAIN}`,
    own: 'You asked:\n\nIt is Ana.',
  },
  {
    name: 'two dashes and no blank above a name',
    text: `The number has changed.\n\n--\nAna Beta\nNIC .xa\n\n${WROTE}\n${MARKED}`,
    own: 'The number has changed.',
  },
  {
    name: 'Notes, inline headers',
    text: `Agreed.\n\nAna Beta\n\n\n\nFrom:   TLD-OPS <join@lists.example>\nTo:     ana@nic.xa\nDate:   03.11.2026 09:00\nSubject:        Contacts for .xa\n\n\n\n${PLAIN}`,
    own: 'Agreed.\n\nAna Beta',
  },
  {
    name: 'Italian, Outlook, a closing and a telephone',
    text: `Buongiorno,\n\nconfermiamo i dati.\n\nCordiali saluti\nAnna Beta\nTel. +39 06 1234 5678\n\nDa: TLD-OPS <join@lists.example>\nInviato: martedì 3 novembre 2026 09:00\nA: anna@nic.xa\nOggetto: Contacts for .xa\n\n${PLAIN}`,
    own: 'Buongiorno,\n\nconfermiamo i dati.',
  },
  {
    name: 'Dutch, Gmail',
    text: `Prima zo.\n\nGroet, Jan\n\nOp di 3 nov 2026 om 09:00 schreef TLD-OPS <join@lists.example>:\n\n${MARKED}`,
    own: 'Prima zo.\n\nGroet, Jan',
  },
  {
    name: 'Portuguese, Yahoo',
    text: `Está certo.\n\nEnviado do Yahoo Mail no Android\n\n  Em ter., 3 de nov. de 2026 às 9:00, TLD-OPS<join@lists.example> escreveu:   ${PLAIN}`,
    own: 'Está certo.',
  },
  {
    name: 'Korean, Naver, original message',
    text: `확인했습니다.\n\n-----Original Message-----\nFrom: "TLD-OPS"<join@lists.example>\nTo: <kim@nic.xa>;\nCc:\nSent: 2026-11-03 (화) 18:00:00 (GMT+09:00)\nSubject: Contacts for .xa\n\n${PLAIN}`,
    own: '확인했습니다.',
  },
  {
    name: 'Persian, Gmail',
    text: `درست است.\n\nدر تاریخ سه‌شنبه ۳ نوامبر ۲۰۲۶،‏ ۹:۰۰ TLD-OPS <join@lists.example> نوشت:\n\n${MARKED}`,
    own: 'درست است.',
  },
  {
    name: 'Ukrainian, ukr.net',
    text: `Усе правильно.\n\n3 листопада 2026, 09:00:00, від "TLD-OPS" <join@lists.example>:\n\n${MARKED}`,
    own: 'Усе правильно.',
  },
  {
    name: 'Hungarian, Freemail',
    text: `Rendben van.\n\nTLD-OPS <join@lists.example> ezt írta (időpont: 2026. nov. 3., K, 9:00):\n\n${MARKED}`,
    own: 'Rendben van.',
  },
  {
    name: 'Romanian, Gmail',
    text: `Este corect.\n\nMulțumesc, Ana\n\nmar., 3 nov. 2026 la 09:00, TLD-OPS <join@lists.example> a scris:\n\n${MARKED}`,
    own: 'Este corect.\n\nMulțumesc, Ana',
  },
  {
    name: 'Finnish, Outlook',
    text: `Tiedot ovat oikein.\n\nTerveisin\nAnna Beta\nKyberturvallisuus\n\nLähettäjä: TLD-OPS <join@lists.example>\nLähetetty: tiistai 3. marraskuuta 2026 9.00\nVastaanottaja: anna@nic.xa\nAihe: Contacts for .xa\n\n${PLAIN}`,
    own: 'Tiedot ovat oikein.',
  },
  {
    name: 'Danish, Apple Mail',
    text: `Det passer.\n\nVenlig hilsen\nAnna\n\n> Den 3. nov. 2026 kl. 09.00 skrev TLD-OPS <join@lists.example>:\n> \n${MARKED}`,
    own: 'Det passer.',
  },
  {
    name: 'Serbian, Outlook on the web',
    text: `Podaci su tačni.\n\n${RULE}\nŠalje: TLD-OPS <join@lists.example>\nPoslato: utorak, 3. novembar 2026. 9:00\nPrima: ana@nic.xa\nTema: Contacts for .xa\n\n${PLAIN}`,
    own: 'Podaci su tačni.',
  },
  {
    name: 'Hindi, Gmail',
    text: `सही है।\n\nमंगल, 3 नव॰ 2026 को 9:00 am बजे को TLD-OPS <join@lists.example> ने लिखा:\n\n${MARKED}`,
    own: 'सही है।',
  },
  {
    name: 'a language that we do not know, with a date and an address',
    text: `Ndiyo.\n\nMnamo Jumanne, 3 Nov 2026 saa 9:00 TLD-OPS <join@lists.example> aliandika:\n\n${PLAIN}`,
    own: 'Ndiyo.',
  },
  {
    name: 'a rule of equal signs above headers',
    text: `Seen.\n\n================================\nFrom: TLD-OPS <join@lists.example>\nDate: 3 Nov 2026 09:00\nSubject: Contacts for .xa\n\n${PLAIN}`,
    own: 'Seen.',
  },
  {
    name: 'a company line without a closing above the disclaimer',
    text: `No changes.\n\nThis email and any files transmitted with it are confidential and intended solely for the use of the individual or entity to whom they are addressed.\n\nNIC .xa Ltd, registered in England, company no. 01234567\n\n${WROTE}\n${MARKED}`,
    own: 'No changes.',
  },
];

const QUOTED_HTML = LETTER.map((line) => `<div>${line === '' ? '<br>' : line}</div>`).join('');

interface HtmlReply {
  readonly name: string;
  readonly html: string;
  readonly own: string;
}

/** Of HTML alone. */
export const HTML_REPLIES: readonly HtmlReply[] = [
  {
    name: 'Gmail',
    html: `<div dir="ltr">Both are right.<div><br></div><div>Thanks, Ana</div></div><br><div class="gmail_quote gmail_quote_container"><div dir="ltr" class="gmail_attr">On Tue, Nov 3, 2026 at 9:00 AM TLD-OPS &lt;<a href="mailto:join@lists.example">join@lists.example</a>&gt; wrote:<br></div><blockquote class="gmail_quote" style="margin:0 0 0 .8ex;border-left:1px solid #ccc">${QUOTED_HTML}</blockquote></div>`,
    own: 'Both are right.\n\nThanks, Ana',
  },
  {
    name: 'Gmail, answers inside the quotation',
    html: `<div class="gmail_quote"><div class="gmail_attr">On Tue, Nov 3, 2026 TLD-OPS &lt;join@lists.example&gt; wrote:<br></div><blockquote class="gmail_quote">Who is the first?</blockquote><div>Ana Beta</div><blockquote class="gmail_quote">And the second?</blockquote><div>Luis Gama</div></div>`,
    own: 'Ana Beta\n\nLuis Gama',
  },
  {
    name: 'Outlook on the web',
    html: `<div class="elementToProof">Please take Luis off.</div><div id="Signature"><p>Ana Beta</p><p>NIC .xa</p></div><div id="appendonsend"></div><hr style="display:inline-block;width:98%"><div id="divRplyFwdMsg" dir="ltr"><b>From:</b> TLD-OPS &lt;join@lists.example&gt;<br><b>Sent:</b> Tuesday, November 3, 2026 9:00 AM<br><b>To:</b> ana@nic.xa<br><b>Subject:</b> Contacts</div><div>${QUOTED_HTML}</div>`,
    own: 'Please take Luis off.',
  },
  {
    name: 'Outlook for Windows, two mails below',
    html: `<div class="WordSection1"><p class="MsoNormal">We agree.</p><p class="MsoNormal">&nbsp;</p><div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm"><p class="MsoNormal"><b>From:</b> Luis Gama &lt;luis@nic.xa&gt;<br><b>Sent:</b> Tuesday, November 3, 2026 10:00 AM<br><b>To:</b> Ana<br><b>Subject:</b> FW: Contacts</p></div><p class="MsoNormal">Ana, please.</p><div style="border:none;border-top:solid #E1E1E1 1.0pt"><p class="MsoNormal"><b>From:</b> TLD-OPS &lt;join@lists.example&gt;<br><b>Sent:</b> Tuesday, November 3, 2026 9:00 AM<br><b>Subject:</b> Contacts</p></div>${QUOTED_HTML}</div>`,
    own: 'We agree.',
  },
  {
    name: 'Apple Mail',
    html: `<html><body>No change here.<br><br><div><blockquote type="cite"><div>On 3 Nov 2026, at 09:00, TLD-OPS &lt;join@lists.example&gt; wrote:</div><br>${QUOTED_HTML}</blockquote></div></body></html>`,
    own: 'No change here.',
  },
  {
    name: 'Yahoo',
    html: `<div class="ydpyahoo-style-wrap"><div>That is fine.</div></div><div id="yahoo_quoted_123" class="yahoo_quoted"><div>On Tuesday, November 3, 2026 at 09:00:00 AM GMT, TLD-OPS &lt;join@lists.example&gt; wrote:</div>${QUOTED_HTML}</div>`,
    own: 'That is fine.',
  },
];
