/** Letters to people whose mail could not become a request, or not yet: how to do it right. */

import { showCctld } from '../words/cctld.ts';
import { FORM_TEXT } from '../words/form-text.ts';
import type { HowToReason, LetterInput } from './letter.ts';
import { bullets, compose } from './parts.ts';
import { wrap } from './wrap.ts';

const FORM = FORM_TEXT.trimEnd();

/** The form and how to fill it in, for every letter that asks for contacts. */
export const FILL_IN = [
  wrap(
    'Fill in this form in your answer. Name two or three people. Each person needs a personal e-mail address and a phone number. Write phone numbers with "+" and the country code.',
  ),
  FORM,
].join('\n\n');

/** The lines of one person in the form. */
export const ONE_PERSON = FORM.split('\n').slice(3, 7).join('\n');

/** The mail is no request yet: says why in one paragraph, and how to send it again. */
export function howToLetter(input: LetterInput<'how-to'>): string {
  const { why } = input.data;
  return compose(
    input,
    ...REASON[why](input),
    FILL_IN,
    wrap('If you do nothing, nothing changes. We keep no open request for you.'),
  );
}

/** The front of the subject of a how-to letter. */
export function howToSubject({ data }: LetterInput<'how-to'>): string {
  return data.cctld === undefined
    ? 'Please send your request again'
    : `Please send your request again: contacts for ${showCctld(data.cctld)}`;
}

const REASON: Readonly<Record<HowToReason, (input: LetterInput<'how-to'>) => string[]>> = {
  'not-admin': ({ data, list }) => {
    const cctld = data.cctld === undefined ? 'your ccTLD' : showCctld(data.cctld);
    return [
      wrap(
        `You wrote to us about ${cctld}. We cannot use your mail yet. We must see that the Admin Contact of ${cctld} knows about it.`,
      ),
      anchorLine(cctld, data.anchor),
      wrap('Please send your request again, in one of these two ways:'),
      `${wrap(`Write from that address to ${list.join}.`, { first: '  1. ' })}\n${wrap(
        'Or press "Reply" here, and put that address in Cc.',
        { first: '  2. ' },
      )}`,
    ];
  },
  'unknown-cctld': ({ data }) => [
    wrap(
      `You wrote to us about ${data.cctld === undefined ? 'a ccTLD' : showCctld(data.cctld)}. We cannot find this ccTLD in the IANA registry.`,
    ),
    wrap('Please check how it is written. Then press "Reply" and send your request again.'),
  ],
  'several-cctlds': ({ data }) => [
    wrap('You wrote to us about more than one ccTLD:'),
    bullets((data.cctlds ?? []).map(showCctld)),
    wrap(
      'We can work on only one ccTLD in each mail. Please press "Reply" and send one mail for each ccTLD, also when the contacts are the same people.',
    ),
  ],
  'no-cctld': ({ list }) => [
    wrap(
      'You wrote to us, but we do not know which ccTLD your mail is about. We looked at the sender, To and Cc, and found no address there that the IANA registry lists as the Admin Contact of a ccTLD.',
    ),
    wrap(
      `Please send your request again to ${list.join}, and write the name of the ccTLD in it. Write from the Admin Contact address of that ccTLD, or put that address in Cc.`,
    ),
    wrap(
      `${list.name} is only for ccTLDs (country-code domains, with two letters or in another script). Other organisations cannot join the list.`,
    ),
  ],
};

function anchorLine(cctld: string, anchor: string | undefined): string {
  if (anchor === undefined) {
    return wrap(`The IANA registry lists the Admin Contact address of ${cctld}.`);
  }
  const intro = wrap(`The IANA registry lists this Admin Contact address for ${cctld}:`);
  return `${intro}\n\n${bullets([anchor])}`;
}
