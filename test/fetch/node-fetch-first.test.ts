import { afterAll, beforeAll, expect, it } from 'vitest'
import { type LoopbackServer, page, startServer } from '../support/server.ts'

let server: LoopbackServer
beforeAll(async () => {
  server = await startServer((request, response, at) =>
    page('<p>words</p>', request.url === '/gone' ? 404 : 200)(request, response, at),
  )
})
afterAll(() => server.close())

/** Node's own undici is then the global dispatcher, with handlers of another kind; a browser's driver does that too. */
it('a second opinion comes where the process has used the fetch of Node before, and fetch works on', async () => {
  expect((await fetch(`${server.origin}/before`)).status).toBe(200)
  const { ask } = await import('./asking.ts')
  const opinion = (path: string) => ask(`${server.origin}${path}`, {}, { purpose: 'opinion' })
  expect((await opinion('/gone')).observation.answer).toMatchObject({ works: false, status: 404 })
  expect(await (await fetch(`${server.origin}/after`)).text()).toContain('words')
  expect((await opinion('/there')).observation.answer).toMatchObject({ works: true, status: 200 })
}, 20_000)
