/** What Admin Contacts write about the contacts they have, and what a careful person reads in it. */

// On the list are Alice Jones, who is primary, and Carol Brown.
export const BOB = 'Bob Smith, bob@nic.xa, +1 202 555 0112';
export const ERIK = 'Erik Gray, erik@nic.xa, +1 202 555 0113';
export const FORM_BOB =
  'First name: Bob\nLast name: Smith\nE-mail: bob@nic.xa\nPhone: +1 202 555 0112\n';
export const FORM_ERIK =
  'First name: Erik\nLast name: Gray\nE-mail: erik@nic.xa\nPhone: +1 202 555 0113\n';
const FORM_ALICE =
  'First name: Alice\nLast name: Jones\nE-mail: alice@nic.xa\nPhone: +1 202 555 0101\n';
const FORM_CAROL =
  'First name: Carol\nLast name: Brown\nE-mail: carol@nic.xa\nPhone: +1 202 555 0102\n';

export type Table = readonly (readonly [text: string, ...reading: string[]])[];

/** The words that our letters offer. */
export const COMMANDS: Table = [
  [`ADD\n\n${FORM_BOB}`, 'add bob'],
  [`ADD\n${BOB}`, 'add bob'],
  [`ADD ${BOB}`, 'add bob'],
  [`add\n\nContact 1\n${FORM_BOB}\nContact 2\n${FORM_ERIK}`, 'add bob', 'add erik'],
  [`REPLACE 2\n\n${FORM_BOB}`, 'replace carol bob'],
  [`REPLACE 2\n${BOB}`, 'replace carol bob'],
  [`REPLACE 2: ${BOB}`, 'replace carol bob'],
  [`REPLACE Alice Jones\n\n${FORM_BOB}`, 'replace alice bob'],
  [`replace alice jones\n\n${FORM_BOB}`, 'replace alice bob'],
  [`REPLACE alice@nic.xa\n\n${FORM_BOB}`, 'replace alice bob'],
  [`REPLACE alice@nic.xa WITH ${BOB}`, 'replace alice bob'],
  [
    `REPLACE ALL\n\nContact 1\n${FORM_BOB}\nContact 2\n${FORM_ERIK}`,
    'replace-all',
    'contacts bob erik',
  ],
  [
    `REPLACE ALL\n\nContact 1\n${FORM_ALICE}\nContact 2\n${FORM_ERIK}`,
    'replace-all',
    'contacts alice erik',
  ],
  ['REMOVE 2', 'remove carol'],
  ['remove 1', 'remove alice'],
  ['REMOVE alice@nic.xa', 'remove alice'],
  ['REMOVE Alice Jones <alice@nic.xa>', 'remove alice'],
  ['REMOVE 1\nREMOVE 2', 'remove alice', 'remove carol'],
  ['REMOVE 2\nREMOVE carol@nic.xa', 'remove carol'],
  ['PRIMARY 2', 'primary carol'],
  ['PRIMARY carol@nic.xa', 'primary carol'],
  ['PRIMARY: Carol Brown', 'primary carol'],
  [`REMOVE 1\nADD\n\n${FORM_BOB}`, 'add bob', 'remove alice'],
  [`REPLACE 1\n${BOB}\n\nREPLACE 2\n${ERIK}`, 'replace alice bob', 'replace carol erik'],
  [`REPLACE 1\n\n${FORM_BOB}\nPRIMARY 2`, 'replace alice bob', 'primary carol'],
];

