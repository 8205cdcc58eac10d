/** People who give the data: in the form, in prose, from their own mailbox, after a forward. */

import type { HumanMail } from '../expected.ts';

export const FILLED: readonly HumanMail[] = [
  // forms
  {
    file: 'thunderbird-inline-filled-form-fr',
    teaches:
      'A Thunderbird user types the values behind the labels of the quoted form, under the ">".',
    envelopeFrom: 'hostmaster@nic.xa', to: 'tld-ops-join+bhp5n40baqpaaqspp7ft4y5m95@lists.example',
    client: 'Thunderbird 128', language: 'fr', charset: 'utf-8', inline: true,
    says: ['Voici le formulaire complété'],
    quotes: ['A person answers', 'Association du nommage', '+33 1 99 00 00 10'],
    cctlds: ['xa'], consent: 'none',
    contacts: [
      { firstName: 'Élodie', lastName: 'Marchand', address: 'elodie.marchand@nic.xa', phones: ['+33639981234'], primary: true },
      { firstName: 'Benoît', lastName: 'Le Guen', address: 'benoit.leguen@nic.xa', phones: ['+33199004567'] },
    ],
  },
  {
    file: 'mutt-inline-filled-form-pl',
    teaches:
      'mutt keeps the quoted form, ">" before every line, and the answer in Polish follows below it.',
    envelopeFrom: 'admin@dns.xb', to: 'tld-ops-join+63jd2r81ctkgssva1k72cyn791@lists.example',
    client: 'mutt 2.2', language: 'pl', charset: 'iso-8859-2', inline: true,
    says: ['Trzecia osoba zaczyna pracę'],
    quotes: ['Gdy coś nie działa', 'wrote back, and we wait'],
    cctlds: ['xb'], consent: 'none',
    contacts: [
      { firstName: 'Paweł', lastName: 'Źdźbłowski', address: 'pawel.zdzblowski@dns.xb', phones: ['+48512345678'], primary: true },
      { firstName: 'Łucja', lastName: 'Brzęczyk', address: 'lucja.brzeczyk@dns.xb', phones: ['+48221234567'] },
      { firstName: 'Świętosława', lastName: 'Kos', address: 'swietoslawa.kos@dns.xb', phones: ['+48601234567'] },
    ],
  },
  {
    file: 'kmail-answers-under-quoted-labels-de',
    teaches:
      'KMail quotes the form, and each answer stands alone on the line under its quoted label.',
    envelopeFrom: 'technik@registrierung.example', to: 'tld-ops-join+p3sj61xqkmfk0sfsp0r7n7r8gy@lists.example',
    client: 'KMail 5', language: 'de', charset: 'iso-8859-15', inline: true,
    says: ['Jürgen', 'a.weiss@registrierung.example', 'Weitere Personen nennen wir nicht'],
    quotes: ['Please press "Reply" and send us all contacts once more'],
    cctlds: ['xc'], consent: 'none',
    contacts: [
      { firstName: 'Jürgen', lastName: 'Großmann', address: 'j.grossmann@registrierung.example', phones: ['+493023125110'], primary: true },
      { firstName: 'Anneke', lastName: 'Weiß', address: 'a.weiss@registrierung.example', phones: ['+493023125111'] },
    ],
  },
  {
    file: 'outlook-2016-form-copied-to-top-en',
    teaches:
      'Outlook answers plain text in plain text: the filled copy of the form stands on top, the blank one below is not marked.',
    envelopeFrom: 'ruth.calder@registry.example',
    client: 'Outlook 2016', language: 'en', charset: 'windows-1252',
    says: ["I've put our Admin Contact address in Cc", 'owen.ofarrell@registry.example'],
    quotes: ['nothing changes. We keep no open request', 'domains@nic.xd'],
    cctlds: ['xd'], consent: 'none',
    contacts: [
      { firstName: 'Ruth', lastName: 'Calder', address: 'ruth.calder@registry.example', phones: ['+442079460123'], primary: true },
      { firstName: 'Owen', lastName: 'O’Farrell', address: 'owen.ofarrell@registry.example', phones: ['+447700900456'] },
    ],
  },
  {
    file: 'owa-form-translated-top-posted-pt',
    teaches:
      'The form translated label by label, typed on top of our letter in the web client of Exchange.',
    envelopeFrom: 'contacto@dns.xe', to: 'tld-ops-join+3p2gvzn14wq18v0jw8et1vk3fg@lists.example',
    client: 'Outlook on the web (Exchange)', language: 'pt', charset: 'iso-8859-1',
    says: ['Segue o formulário preenchido', 'conceicao.araujo@dns.xe'],
    quotes: ['Fill in this form in your answer', 'A person answers'],
    cctlds: ['xe'], consent: 'none',
    contacts: [
      { firstName: 'João', lastName: 'Magalhães', address: 'joao.magalhaes@dns.xe', phones: ['+5511912345678'], primary: true },
      { firstName: 'Conceição', lastName: 'Araújo', address: 'conceicao.araujo@dns.xe', phones: ['+551123456789'] },
    ],
  },
  {
    file: 'gmail-answers-in-red-inside-quote-it',
    teaches:
      'A Gmail user answers in red and bold inside the quote; the text part shows asterisks around each value.',
    envelopeFrom: 'giulia.ferri@nic.xf', to: 'tld-ops-join+vvc5t6g5gamj8dcrw4x89wez6k@lists.example',
    client: 'Gmail (web)', language: 'it', charset: 'utf-8', inline: true,
    says: ['ho risposto in rosso'],
    quotes: ['If you do nothing'],
    cctlds: ['xf'], consent: 'none',
    contacts: [
      { firstName: 'Giulia', lastName: 'Ferri', address: 'giulia.ferri@nic.xf', phones: ['+390612345678'], primary: true },
      { firstName: 'Nicolò', lastName: "D'Addario", address: 'nicolo.daddario@nic.xf', phones: ['+393123456789'] },
    ],
  },
  {
    file: 'apple-mail-answers-between-split-quotes-nl',
    teaches:
      'Apple Mail splits its blockquote at each answer, so the values stand unquoted between quoted pieces.',
    envelopeFrom: 'beheer@stichting.example', to: 'tld-ops-join+hewmpycsk2ffmk2r3kqa5svnwk@lists.example',
    client: 'Apple Mail 16', language: 'nl', charset: 'utf-8', inline: true,
    says: ['van der Meulen', 'Goedemorgen'],
    quotes: ['This is a reminder'],
    cctlds: ['xg'], consent: 'none',
    contacts: [
      { firstName: 'Sanne', lastName: 'van der Meulen', address: 'sanne.vandermeulen@stichting.example', phones: ['+31612345678'], primary: true },
      { firstName: 'Bram', lastName: 'de Haan', address: 'bram.dehaan@stichting.example', phones: ['+31207940801'] },
    ],
  },
  {
    file: 'evolution-inline-filled-form-tr',
    teaches:
      'Evolution, Turkish letters in ISO-8859-9, the values typed behind the quoted labels.',
    envelopeFrom: 'alanadi@nic.xh', to: 'tld-ops-join+xx6rq3ckhw8rvdyy3dcy2bgrks@lists.example',
    client: 'Evolution 3.52', language: 'tr', charset: 'iso-8859-9', inline: true,
    says: ['Bilgiler aşağıda'],
    quotes: ['Something is missing'],
    cctlds: ['xh'], consent: 'none',
    contacts: [
      { firstName: 'Gökçe', lastName: 'Şahin', address: 'gokce.sahin@nic.xh', phones: ['+905321234567'], primary: true },
      { firstName: 'İbrahim', lastName: 'Yıldız', address: 'ibrahim.yildiz@nic.xh', phones: ['+903122132965'] },
    ],
  },
  {
    file: 'zimbra-form-top-uk',
    teaches:
      'Ukrainian labels in KOI8-U from Zimbra, above an unmarked copy of our letter.',
    envelopeFrom: 'admin@domen.xi', to: 'tld-ops-join+wcpetwcc071qtt3fdr4qsm3prn@lists.example',
    client: 'Zimbra 8', language: 'uk', charset: 'koi8-u',
    says: ['Надсилаємо дані', 'i.yefymenko@domen.xi'],
    quotes: ['wrote back, and we wait', 'Оригінальне повідомлення'],
    cctlds: ['xi'], consent: 'none',
    contacts: [
      { firstName: 'Олексій', lastName: 'Ґалаґан', address: 'o.galagan@domen.xi', phones: ['+380501234567'], primary: true },
      { firstName: 'Їванна', lastName: 'Єфименко', address: 'i.yefymenko@domen.xi', phones: ['+380441234567'] },
    ],
  },
  // prose
  {
    file: 'outlook-2019-top-posted-one-liner-disclaimer-es',
    teaches:
      'One sentence with two people on top, then signature, disclaimer and the whole letter.',
    envelopeFrom: 'ana.perez@registro.example', to: 'tld-ops-join+4bsmstjm4pyrfm9ddnh03z5c9c@lists.example',
    client: 'Outlook 2019', language: 'es', charset: 'iso-8859-1',
    says: ['agreguen a Ana Pérez', 'luis.gomez@registro.example'],
    quotes: ['AVISO DE CONFIDENCIALIDAD', 'seguridad@registro.example', 'A person answers'],
    cctlds: [], consent: 'none',
    contacts: [
      { firstName: 'Ana', lastName: 'Pérez', address: 'ana.perez@registro.example', phones: ['+5491123456789'], primary: true },
      { firstName: 'Luis', lastName: 'Gómez', address: 'luis.gomez@registro.example', phones: ['+541143210987'] },
    ],
  },
  {
    file: 'gmail-two-people-in-a-sentence-en',
    teaches:
      'Two people in one sentence, each with address and number in brackets.',
    envelopeFrom: 'maria.kowal@nic.xk', to: 'tld-ops-join+japf40nh0hz229fqa4s68hp97f@lists.example',
    client: 'Gmail (web)', language: 'en', charset: 'utf-8',
    says: ['as primary contact', '+1 202 555 0144'],
    quotes: ['If you do nothing', 'On Tue, Nov 24'],
    cctlds: [], consent: 'none',
    contacts: [
      { firstName: 'Maria', lastName: 'Kowal', address: 'maria.kowal@nic.xk', phones: ['+12025550143'], primary: true },
      { firstName: 'Thomas', lastName: 'Adeyemi', address: 'thomas.adeyemi@nic.xk', phones: ['+12025550144'], primary: false },
    ],
  },
  {
    file: 'outlook-365-two-lines-prose-de',
    teaches:
      'One person in a line, with titles; who is primary is said in a sentence afterwards.',
    envelopeFrom: 'dns@ministerium.example', to: 'tld-ops-join+eak20p6vfnwc1dsyjvn5gtft6p@lists.example',
    client: 'Outlook for Microsoft 365', language: 'de', charset: 'utf-8',
    says: ['bitte nehmen Sie folgende Personen', 'Erste Ansprechpartnerin'],
    quotes: ['A person answers', 'Gesendet:'],
    cctlds: ['xl'], consent: 'none',
    contacts: [
      { firstName: 'Friederike', lastName: 'Öztürk', address: 'friederike.oeztuerk@ministerium.example', phones: ['+493023125220'], primary: true },
      { firstName: 'Matthias', lastName: 'Graf von Altenfels', address: 'matthias.altenfels@ministerium.example', phones: ['+493023125221'] },
    ],
  },
  {
    file: 'ios-mail-two-lines-fr',
    teaches:
      'Typed on a telephone: two people, one in a line, with blanks between name, address and number.',
    envelopeFrom: 'contact@nic.xm', to: 'tld-ops-join+vmcqf812pkw8ff5s3z7xykvrvh@lists.example',
    client: 'iPhone Mail', language: 'fr', charset: 'utf-8',
    says: ['Ajoutez svp', '+33 6 39 98 55 02'],
    quotes: ['Envoyé de mon iPhone', 'A person answers'],
    cctlds: [], consent: 'none',
    contacts: [
      { firstName: 'Jean-François', lastName: 'Tessier', address: 'jf.tessier@nic.xm', phones: ['+33639985501'], primary: true },
      { firstName: 'Aïcha', lastName: 'Benali', address: 'aicha.benali@nic.xm', phones: ['+33639985502'] },
    ],
  },
  // personal
  {
    file: 'outlook-2013-personal-mailbox-cc-alias-disclaimer-en',
    teaches:
      'From a mailbox at home with the admin alias in Cc; signature and disclaimer are longer than the request and hold other numbers.',
    envelopeFrom: 'kwame@boateng.example',
    client: 'Outlook 2013', language: 'en', charset: 'us-ascii',
    says: ['I write on behalf of the .xn registry'],
    quotes: ['legally privileged', 'privacy@nic.xn'],
    cctlds: ['xn'], consent: 'none',
    contacts: [
      { firstName: 'Kwame', lastName: 'Boateng-Ellis', address: 'kwame@boateng.example', phones: ['+447700900111'], primary: true },
      { firstName: 'Hannah', lastName: 'Sowerby', address: 'hannah.sowerby@nic.xn', phones: ['+442079460777'] },
    ],
  },
  {
    file: 'exchange-logo-and-disclaimer-cc-alias-fr',
    teaches:
      "A logo in multipart/related, a colleague's own mailbox, the admin alias in Cc, French labels, nobody called primary.",
    envelopeFrom: 'v.castaing@afdn.example',
    client: 'Outlook 2016 (Exchange)', language: 'fr', charset: 'iso-8859-1',
    says: ["Merci d'inscrire", 'l.kerbrat@afdn.example'],
    quotes: ['confidentiels et établis', '+33 1 99 00 70 00'],
    cctlds: ['xo'], consent: 'none',
    contacts: [
      { firstName: 'Véronique', lastName: 'Castaing', address: 'v.castaing@afdn.example', phones: ['+33639987001'] },
      { firstName: 'Loïc', lastName: 'Kerbrat', address: 'l.kerbrat@afdn.example', phones: ['+33639987002'] },
    ],
  },
  {
    file: 'notes-cc-alias-disclaimer-de',
    teaches:
      'Lotus Notes writes font tags and a boundary with a blank; numbered people, labels indented; legal footer below.',
    envelopeFrom: 'Uwe.Kraus@dombank.example',
    client: 'IBM Notes 10', language: 'de', charset: 'iso-8859-1',
    says: ['hier die Kontakte', 'ingeborg.strauss@dombank.example'],
    quotes: ['vertrauliche Informationen', 'GnR 1234'],
    cctlds: ['xp'], consent: 'none',
    contacts: [
      { firstName: 'Uwe', lastName: 'Kraus', address: 'uwe.kraus@dombank.example', phones: ['+493023125330'], primary: true },
      { firstName: 'Ingeborg', lastName: 'Strauß', address: 'ingeborg.strauss@dombank.example', phones: ['+493023125331'] },
    ],
  },
  // forwarded
  {
    file: 'outlook-fw-colleague-answers-en',
    teaches:
      "The Admin Contact forwarded our letter inside the house; a colleague answers, and the admin's words and number are only quoted.",
    envelopeFrom: 'leila.haddad@nic.xq', to: 'tld-ops-join+9kzn2m6vxjjf32rkbfza3myqr6@lists.example',
    client: 'Outlook 2021', language: 'en', charset: 'us-ascii',
    says: ['Our manager forwarded your letter'],
    quotes: ['can you answer this please', '+44 7700 900800', 'A person answers'],
    cctlds: ['xq'], consent: 'none',
    contacts: [
      { firstName: 'Leila', lastName: 'Haddad', address: 'leila.haddad@nic.xq', phones: ['+447700900201'], primary: true },
      { firstName: 'Pieter', lastName: 'Uys', address: 'pieter.uys@nic.xq', phones: ['+447700900202'] },
    ],
  },
  {
    file: 'gmail-forwarded-twice-es',
    teaches:
      'Gmail forwards leave no ">": everything below the dashed line is somebody else\'s, twice.',
    envelopeFrom: 'i.arrieta@nic.xr',
    client: 'Gmail (web)', language: 'es', charset: 'utf-8',
    says: ['Soy el responsable técnico', 'La principal es Mercedes'],
    quotes: ['¿puedes contestar tú?', 'A person answers'],
    cctlds: ['xr'], consent: 'none',
    contacts: [
      { firstName: 'Mercedes', lastName: 'Ñáñez Iturbe', address: 'm.nanez@nic.xr', phones: ['+34612345678'], primary: true },
      { firstName: 'Íñigo', lastName: 'Arrieta', address: 'i.arrieta@nic.xr', phones: ['+34612345679'] },
    ],
  },
  {
    file: 'foxmail-forwarded-by-the-boss-zh',
    teaches:
      "Foxmail in GB2312: full-width colons, family name first, the boss's words below the header block.",
    envelopeFrom: 'wang.xiaoming@cnnic-xs.example', to: 'tld-ops-join+63vcnrbpg69grezcnb4jystapn@lists.example',
    client: 'Foxmail 7', language: 'zh', charset: 'gb2312',
    says: ['领导把这封邮件转给我处理', 'ouyang.jing@cnnic-xs.example'],
    quotes: ['小王，请你回复一下', 'A person answers'],
    cctlds: ['xs'], consent: 'none',
    contacts: [
      { firstName: '晓明', lastName: '王', address: 'wang.xiaoming@cnnic-xs.example', phones: ['+8613912345678'], primary: true },
      { firstName: '静', lastName: '欧阳', address: 'ouyang.jing@cnnic-xs.example', phones: ['+8613800138000'] },
    ],
  },
];
