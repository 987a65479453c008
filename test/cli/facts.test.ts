import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FactsLine, FaultLine } from '../../src/app/facts-shape.ts'
import { portalAudit } from '../support/command-line.ts'
import { type Workspace, workspace } from '../support/workspace.ts'

const SCHEMA = join(import.meta.dirname, '../../rules/schema/facts.schema.json')

const LIST = `<html><head><meta charset="utf-8"><title>通知公告 - 市民政局</title></head><body>
<ul class="list"><li><a href="/a/3.html">关于做好社会救助工作的通知</a><span>2026-11-05</span></li>
<li><a href="a/2.html">关于公布社会组织名录的公告</a><span>2026-10-08</span></li>
<li><a href="http://other.example/1.html">关于印发年度工作要点的通知</a><span>2026-09-01</span></li></ul>
<a href="/files/form.doc">申请表下载</a> <a href="http:///">坏链接的例子</a>
<form action="/search"><input name="q"><input type="submit" value="搜索"></form>
<div class="box"><input name="user"><input type="password" name="pwd"><button>登录</button></div>
<form action="/contact"><textarea name="message"></textarea><button>提交留言</button></form></body></html>`
const MISSING =
  '<title>404 Not Found</title><center><h1>404 Not Found</h1></center><hr><center>nginx</center>'

let folder: Workspace

beforeAll(async () => {
  folder = await workspace()
  await folder.write('pages/list.html', LIST)
  await folder.write('pages/missing.html', MISSING)
  await folder.write('pages/empty.html', '')
  await folder.write(
    'pages/binary.bin',
    Uint8Array.from({ length: 5000 }, (_, at) => (at * 7919) % 256),
  )
  await folder.write('pages/huge.html', Buffer.alloc(33 * 1024 * 1024, '<p>政府信息公开。</p>'))
  await folder.write('pages/gbk.html', Uint8Array.of(0x3c, 0x70, 0x3e, 0xb9, 0xab, 0xb8, 0xe6))
})

afterAll(() => folder.remove())

/** Runs the command over a manifest of these lines. */
async function factsOf(...lines: readonly (object | string)[]) {
  const text = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n')
  const ended = await portalAudit('facts', '--manifest', await folder.write('manifest.jsonl', text))
  const printed = ended.out.split('\n').filter((line) => line !== '')
  return { ...ended, lines: printed.map((line) => JSON.parse(line) as FactsLine & FaultLine) }
}

