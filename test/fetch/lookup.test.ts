import { describe, expect, it } from 'vitest'
import type { FailureReason } from '../../src/core/observation.ts'
import { lookupWith } from '../../src/fetch/lookup.ts'
import { failure, QUICK } from './asking.ts'
import { type Reply, startNameServer } from './name-server.ts'

/** RFC 6761 §6.4: no look-up finds it, with or without a network. */
const NOWHERE = 'no-such-office.invalid'

describe('a name that the system does not find', () => {
  it.each<readonly [Reply, FailureReason]>([
    ['no-such-name', 'name-not-found'],
    ['no-records', 'name-without-address'],
    ['failure', 'name-server-failure'],
    ['refused', 'name-server-failure'],
    ['silence', 'name-server-failure'],
    ['address', 'name-server-failure'],
  ])('is asked for again; the name server says %s: %s', async (reply, reason) => {
    const server = await startNameServer(reply)
    try {
      expect(await failure(`http://${NOWHERE}/`, { lookup: lookupWith(server.resolver) })).toBe(reason)
    } finally {
      server.close()
    }
  })
})

describe('a look-up', () => {
  it('finds what the system knows', async () => {
    const server = await startNameServer('no-such-name')
    const addresses = await lookupWith(server.resolver)('localhost')
    server.close()
    expect(addresses.map(({ address }) => address)).toContain('127.0.0.1')
  })

  it('that does not end is no fault of the host’s connection', async () => {
    const lookup = () => new Promise<never>(() => undefined)
    const timeouts = { ...QUICK.timeouts, connect: 50 }
    expect(await failure('http://www.gov.example/', { lookup, timeouts })).toBe('lookup-timeout')
  })

  it('that finds no address is told apart', async () => {
    expect(await failure('http://www.gov.example/', { lookup: async () => [] })).toBe('name-without-address')
  })
})
