import { mkdir } from 'node:fs/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { InputError } from '../../src/core/errors.ts'
import { readRegistry } from '../../src/registry/read-registry.ts'
import { type Workspace, workspace } from '../support/workspace.ts'
import { filesOf, ITEMS, read, UNITS_HEADER } from './files.ts'

let space: Workspace
const FILES = filesOf({ notices: ['n,fgw,outage,2026-01-01,2026-01-02,,,停电'] })

beforeEach(async () => {
  space = await workspace()
})

afterEach(() => space.remove())

async function lay(files: Readonly<Record<string, string | Uint8Array>>): Promise<void> {
  for (const [name, content] of Object.entries(files)) await space.write(name, content)
}

async function problemsIn(directory: string): Promise<readonly (readonly [string, string])[]> {
  const fault = await readRegistry(directory, ITEMS).then(
    () => null,
    (reason: unknown) => reason,
  )
  if (!(fault instanceof InputError)) throw new Error('The registry was read.')
  return fault.problems.map(({ file, message }) => [file, message])
}

const utf16 = (text: string): Uint8Array => new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'))
/** 市发展改革委 in GBK. */
const GBK = Buffer.from([0xca, 0xd0, 0xb7, 0xa2, 0xd5, 0xb9, 0xb8, 0xc4, 0xb8, 0xef, 0xce, 0xaf])

describe('readRegistry', () => {
  it('reads a folder, and gives the texts back from which the same registry is read', async () => {
    await lay({ ...FILES, 'units.csv': `\ufeff${FILES['units.csv']}`, 'notes.txt': 'x' })
    const { registry, files } = await readRegistry(space.directory, ITEMS)
    expect(registry.units.get('fgw')?.name).toBe('市发展改革委')
    expect(files).toEqual(FILES)
    expect(read(files)).toEqual(registry)
  })

  it('does without events, notices and waivers', async () => {
    const { 'units.csv': units, 'columns.csv': columns, 'services.csv': services } = FILES
    const rest = { 'units.csv': units ?? '', 'columns.csv': columns ?? '', 'services.csv': services ?? '' }
    await lay(rest)
    const { registry, files } = await readRegistry(space.directory, ITEMS)
    expect([registry.events, registry.notices, registry.waivers]).toEqual([[], [], []])
    expect(files).toEqual(rest)
  })

  it('hashes every name and text', () => {
    const { 'notices.csv': _, ...rest } = FILES
    const changed = Object.keys(FILES).map((name) => ({ ...FILES, [name]: `${FILES[name]}\n` }))
    const hashes = [FILES, rest, ...changed].map((files) => read(files).hash)
    expect(new Set(hashes).size).toBe(Object.keys(FILES).length + 2)
    expect(hashes.every((hash) => /^[0-9a-f]{64}$/.test(hash))).toBe(true)
    expect(read({ ...FILES }).hash).toBe(hashes[0])
  })

  it.each([
    ['GBK', Buffer.concat([Buffer.from(`${UNITS_HEADER}\nfgw,`), GBK]), 'the file is in GBK, expected UTF-8'],
    ['UTF-16', utf16(UNITS_HEADER), 'the file is in UTF-16, expected UTF-8'],
    ['nothing known', new Uint8Array([0x69, 0xff, 0xff]), 'the file is not in UTF-8'],
  ])('refuses a file in %s, and says how to save it', async (_name, bytes, words) => {
    await lay({ ...FILES, 'units.csv': bytes })
    const problems = await problemsIn(space.directory)
    expect(problems).toEqual([[space.path('units.csv'), expect.stringContaining(words)]])
    expect(problems[0]?.[1]).toContain('CSV UTF-8')
  })

  it('names every file that is missing, and how to start', async () => {
    await lay({ 'columns.csv': 'x' })
    expect(await problemsIn(space.directory)).toEqual([
      [space.path('units.csv'), expect.stringContaining('portal-audit registry template')],
      [space.path('services.csv'), expect.stringContaining('there is no such file')],
    ])
  })

  it('refuses a folder in the place of a file', async () => {
    const { 'columns.csv': _, ...rest } = FILES
    await lay(rest)
    await mkdir(space.path('columns.csv'))
    expect(await problemsIn(space.directory)).toEqual([
      [space.path('columns.csv'), expect.stringContaining('EISDIR')],
    ])
  })

  it.each(['nowhere', 'file'])('refuses what is no folder: %s', async (name) => {
    await space.write('file', 'x')
    expect(await problemsIn(space.path(name))).toEqual([
      [space.path(name), expect.stringContaining('there is no such folder')],
    ])
  })

  it('says where in the folder a bad row stands', async () => {
    await lay({ ...FILES, 'units.csv': `${UNITS_HEADER}\nfgw,,,district,,,,,,` })
    expect(await problemsIn(space.directory)).toEqual([
      [space.path('units.csv'), '“”: 不能为空，请填写 / must not be empty; fill it in.'],
    ])
  })
})
