import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { pageAt, pageOf } from './site.ts'

/** Serves the bench's site from a process of its own: `server PAGES`. Tells its port, then counts on request. */
const pages = Number(process.argv[2])
const bodies = Array.from({ length: pages }, (_, page) => pageOf(page, pages))
const counted = { requests: 0, bytes: 0, connections: 0 }

const server = createServer((request, response) => {
  counted.requests += 1
  const page = pageAt(request.url ?? '', pages)
  const body = page === null ? undefined : bodies[page]
  if (body === undefined) {
    response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' })
    response.end('<!DOCTYPE html><title>404</title><p>您访问的页面不存在</p>')
    return
  }
  const etag = `"${page}-1"`
  if (request.headers['if-none-match'] === etag) {
    response.writeHead(304, { etag })
    response.end()
    return
  }
  counted.bytes += body.length
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-length': body.length, etag })
  response.end(request.method === 'HEAD' ? undefined : body)
})
server.keepAliveTimeout = 60_000
server.on('connection', () => {
  counted.connections += 1
})
process.on('message', () => {
  process.send?.({ ...counted })
  Object.assign(counted, { requests: 0, bytes: 0, connections: 0 })
})
process.on('disconnect', () => process.exit())
server.listen(0, '127.0.0.1', () => {
  process.send?.({ port: (server.address() as AddressInfo).port })
})
