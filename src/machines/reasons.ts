/** Every reason code that a mail, a case or a letter can carry, each with its meaning in a sentence. */

export const REASONS = {
  // A mail that opened or moved a case.
  'request-opened': 'A new request was opened.',
  'details-added': 'The mail added data to an open request.',
  'confirmed-by-anchor': 'The Admin Contact answered the challenge with CONFIRM.',
  'objected-by-anchor':
    'The Admin Contact answered REJECT: the request stopped and the ccTLD was frozen.',
  'question-answered': "The mail answered a Validator's question.",
  // A mail that got an answer, but moved nothing.
  'not-admin': 'Neither From nor To nor Cc is the Admin Contact address of this ccTLD.',
  'unknown-cctld': 'The registry knows no ccTLD of this name.',
  'several-cctlds':
    'The mail names several ccTLDs at different places; the sender was asked for one mail for each.',
  'no-cctld': 'No ccTLD is named, and the addresses belong to no Admin Contact.',
  'consent-unclear': 'A token was answered, but without a clear CONFIRM or REJECT.',
  'token-used': 'The token was used before.',
  'token-expired': 'The token was answered after its time.',
  'token-replaced': 'The token was replaced, because the request had changed.',
  'no-token': 'CONFIRM or REJECT came without a token that is open.',
  'weaker-than-open-case': 'A request with better evidence is open for the same ccTLD.',
  'older-than-open-case': 'A newer mail about the same ccTLD was read before this one.',
  'case-approved': 'The request is approved already and cannot be changed any more.',
  'already-subscribed': 'The ccTLD has contacts on the list; the mail went to the Validators.',
  frozen: 'Changes for this ccTLD are stopped; the mail went to the Validators.',
  // What an SSC asks for itself.
  'own-asked': 'An SSC asks for a change of its own; whose word it needs was asked to confirm it.',
  'own-confirmed': 'An address that was asked about an own request of an SSC answered CONFIRM.',
  'own-denied': 'An address that was asked about an own request of an SSC answered REJECT.',
  'own-applied': "An SSC's own request was carried out after it was confirmed.",
  'own-newer': 'A newer request of the same SSC took the place of this one.',
  'own-impossible': "An SSC's own request cannot be done any more: something else has changed.",
  'own-answered': 'An SSC was answered at its address on the list.',
  'own-misread': 'A line of the mail of an SSC is no command: nothing was done.',
  'own-refused': 'What an SSC asks for cannot be done by itself; a Validator has the mail.',
  'own-forged':
    'Commands in the name of an SSC came with a proof that they are forged: nothing was done or answered.',
  'old-address-dead':
    'The old address of an SSC does not exist any more, so that the Admin Contact is asked about the new one.',
  'not-a-member': 'The sender is not on the list; everybody gets the same answer, once a day.',
  // Mails to the list.
  'post-distributed': 'The mail went to everybody on the list.',
  'post-released': 'A held mail went to everybody on the list, by the word of this person.',
  'post-confirmed':
    'Who reads the mailbox on the list says that the held mail is theirs; it goes out.',
  'post-denied':
    'Who reads the mailbox on the list says that the mail is not theirs; the Validators have an alarm.',
  'post-not-member':
    'Only people on the list may write to it; everybody else gets the same answer, once a day.',
  'post-automatic': 'An automatic mail of an SSC to the list waits for the word of a Validator.',
  'post-automatic-unproven':
    'An automatic mail to the list in the name of an SSC, not proven to be theirs, waits for the word of a Validator.',
  'post-too-big': 'The mail to the list is larger than the list takes; it was sent back.',
  'post-commands':
    'The mail to the list is nothing but commands; its author was told where to send them.',
  'post-frozen':
    'A mail to the list from a ccTLD for which changes are stopped waits for the word of a Validator.',
  'post-unproven':
    'It is not proven that an SSC wrote this mail to the list; who reads the mailbox on the list was asked.',
  'post-red': 'A RED mail to the list was sent back to its author, as the policy "strict" says.',
  'post-repeated': 'The same mail went to everybody on the list before: it came once more.',
  // A mail that nobody may act on.
  'no-from-field': 'The mail has no From field: it identifies nobody.',
  'two-from-fields': 'The mail has more than one From field: it identifies nobody.',
  'from-without-one-mailbox':
    'The From field does not hold exactly one mailbox: it identifies nobody.',
  'from-unreadable': 'The From field cannot be read: it identifies nobody.',
  'answer-limit': 'No answer was sent: this address has had its answers for today.',
  'passed-on': 'The mail was passed on to the Validators, who are people.',
  'asks-else':
    'The mail asks for something other than a place on the list; it was passed on to the Validators.',
  'nothing-said': 'The answer holds no words of its own: nothing was done.',
  // Screening: nobody typed it.
  'typed-by-a-person': 'Nothing speaks against a person having written this.',
  'null-sender': 'The envelope sender is empty, as in delivery reports.',
  'auto-submitted': 'The Auto-Submitted field says that a machine sent it.',
  'multipart-report': 'It has the form of a machine report.',
  precedence: 'The Precedence field marks it as bulk or automatic.',
  'list-header': 'It came through a mailing list.',
  'daemon-sender': 'A mail system sent it.',
  'auto-header': 'A header field marks it as automatic.',
  'vacation-subject': 'Subject, header or text look like an absence notice.',
  'delay-report': 'A mail system reports that delivery takes longer.',
  'delivery-report': 'A mail system reports on a delivery.',
  'read-receipt': 'It is a read receipt.',
  'abuse-report': 'It is an abuse report.',
  'person-left':
    'An automatic answer says that the person has left or that nobody reads the mailbox.',
  'bounce-mailbox-gone': 'A letter or copy of ours came back: the mailbox does not exist.',
  'bounce-mailbox-full': 'A letter or copy of ours came back: the mailbox is full.',
  'bounce-policy':
    'A letter or copy of ours came back: the other server refused it by a rule (spam, size, policy); the mailbox may exist.',
  'bounce-delayed': 'A mail system reports that a letter or copy of ours is not delivered yet.',
  'bounce-unknown': 'A letter or copy of ours came back, and the reason cannot be read.',
  'bounce-unproven':
    'A delivery report does not match the letter or copy that it claims to be about; it is ignored.',
  // Whether mail reaches an SSC.
  unreachable:
    'Mail does not reach an SSC any more: no copies are sent, and the Admin Contact is asked.',
  'mail-arrives':
    'Mail reaches an SSC again: they get what the list sends, and old reports do not count.',
  'probe-answered': 'An SSC answered the letter that asked whether mail reaches them.',
  'successor-missing':
    'The Admin Contact did not say who the contact is now; a Validator must see to it.',
  'lost-settled':
    'Nobody has to be asked about this SSC any more: the mailbox or the list has changed.',
  'lost-stopped': 'Changes for this ccTLD are stopped: the Admin Contact is not asked.',
  'lost-same-mailbox':
    'The address that mail does not reach is the one of the Admin Contact too: nobody is asked.',
  'lost-allowed': 'Changes for this ccTLD are allowed again: the Admin Contact is asked.',
  'too-many-received': 'It passed through too many mail systems: a loop.',
  'own-message-id': 'It is a letter of our own that came back.',
  'own-address': 'It claims to come from one of our own addresses.',
  'bounce-text': 'Its words, sender and form are those of a mail that could not be delivered.',
  'scanner-notice': 'A virus scanner or content filter reports that it stopped a mail.',
  'quarantine-digest': 'It lists mail that a spam filter holds back.',
  'challenge-response': 'A mail filter asks its sender to prove that a person wrote the mail.',
  'ticket-receipt': 'A helpdesk program acknowledges a mail.',
  'calendar-reply': 'A calendar answers an invitation, without a word from its owner.',
  // Validator commands.
  'command-done': 'A command of a Validator was carried out.',
  'command-refused': 'A command of a Validator was understood but could not be carried out.',
  'command-unknown': 'A line is not a command: nothing was done.',
  'command-forged': 'A command came without proof that a Validator wrote it: nothing was done.',
  'command-stale': 'An approval was for something that has changed: nothing was done.',
  'command-repeated':
    'The same commands of the same mail were carried out before: nothing was done.',
  'not-a-validator': 'A command came from an address that is no Validator.',
  approved: 'A Validator approved the request.',
  rejected: 'A Validator rejected the request.',
  asked: 'A Validator asked the requester a question.',
  'redelegation-suspected':
    'The registry record of the ccTLD changed so much that it may have a new manager: changes are stopped.',
  'registry-review':
    'The registry record of the ccTLD changed in a way that a Validator should look at.',
  'registry-moved-on': 'The registry changed once more while the case about it was open.',
  'registry-anchor':
    'The registry lists another Admin Contact address: what was sent to the old one counts no more.',
  'redelegation-confirmed': 'A Validator confirmed that the ccTLD has a new manager.',
  'redelegation-none': 'A Validator found that the manager of the ccTLD is the same as before.',
  'redelegation-transition':
    'A Validator let old and new contacts of the ccTLD be on the list for a time.',
  'redelegation-done': 'A Validator ended the case about a new manager.',
  'old-contacts-gone': 'All contacts of the old manager have left the list, so the case ended.',
  'timer-redelegation': 'The Validators were reminded of a case about a change in the registry.',
  unfrozen: 'A Validator allowed changes for this ccTLD again.',
  'approved-first': 'One Validator approved the request; one more must approve it.',
  'on-hold': 'A Validator lets the request rest for some time.',
  escalated: 'A Validator asked the Standing Committee for advice.',
  advised: 'The Standing Committee gave its advice; the Validators see it.',
  amended: 'A Validator corrected data of the request.',
  verified: 'A Validator checked in another way who made the request.',
  noted: 'A Validator kept a note with the request.',
  'removal-opened': 'A Validator asked that somebody is taken off the list; it must be approved.',
  'list-mended':
    'The list server was made to hold exactly the people on the list, by a Validator or the operator.',
  'mail-replayed': 'A Validator had a mail that was set aside processed once more.',
  'mail-dropped': 'A Validator left a mail that was set aside alone for good.',
  // Time and the outside world.
  'timer-reminder': 'A reminder was due.',
  'timer-expired': 'The time for an answer was over.',
  'timer-queue': 'The request waits in the queue; the Validators were reminded.',
  'timer-retry': 'A failed list change is tried again.',
  'question-unanswered': 'The question was not answered in time; the request is back in the queue.',
  'timer-hold': 'The time for which the request was to rest is over; it is back in the queue.',
  'advice-missing':
    'The Standing Committee did not answer in time; the request is back in the queue.',
  superseded: 'A newer request for the same ccTLD took the place of this one.',
  'anchor-changed': 'The registry lists another Admin Contact address than before.',
  'roster-changed': 'The list of this ccTLD changed meanwhile; the Validators see the new state.',
  'check-opened': 'Everybody is asked once a year whether the data are still right; this began.',
  'check-closed': 'A yearly check has ended; the Validators have its numbers.',
  'check-confirmed': 'The data on the list were confirmed, by the code of our yearly letter.',
  'check-denied': 'The data on the list are not right any more, as an answer to our letter says.',
  'check-changed':
    'The data have changed since our letter: its answer confirms nothing, they are asked again.',
  'check-again': 'The same word came before, and counted then.',
  'check-left': 'Whoever was asked is not on the list, or not asked about anything, any more.',
  'drill-opened': 'A drill began: everybody on the list was asked to answer.',
  'drill-answered': 'An answer to a drill.',
  'drill-late': 'An answer to a drill that is over; it is noted, and its report does not count it.',
  'drill-closed': 'A drill has ended; the Validators and the Committee have its numbers.',
  'issue-sent': 'The contact list was sent to everybody on it.',
  'invite-planned': 'An invitation was ordered; the letter goes out with its wave.',
  'invite-sent': 'The Admin Contact was invited.',
  'invite-answered': 'The Admin Contact has opened a request: the invitation is answered.',
  'invite-declined': 'The Admin Contact does not want to join; nobody is reminded any more.',
  'invite-heard':
    'The invited Admin Contact wrote something that people must read; the reminders wait.',
  'invite-undeliverable':
    'The invitation came back: the Admin Contact address takes no mail, and a Validator must see to it.',
  'invite-unanswered':
    'The Admin Contact has not answered the invitation; a Validator must see to it.',
  'invite-settled': 'Somebody is on the list for this ccTLD now: no invitation is needed.',
  'invite-stopped': 'Changes for this ccTLD were stopped: nobody is invited meanwhile.',
  'invite-allowed': 'Changes for this ccTLD are allowed again: the Admin Contact is invited anew.',
  applied: 'The list was changed as approved.',
  'apply-failed': 'The list could not be changed; it will be tried again.',
  'registry-unreachable': 'The registry does not answer; the decision waits.',
  'registry-unreadable': "The registry's answer cannot be read; the decision waits.",
  'registry-unsettled':
    'The registry shows a change that has not stood long enough; the decision waits.',
  'registry-absent': 'The registry no longer lists this ccTLD; the decision waits.',
  dns: 'The DNS did not answer; the mail waits.',
  'process-failed': 'Processing failed several times and the mail was set aside.',
  dropped: 'An operator dropped the mail.',
  'list-drift':
    'The list server does not hold exactly the people on the list; the Validators were told.',
  'list-settings': 'Settings of the list on the list server were not as they must be.',

  // Trouble at the borders: in the log, in the outbox and on the command line.
  configuration: 'The configuration is wrong; every fault is listed.',
  'second-engine': 'Another engine runs on the same data directory.',
  'database-away': 'The database does not answer.',
  'database-busy': 'The embedded database does not stop or start now.',
  'database-refused': 'The database does not let us in.',
  'embedded-failed': 'The embedded database cannot be made or started.',
  'embedded-unavailable': 'There is no embedded database for this system; DATABASE_URL is needed.',
  'not-our-cluster': 'The data directory holds a database that is not ours.',
  'data-directory-closed': 'The data directory cannot be written.',
  'door-shut': 'A door of TLDOPS_LISTEN cannot be opened.',
  'connection-lost': 'The peer went away in the middle of a mail.',
  'too-slow': 'Storing a mail took too long; Postfix tries again.',
  'relay-away': 'The relay does not take a letter now; it is tried again.',
  interrupted: 'Work on copies of a post or an issue did not come to its end; it is tried again.',
  'list-server-away':
    'Mailman does not answer, or not as it should; list changes and posts wait for it.',
  'list-server-login':
    'Mailman does not accept the user and password of TLDOPS_LIST_SERVER; list changes wait.',
  'list-server-refused': 'Mailman does not take an address, or makes no list.',
  'letter-refused': 'The relay refused a letter for good.',
} as const satisfies Record<string, string>;

export type ReasonCode = keyof typeof REASONS;

/** Whether a text is one of the codes. */
export function isReason(text: string): text is ReasonCode {
  return Object.hasOwn(REASONS, text);
}
