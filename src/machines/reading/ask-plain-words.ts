/** Small words that may stand in a sentence that asks for a removal without changing what it asks; by language. */

const ENGLISH = `
  please pls plz kindly hereby herewith a an the our my your their this that these those of from off to on in at as and with by for us we i you he she him her his they them it is are was were be been being
  has have had will shall should must can could would like want wish need ask asking request requesting inform informing informed note let know also too both all now immediately immediate effect today yesterday tomorrow asap
  already since effective last next week month year end beginning start unfortunately sadly regrettably however therefore thus so then hence and list lists mailing roster distribution tld-ops tldops tld ops
  security incident contact contacts person persons people colleague colleagues member members team staff company organisation organization registry institution ministry department agency employee employed
  work works working job role post position ssc sscs cctld domain entry entries record records subscription name account following below above who which any more longer anymore only just here there new old former previous current
  well again his her
  first second third 1st 2nd 3rd primary secondary main backup thanks thank many regards best kind sincerely dear hello hi all place instead his successor replacement another one two three mr mrs ms dr sir madam ltd gmbh inc am pm
  tel telephone whois per via still early late mid recently meanwhile hope you're well fully finally permanently completely straight away right ahead go do does did service services effective use sorry yes correct accordingly shortly am writing write make makes making become becomes becoming set choose kind so would appreciate grateful
  january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday`;
const FRENCH = `
  veuillez prière merci de bien vouloir svp s'il vous plaît nous je vous vous demandons demande souhaitons voudrions souhaite voudrais prie prions le la les l notre nos votre vos son sa ses cette ce cet liste diffusion du des d à a au aux en et avec par pour sur dans
  elle il ils elles lui y est sont était ont été être qui que contact contacts contacte personne personnes collègue collègues membre membres équipe société entreprise organisation organisme registre service poste depuis hier aujourd'hui aujourd hui
  immédiatement immédiat effet maintenant dès fin début mois année semaine dernier dernière janvier février mars avril mai juin juillet août septembre octobre novembre décembre malheureusement cordialement bonjour madame monsieur m mme
  ancien ancienne nouveau nouvel nouvelle désormais également aussi principal retraite donc ainsi informons informe signalons signale un une chez plus deux aimerions peut peuvent doit doivent notez noter qu c s m l sécurité prend place salutations`;
const SPANISH = `
  por favor de solicito solicitamos pedimos pido queremos quisiera quisiéramos rogamos le les la las lo los el un una nuestro nuestros nuestra nuestras su sus esta este lista correo distribución del a al en y e con para que quien ella él ellos ellas
  ha han es son está están sido ser ya desde hoy ayer inmediatamente inmediato efecto ahora partir fin finales mes año semana pasado pasada enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
  lamentablemente desafortunadamente gracias saludos hola estimados estimadas señor señora sr sra contacto contactos persona personas colega compañero compañera miembro equipo empresa organización institución registro organismo también
  antiguo antigua nuevo nueva anterior principal nosotros aquí informo informamos informarles comunicamos se puede pueden podrían debe pronto posible seguridad cordial cordiales dos nos listado relación baja motivo jubilación`;
const PORTUGUESE = `
  solicito solicitamos peço pedimos queremos gostaria gostaríamos favor o os a as um uma nosso nossos nossa nossas seu sua esta este desta deste da do das dos na em e com para que quem ela ele eles elas foi é são está estão ser ontem hoje
  imediatamente imediato efeito agora partir desde fim final mês ano semana passado passada janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro infelizmente obrigado obrigada cumprimentos atenciosamente olá
  prezados caros senhor senhora sr sra contato contatos contacto contactos pessoa pessoas colega membro equipe equipa empresa organização instituição registro registo também antigo antiga novo nova anterior principal conosco connosco aqui informo informamos lista distribuição
  já mais segurança nós listagem aposentadoria saída motivo ao aos à às deve podem dois duas se`;
const GERMAN = `
  bitte wir ich sie ihn ihm ihnen möchten möchte bitten ersuchen der die das den dem des ein eine einen unser unsere unseren unserer unserem ihr ihre ihrer ihren von vom aus bei für im in am an auf zu zum zur und mit durch ab seit als er es ist sind war hat haben wird werden
  wurde kann soll sollte sollen heute gestern sofort umgehend sofortiger wirkung jetzt nun ende anfang mitte letzte letzten letzter woche monat jahr jahres januar februar märz april mai juni juli august september oktober november dezember
  leider daher deshalb also auch danke vielen dank grüße grüßen gruß mit freundlichen hallo herr herrn frau kontakt kontakte kontaktperson ansprechpartner person personen kollege kollegen kollegin mitglied team firma unternehmen haus organisation
  registry registrierungsstelle liste verteiler verteilerliste mailingliste eintrag alte alten alter alter neue neuen neuer ehemalige ehemaligen bisherige bisherigen mehr bei uns hier mich hiermit teile teilen mit ihnen dass dass gern gerne noch daher beide beiden alle
  tätig beschäftigt angestellt zuständig rente ruhestand arbeitet seine seiner stelle sicherheitskontakt wieder sehr geehrte damen herren`;
const RUSSIAN = `
  январе феврале марте апреле мае июне июле августе сентябре октябре ноябре декабре прошлом сотрудником сотрудницей контактом нашим нашей
  пожалуйста просим прошу просьба нас нам мы я вас вам из с со на в во к и а о об от по для его её ее их он она они наш наша наше наши нашего нашей нашу наших этого этой списка список рассылки рассылку контакт контакта контактов контактное лицо лица
  коллега коллегу коллеги сотрудник сотрудника сотрудницу участника участников сегодня вчера сейчас немедленно конца начала месяца года недели прошлой прошлого января февраля марта апреля мая июня июля августа сентября октября ноября декабря
  к сожалению сожалению спасибо здравствуйте уважением уважаемые господин господина госпожа госпожу г-н г-на г-жа г-жу компании компанию компания организации организацию организация реестра реестр работе пенсию больше уже является был была был
  также тоже так как сообщаем сообщаю информируем новый новым новая основной основным бывший бывшего бывшую тлд что хотели хотел бы просил теперь из-за связи связи увольнением уходом переходом безопасности нём ней работы у`;
const OTHERS = `
  di il lo gli dei dalla dal della nostra nostro lista per van het een onze uit lijst graag alstublieft aub voor
  من في و عن قائمة القائمة السيد السيدة جهة اتصال الاتصال معنا لدينا يرجى الرجاء نرجو فضلكم فضلك هو هي التالية التالي لم يعد`;

/** The words, in lower case. */
export const PLAIN_WORDS: ReadonlySet<string> = new Set(
  [ENGLISH, FRENCH, SPANISH, PORTUGUESE, GERMAN, RUSSIAN, OTHERS].join(' ').split(/\s+/),
);

/** Chinese and Japanese, which write no blanks: pieces that may stand there, the longest first. */
export const PLAIN_PIECES =
  /主要联系人|以下联系人|联系人|邮件列表|邮件|列表|名单|我们公司|公司|我们|已经|如下|以下|先生|女士|同事|谢谢|您好|你好|麻烦|因为|由于|不再|请您|请|把|将|从|用|由|为|的|中|里|已|了|和|与|及|是|在|上|您|你|于|年|月|日|ください|さん|を|は|から|が|の|リスト/gu;
