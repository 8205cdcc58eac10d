/** The public page: which ccTLDs are on the list, and what it is. No name of a person, no address at all. */

import type { Report } from '../report/report.ts';
import { contents, documentOf, keyFigures, section } from './frame.ts';
import { growthFigure } from './growth.ts';
import { html, type Html } from './html.ts';
import { shareFigure } from './shares.ts';
import { count, dayWords, percent, regionLists, showDay, showInstant } from './show.ts';

const SECTIONS = [
  ['what', 'What TLD-OPS is'],
  ['regions', 'The regions'],
  ['growth', 'Growth'],
  ['members', 'Who has joined'],
  ['join', 'How a ccTLD joins'],
  ['about', 'About these figures'],
] as const;

/** What the name of a scheme of regions stands for. */
const SCHEMES: ReadonlyMap<string, string> = new Map([
  ['report', 'the final report of the ccNSO’s SECIR working group (2015)'],
  ['icann', 'ICANN'],
]);

/** The document. Of the report it takes what may be known to everybody, and nothing else. */
export function publicPage(report: Report): string {
  const joined = report.ascii.total.subscribed + report.idn.total.subscribed;
  const all = report.ascii.total.total + report.idn.total.total;
  return documentOf({
    title: `TLD-OPS: the ccTLDs on the list, ${dayWords(report.day)}`,
    description: `${joined} of ${all} country-code top-level domains share their security contacts through TLD-OPS.`,
    open: true,
    header: html`
      <p class="over">TLD-OPS · ${showDay(report.day)}</p>
      <h1>The world’s ccTLDs, within reach of each other</h1>
      <p class="lead">
        ${count(joined, 'country-code top-level domain')} of ${all} are on the list of TLD-OPS.
      </p>
    `,
    main: [
      figures(report),
      contents(SECTIONS),
      what(),
      section(...SECTIONS[1], regions(report)),
      section(...SECTIONS[2], growthFigure(report.growth)),
      section(...SECTIONS[3], members(report)),
      join(),
      about(report),
    ],
    footer: html` <p>Made by the TLD-OPS engine on ${showInstant(report.madeAt)}.</p> `,
  });
}

function figures({ ascii, idn, subscribed }: Report): Html {
  const peopled = subscribed.filter(({ cctlds }) => cctlds.length > 0).length;
  return keyFigures([
    {
      label: 'ASCII ccTLDs',
      value: ascii.total.subscribed,
      more: `of ${ascii.total.total}, ${percent(ascii.total)}`,
    },
    {
      label: 'IDN ccTLDs',
      value: idn.total.subscribed,
      more: `of ${idn.total.total}, ${percent(idn.total)}`,
    },
    { label: 'regions with members', value: peopled, more: `of ${subscribed.length}` },
  ]);
}

function what(): Html {
  return section(
    ...SECTIONS[0],
    html`
      <p>
        TLD-OPS is a closed mailing list. On it are the people who are responsible for the security
        and stability of a country-code top-level domain (ccTLD): its name servers and its
        registration system.
      </p>
      <p>
        Each of them gets the whole contact list regularly, to be read offline. So they find each
        other quickly when an incident concerns more than one of them. The list is open to every
        ccTLD, member of the ccNSO or not.
      </p>
    `,
  );
}

function regions({ ascii, idn }: Report): Html {
  return html`
    <h3>ASCII ccTLDs</h3>
    ${shareFigure({ id: 'ascii', what: 'ASCII ccTLDs', shares: ascii })}
    <h3>IDN ccTLDs</h3>
    <p>Labels in other scripts than the Latin letters a to z.</p>
    ${shareFigure({ id: 'idn', what: 'IDN ccTLDs', shares: idn })}
  `;
}

function members({ subscribed, unplaced }: Report): Html {
  const words = { title: (region: string) => region, nothing: 'None yet.' };
  return regionLists(subscribed, unplaced?.subscribed, words);
}

function join(): Html {
  return section(
    ...SECTIONS[4],
    html`
      <ol>
        <li>
          The administrative contact that IANA lists for the ccTLD gets an invitation by e-mail, and
          names two or three security and stability contacts in the answer. Each has a personal
          address and a telephone number.
        </li>
        <li>
          What the answer says must come from the address that IANA lists, or be confirmed there.
        </li>
        <li>A person of our team checks the answer. Then the contacts are on the list.</li>
      </ol>
      <p>
        It costs nothing, and e-mail is all that is needed. If the invitation has not reached your
        ccTLD, first look at the address that IANA lists for it; then ask your regional
        organisation, or a ccTLD that is on the list, to have it sent again.
      </p>
    `,
  );
}

function about({ day, scheme }: Report): Html {
  return section(
    ...SECTIONS[5],
    html`
      <p>
        Counted on ${showDay(day)} (UTC). A ccTLD has joined when at least one contact of it is on
        the list. Shares are rounded half up. The regions are those of
        ${SCHEMES.get(scheme) ?? scheme}.
      </p>
      <p>
        This page names no person and holds no address: who is on the list is known to those who are
        on it.
      </p>
    `,
  );
}
