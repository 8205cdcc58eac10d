/** Data in other shapes than text: tables, attached documents, cards. */

import type { HumanMail } from '../expected.ts';

export const SHAPES: readonly HumanMail[] = [
  // tables
  {
    file: 'exchange-html-only-table-header-row-en',
    teaches:
      'No text part at all: a Word table with a header row, no-break spaces everywhere, entities, a logo.',
    envelopeFrom: 'office@nic.xt',
    client: 'Outlook 2019 (Exchange)', language: 'en', charset: 'us-ascii',
    says: ['below you find our contacts'],
    quotes: [],
    cctlds: ['xt'], consent: 'none',
    contacts: [
      { firstName: 'Siobhán', lastName: 'Kelleher', address: 'siobhan.kelleher@nic.xt', phones: ['+442079460321'], primary: true },
      { firstName: 'Tendai', lastName: 'Moyo', address: 'tendai.moyo@nic.xt', phones: ['+447700900321'], primary: false },
      { firstName: 'Marc', lastName: 'Delacroix', address: 'marc.delacroix@nic.xt', phones: ['+447700900322'], primary: false },
    ],
  },
  {
    file: 'naver-vertical-tables-ko',
    teaches:
      'A table for each person with the label in the left column; the original is cited without any mark in HTML.',
    envelopeFrom: 'admin@nic.xu', to: 'tld-ops-join+p9sa8jwcjtyhwbse06p99fap9f@lists.example',
    client: 'Naver Mail', language: 'ko', charset: 'euc-kr',
    says: ['담당자 정보를 보내드립니다', 'seoyeon.lee@nic.xu'],
    quotes: ['A person answers'],
    cctlds: ['xu'], consent: 'none',
    contacts: [
      { firstName: '민준', lastName: '김', address: 'minjun.kim@nic.xu', phones: ['+821012345678'], primary: true },
      { firstName: '서연', lastName: '이', address: 'seoyeon.lee@nic.xu', phones: ['+821023456789'], primary: false },
    ],
  },
  {
    file: 'outlook-html-only-rtl-table-ar',
    teaches:
      'A right-to-left table in windows-1256: cells must stay in their order, numbers are left-to-right spans.',
    envelopeFrom: 'khalid.otaibi@nic.xv',
    client: 'Outlook 2016', language: 'ar', charset: 'windows-1256',
    says: ['نرسل لكم جهات الاتصال', 'noura.shammari@nic.xv'],
    quotes: [],
    cctlds: ['xv'], consent: 'none',
    contacts: [
      { firstName: 'خالد', lastName: 'العتيبي', address: 'khalid.otaibi@nic.xv', phones: ['+966512345678'], primary: true },
      { firstName: 'نورة', lastName: 'الشمري', address: 'noura.shammari@nic.xv', phones: ['+966512345679'], primary: false },
    ],
  },
  {
    file: 'horde-rtl-table-two-name-columns-he',
    teaches:
      'Hebrew header row with first and last name in columns of their own; primary is not said.',
    envelopeFrom: 'registry@isoc-xw.example', to: 'tld-ops-join+t4r62ays901bn7t3fdsf4p0ej0@lists.example',
    client: 'Horde IMP 6', language: 'he', charset: 'windows-1255',
    says: ['מצורפים פרטי אנשי הקשר', 'uri.shaked@isoc-xw.example'],
    quotes: ['A person answers', 'Quoting TLD-OPS'],
    cctlds: ['xw'], consent: 'none',
    contacts: [
      { firstName: 'יעל', lastName: 'בן-דוד', address: 'yael.bendavid@isoc-xw.example', phones: ['+972502345678'] },
      { firstName: 'אורי', lastName: 'שקד', address: 'uri.shaked@isoc-xw.example', phones: ['+972543456789'] },
    ],
  },
  {
    file: 'yahoo-table-beside-flattened-text-el',
    teaches:
      'Yahoo flattens a header-row table into lines in the text part and indents the letter by one blank instead of marking it.',
    envelopeFrom: 'nikos.nic.xy@yahoo.example', to: 'tld-ops-join+1q6rt87h1bdcrn3rj9eksyk4rn@lists.example',
    client: 'Yahoo Mail (web)', language: 'el', charset: 'utf-8',
    says: ['Ο Νίκος είναι ο κύριος', 'eleni.georgiou@nic.xy'],
    quotes: ['A person answers', 'έγραψε'],
    cctlds: [], consent: 'none',
    contacts: [
      { firstName: 'Νίκος', lastName: 'Παπαδάκης', address: 'nikos.papadakis@nic.xy', phones: ['+302123456789'], primary: true },
      { firstName: 'Ελένη', lastName: 'Γεωργίου', address: 'eleni.georgiou@nic.xy', phones: ['+306912345678'] },
    ],
  },
  // attached
  {
    file: 'outlook-see-attached-docx-en',
    teaches:
      'The answer is a Word document; nothing in the mail itself can be read as data.',
    envelopeFrom: 'admin@registry-xz.example', to: 'tld-ops-join+zz360jknj2njer2gx3xpjkrdsk@lists.example',
    client: 'Outlook 2016', language: 'en', charset: 'us-ascii',
    says: ['Please see attached'],
    quotes: ['If you do nothing'],
    cctlds: [], consent: 'none',
    contacts: [],
  },
  {
    file: 'roundcube-scanned-letter-pdf-vi',
    teaches:
      'An official letter as a scan, file name in RFC 2231, the body only announces it.',
    envelopeFrom: 'htqt@vnnic-zz.example',
    client: 'Roundcube 1.6', language: 'vi', charset: 'utf-8',
    says: ['xin gửi công văn kèm theo'],
    quotes: [],
    cctlds: ['zz'], consent: 'none',
    contacts: [],
  },
  {
    file: 'yandex-spreadsheet-attached-ru',
    teaches:
      'A spreadsheet is attached; the only number in the body is the switchboard in the signature.',
    envelopeFrom: 'i.soboleva@nic-xb.example',
    client: 'Yandex Mail (web)', language: 'ru', charset: 'koi8-r',
    says: ['Список контактных лиц'],
    quotes: ['+7 495 123-45-00'],
    cctlds: ['xb'], consent: 'none',
    contacts: [],
  },
  // vcards
  {
    file: 'outlook-two-vcards-21-quoted-printable-fr',
    teaches:
      'Two vCards 2.1 from Outlook, quoted-printable in windows-1252, one of them encoded a second time for transport; fax numbers are no contact.',
    envelopeFrom: 'gaelle.lebihan@operateur.example',
    client: 'Outlook 2010', language: 'fr', charset: 'windows-1252',
    says: ['cartes de visite des deux contacts', 'Le contact principal est'],
    quotes: ['+33 1 99 00 31 99'],
    cctlds: ['xf'], consent: 'none',
    contacts: [
      { firstName: 'Gaëlle', lastName: 'Le Bihan', address: 'gaelle.lebihan@operateur.example', phones: ['+33639983101'], primary: true },
      { firstName: 'Anselme', lastName: 'Guérin', address: 'anselme.guerin@operateur.example', phones: ['+33639983102'] },
    ],
  },
  {
    file: 'apple-mail-three-vcards-30-one-file-sv',
    teaches:
      'One .vcf with three cards 3.0, nested in multipart/mixed inside the HTML branch of multipart/alternative, as Apple Mail does it.',
    envelopeFrom: 'registry@nic.xg', to: 'tld-ops-join+ycsff96x8n4b8yhjcyhxx8egdr@lists.example',
    client: 'Apple Mail 16', language: 'sv', charset: 'utf-8',
    says: ['våra tre kontakter som vCard'],
    quotes: ['A person answers'],
    cctlds: [], consent: 'none',
    contacts: [
      { firstName: 'Åsa', lastName: 'Sjöberg', address: 'asa.sjoberg@nic.xg', phones: ['+46846500401'] },
      { firstName: 'Björn', lastName: 'Lindqvist', address: 'bjorn.lindqvist@nic.xg', phones: ['+46846500402'] },
      { firstName: 'Märta', lastName: 'Öberg', address: 'marta.oberg@nic.xg', phones: ['+46846500403'] },
    ],
  },
  {
    file: 'nextcloud-vcards-40-pt',
    teaches:
      'vCards 4.0 with tel: URIs, escapes and a folded note; who is primary stands only inside a note.',
    envelopeFrom: 'admin@nic.xh',
    client: 'Nextcloud Mail 4', language: 'pt', charset: 'utf-8',
    says: ['Enviamos em anexo'],
    quotes: [],
    cctlds: ['xh'], consent: 'none',
    contacts: [
      { firstName: 'Inês', lastName: 'Guimarães', address: 'ines.guimaraes@nic.xh', phones: ['+351912345678'] },
      { firstName: 'Duarte', lastName: 'Assunção', address: 'duarte.assuncao@nic.xh', phones: ['+351912345679'] },
    ],
  },
];
