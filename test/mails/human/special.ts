/** Data that are odd, partial or missing: telephones, roles, questions, signatures, corrections. */

import type { HumanMail } from '../expected.ts';

export const SPECIAL: readonly HumanMail[] = [
  // phones
  {
    file: 'thunderbird-two-numbers-in-a-line-en',
    teaches:
      'International prefix 00, a trunk zero in brackets, "ext." and "#", two numbers in a line, an American territory.',
    envelopeFrom: 'hostmaster@nic.xv', to: 'tld-ops-join+qwezkh8sysatkh10fj7t294zgg@lists.example',
    client: 'Thunderbird 102', language: 'en', charset: 'utf-8',
    says: ['Cheers, Hendrik', 'imogen.pryce@nic.xv'],
    quotes: ['A person answers'],
    cctlds: ['xv'], consent: 'none',
    contacts: [
      { firstName: 'Hendrik', lastName: 'van Loon', address: 'hendrik.vanloon@nic.xv', phones: ['+31612345678', '+31207940801;ext=12'], primary: true },
      { firstName: 'Imogen', lastName: 'Pryce', address: 'imogen.pryce@nic.xv', phones: ['+442079460555;ext=31', '+447700900555'] },
      { firstName: 'Tala', lastName: 'Faumuina', address: 'tala.faumuina@nic.xv', phones: ['+16846331234'] },
    ],
  },
  {
    file: 'outlook-mobile-whatsapp-and-national-numbers-en',
    teaches:
      'A number with a remark, "same as" another person, a national number that nobody abroad can dial, a Signal name.',
    envelopeFrom: 'admin@nic.xw', to: 'tld-ops-join+ktkgvnmnjyrggxt9r3k6yxkqdg@lists.example',
    client: 'Outlook for iOS', language: 'en', charset: 'us-ascii',
    says: ['WhatsApp only'],
    quotes: ['Get Outlook for iOS', 'A person answers'],
    cctlds: [], consent: 'none',
    contacts: [
      { firstName: 'Bronwyn', lastName: 'Tippett', address: 'bronwyn.tippett@nic.xw', phones: ['+61491570156'], primary: true },
      { firstName: 'Lachie', lastName: 'Omond', address: 'lachie.omond@nic.xw', phones: ['same as Bronwyn'] },
      { firstName: 'Jarrah', lastName: 'Quill', address: 'jarrah.quill@nic.xw', phones: ['(07) 5550 1234'] },
    ],
  },
  {
    file: 'claws-national-numbers-el',
    teaches:
      'Only national numbers, and a ccTLD that belongs to no country: they are kept as written.',
    envelopeFrom: 'm.stavrou@forth-xx.example',
    client: 'Claws Mail 4', language: 'el', charset: 'iso-8859-7',
    says: ['Κινητό: 691 234 5679'],
    quotes: [],
    cctlds: ['xx'], consent: 'none',
    contacts: [
      { firstName: 'Μαρία', lastName: 'Σταύρου', address: 'm.stavrou@forth-xx.example', phones: ['2810 391 234'] },
      { firstName: 'Άγγελος', lastName: 'Ξένος', address: 'a.xenos@forth-xx.example', phones: ['691 234 5679'] },
    ],
  },
  // partial
  {
    file: 'gmail-one-now-second-next-week-en',
    teaches:
      'One person in three bare lines; the second is promised for later.',
    envelopeFrom: 'admin@nic.xy', to: 'tld-ops-join+xs1dt7bg0dbwn0hd8btxwzfr8x@lists.example',
    client: 'Gmail (web)', language: 'en', charset: 'utf-8',
    says: ['for now only me', 'I will send the second contact'],
    quotes: ['A person answers'],
    cctlds: [], consent: 'none',
    contacts: [
      { firstName: 'Priya', lastName: 'Raghunathan', address: 'priya.raghunathan@nic.xy', phones: ['+12025550161'] },
    ],
  },
  {
    file: 'roundcube-no-phones-given-pl',
    teaches:
      'Nobody has a phone number, and the second person is the primary one.',
    envelopeFrom: 'z.wrobel@nask-xz.example',
    client: 'Roundcube 1.4', language: 'pl', charset: 'iso-8859-2',
    says: ['Numerów telefonów niestety'],
    quotes: [],
    cctlds: ['xz'], consent: 'none',
    contacts: [
      { firstName: 'Żaneta', lastName: 'Wróbel', address: 'z.wrobel@nask-xz.example', phones: [] },
      { firstName: 'Grzegorz', lastName: 'Chrząszcz', address: 'g.chrzaszcz@nask-xz.example', phones: [], primary: true },
    ],
  },
  {
    file: 'sogo-four-people-fr',
    teaches:
      'Four people where three is the most; nobody is called primary.',
    envelopeFrom: 'hostmaster@nic.xa', to: 'tld-ops-join+krpc2hewd672j7r8817rd7b5sh@lists.example',
    client: 'SOGo 5', language: 'fr', charset: 'utf-8',
    says: ['quatre contacts', 'Chloé'],
    quotes: ['a écrit:', 'A person answers'],
    cctlds: ['xa'], consent: 'none',
    contacts: [
      { firstName: 'Solène', lastName: 'Rivoire', address: 'solene.rivoire@nic.xa', phones: ['+33639988001'] },
      { firstName: 'Mamadou', lastName: 'Sylla', address: 'mamadou.sylla@nic.xa', phones: ['+33639988002'] },
      { firstName: 'Yann', lastName: 'Kermarrec', address: 'yann.kermarrec@nic.xa', phones: ['+33639988003'] },
      { firstName: 'Chloé', lastName: 'Dufresne', address: 'chloe.dufresne@nic.xa', phones: ['+33639988004'] },
    ],
  },
  // roles
  {
    file: 'mutt-inline-form-role-person-en',
    teaches:
      'A role instead of a person, twice, in the quoted form; mutt with an attribution of its own.',
    envelopeFrom: 'noc@nic.xb', to: 'tld-ops-join+xw7h6mcvnbkmjy9y3xb23n9b5s@lists.example',
    client: 'mutt 2.0', language: 'en', charset: 'us-ascii', inline: true,
    says: ['We work in shifts'],
    quotes: ['Network Operations Centre, 24/7', 'A person answers'],
    cctlds: ['xb'], consent: 'none',
    contacts: [
      { firstName: 'NOC', lastName: 'Duty Officer', address: 'noc@nic.xb', phones: ['+442079460900'], primary: true },
      { firstName: 'NOC', lastName: 'Duty Officer', address: 'noc@nic.xb', phones: ['+442079460900'] },
    ],
  },
  {
    file: 'zoho-one-mailbox-for-all-three-en',
    teaches:
      'One shared mailbox for all three: there is no person to put on the list.',
    envelopeFrom: 'helpdesk@nixi-xc.example',
    client: 'Zoho Mail', language: 'en', charset: 'utf-8',
    says: ['Kindly use our shared mailbox'],
    quotes: [],
    cctlds: ['xc'], consent: 'none',
    contacts: [],
  },
  // questions
  {
    file: 'proton-is-this-phishing-en',
    teaches:
      'The Admin Contact does not believe us and asks; both words of consent stand only in the quoted letter.',
    envelopeFrom: 'admin@nic.xd', to: 'tld-ops-join+ydfpt6htqrxaf198d9pepwrzs6@lists.example',
    client: 'Proton Mail', language: 'en', charset: 'utf-8',
    says: ['how do I know that this is not phishing'],
    quotes: ['CONFIRM', 'A person answers'],
    cctlds: [], consent: 'none',
    contacts: [],
  },
  {
    file: 'outlook-gdpr-questions-with-contact-for-queries-de',
    teaches:
      "Questions about data protection; the person named in them is for queries and no contact. Exchange adds X-Auto-Response-Suppress to people's mail.",
    envelopeFrom: 'recht@denic-xe.example', to: 'tld-ops-join+2353jg6pyp9yk43kd550d7kkyg@lists.example',
    client: 'Outlook 2016', language: 'de', charset: 'iso-8859-1',
    says: ['benötigen wir folgende Angaben'],
    quotes: ['A person answers'],
    cctlds: [], consent: 'none',
    contacts: [],
  },
  {
    file: 'zimbra-wants-an-official-letter-fr',
    teaches:
      'A ministry wants a letter on paper: neither data nor refusal.',
    envelopeFrom: 'secretariat@ministere.example', to: 'tld-ops-join+m6xxfd7ycctx532f7492z8n7ez@lists.example',
    client: 'Zimbra 9', language: 'fr', charset: 'utf-8',
    says: ['une lettre officielle'],
    quotes: ['A person answers'],
    cctlds: [], consent: 'none',
    contacts: [],
  },
  {
    file: 'apple-mail-not-interested-nl',
    teaches:
      'A refusal in two sentences, flowed with DelSp; he is no contact.',
    envelopeFrom: 'beheer@stichting.example', to: 'tld-ops-join+1qams2hxr8j4vxqqz65r6138j7@lists.example',
    client: 'Apple Mail 13', language: 'nl', charset: 'us-ascii',
    says: ['Geen interesse'],
    quotes: ['A person answers'],
    cctlds: [], consent: 'none',
    contacts: [],
  },
  {
    file: 'outlook-com-ask-the-ministry-es',
    teaches:
      "Somebody points to a ministry: that moves nothing, and the ministry's address is no contact.",
    envelopeFrom: 'admin@nic.xh', to: 'tld-ops-join+s25xh843yxmthw2ztcf5y5hnqx@lists.example',
    client: 'Outlook.com', language: 'es', charset: 'iso-8859-1',
    says: ['Les ruego dirigirse al Ministerio'],
    quotes: ['A person answers', 'ines.guimaraes@nic.xh'],
    cctlds: [], consent: 'none',
    contacts: [],
  },
  // signed
  {
    file: 'thunderbird-pgp-mime-signed-de',
    teaches:
      'PGP/MIME with a preamble, protected headers inside, the form in German.',
    envelopeFrom: 'admin@nic.xi', to: 'tld-ops-join+y4a7zsgpc1t729kh61damnyxjb@lists.example',
    client: 'Thunderbird 128 (OpenPGP)', language: 'de', charset: 'utf-8',
    says: ['anbei unsere Angaben, signiert'],
    quotes: ['A person answers'],
    cctlds: ['xi'], consent: 'none',
    contacts: [
      { firstName: 'Götz', lastName: 'Bärwald', address: 'goetz.baerwald@nic.xi', phones: ['+493023125501'], primary: true },
      { firstName: 'Tülay', lastName: 'Aksoy', address: 'tuelay.aksoy@nic.xi', phones: ['+493023125502'] },
    ],
  },
  {
    file: 'alpine-inline-pgp-dash-escaped-en',
    teaches:
      'Inline PGP: lines that start with a dash are escaped ("- ---", "- -- "), the armour is no text of his.',
    envelopeFrom: 'fergus.mcallister@nic.xj',
    client: 'Alpine 2.26', language: 'en', charset: 'us-ascii',
    says: ['please register our contacts'],
    quotes: ['BEGIN PGP SIGNATURE', 'postmaster of .xj'],
    cctlds: ['xj'], consent: 'none',
    contacts: [
      { firstName: 'Fergus', lastName: 'McAllister', address: 'fergus.mcallister@nic.xj', phones: ['+447700900601'], primary: true },
      { firstName: 'Nia', lastName: 'Griffiths', address: 'nia.griffiths@nic.xj', phones: ['+447700900602'], primary: false },
    ],
  },
  {
    file: 'outlook-smime-clear-signed-cs',
    teaches:
      'S/MIME, signed in the clear: the text is in the first part, smime.p7s is no attachment of interest.',
    envelopeFrom: 'spravce@nic.xk', to: 'tld-ops-join+5jhqbnwpbdd3qnc6vxxgw0w56z@lists.example',
    client: 'Outlook 2019', language: 'cs', charset: 'windows-1250',
    says: ['zasíláme kontakty', 'Hlavním kontaktem je'],
    quotes: ['A person answers', 'Odesláno'],
    cctlds: ['xk'], consent: 'none',
    contacts: [
      { firstName: 'Bořivoj', lastName: 'Žďárský', address: 'borivoj.zdarsky@nic.xk', phones: ['+420601123456'], primary: true },
      { firstName: 'Ludmila', lastName: 'Křížová', address: 'ludmila.krizova@nic.xk', phones: ['+420601123457'] },
    ],
  },
  {
    file: 'thunderbird-pgp-encrypted-to-no-key-of-ours-de',
    teaches:
      "Encrypted to somebody else's key, the subject replaced by dots: nothing can be read, and a person sent it.",
    envelopeFrom: 'goetz.baerwald@nic.xi',
    client: 'Thunderbird 115 (OpenPGP)', language: 'de', charset: 'none',
    says: [],
    quotes: [],
    cctlds: [], consent: 'none',
    contacts: [],
  },
  {
    file: 'outlook-smime-encrypted-only-part-he',
    teaches:
      'smime.p7m is the whole mail: it must be asked for in plain text.',
    envelopeFrom: 'uri.shaked@nic.xw',
    client: 'Outlook 2016', language: 'he', charset: 'none',
    says: [],
    quotes: [],
    cctlds: [], consent: 'none',
    contacts: [],
  },
  // several
  {
    file: 'fastmail-two-cctlds-same-people-en',
    teaches:
      'Two ccTLDs, the same people for both.',
    envelopeFrom: 'ottilie.brandvold@backend.example',
    client: 'Fastmail (web)', language: 'en', charset: 'utf-8',
    says: ['Both have the same contacts'],
    quotes: [],
    cctlds: ['xm', 'xn'], consent: 'none',
    contacts: [
      { firstName: 'Ottilie', lastName: 'Brandvold', address: 'ottilie.brandvold@backend.example', phones: ['+46846500471'], primary: true },
      { firstName: 'Rashid', lastName: 'Qureshi', address: 'rashid.qureshi@backend.example', phones: ['+447700900701'] },
    ],
  },
  {
    file: 'outlook-ascii-and-idn-cctld-ar',
    teaches:
      'An ASCII ccTLD and its Arabic sister in one sentence.',
    envelopeFrom: 'layla.haddad@nic.xs',
    client: 'Outlook 2019', language: 'ar', charset: 'utf-8',
    says: ['نرجو تسجيل جهتي الاتصال'],
    quotes: [],
    cctlds: ['xs', 'xn--mgbachtv'], consent: 'none',
    contacts: [
      { firstName: 'ليلى', lastName: 'حداد', address: 'layla.haddad@nic.xs', phones: ['+962790123456'], primary: true },
      { firstName: 'عمر', lastName: 'الزعبي', address: 'omar.zoubi@nic.xs', phones: ['+962790123457'] },
    ],
  },
  {
    file: 'thunderbird-two-cctlds-form-copied-twice-en',
    teaches:
      'The form twice, for two ccTLDs with people of their own; one person is in both.',
    envelopeFrom: 'margit.solberg@registry-group.example',
    client: 'Thunderbird', language: 'en', charset: 'utf-8',
    says: ['from two different offices', 'ccTLD: .xf'],
    quotes: ['We cannot use your mail yet', '0300'],
    cctlds: ['xe', 'xf'], consent: 'none',
    contacts: [
      { cctld: 'xe', firstName: 'Margit', lastName: 'Solberg', address: 'margit.solberg@registry-group.example', phones: ['+442079460311'], primary: true },
      { cctld: 'xe', firstName: 'Tomasz', lastName: 'Wilk', address: 'tomasz.wilk@registry-group.example', phones: ['+442079460312'] },
      { cctld: 'xf', firstName: 'Aroha', lastName: 'Ngata', address: 'aroha.ngata@nic.xf', phones: ['+447700900311'], primary: true },
      { cctld: 'xf', firstName: 'Tomasz', lastName: 'Wilk', address: 'tomasz.wilk@registry-group.example', phones: ['+442079460312'] },
    ],
  },
  {
    file: 'gmail-two-cctlds-under-headings-fr',
    teaches:
      'A line of words above the people of each ccTLD, without any label for it.',
    envelopeFrom: 'solene.kerbrat@nic.xg',
    client: 'Gmail (web)', language: 'fr', charset: 'utf-8',
    says: ['Nous gérons deux extensions', 'Pour le .xh'],
    quotes: [],
    cctlds: ['xg', 'xh'], consent: 'none',
    contacts: [
      { cctld: 'xg', firstName: 'Solène', lastName: 'Kerbrat', address: 'solene.kerbrat@nic.xg', phones: ['+33199001201'], primary: true },
      { cctld: 'xg', firstName: 'Yann', lastName: 'Dantec', address: 'yann.dantec@nic.xg', phones: ['+33199001202'] },
      { cctld: 'xh', firstName: 'Inès', lastName: 'Maurel', address: 'ines.maurel@nic.xh', phones: ['+33199001203'], primary: true },
      { cctld: 'xh', firstName: 'Hugo', lastName: 'Barthès', address: 'hugo.barthes@nic.xh', phones: ['+33199001204'] },
    ],
  },
  {
    file: 'outlook-table-with-cctld-column-en',
    teaches:
      'One table for two ccTLDs, with a column that says which; one person is in both, primary in one.',
    envelopeFrom: 'paulo.quintela@backend.example',
    client: 'Outlook 365', language: 'en', charset: 'us-ascii',
    says: ['We are the back-end of .xi and .xj'],
    quotes: ['0400'],
    cctlds: ['xi', 'xj'], consent: 'none',
    contacts: [
      { cctld: 'xi', firstName: 'Paulo', lastName: 'Quintela', address: 'paulo.quintela@backend.example', phones: ['+442079460411'], primary: true },
      { cctld: 'xi', firstName: 'Berit', lastName: 'Aas', address: 'berit.aas@backend.example', phones: ['+442079460412'] },
      { cctld: 'xj', firstName: 'Nomsa', lastName: 'Radebe', address: 'nomsa.radebe@backend.example', phones: ['+442079460413'], primary: true },
      { cctld: 'xj', firstName: 'Paulo', lastName: 'Quintela', address: 'paulo.quintela@backend.example', phones: ['+442079460411'] },
    ],
  },
  // corrections
  {
    file: 'gmail-correction-an-hour-later-pt',
    teaches:
      'He answers his own mail of an hour ago: the quoted form is filled too, with the wrong number.',
    envelopeFrom: 'contato@nic.xo', to: 'tld-ops-join+7sqhx79tw7t55c58x7vjytxnd4@lists.example',
    client: 'Gmail (web)', language: 'pt', charset: 'utf-8',
    says: ['mandei errado há uma hora', '91234-5670'],
    quotes: ['91234-0000'],
    cctlds: ['xo'], consent: 'none',
    contacts: [
      { firstName: 'Thaís', lastName: 'Bittencourt', address: 'thais.bittencourt@nic.xo', phones: ['+5511912345670'], primary: true },
      { firstName: 'Otávio', lastName: 'Guimarães', address: 'otavio.guimaraes@nic.xo', phones: ['+551123450001'] },
    ],
  },
  {
    file: 'evolution-correction-of-one-address-en',
    teaches:
      'Only one person is sent again; her own earlier mail below, with the typing error, is quoted.',
    envelopeFrom: 'admin@nic.xp', to: 'tld-ops-join+y7ecdpygansdk4nqzv7zct65zx@lists.example',
    client: 'Evolution 3.44', language: 'en', charset: 'us-ascii',
    says: ['address of Axel is misspelt', 'axel.nordlund@nic.xp'],
    quotes: ['axel.nordlnud@nic.xp', 'signe.holmqvist@nic.xp'],
    cctlds: [], consent: 'none',
    contacts: [
      { firstName: 'Axel', lastName: 'Nordlund', address: 'axel.nordlund@nic.xp', phones: ['+46846500482'] },
    ],
  },
  // in-cc
  {
    file: 'outlook-contacts-are-those-in-cc-en',
    teaches:
      'The contacts stand only in Cc, next to the admin alias: nobody can tell who is meant.',
    envelopeFrom: 'director@nic.xq',
    client: 'Outlook for Microsoft 365 (Mac)', language: 'en', charset: 'utf-8',
    says: ['The people in Cc are the contacts'],
    quotes: [],
    cctlds: ['xq'], consent: 'none',
    contacts: [],
  },
  {
    file: 'yandex-mobile-contacts-in-cc-tr',
    teaches:
      'Turkish, HTML only from a telephone: the colleagues are in Cc, their numbers are to follow.',
    envelopeFrom: 'admin@nic.xr', to: 'tld-ops-join+nyz72mrt8m6na4ex63ncw6e2tk@lists.example',
    client: 'Yandex Mail (Android)', language: 'tr', charset: 'utf-8',
    says: ['sorumlu arkadaşlar bilgide'],
    quotes: ['A person answers'],
    cctlds: ['xr'], consent: 'none',
    contacts: [],
  },
  // elsewhere
  {
    file: 'rainloop-written-to-the-owner-address-en',
    teaches:
      'Data sent to the owner address, in a forward of our letter.',
    envelopeFrom: 'admin@nic.xy', to: 'tld-ops-owner@lists.example',
    client: 'RainLoop 1.17', language: 'en', charset: 'utf-8',
    says: ['so I write to the owner address'],
    quotes: ['A person answers', 'Forwarded message'],
    cctlds: [], consent: 'none',
    contacts: [
      { firstName: 'Niall', lastName: 'Brophy', address: 'niall.brophy@nic.xy', phones: ['+447700900881'], primary: true },
      { firstName: 'Eszter', lastName: 'Katona', address: 'eszter.katona@nic.xy', phones: ['+36201234599'] },
    ],
  },
  {
    file: 'opera-mail-posted-to-the-list-itself-es',
    teaches:
      'A request posted to the list itself.',
    envelopeFrom: 'i.arrieta@nic.xr', to: 'tld-ops@lists.example',
    client: 'Opera Mail', language: 'es', charset: 'iso-8859-15',
    says: ['dar de alta para .xr'],
    quotes: ['Enviado con Opera Mail'],
    cctlds: ['xr'], consent: 'none',
    contacts: [
      { firstName: 'Mercedes', lastName: 'Ñáñez Iturbe', address: 'm.nanez@nic.xr', phones: ['+34612345678'] },
      { firstName: 'Íñigo', lastName: 'Arrieta', address: 'i.arrieta@nic.xr', phones: ['+34612345679'] },
    ],
  },
];
