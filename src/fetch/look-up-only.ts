import pLimit from 'p-limit'
import { type Address, hostNameOf } from '../core/address.ts'
import type { Answer } from '../core/observation.ts'
import { parentName } from '../core/strange-sibling.ts'
import { failureOf } from './failures.ts'
import type { FetchOptions } from './options.ts'
import { resolveRuleFor } from './resolve.ts'

/** As many as Node looks up at once, so that nothing else waits for long. */
const AT_ONCE = 2

type LookUpOptions = Pick<FetchOptions, 'lookup' | 'resolve' | 'timeouts'>

/** Whether resolve rules of ours say where a host is, or one beside it: what a name server says of it means nothing. */
function isOurs(host: string, { resolve }: LookUpOptions): boolean {
  const parent = parentName(host)
  return resolveRuleFor(host, resolve) !== null || resolve.some((rule) => parentName(rule.host) === parent)
}

const late = (host: string): Error => Object.assign(new Error(host), { code: 'LOOKUP_TIMEOUT' })

/** Asks name servers where a host is, and nothing else. Never throws. */
export function lookUpOnly(options: LookUpOptions): (address: Address) => Promise<Answer> {
  const limit = pLimit(AT_ONCE)
  const ask = async (host: string): Promise<Answer> => {
    let timer: NodeJS.Timeout | undefined
    const patience = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => reject(late(host)), options.timeouts.connect)
    })
    try {
      const found = await Promise.race([options.lookup(host), patience])
      return { kind: 'lookup', addresses: found.map((one) => one.address).sort(), isOurs: false }
    } catch (fault) {
      const failure = failureOf(fault, 'connect')
      if (failure?.reason === 'name-not-found' || failure?.reason === 'name-without-address') {
        return { kind: 'lookup', addresses: [], isOurs: false }
      }
      return {
        kind: 'failure',
        reason: failure?.reason ?? 'name-server-failure',
        message: failure?.message ?? '',
      }
    } finally {
      clearTimeout(timer)
    }
  }
  return async (address) => {
    const host = hostNameOf(address)
    if (isOurs(host, options)) return { kind: 'lookup', addresses: [], isOurs: true }
    return limit(() => ask(host))
  }
}
