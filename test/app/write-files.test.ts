import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, symlink } from 'node:fs/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type FileToWrite, writeFiles } from '../../src/app/write-files.ts'
import { explainFileFault } from '../../src/app/write-files-fault.ts'
import { InputError } from '../../src/core/errors.ts'
import { type Workspace, workspace } from '../support/workspace.ts'

let space: Workspace

beforeEach(async () => {
  space = await workspace()
})

afterEach(() => space.remove())

const file = (path: string, content: string | Uint8Array = path): FileToWrite => ({ path, content })

/** Every file and folder below the workspace. */
const everything = async (): Promise<readonly string[]> =>
  (await readdir(space.directory, { recursive: true })).sort()

const refusalOf = (action: Promise<unknown>): Promise<unknown> =>
  action.then(
    () => null,
    (fault: unknown) => fault,
  )

describe('writeFiles', () => {
  it('writes text and bytes, makes the folders, and leaves nothing else', async () => {
    await writeFiles(space.path('a/b'), [
      file('index.html', '页面'),
      file('units/01/x.csv', new Uint8Array([239, 187, 191])),
    ])
    expect(await readFile(space.path('a/b/index.html'), 'utf8')).toBe('页面')
    expect([...(await readFile(space.path('a/b/units/01/x.csv')))]).toEqual([239, 187, 191])
    expect(await everything()).toEqual([
      'a',
      'a/b',
      'a/b/index.html',
      'a/b/units',
      'a/b/units/01',
      'a/b/units/01/x.csv',
    ])
  })

  it('replaces files of the same names and leaves others alone', async () => {
    await space.write('out/index.html', 'old')
    await space.write('out/notes.txt', 'mine')
    await writeFiles(space.path('out'), [file('index.html', 'new')])
    expect(await readFile(space.path('out/index.html'), 'utf8')).toBe('new')
    expect(await readFile(space.path('out/notes.txt'), 'utf8')).toBe('mine')
    expect(await everything()).toEqual(['out', 'out/index.html', 'out/notes.txt'])
  })

  it('writes no file at all where there are none, but makes the folder', async () => {
    await writeFiles(space.path('out'), [])
    expect(await everything()).toEqual(['out'])
  })

  it('writes through a folder that is a link', async () => {
    await mkdir(space.path('real'))
    await symlink(space.path('real'), space.path('out'))
    await writeFiles(space.path('out'), [file('index.html')])
    expect(existsSync(space.path('real/index.html'))).toBe(true)
  })
})

describe('writeFiles refuses a path that', () => {
  it.each([
    ['leads upwards', '../escape.html', /之外.*leads out/],
    ['leads upwards on a detour', 'units/../../escape.html', /leads out/],
    ['is the folder above', '..', /leads out/],
    ['is absolute', '/tmp/escape.html', /leads out/],
    ['is empty', '', /not the name/],
    ['is the folder itself', '.', /not the name/],
    ['is a folder', 'units/', /not the name/],
    ['holds NUL', 'a\0.html', /not the name/],
    ['stands twice', './index.html', /stands twice/],
  ])('%s', async (_what, path, says) => {
    const refusal = await refusalOf(writeFiles(space.path('out'), [file('index.html'), file(path)]))
    expect(refusal).toMatchObject({ name: 'InputError', exitCode: 73, message: expect.stringMatching(says) })
    expect((refusal as InputError).problems[0]?.file).toBe(space.path('out'))
    expect(await everything()).toEqual([])
  })

  it('but not one whose name only begins with dots', async () => {
    await writeFiles(space.path('out'), [file('..index.html'), file('units/../top.html')])
    expect(await everything()).toEqual(['out', 'out/..index.html', 'out/top.html'])
  })
})

