/** What a signature proves of a post's header: common signers pass, and nothing that was put on top does. */

import { describe, expect, test } from 'vitest';
import { readParents } from '../../src/machines/reading/message-id.ts';
import { certainFields, isPostCovered } from '../../src/machines/signed-post.ts';

const isList = (address: string) => address === 'tld-ops@lists.example';

const POST = {
  From: 'Rosa Lind <rosa@nic.xa>',
  To: 'tld-ops@lists.example',
  Subject: '[TLP:RED] Phishing',
  Date: 'Fri, 27 Nov 2026 10:00:00 +0100',
  'Message-ID': '<one@nic.xa>',
  'MIME-Version': '1.0',
  'Content-Type': 'text/plain; charset=utf-8',
  'Content-Transfer-Encoding': 'quoted-printable',
};
const ANSWER = { ...POST, 'In-Reply-To': '<old@nic.xb>', References: '<old@nic.xb>' };

function fieldsOf(header: Readonly<Record<string, string>>, onTop: readonly string[] = []) {
  const added = onTop.map((line) => line.split(': '));
  return [...added, ...Object.entries(header)].map(([name = '', value = '']) => ({
    name: name.toLowerCase(),
    value,
  }));
}

function isCovered(fields: ReturnType<typeof fieldsOf>, signed: string): boolean {
  return isPostCovered(fields, [signed.split(':')], isList);
}

const GMAIL =
  'to:subject:message-id:date:from:in-reply-to:references:mime-version:from:to:cc:subject:date:message-id:reply-to';
const OPENDKIM = 'date:to:from:subject:references:in-reply-to:from';
const RSPAMD =
  'from:from:reply-to:subject:subject:date:message-id:to:to:cc:mime-version:content-type:content-transfer-encoding:in-reply-to:references';
const YAHOO = 'date:from:to:subject:references:from:subject:reply-to';
const ICLOUD = 'from:content-type:mime-version:subject:date:message-id:to';

describe('a post', () => {
  test.each([
    ['Gmail', GMAIL],
    ['Postfix with OpenDKIM', OPENDKIM],
    ['rspamd', RSPAMD],
    ['Yahoo', YAHOO],
    ['iCloud', ICLOUD],
  ])('and an answer as %s signs them are proven', (_, signed) => {
    expect(isCovered(fieldsOf(POST), signed)).toBe(true);
    expect(isCovered(fieldsOf(ANSWER), signed)).toBe(true);
  });

  test.each([
    'Subject: [TLP:CLEAR] Call +1 900 555 0100',
    'Reply-To: evil@attacker.example',
    'Sender: tld-ops-owner@lists.example',
    'Cc: evil@attacker.example',
    'To: tld-ops@lists.example',
    'Mail-Followup-To: evil@attacker.example',
    'Content-Type: text/html',
    'Content-Transfer-Encoding: base64',
    'MIME-Version: 1.0',
    'Date: Fri, 27 Nov 2026 11:00:00 +0100',
    'Message-ID: <two@nic.xa>',
    ':subject: hidden from some readers',
  ])('with "%s" on top is not, where that is not signed as absent', (field) => {
    expect(isCovered(fieldsOf(POST, [field]), OPENDKIM)).toBe(false);
  });

  test('with a signed Reply-To and Cc is', () => {
    const fields = fieldsOf(POST, ['Reply-To: desk@nic.xa', 'Cc: boss@nic.xa']);
    expect(isCovered(fields, `${OPENDKIM}:cc:reply-to`)).toBe(true);
    expect(isCovered(fields, `${OPENDKIM}:cc`)).toBe(false);
  });

  test.each([
    ['another address of ours', { ...POST, To: 'tld-ops-owner@lists.example' }, GMAIL],
    ['the list, by a To that is not signed', POST, 'from:subject:date:message-id:content-type'],
  ])('to %s is not', (_, header, signed) => {
    expect(isCovered(fieldsOf(header), signed)).toBe(false);
  });

  test('to another address of ours with the list put into Cc is not', () => {
    const fields = fieldsOf({ ...POST, To: 'tld-ops-owner@lists.example' }, [
      'Cc: tld-ops@lists.example',
    ]);
    expect(isCovered(fields, OPENDKIM)).toBe(false);
  });

  test('of two signatures needs one that covers all', () => {
    const fields = fieldsOf(POST, ['Reply-To: desk@nic.xa']);
    const covered = [OPENDKIM.split(':'), GMAIL.split(':')];
    expect(isPostCovered(fields, covered, isList)).toBe(true);
    expect(isPostCovered(fields, [], isList)).toBe(false);
  });

  test('that its own server handed over is proven as it stands, when it names the list', () => {
    const fields = fieldsOf(POST, ['Reply-To: desk@nic.xa']);
    expect(isPostCovered(fields, 'all', isList)).toBe(true);
    expect(isPostCovered(fieldsOf({ To: 'x@nic.xa' }), 'all', isList)).toBe(false);
  });
});

function parents(signed: string): string[] {
  return readParents(certainFields(fieldsOf(ANSWER), [signed.split(':')]));
}

describe('what a post answers', () => {
  test('counts where the signature covers it, and not where somebody may have added it', () => {
    expect(parents(GMAIL)).toEqual(['old@nic.xb']);
    expect(parents(ICLOUD)).toEqual([]);
    expect(readParents(certainFields(fieldsOf(ANSWER), 'all'))).toEqual(['old@nic.xb']);
    expect(readParents(certainFields(fieldsOf(ANSWER), []))).toEqual([]);
  });
});
