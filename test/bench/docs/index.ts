import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import { LinkChecker } from 'linkinator'
import type { CrawlReport } from '../../../src/report/crawl/crawl-report.ts'
import { type ByFiles, byFiles, fragmentText } from './by-files.ts'
import { serveFolder } from './file-server.ts'

/**
 * `npm run bench:docs -- [--no-linkinator] FOLDER[:START]...`: the dead internal links and the fragments that mean no place
 * in folders of pages (an unpacked Debian package's documentation), by a crawl of ours, by linkinator, which is asked for
 * the links alone, and by a look at the files themselves.
 */
const root = join(import.meta.dirname, '..', '..', '..')
const program = join(root, 'dist', 'src', 'cli', 'main.js')
execFileSync('npm', ['run', 'build'], { cwd: root, stdio: 'ignore' })
const scratch = mkdtempSync(join(tmpdir(), 'bench-docs-'))

const pathOf = (address: string): string => new URL(address).pathname

async function byCrawl(start: string): Promise<ByFiles> {
  const store = join(scratch, `${Math.abs(Date.now())}.db`)
  const child = spawn(
    process.execPath,
    [
      program,
      'crawl',
      start,
      '--no-external',
      '--fragments',
      '--store',
      store,
      '--format',
      'json',
      '--quiet',
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  const report = JSON.parse(await text(child.stdout)) as CrawlReport
  const faults = report.results.filter((one) => !one.guessed)
  const isOther = ({ state }: { readonly state: string }): boolean =>
    state !== 'dead' && state !== 'missing-fragment'
  for (const one of faults.filter(isOther)) {
    process.stdout.write(`  ours: ${one.state} ${one.cause} ${one.address}\n`)
  }
  const of = (state: string): readonly string[] =>
    faults.filter((one) => one.state === state).map((one) => one.address)
  const placed = of('missing-fragment').map((address) => new URL(address))
  return {
    dead: new Set(of('dead').map(pathOf)),
    fragments: new Set(placed.map(({ pathname, hash }) => `${pathname}#${fragmentText(hash.slice(1))}`)),
  }
}

async function byLinkinator(start: string, origin: string): Promise<ReadonlySet<string>> {
  const { links } = await new LinkChecker().check({
    path: start,
    recurse: true,
    concurrency: 16,
    linksToSkip: async (link) => !link.startsWith(origin),
  })
  const broken = links.filter((one) => one.state === 'BROKEN' && one.url.startsWith(origin))
  return new Set(broken.map((one) => pathOf(one.url)))
}

const only = (a: ReadonlySet<string>, b: ReadonlySet<string>): readonly string[] =>
  [...a].filter((one) => !b.has(one)).sort()

function tell(who: string, files: ReadonlySet<string>, found: ReadonlySet<string>): void {
  for (const one of only(files, found)) process.stdout.write(`  ${who} misses ${one}\n`)
  for (const one of only(found, files)) process.stdout.write(`  ${who} alone ${one}\n`)
}

const asksLinkinator = !process.argv.includes('--no-linkinator')
const folders = process.argv.slice(2).filter((one) => !one.startsWith('--'))

try {
  for (const given of folders) {
    const [folder = '', start = '/'] = given.split(':')
    const files = byFiles(resolve(folder), start)
    const site = await serveFolder(resolve(folder))
    const ours = await byCrawl(site.origin + start)
    const theirs = asksLinkinator ? await byLinkinator(site.origin + start, site.origin) : null
    site.close()
    process.stdout.write(
      `${folder}: ${files.dead.size} dead by the files, ${ours.dead.size} by ours, ${theirs?.size ?? '-'} by linkinator; ` +
        `${files.fragments.size} fragments without a place by the files, ${ours.fragments.size} by ours\n`,
    )
    tell('ours', files.dead, ours.dead)
    tell('ours', files.fragments, ours.fragments)
    if (theirs !== null) tell('linkinator', files.dead, theirs)
  }
} finally {
  rmSync(scratch, { recursive: true, force: true })
}