describe('facts', () => {
  it('prints one line a page, in the order of the manifest, valid by the committed schema', async () => {
    const { code, lines, err } = await factsOf(
      {
        file: 'pages/list.html',
        url: 'http://mzj.example/tzgg/index.html',
        status: 200,
        headers: { 'Content-TYPE': 'text/html; charset=gbk' },
        observedAt: '2026-11-16T08:00:00+08:00',
        charset: 'utf-8',
        further: [1],
      },
      '',
      { file: 'pages/missing.html', url: null, status: null, headers: null, observedAt: null },
      { file: 'pages/empty.html' },
      { file: 'pages/binary.bin', observedAt: '2026-11-16 08:00:00' },
      { file: 'pages/huge.html', observedAt: 1794787200 },
      { file: 'pages/gbk.html', headers: { 'content-type': ['text/html; charset=GB2312'] } },
      { file: 'pages/nowhere.html' },
    )
    expect(lines.map((line) => line.file)).toEqual([
      ...['pages/list.html', 'pages/missing.html', 'pages/empty.html', 'pages/binary.bin'],
      ...['pages/huge.html', 'pages/gbk.html', 'pages/nowhere.html'],
    ])
    const validate = new Ajv2020({ strict: false }).compile(
      JSON.parse(readFileSync(SCHEMA, 'utf8')) as object,
    )
    for (const line of lines) expect(validate(line), JSON.stringify(validate.errors)).toBe(true)

    const [list, missing, empty, , huge, gbk, nowhere] = lines
    expect(list).toMatchObject({
      version: 1,
      url: 'http://mzj.example/tzgg/index.html',
      observedAt: '2026-11-16T00:00:00.000Z',
      charset: { name: 'utf-8', decidedBy: 'utf-8-valid' },
      title: '通知公告 - 市民政局',
      language: 'zh',
      kind: 'list',
      list: 'entries',
      newest: '2026-11-05',
    })
    expect(list?.entries).toEqual([
      { title: '关于做好社会救助工作的通知', address: 'http://mzj.example/a/3.html', date: '2026-11-05' },
      {
        title: '关于公布社会组织名录的公告',
        address: 'http://mzj.example/tzgg/a/2.html',
        date: '2026-10-08',
      },
      { title: '关于印发年度工作要点的通知', address: 'http://other.example/1.html', date: '2026-09-01' },
    ])
    expect(list?.forms.map(({ action, loose }) => [action, loose])).toEqual([
      ['/search', false],
      ['/contact', false],
      ['', true],
    ])
    expect(list?.forms.map(({ type }) => type)).toEqual(['search', 'contact', 'login'])
    expect(list?.links).toMatchObject({
      internal: [{ address: 'http://mzj.example/a/3.html' }, { address: 'http://mzj.example/tzgg/a/2.html' }],
      external: [{ address: 'http://other.example/1.html' }],
      download: [{ address: 'http://mzj.example/files/form.doc', text: '申请表下载' }],
      malformed: [{ href: 'http:///' }],
    })
    expect(missing).toMatchObject({ kind: 'not-found', url: null, status: null, published: null })
    expect(missing?.signs[0]?.quote).toContain('404')
    expect(empty).toMatchObject({ kind: 'empty', bytes: 0, truncated: false, entries: [], newest: null })
    expect(huge).toMatchObject({ truncated: true, bytes: 32 * 1024 * 1024 })
    expect(gbk?.charset).toEqual({ name: 'gb18030', decidedBy: 'http' })
    expect(nowhere).toMatchObject({ version: 1, line: 8, file: 'pages/nowhere.html' })
    expect(code).toBe(78)
    expect(err).toMatch(/manifest\.jsonl:8: pages\/nowhere\.html .*ENOENT/)
  }, 60_000)

  it.each<[string, string | object, RegExp]>([
    ['no JSON', '{"file":', /:2: .*not JSON/],
    ['no object', '[1]', /:2: .*expected/],
    ['no file', { url: 'http://a.example/' }, /:2: file: /],
    ['a status that is none', { file: 'pages/empty.html', status: 'gone' }, /:2: status: /],
    [
      'a time that is none',
      { file: 'pages/empty.html', observedAt: 'yesterday' },
      /:2: observedAt: .*ISO 8601/,
    ],
    [
      'a day that no calendar has',
      { file: 'pages/empty.html', observedAt: '2026-02-30T08:00:00Z' },
      /:2: observedAt: .*ISO 8601/,
    ],
    ['a folder', { file: 'pages' }, /:2: pages .*EISDIR/],
  ])('goes on behind a line with %s, and ends with 78', async (_what, line, words) => {
    const { code, lines, err } = await factsOf({ file: 'pages/empty.html' }, line, {
      file: 'pages/missing.html',
    })
    expect(lines.map((one) => one.kind ?? one.line)).toEqual(['empty', 2, 'not-found'])
    expect(err).toMatch(words)
    expect(err).not.toMatch(/\n\s+at /)
    expect(code).toBe(78)
  })

  it.each([
    ['there is no manifest', 'nowhere.jsonl', 'ENOENT'],
    ['the manifest is a folder', 'pages', 'EISDIR'],
  ])('says so when %s', async (_what, name, reason) => {
    const ended = await portalAudit('facts', '--manifest', folder.path(name))
    expect(ended).toMatchObject({ code: 64, out: '' })
    expect(ended.err).toContain(`${folder.path(name)}: `)
    expect(ended.err).toContain(reason)
  })

  it('asks for a manifest', async () => {
    expect((await portalAudit('facts')).code).toBe(64)
  })

  it('prints nothing for nothing', async () => {
    expect(await factsOf()).toMatchObject({ code: 0, out: '', err: '' })
  })
})
