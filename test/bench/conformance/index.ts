import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { LinkChecker } from 'linkinator'
import { run } from '../../../src/cli/run.ts'
import type { CrawlReport } from '../../../src/report/crawl/crawl-report.ts'
import { CASES } from '../../conformance/cases.ts'
import type { LinkCase } from '../../conformance/link-case.ts'
import { askedBy, linkServer } from '../../conformance/link-server.ts'

/**
 * `npm run bench:conformance`: every link case over a real server, ours beside linkinator: whether all that a browser would
 * ask for was asked, and whether what must be called broken, and no other, was.
 */
interface Seen {
  readonly asked: ReadonlySet<string>
  /** Paths that were called broken. */
  readonly broken: ReadonlySet<string>
}

const FAULTS = new Set(['dead', 'soft-404', 'malformed'])

async function byOurs(): Promise<Seen> {
  const scratch = mkdtempSync(join(tmpdir(), 'bench-conformance-'))
  const server = await linkServer()
  let out = ''
  const args = [
    'crawl',
    `${server.origin}/`,
    '--store',
    join(scratch, 'crawl.db'),
    '--format',
    'json',
    '--quiet',
  ]
  await run(args, {
    out: (text) => {
      out += text
    },
    err: () => undefined,
    environment: {},
    errIsTerminal: false,
  })
  await server.close()
  rmSync(scratch, { recursive: true, force: true })
  const { results } = JSON.parse(out) as CrawlReport
  const broken = results.filter((one) => FAULTS.has(one.state))
  return {
    asked: new Set(server.requests.map((one) => one.path)),
    broken: new Set(broken.map((one) => one.address.replace(server.origin, ''))),
  }
}

async function byLinkinator(): Promise<Seen> {
  const server = await linkServer()
  const { links } = await new LinkChecker().check({
    path: `${server.origin}/`,
    recurse: true,
    concurrency: 8,
  })
  await server.close()
  const broken = links.filter((one) => one.state === 'BROKEN')
  return {
    asked: new Set(server.requests.map((one) => one.path)),
    broken: new Set(broken.map((one) => one.url.replace(server.origin, ''))),
  }
}

function isRight(one: LinkCase, number: number, seen: Seen): boolean {
  const wanted = askedBy(one, number)
  const isAsked = wanted.every((path) => seen.asked.has(path))
  const reports = Object.entries(one.reports ?? {})
  const toldRight = reports.every(([address, state]) => seen.broken.has(address) === FAULTS.has(state))
  const told = new Set(reports.map(([address]) => address))
  return isAsked && toldRight && wanted.every((path) => told.has(path) || !seen.broken.has(path))
}

const [ours, theirs] = [await byOurs(), await byLinkinator()]
const rows = CASES.map((one, number) => ({
  name: one.name,
  ours: isRight(one, number, ours),
  theirs: isRight(one, number, theirs),
}))
const mark = (right: boolean): string => (right ? 'right' : 'WRONG')
for (const row of rows) {
  process.stdout.write(`${mark(row.ours)}  ${mark(row.theirs)}  ${row.name}\n`)
}
const count = (of: 'ours' | 'theirs'): number => rows.filter((row) => row[of]).length
const extra = ({ asked }: Seen): number => [...asked].filter((path) => /^\/t\/no\d/.test(path)).length
process.stdout.write(
  `${rows.length} cases: ours ${count('ours')} right, ${extra(ours)} asked in vain; linkinator ${count('theirs')} right, ${extra(theirs)} asked in vain\n`,
)