/** In English sentences. */
export const SENTENCES: Table = [
  [
    'Please replace Alice Jones by Bob Smith, e-mail bob@nic.xa, phone +1 202 555 0112.',
    'replace alice bob',
  ],
  [
    'Please change Alice Jones to Bob Smith <bob@nic.xa>, phone +1 202 555 0112.',
    'replace alice bob',
  ],
  [
    'Bob Smith instead of Alice Jones, new phone +1 202 555 0112, e-mail bob@nic.xa.',
    'replace alice bob',
  ],
  [
    'Please replace Alice Jones <alice@nic.xa>, who has left the company, with Bob Smith <bob@nic.xa>, phone +1 202 555 0112.',
    'replace alice bob',
  ],
  [
    'Alice Jones should be replaced with our new security manager Bob Smith (bob@nic.xa, +1 202 555 0112).',
    'replace alice bob',
  ],
  [
    'Please replace Alice with our new security manager Bob Smith (bob@nic.xa, +1 202 555 0112).',
    'replace alice bob',
  ],
  [
    `Alice Jones no longer works for NIC XA. Kindly replace her by ${BOB}.\n\nKind regards,\nCarol Brown\ncarol@nic.xa`,
    'replace alice bob',
  ],
  ['Bob replaces Alice. Bob Smith replaces Alice Jones.\n\n' + FORM_BOB, 'replace alice bob'],
  [`Alice Jones has left, our new contact is ${BOB}.`, 'replace alice bob'],
  [
    `Please note that Alice Jones will be replaced by Bob Smith (bob@nic.xa, +1 202 555 0112) as of 1 May 2026.`,
    'replace alice bob',
  ],
  [
    `Alice Jones retired in May. Her successor is Bob Smith <bob@nic.xa>, tel +1 202 555 0112.`,
    'replace alice bob',
  ],
  [
    `Please update our contacts:\n- Alice Jones: remove\n- ${BOB}: add\n- Carol Brown: no change`,
    'add bob',
    'remove alice',
  ],
  [
    `REPLACE 1 and 2\n\nContact 1\n${FORM_BOB}\nContact 2\n${FORM_ERIK}`,
    'replace alice bob',
    'replace carol erik',
  ],
  ['REMOVE 1, 2', 'remove alice', 'remove carol'],
  ['Please take Carol off the list.', 'remove carol'],
  ['Please do not forget to remove Alice.', 'remove alice'],
  ['Please remove all our contacts.', 'remove alice', 'remove carol'],
  [
    `Please remove all our contacts. The new ones are:\n\nContact 1\n${FORM_BOB}\nContact 2\n${FORM_ERIK}`,
    'replace-all',
    'contacts bob erik',
  ],
  [`REPLACE 2\n\nContact 1\n${FORM_ALICE}\nContact 2\n${FORM_BOB}`, 'replace carol bob'],
  [`Contact 2: please replace with ${BOB}`, 'replace carol bob'],
  ['Contact 2: remove', 'remove carol'],
  [`Alice Jones and Carol Brown stay. Please add ${BOB}.`, 'add bob'],
  [`Please keep Alice and replace Carol by ${BOB}.`, 'replace carol bob'],
  ['Change of primary contact: Carol Brown instead of Alice Jones.', 'primary carol'],
  [`Bob Smith replaces Alice Jones.\n\n${FORM_BOB}`, 'replace alice bob'],
  [`Bob replaces Alice.\n\n${FORM_BOB}`, 'replace alice bob'],
  [`Please replace Alice with Bob.\n\n${FORM_BOB}`, 'replace alice bob'],
  [`Please replace Alice Jones with ${BOB}.`, 'replace alice bob'],
  ['Please replace Alice Jones with Bob Smith <bob@nic.xa>, +1 202 555 0112.', 'replace alice bob'],
  [
    'Please replace Alice Jones (alice@nic.xa) by Bob Smith (bob@nic.xa, +1 202 555 0112).',
    'replace alice bob',
  ],
  [
    'Bob Smith (bob@nic.xa, +1 202 555 0112) replaces Alice Jones (alice@nic.xa).',
    'replace alice bob',
  ],
  [`Bob instead of Alice, please.\n\n${FORM_BOB}`, 'replace alice bob'],
  [`Please use Bob Smith instead of Alice Jones.\n\n${FORM_BOB}`, 'replace alice bob'],
  [`Alice is replaced by Bob.\n\n${FORM_BOB}`, 'replace alice bob'],
  [`Alice Jones has been replaced by Bob Smith.\n${BOB}`, 'replace alice bob'],
  [`Bob takes over from Alice:\n\n${FORM_BOB}`, 'replace alice bob'],
  [`Bob Smith will replace Alice Jones as our contact.\n\n${FORM_BOB}`, 'replace alice bob'],
  [`Alice's successor is Bob Smith.\n\n${FORM_BOB}`, 'replace alice bob'],
  [`Bob is the successor of Alice Jones.\n\n${FORM_BOB}`, 'replace alice bob'],
  [`Please replace contact 2 with the following person.\n\n${FORM_BOB}`, 'replace carol bob'],
  [`Please replace our primary contact:\n\n${FORM_BOB}`, 'replace alice bob'],
  [`Please replace Jones, Alice.\n\n${FORM_BOB}`, 'replace alice bob'],
  [`Please replace BROWN.\n\n${FORM_BOB}`, 'replace carol bob'],
  [`Could you please replace Alice by Bob?\n\n${FORM_BOB}`, 'replace alice bob'],
  [
    `Please replace Alice and Carol with Bob and Erik.\n\nContact 1\n${FORM_BOB}\nContact 2\n${FORM_ERIK}`,
    'replace alice bob',
    'replace carol erik',
  ],
  [`Please replace Alice and Carol with Bob.\n\n${FORM_BOB}`, 'replace alice bob', 'remove carol'],
  [`Please replace all our contacts.\n\n1. ${BOB}\n2. ${ERIK}`, 'replace-all', 'contacts bob erik'],
  [`These are all our contacts:\n\n${BOB}\n${ERIK}`, 'replace-all', 'contacts bob erik'],
  [
    `This is the new complete list of our contacts.\n\nContact 1\n${FORM_CAROL}\nContact 2\n${FORM_BOB}`,
    'replace-all',
    'contacts carol bob',
  ],
  [`Please add Bob.\n\n${FORM_BOB}`, 'add bob'],
  [`Please add the following contact:\n\n${FORM_BOB}`, 'add bob'],
  [`Please add ${BOB} to our contacts.`, 'add bob'],
  [`We would like to add a third contact.\n\n${FORM_BOB}`, 'add bob'],
  [`Bob joins as third contact.\n\n${FORM_BOB}`, 'add bob'],
  [`Please add Bob as contact 3.\n\nContact 3\n${FORM_BOB}`, 'add bob'],
  [`Please include Bob Smith in addition to Alice and Carol.\n\n${FORM_BOB}`, 'add bob'],
  ['Please remove Alice.', 'remove alice'],
  ['Please remove Alice Jones from the list.', 'remove alice'],
  ['Please delete Carol Brown (carol@nic.xa).', 'remove carol'],
  ['Please unsubscribe carol@nic.xa', 'remove carol'],
  ['Please remove Alice and Carol.', 'remove alice', 'remove carol'],
  ['Kindly remove contact 2.', 'remove carol'],
  ['Carol should be removed from the list.', 'remove carol'],
  ['Carol is to be removed.', 'remove carol'],
  ['Alice Jones has left.', 'remove alice'],
  ['Alice left the company in March.', 'remove alice'],
  ['Unfortunately Alice has left us.', 'remove alice'],
  ['Carol no longer works here.', 'remove carol'],
  ['Carol Brown is not with us any more.', 'remove carol'],
  ['Carol is no longer with us. Please remove her.', 'remove carol'],
  ['Carol has retired, please remove her from the list.', 'remove carol'],
  ['Alice and Carol have left.', 'remove alice', 'remove carol'],
  ["Carol doesn't work here anymore.", 'remove carol'],
  ['Our former contact Alice Jones can be deleted: please remove her.', 'remove alice'],
  ['PLEASE REMOVE ALICE JONES FROM THE LIST', 'remove alice'],
  ['please remove alice from the list', 'remove alice'],
  ['Please remove:\nAlice Jones, alice@nic.xa', 'remove alice'],
  ['Please remove the following person:\n\nAlice Jones\nalice@nic.xa', 'remove alice'],
  [`Alice left. New contact: ${BOB}`, 'replace alice bob'],
  [`Alice Jones has left. Our new contact is ${BOB}.`, 'replace alice bob'],
  [`Alice has left the registry.\n\n${FORM_BOB}`, 'replace alice bob'],
  [`Alice has left. Bob Smith takes over.\n\n${FORM_BOB}`, 'replace alice bob'],
  [`Alice has left the company; Bob replaces her.\n\n${FORM_BOB}`, 'replace alice bob'],
  [
    `Old contact:\nAlice Jones\nalice@nic.xa\n\nNew contact:\nBob Smith\nbob@nic.xa\n+1 202 555 0112`,
    'replace alice bob',
  ],
  [
    `Please remove Alice Jones (alice@nic.xa) and add Bob Smith (bob@nic.xa, +1 202 555 0112).`,
    'add bob',
    'remove alice',
  ],
  [`Please remove: Alice Jones, alice@nic.xa\nPlease add: ${BOB}`, 'add bob', 'remove alice'],
  [
    `Remove:\nName: Alice Jones\nE-mail: alice@nic.xa\n\nAdd:\nName: Bob Smith\nE-mail: bob@nic.xa\nPhone: +1 202 555 0112`,
    'add bob',
    'remove alice',
  ],
  ['Please replace alice@nic.xa with bob@nic.xa.', 'replace alice bob'],
  ['Please change Alice Jones to Bob Smith <bob@nic.xa>, +1 202 555 0112.', 'replace alice bob'],
  ['Carol is now the primary contact.', 'primary carol'],
  ['Carol Brown is the new primary.', 'primary carol'],
  ['The primary is now Carol.', 'primary carol'],
  ['Please make Carol the primary contact.', 'primary carol'],
  ['Primary: Carol', 'primary carol'],
  ['Carol takes over from Alice as primary contact.', 'primary carol'],
  [
    `Bob replaces Alice. Carol is now primary.\n\n${FORM_BOB}`,
    'replace alice bob',
    'primary carol',
  ],
  [`Please add Bob. Bob is the primary contact.\n\n${FORM_BOB}`, 'add bob', 'contacts bob!'],
  [`Contact 1\n${FORM_ALICE}\nContact 2\n${FORM_CAROL}\nContact 3\n${FORM_BOB}`, 'add bob'],
  [`Alice and Carol stay. New:\n\n${FORM_BOB}`, 'add bob'],
];

