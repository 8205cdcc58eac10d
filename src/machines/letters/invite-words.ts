/** What an invitation says, in each language; every text says the same as the English one. */

import type { LetterLanguage } from '../words/letter-language.ts';
import type { InviteWords } from './invite-text.ts';
import { ARABIC, CHINESE, RUSSIAN } from './invite-words-more.ts';

const ENGLISH: InviteWords = {
  below: 'This letter is in English first.',
  hello: 'Hello,',
  who: (name) =>
    `We run ${name}, the mailing list of the people who keep country-code domains (ccTLDs) safe.`,
  again: (day) => `This is a reminder. We first wrote to you on ${day}.`,
  why: (cctld) =>
    `You get this letter because the IANA registry lists your address as the Admin Contact of ${cctld}. We invite ${cctld} to join the list.`,
  what: 'What is it for? When a registry is attacked, others must find the right person there quickly, by e-mail or by phone. Each person on the list gets the contacts of all ccTLDs by mail, every month. It costs nothing.',
  whom: (cctld) =>
    `Please name two people (three at most) who care for the security and stability of ${cctld}. Each person needs a personal e-mail address and a phone number.`,
  howToFill:
    'Press "Reply" and fill in this form in your answer. Write phone numbers with "+" and the country code.',
  form: form(
    ['ccTLD', 'First name', 'Last name', 'E-mail', 'Phone'],
    ['Contact 1 (primary)', 'Contact 2', 'Contact 3 (if you have one)'],
  ),
  secret:
    'These data go only to the people on the list (TLP:AMBER+STRICT). Do not forward this letter: the code in it answers for you. A Validator (a person of our team) checks your answer before the list is changed.',
  until: (day) => `You can answer this letter until ${day}.`,
  others:
    'You are the Admin Contact of other ccTLDs too. You get one letter for each of them. If the same people are the contacts of several, you may answer only one letter. Then write all these ccTLDs in the first line of the form.',
  othersFirstLine: 'For example, write',
  no: 'If you do not want to join, press "Reply" and write these words at the top of your answer:',
  noLabel: 'We do not want to join',
  noWords: 'not interested',
  thenQuiet: 'Then we do not write to you about it again for a year.',
  nothing: (isReminder) =>
    isReminder
      ? 'If you do nothing, nothing changes.'
      : 'If you do nothing, nothing changes. We remind you after 14 and 28 days.',
  genuine: (owner) =>
    `Is this letter genuine? It holds no link and no file, and it asks for no password and no money. You may ask another registry or your regional ccTLD organisation about us. Or write a new mail to ${owner}.`,
  questions: (owner) => `Questions? Write to ${owner}. A person answers.`,
  team: (name) => `The ${name} team`,
  declined: (cctld) =>
    `Thank you for your answer. We have noted that ${cctld} does not want to join the list now. We do not write to you about it again for a year.`,
  changeYourMind: (join) =>
    `You do not need to do anything. If you change your mind, just write to ${join}.`,
  closed: (cctld) =>
    `We had invited ${cctld} to join the list. A Validator (a person of our team) has closed this invitation. You do not need to answer it any more.`,
  reason: "The Validator's words:",
};

