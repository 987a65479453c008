import { readdir, readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ordinary } from '../../fixtures/sites/hostile/pages.ts'
import { registryTemplate } from '../../src/registry/template.ts'
import { portalAudit } from '../support/command-line.ts'
import { type LoopbackServer, startServer } from '../support/server.ts'
import { type Workspace, workspace } from '../support/workspace.ts'

const HOST = 'www.city.example'
/** What lets anybody in: it must not be found in anything that is stored or shown. */
const SECRET = 'a1b2c3d4e5f6a7b8'.repeat(2)

const LINKS: readonly string[] = [
  `/1?ticket=${SECRET}`,
  `/2?SAMLRequest=${SECRET}&amp;RelayState=x`,
  `/3?code=${SECRET}`,
  `/4?sid=${SECRET}`,
  `/5;jsessionid=${SECRET}`,
  `/6.php?PHPSESSID=${SECRET}`,
  `/(S(${SECRET.slice(0, 24)}))/7.aspx`,
  `/8?access_token=${SECRET}`,
  `/9?service=http%3A%2F%2F${HOST}%2F%3Fticket%3D${SECRET}`,
  `http://user:${SECRET}@${HOST}/10`,
  `htp://user:${SECRET}@${HOST}/11`,
  `http:///?ticket=${SECRET}`,
  `http://http://${HOST}/?ticket=${SECRET}`,
  `/12#access_token=${SECRET}`,
  `/gone/13?ticket=${SECRET}`,
  `/busy/14?token=${SECRET}`,
  `/sso/15`,
  `/error/16?password=${SECRET}`,
]

/** A column as departments keep them: a list of dated entries, which an audit follows. */
const COLUMN = `<!DOCTYPE html><meta charset="utf-8"><title>政务公开</title><ul class="list">${LINKS.map(
  (one, at) =>
    `<li><a href="${one}">关于公布第${at + 1}批行政许可事项的通知</a><span>2026-11-${String(25 - at).padStart(2, '0')}</span></li>`,
).join('\n')}</ul>`

let front: LoopbackServer
let space: Workspace

beforeAll(async () => {
  front = await startServer((request, response) => {
    const path = request.url ?? '/'
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.setHeader('set-cookie', `JSESSIONID=${SECRET}; Path=/`)
    response.setHeader('x-auth-token', SECRET)
    if (path.startsWith('/sso/'))
      response.writeHead(302, { location: `/login;jsessionid=${SECRET}?ticket=${SECRET}` }).end()
    else if (path.startsWith('/gone/')) response.writeHead(404).end('none')
    else if (path.startsWith('/busy/')) response.writeHead(500).end('none')
    else if (path.startsWith('/error/')) response.end('<title>页面不存在</title><h1>您访问的页面不存在</h1>')
    else if (path === '/robots.txt' || path.includes('portal-audit-')) response.writeHead(404).end('none')
    else if (path === '/column/') response.end(COLUMN)
    else if (path === '/')
      response.end(
        ordinary(
          LINKS.map(
            (one, at) =>
              `<li><a href="${one}">关于第${at}项工作的通知</a><span>2026-11-2${at % 6}</span></li>`,
          ).join('\n'),
        ),
      )
    else response.end(ordinary('', path.slice(0, 3)))
  })
  space = await workspace()
  await space.write(
    'audit.yaml',
    `store: store.db
fetch:
  perHost: { connections: 8, gapMilliseconds: 0 }
  retries: { attempts: 2, delayMilliseconds: 1 }
  resolve: ['${HOST}=127.0.0.1:${front.port}']
`,
  )
  const registry = registryTemplate()
  const [heading = ''] = (registry['columns.csv'] ?? '').split('\n')
  const columns = `${heading.trim()}\nqingxi-1,qingxi,1.1,栏目,submitted,,http://${HOST}/column/\n`
  for (const [name, text] of Object.entries(registry))
    await space.write(`registry/${name}`, name === 'columns.csv' ? columns : text)
})
afterAll(async () => {
  await front.close()
  await space.remove()
})

/** The files, of a folder and all below it, in which the secret stands. */
async function giveaways(): Promise<readonly string[]> {
  const names = await readdir(space.directory, { recursive: true, withFileTypes: true })
  const files = names.filter((one) => one.isFile()).map((one) => `${one.parentPath}/${one.name}`)
  const texts = await Promise.all(files.map(async (file) => [file, await readFile(file, 'latin1')] as const))
  return texts.flatMap(([file, text]) => {
    const found = [...text.matchAll(new RegExp(`.{0,100}${SECRET.slice(0, 24)}`, 'g'))]
    if (found.length > 0) return found.slice(0, 30).map(([one]) => `${file.slice(-12)} ${one}`)
    const at = text.indexOf(SECRET.slice(0, 24))
    return at < 0
      ? []
      : [`${file.slice(space.directory.length + 1)}: …${text.slice(Math.max(0, at - 100), at)}`]
  })
}

const CONFIG = (): readonly string[] => ['-c', space.path('audit.yaml')]

describe('what lets anybody in is neither stored nor shown', () => {
  it('by a crawl', async () => {
    const formats = [
      '--format',
      'text,json,csv,junit,sarif',
      '--out',
      space.path('crawl'),
      '--all',
      '--fragments',
    ]
    const ended = await portalAudit('crawl', `http://${HOST}/`, ...CONFIG(), ...formats)
    expect(front.requests.filter(({ path }) => path.includes(SECRET.slice(0, 24))).length).toBeGreaterThan(8)
    expect(ended.out + ended.err).not.toContain(SECRET.slice(0, 24))
    expect(await giveaways()).toEqual([])
  })

  it('by an audit', async () => {
    const before = front.requests.length
    const scope = ['--unit', 'qingxi', '--item', '1.1', '--as-of', '2026-11-26']
    const formats = ['--format', 'html,json,csv', '--out', space.path('reports')]
    const ended = await portalAudit('audit', ...CONFIG(), ...scope, ...formats)
    const asked = front.requests.slice(before).filter(({ path }) => path.includes(SECRET.slice(0, 24)))
    expect(asked.length).toBeGreaterThan(8)
    expect(ended.out + ended.err).not.toContain(SECRET.slice(0, 24))
    expect(await giveaways()).toEqual([])
  })

  it.each(['/', '/sso/15', '/gone/13', '/error/16'])('by a check of %s', async (path) => {
    const ended = await portalAudit('check', `http://${HOST}${path}`, ...CONFIG())
    expect(ended.out + ended.err).not.toContain(SECRET.slice(0, 24))
  })
})
