import { type LoopbackServer, startServer } from './server.ts'

/** A site whose pages link to one another and, each, to a page that is gone. */
export interface LinkedSite extends LoopbackServer {
  readonly pages: number
}

const WORDS = '各单位应当按照职责分工及时更新所负责的栏目，确保信息准确、完整。'.repeat(30)
const DEAD_ONE_IN = 20

/** Starts a site of so many pages whose answers take `delay` milliseconds. */
export async function linkedSite(pages: number, delay: number): Promise<LinkedSite> {
  const pathOf = (page: number): string => (page === 0 ? '/' : `/page/${page}.html`)
  const pageAt = (path: string): number | null => {
    const page = path === '/' ? 0 : Number(/^\/page\/(\d+)\.html$/.exec(path)?.[1] ?? Number.NaN)
    return page < pages ? page : null
  }
  const html = (page: number): string => {
    const links = [1, 2, 3, 7, 11].map((step) => pathOf((page * 3 + step) % pages))
    const gone = `/gone/${page % DEAD_ONE_IN}.html`
    const list = [...links, gone].map((path) => `<li><a href="${path}">通知 ${path}</a></li>`).join('\n')
    return `<!DOCTYPE html><meta charset="utf-8"><title>第${page}页</title><ul>${list}</ul><p>${WORDS}</p>`
  }
  const server = await startServer((request, response) => {
    const page = pageAt(request.url ?? '')
    setTimeout(() => {
      response.writeHead(page === null ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' })
      response.end(page === null ? '<title>404</title>页面不存在' : html(page))
    }, delay)
  })
  return { ...server, pages }
}
