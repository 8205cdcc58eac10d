/** Bounces without a sign in the header: as many mail systems as we know write them, and no null sender. */

import { describe, expect, it } from 'vitest';

import { screen } from '../../../src/machines/reading/screen.ts';
import { OTHER_BOUNCES } from './bounces-of-others.ts';
import { BOUNCES, type Row } from './bounces-of-systems.ts';
import { mail, OURS } from './screened-mail.ts';

describe('a bounce without a sign in its header', () => {
  it.each([...BOUNCES, ...OTHER_BOUNCES])('of %s is known', (_, from, subject, text) => {
    const { class: kind } = screen(mail({ from, subject, text, envelopeFrom: 'x@xa.test' }), OURS);
    expect(kind).toBe('bounce');
  });

  it.each<Row>([
    [
      'Postfix',
      'Mail Delivery System <noc@mx.xa.test>',
      'Delayed Mail (still being retried)',
      `This is the mail system at host mx.xa.test.

####################################################################
# THIS IS A WARNING ONLY.  YOU DO NOT NEED TO RESEND YOUR MESSAGE. #
####################################################################

Your message could not be delivered for more than 4 hour(s).
It will be retried until it is 5 day(s) old.

<ana@nic.xa>: connect to mail.nic.xa[192.0.2.1]:25: Connection timed out`,
    ],
    [
      'Exim',
      'Mail Delivery System <exim@mx.xa.test>',
      'Warning: message 1aBcDe-000001-AB delayed 24 hours',
      `This message was created automatically by mail delivery software.
A message that you sent has not yet been delivered to one or more of its
recipients after more than 24 hours on the queue on mx.xa.test.

No action is required on your part. Delivery attempts will continue for
some time.`,
    ],
    [
      'Sendmail',
      'Mail Delivery Subsystem <daemon@mx.xa.test>',
      'Warning: could not send message for past 4 hours',
      `    **********************************************
    **      THIS IS A WARNING MESSAGE ONLY      **
    **  YOU DO NOT NEED TO RESEND YOUR MESSAGE  **
    **********************************************

The original message was received at Mon, 2 Nov 2026 10:00:00 GMT`,
    ],
  ])('is a delay when %s says so', (_, from, subject, text) => {
    expect(screen(mail({ from, subject, text }), OURS)).toEqual({
      class: 'delay',
      reason: 'delay-report',
    });
  });

  it('may be written in HTML alone', () => {
    const html = `<html><head><style>p { color: red }</style></head><body><p>
      <b>Delivery has failed to these recipients or groups:</b></p><p>ana@nic.xa<br>
      The e&#45;mail address you entered couldn&#39;t be found.</p></body></html>`;
    const given = { from: 'Microsoft Outlook <office@xa.test>', subject: 'Undeliverable: x', html };
    expect(screen(mail(given), OURS).class).toBe('bounce');
  });
});
