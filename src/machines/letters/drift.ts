/** Letters to Validators about the list server: it does not hold the list, or it does not answer. */

import { cleanLine, quoteLine, quoteText } from './foreign.ts';
import type { LetterInput } from './letter.ts';
import { answerWords, type Block, composeForValidator, showDate } from './parts.ts';
import { wrap } from './wrap.ts';

/** The list server and the list are not the same. */
export function driftLetter(input: LetterInput<'list-drift'>): string {
  const { strangers, missing, counts } = input.data;
  const differs = strangers.length + missing.length > 0;
  return composeForValidator(
    input,
    wrap(
      differs
        ? 'The server that delivers posts does not hold exactly the people on the list. The engine has taken nobody off and put nobody on because of it: that is for you to decide.'
        : 'Settings of the list on the server that delivers posts were not as they must be.',
    ),
    strangerBlock(input),
    missing.length > 0 &&
      `${wrap(`THEY ARE ON THE LIST, BUT GET NO POSTS (${counts.missing}):`)}\n\n${missing.map(missingRow).join('\n')}${more(counts.missing - missing.length)}`,
    settingBlock(input),
    differs &&
      wrap(
        'To make the server hold exactly the people on the list, press "Reply" and write this line at the top:',
      ),
    differs && answerWords([['To put it right', 'RECONCILE']]),
    differs &&
      wrap(
        'If you do nothing, nothing changes, and you get this letter again in a week. To see more on the server of the engine:',
      ),
    differs && '  tldops list check',
  );
}

function strangerBlock({ data }: LetterInput<'list-drift'>): Block {
  const { strangers, counts } = data;
  if (strangers.length === 0) return undefined;
  return [
    wrap(`THEY GET POSTS, BUT ARE NOT ON THE LIST (${counts.strangers}):`),
    strangers.map(addressRow).join('\n') + more(counts.strangers - strangers.length),
    wrap(
      'They can read what SSCs write to each other. Nobody comes there through the engine without your approval. Please find out who put them there: somebody may have entered the server.',
    ),
  ].join('\n\n');
}

function addressRow(address: string): string {
  return wrap(cleanLine(address, 254), { first: '  - ', rest: '    … ' });
}

function missingRow({ address, why }: LetterInput<'list-drift'>['data']['missing'][number]) {
  const row = addressRow(address);
  return why === undefined
    ? row
    : `${row}\n${wrap(quoteLine(why, 300), { first: '    … ', cutAll: true })}`;
}

function more(count: number): string {
  return count > 0 ? `\n  - and ${count} more` : '';
}

function settingBlock({ data: { settings } }: LetterInput<'list-drift'>): Block {
  if (settings.length === 0) return undefined;
  const rows = settings.map(({ name, was, wanted, mended }) =>
    [
      wrap(
        `${cleanLine(name, 100)}: it was ${quoteLine(was, 200)}, it must be ${wanted === '' ? 'empty' : `"${wanted}"`}.`,
        {
          first: '  - ',
          rest: '    ',
        },
      ),
      wrap(mended ? 'The engine has put it right.' : 'Only the operator can change it.', {
        first: '    ',
      }),
    ].join('\n'),
  );
  return [
    'SETTINGS OF THE LIST IN MAILMAN:',
    rows.join('\n'),
    wrap('Please ask the operator of the server who changed them, and why.'),
  ].join('\n\n');
}

/** The list server has not answered for a long time. */
export function awayLetter(input: LetterInput<'list-away'>): string {
  const { since, why } = input.data;
  return composeForValidator(
    input,
    wrap(
      `The server that delivers posts (Mailman) cannot be used since ${showDate(since)}. Posts and changes of the list wait for it. Nothing is lost: the engine tries again by itself, and does what waits when the server is back.`,
    ),
    `The reason:\n\n${quoteText(why, 1000)}`,
    wrap(
      'Please ask the operator of the server to look at it. You do not need to do anything else. To see more on the server of the engine:',
    ),
    '  tldops check',
  );
}
