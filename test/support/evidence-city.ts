import { gzipSync } from 'node:zlib'
import { ordinary } from '../../fixtures/sites/hostile/pages.ts'
import { registryTemplate } from '../../src/registry/template.ts'
import { portalAudit } from './command-line.ts'
import { type LoopbackServer, startServer } from './server.ts'
import { type Workspace, workspace } from './workspace.ts'

const HOST = 'www.city.example'
const REFUSED = 'refused.city.example'
const LIMIT = 64 * 1024

/** What is hostile to whoever shows or stores it. */
export const HOSTILE =
  '</script></pre><script src="http://evil.example/x.js"></script>\0\v\uFFFE<img src=//evil.example/y>'

/** A column as departments keep them: a list of dated entries, the newest long ago. */
const stale = (name: string, more = ''): string =>
  `<!DOCTYPE html><meta charset="utf-8"><title>${name}</title><h1>${name}</h1><ul class="list">${Array.from(
    { length: 8 },
    (_, at) =>
      `<li><a href="/entry/${at}.html">关于公布${name}第${at + 1}批事项的通知</a><span>2025-03-${28 - at}</span></li>`,
  ).join('\n')}</ul>${more}`

/** Columns of one item, each of which shows one thing that a file of evidence must hold. */
const COLUMNS: Readonly<Record<string, string>> = {
  redirected: `http://${HOST}/moved/`,
  gone: `http://${HOST}/gone/`,
  refused: `http://${REFUSED}/column/`,
  zipped: `http://${HOST}/zipped/`,
  cut: `http://${HOST}/cut/`,
  unchanged: `http://${HOST}/unchanged/`,
  same: `http://${HOST}/same/`,
  hostile: `http://${HOST}/hostile/`,
}

/** A small city that was audited twice, with a finding of every kind of answer. */
export interface EvidenceCity extends Workspace {
  readonly config: string
  readonly server: LoopbackServer
  audit(): Promise<void>
  close(): Promise<void>
}

/** Starts the city and audits it. */
export async function evidenceCity(): Promise<EvidenceCity> {
  const server = await startServer((request, response): void => {
    const path = request.url ?? '/'
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.setHeader('set-cookie', 'JSESSIONID=0123456789abcdef; Path=/')
    if (path === '/moved/') response.writeHead(302, { location: '/moved/here/' }).end()
    else if (path === '/moved/here/') response.end(stale('公告'))
    else if (path === '/zipped/')
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(stale('通知')))
    else if (path === '/cut/') response.writeHead(404).end(stale('文件', `<p>${'一'.repeat(LIMIT)}</p>`))
    else if (path === '/unchanged/' || path === '/same/') {
      response.setHeader('etag', '"v1"')
      if (request.headers['if-none-match'] === '"v1"') response.writeHead(304).end()
      else response.end(stale('政策'))
    } else if (path === '/hostile/') response.end(stale('要闻', HOSTILE))
    else if (path.startsWith('/entry/')) response.end(ordinary('', path))
    else response.writeHead(404).end('none')
  })
  const closed = await startServer((_request, response) => {
    response.end()
  })
  await closed.close()
  const space = await workspace()
  const config = await space.write(
    'audit.yaml',
    `city: 云川市
store: store.db
out: reports
confirmations: { refusedSeconds: 0 }
unreliable: { maximumFailedShare: 1, maximumFailedJump: 1 }
fetch:
  bodyLimitBytes: ${LIMIT}
  perHost: { connections: 8, gapMilliseconds: 0 }
  retries: { attempts: 2, delayMilliseconds: 1 }
  resolve: ['${REFUSED}=127.0.0.1:${closed.port}', '${HOST}=127.0.0.1:${server.port}']
`,
  )
  const registry = registryTemplate()
  const [heading = ''] = (registry['columns.csv'] ?? '').split('\n')
  const rows = Object.entries(COLUMNS).map(
    ([name, to]) => `qingxi-${name},qingxi,1.1,${name},submitted,,${to}`,
  )
  for (const [name, text] of Object.entries(registry))
    await space.write(
      `registry/${name}`,
      name === 'columns.csv' ? `${[heading.trim(), ...rows].join('\n')}\n` : text,
    )
  const scope = ['--unit', 'qingxi', '--item', '1.1', '--as-of', '2026-11-26', '--quiet']
  const audit = async (): Promise<void> => {
    const ended = await portalAudit('audit', '-c', config, ...scope)
    if (ended.code !== 2 && ended.code !== 0)
      throw new Error(`The audit ended with ${ended.code}: ${ended.err}`)
  }
  const close = async (): Promise<void> => {
    await server.close()
    await space.remove()
  }
  return { ...space, config, server, audit, close }
}
