/** Answers to a letter that asks for a word, and people who look like machines. */

import type { HumanMail } from '../expected.ts';

export const CONSENT: readonly HumanMail[] = [
  // consent
  {
    file: 'outlook-confirm-with-signature-en',
    teaches:
      'The plain case: the word on the first line, a signature, the letter with both words below.',
    envelopeFrom: 'hostmaster@nic.xa', to: 'tld-ops-join+fzrf3xez919sw2t21f2a73b26w@lists.example',
    client: 'Outlook 2019', language: 'en', charset: 'us-ascii',
    says: ['CONFIRM'],
    quotes: ['REJECT', 'A person answers'],
    cctlds: [], consent: 'confirm',
    contacts: [],
  },
  {
    file: 'gmail-mobile-confirm-lower-case-id',
    teaches:
      'In lower case from a telephone, thanks in Indonesian.',
    envelopeFrom: 'hostmaster@nic.xt', to: 'tld-ops-join+60n9pcf2yxw8retw3apdddy8hh@lists.example',
    client: 'Gmail (iOS)', language: 'id', charset: 'utf-8',
    says: ['confirm', 'Terima kasih'],
    quotes: ['REJECT', 'A person answers'],
    cctlds: [], consent: 'confirm',
    contacts: [],
  },
  {
    file: 'ios-mail-confirm-with-thanks-sv',
    teaches:
      'The word with a full stop and thanks on the same line.',
    envelopeFrom: 'hostmaster@nic.xg', to: 'tld-ops-join+96zazga68xk2ekvt00cnmckk8z@lists.example',
    client: 'iPhone Mail', language: 'sv', charset: 'utf-8',
    says: ['Tack för att ni frågar'],
    quotes: ['Skickat från min iPhone', 'REJECT'],
    cctlds: [], consent: 'confirm',
    contacts: [],
  },
  {
    file: 'thunderbird-confirm-with-the-code-uk',
    teaches:
      'A new mail with word and code in capitals; no reply was possible.',
    envelopeFrom: 'hostmaster@nic.xu',
    client: 'Thunderbird 128', language: 'uk', charset: 'utf-8',
    says: ['CONFIRM 1SNV-FYB7-NA8Q-HANC-GDAY-X5KX-KQ', 'пишу новий лист'],
    quotes: [],
    cctlds: ['xu'], consent: 'confirm',
    contacts: [],
  },
  {
    file: 'mutt-confirm-below-the-quoted-letter-en',
    teaches:
      'Bottom-posted: the whole letter first, then the word, indented and with an exclamation mark.',
    envelopeFrom: 'hostmaster@nic.xv', to: 'tld-ops-join+ch0e91zvkqyzzz7grmc6qwbsvw@lists.example',
    client: 'NeoMutt', language: 'en', charset: 'utf-8',
    says: ['Confirm!', 'I know both of them well'],
    quotes: ['REJECT'],
    cctlds: [], consent: 'confirm',
    contacts: [],
  },
  {
    file: 'yahoo-mobile-confirm-localised-es',
    teaches:
      "Confirmed in Spanish: a person must look, for only the explicit word counts; the attribution and the letter's first line share a line.",
    envelopeFrom: 'hostmaster@nic.xr', to: 'tld-ops-join+gs3artk5amq8rv28vnrwwzjf6f@lists.example',
    client: 'Yahoo Mail (Android)', language: 'es', charset: 'utf-8',
    says: ['Confirmado, está todo correcto'],
    quotes: ['Enviado desde Yahoo', 'REJECT'],
    cctlds: [], consent: 'unclear',
    contacts: [],
  },
  {
    file: 'outlook-confirm-inside-a-sentence-en',
    teaches:
      'The word stands inside a sentence, not at the start of a line.',
    envelopeFrom: 'hostmaster@nic.xw', to: 'tld-ops-join+gqna403bwfbw1ke1a811dm0h3d@lists.example',
    client: 'Outlook on the web (Exchange)', language: 'en', charset: 'iso-8859-1',
    says: ['I am happy to confirm'],
    quotes: ['REJECT', 'A person answers'],
    cctlds: [], consent: 'unclear',
    contacts: [],
  },
  {
    file: 'samsung-mail-confirm-mistyped-en',
    teaches:
      'Mistyped on a telephone: close, but not the word.',
    envelopeFrom: 'hostmaster@nic.xy', to: 'tld-ops-join+9g02as9ep60zpt8hyq4y7n45gk@lists.example',
    client: 'Samsung Email', language: 'en', charset: 'utf-8',
    says: ['Comfrim'],
    quotes: ['Sent from my Galaxy', 'CONFIRM', 'REJECT'],
    cctlds: [], consent: 'unclear',
    contacts: [],
  },
  {
    file: 'apple-mail-i-did-not-ask-above-quoted-confirm-en',
    teaches:
      'An objection in his own words above a quote in which a line starts with CONFIRM.',
    envelopeFrom: 'hostmaster@nic.xz', to: 'tld-ops-join+451632qhaextxkmxpqex80zxz2@lists.example',
    client: 'Apple Mail 16', language: 'en', charset: 'utf-8',
    says: ['I did not ask for this. I don’t know these people'],
    quotes: ['CONFIRM', 'REJECT'],
    cctlds: [], consent: 'unclear',
    contacts: [],
  },
  {
    file: 'gmail-confirm-as-a-question-en',
    teaches:
      'The line starts with the word, and yet it is a question: nobody careful would take it for a yes.',
    envelopeFrom: 'hostmaster@nic.xx', to: 'tld-ops-join+3fnek21sksfyyqws9kmp8vcfgx@lists.example',
    client: 'Gmail (web)', language: 'en', charset: 'utf-8',
    says: ['We did not request anything'],
    quotes: ['REJECT', 'A person answers'],
    cctlds: [], consent: 'unclear',
    contacts: [],
  },
  {
    file: 'outlook-mobile-ok-one-word-en',
    teaches:
      'One word from a telephone, and not the one that we asked for.',
    envelopeFrom: 'hostmaster@nic.xp', to: 'tld-ops-join+c8yeyqabkjxppaa5p8g7j00j7f@lists.example',
    client: 'Outlook for Android', language: 'en', charset: 'utf-8',
    says: ['Ok'],
    quotes: ['Get Outlook for Android', 'CONFIRM'],
    cctlds: [], consent: 'unclear',
    contacts: [],
  },
  {
    file: 'becky-agrees-politely-ja',
    teaches:
      'A polite yes in Japanese, the letter quoted without attribution: a person decides.',
    envelopeFrom: 'hostmaster@nic.xn', to: 'tld-ops-join+kspygbr0h88w82gsw9k4zdgzjb@lists.example',
    client: 'Becky! 2', language: 'ja', charset: 'iso-2022-jp',
    says: ['内容を確認いたしました'],
    quotes: ['CONFIRM', 'A person answers'],
    cctlds: [], consent: 'unclear',
    contacts: [],
  },
  {
    file: 'foxmail-confirm-with-the-code-wrapped-zh',
    teaches:
      'A new mail in which the client has wrapped the code onto two more lines.',
    envelopeFrom: 'hostmaster@nic.xs',
    client: 'Foxmail 6', language: 'zh', charset: 'gb2312',
    says: ['CONFIRM', '谢谢'],
    quotes: [],
    cctlds: ['xs'], consent: 'confirm',
    contacts: [],
  },
  {
    file: 'outlook-reject-with-reason-de',
    teaches:
      'The word, a dash and a reason in German.',
    envelopeFrom: 'hostmaster@nic.xl', to: 'tld-ops-join+hffzazx70f90ca4btvb6jryx4h@lists.example',
    client: 'Outlook 2021', language: 'de', charset: 'iso-8859-15',
    says: ['REJECT', 'arbeitet seit März nicht mehr'],
    quotes: ['CONFIRM', 'A person answers'],
    cctlds: [], consent: 'reject',
    contacts: [],
  },
  {
    file: 'thunderbird-reject-lower-case-to-the-copy-fr',
    teaches:
      'The copy for information is objected to, in lower case after a greeting.',
    envelopeFrom: 'hostmaster@nic.xm', to: 'tld-ops-join+ve7qrbh71kaqnap1ctt12bk8z2@lists.example',
    client: 'Thunderbird 115', language: 'fr', charset: 'utf-8',
    says: ['reject svp'],
    quotes: ['If this is right, you do not need to answer'],
    cctlds: [], consent: 'reject',
    contacts: [],
  },
  {
    file: 'the-bat-rejects-in-russian-ru',
    teaches:
      'A refusal in Russian: clear to a person, but not the word.',
    envelopeFrom: 'hostmaster@nic.xi', to: 'tld-ops-join+w3y79tfk60m8q2cm78fv6g25cx@lists.example',
    client: 'The Bat! 10', language: 'ru', charset: 'windows-1251',
    says: ['Мы этого не просили'],
    quotes: ['REJECT', 'A person answers'],
    cctlds: [], consent: 'unclear',
    contacts: [],
  },
  // like-a-machine
  {
    file: 'outlook-re-automatic-reply-subject-en',
    teaches:
      'A person answers below the subject of his own out-of-office, which is quoted with a substitute who is no contact.',
    envelopeFrom: 'hostmaster@nic.xj', to: 'tld-ops-join+0af6g426g2kyzg2r4xbw51gqzh@lists.example',
    client: 'Outlook 2019', language: 'en', charset: 'us-ascii',
    says: ['that was my out-of-office from last week'],
    quotes: ['duncan.rae@nic.xj', 'no access to e-mail'],
    cctlds: [], consent: 'none',
    contacts: [
      { firstName: 'Fergus', lastName: 'McAllister', address: 'fergus.mcallister@nic.xj', phones: ['+447700900601'], primary: true },
      { firstName: 'Nia', lastName: 'Griffiths', address: 'nia.griffiths@nic.xj', phones: ['+447700900602'] },
    ],
  },
  {
    file: 'thunderbird-out-of-office-contact-subject-en',
    teaches:
      'Subject and text speak of being out of office, and a person wants to be added.',
    envelopeFrom: 'rosa.lind@nic.xa',
    client: 'Thunderbird 128', language: 'en', charset: 'utf-8',
    says: ['Please add me as a contact'],
    quotes: [],
    cctlds: ['xa'], consent: 'none',
    contacts: [
      { firstName: 'Rosa', lastName: 'Lind', address: 'rosa.lind@nic.xa', phones: ['+12025550112'] },
    ],
  },
  {
    file: 'sylpheed-undelivered-again-subject-ru',
    teaches:
      'A subject like that of a bounce and even an SMTP code in the text, written by a person.',
    envelopeFrom: 'admin@nic.xb',
    client: 'Sylpheed 3', language: 'ru', charset: 'koi8-r',
    says: ['прошлое письмо не доставлено'],
    quotes: [],
    cctlds: ['xb'], consent: 'none',
    contacts: [
      { firstName: 'Глеб', lastName: 'Черных', address: 'g.chernykh@nic.xb', phones: ['+74951234511'], primary: true },
      { firstName: 'Юлия', lastName: 'Ёжикова', address: 'y.ezhikova@nic.xb', phones: ['+74951234512'] },
    ],
  },
  {
    file: 'kmail-from-postmaster-de',
    teaches:
      'From postmaster@, yet typed by a person; that he is the main contact stands behind his name at the end.',
    envelopeFrom: 'postmaster@nic.xd', to: 'tld-ops-join+jeayt375kjysxcntf0ab7zfsbt@lists.example',
    client: 'KMail 5', language: 'de', charset: 'us-ascii',
    says: ['Postmaster, Hostmaster und Hausmeister'],
    quotes: ['A person answers'],
    cctlds: [], consent: 'none',
    contacts: [
      { firstName: 'Ubbo', lastName: 'Harms', address: 'ubbo.harms@nic.xd', phones: ['+493023125601'], primary: true },
      { firstName: 'Wiebke', lastName: 'Tjarks', address: 'wiebke.tjarks@nic.xd', phones: ['+493023125602'] },
    ],
  },
  {
    file: 'gmail-from-info-through-a-group-with-list-id-en',
    teaches:
      "The team's address is a group: it adds List-Id and Precedence: list to a person's answer to our letter.",
    envelopeFrom: 'info+bncBC1234567890@nic.xe', to: 'tld-ops-join+09zsnraekr069sxvb28aq2smyh@lists.example',
    client: 'Google Groups behind Gmail', language: 'en', charset: 'utf-8',
    says: ['sent from our team address'],
    quotes: ['A person answers'],
    cctlds: ['xe'], consent: 'none',
    contacts: [
      { firstName: 'Gwendolyn', lastName: 'Achebe', address: 'gwendolyn.achebe@nic.xe', phones: ['+442079460620'], primary: true },
      { firstName: 'Tobias', lastName: 'Renner', address: 'tobias.renner@nic.xe', phones: ['+442079460621'] },
    ],
  },
  {
    file: 'mailman-alias-with-list-id-confirms-it',
    teaches:
      "The admin alias is a Mailman list; it adds List-Id, a subject prefix and a footer to a person's answer to our letter.",
    envelopeFrom: 'hostmaster-bounces@lists.nic.xf', to: 'tld-ops-join+9f3wcs7tt1phx9kx8hf6fmsx97@lists.example',
    client: 'Thunderbird 115 behind Mailman', language: 'it', charset: 'utf-8',
    says: ['CONFIRM', 'Grazie e buon lavoro'],
    quotes: ['REJECT', 'To unsubscribe'],
    cctlds: [], consent: 'confirm',
    contacts: [],
  },
  {
    file: 'exchange-high-priority-with-read-receipt-es',
    teaches:
      'High priority, a wish for a read receipt, X-Auto-Response-Suppress: All, and "Principal: sí" as a line of its own.',
    envelopeFrom: 'admin@nic.xh', to: 'tld-ops-join+vbshhhw4a67gvnm5m8snd5dj9v@lists.example',
    client: 'Outlook 2016', language: 'es', charset: 'windows-1252',
    says: ['Ruego acuse de recibo'],
    quotes: ['wrote back, and we wait', 'A person answers'],
    cctlds: ['xh'], consent: 'none',
    contacts: [
      { firstName: 'Begoña', lastName: 'Echeverría Núñez', address: 'begona.echeverria@nic.xh', phones: ['+34612345690'], primary: true },
      { firstName: 'Ramón', lastName: 'Iglesias Peña', address: 'ramon.iglesias@nic.xh', phones: ['+34612345691'], primary: false },
    ],
  },
  {
    file: 'aol-answers-a-validators-question-en',
    teaches:
      'The answer to a Validator\'s question, with "automatic reply" in the text, Precedence: none and Auto-Submitted: no.',
    envelopeFrom: 'admin@nic.xk', to: 'tld-ops-join+4akqevqcg0c5d541r8hymcdxpa@lists.example',
    client: 'AOL Mail', language: 'en', charset: 'utf-8',
    says: ['Luis is still with us'],
    quotes: ['Is Luis still with you', 'A person answers'],
    cctlds: [], consent: 'none',
    contacts: [],
  },
];
