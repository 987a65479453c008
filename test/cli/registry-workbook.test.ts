import { readFile } from 'node:fs/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { registryTemplate } from '../../src/registry/template.ts'
import { excelBook, textRow } from '../registry/workbook/excel-book.ts'
import { portalAudit } from '../support/command-line.ts'
import { type LoopbackServer, startServer } from '../support/server.ts'
import { type Workspace, workspace } from '../support/workspace.ts'

let space: Workspace
let server: LoopbackServer
let config: string

const TEMPLATE = registryTemplate()
const HOST = 'http://qingxi.yunchuan.gov.example'
const registryFiles = async (): Promise<Readonly<Record<string, string>>> =>
  Object.fromEntries(
    await Promise.all(
      Object.keys(TEMPLATE).map(async (name) => [
        name,
        await readFile(space.path(`registry/${name}`), 'utf8'),
      ]),
    ),
  )

beforeEach(async () => {
  space = await workspace()
  server = await startServer((request, response) => {
    response.statusCode = request.url?.startsWith('/gone') ? 404 : request.url === '/busy/' ? 503 : 200
    response.end('<html><head><title>t</title></head><body>ok</body></html>')
  })
  config = await space.write(
    'audit.yaml',
    `city: 云川市
registry: registry
store: store.sqlite
fetch:
  perHost: { connections: 4, gapMilliseconds: 0 }
  retries: { attempts: 1, delayMilliseconds: 1 }
  resolve:
    - '*.yunchuan.gov.example=127.0.0.1:${server.port}'
`,
  )
  for (const [name, text] of Object.entries(TEMPLATE)) await space.write(`registry/${name}`, text)
})

afterEach(async () => {
  await server.close()
  await space.remove()
})

const importing = (bytes: Uint8Array, ...more: readonly string[]) =>
  space
    .write('清单.xlsx', bytes)
    .then((file) => portalAudit('registry', 'import', file, '-c', config, '--lang', 'en', ...more))

/** A unit's list with a new address for each of its two columns. */
const list = (news: string, forum: string): Uint8Array =>
  excelBook({
    sheets: {
      栏目: {
        rows:
          textRow(1, '编号', '单位', '单位网址', '新单位网址') +
          textRow(2, 'qingxi-1.1', '清溪区', `${HOST}/news/`, news) +
          textRow(3, 'qingxi-5.4', '清溪区', `${HOST}/hudong/`, forum),
      },
    },
  })

