/** The words with which people label the fields of the form and head a contact, by language. */

/** What a label announces. `other`: a known label whose value we do not keep. */
export type LabelKind =
  | 'cctld'
  | 'name'
  | 'firstName'
  | 'lastName'
  | 'address'
  | 'phone'
  | 'role'
  | 'postal'
  | 'other';

/** ISO 639-1: the six languages of the United Nations, and Portuguese, German, Japanese. */
export type Language = 'en' | 'fr' | 'es' | 'pt' | 'ru' | 'ar' | 'zh' | 'de' | 'ja';

/** Words with commas between them, as people write them; compared without case, accents and signs. */
type Words = Partial<Record<Language, string>>;

/** The labels of each field. `name` is the whole name, or one part of it when the other has its own label. */
export const LABELS: Record<LabelKind, Words> = {
  cctld: {
    en: 'ccTLD, ccTLDs, your ccTLD, TLD, TLDs, top-level domain, country code, domain',
    fr: 'domaine, domaine de premier niveau',
    es: 'dominio, dominio de nivel superior',
    pt: 'domínio, domínio de topo',
    ru: 'домен, домен верхнего уровня, домены',
    ar: 'نطاق, النطاق, اسم النطاق',
    zh: '域名, 顶级域, 顶级域名, 国家顶级域名, 頂級域名',
    de: 'Domain, Länderdomain',
    ja: 'ドメイン, ドメイン名',
  },
  name: {
    en: 'name, names, full name, your name, complete name',
    fr: 'nom, nom complet, nom et prénom, prénom et nom, nom prénom, prénom nom',
    es: 'nombre, nombre completo, nombre y apellido, nombre y apellidos, nombres y apellidos',
    pt: 'nome, nome completo, nome e sobrenome, nome e apelido',
    ru: 'имя, ФИО, Ф.И.О., полное имя, имя и фамилия, фамилия и имя, имя фамилия, фамилия имя',
    ar: 'الاسم, اسم, الاسم الكامل, الاسم واللقب',
    zh: '姓名, 名字, 全名',
    de: 'vollständiger Name, Vor- und Nachname, Vor- und Zuname, Vorname Nachname',
    ja: '氏名, お名前, 名前',
  },
  firstName: {
    en: 'first name, first names, given name, given names, forename',
    fr: 'prénom, prénoms',
    es: 'primer nombre, nombre de pila, nombres',
    pt: 'primeiro nome, nome próprio',
    ru: 'личное имя',
    ar: 'الاسم الأول, الإسم الأول',
    zh: '名',
    de: 'Vorname, Vornamen',
    ja: 'ファーストネーム',
  },
  lastName: {
    en: 'last name, last names, surname, surnames, family name',
    fr: 'nom de famille',
    es: 'apellido, apellidos',
    pt: 'sobrenome, apelido, apelidos, último nome',
    ru: 'фамилия',
    ar: 'اسم العائلة, اللقب, الاسم الأخير, الكنية',
    zh: '姓, 姓氏',
    de: 'Nachname, Familienname, Zuname',
    ja: '苗字, ラストネーム',
  },
  address: {
    en: 'e-mail, e-mails, mail, email id, mail address, e-mail address, e-mail addresses, personal e-mail, personal e-mail address, work e-mail',
    fr: 'courriel, mél, mèl, adresse e-mail, adresse mail, adresse courriel, adresse électronique',
    es: 'correo, correo electrónico, dirección de correo, dirección de correo electrónico, dirección electrónica',
    pt: 'correio eletrónico, correio eletrônico, correio electrónico, endereço de e-mail, endereço eletrônico, endereço eletrónico',
    ru: 'почта, эл. почта, электронная почта, адрес электронной почты, адрес эл. почты, имейл, и-мейл',
    ar: 'البريد, البريد الإلكتروني, بريد إلكتروني, عنوان البريد الإلكتروني, الإيميل',
    zh: '邮件, 电子邮件, 邮箱, 电子邮箱, 电邮, 电子邮件地址, 邮箱地址, 電子郵件, 電郵',
    de: 'E-Mail-Adresse, Mail-Adresse, Mailadresse',
    ja: 'メール, メールアドレス, 電子メール, Eメール, 電子メールアドレス',
  },
  phone: {
    en: 'phone, phones, phone number, phone numbers, phone no, telephone, telephone number, telephone no, tel, tel no, mobile, mobile phone, mobile number, mobile no, mob, cell, cell phone, cellular, cell number, direct, direct line, landline, office phone, work phone, home phone, contact number, emergency phone, gsm, whatsapp, signal',
    fr: 'téléphone, téléphones, numéro de téléphone, tél, portable, téléphone portable, téléphone mobile, téléphone fixe',
    es: 'teléfono, teléfonos, número de teléfono, móvil, celular, teléfono móvil, teléfono celular, teléfono fijo',
    pt: 'telefone, telefones, número de telefone, telemóvel, telefone celular, telefone móvel, telefone fixo',
    ru: 'телефон, телефоны, тел, номер телефона, мобильный, моб, мобильный телефон, сотовый, сотовый телефон',
    ar: 'الهاتف, هاتف, رقم الهاتف, الجوال, جوال, رقم الجوال, المحمول, الهاتف المحمول, الموبايل, النقال, الهاتف الجوال',
    zh: '电话, 手机, 电话号码, 手机号, 手机号码, 移动电话, 联系电话, 電話, 手機, 電話號碼',
    de: 'Telefon, Telefonnummer, Handy, Handynummer, Mobiltelefon, mobil, Mobilnummer, Rufnummer, Festnetz',
    ja: '電話番号, 携帯, 携帯電話, 携帯番号, 携帯電話番号',
  },
  role: {
    en: 'role, type, contact type',
    fr: 'rôle',
    es: 'rol',
    pt: 'função, papel',
    ru: 'роль',
    ar: 'الدور',
    zh: '角色',
    de: 'Rolle',
    ja: '役割',
  },
  postal: {
    en: 'address',
    fr: 'adresse',
    es: 'dirección',
    pt: 'endereço, morada',
    ru: 'адрес',
    ar: 'العنوان',
    zh: '地址',
    de: 'Anschrift',
    ja: '住所',
  },
  other: {
    en: 'fax, fax number, telefax, organisation, organization, company, employer, registry, title, job title, position, function, department, country, city, website, web, url, language, time zone, remarks, comment, comments, note, notes, PGP, PGP key',
    fr: 'télécopie, organisme, société, fonction, titre',
    es: 'empresa, organización, cargo, puesto',
    pt: 'organização, empresa, cargo',
    ru: 'факс, организация, должность',
    ar: 'فاكس, المؤسسة, الوظيفة',
    zh: '传真, 单位, 职务, 职位',
    de: 'Firma, Funktion, Organisation',
    ja: '会社, 部署, 役職',
  },
};