const FRENCH: InviteWords = {
  below: 'Vous trouverez le texte français plus bas.',
  hello: 'Bonjour,',
  who: (name) =>
    `Nous gérons ${name}, la liste de diffusion des personnes qui veillent à la sécurité des domaines nationaux (ccTLD).`,
  again: (day) => `Ceci est un rappel. Notre première lettre est du ${day}.`,
  why: (cctld) =>
    `Vous recevez cette lettre parce que le registre de l'IANA indique votre adresse comme contact administratif (Admin Contact) de ${cctld}. Nous invitons ${cctld} à rejoindre la liste.`,
  what: "À quoi sert-elle ? Quand un registre est attaqué, les autres doivent y trouver vite la bonne personne, par courriel ou par téléphone. Chaque mois, chaque personne de la liste reçoit par courriel les contacts de tous les ccTLD. C'est gratuit.",
  whom: (cctld) =>
    `Veuillez nommer deux personnes (trois au plus) chargées de la sécurité et de la stabilité de ${cctld}. Pour chaque personne, il faut une adresse de courriel personnelle et un numéro de téléphone.`,
  howToFill:
    'Cliquez sur « Répondre » et remplissez ce formulaire dans votre réponse. Écrivez les numéros de téléphone avec « + » et l’indicatif du pays.',
  form: form(
    ['Domaine', 'Prénom', 'Nom de famille', 'Courriel', 'Téléphone'],
    ['Contact 1 (principal)', 'Contact 2', 'Contact 3 (facultatif)'],
  ),
  secret:
    'Ces données ne vont qu’aux personnes de la liste (TLP:AMBER+STRICT). Ne transférez pas cette lettre : le code qu’elle contient répond en votre nom. Un validateur (une personne de notre équipe) vérifie votre réponse avant tout changement.',
  until: (day) => `Vous pouvez répondre à cette lettre jusqu'au ${day}.`,
  others:
    'Vous êtes aussi le contact administratif d’autres ccTLD. Vous recevez une lettre pour chacun. Si les mêmes personnes sont les contacts de plusieurs ccTLD, vous pouvez répondre à une seule lettre. Écrivez alors tous ces ccTLD dans la première ligne du formulaire.',
  othersFirstLine: 'Écrivez par exemple',
  no: 'Si vous ne souhaitez pas participer, cliquez sur « Répondre » et écrivez ces mots en haut de votre réponse :',
  noLabel: 'Nous ne participons pas',
  noWords: 'pas intéressé',
  thenQuiet: 'Ensuite, nous ne vous écrirons plus à ce sujet pendant un an.',
  nothing: (isReminder) =>
    isReminder
      ? 'Si vous ne faites rien, rien ne change.'
      : 'Si vous ne faites rien, rien ne change. Nous vous le rappelons après 14 et 28 jours.',
  genuine: (owner) =>
    `Cette lettre est-elle authentique ? Elle ne contient ni lien ni fichier, et ne demande ni mot de passe ni argent. Vous pouvez demander à un autre registre ou à votre organisation régionale de ccTLD qui nous sommes. Ou écrivez un nouveau courriel à ${owner}.`,
  questions: (owner) => `Des questions ? Écrivez à ${owner}. Une personne vous répondra.`,
  team: (name) => `L'équipe de ${name}`,
  declined: (cctld) =>
    `Merci de votre réponse. Nous avons noté que ${cctld} ne souhaite pas rejoindre la liste maintenant. Nous ne vous écrirons plus à ce sujet pendant un an.`,
  changeYourMind: (join) => `Vous pouvez changer d'avis à tout moment : écrivez à ${join}.`,
  closed: (cctld) =>
    `Nous avions invité ${cctld} à rejoindre la liste. Un validateur (une personne de notre équipe) a clos cette invitation. Vous n'avez plus besoin d'y répondre.`,
  reason: 'Les mots du validateur :',
};

const SPANISH: InviteWords = {
  below: 'El texto en español está más abajo.',
  hello: 'Hola:',
  who: (name) =>
    `Gestionamos ${name}, la lista de correo de las personas que cuidan la seguridad de los dominios de país (ccTLD).`,
  again: (day) => `Esto es un recordatorio. Nuestra primera carta es del ${day}.`,
  why: (cctld) =>
    `Usted recibe esta carta porque el registro de la IANA indica su dirección como contacto administrativo (Admin Contact) de ${cctld}. Invitamos a ${cctld} a unirse a la lista.`,
  what: '¿Para qué sirve? Cuando un registro es atacado, los demás deben encontrar pronto a la persona adecuada, por correo o por teléfono. Cada mes, cada persona de la lista recibe por correo los contactos de todos los ccTLD. Es gratis.',
  whom: (cctld) =>
    `Por favor, indique dos personas (tres como máximo) que cuiden la seguridad y la estabilidad de ${cctld}. De cada persona necesitamos una dirección de correo personal y un número de teléfono.`,
  howToFill:
    'Pulse "Responder" y rellene este formulario en su respuesta. Escriba los números de teléfono con "+" y el código del país.',
  form: form(
    ['Dominio', 'Primer nombre', 'Apellido', 'Correo', 'Teléfono'],
    ['Contacto 1 (principal)', 'Contacto 2', 'Contacto 3 (opcional)'],
  ),
  secret:
    'Estos datos van solo a las personas de la lista (TLP:AMBER+STRICT). No reenvíe esta carta: el código que contiene responde por usted. Un validador (una persona de nuestro equipo) revisa su respuesta antes de cambiar la lista.',
  until: (day) => `Puede responder a esta carta hasta el ${day}.`,
  others:
    'Usted es también el contacto administrativo de otros ccTLD. Recibe una carta por cada uno. Si las mismas personas son los contactos de varios, puede responder a una sola carta. Escriba entonces todos esos ccTLD en la primera línea del formulario.',
  othersFirstLine: 'Escriba por ejemplo',
  no: 'Si no desea participar, pulse "Responder" y escriba estas palabras al principio de su respuesta:',
  noLabel: 'No queremos participar',
  noWords: 'no nos interesa',
  thenQuiet: 'Después no le escribiremos sobre esto durante un año.',
  nothing: (isReminder) =>
    isReminder
      ? 'Si no hace nada, nada cambia.'
      : 'Si no hace nada, nada cambia. Se lo recordamos a los 14 y a los 28 días.',
  genuine: (owner) =>
    `¿Es auténtica esta carta? No contiene enlaces ni archivos, y no pide contraseñas ni dinero. Puede preguntar por nosotros a otro registro o a su organización regional de ccTLD. O escriba un correo nuevo a ${owner}.`,
  questions: (owner) => `¿Preguntas? Escriba a ${owner}. Le responderá una persona.`,
  team: (name) => `El equipo de ${name}`,
  declined: (cctld) =>
    `Gracias por su respuesta. Hemos anotado que ${cctld} no desea unirse a la lista ahora. No le escribiremos sobre esto durante un año.`,
  changeYourMind: (join) => `Puede cambiar de opinión cuando quiera: escriba a ${join}.`,
  closed: (cctld) =>
    `Habíamos invitado a ${cctld} a unirse a la lista. Un validador (una persona de nuestro equipo) ha cerrado esta invitación. Ya no hace falta que responda.`,
  reason: 'Las palabras del validador:',
};

