/**
 * What a page that is no content says: `missing` the thing asked for is not there; `refused` the reader may not have it;
 * `failed` the server, a gateway or the network let the reader down; `rejected` the request itself is at fault;
 * `closed` the site is under maintenance or shut.
 */
export type Refusal = 'missing' | 'refused' | 'failed' | 'rejected' | 'closed'

/** How one language words refusals: sources of regular expressions, matched without regard to case. */
export type Wording = Readonly<Partial<Record<Refusal, readonly string[]>>>
