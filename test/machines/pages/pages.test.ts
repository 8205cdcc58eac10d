/** The pages as a person reads their source, and with data that want to be more than data. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OperatorFacts } from '../../../src/machines/pages/operator-facts.ts';
import { indexPage } from '../../../src/machines/pages/index-page.ts';
import { operatorPage } from '../../../src/machines/pages/operator-page.ts';
import { publicPage } from '../../../src/machines/pages/public-page.ts';
import { PAGE_POLICY, STYLE } from '../../../src/machines/pages/style.ts';
import type { Report } from '../../../src/machines/report/report.ts';
import type { Cctld } from '../../../src/machines/words/cctld.ts';
import { cctld, FACTS, reportOf, SMALL, worldOf316 } from '../../support/report-sample.ts';

const SMALL_REPORT = reportOf(SMALL);

/** A page without the sheet, which is not what a golden file is read for. */
const readable = (page: string) => page.replace(STYLE, ' … ');

describe('a page', () => {
  it('is this for a small world', async () => {
    await expect(readable(publicPage(SMALL_REPORT))).toMatchFileSnapshot('public-page.html');
    await expect(readable(operatorPage(SMALL_REPORT, FACTS))).toMatchFileSnapshot(
      'operator-page.html',
    );
  });

  it('has no script, no handler, no style in a tag, and leads nowhere but to itself', () => {
    for (const page of everyPage()) {
      const tags = readable(page).match(/<[a-z][^>]*>/g) ?? [];
      expect(tags.filter((tag) => /^<(script|link|img|iframe|base|form|object)/.test(tag))).toEqual(
        [],
      );
      expect(tags.filter((tag) => /\s(on\w+|style|src|srcset|xlink:href)=/.test(tag))).toEqual([]);
      const links = tags.flatMap((tag) => /\shref="([^"]*)"/.exec(tag)?.[1] ?? []);
      expect(links.filter((link) => !/^(#[\w-]+|\/\w+)$/.test(link))).toEqual([]);
      expect(page).not.toMatch(/https?:|@import|url\(/);
      expect(page.match(/@[a-z-]+/g)?.filter((one) => !/^@(media|page)$/.test(one)) ?? []).toEqual(
        [],
      );
    }
  });

  it('forbids by its own policy what is not its sheet', () => {
    expect(PAGE_POLICY).toMatch(/^default-src 'none'; style-src 'sha256-[\w+/]{43}='; /);
    for (const page of everyPage()) {
      expect(page).toContain(`content="${PAGE_POLICY}"`);
      expect(page.match(/<style>/g)).toHaveLength(1);
    }
  });

  it('is no larger than a picture for the whole world', () => {
    const world = reportOf(worldOf316());
    expect(publicPage(world).length).toBeLessThan(60_000);
    expect(operatorPage(world, FACTS).length).toBeLessThan(120_000);
  });
});

function everyPage(): string[] {
  const index = indexPage(new Set(['/operator', '/public', '/metrics']));
  return [publicPage(SMALL_REPORT), operatorPage(SMALL_REPORT, FACTS), index];
}

describe('the public page', () => {
  it('names who joined and nobody else, and nothing that only the operator may know', () => {
    const page = publicPage(SMALL_REPORT);
    expect(page).toContain('.xa</bdi>');
    for (const missing of ['.xb<', '.xd<', '.xf<', 'Further Islands', 'рф'])
      expect(page).not.toContain(missing);
    for (const inner of ['frozen', 'queued', 'Validator', 'case', 'invit'])
      expect(readable(page).replace(invitationWords, '')).not.toContain(inner);
  });
});

/** The page tells everybody that Admin Contacts get invitations; of none in particular. */
const invitationWords = /<section aria-labelledby="join">.*?<\/section>/s;

const HOSTILE = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '</style></title></table>',
  '\u202egnp.exe\u2066',
  'x'.repeat(5_000),
  '\u0000\u0007\r\n\r\n',
  '&#60;b&#62;',
  '__proto__',
  'constructor',
] as const;

describe('data that want to be more', () => {
  it.each(HOSTILE)('stay data: %j', (evil) => {
    const plain = tagsOf(pagesWith('Land'));
    const pages = pagesWith(evil);
    expect(tagsOf(pages)).toEqual(plain);
    for (const page of pages) {
      expect(page).not.toMatch(/[\u202a-\u202e\u2066-\u2069\0\x07]/);
      expect(
        Math.max(
          ...readable(page)
            .split('\n')
            .map((line) => line.length),
        ),
      ).toBeLessThan(1_500);
    }
  });

  it('stay data whatever they are', () => {
    const plain = tagsOf(pagesWith('Land'));
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (evil) => {
        expect(tagsOf(pagesWith(evil))).toEqual(plain);
      }),
      { numRuns: 10 },
    );
  });
});

/** Every text of both pages that comes from a table, the registry or the database is this one. */
function pagesWith(evil: string): string[] {
  // No reader would let it through as a ccTLD; a page does not rest on that.
  const name = evil as Cctld;
  const report: Report = {
    ...reportOf([{ cctld: cctld('xa'), country: evil, region: 'AF', joined: true }]),
    scheme: evil,
    notSubscribed: [{ region: 'EUR', cctlds: [{ cctld: name, country: evil }] }],
    unlisted: [name],
  };
  const facts: OperatorFacts = {
    ...FACTS,
    cases: FACTS.cases.map((one) => ({ ...one, cctld: name, waiting: evil })),
    work: FACTS.work.map((one) => ({ ...one, kind: evil })),
    frozen: [{ cctld: name, since: FACTS.at }],
    unreachable: [name],
    checks: FACTS.checks.map((one) => ({ ...one, period: evil })),
    registry: { ...FACTS.registry, undeliverable: [name] },
  };
  return [publicPage(report), operatorPage(report, facts)];
}

function tagsOf(pages: readonly string[]): string[] {
  return pages.flatMap((page) => readable(page).match(/<[^>]*>/g) ?? []);
}
