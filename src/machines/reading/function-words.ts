/** Words that name a function, a group or an organisation, not a person; in mailboxes and in names. */

/** The mailbox names of RFC 2142, without those for single services that nobody would offer here. */
export const RFC_2142 = words(
  'info marketing sales support abuse noc security postmaster hostmaster usenet news webmaster www uucp ftp',
);

/** Words that a shared mailbox is named with, without accents. */
const FUNCTIONS = words(`
  admin admins administrator administrators administration administrativo administrador administrateur adm sysadmin
  sysadmins sysop root operator operators operations operation ops devops secops netops noc nocs soc sirt csirt cert
  circt psirt isirt irt cirt pki infosec itsec security sicherheit seguridad seguranca securite sicurezza beveiliging
  sakerhet sikkerhet sikkerhed guvenlik bezpieczenstwo bezpecnost keamanan bezopasnost anquan cyber cybersecurity
  incident incidents response emergency oncall duty onduty standby pikett bereitschaft guardia plantao astreinte
  dezhurny dezhurnyj dyzurny alert alerts alarm alarms monitor monitoring noreply donotreply registry registries
  registrar registrars registrant registration registro registre registo nic tld tlds cctld cctlds gtld iana icann
  whois rdap epp dns dnsadmin dnsmaster dnsops dnssec domain domains dominio dominios domaine domaines domini domeny
  domeinen domreg hostmaster hostmasters webmaster postmaster master network networks reseau reseaux red redes rete
  netwerk netz siec natverk nettverk net netadmin netmaster sys system systems server servers tech technical technic
  technik tecnico tecnica technique techniek techniczny teknik teknis tekniikka technology it ict edv informatica
  informatique informatik informatyka bilgi bilgiislem bilisim yonetim yonetici support supporto soporte suporte
  ondersteuning wsparcie podpora destek bantuan tuki stotte podderzhka help helpdesk helpline servicedesk desk service
  services servicio servico servizio customer customercare customerservice client clients care hotline callcenter
  feedback inquiry inquiries enquiry enquiries info information informacion informacao informazioni informatie
  contact contacts contacto contatto contato kontakt kontakty yhteys iletisim hubungi mail email mailbox office offices
  kantoor kontor kancelaria kancelar biuro sekretariat secretariat secretaria segreteria sekretariaatti secretary
  reception recepcion front general main hello team teams equipe equipo grupo groupe gruppe zespol tim takim group
  staff crew all everyone management managers manager direktion director directors direction direccion direcao
  diretoria ceo cto cio ciso cfo coo head board chair council legal law compliance policy privacy gdpr dpo finance
  accounting accounts billing invoice invoices payments sales marketing media press pr communications comms hr jobs
  recruitment personnel training ministry government gov department dept division authority agency association
  foundation ministerio ministere ministerio agencia agence autoridad autorite jimukyoku madoguchi kanri kanrisha
  shien guanli jishu kefu bangongshi zhiban wangluo abuse spam phishing usenet news www web ftp test testing asistencia
  atencion accueil zentrale centrale posta poczta posti correo
`);

/** Words that say so in a name only, in the scripts and languages in which people write them. */
const IN_NAMES = words(`
  officer officers engineer engineers shift center centre analyst specialist supervisor coordinator chief deputy senior
  responsable jefe directeur directeur directrice leiter leiterin abteilung referat dienst bereich gestionnaire gerente
  encargado departamento departement direktor kierownik dzial vedouci oddeleni mudur muduru birimi kepala bagian
  corporation inc ltd llc gmbh company university telecom telecommunications limited consultant advisor president
  дежурныи дежурная дежурнои смена служба служб отдел отдела безопасности безопасность администратор администратора
  поддержка поддержки техническая техподдержка инженер центр группа руководитель директор начальник специалист
  черговии відділ безпеки адміністратор
  هيئة ادارة قسم فريق مركز وزارة مدير الدعم الفني امن الامن العمليات الشبكة الطوارئ مسؤول هيءة
  مدیریت اداره تیم پشتیبانی 보안팀 운영팀 관리자 담당자
`);

const HAN_FUNCTION =
  /值班|客服|管理员|管理員|技术部|技術部|网络部|运维|中心|部门|委员会|窓口|事務局|サポート|センター|管理者|担当者|当直|보안팀|운영팀|관리자/u;

// People are called so too: beside another name they say nothing.
const SURNAMES = words(
  'master root main head general press law legal care chair board front hello all test test net it web post posti law ' +
    'crew red tim domaine domini mail desk shift center chief senior media news cert sys hr pr posta policy group direktor mudur',
);

// Words beside which an address is still one of a function, but that say nothing alone.
const NEUTRAL = words(
  'the of and on for de la le du des del al at my our 24x7 24h 247 24 7 7x24 list lists global local national int der die und et y',
);

function words(text: string): ReadonlySet<string> {
  return new Set(
    text
      .trim()
      .split(/\s+/)
      .flatMap((word) => foldName(word)),
  );
}

/** Every word is one of a function (or neutral, or in `own`), and one of them says so. */
export function areFunctionWords(
  parts: readonly string[],
  own: ReadonlySet<string> = new Set(),
): boolean {
  const known = parts.every((part) => FUNCTIONS.has(part) || NEUTRAL.has(part) || own.has(part));
  return known && parts.some((part) => FUNCTIONS.has(part));
}

function says(part: string): boolean {
  return FUNCTIONS.has(part) || IN_NAMES.has(part);
}

/** Whether the whole name is that of a function: "NOC duty officer", "Дежурный", "值班". */
export function isFunctionName(name: string, own: ReadonlySet<string> = new Set()): boolean {
  const parts = foldName(name);
  if (parts.length === 0) return false;
  if (HAN_FUNCTION.test(name)) return true;
  if (parts.length === 1 && SURNAMES.has(parts[0] ?? '')) return false;
  return (
    parts.every((part) => says(part) || NEUTRAL.has(part) || own.has(part)) &&
    parts.some((part) => says(part) && (parts.length === 1 || !SURNAMES.has(part)))
  );
}

/** Whether any word says that this is a job or an organisation, and is no surname besides. */
export function hasFunctionWord(name: string): boolean {
  if (HAN_FUNCTION.test(name)) return true;
  return foldName(name).some(
    (part) => (FUNCTIONS.has(part) || IN_NAMES.has(part)) && !SURNAMES.has(part),
  );
}

/** Whether a mailbox named so can be that of a person of this name: head@ of Ana Head. */
export function isSurname(word: string): boolean {
  return SURNAMES.has(word);
}

export function isNeutral(word: string): boolean {
  return NEUTRAL.has(word);
}

/** The words of a name in lower case, without accents and signs. */
export function foldName(name: string): string[] {
  const plain = name.slice(0, 300).normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.match(/[\p{L}\p{N}]+/gu) ?? [];
}