/** The words that a heading of a contact is made of, besides the digits 1 to 9. */
export const HEADING_WORDS: Record<'contact' | 'primary' | 'secondary' | 'filler', Words> = {
  contact: {
    en: 'contact, contacts, SSC, SSCs, person, PoC',
    fr: 'personne',
    es: 'contacto, persona',
    pt: 'contato, pessoa',
    ru: 'контакт, контактное, лицо',
    ar: 'جهة, اتصال, الاتصال, المسؤول',
    zh: '联系人, 聯絡人',
    de: 'Kontakt, Ansprechpartner, Kontaktperson',
    ja: '連絡先, 担当者',
  },
  primary: {
    en: 'primary, main',
    fr: 'principal, principale',
    es: 'primario, primaria',
    pt: 'primário, primária',
    ru: 'основной, основное, главный',
    ar: 'أساسي, أساسية, الأساسي, الأساسية, رئيسي, الرئيسي, الرئيسية',
    zh: '主要, 首要',
    de: 'primär, primärer, Haupt, Hauptkontakt',
    ja: '主',
  },
  secondary: {
    en: 'secondary, backup, alternate, alternative, deputy',
    fr: 'secondaire, suppléant',
    es: 'secundario, secundaria, suplente',
    pt: 'secundário, secundária',
    ru: 'запасной, резервный, дополнительный',
    ar: 'ثانوي, ثانوية, الثانوي, البديل, بديل',
    zh: '次要, 备用',
    de: 'sekundär, sekundärer, Stellvertreter, Vertretung',
    ja: '副',
  },
  filler: {
    en: 'security, stability, and, the, point, of, for, is, no, nr, num, number, n, st, nd, rd, information, details, data',
    fr: 'de, sécurité, er, ère, ème',
    es: 'seguridad',
    pt: 'segurança',
    zh: '第, 位, 个',
    ja: '情報',
  },
};

/** First, second, third. */
export const ORDINALS: readonly Words[] = [
  {
    en: 'first',
    fr: 'premier, première',
    es: 'primer, primero, primera',
    pt: 'primeiro, primeira',
    ru: 'первый, первое',
    ar: 'الأول, الأولى',
    zh: '一',
    de: 'erster, erste',
  },
  {
    en: 'second',
    fr: 'deuxième',
    es: 'segundo, segunda',
    ru: 'второй, второе',
    ar: 'الثاني, الثانية',
    zh: '二',
    de: 'zweiter, zweite',
  },
  {
    en: 'third',
    fr: 'troisième',
    es: 'tercer, tercero, tercera',
    pt: 'terceiro, terceira',
    ru: 'третий, третье',
    ar: 'الثالث, الثالثة',
    zh: '三',
    de: 'dritter, dritte',
  },
];

export const YES: Words = {
  en: 'yes, y, true, x, ✓, ✔, ☑',
  fr: 'oui, o',
  es: 'sí, s',
  pt: 'sim',
  ru: 'да',
  ar: 'نعم',
  zh: '是',
  de: 'ja, j',
  ja: 'はい',
};

export const NO: Words = {
  en: 'no, n, false',
  fr: 'non',
  pt: 'não',
  ru: 'нет',
  ar: 'لا',
  zh: '否, 不是',
  de: 'nein',
  ja: 'いいえ',
};
