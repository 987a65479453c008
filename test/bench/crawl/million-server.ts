import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/**
 * A site of `ADDRESSES` different addresses in a tree, a hundred links a page, each page made when it is asked for:
 * `million-server ADDRESSES`. Tells its port, then counts on request.
 */
const addresses = Number(process.argv[2])
const LINKS = 100
const counted = { requests: 0, bytes: 0, connections: 0 }
const WORDS = '有关单位应当及时更新所负责的栏目。'.repeat(30)

const pathOf = (page: number): string => (page === 0 ? '/' : `/lm/${page % 1000}/art_${page}.html`)

function pageAt(path: string): number | null {
  const page = path === '/' ? 0 : Number(/^\/lm\/\d+\/art_(\d+)\.html$/.exec(path)?.[1] ?? Number.NaN)
  return page < addresses ? page : null
}

function html(page: number): string {
  const children = Array.from({ length: LINKS }, (_, at) => page * LINKS + at + 1).filter(
    (one) => one < addresses,
  )
  const list = children.map((one) => `<li><a href="${pathOf(one)}">第${one}号通知</a></li>`).join('\n')
  return `<!DOCTYPE html><meta charset="utf-8"><title>第${page}页</title><p>${WORDS}</p><ul>${list}</ul><a href="/">首页</a><a href="${pathOf(Math.max(0, page - 1))}">上一页</a><a href="${pathOf((page + 1) % addresses)}">下一页</a>`
}

const server = createServer((request, response) => {
  counted.requests += 1
  const page = pageAt(request.url ?? '')
  const body = page === null ? '<title>404</title>页面不存在' : html(page)
  counted.bytes += body.length
  response.writeHead(page === null ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' })
  response.end(body)
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
