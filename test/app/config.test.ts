import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Config, type ConfigSources, loadConfig } from '../../src/app/config.ts'
import { SETTINGS } from '../../src/app/config-settings.ts'
import { DEFAULT_VALUES } from '../../src/app/config-shape.ts'
import { configTemplate } from '../../src/app/config-template.ts'
import { packageRoot } from '../../src/app/package-root.ts'
import { formatProblem, type InputError } from '../../src/core/errors.ts'
import { type Workspace, workspace } from '../support/workspace.ts'

let space: Workspace

beforeEach(async () => {
  space = await workspace()
})

afterEach(() => space.remove())

const load = (sources: Partial<ConfigSources> = {}): Config =>
  loadConfig({ environment: {}, flags: {}, directory: space.directory, ...sources })

/** What loading says, each problem on a line, files without their folder; and the exit code. */
function refusalOf(sources: Partial<ConfigSources>): {
  readonly says: readonly string[]
  readonly exitCode: number
} {
  try {
    load(sources)
  } catch (fault) {
    const { problems, exitCode } = fault as InputError
    return { says: problems.map((one) => formatProblem(one).replace(`${space.directory}/`, '')), exitCode }
  }
  return { says: [], exitCode: 0 }
}

const withFile = async (text: string, rest: Partial<ConfigSources> = {}): Promise<Config> =>
  load({ file: await space.write('city/audit.yaml', text), ...rest })

describe('a configuration that says nothing', () => {
  it.each([
    ['no file', null],
    ['an empty file', ''],
    ['a file of comments', '# nothing\n'],
  ])('with %s has the defaults', async (_what, text) => {
    const config = text === null ? load() : await withFile(text)
    const folder = text === null ? space.directory : space.path('city')
    expect(config).toEqual({
      ...DEFAULT_VALUES,
      file: text === null ? null : space.path('city/audit.yaml'),
      pack: join(packageRoot(), 'rules/portal-content'),
      registry: join(folder, 'registry'),
      store: join(folder, 'portal-audit.sqlite'),
      out: join(folder, 'reports-out'),
    })
    expect(config).toMatchObject({
      city: '本市',
      asOf: null,
      lang: 'zh',
      failOn: 'serious',
      formats: ['html', 'json', 'csv'],
    })
    expect(config.fetch).toMatchObject({
      concurrency: 16,
      perHost: { connections: 2, gapMilliseconds: 500 },
      allow: [],
      allowPrivate: false,
    })
  })
})

