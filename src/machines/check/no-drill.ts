/** Why there can be no drill now (design 12): one at a time, and one a day at most. */

export type NoDrill = { readonly why: 'open'; readonly since: Date } | { readonly why: 'today' };