/** New data of somebody who stays. */
export const CHANGES: Table = [
  [
    "Please replace Carol's e-mail address with cb@registry.example.",
    'change carol address cb@registry.example',
  ],
  [
    "Please update Carol's details:\nE-mail: cb@registry.example\nPhone: +44 7700 900123",
    'change carol address cb@registry.example phone +447700900123',
  ],
  [
    'Carol has a new e-mail address and phone:\ncb@registry.example\n+44 7700 900123',
    'change carol address cb@registry.example phone +447700900123',
  ],
  [
    'Please change carol@nic.xa to cb@registry.example.',
    'change carol address cb@registry.example',
  ],
  [
    'REPLACE carol@nic.xa\n\nName: Carol Brown\nE-mail: cb@registry.example\nPhone: +1 202 555 0102',
    'change carol address cb@registry.example',
  ],
  ["Alice's number is +1 202 555 0188.", 'change alice phone +12025550188'],
  ["Alice's number is +1 202 555 0101."],
  ['Alice sends greetings. The new number of our helpdesk is +1 202 555 0177.'],
  ['Alice sends greetings. The new number of the helpdesk is +1 202 555 0177.'],
  [
    "Carol's e-mail bounces, please use cb@registry.example instead.",
    'change carol address cb@registry.example',
  ],
  [
    "Carol's number is wrong, the right one is +44 7700 900123.",
    'change carol phone +447700900123',
  ],
  ['Carol Brown has moved.\nHer new phone: +44 7700 900123', 'change carol phone +447700900123'],
  [
    'Die neue Telefonnummer von Alice Jones lautet +1 202 555 0177.',
    'change alice phone +12025550177',
  ],
  [
    'Le nouveau numéro de téléphone de Alice Jones est le +1 202 555 0177.',
    'change alice phone +12025550177',
  ],
  ['El nuevo teléfono de Alice Jones es +1 202 555 0177.', 'change alice phone +12025550177'],
  ['Please change the phone of Alice to +1 202 555 0199.', 'change alice phone +12025550199'],
  [
    'Please change the phone number of Alice Jones from +1 202 555 0101 to +1 202 555 0199.',
    'change alice phone +12025550199',
  ],
  ['New phone number of Alice: +1 202 555 0199', 'change alice phone +12025550199'],
  ["Carol's new mobile number is +44 7700 900123.", 'change carol phone +447700900123'],
  [
    'The phone number of Carol Brown has changed to +44 7700 900123.',
    'change carol phone +447700900123',
  ],
  ['Please change the phone of contact 2 to:\n+44 7700 900123', 'change carol phone +447700900123'],
  ["Please replace Alice's phone number with +1 202 555 0199.", 'change alice phone +12025550199'],
  [
    'Please add a second phone number for Carol: +44 7700 900123',
    'change carol phone +12025550102 +447700900123',
  ],
  [
    "Alice's new e-mail is alice.jones@registry.example",
    'change alice address alice.jones@registry.example',
  ],
  [
    'The e-mail of Alice has changed from alice@nic.xa to aj@nic.xa.',
    'change alice address aj@nic.xa',
  ],
  [
    'New e-mail address of Carol Brown: cb@registry.example',
    'change carol address cb@registry.example',
  ],
  ['Alice is now called Alice Miller.', 'change alice last Miller'],
  ['Alice Jones has married and is now called Alice Miller.', 'change alice last Miller'],
  ["Alice's last name is now Miller.", 'change alice last Miller'],
  [
    'Name: Alice Jones\nE-mail: alice@nic.xa\nPhone: +1 202 555 0199',
    'change alice phone +12025550199',
  ],
  ['Alice Jones, alice@nic.xa, +1 202 555 0199', 'change alice phone +12025550199'],
  [
    'First name: Alice\nLast name: Miller\nE-mail: alice@nic.xa\nPhone: +1 202 555 0101',
    'change alice last Miller',
  ],
  [
    'Alice has a new e-mail address.\n\nName: Alice Jones\nE-mail: aj@registry.example\nPhone: +1 202 555 0101',
    'change alice address aj@registry.example',
  ],
  ['Name: Alice Jones\nE-mail: aj@registry.example\nPhone: +1 202 555 0101', '?which-person'],
  [FORM_ALICE],
  ['Name: JONES Alice\nE-mail: ALICE@NIC.XA\nPhone: (+1) 202-555-0101'],
  [`Contact 1\n${FORM_ALICE}\nContact 2 (primary)\n${FORM_CAROL}`, 'primary carol'],
];

