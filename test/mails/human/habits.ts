/** Habits of programs and offices that mislead a reader. */

import type { HumanMail } from '../expected.ts';

export const HABITS: readonly HumanMail[] = [
  // habits
  {
    file: 'outlook-answers-below-in-red-unmarked-en',
    teaches:
      'The answers are typed into the form of the letter below, which Outlook does not mark as quoted; in the text part even the red is lost.',
    envelopeFrom: 'hostmaster@nic.xa', to: 'tld-ops-join+t4c8p4b4543r1grxfh3fq2p1hd@lists.example',
    client: 'Outlook for Microsoft 365', language: 'en', charset: 'us-ascii', inline: true,
    says: ['Please see my answers below'],
    quotes: ['A person answers', 'Something is missing or not clear'],
    cctlds: ['xa'], consent: 'none',
    contacts: [
      { firstName: 'Imani', lastName: 'Okonjo-Reid', address: 'imani.okonjo@nic.xa', phones: ['+447700900331'], primary: true },
      { firstName: 'Callum', lastName: 'MacBride', address: 'callum.macbride@nic.xa', phones: ['+447700900332'] },
    ],
  },
  {
    file: 'outlook-external-banner-confirm-en',
    teaches:
      'The house has put "[EXTERNAL]" into the subject and a warning with the word "confirm" above our letter.',
    envelopeFrom: 'hostmaster@nic.xb', to: 'tld-ops-join+wyya2hv54jc82p2hpvt57wrxb7@lists.example',
    client: 'Outlook 2021', language: 'en', charset: 'utf-8',
    says: ['Confirm.'],
    quotes: ['CAUTION: This email', 'REJECT'],
    cctlds: [], consent: 'confirm',
    contacts: [],
  },
  {
    file: 'outlook-labelled-signature-of-a-third-person-de',
    teaches:
      "The assistant's signature has labels like a form, and no dashes before it; she is no contact.",
    envelopeFrom: 'c.vorlaender@registrierung.example',
    client: 'Outlook 2019', language: 'de', charset: 'iso-8859-1',
    says: ['für .xc nennen wir'],
    quotes: ['HRB 4711'],
    cctlds: ['xc'], consent: 'none',
    contacts: [
      { firstName: 'Anneke', lastName: 'Weiß', address: 'a.weiss@registrierung.example', phones: ['+493023125111'] },
      { firstName: 'Jürgen', lastName: 'Großmann', address: 'j.grossmann@registrierung.example', phones: ['+493023125110'] },
    ],
  },
  {
    file: 'thunderbird-own-vcard-as-signature-fr',
    teaches:
      "Thunderbird attaches the sender's own card to everything that he sends; he says himself that he is no contact.",
    envelopeFrom: 'benoit.leguen@nic.xa',
    client: 'Thunderbird 102', language: 'fr', charset: 'utf-8',
    says: ['je pars en retraite'],
    quotes: [],
    cctlds: ['xa'], consent: 'none',
    contacts: [
      { firstName: 'Élodie', lastName: 'Marchand', address: 'elodie.marchand@nic.xa', phones: ['+33639981234'] },
      { firstName: 'Noël', lastName: 'Trévidic', address: 'noel.trevidic@nic.xa', phones: ['+33639981235'] },
    ],
  },
  {
    file: 'phpmailer-text-part-is-only-a-stub-pt',
    teaches:
      'The text part says only that there is HTML; the data are a list in the HTML part, full of entities.',
    envelopeFrom: 'joao.magalhaes@dns.xe',
    client: 'Webmail on PHPMailer 5', language: 'pt', charset: 'us-ascii',
    says: ['joao.magalhaes@dns.xe'],
    quotes: ['HTML compatible email viewer'],
    cctlds: ['xe'], consent: 'none',
    contacts: [
      { firstName: 'João', lastName: 'Magalhães', address: 'joao.magalhaes@dns.xe', phones: ['+5511912345678'], primary: true },
      { firstName: 'Conceição', lastName: 'Araújo', address: 'conceicao.araujo@dns.xe', phones: ['+551123456789'] },
    ],
  },
  {
    file: 'apple-mail-text-picture-text-nl',
    teaches:
      'Two text parts around a picture, each in a charset of its own: one person in each.',
    envelopeFrom: 'bram.dehaan@stichting.example',
    client: 'Apple Mail 15', language: 'nl', charset: 'utf-8',
    says: ['hier de eerste', 'en de tweede, zonder plaatje'],
    quotes: [],
    cctlds: ['xg'], consent: 'none',
    contacts: [
      { firstName: 'Sanne', lastName: 'van der Meulen', address: 'sanne.vandermeulen@stichting.example', phones: ['+31612345678'] },
      { firstName: 'Bram', lastName: 'de Haan', address: 'bram.dehaan@stichting.example', phones: ['+31207940801'] },
    ],
  },
  {
    file: 'outlook-winmail-dat-replacement-en',
    teaches:
      'One goes, one comes, one stays; winmail.dat beside the text.',
    envelopeFrom: 'admin@nic.xd', to: 'tld-ops-join+f0v74djda4qkwnkr5q687kfnzd@lists.example',
    client: 'Outlook 2010', language: 'en', charset: 'us-ascii',
    says: ['please take Owen off the list'],
    quotes: ['A person answers'],
    cctlds: [], consent: 'none',
    contacts: [
      { firstName: 'Freya', lastName: 'Lindgren', address: 'freya.lindgren@registry.example', phones: ['+46846500455'] },
    ],
  },
  {
    file: 'outlook-on-behalf-html-only-confirm-it',
    teaches:
      'Sent on behalf of the admin mailbox (Sender differs from From), the word in bold in an HTML-only mail.',
    envelopeFrom: 'nicola.dossi@nic.xf', to: 'tld-ops-join+a68tw2bcpb23hpgxxc26tsh0ft@lists.example',
    client: 'Outlook 2019', language: 'it', charset: 'iso-8859-1',
    says: ['CONFIRM', 'è tutto giusto'],
    quotes: ['REJECT', 'A person answers'],
    cctlds: [], consent: 'confirm',
    contacts: [],
  },
  {
    file: 'gmail-mobile-one-word-yes-pt',
    teaches:
      'Yes in Portuguese, and nothing else.',
    envelopeFrom: 'hostmaster@nic.xo', to: 'tld-ops-join+s19ym1w30n0t116zh3tqr3211q@lists.example',
    client: 'Gmail (Android)', language: 'pt', charset: 'utf-8',
    says: ['Sim'],
    quotes: ['CONFIRM', 'A person answers'],
    cctlds: [], consent: 'unclear',
    contacts: [],
  },
];
