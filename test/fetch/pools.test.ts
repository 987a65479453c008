import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, describe, expect, it } from 'vitest'
import { type Pools, poolsOf } from '../../src/fetch/pools.ts'
import { type LoopbackServer, startServer } from '../support/server.ts'
import { closedPort } from './raw-server.ts'

const closers: (() => Promise<void>)[] = []
afterAll(async () => {
  await Promise.all(closers.map((close) => close()))
})

const serve = async (...[handler]: Parameters<typeof startServer>): Promise<LoopbackServer> => {
  const server = await startServer(handler)
  closers.push(server.close)
  return server
}

const pools = (): Pools => {
  const made = poolsOf({ connections: 1 })
  closers.push(made.destroy)
  return made
}

/** Asks, and gives the answer up at its first byte when told so; says whether it came. */
const ask = (through: Pools, origin: string, givesUp = false): Promise<boolean> =>
  new Promise((resolve) => {
    through.dispatch(
      { origin, path: '/', method: 'GET' },
      {
        onRequestStart: () => undefined,
        onResponseStart: (controller) => {
          if (givesUp) controller.abort(new Error('enough'))
        },
        onResponseData: () => undefined,
        onResponseEnd: () => resolve(true),
        onResponseError: () => resolve(false),
      },
    )
  })

describe('pools of connections', () => {
  it('never open more than they may, when one answer after another is given up', async () => {
    let open = 0
    let most = 0
    const server = await serve((request, response) => {
      open += 1
      most = Math.max(most, open)
      request.socket.once('close', () => {
        open -= 1
      })
      response.end('a'.repeat(500_000))
    })
    const through = pools()
    for (let at = 0; at < 10; at += 1) await ask(through, server.origin, true)
    expect(server.connections()).toBe(10)
    expect(server.requests).toHaveLength(10)
    expect(most).toBe(1)
  })

  it('are forgotten when nothing is open any more', async () => {
    const server = await serve(
      (_request, response) => void response.setHeader('connection', 'close').end('hi'),
    )
    const refusing = `http://127.0.0.1:${await closedPort()}`
    const through = pools()
    expect(await ask(through, server.origin)).toBe(true)
    expect(await ask(through, refusing)).toBe(false)
    await expect.poll(through.size).toBe(0)
    expect(await ask(through, server.origin)).toBe(true)
  })

  it('are kept while a connection is', async () => {
    const server = await serve((_request, response) => void response.end('hi'))
    const through = pools()
    for (let at = 0; at < 3; at += 1) expect(await ask(through, server.origin)).toBe(true)
    await sleep(20)
    expect(through.size()).toBe(1)
    expect(server.connections()).toBe(1)
  })

  it('that were destroyed answer nothing more', async () => {
    const server = await serve((_request, response) => void response.end('hi'))
    const through = pools()
    await through.destroy()
    expect(await ask(through, server.origin)).toBe(false)
    expect(server.connections()).toBe(0)
  })
})