const PORTUGUESE: InviteWords = {
  below: 'O texto em português está mais abaixo.',
  hello: 'Olá,',
  who: (name) =>
    `Gerimos a ${name}, a lista de correio das pessoas que cuidam da segurança dos domínios de país (ccTLD).`,
  again: (day) => `Isto é um lembrete. A nossa primeira carta é de ${day}.`,
  why: (cctld) =>
    `Recebe esta carta porque o registo da IANA indica o seu endereço como contacto administrativo (Admin Contact) de ${cctld}. Convidamos ${cctld} a entrar na lista.`,
  what: 'Para que serve? Quando um registo é atacado, os outros precisam de encontrar depressa a pessoa certa, por e-mail ou por telefone. Todos os meses, cada pessoa da lista recebe por e-mail os contactos de todos os ccTLD. É gratuito.',
  whom: (cctld) =>
    `Por favor, indique duas pessoas (três no máximo) que cuidem da segurança e da estabilidade de ${cctld}. De cada pessoa precisamos de um endereço de e-mail pessoal e de um número de telefone.`,
  howToFill:
    'Carregue em "Responder" e preencha este formulário na sua resposta. Escreva os números de telefone com "+" e o código do país.',
  form: form(
    ['Domínio', 'Primeiro nome', 'Sobrenome', 'E-mail', 'Telefone'],
    ['Contacto 1 (principal)', 'Contacto 2', 'Contacto 3 (opcional)'],
  ),
  secret:
    'Estes dados vão só para as pessoas da lista (TLP:AMBER+STRICT). Não reencaminhe esta carta: o código que ela contém responde por si. Um validador (uma pessoa da nossa equipa) verifica a sua resposta antes de a lista mudar.',
  until: (day) => `Pode responder a esta carta até ${day}.`,
  others:
    'É também o contacto administrativo de outros ccTLD. Recebe uma carta por cada um. Se as mesmas pessoas são os contactos de vários, pode responder a uma só carta. Escreva então todos esses ccTLD na primeira linha do formulário.',
  othersFirstLine: 'Escreva por exemplo',
  no: 'Se não quiser participar, carregue em "Responder" e escreva estas palavras no início da sua resposta:',
  noLabel: 'Não queremos participar',
  noWords: 'não temos interesse',
  thenQuiet: 'Depois disso não lhe escrevemos sobre este assunto durante um ano.',
  nothing: (isReminder) =>
    isReminder
      ? 'Se não fizer nada, nada muda.'
      : 'Se não fizer nada, nada muda. Lembramos ao fim de 14 e de 28 dias.',
  genuine: (owner) =>
    `Esta carta é autêntica? Não contém ligações nem ficheiros, e não pede palavras-passe nem dinheiro. Pode perguntar por nós a outro registo ou à sua organização regional de ccTLD. Ou escreva um novo e-mail para ${owner}.`,
  questions: (owner) => `Perguntas? Escreva para ${owner}. Responde uma pessoa.`,
  team: (name) => `A equipa da ${name}`,
  declined: (cctld) =>
    `Obrigado pela sua resposta. Registámos que ${cctld} não quer entrar na lista agora. Não lhe escrevemos sobre este assunto durante um ano.`,
  changeYourMind: (join) => `Pode mudar de ideias a qualquer momento: escreva para ${join}.`,
  closed: (cctld) =>
    `Tínhamos convidado ${cctld} a entrar na lista. Um validador (uma pessoa da nossa equipa) fechou este convite. Já não precisa de responder.`,
  reason: 'As palavras do validador:',
};

/** The blank form, as FORM_TEXT is in English. */
function form(labels: readonly string[], headings: readonly string[]): string {
  const [cctld, ...fields] = labels.map((label) => `${label}:`);
  const people = headings.map((heading) => [heading, ...fields].join('\n'));
  return [cctld, ...people].join('\n\n');
}

export const INVITE_WORDS: Readonly<Record<LetterLanguage, InviteWords>> = {
  en: ENGLISH,
  fr: FRENCH,
  es: SPANISH,
  ar: ARABIC,
  zh: CHINESE,
  ru: RUSSIAN,
  pt: PORTUGUESE,
};
