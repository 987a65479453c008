import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A page of about 30 KB, as `node server.ts` sends it for every path; the port goes to standard output. */
const PAGE = Buffer.from(
  `<!doctype html><meta charset=utf-8><title>政务公开</title>${'<p><a href="/a/b.html">政府信息公开指南</a>'.repeat(540)}`,
)

const server = createServer((_request, response) => {
  response.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    'content-length': PAGE.length,
    etag: '"5f2-1"',
    'last-modified': 'Fri, 01 Jan 2021 00:00:00 GMT',
    'cache-control': 'max-age=0',
    'x-frame-options': 'SAMEORIGIN',
  })
  response.end(PAGE)
})
server.listen(0, '127.0.0.1', () => console.log((server.address() as AddressInfo).port))
