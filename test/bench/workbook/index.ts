import { performance } from 'node:perf_hooks'
import writeExcelFile from 'write-excel-file/node'
import { readTemplates } from '../../../src/app/templates.ts'
import { COLUMNS } from '../../../src/report/workbook/columns.ts'
import { problemRows } from '../../../src/report/workbook/problem-row.ts'
import { problemWorkbook } from '../../../src/report/workbook/problem-workbook.ts'
import { readDecisions } from '../../../src/report/workbook/read-decisions.ts'
import { finding, reportOf } from '../../report/workbook/examples.ts'

/**
 * Writes the problem workbook of so many findings, each on two sheets, and reads it back: seconds of the clock and of the
 * processor, and the most memory that the process ever had. One task a process: `write`, `read` (after writing), or
 * `write-excel-file`, the same cells by that package, without filters, lists and links, which it has not.
 *
 *   npm run bench:workbook -- 50000 write
 */
const [count = '50000', task = 'write'] = process.argv.slice(2)
const { labels } = await readTemplates()
const report = reportOf(Array.from({ length: Number(count) }, (_, at) => finding(at)))
const source = { report, sealed: null, units: [] }

async function measured<T>(name: string, work: () => T | Promise<T>): Promise<T> {
  const [clock, before] = [performance.now(), process.cpuUsage()]
  const result = await work()
  const { user, system } = process.cpuUsage(before)
  const seconds = ((performance.now() - clock) / 1e3).toFixed(1)
  const memory = Math.round(process.resourceUsage().maxRSS / 1024)
  process.stdout.write(
    `${name}: ${count} findings, ${seconds} s, ${((user + system) / 1e6).toFixed(1)} s of processor, at most ${memory} MB\n`,
  )
  return result
}

function cellsForPeer() {
  const context = { run: report.run.id, labels, evidence: () => 'units/u.html' }
  return problemRows(source).map((row) =>
    COLUMNS.map(({ cell }) => {
      const value = cell(row, context)
      const text = value !== null && typeof value === 'object' ? value.text : String(value ?? '')
      return text === '' ? null : { value: text, type: String, format: '@', wrap: true }
    }),
  )
}

if (task === 'write-excel-file') {
  const bytes = await measured(task, () => {
    const data = cellsForPeer()
    return writeExcelFile([
      { sheet: 'all', data },
      { sheet: 'kinds', data },
    ]).toBuffer()
  })
  process.stdout.write(`${(bytes.length / 1e6).toFixed(1)} MB\n`)
} else {
  const bytes = await measured('write', () => problemWorkbook(source, labels, { pages: '' }))
  process.stdout.write(`${(bytes.length / 1e6).toFixed(1)} MB\n`)
  if (task === 'read') {
    const findings = new Map(problemRows(source).map((row) => [row.finding.fingerprint, null]))
    const read = await measured('read', () =>
      readDecisions('w.xlsx', bytes, labels, { run: report.run.id, findings }),
    )
    process.stdout.write(`${read.undecided} not decided, ${read.problems.length} problems\n`)
  }
}
