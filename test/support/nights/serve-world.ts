import type { IncomingMessage, ServerResponse } from 'node:http'
import { type LoopbackServer, startServer } from '../server.ts'
import { EVERYTHING, SITE, type World, type WorldLink, type WorldPage } from './world.ts'

/** A world that can be asked, and changed between two crawls. */
export interface ServedWorld {
  /** Rules for `--resolve` that lead all its hosts to it. */
  readonly resolve: readonly string[]
  readonly requests: LoopbackServer['requests']
  /** How often it said “nothing has changed”. */
  unchanged(): number
  become(world: World): void
  close(): Promise<void>
}

const LONG = '各单位应当按照职责分工及时更新所负责的栏目，确保信息准确、完整。'.repeat(30)
const ALIKE =
  '本网站由市人民政府办公室主办，各区县、各部门共同维护。栏目内容以正式文件为准，转载时请注明来源和日期。办公地址在人民路一号，邮政编码和值班电话见联系我们。' +
  '工作时间为周一至周五上午九点到下午五点，法定节假日除外。意见建议可以寄给政府信箱，我们将于七个工作日以内答复您的来信，感谢支持与理解！'
const NO_SUCH = `<!DOCTYPE html>\n<meta charset="utf-8"><title>404 页面不存在</title><p>${ALIKE}`
const MINUTE = 60_000
const FIRST_EDITION = Date.UTC(2001, 0, 1)

const markup: Readonly<Record<WorldLink['kind'], (href: string) => string>> = {
  a: (href) => `<a href="${href}">通知</a>`,
  img: (href) => `<img src="${href}" alt="">`,
  onclick: (href) => `<span onclick="location.href='${href}'">通知</span>`,
  option: (href) => `<option value="${href}">通知</option>`,
}

const WORDS: Readonly<Record<WorldPage['text'], readonly [title: string, text: string]>> = {
  long: ['政务公开', LONG],
  short: ['通知', '请按时报送。'],
  none: ['页面不存在', '您访问的页面不存在'],
  alike: ['页面', ALIKE],
}

function html({ links, places, text, edition }: WorldPage): string {
  const [title, words] = WORDS[text]
  const lines = links.map(({ kind, href, above }) => `${'\n'.repeat(above)}${markup[kind](href)}`)
  const named = places.map((place) => `<p id="${place}"></p>`)
  return `<!DOCTYPE html>\n<meta charset="utf-8"><title>${title}</title>\n${lines.join('\n')}\n${named.join('')}<p>${words}<i data-edition="${edition}"></i>`
}

function versionOf({ version, edition }: WorldPage): Readonly<Record<string, string>> {
  const modified = new Date(FIRST_EDITION + edition * MINUTE).toUTCString()
  return {
    ...(version === 'etag' || version === 'both' ? { etag: `"${edition}"` } : {}),
    ...(version === 'date' || version === 'both' ? { 'last-modified': modified } : {}),
  }
}

/** RFC 9110 §13.2.2: If-Modified-Since counts only where no If-None-Match was sent. */
function isUnchanged({ headers }: IncomingMessage, page: WorldPage): boolean {
  const { etag, 'last-modified': modified } = versionOf(page)
  const { 'if-none-match': match, 'if-modified-since': since } = headers
  if (match !== undefined) return match === etag
  return since !== undefined && modified !== undefined && Date.parse(modified) <= Date.parse(since)
}

function answer(request: IncomingMessage, response: ServerResponse, world: World): void {
  const host = request.headers.host ?? ''
  const path = request.url ?? '/'
  const send = (status: number, type: string, body: string | Buffer): void => {
    response.writeHead(status, { 'content-type': type }).end(body)
  }
  if (path === '/robots.txt') {
    const rules = SITE.endsWith(`/${host}`) ? world.robots : null
    send(rules === null ? 404 : 200, 'text/plain', rules ?? '')
    return
  }
  if (world.down.includes(host)) {
    response.destroy()
    return
  }
  if (path === '/sitemap.xml') {
    const list = world.sitemap.map((address) => `<url><loc>${address}</loc></url>`).join('')
    send(200, 'application/xml', `<urlset>${list}</urlset>`)
    return
  }
  const page = world.pages[`http://${host}${path}`]
  if (page === undefined && path.startsWith(EVERYTHING)) {
    send(200, 'text/html; charset=utf-8', NO_SUCH)
    return
  }
  if (page === undefined || page.status >= 400) {
    send(page?.status ?? 404, 'text/html; charset=utf-8', '<title>404</title>您访问的页面不存在')
    return
  }
  if (page.status !== 200) {
    response.writeHead(page.status, { location: page.to }).end()
    return
  }
  for (const [name, value] of Object.entries(versionOf(page))) response.setHeader(name, value)
  if (isUnchanged(request, page)) response.writeHead(304).end()
  else if (path.endsWith('.png')) send(200, 'image/png', Buffer.from('89504e470d0a1a0a', 'hex'))
  else send(200, 'text/html; charset=utf-8', html(page))
}

/** Serves a world on loopback under the names of its hosts. `delay`: milliseconds that an answer takes. */
export async function serveWorld(begin: World, delay = 0): Promise<ServedWorld> {
  let world = begin
  let unchanged = 0
  const server = await startServer(async (request, response) => {
    response.on('finish', () => {
      if (response.statusCode === 304) unchanged += 1
    })
    if (delay > 0) await new Promise((resolve) => setTimeout(resolve, delay))
    answer(request, response, world)
  })
  return {
    resolve: ['*.city.example', '*.other.example'].map((host) => `${host}=127.0.0.1:${server.port}`),
    requests: server.requests,
    unchanged: () => unchanged,
    become: (next) => {
      world = next
    },
    close: server.close,
  }
}
