import { serveCounted } from './counted-server.ts'

/**
 * A site of so many different addresses in a tree, a hundred links a page, each page made when it is asked for:
 * `million-server ADDRESSES`.
 */
const addresses = Number(process.argv[2])
const LINKS = 100
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
  const near = [0, Math.max(0, page - 1), (page + 1) % addresses].map(
    (one) => `<a href="${pathOf(one)}">x</a>`,
  )
  return `<!DOCTYPE html><meta charset="utf-8"><title>第${page}页</title><p>${WORDS}</p><ul>${list}</ul>${near.join('')}`
}

serveCounted((counted) => (request, response) => {
  const page = pageAt(request.url ?? '')
  const body = page === null ? '<title>404</title>页面不存在' : html(page)
  counted.bytes += body.length
  response.writeHead(page === null ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' })
  response.end(body)
})
