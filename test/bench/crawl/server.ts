import { serveCounted } from './counted-server.ts'
import { pageAt, pageOf } from './site.ts'

/** Serves the bench's site: `server PAGES`. */
const pages = Number(process.argv[2])
const bodies = Array.from({ length: pages }, (_, page) => pageOf(page, pages))

serveCounted((counted) => (request, response) => {
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
