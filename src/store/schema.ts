/** The tables, as kysely types. Times are Dates, bigints are numbers (db.ts sets the pg parsers). */

import type { Generated, JSONColumnType } from 'kysely';
import type { RosterEntry } from '../machines/words/case.ts';
import type { Client } from '../machines/words/mail.ts';
import type { RegistryField, RegistryRecord, Verdict } from '../machines/words/registry.ts';
import type { Phone } from '../machines/words/contact.ts';

type Json = JSONColumnType<Record<string, unknown>>;

export interface Database {
  registry_snapshots: {
    id: Generated<number>;
    cctld: string;
    source: string;
    sha256: string;
    answer: string;
    record: JSONColumnType<RegistryRecord>;
    first_seen: Date;
    last_seen: Date;
  };
  cctlds: {
    cctld: string;
    snapshot_id: number | null;
    anchor: string | null;
    candidate_id: number | null;
    candidate_since: Date | null;
    checked_at: Date | null;
    frozen_at: Date | null;
    frozen_by: string | null;
    frozen_reason: string | null;
    /** When it was last asked about, whatever came of it. */
    asked_at: Date | null;
    /** Why the last question brought no record, and when; nothing once one came. */
    trouble: string | null;
    trouble_at: Date | null;
    /** Since when the registry says that there is none, and when the Validators were told. */
    absent_since: Date | null;
    absent_told_at: Date | null;
    /** The Admin Contact address that takes no mail, and since when that is known. */
    undeliverable: string | null;
    undeliverable_at: Date | null;
    /** When the Admin Contact last said that the data are right. */
    confirmed_at: Date | null;
  };
  raw_mails: { sha256: string; content: Buffer | null; size: number; stored_at: Date };
  inbox: {
    id: Generated<number>;
    dedup_key: string;
    raw_sha256: string;
    received_at: Date;
    times_seen: Generated<number>;
    envelope_from: string;
    recipient: string;
    client: JSONColumnType<Client>;
    from_address: string | null;
    message_id: string | null;
    class: string | null;
    outcome: Generated<string>;
    reason: string | null;
    case_id: number | null;
    detail: JSONColumnType<Record<string, unknown>, string | undefined>;
    processed_at: Date | null;
  };
  persons: {
    id: Generated<number>;
    address: string;
    first_name: string;
    last_name: string;
    phones: JSONColumnType<Phone[]>;
    created_at: Date;
    /** When the person last took another address (design 8.4). */
    address_changed_at: Date | null;
    /** Since when mail does not reach this person: no copies are sent (design 9). */
    unreachable_since: Date | null;
    /** The last sign that it does: what came back before does not count. */
    reachable_at: Date | null;
    /** When this person last said that the own data are right (design 12). */
    confirmed_at: Date | null;
  };
  cases: {
    id: Generated<number>;
    kind: string;
    cctld: string | null;
    state: string;
    context: Json;
    request: Json;
    version: Generated<number>;
    evidence: string;
    policy: string;
    requester: string;
    anchor: string | null;
    snapshot_id: number | null;
    waiting: string | null;
    opened_at: Date;
    updated_at: Date;
    due_at: Date | null;
    closed_at: Date | null;
  };
  appointments: {
    id: Generated<number>;
    person_id: number;
    cctld: string;
    place: number;
    is_primary: boolean;
    case_id: number;
    since: Date;
    ended_at: Date | null;
    ended_reason: string | null;
    /** The case that ended it. */
    ended_by: number | null;
  };
  letters: {
    id: Generated<number>;
    key: string;
    case_id: number | null;
    name: string;
    addressee: string;
    data: Json;
    secrets: JSONColumnType<Record<string, string> | null, string, string | null>;
    message_id_sha256: string;
    bounce_sha256: string;
    created_at: Date;
    sent_at: Date | null;
    relay_reply: string | null;
    failed_at: Date | null;
    bounced_at: Date | null;
  };
  /** The editions of the contact list that were sent (design 10); the number is the id. */
  issues: {
    id: Generated<number>;
    /** `month 2026-12`, `week 2026-W49`, `extra 2026-11-27`: one issue for each. */
    period: string;
    made_at: Date;
    digest: string;
    /** The list as it was: RosterEntry[]. */
    roster: JSONColumnType<RosterEntry[]>;
  };
  /** What goes to everybody on the list: a post, or an issue. */
  broadcasts: {
    id: Generated<number>;
    kind: 'post' | 'issue';
    inbox_id: number | null;
    issue_id: number | null;
    author: string | null;
    tlp: string;
    /** Without angle brackets. */
    message_id: string;
    /** Of the bounce mark that copies sent together share. */
    bounce_sha256: string;
    /** That mark, until all copies are handed over. */
    secret: string | null;
    created_at: Date;
    done_at: Date | null;
  };
  /** The message that some or all copies of a broadcast are; gone once all are handed over. */
  editions: { broadcast_id: number; number: number; content: Buffer };
  /** One copy to one address. */
  copies: {
    broadcast_id: number;
    address: string;
    edition: number;
    /** Copies of one batch are handed over in one transaction. */
    batch: number;
    /** A bounce token of its own, where the shared mark leaves no room for the address. */
    bounce_sha256: string | null;
    secret: string | null;
    /** The relay was given the end of the message, and had not answered yet. */
    in_doubt_at: Date | null;
    /** Nobody knows what came of one time that it was sent; then it is sent once more, and only once. */
    doubtful: Generated<boolean>;
    handed_at: Date | null;
    failed_at: Date | null;
    /** Why it was not sent after all: its reader left the list, or the post was stopped. */
    kept_back: 'not-on-list' | 'stopped' | null;
    relay_reply: string | null;
  };
  bounces: {
    id: Generated<number>;
    letter_id: number | null;
    broadcast_id: number | null;
    /** Null when the relay refused the letter at once. */
    inbox_id: number | null;
    address: string;
    kind: string;
    status: string | null;
    said: string | null;
    at: Date;
  };
  tokens: {
    id: Generated<number>;
    sha256: string;
    case_id: number | null;
    purpose: string;
    addressee: string;
    digest: string;
    letter_id: number | null;
    created_at: Date;
    expires_at: Date;
    used_at: Date | null;
    used_by: number | null;
    revoked_at: Date | null;
    revoked_reason: string | null;
  };
  /** What a token that stands for several cases stands for. */
  token_covers: { token_id: number; case_id: number; digest: string };
  answers: { address: string; day: Date | string; count: number };
  jobs: {
    id: Generated<number>;
    key: string;
    kind: 'mail' | 'letter' | 'apply' | 'timer' | 'member' | 'broadcast' | 'copies';
    case_id: number | null;
    payload: Json;
    run_at: Date;
    created_at: Date;
    attempts: Generated<number>;
    leased_by: string | null;
    leased_until: Date | null;
    last_error: string | null;
    dead_at: Date | null;
  };
  /** Changes in the registry that counted (design 4, 12). */
  registry_changes: {
    id: Generated<number>;
    cctld: string;
    at: Date;
    before_id: number;
    /** The record that the score is counted from: changes that come soon after one another are one. */
    base_id: number;
    after_id: number;
    fields: JSONColumnType<readonly RegistryField[]>;
    score: number;
    verdict: Verdict;
    case_id: number | null;
  };
  /** Yearly checks and drills (design 12). */
  checks: {
    id: Generated<number>;
    kind: 'yearly' | 'drill';
    /** `year 2027`, `drill 2027-03-01`. */
    period: string;
    opened_at: Date;
    closes_at: Date;
    closed_at: Date | null;
    /** An address, `timer` or `operator`. */
    started_by: string;
    /** What its letter says besides, by the word of who started it. */
    words: string | null;
  };
  /** Who was asked, and what was answered. */
  check_answers: {
    check_id: number;
    address: string;
    asked_at: Date | null;
    reminded_at: Date | null;
    answered_at: Date | null;
    answer: 'right' | 'wrong' | 'here' | null;
  };
  audit: {
    id: number;
    at: Date;
    actor: string;
    reason: string;
    case_id: number | null;
    cctld: string | null;
    inbox_id: number | null;
    raw_sha256: string | null;
    snapshot_id: number | null;
    evidence: string | null;
    facts: Json;
    before: Json;
    after: Json;
    previous_hash: string;
    hash: string;
  };
}