/** In other languages; the list has the same people. */
export const LANGUAGES: Table = [
  [`Veuillez remplacer Alice Jones par ${BOB}.`, 'replace alice bob'],
  [`Bob Smith remplace Alice Jones.\n\n${FORM_BOB}`, 'replace alice bob'],
  ['Merci de supprimer Carol Brown de la liste.', 'remove carol'],
  ['Alice Jones a quitté notre organisation.', 'remove alice'],
  [`Veuillez ajouter Bob Smith.\n\n${FORM_BOB}`, 'add bob'],
  ['Carol est maintenant le contact principal.', 'primary carol'],
  ['Ne supprimez pas Alice.'],
  [`Por favor reemplacen a Alice Jones por Bob Smith.\n\n${FORM_BOB}`, 'replace alice bob'],
  ['Por favor eliminen a Carol Brown de la lista.', 'remove carol'],
  ['Alice Jones ya no trabaja con nosotros.', 'remove alice'],
  [`Favor de agregar a Bob Smith.\n\n${FORM_BOB}`, 'add bob'],
  ['El contacto principal es ahora Carol Brown.', 'primary carol'],
  [`Por favor substituam Alice Jones por Bob Smith.\n\n${FORM_BOB}`, 'replace alice bob'],
  ['Por favor removam Carol da lista.', 'remove carol'],
  ['Alice já não trabalha aqui.', 'remove alice'],
  [`Bitte Alice Jones durch Bob Smith ersetzen.\n\n${FORM_BOB}`, 'replace alice bob'],
  [`Bob Smith ersetzt Alice Jones.\n\n${FORM_BOB}`, 'replace alice bob'],
  ['Bitte Carol Brown aus der Liste löschen.', 'remove carol'],
  ['Alice Jones ist nicht mehr bei uns.', 'remove alice'],
  [`Bitte fügen Sie Bob Smith hinzu.\n\n${FORM_BOB}`, 'add bob'],
  ['Carol ist jetzt der primäre Kontakt.', 'primary carol'],
  ['Bitte Alice nicht löschen.'],
  ['Sollen wir Alice löschen?'],
];
