import { ADDRCONFIG, promises as dns, lookup as getaddrinfo } from 'node:dns'

/** Where a name leads. */
export interface IpAddress {
  readonly address: string
  readonly family: number
}

/** Looks a host name up. Rejects with an error that bears a code, such as ENOTFOUND. */
export type Lookup = (host: string) => Promise<readonly IpAddress[]>

/** What a name server answers, asked directly; the part of Node's Resolver that is needed. */
export type NameServer = Pick<dns.Resolver, 'resolve4'>

/** Milliseconds for one of two tries. */
const PATIENCE = 2_000

const codeOf = (fault: unknown): string =>
  fault instanceof Error && 'code' in fault && typeof fault.code === 'string' ? fault.code : ''

const coded = (code: string, host: string): Error => Object.assign(new Error(`${code} ${host}`), { code })

/**
 * What "not found" really was. getaddrinfo gives one answer for a name that does not exist, for one without an address
 * and, on some systems, for name servers that are out of reach; only the first makes a dead link certain (DESIGN §5.1).
 * A name server that gives an address after all contradicts it, which tells nothing.
 */
async function whyNotFound(host: string, server: NameServer): Promise<Error> {
  try {
    await server.resolve4(host)
    return coded('ESERVFAIL', host)
  } catch (fault) {
    const code = codeOf(fault)
    return coded(code === 'ENOTFOUND' || code === 'ENODATA' ? code : 'ESERVFAIL', host)
  }
}

/** Looks names up as the system does, and asks `server` itself what a name that was not found is. */
export const lookupWith =
  (server: NameServer): Lookup =>
  (host) =>
    new Promise((resolve, reject) => {
      getaddrinfo(host, { all: true, hints: ADDRCONFIG }, (failed, addresses) => {
        if (failed === null) resolve(addresses)
        else if (failed.code === 'ENOTFOUND') void whyNotFound(host, server).then(reject)
        else reject(failed)
      })
    })

/** Looks names up as the system does. */
export const systemLookup: Lookup = lookupWith(new dns.Resolver({ timeout: PATIENCE, tries: 2 }))