describe('audit.yaml', () => {
  it('sets everything', async () => {
    const config = await withFile(`city: 云川市
pack: ../rules
registry: /srv/registry
store: data/a.sqlite
out: .
asOf: 2026-01-15
lang: en
failOn: veto
formats: [sarif]
canaries: ['HTTP://WWW.Gov.Example:80/']
fetch:
  contact: webmaster@gov.example
  perHost: { gapMilliseconds: 0 }
  timeouts: { totalMilliseconds: 5000 }
  resolve: ['*.gov.example=127.0.0.1:8080']
  robots: ignore
  allow: [10.1.0.0/16, oa.example.gov.cn]
  allowPrivate: true
unreliable: { maximumFailedShare: 1 }
`)
    expect(config).toMatchObject({
      city: '云川市',
      pack: space.path('rules'),
      registry: '/srv/registry',
      store: space.path('city/data/a.sqlite'),
      out: space.path('city'),
      asOf: '2026-01-15',
      lang: 'en',
      failOn: 'veto',
      formats: ['sarif'],
      canaries: ['http://www.gov.example/'],
      fetch: {
        contact: 'webmaster@gov.example',
        concurrency: 16,
        perHost: { connections: 2, gapMilliseconds: 0 },
        timeouts: { totalMilliseconds: 5000, connectMilliseconds: 10_000 },
        resolve: ['*.gov.example=127.0.0.1:8080'],
        robots: 'ignore',
        allow: ['10.1.0.0/16', 'oa.example.gov.cn'],
        allowPrivate: true,
      },
      unreliable: { maximumFailedShare: 1, maximumFailedJump: 0.2 },
    })
  })

  it('is found in the folder, or where PORTAL_AUDIT_CONFIG says, or where the flag says', async () => {
    await space.write('audit.yaml', 'city: 一')
    const environment = { PORTAL_AUDIT_CONFIG: await space.write('b/audit.yaml', 'city: 二') }
    const file = await space.write('c/audit.yaml', 'city: 三')
    expect(load().city).toBe('一')
    expect(load({ environment }).city).toBe('二')
    expect(load({ environment, file }).city).toBe('三')
  })

  it.each([
    ['an unknown key', 'city: 一\nstroe: x\n', 'audit.yaml:2:', 'stroe: ', 'did you mean store?'],
    [
      'an unknown key in a group',
      'fetch:\n  timeout: 5\n',
      'audit.yaml:2:',
      'fetch.timeout: ',
      'did you mean fetch.timeouts?',
    ],
    [
      'a key of another group',
      'concurrency: 5\n',
      'audit.yaml:1:',
      'concurrency: ',
      'did you mean fetch.concurrency?',
    ],
    ['a key in another spelling', 'fail-on: veto\n', 'audit.yaml:1:', 'fail-on: ', 'did you mean failOn?'],
    ['a key that is near to none', 'wombat: 5\n', 'audit.yaml:1:', 'wombat: ', 'remove it'],
    [
      'text for a number',
      'fetch:\n  perHost:\n    connections: many\n',
      'audit.yaml:3:18:',
      'fetch.perHost.connections: ',
      'expected number',
    ],
    [
      'a number out of range',
      'fetch: { concurrency: 0 }\n',
      'audit.yaml:1:23:',
      'fetch.concurrency: ',
      '>=1',
    ],
    ['a list for text', 'city: [一]\n', 'audit.yaml:1:7:', 'city: ', '期望文本，实际接收列表 / '],
    ['text for a group', 'fetch: fast\n', 'audit.yaml:1:8:', 'fetch: ', 'expected object'],
    ['no name at all', `store: ''\n`, 'audit.yaml:1:8:', 'store: ', '>=1'],
    ['a day that is none', 'asOf: 2026-02-30\n', 'audit.yaml:1:7:', 'asOf: ', 'YYYY-MM-DD'],
    ['an unknown severity', 'failOn: bad\n', 'audit.yaml:1:9:', 'failOn: ', '"serious"'],
    ['an unknown format', 'formats: [html, doc]\n', 'audit.yaml:1:17:', 'formats[1]: ', '"html"'],
    ['no format', 'formats: []\n', 'audit.yaml:1:10:', 'formats: ', '>=1'],
    [
      'a canary that is no address',
      'canaries:\n  - www.gov.example\n',
      'audit.yaml:2:5:',
      'canaries[0]: ',
      'expected http://',
    ],
    [
      'a bad resolve rule',
      'fetch:\n  resolve: [a.example]\n',
      'audit.yaml:2:13:',
      'fetch.resolve[0]: ',
      'HOST=ADDR:PORT',
    ],
    [
      'a network that is none',
      'fetch:\n  allow: [10.1.0.0/16, 10.2.*]\n',
      'audit.yaml:2:24:',
      'fetch.allow[1]: ',
      '10.1.0.0/16',
    ],
    [
      'a contact that no header can carry',
      'fetch: { contact: 王主任 }\n',
      'audit.yaml:1:19:',
      'fetch.contact: ',
      'plain ASCII',
    ],
    [
      'a share above one',
      'unreliable: { maximumFailedShare: 30 }\n',
      'audit.yaml:1:35:',
      'unreliable.maximumFailedShare: ',
      '<=1',
    ],
    ['broken YAML', 'city: [一\n', 'audit.yaml:', 'YAML', 'not valid YAML'],
    ['a list', '- city\n', 'audit.yaml:1:1:', '', 'expected object'],
    ['a key twice', 'city: 一\ncity: 二\n', 'audit.yaml:2:1:', 'YAML', 'unique'],
  ])('with %s is refused with its place', async (_what, text, place, path, words) => {
    const { says, exitCode } = refusalOf({ file: await space.write('audit.yaml', text) })
    expect(exitCode).toBe(78)
    expect(says).toHaveLength(1)
    expect(says[0]).toContain(place)
    expect(says[0]).toContain(path)
    expect(says[0]).toContain(words)
    expect(says[0]).toMatch(/\p{Script=Han}/u)
  })

  it('with several mistakes is refused with all of them', async () => {
    const file = await space.write('audit.yaml', 'failOn: bad\nx: 1\nfetch: { robots: no, zz: 2 }\n')
    expect(refusalOf({ file }).says).toHaveLength(4)
  })

  it.each([
    ['is not there', async () => space.path('nowhere.yaml'), 'portal-audit init'],
    ['is a folder', async () => dirname(await space.write('folder/x', '')), 'EISDIR'],
    ['is not UTF-8', () => space.write('gbk.yaml', new Uint8Array([0xb1, 0xbe, 0xca, 0xd0])), 'UTF-8'],
  ])('that %s is refused', async (_what, make, words) => {
    const { says, exitCode } = refusalOf({ file: await make() })
    expect(exitCode).toBe(78)
    expect(says.join()).toContain(words)
  })
})

