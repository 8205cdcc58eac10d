/** To Validators: whom a post or an issue did not reach on its way to our own mail server. */

import { cleanLine } from './foreign.ts';
import type { LetterInput } from './letter.ts';
import { composeForValidator } from './parts.ts';
import { wrap } from './wrap.ts';

/** A list of 900 is no letter; the operator can see all of them. */
const MOST = 30;

type Data = LetterInput<'alarm-copies'>['data'];

/** `Post 12`, or `The contact list (broadcast 12)`. */
export function nameOfBroadcast({ kind, post }: Pick<Data, 'kind' | 'post'>): string {
  return kind === 'post' ? `Post ${post}` : `The contact list (mailing ${post})`;
}

export function copiesLetter(input: LetterInput<'alarm-copies'>): string {
  const { failed, unknown, doubtful, unmade, waiting } = input.data;
  const name = nameOfBroadcast(input.data);
  const inside = name.charAt(0).toLowerCase() + name.slice(1);
  return composeForValidator(
    input,
    waiting !== undefined &&
      wrap(
        `${name} has not gone to ${people(waiting.people)} yet. The engine goes on trying for five days. If it is important, please reach them another way, for example by phone. What is wrong: ${cleanLine(waiting.why, 300)}`,
      ),
    unmade !== undefined &&
      wrap(
        `${name} could not be sent to anybody. The engine tried several times: ${cleanLine(unmade, 300)}`,
      ),
    failed.length > 0 && wrap(`${name} could not be sent to these people. They did not get it:`),
    failed.length > 0 && listed(failed.map(withReason)),
    unknown.length > 0 &&
      wrap(
        `While ${inside} was sent, something broke. We do not know whether these people got it, and it is not sent again:`,
      ),
    unknown.length > 0 && listed(unknown.map(withReason)),
    (failed.length > 0 || unknown.length > 0 || unmade !== undefined) &&
      wrap('If it is important, please reach them another way, for example by phone.'),
    doubtful.length > 0 &&
      wrap(
        `While ${inside} was sent, something broke. For the people below the engine does not know whether it was sent, so it was sent once more. They may get it twice. There is nothing for you to do.`,
      ),
    doubtful.length > 0 && listed(doubtful),
    wrap('On the server, the operator can see all of it: tldops outbox'),
  );
}

function people(count: number): string {
  return count === 1 ? '1 person' : `${count} people`;
}

function withReason({ address, why }: Data['failed'][number]): string {
  return `${address} (${cleanLine(why, 200)})`;
}

function listed(lines: readonly string[]): string {
  const shown = lines
    .slice(0, MOST)
    .map((line) => wrap(cleanLine(line, 500), { first: '  - ', rest: '    ' }));
  const more = lines.length - shown.length;
  return [...shown, ...(more > 0 ? [`  and ${more} more`] : [])].join('\n');
}
