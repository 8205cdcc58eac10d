/** The words with which people label the fields of the form, by language. */

/** What a label announces. `place`: of a phone, when the value is one; `other`: what we do not keep. */
export type LabelKind =
  | 'cctld'
  | 'name'
  | 'firstName'
  | 'lastName'
  | 'address'
  | 'phone'
  | 'role'
  | 'place'
  | 'postal'
  | 'other';

/** ISO 639-1: the six languages of the United Nations, and those of other registries that write to us. */
export type Language = 'en' | 'fr' | 'es' | 'pt' | 'ru' | 'ar' | 'zh' | 'de' | 'ja' | MoreLanguages;
type MoreLanguages =
  | 'it'
  | 'nl'
  | 'tr'
  | 'pl'
  | 'uk'
  | 'ko'
  | 'fa'
  | 'id'
  | 'cs'
  | 'sv'
  | 'no'
  | 'fi'
  | 'hu'
  | 'vi'
  | 'el'
  | 'he'
  | 'ro'
  | 'bg'
  | 'hr'
  | 'sr'
  | 'th'
  | 'sk'
  | 'sl'
  | 'da'
  | 'et'
  | 'lt'
  | 'lv';

/** Words with commas between them, as people write them; compared without case, accents and signs. */
export type Words = Partial<Record<Language, string>>;

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
    it: 'dominio di primo livello',
    nl: 'landcode, domein, topleveldomein',
    tr: 'alan adı, ülke kodu',
    pl: 'domena, domena krajowa',
    uk: 'домени',
    ko: '도메인, 국가 도메인',
    fa: 'دامنه',
    id: 'domain negara, nama domain',
    cs: 'doména',
    sv: 'domän, toppdomän',
    no: 'domene, domæne, toppdomene',
    fi: 'verkkotunnus, maatunnus',
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
    it: 'nome, nome completo, nome e cognome, cognome e nome, nominativo',
    nl: 'naam, volledige naam, voor- en achternaam',
    tr: 'ad soyad, adı soyadı, isim soyisim, isim, ad',
    pl: 'imię i nazwisko, nazwisko i imię',
    uk: "ім'я, ПІБ, П.І.Б., повне ім'я, прізвище та ім'я, ім'я та прізвище",
    ko: '이름, 성명, 성함',
    fa: 'نام, نام و نام خانوادگی, نام کامل',
    id: 'nama, nama lengkap',
    cs: 'jméno, jméno a příjmení, celé jméno',
    sv: 'namn, fullständigt namn, för- och efternamn',
    no: 'navn, fullt navn, fulde navn, for- og etternavn',
    fi: 'nimi, koko nimi',
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
    nl: 'voornaam, roepnaam',
    tr: 'adı',
    pl: 'imię, imiona',
    ko: '이름(명)',
    id: 'nama depan',
    cs: 'křestní jméno',
    sv: 'förnamn',
    no: 'fornavn',
    fi: 'etunimi',
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
    it: 'cognome',
    nl: 'achternaam, familienaam',
    tr: 'soyadı, soyad, soyisim',
    pl: 'nazwisko',
    uk: 'прізвище',
    fa: 'نام خانوادگی',
    id: 'nama belakang, nama keluarga',
    cs: 'příjmení',
    sv: 'efternamn',
    no: 'etternavn, efternavn',
    fi: 'sukunimi',
    ko: '성',
  },
  address: {
    en: 'e-mail, e-mails, mail, email id, mail address, e-mail address, e-mail addresses, personal e-mail, personal e-mail address, work e-mail',
    fr: 'courriel, adresse de courriel, adresse courriel professionnelle, email professionnel, mél, mèl, adresse e-mail, adresse mail, adresse courriel, adresse électronique',
    es: 'correo, correo-e, email personal, correo electrónico, dirección de correo, dirección de correo electrónico, dirección electrónica',
    pt: 'correio eletrónico, correio eletrônico, correio electrónico, endereço de e-mail, endereço eletrônico, endereço eletrónico',
    ru: 'почта, эл. почта, электронная почта, адрес электронной почты, адрес эл. почты, имейл, и-мейл',
    ar: 'البريد, البريد الإلكتروني, بريد إلكتروني, عنوان البريد الإلكتروني, الإيميل',
    zh: '邮件, 电子邮件, 邮箱, 电子邮箱, 电邮, 电子邮件地址, 邮箱地址, 電子郵件, 電郵',
    de: 'E-Mail-Adresse, Mail-Adresse, Mailadresse',
    ja: 'メール, メールアドレス, 電子メール, Eメール, 電子メールアドレス',
    it: 'indirizzo e-mail, indirizzo mail, indirizzo di posta elettronica, posta elettronica',
    nl: 'e-mailadres, mailadres',
    tr: 'e-posta, eposta, e-posta adresi, posta',
    pl: 'adres e-mail, poczta, poczta elektroniczna, adres poczty',
    uk: 'пошта, електронна пошта, ел. пошта, адреса електронної пошти',
    ko: '이메일, 이메일 주소, 전자우편, 메일',
    fa: 'ایمیل, پست الکترونیک, رایانامه, آدرس ایمیل',
    id: 'surel, alamat email, alamat surel',
    cs: 'e-mailová adresa, emailová adresa',
    sv: 'e-post, epost, e-postadress, mejl, mejladress',
    no: 'e-postadresse',
    fi: 'sähköposti, sähköpostiosoite',
  },
  phone: {
    en: 'phone, phones, phone number, phone numbers, phone no, telephone, telephone number, telephone no, tel, tel no, mobile, mobile phone, mobile number, mobile no, mob, cell, cell phone, cellular, cell number, direct, direct line, landline, office phone, work phone, home phone, contact number, emergency phone, gsm, whatsapp, signal',
    fr: 'téléphone, téléphones, mobile, tél. portable, tél. mobile, gsm, numéro de téléphone, tél, portable, téléphone portable, téléphone mobile, téléphone fixe',
    es: 'teléfono, teléfonos, tel. móvil, número de celular, número de teléfono, móvil, celular, teléfono móvil, teléfono celular, teléfono fijo',
    pt: 'telefone, telefones, número de telefone, telemóvel, telefone celular, telefone móvel, telefone fixo',
    ru: 'телефон, телефоны, тел, номер телефона, мобильный, моб, мобильный телефон, сотовый, сотовый телефон',
    ar: 'الهاتف, هاتف, رقم الهاتف, الجوال, جوال, رقم الجوال, المحمول, الهاتف المحمول, الموبايل, النقال, الهاتف الجوال',
    zh: '电话, 手机, 电话号码, 手机号, 手机号码, 移动电话, 联系电话, 電話, 手機, 電話號碼',
    de: 'Telefon, Telefonnummer, Handy, Handynummer, Mobiltelefon, mobil, Mobilnummer, Rufnummer, Festnetz',
    ja: '電話番号, 携帯, 携帯電話, 携帯番号, 携帯電話番号',
    it: 'telefono, cellulare, numero di telefono, cell, telefonino, recapito telefonico',
    nl: 'telefoon, telefoonnummer, mobiel, mobiel nummer, gsm-nummer',
    tr: 'cep, cep telefonu, telefon numarası, cep tel',
    pl: 'telefon komórkowy, komórka, numer telefonu, kom',
    uk: 'телефони, мобільний, мобільний телефон, номер телефону',
    ko: '전화, 전화번호, 휴대폰, 핸드폰, 휴대전화, 연락처',
    fa: 'تلفن, تلفن همراه, موبایل, شماره تلفن, همراه',
    id: 'telepon, nomor telepon, no. telepon, ponsel, hp, no. hp, nomor hp',
    cs: 'telefonní číslo, mobilní telefon',
    sv: 'telefonnummer, mobilnummer, mobiltelefon',
    no: 'mobilnr, tlf, telefonnr',
    fi: 'puhelin, puhelinnumero, matkapuhelin, puh',
  },
  place: {
    en: 'office, work, home, business, desk, office number, work number, 24/7, 24x7, 24h, emergency, on call',
    fr: 'bureau, domicile, fixe, professionnel, urgence',
    es: 'oficina, trabajo, casa, fijo, emergencia',
    pt: 'escritório, trabalho, casa, fixo, emergência',
    ru: 'рабочий, домашний, раб',
    zh: '办公, 办公室, 住宅',
    de: 'Büro, privat, dienstlich, geschäftlich, Notfall',
    it: 'ufficio, fisso',
    nl: 'kantoor, vast, werk, privé',
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
    it: 'ruolo',
    nl: 'rol',
    tr: 'rol',
    pl: 'rola',
    cs: 'role',
    ko: '역할',
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
    it: 'indirizzo',
    nl: 'adres',
    tr: 'adres',
    pl: 'adres',
    uk: 'адреса',
    ko: '주소',
    fa: 'نشانی',
    id: 'alamat',
    cs: 'adresa',
    sv: 'adress',
    fi: 'osoite',
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
    it: 'azienda, funzione, ruolo aziendale',
    nl: 'functie, bedrijf, organisatie',
    tr: 'unvan, kurum, görev',
    pl: 'stanowisko, firma, organizacja',
    uk: 'посада, організація',
    ko: '직책, 회사, 부서, 소속',
    fa: 'سمت, سازمان',
    id: 'jabatan, organisasi',
    cs: 'funkce, pozice, organizace',
    sv: 'befattning, titel',
    no: 'stilling',
    fi: 'tehtävä, organisaatio',
  },
};
