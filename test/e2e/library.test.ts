import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { workspace } from '../support/workspace.ts'

const ROOT = join(import.meta.dirname, '../..')
const MAIN = join(ROOT, 'dist/src/cli/main.js')
const run = promisify(execFile)

const READER = `
import { parseDay, readPage, toAddress } from 'portal-audit/facts'
const page = readPage({
  bytes: new TextEncoder().encode('<title>通知</title><p>发布时间：2026-11-02</p>'),
  contentType: 'text/html; charset=utf-8',
  address: toAddress('http://a.example/1.html'),
  observedOn: parseDay('2026-11-16'),
})
console.log(page.title, page.charset.name, page.published?.date)`

it('the built package gives readPage to those who import it by name, with its types', async () => {
  const { stdout } = await run(process.execPath, ['--input-type=module', '-e', READER], { cwd: ROOT })
  expect(stdout.trim()).toBe('通知 utf-8 2026-11-02')
  const { exports } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8')) as {
    exports: { './facts': { types: string } }
  }
  expect(await readFile(join(ROOT, exports['./facts'].types), 'utf8')).toContain('readPage')
})

it('the built command reads its manifest from the standard input', async () => {
  const folder = await workspace()
  await folder.write('a.html', '<p>网站正在维护中</p>')
  const process_ = run(process.execPath, [MAIN, 'facts', '--manifest', '-'], { cwd: folder.directory })
  process_.child.stdin?.end('\ufeff{"file":"a.html","status":503}\r\n')
  const { stdout } = await process_
  expect(JSON.parse(stdout)).toMatchObject({ file: 'a.html', status: 503, kind: 'maintenance' })
  await folder.remove()
})
