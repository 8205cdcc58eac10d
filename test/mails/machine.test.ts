/** The table of machine mails and the files that it speaks of belong together. */

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { MailClass } from '../../src/machines/words/mail.ts';
import { MACHINE } from './machine.ts';

const FOLDER = new URL('machine/', import.meta.url);
const read = (file: string) => readFileSync(new URL(`${file}.eml`, FOLDER), 'latin1');
const files = readdirSync(FOLDER).filter((name) => name.endsWith('.eml'));

describe('the table of machine mails', () => {
  it('has one row for every file, and a file for every row', () => {
    expect(MACHINE.map(({ file }) => `${file}.eml`).toSorted()).toEqual(files.toSorted());
  });

  it('holds two hundred mails at least', () => {
    expect(MACHINE.length).toBeGreaterThanOrEqual(200);
  });

  it('says of every mail that a machine wrote it', () => {
    const wrong = MACHINE.filter((row) => classesOf(row).some((name) => !MACHINES.has(name)));
    expect(wrong).toEqual([]);
  });

  it('says for whom it failed of every bounce and every delay, and of no other mail', () => {
    const wrong = MACHINE.filter(
      (row) => (row.bounce !== undefined) !== classesOf(row).some((name) => FAILS.has(name)),
    );
    expect(wrong.map(({ file }) => file)).toEqual([]);
  });

  it.each([
    ['bounce', 100],
    ['delay', 8],
    ['auto-reply', 90],
    ['report', 10],
    ['list', 3],
    ['loop', 1],
    ['own', 3],
  ] as const)('has enough mails of class %s', (name, least) => {
    const count = MACHINE.filter((row) => classesOf(row).includes(name)).length;
    expect(count).toBeGreaterThanOrEqual(least);
  });
});

describe('every machine mail', () => {
  it.each(MACHINE.map(({ file }) => file))('%s has CRLF line ends only', (file) => {
    expect(read(file)).not.toMatch(/[^\r]\n|\r(?!\n)/);
  });

  it.each(MACHINE.map(({ file }) => file))('%s knows its placeholders', (file) => {
    const used = [...read(file).matchAll(/\{\{([^{}\r\n]*)\}\}/g)].map(([, name]) => name);
    expect(used.filter((name) => !PLACEHOLDERS.has(name ?? ''))).toEqual([]);
  });
});

const MACHINES = new Set<MailClass>([
  'auto-reply',
  'bounce',
  'delay',
  'report',
  'list',
  'loop',
  'own',
]);
const FAILS = new Set<MailClass>(['bounce', 'delay']);
const PLACEHOLDERS = new Set([
  'case',
  'queued-case',
  'bounce-to',
  'challenge',
  'challenge-id',
  'challenge-to',
  'challenge-quoted',
  'challenge-text',
  'validate',
  'validate-to',
  'validate-quoted',
  'details-to',
  'details-quoted',
]);

function classesOf({ class: classes }: (typeof MACHINE)[number]): readonly MailClass[] {
  return typeof classes === 'string' ? [classes] : classes;
}
