import type { Address } from '../core/address.ts'
import type { Observation } from '../core/observation.ts'
import { versionIn } from '../fetch/reuse.ts'
import type { CrawlAnswer, CrawlReply, EarlierAnswer } from '../store/crawl-store.ts'
import { readWholeAt } from '../store/read-whole.ts'

/** The answer to a visit; null where there is none. */
export const visitIn = (answers: readonly CrawlAnswer[]): CrawlAnswer | null =>
  answers.find((one) => one.purpose === 'visit') ?? null

/** An answer without what was found in its page. */
export function withoutPage(answer: CrawlAnswer): EarlierAnswer {
  const { number, reply, sameAs, links, content, fragments } = answer
  return {
    ...{ number, reply, sameAs: sameAs ?? null, readWholeAt: readWholeAt(answer) },
    ...{ isPage: links !== null, isInDoubt: content !== null, hasFragments: fragments !== null },
  }
}

/** What the store keeps of an observation. */
export function replyOf({ answer, address, hops, duration, attempts }: Observation): CrawlReply {
  const spent = { duration: Math.round(duration), attempts }
  if (answer.kind === 'opinion') {
    const reason = answer.works === null ? 'unsure' : answer.works ? 'works' : 'broken'
    return { status: answer.status ?? 0, reason, message: answer.engine, ...spent }
  }
  if (answer.kind === 'lookup') {
    const reason = answer.isOurs ? 'ours' : answer.addresses.length > 0 ? 'resolves' : 'no-name'
    return { status: 0, reason, message: answer.addresses.join(', '), ...spent }
  }
  const chain = {
    ...(hops.length === 0 ? {} : { hops }),
    ...(answer.tls === undefined ? {} : { tls: answer.tls }),
  }
  if (answer.kind === 'failure') {
    return { status: 0, reason: answer.reason, message: answer.message, ...chain, ...spent }
  }
  const { headers, body, bytes, truncated, status } = answer
  const type = headers['content-type']
  const { etag, lastModified } = versionIn(headers) ?? {}
  return {
    status,
    ...(answer.address === address ? {} : { address: answer.address }),
    ...(type === undefined ? {} : { type }),
    ...(etag === undefined ? {} : { etag }),
    ...(lastModified === undefined ? {} : { lastModified }),
    ...(body === null ? {} : { digest: body }),
    bytes,
    ...(truncated ? { truncated } : {}),
    ...chain,
    ...spent,
  }
}

/** The answer of a crawl as the observation that reachability is judged from. */
export function observationOf({ purpose, observedAt, reply }: CrawlAnswer, address: Address): Observation {
  const { status, reason, message = '' } = reply
  const tls = reply.tls === undefined ? {} : { tls: reply.tls }
  const common = {
    id: `${purpose} ${address}`,
    purpose,
    origin: 'discovered',
    address,
    observedAt,
    duration: reply.duration,
    attempts: reply.attempts,
    hops: reply.hops ?? [],
  } as const
  if (purpose === 'opinion') {
    const works = reason === 'works' ? true : reason === 'broken' ? false : null
    return { ...common, answer: { kind: 'opinion', engine: message, works, status: status || null } }
  }
  if (purpose === 'catch-all' && (reason === 'ours' || reason === 'resolves' || reason === 'no-name')) {
    const addresses = reason === 'resolves' ? message.split(', ') : []
    return { ...common, answer: { kind: 'lookup', addresses, isOurs: reason === 'ours' } }
  }
  if (status === 0) {
    const failure = reason as Extract<Observation['answer'], { kind: 'failure' }>['reason']
    return { ...common, answer: { kind: 'failure', reason: failure, message, ...tls } }
  }
  const headers = reply.type === undefined ? {} : { 'content-type': reply.type }
  const { digest = null, bytes = 0, truncated = false } = reply
  const at = reply.address ?? common.address
  return {
    ...common,
    answer: { kind: 'response', status, address: at, headers, body: digest, bytes, truncated, ...tls },
  }
}