describe('registry template, export and import', () => {
  it('go round: template to workbook, to CSV files, byte for byte', async () => {
    const book = space.path('登记.xlsx')
    expect(await portalAudit('registry', 'template', book)).toMatchObject({ code: 0, out: `${book}\n` })
    const bare = await space.write('bare.yaml', 'city: 云川市\nregistry: empty\n')
    const ended = await portalAudit('registry', 'import', book, '-c', bare, '--no-check')
    expect(ended).toMatchObject({ code: 0, err: '' })
    for (const [name, text] of Object.entries(TEMPLATE)) {
      expect(await readFile(space.path(`empty/${name}`), 'utf8'), name).toBe(text)
    }
  })

  it('a whole workbook that comes back as it went changes nothing, and asks nothing', async () => {
    const book = space.path('登记.xlsx')
    await portalAudit('registry', 'export', space.path('clean'), '-c', config)
    await portalAudit('registry', 'export', book, '-c', config)
    const ended = await portalAudit('registry', 'import', book, '-c', config, '--lang', 'en')
    expect(ended.code).toBe(0)
    expect(server.requests).toEqual([])
  })

  it('a workbook that comes back as it went changes nothing, however the CSV files spell it', async () => {
    const columns = TEMPLATE['columns.csv'] ?? ''
    const spelt = columns
      .replace('qingxi-1.1,清溪区,', 'qingxi-1.1,云川市清溪区,')
      .replace(HOST, HOST.toUpperCase())
    expect(spelt).not.toBe(columns.replace(HOST, HOST.toUpperCase()))
    await space.write('registry/columns.csv', spelt)
    const book = space.path('登记.xlsx')
    await portalAudit('registry', 'export', book, '-c', config)
    const ended = await portalAudit('registry', 'import', book, '-c', config, '--lang', 'en')
    expect(ended).toEqual({ code: 0, out: '0 changes, 0 addresses not imported\n', err: '' })
    expect(server.requests).toEqual([])
    expect((await registryFiles())['columns.csv']).toBe(spelt)
  })

  it('a unit’s list has its rows only, and columns for new addresses', async () => {
    const book = space.path('清溪区.xlsx')
    const ended = await portalAudit('registry', 'export', book, '--unit', '清溪区', '-c', config)
    expect(ended.code).toBe(0)
    const again = await portalAudit('registry', 'import', book, '--unit', 'qingxi', '-c', config, '--json')
    expect(again.code).toBe(0)
    expect(JSON.parse(again.out)).toMatchObject({ schema: 'portal-audit/registry-import', version: 1 })
  })

  it('new addresses are asked at once, and nothing else in the files changes', async () => {
    const ended = await importing(list(`${HOST}/xinwen/`, ''))
    expect(ended).toMatchObject({ code: 0, err: '' })
    expect(ended.out).toContain(`清单.xlsx 栏目!D2  qingxi-1.1 unit_address: ${HOST}/news/ → ${HOST}/xinwen/`)
    expect(server.requests.map((one) => one.path)).toEqual(['/xinwen/'])
    const files = await registryFiles()
    expect(files).toEqual({
      ...TEMPLATE,
      'columns.csv': TEMPLATE['columns.csv']?.replace(`${HOST}/news/`, `${HOST}/xinwen/`),
    })
  })

  it('a dead new address is told and left out, the rest is imported', async () => {
    const ended = await importing(list(`${HOST}/gone/`, `${HOST}/luntan/`))
    expect(ended.code).toBe(2)
    expect(ended.out).toContain(`清单.xlsx 栏目!D2  qingxi-1.1 ${HOST}/gone/: dead (404)`)
    const columns = (await registryFiles())['columns.csv']
    expect(columns).toContain(`${HOST}/news/`)
    expect(columns).toContain(`${HOST}/luntan/`)
    expect(columns).not.toContain('gone')
  })

  it.each([
    ['--force', 2, true],
    ['--no-check', 0, false],
  ])('%s imports a dead address too', async (flag, code, asks) => {
    const ended = await importing(list(`${HOST}/gone/`, ''), flag)
    expect(ended.code).toBe(code)
    expect(server.requests.length > 0).toBe(asks)
    expect((await registryFiles())['columns.csv']).toContain(`${HOST}/gone/`)
  })

  it('an address of which nobody can tell is imported and told', async () => {
    const ended = await importing(list(`${HOST}/busy/`, ''))
    expect(ended.code).toBe(0)
    expect(ended.out).toContain('suspected (503)')
    expect((await registryFiles())['columns.csv']).toContain('/busy/')
  })

  it.each<[string, Uint8Array, readonly string[], string]>([
    ['an address that is none', list('http:/x', ''), [], '清单.xlsx 栏目!D2'],
    ['a row of another unit', list('', ''), ['--unit', '市公安局'], '清单.xlsx 栏目!B2'],
    ['no workbook', new Uint8Array([1, 2, 3]), [], 'not an Excel workbook'],
    [
      'a new row that is not whole',
      excelBook({
        sheets: { 栏目: { rows: textRow(1, '编号', '单位', '责任事项') + textRow(2, 'x', '清溪区', '9.9') } },
      }),
      [],
      '清单.xlsx 栏目!C2',
    ],
  ])('%s ends with 78, names the cell, and changes nothing', async (_what, bytes, more, place) => {
    const ended = await importing(bytes, ...more)
    expect(ended.code).toBe(78)
    expect(ended.err).toContain(place)
    expect(ended.err).not.toMatch(/\n\s+at .+:\d+:\d+/)
    expect(await registryFiles()).toEqual(TEMPLATE)
    expect(server.requests).toEqual([])
  })

  it.each([
    ['a workbook that is not there', ['import', 'nowhere.xlsx'], 64],
    ['a unit that is not there', ['export', 'x.xlsx', '--unit', '市没有局'], 64],
    ['a unit’s list as CSV', ['export', 'folder', '--unit', '清溪区'], 64],
    ['a folder with the name of a CSV file', ['export', 'x.csv'], 64],
    ['a workbook of an old kind', ['template', 'x.XLS'], 64],
  ])('%s is refused', async (_what, args, code) => {
    const more = args[0] === 'template' ? [] : ['-c', config]
    const ended = await portalAudit('registry', ...args, ...more)
    expect(ended.code).toBe(code)
    expect(ended.err).not.toBe('')
  })

  it('rows that a workbook does not have go when they shall', async () => {
    const rows = textRow(1, '编号') + textRow(2, 'qingxi-1.1')
    const ended = await importing(excelBook({ sheets: { 栏目: { rows } } }), '--delete-missing')
    expect(ended).toMatchObject({ code: 0, out: expect.stringContaining('- qingxi-5.4') })
    expect((await registryFiles())['columns.csv']).not.toContain('qingxi-5.4')
  })
})
