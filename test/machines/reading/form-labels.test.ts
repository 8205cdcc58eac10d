import { describe, expect, it } from 'vitest';

import { ANA, FILLED, LUIS, read, short } from './form-text.ts';

describe('labels and layouts that people use', () => {
  it.each([
    ['whole name', 'Name: Ana Beta\nEmail: ana@nic.xa\nTel: +44 20 7946 0001\nPrimary: yes'],
    [
      'capitals and blanks',
      'FIRST NAME :  Ana \nLAST NAME :Beta\nE-MAIL ADDRESS : ana@nic.xa\nMOBILE : +44 20 7946 0001\nPRIMARY : YES',
    ],
    [
      'given and family',
      'Given name: Ana\nFamily name: Beta\nMail: ana@nic.xa\nCell: +44 20 7946 0001\nRole: primary',
    ],
    [
      'surname first',
      'Surname: Beta\nForename: Ana\ne-mail address: ana@nic.xa\nTelephone: +44 20 7946 0001\nRole: Primary contact',
    ],
    [
      'last, first',
      'Name: Beta, Ana (primary)\nMail address: <ana@nic.xa>\nPhone: +44 20 7946 0001',
    ],
    [
      'heading with dash',
      'Contact 1 - primary\nName: Ana Beta\nEmail: mailto:ana@nic.xa\nPhone: +44 20 7946 0001',
    ],
    [
      'heading with colon',
      'Primary contact:\nName: Ana Beta\nEmail: Ana Beta <ana@nic.xa>\nPhone: +44 20 7946 0001',
    ],
    [
      'name in the heading',
      'Primary contact: Ana Beta\nEmail: ana@nic.xa<mailto:ana@nic.xa>\nPhone: +44 20 7946 0001',
    ],
    [
      'numbers before',
      '1. Name: Ana Beta\n1. Email: ana@nic.xa\n1. Phone: +44 20 7946 0001\nPrimary: 1',
    ],
    [
      'numbered lines',
      '1) First name: Ana\n2) Last name: Beta\n3) Email: ana@nic.xa\n4) Phone: +44 20 7946 0001\n5) Primary: yes',
    ],
    [
      'numbers behind',
      'Name 1: Ana Beta\nEmail 1: ana@nic.xa\nPhone 1: +44 20 7946 0001\nPrimary: yes',
    ],
    [
      'contact in every label',
      'SSC 1 - Name: Ana Beta\nSSC 1 - E-mail: ana@nic.xa\nContact 1 phone: +44 20 7946 0001\nPrimary: Ana Beta',
    ],
    [
      'primary in every label',
      'Primary contact name: Ana Beta\nPrimary contact e-mail: ana@nic.xa\nPrimary contact phone: +44 20 7946 0001',
    ],
    [
      'bold and bullets',
      '**Contact 1 (primary)**\n* **First name:** Ana\n* **Last name:** Beta\n- E-mail: ana@nic.xa\n• Phone: +44 20 7946 0001',
    ],
    [
      'one line',
      'Name: Ana Beta, E-mail: ana@nic.xa, Phone: +44 20 7946 0001, Primary: yes'.replace(
        ', Primary: yes',
        '\nPrimary: yes',
      ),
    ],
    [
      'one line without commas',
      'First name: Ana Last name: Beta E-mail: ana@nic.xa Phone: +44 20 7946 0001\nPrimary: x',
    ],
    [
      'values below labels',
      'First name:\nAna\nLast name:\nBeta\nE-mail:\nana@nic.xa\nPhone:\n+44 20 7946 0001\nPrimary: yes',
    ],
    [
      'notes in brackets',
      'First name (given name): Ana\nLast name (family name): Beta\nE-mail (personal): ana@nic.xa\nPhone (with country code): +44 20 7946 0001\nPrimary (yes/no): yes',
    ],
    ['Primary alone', 'Primary\nName: Ana Beta\nE-mail: ana@nic.xa\nPhone: +44 20 7946 0001'],
    [
      'non-breaking blanks',
      'First\u00a0name:\u00a0Ana\nLast name:\u00a0Beta\u00a0\nE-mail: ana@nic.xa\u00a0\nPhone:\u00a0+44 20 7946 0001\nPrimary: yes',
    ],
    [
      'Address with an address',
      'Name: Ana Beta\nAddress: ana@nic.xa\nPhone: +44 20 7946 0001\nPrimary: yes',
    ],
    [
      'French',
      'Contact 1 (principal)\nPrénom : Ana\nNom : Beta\nCourriel : ana@nic.xa\nTéléphone : +44 20 7946 0001',
    ],
    [
      'French, other order',
      'Nom : Beta\nPrénom : Ana\nAdresse électronique : ana@nic.xa\nPortable : +44 20 7946 0001\nPrincipal : oui',
    ],
    [
      'Spanish',
      'Contacto principal\nNombre: Ana\nApellidos: Beta\nCorreo electrónico: ana@nic.xa\nMóvil: +44 20 7946 0001',
    ],
    [
      'Portuguese',
      'Contato 1 (principal)\nNome: Ana\nSobrenome: Beta\nEndereço de e-mail: ana@nic.xa\nTelemóvel: +44 20 7946 0001',
    ],
    [
      'Russian',
      'Основной контакт\nИмя: Ana\nФамилия: Beta\nЭл. почта: ana@nic.xa\nТелефон: +44 20 7946 0001',
    ],
    [
      'Russian, whole name',
      'ФИО: Ana Beta\nАдрес электронной почты: ana@nic.xa\nМоб.: +44 20 7946 0001\nОсновной: да',
    ],
    [
      'Arabic',
      'جهة الاتصال الأولى (أساسي)\nالاسم الأول: Ana\nاسم العائلة: Beta\nالبريد الإلكتروني: ana@nic.xa\nالهاتف: +44 20 7946 0001',
    ],
    ['Chinese', '主要联系人\n姓名：Ana Beta\n电子邮件：ana@nic.xa\n手机：+44 20 7946 0001'],
    [
      'Chinese, numbered',
      '联系人1（主要）\n名：Ana\n姓：Beta\n邮箱：ana@nic.xa\n电话：+44 20 7946 0001',
    ],
    [
      'German',
      'Ansprechpartner 1 (primär)\nVorname: Ana\nNachname: Beta\nE-Mail-Adresse: ana@nic.xa\nTelefonnummer: +44 20 7946 0001',
    ],
    [
      'Japanese',
      '連絡先1（主）\n姓：Beta\n名：Ana\nメールアドレス：ana@nic.xa\n携帯電話：+44 20 7946 0001',
    ],
    [
      'Italian',
      'Contatto principale\nNome: Ana\nCognome: Beta\nIndirizzo e-mail: ana@nic.xa\nCellulare: +44 20 7946 0001',
    ],
    [
      'Dutch',
      'Primair contact\nVoornaam: Ana\nAchternaam: Beta\nE-mailadres: ana@nic.xa\nTelefoonnummer: +44 20 7946 0001',
    ],
    [
      'Turkish',
      'Birincil kişi\nAdı: Ana\nSoyadı: Beta\nE-posta: ana@nic.xa\nCep telefonu: +44 20 7946 0001',
    ],
    [
      'Polish',
      'Główny kontakt\nImię: Ana\nNazwisko: Beta\nAdres e-mail: ana@nic.xa\nTelefon komórkowy: +44 20 7946 0001',
    ],
    [
      'Ukrainian',
      'Основна контактна особа\nІм’я: Ana\nПрізвище: Beta\nЕлектронна пошта: ana@nic.xa\nМобільний: +44 20 7946 0001',
    ],
    ['Korean', '주담당자\n이름: Ana Beta\n이메일: ana@nic.xa\n휴대폰: +44 20 7946 0001'],
    [
      'Persian',
      'نام: Ana\nنام خانوادگی: Beta\nایمیل: ana@nic.xa\nتلفن همراه: +44 20 7946 0001\nاصلی: بله',
    ],
    [
      'Indonesian',
      'Kontak utama\nNama depan: Ana\nNama belakang: Beta\nAlamat email: ana@nic.xa\nNomor HP: +44 20 7946 0001',
    ],
    [
      'Czech',
      'Hlavní kontakt\nJméno: Ana\nPříjmení: Beta\nE-mailová adresa: ana@nic.xa\nTelefonní číslo: +44 20 7946 0001',
    ],
    [
      'Swedish',
      'Primär kontakt\nFörnamn: Ana\nEfternamn: Beta\nE-postadress: ana@nic.xa\nMobilnummer: +44 20 7946 0001',
    ],
    [
      'Finnish',
      'Ensisijainen yhteyshenkilö\nEtunimi: Ana\nSukunimi: Beta\nSähköposti: ana@nic.xa\nPuhelin: +44 20 7946 0001',
    ],
    [
      'equals signs',
      'Name = Ana Beta\nE-mail = ana@nic.xa\nPhone = +44 20 7946 0001\nPrimary: yes',
    ],
    ['dashes', 'Name - Ana Beta\nE-mail - ana@nic.xa\nPhone – +44 20 7946 0001\nPrimary: yes'],
    ['tabs', 'Name\tAna Beta\nE-mail\tana@nic.xa\nPhone\t+44 20 7946 0001\nPrimary: yes'],
    ['blanks', 'Name     Ana Beta\nE-mail   ana@nic.xa\nPhone    +44 20 7946 0001\nPrimary: yes'],
    ['one blank', 'Contact 1 (primary)\nName Ana Beta\nE-mail ana@nic.xa\nPhone +44 20 7946 0001'],
    [
      'an address behind the name',
      'Name: Ana Beta <ana@nic.xa>\nOffice: +44 20 7946 0001\nPrimary: yes',
    ],
    [
      'two languages',
      'Prénom / First name: Ana\nNom de famille / Last name: Beta\nE-mail/Courriel: ana@nic.xa\nTéléphone/Phone: +44 20 7946 0001\nPrimary: yes',
    ],
  ])('%s', (_, text) => {
    expect(short(text)).toEqual([ANA]);
    expect(read(text).leftover).toBe('');
  });

  it.each([
    [
      'blank lines between',
      'Name: Ana Beta\nE-mail: ana@nic.xa\nPhone: +44 20 7946 0001\nPrimary: yes\n\nName: Luis Gama\nE-mail: luis@nic.xa\nPhone: +44 20 7946 0002',
    ],
    [
      'nothing between',
      'Name: Ana Beta (primary)\nE-mail: ana@nic.xa\nPhone: +44 20 7946 0001\nName: Luis Gama\nE-mail: luis@nic.xa\nPhone: +44 20 7946 0002',
    ],
    [
      'phone first',
      'Phone: +44 20 7946 0001\nName: Ana Beta (primary)\nE-mail: ana@nic.xa\n\nPhone: +44 20 7946 0002\nName: Luis Gama\nE-mail: luis@nic.xa',
    ],
    [
      'e-mail first',
      'E-mail: ana@nic.xa\nName: Ana Beta (primary)\nPhone: +44 20 7946 0001\n\nE-mail: luis@nic.xa\nName: Luis Gama\nPhone: +44 20 7946 0002',
    ],
    [
      'numbers behind',
      'Name 1: Ana Beta (primary)\nName 2: Luis Gama\nEmail 1: ana@nic.xa\nEmail 2: luis@nic.xa\nPhone 1: +44 20 7946 0001\nPhone 2: +44 20 7946 0002',
    ],
    [
      'rules between',
      '---- Contact 1 (primary) ----\nName: Ana Beta\nE-mail: ana@nic.xa\nPhone: +44 20 7946 0001\n---- Contact 2 ----\nName: Luis Gama\nE-mail: luis@nic.xa\nPhone: +44 20 7946 0002',
    ],
    [
      'numbers alone',
      '1.\nName: Ana Beta (primary)\nE-mail: ana@nic.xa\nPhone: +44 20 7946 0001\n2.\nName: Luis Gama\nE-mail: luis@nic.xa\nPhone: +44 20 7946 0002',
    ],
    [
      'ordinals',
      'First contact (primary)\nName: Ana Beta\nE-mail: ana@nic.xa\nPhone: +44 20 7946 0001\nSecond contact\nName: Luis Gama\nE-mail: luis@nic.xa\nPhone: +44 20 7946 0002',
    ],
    [
      'mixed in one line',
      'Contact 1 name: Ana Beta (primary)\nContact 2 name: Luis Gama\nContact 1 e-mail: ana@nic.xa\nContact 2 e-mail: luis@nic.xa\nContact 1 phone: +44 20 7946 0001\nContact 2 phone: +44 20 7946 0002',
    ],
  ])('two contacts with %s', (_, text) => {
    expect(short(text)).toEqual([ANA, LUIS]);
  });

  it('follows labels that go back and forth between primary and secondary', () => {
    const text =
      'Primary contact name: Ana Beta\nSecondary contact name: Luis Gama\nPrimary contact e-mail: ana@nic.xa\n' +
      'Secondary contact e-mail: luis@nic.xa\nPrimary contact phone: +44 20 7946 0001\nSecondary contact phone: +44 20 7946 0002';
    expect(short(text)).toEqual([ANA, `${LUIS}false`]);
  });

  it('tells primary and secondary', () => {
    const text =
      'Primary:\nName: Ana Beta\nE-mail: ana@nic.xa\n\nSecondary:\nName: Luis Gama\nE-mail: luis@nic.xa';
    expect(read(text).contacts.map(({ primary }) => primary)).toEqual([true, false]);
    const both = 'Name: Ana Beta\nPrimary: no\n\nName: Luis Gama\nPrimary: yes';
    expect(read(both).contacts.map(({ primary }) => primary)).toEqual([false, true]);
    const said =
      'Contact 1\nName: Ana Beta\n\nContact 2\nName: Luis Gama\n\nPrimary contact: Luis Gama';
    expect(read(said).contacts.map(({ primary }) => primary)).toEqual([undefined, true]);
    const numbered = 'Contact 1\nName: Ana Beta\n\nContact 2\nName: Luis Gama\n\nPrimary: SSC 1';
    expect(read(numbered).contacts.map(({ primary }) => primary)).toEqual([true, undefined]);
    const blank = 'Name: Ana Beta\nPrimary:\n\nName: Luis Gama\nPrimary:';
    expect(read(blank).contacts.map(({ primary }) => primary)).toEqual([undefined, undefined]);
  });

  it('collects several phones of one person', () => {
    const text =
      'Contact 1\nName: Ana Beta\nPhone: +44 20 7946 0001\nMobile: +44 7700 900001\n   +44 7700 900002\nPhone 2: +44 7700 900003\nFax: +44 20 7946 0009';
    expect(short(text)).toEqual([
      '1 ; Ana|Beta ;  ; +44 20 7946 0001; +44 7700 900001; +44 7700 900002; +44 7700 900003 ; ',
    ]);
    expect(read(text).leftover).toBe('Fax: +44 20 7946 0009');
  });

  it('ignores a signature that only a closing line announces, but not a form below it', () => {
    const signed =
      'Name: Ana Beta\nE-mail: ana@nic.xa\n\nBest regards,\nLuis Gama\nPhone: +44 20 7946 0009\nE-mail: office@nic.xa';
    expect(short(signed)).toEqual(['1 ; Ana|Beta ; ana@nic.xa ;  ; ']);
    expect(
      short(`Please see below.\nKind regards,\nEva\nTel: +44 20 7946 0009\n\n${FILLED}`),
    ).toEqual([ANA, LUIS]);
  });

  it('leaves free text alone', () => {
    const text =
      'Please tell Ana Beta that we met.\nNote: she is on call: always.\nhttps://nic.xa/contact';
    expect(read(text)).toMatchObject({ contacts: [], leftover: text });
  });

  it('does not make a name, an address or a command out of a value', () => {
    const text = 'Contact 1\nFirst name: APPROVE 4711 .xa\nLast name: CONFIRM\nE-mail: ana@nic.xa';
    expect(short(text)).toEqual(['1 ; APPROVE 4711 .xa|CONFIRM ; ana@nic.xa ;  ; ']);
  });
});

it('takes who signs below CONFIRM for nobody', () => {
  const text = 'CONFIRM\n\nAna Beta\nTel: +44 20 7946 0001\nE-mail: ana@nic.xa';
  expect(short(text)).toEqual([]);
});

describe('primary and secondary below the fields', () => {
  const one = 'Name: Ana Beta\nE-mail: ana@nic.xa\nPhone: +44 20 7946 0001';
  const two = 'Name: Luis Gama\nE-mail: luis@nic.xa\nPhone: +44 20 7946 0002';

  it('belong to the person above them', () => {
    const text = `${one}\nPrimary contact\n\n${two}\nSecondary contact`;
    expect(short(text)).toEqual([ANA, `${LUIS}false`]);
  });

  it('belong to nobody when blank lines do not tell', () => {
    const text = `${one}\nPrimary contact\n\n${two}\nSecondary contact`.replaceAll('\n', '\n\n');
    expect(read(text).contacts.map(({ primary }) => primary)).toEqual([undefined, undefined]);
  });
});