describe('the environment', () => {
  it('overrides the file; its paths start from the working folder', async () => {
    const config = await withFile(
      'city: 一\nstore: a.sqlite\nout: r\nfetch: { perHost: { connections: 3 } }\n',
      {
        environment: {
          PORTAL_AUDIT_STORE: 'b.sqlite',
          PORTAL_AUDIT_FORMATS: 'json, csv',
          PORTAL_AUDIT_FETCH_PER_HOST_GAP_MILLISECONDS: '25',
          PORTAL_AUDIT_FETCH_ALLOW_PRIVATE: 'true',
          PORTAL_AUDIT_UNRELIABLE_MAXIMUM_FAILED_SHARE: '0.5',
          PORTAL_AUDIT_CITY: '',
          PATH: '/bin',
        },
      },
    )
    expect(config).toMatchObject({
      city: '一',
      store: space.path('b.sqlite'),
      out: space.path('city/r'),
      formats: ['json', 'csv'],
      fetch: { perHost: { connections: 3, gapMilliseconds: 25 }, allowPrivate: true },
      unreliable: { maximumFailedShare: 0.5 },
    })
  })

  it.each([
    ['PORTAL_AUDIT_FETCH_CONCURRENCY', 'many', 'expected number'],
    ['PORTAL_AUDIT_FETCH_ALLOW_PRIVATE', 'perhaps', 'expected boolean'],
    ['PORTAL_AUDIT_FORMATS', 'html,doc', '"html"'],
    ['PORTAL_AUDIT_AS_OF', 'today', 'YYYY-MM-DD'],
    ['PORTAL_AUDIT_FETCH_CONCURENCY', '5', 'did you mean PORTAL_AUDIT_FETCH_CONCURRENCY?'],
    ['PORTAL_AUDIT_WOMBAT_POLICY', '5', 'unset it'],
  ])('%s=%s is refused by name', (name, value, words) => {
    const { says, exitCode } = refusalOf({ environment: { [name]: value } })
    expect(exitCode).toBe(78)
    expect(says).toHaveLength(1)
    expect(says[0]).toMatch(new RegExp(`^${name}: `))
    expect(says[0]).toContain(words)
  })

  it('has a variable for every setting', () => {
    expect(new Set(SETTINGS.map((setting) => setting.variable)).size).toBe(SETTINGS.length)
    expect(SETTINGS.map((setting) => setting.variable)).toContain(
      'PORTAL_AUDIT_FETCH_TIMEOUTS_TOTAL_MILLISECONDS',
    )
  })
})

describe('flags', () => {
  it('override file and environment; resolve rules come before those of the file', async () => {
    const config = await withFile(
      `lang: zh\nstore: a.sqlite\nfetch: { resolve: ['a.example=127.0.0.1:1'] }\n`,
      {
        environment: { PORTAL_AUDIT_STORE: 'b.sqlite', PORTAL_AUDIT_FAIL_ON: 'minor' },
        flags: {
          store: 'c.sqlite',
          lang: 'en',
          asOf: '2026-01-15',
          failOn: 'critical',
          pack: 'rules',
          resolve: ['a.example=127.0.0.1:2'],
        },
      },
    )
    expect(config).toMatchObject({
      store: space.path('c.sqlite'),
      pack: space.path('rules'),
      lang: 'en',
      asOf: '2026-01-15',
      failOn: 'critical',
    })
    expect(config.fetch.resolve).toEqual(['a.example=127.0.0.1:2', 'a.example=127.0.0.1:1'])
  })

  it.each([
    [{ asOf: '2026-13-01' }, '--as-of'],
    [{ resolve: ['nonsense'] }, '--resolve'],
    [{ store: '' }, '--store'],
  ])('%o is a usage error that names the flag', (flags, name) => {
    const { says, exitCode } = refusalOf({ flags })
    expect(exitCode).toBe(64)
    expect(says[0]).toMatch(new RegExp(`^${name}: `))
  })
})

describe('the template of init', () => {
  const uncommented = (): string => configTemplate().replace(/^(\s*)#(?=\w)/gm, '$1')

  it('loads, and means the defaults', async () => {
    const config = await withFile(configTemplate())
    expect(config.fetch).toEqual(DEFAULT_VALUES.fetch)
    expect({ ...config, file: null }).toEqual({ ...(await withFile('')), file: null })
  })

  it('shows every setting with its default', async () => {
    expect(await withFile(uncommented())).toEqual(await withFile(''))
    for (const { path } of SETTINGS) expect(uncommented()).toMatch(new RegExp(`^ *${path.at(-1)}: `, 'm'))
  })

  it('has comments in both languages and nothing that ends too early', () => {
    expect(configTemplate()).toMatch(/[^\n]\n$/)
    expect(
      configTemplate()
        .split('\n')
        .every((line) => line.length <= 120),
    ).toBe(true)
  })
})
