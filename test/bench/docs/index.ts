import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import { LinkChecker } from 'linkinator'
import type { CrawlReport } from '../../../src/report/crawl/crawl-report.ts'
import { deadByFiles } from './by-files.ts'
import { serveFolder } from './file-server.ts'

/**
 * `npm run bench:docs -- FOLDER[:START]...`: the dead internal links of folders of pages (an unpacked Debian package's
 * documentation), by a crawl of ours, by linkinator, and by a look at the files themselves.
 */
const root = join(import.meta.dirname, '..', '..', '..')
const program = join(root, 'dist', 'src', 'cli', 'main.js')
execFileSync('npm', ['run', 'build'], { cwd: root, stdio: 'ignore' })
const scratch = mkdtempSync(join(tmpdir(), 'bench-docs-'))

const pathOf = (address: string): string => new URL(address).pathname

async function byCrawl(start: string): Promise<ReadonlySet<string>> {
  const store = join(scratch, `${Math.abs(Date.now())}.db`)
  const child = spawn(
    process.execPath,
    [program, 'crawl', start, '--no-external', '--store', store, '--format', 'json', '--quiet'],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  const report = JSON.parse(await text(child.stdout)) as CrawlReport
  const faults = report.results.filter((one) => !one.guessed)
  for (const one of faults.filter(({ state }) => state !== 'dead')) {
    process.stdout.write(`  ours: ${one.state} ${one.cause} ${one.address}\n`)
  }
  return new Set(faults.filter(({ state }) => state === 'dead').map((one) => pathOf(one.address)))
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

try {
  for (const given of process.argv.slice(2)) {
    const [folder = '', start = '/'] = given.split(':')
    const files = deadByFiles(resolve(folder), start)
    const site = await serveFolder(resolve(folder))
    const ours = await byCrawl(site.origin + start)
    const theirs = await byLinkinator(site.origin + start, site.origin)
    site.close()
    process.stdout.write(
      `${folder}: ${files.size} dead by the files, ${ours.size} by ours, ${theirs.size} by linkinator\n`,
    )
    for (const one of only(files, ours)) process.stdout.write(`  ours misses ${one}\n`)
    for (const one of only(ours, files)) process.stdout.write(`  ours alone ${one}\n`)
    for (const one of only(files, theirs)) process.stdout.write(`  linkinator misses ${one}\n`)
    for (const one of only(theirs, files)) process.stdout.write(`  linkinator alone ${one}\n`)
  }
} finally {
  rmSync(scratch, { recursive: true, force: true })
}
