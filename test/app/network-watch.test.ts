import { describe, expect, it } from 'vitest'
import { watchNetwork } from '../../src/app/network-watch.ts'
import type { Address } from '../../src/core/address.ts'
import type { Answer } from '../../src/core/observation.ts'
import { observationId, type Probe } from '../../src/core/probe.ts'
import type { Fetcher } from '../../src/fetch/fetcher.ts'

const ok: Answer = {
  kind: 'response',
  status: 200,
  address: 'http://x.example/' as Address,
  headers: {},
  body: null,
  bytes: 0,
  truncated: false,
}
const failed = (reason: 'connect-timeout' | 'tls-fault' | 'robots-disallowed'): Answer => ({
  kind: 'failure',
  reason,
  message: reason,
})

const probeOf = (at: number, hosts: number): Probe => ({
  purpose: 'visit',
  origin: 'registered',
  address: `http://${at % hosts}.example/${at}` as Address,
})

/** Asks for 40 addresses of so many hosts, one after the other. */
async function watched(answer: (at: number) => Answer, hosts: number, wells: readonly boolean[]) {
  const asked: string[] = []
  let at = 0
  const fetcher: Fetcher = {
    fetch: async ({ purpose, origin, address }) => {
      asked.push('visit')
      const id = observationId(purpose, address)
      const common = { id, purpose, origin, address, observedAt: 0, duration: 0, attempts: 1, hops: [] }
      at += 1
      return { observation: { ...common, answer: answer(at - 1) }, body: null }
    },
    close: async () => undefined,
  }
  const left = [...wells]
  const pauses: number[] = []
  const watch = watchNetwork(
    fetcher,
    async () => {
      asked.push('canaries')
      return left.shift() ?? true
    },
    async (milliseconds) => pauses.push(milliseconds),
  )
  for (let one = 0; one < 40 && !watch.down.aborted; one += 1) await watch.fetch(probeOf(one, hosts))
  return {
    canaries: asked.filter((one) => one === 'canaries').length,
    asked,
    pauses,
    isDown: watch.down.aborted,
  }
}

describe('watchNetwork', () => {
  it('leaves a run alone in which hosts answer now and then', async () => {
    const { canaries } = await watched((at) => (at % 10 === 9 ? ok : failed('connect-timeout')), 10, [])
    expect(canaries).toBe(0)
  })

  it.each([
    ['one host that is down', failed('connect-timeout'), 3],
    ['faults that no network of ours can bring about', failed('tls-fault'), 10],
    ['what robots.txt forbids', failed('robots-disallowed'), 10],
  ])('does not take %s for our own fault', async (_what, answer, hosts) => {
    expect((await watched(() => answer, hosts, [])).canaries).toBe(0)
  })

  it('stops when many hosts fail in a row, asks canaries, waits for them, and goes on', async () => {
    const { asked, pauses, isDown } = await watched((at) => (at < 12 ? failed('connect-timeout') : ok), 10, [
      false,
      false,
      true,
    ])
    expect(asked.slice(0, 16).join(' ')).toBe(
      [...Array(12).fill('visit'), 'canaries', 'canaries', 'canaries', 'visit'].join(' '),
    )
    expect(pauses).toEqual([30_000, 60_000])
    expect(isDown).toBe(false)
  })

  it('gives up when they stay down', async () => {
    const { pauses, isDown } = await watched(() => failed('connect-timeout'), 10, [
      false,
      false,
      false,
      false,
    ])
    expect(pauses).toEqual([30_000, 60_000, 120_000])
    expect(isDown).toBe(true)
  })
})
