/** Tells the Validators what was unusual about a refresh of the whole registry. */

import { type Cctld, showCctld } from '../words/cctld.ts';
import { cleanLine } from './foreign.ts';
import type { LetterInput } from './letter.ts';
import { type Block, composeForValidator, showDate } from './parts.ts';
import { wrap } from './wrap.ts';

/** Names are listed up to here; the server shows the rest. */
const MOST = 60;

type Data = LetterInput<'alarm-refresh'>['data'];

export function refreshLetter(input: LetterInput<'alarm-refresh'>): string {
  const { data } = input;
  return composeForValidator(
    input,
    wrap(
      'The engine asks the IANA registry about all ccTLDs regularly. This time something was unusual.',
    ),
    [
      wrap(showDate(data.began), { first: '  Begun:     ' }),
      wrap(cleanLine(data.source, 200), { first: '  Source:    ', rest: '             ' }),
      `  ccTLDs:    ${data.all}`,
      `  Asked:     ${data.asked}`,
      `  Answered:  ${data.read}`,
    ].join('\n'),
    ...manyChanged(data),
    ...unread(data),
    ...gone(data),
    ...otherSource(data),
    wrap('On the server, the operator can see what we have, and ask again:'),
    ['  tldops registry show .xx', '  tldops registry refresh'].join('\n'),
  );
}

/** What stands in the subject. */
export function refreshSubject({ alarms, vanished }: Data): string {
  if (alarms.includes('changed')) return 'ALARM: many registry records have changed at once';
  if (alarms.includes('unread')) return 'ALARM: most answers of the registry cannot be used';
  if (vanished.length > 0) return 'A ccTLD is no longer in the registry';
  return 'The registry is asked at another place now';
}

function manyChanged({ alarms, changed, read }: Data): Block[] {
  if (!alarms.includes('changed')) return [];
  const share = Math.round((changed.length / Math.max(read, 1)) * 100);
  return [
    wrap(
      `ALARM: ${changed.length} records are not as they were before (${share} %). In one day so many never change. Perhaps the answers do not come from IANA, or they are wrong.`,
    ),
    names(changed),
    wrap(
      'Please compare some of them with the website of IANA. Do not approve anything for these ccTLDs before that is clear.',
    ),
    wrap(
      'While more than 5 % of all ccTLDs (and 10 or more) show other people, the engine does not count these changes: nobody gets a letter about them. If you have looked and they are right, the operator of the server can make them count:',
    ),
    '  TLDOPS_SETTLE=0s tldops registry refresh',
  ];
}

function unread({ alarms, all, asked, unreadable }: Data): Block[] {
  if (!alarms.includes('unread')) return [];
  return [
    wrap(
      `ALARM: most ccTLDs have no answer that can be used. For ${unreadable} of them the answer could not be read. For ${all - asked} of them the registry did not answer. Our data become old. Decisions wait when they need newer data.`,
    ),
    wrap('Please tell the operator of the server.'),
  ];
}

function gone({ vanished }: Data): Block[] {
  if (vanished.length === 0) return [];
  return [
    wrap(
      'The registry says that these are not in it any more. We keep the data that we have, and decisions about them wait:',
    ),
    names(vanished),
    wrap(
      'Perhaps the ccTLD was retired, or it is a mistake that is mended soon. We tell you this once.',
    ),
  ];
}

function otherSource({ sourceBefore }: Data): Block[] {
  if (sourceBefore === undefined) return [];
  return [
    wrap('The answers come from another source than at the last time. The source before:'),
    wrap(cleanLine(sourceBefore, 200), { first: '  ', rest: '  ' }),
    wrap(
      'If only the names are written in another way there, we tell you nothing more about it. If an address is another one, you get a letter as always.',
    ),
    wrap('If nobody of you has wanted this, please ask the operator of the server.'),
  ];
}

function names(cctlds: readonly Cctld[]): string {
  const shown = cctlds.slice(0, MOST).map(showCctld).join(', ');
  const more = cctlds.length > MOST ? ` and ${cctlds.length - MOST} more` : '';
  return wrap(`${shown}${more}`, { first: '  ', rest: '  ' });
}
