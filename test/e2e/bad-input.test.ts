import { cp, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type CityWorkspace, cityWorkspace } from '../support/city-workspace.ts'
import { type Ended, portalAudit } from '../support/command-line.ts'

const ROOT = join(import.meta.dirname, '..', '..')
const SCOPE = ['--unit', '市电力公司', '--quiet']

let space: CityWorkspace

beforeAll(async () => {
  space = await cityWorkspace()
})

afterAll(() => space.close())

/** What every refusal owes its reader: words, a place, and no stack trace. */
function expectRefusal(ended: Ended, code: number, ...words: readonly string[]): void {
  expect(ended.err).not.toMatch(/\n\s+at .+:\d+:\d+/)
  for (const word of words) expect(ended.err).toContain(word)
  expect(ended.code).toBe(code)
  expect(ended.out).toBe('')
}

describe('a broken rule pack', () => {
  it.each([
    ['a syntax error', 'version:', 'version: [', 'pack.yaml:'],
    ['an unknown check', 'check: dead-link', 'check: dead-lnk', 'no check dead-lnk'],
    ['an unknown key', 'minimumCoverage: 0.6', 'minimumCoverage: 0.6\n  maximum: 1', 'scoring.maximum'],
    ['bad thresholds', 'overdue: 0.5', 'overdue: 5', 'due ≤ overdue ≤ longOverdue'],
    ['an unknown item', "items: ['1.1']", "items: ['1.9']", '1.9'],
  ])('is refused: %s', async (_what, before, after, words) => {
    const pack = space.path('pack')
    await cp(join(ROOT, 'rules', 'portal-content'), pack, { recursive: true })
    const text = await readFile(join(pack, 'pack.yaml'), 'utf8')
    expect(text).toContain(before)
    await writeFile(join(pack, 'pack.yaml'), text.replace(before, after))
    const ended = await portalAudit('audit', '-c', space.config, '--rules', pack, ...SCOPE)
    expectRefusal(ended, 78, words)
    expect(ended.err).toMatch(/pack\.yaml:\d+:\d+: /)
  })
})

describe('a broken registry', () => {
  it.each([
    ['an unknown unit', 'columns.csv', 'jiangwan-1.1,jiangwan,', 'jiangwan-1.1,jiangwam,', 'jiangwam'],
    ['an unknown item', 'columns.csv', ',jiangwan,1.1,', ',jiangwan,9.9,', '9.9'],
    ['an impossible address', 'columns.csv', 'http://jiangwan.', 'file:///C:/jiangwan.', 'file:///C:/'],
    ['a unit that the policy names is gone', 'units.csv', '市审计局', '市稽核局', '市审计局'],
    ['a missing column', 'services.csv', 'page_address', 'page', 'page_address'],
  ])('is refused: %s', async (_what, file, before, after, words) => {
    const whole = await readFile(space.path(`registry/${file}`), 'utf8')
    expect(whole).toContain(before)
    await space.write(`registry/${file}`, whole.replace(before, after))
    const ended = await portalAudit('audit', '-c', space.config, ...SCOPE)
    await space.write(`registry/${file}`, whole)
    expectRefusal(ended, 78, words, file)
  })
})

describe('what else may be broken', () => {
  it('refuses a database file that is none, and leaves it alone', async () => {
    const store = await space.write('broken.sqlite', 'this is no database, but something that somebody needs')
    const ended = await portalAudit('audit', '-c', space.config, '--store', store, ...SCOPE)
    expectRefusal(ended, 78, 'broken.sqlite')
    expect(await readFile(store, 'utf8')).toContain('somebody needs')
  })

  it('refuses a folder for reports that is a file, and writes nothing', async () => {
    const out = await space.write('taken', 'a file')
    const ended = await portalAudit('audit', '-c', space.config, '--out', out, ...SCOPE)
    expectRefusal(ended, 73, 'taken')
    expect(await readFile(out, 'utf8')).toBe('a file')
  })

  it.each([
    ['a template with a syntax error', 'unit.hbs', '{{name}}', '{{#if name}}', 'unit.hbs'],
    [
      'a template with an unknown path',
      'overview.hbs',
      '{{totals.duties}}',
      '{{totals.dutys}}',
      'overview.hbs',
    ],
    ['a catalogue that is no catalogue', 'catalogue.yaml', 'severity:', 'severities:', 'catalogue.yaml'],
  ])('refuses %s', async (_what, file, before, after, words) => {
    const templates = space.path('templates')
    await cp(join(ROOT, 'reports'), templates, { recursive: true })
    const text = await readFile(join(templates, file), 'utf8')
    expect(text).toContain(before)
    await writeFile(join(templates, file), text.replace(before, after))
    const config = await space.write(
      'with-templates.yaml',
      `${await readFile(space.config, 'utf8')}\ntemplates: templates\n`,
    )
    const ended = await portalAudit('audit', '-c', config, ...SCOPE)
    expectRefusal(ended, 78, words)
  })

  it.each([
    ['an unknown command', ['frobnicate'], 64],
    ['an unknown option', ['audit', '--frobnicate'], 64],
    ['a bad day', ['audit', '--as-of', '2026-02-29'], 64],
    ['a bad resolve rule', ['audit', '--resolve', 'nonsense'], 64],
    ['an unknown unit', ['audit', '--unit', '市民证局'], 64],
    ['no unit at all', ['audit', '--unit', ''], 64],
    ['no item at all', ['audit', '--item', ','], 64],
    ['an unknown run', ['judge', '--run', 'nonsense'], 64],
    ['an unknown fingerprint', ['explain', 'ffffffffffffffff'], 64],
    ['an address that is none', ['check', 'ftp://a.example/'], 64],
    ['a missing configuration', ['audit', '-c', '/nowhere/audit.yaml'], 78],
  ])('refuses %s', async (_what, args, code) => {
    const withConfig = args.includes('-c') || args[0] === 'frobnicate' ? args : [...args, '-c', space.config]
    expectRefusal(await portalAudit(...withConfig), code)
  })
})

describe('exit codes', () => {
  it('0 when nothing is as bad as --fail-on', async () => {
    expect((await portalAudit('audit', '-c', space.config, ...SCOPE, '--fail-on', 'veto')).code).toBe(0)
  })

  it('2 when something is', async () => {
    expect((await portalAudit('audit', '-c', space.config, ...SCOPE, '--fail-on', 'serious')).code).toBe(2)
  })

  it('75 when our own network fails, whatever else was found', async () => {
    const config = await space.write(
      'canary.yaml',
      `${await readFile(space.config, 'utf8')}\ncanaries: [http://canary.gone.example/]\n`,
    )
    const ended = await portalAudit('audit', '-c', config, ...SCOPE)
    expect(ended.code).toBe(75)
  })
})