describe('writeFiles that cannot write', () => {
  it.each([
    { what: 'because the folder is a file', out: 'notes.txt' },
    { what: 'because the folder lies below a file', out: 'notes.txt/out' },
  ])('$what, says so and changes nothing', async ({ out }) => {
    await space.write('notes.txt', 'mine')
    const refusal = await refusalOf(writeFiles(space.path(out), [file('index.html')]))
    expect(refusal).toMatchObject({ name: 'InputError', exitCode: 73 })
    expect(String(refusal)).toContain(space.path(out))
    expect(String(refusal)).toMatch(/同名文件.*move it away/)
    expect(String(refusal)).toContain(`(EEXIST: ${space.path('notes.txt')})`)
    expect(await readFile(space.path('notes.txt'), 'utf8')).toBe('mine')
  })

  it('because the folder is on a system that takes no files, says so', async () => {
    const refusal = await refusalOf(writeFiles('/proc/portal-audit', [file('index.html')]))
    expect(refusal).toMatchObject({
      name: 'InputError',
      exitCode: 73,
      message: expect.stringContaining('/proc/portal-audit'),
    })
  })

  it('because a folder has a file’s name, says which and leaves the old files as they were', async () => {
    await space.write('out/index.html', 'old')
    await mkdir(space.path('out/report.json'))
    const refusal = await refusalOf(
      writeFiles(space.path('out'), [file('index.html', 'new'), file('report.json')]),
    )
    expect(refusal).toMatchObject({
      exitCode: 73,
      message: expect.stringContaining(space.path('out/report.json')),
    })
    expect(await readFile(space.path('out/index.html'), 'utf8')).toBe('old')
    expect(await everything()).toEqual(['out', 'out/index.html', 'out/report.json'])
  })

  it('because a file stands where a folder is needed, puts everything back and removes what it made', async () => {
    await space.write('out/index.html', 'old')
    await space.write('out/units', 'a file')
    const files = [file('index.html', 'new'), file('fresh/a.html'), file('units/b.html')]
    expect(await refusalOf(writeFiles(space.path('out'), files))).toBeInstanceOf(InputError)
    expect(await readFile(space.path('out/index.html'), 'utf8')).toBe('old')
    expect(await everything()).toEqual(['out', 'out/index.html', 'out/units'])
  })

  it('because a rename fails half way, puts back what was renamed before', async () => {
    await space.write('out/index.html', 'old')
    const files = [file('index.html', 'new'), file('fresh.html'), file('both'), file('both/inside.html')]
    expect(await refusalOf(writeFiles(space.path('out'), files))).toMatchObject({ exitCode: 73 })
    expect(await readFile(space.path('out/index.html'), 'utf8')).toBe('old')
    expect(await everything()).toEqual(['out', 'out/index.html'])
  })

  it('because a name is too long, leaves no folder behind', async () => {
    const refusal = await refusalOf(writeFiles(space.path('out'), [file(`${'长'.repeat(100)}.html`)]))
    expect(refusal).toMatchObject({
      exitCode: 73,
      message: expect.stringMatching(/文件名过长.*ENAMETOOLONG/),
    })
    expect(await everything()).toEqual([])
  })
})

describe('a fault of the file system', () => {
  const systemFault = (code: string): Error =>
    Object.assign(new Error('technical words'), { code, syscall: 'open' })

  it.each([
    ['ENOSPC', 'no space is left'],
    ['EDQUOT', 'no space is left'],
    ['EROFS', 'cannot be written'],
    ['EACCES', 'mend the permissions'],
    ['EIO', 'choose another folder'],
  ])('%s is explained', (code, words) => {
    const explained = explainFileFault(systemFault(code), 'reports')
    expect(explained).toMatchObject({ name: 'InputError', exitCode: 73 })
    expect(String(explained)).toContain('reports: ')
    expect(String(explained)).toContain(words)
  })

  it('is not what a fault of ours is taken for', () => {
    const ours = new TypeError('ours')
    expect(explainFileFault(ours, 'reports')).toBe(ours)
  })
})
