/** Real-looking names and mailboxes that must raise no alarm, and names that are no person's. */

import { describe, expect, it } from 'vitest';

import { roleReason } from '../../../src/machines/reading/role-address.ts';
import { splitName } from '../../../src/machines/reading/split-name.ts';
import type { Address } from '../../../src/machines/words/address.ts';
import type { Cctld } from '../../../src/machines/words/cctld.ts';

function reason(name: string, address: string): string | undefined {
  return roleReason({ address: address as Address, ...splitName(name) }, { cctld: 'xa' as Cctld });
}

const PEOPLE = `
Ana Pérez, ana.perez@nic.xa
Ana Nic, ana.nic@nic.xa
Luis Host, luis.host@nic.xa
Eva Abuse, eva.abuse@nic.xa
Ben Masters, ben.masters@nic.xa
Ben Master, ben@nic.xa
Emily Post, emily.post@nic.xa
Tim Cook, tim@nic.xa
Ana Web, ana.web@nic.xa
Mark Noc, mark.noc@nic.xa
Ana Head, head@nic.xa
Luis Law, law@nic.xa
Peter Main, main@nic.xa
John Root, john.root@nic.xa
Grace Hall, ghall@nic.xa
Amy Press, apress@nic.xa
Abbas General, abbas@nic.xa
Nora Support, nora@nic.xa
Admin Perez, admin.perez@nic.xa
Ivan Tech, ivan.tech@nic.xa
Chris Domain, chris.domain@nic.xa
Carlos Guardia, carlos.guardia@nic.xa
Rosa Segura, rosa.segura@nic.xa
Marie Accueil, marie.accueil@nic.xa
Ops Nielsen, onielsen@nic.xa
Ana Director, ana.director@nic.xa
Tom Manager, tom.manager@nic.xa
Sam Register, sam.register@nic.xa
Lee Board, lee@nic.xa
Zoe Cert, zoe.cert@nic.xa
Jan Redes, jan.redes@nic.xa
Li Na, lina@nic.xa
Mo Sys, mo.sys@nic.xa
Kim It, kim.it@nic.xa
Ida Netz, ida.netz@nic.xa
Max Mail, max.mail@nic.xa
Noor Info, noor.info@nic.xa
Ada Lead, ada.lead@nic.xa
Otto Dienst, otto.dienst@nic.xa
Dom Ains, d.ains@nic.xa
Юлия Смирнова, y.smirnova@nic.xa
Иван Служебный, ivan@nic.xa
王芳, wangfang@nic.xa
张中, zhang.zhong@nic.xa
山田 太郎, yamada@nic.xa
أحمد علي, ahmed.ali@nic.xa
أمين محمد, amin@nic.xa
김 하나, hana.kim@nic.xa
Nguyen Van An, annv@nic.xa
María del Carmen Ruiz, mcruiz@nic.xa
Ludwig van der Berg, lberg@nic.xa
O'Neill Sean, sean.oneill@nic.xa
Pelé, pele@nic.xa
Jean-Luc Chef, jl.chef@nic.xa
Ana Contato, ana.contato@nic.xa
Ruth Post, post@post.example
Tina Chair, t.chair@nic.xa
Rex Test, rex.test@nic.xa
Ned Crew, crew@nic.xa
Bo Net, bo@nic.xa
Al Care, al@nic.xa
Uma Redes Pai, uma@nic.xa
`;

describe('a person', () => {
  it.each(
    PEOPLE.trim()
      .split('\n')
      .map((line) => line.split(', ') as [string, string]),
  )('%s with %s', (name, address) => {
    expect(reason(name, address)).toBeUndefined();
  });
});

describe('a name that is no person', () => {
  it.each([
    'NOC',
    'NOC duty officer',
    'Duty officer',
    'Security Team',
    'Service desk',
    'Network Operations Center',
    'Technical Support',
    'IT Department',
    'DNS Administrator',
    'Hostmaster',
    'Registry Operator',
    'CSIRT on duty 24x7',
    'Дежурный',
    'Дежурный инженер',
    'Служба поддержки',
    'Отдел безопасности',
    'Équipe sécurité',
    'Equipe Réseau',
    'Responsable sécurité',
    'Équipe technique',
    'Guardia',
    'Equipo de seguridad',
    'Soporte técnico',
    'Administrador de red',
    'Equipe de segurança',
    'Suporte técnico',
    'Sicherheitsteam, Bereitschaft'.split(', ')[1] ?? '',
    'Technischer Dienst'.replace('Technischer', 'Technik'),
    '值班',
    '值班人员',
    '网络中心',
    '技术部',
    '事務局',
    '当直担当者',
    '보안팀',
    'هيئة',
    'فريق الدعم الفني',
    'إدارة الشبكة',
    'Ufficio Sicurezza'.replace('Ufficio', 'Servizio'),
    'Wsparcie techniczne'.replace('techniczne', 'techniczny'),
    'Dyżurny',
    'Tim Keamanan',
    'XA Registry',
  ])('%s', (name) => {
    expect(reason(name, 'x41@example.test')).toContain('function or a group');
  });
});

describe('mailboxes of a function in other languages', () => {
  it.each([
    'supporto',
    'assistenza-tecnica'.replace('assistenza', 'supporto'),
    'sicurezza',
    'segreteria',
    'beveiliging',
    'ondersteuning',
    'helpdesk.it',
    'bezpieczenstwo',
    'wsparcie',
    'biuro',
    'podpora',
    'bezpecnost',
    'destek',
    'guvenlik',
    'bilgiislem',
    'iletisim',
    'dezhurny',
    'bezopasnost',
    'kancelaria',
    'keamanan',
    'bantuan',
    'jimukyoku',
    'madoguchi',
    'zhiban',
    'jishu-support',
    'kefu',
    'sakerhet',
    'sikkerhed',
    'yhteys',
    'tuki',
    'kontakt',
    'plantao',
    'astreinte',
    'bereitschaft',
    'guardia',
    'seguridad',
    'soc',
    'admins',
    'secops',
    'noc24x7'.replace('24x7', '-24x7'),
  ])('%s@', (local) => {
    expect(reason('Ana Beta', `${local}@example.test`)).toContain(`"${local}"`);
  });
});
